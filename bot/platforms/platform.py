"""What a chat platform is to the process that serves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from bot.service.service import Service


class PlatformAway(ConnectionError):
    """It cannot be reached now; the message says why. To be tried again."""


class Serve(Protocol):
    """`serving.serve` of a platform's package: the one function that the process calls."""

    async def __call__(self, service: Service, token: str, listening: Callable[[], None]) -> None:
        """Connect, call `listening`, and answer until cancelled; on the way out end what was begun.

        Raises `PlatformAway` (also OSError) where trying again may help, and `TokenRefused` or `PlatformRefused` where
        only the operator can help.
        """
