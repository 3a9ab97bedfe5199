"""The batch of a GPU on one that is pretended: what it writes, what it costs, and that what is worse is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import torch

from bot.generation.batching.batch import Batch, Drafting
from bot.generation.gpu import batch as batch_module
from bot.generation.gpu import forward, memory, operators
from bot.generation.gpu.adapters import Bank, BankFull, Packed, block_numbers, pack
from bot.generation.gpu.batch import STEPS, GpuBatch
from bot.generation.gpu.graphs import FIRST_PAUSE_S, Graphs
from bot.generation.gpu.reference import Column
from bot.generation.model.adapters import load_adapter
from bot.generation.model.loading import load_decoder
from data.models.sampling import Sampling
from tests.bot.generation.gpu.conftest import CPU, Tiny
from tests.pretended_gpu import CUDA, PretendedGpu

pytestmark = pytest.mark.usefixtures("inference")


@pytest.fixture
def inference() -> object:
    with torch.inference_mode():
        yield


def written(batch: Batch | GpuBatch, runs: list[Drafting]) -> list[object]:
    """All drafts; one request joins between two looks, as far as there is room."""
    waiting, steps = list(runs), 0
    while waiting or len(batch):
        steps += 1
        if steps > 200:
            raise RuntimeError("it does not end")
        if waiting and len(waiting[0].streams) <= batch.free_rows:
            batch.join(waiting.pop(0))
        batch.step()
    return [run.drafts for run in runs]


def of_cpu(tiny: Tiny, count: int = 9) -> list[object]:
    batch, loaded = tiny.on_cpu()
    return written(batch, tiny.runs(loaded, count))


def test_it_writes_what_the_processor_writes(tiny: Tiny) -> None:
    expected = of_cpu(tiny)
    with PretendedGpu().installed() as gpu:
        batch, loaded = tiny.on_gpu()
        with gpu.counted() as counts:
            assert written(batch, tiny.runs(loaded)) == expected
        assert counts.captures
        assert not gpu.faults
        assert batch.free_rows == 24


@pytest.mark.parametrize("precision", ["bfloat16", "float16"])
def test_half_precision_goes_through_products_alone(tiny: Tiny, precision: str, gpu: PretendedGpu) -> None:
    batch, loaded = tiny.on_gpu(precision)  # type: ignore[arg-type]
    streams: list[torch.dtype] = []
    norm = operators.add_norm
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            operators, "add_norm", lambda stream, *rest: (streams.append(stream.dtype), norm(stream, *rest))[1]
        )
        drafts = written(batch, tiny.runs(loaded))
    assert all(len(run) for run in drafts)  # type: ignore[arg-type]
    assert set(streams) == {torch.float32}
    assert batch.decoder.logits(torch.ones(2, 32, device=CUDA, dtype=batch.decoder.dtype)).dtype == torch.float32
    assert not gpu.faults


def test_abandoned_and_satisfied_rows_leave_and_their_places_are_used_again(tiny: Tiny, gpu: PretendedGpu) -> None:
    batch, loaded = tiny.on_gpu(rows=8)
    long = Sampling(max_tokens=96, min_tokens=96)
    gone, content, staying = (Drafting([0, 5, 6], loaded[n], n, [0, 1], long) for n in range(3))
    content.enough = lambda drafts: True
    for run in (gone, content, staying):
        batch.join(run)
    batch.step()
    gone.abandoned, content.satisfied = True, True
    late = Drafting([0, 7], loaded[3], 9, list(range(4)), long)
    batch.drop_ended()
    batch.join(late)
    assert len(batch) == 6
    with pytest.raises(ValueError, match="do not fit"):
        batch.join(Drafting([0], None, 0, list(range(3)), long))
    while len(batch):
        batch.step()
    alone, fresh = tiny.on_gpu(rows=8)
    again = [replace(run, adapter=fresh[n], drafts={}) for run, n in ((staying, 2), (late, 3))]
    assert [staying.drafts, late.drafts] == written(alone, again)
    assert not gone.drafts
    assert not gpu.faults


def test_a_request_that_is_given_up_before_it_was_seated_leaves_no_trace(tiny: Tiny, gpu: PretendedGpu) -> None:
    batch, loaded = tiny.on_gpu()
    run = tiny.runs(loaded)[1]
    batch.join(run)
    run.abandoned = True
    batch.step()
    assert (len(batch), batch.free_rows, run.drafts) == (0, 24, {})


# Adapters


def test_voices_stay_on_the_card_until_others_need_their_place(tiny: Tiny, gpu: PretendedGpu) -> None:
    decoder = load_decoder(tiny.folder, "float32", CUDA)
    four, eight, twelve = (pack(load_adapter(folder, decoder), decoder) for folder in tiny.adapters)
    assert [len(one.numbers) for one in (four, eight, twelve)] == [1, 1, 2]
    bank = Bank(decoder, 3)

    def copies(*mixed: tuple[Packed, float]) -> int:
        with gpu.counted() as counts:
            bank.hold(mixed)
        return counts.copies

    assert copies((four, 1.0)) == 1
    assert copies((twelve, 1.0)) == 2
    assert copies((four, 0.5), (twelve, 0.5)) == 0, "a mix needs nothing of its own"
    with pytest.raises(BankFull):
        bank.hold(((four, 0.5), (eight, 0.5)))
    for _ in range(2):
        bank.let_go(((four, 1.0), (twelve, 1.0)))
    assert copies((eight, 1.0)) == 1, "in the place of the one that was used before the other"
    assert copies((four, 1.0)) == 0
    assert not gpu.faults
    with pytest.raises(ValueError, match="too large"):
        bank.hold(((eight, 0.1),) * 33)


def test_the_place_of_a_voice_that_is_gone_is_taken_first(tiny: Tiny, gpu: PretendedGpu) -> None:
    decoder = load_decoder(tiny.folder, "float32", CUDA)
    bank = Bank(decoder, 2)
    four, eight, other = (pack(load_adapter(tiny.adapters[n], decoder), decoder) for n in (0, 1, 1))
    for one in (four, eight):
        bank.hold(((one, 1.0),))
        bank.let_go(((one, 1.0),))
    del eight, one
    bank.hold(((other, 1.0),))
    with gpu.counted() as counts:
        bank.hold(((four, 1.0),))
    assert not counts.copies


# Budgets


def running(tiny: Tiny, requests: int, voices: int, rows: int = 24) -> tuple[GpuBatch, list[object]]:
    """A batch in which so many requests, of so many voices, are being written by graphs; the rest are `loaded`."""
    batch, loaded = tiny.on_gpu(rows=rows)
    forever = Sampling(max_tokens=96, min_tokens=96)
    for n in range(requests):
        batch.join(Drafting([0, 5, 6], loaded[n % voices], n, [0, 1], forever))
    for _ in range(3):
        batch.step()
    return batch, loaded


@pytest.mark.parametrize(("voices", "a_layer"), [(1, 9), (5, 13)])
def test_a_step_has_few_kernels_whatever_adapters_are_mixed(
    tiny: Tiny, gpu: PretendedGpu, voices: int, a_layer: int
) -> None:
    batch, _ = running(tiny, 5, voices)
    with gpu.counted() as counts:
        batch.step()
    layers = batch.decoder.shape.layers
    outside = counts.kernels / STEPS - layers * a_layer
    assert counts.launches == STEPS, "each step is a graph"
    assert outside <= 30, counts.by
    assert counts.by["shrink"] == (4 * layers * STEPS if voices > 1 else 0)


def test_a_look_waits_once_however_many_rows_have_ended(tiny: Tiny, gpu: PretendedGpu) -> None:
    batch, loaded = tiny.on_gpu()
    short, long = Sampling(max_tokens=5, min_tokens=5), Sampling(max_tokens=90, min_tokens=90)
    runs = [Drafting([0, 5, 6], loaded[n], n, [0, 1, 2], long if n == 4 else short) for n in range(5)]
    for run in runs:
        batch.join(run)
    with gpu.counted() as counts:
        batch.step()
    assert sum(len(run.drafts) for run in runs) == 12
    assert counts.waits == 1
    with gpu.counted() as counts:
        batch.step()
    assert (counts.waits, counts.copies) == (1, 0)


def test_joining_costs_little_and_less_together(tiny: Tiny, gpu: PretendedGpu) -> None:
    batch, loaded = tiny.on_gpu()
    batch.warm()
    more = [Drafting([0, 5, 6, 7], loaded[n], n, [0, 1, 2], Sampling(min_tokens=90)) for n in (3, 1, 4)]
    for run in (more[0], *more):
        batch.join(replace(run))
        batch.step()
    with gpu.counted() as step:
        batch.step()
    with gpu.counted() as one:
        batch.join(more[0])
        batch.step()
    assert one.copies == 1, "its voice is there already"
    assert 0 < one.launches - step.launches <= 8
    assert one.waits == step.waits
    with gpu.counted() as three:
        for run in (*more[1:], replace(more[0])):
            batch.join(run)
        batch.step()
    assert (three.copies, three.launches, three.waits) == (one.copies, one.launches, one.waits)
    assert not gpu.faults


def test_an_hour_of_traffic_captures_a_handful_of_graphs_into_one_pool(tiny: Tiny, gpu: PretendedGpu) -> None:
    import random

    batch, loaded = tiny.on_gpu(rows=96)
    rng = random.Random(0)
    for n in range(90):
        for _ in range(rng.choice([0, 0, 1, 1, 2, 5])):
            prompt = [0, *range(4, 4 + rng.randint(0, 40))]
            sampling = Sampling(max_tokens=len(prompt) + rng.randint(2, 40), min_tokens=0)
            run = Drafting(prompt, rng.choice(loaded), n, list(range(rng.choice([1, 3, 5, 5, 10]))), sampling)
            if len(run.streams) <= batch.free_rows:
                batch.join(run)
        batch.step()
    assert 4 < len(batch._graphs) <= 27  # six numbers of rows and three of prompt tokens, each with 0, 2 or 8 blocks
    assert len(gpu.pools) == 1
    assert not gpu.faults


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_memory_is_what_the_formulas_say(tiny: Tiny, gpu: PretendedGpu, precision: str) -> None:
    decoder = load_decoder(tiny.folder, precision, CUDA)  # type: ignore[arg-type]
    size = decoder.dtype.itemsize
    before = gpu.live
    bank = Bank(decoder, 8)
    assert gpu.live - before == 8 * memory.block_bytes(decoder) == 8 * block_numbers(decoder) * size
    before = gpu.live
    batch = GpuBatch(decoder, [0], 24, 96, bank)
    lasting = memory.cache_bytes(decoder.shape, 24, 96, decoder.dtype) + memory.state_bytes(24, 96)
    rest = gpu.live - before - lasting  # which tokens end, every place, the prompts' tokens
    assert 0 <= rest <= 16 * decoder.shape.vocabulary
    batch.warm()
    (pool,) = gpu.pools.values()
    assert 0.2 * memory.step_bytes(decoder, 24) < pool <= memory.step_bytes(decoder, 24)


def test_a_budget_is_shared_out_and_a_small_one_refused() -> None:
    class Small:
        shape = memory.Shape(30, 9, 3, 64, 576, 49152, 2048)
        groups = {"qkv": (576, 960), "attention_out": (576, 576), "mlp_in": (576, 3072), "mlp_out": (1536, 576)}  # noqa: RUF012
        parts = tuple(
            type("Part", (), {"group": group})
            for group in ("qkv",) * 3 + ("attention_out",) + ("mlp_in",) * 2 + ("mlp_out",)
        )
        dtype = torch.bfloat16

    decoder, gib = Small(), 1 << 30
    assert block_numbers(decoder) == 8 * 305280  # type: ignore[arg-type]
    plans = [memory.share_out(decoder, budget, 160, 320, 64) for budget in (24 * gib, 2 * gib, gib, gib // 3)]  # type: ignore[arg-type]
    assert [plan.rows for plan in plans] == [320, 320, 96, 32]
    assert [plan.blocks for plan in plans[:2]] == [128, 128]
    for plan, budget in zip(plans, (24 * gib, 2 * gib, gib, gib // 3), strict=True):
        used = memory.batch_bytes(decoder, plan.rows, 160) + plan.blocks * memory.block_bytes(decoder)  # type: ignore[arg-type]
        assert used + plan.spare == budget
    with pytest.raises(memory.TooLittleMemory, match="it needs"):
        memory.share_out(decoder, gib // 8, 160, 320, 64)  # type: ignore[arg-type]
    card = 12 * gib - 2 * memory.CONTEXT - memory.MARGIN
    weights = 2 * 163_000_000
    plan = memory.share_out(decoder, card - memory.training_bytes(decoder, weights), 160, 320, 64)  # type: ignore[arg-type]
    assert (plan.rows, plan.blocks) == (320, 128), "a card of 12 GB holds bot and trainer"


# Faults of the device that pass


def test_a_capture_that_fails_is_tried_again(tiny: Tiny, gpu: PretendedGpu) -> None:
    expected = of_cpu(tiny)
    for error in (
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 MiB"),
        RuntimeError("CUDA error: operation not permitted when stream is capturing"[11:]),
    ):
        now = [0.0]
        batch, loaded = tiny.on_gpu()
        batch._graphs = Graphs(clock=lambda now=now: now[0])  # type: ignore[misc]
        gpu.fail_captures.append(error)
        half = written(batch, tiny.runs(loaded))
        assert half == expected
        assert len(batch._graphs) == 0, "not at once"
        now[0] = FIRST_PAUSE_S
        assert written(batch, tiny.runs(loaded)) == expected
        assert len(batch._graphs) > 0
    assert not gpu.faults


@pytest.mark.parametrize(
    "error",
    [torch.OutOfMemoryError("CUDA out of memory"), torch.AcceleratorError("CUDA error: operation not permitted")],
    ids=["memory", "capture"],
)
def test_an_error_within_a_capture_is_not_taken_for_a_lost_device(
    error: Exception, tiny: Tiny, gpu: PretendedGpu, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch, loaded = tiny.on_gpu()
    advance, failed = batch._advance, []

    def fail_once(*shape: object) -> None:
        if gpu.capturing() and not failed:
            failed.append(True)
            raise error
        advance(*shape)

    monkeypatch.setattr(batch, "_advance", fail_once)
    assert written(batch, tiny.runs(loaded)) == of_cpu(tiny)
    assert failed


def test_a_device_that_is_lost_in_a_capture_ends_the_step(tiny: Tiny, gpu: PretendedGpu) -> None:
    batch, loaded = tiny.on_gpu()
    gpu.fail_captures.append(torch.AcceleratorError("CUDA error: unspecified launch failure"))
    with pytest.MonkeyPatch.context() as patch, pytest.raises(torch.AcceleratorError):
        patch.setattr(torch.cuda, "synchronize", lambda: (_ for _ in ()).throw(torch.AcceleratorError("gone")))
        written(batch, tiny.runs(loaded))


def test_a_full_card_costs_the_graphs_and_then_nothing(tiny: Tiny, gpu: PretendedGpu) -> None:
    batch, _ = running(tiny, 2, 2)
    assert len(batch._graphs)
    advance, failed = batch._advance, []

    def once(*shape: object) -> None:
        if not failed:
            failed.append(True)
            raise torch.OutOfMemoryError("CUDA out of memory")
        advance(*shape)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch, "_advance", once)
        run = Drafting([0, 3], None, 5, list(range(12)), Sampling(max_tokens=40, min_tokens=40))
        batch.join(run)  # a shape that has no graph yet
        batch.step()
        assert failed
        assert not len(batch._graphs)
        while len(batch):
            batch.step()
    alone, _ = tiny.on_gpu()
    assert [run.drafts] == written(alone, [replace(run, drafts={})])


def test_a_card_that_stays_full_is_told(tiny: Tiny, gpu: PretendedGpu, monkeypatch: pytest.MonkeyPatch) -> None:
    batch, _ = running(tiny, 2, 2)

    def full(*shape: object) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(batch, "_advance", full)
    batch.join(Drafting([0, 3], None, 5, list(range(12)), Sampling(max_tokens=40)))
    with pytest.raises(torch.OutOfMemoryError):
        batch.step()


# Planted faults: each of these would pass on a CPU, and be slow, wrong or a crash on a GPU


def _look_in_a_step(patch: pytest.MonkeyPatch) -> None:
    advance = GpuBatch._advance
    patch.setattr(GpuBatch, "_advance", lambda self, *shape: (int(self._state[0, 0]), advance(self, *shape)))


def _index_of_the_cpu(patch: pytest.MonkeyPatch) -> None:
    advance = GpuBatch._advance
    patch.setattr(
        GpuBatch, "_advance", lambda self, *shape: (self._state.index_select(0, torch.arange(3)), advance(self, *shape))
    )


def _work_on_the_cpu(patch: pytest.MonkeyPatch) -> None:
    advance = GpuBatch._advance
    patch.setattr(GpuBatch, "_advance", lambda self, *shape: (torch.arange(9), advance(self, *shape)))


def _random_numbers(patch: pytest.MonkeyPatch) -> None:
    advance = GpuBatch._advance
    patch.setattr(GpuBatch, "_advance", lambda self, *shape: (torch.rand(3, device=CUDA), advance(self, *shape)))


def _freed_memory(patch: pytest.MonkeyPatch) -> None:
    """The tables of adapters are made anew for each step, and so are not those that were captured."""
    go_on = GpuBatch._go_on

    def renewed(self: GpuBatch) -> None:
        self._every_place = self._every_place.clone()
        go_on(self)

    patch.setattr(GpuBatch, "_go_on", renewed)


def _stale_python(patch: pytest.MonkeyPatch) -> None:
    """The pass depends on something that Python changes between two of them."""
    calls = [0]
    advance = GpuBatch._advance

    def changing(self: GpuBatch, *shape: object) -> None:
        calls[0] += 1
        self._state.view(torch.float32)[:, Column.TEMPERATURE] = 0.5 + calls[0] % 2
        advance(self, *shape)

    patch.setattr(GpuBatch, "_advance", changing)


def _reused_pinned_memory(patch: pytest.MonkeyPatch) -> None:
    """The blob of what joined is overwritten while the device still reads it."""
    kept: list[torch.Tensor] = []
    pinned, seat = batch_module._pinned, GpuBatch._seat

    def watched(size: tuple[int, ...], device: torch.device) -> torch.Tensor:
        kept.append(pinned(size, device))
        return kept[-1]

    def then_zero(self: GpuBatch) -> None:
        seat(self)
        kept[-1].zero_()

    patch.setattr(batch_module, "_pinned", watched)
    patch.setattr(GpuBatch, "_seat", then_zero)


def _unwaited_look(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(batch_module, "_wait", lambda device: None)


def _pageable_copies(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(batch_module, "_pinned", lambda size, device: torch.empty(size, dtype=torch.int32))


def _a_wait_for_each_row(patch: pytest.MonkeyPatch) -> None:
    leave = GpuBatch._leave
    patch.setattr(GpuBatch, "_leave", lambda self, place: (self._state[place].tolist(), leave(self, place)))


def _upload_each_time(patch: pytest.MonkeyPatch) -> None:
    let_go = Bank.let_go

    def forget(self: Bank, mixed: object) -> None:
        let_go(self, mixed)  # type: ignore[arg-type]
        idle = [slot for slot in self._slots if not slot.users]
        self._slots = [slot for slot in self._slots if slot.users]
        self._free += [block for slot in idle for block in slot.blocks]

    patch.setattr(Bank, "let_go", forget)


def _a_graph_for_each_length(patch: pytest.MonkeyPatch) -> None:
    run = Graphs.run
    steps = [0]

    def by_step(self: Graphs, shape: object, do: Callable[[], None]) -> None:
        steps[0] += 1
        run(self, (shape, steps[0] // 40), do)  # type: ignore[arg-type]

    patch.setattr(Graphs, "run", by_step)


def _norm_of_many_kernels(patch: pytest.MonkeyPatch) -> None:
    from bot.generation.gpu import reference

    patch.setattr(forward.operators, "add_norm", reference.add_norm)


PLANTED = {
    "a look in a step": _look_in_a_step,
    "an index of the CPU": _index_of_the_cpu,
    "work on the CPU": _work_on_the_cpu,
    "random numbers": _random_numbers,
    "freed memory": _freed_memory,
    "stale Python": _stale_python,
    "reused pinned memory": _reused_pinned_memory,
    "a look that does not wait": _unwaited_look,
    "pageable copies": _pageable_copies,
    "a wait for each row": _a_wait_for_each_row,
    "an upload each time": _upload_each_time,
    "a graph for each length": _a_graph_for_each_length,
    "a norm of many kernels": _norm_of_many_kernels,
}


def verdict(tiny: Tiny, expected: list[object]) -> list[str]:
    """What is wrong with the batch as it is, by the same measures as in the tests above."""
    wrong: list[str] = []
    with PretendedGpu().installed() as gpu:
        batch, loaded = tiny.on_gpu()
        with gpu.counted() as counts:
            drafts: list[object] = []
            try:
                for _ in range(2):
                    drafts = written(batch, tiny.runs(loaded))
            except (RuntimeError, IndexError, KeyError, StopIteration) as error:
                wrong.append(repr(error))
        looks = counts.by["draw"] / STEPS
        wrong += gpu.faults
        wrong += ["other texts"] * (drafts != expected)
        wrong += ["waits"] * (counts.waits > looks)
        wrong += ["copies"] * (counts.copies > 2 * 9 + 4)
        wrong += ["graphs"] * (counts.captures > 12)
        passes = counts.by["attend"] / batch.decoder.shape.layers
        wrong += ["kernels"] * (counts.kernels > passes * (13 * batch.decoder.shape.layers + 30))
    return wrong


@pytest.mark.parametrize("name", ["nothing", *PLANTED])
def test_planted_faults_are_caught(name: str, tinies: dict[str, Tiny], monkeypatch: pytest.MonkeyPatch) -> None:
    expected = of_cpu(tinies["llama"])
    if name != "nothing":
        PLANTED[name](monkeypatch)
    assert bool(verdict(tinies["llama"], expected)) == (name != "nothing"), verdict(tinies["llama"], expected)


def test_cpu_is_not_pretended(gpu: PretendedGpu) -> None:
    assert torch.ones(2, device=CPU).device == CPU
    assert (torch.ones(2, device=CUDA) + 1).device == CUDA
