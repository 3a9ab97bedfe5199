"""What one tweet becomes before training, and whether it is too short to teach anything.

Two modes. `reference` follows the public project huggingtweets to the letter, so that its published
counts can be reproduced. `default` differs only where the reference is wrong: it decodes every HTML
entity, ends a link where a link can end, removes control characters and U+FFFD, and judges "short" by
the script, because Japanese, Chinese or Thai do not put spaces between words.
"""

from __future__ import annotations

import html
import re

import regex

from data.accounts.store import Cleaning
from data.tweets.store import MAX_CHARACTERS

SHORT_WORDS = 3  # fewer plain words than this is "short"
CHARACTERS_A_WORD = 2  # in a script without spaces

# A link takes one space with it, the one before it if there is one: so does the reference, which thereby
# joins the words around a link that is glued to the word before it.
_REFERENCE_LINK = re.compile(r" https?:\S+|https?:\S+ ?")
# With its semicolon only: where a source has decoded them already, the "&reg" of "R&D&regulation" is none.
_ENTITY = regex.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LINK = regex.compile(r"https?:[!-~]+(?:\s?…)?")
# What other programs leave of links: parted after the slashes, without their scheme, shortened, or cut off.
_REMAINS = regex.compile(
    r"https?://\s+[!-~]+"
    r"|pic\.(?:twitter|x)\.com/\w+"
    r"|(?<![\w.@/])(?:t\.co|bit\.ly|ow\.ly|goo\.gl|tinyurl\.com|youtu\.be|buff\.ly|dlvr\.it|fb\.me|ift\.tt|is\.gd|wp\.me"
    r"|tmblr\.co|instagr\.am|lnkd\.in|amzn\.to)/[!-~]+"
    r"|(?<![\w.@/-])(?:[a-z0-9-]+\.)+[a-z]{2,}/[!-~]*?(?:\.\.\.|…)"
    r"|(?<!\w)ht(?:t(?:ps?)?)?(?::/{0,2}[!-~]{0,140})?…$",
    regex.IGNORECASE,
)
_ESCAPED_TWICE = regex.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#39);")
_EMOJI_CODE = regex.compile(r"(?<!\w):[a-z][a-z0-9_]+:(?!\w)")
_QUOTED = regex.compile(
    r"^\W{0,3}(?i:rt)\s*[:\s]\s*@\w|^\W{0,3}(?i:rt)@\w"  # RT @x, rt @x, RT@x, RT: @x
    r"|(?<!\w)RT\s*:?\s*@\w|(?<!\w)MT\s+@\w"  # so true RT @x: …, MT @x: …
    r"|^\s*[\"“”„«]\s*@\w+\s*:"  # “@x: …” says who
    r"|\(\s*via\s+@\w+\s*\)\s*$"
)
_CUT_OFF = regex.compile(r"\S\s?…\s*(?:https://t\.co/\w+)?\s*$")
CUT_LENGTHS = range(110, 141)  # of what X and others leave of a longer text, links and all
# user@instance.social, name.bsky.social or name; a letter of another script belongs to the text that follows.
_LEADING_MENTIONS = regex.compile(
    r"^(?:\s*@(?:[A-Za-z0-9_][A-Za-z0-9_.-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+){2,}|[A-Za-z0-9_]+))+\s*"
)
_NOT_TEXT = regex.compile(r"[\p{Cc}\p{Cs}\p{Cn}\ufffd\ufeff\u00ad\u200b\u202a-\u202e\u2060-\u2069--\s]", regex.V1)
_ISOLATES = regex.compile(r"[\u200e\u200f\u202a-\u202e\u2060-\u2069]")
_UNSPACED = regex.compile(
    r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}"
    r"\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー]",
    regex.V1,
)
_TAG = regex.compile(r"@[A-Za-z0-9_]+|#\w+")


def clean(text: str, mode: Cleaning = "default") -> str:
    """The tweet as it is trained on: entities decoded, links gone, white space collapsed to single spaces."""
    if mode == "reference":
        text = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
        return " ".join(_REFERENCE_LINK.sub("", text).split())
    text = _ESCAPED_TWICE.sub(lambda entity: html.unescape(entity[0]), decode_entities(text[:MAX_CHARACTERS]))
    text = _REMAINS.sub(" ", _LINK.sub(" ", _NOT_TEXT.sub("", text)))
    return " ".join(_EMOJI_CODE.sub("", text).split())


def quotes_another(text: str) -> bool:
    """Whether it passes on what somebody else wrote, in one of the spellings that people have for it."""
    return _QUOTED.search(_plain_mentions(text)) is not None


def is_cut_off(text: str) -> bool:
    """Whether a source has cut it, with … and perhaps a link to the rest, rather than its author."""
    return len(text) in CUT_LENGTHS and _CUT_OFF.search(text) is not None


def begins_with_mention(text: str) -> bool:
    """Whether it is addressed to somebody, as replies are."""
    return _plain_mentions(text).lstrip().startswith("@")


def _plain_mentions(text: str) -> str:
    """Phones write isolates around names where text runs from the right, and some people a full-width sign."""
    return _ISOLATES.sub("", text).replace("＠", "@")


def decode_entities(text: str) -> str:
    """The text with every HTML entity decoded, once."""
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)


def strip_leading_mentions(text: str) -> str:
    """A reply without the names it is addressed to."""
    stripped = _LEADING_MENTIONS.sub("", text)
    return _LEADING_MENTIONS.sub("", _plain_mentions(text)) if stripped == text else stripped


def is_short(cleaned: str, mode: Cleaning = "default") -> bool:
    """Fewer than 3 words that are neither link, mention nor hashtag; two unspaced characters count as a word."""
    words = 0.0
    for word in cleaned.split():
        if mode == "default" and _UNSPACED.search(word):
            words += len(_UNSPACED.findall(_TAG.sub("", word))) / CHARACTERS_A_WORD
        elif not any(mark in word.lower() for mark in ("http", "@", "#")):
            words += 1
    return words < SHORT_WORDS
