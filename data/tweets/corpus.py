"""Corpora: what is left of an account's tweets after cleaning, counted and fingerprinted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from data.accounts.policies import policy
from data.accounts.store import Account, Cleaning, Replies, members_of
from data.errors import CorpusTooSmall
from data.storage.database import change, one
from data.tweets.cleaning import (
    begins_with_mention,
    clean,
    is_cut_off,
    is_short,
    quotes_another,
    strip_leading_mentions,
)
from data.tweets.masking import mask, mask_mentions
from data.tweets.store import Tweet, load_tweets

MIN_TWEETS = 20  # different ones, so that some can be held out
COMFORTABLE_CHARACTERS = 40_000  # below this the reference warns that the voice will be thin


@dataclass(frozen=True)
class Counts:
    """Always: downloaded = retweets + short + kept + duplicates + replies + cut.

    `duplicates` and `cut`, what a source has cut off, are 0 in reference mode; `replies` counts dropped ones and is 0
    unless the account drops them.
    """

    downloaded: int
    retweets: int
    short: int
    kept: int
    duplicates: int = 0
    replies: int = 0
    cut: int = 0


@dataclass(frozen=True)
class Corpus:
    """Cleaned tweets, oldest first. `fingerprint` is the SHA-256 of the texts in order.

    The corpus of a joint account has its members' texts one after another, and their corpora as `parts`.
    """

    cleaning: Cleaning
    replies: Replies
    counts: Counts
    texts: tuple[str, ...]
    fingerprint: str
    parts: tuple[Corpus, ...] = ()
    masked: int = 0  # pieces of personal data that were replaced

    @property
    def characters(self) -> int:
        """Of all texts together."""
        return sum(map(len, self.texts))


def build_corpus(
    tweets: Sequence[Tweet],
    cleaning: Cleaning = "default",
    replies: Replies = "keep",
    *,
    without_mentions: bool = False,
) -> Corpus:
    """Clean, count, and mask personal data. `tweets` are oldest first; of equal texts the oldest is kept."""
    retweets = short = duplicates = dropped_replies = masked = cut = 0
    texts: dict[str, int] = {}  # in order of insertion
    kept: list[str] = []
    for tweet in tweets:
        if tweet.is_retweet or (cleaning == "default" and quotes_another(tweet.text)):
            retweets += 1
            continue
        if cleaning == "default" and is_cut_off(tweet.text):
            cut += 1
            continue
        is_reply = tweet.in_reply_to is not None or begins_with_mention(tweet.text)
        if is_reply and replies == "drop":
            dropped_replies += 1
            continue
        raw = strip_leading_mentions(tweet.text) if is_reply and replies == "strip" else tweet.text
        text = clean(raw, cleaning)
        if is_short(text, cleaning):
            short += 1
            continue
        text, found = mask(text)
        if without_mentions:
            text = mask_mentions(text)
        if cleaning == "default" and text in texts:
            duplicates += 1
        else:
            texts[text] = 1
            kept.append(text)
            masked += found
    counts = Counts(len(tweets), retweets, short, len(kept), duplicates, dropped_replies, cut)
    return Corpus(cleaning, replies, counts, tuple(kept), fingerprint(kept), masked=masked)


def fingerprint(texts: Sequence[str]) -> str:
    """SHA-256 of texts, in their order."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def account_corpus(db: Database, account: Account) -> Corpus:
    """The corpus of an account's tweets as they are now, by its own rules; of a joint one, its members' together."""
    if members := members_of(db, account.id):
        return _joined([account_corpus(db, member) for member in members])
    without_mentions = policy(db, "mentions") == "mask"
    tweets = load_tweets(db, account.id)
    return build_corpus(tweets, account.cleaning, account.replies, without_mentions=without_mentions)


def _joined(parts: Sequence[Corpus]) -> Corpus:
    counts = [part.counts for part in parts]
    texts = tuple(text for part in parts for text in part.texts)
    return Corpus(
        cleaning=parts[0].cleaning,
        replies=parts[0].replies,
        counts=Counts(**{name: sum(getattr(count, name) for count in counts) for name in vars(counts[0])}),
        texts=texts,
        fingerprint=fingerprint(texts),
        parts=tuple(parts),
        masked=sum(part.masked for part in parts),
    )


def require_enough(handle: str, corpus: Corpus, min_characters: int) -> None:
    """Raises `CorpusTooSmall` with what is missing."""
    if corpus.characters < min_characters:
        raise CorpusTooSmall(handle, corpus.characters, min_characters)


def what_is_missing(corpus: Corpus, min_characters: int) -> str | None:
    """A sentence on what training still needs and why it is not there, or None where it can begin."""
    counts, distinct = corpus.counts, len(set(corpus.texts))
    if corpus.characters < min_characters:
        needed = f"Training needs {min_characters - corpus.characters:,} characters more"
        needed += f" ({corpus.characters:,} of {min_characters:,})."
    elif distinct < MIN_TWEETS:
        needed = (
            f"Training needs {MIN_TWEETS - distinct} different tweets more ({distinct} of {MIN_TWEETS}), however long."
        )
    else:
        return None
    lost = {
        "retweets, or quote others": counts.retweets,
        "too short": counts.short,
        "replies": counts.replies,
        "cut off by their source": counts.cut,
        "the same as others": counts.duplicates,
    }
    reason, number = max(lost.items(), key=lambda each: each[1])
    if number * 2 > counts.downloaded:
        needed += f" {'All' if number == counts.downloaded else f'{number:,} of {counts.downloaded:,}'} are {reason}."
    return needed


def size_warning(corpus: Corpus) -> str | None:
    """A sentence for a corpus that can be trained on but is thin, or None."""
    if corpus.characters >= COMFORTABLE_CHARACTERS:
        return None
    return (
        f"{corpus.characters:,} characters are few: from {COMFORTABLE_CHARACTERS:,} on, so "
        f"{COMFORTABLE_CHARACTERS - corpus.characters:,} more, a voice is more varied."
    )


def register_corpus(db: Database, account_id: int, corpus: Corpus, *, now: float) -> int:
    """Store the corpus's counts and fingerprint, not its texts; return its id."""
    change(
        db,
        "INSERT INTO corpora (account_id, fingerprint, cleaning, replies, counts, characters, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        account_id,
        corpus.fingerprint,
        corpus.cleaning,
        corpus.replies,
        json.dumps(vars(corpus.counts)),
        corpus.characters,
        now,
    )
    row = one(db, "SELECT id FROM corpora WHERE account_id = ? AND fingerprint = ?", account_id, corpus.fingerprint)
    assert row is not None
    return int(row["id"])


def corpus_counts(db: Database, corpus_id: int) -> Counts:
    """The counts of a corpus that was registered."""
    row = one(db, "SELECT counts FROM corpora WHERE id = ?", corpus_id)
    assert row is not None
    return Counts(**json.loads(row["counts"]))


def counts_for_people(corpus: Corpus) -> dict[str, Any]:
    """The counts that mean something in the corpus's mode, by name."""
    counts: dict[str, Any] = dict(vars(corpus.counts))
    if corpus.cleaning == "reference":
        del counts["duplicates"]
    if corpus.replies != "drop":
        del counts["replies"]
    if not corpus.counts.cut:
        del counts["cut"]
    return counts
