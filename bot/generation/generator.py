"""The way in: `generate(request)` on the event loop, tweets out. Loading and arithmetic happen on other threads.

`Generator` is what the service knows; `EmbeddedGenerator` runs the engine in this process.
"""

from __future__ import annotations

import asyncio
import collections
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import torch

from bot.generation.adapters import Adapter, load_adapter
from bot.generation.batch import Draft, Run
from bot.generation.copies import CopyIndex
from bot.generation.drafts import choose, tweet_of
from bot.generation.engine import Engine, EngineOptions, Model
from bot.generation.linear import has_fast_bfloat16
from bot.generation.sampling import MOST_CANDIDATES
from bot.generation.types import GenerationRequest, GenerationResult, Sampling, Stats, Voice
from data.errors import InvalidChoice, NothingOriginal, PromptTooLong

MOST_TWEETS = 10
ROUNDS = 4  # drafts are redrawn at most this often before a short answer is given
RESIDENT_MODELS = 2  # full fine-tunes kept in memory beside the base


class Generator(Protocol):
    """Writes tweets in a voice."""

    async def generate(self, request: GenerationRequest) -> GenerationResult:
        """Raises `Busy`, `DeadlineExceeded`, `PromptTooLong`, `NothingOriginal`, `InvalidChoice`, `EngineFault`."""

    def resident(self) -> list[str]:
        """The keys of the voices in memory."""

    def drop(self, key: str) -> None:
        """Forget a voice; requests that use it finish."""

    def waiting(self) -> int:
        """How many requests wait in line."""


@dataclass(frozen=True, eq=False)
class _Loaded:
    model: Model
    adapter: Adapter | None
    copies: CopyIndex


def choose_device(device: str) -> torch.device:
    """ "auto" is CUDA where there is one. Raises `InvalidChoice` for a device that is not there."""
    if device == "cuda" and not torch.cuda.is_available():
        raise InvalidChoice("TWEETLIKE_DEVICE", device, "auto or cpu, for this machine has no usable GPU")
    return torch.device("cuda" if device != "cpu" and torch.cuda.is_available() else "cpu")


def choose_dtype(precision: str, device: torch.device) -> torch.dtype:
    """ "auto" is bfloat16 on CUDA and on processors that multiply it in hardware, else float32."""
    if precision == "auto":
        return torch.bfloat16 if device.type == "cuda" or has_fast_bfloat16() else torch.float32
    return torch.bfloat16 if precision == "bfloat16" else torch.float32


class EmbeddedGenerator:
    """The engine in this process, with the most recently used voices in memory.

    A voice is loaded when it is first asked for. A request holds its voice, so that dropping one, or a newer
    version taking over, never touches what is running.
    """

    def __init__(self, base: Path, options: EngineOptions, resident_voices: int = 64) -> None:
        self._base_folder = base
        self._engine = Engine(options)
        self._resident_voices = resident_voices
        self._base: Model | None = None
        self._voices: collections.OrderedDict[str, _Loaded] = collections.OrderedDict()
        self._loading: dict[str, asyncio.Lock] = collections.defaultdict(asyncio.Lock)

    async def start(self) -> None:
        """Load the base model and start the engine's thread."""
        self._base = await asyncio.to_thread(self._engine.load, self._base_folder)
        self._engine.start()

    async def close(self) -> None:
        """Finish what is running and stop."""
        await asyncio.to_thread(self._engine.close)

    async def __aenter__(self) -> EmbeddedGenerator:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def generate(self, request: GenerationRequest) -> GenerationResult:
        """Drafts that are empty, copies or alike are redrawn from further streams of the same seed.

        An answer may hold fewer texts than asked for after `ROUNDS` rounds, never none.
        """
        _check(request)
        voice = await self._voice(request.voice)
        prompt = voice.model.framing.prompt(request.prompt)
        if len(prompt) > request.sampling.max_tokens // 2:
            raise PromptTooLong(len(request.prompt), request.sampling.max_tokens * 2)
        candidates: list[str] = []
        texts: list[str] = []
        stats = Stats()
        while len(texts) < request.count and len(candidates) < ROUNDS * request.count:
            missing = request.count - len(texts)
            streams = list(range(len(candidates), len(candidates) + missing))
            run = Run(prompt, voice.adapter, request.seed, streams, request.sampling)
            drafts, spent = await self._run(voice.model, run, request.timeout_s)
            stats = _add(stats, spent)
            candidates += [tweet_of(drafts[stream], prompt, voice.model.framing) for stream in streams]
            texts = choose(candidates, request.prompt, voice.copies, request.count)
        if not texts:
            raise NothingOriginal(request.voice.key)
        return GenerationResult(tuple(texts), stats)

    def resident(self) -> list[str]:
        return list(self._voices)

    def drop(self, key: str) -> None:
        self._voices.pop(key, None)

    def waiting(self) -> int:
        return self._engine.waiting()

    async def _run(self, model: Model, run: Run, timeout_s: float) -> tuple[dict[int, Draft], Stats]:
        ticket = self._engine.submit(model, run, timeout_s)
        try:
            drafts = await asyncio.wrap_future(ticket.done)
        except asyncio.CancelledError:
            ticket.cancel()
            raise
        return drafts, ticket.stats()

    async def _voice(self, voice: Voice) -> _Loaded:
        async with self._loading[voice.key]:
            loaded = self._voices.get(voice.key)
            if loaded is None:
                loaded = await asyncio.to_thread(self._load, voice)
                self._voices[voice.key] = loaded
            self._voices.move_to_end(voice.key)
        self._loading.pop(voice.key, None)
        self._evict()
        return loaded

    def _load(self, voice: Voice) -> _Loaded:
        assert self._base is not None, "start() first"
        copies = CopyIndex.load(voice.folder)
        if voice.method == "full":
            return _Loaded(self._engine.load(voice.folder), None, copies)
        with torch.inference_mode():
            return _Loaded(self._base, load_adapter(voice.folder, self._base.decoder), copies)

    def _evict(self) -> None:
        """Drop the voices that were not used for longest; adapters and whole models are counted apart."""
        whole = [key for key, loaded in self._voices.items() if loaded.adapter is None]
        small = [key for key, loaded in self._voices.items() if loaded.adapter is not None]
        for key in whole[: max(0, len(whole) - RESIDENT_MODELS)] + small[: max(0, len(small) - self._resident_voices)]:
            del self._voices[key]


def _check(request: GenerationRequest) -> None:
    sampling: Sampling = request.sampling
    for name, value, lowest, highest in (
        ("count", request.count, 1, MOST_TWEETS),
        ("temperature", sampling.temperature, 0, 5),
        ("top_k", sampling.top_k, 1, MOST_CANDIDATES),
        ("top_p", sampling.top_p, 0.01, 1),
        ("max_tokens", sampling.max_tokens, 8, 512),
    ):
        if not lowest <= value <= highest:
            raise InvalidChoice(name, str(value), f"from {lowest} to {highest}")


def _add(a: Stats, b: Stats) -> Stats:
    return replace(
        b,
        queue_s=a.queue_s + b.queue_s,
        prefill_s=a.prefill_s + b.prefill_s,
        decode_s=a.decode_s + b.decode_s,
        tokens=a.tokens + b.tokens,
        rows=a.rows + b.rows,
    )
