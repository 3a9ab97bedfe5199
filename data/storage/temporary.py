"""Where this process and the libraries in it put files for a moment: in the home, whose rights they have and from which
they are deleted, and not in a folder of everybody's.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import shutil
import tempfile
import uuid
from contextlib import suppress
from pathlib import Path
from typing import IO

FOLDER = "temporary"
_LOCK = "in-use"
_held: dict[Path, IO[str]] = {}


def use_temporary(home: Path) -> None:
    """From now on, temporary files of this process and its children are made in the home, and gone when it ends.

    What processes that were killed have left there is deleted. A home that cannot be written is left alone.
    """
    place = home / FOLDER
    if not home.is_dir() or any(place in folder.parents for folder in _held):
        return
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        sweep_temporary(home)
        folder = place / uuid.uuid4().hex[:12]
        folder.mkdir(mode=0o700)
        lock = (folder / _LOCK).open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
    except OSError:
        return
    _held[folder] = lock
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["TMPDIR"] = str(folder)
    tempfile.tempdir = None  # which is looked up again


def sweep_temporary(home: Path) -> None:
    """Delete what no living process uses."""
    for folder in (home / FOLDER).glob("*"):
        with suppress(OSError):
            if folder in _held or _is_used(folder):
                continue
            shutil.rmtree(folder)


def _is_used(folder: Path) -> bool:
    try:
        with (folder / _LOCK).open("r") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
