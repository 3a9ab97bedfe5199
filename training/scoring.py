"""How well a model predicts tweets it has not seen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from bot.generation.linear import has_fast_bfloat16
from data.framing import Framing
from training.dataset import MOST_TOKENS, bucketed

PADDING = -100


@dataclass(frozen=True)
class TextScore:
    """Over tweets, each alone: `loss` in nats a token; `bits_per_character` does not depend on the tokenizer.

    bits per character = Σ NLL(tweet + end | end) / (characters · ln 2)
    """

    loss: float
    bits_per_character: float
    tweets: int


def padded(batch: Sequence[Sequence[int]], pad_id: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """Inputs and labels [rows, longest], padded on the right, where no causal model looks before the end."""
    width = max(map(len, batch))
    ids = torch.full((len(batch), width), pad_id)
    labels = torch.full((len(batch), width), PADDING)
    for row, frame in enumerate(batch):
        ids[row, : len(frame)] = torch.tensor(frame)
        labels[row, 1 : len(frame)] = torch.tensor(frame[1:])
    return ids.to(device), labels.to(device)


def batch_loss(model: Any, ids: Tensor, labels: Tensor) -> tuple[Tensor, int]:
    """Summed negative log likelihood in nats, and the number of predicted tokens."""
    logits = model(input_ids=ids, use_cache=False).logits[:, :-1].float()
    targets = labels[:, 1:]
    total = F.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=PADDING, reduction="sum")
    return total, int((targets != PADDING).sum())


def score_texts(model: Any, framing: Framing, texts: Sequence[str], device: torch.device) -> TextScore:
    """Score a transformers (or PEFT) causal model; it is left in the mode it was in."""
    frames = [framing.tweet(text)[:MOST_TOKENS] for text in texts]
    nats, tokens = 0.0, 0
    was_training = model.training
    model.eval()
    with torch.inference_mode(), half_precision(device):
        for batch in bucketed(frames, 1024):
            total, count = batch_loss(model, *padded(batch, framing.end_id, device))
            nats += total.item()
            tokens += count
    model.train(was_training)
    characters = sum(map(len, texts))
    return TextScore(nats / max(1, tokens), nats / (max(1, characters) * math.log(2)), len(texts))


def has_bfloat16(device: torch.device) -> bool:
    """Whether products in bfloat16 are fast and right on this device."""
    return device.type == "cuda" or has_fast_bfloat16()


def half_precision(device: torch.device) -> torch.autocast:
    """bfloat16 for the products where the hardware has it, else a context that does nothing."""
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=has_bfloat16(device))
