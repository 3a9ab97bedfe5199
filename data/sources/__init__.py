"""Where tweets come from. `read_tweets` opens any file or folder people have; each format is one module."""

from __future__ import annotations

from pathlib import Path

from data.errors import UnreadableSource
from data.sources import archive, jsonl, table
from data.sources.container import FolderContainer, ZipContainer, open_container
from data.sources.found import Found, read_text

__all__ = ["Found", "read_tweets"]


def read_tweets(path: Path) -> Found:
    """Read all tweets of an X archive (ZIP or folder), a CSV or a JSONL file.

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
            return archive.read(FolderContainer(path))
        if not path.is_file():
            raise UnreadableSource(path, "this is neither a file nor a folder.")
        with path.open("rb") as file:
            magic = file.read(4)
        if magic.startswith(b"PK\x03\x04") or path.suffix.lower() == ".zip":
            with open_container(path) as container:
                return _read_zip(container)
        text = read_text(path)
    except OSError as error:
        raise UnreadableSource(path, f"it cannot be read ({error.strerror or error}).") from error
    start = text.lstrip()[:200]
    if start.startswith(("{", "[")):
        return jsonl.read(path, text)
    if path.suffix.lower() == ".js" or start.startswith(("window.YTD", "Grailbird")):
        return archive.read_loose(path, text)
    if path.suffix.lower() in (".jsonl", ".ndjson", ".json"):
        raise UnreadableSource(path, "this is not JSON: an object was expected.", "line 1")
    return table.read(path, text)


def _read_zip(container: ZipContainer) -> Found:
    """An X archive, or a ZIP that holds one CSV or JSONL file."""
    if archive.is_archive(container):
        return archive.read(container)
    files = [
        name
        for name in container.names()
        if name.lower().endswith((".csv", ".jsonl", ".ndjson")) and not name.startswith("__MACOSX/")
    ]
    if len(files) != 1:
        raise UnreadableSource(
            container.path,
            "it holds no X archive (data/tweets.js) and not exactly one CSV or JSONL file.",
        )
    text = container.text(files[0])
    return table.read(container.path, text) if files[0].lower().endswith(".csv") else jsonl.read(container.path, text)
