"""Drawing the next token, for many rows at once, each with its own settings and its own random stream."""

from __future__ import annotations

import hashlib

import torch
from torch import Tensor

MAX_CANDIDATES = 128  # the largest top-k
BLOCKS = 2048


def random_stream(seed: int, row: int, length: int) -> Tensor:
    """`length` uniform numbers in [0, 1) that depend on (seed, row) alone: not on the batch, not on the device."""
    digest = hashlib.sha256(f"{seed}/{row}".encode()).digest()
    generator = torch.Generator().manual_seed(int.from_bytes(digest[:8], "little") >> 1)
    return torch.rand(length, generator=generator)


def likeliest(logits: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """The `count` largest of [rows, vocabulary], falling, and their ids: as `topk`, at half its time on a CPU.

    The largest of all lie in the blocks whose own largest are largest, so only those blocks are sorted through.
    """
    width = logits.shape[-1] // BLOCKS
    if width < 4:
        return logits.topk(count, dim=-1)
    whole = width * BLOCKS
    blocks = logits[:, :whole].unflatten(1, (width, BLOCKS))  # the tokens of a block lie BLOCKS apart
    best = blocks.amax(1).topk(count, dim=-1, sorted=False).indices
    ids = best[:, None] + BLOCKS * torch.arange(width)[:, None]
    rest = torch.arange(whole, logits.shape[-1])
    ids = torch.cat([ids.flatten(1), rest.expand(len(logits), -1)], dim=1)
    values, places = logits.gather(1, ids).topk(count, dim=-1)
    return values, ids.gather(1, places)


def draw(logits: Tensor, uniform: Tensor, temperature: Tensor, top_k: Tensor, top_p: Tensor) -> Tensor:
    """One token a row: temperature, then the `top_k` likeliest, of these the nucleus `top_p`, as transformers does.

    logits [rows, vocabulary] float32; the others [rows]. Temperature 0 takes the likeliest token. Returns ids [rows].
    """
    width = min(MAX_CANDIDATES, logits.shape[-1])  # fixed, so that a row's rounding never depends on its neighbours
    return choose_of(*likeliest(logits, width), uniform, temperature, top_k, top_p)


def choose_of(
    values: Tensor, ids: Tensor, uniform: Tensor, temperature: Tensor, top_k: Tensor, top_p: Tensor
) -> Tensor:
    """The same of the likeliest, falling values [rows, candidates] and their ids."""
    width = values.shape[1]
    values = values / temperature.clamp(min=1e-6)[:, None]
    values = values.masked_fill(torch.arange(width, device=values.device) >= top_k[:, None], float("-inf"))
    probabilities = values.softmax(-1)
    before = probabilities.cumsum(-1) - probabilities
    probabilities = probabilities.masked_fill(before >= top_p[:, None], 0.0)
    cumulative = probabilities.cumsum(-1)
    point = uniform[:, None] * cumulative[:, -1:]
    choice = (cumulative <= point).sum(-1).minimum((probabilities > 0).sum(-1) - 1)
    choice = torch.where(temperature > 0, choice, torch.zeros_like(choice))
    return ids.gather(1, choice[:, None])[:, 0]
