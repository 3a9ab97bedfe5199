"""Live sources: networks that are asked for an account's posts over HTTP, page by page, newest first.

A source knows its network and nothing of the database. What is stored, when and how often is `data.sources.downloads`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from data.errors import SourceDown
from data.tweets.store import Tweet

log = logging.getLogger(__name__)
T = TypeVar("T")
_ID = re.compile(r"[!-~]+")


@dataclass(frozen=True)
class Profile:
    """An account at its source. `id` stays when it is renamed; `posts` is how many it has, where the source says."""

    id: str
    display_name: str
    posts: int | None = None


@dataclass(frozen=True)
class Page:
    """Some posts, newest first. `cursor` is where the next page begins, None at the end.

    `newest` marks the newest post of the page: what a later download has everything up to.
    """

    tweets: tuple[Tweet, ...]
    cursor: str | None
    newest: str | None


class LiveSource(Protocol):
    """One network. Every method raises `SourceRefused`, `RateLimited`, `SourceDown`, `BudgetSpent`."""

    name: str  # "X", "Bluesky", or the Mastodon server's host
    checks: int  # posts that one re-check may ask for

    def find(self, handle: str) -> Profile:
        """Raises also `AccountUnavailable`."""

    def fetch(self, account_id: str, since: str | None, cursor: str | None, most: int) -> Iterator[Page]:
        """Pages from `cursor` (or the newest post) back to what is marked `since` (or the first post).

        About `most` posts are wanted. Raises also `AccountUnavailable`, and `CursorRefused`.
        """

    def cursor_below(self, post_id: str) -> str | None:
        """A cursor that begins below a post, to go on with after `CursorRefused`; None where there is no such thing."""

    def present(self, account_id: str, ids: Sequence[str]) -> dict[str, bool]:
        """Whether each of these posts is still there, for those that were looked for."""


class Charge(Protocol):
    """What an attempt costs, where requests are paid for."""

    def attempt(self) -> None:
        """Called before each attempt; raises where it cannot be paid for."""

    def lost(self) -> None:
        """Called when the source may have served, and charged for, an answer that did not arrive whole."""


class Granted(Charge, Protocol):
    """Part of the budget, set aside. `posts` is how many may be read; `spent` is set to how many were."""

    posts: int
    spent: int


class Budget(Protocol):
    """Where posts are paid for."""

    def __call__(self, least: int, most: int) -> AbstractContextManager[Granted]:
        """Set aside between `least` and `most` posts for a request. Raises `BudgetSpent` before it is made."""


class CursorRefused(Exception):
    """The source no longer knows the place where a download was left."""


def told(text: object) -> str:
    """What a server says, as a part of a sentence: printable, on one line, and short."""
    kept = "".join(character if character.isprintable() else " " for character in str(text)[:2000])
    return " ".join(kept.split())[:200]


def profile_of(source: str, key: object, name: object, posts: object = None) -> Profile:
    """What a server says of an account. Raises `SourceDown` where its id is none."""
    known = posts if isinstance(posts, int) and 0 <= posts < 1 << 40 else None
    return Profile(identifier(source, key), told(name if isinstance(name, str) else "")[:100], known)


def identifier(source: str, key: object, most: int = 200) -> str:
    """An id or a mark as networks give them, of at most so many characters. Raises `SourceDown`."""
    if isinstance(key, bool) or not isinstance(key, int | str) or not _ID.fullmatch(str(key)) or len(str(key)) > most:
        raise SourceDown(source, "it sent an id that is none")
    return str(key)


def readable(source: str, items: object, read: Callable[[Any], T]) -> list[T]:
    """What can be read of a page's items; others are passed over. Raises `SourceDown` if it is none of several."""
    if not isinstance(items, list):
        raise SourceDown(source, "it sent no list of posts")
    found: list[T] = []
    trouble: Exception | None = None
    for item in items:
        try:
            one = read(item)
            if isinstance(one, Tweet):
                identifier(source, one.id)
            found.append(one)
        except (SourceDown, KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
            trouble = error
    if trouble is not None:
        log.warning("%s sent %d posts that cannot be read", source, len(items) - len(found))
        if not found:
            raise SourceDown(source, "it sent posts I cannot read") from trouble
    return found
