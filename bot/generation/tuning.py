"""Which precision this machine computes fastest, and in how many batches side by side: measured once, remembered.

The exact precision is bfloat16 where the processor multiplies it, else float32. int8 costs a little likeness (see
tests/benchmarks/RESULTS.md) and is taken where it is the faster, unless the settings name another.
"""

from __future__ import annotations

import json
import os
import platform
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import torch

from bot.generation.batch import Batch, Run
from bot.generation.decoder import Decoder, load_decoder
from bot.generation.engine import EngineOptions
from bot.generation.linear import Precision, has_fast_bfloat16, has_fast_int8, make_linear
from bot.generation.types import Sampling
from data.errors import InvalidChoice

Wanted = Literal["auto", "float32", "bfloat16", "int8"]
MOST_LATENCY = 1.25  # a layout may answer a single request this much slower than the quickest one


@dataclass(frozen=True)
class Tuning:
    """What the engine should use here."""

    precision: Precision
    workers: int
    threads: int  # for each worker; 0: torch's own choice


def choose_device(device: str) -> torch.device:
    """ "auto" is CUDA where there is one. Raises `InvalidChoice` for a device that is not there."""
    if device == "cuda" and not torch.cuda.is_available():
        raise InvalidChoice("TWEETLIKE_DEVICE", device, "auto or cpu, for this machine has no usable GPU")
    return torch.device("cuda" if device != "cpu" and torch.cuda.is_available() else "cpu")


def tuned_options(
    base: Path, device: torch.device, wanted: Wanted = "auto", *, remembered: Path, threads: int = 0
) -> EngineOptions:
    """Options for an engine over the base in that folder. `threads` bounds the processor's cores in use; 0: all.

    Measures for some seconds on a machine, base or torch that `remembered`, a JSON file, does not know yet.
    """
    if device.type == "cuda":
        precision: Precision = "float32" if wanted == "float32" else "bfloat16"
        return EngineOptions(device, precision, max_rows=320)
    if wanted == "int8" and wanted not in supported():
        raise InvalidChoice("TWEETLIKE_PRECISION", wanted, "auto, bfloat16 or float32: this processor has no VNNI")
    cores = threads or _cores()
    key = f"{wanted} · {cores} cores · {_processor()} · torch {torch.__version__} · {base.name}"
    tuning = _recall(remembered, key)
    if tuning is None:
        tuning = measure(base, wanted, cores)
        _remember(remembered, key, tuning)
    return EngineOptions(device, tuning.precision, workers=tuning.workers, threads=tuning.threads)


def measure(base: Path, wanted: Wanted, cores: int) -> Tuning:
    """The quickest precision by single layers, then the best layout by decode steps of the base itself."""
    candidates = supported() if wanted == "auto" else (wanted,)
    precision = candidates[0] if len(candidates) == 1 else min(candidates, key=_layer_seconds)
    if cores == 1:
        return Tuning(precision, 1, 1)
    decoder = load_decoder(base, precision, torch.device("cpu"))
    layouts = [(cores, 1), (1, cores)] + ([(cores // 2, 2)] if cores >= 4 else [])
    before = torch.get_num_threads()
    rows = max(5, 40 // cores)
    seconds = {
        (workers, threads): (_step_seconds(decoder, 1, threads, 5), _step_seconds(decoder, workers, threads, rows))
        for workers, threads in layouts
    }
    torch.set_num_threads(before)
    quickest = min(alone for alone, _ in seconds.values())
    fair = [layout for layout in layouts if seconds[layout][0] <= MOST_LATENCY * quickest]
    workers, threads = max(fair, key=lambda layout: layout[0] / seconds[layout][1])
    return Tuning(precision, workers, threads)


def supported() -> tuple[Precision, ...]:
    """The precisions that this processor has in hardware."""
    exact: tuple[Precision, ...] = ("float32", "bfloat16") if has_fast_bfloat16() else ("float32",)
    return (*exact, "int8") if has_fast_int8() else exact


def _layer_seconds(precision: Precision) -> float:
    """Of products with more weights than a processor caches, at the rows of one request."""
    generator = torch.Generator().manual_seed(0)
    with torch.inference_mode():
        weight = torch.randn(1536, 1024, generator=generator)
        layers = [make_linear(weight, None, precision) for _ in range(24)]
        x = torch.randn(5, 1024, generator=generator)
        return _median(lambda: [layer(x) for layer in layers])


def _step_seconds(decoder: Decoder, workers: int, threads: int, rows: int) -> float:
    """One decode step in each of `workers` batches at once."""
    sampling = Sampling(max_tokens=64, min_tokens=64)

    def batch() -> Batch:
        made = Batch(decoder, [0], rows, sampling.max_tokens)
        made.join(Run([0, 1, 2], None, 0, list(range(rows)), sampling))
        return made

    seconds: list[float] = []

    def work() -> None:
        torch.set_num_threads(threads)
        with torch.inference_mode():
            running = batch()
            together.wait()
            seconds.append(_median(running.step))

    together = threading.Barrier(workers)
    crew = [threading.Thread(target=work) for _ in range(workers)]
    for thread in crew:
        thread.start()
    for thread in crew:
        thread.join()
    return max(seconds)


def _median(call: Callable[[], object], rounds: int = 5) -> float:
    times = []
    for _ in range(rounds + 1):
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
    return sorted(times[1:])[rounds // 2]


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def _recall(file: Path, key: str) -> Tuning | None:
    try:
        return Tuning(**json.loads(file.read_text())[key])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _remember(file: Path, key: str, tuning: Tuning) -> None:
    try:
        known = json.loads(file.read_text())
    except (OSError, ValueError):
        known = {}
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(f".{os.getpid()}")
    partial.write_text(json.dumps({**known, key: asdict(tuning)}, indent=2, ensure_ascii=False))
    partial.replace(file)
