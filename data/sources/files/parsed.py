"""What reading a source yields, the limits of what is read, and bytes as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.errors import UnreadableSource
from data.tweets.store import Tweet

MAX_BYTES = 1 << 30  # of one file, unpacked: an X archive's tweets.js holds about 3 KB a tweet


CAN_BE_READ = (
    "I read X archives (ZIP or folder), Mastodon's and Bluesky's exports, CSV, JSON and JSON lines of the usual tools, "
    "and plain text with a tweet a line."
)


@dataclass(frozen=True)
class Found:
    """The tweets of one source, in its order, and whose they are where it says so.

    `columns` says which field of the source was taken for what; `left_out` counts what is no tweet of the account's to
    learn from, by reason; `remarks` are sentences about what could not be known for sure.
    """

    tweets: tuple[Tweet, ...]
    format: str
    handle: str | None = None
    display_name: str | None = None
    account_id: str | None = None  # at its source
    columns: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, int] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def read_bytes(path: Path) -> bytes:
    """The content of a file of at most `MAX_BYTES`. Raises `UnreadableSource`, OSError."""
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableSource(path, f"it is larger than {MAX_BYTES >> 20} MiB.")
    return path.read_bytes()


def decode(path: Path, content: bytes, place: str = "") -> str:
    """UTF-8, or UTF-16 with its mark; of anything else the encoding is found out, as a spreadsheet may have written it.

    Raises `UnreadableSource` for what is no text, and where one spot of a UTF-8 text is broken.
    """
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in content[:10_000]:
            raise UnreadableSource(path, f"this is a binary file, not text. {CAN_BE_READ}", place) from error
        guessed = None if _mostly_utf8(content) else _guess(content)
        if guessed is None:
            line = content.count(b"\n", 0, error.start) + 1
            where = f"{place}, line {line}" if place else f"line {line}"
            raise UnreadableSource(path, "this is not text in UTF-8. Save it as UTF-8.", where) from error
        text = guessed
    if "\0" in text[:10_000]:
        raise UnreadableSource(path, f"this is a binary file, not text. {CAN_BE_READ}", place)
    return text


def _mostly_utf8(content: bytes) -> bool:
    """Whether it is damaged UTF-8 rather than something else: most of what is not ASCII is valid."""
    beyond_ascii = sum(byte >= 0x80 for byte in content[:1_000_000])
    broken = content[:1_000_000].decode("utf-8", "replace").count("\ufffd")
    return beyond_ascii > 4 * broken


_OTHER_LETTERS = {"Cyrillic", "Greek", "Hebrew", "Arabic", "Thai", "CJK", "Hangul"}


def _guess(content: bytes) -> str | None:
    from charset_normalizer import from_bytes

    if b"\0" in content[:10_000]:
        return None
    best = from_bytes(content[:200_000]).best()
    if best is None:
        return None
    # Of the many that write Latin letters in one byte, few texts tell which it is: what Windows writes in the west.
    latin = not best.multi_byte_usage and not _OTHER_LETTERS & {
        word for name in best.alphabets for word in name.split()
    }
    for encoding in ("cp1252", best.encoding) if latin else (best.encoding,):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


MAX_ID = 200


def as_text(value: Any) -> str:
    """The value if it is a text. Raises TypeError."""
    if not isinstance(value, str):
        raise TypeError("its text is not text")
    return value


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
