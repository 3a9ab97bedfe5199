"""Logs for the operator, to standard error or a file, as text or JSON; no secret ever reaches them.

Every line of a request carries its id, from the chat to the engine's threads.
"""

from __future__ import annotations

import base64
import copy
import json
import logging
import os
import re
import sys
import threading
import traceback
from collections.abc import Sequence
from contextvars import ContextVar
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import quote

from data.errors import HomeUnusable
from data.platforms import PLATFORMS
from data.settings import LogFormat, Settings
from data.texts.sentence import one_line

request_id: ContextVar[str] = ContextVar("request_id", default="")

_TOKENS = re.compile("|".join(platform.token_in_text.pattern for platform in PLATFORMS))
MAX_BYTES = 10_000_000  # of a log file before another one begins
CHATTY = (
    *(platform.library for platform in PLATFORMS),
    "httpx",
    "httpcore",
    "apscheduler",
    "urllib3",
    "huggingface_hub",
    "aiohttp",
    "tornado",
)
MIN_SECRET = 6  # characters; anything shorter would strike ordinary words


class Redact(logging.Formatter):
    """Replaces the secrets it is told, and whatever looks like a Discord or Telegram token, in tracebacks too."""

    def __init__(self, secrets: Sequence[str] = (), form: LogFormat = "text") -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s%(request)s: %(message)s")
        forms = {form for secret in secrets if len(secret) >= MIN_SECRET for form in _forms(secret)}
        known = sorted(forms, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, known))) if known else None
        self._json = form == "json"

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's name
        """A traceback, none of whose lines begins like one of a log, whatever an error quotes."""
        return "\n".join(f"  {one_line(line)}" for line in super().formatException(ei).splitlines())

    def format(self, record: logging.LogRecord) -> str:
        """A record as text or JSON, redacted."""
        record = copy.copy(record)  # which other handlers get as it was
        record.msg, record.args = one_line(record.getMessage()), ()
        request = request_id.get()
        record.request = f" [{request}]" if request else ""
        text = self.redact(super().format(record))
        return json.dumps(self._facts(record, request), ensure_ascii=False) if self._json else text

    def redact(self, text: str) -> str:
        """The text without secrets."""
        if self._known:
            text = self._known.sub("[secret]", text)
        return _TOKENS.sub("[token]", text)

    def _facts(self, record: logging.LogRecord, request: str) -> dict[str, object]:
        facts: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self.redact(record.getMessage()),
        }
        if request:
            facts["request"] = request
        if record.exc_text:
            facts["traceback"] = self.redact(record.exc_text)
        return facts


def set_up_logs(settings: Settings, *, file: Path | None = None) -> None:
    """Log to standard error, or to a file that is kept short. Chatty libraries are kept to warnings.

    Raises `HomeUnusable` if the file cannot be opened; a disk that fills up later costs lines, not the program.
    """
    handler: logging.Handler = logging.StreamHandler()
    if file:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(file, maxBytes=MAX_BYTES, backupCount=2, encoding="utf-8")
        except OSError as error:
            raise HomeUnusable(file.parent, error.strerror or str(error)) from error
    redact = Redact(_known_secrets(settings), settings.log_format)
    handler.setFormatter(redact)
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)

    def log_the_end(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger(__name__).critical("the program has ended", exc_info=(kind, error, trace))
        if file:  # nobody is looking at it
            print(redact.redact(f"Something broke: {kind.__name__}: {error}\nThe rest is in {file}."), file=sys.stderr)

    sys.excepthook = log_the_end
    threading.excepthook = _log_the_end_of_a_thread
    logging.raiseExceptions = False  # a full disk must not fill standard error with tracebacks of the logging itself
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)


def redact_what_ends_the_program(settings: Settings) -> None:
    """Also what ends a program that keeps no log is printed without secrets."""
    redact = Redact(_known_secrets(settings))

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        print(redact.redact("".join(traceback.format_exception(kind, error, trace))), end="", file=sys.stderr)

    sys.excepthook = tell


def _forms(secret: str) -> set[str]:
    """A secret as addresses, headers and quoted text carry it."""
    encoded = {encode(secret.encode()).decode().rstrip("=") for encode in (base64.b64encode, base64.urlsafe_b64encode)}
    return {secret, quote(secret, safe=""), quote(secret), json.dumps(secret)[1:-1], repr(secret)[1:-1], *encoded}


def _known_secrets(settings: Settings) -> list[str]:
    return [*settings.secrets(), os.environ.get("WANDB_API_KEY", "")]  # which wandb reads by itself


def _log_the_end_of_a_thread(ended: threading.ExceptHookArgs) -> None:
    """Through the log, where secrets are struck, and not to standard error."""
    if ended.exc_value is not None:
        name = ended.thread.name if ended.thread else "?"
        logging.getLogger(__name__).error("the thread %s has ended", name, exc_info=ended.exc_value)
