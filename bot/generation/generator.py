"""The way in: `generate(request)` on the event loop, tweets out. Loading and arithmetic happen on other threads.

`Generator` is what the service knows; `EmbeddedGenerator` runs the engine in this process.
"""

from __future__ import annotations

import asyncio
import collections
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from bot.generation.batching.batch import Drafting
from bot.generation.engine import Engine
from bot.generation.gpu.memory import ROWS_OF_A_WHOLE_MODEL, TooLittleMemory, batch_bytes
from bot.generation.model.adapters import Adapter
from bot.generation.model.loading import packed_path, weight_bytes
from bot.generation.model.memory import collect_garbage
from bot.generation.selection import Choice, Guard
from bot.generation.ticket import EngineOptions, Model, Ticket
from bot.generation.tuning import why_not_on_gpu
from bot.generation.types import GenerationRequest, GenerationResult, Mix, Stats, Voice, check
from data.errors import (
    Busy,
    DeadlineExceeded,
    EngineFault,
    GpuUnusable,
    InvalidChoice,
    ModelTooLarge,
    NothingOriginal,
    PromptTooLong,
    RefusedContent,
)
from data.faults import ToldOnce, gpu_fault
from data.gpu import is_gone
from data.models.sampling import Sampling
from data.tweets.copy_index import CopyIndex
from data.tweets.mentions import Mentions, together

log = logging.getLogger(__name__)
FIRST_PAUSE_S, MAX_PAUSE_S = 60.0, 1800.0  # before a GPU that was left is tried again; doubled each time
RESTART = "the GPU cannot be used by this process any more; restart the bot, and it is used again if it is well"
ROUNDS = 4  # an answer is chosen from at most this many drafts for each tweet asked for

OnWait = Callable[[int], None]
"""Called with the place in the queue when a request has to wait."""


class Generator(Protocol):
    """Writes tweets in a voice."""

    async def generate(self, request: GenerationRequest, on_wait: OnWait | None = None) -> GenerationResult:
        """Raises `Busy`, `DeadlineExceeded`, `PromptTooLong`, `NothingOriginal`, `RefusedContent`, `InvalidChoice`,
        `ModelTooLarge`, `EngineFault`."""

    def fit(self, prompt: str) -> str:
        """As much of a prompt as leaves room for a tweet: whole words where it has any."""

    def resident(self) -> list[str]:
        """The keys of the voices in memory."""

    def drop(self, key: str) -> None:
        """Forget a voice; requests that use it finish."""

    def waiting(self) -> int:
        """How many requests wait in line."""

    def device(self) -> str:
        """What it runs on, for people: "cpu" or "cuda"."""

    def running(self) -> int:
        """How many drafts are being written now."""

    def broken(self) -> bool:
        """Whether it could not answer now."""

    def yield_memory(self, lean: bool) -> None:
        """Give memory back, as far as requests allow, until called with False."""


@dataclass(frozen=True, eq=False)
class _Loaded:
    model: Model
    adapter: Any  # as the engine gave it
    guard: Guard

    @property
    def adapter_bytes(self) -> int:
        return self.adapter.bytes if isinstance(self.adapter, Adapter) else 0  # on a GPU, the engine sees to it


class EmbeddedGenerator:
    """The engine in this process, with the most recently used voices in memory.

    A voice is loaded when it is first asked for. A request holds its voice, so that dropping one, or a newer
    version taking over, never touches what is running. `resident_voices` bounds the adapters, `voice_memory` their
    bytes on a processor, and `model_memory` the bytes of weights beside the base. `options` are asked for whenever an
    engine begins, and may raise `GpuUnusable`; where there is a `stand_in`, an engine of those takes over from a GPU.
    """

    def __init__(
        self,
        base: Path,
        options: EngineOptions | Callable[[], EngineOptions],
        resident_voices: int = 64,
        model_memory: int = 2 << 30,
        voice_memory: int = 64 << 20,
        stand_in: Callable[[], EngineOptions] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._base_folder = base
        self._options = options if callable(options) else lambda: options
        self._stand_in = stand_in
        self._standing_in = False
        self._clock = clock
        self._engine: Engine  # from `start` on
        self._resident_voices = resident_voices
        self._voice_memory = voice_memory
        self._model_memory = model_memory
        self._base: Model | None = None
        self._voices: collections.OrderedDict[str, _Loaded] = collections.OrderedDict()
        self._loading: dict[str, asyncio.Lock] = collections.defaultdict(asyncio.Lock)
        self._loading_model = asyncio.Lock()
        self._renewing = asyncio.Lock()
        self._away = ToldOnce(log)  # from the GPU
        self._returning: asyncio.Task[None] | None = None
        self._pause_s, self._not_before = FIRST_PAUSE_S, 0.0  # of an attempt to return to the GPU

    async def start(self) -> None:
        """Load the base model and start the engine's threads."""
        try:
            self._engine, self._base = await self._started(self._options)
        except Exception as error:
            why = why_not_on_gpu(error)
            if self._stand_in is None or why is None:
                raise
            self._leave_gpu(why)
            self._engine, self._base = await self._started(self._stand_in)

    async def close(self) -> None:
        """Finish what is running and stop."""
        if self._returning is not None:
            self._returning.cancel()
            with suppress(asyncio.CancelledError):
                await self._returning
        await asyncio.to_thread(self._engine.close)

    async def __aenter__(self) -> EmbeddedGenerator:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def generate(self, request: GenerationRequest, on_wait: OnWait | None = None) -> GenerationResult:
        """The first drafts, by stream, that are not empty, copies or alike; further streams are drawn as needed.

        An answer may hold fewer texts than asked for after `ROUNDS` drafts for each, never none. An engine that has
        ended, perhaps because its GPU is gone, is replaced, and the request begun again.
        """
        check(request)
        if self._engine.broken():
            await self._renew(self._engine)
        self._return_when_it_is_time()
        engine = self._engine
        try:
            return await self._generate(engine, request, on_wait)
        except EngineFault:
            if not engine.broken():
                raise
        except RuntimeError as error:  # a voice could not be brought onto a device that is gone
            if gpu_fault(error) != "lost":
                raise
            engine.lose()
        await self._renew(engine)
        return await self._generate(self._engine, request, on_wait)

    async def _generate(self, engine: Engine, request: GenerationRequest, on_wait: OnWait | None) -> GenerationResult:
        deadline = time.monotonic() + request.timeout_s
        voice = await (self._mix(request.voice) if isinstance(request.voice, Mix) else self._voice(request.voice))
        choice = Choice(request.prompt, request.count, voice.model.framing, voice.guard, request.refuses)
        if len(choice.opening.ids) > self._room(request.sampling):
            raise PromptTooLong(len(request.prompt), request.sampling.max_tokens * 2)
        stats = Stats()
        streams: list[int] = []
        while len(choice.texts) < request.count and len(streams) < ROUNDS * request.count:
            wanted = request.count - len(choice.texts)
            wanted += engine.spare_rows() > wanted  # a spare draft that a rejected one will not have to wait for
            fresh = list(range(len(streams), min(len(streams) + wanted, ROUNDS * request.count)))
            streams += fresh
            settings = voice.adapter, request.seed, fresh, request.sampling
            run = Drafting(choice.opening.ids, *settings, choice.opening.first, choice.is_enough)
            try:
                ticket = engine.submit(voice.model, run, deadline - time.monotonic(), request.queue_key)
                spent = await _ended(ticket, None if stats.rows else on_wait)
            except (Busy, DeadlineExceeded):
                if choice.has_any:  # better fewer than none
                    break
                raise
            stats = _add(stats, spent)
        choice.fill_up()
        if not choice.texts and len(choice.refused) > len(choice.copies):
            raise RefusedContent(max(choice.refused, key=choice.refused.count))
        if not choice.texts:
            key = request.voice.key if isinstance(request.voice, Voice) else request.voice.parts[0][0].key
            raise NothingOriginal(key, tuple(choice.copies))
        numerics = f"{engine.options.device.type} {engine.options.precision}"
        return GenerationResult(tuple(choice.texts), stats, tuple(choice.copies), tuple(choice.refused), numerics)

    def fit(self, prompt: str) -> str:
        """The prompt, cut so that a tweet can go on from it."""
        assert self._base is not None, "start() first"
        while len(self._base.framing.prompt(prompt)) > self._room(Sampling()):
            shorter = prompt[: len(prompt) * 7 // 8]
            prompt = shorter.rpartition(" ")[0] or shorter
        return prompt

    def _room(self, sampling: Sampling) -> int:
        """Tokens that a prompt may have."""
        return min(sampling.max_tokens, self._engine.options.max_tokens) // 2

    def resident(self) -> list[str]:
        """Keys of the voices in memory."""
        return list(self._voices)

    def drop(self, key: str) -> None:
        """Forget a voice; requests that use it are finished with it."""
        loaded = self._voices.pop(key, None)
        if loaded is not None and loaded.model is not self._base:
            self._engine.retire(loaded.model)

    def waiting(self) -> int:
        """Requests in the queue."""
        return self._engine.waiting()

    def device(self) -> str:
        """What it computes on: "cpu" or "cuda"."""
        return self._engine.options.device.type

    def running(self) -> int:
        """Drafts being written."""
        return self._engine.running()

    def broken(self) -> bool:
        """Whether it can answer no more, and the process should be restarted."""
        return self._engine.broken()

    def yield_memory(self, lean: bool) -> None:
        """Work in small batches while that is so."""
        self._engine.yield_memory(lean)

    async def _started(self, options: Callable[[], EngineOptions]) -> tuple[Engine, Model]:
        engine = Engine(replace(await asyncio.to_thread(options), voices=self._resident_voices))
        base = await asyncio.to_thread(engine.load, self._base_folder, None, packed_path(self._base_folder))
        await asyncio.to_thread(engine.start, base)
        return engine, base

    async def _renew(self, ended: Engine) -> None:
        """Another engine in the place of one that has ended: on the processor, if its device was a GPU."""
        async with self._renewing:
            if self._engine is not ended:
                return
            ended.lose()
            if ended.options.device.type != "cpu" and self._stand_in is not None:
                self._leave_gpu("it has failed")
            else:
                log.error("the engine has ended; another one begins")
            options = self._stand_in if self._standing_in and self._stand_in is not None else self._options
            try:
                self._exchange(*await self._started(options))
            except (RuntimeError, GpuUnusable, TooLittleMemory) as error:
                raise EngineFault(f"no other engine can begin: {error}") from error
            with suppress(RuntimeError):  # a GPU that has failed for good has nothing to give back
                await asyncio.to_thread(collect_garbage, ended.options.device)

    def _exchange(self, engine: Engine, base: Model) -> None:
        self._voices.clear()
        self._engine, self._base = engine, base

    def _leave_gpu(self, why: str) -> None:
        self._standing_in = True
        self._not_before = self._clock() + self._pause_s
        self._away.trouble(f"the GPU is not used for now, for {why}; the processor takes over, and it is tried again")

    def _return_when_it_is_time(self) -> None:
        """Try in the background whether a GPU that was left can be used again, each time after a longer pause."""
        idle = self._returning is None or self._returning.done()
        if self._standing_in and idle and self._clock() >= self._not_before:
            self._returning = asyncio.create_task(self._return())

    async def _return(self) -> None:
        self._pause_s = min(MAX_PAUSE_S, self._pause_s * 2)
        self._not_before = self._clock() + self._pause_s
        try:
            engine, base = await self._started(self._options)
        except Exception as error:  # noqa: BLE001 - whatever keeps it away may be over the next time
            why = why_not_on_gpu(error)
            if is_gone(error.__cause__ or error):
                self._away.trouble(RESTART)
            else:
                self._away.trouble(f"the GPU still cannot be used, for {why or error!r}", None if why else error)
            return
        async with self._renewing:
            before = self._engine
            self._exchange(engine, base)
            self._standing_in = False
        self._away.well()
        self._pause_s = FIRST_PAUSE_S
        before.lose()

    async def _voice(self, voice: Voice) -> _Loaded:
        engine = self._engine
        async with self._loading[voice.key]:
            loaded = self._voices.get(voice.key)
            if loaded is None and (weights := voice.own_weights) is not None:
                async with self._loading_model:  # one after another, or together they might not fit
                    self._make_room(weights)
                    loaded = await asyncio.to_thread(self._load, voice)
            elif loaded is None:
                loaded = await asyncio.to_thread(self._load, voice)
            if self._engine is not engine:
                raise EngineFault("another engine has begun meanwhile")
            self._voices[voice.key] = loaded
            self._voices.move_to_end(voice.key)
        self._loading.pop(voice.key, None)
        sizes = {key: each.adapter_bytes for key, each in self._voices.items() if each.adapter is not None}
        while len(sizes) > 1 and (len(sizes) > self._resident_voices or sum(sizes.values()) > self._voice_memory):
            self.drop(oldest := next(iter(sizes)))
            del sizes[oldest]
        return loaded

    async def _mix(self, mix: Mix) -> _Loaded:
        loaded = [(await self._voice(voice), weight) for voice, weight in mix.parts]
        parts = [(part.adapter, weight) for part, weight in loaded if part.adapter is not None]
        if len(parts) < len(loaded):
            raise InvalidChoice("mix", "a whole model", "voices that are LoRA adapters on today's base")
        adapter = await asyncio.to_thread(self._engine.blend, parts)
        guards = [part.guard for part, _ in loaded]
        copies = tuple(index for guard in guards for index in guard.copies)
        return _Loaded(loaded[0][0].model, adapter, Guard(copies, together([guard.mentions for guard in guards])))

    def _load(self, voice: Voice) -> _Loaded:
        assert self._base is not None, "start() first"
        if voice.method == "base":
            return _Loaded(self._base, None, Guard(flaws=False))
        guard = Guard((CopyIndex.load(voice.folder),), Mentions.load(voice.folder))
        if voice.own_weights is not None:
            adapter = None if voice.method == "full" else voice.folder
            return _Loaded(self._engine.load(voice.own_weights, adapter), None, guard)
        return _Loaded(self._base, self._engine.load_adapter(voice.folder, self._base), guard)

    def _make_room(self, weights: Path) -> None:
        """Drop the voices with weights of their own that were not used for longest until another one fits."""
        assert self._base is not None, "start() first"
        limit, beside = self._model_memory, 0
        if self._engine.spare_memory is not None:  # a GPU's, of which each model's batch takes some, too
            tokens = self._engine.options.max_tokens
            limit = min(limit, self._engine.spare_memory)
            beside = batch_bytes(self._base.decoder, ROWS_OF_A_WHOLE_MODEL, tokens)
        needed = weight_bytes(weights, self._engine.options.precision) + beside
        if needed > limit:
            raise ModelTooLarge(needed >> 20, limit >> 20)
        models = ((key, loaded.model) for key, loaded in self._voices.items() if loaded.model is not self._base)
        whole = [(key, model.bytes + beside) for key, model in models]
        while whole and sum(size for _, size in whole) + needed > limit:
            self.drop(whole.pop(0)[0])


async def _ended(ticket: Ticket, on_wait: OnWait | None) -> Stats:
    """Wait for a run of the engine; give it up if nobody waits for us."""
    if ticket.position and on_wait:
        on_wait(ticket.position)
    try:
        await asyncio.wrap_future(ticket.done)
    except asyncio.CancelledError:
        ticket.cancel()
        raise
    return ticket.stats()


def _add(a: Stats, b: Stats) -> Stats:
    return replace(
        b,
        queue_s=a.queue_s + b.queue_s,
        prefill_s=a.prefill_s + b.prefill_s,
        decode_s=a.decode_s + b.decode_s,
        tokens=a.tokens + b.tokens,
        rows=a.rows + b.rows,
    )
