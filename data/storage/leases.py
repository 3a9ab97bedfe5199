"""One trainer, one bot a database: a role is held by a process and freed by the kernel when the process dies."""

from __future__ import annotations

import fcntl
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from data.errors import HomeUnusable, LeaseTaken

ASKING_S = 0.5  # somebody may be asking who holds the role at this very moment


@contextmanager
def hold_role(home: Path, role: str) -> Iterator[None]:
    """Hold a role ("bot" or "trainer") for the block. Raises `LeaseTaken` naming the holder.

    The lock is `flock` on a file beside the database: it cannot outlive its process, not even a `kill -9`.
    """
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = (home / f"{role}.lock").open("a+")
    except OSError as error:
        raise HomeUnusable(home, error.strerror or str(error)) from error
    with lock as file:
        _lock(file, role)
        _refuse_beside_another(home, role)
        file.truncate(0)
        file.write(f"process {os.getpid()} on {socket.gethostname()}")
        file.flush()
        holder = home / f".{role}.holder"
        holder.write_text(f"{os.getpid()} {_began(os.getpid())}")
        try:
            yield
        finally:
            holder.unlink(missing_ok=True)


def _refuse_beside_another(home: Path, role: str) -> None:
    """Raises `LeaseTaken`."""
    if holder := _holder(home, role):
        raise LeaseTaken(role, f"process {holder}, whose lock was deleted")


def _holder(home: Path, role: str) -> int | None:
    """Another living process that holds the role, though the lock is free: its file was deleted meanwhile."""
    try:
        holder, began = map(int, (home / f".{role}.holder").read_text().split())
    except (OSError, ValueError):
        return None
    return holder if holder != os.getpid() and began and _began(holder) == began else None


def _began(process: int) -> int:
    """When a process began, in the kernel's ticks since the machine did; 0 if there is none, or no telling."""
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[19])
    except (OSError, ValueError, IndexError):
        return 0


def _lock(file: TextIO, role: str) -> None:
    until = time.monotonic() + ASKING_S
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > until:
                file.seek(0)
                raise LeaseTaken(role, file.read().strip() or "unknown process") from None
            time.sleep(0.02)


def is_held(home: Path, role: str) -> bool:
    """Whether a living process holds the role."""
    try:
        with (home / f"{role}.lock").open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:  # no such file, or not ours to read
        pass
    return _holder(home, role) is not None
