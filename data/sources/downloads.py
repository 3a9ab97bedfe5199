"""Downloads: an account's posts from a live source, a page and its cursor in one transaction.

A pass goes from the newest post back to what is stored already. A kill between two pages loses nothing and repeats
nothing: the next pass goes on at the cursor, and only then looks for what is newer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
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
    SourceOff,
    SourceRefused,
)
from data.models.registry import retire_for_deletion
from data.settings import Settings
from data.sources.budget import MonthlyBudget, month_of, spent_in
from data.sources.circuit_breaker import let_rest, refuse_resting, resting, works_again
from data.sources.networks.network import CursorRefused, LiveSource, Page, Profile
from data.sources.networks.x_api import CEILING, UNTIL, USER_READ, XSource
from data.storage.database import change, one, transaction
from data.tweets.corpus import account_corpus
from data.tweets.store import storable, store_tweets

MOST_PAGES = 2_000  # of one pass
RECHECK_AFTER_S = 12 * 3600.0  # what was seen at its source since is not looked for again

Report = Callable[[int, int], None]
"""Called with posts so far and posts expected (0: unknown), before each request and while waiting; raises to end it."""


@dataclass(frozen=True)
class Downloaded:
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
class _State:
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
    from data.sources.networks.bluesky import (
        BlueskySource,  # their libraries take half a second, and an answer needs none
    )
    from data.sources.networks.http import Http
    from data.sources.networks.mastodon import MastodonSource, refuse_private

    name = source_name(handle)
    headers, url = {}, settings.bluesky_url
    if handle.network == "joint":
        raise JointAccount(handle.text)
    if handle.network == "x":
        require_x(settings)
        assert settings.x_token
        headers, url = {"Authorization": f"Bearer {settings.x_token.get_secret_value()}"}, settings.x_url
    elif handle.network == "mastodon":
        if settings.mastodon_url == "https://{host}":
            refuse_private(name)
        url = settings.mastodon_url.format(host=name)
    with closing(Http(name, url, headers=headers, report=report)) as http:
        if handle.network == "x":
            yield XSource(http, MonthlyBudget(db, settings.x_monthly_posts, clock), settings.x_names)
        elif handle.network == "mastodon":
            yield MastodonSource(name, http)
        else:
            yield BlueskySource(http)


def source_name(handle: Handle) -> str:
    """What rests when it fails: X, Bluesky, or one Mastodon server."""
    return {"x": "X", "bluesky": "Bluesky"}.get(handle.network) or handle.text.partition("@")[2]


def require_x(settings: Settings) -> None:
    """Raises `SourceOff`: X is paid for, and its terms restrict what its content may be used for."""
    if settings.x_token is None or not settings.x_token.get_secret_value():
        raise SourceOff("X", "put TWEETLIKE_X_TOKEN (developer.x.com) into .env, or import the account's archive")
    if not settings.x_accept_terms:
        raise SourceOff(
            "X",
            "read its developer terms, which restrict training on its content, and set TWEETLIKE_X_ACCEPT_TERMS=true; "
            "the archive of one's own account needs neither",
        )


def estimate(db: Database, settings: Settings, handle: str, posts: int | None = None, *, now: float) -> Estimate:
    """What a first download of the account would cost; at most, where `posts`, how many it has, is not known.

    Raises `InvalidHandle`, `SourceOff`, `OptedOut`, `ConsentNeeded`.
    """
    parsed = parse_handle(handle)
    refuse_forbidden(db, parsed.text)
    if parsed.network == "joint":
        raise JointAccount(parsed.text)
    if parsed.network != "x":
        most = settings.most_posts if posts is None else min(posts, settings.most_posts)
        return Estimate(parsed.network, most, posts is not None, 0.0, None)
    require_x(settings)
    most = min(CEILING, settings.most_posts, CEILING if posts is None else posts)
    left = max(0, settings.x_monthly_posts - spent_in(db, month_of(now)))
    return Estimate("x", most, posts is not None, (most + USER_READ) * settings.x_post_dollars, left)


def describe_estimate(estimate: Estimate) -> str:
    """What a first download would read and cost, for people."""
    if estimate.network != "x":
        return "Its public posts are free to read."
    posts = f"{'' if estimate.exact else 'Up to '}{estimate.posts:,} posts"
    return (
        f"{posts} cost about ${estimate.dollars:.2f}; {estimate.left or 0:,} are left of this month's budget, "
        "and I stop there."
    )


def begin(db: Database, handle: str, profile: Profile, *, now: float) -> Account:
    """Remember that an account is downloaded from its network from now on.

    Raises `OptedOut`, `ConsentNeeded`, `AccountRenamed`, `HandlePassedOn`.
    """
    parsed = parse_handle(handle)
    place = source_name(parsed)
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
    name = source_name(parsed)
    if not urgent:
        refuse_resting(db, name, now=clock())
    rested = resting(db, name)
    state, new, so_far, expected = _state(db, account.id), 0, 0, 0
    try:
        with open_source(db, settings, parsed, clock=clock, report=lambda: report(so_far, expected)) as source:
            passes = 2 if state.cursor else 1  # the one that was under way, then what has come since
            while passes:
                passes -= 1
                so_far, expected = state.fetched, settings.most_posts if state.since is None else 0
                left = max(1, settings.most_posts - state.fetched)
                try:
                    for number, page in enumerate(source.fetch(state.source_id, state.since, state.cursor, left)):
                        if number > MOST_PAGES:
                            raise SourceDown(name, "its pages do not come to an end")
                        state, stored = _store(db, account, state, page, settings.most_posts, now=clock())
                        new, so_far = new + stored, so_far + len(page.tweets)
                        if state.cursor is None:
                            break
                except CursorRefused:
                    state = _lost_place(db, account, state)
                    passes += 1
            gone = 0
            with suppress(BudgetSpent):  # what is new has been stored and counts
                gone = recheck(db, source, account, state.source_id, settings, now=clock())
    except (RateLimited, SourceDown, SourceRefused) as error:
        let_rest(db, name, error, now=clock())
        raise
    works_again(db, rested)
    return Downloaded(new, gone)


def _store(db: Database, account: Account, state: _State, page: Page, most: int, *, now: float) -> tuple[_State, int]:
    """One page and where the next begins, in one transaction. A pass that has `most` posts is complete.

    Raises `LeaseLost` if another hand has gone on with this download meanwhile.
    """
    fetched = state.fetched + len(page.tweets)
    newest = state.newest or page.newest
    complete = page.cursor is None or fetched >= most
    after = (
        _State(state.source_id, newest or state.since, None, None, 0)
        if complete
        else _State(state.source_id, state.since, newest, page.cursor, fetched)
    )
    with transaction(db):
        refuse_forbidden(db, account.handle)
        new = store_tweets(db, account.id, page.tweets)
        _seen(db, account, [tweet.id for tweet in page.tweets], now)
        _move(db, account, state, after)
    return after, new


def _move(db: Database, account: Account, before: _State, after: _State) -> None:
    moved = change(
        db,
        "UPDATE downloads SET since = ?, newest = ?, cursor = ?, fetched = ? "
        "WHERE account_id = ? AND since IS ? AND newest IS ? AND cursor IS ?",
        *(after.since, after.newest, after.cursor, after.fetched),
        *(account.id, before.since, before.newest, before.cursor),
    )
    if not moved:
        raise LeaseLost(f"the download of @{account.handle}")


def _lost_place(db: Database, account: Account, state: _State) -> _State:
    """Where to go on without the cursor: below the oldest stored post in a first pass, else at the beginning."""
    after = _State(state.source_id, state.since, None, None, 0)
    if state.since is None:
        query = "SELECT min(CAST(id AS INTEGER)) AS id FROM tweets WHERE account_id = ? AND source = ?"
        row = one(db, query, account.id, account.source)
        if row and row["id"]:
            after = _State(state.source_id, None, state.newest, f"{UNTIL}{row['id']}", state.fetched)
    with transaction(db):
        _move(db, account, state, after)
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


def _state(db: Database, account_id: int) -> _State:
    row: dict[str, Any] | None = one(
        db, "SELECT source_id, since, newest, cursor, fetched FROM downloads WHERE account_id = ?", account_id
    )
    assert row is not None, "an account of a live source has begun its download"
    return _State(**row)
