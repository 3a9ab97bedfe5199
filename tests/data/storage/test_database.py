"""The database: migrations, transactions, and the errors an operator can act on."""

from __future__ import annotations

import multiprocessing
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from data.errors import DatabaseDamaged, DatabaseTooNew
from data.storage.database import change, connect, one, transaction
from data.storage.migrations import known_migrations, migrations


def test_a_new_database_has_every_step_and_the_pragmas(tmp_path: Path) -> None:
    db = connect(tmp_path / "new" / "t.db")
    assert {migration.name for migration in migrations.applied(db)} == known_migrations()
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    with pytest.raises(sqlite3.IntegrityError):
        change(db, "INSERT INTO tweets (account_id, id, text, is_retweet, source) VALUES (99, '1', 't', 0, 's')")


def test_a_newer_database_is_refused_with_the_steps_it_has(tmp_path: Path) -> None:
    db = connect(tmp_path / "t.db")
    db.table("_sqlite_migrations").insert(
        {"migration_set": "tweetlike", "name": "m999_tomorrow", "applied_at": "2030-01-01"}
    )
    with pytest.raises(DatabaseTooNew) as caught:
        connect(tmp_path / "t.db")
    assert caught.value.unknown == ("m999_tomorrow",)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.db").write_bytes(b"this is a shopping list, not a database " * 50)
    with pytest.raises(DatabaseDamaged):
        connect(tmp_path / "t.db")


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    db = connect(tmp_path / "t.db")
    with pytest.raises(ZeroDivisionError), transaction(db):
        change(db, "INSERT INTO opt_outs (handle, at) VALUES ('a', 1)")
        assert one(db, "SELECT 1 FROM opt_outs")
        1 / 0  # noqa: B018
    assert one(db, "SELECT 1 FROM opt_outs") is None
    with transaction(db):
        change(db, "INSERT INTO opt_outs (handle, at) VALUES ('a', 1)")
    assert one(connect(tmp_path / "t.db"), "SELECT handle FROM opt_outs") == {"handle": "a"}


def _count_up(path: Path, times: int) -> None:
    db = connect(path)
    for _ in range(times):
        with transaction(db):  # read, then write: the pattern that fails without the lock at the first line
            row = one(db, "SELECT at FROM opt_outs WHERE handle = 'n'")
            assert row
            change(db, "UPDATE opt_outs SET at = ? WHERE handle = 'n'", row["at"] + 1)


def test_many_processes_open_migrate_and_write_one_database(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    change(connect(path), "INSERT INTO opt_outs (handle, at) VALUES ('n', 0)")
    spawn = multiprocessing.get_context("fork")
    workers = [spawn.Process(target=_count_up, args=(path, 50)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0, 0]
    assert one(connect(path), "SELECT at FROM opt_outs WHERE handle = 'n'") == {"at": 200.0}


def test_a_database_that_another_process_is_just_making_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "tweetlike.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE others (number INTEGER)")
    other.execute("BEGIN IMMEDIATE")  # before its file has a log that is written ahead
    threading.Timer(0.3, lambda: other.execute("COMMIT")).start()
    with closing(connect(path)) as db:
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    other.close()
