"""Metrics and health on a local port: /metrics for Prometheus, /health and /ready for whoever restarts the bot."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from ipaddress import ip_address

from aiohttp import web
from aiohttp.typedefs import Handler
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from yarl import URL

from bot.service.service import Service
from data.errors import PortTaken

_UNHEARD = logging.getLogger("tweetlike.unheard")
"""For what the server has to say of those who knock, with their own words and a traceback each."""
_UNHEARD.disabled = True


@asynccontextmanager
async def monitoring(
    service: Service, listen: str, port: int, platforms: Callable[[], str | None] = lambda: None
) -> AsyncIterator[int]:
    """Serve for the block; yields the port, which the machine chooses where it is 0. `platforms` says which of them
    do not listen.

    Raises `PortTaken` for a port that is taken.
    """

    async def metrics(_: web.Request) -> web.Response:
        text = await asyncio.to_thread(generate_latest, service.metrics.registry)
        return web.Response(body=text, headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def health(_: web.Request) -> web.Response:
        """That the event loop answers, and that the engine could."""
        return _verdict(service.trouble())

    async def ready(_: web.Request) -> web.Response:
        """That a request would be answered now."""
        return _verdict(await service.unready() or platforms())

    application = web.Application(middlewares=[_by_its_name] if _is_loopback(listen) else [])
    application.add_routes([web.get("/metrics", metrics), web.get("/health", health), web.get("/ready", ready)])
    runner = web.AppRunner(application, access_log=None, logger=_UNHEARD)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, listen, port).start()
        except OSError as error:
            why = error.strerror or "it cannot be listened on"
            raise PortTaken("TWEETLIKE_METRICS_PORT", port, why) from error
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


@web.middleware
async def _by_its_name(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A page in somebody's browser, whose own name leads to this machine, is told nothing."""
    try:
        name = URL(f"http://{request.host}").host
    except ValueError:
        name = None
    if name is None or not _is_loopback(name):
        raise web.HTTPForbidden(text="this is only for this machine\n")
    return await handler(request)


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _verdict(trouble: str | None) -> web.Response:
    return web.Response(text=f"{trouble or 'ok'}\n", status=503 if trouble else 200)
