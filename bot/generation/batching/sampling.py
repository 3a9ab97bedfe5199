"""Drawing the next token, for many rows at once, each with its own settings and its own random stream."""

from __future__ import annotations

import hashlib

import torch
from torch import Tensor
from torch.nn import functional as F

BLOCK = 256  # tokens; a token is looked for in the block that it lies in, and not in the whole vocabulary
ROWS_AT_ONCE = 8  # whose probabilities fit into a processor's cache
COLDEST = 1e-10  # in the place of a temperature of 0: all that is likely is the likeliest


def random_stream(seed: int, row: int, length: int) -> Tensor:
    """`length` uniform numbers in [0, 1) that depend on (seed, row) alone: not on the batch, not on the device."""
    digest = hashlib.sha256(f"{seed}/{row}".encode()).digest()
    generator = torch.Generator().manual_seed(int.from_bytes(digest[:8], "little") >> 1)
    return torch.rand(length, generator=generator)


def draw(logits: Tensor, uniform: Tensor, temperature: Tensor) -> Tensor:
    """One token a row, of the whole vocabulary: the first at which the probabilities reach the row's uniform number.

    logits [rows, vocabulary] float32; the others [rows]. Temperature 0 takes the likeliest token. Returns ids [rows].
    """
    parts = zip(*(tensor.split(ROWS_AT_ONCE) for tensor in (logits, uniform, temperature)), strict=True)
    return torch.cat([choose(*in_blocks(some, degrees), points * (degrees > 0)) for some, points, degrees in parts])


def in_blocks(logits: Tensor, temperature: Tensor) -> tuple[Tensor, Tensor]:
    """Probabilities in blocks [rows, blocks, BLOCK], and how much each block has [rows, blocks]."""
    scaled = logits / temperature.clamp(min=COLDEST)[:, None]
    if beyond := -scaled.shape[1] % BLOCK:
        scaled = F.pad(scaled, (0, beyond), value=float("-inf"))
    blocks = scaled.softmax(-1).unflatten(1, (-1, BLOCK))
    return blocks, blocks.sum(2)


def choose(blocks: Tensor, sums: Tensor, uniform: Tensor) -> Tensor:
    """The ids [rows] at which probabilities in blocks reach uniform numbers [rows]."""
    reached = sums.cumsum(1)
    point = uniform * reached[:, -1]
    block = (reached <= point[:, None]).sum(1, keepdim=True)
    before = F.pad(reached, (1, 0)).gather(1, block)
    shares = blocks.gather(1, block[:, :, None].expand(-1, -1, BLOCK))[:, 0]
    token = (shares.cumsum(1) <= point[:, None] - before).sum(1)
    last = BLOCK - 1 - (shares > 0).flip(1).int().argmax(1)  # that can be drawn, where rounding goes past it
    return block[:, 0] * BLOCK + token.minimum(last)


def opened(logits: Tensor, ranks: Tensor, low: Tensor | int, high: Tensor | int) -> Tensor:
    """The logits [rows, vocabulary] of the tokens whose rank is from `low` up to `high`; −∞ for the others."""
    return logits.masked_fill((ranks < low) | (ranks >= high), float("-inf"))


def truncate(logits: Tensor, temperature: Tensor, top_k: Tensor, top_p: Tensor) -> Tensor:
    """The logits [rows, vocabulary] without what a row must not draw: all but the `top_k` likeliest (0: none), and of
    these all but the nucleus `top_p`, as transformers does. Settings [rows].
    """
    values = logits.sort(descending=True).values
    beyond = (torch.arange(logits.shape[1], device=logits.device) >= top_k[:, None]) & (top_k > 0)[:, None]
    values = values.masked_fill(beyond, float("-inf"))
    shares = (values / temperature.clamp(min=COLDEST)[:, None]).softmax(-1)
    beyond |= shares.cumsum(-1) - shares >= top_p[:, None]
    least = values.masked_fill(beyond, float("inf")).amin(-1, keepdim=True)
    return logits.masked_fill(logits < least, float("-inf"))
