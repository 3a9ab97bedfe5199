"""Whatever a model or a person writes: nobody is pinged, no link is live, nothing invisible gets through."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.phrases import parody_label
from bot.service.safety import PROMPT_CHARACTERS, neutralise, tidy_prompt
from data.errors import PromptTooLong

HOSTILE = [
    "@everyone look",
    "@here",
    "hi @bob_smith and @alice",
    "<@123456789012345678> <@!1> <@&2> <#3> </help:4> <:e:5> <t:1:R> <id:guide>",
    "https://evil.example/x?y=1",
    "HTTP://EVIL.EXAMPLE",
    "tg://resolve?domain=x discord://a javascript:alert(1) mailto:a@b.cd",
    "evil.example/path t.me/group discord.gg/abc",
    "/start now /retrain dril",
    "\u202egnp.exe\u202c \u2066x\u2069 a\u200bb \u200fc",
    "\x1b[31mred\x1b[0m \x07 \x00",
    "z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308algo",
    "＠everyone",
]
LIVE = re.compile(
    r"[@＠](?=[^\s\u2060])|<[@#:/](?=\S)|<(?:t|id):|(?i:\b(?:https?|ftp|tg|discord|mailto|javascript):)|(?:^|\s)/(?=\w)"
)
INVISIBLE = re.compile(r"[\x00-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2061-\u206f\ufeff]")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_defused_and_still_read_the_same(text: str) -> None:
    safe = neutralise(text)
    assert not LIVE.search(safe)
    assert not INVISIBLE.search(safe)
    letters = [c for c in text if c.isalpha() and c.isascii()]
    assert [c for c in safe if c.isalpha() and c.isascii()] == letters


@given(st.text(max_size=400))
def test_no_text_at_all_pings_links_or_hides(text: str) -> None:
    safe = neutralise(text)
    assert not LIVE.search(safe)
    assert not INVISIBLE.search(safe)
    assert neutralise(safe).replace("\u2060", "") == safe.replace("\u2060", "")


def test_emoji_sequences_and_scripts_stay_whole() -> None:
    for text in ("👩🏽‍🚀 to the moon", "日本語のツイート", "שלום עולם", "e.g. this, or 3.14 & co.", "a/b and 1/2"):
        assert neutralise(text) == text


def test_domains_are_no_links_any_more() -> None:
    assert "evil.example" not in neutralise("see evil.example/x")
    assert "discord.gg" not in neutralise("discord.gg/abc")


@given(st.text(max_size=300))
def test_a_prompt_is_one_short_line_or_refused(prompt: str) -> None:
    if len(" ".join(INVISIBLE.sub(" ", prompt).split())) > PROMPT_CHARACTERS:
        with contextlib.suppress(PromptTooLong):
            assert len(tidy_prompt(prompt)) <= PROMPT_CHARACTERS  # it was long for what is not text at all
        return
    tidy = tidy_prompt(prompt)
    assert len(tidy) <= PROMPT_CHARACTERS
    assert tidy == " ".join(tidy.split())
    assert not INVISIBLE.search(tidy)


def test_the_label_says_parody_and_pings_nobody() -> None:
    assert "AI parody" in parody_label("dril")
    assert "@dril" not in parody_label("dril")
