"""Personal data that must not become part of a voice: e-mail addresses, phone numbers, cards, keys and passwords."""

from __future__ import annotations

from collections.abc import Callable

import phonenumbers
import regex

_EMAIL = regex.compile(r"(?<![\w.+@-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.\p{L}{2,}(?!\p{L})")
_SECRET = regex.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)"
    r"|(?<![\w-])(?:"
    r"gh[pousr]_\w{36,}|github_pat_\w{22,}"  # GitHub
    r"|sk-[\w-]{20,}|[rs]k_(?:live|test)_\w{16,}"  # OpenAI and those after it, Stripe
    r"|xox[abeprs]-[\w-]{10,}"  # Slack
    r"|(?:AKIA|ASIA)[A-Z0-9]{16}|AIza[\w-]{35}"  # AWS, Google
    r"|hf_[A-Za-z]{30,}|glpat-[\w-]{20,}"  # Hugging Face, GitLab
    r"|[0-9]{8,10}:AA[\w-]{33}"  # Telegram bots
    r"|[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,}"  # Discord bots
    r"|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+"  # JSON web tokens
    r")(?!\w)"
    r"|(?i:\bpassw(?:or)?d\s*(?:is|:|=)\s*)\K(?=\S*[\d\p{P}])[^\s,;]{6,}",
    regex.DOTALL,
)
_CARD = regex.compile(r"(?<![\w./-])(?:[0-9][ ._-]?){12,}[0-9](?![\p{L}_])")
_CARD_DIGITS = range(19, 12, -1)
_MAYBE_PHONE = regex.compile(r"(?:\d\D{0,4}){6}\d")
_MENTION = regex.compile(r"[@＠]\w+(?:@[\w-]+(?:\.[\w-]+)+|(?:[\w-]*\.)+\p{L}{2,})?")
HOME_REGION = "US"  # whose numbers are recognised without a country code
MASKED_MENTION = "@user"


def mask(text: str) -> tuple[str, int]:
    """The text with personal data replaced by `[email]`, `[phone]`, `[card]` or `[secret]`, and how many there were."""
    masked = 0
    if "@" in text:
        text, found = _EMAIL.subn("[email]", text)
        masked += found
    text, found = _SECRET.subn("[secret]", text)
    masked += found
    if _MAYBE_PHONE.search(text):
        text, cards = _mask_cards(text)
        text, phones = _mask_phones(text)
        masked += cards + phones
    return text, masked


def mask_mentions(text: str) -> str:
    """The text, of which e-mail addresses are masked already, with every mention as `@user`, whoever it was."""
    return _MENTION.sub(MASKED_MENTION, text)


def mentions_of(text: str) -> list[str]:
    """The handles that a text mentions, with their @, in its order."""
    return _MENTION.findall(text)


def with_mentions(text: str, instead: Callable[[str], str]) -> str:
    """The text with another handle for each of its handles."""
    return _MENTION.sub(lambda match: instead(match[0]), text)


def _mask_cards(text: str) -> tuple[str, int]:
    found = 0

    def replace(match: regex.Match[str]) -> str:
        nonlocal found
        places = [place for place, character in enumerate(match[0]) if character.isdigit()]
        for length in _CARD_DIGITS:  # an expiry or another number may follow
            if length <= len(places) and _is_card([int(match[0][place]) for place in places[:length]]):
                found += 1
                return "[card]" + match[0][places[length - 1] + 1 :]
        return match[0]

    return _CARD.sub(replace, text), found


def _is_card(digits: list[int]) -> bool:
    """The check digit fits (Luhn)."""
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0 and len(set(digits)) > 1


def _mask_phones(text: str) -> tuple[str, int]:
    matches = list(phonenumbers.PhoneNumberMatcher(text, HOME_REGION, leniency=phonenumbers.Leniency.VALID))
    for match in reversed(matches):
        text = f"{text[: match.start]}[phone]{text[match.end :]}"
    return text, len(matches)
