"""How fast the engine answers, against the reference's own way, in one interleaved run.

    python -m tests.benchmarks.generation [--rounds 5] [--json]

The default base with random adapters; 5 sequences a request, prompt "My dream is", 40 new tokens each. The peer is
`pipeline(..., num_return_sequences=5)` in float32 with its own settings, one model, no adapter. Figures are medians of
rounds in which every contestant runs once; trust the ratios, not the seconds. Prints a table and appends it to
`RESULTS.md`; the last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import torch

from bot.generation.adapters import Adapter, load_adapter
from bot.generation.batch import Run
from bot.generation.engine import Engine, EngineOptions
from bot.generation.generator import choose_device, choose_dtype
from bot.generation.types import Sampling
from data.bases import Base, prepare_base
from data.settings import load_settings
from tests.conftest import random_adapter

PROMPT = "My dream is"
NEW_TOKENS = 40
ROWS = 5
RESULTS = Path(__file__).parent / "RESULTS.md"


def contestants(base: Base, adapters: dict[int, list[Path]]) -> tuple[dict[str, Callable[[], None]], Engine, str]:
    """Each does its whole work when called: one request of 5 × 40 tokens, or many at once."""
    from transformers import pipeline

    device = choose_device("auto")
    dtype = choose_dtype("auto", device)
    engine = Engine(EngineOptions(device, dtype, max_rows=16 * ROWS, queue_limit=64))
    model = engine.load(base.folder)
    engine.start()
    with torch.inference_mode():
        loaded = {rank: [load_adapter(path, model.decoder) for path in paths] for rank, paths in adapters.items()}
    prompt = model.framing.prompt(PROMPT)
    sampling = Sampling(max_tokens=len(prompt) + NEW_TOKENS, min_tokens=512)  # none ends early

    def requests(voices: list[Adapter | None]) -> Callable[[], None]:
        def work() -> None:
            tickets = [
                engine.submit(model, Run(prompt, voice, seed, list(range(ROWS)), sampling), 600)
                for seed, voice in enumerate(voices)
            ]
            for ticket in tickets:
                drafts = ticket.done.result()
                assert all(len(draft.ids) == NEW_TOKENS for draft in drafts.values())

        return work

    peer = pipeline("text-generation", model=str(base.folder), dtype=torch.float32, device=device)

    def reference() -> None:
        peer(
            PROMPT, num_return_sequences=ROWS, do_sample=True, top_k=50, top_p=0.95,
            min_new_tokens=NEW_TOKENS, max_new_tokens=NEW_TOKENS,
        )  # fmt: skip

    work: dict[str, Callable[[], None]] = {
        "pipeline, 1 request": reference,
        "engine, 1 request, base": requests([None]),
        "engine, 1 request, rank 8": requests([loaded[8][0]]),
        "engine, 1 request, rank 16": requests([loaded[16][0]]),
        "engine, 16 requests, base": requests([None] * 16),
        "engine, 16 requests, 1 voice, rank 8": requests([loaded[8][0]] * 16),
        "engine, 16 requests, 16 voices, rank 8": requests(list(loaded[8])),
        "engine, 16 requests, 16 voices, rank 16": requests(list(loaded[16])),
    }
    return work, engine, f"{device}, {str(dtype).removeprefix('torch.')}"


def measure(work: dict[str, Callable[[], None]], rounds: int) -> dict[str, float]:
    """Median seconds of each contestant, after one round that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in work}
    for number in range(rounds + 1):
        for name, call in work.items():
            started = time.perf_counter()
            call()
            if number:
                seconds[name].append(time.perf_counter() - started)
    return {name: statistics.median(values) for name, values in seconds.items()}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--json", action="store_true", help="print only the JSON object")
    chosen = arguments.parse_args()
    settings = load_settings()
    base = prepare_base(settings.base, settings.bases_path(), print)
    with tempfile.TemporaryDirectory() as folder:
        adapters: dict[int, list[Path]] = {8: [], 16: []}
        for rank, paths in adapters.items():
            for seed in range(16):
                paths.append(Path(folder) / f"{rank}-{seed}")
                random_adapter(paths[-1], base.folder, seed, rank, size=0.02)
        work, engine, mode = contestants(base, adapters)
        median = measure(work, chosen.rounds)
        engine.close()
    peer = median["pipeline, 1 request"]
    one, many = median["engine, 1 request, base"], median["engine, 16 requests, base"]
    facts = {
        "speedup_pipeline": round(peer / one, 2),
        "speedup_pipeline_r8": round(peer / median["engine, 1 request, rank 8"], 2),
        "mixed16_speedup_pipeline": round(16 * peer / median["engine, 16 requests, 16 voices, rank 8"], 2),
        "adapter_overhead_r8": round(median["engine, 16 requests, 16 voices, rank 8"] / many - 1, 3),
        "adapter_overhead_r16": round(median["engine, 16 requests, 16 voices, rank 16"] / many - 1, 3),
        "mode": mode,
    }
    table = ["| what | median ms | tweets/s |", "|---|---|---|"]
    for name, seconds in median.items():
        tweets = ROWS * (16 if "16 requests" in name else 1)
        table.append(f"| {name} | {seconds * 1000:.0f} | {tweets / seconds:.1f} |")
    head = f"## {date.today()} · generation · {os.cpu_count()} cores, {mode}, {chosen.rounds} rounds"
    command = f"`python -m tests.benchmarks.generation --rounds {chosen.rounds}`"
    text = "\n".join([head, "", command, "", *table, "", f"`{json.dumps(facts)}`", ""])
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write("\n" + text)
    if not chosen.json:
        print(text)
    print(json.dumps(facts))


if __name__ == "__main__":
    main()
