"""How a beginning that a person typed is left open, in vocabularies of both kinds."""

from __future__ import annotations

import pytest

from data.models.framing import Framing, load_framing
from tests.peers.tiny_families import write_tiny_families


@pytest.fixture(scope="module", params=["qwen2", "gemma3"])
def framing(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Framing:
    """Byte-level, and of pieces."""
    place = tmp_path_factory.mktemp("families")
    return load_framing(write_tiny_families(place)[request.param])


def allowed(framing: Framing, text: str) -> tuple[str, list[str]]:
    """What the frame says before its first token, and what that may then make of it."""
    opening = framing.opening(text)
    by_rank = {rank: id for id, rank in enumerate(framing.ranks(700)) if rank >= 0}
    assert opening.first is not None
    return framing.text(opening.ids), [framing.text([*opening.ids, by_rank[n]]) for n in range(*opening.first)]


@pytest.mark.parametrize("text", ["the moo", "My dream i", "hum. n", "exact change is a lov", "w"])
def test_every_way_on_begins_with_what_was_typed(framing: Framing, text: str) -> None:
    before, ways = allowed(framing, text)
    assert text.startswith(before)
    assert before != text
    assert text in ways, "the last word may have been whole"
    assert len(ways) > 1
    assert all(way.startswith(text) for way in ways)
    tokens = [framing.text([id]) for id in framing.tokenizer.get_vocab().values()]
    assert sum(token.startswith(text[len(before) :]) for token in tokens) <= len(ways), "none is left out"


def test_nothing_that_ends_a_tweet_is_a_way_on(framing: Framing) -> None:
    ranks = framing.ranks(700)
    assert {ranks[id] for id in framing.ending_ids()} == {-1}
    assert sorted(rank for rank in ranks if rank >= 0) == list(range(sum(rank >= 0 for rank in ranks)))
    assert len(ranks) == 700, "a model may have more words than its vocabulary"


def test_an_empty_beginning_is_free(framing: Framing) -> None:
    opening = framing.opening("")
    assert (opening.ids, opening.first) == ([framing.begin_id], None)


def test_a_token_that_nothing_extends_stays(framing: Framing) -> None:
    """Bytes in the middle of a letter included."""
    for text in ("hum 🌙", "ok 日本"):
        opening = framing.opening(text)
        whole = framing.prompt(text)
        assert opening.ids == (whole if opening.first is None else whole[:-1])
