"""The last of calibration: what a version writes is on average as long as what its account writes.

Once the end is calibrated on real beginnings, they end as often as real tweets do; what a model has begun itself does
not quite. So the version writes with some biases around the fitted one, and the one at which its mean length is real is
read off a line through them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from bot.generation.types import Voice
from data.models.bases import Base
from data.models.sampling import Sampling
from data.settings import Settings
from training.evaluation.measure import let_speak

OFFSETS = (-0.5, 0.0, 0.5)  # nats, to what was fitted
FARTHEST = 1.0
RIDGE = 0.02  # where the length hardly depends on the bias, a large one would only spoil the ends
TWEETS_EACH = 150


def suit_length(
    base: Base, voice: Voice, real: Sequence[str], count: int, settings: Settings, report: Callable[[], None]
) -> Sampling:
    """The voice's sampling, with the end's bias at which `real` tweets' mean length is its own. `report` is called as
    tweets come."""
    fitted = voice.sampling
    tries = [
        replace(voice, key=f"{voice.key} {offset}", sampling=replace(fitted, end_bias=fitted.end_bias + offset))
        for offset in OFFSETS
    ]
    spoken = let_speak(base, tries, min(count, TWEETS_EACH), settings, report)
    return replace(fitted, end_bias=fitted.end_bias + best_offset([each.written.texts for each in spoken], real))


def best_offset(written: Sequence[Sequence[str]], real: Sequence[str]) -> float:
    """Where a line through what was written with each of `OFFSETS` meets the real mean length, in nats, or short of it
    where the line is flat."""
    known = [(offset, texts) for offset, texts in zip(OFFSETS, written, strict=True) if texts]
    if len(known) < 2 or not real:
        return 0.0
    logs = [np.log(_mean_length(texts) / _mean_length(real)) for _, texts in known]
    slope, there = np.polyfit([offset for offset, _ in known], logs, 1)
    if slope >= 0:  # noise: a likelier end makes nothing longer
        return 0.0
    return float(np.clip(-there * slope / (slope**2 + RIDGE), -FARTHEST, FARTHEST))


def _mean_length(texts: Sequence[str]) -> float:
    return max(1.0, float(np.mean([len(text) for text in texts])))
