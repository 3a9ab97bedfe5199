"""What the benchmarks share: the request that everybody answers, interleaved medians, and the page of results."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

PROMPT = "My dream is"
NEW_TOKENS = 40
ROWS = 5
RESULTS = Path(__file__).parent / "RESULTS.md"


def interleaved(work: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Seconds of each contestant in rounds in which every one runs once, after one round that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in work}
    for number in range(rounds + 1):
        for name, call in work.items():
            started = time.perf_counter()
            call()
            if number:
                seconds[name].append(time.perf_counter() - started)
    return seconds


def medians(seconds: Mapping[str, Sequence[float]]) -> dict[str, float]:
    return {name: statistics.median(values) for name, values in seconds.items()}


def quantile(values: Sequence[float], share: float) -> float:
    """By nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def conclude(text: str, facts: Mapping[str, object], *, shown: bool = True, report: bool = False) -> None:
    """Print what was found, append it to `RESULTS.md` if that is wanted, and end with one JSON object."""
    if shown:
        print(text)
    if report:
        append_results(text)
    print(json.dumps(facts))


def append_results(text: str) -> None:
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write("\n" + text.rstrip() + "\n")
