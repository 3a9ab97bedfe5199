"""Live sources: networks that are asked for an account's posts over HTTP, page by page, newest first.

A source knows its network and nothing of the database. What is stored, when and how often is `data.downloads`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from data.tweets import Tweet


@dataclass(frozen=True)
class Profile:
    """An account at its source. `id` stays when it is renamed; `posts` is how many it has, where the source says."""

    id: str
    handle: str
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

    def fetch(self, account_id: str, since: str | None, cursor: str | None) -> Iterator[Page]:
        """Pages from `cursor` (or the newest post) back to what is marked `since` (or the first post).

        Raises also `AccountUnavailable`.
        """

    def present(self, account_id: str, ids: Sequence[str]) -> set[str]:
        """Which of these posts are still there."""
