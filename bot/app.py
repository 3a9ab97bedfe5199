"""The bot process: the generator, the service and the platforms whose tokens are set; else the console."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace
from functools import partial

from bot.generation.generator import EmbeddedGenerator
from bot.generation.ticket import EngineOptions
from bot.generation.tuning import Wanted, choose_device, may_use_gpu, tuned_options
from bot.service.context import make_context
from bot.service.service import Service
from bot.supervision import Supervisor
from data.maintenance.deletion import delete_uploads
from data.models.bases import Base
from data.settings import Settings
from data.storage.leases import hold_role

log = logging.getLogger(__name__)


@asynccontextmanager
async def open_service(settings: Settings, base: Base) -> AsyncIterator[Service]:
    """A service over an engine in this process, ready to answer."""
    device = "cuda" if may_use_gpu(settings.device) else "cpu"
    options = partial(_options, settings, device, settings.precision)
    stand_in = partial(_options, settings, "cpu", "auto") if device != settings.device else None
    memory = settings.model_memory_mb << 20, settings.voice_memory_mb << 20
    async with EmbeddedGenerator(base.folder, options, settings.resident_voices, *memory, stand_in) as generator:
        service = Service(make_context(settings, generator, base))
        try:
            yield service
        finally:
            await service.close()


def _options(settings: Settings, device: str, precision: Wanted) -> EngineOptions:
    """Raises `GpuUnusable`."""
    options = tuned_options(
        choose_device(device),
        precision,
        remembered=settings.tuning_path(),
        cores=settings.threads,
        gpu_memory_mb=settings.gpu_memory_mb,
    )
    return replace(options, queue_limit=settings.queue_limit, beside_training=True)


async def run_bot(
    settings: Settings,
    base: Base,
    *,
    console: bool,
    on_stop: Callable[[], None] = lambda: None,
    at_last: Callable[[], None] = lambda: None,
) -> None:
    """Serve until SIGTERM or Ctrl-C, or, in the console, until /quit. Raises `LeaseTaken` if a bot is running.

    `on_stop` is called when the end begins, so that others can stop meanwhile; `at_last` before a process that talks in
    a terminal ends itself.
    """
    stop = _stop_signal(on_stop, console=console)
    with hold_role(settings.home, "bot"):
        delete_uploads(settings, 0, now=time.time())
        async with AsyncExitStack() as stack:
            service = await stack.enter_async_context(open_service(settings, base))
            supervisor = Supervisor(service)
            if settings.metrics_port:
                from bot.monitor import monitoring

                place = settings.metrics_listen, settings.metrics_port
                await stack.enter_async_context(monitoring(service, *place, supervisor.unready))
            fresh = asyncio.create_task(service.keep_voices_fresh())
            try:
                await (_console(service, stop, at_last) if console else supervisor.serve(stop))
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


async def _console(service: Service, stop: asyncio.Event, at_last: Callable[[], None]) -> None:
    from bot.platforms.console import ConsoleBot

    chat = asyncio.create_task(ConsoleBot(service).run())
    await _first_of(chat, asyncio.create_task(stop.wait()))
    if not chat.done():
        await service.requests.drain(service.settings.stop_within_s)
        await asyncio.to_thread(at_last)
        os._exit(0)  # a thread that reads the terminal cannot be ended otherwise
    await chat


async def _first_of(*tasks: asyncio.Task[object]) -> None:
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
