"""The whole generator on a GPU that is pretended: its texts, its threads, and what becomes of requests if it fails."""

from __future__ import annotations

import asyncio
import gc
import logging
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
import torch

from bot.app import open_service
from bot.generation import generator as generator_module
from bot.generation import selection
from bot.generation import worker as worker_module
from bot.generation.batching.batch import Drafting
from bot.generation.generator import FIRST_PAUSE_S, EmbeddedGenerator
from bot.generation.gpu.adapters import Bank, BankFull
from bot.generation.gpu.batch import GpuBatch
from bot.generation.gpu.memory import ROWS_OF_A_WHOLE_MODEL, TooLittleMemory
from bot.generation.ticket import EngineOptions
from bot.generation.tuning import choose_device, tuned_options
from bot.generation.types import GenerationRequest, Mix, Voice
from data.errors import Busy, EngineFault, GpuUnusable, InvalidChoice, ModelTooLarge
from data.faults import NO_GPU, NO_MEMORY, gpu_fault, machine_fault
from data.gpu import LEAST_FREE, find_gpu
from data.models.bases import Base
from data.models.sampling import Sampling
from data.settings import Settings
from tests.bot.generation.gpu.conftest import CPU, Tiny
from tests.pretended_gpu import CUDA, PretendedGpu

ON_CPU = EngineOptions(CPU, "float32", max_rows=16)
SHORT = Sampling(max_tokens=40)
GONE = "CUDA error: unspecified launch failure"


def on_gpu(memory: int | Callable[[], int] = 1 << 30) -> EngineOptions:
    return EngineOptions(CUDA, "float32", max_rows=32, memory=memory if callable(memory) else lambda: memory)


def generator(tiny: Tiny, options: EngineOptions, **more: object) -> EmbeddedGenerator:
    return EmbeddedGenerator(tiny.folder, options, 8, stand_in=lambda: ON_CPU, **more)  # type: ignore[arg-type]


def requests(tiny: Tiny) -> list[GenerationRequest]:
    """Every kind of voice."""
    four, eight = (Voice(path.name, path, "lora") for path in tiny.adapters[:2])
    base, whole = Voice("base", tiny.folder, "base"), Voice("whole", tiny.folder, "full")
    mix = Mix(((four, 0.7), (eight, 0.3)))
    asked = [
        (four, "My dream is", 5),
        (eight, "", 5),
        (base, "hum", 3),
        (whole, "we", 5),
        (mix, "hum", 7),
        (four, "", 10),
    ]
    return [
        GenerationRequest(voice, prompt, count, seed=n, sampling=SHORT)
        for n, (voice, prompt, count) in enumerate(asked)
    ]


async def answers(tiny: Tiny, options: EngineOptions) -> list[tuple[str, ...]]:
    """Asked for all at once, and one after another."""
    async with generator(tiny, options) as made:
        together = await asyncio.gather(*map(made.generate, requests(tiny)))
        alone = [await made.generate(request) for request in requests(tiny)]
        assert made.device() == options.device.type
    return [result.texts for result in (*together, *alone)]


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.01)


async def test_the_same_texts_as_on_a_processor(tiny: Tiny, gpu: PretendedGpu) -> None:
    expected = await answers(tiny, ON_CPU)
    assert await answers(tiny, on_gpu()) == expected
    assert not gpu.faults
    assert len(gpu.pools) <= 2, "one for each model"


async def test_rows_that_are_needed_no_more_leave_when_their_request_is_answered(tiny: Tiny, gpu: PretendedGpu) -> None:
    async with generator(tiny, on_gpu()) as made:
        base = made._base
        assert base is not None
        sampling = Sampling(max_tokens=160, min_tokens=0, end_bias=3)
        run = Drafting([0, 5], None, 3, list(range(12)), sampling, enough=lambda _: True)
        drafts = await asyncio.wrap_future(made._engine.submit(base, run, 60).done)
        assert len(drafts) < 12
        await until(lambda: made.running() == 0)


async def test_drafts_are_looked_through_beside_the_thread_that_feeds_the_device(
    tiny: Tiny, gpu: PretendedGpu, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    threads: set[str] = set()
    is_enough = selection.Choice.is_enough

    def slow(self: selection.Choice, drafts: object) -> bool:
        threads.add(threading.current_thread().name)
        time.sleep(0.05)
        return is_enough(self, drafts)  # type: ignore[arg-type]

    monkeypatch.setattr(selection.Choice, "is_enough", slow)
    async with generator(tiny, on_gpu()) as made:
        found = [(await made.generate(request)).texts for request in requests(tiny)[:3]]
        monkeypatch.setattr(selection.Choice, "is_enough", is_enough)
        assert [(await made.generate(request)).texts for request in requests(tiny)[:3]] == found
        assert {name.rstrip("0123456789") for name in threads} == {"reading-0_"}

        def broken(self: selection.Choice, drafts: object) -> bool:
            raise ZeroDivisionError

        monkeypatch.setattr(selection.Choice, "is_enough", broken)
        with pytest.raises(EngineFault, match="ZeroDivisionError"):
            await made.generate(requests(tiny)[0])
        monkeypatch.setattr(selection.Choice, "is_enough", is_enough)
        assert (await made.generate(requests(tiny)[0])).texts == found[0]


async def test_what_finds_no_room_on_the_card_is_refused_alone(
    tiny: Tiny, gpu: PretendedGpu, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, *_ = requests(tiny)
    long = Sampling(max_tokens=160, min_tokens=160)
    async with generator(tiny, on_gpu()) as made:
        await made.generate(second)
        running = asyncio.create_task(made.generate(replace(second, sampling=long)))
        await until(lambda: made.running() > 0)
        with monkeypatch.context() as full:
            full.setattr(Bank, "hold", lambda self, mixed: (_ for _ in ()).throw(BankFull("1 block of 1")))
            with pytest.raises(Busy):
                await made.generate(first)
        assert (await running).texts
        assert made.device() == "cuda"


@pytest.mark.parametrize(
    "error",
    [
        torch.AcceleratorError(GONE),
        RuntimeError("CUDA error: CUBLAS_STATUS_EXECUTION_FAILED when calling `cublasGemmEx`"),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
    ],
    ids=["lost", "cublas", "full"],
)
async def test_a_gpu_that_fails_costs_no_request_and_is_used_again_when_it_is_well(
    error: Exception, tiny: Tiny, gpu: PretendedGpu, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    now = [0.0]
    first = requests(tiny)[0]
    step = GpuBatch.step

    def fail(self: GpuBatch) -> None:
        if len(self):
            gpu.lost = None if gpu_fault(error) == "memory" else GONE
            raise type(error)(*error.args)
        step(self)

    async with generator(tiny, on_gpu(), clock=lambda: now[0]) as made:
        expected = (await made.generate(first)).texts
        monkeypatch.setattr(GpuBatch, "step", fail)
        found = await asyncio.gather(*(made.generate(first) for _ in range(3)))
        assert [result.texts for result in found] == [expected] * 3
        assert made.device() == "cpu"
        for record in caplog.records:
            record.exc_info = None  # whose frames hold the batch
        gc.collect()
        assert not gpu.live
        assert made._engine.options == replace(ON_CPU, voices=8), "the processor's own options"
        now[0] = FIRST_PAUSE_S
        gpu.lost = gpu.lost or "CUDA error: still away"
        await made.generate(first)
        await until(lambda: made._returning is not None and made._returning.done())
        assert made.device() == "cpu"
        monkeypatch.setattr(GpuBatch, "step", step)
        gpu.lost = None
        await made.generate(first)
        assert made._returning.done(), "not before a longer pause is over"  # type: ignore[union-attr]
        now[0] = 4 * FIRST_PAUSE_S
        await made.generate(first)
        await until(lambda: made.device() == "cuda")
        assert (await made.generate(first)).texts == expected
    told = [record.getMessage() for record in caplog.records if record.name == generator_module.__name__]
    assert len([text for text in told if "not used for now" in text]) == 1
    assert told[-1].startswith("over: ")


@pytest.mark.parametrize("trouble", ["taken", "little memory", "no kernels"])
async def test_a_bot_begins_on_the_processor_where_the_gpu_cannot_be_used(
    trouble: str, tiny: Tiny, gpu: PretendedGpu, caplog: pytest.LogCaptureFixture
) -> None:
    now = [0.0]
    memory = [1 << 30]
    if trouble == "little memory":
        memory[0] = 1 << 10
    else:
        errors = {"taken": "CUDA error: all CUDA-capable devices are busy or unavailable"}
        gpu.lost = errors.get(trouble, "CUDA error: no kernel image is available for execution on the device")
    options = on_gpu(memory=lambda: memory[0])
    async with generator(tiny, options, clock=lambda: now[0]) as made:
        assert made.device() == "cpu"
        assert (await made.generate(requests(tiny)[0])).texts
        gpu.lost, memory[0], now[0] = None, 1 << 30, FIRST_PAUSE_S
        await made.generate(requests(tiny)[0])
        await until(lambda: made.device() == "cuda")
    said = next(record.getMessage() for record in caplog.records if "not used for now" in record.getMessage())
    assert {"taken": NO_GPU, "little memory": "0 MB are left", "no kernels": "no kernel image"}[trouble] in said


async def test_an_error_of_one_call_is_not_taken_for_a_lost_device(
    tiny: Tiny, gpu: PretendedGpu, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = requests(tiny)[0]
    async with generator(tiny, on_gpu()) as made:
        expected = (await made.generate(first)).texts
        with monkeypatch.context() as once:

            def fail(self: GpuBatch) -> None:
                raise torch.AcceleratorError("CUDA error: invalid configuration argument")

            once.setattr(GpuBatch, "step", fail)
            with pytest.raises(EngineFault, match="invalid configuration"):
                await made.generate(first)
        assert made.device() == "cuda"
        assert made._engine.bank is not None
        assert [slot.users for slot in made._engine.bank._slots] == [0], "its voice may be replaced by others"
        assert (await made.generate(first)).texts == expected


@pytest.mark.parametrize("device", ["auto", "cuda"])
async def test_the_bot_itself_begins_on_the_processor_and_returns(
    device: str, settings: Settings, base: Base, gpu: PretendedGpu, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole way from the settings, not from options that a test has made."""
    monkeypatch.setattr(generator_module, "FIRST_PAUSE_S", 0.0)
    settings = settings.model_copy(update={"device": device})
    gpu.lost = "CUDA error: all CUDA-capable devices are busy or unavailable"
    if device == "cuda":
        with pytest.raises(GpuUnusable, match="taken it for itself"):
            async with open_service(settings, base):
                pass
        return
    async with open_service(settings, base) as service:
        made = service.context.generator
        assert isinstance(made, EmbeddedGenerator)
        assert made.device() == "cpu"
        made._not_before = 0.0
        gpu.lost = None
        await made.generate(GenerationRequest(Voice("base", base.folder, "base"), "hum", 1))
        await until(lambda: made.device() == "cuda")


def test_a_machine_without_a_card_is_told_nothing_of_one(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """torch comes with CUDA on most machines, card or not."""
    monkeypatch.setattr(torch.version, "cuda", "13.0")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr("data.gpu.Path.exists", lambda self: False)
    assert choose_device("auto") == CPU
    assert not caplog.records
    monkeypatch.setattr("data.gpu.Path.exists", lambda self: True)
    assert choose_device("auto") == CPU
    assert "the GPU is not used" in caplog.text


async def test_a_gpu_that_was_asked_for_is_not_replaced(tiny: Tiny, gpu: PretendedGpu) -> None:
    gpu.lost = GONE
    with pytest.raises(torch.AcceleratorError):
        async with EmbeddedGenerator(tiny.folder, on_gpu()):
            pass


async def test_full_fine_tunes_share_what_the_budget_leaves(tiny: Tiny, gpu: PretendedGpu) -> None:
    whole = [GenerationRequest(Voice(key, tiny.folder, "full"), "hum", 2, sampling=SHORT) for key in "abc"]
    async with generator(tiny, on_gpu()) as made:
        plan = made._engine.plan
        assert plan is not None
        spare = plan.spare
    async with generator(tiny, on_gpu(memory=(1 << 30) - spare)) as made:
        with pytest.raises(ModelTooLarge):
            await made.generate(whole[0])
        await made.generate(requests(tiny)[0])
    size = 2 * 6 << 20  # of two of them, with their batches
    async with generator(tiny, on_gpu(memory=(1 << 30) - spare + size)) as made:
        for request in (*whole, whole[0]):
            await made.generate(request)
        assert 1 <= len([key for key in made.resident() if key in "abc"]) <= 2
        await until(lambda: len(made._engine._workers[0]._batches) <= 3)
    assert not gpu.faults


async def test_many_requests_for_one_whole_model_wait_for_room_in_its_batch(tiny: Tiny, gpu: PretendedGpu) -> None:
    whole = GenerationRequest(Voice("whole", tiny.folder, "full"), "hum", 10, sampling=SHORT)
    async with generator(tiny, on_gpu()) as made:
        found = await asyncio.gather(*(made.generate(replace(whole, seed=n)) for n in range(9)))
        assert [(await made.generate(replace(whole, seed=n))).texts for n in range(9)] == [one.texts for one in found]
        model = made._voices["whole"].model
        batch = made._engine._workers[0]._batches[model]
        assert batch.max_rows == ROWS_OF_A_WHOLE_MODEL


async def test_an_idle_engine_sleeps_while_the_last_drafts_are_looked_through(
    tiny: Tiny, gpu: PretendedGpu, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[int] = []
    take_in = Drafting.take_in

    def slow(self: Drafting, fresh: object) -> None:
        steps.append(0)
        time.sleep(0.3)
        take_in(self, fresh)  # type: ignore[arg-type]

    advance = worker_module.Worker._advance

    def counted(self: worker_module.Worker) -> None:
        steps.append(1)
        advance(self)

    monkeypatch.setattr(Drafting, "take_in", slow)
    monkeypatch.setattr(worker_module.Worker, "_advance", counted)
    async with generator(tiny, on_gpu()) as made:
        await made.generate(replace(requests(tiny)[0], count=1))
    assert sum(steps) < 40


# What the device is


def test_why_a_gpu_cannot_be_used_is_said(gpu: PretendedGpu) -> None:
    found = find_gpu()
    assert (found.name, found.has_bfloat16) == ("Pretended GPU", True)
    gpu.capacity = LEAST_FREE - 1
    reasons = []
    for lost in (
        None,
        "CUDA error: no kernel image is available for execution on the device",
        "The NVIDIA driver on your system is too old (found version 11040)",
        "CUDA driver error: out of memory",
        GONE,
    ):
        gpu.lost = lost
        with pytest.raises(GpuUnusable) as caught:
            find_gpu()
        reasons.append(caught.value.reason)
    for reason, words in zip(
        reasons,
        ("MB of memory are free", "no kernels for its architecture", "driver", "is full", "launch failure"),
        strict=True,
    ):
        assert words in reason


def test_auto_is_the_processor_where_the_gpu_cannot_be_used_and_says_why(
    gpu: PretendedGpu, caplog: pytest.LogCaptureFixture
) -> None:
    torch.backends.cuda.enable_cudnn_sdp(True)
    assert choose_device("auto").type == "cuda"
    assert not torch.backends.cuda.cudnn_sdp_enabled()
    gpu.lost = GONE
    assert choose_device("auto") == CPU
    assert "the GPU is not used" in caplog.text
    with pytest.raises(GpuUnusable):
        choose_device("cuda")


@pytest.mark.parametrize(
    ("capability", "wanted", "given"),
    [
        ((9, 0), "auto", "bfloat16"),
        ((7, 5), "auto", "float16"),
        ((7, 5), "float32", "float32"),
        ((8, 6), "float16", "float16"),
        ((9, 0), "int8", None),
        ((7, 5), "bfloat16", None),
    ],
)
def test_a_precision_is_one_that_the_device_has(
    capability: tuple[int, int], wanted: str, given: str | None, gpu: PretendedGpu, tmp_path: object
) -> None:
    gpu.capability = capability
    if given is None:
        with pytest.raises(InvalidChoice, match="PRECISION"):
            tuned_options(CUDA, wanted, remembered=tmp_path)  # type: ignore[arg-type]
    else:
        assert tuned_options(CUDA, wanted, remembered=tmp_path).precision == given  # type: ignore[arg-type]
    with pytest.raises(InvalidChoice, match="float16 is for GPUs"):
        tuned_options(CPU, "float16", remembered=tmp_path)  # type: ignore[arg-type]


def test_a_training_waits_for_memory_that_its_engine_does_not_get() -> None:
    assert machine_fault(TooLittleMemory(2 << 30, 1 << 30)) == NO_MEMORY


def test_the_budget_is_what_is_set_or_what_is_free(gpu: PretendedGpu, tmp_path: object) -> None:
    gpu.capacity = 12 << 30
    free = tuned_options(CUDA, remembered=tmp_path).memory  # type: ignore[arg-type]
    fixed = tuned_options(CUDA, remembered=tmp_path, gpu_memory_mb=4096).memory  # type: ignore[arg-type]
    assert free is not None
    assert fixed is not None
    taken = torch.zeros(1 << 28, dtype=torch.float32, device=CUDA)
    assert free() == (11 << 30) - (512 << 20)
    assert fixed() == (4 << 30) - (500 << 20) - (1 << 30)
    del taken


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("CUDA out of memory. Tried to allocate 2 GiB", "memory"),
        ("CUDA error: out of memory", "memory"),
        ("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`", "memory"),
        ("CUDA error: CUBLAS_STATUS_NOT_INITIALIZED when calling `cublasCreate(handle)`", "memory"),
        ("cuDNN error: CUDNN_STATUS_NOT_INITIALIZED", "memory"),
        ("cuDNN error: CUDNN_STATUS_ALLOC_FAILED", "memory"),
        ("CUDA error: all CUDA-capable devices are busy or unavailable", "memory"),
        ("CUDA error: cudaErrorDevicesUnavailable", "memory"),
        (GONE, "lost"),
        ("CUDA error: an illegal memory access was encountered", "lost"),
        ("CUDA error: CUBLAS_STATUS_EXECUTION_FAILED when calling `cublasGemmEx`", "lost"),
        ("CUDA error: no kernel image is available for execution on the device", "lost"),
        ("mat1 and mat2 shapes cannot be multiplied", None),
    ],
)
def test_errors_of_a_gpu_are_told_apart(text: str, fault: str | None) -> None:
    assert gpu_fault(RuntimeError(text)) == fault
    assert gpu_fault(torch.AcceleratorError(text)) == (fault or "lost")
    assert (machine_fault(RuntimeError(text)) == NO_GPU) == (fault == "memory")


@pytest.fixture(autouse=True)
def all_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
