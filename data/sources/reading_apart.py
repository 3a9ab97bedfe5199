"""Reading a file that a stranger may have made, in a process of its own with bounds on memory and time.

Whatever such a file does to it, the bot answers on, and gets all of its memory back.
"""

from __future__ import annotations

import logging
import os
import pickle
import resource
import signal
import subprocess
import sys
from itertools import islice
from pathlib import Path

from data.errors import UnreadableSource
from data.sources.files.parsed import Found
from data.sources.reading import read_tweets

log = logging.getLogger(__name__)
MEMORY = 1_500 << 20  # bytes, for what somebody sends
SECONDS = 180
PLAIN, PACKED = 2 << 20, 50 << 10  # bytes of a file, and of an archive, that cannot do much harm
ARCHIVES = (".zip", ".gz", ".tgz", ".xlsx")
MOST_FILES = 1_000  # of a folder that is looked through for its size
MOST_POSTS = 500_000  # that come back into the process that has asked
OUT_OF_MEMORY = 71  # the exit status for it


def read_own(path: Path) -> Found:
    """As `read_apart`, of the operator's own files: in this process where they are small, else with half of the
    machine's memory and ten times as long."""
    if _is_small(path):
        return read_tweets(path)
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return read_apart(path, max(MEMORY, memory // 2), 10 * SECONDS)


def _is_small(path: Path) -> bool:
    try:
        files = islice(path.rglob("*"), MOST_FILES + 1) if path.is_dir() else [path]
        sizes = [(file.suffix.lower() in ARCHIVES, file.stat().st_size) for file in files if file.is_file()]
    except OSError:
        return True  # reading says what is wrong with it
    plain = sum(size for packed, size in sizes if not packed)
    return len(sizes) <= MOST_FILES and plain <= PLAIN and sum(size for packed, size in sizes if packed) <= PACKED


def read_apart(path: Path, memory: int | None = None, seconds: float | None = None) -> Found:
    """As `read_tweets`. Raises `UnreadableSource` also for what takes more than `memory` bytes or `seconds`, or holds
    more than `MOST_POSTS`."""
    memory, seconds = memory or MEMORY, seconds or SECONDS
    command = [sys.executable, "-P", "-m", __name__, str(path.absolute()), str(memory), str(int(seconds) + 1)]
    too_long = f"it takes longer than {seconds} seconds to read."
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own
    except subprocess.TimeoutExpired:
        raise UnreadableSource(path, too_long) from None
    if done.returncode == -signal.SIGXCPU:
        raise UnreadableSource(path, too_long)
    if done.returncode in (OUT_OF_MEMORY, -signal.SIGKILL, -signal.SIGSEGV, -signal.SIGABRT):
        raise UnreadableSource(path, f"it takes more than {memory >> 20} MiB of memory to read.")
    if done.returncode:
        log.error("reading a file has failed: %s", done.stderr.decode(errors="replace")[-2000:])
        raise UnreadableSource(path, "it cannot be read; the log says why.")
    found = pickle.loads(done.stdout)  # noqa: S301 - what our own process has written
    if isinstance(found, tuple):
        raise UnreadableSource(path, *found)
    assert isinstance(found, Found)
    return found


def _main(path: Path, memory: int, seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        said: object = read_tweets(path)
        if isinstance(said, Found) and len(said.tweets) > MOST_POSTS:
            said = f"it holds {len(said.tweets):,} posts; I read {MOST_POSTS:,} at most.", ""
    except UnreadableSource as error:
        said = (error.reason, error.place)
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
    sys.stdout.buffer.write(pickle.dumps(said))


if __name__ == "__main__":
    _main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
