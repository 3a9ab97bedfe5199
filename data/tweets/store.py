"""Tweets as downloaded: raw text, never cleaned. The database is their home."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlite_utils import Database

MAX_CHARACTERS = 30_000  # of one post; X's longest have 25,000


@dataclass(frozen=True)
class Tweet:
    """One post. `created_at` is in seconds since 1970 (UTC), None where the source does not say."""

    id: str
    created_at: float | None
    text: str
    is_retweet: bool = False
    in_reply_to: str | None = None
    source: str = ""
    author: str | None = None  # a handle in small letters, where the source says; not stored


def store_tweets(db: Database, account_id: int, tweets: Iterable[Tweet]) -> int:
    """Add the tweets whose ids are not stored yet; return how many were new. Call inside a transaction.

    Of very many, `stage_tweets` beforehand keeps that transaction short.
    """
    stage_tweets(db, tweets)
    return store_staged(db, account_id)


def stage_tweets(db: Database, tweets: Iterable[Tweet]) -> None:
    """Make the tweets ready in a table that only this connection sees, in memory: nobody has to wait for that."""
    db.execute(
        "CREATE TEMP TABLE IF NOT EXISTS staged_tweets (id TEXT PRIMARY KEY, created_at REAL, text TEXT, "
        "is_retweet INTEGER, in_reply_to TEXT, source TEXT) WITHOUT ROWID"
    )
    db.execute("DELETE FROM temp.staged_tweets")
    db.conn.executemany(
        "INSERT INTO temp.staged_tweets VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (
            (
                storable(tweet.id),
                tweet.created_at,
                storable(tweet.text[:MAX_CHARACTERS]),
                tweet.is_retweet,
                None if tweet.in_reply_to is None else storable(tweet.in_reply_to),
                tweet.source,
            )
            for tweet in tweets
        ),
    )


def store_staged(db: Database, account_id: int) -> int:
    """Give what `stage_tweets` made ready to an account, in few statements. Returns how many of them were new.

    A text that was stored cut off is replaced by a longer one of the same tweet.
    """
    new = db.execute(
        "SELECT count(*) FROM temp.staged_tweets WHERE NOT EXISTS "
        "(SELECT 1 FROM tweets WHERE account_id = ? AND tweets.id = staged_tweets.id)",
        [account_id],
    ).fetchone()
    db.execute(
        "INSERT INTO tweets (account_id, id, created_at, text, is_retweet, in_reply_to, source) "
        "SELECT ?, * FROM temp.staged_tweets WHERE true ORDER BY id "
        "ON CONFLICT (account_id, id) DO UPDATE SET text = excluded.text "
        "WHERE (tweets.text LIKE '%…' OR tweets.text LIKE '%… https://%' OR tweets.text LIKE '%…https://%') "
        "AND length(excluded.text) > length(tweets.text)",
        [account_id],
    )
    db.execute("DELETE FROM temp.staged_tweets")
    return int(new[0])


def storable(text: str) -> str:
    """JSON may hold halves of a surrogate pair: join the pairs, replace a lonely half by U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def load_tweets(db: Database, account_id: int) -> list[Tweet]:
    """All tweets of an account, oldest first."""
    rows = db.query("SELECT * FROM tweets WHERE account_id = ?", [account_id])
    tweets = [
        Tweet(
            id=row["id"],
            created_at=row["created_at"],
            text=row["text"],
            is_retweet=bool(row["is_retweet"]),
            in_reply_to=row["in_reply_to"],
            source=row["source"],
        )
        for row in rows
    ]
    return sorted(tweets, key=_age)


_NUMBER = re.compile(r"[0-9]{1,40}")


def _age(tweet: Tweet) -> tuple[float, int, str]:
    """Time, then id as a number: ids grow with time at every source that numbers its posts."""
    return (tweet.created_at or 0.0, int(tweet.id) if _NUMBER.fullmatch(tweet.id) else 0, tweet.id)


_FORMATS = (
    "%a %b %d %H:%M:%S %z %Y",  # X API v1.1 and archives
    "%m/%d/%Y %H:%M",
    "%m/%d/%Y %H:%M:%S",
    "%m/%d/%Y %I:%M %p",
    "%m/%d/%Y",
)


def parse_time(text: str | None) -> float | None:
    """Seconds since 1970 from ISO 8601, X's own formats or epoch seconds; UTC where no zone is given.

    Raises ValueError for a text that is none of them.
    """
    if text is None or not (text := str(text).strip()):
        return None
    if text.isascii() and text.isdigit() and 9 <= len(text) <= 13:
        return int(text) / (1000 if len(text) > 11 else 1)
    try:
        return _utc(datetime.fromisoformat(text.removesuffix(" UTC")))
    except ValueError:
        for form in _FORMATS:
            try:
                return _utc(datetime.strptime(text, form))
            except ValueError:
                continue
    raise ValueError(f"{text[:40]!r} is not a time")


def _utc(time: datetime) -> float:
    return (time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp()
