"""A real pseudo-terminal with a screen that can be read: what a person sees of a program."""

from __future__ import annotations

import re
import select
import time
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte
from ptyprocess import PtyProcess


class _Screen(pyte.HistoryScreen):
    """Answers the questions that programs ask a terminal."""

    answer: Callable[[bytes], object] = staticmethod(lambda _: None)

    def draw(self, data: str) -> None:
        """Characters without a width are left out: the library would drop all that follows them."""
        super().draw("".join(c for c in data if unicodedata.category(c) != "Cf"))

    def write_process_input(self, data: str) -> None:
        self.answer(data.encode())


class Terminal:
    """A program in a terminal of `columns` by `rows`. `with` ends it."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        folder: Path,
        columns: int = 100,
        rows: int = 40,
    ) -> None:
        self.started = time.monotonic()
        self.output = bytearray()
        self._screen = _Screen(columns, rows, history=2000, ratio=0.5)
        self._stream = pyte.ByteStream(self._screen)
        seen = {name: value for name, value in environment.items() if name not in ("COLUMNS", "LINES")}
        self._process = PtyProcess.spawn(list(command), str(folder), seen, dimensions=(rows, columns))
        self._screen.answer = self._process.write

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.close(force=True)

    @property
    def cells(self) -> list[list[str]]:
        """What stands in each column, line by line, those first that have left the screen. The second half of a wide
        character is empty."""
        columns = range(self._screen.columns)
        past = [[line[x].data for x in columns] for line in self._screen.history.top]
        return past + [[self._screen.buffer[y][x].data for x in columns] for y in range(self._screen.lines)]

    @property
    def lines(self) -> list[str]:
        """The lines as text, without blank ends."""
        return ["".join(line).rstrip() for line in self.cells]

    @property
    def text(self) -> str:
        return "\n".join(self.lines).rstrip()

    def type(self, line: str) -> None:
        """Type a line and press Enter."""
        self._process.write(line.encode() + b"\r")

    def resize(self, columns: int, rows: int) -> None:
        """As when a person pulls at the window."""
        self._process.setwinsize(rows, columns)
        self._screen.resize(rows, columns)

    def read(self, within_s: float = 0.05) -> bool:
        """Take what the program has written; returns whether it still runs."""
        if not select.select([self._process.fd], [], [], within_s)[0]:
            return True
        try:
            written = self._process.read(1 << 16)
        except EOFError:
            return False
        self.output += written
        self._stream.feed(written)
        return True

    def wait(self, pattern: str, within_s: float = 90.0) -> re.Match[str]:
        """Wait until the lines match; then a moment longer, for the rest of what is being drawn."""
        deadline = time.monotonic() + within_s
        while True:
            running = self.read()
            if found := re.search(pattern, self.text):
                quiet, enough = time.monotonic() + 0.3, time.monotonic() + 3.0  # a spinner never rests
                while time.monotonic() < min(quiet, enough):
                    before = len(self.output)
                    self.read(0.05)
                    if len(self.output) > before:
                        quiet = time.monotonic() + 0.3
                return found
            assert running, f"it has ended; the screen:\n{self.text}"
            assert time.monotonic() < deadline, f"no {pattern!r} on the screen:\n{self.text}"

    def end(self, within_s: float = 60.0) -> int | None:
        """Wait until the program ends; returns its exit status."""
        deadline = time.monotonic() + within_s
        while self.read():
            assert time.monotonic() < deadline, f"it does not end; the screen:\n{self.text}"
        self._process.wait()
        status: int | None = self._process.exitstatus
        return status
