"""What a person may ask for besides a voice and a beginning: how many tweets, how daring, and which seed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.generation.types import MAX_TWEETS
from data.errors import InvalidChoice

CREATIVITY = {"calm": 0.7, "usual": 1.0, "wild": 1.3}
"""By name, what the temperature that suits a voice is multiplied by."""

MAX_SEED = (1 << 53) - 1  # what every platform's numbers can hold
_OPTION = re.compile(r"(count|creativity|seed)=(\S+)")


@dataclass(frozen=True)
class AnswerOptions:
    """`creativity` flattens (above 1) or sharpens the choice of words; without a `seed`, one is drawn."""

    count: int = 5
    creativity: float = CREATIVITY["usual"]
    seed: int | None = None


USUAL = AnswerOptions()


def parse_creativity(creativity: str) -> float:
    """A named level, or a number from 0.1 to 2. Raises `InvalidChoice`."""
    named = CREATIVITY.get(creativity.strip().lower())
    if named is not None:
        return named
    allowed = ", ".join(CREATIVITY) + " or a number from 0.1 to 2"
    try:
        number = float(creativity.replace(",", "."))
    except ValueError:
        raise InvalidChoice("creativity", creativity, allowed) from None
    if not 0.1 <= number <= 2:
        raise InvalidChoice("creativity", creativity, allowed)
    return number


def split_options(words: Sequence[str]) -> tuple[AnswerOptions, list[str]]:
    """Options written in front, like `count=3 creativity=wild seed=7`, and the words after them.

    Raises `InvalidChoice`.
    """
    options = USUAL
    for index, word in enumerate(words):
        match = _OPTION.fullmatch(word.lower())
        if match is None:
            return options, list(words[index:])
        name, value = match.groups()
        if name == "creativity":
            options = replace(options, creativity=parse_creativity(value))
        elif name == "count":
            options = replace(options, count=_whole(name, value, 1, MAX_TWEETS))
        else:
            options = replace(options, seed=_whole(name, value, 0, MAX_SEED))
    return options, []


def _whole(name: str, value: str, lowest: int, highest: int) -> int:
    if not re.fullmatch(r"[0-9]{1,16}", value) or not lowest <= int(value) <= highest:
        raise InvalidChoice(name, value, f"a whole number from {lowest} to {highest}")
    return int(value)
