"""What the bot neither takes as a beginning nor answers: slurs and the operator's own words, personal data,
invitations, and, if that is wanted, swearing and links. `disguises` sees through how words are hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

import regex
from glin_profanity.data.dictionary import dictionary

from bot.service.disguises import Words, joined, plainly, written
from data.tweets.masking import mask

Level = Literal["off", "standard", "strict"]
REASONS = ("slur", "personal data", "invitation", "swearing", "link", "the operator's list")

_INVITATION = regex.compile(
    r"(?i)(?<![\p{L}\d-])(?:"
    r"(?:(?:ptb|canary|www)\.)?discord(?:app)?\.(?:gg|me|io|li|new|gift|com/invite)|dsc\.gg|invite\.gg"
    r"|(?:[\w-]{1,64}\.)?t(?:elegram)?\.(?:me|dog)|tg:/|(?:chat\.)?whatsapp\.com|wa\.me"
    r"|signal\.group|matrix\.to|vk\.me|join\.skype\.com|guilded\.gg|line\.me|m\.me"
    r")\.?(?::\d{1,5})?/+[^\s/]|(?<![\p{L}\d.-])[\w-]{5,64}\.t\.me(?![\w.])"
)
_LINK = regex.compile(
    r"(?i)https?\s*:|www\s*\.\s*\w|(?<![\w@])[\p{L}\d-]{2,63}\.(?:\p{L}{2,}|xn--[\w-]+)(?:/\S*)?(?![\w.])"
)
_NAME = r"\p{Lu}[\p{L}.'-]{1,40}"
_ADDRESS = regex.compile(
    rf"(?<!\w)\d{{1,5}}[A-Za-z]?,?\s+(?:(?:[NSEW]\.?|{_NAME}|\d{{1,4}}(?:st|nd|rd|th))\s+){{1,3}}"
    r"(?i:street|avenue|boulevard|lane|drive|road|court|terrace|way|st|ave|blvd|ln|rd|dr)(?!\w)"
    r"|(?i:(?<!\w)\d{1,5}\s+(?:[\p{L}.'-]{1,40}\s+){1,3}(?:street|avenue|boulevard)(?!\w))"
    r"|(?i:(?<!\w)\d{1,5}\s+(?:main|oak|elm|park|maple|cedar|pine|high|church|mill|king|queen)"
    r"\s+(?:st|rd|ave|ln|dr)\b)"
    r"|(?<!\p{L})\p{Lu}[\p{L}.'-]{0,40}?(?:str(?:\.|a(?:ß|ss)e)|platz|gasse|weg)\s+\d{1,4}\s*[a-z]?\b"
    r"|(?<!\p{L})(?i:rue|avenue|calle|avenida|rua|via|viale|piazza|улица|ул\.)\s+(?:\p{Lu}|d[aeiou]s? )"
    r"[\p{L}.' -]{2,30},?\s+\d{1,4}\b"
    r"|\d{1,4}(?:\s?bis)?,?\s{1,3}(?i:rue|allée|impasse)\s+\p{L}"
)
_ENDS = r"(?:com|net|org|edu|gov|io|info|example|[dfinpuj][ekrtlsp]|com?\.\w\w)(?!\w)"
_MAIL = r"(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|proton(?:mail)?|gmx|web)"
_SPELLED_EMAIL = regex.compile(  # a name, at, a host, dot, an end: with spaces or brackets, or in words
    rf"(?i)(?<![\w.+-])[\w.+-]{{2,64}}\s{{0,3}}(?:@|[(\[]\s?at\s?[)\]])\s{{0,3}}[\w-]{{2,63}}\s{{0,3}}\.\s{{0,3}}"
    rf"{_ENDS}"
    rf"|(?<![\w.+-])[\w.+-]{{2,64}}\s+at\s+{_MAIL}\s*(?:dot|\.)?\s*(?:com|net|de|me)(?!\w)"
    rf"|(?<![\w.+-])[\w.+-]{{2,64}}\s+at\s+(?!the |my |an? )[\w-]{{2,63}}\s+dot\s+{_ENDS}"
)
_SSN = regex.compile(r"(?<![\w-])(?!000|666|9\d\d)\d{3}([-. ])(?!00)\d\d\1(?!0000)\d{4}(?![\w-])")
_IBAN = regex.compile(r"(?i)(?<!\w)[A-Z]{2}\d{2}(?:[ .-]?[A-Z\d]{2,4}){3,8}(?!\w)")


def content_filter(level: Level, own_words: Iterable[str] = ()) -> Callable[[str], str | None]:
    """A function from a text to the reason, one of `REASONS`, why it is refused, or None. `own_words` are
    an operator's.
    """
    if level == "off":
        return lambda _: None
    words = [("slur", Words(read_words(Path(__file__).with_name("slurs.txt"))))]
    words.append(("the operator's list", Words(own_words)))
    if level == "strict":
        words.append(("swearing", Words(word for word in dictionary.get_words("english") if word.isascii())))

    def reason(text: str) -> str | None:
        shown = written(text)
        found = next((name for name, list_ in words if list_.in_text(text)), None)
        if found == "slur":
            return found
        if mask(shown)[1] or any(pattern.search(shown) for pattern in (_ADDRESS, _SPELLED_EMAIL, _SSN)) or _iban(shown):
            return "personal data"
        if any(_INVITATION.search(each) for each in (joined(shown), joined(plainly(shown)))):
            return "invitation"
        if found is None and level == "strict" and _LINK.search(shown):
            return "link"
        return found

    return reason


def _iban(text: str) -> bool:
    """Whether there is a bank account's number, whose check digits fit (ISO 13616)."""
    for match in _IBAN.finditer(text):
        number = regex.sub(r"[ .-]", "", match[0])
        moved = number[4:] + number[:4]
        if 15 <= len(number) <= 34 and int("".join(str(int(digit, 36)) for digit in moved)) % 97 == 1:
            return True
    return False


def read_words(path: Path) -> list[str]:
    """A word or a phrase a line; `#` begins a comment."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
