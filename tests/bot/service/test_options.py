"""Options as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.service.options import CREATIVITY, MAX_SEED, AnswerOptions, parse_creativity, split_options
from data.errors import InvalidChoice


@pytest.mark.parametrize(
    ("text", "options", "rest"),
    [
        ("", AnswerOptions(), ""),
        ("My dream is", AnswerOptions(), "My dream is"),
        ("count=3 My dream", AnswerOptions(3), "My dream"),
        ("SEED=7 Creativity=Wild count=10", AnswerOptions(10, CREATIVITY["wild"], 7), ""),
        ("creativity=0,5 a count=2", AnswerOptions(creativity=0.5), "a count=2"),
        (f"seed={MAX_SEED} x", AnswerOptions(seed=MAX_SEED), "x"),
        ("count= 3", AnswerOptions(), "count= 3"),
        ("mood=bad 3", AnswerOptions(), "mood=bad 3"),
    ],
)
def test_options_stand_in_front(text: str, options: AnswerOptions, rest: str) -> None:
    assert split_options(text.split()) == (options, rest.split())


@pytest.mark.parametrize(
    "text", ["count=0", "count=11", "count=3.5", "count=٣", "seed=-1", f"seed={MAX_SEED + 1}", "creativity=mad"]
)
def test_what_is_out_of_range_is_refused(text: str) -> None:
    with pytest.raises(InvalidChoice):
        split_options([text])


@pytest.mark.parametrize("text", ["0", "0.09", "2.01", "nan", "inf", "-1", ""])
def test_a_creativity_is_a_level_or_a_number_in_range(text: str) -> None:
    with pytest.raises(InvalidChoice):
        parse_creativity(text)


@given(st.text())
def test_any_text_is_split_or_refused(text: str) -> None:
    try:
        options, rest = split_options(text.split())
    except InvalidChoice:
        return
    assert 1 <= options.count <= 10
    assert 0.1 <= options.creativity <= 2
    assert text.split()[len(text.split()) - len(rest) :] == rest
