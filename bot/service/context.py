"""What every use case of the service stands on, as one value: they share it, and hold nothing of each other."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.generation.generator import Generator
from bot.service.connection import Connection
from bot.service.filtering import content_filter, read_words
from bot.service.live_voices import LiveVoices
from bot.service.metrics import Metrics
from bot.service.places import Places
from bot.service.requests import Requests
from bot.service.turns import Turns
from data.errors import SavingNow
from data.models.bases import Base
from data.settings import Settings

T = TypeVar("T")
PRESS_S = 2.0


@dataclass(frozen=True)
class Context:
    """Belongs to the event loop of one process.

    What only looks things up uses `reader`, which never waits for whoever writes, in this process or another; what
    changes something uses `connection`. `clock` gives seconds since 1970, and everything here goes by it; `started` is
    when it was made. `refuses` says why a text is neither taken nor written, or None.
    """

    settings: Settings
    connection: Connection
    reader: Connection
    generator: Generator
    live: LiveVoices
    places: Places
    turns: Turns
    metrics: Metrics
    requests: Requests
    refuses: Callable[[str], str | None]
    clock: Callable[[], float]
    seeds: random.Random
    started: float

    async def in_database(self, call: Callable[..., T], *arguments: object) -> T:
        """`call(database, *arguments)` on the database's thread. Raises as `Connection.run`."""
        return await self.connection.run(call, *arguments)

    async def press(self, call: Callable[..., T], *arguments: object) -> T:
        """As `in_database`, for a button, which waits for seconds only. Raises `SavingNow`; it is done later."""
        done = asyncio.ensure_future(self.in_database(call, *arguments))
        try:
            return await asyncio.wait_for(asyncio.shield(done), PRESS_S)
        except TimeoutError:
            done.add_done_callback(lambda late: late.cancelled() or late.exception())  # nobody is told any more
            raise SavingNow from None

    async def look_up(self, call: Callable[..., T], *arguments: object) -> T:
        """As `in_database`, for what changes nothing: it waits for no writer."""
        return await self.reader.run(call, *arguments)

    def now(self) -> float:
        """Seconds since 1970."""
        return self.clock()


def make_context(
    settings: Settings,
    generator: Generator,
    base: Base,
    *,
    clock: Callable[[], float] = time.time,
    seeds: random.Random | None = None,
) -> Context:
    """A context over a generator that serves `base`. The database is opened when it is first used."""
    connection, reader = Connection(settings.database_path()), Connection(settings.database_path(), "database reader")
    metrics = Metrics(settings, generator)
    return Context(
        settings=settings,
        connection=connection,
        reader=reader,
        generator=generator,
        live=LiveVoices(connection, reader, generator, settings.models_path(), base, settings.bases_path(), clock),
        places=Places(connection, reader, clock),
        turns=Turns(settings.person_cooldown_s, settings.channel_cooldown_s),
        metrics=metrics,
        requests=Requests(metrics),
        refuses=content_filter(settings.filter, read_words(settings.filter_words) if settings.filter_words else ()),
        clock=clock,
        seeds=seeds or random.SystemRandom(),
        started=clock(),
    )
