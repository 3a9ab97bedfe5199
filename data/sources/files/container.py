"""A folder or a ZIP as a set of named texts. Nothing is ever unpacked to disk.

Names that climb out, links, encrypted members and members that unpack to absurd sizes are refused.
"""

from __future__ import annotations

import gzip
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from data.errors import UnreadableSource
from data.sources.files.parsed import MAX_BYTES, decode

MAX_RATIO = 200  # text compresses about 10 to 30 times; a bomb about 1,000
RATIO_FROM_BYTES = 1 << 20  # tiny members may compress well
MAX_MEMBERS = 1_000_000
MAX_FILES = 200_000  # of a folder: an archive has a file for each picture
MAX_IN_ALL = 2 << 30  # bytes of text in one archive
TEXTS = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".js", ".txt")
"""What a file of tweets in a container ends in."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile raises for headers and data that are not what they should be.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError, struct.error)


class FolderContainer:
    """An unpacked archive."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._root = path.resolve()

    def names(self) -> list[str]:
        found: list[str] = []
        for path in self.path.rglob("*"):
            if path.is_file():
                found.append(path.relative_to(self.path).as_posix())
            if len(found) > MAX_FILES:
                told = f"it holds more than {MAX_FILES:,} files. Name the folder of the archive itself."
                raise UnreadableSource(self.path, told)
        return sorted(found)

    def text(self, name: str) -> str:
        return decode(self.path, self.content(name), name)

    def content(self, name: str) -> bytes:
        """The bytes of a file. Raises `UnreadableSource`."""
        file = self.path / name
        if not file.resolve().is_relative_to(self._root):
            raise UnreadableSource(self.path, "this link leads out of the folder.", name)
        if file.stat().st_size > MAX_BYTES:
            raise UnreadableSource(self.path, f"this is larger than {MAX_BYTES >> 20} MiB.", name)
        return file.read_bytes()


class TarContainer:
    """A tar archive packed with gzip, read member after member; never more than `MAX_BYTES` in all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._members: dict[str, bytes] = {}
        left = MAX_BYTES
        try:
            with gzip.open(path) as unpacked, _open_tar(unpacked, path) as archive:
                for member in archive:
                    name = member.name.removeprefix("./")
                    if name.startswith("/") or ".." in name.split("/"):
                        raise UnreadableSource(path, "this path climbs out of the archive.", repr(name))
                    if not name.lower().endswith(TEXTS):
                        continue
                    if member.issym() or member.islnk():
                        raise UnreadableSource(path, "this is a link, not a file.", repr(name))
                    if name in self._members:
                        raise UnreadableSource(path, "it lists one member several times.", repr(name))
                    if not member.isfile():
                        continue
                    left -= member.size
                    file = archive.extractfile(member)
                    if left < 0 or file is None:
                        raise UnreadableSource(path, f"this is larger than {MAX_BYTES >> 20} MiB.", repr(name))
                    self._members[name] = file.read()
        except (tarfile.TarError, *_DAMAGE) as error:
            raise UnreadableSource(path, "this is not a whole tar.gz file; download it again.") from error

    def names(self) -> list[str]:
        return sorted(self._members)

    def text(self, name: str) -> str:
        return decode(self.path, self._members[name], name)

    def content(self, name: str) -> bytes:
        """The bytes of a member."""
        return self._members[name]


def _open_tar(unpacked: gzip.GzipFile, path: Path) -> tarfile.TarFile:
    stream: Any = _Bounded(unpacked, path)
    return tarfile.open(fileobj=stream, mode="r|")


class _Bounded:
    """What is unpacked, as long as it is not absurdly much."""

    def __init__(self, file: gzip.GzipFile, path: Path) -> None:
        self._file, self._path, self._left = file, path, 4 * MAX_BYTES

    def read(self, size: int) -> bytes:
        """The next bytes."""
        content = self._file.read(size)
        self._left -= len(content)
        if self._left < 0:
            raise UnreadableSource(self._path, "it unpacks to absurdly much.")
        return content


class ZipContainer:
    """A ZIP file, checked before its first member is read."""

    def __init__(self, path: Path, zip_file: zipfile.ZipFile) -> None:
        self.path = path
        self._zip = zip_file
        members = zip_file.infolist()
        if len(members) > MAX_MEMBERS:
            raise UnreadableSource(path, f"it claims {len(members):,} members.")
        if len({member.header_offset for member in members}) < len(members):
            raise UnreadableSource(path, "it lists one member several times.")
        if sum(member.file_size for member in members if member.filename.lower().endswith(TEXTS)) > MAX_IN_ALL:
            raise UnreadableSource(path, f"it unpacks to more than {MAX_IN_ALL >> 20} MiB of text.")
        for member in members:
            self._check(member)
        # Some programs write Windows' own separator into names.
        files = [member for member in members if member.filename and not member.filename.endswith("/")]
        self._members = {member.filename.replace("\\", "/"): member for member in files}
        if len(self._members) < len(files):
            raise UnreadableSource(path, "it lists one member several times.")

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
        return sorted(self._members)

    def text(self, name: str) -> str:
        return decode(self.path, self.content(name), name)

    def content(self, name: str) -> bytes:
        """The bytes of a member. Raises `UnreadableSource`."""
        member = self._members[name]
        if member.flag_bits & 0x1:
            raise UnreadableSource(
                self.path, "this is encrypted. Unpack it with its password, and import the folder.", name
            )
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
        return content


Container = FolderContainer | ZipContainer | TarContainer


@contextmanager
def open_container(path: Path) -> Iterator[ZipContainer]:
    """A ZIP for the block. Raises `UnreadableSource`."""
    try:
        zip_file = zipfile.ZipFile(path)
    except _DAMAGE as error:
        raise UnreadableSource(path, "this is not a whole ZIP file; download it again.") from error
    with zip_file:
        yield ZipContainer(path, zip_file)
