"""Logs for the operator, to standard error or a file; no token ever reaches them."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from data.errors import HomeUnusable

_TOKENS = re.compile(r"bot\d+:[\w-]+|\b\d{6,}:[A-Za-z0-9_-]{30,}|\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}")


class Redact(logging.Formatter):
    """Replaces whatever looks like a Discord or Telegram token, in tracebacks too."""

    def format(self, record: logging.LogRecord) -> str:
        return _TOKENS.sub("[token]", super().format(record))


def set_up_logs(verbose: bool = False, file: Path | None = None) -> None:
    """Log to standard error, or append to a file. Chatty libraries are kept to warnings."""
    handler: logging.Handler = logging.StreamHandler()
    if file:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handler = logging.FileHandler(file, encoding="utf-8")
        except OSError as error:
            raise HomeUnusable(file.parent, error.strerror or str(error)) from error
    handler.setFormatter(Redact("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.DEBUG if verbose else logging.INFO, handlers=[handler], force=True)
    for name in ("httpx", "httpcore", "apscheduler", "discord", "telegram", "urllib3", "huggingface_hub"):
        logging.getLogger(name).setLevel(logging.WARNING)
