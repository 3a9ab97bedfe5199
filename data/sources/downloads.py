"""Downloads: an account's posts from a live source, a page and its cursor in one transaction.

A pass goes from the newest post back to what is stored already. A kill between two pages loses nothing and repeats
nothing: the next pass goes on at the cursor, and only then looks for what is newer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from data.accounts.handles import Handle, parse_handle
from data.accounts.policies import policy
from data.accounts.store import Account, configure_account, ensure_account, find_account, refuse_forbidden
from data.errors import (
    AccountRenamed,
    BudgetSpent,
    HandlePassedOn,
    JointAccount,
    LeaseLost,
    RateLimited,
    SourceDown,
    SourceRefused,
)
from data.models.registry import retire_for_deletion
from data.settings import Settings
from data.sources.budget import MonthlyBudget, month_of, spent_in
from data.sources.circuit_breaker import record_failure, record_success, refuse_resting, resting
from data.sources.networks.known import KNOWN
from data.sources.networks.network import CursorRefused, LiveSource, Page, Profile
from data.storage.database import change, one, transaction
from data.tweets.corpus import account_corpus
from data.tweets.store import storable, store_tweets

MAX_PAGES = 2_000  # of one pass
RECHECK_AFTER_S = 12 * 3600.0  # what was seen at its source since is not looked for again

Report = Callable[[int, int], None]
"""Called with posts so far and posts expected (0: unknown), before each request and while waiting; raises to end it."""


@dataclass(frozen=True)
class Downloaded:
    """What one download has changed."""

    new: int  # posts that were not stored before
    gone: int  # stored posts that their author has deleted


@dataclass(frozen=True)
class Estimate:
    """What a first download would read and cost. `left` is of the month's budget; None where nothing is paid."""

    network: str
    posts: int
    exact: bool  # else at most: how many there are is not known before asking
    dollars: float
    left: int | None


@dataclass(frozen=True)
class _Position:
    source_id: str
    since: str | None
    newest: str | None
    cursor: str | None
    fetched: int


@contextmanager
def open_source(
    db: Database, settings: Settings, handle: Handle, *, clock: Callable[[], float], report: Callable[[], None]
) -> Iterator[LiveSource]:
    """The source that a handle belongs to, for the block. Raises `SourceOff`, `SourceDown`."""
    if handle.members:
        raise JointAccount(handle.text)
    network = KNOWN[handle.network]
    prices = network.prices(settings)
    budget = MonthlyBudget(db, prices.monthly if prices else 0, clock)
    with network.open(settings, handle, budget, report) as source:
        yield source


def estimate(db: Database, settings: Settings, handle: str, posts: int | None = None, *, now: float) -> Estimate:
    """What a first download of the account would cost; at most, where `posts`, how many it has, is not known.

    Raises `InvalidHandle`, `SourceOff`, `OptedOut`, `ConsentNeeded`.
    """
    parsed = parse_handle(handle)
    refuse_forbidden(db, parsed.text)
    if parsed.members:
        raise JointAccount(parsed.text)
    network = KNOWN[parsed.network]
    network.require(settings)
    known, prices = posts is not None, network.prices(settings)
    most = min(settings.most_posts, settings.most_posts if posts is None else posts)
    if prices is None:
        return Estimate(parsed.network, most, known, 0.0, None)
    most = min(most, prices.ceiling)
    left = max(0, prices.monthly - spent_in(db, month_of(now)))
    return Estimate(parsed.network, most, known, (most + prices.per_account) * prices.dollars, left)


def describe_estimate(estimate: Estimate) -> str:
    """What a first download would read and cost, for people."""
    if estimate.left is None:
        return "Its public posts are free to read."
    posts = f"{'' if estimate.exact else 'Up to '}{estimate.posts:,} posts"
    return (
        f"{posts} cost about ${estimate.dollars:.2f}; {estimate.left:,} are left of this month's budget, "
        "and I stop there."
    )


def begin(db: Database, handle: str, profile: Profile, *, now: float) -> Account:
    """Remember that an account is downloaded from its network from now on.

    Raises `OptedOut`, `ConsentNeeded`, `AccountRenamed`, `HandlePassedOn`.
    """
    parsed = parse_handle(handle)
    place = parsed.place
    with transaction(db):
        known = one(
            db,
            "SELECT handle, source_id FROM downloads JOIN accounts ON accounts.id = account_id "
            "WHERE place = ? AND (source_id = ? OR handle = ?)",
            place,
            profile.id,
            parsed.text,
        )
        if known and known["handle"] != parsed.text:
            raise AccountRenamed(parsed.text, known["handle"])
        if known and known["source_id"] != profile.id:
            raise HandlePassedOn(parsed.text)
        account = ensure_account(db, parsed.text, now=now, source=parsed.network)
        configure_account(
            db, account.id, source=parsed.network, display_name=storable(profile.display_name)[:100] or parsed.text
        )
        change(
            db,
            "INSERT INTO downloads (account_id, place, source_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            account.id,
            place,
            profile.id,
        )
    return find_account(db, parsed.text)


def download(
    db: Database,
    settings: Settings,
    account: Account,
    *,
    clock: Callable[[], float],
    urgent: bool = False,
    report: Report = lambda so_far, expected: None,
) -> Downloaded:
    """Store what is new at the account's source, then drop some of what was deleted there.

    A resting source is asked only for a person (`urgent`). Raises `SourceOff`, `SourceResting`, `SourceRefused`,
    `SourceDown`, `RateLimited`, `BudgetSpent`, `AccountUnavailable`; what came before is kept.
    """
    parsed = parse_handle(account.handle)
    name = parsed.place
    if not urgent:
        refuse_resting(db, name, now=clock())
    rested = resting(db, name)
    position, new, so_far, expected = _position_of(db, account.id), 0, 0, 0
    try:
        with open_source(db, settings, parsed, clock=clock, report=lambda: report(so_far, expected)) as source:
            passes = 2 if position.cursor else 1  # the one that was under way, then what has come since
            while passes:
                passes -= 1
                so_far, expected = position.fetched, settings.most_posts if position.since is None else 0
                left = max(1, settings.most_posts - position.fetched)
                try:
                    for number, page in enumerate(
                        source.fetch(position.source_id, position.since, position.cursor, left)
                    ):
                        if number > MAX_PAGES:
                            raise SourceDown(name, "its pages do not come to an end")
                        position, stored = _store(db, account, position, page, settings.most_posts, now=clock())
                        new, so_far = new + stored, so_far + len(page.tweets)
                        if position.cursor is None:
                            break
                except CursorRefused:
                    position = _lost_place(db, source, account, position)
                    passes += 1
            gone = 0
            with suppress(BudgetSpent):  # what is new has been stored and counts
                gone = recheck(db, source, account, position.source_id, settings, now=clock())
    except (RateLimited, SourceDown, SourceRefused) as error:
        record_failure(db, name, error, now=clock())
        raise
    record_success(db, rested)
    return Downloaded(new, gone)


def _store(
    db: Database, account: Account, position: _Position, page: Page, most: int, *, now: float
) -> tuple[_Position, int]:
    """One page and where the next begins, in one transaction. A pass that has `most` posts is complete.

    Raises `LeaseLost` if another hand has gone on with this download meanwhile.
    """
    fetched = position.fetched + len(page.tweets)
    newest = position.newest or page.newest
    complete = page.cursor is None or fetched >= most
    after = (
        _Position(position.source_id, newest or position.since, None, None, 0)
        if complete
        else _Position(position.source_id, position.since, newest, page.cursor, fetched)
    )
    with transaction(db):
        refuse_forbidden(db, account.handle)
        new = store_tweets(db, account.id, page.tweets)
        _seen(db, account, [tweet.id for tweet in page.tweets], now)
        _move(db, account, position, after)
    return after, new


def _move(db: Database, account: Account, before: _Position, after: _Position) -> None:
    moved = change(
        db,
        "UPDATE downloads SET since = ?, newest = ?, cursor = ?, fetched = ? "
        "WHERE account_id = ? AND since IS ? AND newest IS ? AND cursor IS ?",
        *(after.since, after.newest, after.cursor, after.fetched),
        *(account.id, before.since, before.newest, before.cursor),
    )
    if not moved:
        raise LeaseLost(f"the download of @{account.handle}")


def _lost_place(db: Database, source: LiveSource, account: Account, position: _Position) -> _Position:
    """Where to go on without the cursor: below the oldest stored post in a first pass, else at the beginning."""
    after = _Position(position.source_id, position.since, None, None, 0)
    if position.since is None:
        query = "SELECT id FROM tweets WHERE account_id = ? AND source = ? ORDER BY created_at, length(id), id LIMIT 1"
        row = one(db, query, account.id, account.source)
        if row and (cursor := source.cursor_below(row["id"])):
            after = _Position(position.source_id, None, position.newest, cursor, position.fetched)
    with transaction(db):
        _move(db, account, position, after)
    return after


def recheck(
    db: Database, source: LiveSource, account: Account, source_id: str, settings: Settings, *, now: float
) -> int:
    """Look for the stored posts that were not looked for the longest, and drop what its author has deleted."""
    rows = db.query(
        "SELECT id FROM tweets WHERE account_id = ? AND source = ? AND coalesce(checked_at, 0) <= ? "
        "ORDER BY checked_at, created_at DESC LIMIT ?",
        [account.id, account.source, now - RECHECK_AFTER_S, min(settings.recheck_posts, source.checks)],
    )
    ids = [row["id"] for row in rows]
    if not ids:
        return 0
    there = source.present(source_id, ids)
    gone = {key for key, present in there.items() if not present}
    with transaction(db):
        _seen(db, account, list(there), now)
        if not gone:
            return 0
        before = account_corpus(db, account).counts.kept
        db.conn.executemany("DELETE FROM tweets WHERE account_id = ? AND id = ?", [(account.id, key) for key in gone])
        lost = before - account_corpus(db, account).counts.kept
        change(db, "UPDATE accounts SET gone = gone + ? WHERE id = ?", lost, account.id)
        if lost and policy(db, "deleted") == "retire":
            retire_for_deletion(db, account, now=now)
    return len(gone)


def _seen(db: Database, account: Account, ids: Sequence[str], now: float) -> None:
    rows = [(now, account.id, storable(key)) for key in ids]
    db.conn.executemany("UPDATE tweets SET checked_at = ? WHERE account_id = ? AND id = ?", rows)


def _position_of(db: Database, account_id: int) -> _Position:
    row: dict[str, Any] | None = one(
        db, "SELECT source_id, since, newest, cursor, fetched FROM downloads WHERE account_id = ?", account_id
    )
    assert row is not None, "an account of a live source has begun its download"
    return _Position(**row)
