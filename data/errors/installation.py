"""What can be wrong with this installation, and how work is taken out of a process's hands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.errors.families import Stopped, StorageError

# Storage


@dataclass(eq=False)
class DatabaseTooNew(StorageError):
    """Written by a newer program; `unknown` are its migrations."""

    path: Path
    unknown: tuple[str, ...]


@dataclass(eq=False)
class DatabaseDamaged(StorageError):
    """Not a database, or not a whole one."""

    path: Path
    reason: str


@dataclass(eq=False)
class HomeUnusable(StorageError):
    """The folder for the database and the models cannot be created or written."""

    path: Path
    reason: str


@dataclass(eq=False)
class PortTaken(StorageError):
    """A local port that was set cannot be listened on."""

    setting: str
    port: int
    reason: str


@dataclass(eq=False)
class GpuUnusable(StorageError):
    """There is a GPU, or there should be one, and nothing can be computed on it; `fix` is a sentence."""

    reason: str
    fix: str


@dataclass(eq=False)
class RestoredMeanwhile(StorageError):
    """A backup was restored while something was being written, which is lost."""


@dataclass(eq=False)
class StillInTheLog(StorageError):
    """All rows are deleted, but another program keeps old pages of the database alive."""


@dataclass(eq=False)
class LeaseTaken(StorageError):
    """Another process holds this role on this database."""

    role: str
    holder: str


# Stopped


@dataclass(eq=False)
class LeaseLost(Stopped):
    """Another process took the lease or the job over; stop without writing."""

    what: str


@dataclass(eq=False)
class Cancelled(Stopped):
    """The job was cancelled by a person."""
