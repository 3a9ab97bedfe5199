"""What a reader stumbles over in a draft, and no account means: broken glyphs, loops, an end in mid-sentence."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import regex

Flaw = Literal["a broken glyph", "a loop", "cut off", "an invented handle"]

_LOOP = regex.compile(
    r"(\d)\1{8,}"  # 1111111111
    r"|(.)\2{24,}"
    r"|(?!(.)\3)(\S.{1,29}?)\4{5,}"  # six times the same
    r"|(?!(.)\5)(\w.{7,29}?)\6{3,}"  # or four times, if it is longer
)
_BROKEN = regex.compile(
    r"\ufffd"
    r"|(?<!\p{RI})(?:\p{RI}{2})*\p{RI}(?!\p{RI})"  # half of a flag
    r"|(?<![\p{Emoji_Modifier_Base}\ufe0f])\p{Emoji_Modifier}"  # a colour of skin, of nobody
    r"|\u200d(?!\X)|(?<!\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d(?=\p{Extended_Pictographic})"
    r"|(?<![\p{Emoji}\U000e0020-\U000e007f])[\U000e0020-\U000e007f]"
    r"|^[\p{Mn}\ufe0f\u200d]"
)
_WORD = regex.compile(r"\w[\w'’]{3,}")
OFTEN = 5  # times a word of four letters or more …
SHARE = 0.35  # … and of all such words: then it is said over and over


def flaw_of(text: str) -> Flaw | None:
    """What is wrong with a text, if anything is."""
    if _BROKEN.search(text):
        return "a broken glyph"
    if _LOOP.search(text) or _says_one_word(text):
        return "a loop"
    return None


def _says_one_word(text: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(text)]
    if len(words) < 2 * OFTEN:
        return False
    most = Counter(words).most_common(1)[0][1]
    return most >= OFTEN and most >= SHARE * len(words)
