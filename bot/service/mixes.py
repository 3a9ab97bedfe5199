"""Mixes as people write them: `a+b`, or with weights `a*0.7+b*0.3`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.accounts.handles import parse_handle
from data.errors import InvalidChoice

MAX_VOICES = 3
_WEIGHT = re.compile(r"(?:0?\.[0-9]{1,3}|[0-9]{1,3}(?:\.[0-9]{1,3})?)%?")


@dataclass(frozen=True)
class MixPart:
    """One voice of a mix; the weights of all parts add up to 1."""

    handle: str
    weight: float  # of all parts, 1 together


def parse_mix(text: str) -> tuple[MixPart, ...]:
    """The voices of a mix; one part for a text that is none. Raises `InvalidHandle`, `InvalidChoice`."""
    parts = [part.strip() for part in text.split("+")]
    if len(parts) == 1 and "*" not in text:
        return (MixPart(parse_handle(text).text, 1.0),)
    found: dict[str, float] = {}
    for part in parts:
        handle, star, weight = part.partition("*")
        name, amount = parse_handle(handle).text, 1.0
        if star:
            if not _WEIGHT.fullmatch(weight.strip()):
                raise InvalidChoice("the weight of a voice", weight.strip(), "a number like 0.7 or 70")
            amount = float(weight.strip().rstrip("%"))
        found[name] = found.get(name, 0.0) + amount
    total = sum(found.values())
    if not 1 <= len(found) <= MAX_VOICES or total <= 0 or round(min(found.values()) / total, 2) <= 0:
        raise InvalidChoice("a mix", text, "two or three different voices, like a+b or a*0.7+b*0.3")
    return tuple(MixPart(handle, amount / total) for handle, amount in found.items())


def mix_name(parts: tuple[MixPart, ...]) -> str:
    """For people: "a × b", or with uneven weights "a × b, 70 : 30"."""
    names = " × ".join(part.handle for part in parts)
    if len({round(part.weight, 2) for part in parts}) == 1:
        return names
    return f"{names}, {' : '.join(f'{100 * part.weight:.0f}' for part in parts)}"


def mix_text(parts: tuple[MixPart, ...]) -> str:
    """What asks for the mix, like "a+b" or "a*0.7+b*0.3"."""
    if len({round(part.weight, 2) for part in parts}) == 1:
        return "+".join(part.handle for part in parts)
    return "+".join(f"{part.handle}*{part.weight:.2f}" for part in parts)


def shown_handle(text: str) -> str:
    """A handle or a mix that was asked for, as people read it."""
    return mix_name(parse_mix(text)) if "+" in text else text
