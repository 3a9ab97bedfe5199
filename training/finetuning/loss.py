"""The loss over a large vocabulary, a few tokens at a time: all logits of a batch are never in memory at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

CHUNK = 128  # tokens; with 49,152 words and float32, 25 MB
GPU_WIDTHS = 8  # batches are as wide as a multiple of this


@dataclass(frozen=True)
class Inputs:
    """A padded batch. `places` are the positions, of all rows one after another, whose next token is a target."""

    ids: Tensor  # [rows, longest]
    places: Tensor  # [tokens]
    targets: Tensor  # [tokens]
    lengths: tuple[int, ...]  # targets of each row

    @property
    def tokens(self) -> int:
        """Of all rows, without padding."""
        return sum(self.lengths)


def padded(batch: Sequence[Sequence[int]], pad_id: int, device: torch.device) -> Inputs:
    """Padded on the right, where no causal model looks before the end. A GPU is given all of it in one copy, which no
    step waits for, and few different widths, for each of which it would choose its kernels anew.
    """
    on_gpu = device.type == "cuda"
    width = max(map(len, batch))
    width = -(-width // GPU_WIDTHS) * GPU_WIDTHS if on_gpu else width
    ids: list[int] = []
    places: list[int] = []
    targets: list[int] = []
    for row, frame in enumerate(batch):
        ids += [*frame, *[pad_id] * (width - len(frame))]
        places += range(row * width, row * width + len(frame) - 1)
        targets += frame[1:]
    numbers = torch.tensor([*ids, *places, *targets])
    numbers = numbers.pin_memory().to(device, non_blocking=True) if on_gpu else numbers
    there = numbers.split([len(ids), len(places), len(targets)])
    return Inputs(there[0].view(len(batch), width), there[1], there[2], tuple(len(frame) - 1 for frame in batch))


def summed_loss(model: Any, inputs: Inputs, dtype: torch.dtype) -> Tensor:
    """Negative log likelihood of all targets in nats, a scalar with a gradient. Products are in `dtype`."""
    hidden, weight = last_hidden(model, inputs)
    loss: Tensor = _ChunkedLoss.apply(hidden, weight, inputs.targets, dtype)
    return loss


def token_losses(model: Any, inputs: Inputs, dtype: torch.dtype) -> Tensor:
    """Negative log likelihood of each target in nats [tokens], without a gradient."""
    hidden, weight = last_hidden(model, inputs)
    weight = weight.to(dtype)
    return torch.cat([_nats(part.to(dtype) @ weight.T, at) for part, at in _chunks(hidden, inputs.targets)])


def last_hidden(model: Any, inputs: Inputs) -> tuple[Tensor, Tensor]:
    """What the last layer says at `places` [tokens, width], and the vocabulary's weights [words, width]."""
    causal = model.get_base_model() if hasattr(model, "get_base_model") else model
    hidden = causal.base_model(input_ids=inputs.ids, use_cache=False).last_hidden_state
    return hidden.flatten(0, 1)[inputs.places], causal.get_output_embeddings().weight


def _chunks(hidden: Tensor, targets: Tensor) -> Iterator[tuple[Tensor, Tensor]]:
    return zip(hidden.split(CHUNK), targets.split(CHUNK), strict=True)


def _nats(logits: Tensor, targets: Tensor) -> Tensor:
    return -logits.float().log_softmax(-1).gather(1, targets[:, None])[:, 0]


class _ChunkedLoss(torch.autograd.Function):
    """Cross entropy, summed, of `hidden @ weight.T`. Its gradient, softmax − one-hot, is computed on the way."""

    @staticmethod
    def forward(ctx: Any, hidden: Tensor, weight: Tensor, targets: Tensor, dtype: torch.dtype) -> Tensor:
        words = weight.to(dtype)
        loss = torch.zeros((), device=hidden.device)
        to_hidden = torch.empty_like(hidden)
        to_weight = torch.zeros_like(weight) if ctx.needs_input_grad[1] else None
        start = 0
        for part, at in _chunks(hidden.detach(), targets):
            part = part.to(dtype)
            log_probabilities = (part @ words.T).float().log_softmax(-1)
            chosen = at[:, None]
            loss -= log_probabilities.gather(1, chosen).sum()
            slope = log_probabilities.exp_().scatter_add_(1, chosen, -torch.ones_like(chosen, dtype=torch.float32))
            slope = slope.to(dtype)
            to_hidden[start : start + len(at)] = slope @ words
            if to_weight is not None:
                to_weight += slope.T @ part
            start += len(at)
        ctx.save_for_backward(to_hidden, to_weight)
        return loss

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> tuple[Tensor | None, ...]:
        to_hidden, to_weight = ctx.saved_tensors
        return (
            to_hidden * slopes[0].to(to_hidden.dtype),
            None if to_weight is None else to_weight * slopes[0],
            None,
            None,
        )
