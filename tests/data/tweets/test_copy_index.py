"""Copies and near copies are found in whatever dress they come, and what an account says again and again is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from data.tweets.comparison import letters_of
from data.tweets.copy_index import FILE, CopyIndex, StretchIndex

TWEETS = [
    "the moon came by the window and did not buy anything, as usual",
    "Exact change is a love language.",
    "コーヒーを飲みたいです",
    "🌙🌙",
    "@till_9 i would like to speak to the manager of gravity about 3 incidents",
    "नमस्ते दुनिया, चाय कहाँ है",
    "昨日の夜中に自動販売機が三回も私の名前を呼んだ気がする",
    "my landlord has replaced every door in the building with a slightly smaller door",
]
MOON, MANAGER, MACHINE, DOOR = TWEETS[0], TWEETS[4], TWEETS[6], TWEETS[7]


@pytest.fixture(scope="module")
def index() -> CopyIndex:
    return CopyIndex.of(TWEETS)


@pytest.mark.parametrize(
    "text",
    [
        "EXACT change — is a LOVE language",
        "exactchangeisalovelanguage",
        "コーヒーを 飲みたいです。",
        "🌙 🌙",
        "नमस्ते दुनिया चाय कहाँ है!",
    ],
)
def test_whole_tweets_are_copies_in_any_dress(index: CopyIndex, text: str) -> None:
    assert index.is_copy(text)


@pytest.mark.parametrize(
    "change",
    {
        "another handle": lambda t: t.replace("@till_9", "@somebody_else"),
        "another number": lambda t: t.replace("3", "4"),
        "a word more": lambda t: t + " today",
        "a letter less": lambda t: t[: len(t) // 2] + t[len(t) // 2 + 1 :],
        "Cyrillic letters": lambda t: t.translate(str.maketrans("aeocp", "аеоср")),
        "marks": lambda t: "".join(c + "\u0336" for c in t),
        "other words every 25 letters": lambda t: t.replace("speak", "mumble").replace("gravity", "the tides"),
        "full width": lambda t: t.translate({n: n + 0xFEE0 for n in range(ord("a"), ord("z") + 1)}),
    }.items(),
    ids=lambda item: item[0],
)
def test_near_copies_are_found(index: CopyIndex, change: tuple[str, Callable[[str], str]]) -> None:
    changed = change[1](MANAGER)
    assert changed != MANAGER or change[0] == "another handle"
    assert index.is_copy(changed)


def test_two_tweets_half_and_half_are_a_copy(index: CopyIndex) -> None:
    assert index.is_copy("the moon came by the window and did not replace every door in the building")


def test_japanese_is_measured_by_what_it_says_and_not_by_its_length(index: CopyIndex) -> None:
    assert index.is_copy("自動販売機が三回も私の名前を呼んだよ")
    assert index.is_copy(MACHINE + "\u0301")
    assert not index.is_copy("コーヒーを飲む時間がもう少しだけほしい")


@pytest.mark.parametrize(
    "text", ["love", "🌙", "the moon came by again", "a manager of something else entirely", "nobody buys gum", ""]
)
def test_what_is_ones_own_is_no_copy(index: CopyIndex, text: str) -> None:
    assert not index.is_copy(text)


def test_most_of_a_text_in_common_is_a_copy_and_less_is_not(index: CopyIndex) -> None:
    stretch = "the moon came by the window and did not buy"
    assert index.is_copy(f"well, {stretch} gum")
    assert not index.is_copy(f"{stretch}, which was fine by me because I sell nothing to celestial bodies at all, ever")


def test_what_the_prompt_says_does_not_count(index: CopyIndex) -> None:
    prompt = "the moon came by the window and did not"
    assert index.is_copy(f"{prompt} buy anything, as usual", prompt)
    assert not index.is_copy(f"{prompt} care for pretzels or for crumpled bills", prompt)


@pytest.mark.parametrize("beginning", ["@floor3 " * 15, "!" * 150, "@a.b" * 30, "🌙" * 60, ". " * 60, "\u0301" * 20])
@pytest.mark.parametrize("tweet", [MOON, MACHINE, DOOR])
def test_a_beginning_without_letters_hides_no_copy(beginning: str, tweet: str, index: CopyIndex) -> None:
    """Its signs were taken for as many letters of the real tweet that followed."""
    assert index.is_copy(f"{beginning} {tweet[:-1]} lol", beginning)
    assert index.is_copy(f"{beginning} {tweet} lol"[:280], beginning)


def test_what_an_account_says_again_and_again_may_be_said_again() -> None:
    days = [f"Day {n} without an accident at the toaster." for n in range(200)]
    assert not CopyIndex.of(days).is_copy("Day 777 without an accident at the toaster.")
    once = CopyIndex.of([*days, "Day 3 without an accident, but somebody has stolen the whole toaster and its crumbs."])
    assert once.is_copy("Day 9 without an accident, but somebody has stolen the whole toaster and its crumbs.")
    assert not CopyIndex.of(["Good morning to all!", "good morning to all", "GOOD MORNING TO ALL"]).is_copy(
        "good morning to all"
    )


def test_the_index_survives_the_disk_and_holds_no_text(tmp_path: Path, index: CopyIndex) -> None:
    index.save(tmp_path)
    assert b"moon" not in (tmp_path / FILE).read_bytes()
    assert CopyIndex.load(tmp_path).is_copy(MOON)


def test_a_missing_index_is_an_error_and_no_permission(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        CopyIndex.load(tmp_path)


def test_the_index_of_the_first_release_is_understood(tmp_path: Path) -> None:
    """Written as it wrote them: polynomial hashes of whole bare texts and of stretches of 30 letters."""
    base, mask, text = 0x9E3779B97F4A7C15, (1 << 64) - 1, "themooncamebythewindowanddidnotbuyanythingasusual"

    def polynomial(part: str) -> int:
        return sum((ord(c) + 1) * pow(base, n, 1 << 64) for n, c in enumerate(part)) & mask

    hashes = {polynomial(text) ^ mask, *(polynomial(text[n : n + 30]) for n in range(len(text) - 29))}
    save_file({"hashes": np.array(sorted(hashes), np.uint64)}, tmp_path / FILE)
    old = CopyIndex.load(tmp_path)
    assert isinstance(old, StretchIndex)
    assert old.is_copy(MOON)
    assert old.is_copy("The moon came by the window and did not buy gum")
    assert not old.is_copy(DOOR)
    assert not old.is_copy("the moon")
    assert not old.is_copy(MOON[:45] + " that anybody could hold against it", MOON[:45])


@given(st.lists(st.text(max_size=80), max_size=8))
def test_every_tweet_is_a_copy_of_itself_unless_it_is_a_formula(tweets: list[str]) -> None:
    index = CopyIndex.of(tweets)
    said = [letters_of(tweet) for tweet in tweets]
    for tweet, letters in zip(tweets, said, strict=True):
        if said.count(letters) < 3:
            assert index.is_copy(tweet) == bool(letters)


@pytest.mark.parametrize("kind", ["two dimensions", "other names", "floats", "out of order", "another length", "text"])
def test_a_file_that_is_no_index_is_refused_when_it_is_loaded(kind: str, tmp_path: Path) -> None:
    """Let in, it failed the requests of all voices in the batch when the first draft was looked at."""
    CopyIndex.of([MOON, "exact change is a love language and so is silence"]).save(tmp_path)
    parts = load_file(tmp_path / "copies.safetensors")
    if kind == "two dimensions":
        parts["hashes"] = parts["hashes"].reshape(-1, 1)
    elif kind == "other names":
        parts["more"] = parts["whole"]
    elif kind == "floats":
        parts["whole"] = np.ones(3)
    elif kind == "out of order":
        parts["hashes"] = parts["hashes"][::-1].copy()
    elif kind == "another length":
        parts["tweets"] = parts["tweets"][:-1]
    save_file(parts, tmp_path / "copies.safetensors")
    if kind == "text":
        (tmp_path / "copies.safetensors").write_text("nothing of the kind")
    with pytest.raises((ValueError, SafetensorError)):
        CopyIndex.load(tmp_path)
