"""Which voice answers for a handle: as the database says, or from memory while it cannot be read."""

from __future__ import annotations

import logging
import sqlite3
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlite_utils import Database

from bot.generation.generator import Generator
from bot.generation.types import Voice
from bot.service.connection import Connection
from bot.service.mixes import MixPart, parse_mix
from data.accounts.search import newest_voices
from data.accounts.store import Account, find_account, find_stored, forbidden_of
from data.errors import DatabaseDamaged, HomeUnusable, NoVoiceYet, TweetlikeError
from data.faults import ToldOnce, machine_fault
from data.jobs import queue as jobs
from data.models.bases import Base, prepared_base
from data.models.registry import Version, live_version, open_live, still_live
from data.storage.database import data_state

log = logging.getLogger(__name__)
MAX_REMEMBERED = 1_000
READ_AT_ONCE = 30


class LiveVoices:
    """The live version of each account, and which of them are worth their memory in the generator."""

    def __init__(
        self,
        connection: Connection,
        reader: Connection,
        generator: Generator,
        models: Path,
        base: Base,
        bases: Path,
        clock: Callable[[], float],
    ) -> None:
        self._connection = connection
        self._reader = reader
        self._generator = generator
        self._models = models
        self._base = base
        self._bases = bases
        self._before: dict[str, Base] = {}  # other bases that versions were trained on, by fingerprint
        self._clock = clock
        self._remembered: OrderedDict[str, tuple[Account, Version]] = (
            OrderedDict()
        )  # by handle; the last asked for last
        self._seen: tuple[int, int, int] | None = None  # the state of the database in which they were live
        self._reading = ToldOnce(log)

    async def find(
        self, text: str, *, verified: bool = True
    ) -> tuple[tuple[MixPart, ...], list[tuple[Account, Version]]]:
        """The voices of a handle or a mix. Raises the typed errors of `data.errors`.

        With `verified`, files of versions that are not in memory are looked through; a damaged one is set aside, which
        waits for its turn to write.
        """
        try:
            found = await self._reader.run(self._find, text, False)
            if verified and not all(self._in_memory(version) for _, version in found[1]):
                found = await self._connection.run(self._find, text, True)
            self._remember(found[1])
            return found
        except (sqlite3.DatabaseError, HomeUnusable, DatabaseDamaged) as error:
            parts = parse_mix(text)
            known = [self._remembered.get(part.handle) for part in parts]
            voices = [each for each in known if each]
            if len(voices) < len(parts):
                raise
            self._reading.trouble(f"answering from memory, for the database fails: {machine_fault(error) or error}")
            return parts, voices

    def _find(
        self, db: Database, text: str, verified: bool
    ) -> tuple[tuple[MixPart, ...], list[tuple[Account, Version]]]:
        """A joint account that has a voice of its own is not mixed."""
        parts = parse_mix(text)
        if len(parts) > 1 and "*" not in text:
            with suppress(TweetlikeError):
                joint = find_account(db, text)
                if joint.live_version_id is not None:
                    return (MixPart(joint.handle, 1.0),), [self._live(db, joint.handle, verified)]
        return parts, [self._live(db, part.handle, verified) for part in parts]

    async def find_one(self, handle: str) -> tuple[Account, Version]:
        """The voice of an account, alone. Raises the typed errors of `data.errors`."""
        found = await self._connection.run(self._live, handle, True)
        self._remember([found])
        return found

    def _remember(self, voices: list[tuple[Account, Version]]) -> None:
        """Note who speaks, should the database become unreadable; the newest of them."""
        for account, version in voices:
            if self._remembered.get(account.handle) != (account, version):
                self._seen = None  # it may have been replaced since it was read
            self._remembered[account.handle] = (account, version)
            self._remembered.move_to_end(account.handle)
        while len(self._remembered) > MAX_REMEMBERED:
            self._remembered.popitem(last=False)

    def _live(self, db: Database, handle: str, verified: bool) -> tuple[Account, Version]:
        """The account and its live version; `verified`, unless it is in memory already."""
        account = find_account(db, handle)
        version = live_version(db, account.id)
        if verified and version is not None and not self._in_memory(version):
            version = open_live(db, self._models, account, now=self._clock())
        if version is None or (version.method != "full" and self._base_of(version) is None):
            raise NoVoiceYet(account.handle, training=jobs.active_job(db, "train", account.handle) is not None)
        return account, version

    def _in_memory(self, version: Version) -> bool:
        return self.voice(version).key in self._generator.resident()

    def voice(self, version: Version) -> Voice:
        """The key holds a hash of the weights: a row id may come back after a deletion, weights may not."""
        weights = next(digest for name, digest in version.files.items() if name.endswith("model.safetensors"))
        key, folder = f"{version.id}-{weights[:16]}", self._models / version.folder
        base = self._base_of(version) if version.method == "lora" else None
        other = None if base is None or base == self._base else base.folder
        return Voice(key, folder, version.method, version.sampling, other)

    def _base_of(self, version: Version) -> Base | None:
        """The base that a version was trained on, which may be the one before today's; None where it is gone."""
        if version.base_fingerprint == self._base.fingerprint:
            return self._base
        known = self._before.get(version.base_fingerprint)
        if known is None or not known.folder.exists():
            known = prepared_base(version.base, self._bases)
        if known is None or known.fingerprint != version.base_fingerprint:
            return None
        self._before[version.base_fingerprint] = known
        return known

    async def drop_stale(self) -> list[str]:
        """Drop from memory what is no longer live: replaced, rolled back or forgotten. Returns the dropped keys."""
        known = dict(self._remembered)
        gone, new = await self._reader.run(self._changes, known)
        for handle in gone:
            if self._remembered.get(handle) == known[handle]:
                del self._remembered[handle]
        for voice in new:
            self._remembered.setdefault(voice[0].handle, voice)
        self._reading.well()
        wanted = {self.voice(version).key for _, version in self._remembered.values()}
        stale = [key for key in self._generator.resident() if key not in wanted]
        for key in stale:
            self._generator.drop(key)
        return stale

    def _changes(
        self, db: Database, known: dict[str, tuple[Account, Version]]
    ) -> tuple[list[str], list[tuple[Account, Version]]]:
        """Which of these no longer speak so, and which voices are new, if anything has changed since the last look.

        However many there are, it costs what some queries about `MAX_REMEMBERED` handles cost; of new voices it reads
        `READ_AT_ONCE` at a look.
        """
        seen = (self._reader.opened, *data_state(db))
        if seen == self._seen:
            return [], []
        live = still_live(db, [version.id for _, version in known.values()])
        forbidden = forbidden_of(db, known)
        gone = [handle for handle, (_, version) in known.items() if version.id not in live or handle in forbidden]
        room = MAX_REMEMBERED - len(known) + len(gone)
        unknown = [handle for handle in newest_voices(db, MAX_REMEMBERED) if handle not in known][:room]
        unknown = [handle for handle in unknown if handle not in forbidden_of(db, unknown)]
        new: list[tuple[Account, Version]] = []
        for handle in unknown[:READ_AT_ONCE]:
            account = find_stored(db, handle)
            if version := live_version(db, account.id):
                new.append((account, version))
        if len(unknown) <= READ_AT_ONCE:
            self._seen = seen
        return gone, new
