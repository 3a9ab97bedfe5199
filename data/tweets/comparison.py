"""What two texts are compared by: whether one says the same as the other."""

from __future__ import annotations

import unicodedata

import regex

_MENTION = regex.compile(r"[@＠][\w.-]*\w")
# Marks that do not belong to the script of what they stand on: accents, and strokes through everything.
_ACCENTS = regex.compile(
    r"(?<=(?:^|[^\p{L}\p{M}]|[\p{Latin}\p{Cyrillic}\p{Greek}\p{Han}\p{Hiragana}\p{Katakana}])\p{M}*)"
    r"(?![\u3099\u309a])\p{M}"
)
_NOT_LETTERS = regex.compile(r"[^\p{L}\p{N}\p{M}]")
# Letters of other alphabets that look like Latin ones (from Unicode's confusables.txt), folded and without accents.
_ALIKE = str.maketrans(
    "аеорсухкмтнвіјѕԁһԛԝɡıαεορτυνικχβηɩ",
    "aeopcyxkmthbijsdhqwgiaeoptuvikxbni",
)


def bare(text: str) -> str:
    """The letters and digits of a text, in one case and one Unicode form; of a text without any, all but spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    letters = "".join(c for c in folded if c.isalnum())
    return letters or "".join(folded.split())


def letters_of(text: str) -> str:
    """The letters of a text as a copy would have them: no handles, every digit 0, letters that look alike made one.

    Marks stay where a script writes vowels with them; accents and marks that are put on a letter of an alphabet go.
    Of a text without any letter, all but spaces.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    letters = _NOT_LETTERS.sub("", _MENTION.sub(" ", _ACCENTS.sub("", folded))).translate(_ALIKE)
    return regex.sub(r"\p{Nd}", "0", unicodedata.normalize("NFC", letters)) or "".join(text.split())
