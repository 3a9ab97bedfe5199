"""How a version's tokens are drawn: fitted to tweets after training, so that its own end as often as real ones.

A model that says of every place in real tweets how likely they end there says too little or too much of it, by account
and by seed; a bias on the end's logit makes the expected number of ends that of the real ones (Braverman et al. 2020,
Calibration, Entropy Rates, and Memory in Language Models). The temperature stays 1: 1.05 to 1.1 predict validation
tweets best, but what is written with them is told from real tweets more easily.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

from data.models.framing import Framing
from data.models.sampling import Sampling
from data.tweets.split import Split
from training.finetuning.dataset import frames_of
from training.finetuning.scoring import look_at_places

TRAIN_TWEETS = 300  # that are looked at beside all of validation: for the end, those that were trained on do as well
MOST_LEAST = 9  # tokens that a tweet must have at most: the reference asks for them of everybody
SHORT_SHARE = 0.01  # of tweets may be shorter than the shortest that is drawn
LARGEST_BIAS = 4.0  # nats
SEED = 42


def calibrate(model: Any, framing: Framing, split: Split, device: torch.device) -> Sampling:
    """The sampling that suits a model which was trained on the split."""
    known = random.Random(SEED).sample(split.tweets, min(TRAIN_TWEETS, len(split.tweets)))
    frames = frames_of((*known, *split.validation), framing)
    lengths = sorted(len(frame) - 2 for frame in frames_of(split.tweets, framing))
    least = lengths[int(SHORT_SHARE * len(lengths))] if lengths else 0
    bias = _bias(_end_odds(model, framing, frames, device), sum(frame[-1] == framing.end_id for frame in frames))
    return Sampling(end_bias=bias, min_tokens=1 + min(MOST_LEAST, least))


def _bias(odds: Tensor, ends: int) -> float:
    """What must be added to all log odds so that the expected number of ends is `ends`."""
    low, high = -LARGEST_BIAS, LARGEST_BIAS
    for _ in range(40):
        middle = (low + high) / 2
        if (odds + middle).sigmoid().sum() < ends:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _end_odds(model: Any, framing: Framing, frames: Sequence[list[int]], device: torch.device) -> Tensor:
    """Log odds of an end at each place of all frames [places]."""
    ending = torch.tensor(framing.ending_ids(), device=device)

    def odds(logits: Tensor, _: Tensor) -> Tensor:
        end = (logits[:, ending].logsumexp(-1) - logits.logsumexp(-1)).clamp(max=-1e-6)
        return end - torch.log1p(-end.exp())

    return torch.cat([torch.zeros(0), *look_at_places(model, framing, frames, device, odds)]).double()
