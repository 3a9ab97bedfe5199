"""A folder or a ZIP as a set of named texts. Nothing is ever unpacked to disk.

Names that climb out, links, encrypted members and members that unpack to absurd sizes are refused.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from data.errors import UnreadableSource
from data.sources.files.parsed import MAX_BYTES, decode

MAX_RATIO = 200  # text compresses about 10 to 30 times; a bomb about 1,000
RATIO_FROM_BYTES = 1 << 20  # tiny members may compress well
MAX_MEMBERS = 1_000_000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile raises for headers and data that are not what they should be.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError, struct.error)


class FolderContainer:
    """An unpacked archive."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._root = path.resolve()

    def names(self) -> list[str]:
        return sorted(p.relative_to(self.path).as_posix() for p in self.path.rglob("*") if p.is_file())

    def text(self, name: str) -> str:
        file = self.path / name
        if not file.resolve().is_relative_to(self._root):
            raise UnreadableSource(self.path, "this link leads out of the folder.", name)
        if file.stat().st_size > MAX_BYTES:
            raise UnreadableSource(self.path, f"this is larger than {MAX_BYTES >> 20} MiB.", name)
        return decode(self.path, file.read_bytes(), name)


class ZipContainer:
    """A ZIP file, checked before its first member is read."""

    def __init__(self, path: Path, zip_file: zipfile.ZipFile) -> None:
        self.path = path
        self._zip = zip_file
        members = zip_file.infolist()
        if len(members) > MAX_MEMBERS:
            raise UnreadableSource(path, f"it claims {len(members):,} members.")
        for member in members:
            self._check(member)

    def _check(self, member: zipfile.ZipInfo) -> None:
        name = member.filename.replace("\\", "/")
        if PurePosixPath(name).is_absolute() or ".." in name.split("/") or ":" in name.split("/")[0]:
            raise UnreadableSource(self.path, "this path climbs out of the archive.", repr(member.filename))
        if stat.S_ISLNK(member.external_attr >> 16):
            raise UnreadableSource(self.path, "this is a link, not a file.", repr(member.filename))
        if member.file_size > RATIO_FROM_BYTES and member.file_size > MAX_RATIO * max(1, member.compress_size):
            raise UnreadableSource(
                self.path,
                f"this would unpack to {member.file_size:,} bytes from {member.compress_size:,}: a ZIP bomb.",
                repr(member.filename),
            )

    def names(self) -> list[str]:
        return sorted(member.filename for member in self._zip.infolist() if not member.is_dir())

    def text(self, name: str) -> str:
        member = self._zip.getinfo(name)
        if member.flag_bits & 0x1:
            raise UnreadableSource(self.path, "this is encrypted.", name)
        if member.compress_type not in _METHODS:  # other unpackers may take any amount of memory
            raise UnreadableSource(self.path, "this is packed in an unusual way; pack it as a plain ZIP.", name)
        limit = min(MAX_BYTES, member.file_size)
        try:
            with self._zip.open(member) as file:
                content = file.read(limit + 1)  # never more than the header claims, whatever the data does
        except _DAMAGE as error:
            raise UnreadableSource(self.path, f"this is damaged ({error}).", name) from error
        if len(content) > limit:
            raise UnreadableSource(self.path, f"this is larger than {MAX_BYTES >> 20} MiB or than it claims.", name)
        return decode(self.path, content, name)


Container = FolderContainer | ZipContainer


@contextmanager
def open_container(path: Path) -> Iterator[ZipContainer]:
    """A ZIP for the block. Raises `UnreadableSource`."""
    try:
        zip_file = zipfile.ZipFile(path)
    except _DAMAGE as error:
        raise UnreadableSource(path, "this is not a whole ZIP file; download it again.") from error
    with zip_file:
        yield ZipContainer(path, zip_file)
