"""What the bot can do, once, for all platforms: typed results out, typed errors up.

Knows the database and a generator, no platform and no training. Database work runs on one thread of its own.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3

from bot.service.answers import Answers
from bot.service.context import Context
from bot.service.conversations import Conversations
from bot.service.directory import Directory
from bot.service.games import Games
from bot.service.metrics import Metrics
from bot.service.operations import Operations
from bot.service.places import Places
from bot.service.posts import Posts
from bot.service.requests import Requests
from bot.service.talking import Talking
from bot.service.turns import Turns
from data.errors import TweetlikeError
from data.faults import ToldOnce, machine_fault
from data.jobs import queue as jobs
from data.settings import Settings
from data.storage.database import try_reading

log = logging.getLogger(__name__)


class Service:
    """The use cases over one context. One for a process, shared by all its platforms."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.answers = Answers(context)
        self.talking = Talking(context, self.answers)
        self.conversations = Conversations(context, self.answers)
        self.posts = Posts(context, self.answers)
        self.directory = Directory(context)
        self.games = Games(context, self.answers)
        self.operations = Operations(context)
        self._reading = ToldOnce(log)

    @property
    def settings(self) -> Settings:
        """What it was started with."""
        return self.context.settings

    @property
    def turns(self) -> Turns:
        """Whose turn it is."""
        return self.context.turns

    @property
    def places(self) -> Places:
        """What the admins of servers and groups have chosen."""
        return self.context.places

    @property
    def requests(self) -> Requests:
        """What is being answered now."""
        return self.context.requests

    @property
    def metrics(self) -> Metrics:
        """What is counted."""
        return self.context.metrics

    async def drop_stale_voices(self) -> list[str]:
        """Drop from memory what is no longer live: replaced, rolled back or forgotten. Returns the dropped keys."""
        return await self.context.live.drop_stale()

    async def yield_memory_to_training(self) -> None:
        """Let the generator work in little memory while a voice is trained, where the settings say so."""
        if self.settings.yield_memory:
            self.context.generator.yield_memory(await self.context.look_up(jobs.is_training))

    async def keep_voices_fresh(self, every_s: float = 2.0) -> None:
        """Run `drop_stale_voices` and `yield_memory_to_training` for ever."""
        while True:
            try:
                await self.drop_stale_voices()
                await self.yield_memory_to_training()
                self._reading.well()
            except Exception as error:  # noqa: BLE001 - a database that is busy now will not be for ever
                what = machine_fault(error) or f"{type(error).__name__}: {error}"
                self._reading.trouble(f"looking for stale voices fails, and is tried again: {what}", error)
            await asyncio.sleep(every_s)

    def trouble(self) -> str | None:
        """Why this process should be started again, or None."""
        return "the engine has ended" if self.context.generator.broken() else None

    async def unready(self) -> str | None:
        """Why a request would not be answered now, or None."""
        if self.requests.stopping:
            return "stopping"
        try:
            await self.context.look_up(try_reading)
        except (sqlite3.Error, TweetlikeError) as error:
            return f"the database cannot be read: {machine_fault(error) or error}"
        return self.trouble()

    async def close(self) -> None:
        """End the database's threads."""
        await self.context.connection.close()
        await self.context.reader.close()
