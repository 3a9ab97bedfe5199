"""A month's budget of paid posts, counted in the database before each request, so that it is never exceeded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlite_utils import Database

from data.errors import BudgetSpent
from data.storage.database import change, one, transaction
from data.storage.ledger import note


class Grant:
    """Posts set aside for one request. Each attempt that may have been charged for needs as many again."""

    def __init__(self, budget: MonthlyBudget, posts: int) -> None:
        self.posts = posts
        self.spent = 0
        self._budget, self._reserved, self._lost = budget, posts, 0

    def attempt(self) -> None:
        """Raises `BudgetSpent` when the attempts before have used up what was set aside."""
        if self._reserved < self.posts * (self._lost + 1):
            self._budget.reserve(self.posts, self.posts)
            self._reserved += self.posts

    def lost(self) -> None:
        """Count an attempt's posts, though its answer did not arrive whole."""
        self._lost += 1

    def unused(self) -> int:
        """Posts that were set aside and not read."""
        return self._reserved - self.posts * self._lost - self.spent


class MonthlyBudget:
    """`posts` a calendar month (UTC), shared by all processes on the database."""

    def __init__(self, db: Database, posts: int, clock: Callable[[], float]) -> None:
        self._db, self._posts, self._clock = db, posts, clock

    @contextmanager
    def __call__(self, least: int, most: int) -> Iterator[Grant]:
        """Set aside for a request; give back what it did not use. A kill in between leaves it spent."""
        grant = Grant(self, self.reserve(least, most))
        month = self.month()
        try:
            yield grant
        finally:
            change(self._db, "UPDATE spending SET posts = posts - ? WHERE month = ?", grant.unused(), month)

    def reserve(self, least: int, most: int) -> int:
        """Raises `BudgetSpent` if fewer than `least` are left."""
        month = self.month()
        with transaction(self._db):
            left = self._posts - spent_in(self._db, month)
            if left < least:
                raise BudgetSpent("X", max(0, left), self._posts, month)
            granted = min(left, most)
            note(self._db, "spent", month=month, posts=spent_in(self._db, month) + granted)
            change(
                self._db,
                "INSERT INTO spending (month, posts) VALUES (?, ?) "
                "ON CONFLICT (month) DO UPDATE SET posts = posts + excluded.posts",
                month,
                granted,
            )
        return granted

    def month(self) -> str:
        """The month that is paid from: the clock's, but none before the newest that was paid from already, or setting
        the clock back would buy everything again.
        """
        newest = one(self._db, "SELECT max(month) AS month FROM spending")
        return max(month_of(self._clock()), str(newest["month"] or "") if newest else "")


def spent_in(db: Database, month: str) -> int:
    """Posts that were read in a month, like "2026-11"."""
    row = one(db, "SELECT posts FROM spending WHERE month = ?", month)
    return row["posts"] if row else 0


def month_of(now: float) -> str:
    """Like 2026-11."""
    return datetime.fromtimestamp(now, UTC).strftime("%Y-%m")
