"""What the bot neither takes as a beginning nor answers. The words are a library's and `slurs.txt`'s; the library sees
through confusable letters, spacing, invisible characters and digits for letters, and we before it through the rest."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import regex
from glin_profanity import Filter

from bot.service.safety import without_invisible
from data.tweets.masking import mask

Level = Literal["off", "standard", "strict"]
REASONS = ("slur", "personal data", "invitation", "swearing", "link")

_INVITATION = regex.compile(
    r"(?i)(?<![\p{L}\d.])(?:discord(?:app)?\s*\.\s*(?:gg|com\s*/\s*invite|me)|dsc\s*\.\s*gg|t(?:elegram)?\s*\.\s*me"
    r"|chat\s*\.\s*whatsapp\s*\.\s*com|wa\s*\.\s*me|tg\s*:\s*/)\s*/\s*\S"
)
_LINK = regex.compile(
    r"(?i)https?\s*:|www\s*\.\s*\w|(?<![\w@])[\p{L}\d-]{2,}\.(?:\p{L}{2,}|xn--[\w-]+)(?:/\S*)?(?![\w.])"
)
_ADDRESS = regex.compile(
    r"(?<!\w)\d{1,5}[A-Za-z]?,?\s+(?:(?:[NSEW]\.?|\p{Lu}[\p{L}.'-]+|\d+(?:st|nd|rd|th))\s+){1,3}"
    r"(?i:street|avenue|boulevard|lane|drive|road|court|terrace|way|st|ave|blvd|ln|rd|dr)(?!\w)"
    r"|(?i)(?<!\w)\d{1,5}\s+(?:[\p{L}.'-]+\s+){1,3}(?:street|avenue|boulevard)(?!\w)"
    r"|(?<!\p{L})\p{Lu}[\p{L}.'-]+(?:stra(?:ß|ss)e|platz|gasse)\s+\d{1,4}\s*[a-z]?\b"
    r"|(?<!\p{L})(?:rue|avenue|calle|avenida|rua|улица|ул\.)\s+(?-i:\p{Lu}|d[aeiou]s? )[\p{L}.' -]{3,30},?\s+\d{1,4}\b"
    r"|\d{1,4}(?:\s*bis)?,?\s+(?:rue|allée|impasse)\s+[\p{L}]"
)


def content_filter(level: Level) -> Callable[[str], str | None]:
    """A function from a text to the reason, one of `REASONS`, why it is refused, or None."""
    if level == "off":
        return lambda _: None
    slurs = _Words(_slurs())
    swearing = _Words((), "english") if level == "strict" else None

    def reason(text: str) -> str | None:
        plain = unicodedata.normalize("NFKC", without_invisible(text))
        if slurs.in_text(plain):
            return "slur"
        if mask(plain)[1] or _ADDRESS.search(plain):
            return "personal data"
        if _INVITATION.search(plain):
            return "invitation"
        if swearing is not None and swearing.in_text(plain):
            return "swearing"
        if level == "strict" and _LINK.search(plain):
            return "link"
        return None

    return reason


def _slurs() -> list[str]:
    lines = Path(__file__).with_name("slurs.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


class _Words:
    """Whole words and their plurals, however they are spelt."""

    def __init__(self, words: Sequence[str], language: str = "none") -> None:
        self._filter = Filter(
            {
                "languages": [language],  # an empty list would be English
                "custom_words": [form for word in words for form in (word, f"{word}s")],
                "obfuscation": "standard",
                "detect_leetspeak": True,
                "normalize_unicode": True,
            }
        )

    def in_text(self, text: str) -> bool:
        if not self._filter.is_profane(text):
            return False
        words = self._filter.check_profanity(text)["profane_words"]
        return any(_is_whole(word.casefold(), text.casefold()) for word in words)


def _is_whole(word: str, text: str) -> bool:
    """For the library, a letter with an accent ends a word: "Japão" is no slur."""
    alone = regex.compile(rf"(?<![\p{{L}}\p{{M}}]){regex.escape(word)}(?![\p{{L}}\p{{M}}])")
    return word not in text or alone.search(text) is not None
