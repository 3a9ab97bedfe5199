"""The engine against transformers' own `generate`, alone and in mixed batches, for both architectures."""

from __future__ import annotations

import asyncio
import json
import os
import random
import shutil
import threading
import time
import weakref
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from bot.generation import engine as engine_module
from bot.generation import selection, tuning
from bot.generation import worker as worker_module
from bot.generation.batching.batch import FEW_SLOTS, Batch, Completion, Drafting
from bot.generation.batching.sampling import draw, random_stream, truncate
from bot.generation.engine import ROWS_BEFORE_SPREADING, Engine
from bot.generation.generator import ROUNDS, EmbeddedGenerator
from bot.generation.model.adapters import load_adapter
from bot.generation.model.linear import Precision, make_linear
from bot.generation.model.loading import load_decoder, weight_bytes
from bot.generation.selection import Choice, Guard, tweet_of
from bot.generation.ticket import EngineOptions, Model, Ticket
from bot.generation.tuning import choose_device, supported
from bot.generation.types import GenerationRequest, Mix, Voice
from bot.generation.worker import LEAN_ROWS, Worker
from data.errors import (
    Busy,
    DeadlineExceeded,
    EngineFault,
    GpuUnusable,
    InvalidChoice,
    ModelTooLarge,
    NothingOriginal,
    PromptTooLong,
)
from data.models.bases import Base
from data.models.framing import load_framing
from data.models.sampling import Sampling
from data.tweets.copy_index import CopyIndex
from tests.conftest import random_adapter
from tests.peers.tiny_families import greedy_by_transformers

CPU = torch.device("cpu")
GREEDY = Sampling(temperature=0.0, max_tokens=48, min_tokens=0)
PROMPTS = ["My dream is", "the moon", "hum", ""]
ARCHITECTURES = ["gpt2", "llama"]


def options(precision: Precision = "float32", **changes: object) -> EngineOptions:
    return replace(EngineOptions(CPU, precision, max_rows=16), **changes)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def adapters(tiny_bases: dict[str, Base], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """Three adapters for each architecture, one of another rank."""
    folders: dict[str, list[Path]] = {}
    for name, base in tiny_bases.items():
        folders[name] = []
        for seed, rank in ((1, 4), (2, 4), (3, 8)):
            folder = tmp_path_factory.mktemp(f"{name}-{seed}")
            random_adapter(folder, base.folder, seed, rank)
            folders[name].append(folder)
    return folders


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@torch.inference_mode()
def test_greedy_tokens_equal_those_of_transformers_alone_and_in_a_mixed_batch(
    architecture: str, tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    base = tiny_bases[architecture]
    framing = load_framing(base.folder)
    ends = framing.ending_ids()
    decoder = load_decoder(base.folder, "float32", CPU)
    voices = [None, *adapters[architecture]]
    loaded = [None if folder is None else load_adapter(folder, decoder) for folder in voices]
    cases = [(p, v) for p in range(len(PROMPTS)) for v in range(len(voices))]
    expected = [greedy_by_transformers(base, voices[v], framing.prompt(PROMPTS[p]), ends) for p, v in cases]
    assert len({tuple(ids) for ids in expected}) > len(cases) // 2  # the adapters and prompts do make a difference

    def run(p: int, v: int) -> Drafting:
        return Drafting(framing.prompt(PROMPTS[p]), loaded[v], 0, [0], GREEDY)

    for (p, v), ids in zip(cases, expected, strict=True):
        batch = Batch(decoder, ends, max_rows=1, max_tokens=64)
        alone = run(p, v)
        batch.join(alone)
        while len(batch):
            batch.step()
        assert list(alone.drafts[0].ids) == ids
    batch = Batch(decoder, ends, max_rows=len(cases), max_tokens=64)
    runs = [run(p, v) for p, v in cases]
    waiting = list(runs)
    while waiting or len(batch):
        for joining in waiting[:3]:  # three join between steps while others are on their way
            batch.join(joining)
        waiting = waiting[3:]
        batch.step()
    assert [list(run.drafts[0].ids) for run in runs] == expected
    assert all(bank.slots == FEW_SLOTS and not bank.lanes for bank in batch._banks.values())  # they had grown


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("precision", ["float32", "bfloat16", "int8"])
@torch.inference_mode()
def test_sampled_tokens_are_the_same_in_any_batch(
    architecture: str, precision: Precision, tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    if precision not in supported():
        pytest.skip(f"this processor has no {precision} products")
    base = tiny_bases[architecture]
    framing = load_framing(base.folder)
    decoder = load_decoder(base.folder, precision, CPU)
    loaded = [None, *(load_adapter(folder, decoder) for folder in adapters[architecture])]
    settings = [Sampling(max_tokens=40), Sampling(temperature=0.7, top_k=20, top_p=0.8, max_tokens=60)]

    def runs() -> list[Drafting]:
        return [
            Drafting(framing.prompt(PROMPTS[n % 3]), loaded[n % 4], n, list(range(1 + n % 5)), settings[n % 2])
            for n in range(8)
        ]

    together, alone = runs(), runs()
    batch = Batch(decoder, framing.ending_ids(), max_rows=32, max_tokens=64)
    for run in together:
        batch.join(run)
        batch.step()
    while len(batch):
        batch.step()
    for run in alone:
        batch.join(run)
        while len(batch):
            batch.step()
    assert [run.drafts for run in together] == [run.drafts for run in alone]
    assert len({draft.ids for run in alone for draft in run.drafts.values()}) > 10


@torch.inference_mode()
def test_abandoned_rows_leave_at_the_next_step(tiny_bases: dict[str, Base]) -> None:
    base = tiny_bases["llama"]
    framing = load_framing(base.folder)
    batch = Batch(load_decoder(base.folder, "float32", CPU), framing.ending_ids(), 8, 64)
    gone, staying = (
        Drafting(framing.prompt("a"), None, n, [0, 1], Sampling(max_tokens=64, min_tokens=64)) for n in (1, 2)
    )
    batch.join(gone)
    batch.join(staying)
    assert len(batch) == 4
    gone.abandoned = True
    batch.step()
    assert len(batch) == 2
    while len(batch):
        batch.step()
    assert staying.done
    assert not gone.done


@torch.inference_mode()
def test_a_voice_whose_numbers_break_as_it_reads_fails_alone(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    """Finite numbers can overflow; what is written beside them stays what it would be."""
    base = tiny_bases["llama"]
    framing, decoder = load_framing(base.folder), load_decoder(base.folder, "bfloat16", CPU)
    well, broken = (load_adapter(adapters["llama"][0], decoder) for _ in range(2))
    for layer in broken.layers:
        for _, b in layer.values():
            b.mul_(1e30)

    def written(beside: bool) -> dict[int, Completion]:
        batch = Batch(decoder, framing.ending_ids(), 8, 64)
        run = Drafting(framing.prompt("a"), well, 1, [0, 1], Sampling(max_tokens=64))
        batch.join(run)
        batch.step()
        if beside:
            with pytest.raises(ValueError, match="numbers break"):
                batch.join(Drafting(framing.prompt("a"), broken, 2, [0, 1, 2], Sampling(max_tokens=64)))
            assert len(batch) == 2
        while len(batch):
            batch.step()
        return run.drafts

    assert written(beside=True) == written(beside=False)


def test_settings_bound_what_is_drawn() -> None:
    logits = torch.tensor([[0.0, 3.0, 2.0, 1.0, -1.0]])

    def drawn(temperature: float, top_k: int, top_p: float) -> set[int]:
        uniform = torch.linspace(0, 0.999999, 200)
        ones = torch.ones(200)
        kept = truncate(logits.expand(200, -1), temperature * ones, (top_k * ones).long(), top_p * ones)
        return set(draw(kept, uniform, temperature * ones).tolist())

    assert drawn(1.0, 0, 1.0) == drawn(1.0, 5, 1.0) == {0, 1, 2, 3, 4}
    assert drawn(1.0, 2, 1.0) == {1, 2}
    assert drawn(1.0, 0, 0.6) == {1}
    assert drawn(0.0, 0, 1.0) == {1}
    assert torch.equal(random_stream(1, 2, 8), random_stream(1, 2, 8))
    assert not torch.equal(random_stream(1, 2, 8), random_stream(1, 3, 8))


@pytest.mark.parametrize("words", [5, 256, 1000])
def test_tokens_are_drawn_as_often_as_they_are_likely_from_the_whole_vocabulary(words: int) -> None:
    logits = torch.randn(1, words, generator=torch.Generator().manual_seed(1)) * 2
    ids = draw(logits.expand(99_999, -1), torch.arange(99_999) / 99_999, torch.full((99_999,), 1.5))
    shares = torch.bincount(ids, minlength=words) / 99_999
    assert torch.allclose(shares, (logits[0] / 1.5).softmax(0), atol=3e-5)
    ends = torch.tensor([0.0, 1 - 2**-24])
    assert draw(logits.expand(2, -1), ends, torch.ones(2)).tolist() == [0, words - 1]
    assert draw(logits, ends[1:], torch.zeros(1)).item() == logits.argmax()


@pytest.mark.parametrize(("top_k", "top_p"), [(7, 1.0), (0, 0.8), (40, 0.6), (5000, 0.95)])
def test_truncation_is_that_of_transformers(top_k: int, top_p: float) -> None:
    from transformers import LogitsProcessorList, TemperatureLogitsWarper, TopKLogitsWarper, TopPLogitsWarper

    logits = torch.randn(6, 6000, generator=torch.Generator().manual_seed(2)) * 3
    theirs = LogitsProcessorList([TemperatureLogitsWarper(1.3)])
    theirs += [TopKLogitsWarper(top_k)] if top_k else []
    theirs += [TopPLogitsWarper(top_p)] if top_p < 1 else []
    expected = theirs(torch.zeros(6, 1).long(), logits.clone()).isfinite()
    settings = torch.full((6,), 1.3), torch.full((6,), top_k), torch.full((6,), top_p)
    assert torch.equal(truncate(logits, *settings).isfinite(), expected)


@pytest.mark.parametrize(("precision", "tolerance"), [("float32", 1e-4), ("bfloat16", 0.15), ("int8", 0.25)])
@pytest.mark.parametrize("rows", [1, 2, 5, 33])
def test_a_packed_linear_layer_equals_the_plain_one(precision: Precision, tolerance: float, rows: int) -> None:
    if precision not in supported():
        pytest.skip(f"this processor has no {precision} products")
    torch.manual_seed(rows)
    weight, bias, x = torch.randn(48, 24), torch.randn(48), torch.randn(rows, 24)
    x[0] *= 1000  # one row of large values must not cost the others their precision
    made = make_linear(weight, bias, precision)(x)
    plain = x @ weight.t() + bias
    assert torch.allclose(made[1:], plain[1:], atol=tolerance)
    assert torch.allclose(made[0] / 1000, plain[0] / 1000, atol=tolerance)
    alone = torch.cat([make_linear(weight, bias, precision)(row[None]) for row in x])
    assert torch.equal(made, alone) or precision == "float32"


def test_an_adapter_that_does_not_fit_is_refused(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]], tmp_path: Path
) -> None:
    decoder = load_decoder(tiny_bases["gpt2"].folder, "float32", CPU)
    with pytest.raises(ValueError, match="does not fit"):
        load_adapter(adapters["llama"][0], decoder)
    folder = tmp_path / "ia3"
    folder.mkdir()
    (folder / "adapter_config.json").write_text(json.dumps({"peft_type": "IA3"}))
    with pytest.raises(ValueError, match="not a plain LoRA"):
        load_adapter(folder, decoder)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 1e30])
def test_an_adapter_of_broken_numbers_is_refused_and_others_are_served(
    tiny_bases: dict[str, Base], tmp_path: Path, number: float
) -> None:
    """One such model made every request in its batch fail."""
    from safetensors.torch import load_file, save_file

    base = tiny_bases["llama"].folder
    for name in ("well", "broken"):
        (tmp_path / name).mkdir()
        random_adapter(tmp_path / name, base, 1)
    tensors = load_file(tmp_path / "broken" / "adapter_model.safetensors")
    tensors[next(iter(tensors))][0, 0] = number
    save_file(tensors, tmp_path / "broken" / "adapter_model.safetensors")
    decoder = load_decoder(base, "float32", CPU)
    load_adapter(tmp_path / "well", decoder)
    with pytest.raises(ValueError, match="numbers that no training makes"):
        load_adapter(tmp_path / "broken", decoder)


@asynccontextmanager
async def generating(base: Base, **changes: object) -> AsyncIterator[EmbeddedGenerator]:
    async with EmbeddedGenerator(base.folder, options(**changes), resident_voices=2) as generator:  # type: ignore[arg-type]
        yield generator


def voice(folder: Path, key: str = "v1") -> Voice:
    return Voice(key, folder, "lora")


def guarded(folder: Path, source: Path, *tweets: str) -> Voice:
    """The voice in `source` as if it had been trained on these tweets, which it must not repeat."""
    shutil.copytree(source, folder)
    CopyIndex.of(tweets).save(folder)
    return voice(folder, folder.name)


def rounds_of(monkeypatch: pytest.MonkeyPatch, room_for: int = 1000) -> list[list[int]]:
    """The streams of each round that is asked of the engine from now on; after so many it has no room."""
    submit, rounds = Engine.submit, []

    def watched(self: Engine, model: Model, run: Drafting, timeout_s: float, chat: str = "") -> Ticket:
        rounds.append(run.streams)
        if len(rounds) > room_for:
            raise Busy(33)
        return submit(self, model, run, timeout_s, chat)

    monkeypatch.setattr(Engine, "submit", watched)
    return rounds


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0)


async def test_the_same_seed_and_version_give_the_same_texts_after_a_restart(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    base = tiny_bases["llama"]
    request = GenerationRequest(voice(adapters["llama"][0]), "My dream is", seed=7)
    texts = []
    for _ in range(2):
        async with generating(base) as generator:
            others = [
                asyncio.create_task(generator.generate(replace(request, seed=n, voice=voice(folder, str(n)))))
                for n, folder in enumerate(adapters["llama"])
            ]
            texts.append((await generator.generate(request)).texts)
            await asyncio.gather(*others)
            assert (await generator.generate(replace(request, seed=8))).texts != texts[0]
    assert texts[0] == texts[1]
    assert len(texts[0]) == 5


async def test_every_text_is_one_line_begins_with_the_prompt_and_fits_a_tweet(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    async with generating(tiny_bases["gpt2"]) as generator:
        for seed in range(5):
            request = GenerationRequest(voice(adapters["gpt2"][1]), "My dream is", count=10, seed=seed)
            result = await generator.generate(request)
            for text in result.texts:
                assert text.startswith("My dream is")
                assert len("My dream is") < len(text) <= 280
                assert "\n" not in text
            assert len(set(result.texts)) == len(result.texts)
            assert result.stats.tokens > 0
            assert result.stats.decode_s > 0


async def test_a_copy_of_a_training_tweet_is_redrawn(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]], tmp_path: Path
) -> None:
    base = tiny_bases["llama"]
    request = GenerationRequest(voice(adapters["llama"][0]), "the moon", seed=3)
    async with generating(base) as generator:
        free = (await generator.generate(request)).texts
        careful = guarded(tmp_path / "g", adapters["llama"][0], free[0].upper() + " !!", free[2])
        texts = (await generator.generate(replace(request, voice=careful))).texts
    assert free[0] not in texts
    assert free[2] not in texts
    assert free[1] in texts
    assert len(texts) == 5


async def test_nothing_but_copies_is_a_typed_error(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]], tmp_path: Path
) -> None:
    greedy = Sampling(temperature=0.0, max_tokens=20)
    async with generating(tiny_bases["llama"]) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "hum", sampling=greedy)
        only = (await generator.generate(request)).texts
        assert len(only) == 1  # greedy drafts are all alike
        other = guarded(tmp_path / "g", adapters["llama"][0], *only)
        with pytest.raises(NothingOriginal):
            await generator.generate(replace(request, voice=other))


async def test_a_new_version_takes_over_while_the_old_one_finishes(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    long = Sampling(max_tokens=160, min_tokens=160)
    async with generating(tiny_bases["llama"]) as generator:
        old = GenerationRequest(voice(adapters["llama"][0], "old"), "hum", seed=1, sampling=long)
        expected = (await generator.generate(old)).texts
        running = asyncio.create_task(generator.generate(old))
        await asyncio.sleep(0.01)
        generator.drop("old")
        new = replace(old, voice=voice(adapters["llama"][1], "new"))
        fresh = await generator.generate(new)
        assert (await running).texts == expected
        assert fresh.texts != expected
        assert generator.resident() == ["new"]


async def test_least_recently_used_voices_are_dropped(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    async with generating(tiny_bases["gpt2"]) as generator:
        for key in "abac":
            folder = adapters["gpt2"]["abc".index(key)]
            await generator.generate(GenerationRequest(voice(folder, key), "hum", count=1))
        assert generator.resident() == ["a", "c"]


async def test_adapters_are_kept_within_their_memory(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    """Sixty-four of rank 16 on the default base take 630 MB; one more is read in some ten milliseconds."""
    folders = adapters["gpt2"]
    decoder = load_decoder(tiny_bases["gpt2"].folder, "float32", CPU)
    a, b, c = (load_adapter(folder, decoder).bytes for folder in folders[:3])
    assert min(a, b, c) > 1_000
    kept = {}
    for limit in (1, a + c, a + b + c):
        async with EmbeddedGenerator(tiny_bases["gpt2"].folder, options(), voice_memory=limit) as generator:
            for key in "abac":
                folder = folders["abc".index(key)]
                await generator.generate(GenerationRequest(voice(folder, key), "hum", count=1))
            kept[limit] = generator.resident()
    assert list(kept.values()) == [["c"], ["a", "c"], ["b", "a", "c"]]


async def test_a_full_fine_tune_is_served_through_the_same_interface(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    whole = Voice("whole", tiny_bases["gpt2"].folder, "full")  # of another architecture than the base
    async with generating(tiny_bases["llama"]) as generator:
        both = await asyncio.gather(
            generator.generate(GenerationRequest(whole, "hum")),
            generator.generate(GenerationRequest(voice(adapters["llama"][0]), "hum")),
        )
        assert all(len(result.texts) == 5 for result in both)
        assert both[0].texts != both[1].texts


async def test_a_full_queue_says_busy_with_a_position(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    long = Sampling(max_tokens=160, min_tokens=160)
    async with generating(tiny_bases["llama"], queue_limit=2, max_rows=10) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "hum", count=10, sampling=long)
        await generator.generate(replace(request, count=1))
        tasks = [asyncio.create_task(generator.generate(replace(request, seed=n))) for n in range(8)]
        results = await asyncio.gather(*tasks, return_exceptions=True)
        busy = [result for result in results if isinstance(result, Busy)]
        assert busy
        assert {error.position for error in busy} == {3}
        assert sum(not isinstance(result, BaseException) for result in results) == len(results) - len(busy)


async def test_a_request_past_its_deadline_is_given_up_and_a_cancelled_one_makes_room(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    long = Sampling(max_tokens=160, min_tokens=160)
    async with generating(tiny_bases["llama"], max_rows=10) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "hum", count=10, sampling=long)
        with pytest.raises(DeadlineExceeded):
            await generator.generate(replace(request, timeout_s=0.005))
        task = asyncio.create_task(generator.generate(request))
        await asyncio.sleep(0.02)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        started = time.monotonic()
        assert len((await generator.generate(replace(request, count=1))).texts) == 1
        assert time.monotonic() - started < 10


async def test_an_engine_fault_fails_its_requests_and_the_next_one_works(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with generating(tiny_bases["llama"]) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "hum")
        expected = (await generator.generate(request)).texts
        with monkeypatch.context() as broken:
            broken.setattr(Batch, "step", lambda self: 1 / 0)
            with pytest.raises(EngineFault, match="ZeroDivisionError"):
                await generator.generate(request)
        assert (await generator.generate(request)).texts == expected


async def test_closing_refuses_what_waits(tiny_bases: dict[str, Base]) -> None:
    engine = Engine(options())
    model = await asyncio.to_thread(engine.load, tiny_bases["llama"].folder)
    engine.start(model)
    engine.close()
    with pytest.raises(EngineFault):
        engine.submit(model, Drafting([0], None, 0, [0], Sampling()), 1.0)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"count": 0}, "count"),
        ({"count": 11}, "count"),
        ({"sampling": Sampling(temperature=-1)}, "temperature"),
        ({"sampling": Sampling(top_k=-1)}, "top_k"),
        ({"sampling": Sampling(end_bias=float("nan"))}, "end_bias"),
        ({"sampling": Sampling(top_p=0)}, "top_p"),
        ({"sampling": Sampling(max_tokens=9999)}, "max_tokens"),
    ],
)
async def test_settings_out_of_range_are_refused(
    change: dict[str, object], name: str, tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    async with generating(tiny_bases["llama"]) as generator:
        with pytest.raises(InvalidChoice) as caught:
            await generator.generate(
                replace(GenerationRequest(voice(adapters["llama"][0]), "hum"), **change)  # type: ignore[arg-type]
            )
        assert caught.value.name == name


async def test_a_prompt_of_too_many_tokens_is_refused(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    async with generating(tiny_bases["llama"]) as generator:
        with pytest.raises(PromptTooLong):
            await generator.generate(GenerationRequest(voice(adapters["llama"][0]), "日本語" * 60))


def test_devices_are_chosen_or_refused() -> None:
    assert choose_device("cpu") == CPU
    if not torch.cuda.is_available():
        with pytest.raises(GpuUnusable, match="without CUDA"):
            choose_device("cuda")
        assert choose_device("auto") == CPU


def test_special_tokens_cannot_be_typed(tiny_bases: dict[str, Base]) -> None:
    framing = load_framing(tiny_bases["gpt2"].folder)
    ids = framing.prompt("hi <|endoftext|> there")
    assert ids.count(framing.end_id) == 1
    assert framing.text(ids) == "hi <|endoftext|> there"
    assert framing.tweet("a")[0] == framing.tweet("a")[-1] == framing.end_id
    newline = framing.tokenizer.encode("\n").ids[0]
    assert {framing.end_id, newline} <= set(framing.ending_ids())


def test_a_row_that_was_cut_off_loses_its_partial_word(tiny_bases: dict[str, Base]) -> None:
    framing = load_framing(tiny_bases["gpt2"].folder)
    ids = tuple(framing.prompt("one two thr")[1:])
    assert tweet_of(Completion(ids, ended=True), [framing.end_id], framing) == ("one two thr", True)
    assert tweet_of(Completion(ids, ended=False), [framing.end_id], framing) == ("one two", False)
    long = tuple(framing.prompt("word " * 80)[1:])
    text, whole = tweet_of(Completion(long, ended=True), [framing.end_id], framing)
    assert not whole
    assert len(text) <= 280
    assert text.endswith("word")
    sentences = tuple(framing.prompt("One two. Three, really? Four fiv")[1:])
    assert tweet_of(Completion(sentences, ended=False), [framing.end_id], framing) == ("One two. Three, really?", True)
    far = tuple(framing.prompt("One. " + "two " * 30 + "thr")[1:])
    assert not tweet_of(Completion(far, ended=False), [framing.end_id], framing)[1]


async def test_an_engine_that_cannot_even_start_anew_refuses_everything_instead_of_hanging(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with generating(tiny_bases["llama"]) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "hum")
        await generator.generate(request)
        monkeypatch.setattr(Batch, "step", lambda self: 1 / 0)
        monkeypatch.setattr(Worker, "_batch", lambda *_: 1 / 0)
        async with asyncio.timeout(20):
            for _ in range(2):
                with pytest.raises(EngineFault):
                    await generator.generate(request)


async def test_a_lost_device_costs_a_request_nothing_but_time(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    step, lost = Batch.step, []

    def lose_it(self: Batch) -> None:
        if not lost:
            lost.append(True)
            raise torch.AcceleratorError("CUDA error: unspecified launch failure")
        step(self)

    async with generating(tiny_bases["llama"]) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "hum")
        expected = (await generator.generate(request)).texts
        monkeypatch.setattr(Batch, "step", lose_it)
        before = generator._engine
        results = await asyncio.gather(*(generator.generate(request) for _ in range(3)))
        assert [result.texts for result in results] == [expected] * 3
        assert before.broken()
        assert generator._engine is not before


@pytest.mark.parametrize(
    "place", ["bot.generation.worker.Worker._batch", "bot.generation.engine.load_adapter"], ids=["batch", "load"]
)
async def test_a_device_that_is_gone_before_anything_runs_is_replaced_too(
    place: str, tiny_bases: dict[str, Base], adapters: dict[str, list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    request = GenerationRequest(voice(adapters["llama"][0]), "hum")
    async with generating(tiny_bases["llama"]) as generator:
        expected = (await generator.generate(request)).texts
    async with generating(tiny_bases["llama"]) as generator:
        before, lost = generator._engine, []
        owner, _, name = place.rpartition(".")
        real = getattr(Worker if "Worker" in owner else engine_module, name)

        def lose_it(*arguments: object) -> object:
            if not lost:
                lost.append(True)
                raise torch.AcceleratorError("CUDA error: device unavailable")
            return real(*arguments)

        monkeypatch.setattr(place, lose_it)
        async with asyncio.timeout(60):
            results = await asyncio.gather(*(generator.generate(request) for _ in range(3)))
        assert [result.texts for result in results] == [expected] * 3
        assert generator._engine is not before


async def test_a_loud_chat_does_not_hold_up_a_quiet_one(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    async with generating(tiny_bases["llama"], queue_limit=6, max_rows=5) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "hum", queue_key="loud")
        await generator.generate(request)
        ended: list[str] = []

        async def ask(chat: str, seed: int) -> None:
            await generator.generate(replace(request, queue_key=chat, seed=seed))
            ended.append(chat)

        loud = [asyncio.create_task(ask("loud", n)) for n in range(7)]
        await until(lambda: generator.waiting() == 6)
        quiet = [asyncio.create_task(ask(f"quiet {n}", n)) for n in range(2)]
        results = await asyncio.gather(*loud, *quiet, return_exceptions=True)
    assert [isinstance(result, Busy) for result in results] == [False] * 5 + [True] * 2 + [False] * 2
    assert {"quiet 0", "quiet 1"} <= set(ended[:4])


@pytest.mark.parametrize("architecture", ARCHITECTURES)
async def test_a_mix_is_the_weighted_sum_of_its_adapters(
    architecture: str, tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    base = tiny_bases[architecture]
    framing = load_framing(base.folder)
    one, two = adapters[architecture][1:]
    model = PeftModel.from_pretrained(
        AutoModelForCausalLM.from_pretrained(base.folder, dtype=torch.float32), one, adapter_name="one"
    )
    model.load_adapter(two, adapter_name="two")
    model.add_weighted_adapter(["one", "two"], [0.7, 0.3], "mix", combination_type="cat")
    model.set_adapter("mix")
    prompt = framing.prompt("the moon")
    out = model.generate(
        input_ids=torch.tensor([prompt]),
        do_sample=False,
        max_length=48,
        eos_token_id=framing.ending_ids(),
        pad_token_id=0,
    )
    expected = framing.text(out[0].tolist()).replace("\ufffd", "").strip().split("\n")[0]
    mix = Mix(((voice(one, "one"), 0.7), (voice(two, "two"), 0.3)))
    async with generating(base) as generator:
        request = GenerationRequest(mix, "the moon", count=1, sampling=GREEDY)
        mixed = (await generator.generate(request)).texts[0]
        pure = (await generator.generate(replace(request, voice=voice(one, "one")))).texts[0]
        with pytest.raises(InvalidChoice, match="mix"):
            whole = Voice("whole", base.folder, "full")
            await generator.generate(replace(request, voice=Mix(((whole, 0.5), (voice(one, "one"), 0.5)))))
    assert expected.startswith(mixed)
    assert len(mixed) > len("the moon")
    assert mixed != pure


async def test_two_workers_share_the_work_and_write_what_one_writes(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    workers: set[str] = set()
    processors: set[int] = set()
    join = Batch.join
    torch.set_num_threads(2)

    def watched(self: Batch, run: Drafting) -> None:
        workers.add(threading.current_thread().name)
        join(self, run)
        processors.add(torch.get_num_threads())

    monkeypatch.setattr(Batch, "join", watched)
    request = GenerationRequest(voice(adapters["llama"][0]), "hum", sampling=Sampling(min_tokens=100))
    answers = []
    for count in (1, 2):
        workers.clear()
        async with generating(tiny_bases["llama"], workers=count, max_rows=80) as generator:
            requests = [replace(request, seed=seed) for seed in range(3 * ROWS_BEFORE_SPREADING // 5)]
            results = await asyncio.gather(*map(generator.generate, requests))
        answers.append([result.texts for result in results])
        assert len(workers) == count
    assert answers[0] == answers[1]
    assert processors == {1}
    assert torch.get_num_threads() == 2


def take_all_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """Random weights write nothing without a flaw."""
    monkeypatch.setattr(selection, "flaw_of", lambda _: None)
    monkeypatch.setattr(selection, "tweet_of", lambda *draft: (tweet_of(*draft)[0], True))


async def test_what_has_a_flaw_is_drawn_again_and_better_than_nothing(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    take_all_as_they_come(monkeypatch)
    async with generating(tiny_bases["llama"]) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "the moon", count=3, seed=3)
        free = (await generator.generate(request)).texts
        again = [free[1]]
        monkeypatch.setattr(
            selection, "flaw_of", lambda text: "a loop" if text.replace("\ufffd", "").strip() in again else None
        )
        better = (await generator.generate(request)).texts
        assert (better[0], better[1]) == (free[0], free[2])
        assert len(better) == 3
        monkeypatch.setattr(selection, "flaw_of", lambda _: "a loop")
        anyhow = await generator.generate(request)
        assert anyhow.texts == free
        assert anyhow.stats.rows == ROUNDS * request.count
        base = replace(request, voice=Voice("base", tiny_bases["llama"].folder, "base"))
        assert (await generator.generate(base)).stats.rows <= request.count + 1  # nobody reads that


async def test_a_spare_draft_stands_in_for_a_rejected_one_and_changes_nothing(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_all_as_they_come(monkeypatch)
    async with generating(tiny_bases["llama"]) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "the moon", count=3, seed=3)
        free = (await generator.generate(request)).texts
        again = replace(request, voice=guarded(tmp_path / "g", adapters["llama"][0], free[1]))
        rounds = rounds_of(monkeypatch)
        idle = await generator.generate(again)
        monkeypatch.setattr(Engine, "spare_rows", lambda self: 0)
        busy = await generator.generate(again)
    assert rounds == [[0, 1, 2, 3], [0, 1, 2], [3]]
    assert idle.texts == busy.texts
    assert free[1] not in idle.texts


def test_the_choice_does_not_depend_on_which_row_ended_first(tiny_bases: dict[str, Base]) -> None:
    framing = load_framing(tiny_bases["llama"].folder)
    said = [" is tea", " is a hum", " is TEA!", " is glass", "", " is the moon"]
    back = framing.opening("My dream").ids  # what is taken back of it is drawn again
    drafts = {
        stream: Completion(tuple(framing.prompt(f"My dream{text}")[len(back) :]), ended=True)
        for stream, text in enumerate(said)
    }
    chosen = []
    for seed in range(20):
        order = list(drafts)
        random.Random(seed).shuffle(order)
        choice = Choice("My dream", 3, framing, Guard((CopyIndex.of(["My dream is a hum"]),)))
        there: dict[int, Completion] = {}
        for stream in order:
            there[stream] = drafts[stream]
            if choice.is_enough(there):
                break
        chosen.append(tuple(choice.texts))
    assert set(chosen) == {("My dream is tea", "My dream is glass", "My dream is the moon")}


def test_the_memory_of_weights_counts_what_is_kept_of_them(tiny_bases: dict[str, Base]) -> None:
    from transformers import AutoModelForCausalLM

    for base in tiny_bases.values():
        model = AutoModelForCausalLM.from_pretrained(base.folder)
        parameters = model.num_parameters() + model.get_input_embeddings().weight.numel()  # it lies there twice
        assert weight_bytes(base.folder, "float32") == 4 * parameters
        assert weight_bytes(base.folder, "int8") == parameters + model.get_input_embeddings().weight.numel()


async def test_a_request_that_waits_is_told_its_place(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    long = Sampling(max_tokens=160, min_tokens=160)
    async with generating(tiny_bases["llama"], max_rows=10) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "hum", count=10, sampling=long)
        places: list[int] = []
        await asyncio.gather(*(generator.generate(replace(request, seed=n), places.append) for n in range(4)))
        assert sorted(places) == [1, 2, 3]
        await generator.generate(request, places.append)
        assert len(places) == 3


async def test_memory_is_given_back_while_a_training_needs_it(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    async with generating(tiny_bases["llama"], max_rows=80) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "hum")
        texts = (await generator.generate(request)).texts
        (worker,) = generator._engine._workers
        rows = [batch.max_rows for batch in worker._batches.values()]
        generator.yield_memory(True)
        await until(lambda: not worker._batches)
        lean = await asyncio.gather(*(generator.generate(request) for _ in range(6)))
        assert {result.texts for result in lean} == {texts}
        assert rows == [80]
        assert [batch.max_rows for batch in worker._batches.values()] == [LEAN_ROWS]
        generator.yield_memory(False)
        await until(lambda: not worker._batches)
        assert (await generator.generate(request)).texts == texts


async def test_full_fine_tunes_are_kept_within_their_memory(tiny_bases: dict[str, Base]) -> None:
    size = weight_bytes(tiny_bases["gpt2"].folder, "float32")

    def whole(key: str) -> GenerationRequest:
        return GenerationRequest(Voice(key, tiny_bases["gpt2"].folder, "full"), "hum", count=1)

    async with EmbeddedGenerator(tiny_bases["llama"].folder, options(), model_memory=2 * size) as generator:
        for key in "abac":
            await generator.generate(whole(key))
        assert generator.resident() == ["a", "c"]
        await asyncio.sleep(0.1)
        (worker,) = generator._engine._workers
        assert not any(model.retired for model in worker._batches)
    async with EmbeddedGenerator(tiny_bases["llama"].folder, options(), model_memory=size - 1) as generator:
        with pytest.raises(ModelTooLarge):
            await generator.generate(whole("a"))


def test_the_fastest_precision_is_measured_once_and_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "home" / "tuning.json"
    threads = torch.get_num_threads()
    first = tuning.tuned_options(CPU, remembered=file)
    assert torch.get_num_threads() == threads
    assert first.precision in supported()
    assert first.workers == len(os.sched_getaffinity(0))
    seconds = {"float32": 3.0, "bfloat16": 2.0, "int8": 1.0}
    monkeypatch.setattr(tuning, "supported", lambda: tuple(seconds))
    measured: list[str] = []
    monkeypatch.setattr(tuning, "layer_seconds", lambda precision: measured.append(precision) or seconds[precision])
    assert tuning.tuned_options(CPU, remembered=file) == first
    assert tuning.tuned_options(CPU, "float32", remembered=file, cores=1).precision == "float32"
    assert not measured
    for damaged in ("{ damaged", "[]", json.dumps(dict.fromkeys(json.loads(file.read_text()), "int3"))):
        file.write_text(damaged)
        assert tuning.tuned_options(CPU, remembered=file).precision == "int8"
    assert measured == list(seconds) * 3
    monkeypatch.setattr(tuning, "supported", lambda: ("float32",))
    with pytest.raises(InvalidChoice, match="PRECISION"):
        tuning.tuned_options(CPU, "int8", remembered=file)


async def test_when_a_worker_stops_another_engine_with_all_of_them_takes_over_and_no_request_is_lost(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with generating(tiny_bases["llama"], workers=2, max_rows=40) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "hum")
        expected = (await generator.generate(request)).texts
        used = next(worker for worker in generator._engine._workers if worker._batches)
        monkeypatch.setattr(used, "_settle", lambda: 1 / 0)
        before = generator._engine
        async with asyncio.timeout(20):
            many = await asyncio.gather(*(generator.generate(request) for _ in range(12)))
        assert {result.texts for result in many} == {expected}
        assert not used.alive
        assert generator._engine is not before
        assert [worker.alive for worker in generator._engine._workers] == [True, True]
        assert not generator.broken()
        await until(lambda: not any(worker.thread.is_alive() for worker in before._workers))
        idle = generator._engine._workers[0]
        monkeypatch.setattr(idle, "_drop_stale", lambda: 1 / 0)
        generator.yield_memory(True)
        await until(lambda: not idle.alive)
        assert (await generator.generate(request)).texts == expected
        assert not generator.broken(), "also one that stopped while nobody asked"


async def test_a_batch_made_small_for_a_training_is_not_overfilled_afterwards(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    long = Sampling(max_tokens=160, min_tokens=160)
    async with generating(tiny_bases["llama"], max_rows=80) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "hum", sampling=long)
        expected = (await generator.generate(request)).texts
        generator.yield_memory(True)
        (worker,) = generator._engine._workers
        await until(lambda: not worker._batches)
        running = asyncio.create_task(generator.generate(request))
        await until(lambda: worker._batches)
        generator.yield_memory(False)
        more = await asyncio.gather(*(generator.generate(request) for _ in range(4)), running)
        assert {result.texts for result in more} == {expected}


async def test_a_fault_while_a_batch_is_made_is_over_with_the_request(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with generating(tiny_bases["llama"]) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "hum")
        expected = (await generator.generate(request)).texts
        with monkeypatch.context() as broken:
            broken.setattr(Batch, "step", lambda self: 1 / 0)
            broken.setattr(worker_module, "Batch", lambda *_: 1 / 0)
            for _ in range(2):
                with pytest.raises(EngineFault):
                    await generator.generate(request)
        assert (await generator.generate(request)).texts == expected


async def test_a_request_that_does_not_fit_harms_no_other(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]]
) -> None:
    engine = Engine(options(max_tokens=64))
    model = await asyncio.to_thread(engine.load, tiny_bases["llama"].folder)
    engine.start(model)
    good = engine.submit(model, Drafting([0, 1], None, 0, [0], Sampling(max_tokens=64, min_tokens=64)), 60)
    bad = engine.submit(model, Drafting([1] * 70, None, 0, [0], Sampling(max_tokens=160)), 60)
    with pytest.raises(EngineFault, match="do not fit"):
        await asyncio.wrap_future(bad.done)
    assert len((await asyncio.wrap_future(good.done))[0].ids) == 62
    await asyncio.to_thread(engine.close)
    async with generating(tiny_bases["llama"], max_tokens=64) as generator:
        with pytest.raises(PromptTooLong):
            request = GenerationRequest(voice(adapters["llama"][0]), "hum " * 40, sampling=Sampling(max_tokens=512))
            await generator.generate(request)


async def test_a_dropped_full_fine_tune_leaves_the_memory_of_an_idle_worker(tiny_bases: dict[str, Base]) -> None:
    async with generating(tiny_bases["llama"]) as generator:
        whole = Voice("whole", tiny_bases["gpt2"].folder, "full")
        await generator.generate(GenerationRequest(whole, "hum", count=1))
        model = weakref.ref(generator._voices["whole"].model)
        assert model() is not None
        generator.drop("whole")
        await until(lambda: model() is None)
        (worker,) = generator._engine._workers
        assert worker._batches == {}
        assert generator.resident() == []


async def test_what_is_written_when_a_redraw_finds_no_room_is_answered(
    tiny_bases: dict[str, Base], adapters: dict[str, list[Path]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_all_as_they_come(monkeypatch)
    async with generating(tiny_bases["llama"]) as generator:
        request = GenerationRequest(voice(adapters["llama"][0]), "the moon", count=3, seed=3)
        free = (await generator.generate(request)).texts
        again = replace(request, voice=guarded(tmp_path / "g", adapters["llama"][0], free[1]))
        rounds = rounds_of(monkeypatch, room_for=1)
        monkeypatch.setattr(Engine, "spare_rows", lambda self: 0)
        answer = await generator.generate(again)
        assert answer.texts == (free[0], free[2])
        assert rounds == [[0, 1, 2], [3]]
