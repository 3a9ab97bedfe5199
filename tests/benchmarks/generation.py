"""How fast the engine answers, against the reference's own way and two fast peers, in one interleaved run.

    python -m tests.benchmarks.generation [--rounds 5] [--quick] [--json]

The default base with random adapters; 5 sequences a request, prompt "My dream is", 40 new tokens each. Peers have one
model without an adapter, as if each account's had been merged; for several accounts they run one after another.
Figures are medians of rounds in which every contestant runs once; trust the ratios, not the seconds. Prints tables
and appends them to `RESULTS.md`; the last line is one JSON object. `--quick` does fewer rounds, of fewer accounts.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file

from bot.generation.batching.batch import Drafting
from bot.generation.batching.cache import Cache
from bot.generation.engine import Engine
from bot.generation.generator import EmbeddedGenerator
from bot.generation.model.adapters import Adapter, load_adapter
from bot.generation.model.decoder import no_adapter
from bot.generation.ticket import EngineOptions, Model
from bot.generation.tuning import choose_device, tuned_options
from bot.generation.types import GenerationRequest, Voice
from data.models.bases import Base, prepare_base
from data.models.sampling import Sampling
from data.settings import load_settings
from tests.benchmarks import peers
from tests.benchmarks.measuring import (
    NEW_TOKENS,
    PROMPT,
    ROWS,
    append_results,
    interleaved,
    medians,
    quantile,
    table,
)
from tests.conftest import random_adapter


@dataclass(frozen=True)
class Setting:
    """One machine, one base, one engine, and adapters on disk by rank."""

    base: Base
    options: EngineOptions
    engine: Engine
    model: Model
    adapters: dict[int, list[Path]]
    folder: Path
    rounds: int
    quick: bool
    facts: dict[str, Any] = field(default_factory=dict)  # of the JSON object, as sections find them

    def loaded(self, rank: int) -> list[Adapter]:
        with torch.inference_mode():
            return [load_adapter(path, self.model.decoder) for path in self.adapters[rank]]

    def requests(self, voices: Sequence[Adapter | None], latencies: list[float] | None = None) -> Callable[[], None]:
        """All at once, and wait until the last is answered; none ends early."""
        prompt = self.model.framing.prompt(PROMPT)
        sampling = Sampling(max_tokens=len(prompt) + NEW_TOKENS, min_tokens=512)

        def work() -> None:
            started = time.perf_counter()
            tickets = [
                self.engine.submit(self.model, Drafting(prompt, voice, seed, list(range(ROWS)), sampling), 600)
                for seed, voice in enumerate(voices)
            ]
            for ticket in tickets:
                if latencies is not None:
                    ticket.done.add_done_callback(lambda _: latencies.append(time.perf_counter() - started))
            for ticket in tickets:
                assert all(len(draft.ids) == NEW_TOKENS for draft in ticket.done.result().values())

        return work


def another_adapter(source: Path, folder: Path, shift: int) -> Path:
    """An adapter of other weights in a new folder, made in a moment."""
    folder.mkdir()
    shutil.copy(source / "adapter_config.json", folder)
    tensors = load_file(source / "adapter_model.safetensors")
    rolled = {name: tensor.roll(shift, -1).contiguous() for name, tensor in tensors.items()}
    save_file(rolled, folder / "adapter_model.safetensors")
    return folder


def one_request(s: Setting) -> str:
    """Five tweets, by us and by the peers."""
    cores = len(os.sched_getaffinity(0))
    framing = s.model.framing
    ids = framing.prompt(PROMPT)
    words = [framing.tokenizer.id_to_token(id) for id in ids]
    work = {"pipeline float32": peers.reference(s.base, str(s.options.device))}
    if s.options.device.type == "cpu":
        work |= peers.ctranslate2(s.base, s.folder, words, cores) | peers.llama_cpp(s.base, s.folder, ids, cores)
    work["engine, no adapter"] = s.requests([None])
    for rank in s.adapters:
        work[f"engine, rank {rank}"] = s.requests([s.loaded(rank)[0]])
    median = medians(interleaved(work, s.rounds))
    ours, first = median["engine, no adapter"], median["pipeline float32"]
    rows = [(name, f"{1000 * value:.0f}", f"{first / value:.1f}") for name, value in median.items()]
    s.facts.update({"pipeline_s": round(first, 3), "one_request_s": round(ours, 3)})
    for name, key in (
        ("pipeline float32", "pipeline"),
        ("llama.cpp Q8_0", "llama_cpp_q8"),
        ("CTranslate2 int8", "ctranslate2_int8"),
        ("CTranslate2 float32", "ctranslate2_float32"),
    ):
        s.facts[f"speedup_{key}"] = round(median[name] / ours, 2) if name in median else None
    for rank in (8, 16):
        s.facts[f"speedup_pipeline_r{rank}"] = round(first / median[f"engine, rank {rank}"], 2)
    peer = median.get("llama.cpp Q8_0")
    s.facts["llama_cpp_s"] = round(peer, 3) if peer else None
    return table(("one request", "median ms", "× pipeline"), rows)


def many_requests(s: Setting) -> str:
    """1, 4, 16 and 64 requests at once for as many accounts; and 64 for one."""
    eight = s.loaded(8)
    latencies: dict[str, list[float]] = {}
    work = {}
    for count in (1, 4, 16, 64):
        name = f"{count} requests, {count} accounts"
        latencies[name] = []
        work[name] = s.requests(eight[:count], latencies[name])
    name = "64 requests, 1 account"
    latencies[name] = []
    work[name] = s.requests([eight[0]] * 64, latencies[name])
    seconds = interleaved(work, max(2, s.rounds // 2))
    rows, speed = [], {}
    for name, median in medians(seconds).items():
        count = int(name.split()[0])
        speed[name] = ROWS * count / median
        answered = latencies[name][count:]  # without the first round
        p50, p95 = (f"{quantile(answered, share):.2f}" for share in (0.5, 0.95))
        rows.append((name, f"{speed[name]:.1f}", p50, p95))
    reference, llama = s.facts["pipeline_s"], s.facts["llama_cpp_s"]
    rows.append(("pipeline, one after another", f"{ROWS / reference:.1f}", "–", "–"))
    mixed = speed["16 requests, 16 accounts"]
    s.facts["mixed16_speedup_pipeline"] = round(mixed * reference / ROWS, 2)
    if llama:
        rows.append(("llama.cpp Q8_0, one after another", f"{ROWS / llama:.1f}", "–", "–"))
        s.facts["mixed16_speedup_llama_cpp_q8"] = round(mixed * llama / ROWS, 2)
    ratio = speed["64 requests, 1 account"] / speed["64 requests, 64 accounts"]
    s.facts["mixed64_time_over_one_account"] = round(ratio, 3)
    return table(("at once (rank 8)", "tweets/s", "p50 s", "p95 s"), rows)


def adapters(s: Setting) -> str:
    """A batch with 16 different adapters against the same batch on the bare base."""
    work = {"bare base": s.requests([None] * 16)}
    for rank in s.adapters:
        work[f"16 adapters of rank {rank}"] = s.requests(s.loaded(rank)[:16])
    median = medians(interleaved(work, s.rounds))
    bare = median["bare base"]
    rows = [(name, f"{1000 * value:.0f}", f"{value / bare - 1:+.0%}") for name, value in median.items()]
    s.facts.update(
        {f"adapter_overhead_r{rank}": round(median[f"16 adapters of rank {rank}"] / bare - 1, 3) for rank in s.adapters}
    )
    return table(("16 requests", "median ms", "over the bare base"), rows)


def many_accounts(s: Setting) -> str:
    """Many accounts on disk, a fifth of them resident, asked for by Zipf's law, 8 requests at a time."""
    count = 200 if s.quick else 1000
    voices = []
    tensors = load_file(s.adapters[8][0] / "adapter_model.safetensors")
    for number in range(count):
        folder = s.folder / "accounts" / str(number)
        folder.mkdir(parents=True)
        shutil.copy(s.adapters[8][0] / "adapter_config.json", folder)
        save_file({name: t.to(torch.bfloat16) for name, t in tensors.items()}, folder / "adapter_model.safetensors")
        voices.append(Voice(f"account-{number}", folder, "lora"))
    dice = random.Random(0)
    weights = [1 / (rank + 1) for rank in range(count)]
    sampling = Sampling(max_tokens=4 + NEW_TOKENS)
    asked = dice.choices(voices, weights, k=120 if s.quick else 400)
    hits, latencies = 0, []

    async def serve() -> None:
        nonlocal hits
        options = replace(s.options, queue_limit=64)
        async with EmbeddedGenerator(s.base.folder, options, resident_voices=count // 5) as generator:
            # Warm as after some hours: the voices asked for most are resident, in the order of their rank.
            for voice in reversed(voices[: count // 5]):
                await generator._voice(voice)
            gate = asyncio.Semaphore(8)

            async def ask(number: int, voice: Voice) -> None:
                nonlocal hits
                async with gate:
                    hits += voice.key in generator.resident()
                    started = time.perf_counter()
                    await generator.generate(GenerationRequest(voice, PROMPT, ROWS, number, sampling, 600))
                    latencies.append(time.perf_counter() - started)

            await asyncio.gather(*(ask(number, voice) for number, voice in enumerate(asked)))

    asyncio.run(serve())
    shutil.rmtree(s.folder / "accounts")
    p50, p95 = quantile(latencies, 0.5), quantile(latencies, 0.95)
    memory = _memory_gb()
    row = (count, count // 5, f"{hits / len(asked):.0%}", f"{p50:.2f}", f"{p95:.2f}", f"{memory:.1f}")
    s.facts.update(
        {
            "zipf_hit_rate": round(hits / len(asked), 3),
            "zipf_p50_s": round(p50, 2),
            "zipf_p95_s": round(p95, 2),
        }
    )
    head = (
        "accounts on disk",
        "resident, at first the likeliest",
        "hits",
        "p50 s",
        "p95 s",
        "GB, peers included",
    )
    return table(head, [row])


def swap(s: Setting) -> str:
    """A new version goes live while 8 chats ask without a pause: failures, and how long until it first answers."""
    old, new = (Voice(name, s.adapters[8][n], "lora") for n, name in enumerate(("old", "new")))
    sampling = Sampling(max_tokens=4 + NEW_TOKENS)

    async def serve() -> tuple[int, int, float, float]:
        async with EmbeddedGenerator(s.base.folder, replace(s.options, queue_limit=64)) as generator:
            live, failed, answered = old, 0, 0
            took: list[float] = []
            promoted = first_new = 0.0
            stop = False

            async def chat(number: int) -> None:
                nonlocal failed, answered, first_new
                while not stop:
                    voice, started = live, time.perf_counter()
                    try:
                        await generator.generate(GenerationRequest(voice, PROMPT, ROWS, number, sampling, 600))
                    except Exception:  # any failure counts
                        failed += 1
                        raise
                    answered += 1
                    took.append(time.perf_counter() - started)
                    if voice is new and not first_new:
                        first_new = time.perf_counter()

            chats = [asyncio.create_task(chat(number)) for number in range(8)]
            await asyncio.sleep(6)
            promoted, live = time.perf_counter(), new
            generator.drop("old")
            await asyncio.sleep(8)
            stop = True
            await asyncio.gather(*chats)
            return failed, answered, first_new - promoted, statistics.median(took)

    failed, answered, wait, usual = asyncio.run(serve())
    s.facts.update({"swap_failed": failed, "swap_first_answer_s": round(wait, 2)})
    head = ("swap under load", "failed", "first answer of the new version s", "median answer s")
    return table(head, [(f"{answered} requests", failed, f"{wait:.2f}", f"{usual:.2f}")])


def beside_training(s: Setting) -> str:
    """One request, alone and beside a process that trains at the lowest priority, as the trainer does."""
    code = (
        "import torch\nfrom training.trainer import _step_back\n_step_back()\n"
        "a = torch.nn.Sequential(*[torch.nn.Linear(1024, 1024) for _ in range(8)])\nprint('on', flush=True)\n"
        "while True: a(torch.randn(512, 1024)).sum().backward()"
    )
    work = s.requests([s.loaded(8)[0]])
    work()
    alone: list[float] = []
    beside: list[float] = []
    for _ in range(s.rounds):
        alone += interleaved({"": work}, 1)[""]
        trainer = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        assert trainer.stdout
        trainer.stdout.readline()
        beside += interleaved({"": work}, 1)[""]
        trainer.kill()
        trainer.wait()
    a, b = statistics.median(alone), statistics.median(beside)
    row = (f"{1000 * a:.0f}", f"{1000 * b:.0f}", f"{b / a - 1:+.0%}")
    s.facts.update({"training_cost": round(b / a - 1, 3)})
    return table(("one request alone, ms", "beside a training, ms", "cost"), [row])


def floor(s: Setting) -> str:
    """Where the time of a decode step of one request goes, and what reading the weights alone would take."""
    decoder, rows = s.model.decoder, ROWS
    if s.options.device.type != "cpu":
        return ""
    before = torch.get_num_threads()
    torch.set_num_threads(1)  # as the engine's workers do
    with torch.inference_mode():
        cache = Cache(decoder, rows, 64)
        ids, positions = torch.arange(rows) + 100, torch.full((rows,), 20)
        cache.prepare(positions, 32)

        def silent(layer: int, q: torch.Tensor, kv: torch.Tensor) -> torch.Tensor:
            return q.reshape(rows, -1)

        hidden = decoder.hidden(ids, positions, cache.attend, no_adapter)
        big = torch.ones(64 << 20)
        parts = {
            "layers": lambda: decoder.hidden(ids, positions, cache.attend, no_adapter),
            "layers without attention": lambda: decoder.hidden(ids, positions, silent, no_adapter),
            "vocabulary": lambda: decoder.logits(hidden),
            "read 256 MB": big.sum,
        }
        median = medians(interleaved(parts, 15))
    torch.set_num_threads(before)
    weights = sum(o * i for i, o in decoder.groups.values()) * decoder.shape.layers
    weights += decoder.shape.vocabulary * decoder.shape.hidden
    size = weights * {"int8": 1, "bfloat16": 2, "float32": 4}[s.options.precision]
    reading = size / ((256 << 20) / median["read 256 MB"])
    step = median["layers"] + median["vocabulary"]
    rest = median["layers"] - median["layers without attention"]
    row = [f"{1000 * t:.1f}" for t in (reading, step, median["layers without attention"], rest, median["vocabulary"])]
    head = (
        f"ms of a step ({size / 1e6:.0f} MB of weights, 1 thread)",
        "whole step without sampling",
        "products, norms, small operations",
        "attention",
        "vocabulary",
    )
    s.facts["step_over_floor"] = round(step / reading, 2)
    return table(head, [(f"reading alone {row[0]}", *row[1:])])


def _memory_gb() -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1e6


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--quick", action="store_true", help="3 rounds, fewer accounts: under 10 minutes")
    arguments.add_argument("--json", action="store_true", help="print only the JSON object")
    chosen = arguments.parse_args()
    rounds = 3 if chosen.quick else chosen.rounds
    settings = load_settings()
    base = prepare_base(settings.base, settings.bases_path(), lambda text: print(text, file=sys.stderr))
    device = choose_device(settings.device)
    options = tuned_options(device, settings.precision, remembered=settings.tuning_path())
    options = replace(options, queue_limit=128)
    texts = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made: dict[int, list[Path]] = {8: [], 16: []}
        for rank, paths in made.items():
            for seed in range(16):
                paths.append(folder / f"{rank}-{seed}")
                random_adapter(paths[-1], base.folder, seed, rank, size=0.02)
        made[8] += [another_adapter(made[8][n % 16], folder / f"8-{n}", n) for n in range(16, 64)]
        engine = Engine(options)
        model = engine.load(base.folder)
        engine.start(model)
        s = Setting(base, options, engine, model, made, folder, rounds, chosen.quick)
        for part in (one_request, many_requests, adapters, beside_training, floor, swap, many_accounts):
            texts.append(part(s))
            print(texts[-1], file=sys.stderr, flush=True)
        engine.close()
    mode = f"{options.device}, {options.precision}, {options.workers} workers"
    s.facts["mode"] = mode
    command = f"python -m tests.benchmarks.generation{' --quick' if chosen.quick else f' --rounds {rounds}'}"
    head = f"## {date.today()} · generation · {os.cpu_count()} cores, {mode}, {rounds} rounds"
    text = "\n\n".join([head, f"`{command}`", *texts, f"`{json.dumps(s.facts)}`"])
    append_results(text)
    if not chosen.json:
        print(text)
    print(json.dumps(s.facts))


if __name__ == "__main__":
    main()
