"""The fuzzing targets: some seconds of made-up input each, and every input that ever broke one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzzing import TARGETS

CASES = [
    ("archives", b'\x01{"id": "%s", "created_at": "2026-01-01T00:00:00Z", "text": "hum"}' % (b"9" * 5000), "refused"),
    ("outputs", b"s\xe0", "taken"),
    ("handles", b"vendo_floor3", "taken"),
    ("handles", b"../../etc", "refused"),
    ("prompts", b"My dream is", "taken"),
]
MARKS = [
    *"@/.:<>&*_[]()\\\x1f\u200b\u202e\u0301#\n =+-\u2060aé日٣🌙",
    "everyone",
    "https",
    "com",
    "t.me",
    "tg",
    "count",
]
SOME_TEXT = st.lists(st.sampled_from(MARKS) | st.characters(exclude_categories=["Cs"])).map("".join)


@given(st.binary(max_size=400) | SOME_TEXT.map(str.encode))
@pytest.mark.parametrize("target", TARGETS)
def test_nothing_made_up_breaks_it(target: str, data: bytes) -> None:
    assert TARGETS[target](data) in ("refused", "taken")  # and holds what the target says of either


@pytest.mark.parametrize(("target", "data", "outcome"), CASES)
def test_what_becomes_of_known_inputs_and_of_what_once_broke_it(target: str, data: bytes, outcome: str) -> None:
    assert TARGETS[target](data) == outcome
