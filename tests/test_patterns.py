"""Every regular expression of the project, on texts made to keep it busy."""

from __future__ import annotations

import importlib
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
import regex

from tests.test_architecture import MODULES

Pattern = re.Pattern[str] | regex.Pattern[str]
PIECES = (
    "a", "@a", "a.", "a@", "#", "1", "1 ", "1.", "http://", "/", "\\", "a-", "<a", "&#", "…", " ", "\n", "'a", "“",
    "RT @a ", "é", "日", "(", ":a", "www.", "+1 ", "a_", "A1", "[", "0x", "Aa ", "A a-", "a a", "\t1", "%41", "=",
    "t.me",
)  # fmt: skip
SHORT, LONG = 1_000, 32_000


def patterns_of(value: Any) -> Iterator[Pattern]:
    """Those in a module's variable, also within its tables."""
    if isinstance(value, (re.Pattern, regex.Pattern)):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, (list, tuple, set, frozenset)):
        for each in value:
            yield from patterns_of(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from patterns_of(each)


def seconds(pattern: Pattern, text: str) -> float:
    """Of the processor's time; wherever in a text it may begin."""
    began = time.process_time()
    pattern.sub("", text)
    return time.process_time() - began


def is_slow(pattern: Pattern, piece: str) -> bool:
    """Whether 32 times as much text costs 160 times as much; where it is quadratic, it is a thousand."""
    short, long = ((piece * n)[:n] for n in (SHORT, LONG))
    if seconds(pattern, short) > 0.2:
        return True  # the long one would take minutes
    return all(seconds(pattern, long) > 5 * 32 * max(0.001, seconds(pattern, short)) for _ in range(3))


def test_every_pattern_takes_time_in_proportion_to_a_text() -> None:
    """A cell of 4,000 letters in the head of a CSV file took 37 seconds."""
    found: dict[str, Pattern] = {}
    for name in sorted(MODULES):
        if name == "bot.generation.gpu.kernels":  # of Triton
            continue
        for key, value in vars(importlib.import_module(name)).items():
            found |= {f"{name}.{key}: {pattern.pattern}": pattern for pattern in patterns_of(value)}
    assert len(found) > 90
    slow = [(name, piece) for name, pattern in found.items() for piece in PIECES if is_slow(pattern, piece)]
    assert slow == []


@pytest.mark.parametrize(("pattern", "slow"), [(r"[a-z]+\d", True), (r"(?<![a-z])[a-z]+\d", False)])
def test_what_is_slow_is_seen(pattern: str, slow: bool) -> None:
    assert any(is_slow(regex.compile(pattern), piece) for piece in ("1", "a")) == slow
