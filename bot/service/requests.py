"""The requests that are being answered now: each has an id for the log, is counted by how it ended, and is waited for
when the bot is told to stop."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from bot.service.metrics import Metrics
from data.errors import Restarting, TweetlikeError
from data.logs import request_id

log = logging.getLogger(__name__)


class Requests:
    """Belongs to the event loop."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._held = 0
        self._stopping = False
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def stopping(self) -> bool:
        """Whether the bot has been told to stop."""
        return self._stopping

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Something that is to be finished before the bot stops, up to the message that a person reads."""
        token = request_id.set(request_id.get() or secrets.token_hex(4))
        self._held += 1
        self._idle.clear()
        try:
            yield
        finally:
            request_id.reset(token)
            self._held -= 1
            if not self._held:
                self._idle.set()

    @contextmanager
    def answering(self, platform: str) -> Iterator[None]:
        """One request. Raises `Restarting` once the bot is stopping."""
        outcome = "cancelled"
        with self.hold():
            try:
                if self._stopping:
                    raise Restarting
                yield
                outcome = "answered"
            except TweetlikeError as error:
                outcome = type(error).__name__
                raise
            except Exception:
                outcome = "fault"
                raise
            finally:
                self._metrics.requests.labels(platform, outcome).inc()

    async def drain(self, within_s: float) -> None:
        """Take no more requests, and wait for those that are held, so many seconds at most."""
        self._stopping = True
        try:
            async with asyncio.timeout(within_s):
                await self._idle.wait()
        except TimeoutError:
            log.warning("%d requests were not finished in %.0f s", self._held, within_s)
