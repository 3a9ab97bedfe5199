"""Backup and restore: one consistent copy of the database and of every model file that it names.

A backup is made while everything runs. It holds no base model, which is fetched again, and no secret. A restore puts
what it replaces aside, forgets again whom the present database, or if that is lost the ledger beside it, has opted out
since, and keeps count of what was spent.
"""

from __future__ import annotations

import glob
import hashlib
import json
import os
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from importlib.metadata import version as package_version
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from data.accounts.store import find_stored
from data.errors import BackupRefused, TweetlikeError
from data.maintenance.backup_check import LATEST, check_database
from data.maintenance.deletion import ASIDE, STAGED, forget_account
from data.settings import Settings
from data.storage.database import change, connect, transaction
from data.storage.leases import hold_role
from data.storage.ledger import FILE as LEDGER
from data.storage.ledger import Known, both, known_to, read_ledger, take_in, write_ledger
from data.storage.sealed_folders import first_damaged, fsync_folder, is_plain_name

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "tweetlike.db"


@dataclass(frozen=True)
class Backup:
    """What a backup holds. `damaged` are versions whose files were not whole; they are left out."""

    at: float
    accounts: int
    versions: int
    files: dict[str, str]  # SHA-256 by name relative to the backup
    damaged: tuple[str, ...] = ()
    tweetlike: str = ""
    format: int = FORMAT


class Restored(NamedTuple):
    """A restore that is done: what came back, where lies what was there before, and whether that, or the ledger beside
    it, could be read.

    If neither could, nobody knows who has opted out, and what was spent, since the backup.
    """

    backup: Backup
    aside: Path | None
    present_was_read: bool


def back_up(settings: Settings, target: Path, *, now: float) -> Backup:
    """Copy database and models into `target`, a folder that is not there yet or is empty.

    It appears whole or not at all. Raises `BackupRefused`, OSError (a full disk).
    """
    target = target.absolute()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise BackupRefused(target, "is there already and not empty")
    if not settings.database_path().exists():
        raise BackupRefused(settings.database_path(), "is not there, so there is nothing to back up")
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.{os.getpid()}")
    for killed in target.parent.glob(f".{glob.escape(target.name)}.*"):
        if killed.suffix[1:].isdecimal() and (killed == partial or not _is_alive(int(killed.suffix[1:]))):
            shutil.rmtree(killed, ignore_errors=True)  # a copy that nobody would find
    partial.mkdir(mode=0o700)
    try:
        backup = _copy_all(settings, partial, now)
        if target.exists():
            target.rmdir()
        partial.rename(target)
        fsync_folder(target.parent)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return backup


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        pass
    return True


def _copy_all(settings: Settings, place: Path, now: float) -> Backup:
    with (
        closing(connect(settings.database_path())) as source,
        closing(sqlite3.connect(place / DATABASE)) as copy,
    ):
        source.conn.backup(copy, pages=1_000)
        copy.execute("PRAGMA journal_mode=DELETE")
        rows = copy.execute("SELECT folder, files FROM versions WHERE state != 'failed' ORDER BY id").fetchall()
        accounts = copy.execute("SELECT count(*) FROM accounts").fetchone()[0]
    files: dict[str, str] = {DATABASE: _hash(place / DATABASE)}
    with suppress(FileNotFoundError):
        shutil.copyfile(settings.home / LEDGER, place / LEDGER)
        files[LEDGER] = _hash(place / LEDGER)
    damaged = []
    for folder, hashes in rows:
        named: dict[str, str] = json.loads(hashes)
        if not all(map(is_plain_name, named)) or first_damaged(settings.models_path() / folder, named):
            damaged.append(folder)
            continue
        for name in named:
            to = place / "models" / folder / name
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(settings.models_path() / folder / name, to)
        if first_damaged(place / "models" / folder, named):  # meanwhile
            damaged.append(folder)
            shutil.rmtree(place / "models" / folder)
        else:
            files |= {f"models/{folder}/{name}": digest for name, digest in named.items()}
    backup = Backup(now, accounts, len(rows) - len(damaged), files, tuple(damaged), package_version("tweetlike"))
    (place / MANIFEST).write_text(json.dumps(asdict(backup), indent=1))
    os.sync()  # once for all of it: a flush for each of ten thousand files takes minutes
    return backup


def restore(settings: Settings, source: Path, *, now: float) -> Restored:
    """Put a backup in the place of what is there.

    Everything is checked and copied first. Killed at any moment, it can be run again. Raises `BackupRefused`,
    `LeaseTaken` while a bot or a trainer runs, OSError (a full disk).
    """
    backup = _checked(source)
    home = settings.home
    with hold_role(home, "bot"), hold_role(home, "trainer"):
        staged = home / STAGED
        shutil.rmtree(staged, ignore_errors=True)
        try:
            for name, digest in backup.files.items():
                (staged / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source / name, staged / name)
                if _hash(staged / name) != digest:
                    raise BackupRefused(source / name, "is not what it was when the backup was made")
            (staged / "models").mkdir(exist_ok=True)
            since = _since(settings)
            months = (since or Known()).spent
            check_database(staged / DATABASE, backup.files, backup.damaged, months, now=now)
            _carry_over(settings.model_copy(update={"home": staged}), since or Known(), now)
            os.sync()
            _count_on(staged / DATABASE, settings)
            aside = _put_aside(settings, now)
            (staged / "models").rename(settings.models_path())
            (staged / DATABASE).replace(settings.database_path())
            fsync_folder(home)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
        with closing(connect(settings.database_path())) as db, transaction(db):
            # what was going on then is not going on now
            change(db, "UPDATE jobs SET heartbeat_at = 0 WHERE state = 'running'")
            write_ledger(db)
        _carry_over(settings, read_ledger(home / LEDGER) or Known(), now)  # who has opted out while this went on
    return Restored(backup, aside, since is not None)


def _checked(source: Path) -> Backup:
    try:
        facts: dict[str, Any] = json.loads((source / MANIFEST).read_text())
        backup = Backup(**{**facts, "damaged": tuple(facts["damaged"])})
        numbers, texts = (backup.accounts, backup.versions), (backup.tweetlike, *backup.damaged, *backup.files.values())
    except OSError as error:
        raise BackupRefused(source, f"is no backup: {MANIFEST} cannot be read ({error.strerror})") from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise BackupRefused(source / MANIFEST, "cannot be understood") from None
    if not (all(isinstance(number, int) for number in numbers) and all(isinstance(text, str) for text in texts)):
        raise BackupRefused(source / MANIFEST, "cannot be understood")
    if not isinstance(backup.at, int | float) or not 0 <= backup.at < LATEST:
        raise BackupRefused(source / MANIFEST, "does not say when it was made")
    if backup.format != FORMAT:
        raise BackupRefused(source, f"has format {backup.format}, and this program reads {FORMAT}; upgrade it")
    if DATABASE not in backup.files:
        raise BackupRefused(source, f"holds no {DATABASE}")
    for name in backup.files:
        path = PurePosixPath(name)
        if name not in (DATABASE, LEDGER) and not (path.parts[0] == "models" and is_plain_name(name)):
            raise BackupRefused(source / MANIFEST, f"names a file that belongs elsewhere: {name[:80]!r}")
        file = source / path
        if file.is_symlink() or not file.is_file() or any(parent.is_symlink() for parent in _below(source, file)):
            raise BackupRefused(file, "is missing, or not a plain file")
    return backup


def _below(source: Path, file: Path) -> list[Path]:
    return [parent for parent in file.parents if source in parent.parents]


def _since(settings: Settings) -> Known | None:
    """What the present database knows, and where that is lost the ledger; None if neither can be read.

    Raises `BackupRefused` while others read the database.
    """
    ledger = read_ledger(settings.home / LEDGER)
    if not settings.database_path().exists():
        return ledger
    try:
        with closing(connect(settings.database_path())) as db:
            known = known_to(db)
            busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except (sqlite3.Error, TweetlikeError, ValueError):
        return ledger
    if busy:  # its newest commits are in its log alone
        raise BackupRefused(settings.database_path(), "is being read by another program; close that one first")
    return both(known, ledger or Known())


def _put_aside(settings: Settings, now: float) -> Path | None:
    """Move what is there into a folder beside it. The database stays in its place, too, until it is replaced."""
    beside = (settings.models_path(), settings.tracking_path(0).parent, settings.checkpoints_path())
    if not settings.database_path().exists() and not any(any(folder.glob("*")) for folder in beside):
        return None
    stamp = time.strftime("%Y-%m-%d-%H%M%S", time.gmtime(now))
    aside = settings.home / f"{ASIDE}{stamp}"
    number = 2
    while aside.exists():
        aside, number = settings.home / f"{ASIDE}{stamp}-{number}", number + 1
    aside.mkdir()
    if settings.database_path().exists():
        shutil.copyfile(settings.database_path(), aside / DATABASE)
        for ending in ("-wal", "-shm"):
            log_file = settings.database_path().with_name(DATABASE + ending)
            if log_file.exists():
                log_file.rename(aside / log_file.name)
    for folder in beside:
        if folder.exists():
            folder.rename(aside / folder.name)
    fsync_folder(aside)
    return aside


def _count_on(staged: Path, settings: Settings) -> None:
    """No number that was given since the backup is given again: files of an account that is gone may bear it."""
    highest: dict[str, int] = {}
    for folder in (settings.models_path(), settings.tracking_path(0).parent):
        numbers = [int(path.name) for path in folder.glob("*") if path.name.isdecimal() and len(path.name) < 18]
        highest["accounts"] = max(highest.get("accounts", 0), *numbers, 0)
    if settings.database_path().exists():
        highest |= _numbers_in(settings.database_path(), highest)
    with closing(connect(staged)) as db, transaction(db):
        for name, number in highest.items():
            if not change(db, "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", number, name):
                change(db, "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", name, number)


def _numbers_in(database: Path, highest: dict[str, int]) -> dict[str, int]:
    """The higher of what a database has counted up to and `highest`."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(database)) as present:
        rows = present.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
        return {name: max(highest.get(name, 0), int(number)) for name, number in rows}
    return {}


def _carry_over(staged: Settings, since: Known, now: float) -> None:
    """In the copy, before it takes its place: a kill afterwards undoes nobody's wish."""
    with closing(connect(staged.database_path())) as db:
        for handle in since.opted_out:
            with suppress(TweetlikeError):
                forget_account(db, staged, find_stored(db, handle), refuse=False, now=now)
        take_in(db, since)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _hash(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
