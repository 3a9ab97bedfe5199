"""The bot process: the generator, the service and the platforms whose tokens are set; else the console."""

from __future__ import annotations

import asyncio
import logging
import signal
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace

from bot.generation.generator import EmbeddedGenerator
from bot.generation.tuning import choose_device, tuned_options
from bot.service import Service
from data.bases import Base
from data.deletion import delete_uploads
from data.errors import TokenRefused
from data.leases import hold_role
from data.settings import Settings

log = logging.getLogger(__name__)


@asynccontextmanager
async def open_service(settings: Settings, base: Base) -> AsyncIterator[Service]:
    """A service over an engine in this process, ready to answer."""
    options = await asyncio.to_thread(
        tuned_options,
        choose_device(settings.device),
        settings.precision,
        remembered=settings.tuning_path(),
        cores=settings.threads,
    )
    options = replace(options, queue_limit=settings.queue_limit)
    memory = settings.model_memory_mb << 20
    async with EmbeddedGenerator(base.folder, options, settings.resident_voices, memory) as generator:
        service = Service(settings, generator, base)
        try:
            yield service
        finally:
            await service.close()


async def run_bot(settings: Settings, base: Base, *, console: bool) -> None:
    """Serve until SIGTERM or Ctrl-C, or, in the console, until /quit. Raises `LeaseTaken` if a bot is running."""
    with hold_role(settings.home, "bot"):
        delete_uploads(settings, 0, now=time.time())
        async with open_service(settings, base) as service:
            fresh = asyncio.create_task(service.keep_voices_fresh())
            try:
                if console:
                    from bot.platforms.console import ConsoleBot

                    await ConsoleBot(service).run()
                else:
                    await _serve_platforms(settings, service)
            finally:
                fresh.cancel()
                with suppress(asyncio.CancelledError):
                    await fresh


async def _serve_platforms(settings: Settings, service: Service) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    waits: list[asyncio.Task[object]] = [asyncio.create_task(stop.wait())]
    async with AsyncExitStack() as stack:
        if settings.telegram_token:
            from telegram.error import InvalidToken

            from bot.platforms.telegram_bot import TelegramBot

            try:
                telegram = TelegramBot(service, settings.telegram_token.get_secret_value())
                await stack.enter_async_context(telegram.running())
            except InvalidToken:
                raise TokenRefused("Telegram") from None
            log.info("listening on Telegram")
        if settings.discord_token:
            import discord

            from bot.platforms.discord_bot import DiscordBot

            client = await stack.enter_async_context(DiscordBot(service))
            try:
                await client.login(settings.discord_token.get_secret_value())
            except discord.LoginFailure:
                raise TokenRefused("Discord") from None
            waits.append(asyncio.create_task(client.connect()))
            log.info("listening on Discord")
        done, _ = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()  # a platform that ended by itself ended with an error
    for task in waits:
        task.cancel()
