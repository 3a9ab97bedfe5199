"""What suits this machine: its device, the precision it computes fastest, measured once and remembered, its cores.

The exact precision is bfloat16 where the processor multiplies it, else float32. int8 costs a little likeness (see
tests/benchmarks/RESULTS.md) and is taken where it is the faster, unless the settings name another.
"""

from __future__ import annotations

import json
import logging
import os
import platform
import time
from contextlib import suppress
from pathlib import Path
from typing import Literal

import torch

from bot.generation.engine import ROWS_BEFORE_SPREADING
from bot.generation.gpu.memory import CONTEXT, MARGIN, TooLittleMemory
from bot.generation.model.linear import DTYPES, Precision, has_fast_bfloat16, has_fast_int8, make_linear
from bot.generation.ticket import EngineOptions
from data.errors import GpuUnusable, InvalidChoice
from data.faults import NO_GPU, gpu_fault
from data.gpu import find_gpu, is_there

log = logging.getLogger(__name__)
Wanted = Literal["auto", "float32", "bfloat16", "float16", "int8"]
MAX_ROWS_ON_GPU = 320
CUDA, CPU = torch.device("cuda"), torch.device("cpu")


def may_use_gpu(device: str) -> bool:
    """Whether this setting asks for a GPU: "auto" does where there is one, usable or not."""
    return device == "cuda" or (device == "auto" and is_there())


def choose_device(device: str) -> torch.device:
    """ "auto" is CUDA where that can be used, and otherwise says why it is not. "cuda" then raises `GpuUnusable`."""
    if not may_use_gpu(device):
        return CPU
    try:
        find_gpu()
    except GpuUnusable as error:
        if device == "cuda":
            raise
        log.warning("the GPU is not used, for %s. %s", error.reason, error.fix)
        return CPU
    torch.backends.cuda.enable_cudnn_sdp(False)  # it plans for half a second for each new shape
    return CUDA


def tuned_options(
    device: torch.device, wanted: Wanted = "auto", *, remembered: Path, cores: int = 0, gpu_memory_mb: int = 0
) -> EngineOptions:
    """Options for an engine on this machine that may use so many cores; 0: all. Raises `InvalidChoice`.

    Measures for a second on a processor or torch that `remembered`, a JSON file, does not know yet.
    """
    if device.type == "cuda":
        return _on_gpu(wanted, gpu_memory_mb << 20)
    if wanted == "float16":
        raise InvalidChoice("TWEETLIKE_PRECISION", wanted, "auto, float32, bfloat16 or int8: float16 is for GPUs")
    if wanted == "int8" and wanted not in supported():
        raise InvalidChoice("TWEETLIKE_PRECISION", wanted, "auto, bfloat16 or float32: this processor has no VNNI")
    cores = cores or usable_cores()
    precision = _fastest(remembered) if wanted == "auto" else wanted
    return EngineOptions(device, precision, max_rows=max(80, ROWS_BEFORE_SPREADING * cores), workers=cores)


def why_not_on_gpu(error: Exception) -> str | None:
    """Why an engine could not begin on a GPU, if that is what it is about."""
    if isinstance(error, TooLittleMemory):
        return str(error)
    if isinstance(error, GpuUnusable):
        return error.reason
    fault = gpu_fault(error)
    return None if fault is None else NO_GPU if fault == "memory" else str(error).split("\n")[0]


def _on_gpu(wanted: Wanted, memory: int) -> EngineOptions:
    gpu = find_gpu()
    half: Precision = "bfloat16" if gpu.has_bfloat16 else "float16"
    if wanted == "int8":
        raise InvalidChoice("TWEETLIKE_PRECISION", wanted, f"auto, {half} or float32: int8 is for processors")
    if wanted == "bfloat16" and half != wanted:
        raise InvalidChoice("TWEETLIKE_PRECISION", wanted, "auto, float16 or float32: this GPU has no bfloat16")
    precision: Precision = half if wanted == "auto" else wanted

    if memory:
        torch.cuda.set_per_process_memory_fraction(min(1.0, memory / gpu.total))

    def left() -> int:
        """Of what is set, what the process has not taken yet; else what is free, but for a margin."""
        if memory:
            return memory - CONTEXT - torch.cuda.memory_allocated()
        return torch.cuda.mem_get_info()[0] - MARGIN

    return EngineOptions(CUDA, precision, max_rows=MAX_ROWS_ON_GPU, memory=left)


def _fastest(remembered: Path) -> Precision:
    key = f"{_processor()} · torch {torch.__version__}"
    known = _read(remembered)
    if known.get(key) not in DTYPES:
        known[key] = min(supported(), key=layer_seconds)
        with suppress(OSError):  # a full disk: measured again at the next start
            remembered.parent.mkdir(parents=True, exist_ok=True)
            partial = remembered.with_suffix(f".{os.getpid()}")
            partial.write_text(json.dumps(known, indent=2, ensure_ascii=False))
            partial.replace(remembered)
    return known[key]


def supported() -> tuple[Precision, ...]:
    """The precisions that this processor has in hardware."""
    exact: tuple[Precision, ...] = ("float32", "bfloat16") if has_fast_bfloat16() else ("float32",)
    return (*exact, "int8") if has_fast_int8() else exact


def layer_seconds(precision: Precision, rounds: int = 5) -> float:
    """Median time of products with more weights than a processor caches, on one thread, for one request's rows."""
    generator = torch.Generator().manual_seed(0)
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    times = []
    with torch.inference_mode():
        weight = torch.randn(1536, 1024, generator=generator)
        layers = [make_linear(weight, None, precision) for _ in range(24)]
        x = torch.randn(5, 1024, generator=generator)
        for _ in range(rounds + 1):
            started = time.perf_counter()
            for layer in layers:
                layer(x)
            times.append(time.perf_counter() - started)
    torch.set_num_threads(before)
    return sorted(times[1:])[rounds // 2]  # the first one warmed up


def usable_cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def _read(file: Path) -> dict[str, Precision]:
    """What was measured before; nothing where the file is missing or damaged."""
    try:
        known = json.loads(file.read_text())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
