"""Where tweets come from. `read_tweets` opens any file or folder people have; each form is one module."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from data.errors import UnreadableSource
from data.sources.files import bluesky_export, json_file, lines, mastodon_export, table
from data.sources.files import x_archive as archive
from data.sources.files.container import (
    TEXTS,
    Container,
    FolderContainer,
    TarContainer,
    open_container,
)
from data.sources.files.parsed import CAN_BE_READ, MAX_BYTES, Found, decode, read_bytes
from data.sources.files.records import merged

__all__ = ["FILE_SUFFIXES", "FORMS", "Found", "read_tweets"]

JSON = (".json", ".jsonl", ".ndjson")
PACKED = (".zip", ".tar.gz", ".tgz", ".gz", ".car")
DROPPED = (*PACKED, *(suffix for suffix in TEXTS if suffix != ".txt"))
"""What is read of a folder that is no archive itself, but where archives are dropped. A plain text there may be
anything: it is read where it is marked as tweets."""
FILE_SUFFIXES = (".zip", ".gz", ".tgz", ".car", *TEXTS)
"""What a file of tweets may end in; a file that is named directly is looked into, whatever its name."""
MAX_NAMED = 5  # files that are passed over, by name

FORMS = (
    ("X", "the archive that X gives an account's owner, of any year: ZIP, folder, its `data` folder, tweets.js alone"),
    ("X", "JSON of its API: v1.1 and v2 with their pages, and what its own pages load (GraphQL)"),
    ("X", "twarc, tweepy, snscrape, twscrape, twikit, twint, gallery-dl, twitter-web-exporter, Apify"),
    ("Mastodon", "the export of an account (outbox.json, ZIP, tar.gz, folder), and saved answers of its API"),
    ("Bluesky", "the repository of an account (CAR), and saved answers of its API (feeds, records)"),
    ("any", "CSV with a column text, tweet, tweets, content or full_text; comma, semicolon or tab; any encoding"),
    ("any", "JSON and JSON lines with such a field; lists of texts; tables of pandas and Weights & Biases"),
    ("any", "plain text, a tweet a line; `<|startoftext|>` … `<|endoftext|>`"),
)
"""What can be read, for the documents."""


def read_tweets(path: Path) -> Found:
    """Read all tweets of a file, or of a folder of such files.

    The whole source is read before anything is returned, so a caller stores all of it or nothing.
    Raises `UnreadableSource`, which names the file and the place in it.
    """
    try:
        str(path.absolute()).encode()
    except UnicodeEncodeError:
        shown = Path(str(path).encode(errors="replace").decode())
        raise UnreadableSource(shown, "a name in this path is not valid Unicode; rename it.") from None
    try:
        if not path.exists():
            raise UnreadableSource(path, "there is no such file or folder.")
        if path.is_dir():
            return _read_folder(path)
        if not path.is_file():
            raise UnreadableSource(path, "this is neither a file nor a folder.")
        return _read_file(path)
    except OSError as error:
        raise UnreadableSource(path, f"it cannot be read ({error.strerror or error}).") from error


def _read_file(path: Path) -> Found:
    with path.open("rb") as file:
        magic = file.read(4)
    if magic.startswith(b"PK\x03\x04") or path.suffix.lower() == ".zip":
        with open_container(path) as container:
            return _read_container(container)
    if magic.startswith(b"\x1f\x8b"):
        return _read_gzip(path)
    content = read_bytes(path)
    if path.suffix.lower() == ".car":
        return bluesky_export.read_car(path, content)
    return _read_text(path, path.name, decode(path, content))


def _read_gzip(path: Path) -> Found:
    if path.name.lower().endswith((".tar.gz", ".tgz")):
        return _read_container(TarContainer(path))
    try:
        with gzip.open(path) as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise UnreadableSource(path, "this is not a whole gzip file; download it again.") from error
    if len(content) > MAX_BYTES:
        raise UnreadableSource(path, f"it is larger than {MAX_BYTES >> 20} MiB.")
    if content[257:262] == b"ustar":
        return _read_container(TarContainer(path))
    return _read_text(path, path.name.removesuffix(".gz"), decode(path, content))


def _read_text(path: Path, name: str, text: str) -> Found:
    """A text by its form: what it begins with says more than its name."""
    start, lower = text.lstrip("\ufeff \t\r\n")[:200], name.lower()
    if lines.START in text[:10_000]:
        return lines.read(path, text)
    if start.startswith(("{", "[")):
        return json_file.read(path, text)
    if lower.endswith(".js") or start.startswith(("window.YTD", "Grailbird")):
        return archive.read_loose(path, text)
    if lower.endswith(JSON):
        raise UnreadableSource(path, "this is not JSON: an object was expected.", "line 1")
    header = table.first_line(text)
    if lower.endswith(".txt") and not (table.is_table(text) and any(mark in header for mark in table.DELIMITERS)):
        return lines.read(path, text)
    return table.read(path, text)


def _read_folder(folder: Path) -> Found:
    """An archive, or a folder where archives are dropped, the newest last."""
    container = FolderContainer(folder)
    names = container.names()
    if archive.is_archive(container):
        return _read_container(container)
    if any(name.rpartition("/")[2] == OUTBOX for name in names):
        return _read_container(container)
    inside = [path for path in folder.iterdir() if path.is_file() and not path.is_symlink()]  # a link may lead anywhere
    files = [path for path in inside if path.name.lower().endswith(DROPPED) or _is_marked(path)]
    if not files:
        raise UnreadableSource(folder, f"there is no file of tweets in it. {CAN_BE_READ}")
    files.sort(key=lambda path: (path.stat().st_mtime, path.name))
    return _read_each(folder, {path.name: partial(_read_file, path) for path in files}, "folder")


def _is_marked(path: Path) -> bool:
    with path.open("rb") as file:
        return path.suffix.lower() == ".txt" and lines.START.encode() in file.read(10_000)


OUTBOX = "outbox.json"


def _read_container(container: Container) -> Found:
    """An X archive, Mastodon's export, or all files of tweets in it."""
    if archive.is_archive(container):
        return archive.read(container)
    names = [name for name in container.names() if "__MACOSX/" not in name and "/." not in f"/{name}"]
    if outbox := next((name for name in names if name.rpartition("/")[2] == OUTBOX), None):
        found = json_file.read(container.path, container.text(outbox))
        return found if found.handle else _named_by_actor(container, names, found)
    if any(name.startswith("xl/") for name in names):
        raise UnreadableSource(
            container.path, "this is a spreadsheet of Excel. Save it as CSV (UTF-8), and import that."
        )
    files = [name for name in names if name.lower().endswith(TEXTS)]
    files = [name for name in files if not name.lower().endswith(".txt") or lines.START in container.text(name)]
    if not files:
        raise UnreadableSource(container.path, f"there is no file of tweets in it. {CAN_BE_READ}")
    return _read_each(container.path, {name: partial(_read_member, container, name) for name in files}, "archive")


def _read_member(container: Container, name: str) -> Found:
    return _read_text(container.path, name, container.text(name))


def _named_by_actor(container: Container, names: list[str], found: Found) -> Found:
    for name in names:
        if name.rpartition("/")[2] == "actor.json":
            for _, actor in json_file.values_of(container.path, container.text(name)):
                if isinstance(actor, dict):
                    return replace(found, handle=mastodon_export.handle_of(str(actor.get("id") or "")))
    return found


def _read_each(path: Path, files: dict[str, Callable[[], Found]], what: str) -> Found:
    """What can be read; the rest is named. Raises what the first one raises, if none can."""
    found: list[Found] = []
    passed_over: list[str] = []
    trouble: UnreadableSource | None = None
    for name, read in files.items():
        try:
            each = read()
        except UnreadableSource as error:
            trouble = trouble or error
            passed_over.append(name)
        else:
            found.append(each)
    if not any(each.tweets for each in found):
        if trouble is not None:
            raise trouble
        raise UnreadableSource(path, f"there is no tweet in it. {CAN_BE_READ}")
    found = [each for each in found if each.tweets]
    handles = {each.handle.lower() for each in found if each.handle}
    if len(handles) > 1:
        raise UnreadableSource(path, f"it holds the tweets of several accounts: {', '.join(sorted(handles))}.")
    if len(found) == 1 and not passed_over:
        return found[0] if what == "archive" else merged(found, "folder of 1 files")
    result = merged(found, f"{what} of {len(found)} files")
    if passed_over:
        shown = ", ".join(repr(name)[1:-1] for name in passed_over[:MAX_NAMED])
        more = f" and {len(passed_over) - MAX_NAMED} more" if len(passed_over) > MAX_NAMED else ""
        remark = f"Passed over, for there are no tweets in it that I can read: {shown}{more}."
        result = replace(result, remarks=(*result.remarks, remark))
    return result
