"""A voice mentions whom its account mentions, and nobody else."""

from __future__ import annotations

from pathlib import Path

from data.tweets.mentions import Mentions, together

TWEETS = ["@Till_9 hello", "ask @till_9 or @gum", "no one here", "@Till_9 again"]


def test_the_handles_of_a_corpus_the_most_used_first(tmp_path: Path) -> None:
    mentions = Mentions.of(TWEETS)
    assert mentions.handles == ("@Till_9", "@till_9", "@gum")
    mentions.save(tmp_path)
    loaded = Mentions.load(tmp_path)
    assert loaded
    assert loaded.handles == mentions.handles
    assert Mentions.load(tmp_path / "nowhere") is None


def test_an_invented_handle_becomes_one_that_the_account_uses_and_the_same_each_time() -> None:
    mentions = Mentions.of(TWEETS)
    assert mentions.settled("@GUM is closed") == "@GUM is closed"
    settled = mentions.settled("@stranger and @stranger, but @gum")
    assert settled
    first, second = settled.split()[0], settled.split()[2].rstrip(",")
    assert first == second
    assert first in mentions.handles
    assert settled.endswith("but @gum")


def test_whoever_asks_may_name_anybody() -> None:
    assert Mentions.of(TWEETS).settled("@friend said @Friend", "@friend said") == "@friend said @Friend"


def test_an_account_without_handles_invents_none() -> None:
    assert Mentions.of(["just words"]).settled("hello @stranger") is None
    assert Mentions.of(["just words"]).settled("hello stranger") == "hello stranger"


def test_a_mix_may_mention_whom_any_of_its_accounts_does() -> None:
    both = together([Mentions(["@a1"]), Mentions(["@b2"])])
    assert both
    assert both.settled("@a1 @b2") == "@a1 @b2"
    assert together([Mentions(["@a1"]), None]) is None
