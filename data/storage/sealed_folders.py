"""Model folders on disk: written aside, flushed, hashed, renamed into place; verified before they are loaded."""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

STAGING = ".staging"


@contextmanager
def staging_folder(root: Path) -> Iterator[Path]:
    """An empty folder on the same file system as its later place; gone at the end unless it was renamed away."""
    folder = root / STAGING / uuid.uuid4().hex
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def seal(folder: Path) -> dict[str, str]:
    """Flush every file and the folder to disk; return the SHA-256 of each file by its relative name."""
    hashes = {}
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        file.chmod(0o644)
        with file.open("rb") as opened:
            hashes[file.relative_to(folder).as_posix()] = hashlib.file_digest(opened, "sha256").hexdigest()
            os.fsync(opened.fileno())
    fsync_folder(folder)
    return hashes


def move_into_place(folder: Path, place: Path) -> None:
    """Rename a sealed folder to a place that does not exist yet, and flush the rename."""
    place.parent.mkdir(parents=True, exist_ok=True)
    folder.rename(place)
    fsync_folder(place.parent)


def is_plain_name(name: str) -> bool:
    """Whether it names a file below a folder, and no other, on every system."""
    path = PurePosixPath(name)
    return (
        bool(name)
        and name == path.as_posix()
        and not path.is_absolute()
        and not {".", ".."} & set(path.parts)
        and (not any(sign in name for sign in "\\:\0\n"))
    )


def first_damaged(folder: Path, hashes: dict[str, str]) -> str | None:
    """The first file that is missing or not what it was when it was sealed, or None."""
    for name, expected in hashes.items():
        try:
            with (folder / name).open("rb") as file:
                actual = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return name
        if actual != expected:
            return name
    return None


def fsync_folder(folder: Path) -> None:
    """Make the names in a folder as lasting as its files."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
