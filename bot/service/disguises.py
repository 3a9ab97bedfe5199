"""Words seen through what hides them: other alphabets' look-alikes, marks, signs and spaces between letters, digits for
letters, letters in boxes or upside down. One normal form of a text, and one pattern for a list of words.

Look-alikes are Unicode's own (confusables.txt, Unicode Technical Standard 39), as `confusable_homoglyphs` carries them.
"""

from __future__ import annotations

import json
import string
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib import resources

import regex

# Marks and what cannot be seen; but kana keep their marks, which make them other letters.
_UNSEEN = regex.compile(r"[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]|(?![\u3099\u309a])\p{M}")
_DOT = regex.compile(r"(?i)[。｡．․·]|[(\[{]\s?(?:dot|\.)\s?[)\]}]")
_SLASH = regex.compile(r"(?i)[\\⁄∕⧸／]|%2f")
_ADDRESS_SPACES = regex.compile(
    r"(?<=\w)\s{1,3}([./])(?=\s{0,3}\w)\s{0,3}|(?<=[./])\s{1,3}(?=/)|(?<=\w[./])\s{1,3}(?=[a-z\d])"
)
_BOXES = (0x1F110, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6)  # alphabets in brackets, boxes and circles, and of flags
_TURNED = str.maketrans("ɐqɔpǝɟƃɓɥıᴉɾʞlɯuodbɹsʇnʌʍxʎz", "abcdefgghiijklmnopqrstuvwxyz")
_TURNED_ALONE = regex.compile("[ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ]")
_LETTERS = {
    "a": "a4@", "b": "b8", "c": "c(", "e": "e3", "g": "g69", "i": "i1!|l", "l": "l1|i", "o": "o0", "s": "s5$",
    "t": "t7+", "z": "z2",
}  # fmt: skip
_ALSO = str.maketrans(  # what people take for a Latin letter, though Unicode's table holds them apart
    "вкмнтԁґйбгɡɢʙᴀᴄᴅᴇꜰʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢøłđħŧı",
    "bkmhtdrubrggbacdefhijklmnopqrstuvwyzoldhti",
)
_RUN = regex.compile(r"(.)\1{3,}")
_BETWEEN = r"[^\p{L}\p{N}\s/]{0,3}"  # signs within a word; t.co/on is none
_APART = r"[^\p{L}\p{N}]{1,3}"  # or between letters that all stand by themselves


def plain(text: str) -> str:
    """A text in the form that words are looked for in: small Latin letters wherever one looks like it, no marks."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_look_alikes()))
    seen = _UNSEEN.sub("", decomposed).casefold().translate(_look_alikes())
    return _RUN.sub(r"\1\1\1", unicodedata.normalize("NFC", seen).translate(_ALSO))


def written(text: str) -> str:
    """A text as addresses and numbers are read in it: one form of letters, dots and slashes, nothing unseen."""
    return _SLASH.sub("/", _DOT.sub(".", unicodedata.normalize("NFKC", _UNSEEN.sub("", text))))


def joined(text: str) -> str:
    """A `written` text without the spaces around its dots and slashes."""
    return _ADDRESS_SPACES.sub(r"\1", text)


def plainly(text: str) -> str:
    """An address as it is meant: every letter the Latin one that it looks like, a 0 an o, and no sign as a code."""
    return text.casefold().replace("%2e", ".").replace("%2f", "/").translate(_look_alikes()).replace("0", "o")


def turned(text: str) -> str | None:
    """What a text says upside down, if it has letters that are only written for that."""
    return text.casefold().translate(_TURNED)[::-1] if _TURNED_ALONE.search(text) else None


@cache
def _look_alikes() -> dict[int, str]:
    """From Unicode's table, what looks like a Latin letter; but no ASCII sign, which the pattern knows itself."""
    table = json.loads(resources.files("confusable_homoglyphs").joinpath("confusables.json").read_text("utf-8"))
    found = {first + n: letter for first in _BOXES for n, letter in enumerate(string.ascii_lowercase)}
    for letter in string.ascii_lowercase:
        for shown in (letter.upper(), letter):
            others = [entry["c"] for entry in table.get(shown, ())]
            found |= {ord(other): letter for other in others if len(other) == 1 and not other.isascii()}
    return found


class Words:
    """Whole words, their plurals in -s, and how people write them to get past a filter."""

    def __init__(self, words: Iterable[str]) -> None:
        forms = sorted({plain(word).strip() for word in words} - {""}, key=len, reverse=True)
        short = [form for form in forms if sum(map(str.isalpha, form)) < 2]  # numbers, emoji, a letter of Han: as it is
        longer = [form for form in forms if form not in short]
        self._pattern = regex.compile("|".join(map(_pattern, longer))) if longer else None
        self._exact = regex.compile("|".join(map(_exact_pattern, short))) if short else None

    def in_text(self, text: str) -> bool:
        """Whether one of the words is in a text; takes time in proportion to its length."""
        if self._exact is not None and self._exact.search(plain(text)):
            return True
        if self._pattern is None:
            return False
        upright = plain(text)
        over = turned(text)
        return any(map(self._is_in, (upright,) if over is None else (upright, plain(over))))

    def _is_in(self, text: str) -> bool:
        assert self._pattern is not None
        return any(_is_meant(found[0]) for found in self._pattern.finditer(text, overlapped=True))


def _exact_pattern(word: str) -> str:
    """Of a word with no or one letter, which nothing else may stand for; of a number, no part of a longer one."""
    before, after = (r"(?<!\d)", r"(?!\d)") if word.isdecimal() else ("", "")
    return before + regex.escape(word) + after


def _is_meant(found: str) -> bool:
    """Not a number that happens to have a word's shape, like F49."""
    letters = sum(character.isalpha() for character in found)
    return letters >= 2 or (letters == 1 and len(found) >= 5)


def _pattern(word: str) -> str:
    """Of a word in its plain form, which may be several with spaces between."""
    parts = [[f"[{regex.escape(_LETTERS.get(letter, letter))}]{{1,3}}" for letter in part] for part in word.split()]
    together = r"[^\p{L}\p{N}]{0,3}".join(map(_BETWEEN.join, parts))
    apart = _APART.join(letter for part in parts for letter in part)
    before, after = _edges(word)
    plural = rf"(?:{_BETWEEN}[s5$z]{{1,3}})?" if word[-1].isascii() else ""
    return f"{before}(?:{together}{plural}|{apart}){after}"


def _edges(word: str) -> tuple[str, str]:
    """What must not stand beside a word for it to be one. Han writes no spaces; kana are a word among other letters."""
    if regex.match(r"\p{Han}", word[0]):
        return "", ""
    if regex.match(r"\p{Katakana}", word[0]):
        return r"(?<![\p{Katakana}ー])", r"(?![\p{Katakana}ー])"
    return r"(?<!\p{L})", r"(?!\p{L})"
