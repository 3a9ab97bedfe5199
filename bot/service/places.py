"""What the admins of a server or a group have chosen for it, and what follows for a request there."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Sequence

from sqlite_utils import Database

from bot.service.connection import Connection
from bot.service.turns import Asker
from data.accounts.store import Account
from data.chat import places
from data.chat.places import ALL, Change, Choices, choices_of, for_adults
from data.errors import DatabaseDamaged, ForAdults, HomeUnusable, NotHere, OtherChannels, SwitchedOff

MAX_REMEMBERED = 10_000


class Places:
    """Reads before every request, so that a change holds at once, in every process; from memory while it cannot."""

    def __init__(self, connection: Connection, reader: Connection, clock: Callable[[], float]) -> None:
        self._connection, self._reader, self._clock = connection, reader, clock
        self._known: OrderedDict[str, Choices] = OrderedDict()  # the last asked for last

    async def choices(self, place: str | None) -> Choices:
        """What holds there."""
        return (await self._read(place, ()))[0]

    async def changes(self, place: str) -> list[Change]:
        """Who changed what there, newest first."""
        return await self._reader.run(places.changes_in, place)

    async def admit(self, asker: Asker, accounts: Sequence[Account]) -> Choices:
        """What holds where somebody asks, if these accounts may answer there.

        Raises `SwitchedOff`, `OtherChannels`, `NotHere`, `ForAdults`.
        """
        choices, adult = await self._read(asker.place, accounts)
        if not choices.speaking:
            raise SwitchedOff
        if choices.channels is not None and not {asker.channel, asker.thread_of} & set(choices.channels):
            raise OtherChannels
        if choices.voices is not None:
            for account in accounts:
                if account.handle not in choices.voices:
                    raise NotHere(account.handle, choices.voices[:10])
        if adult is not None and not (asker.among_adults and (choices.adult or asker.place is None)):
            raise ForAdults(adult)
        return choices

    async def _read(self, place: str | None, accounts: Sequence[Account]) -> tuple[Choices, str | None]:
        """What holds in a place, and which of the accounts is for adults, if one is."""

        def read(db: Database) -> tuple[Choices, str | None]:
            return choices_of(db, place), for_adults(db, [account.id for account in accounts]) if accounts else None

        try:
            found = await self._reader.run(read)
        except (sqlite3.DatabaseError, HomeUnusable, DatabaseDamaged):
            if place is not None and place not in self._known:
                raise
            adult = next((account.handle for account in accounts if account.adult), None)
            return self._known.get(place or "", ALL), adult
        if place is not None:
            self._known[place] = found[0]
            self._known.move_to_end(place)
            if len(self._known) > MAX_REMEMBERED:
                self._known.popitem(last=False)
        return found

    async def switch(self, place: str, name: str, *, who: str) -> Choices:
        """Turn one of `data.chat.places.SWITCHES` over."""
        return await self._change(places.switch, place, name, who)

    async def choose_language(self, place: str, language: str | None, *, who: str) -> Choices:
        """None: each person's own."""
        return await self._change(places.choose_language, place, language, who)

    async def choose_voices(self, place: str, handles: Sequence[str] | None, *, who: str) -> Choices:
        """None: all. Raises as `find_account`."""
        return await self._change(places.choose_voices, place, handles, who)

    async def choose_channels(self, place: str, channels: Sequence[str], *, who: str) -> Choices:
        """None of them: all."""
        return await self._change(places.choose_channels, place, channels, who)

    async def left(self, place: str) -> None:
        """The bot is no longer there; what was chosen is forgotten after a month."""
        await self._connection.run(lambda db: places.left(db, place, now=self._clock()))

    async def back(self, place: str) -> None:
        """The bot is there, again or for the first time."""
        await self._connection.run(lambda db: places.left(db, place, now=None))

    async def only_in(self, platform: str, present: Sequence[str]) -> None:
        """Of the servers of a platform, the bot is in these alone: it may have been removed while it was away."""
        await self._connection.run(lambda db: places.here_alone(db, platform, present, now=self._clock()))

    async def moved(self, place: str, new_place: str) -> None:
        """A group has a new id."""
        await self._connection.run(places.moved, place, new_place)

    async def _change(self, call: Callable[..., Choices], place: str, value: object, who: str) -> Choices:
        return await self._connection.run(lambda db: call(db, place, value, who=who, now=self._clock()))
