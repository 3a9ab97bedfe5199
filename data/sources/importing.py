"""Import: read a source, decide whose tweets they are, store what is new. All of it or nothing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from data.accounts.handles import parse_handle
from data.accounts.store import (
    Account,
    Cleaning,
    Replies,
    account_by_id,
    configure_account,
    ensure_account,
    find_account,
)
from data.errors import HandleNeeded, NoSource, UnknownAccount, UnreadableSource
from data.sources.reading import read_tweets
from data.storage.database import transaction
from data.tweets.corpus import Corpus, account_corpus
from data.tweets.store import stage_tweets, storable, store_staged

MAX_WATCHED = 10_000  # files of a folder


@dataclass(frozen=True)
class Imported:
    """What became of a file. `found` tweets were in it, `new` were not stored before."""

    account: Account
    format: str
    found: int  # tweets in the source
    new: int  # of these, not stored before
    corpus: Corpus  # of all the account's tweets, after this import


def import_path(
    db: Database,
    path: Path,
    handle: str | None = None,
    *,
    cleaning: Cleaning | None = None,
    replies: Replies | None = None,
    recipe: str | None = None,
    watch: bool = True,
    account_id: int | None = None,
    now: float,
) -> Imported:
    """Add the tweets of a file or folder to an account; importing again adds only what is new.

    `cleaning`, `replies` and `recipe` become the account's own where given; `watch` makes the path the one
    that a refresh reads again. With `account_id`, an account that is no longer there is not made anew.
    Raises `InvalidHandle`, `OptedOut`, `ConsentNeeded`, `HandleNeeded`, `UnknownAccount`, `UnreadableSource`.
    """
    if handle is not None:
        handle = parse_handle(handle).text
    seen = signature(path)  # before it is read: what changes meanwhile is read again
    found = read_tweets(path)
    name = handle or found.handle
    if not name:
        raise HandleNeeded(path)
    if not found.tweets:
        raise UnreadableSource(path, "there is no tweet in it.")
    stage_tweets(db, found.tweets)  # what takes long of storing them, before anybody has to wait
    with transaction(db):
        if account_id is not None and account_by_id(db, account_id) is None:
            raise UnknownAccount(name)  # forgotten while the file was read
        account = ensure_account(db, name, now=now)
        new = store_staged(db, account.id)
        columns: dict[str, object] = {
            "cleaning": cleaning,
            "replies": replies,
            "recipe": recipe,
            "watch_path": path.resolve() if watch else None,
            "watch_seen": seen if watch else None,
            "display_name": storable(found.display_name or ""),
        }
        configure_account(
            db, account.id, refreshed_at=now, **{column: value for column, value in columns.items() if value}
        )
    account = find_account(db, name)
    return Imported(account, found.format, len(found.tweets), new, account_corpus(db, account))


def refresh_account(db: Database, account: Account, *, now: float) -> Imported:
    """Read the account's watched path again. Raises `NoSource`, `UnreadableSource`."""
    if account.watch_path is None:
        raise NoSource(account.handle)
    return import_path(db, account.watch_path, account.handle, account_id=account.id, now=now)


def signature(path: Path) -> str | None:
    """What a file or folder looks like from outside, so that a change shows; None if it is not there."""
    try:
        files = sorted(path.rglob("*"))[:MAX_WATCHED] if path.is_dir() else [path]
        facts = [(str(file), stat.st_mtime_ns, stat.st_size) for file in files if (stat := file.stat())]
    except OSError:
        return None
    return hashlib.sha256(repr(facts).encode(errors="surrogateescape")).hexdigest()[:32]
