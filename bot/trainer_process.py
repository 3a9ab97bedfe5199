"""The trainer as a child process: stopped politely, and started again when it dies."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.settings import Settings

log = logging.getLogger(__name__)
STOP_S = 15.0  # that it has to save and end
MAX_STOP_S = 19.0
_SYSTEM = {"PATH", "HOME", "USER", "LOGNAME", "SHELL", "TZ", "LANG", "TERM", "TMPDIR", "VIRTUAL_ENV"}
_LIBRARIES = (
    *("LC_", "XDG_", "PYTHON", "LD_", "OMP_", "MKL_", "OPENBLAS_", "KMP_"),
    *(
        "TORCH",
        "PYTORCH_",
        "TRITON_",
        "CUDA",
        "NVIDIA_",
        "HF_",
        "HUGGINGFACE_",
        "TRANSFORMERS_",
        "TOKENIZERS_",
        "WANDB_",
        "PIP_",
        "SSL_",
        "REQUESTS_",
        "CURL_",
    ),
    *("http_proxy", "https_proxy", "no_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY"),
    *("COVERAGE_", "COV_CORE_"),
)
FIRST_PAUSE_S, MAX_PAUSE_S = 2.0, 300.0  # before it is started again; doubled each time that it dies soon


def end_in_any_case() -> None:
    """End this process after `MAX_STOP_S`, whatever hangs: nothing on disk is ever half-done."""
    last = threading.Timer(MAX_STOP_S, os._exit, (0,))
    last.daemon = True
    last.start()


def _is_needed(name: str) -> bool:
    """Whether a trainer may need a variable: it talks to no chat, and needs nobody else's keys."""
    ours = name.startswith("TWEETLIKE_") and not name.startswith(("TWEETLIKE_DISCORD_", "TWEETLIKE_TELEGRAM_"))
    return ours or name in _SYSTEM or name.startswith(_LIBRARIES)


class TrainerProcess:
    """One child at a time."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stopping = threading.Event()
        self._asked_at = 0.0
        self._child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process; its log goes to the home's logs."""
        file = self._settings.home / "logs" / "trainer.log"
        file.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-P", "-m", "tweetlike", "trainer", "--until-stdin-closes", "--log-file", str(file)]
        environment = {name: value for name, value in os.environ.items() if _is_needed(name)}
        environment["TWEETLIKE_HOME"] = str(self._settings.home)
        with file.open("ab") as output:
            self._child = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=output, stderr=output, env=environment
            )

    def is_alive(self) -> bool:
        """Whether it runs."""
        return self._child is not None and self._child.poll() is None

    def ask_to_stop(self) -> None:
        """It saves what it does and ends; do not wait."""
        if not self._stopping.is_set():
            self._asked_at = time.monotonic()
        self._stopping.set()
        if self._child is not None and self._child.stdin is not None:
            with suppress(OSError):
                self._child.stdin.close()

    def stop(self) -> None:
        """Ask it to stop, wait until it has had `STOP_S` for that, and end it if it does not, stopped or starved."""
        self.ask_to_stop()
        if self._child is None:
            return
        try:
            self._child.wait(timeout=max(0.1, self._asked_at + STOP_S - time.monotonic()))
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()

    @contextmanager
    def kept_alive(self) -> Iterator[None]:
        """Start it again whenever it dies in the block."""
        watch = threading.Thread(target=self._watch, name="trainer-watch", daemon=True)
        watch.start()
        try:
            yield
        finally:
            self.stop()
            watch.join()

    def _watch(self) -> None:
        pause_s = FIRST_PAUSE_S
        while not self._stopping.is_set():
            child = self._child
            assert child is not None
            with suppress(subprocess.TimeoutExpired):
                child.wait(timeout=MAX_PAUSE_S)
                if self._stopping.is_set():
                    return
                log.error("the trainer has ended (status %s); starting it again in %.0f s", child.returncode, pause_s)
                if self._stopping.wait(pause_s):
                    return
                try:
                    self.start()
                except OSError as error:  # a full disk: tried again after the next pause
                    log.error("the trainer cannot be started: %s", error.strerror)
                pause_s = min(MAX_PAUSE_S, pause_s * 2)
                continue
            pause_s = FIRST_PAUSE_S  # it has lived for a while
