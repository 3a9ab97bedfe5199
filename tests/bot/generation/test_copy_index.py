"""Copies are found whatever their case, spaces and punctuation, and only copies."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.generation.copy_index import CopyIndex
from data.tweets.comparison import bare

TWEETS = [
    "the moon came by the window and did not buy anything, as usual",
    "Exact change is a love language.",
    "コーヒーを飲みたいです",
    "🌙🌙",
]


def test_whole_tweets_are_copies_in_any_dress() -> None:
    index = CopyIndex.of(TWEETS)
    for text in (
        "EXACT change — is a LOVE language",
        "exactchangeisalovelanguage",
        "コーヒーを 飲みたいです。",
        "🌙 🌙",
    ):
        assert index.is_copy(text)
    for text in ("exact change is a hate language", "love", "コーヒーを飲む", "🌙"):
        assert not index.is_copy(text)


def test_half_a_text_in_common_is_a_copy_and_less_is_not() -> None:
    index = CopyIndex.of(TWEETS)
    stretch = "the moon came by the window and did not buy"
    assert index.is_copy(f"well, {stretch} gum")
    assert not index.is_copy(f"{stretch}, which was fine by me because I sell nothing to celestial bodies at all, ever")


def test_what_the_prompt_says_does_not_count() -> None:
    index = CopyIndex.of(TWEETS)
    prompt = "the moon came by the window and did not"
    assert index.is_copy(f"{prompt} buy anything, as usual", prompt)
    assert not index.is_copy(f"{prompt} care for pretzels or for crumpled bills", prompt)


def test_the_index_survives_the_disk_and_holds_no_text(tmp_path: Path) -> None:
    CopyIndex.of(TWEETS).save(tmp_path)
    content = (tmp_path / "copies.safetensors").read_bytes()
    assert b"moon" not in content
    assert CopyIndex.load(tmp_path).is_copy(TWEETS[0])
    assert not CopyIndex.load(tmp_path / "nowhere").is_copy(TWEETS[0])


@given(st.lists(st.text(max_size=80), max_size=8), st.text(max_size=120))
def test_every_tweet_is_a_copy_of_itself_and_unrelated_text_is_found_as_by_a_plain_search(
    tweets: list[str], text: str
) -> None:
    index = CopyIndex.of(tweets)
    for tweet in tweets:
        assert index.is_copy(tweet.swapcase() if bare(tweet.swapcase()) == bare(tweet) else tweet) == bool(bare(tweet))
    if len(bare(text)) < 30:
        assert index.is_copy(text) == (bool(bare(text)) and bare(text) in {bare(tweet) for tweet in tweets})
