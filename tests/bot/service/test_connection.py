"""Changes that wait together are one commit, and each fails or succeeds by itself."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.service.connection import Connection


@pytest.fixture
async def connection(tmp_path: Path) -> AsyncIterator[Connection]:
    made = Connection(tmp_path / "tweetlike.db")
    await made.run(lambda db: db.execute("CREATE TABLE numbers (number INTEGER UNIQUE CHECK (number < 1000))"))
    yield made
    await made.close()


def add(db: Database, number: int) -> int:
    db.execute("INSERT INTO numbers VALUES (?)", [number])
    if number == 7:
        db.execute("INSERT INTO numbers VALUES (7)")  # a second statement, so that the first must be undone
    return number * 2


def numbers(db: Database) -> list[int]:
    return [number for (number,) in db.execute("SELECT number FROM numbers ORDER BY number")]


async def while_busy(connection: Connection, *changes: int) -> tuple[list[int | BaseException], int]:
    """What became of changes that were asked for while the thread was busy, and how many commits there were."""
    commits, free = 0, threading.Event()

    def watch(statement: str) -> None:
        nonlocal commits
        commits += statement == "COMMIT"

    def be_busy(db: Database) -> None:
        free.wait()
        db.conn.set_trace_callback(watch)

    busy = asyncio.create_task(connection.run(be_busy))
    await asyncio.sleep(0)
    asked = [asyncio.create_task(connection.save(add, number)) for number in changes]
    await asyncio.sleep(0)
    free.set()
    outcomes = await asyncio.gather(*asked, return_exceptions=True)
    await busy
    return outcomes, commits


async def test_changes_that_wait_together_are_one_commit(connection: Connection) -> None:
    outcomes, commits = await while_busy(connection, *range(100, 150))
    assert outcomes == [2 * number for number in range(100, 150)]
    assert commits == 1
    assert await connection.run(numbers) == list(range(100, 150))


async def test_a_change_that_fails_is_undone_alone(connection: Connection) -> None:
    outcomes, _ = await while_busy(connection, 1, 2, 7, 2, 3)
    assert [isinstance(outcome, sqlite3.IntegrityError) for outcome in outcomes] == [False, False, True, True, False]
    assert await connection.run(numbers) == [1, 2, 3]


async def test_a_change_that_reads_first_is_not_overtaken_by_another_process(
    connection: Connection, tmp_path: Path
) -> None:
    def read_then_add(db: Database, number: int) -> None:
        numbers(db)
        with closing(sqlite3.connect(tmp_path / "tweetlike.db", timeout=0.05)) as other, suppress(sqlite3.Error):
            other.execute("INSERT INTO numbers VALUES (500)")
            other.commit()
        add(db, number)

    await connection.save(read_then_add, 1)
    assert await connection.run(numbers) == [1]


async def test_a_disk_that_takes_nothing_fails_all_and_leaves_nothing_waiting(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_the_disk(db: Database) -> None:
        db.execute("PRAGMA max_page_count = 1")  # no page more than there are

    await connection.run(fill_the_disk)
    await connection.run(lambda db: db.execute("CREATE TEMP TABLE full (x)"))

    def too_much(db: Database) -> None:
        db.execute("CREATE TABLE more AS SELECT randomblob(100000) AS x")

    outcomes = await asyncio.gather(
        *(connection.save(too_much) for _ in range(5)), connection.save(add, 5), return_exceptions=True
    )
    assert all(isinstance(outcome, sqlite3.OperationalError) for outcome in outcomes[:5])
    assert not connection._waiting
    await connection.run(lambda db: db.execute("PRAGMA max_page_count = 1000000"))
    assert await connection.save(add, 6) == 12


async def test_a_change_whose_asker_is_gone_is_not_made_later(connection: Connection) -> None:
    free = threading.Event()
    busy = asyncio.create_task(connection.run(lambda _: free.wait()))
    await asyncio.sleep(0)
    gone = asyncio.create_task(connection.save(add, 1))
    await asyncio.sleep(0)
    gone.cancel()
    await asyncio.sleep(0)
    free.set()
    await busy
    assert await connection.save(add, 2) == 4
    assert await connection.run(numbers) == [2]
