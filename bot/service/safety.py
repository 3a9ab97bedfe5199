"""Nobody is pinged, nobody is fooled: what a generated text may not contain on its way into a chat.

Platforms escape their own markup on top of this; here is what all of them share.
"""

from __future__ import annotations

from dataclasses import fields

import regex

from data.errors import PromptTooLong, TweetlikeError

PROMPT_CHARACTERS = 200
JOINER = "\u2060"  # WORD JOINER: invisible, and no mention, link or command goes across it

# Control characters, lone surrogates, and what Unicode calls ignorable or blank; but what joins letters and emoji, and
# says whether those are coloured.
_INVISIBLE = regex.compile(
    r"[[\p{Cc}\p{Cs}\p{Cn}\p{Co}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]--[\u200c\u200d\ufe0e\ufe0f]]",
    regex.V1,
)
# England's, Scotland's, Wales' flags and the like are written in letters that are invisible elsewhere.
_FLAG = r"\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"
_FLAG_OR_INVISIBLE = regex.compile(f"({_FLAG})|{_INVISIBLE.pattern}", regex.V1)
_LINE_ENDS = regex.compile(r"[\n\u2028\u2029]")
_MENTION = regex.compile(r"(?<=[@＠])(?=\S)")
_ANGLE = regex.compile(r"<(?=[^\s<])")
_PHONE = regex.compile(r"(?<!\w)\+(?=\d)")
_SCHEME = regex.compile(r"(?i)(?:https?|ftp|tg|discord|steam|mailto|javascript)\K(?=:)|(?<=\w)(?=://)")
_DOMAIN = regex.compile(r"(?i)(?<=[^\s.]\.)(?=[\p{L}\p{M}]{2}|xn--)|(?<=\d\.)(?=\d+\.\d+\.\d)")
_COMMAND = regex.compile(r"(?<![\p{L}\p{N}])/(?=\w)")
_MARKED = regex.compile(r"(?<=[@＠/:.#＃$])\p{M}+")  # chats drop some of these marks, and then a link is whole again
_MANY_MARKS = regex.compile(r"(\p{M}{3})\p{M}+")


def without_invisible(text: str) -> str:
    """The text without what cannot be seen, and with one space for each line end."""
    return _FLAG_OR_INVISIBLE.sub(lambda found: found[1] or "", _LINE_ENDS.sub(" ", text))


def neutralise(text: str) -> str:
    """The text with mentions, links, commands and invisible tricks broken; it reads the same."""
    text = without_invisible(text)
    text = _MANY_MARKS.sub(r"\1", _MARKED.sub("", text))
    text = _ANGLE.sub(f"<{JOINER}", text)
    text = _PHONE.sub(f"+{JOINER}", text)
    text = _SCHEME.sub(JOINER, text)
    text = _DOMAIN.sub(JOINER, text)
    text = _COMMAND.sub(f"/{JOINER}", text)
    return _MENTION.sub(JOINER, text).strip()


def neutralised(error: TweetlikeError) -> TweetlikeError:
    """A typed error whose texts are neutral, for a sentence of ours that is made of them."""

    def neutral(value: object) -> object:
        if isinstance(value, str):
            return neutralise(value)
        return tuple(map(neutral, value)) if isinstance(value, tuple) else value

    return type(error)(*(neutral(getattr(error, field.name)) for field in fields(error)))  # type: ignore[arg-type]


def own_sentence(text: str) -> str:
    """A sentence of ours around neutral parts: nobody is mentioned, and our commands can be tapped and copied."""
    return _MENTION.sub(JOINER, text)


def tidy_prompt(prompt: str) -> str:
    """A person's beginning of a tweet as the model was trained to read it. Raises `PromptTooLong`."""
    tidy = " ".join(_INVISIBLE.sub(" ", prompt).split())
    if len(tidy) > PROMPT_CHARACTERS:
        raise PromptTooLong(len(tidy), PROMPT_CHARACTERS)
    return tidy


def prompt_from(text: str) -> str:
    """A tweet as the beginning of others: whole words, as many as fit."""
    tidy = " ".join(_INVISIBLE.sub(" ", text).split())
    if len(tidy) <= PROMPT_CHARACTERS:
        return tidy
    return tidy[:PROMPT_CHARACTERS].rpartition(" ")[0] or tidy[:PROMPT_CHARACTERS]
