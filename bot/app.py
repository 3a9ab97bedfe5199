"""The bot process: the generator, the service and the platforms whose tokens are set; else the console."""

from __future__ import annotations

import asyncio
import logging
import os
import random
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace

from aiohttp import ClientError

from bot.generation.generator import EmbeddedGenerator
from bot.generation.tuning import choose_device, tuned_options
from bot.monitor import monitoring
from bot.service.context import make_context
from bot.service.service import Service
from data.errors import InvalidSettings, TokenRefused
from data.faults import ToldOnce
from data.maintenance.deletion import delete_uploads
from data.models.bases import Base
from data.settings import Settings
from data.storage.leases import hold_role

log = logging.getLogger(__name__)
FIRST_PAUSE_S, MAX_PAUSE_S = 2.0, 120.0  # between two attempts to reach a platform


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
    async with EmbeddedGenerator(base.folder, options, settings.resident_voices, memory, settings.threads) as generator:
        service = Service(make_context(settings, generator, base))
        try:
            yield service
        finally:
            await service.close()


async def run_bot(settings: Settings, base: Base, *, console: bool, on_stop: Callable[[], None] = lambda: None) -> None:
    """Serve until SIGTERM or Ctrl-C, or, in the console, until /quit. Raises `LeaseTaken` if a bot is running.

    `on_stop` is called when the end begins, so that others can stop meanwhile.
    """
    stop = _stop_signal(on_stop, console=console)
    with hold_role(settings.home, "bot"):
        delete_uploads(settings, 0, now=time.time())
        async with AsyncExitStack() as stack:
            service = await stack.enter_async_context(open_service(settings, base))
            if settings.metrics_port:
                await stack.enter_async_context(monitoring(service, settings.metrics_listen, settings.metrics_port))
            fresh = asyncio.create_task(service.keep_voices_fresh())
            try:
                await (_console(service, stop) if console else _serve_platforms(settings, service, stop))
            finally:
                fresh.cancel()
                with suppress(asyncio.CancelledError):
                    await fresh


def _stop_signal(on_stop: Callable[[], None], *, console: bool) -> asyncio.Event:
    """An event that SIGTERM sets, and Ctrl-C where no terminal chat uses it."""
    stop = asyncio.Event()

    def begin() -> None:
        if not stop.is_set():
            log.info("stopping")
            stop.set()
            on_stop()

    for number in (signal.SIGTERM,) if console else (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, begin)
    return stop


async def _console(service: Service, stop: asyncio.Event) -> None:
    from bot.platforms.console import ConsoleBot

    chat = asyncio.create_task(ConsoleBot(service).run())
    await _first_of(chat, asyncio.create_task(stop.wait()))
    if not chat.done():
        await service.requests.drain(service.settings.stop_within_s)
        os._exit(0)  # a thread that reads the terminal cannot be ended otherwise
    await chat


async def _serve_platforms(settings: Settings, service: Service, stop: asyncio.Event) -> None:
    """Side by side: one that cannot be reached is tried again, and the others do not wait for it."""
    platforms = []
    if settings.telegram_token:
        platforms.append(asyncio.create_task(_keep_up("Telegram", lambda: _telegram(settings, service))))
    if settings.discord_token:
        platforms.append(asyncio.create_task(_keep_up("Discord", lambda: _discord(settings, service))))
    try:
        await _first_of(asyncio.create_task(stop.wait()), *platforms)
        await service.requests.drain(settings.stop_within_s)
    finally:
        for task in platforms:
            task.cancel()
        ended = await asyncio.gather(*platforms, return_exceptions=True)
    for result in ended:  # a platform that ended by itself ended with an error
        if isinstance(result, Exception):
            raise result


async def _first_of(*tasks: asyncio.Task[object]) -> None:
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)


async def _keep_up(platform: str, serve: Callable[[], Awaitable[None]]) -> None:
    """Serve a platform for ever; while it cannot be reached, try again after longer and longer pauses."""
    from telegram.error import BadRequest, NetworkError

    told, pause_s = ToldOnce(log), FIRST_PAUSE_S
    while True:
        started = time.monotonic()
        try:
            await serve()
            return
        except BadRequest as error:  # a network error for its library, but the same however often it is tried
            raise InvalidSettings((f"{platform} refuses what it was told: {error}",)) from error
        except (OSError, ClientError, NetworkError) as error:  # also a server that answers 5xx
            what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            told.trouble(f"{platform} cannot be reached ({what}); trying again until it can")
        if time.monotonic() - started > MAX_PAUSE_S:
            pause_s = FIRST_PAUSE_S
        await asyncio.sleep(pause_s * (0.5 + random.random() / 2))
        pause_s = min(MAX_PAUSE_S, pause_s * 2)


async def _telegram(settings: Settings, service: Service) -> None:
    from telegram.error import InvalidToken

    from bot.platforms.telegram.bot import TelegramBot

    assert settings.telegram_token
    try:
        async with TelegramBot(service, settings.telegram_token.get_secret_value()).running():
            log.info("listening on Telegram")
            await asyncio.Event().wait()
    except InvalidToken:
        raise TokenRefused("Telegram") from None


async def _discord(settings: Settings, service: Service) -> None:
    import discord

    from bot.platforms.discord.bot import DiscordBot

    assert settings.discord_token
    async with DiscordBot(service) as client:
        try:
            await client.login(settings.discord_token.get_secret_value())
        except discord.LoginFailure:
            raise TokenRefused("Discord") from None
        except discord.HTTPException as error:
            if error.status < 500:
                raise
            raise ConnectionError(f"Discord answers {error.status}") from error
        log.info("listening on Discord")
        await client.connect()
