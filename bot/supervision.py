"""Each platform is kept up by itself: one that is away is tried again, one that refuses us is off; no other notices."""

from __future__ import annotations

import asyncio
import logging
import random
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from importlib import import_module
from typing import Literal

from bot.platforms.platform import Serve
from bot.service.service import Service
from data.errors import TweetlikeError
from data.faults import ToldOnce
from data.platforms import PLATFORMS, ChatPlatform
from data.storage.notes import platform_note, write_note
from data.texts.english import explain

log = logging.getLogger(__name__)
FIRST_PAUSE_S, MAX_PAUSE_S = 2.0, 120.0  # between two attempts to reach a platform
PlatformState = Literal["connecting", "listening", "away", "off"]


class Supervisor:
    """Serves the platforms whose tokens are set. `states` is by the platform's label."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self.states: dict[str, PlatformState] = {}
        self._notes: set[asyncio.Task[None]] = set()

    async def serve(self, stop: asyncio.Event) -> None:
        """Until `stop` is set. Where no platform is left, raises what the last one ended with."""
        tasks: dict[asyncio.Task[None], ChatPlatform] = {}
        for platform in PLATFORMS:
            if token := platform.token_of(self._service.settings):
                serving = self._serving(platform, token.get_secret_value())
                tasks[asyncio.create_task(self.keep_up(platform.label, serving))] = platform
        stopping = asyncio.create_task(stop.wait())
        try:
            running: set[asyncio.Task[object]] = set(tasks)
            while running and not stop.is_set():
                done, _ = await asyncio.wait({stopping, *running}, return_when=asyncio.FIRST_COMPLETED)
                running -= done
            await self._service.requests.drain(self._service.settings.stop_within_s)
        finally:
            stopping.cancel()
            for task in tasks:
                task.cancel()
            ended = await asyncio.gather(*tasks, return_exceptions=True)
        errors = [error for error in ended if isinstance(error, Exception)]
        if errors and not stop.is_set():
            raise errors[-1]

    def _serving(self, platform: ChatPlatform, token: str) -> Callable[[], Awaitable[None]]:
        serve: Serve = import_module(f"bot.platforms.{platform.key}.serving").serve

        def listening() -> None:
            self._note(platform.label, "listening")
            log.info("listening on %s", platform.label)

        return lambda: serve(self._service, token, listening)

    async def keep_up(self, label: str, serve: Callable[[], Awaitable[None]]) -> None:
        """Serve a platform for ever; while it cannot be reached, try again after longer and longer pauses.

        Raises the typed errors that trying again does not change.
        """
        told, pause_s = ToldOnce(log), FIRST_PAUSE_S
        while True:
            self._note(label, "connecting")
            started = time.monotonic()
            try:
                await serve()
                return
            except TweetlikeError as error:
                self._note(label, "off", explain(error))
                log.error("%s is off. %s", label, explain(error))
                raise
            except OSError as error:  # also `PlatformAway`
                what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
                told.trouble(f"{label} cannot be reached ({what}); trying again until it can")
                why = what
            except Exception as error:  # noqa: BLE001 - a fault of one platform must not end the others
                told.trouble(f"{label} has failed, and is started again", error)
                why = f"{type(error).__name__}, see the log"
            self._note(label, "away", why)
            if time.monotonic() - started > MAX_PAUSE_S:
                pause_s = FIRST_PAUSE_S
            await asyncio.sleep(pause_s * (0.5 + random.random() / 2))
            pause_s = min(MAX_PAUSE_S, pause_s * 2)

    def _note(self, label: str, state: PlatformState, why: str = "") -> None:
        self.states[label] = state
        self._service.metrics.platforms.labels(label).set(state == "listening")
        task = asyncio.create_task(self._tell_doctor(label, f"{state}: {why}" if why else state))
        self._notes.add(task)
        task.add_done_callback(self._notes.discard)

    async def _tell_doctor(self, label: str, text: str) -> None:
        """Another process may ask how the platform is."""
        with suppress(sqlite3.Error, TweetlikeError):
            await self._service.context.in_database(write_note, platform_note(label), text)

    def unready(self) -> str | None:
        """Which platforms do not listen, or None."""
        return ", ".join(f"{label} is {state}" for label, state in self.states.items() if state != "listening") or None
