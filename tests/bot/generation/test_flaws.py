"""What a reader stumbles over is seen, and what real accounts write is not taken for it."""

from __future__ import annotations

import pytest

from bot.generation.flaws import flaw_of

FLAG, SCOTLAND = "🇧🇷", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"


@pytest.mark.parametrize(
    "text",
    [
        "so \ufffd it goes",
        "🇧 half a flag",
        f"{FLAG}🇧",
        "🏽 nobody's skin",
        "hello 🏽",
        "\u200d joined to nothing",
        "end\u200d",
    ],
)
def test_broken_glyphs(text: str) -> None:
    assert flaw_of(text) == "a broken glyph"


@pytest.mark.parametrize(
    "text",
    [
        "call 1111111111 now",
        "the dog and the dog and the dog and the dog and the dog and the dog",
        "gum, gum, gum, gum, gum, gum, gum and more",
        "well" + "!" * 30,
        "committee of the committee, says the committee to a committee about committee business; another committee",
        "no no no no no no no no no",
    ],
)
def test_loops(text: str) -> None:
    assert flaw_of(text) == "a loop"


@pytest.mark.parametrize(
    "text",
    [
        f"{FLAG}{FLAG} 👍🏽 👩🏾‍🚀 👨‍👩‍👧‍👦 ❤️ ☝🏻 🤷🏽‍♀️ {SCOTLAND} 1️⃣",
        "नमस्ते दुनिया",
        "hahahahaha that is a very, very, very good hum!!!!!!!!",
        "no no no no, I said no",
        "soooooooooooo good............",
        "moon this, moon that, moon everywhere; but tell me, sir, who pays for the moon's glass of tea",
        "100000 reasons",
        "",
    ],
)
def test_what_people_write(text: str) -> None:
    assert flaw_of(text) is None
