"""Telegram for the process: served until cancelled, its errors sorted."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, TelegramError

from bot.platforms.platform import PlatformAway
from bot.platforms.telegram.bot import TelegramBot
from bot.service.service import Service
from data.errors import PlatformRefused, TokenRefused
from data.faults import ToldOnce

log = logging.getLogger(__name__)
LOOK_EVERY_S = 30.0  # whether the token still counts: the library ends its polling without a word where it does not


async def serve(service: Service, token: str, listening: Callable[[], None]) -> None:
    """See `bot.platforms.platform.Serve`."""
    polling = ToldOnce(log)

    def poll_failed(error: TelegramError) -> None:
        """The library goes on by itself; once is enough to say so."""
        if isinstance(error, Conflict):
            polling.trouble("another program reads Telegram's updates with this token; stop one of the two")
        else:
            polling.trouble(f"Telegram's updates cannot be read ({error}); trying again until they can")

    try:
        bot = TelegramBot(service, token)
        async with bot.running(poll_failed):
            listening()
            while True:
                await asyncio.sleep(LOOK_EVERY_S)
                try:
                    await bot.application.bot.get_me()
                    polling.well()
                except NetworkError as error:
                    poll_failed(error)
    except InvalidToken:
        raise TokenRefused("Telegram") from None
    except BadRequest as error:  # a network error for its library, but the same however often it is tried
        fix = "look at the TWEETLIKE_TELEGRAM_… settings"
        raise PlatformRefused("Telegram", str(error), fix) from error
    except NetworkError as error:
        raise PlatformAway(str(error) or type(error).__name__) from error
