"""What a backup must be before anything of it takes the place of what is there: a database of ours in every row.

Whoever hands a backup over chose each byte of it, hashes included. So it is held to the schema of a database that was
made just now, every value to what its column is for, and every row is read once as the program reads it.
"""

from __future__ import annotations

import math
import re
import sqlite3
import tempfile
from collections.abc import Container, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from data.accounts.handles import parse_handle
from data.accounts.search import index_handles
from data.chat.games import find_round
from data.chat.generations import find_generation
from data.errors import BackupRefused, InvalidHandle
from data.jobs.queue import find_job
from data.models.history import events
from data.models.registry import Version, list_versions
from data.models.scorecards import load_scorecard
from data.sources.budget import month_of
from data.storage.database import change, connect
from data.storage.sealed_folders import is_plain_name

EARLIEST, LATEST = -62_135_596_800, 253_402_300_800  # the years 1 and 10000, between which dates are written
MOST_POSTS = 1_000_000_000_000
_FOLDER = re.compile(r"[0-9]{1,18}/[0-9]{1,18}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_SEVERAL_LINES = {("tweets", "text"), ("beginnings", "text"), ("generations", "prompt")}  # what people wrote
_WITH_HANDLES = ("accounts", "opt_outs", "consents", "jobs")
_CONTROLS = "*[" + chr(1) + "-" + chr(31) + chr(127) + "-" + chr(159) + "]*"  # as SQLite's GLOB has it


def check_database(
    path: Path, files: Mapping[str, str], damaged: Sequence[str], months: Container[str], *, now: float
) -> None:
    """Raises `BackupRefused` if it is damaged, newer than this program, or not what this program writes.

    `files` are those of the manifest, by name relative to the backup; `damaged` the folders of versions that are known
    to be without theirs. Money that was spent in months that are not here yet, under a clock that was wrong, counts in
    the month of `now`, but for `months` that what is there knows of, too.
    """
    try:
        with closing(sqlite3.connect(path)) as plain:
            verdict = plain.execute("PRAGMA quick_check").fetchone()[0]
            acting = plain.execute("SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchone()[0]
        if verdict != "ok":
            raise BackupRefused(path, f"is damaged ({str(verdict)[:100]})")
        if acting:
            raise BackupRefused(path, "holds triggers or views; a database of ours has none")
        with closing(connect(path)) as db:  # migrates an older one
            _check_schema(db, path)
            _check_values(db, path)
            _check_rows(db, path, files, damaged)
            _check_places(db, path)
            _settle_spending(db, path, months, now)
            _index_anew(db)
    except InvalidHandle as error:
        raise BackupRefused(path, f"holds a handle that is none: {str(error.text)[:80]!r}") from None
    except (sqlite3.Error, OverflowError) as error:
        raise BackupRefused(path, f"is damaged ({error})") from None


def _columns(db: Database) -> dict[str, dict[str, str]]:
    """Types of columns by table."""
    return {name: {column.name: column.type.upper() for column in db.table(name).columns} for name in db.table_names()}


def _check_schema(db: Database, path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(connect(Path(folder) / "new.db")) as new:
        ours, found = _columns(new), _columns(db)
    for table, columns in ours.items():
        if table not in found:
            raise BackupRefused(path, f"has no table {table}")
        if lacking := sorted(set(columns) - set(found[table])):
            raise BackupRefused(path, f"has no column {table}.{lacking[0]}")
        if found[table] != columns:
            raise BackupRefused(path, f"has another table {table} than this program makes")


def _check_values(db: Database, path: Path) -> None:
    """Numbers that are numbers and times that can be written as dates, and texts that are shown in a line."""
    for table, columns in _columns(db).items():
        if table.startswith(("sqlite_", "_sqlite")):
            continue
        for column, kind in columns.items():
            wrong = {
                "TEXT": f"typeof([{column}]) NOT IN ('text', 'null')",
                "INTEGER": f"typeof([{column}]) NOT IN ('integer', 'null')",
                "BLOB": f"typeof([{column}]) NOT IN ('blob', 'null')",
                "REAL": f"typeof([{column}]) NOT IN ('real', 'integer', 'null') "
                f"OR [{column}] NOT BETWEEN {EARLIEST} AND {LATEST}",
            }[kind]
            if kind == "TEXT" and (table, column) not in _SEVERAL_LINES and column != "handle":
                wrong += f" OR [{column}] GLOB '{_CONTROLS}' OR instr([{column}], char(0))"
            if next(db.table(table).rows_where(wrong, select="1", limit=1), None):
                raise BackupRefused(path, f"holds a value in {table}.{column} that does not belong there")


def _check_rows(db: Database, path: Path, files: Mapping[str, str], damaged: Sequence[str]) -> None:
    for table in _WITH_HANDLES:
        for row in db.table(table).rows_where(select="DISTINCT handle"):
            parse_handle(row["handle"])
    readers = {"jobs": find_job, "generations": find_generation, "rounds": find_round}
    at = ""
    try:
        for account_id in [row["id"] for row in db.query("SELECT id FROM accounts")]:
            at = f"the versions of account {account_id}"
            for version in list_versions(db, account_id):
                at = f"version {version.id}"
                _check_version(version, path, files, damaged)
                load_scorecard(db, version.id)
            events(db, account_id)
        for table, read in readers.items():
            for row in list(db.table(table).rows_where(select="id")):
                at = f"a row of {table}"
                read(db, row["id"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise BackupRefused(path, f"holds what cannot be understood: {at}") from None


def _check_places(db: Database, path: Path) -> None:
    """What admins have chosen, as the program writes it: ids are numbers, times and shares are some."""
    for table, column, pattern in _PLACES:
        for (value,) in db.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL"):
            if not pattern.fullmatch(str(value)):
                raise BackupRefused(path, f"holds a value in {table}.{column} that does not belong there")
    for minute, zone in db.execute("SELECT DISTINCT minute, zone FROM dailies"):
        if not 0 <= minute < 24 * 60 or not _ZONE.fullmatch(zone):
            raise BackupRefused(path, "holds a time of the day that is none")
    if db.execute("SELECT 1 FROM chimes WHERE percent NOT BETWEEN 0.1 AND 20 LIMIT 1").fetchone():
        raise BackupRefused(path, "holds a share of messages that is none")


_PLACE, _ID = re.compile(r"[a-z]{1,20}:-?[0-9]{1,20}"), re.compile(r"-?[0-9]{1,20}")
_ZONE = re.compile(r"[A-Za-z0-9_+/-]{1,60}")
_PLACES = [
    *((table, "place", _PLACE) for table in ("places", "place_voices", "place_channels", "place_changes", "dailies")),
    *((table, "place", _PLACE) for table in ("chimes", "generations")),
    *((table, "channel", _ID) for table in ("place_channels", "dailies", "chimes")),
    ("places", "language", re.compile(r"[a-z]{2}")),
]


def _check_version(version: Version, path: Path, files: Mapping[str, str], damaged: Sequence[str]) -> None:
    """Raises ValueError, TypeError and the like for what is no version."""
    if not _FOLDER.fullmatch(version.folder):
        raise BackupRefused(path, f"names a version's folder elsewhere: {version.folder[:80]!r}")
    for name, digest in version.files.items():
        if not is_plain_name(name) or not _SHA256.fullmatch(digest):
            raise BackupRefused(path, f"names a file of a version elsewhere: {name[:80]!r}")
        whole = files.get(f"models/{version.folder}/{name}") == digest
        if not whole and version.state != "failed" and version.folder not in damaged:
            raise BackupRefused(path, f"names a file that the backup does not hold: {name[:80]!r}")
    numbers = [*version.sampling.as_dict().values(), *vars(version.metrics).values(), *vars(version.recipe).values()]
    if not all(math.isfinite(number) for number in numbers if not isinstance(number, str)):
        raise ValueError("a number that is none")


def _index_anew(db: Database) -> None:
    """What stands in it for look-ups alone is made of the handles that were just checked."""
    change(db, "DELETE FROM handle_parts")
    index_handles(db, [row["handle"] for row in list(db.query("SELECT handle FROM accounts"))])


def _settle_spending(db: Database, path: Path, months: Container[str], now: float) -> None:
    this, ahead = month_of(now), 0
    for row in list(db.query("SELECT month, posts FROM spending")):
        if not _MONTH.fullmatch(row["month"]) or not 0 <= row["posts"] <= MOST_POSTS:
            raise BackupRefused(path, "holds spending that cannot have been")
        if row["month"] > this and row["month"] not in months:
            ahead += row["posts"]
            change(db, "DELETE FROM spending WHERE month = ?", row["month"])
    if ahead:
        change(
            db,
            "INSERT INTO spending (month, posts) VALUES (?, ?) "
            "ON CONFLICT (month) DO UPDATE SET posts = posts + excluded.posts",
            this,
            ahead,
        )
