"""Plain text: a tweet a line, or between the marks that text generators are trained with."""

from __future__ import annotations

import re
from pathlib import Path

from data.errors import UnreadableSource
from data.sources.files.parsed import CAN_BE_READ, Found
from data.sources.files.records import understand

_MARKED = re.compile(r"<\|startoftext\|>(.*?)<\|endoftext\|>", re.DOTALL)
START = "<|startoftext|>"
MAX_LINE = 30_000
_NAMES = {"text", "tweet", "tweets"}


def read(path: Path, text: str) -> Found:
    """The lines of a text that is neither JSON nor a table. Raises `UnreadableSource`."""
    if START in text:
        found = [match.strip() for match in _MARKED.findall(text)]
        places = [f"text {number}" for number in range(1, len(found) + 1)]
    else:
        lines = list(enumerate(text.splitlines(), 1))
        if lines and lines[0][1].strip().lower() in _NAMES:
            lines = lines[1:]
        found = [line.strip() for _, line in lines]
        places = [f"line {number}" for number, _ in lines]
    if any(len(line) > MAX_LINE for line in found):
        raise UnreadableSource(path, f"a line of over {MAX_LINE:,} characters is no tweet. {CAN_BE_READ}")
    records = [(place, {"text": line}) for place, line in zip(places, found, strict=True) if line]
    result = understand(path, records, "text")
    return Found(result.tweets, "text", columns={"text": "each line"}, left_out=result.left_out)
