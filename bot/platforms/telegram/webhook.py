"""Updates that Telegram sends by itself: a small server that reads nothing of whoever does not know the secret.

The library's own webhook reads a whole body, of up to 100 MB, before it looks at the secret, and waits for the rest of
a request for an hour.
"""

from __future__ import annotations

import asyncio
import hmac
import json
from typing import Any
from urllib.parse import urlsplit

from telegram import Bot, Update
from telegram.ext import Application
from tornado.httpserver import HTTPServer
from tornado.web import Application as Routes
from tornado.web import HTTPError, RequestHandler, stream_request_body

from data.errors import PortTaken

MAX_UPDATE = 1 << 20  # bytes; Telegram's largest are some ten thousand
PATIENCE_S = 20.0  # for the head of a request, and for its body
AnyApplication = Application[Any, Any, Any, Any, Any, Any]
HEADER = "X-Telegram-Bot-Api-Secret-Token"


def listen_for_updates(application: AnyApplication, url: str, secret: str, listen: str, port: int) -> HTTPServer:
    """Put updates that come with the secret into the application's queue; the caller stops the server.

    Raises `PortTaken`.
    """
    path = "/" + urlsplit(url).path.strip("/")
    known = {"bot": application.bot, "updates": application.update_queue, "secret": secret.encode()}
    routes = Routes([(path + "/?", _Updates, known)], log_function=_no_log)
    server = HTTPServer(
        routes,
        idle_connection_timeout=PATIENCE_S,
        body_timeout=PATIENCE_S,
        max_body_size=MAX_UPDATE,
        max_buffer_size=MAX_UPDATE,
        max_header_size=16 << 10,
    )
    try:
        server.listen(port, address=listen)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise PortTaken("TWEETLIKE_TELEGRAM_WEBHOOK_PORT", port, why) from error
    return server


@stream_request_body
class _Updates(RequestHandler):
    SUPPORTED_METHODS = ("POST",)

    def initialize(self, bot: Bot, updates: asyncio.Queue[object], secret: bytes) -> None:
        self._bot, self._updates, self._secret, self._body = bot, updates, secret, bytearray()

    def prepare(self) -> None:
        """Before any of the body is read."""
        told = self.request.headers.get(HEADER, "").encode(errors="replace")
        if not hmac.compare_digest(told, self._secret):
            self.set_header("Connection", "close")
            raise HTTPError(403)

    def data_received(self, chunk: bytes) -> None:
        self._body += chunk

    async def post(self) -> None:
        try:
            update = Update.de_json(json.loads(self._body), self._bot)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise HTTPError(400) from error
        if update is not None:
            await self._updates.put(update)

    def log_exception(self, *_: object) -> None:
        """Whoever knocks writes no lines into our log."""


def _no_log(_: RequestHandler) -> None:
    return
