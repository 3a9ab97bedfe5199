"""Where tweets come from. `read_tweets` opens any file or folder people have; each format is one module."""

from __future__ import annotations

from pathlib import Path

from data.errors import UnreadableSource
from data.sources.files import jsonl, table
from data.sources.files import x_archive as archive
from data.sources.files.container import FolderContainer, ZipContainer, open_container
from data.sources.files.parsed import Found, read_text

__all__ = ["FILE_SUFFIXES", "Found", "read_tweets"]

LINES = (".jsonl", ".ndjson")
DROPPED = (".zip", ".csv", *LINES)
"""What is read of a folder that is no archive itself, but where archives are dropped."""
FILE_SUFFIXES = (*DROPPED, ".json", ".js")
"""What a file of tweets may end in; a file that is named directly is looked into, whatever its name."""


def read_tweets(path: Path) -> Found:
    """Read all tweets of an X archive (ZIP or folder), a CSV or a JSONL file, or of a folder of such files.

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
            folder = FolderContainer(path)
            files = [] if archive.is_archive(folder) else _readable_files(path)
            return _read_all(path, files) if files else archive.read(folder)
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
    if path.suffix.lower() in (*LINES, ".json"):
        raise UnreadableSource(path, "this is not JSON: an object was expected.", "line 1")
    return table.read(path, text)


def _readable_files(folder: Path) -> list[Path]:
    """What lies in a folder that is no archive itself, but where archives are dropped; the newest last."""
    files = [path for path in folder.iterdir() if path.suffix.lower() in DROPPED and path.is_file()]
    return sorted(files, key=lambda path: (path.stat().st_mtime, path.name))


def _read_all(folder: Path, files: list[Path]) -> Found:
    found = [read_tweets(path) for path in files]
    handles = {each.handle.lower() for each in found if each.handle}
    if len(handles) > 1:
        raise UnreadableSource(folder, f"it holds the tweets of several accounts: {', '.join(sorted(handles))}.")
    named = [each for each in found if each.handle] or found
    return Found(
        tuple(tweet for each in found for tweet in each.tweets),
        f"folder of {len(files)} files",
        named[-1].handle,
        named[-1].display_name,
    )


def _read_zip(container: ZipContainer) -> Found:
    """An X archive, or a ZIP that holds one CSV or JSONL file."""
    if archive.is_archive(container):
        return archive.read(container)
    files = [
        name
        for name in container.names()
        if name.lower().endswith((".csv", *LINES)) and not name.startswith("__MACOSX/")
    ]
    if len(files) != 1:
        raise UnreadableSource(
            container.path,
            "it holds no X archive (data/tweets.js) and not exactly one CSV or JSONL file.",
        )
    text = container.text(files[0])
    return table.read(container.path, text) if files[0].lower().endswith(".csv") else jsonl.read(container.path, text)
