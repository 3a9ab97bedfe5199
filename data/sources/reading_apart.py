"""Reading a file that a stranger may have made, in a process of its own with bounds on memory and time.

Whatever such a file does to it, the bot answers on, and gets all of its memory back.
"""

from __future__ import annotations

import logging
import pickle
import resource
import signal
import subprocess
import sys
from pathlib import Path

from data.errors import UnreadableSource
from data.sources.files.parsed import Found
from data.sources.reading import read_tweets

log = logging.getLogger(__name__)
MEMORY = 1_500 << 20  # bytes
SECONDS = 180
OUT_OF_MEMORY = 71  # the exit status for it


def read_apart(path: Path) -> Found:
    """As `read_tweets`. Raises `UnreadableSource` also for what takes more than `MEMORY` or `SECONDS`."""
    command = [sys.executable, "-P", "-m", __name__, str(path.absolute())]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own
    except subprocess.TimeoutExpired:
        raise UnreadableSource(path, f"it takes longer than {SECONDS} seconds to read.") from None
    if done.returncode == -signal.SIGXCPU:
        raise UnreadableSource(path, f"it takes longer than {SECONDS} seconds to read.")
    if done.returncode in (OUT_OF_MEMORY, -signal.SIGKILL, -signal.SIGSEGV, -signal.SIGABRT):
        raise UnreadableSource(path, f"it takes more than {MEMORY >> 20} MiB of memory to read.")
    if done.returncode:
        log.error("reading a file has failed: %s", done.stderr.decode(errors="replace")[-2000:])
        raise UnreadableSource(path, "it cannot be read; the log says why.")
    found = pickle.loads(done.stdout)  # noqa: S301 - what our own process has written
    if isinstance(found, tuple):
        raise UnreadableSource(path, *found)
    assert isinstance(found, Found)
    return found


def _main(path: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        said: object = read_tweets(path)
    except UnreadableSource as error:
        said = (error.reason, error.place)
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
    sys.stdout.buffer.write(pickle.dumps(said))


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
