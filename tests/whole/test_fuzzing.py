"""The fuzzing targets: some seconds of made-up input each, and every input that ever broke one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzzing import TARGETS

CASES = [
    ("archives", b'\x01{"id": "%s", "created_at": "2026-01-01T00:00:00Z", "text": "hum"}' % (b"9" * 5000)),
    ("outputs", b"s\xe0"),
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
    TARGETS[target](data)


@pytest.mark.parametrize(("target", "data"), CASES)
def test_what_once_broke_it_does_not(target: str, data: bytes) -> None:
    TARGETS[target](data)
