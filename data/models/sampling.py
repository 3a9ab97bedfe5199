"""How the next token is drawn: what a version is served with, as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True)
class Sampling:
    """The end's bias, then temperature, then top-k, then top-p. `training.finetuning.calibration` fits the numbers to
    each version; the defaults draw from the model as it is.

    `max_tokens` counts the whole frame (end-of-text, prompt and continuation); before `min_tokens` no tweet may end.
    """

    temperature: float = 1.0  # 0: always the likeliest token
    top_k: int = 0  # 0: the whole vocabulary
    top_p: float = 1.0
    max_tokens: int = 160
    min_tokens: int = 4
    end_bias: float = 0.0  # nats, added to the logit of whatever ends a tweet

    @property
    def truncates(self) -> bool:
        """Whether some of the vocabulary is never drawn."""
        return self.top_k > 0 or self.top_p < 1

    def as_dict(self) -> dict[str, Any]:
        """For storage and tracking."""
        return asdict(self)

    @classmethod
    def stored(cls, facts: Mapping[str, Any]) -> Sampling:
        """Of what a version's row holds, which may be an older or a newer program's."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: facts[name] for name in facts if name in known})


PLAIN = Sampling()


def blended(parts: Sequence[tuple[Sampling, float]]) -> Sampling:
    """For a mix of voices: numbers between theirs, by weight, and the loosest of their limits."""
    total = sum(weight for _, weight in parts)
    settings = [sampling for sampling, _ in parts]
    return Sampling(
        temperature=sum(sampling.temperature * weight for sampling, weight in parts) / total,
        top_k=0 if any(not sampling.top_k for sampling in settings) else max(sampling.top_k for sampling in settings),
        top_p=max(sampling.top_p for sampling in settings),
        max_tokens=max(sampling.max_tokens for sampling in settings),
        min_tokens=min(sampling.min_tokens for sampling in settings),
        end_bias=sum(sampling.end_bias * weight for sampling, weight in parts) / total,
    )
