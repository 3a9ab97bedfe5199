"""A connection to the database, on a thread of its own: the event loop never waits for a disk."""

from __future__ import annotations

import asyncio
import contextvars
import sqlite3
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from data.storage.database import connect, transaction

T = TypeVar("T")
BEYOND_REPAIR = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR", "SQLITE_CANTOPEN")


class Connection:
    """Opened when it is first used, and again after an error that another file may have mended."""

    def __init__(self, path: Path, name: str = "database") -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._db: Database | None = None
        self._waiting: deque[tuple[Callable[..., Any], tuple[object, ...], Future[Any]]] = deque()
        self.opened = 0  # times

    async def run(self, call: Callable[..., T], *arguments: object) -> T:
        """`call(database, *arguments)`, on the thread. Raises what it raises, `HomeUnusable`, `DatabaseDamaged`."""
        context = contextvars.copy_context()  # the request's id, for what is logged there
        return await asyncio.get_running_loop().run_in_executor(self._thread, context.run, self._run, call, arguments)

    def _run(self, call: Callable[..., T], arguments: tuple[object, ...]) -> T:
        if self._db is None:
            self._db = connect(self._path)
            self.opened += 1
        try:
            return call(self._db, *arguments)
        except sqlite3.DatabaseError as error:
            if str(getattr(error, "sqlite_errorname", "")).startswith(BEYOND_REPAIR):
                self._close()
            raise

    async def save(self, call: Callable[..., T], *arguments: object) -> T:
        """As `run`, in a transaction. Changes that wait for the thread together are one commit, and cost the disk once;
        of one that raises nothing is left, and the others are not concerned."""
        done: Future[T] = Future()
        change = call, arguments, done
        self._waiting.append(change)
        try:
            await self.run(self._commit)  # which has nothing left to do where another has taken this one along
        except BaseException:
            with suppress(ValueError):
                self._waiting.remove(change)
            raise
        return done.result()

    def _commit(self, db: Database) -> None:
        if not self._waiting:
            return
        made: list[tuple[Future[Any], Any]] = []
        try:
            with transaction(db):  # which waits for other writers before anything is read
                while self._waiting:
                    call, arguments, done = self._waiting.popleft()
                    try:
                        with db.atomic():
                            made.append((done, call(db, *arguments)))
                    except Exception as error:
                        done.set_exception(error)
                        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.IntegrityError):
                            raise  # of the disk, not of this change
        except BaseException as error:
            for done, _ in made:
                done.set_exception(error)
            raise
        for done, outcome in made:
            done.set_result(outcome)

    def _close(self) -> None:
        if self._db is not None:
            self._db.close()
        self._db = None

    async def close(self) -> None:
        """Close the database and end its thread."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        self._thread.shutdown()
