"""One SQLite file, many hands: connections, transactions and the migration lock.

Every connection is in autocommit mode; a change of more than one statement goes through `transaction`,
which takes the write lock at its first line (BEGIN IMMEDIATE), so that it waits for other writers
instead of failing half-way. What is committed is on the disk, also after a power cut. Times in the
database are seconds since 1970, as floats.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from sqlite_utils import Database

from data.errors import DatabaseDamaged, DatabaseTooNew, HomeUnusable
from data.storage.ledger import FILE, read_ledger, take_in
from data.storage.migrations import known_migrations, migrations

BUSY_TIMEOUT_S = 10.0
_opened: WeakKeyDictionary[Database, tuple[int, int] | None] = WeakKeyDictionary()
FULL = 1 << 16  # bytes of a disk, below which no file can be made beside the database


def connect(path: Path) -> Database:
    """Open the database at `path`, creating and migrating it as needed.

    A connection belongs to the thread that opened it.
    Raises `DatabaseTooNew` when a newer program has migrated it, `DatabaseDamaged` when it is not a database,
    `HomeUnusable` when the folder cannot be written.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # tweets are nobody else's business
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    except (OSError, sqlite3.OperationalError) as error:
        raise HomeUnusable(path.parent, str(getattr(error, "strerror", None) or error)) from error
    try:
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            "temp_store=MEMORY",
        ):
            _patiently(connection, f"PRAGMA {pragma}")
        db = Database(connection)
        _opened[db] = _file_of(path)
        _migrate(db, path)
    except UnicodeDecodeError as error:  # garbage in a message of SQLite's
        connection.close()
        raise DatabaseDamaged(path, "it holds no text where there should be") from error
    except sqlite3.DatabaseError as error:
        connection.close()
        if shutil.disk_usage(path.parent).free < FULL:  # for which SQLite has no word while it makes its files
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from error
        if "readonly" in str(error) or "unable to open" in str(error):
            raise HomeUnusable(path.parent, str(error)) from error
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise DatabaseDamaged(path, str(error)) from error
    except DatabaseTooNew:
        connection.close()
        raise
    return db


def _patiently(connection: sqlite3.Connection, statement: str) -> None:
    """SQLite waits for others by itself, but not where the journal's mode is changed: two processes that begin at the
    same moment, with a file that neither has made yet."""
    until = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            connection.execute(statement)
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
        time.sleep(0.02)


def is_replaced(db: Database) -> bool:
    """Whether another file lies in its place since it was opened, as after a restore: what is written is lost."""
    return _opened.get(db) != _file_of(Path(db.execute("PRAGMA database_list").fetchone()[2]))


def _file_of(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _migrate(db: Database, path: Path) -> None:
    pending = {migration.name for migration in migrations.pending(db)}
    applied = {migration.name for migration in migrations.applied(db)}
    unknown = applied - known_migrations()
    if unknown:
        raise DatabaseTooNew(path, tuple(sorted(unknown)))
    if pending:
        with transaction(db):  # the write lock: a second process waits here, then finds nothing pending
            migrations.apply(db)
            if not applied and (known := read_ledger(path.with_name(FILE))) is not None:
                take_in(db, known)  # the one before is lost, but not what must outlive it


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Hold the write lock for the block: commit at its end, roll back on any exception. Does not nest."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def one(db: Database, sql: str, *arguments: object) -> dict[str, Any] | None:
    """The first row of a query, or None."""
    return next(iter(db.query(sql, arguments)), None)


def change(db: Database, sql: str, *arguments: object) -> int:
    """Run one INSERT, UPDATE or DELETE; return the number of rows it touched."""
    return int(db.execute(sql, arguments).rowcount)


def secret_id() -> int:
    """An id for what a button in a chat names, of at most 18 digits: nobody guesses it, and it never comes again, not
    after a deletion or a restore either."""
    return secrets.randbits(59)


def try_reading(db: Database) -> None:
    """Read a row. Raises `sqlite3.Error` where the database cannot be read."""
    db.execute("SELECT 1 FROM accounts LIMIT 1").fetchone()


def data_state(db: Database) -> tuple[int, int]:
    """Differs from before if anything was written, by this connection or by another."""
    return db.execute("PRAGMA data_version").fetchone()[0], db.conn.total_changes
