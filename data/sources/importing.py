"""Import: read a source, decide whose tweets they are, store what is new. All of it or nothing."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
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
from data.errors import (
    HandleNeeded,
    InvalidHandle,
    NoSource,
    OthersTweets,
    RestoredMeanwhile,
    SeveralAuthors,
    UnknownAccount,
    UnreadableSource,
)
from data.sources.files.parsed import Found
from data.sources.reading_apart import read_own
from data.storage.database import is_replaced, one, transaction
from data.texts.sentence import printable
from data.tweets.corpus import Corpus, account_corpus, build_corpus
from data.tweets.store import stage_tweets, storable, store_staged

MAX_WATCHED = 10_000  # files of a folder
MAX_NAMED = 5  # authors


@dataclass(frozen=True)
class Imported:
    """What became of a file. `found` tweets of the account were in it, `new` were not stored before.

    `columns`, `left_out` and `remarks` are those of `Found`.
    """

    account: Account
    format: str
    found: int  # tweets in the source
    new: int  # of these, not stored before
    corpus: Corpus  # of all the account's tweets, after this import
    columns: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, int] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


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
    read: Callable[[Path], Found] | None = None,
    now: float,
) -> Imported:
    """Add the tweets of a file or folder to an account; importing again adds only what is new.

    `cleaning`, `replies` and `recipe` become the account's own where given; `watch` makes the path the one
    that a refresh reads again. With `account_id`, an account that is no longer there is not made anew. `read` is how
    a file becomes tweets, if not by `read_own`: `read_apart` where a stranger may have made it.
    Raises `InvalidHandle`, `OptedOut`, `ConsentNeeded`, `HandleNeeded`, `SeveralAuthors`, `OthersTweets`,
    `UnknownAccount`, `UnreadableSource`, `RestoredMeanwhile`.
    """
    if handle is not None:
        handle = parse_handle(handle).text
    seen = signature(path)  # before it is read: what changes meanwhile is read again
    found = whose(path, (read or read_own)(path), handle, known_as=_known_as(db))
    name = found.handle
    assert name
    stage_tweets(db, found.tweets)  # what takes long of storing them, before anybody has to wait
    with transaction(db):
        if account_id is not None and account_by_id(db, account_id) is None:
            raise UnknownAccount(name)  # forgotten while the file was read
        account = ensure_account(db, name, now=now)
        new = store_staged(db, account.id)
        columns: dict[str, object] = {
            "source_number": found.account_id,
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
    if is_replaced(db):
        raise RestoredMeanwhile
    account = find_account(db, name)
    corpus = account_corpus(db, account)
    return Imported(account, found.format, len(found.tweets), new, corpus, found.columns, found.left_out, found.remarks)


def preview(db: Database, path: Path, handle: str | None, *, cleaning: Cleaning = "default") -> tuple[Found, Corpus]:
    """What an import would take, without storing any of it. Raises as `import_path`."""
    handle = None if handle is None else parse_handle(handle).text
    found = whose(path, read_own(path), handle, known_as=_known_as(db))
    return found, build_corpus(sorted(found.tweets, key=lambda tweet: tweet.created_at or 0.0), cleaning)


KnownAs = Callable[[str], str | None]


def _known_as(db: Database) -> KnownAs:
    """Under which handle an account with a number at its source is here already."""

    def find(number: str) -> str | None:
        row = one(db, "SELECT handle FROM accounts WHERE source_number = ?", number)
        return None if row is None else str(row["handle"])

    return find


def whose(path: Path, found: Found, handle: str | None, *, known_as: KnownAs = lambda number: None) -> Found:
    """Only what one account wrote, under its handle: the one that was named, or the one there is.

    Raises `HandleNeeded`, `SeveralAuthors`, `OthersTweets`, `UnreadableSource`.
    """
    if not found.tweets:
        reasons = ", ".join(f"{number} {reason}" for reason, number in found.left_out.items())
        raise UnreadableSource(path, f"there is no tweet in it{f' ({reasons})' if reasons else ''}.")
    owner, remarks = _taken(found.handle), list(found.remarks)
    if found.account_id and owner and (before := known_as(found.account_id)) and before != owner:
        remarks.append(f"@{owner} is the new name of @{before}; the tweets are added there.")
        if handle == owner:
            handle = before
        owner = before
    several_files = len({tweet.author is None for tweet in found.tweets}) == 2  # some of which name nobody
    if owner and handle and owner != handle and not several_files:
        raise OthersTweets(path, handle, (owner,))
    authors = Counter(tweet.author for tweet in found.tweets if tweet.author and not tweet.is_retweet)
    authors = authors or Counter(tweet.author for tweet in found.tweets if tweet.author)
    name = handle or owner
    if name is None:
        if len(authors) > 1:
            raise SeveralAuthors(path, tuple(printable(author) for author, _ in authors.most_common(MAX_NAMED)))
        raise HandleNeeded(path, printable(found.handle or ""))
    own = tuple(tweet for tweet in found.tweets if _is_of(tweet.author, name))
    if not own:
        raise OthersTweets(path, name, tuple(printable(author) for author, _ in authors.most_common(MAX_NAMED)))
    left_out = dict(found.left_out)
    if others := len(found.tweets) - len(own):
        left_out = {"of other accounts": others, **left_out}
    return replace(found, tweets=own, handle=name, left_out=left_out, remarks=tuple(remarks))


def _is_of(author: str | None, handle: str) -> bool:
    """Whether an author is the account; a server's own answers name its people without the server."""
    if author is None or author == handle:
        return True
    if author.endswith("@"):
        return author == f"{handle.partition('@')[0]}@"
    return _taken(author) is None


def _taken(author: str | None) -> str | None:
    """A handle that can be taken, or None."""
    try:
        return None if not author else parse_handle(author).text
    except InvalidHandle:
        return None


def refresh_account(db: Database, account: Account, *, now: float) -> Imported:
    """Read the account's watched path again. Raises `NoSource`, `UnreadableSource`."""
    if account.watch_path is None:
        raise NoSource(account.handle)
    return import_path(db, account.watch_path, account.handle, account_id=account.id, now=now)


def signature(path: Path) -> str | None:
    """What a file or folder looks like from outside, so that a change shows; None if it is not there."""
    try:
        files = sorted(islice(path.rglob("*"), MAX_WATCHED)) if path.is_dir() else [path]
        facts = [(str(file), stat.st_mtime_ns, stat.st_size) for file in files if (stat := file.stat())]
    except OSError:
        return None
    return hashlib.sha256(repr(facts).encode(errors="surrogateescape")).hexdigest()[:32]
