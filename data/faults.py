"""What a machine does to a program that did nothing wrong: full disks, read-only disks, no memory, a GPU
that is full or taken.

Such a fault is a reason to wait and go on, not to give up; it is told once when it begins and once when it is over.
"""

from __future__ import annotations

import errno
import logging
import re
import sqlite3
from typing import Literal

from data.errors import DatabaseDamaged, HomeUnusable, TweetlikeError

_ERRNO = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the disk takes no more of this file",
    errno.EROFS: "the disk cannot be written to",
    errno.EIO: "the disk gives input/output errors",
}
_SQLITE = {
    "SQLITE_FULL": "the disk is full",
    "SQLITE_READONLY": "the disk cannot be written to",
    "SQLITE_IOERR": "the disk gives input/output errors",
    "SQLITE_CANTOPEN": "the database cannot be opened",
    "SQLITE_BUSY": "the database is kept busy by another program",
    "SQLITE_CORRUPT": "the database is damaged",
    "SQLITE_NOTADB": "the database is damaged",
}
NO_MEMORY = "there is not enough memory"
LOST_GPU = "the GPU has failed"
NO_GPU = "the GPU's memory is full, or another program has taken the GPU"
_MEMORY = re.compile(r"(?i)out of memory|not enough memory|cannot allocate memory|DefaultCPUAllocator")
_GPU = re.compile(r"(?i)\b(cuda|cublas|cudnn|cusolver|cusparse|nvrtc|nccl|hip)")
_GPU_FULL = re.compile(
    r"(?i)cuda(?:[ \w]*:)? out of memory|cuda error: out of memory|cudaErrorMemoryAllocation|ALLOC_FAILED"
    r"|STATUS_NOT_INITIALIZED|busy or unavailable|cudaErrorDevicesUnavailable|cudaErrorDeviceAlreadyInUse"
    r"|exclusive-thread device already in use|INTERNAL_ERROR_HOST_ALLOCATION|(?:hip|gpu) out of memory"
)
_GPU_LOST = re.compile(r"(?i)cuda error|(?:cublas|cudnn|cusolver|cusparse)_status_\w+|cudnn error|hip error")
_OS_ERROR = re.compile(r"\(os error (\d+)\)|\[Errno (\d+)\]")


def gpu_fault(error: BaseException) -> Literal["memory", "lost"] | None:
    """Whether a GPU has no memory left or is taken, which passes, or has perhaps failed for good, which `is_gone` finds
    out; None if the error is about something else."""
    text = f"{type(error).__name__}: {error}"
    if type(error).__name__ == "OutOfMemoryError" or (_GPU.search(text) and _GPU_FULL.search(text)):
        return "memory"
    if type(error).__name__ == "AcceleratorError":
        return "lost"
    return "lost" if isinstance(error, RuntimeError) and _GPU_LOST.search(text) else None


def machine_fault(error: BaseException) -> str | None:
    """What is wrong with the machine, in words; None if the error is about something else."""
    if isinstance(error, DatabaseDamaged):
        return _SQLITE["SQLITE_CORRUPT"]
    if isinstance(error, HomeUnusable):
        return "the home folder cannot be used"
    if isinstance(error, TweetlikeError):  # what it says may be anybody's words
        return None
    if isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", "") or ""
        return next((words for code, words in _SQLITE.items() if name.startswith(code)), None)
    if gpu_fault(error) == "memory":
        return NO_GPU
    if isinstance(error, OSError) and error.errno in _ERRNO:
        return _ERRNO[error.errno]
    if isinstance(error, MemoryError) or (isinstance(error, RuntimeError) and _MEMORY.search(str(error))):
        return NO_MEMORY
    found = _OS_ERROR.search(str(error))  # what libraries in other languages make of it
    return _ERRNO.get(int(found[1] or found[2])) if found else None


class ToldOnce:
    """Logs a trouble when it begins and when it is over, not each time that it shows."""

    def __init__(self, log: logging.Logger) -> None:
        self._log = log
        self._trouble: str | None = None

    def trouble(self, what: str, error: BaseException | None = None) -> None:
        """Log it, unless it is what was logged last."""
        if what != self._trouble:
            self._log.error("%s", what, exc_info=error)
        self._trouble = what

    def well(self) -> None:
        """Log that it is over, if there was any."""
        if self._trouble is not None:
            self._log.warning("over: %s", self._trouble)
        self._trouble = None
