"""The GPU path: what it costs by count, which needs no GPU, and what it does on a real one.

    python -m tests.benchmarks.gpu counts [--json]      a step, a join, a look and an hour on a pretended GPU
    python -m tests.benchmarks.gpu [PHASE …]            on a real card; all phases, if none is named:

    facts    the card, its driver, which kernels decode
    right    float32 tokens equal to the CPU's; graphs equal to plain steps, and our kernels to plain torch, in bfloat16
    speed    for numbers of rows and ranks: ms a step, kernels, how long the card is busy, which kernels take longest
    join     what a request costs until its first step, alone and together, its voice there or not
    memory   what weights, cache, bank and graphs take, against the formulas
    serve    1, 16, 64 and 256 requests at once in mixed voices: p50 and tokens a second, against transformers
    train    a warm training of 3,000 tweets, and 300 tweets written with it

Weights are random, of SmolLM2-135M's and GPT-2's shapes, made in `--place` from a seed. The real phases need torch,
transformers, PEFT, safetensors, sqlite-utils and phonenumbers alone, and take under two minutes each. Every figure is
printed as a line of JSON, and kept in `$OUT/gpu.jsonl`; at the end they stand as a table for `RESULTS.md`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import statistics
import time
import traceback
import types
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from bot.generation.batching.batch import Batch, Drafting
from bot.generation.gpu import operators
from bot.generation.gpu.adapters import MOST_BLOCKS, Bank, Mixed, pack
from bot.generation.gpu.batch import STEPS, WIDTHS, GpuBatch
from bot.generation.gpu.memory import (
    PROMPT_TOKENS,
    ROWS,
    batch_bytes,
    block_bytes,
    cache_bytes,
    state_bytes,
    step_bytes,
)
from bot.generation.model.adapters import load_adapter
from bot.generation.model.decoder import Decoder
from bot.generation.model.linear import Precision
from bot.generation.model.loading import load_decoder, weight_bytes
from bot.generation.types import GenerationRequest, Voice
from data.models.framing import END_OF_TEXT, Framing, load_framing
from data.models.sampling import Sampling
from data.tweets.copy_index import CopyIndex

CPU, CUDA = torch.device("cpu"), torch.device("cuda", 0)
RANKS = (4, 8, 16)
TOKENS = 160
PROMPT = "My dream is"
SENTENCES = (
    "My dream is the moon and a glass of tea.",
    "The committee of the hum met again; nobody asks why!",
    "no. 3",
)
TWEETS = 3000  # of a training
MANY_AT_ONCE = (1, 16, 64, 256)
FOREVER = Sampling(max_tokens=TOKENS, min_tokens=TOKENS)


class Bench:
    """Where models lie, and where figures go."""

    def __init__(self, place: Path, layers: int | None) -> None:
        self.place = place
        self.layers = layers
        self.rows: list[dict[str, Any]] = []
        self._out = Path(os.environ.get("OUT", place)) / "gpu.jsonl"
        place.mkdir(parents=True, exist_ok=True)

    def say(self, phase: str, **facts: Any) -> None:
        """One line, at once: a phase that is cut off has said what it found."""
        self.rows.append({"phase": phase, **facts})
        line = json.dumps(self.rows[-1], default=str)
        print(line, flush=True)
        with self._out.open("a") as file:
            file.write(line + "\n")

    def model(self, architecture: str) -> Path:
        """A `save_pretrained` folder of the real shape with random weights, and adapters of every rank beside it."""
        folder = self.place / f"{architecture}-{self.layers or 'whole'}"
        if (folder / "done").exists():
            return folder
        from peft import LoraConfig, get_peft_model
        from transformers import GPT2Config, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM

        torch.manual_seed(0)
        ends = {"bos_token_id": 0, "eos_token_id": 0}
        model: Any = (
            GPT2LMHeadModel(GPT2Config(vocab_size=50257, n_layer=self.layers or 12, **ends))
            if architecture == "gpt2"
            else LlamaForCausalLM(
                LlamaConfig(
                    vocab_size=49152,
                    hidden_size=576,
                    intermediate_size=1536,
                    num_hidden_layers=self.layers or 30,
                    num_attention_heads=9,
                    num_key_value_heads=3,
                    max_position_embeddings=2048,
                    tie_word_embeddings=True,
                    **ends,
                )
            )
        )
        with torch.no_grad():
            for parameter in model.parameters():
                if parameter.dim() > 1:
                    parameter.mul_(3)
        model.save_pretrained(folder)
        write_tokenizer(folder, model.config.vocab_size)
        for rank in RANKS:
            config = LoraConfig(
                r=rank, lora_alpha=2 * rank, target_modules="all-linear", fan_in_fan_out=architecture == "gpt2"
            )
            adapted: Any = get_peft_model(model, config)
            with torch.no_grad():
                for name, parameter in adapted.named_parameters():
                    if "lora_" in name:
                        parameter.normal_(0, 0.02)
            save(adapted, folder / f"r{rank}")
            model = adapted.unload()
        (folder / "done").touch()
        return folder


def write_tokenizer(folder: Path, words: int) -> None:
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)  # type: ignore[assignment]
    tokenizer.decoder = decoders.ByteLevel()  # type: ignore[assignment]
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(special_tokens=[END_OF_TEXT], initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator(SENTENCES, trainer)
    tokenizer.add_tokens([f" no{n}" for n in range(words - tokenizer.get_vocab_size())])
    tokenizer.save(str(folder / "tokenizer.json"))


class Loaded:
    """A base on a device, and its adapters as a batch there takes them."""

    def __init__(self, folder: Path, precision: Precision, device: torch.device) -> None:
        self.framing: Framing = load_framing(folder)
        self.decoder: Decoder = load_decoder(folder, precision, device)
        self.adapters: dict[int, Any] = {0: None}
        for rank in RANKS:
            adapter = load_adapter(folder / f"r{rank}", self.decoder)
            self.adapters[rank] = adapter if device.type == "cpu" else ((pack(adapter, self.decoder), 1.0),)

    def mix(self) -> Mixed:
        """Of all ranks."""
        return tuple((packed, 1 / len(RANKS)) for rank in RANKS for packed, _ in self.adapters[rank])

    def batch(self, rows: int, blocks: int = 64) -> GpuBatch:
        bank = Bank(self.decoder, blocks)
        return GpuBatch(self.decoder, self.framing.ending_ids(), rows, TOKENS, bank)

    def run(
        self, adapter: Any, seed: int, rows: int = 5, sampling: Sampling = FOREVER, prompt: str = PROMPT
    ) -> Drafting:
        return Drafting(self.framing.prompt(prompt), adapter, seed, list(range(rows)), sampling)


# Without a GPU


def counts(bench: Bench) -> dict[str, Any]:
    """Exact numbers from the pretended GPU; `launches` are kernels for a step, and calls of the host for a join."""
    from tests.pretended_gpu import PretendedGpu

    found: dict[str, Any] = {}
    for architecture, prefix in (("llama", ""), ("gpt2", "gpt2_")):
        folder = bench.model(architecture)
        with PretendedGpu().installed() as gpu, torch.inference_mode():
            loaded = Loaded(folder, "float32", CUDA)
            of_rank = loaded.adapters

            def steps(*adapters: Any) -> GpuBatch:
                batch = loaded.batch(32)  # noqa: B023
                for seed, adapter in enumerate(adapters):
                    batch.join(loaded.run(adapter, seed))  # noqa: B023
                for _ in range(3):
                    batch.step()
                return batch

            for name, adapters in {"plain": (None,), "mixed": (of_rank[8], of_rank[16], loaded.mix(), None)}.items():
                batch = steps(*adapters)
                with gpu.counted() as seen:
                    batch.step()
                found[f"{prefix}launches_step_{name}"] = seen.kernels // STEPS
                found[f"{prefix}syncs_look"] = seen.waits
                with gpu.counted() as two:
                    for run in {row.run for row in list(batch._rows.values())[5:]}:
                        run.abandoned = True
                    batch.step()
                found[f"{prefix}syncs_ended_row"] = two.waits - seen.waits
            if prefix:
                continue
            batch = loaded.batch(8, blocks=4)
            another = ((pack(load_adapter(folder / "r16", loaded.decoder), loaded.decoder), 1.0),)
            for adapter in (of_rank[16], of_rank[16], of_rank[16], another):  # at last all shapes have their graphs
                run = loaded.run(adapter, 1)
                with gpu.counted() as seen:
                    batch.join(run)
                    batch.step()
                with gpu.counted() as alone:
                    batch.step()
                run.abandoned = True
                batch.step()
            found["launches_join"] = seen.launches - alone.launches
            found["kernels_join"] = seen.kernels - alone.kernels
            found["copies_join"] = seen.copies
            found["syncs_join"] = seen.waits - alone.waits
            del batch
            before, kept = gpu.live, loaded.batch(64, blocks=16)
            found[f"bytes_batch_{kept.max_rows}_rows_float32"] = gpu.live - before
            decoder = loaded.decoder
            of_formula = batch_bytes(decoder, 64, TOKENS) - step_bytes(decoder, 64) + 16 * block_bytes(decoder)
            found["bytes_formula_64_rows_float32"] = of_formula
        half = load_decoder(folder, "bfloat16", torch.device("meta"))
        found |= {
            "bytes_weights": weight_bytes(folder, "bfloat16"),
            "bytes_cache_320_rows": cache_bytes(half.shape, 320, TOKENS, half.dtype),
            "bytes_state_320_rows": state_bytes(320, TOKENS),
            "bytes_graphs_320_rows": step_bytes(half, 320),
            "bytes_voice_rank_16": 2 * block_bytes(half),
        }
    found["graphs_hour"], found["graphs_most"] = graphs_in_an_hour(bench)
    return found


def graphs_in_an_hour(bench: Bench) -> tuple[int, int]:
    """Captures in an hour of traffic at 20 requests a second, of which only the shapes are computed."""
    from tests.pretended_gpu import PretendedGpu

    small = Bench(bench.place, 1)
    with PretendedGpu().installed(), torch.inference_mode():
        loaded = Loaded(small.model("llama"), "float32", CUDA)
        batch = loaded.batch(320)
        shapes: set[object] = set()
        batch._graphs = types.SimpleNamespace(run=lambda shape, _: shapes.add(shape))  # type: ignore[assignment]
        rng, voices = random.Random(0), [*loaded.adapters.values(), loaded.mix()]
        ends: list[tuple[float, Drafting]] = []
        now, arrives = 0.0, 0.0
        while now < 3600:
            while arrives <= now:
                prompt = "word " * rng.choice([0, 0, 1, 3, 8, 20])
                run = loaded.run(rng.choice(voices), 0, rng.choice([5] * 8 + [10, 3, 1]), prompt=prompt)
                if len(run.streams) <= batch.free_rows:
                    batch.join(run)
                    ends.append((now + min(1.2, rng.lognormvariate(-1.5, 0.6)), run))
                arrives += rng.expovariate(20)
            batch.drop_ended()
            if batch._rows:
                if batch._joining:
                    tokens = sum(len(run.prompt) - 1 for run, _, _ in batch._joining)
                    widest = max(len(blocks) for _, _, blocks in batch._joining)
                    width = next(width for width in WIDTHS if width >= widest)
                    shapes |= {("prompt", next((n for n in PROMPT_TOKENS if n >= tokens), PROMPT_TOKENS[-1]), width)}
                    batch._joining.clear()
                shapes.add(batch._shape())
            now += STEPS * 0.001
            for end, run in [pair for pair in ends if pair[0] <= now]:
                run.abandoned = True
                ends.remove((end, run))
    return len(shapes), (len(ROWS) + len(PROMPT_TOKENS)) * len([width for width in WIDTHS if width <= MOST_BLOCKS])


# On a real card


def facts(bench: Bench) -> None:
    from data.gpu import find_gpu

    gpu = find_gpu()
    bench.say(
        "facts",
        gpu=gpu.name,
        capability=gpu.capability,
        free_mib=gpu.free >> 20,
        torch=torch.__version__,
        cuda=torch.version.cuda,
        kernels="Triton" if operators._kernels() else "plain torch",
    )


def written(batch: Any, runs: Sequence[Drafting]) -> list[Any]:
    waiting = list(runs)
    while waiting or len(batch):
        if waiting and len(waiting[0].streams) <= batch.free_rows:
            batch.join(waiting.pop(0))
        batch.step()
    return [run.drafts for run in runs]


@contextmanager
def plain_torch() -> Iterator[None]:
    """Without our kernels."""
    kernels, operators._kernels = operators._kernels, lambda: None  # type: ignore[assignment]
    try:
        yield
    finally:
        operators._kernels = kernels


def right(bench: Bench) -> None:
    torch.backends.cuda.matmul.allow_tf32 = False

    def texts(loaded: Loaded, batch: Any) -> list[Any]:
        voices = [loaded.adapters[rank] for rank in (0, 4, 16, 8)]
        sampling = Sampling(max_tokens=60)
        runs = [loaded.run(voices[n % 4], n, 1 + n % 5, sampling, ["", PROMPT][n % 2]) for n in range(8)]
        return written(batch, runs)

    def same(one: list[Any], other: list[Any]) -> str:
        pairs = [(a[stream], b[stream]) for a, b in zip(one, other, strict=True) for stream in a]
        return f"{sum(a == b for a, b in pairs)}/{len(pairs)}"

    small = Bench(bench.place, 4)
    for architecture in ("llama", "gpt2"):
        folder = small.model(architecture)
        with torch.inference_mode():
            cpu = Loaded(folder, "float32", CPU)
            expected = texts(cpu, Batch(cpu.decoder, cpu.framing.ending_ids(), 40, TOKENS))
            exact = Loaded(folder, "float32", CUDA)
            found = texts(exact, exact.batch(40))
            half = Loaded(folder, "bfloat16", CUDA)
            graphs = texts(half, half.batch(40))
            plain = half.batch(40)
            plain._graphs = types.SimpleNamespace(run=lambda _, run: run(), shed=lambda: False)  # type: ignore[assignment]
            by_steps = texts(half, plain)
            with plain_torch():
                by_torch = texts(exact, exact.batch(40))
        bench.say(
            "right",
            architecture=architecture,
            float32_rows_as_on_cpu=same(expected, found),
            bfloat16_graphs_as_plain_steps=same(graphs, by_steps),
            float32_kernels_as_plain_torch=same(found, by_torch),
        )


def milliseconds(act: Callable[[], object], times: int = 1) -> float:
    torch.cuda.synchronize()
    started = time.perf_counter()
    for _ in range(times):
        act()
    torch.cuda.synchronize()
    return (time.perf_counter() - started) / times * 1e3


def speed(bench: Bench) -> None:
    from torch.autograd import DeviceType
    from torch.profiler import ProfilerActivity, profile

    for architecture in ("llama", "gpt2"):
        loaded = Loaded(bench.model(architecture), "bfloat16", CUDA)
        eight, sixteen = loaded.adapters[8], loaded.adapters[16]
        for name, voices in {
            "5 rows, base": [None],
            "5 rows, rank 16": [sixteen],
            "10 rows, ranks 8 and 16": [eight, sixteen],
            "64 rows, rank 16": [sixteen] * 12,
            "320 rows, base": [None] * 64,
            "320 rows, rank 16": [sixteen] * 64,
            "320 rows, ranks 8, 16, a mix": [eight, sixteen, loaded.mix(), None] * 16,
        }.items():
            with torch.inference_mode():
                batch = loaded.batch(320)
                for seed, voice in enumerate(voices):
                    batch.join(loaded.run(voice, seed))
                for _ in range(3):
                    batch.step()
                graph = batch._graphs._graphs[batch._shape()]
                replay = milliseconds(graph.replay, 30)
                with profile(activities=[ProfilerActivity.CPU, ProfilerActivity.CUDA]) as seen:
                    graph.replay()
                    torch.cuda.synchronize()
                events = [event for event in seen.key_averages() if event.device_type == DeviceType.CUDA]
                top = sorted(events, key=lambda event: -event.self_device_time_total)[:8]
                bench.say(
                    "speed",
                    architecture=architecture,
                    what=name,
                    step_ms=round(replay, 3),
                    look_ms=round(milliseconds(batch.step), 2),
                    kernels=sum(event.count for event in events),
                    busy_ms=round(sum(event.self_device_time_total for event in events) / 1e3, 3),
                    top=[(event.key[:48], event.count, round(event.self_device_time_total, 1)) for event in top],
                )
                del batch, graph


def join(bench: Bench) -> None:
    loaded = Loaded(bench.model("llama"), "bfloat16", CUDA)
    with torch.inference_mode():
        batch = loaded.batch(320, blocks=256)
        batch.warm()
        folder = bench.model("llama") / "r16"
        fresh = [((pack(load_adapter(folder, loaded.decoder), loaded.decoder), 1.0),) for _ in range(40)]
        for name, groups in {
            "one, its voice known": [[loaded.adapters[16]]] * 12,
            "one, its voice new": [[voice] for voice in fresh[:12]],
            "eight together, voices known": [fresh[:8]] * 4,
        }.items():
            times = []
            for group in groups:
                for run in {row.run for row in batch._rows.values()}:
                    run.abandoned = True
                batch.step()
                for seed, voice in enumerate(group):
                    batch.join(loaded.run(voice, seed, 2))
                times.append(milliseconds(batch._seat))
                batch._joining.clear()
            bench.say("join", what=name, ms=round(statistics.median(times), 3), first_ms=round(times[0], 3))


def memory(bench: Bench) -> None:
    def taken(act: Callable[[], Any]) -> tuple[Any, int]:
        before = torch.cuda.memory_reserved()
        made = act()
        torch.cuda.synchronize()
        return made, torch.cuda.memory_reserved() - before

    folder = bench.model("llama")
    torch.cuda.empty_cache()
    with torch.inference_mode():
        loaded, weights = taken(lambda: Loaded(folder, "bfloat16", CUDA))
        batch, made = taken(lambda: loaded.batch(320, blocks=128))
        _, graphs = taken(batch.warm)
        decoder = loaded.decoder
        expected = batch_bytes(decoder, 320, TOKENS) - step_bytes(decoder, 320) + 128 * block_bytes(decoder)
    bench.say(
        "memory",
        weights_mib=weights >> 20,
        weights_formula_mib=weight_bytes(folder, "bfloat16") >> 20,
        batch_and_bank_mib=made >> 20,
        batch_and_bank_formula_mib=expected >> 20,
        graphs_mib=graphs >> 20,
        graphs_formula_mib=step_bytes(decoder, 320) >> 20,
        graphs=len(batch._graphs),
    )


def by_transformers(folder: Path) -> Callable[[], object]:
    """The reference's way: five sequences of 40 new tokens."""
    from transformers import AutoModelForCausalLM

    model: Any = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.bfloat16).to(CUDA)
    ids = torch.tensor([load_framing(folder).prompt(PROMPT)], device=CUDA)
    how = {"top_k": 50, "top_p": 0.95, "min_new_tokens": 40, "max_new_tokens": 40, "num_return_sequences": 5}
    return lambda: model.generate(ids, do_sample=True, pad_token_id=0, **how)


def serve(bench: Bench) -> None:
    from bot.generation.generator import EmbeddedGenerator
    from bot.generation.tuning import tuned_options

    folder = bench.model("llama")
    options = replace(tuned_options(CUDA, remembered=bench.place / "tuning.json"), queue_limit=400)
    voices = [Voice(f"{n}-{rank}", folder / f"r{rank}", "lora") for n in range(16) for rank in RANKS]
    reference = by_transformers(folder)
    reference()
    theirs = statistics.median(milliseconds(reference) for _ in range(5))
    bench.say(
        "serve", what="transformers, five of 40 tokens", p50_ms=round(theirs, 1), tokens_per_s=round(200 / theirs * 1e3)
    )
    sampling = Sampling(max_tokens=44, min_tokens=44)

    async def all_at_once(generator: EmbeddedGenerator, many: int) -> tuple[list[float], float]:
        async def one(n: int) -> float:
            asked = time.perf_counter()
            await generator.generate(GenerationRequest(voices[n % len(voices)], PROMPT, 5, n, sampling))
            return time.perf_counter() - asked

        started = time.perf_counter()
        return await asyncio.gather(*(one(n) for n in range(many))), time.perf_counter() - started

    async def run() -> None:
        async with EmbeddedGenerator(folder, options) as generator:
            await all_at_once(generator, len(voices))
            for many in MANY_AT_ONCE:
                rounds = [await all_at_once(generator, many) for _ in range(5 if many < 64 else 3)]
                p50 = statistics.median(latency for latencies, _ in rounds for latency in latencies) * 1e3
                speed = statistics.median(many * 200 / took for _, took in rounds)
                bench.say(
                    "serve",
                    what=f"{many} at once, mixed voices",
                    p50_ms=round(p50, 1),
                    tokens_per_s=round(speed),
                    times_transformers=round(speed / (200 / theirs * 1e3), 1),
                )

    asyncio.run(run())


def save(adapted: Any, folder: Path) -> None:
    """As a voice that the engine can load."""
    adapted.save_pretrained(folder)
    CopyIndex.none().save(folder)


def train(bench: Bench) -> None:
    from bot.generation.generator import EmbeddedGenerator
    from bot.generation.tuning import choose_device, tuned_options
    from data.models.recipes import RECIPES
    from data.tweets.split import Split
    from training.finetuning.base_model import BaseModels
    from training.finetuning.finetune import finetune

    choose_device("cuda")  # as the trainer does; it turns off what is slow
    folder, rng = bench.model("llama"), random.Random(0)
    words = ["the", "dream", "elevator", "is", "not", "today", "number", "moon", "glass"]
    texts = tuple(f"{n} " + " ".join(rng.choice(words) for _ in range(rng.randint(2, 20))) for n in range(TWEETS))
    split = Split(texts[: -TWEETS // 10], texts[-TWEETS // 10 : -TWEETS // 15], texts[-TWEETS // 15 :])
    base: Any = types.SimpleNamespace(folder=folder, fingerprint="x", architecture="llama", public_name="x")
    models, place = BaseModels(), bench.place / "trained"
    for name in ("cold", "warm"):
        started = time.perf_counter()
        checkpoint = bench.place / f"{name}.safetensors"
        trained = finetune(base, split, RECIPES["default"], device=CUDA, checkpoint=checkpoint, key=name, models=models)
        fitted = time.perf_counter() - started
        save(trained.model, place)
        trained.release()

        async def speak() -> None:
            options = replace(tuned_options(CUDA, remembered=bench.place / "tuning.json"), max_rows=64)
            async with EmbeddedGenerator(folder, options, 8) as generator:
                asked = (GenerationRequest(Voice("v", place, "lora"), "", 10, n) for n in range(30))
                await asyncio.gather(*map(generator.generate, asked))

        asyncio.run(speak())
        bench.say(
            "train",
            what=name,
            all_s=round(time.perf_counter() - started, 1),
            training_s=round(fitted, 1),
            tokens_per_s=round(trained.train_tokens / trained.seconds),
            bits=(round(trained.base_score.bits_per_character, 3), round(trained.score.bits_per_character, 3)),
        )


PHASES = {part.__name__: part for part in (facts, right, speed, join, memory, serve, train)}


def main() -> None:
    parser = argparse.ArgumentParser(description="What decoding and training cost on a GPU.")
    parser.add_argument("phases", nargs="*", choices=["counts", *PHASES], help="default: all that need a card")
    parser.add_argument("--json", action="store_true", help="counts: only the object")
    parser.add_argument("--place", type=Path, default=Path("/tmp/tweetlike-gpu"), help="for models of random weights")
    parser.add_argument("--layers", type=int, help="fewer layers than the real shapes have")
    chosen = parser.parse_args()
    torch.set_num_threads(max(1, (os.cpu_count() or 2) // 2))
    bench = Bench(chosen.place, chosen.layers)
    if "counts" in chosen.phases:
        found = counts(bench)
        if not chosen.json:
            for key, value in found.items():
                print(f"{key:32} {value:>14,}")
        print(json.dumps(found))
        return
    for phase in chosen.phases or PHASES:
        started = time.perf_counter()
        try:
            PHASES[phase](bench)
        except Exception as error:  # noqa: BLE001 - the other phases have something to say
            traceback.print_exc()
            bench.say(phase, failed=f"{type(error).__name__}: {error}"[:400])
        bench.say(phase, seconds=round(time.perf_counter() - started, 1))
    print("\n| phase | what | figures |\n|---|---|---|")
    for row in bench.rows:
        rest = {key: value for key, value in row.items() if key not in ("phase", "what", "top")}
        print(f"| {row['phase']} | {row.get('what', '')} | {', '.join(f'{k} {v}' for k, v in rest.items())} |")


if __name__ == "__main__":
    main()
