"""One trainer, one bot a database: a role is held by a process and freed by the kernel when the process dies."""

from __future__ import annotations

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import LeaseTaken


@contextmanager
def hold_role(home: Path, role: str) -> Iterator[None]:
    """Hold a role ("bot" or "trainer") for the block. Raises `LeaseTaken` naming the holder.

    The lock is `flock` on a file beside the database: it cannot outlive its process, not even a `kill -9`.
    """
    home.mkdir(parents=True, exist_ok=True)
    with (home / f"{role}.lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise LeaseTaken(role, file.read().strip() or "unknown process") from None
        file.truncate(0)
        file.write(f"process {os.getpid()} on {socket.gethostname()}")
        file.flush()
        yield


def is_held(home: Path, role: str) -> bool:
    """Whether a living process holds the role."""
    path = home / f"{role}.lock"
    if not path.exists():
        return False
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
