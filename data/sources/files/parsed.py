"""What reading a source yields, and the limits of what is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.errors import UnreadableSource
from data.tweets.store import Tweet

MAX_BYTES = 1 << 30  # of one file, unpacked: an X archive's tweets.js holds about 3 KB a tweet


@dataclass(frozen=True)
class Found:
    """The tweets of one source, in its order, and whose they are where it says so."""

    tweets: tuple[Tweet, ...]
    format: str
    handle: str | None = None
    display_name: str | None = None


def read_text(path: Path) -> str:
    """The text of a file of at most `MAX_BYTES`. Raises `UnreadableSource`, OSError."""
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableSource(path, f"it is larger than {MAX_BYTES >> 20} MiB.")
    return decode(path, path.read_bytes())


def decode(path: Path, content: bytes, place: str = "") -> str:
    """UTF-8 (with or without its mark) or UTF-16 with its mark; anything else is an error that names the line."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        where = f"{place}, line {line}" if place else f"line {line}"
        raise UnreadableSource(path, "this is not text in UTF-8.", where) from error
    if "\0" in text[:10_000]:
        raise UnreadableSource(path, "this is a binary file, not text.", place)
    return text


def as_text(value: Any) -> str:
    """The value if it is a text. Raises TypeError."""
    if not isinstance(value, str):
        raise TypeError("its text is not text")
    return value


MAX_ID = 200


def as_id(value: Any) -> str:
    """An id, which exporters write as a text or as a number. Raises TypeError."""
    if isinstance(value, bool) or not isinstance(value, (str, int)) or not str(value).strip():
        raise TypeError("its id is neither a text nor a number")
    if len(str(value)) > MAX_ID:
        raise TypeError(f"its id has over {MAX_ID} characters")
    return str(value).strip()


def as_optional(value: Any) -> str | None:
    """The value as text, None where there is none."""
    return None if value is None or value == "" else str(value)
