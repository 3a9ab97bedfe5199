"""Accounts: whose tweets these are, how they are cleaned, where they come from and when to look again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sqlite_utils import Database

from data.accounts.handles import FORMS, NETWORKS, parse_handle
from data.accounts.policies import policy, refuse_without_consent
from data.accounts.search import close_handles, index_handles, matching_handles
from data.errors import InvalidHandle, OptedOut, UnknownAccount
from data.storage.database import change, one, transaction
from data.storage.ledger import note

SOME_VOICES = 10  # named to a person who asks for an unknown one

Cleaning = Literal["default", "reference"]
Replies = Literal["keep", "drop", "strip"]


@dataclass(frozen=True)
class Account:
    """Whose tweets these are, how they are cleaned, and where and when to look for more. `source` is a key of
    `NETWORKS`, "file" or "joint"; times are in seconds since 1970.
    """

    id: int
    handle: str
    source: str
    display_name: str
    cleaning: Cleaning
    replies: Replies
    recipe: str | None  # None: the recipe of the settings
    watch_path: Path | None
    refresh_every: str | None  # None: the interval of the settings
    next_refresh_at: float | None
    refreshed_at: float | None
    created_at: float
    live_version_id: int | None
    gone: int  # usable tweets that were dropped since the last training, because their author deleted them
    watch_seen: str | None  # what the watched path looked like when it was last read
    adult: bool = False  # it speaks only where adults are

    @property
    def downloaded(self) -> bool:
        """Whether its posts come from a live source."""
        return self.source in NETWORKS

    @property
    def refreshable(self) -> bool:
        """Whether there is anything to refresh it from."""
        return self.downloaded or self.watch_path is not None


def ensure_account(db: Database, handle: str, *, now: float, source: str = "file") -> Account:
    """The account of a handle, created if it is new. Raises `InvalidHandle`, `OptedOut`, `ConsentNeeded`."""
    parsed = parse_handle(handle)
    if parsed.members:
        raise InvalidHandle(handle, FORMS)  # tweets belong to one account; `join_accounts` makes joint ones
    name = parsed.text
    refuse_forbidden(db, name)
    change(
        db,
        "INSERT INTO accounts (handle, source, display_name, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        name,
        source,
        name,
        now,
    )
    index_handles(db, [name])
    return find_account(db, name)


def find_account(db: Database, handle: str) -> Account:
    """Raises `InvalidHandle`, `OptedOut`, `ConsentNeeded`, or `UnknownAccount` with the closest known handles."""
    refuse_forbidden(db, parse_handle(handle).text)
    return find_stored(db, handle)


def find_stored(db: Database, handle: str) -> Account:
    """As `find_account`, also for an account that may no longer be imitated: to delete it."""
    name = parse_handle(handle).text
    row = one(db, "SELECT * FROM accounts WHERE handle = ?", name)
    if row is None:
        voices = matching_handles(db, "", SOME_VOICES, speaking=True)
        raise UnknownAccount(name, close_handles(db, name), tuple(voices))
    return _account(row)


def find_or_join(db: Database, handle: str, *, now: float) -> Account:
    """As `find_account`; a joint account whose members are all known is made if it is new.

    Raises `UnknownAccount` for the member that is not known.
    """
    parsed = parse_handle(handle)
    if parsed.members:
        members = [find_account(db, member) for member in parsed.members]
        with transaction(db):
            change(
                db,
                "INSERT INTO accounts (handle, source, display_name, created_at) VALUES (?, 'joint', ?, ?) "
                "ON CONFLICT DO NOTHING",
                parsed.text,
                " & ".join(member.display_name for member in members),
                now,
            )
            index_handles(db, [parsed.text])
            for member in members:
                change(
                    db,
                    "INSERT INTO members (account_id, member_id) SELECT id, ? FROM accounts WHERE handle = ? "
                    "ON CONFLICT DO NOTHING",
                    member.id,
                    parsed.text,
                )
    return find_account(db, parsed.text)


def members_of(db: Database, account_id: int) -> list[Account]:
    """The accounts that a joint account is made of; none for any other."""
    rows = db.query(
        "SELECT accounts.* FROM members JOIN accounts ON accounts.id = member_id WHERE account_id = ? ORDER BY handle",
        [account_id],
    )
    return [_account(row) for row in rows]


def other_accounts(db: Database, account_id: int, limit: int) -> list[Account]:
    """The first accounts by handle that are neither this one, nor part of it, nor joint."""
    rows = db.query(
        "SELECT * FROM accounts WHERE id != ? AND source != 'joint' "
        "AND id NOT IN (SELECT member_id FROM members WHERE account_id = ?) ORDER BY handle LIMIT ?",
        [account_id, account_id, limit],
    )
    return [_account(row) for row in rows]


def joint_accounts_with(db: Database, account_id: int) -> list[Account]:
    """The joint accounts that this one is a member of."""
    rows = db.query(
        "SELECT accounts.* FROM members JOIN accounts ON accounts.id = members.account_id WHERE member_id = ?",
        [account_id],
    )
    return [_account(row) for row in rows]


def account_by_id(db: Database, account_id: int) -> Account | None:
    """None for an account that is not there any more."""
    row = one(db, "SELECT * FROM accounts WHERE id = ?", account_id)
    return None if row is None else _account(row)


def list_accounts(db: Database) -> list[Account]:
    """All, by handle."""
    return [_account(row) for row in db.query("SELECT * FROM accounts ORDER BY handle")]


def accounts_to_plan(db: Database, *, now: float, limit: int, unless_own: bool) -> list[Account]:
    """Accounts whose refresh is due or has no time, or that were refreshed by a clock that has been set back; some of
    them, should there be more than `limit`.

    Of those without a time, only those with an interval of their own if `unless_own` says that the others have none.
    """
    own = "refresh_every IS NOT NULL AND lower(trim(refresh_every)) != 'off'"
    queries = [
        ("next_refresh_at <= ?", [now]),
        ("refreshed_at > ?", [now]),
        (f"{_UNPLANNED} AND {own}", []),
        *([] if unless_own else [(f"{_UNPLANNED} AND refresh_every IS NULL", [])]),
    ]
    found = {
        row["id"]: _account(row)
        for where, arguments in queries
        for row in db.query(f"SELECT * FROM accounts WHERE {where} LIMIT {limit}", arguments)
    }
    return list(found.values())


_UNPLANNED = "next_refresh_at IS NULL AND (watch_path IS NOT NULL OR source NOT IN ('file', 'joint'))"


def watching_accounts(db: Database) -> list[Account]:
    """Those that a file or folder is read for."""
    return [_account(row) for row in db.query("SELECT * FROM accounts WHERE watch_path IS NOT NULL")]


def configure_account(db: Database, account_id: int, **columns: object) -> None:
    """Set columns of the account: `display_name`, `cleaning`, `replies`, `recipe`, `watch_path`, `refresh_every` …"""
    values = {name: str(value) if isinstance(value, Path) else value for name, value in columns.items()}
    if values:
        db.table("accounts").update(account_id, values)


def opt_out(db: Database, handle: str, *, now: float) -> None:
    """Refuse this handle from now on, at import, training and serving."""
    name = parse_handle(handle).text
    note(db, "opt_out", handle=name, at=now)
    change(db, "INSERT INTO opt_outs (handle, at) VALUES (?, ?) ON CONFLICT DO NOTHING", name, now)


def refuse_forbidden(db: Database, handle: str) -> None:
    """Raises `OptedOut` or `ConsentNeeded`; for a joint account also where it holds for one of its members."""
    members = parse_handle(handle).members
    refuse_without_consent(db, members or (handle,))
    for name in (handle, *members):
        if one(db, "SELECT 1 FROM opt_outs WHERE handle = ?", name):
            raise OptedOut(name)


def forbidden_of(db: Database, handles: Iterable[str]) -> set[str]:
    """Those of the handles that `refuse_forbidden` refuses."""
    people = {handle: _members(handle) or (handle,) for handle in handles}
    names = {name for handle, who in people.items() for name in (handle, *who)}
    opted_out = _among(db, "opt_outs", names)
    agreed = _among(db, "consents", names) if policy(db, "consent") == "required" else names
    return {
        handle
        for handle, who in people.items()
        if handle in opted_out or not opted_out.isdisjoint(who) or not agreed.issuperset(who)
    }


def _members(handle: str) -> tuple[str, ...]:
    return parse_handle(handle).members if "-" in handle or "+" in handle else ()


def _among(db: Database, table: str, handles: Iterable[str]) -> set[str]:
    query = f"SELECT handle FROM {table} WHERE handle IN (SELECT value FROM json_each(?))"
    return {handle for (handle,) in db.execute(query, [json.dumps(list(handles))])}


def _account(row: dict[str, Any]) -> Account:
    return Account(
        id=row["id"],
        handle=row["handle"],
        source=row["source"],
        display_name=row["display_name"],
        cleaning=row["cleaning"],
        replies=row["replies"],
        recipe=row["recipe"],
        watch_path=Path(row["watch_path"]) if row["watch_path"] else None,
        refresh_every=row["refresh_every"],
        next_refresh_at=row["next_refresh_at"],
        refreshed_at=row["refreshed_at"],
        created_at=row["created_at"],
        live_version_id=row["live_version_id"],
        gone=row["gone"],
        watch_seen=row["watch_seen"],
        adult=bool(row["adult"]),
    )
