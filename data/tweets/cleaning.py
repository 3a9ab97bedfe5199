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

SHORT_WORDS = 3  # fewer plain words than this is "short"
CHARACTERS_A_WORD = 2  # in a script without spaces

# A link takes one space with it, the one before it if there is one: so does the reference, which thereby
# joins the words around a link that is glued to the word before it.
_REFERENCE_LINK = re.compile(r" https?:\S+|https?:\S+ ?")
# With its semicolon only: where a source has decoded them already, the "&reg" of "R&D&regulation" is none.
_ENTITY = regex.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LINK = regex.compile(r"https?:[!-~]+…?")
# user@instance.social, name.bsky.social or name; a letter of another script belongs to the text that follows.
_LEADING_MENTIONS = regex.compile(
    r"^(?:\s*@(?:[A-Za-z0-9_][A-Za-z0-9_.-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+){2,}|[A-Za-z0-9_]+))+\s*"
)
_NOT_TEXT = regex.compile(r"[\p{Cc}\p{Cs}\p{Cn}\ufffd\ufeff\u200b\u202a-\u202e\u2066-\u2069--\s]", regex.V1)
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
    text = decode_entities(text)
    return " ".join(_LINK.sub(" ", _NOT_TEXT.sub("", text)).split())


def decode_entities(text: str) -> str:
    """The text with every HTML entity decoded, once."""
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)


def strip_leading_mentions(text: str) -> str:
    """A reply without the names it is addressed to."""
    return _LEADING_MENTIONS.sub("", text)


def is_short(cleaned: str, mode: Cleaning = "default") -> bool:
    """Fewer than 3 words that are neither link, mention nor hashtag; two unspaced characters count as a word."""
    words = 0.0
    for word in cleaned.split():
        if mode == "default" and _UNSPACED.search(word):
            words += len(_UNSPACED.findall(_TAG.sub("", word))) / CHARACTERS_A_WORD
        elif not any(mark in word.lower() for mark in ("http", "@", "#")):
            words += 1
    return words < SHORT_WORDS
