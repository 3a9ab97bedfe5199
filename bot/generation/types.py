"""What goes into generation and what comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from data.errors import InvalidChoice
from data.models.sampling import PLAIN, Sampling

MAX_TWEETS = 10  # of one request


@dataclass(frozen=True)
class Voice:
    """One version of an account's model on disk. `key` is unique and never reused for other weights.

    The method "base" is the untuned base model itself, which knows no tweets to copy.
    """

    key: str
    folder: Path
    method: Literal["lora", "full", "base"]
    sampling: Sampling = PLAIN  # that suits it
    base: Path | None = None  # of an adapter on another base than the one that all share: weights to merge it into

    @property
    def own_weights(self) -> Path | None:
        """The folder of the weights that it does not share."""
        return self.folder if self.method == "full" else self.base


@dataclass(frozen=True)
class Mix:
    """Several voices at once: the sum of their adapters, each times its weight."""

    parts: tuple[tuple[Voice, float], ...]


@dataclass(frozen=True)
class GenerationRequest:
    """Write `count` tweets that begin with `prompt` (which may be empty). Same voice and seed, same texts."""

    voice: Voice | Mix
    prompt: str
    count: int = 5
    seed: int = 0
    sampling: Sampling = PLAIN
    timeout_s: float = 120.0
    queue_key: str = ""  # whose requests take turns with those of others
    refuses: Callable[[str], str | None] = lambda _: None  # why a draft is not to be used, or None


@dataclass(frozen=True)
class Stats:
    """Where the time of one request went, in seconds."""

    queue_s: float = 0.0
    prefill_s: float = 0.0
    decode_s: float = 0.0
    tokens: int = 0
    rows: int = 0  # drafts written, redrawn ones included
    batch_rows: float = 0.0  # mean number of rows in the batch while it ran

    @property
    def tokens_per_s(self) -> float:
        """Tokens written per second of decoding; 0 where nothing was decoded."""
        return self.tokens / self.decode_s if self.decode_s else 0.0


@dataclass(frozen=True)
class GenerationResult:
    """What was written, at most as many texts as were asked for, each of them original and allowed."""

    texts: tuple[str, ...]
    stats: Stats
    copies: tuple[str, ...] = ()  # drafts that were refused because they copy a training tweet
    refused: tuple[str, ...] = ()  # why others were, one reason a draft
    numerics: str | None = None  # device and precision, like "cuda bfloat16": where the same seed says the same


def check(request: GenerationRequest) -> None:
    """Raises `InvalidChoice` for a number that is out of bounds."""
    sampling = request.sampling
    for name, value, lowest, highest in (
        ("count", request.count, 1, MAX_TWEETS),
        ("temperature", sampling.temperature, 0, 5),
        ("top_k", sampling.top_k, 0, 1 << 20),
        ("top_p", sampling.top_p, 0.01, 1),
        ("max_tokens", sampling.max_tokens, 8, 512),
        ("end_bias", sampling.end_bias, -100, 100),
    ):
        if not lowest <= value <= highest:
            raise InvalidChoice(name, str(value), f"from {lowest} to {highest}")
