"""Base models as functions from token rows to hidden rows: what the architectures share.

A decoder works on a flat list of tokens, [rows], each with its position. How a row attends to what came
before it, and what its adapter adds to a linear layer, is passed in: so prefill and decode are the same code. On a
GPU, `bot.generation.gpu.forward` runs the same layers with operations made for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor
from torch.nn import functional as F

from bot.generation.model.linear import Linear, Precision

Attend = Callable[[int, Tensor, Tensor], Tensor]
"""(layer, queries [rows, heads, dim], keys and values [rows, 2 * kv heads, dim]) → [rows, heads * dim]"""

Adapt = Callable[[int, str, Tensor, Tensor], Tensor]
"""(layer, group, input [rows, in], output [rows, out]) → output with the rows' adapters added, perhaps in place"""


@dataclass(frozen=True)
class Shape:
    """The sizes a cache needs to know."""

    layers: int
    heads: int
    kv_heads: int
    head_dim: int
    hidden: int
    vocabulary: int
    positions: int


@dataclass(frozen=True)
class Part:
    """A module of a layer, and which outputs of a fused linear layer, its group, are its own."""

    module: str  # the name after the layer's
    group: str
    index: int  # which of the group's modules
    first: int  # its first output in the group
    outputs: int


@dataclass(frozen=True)
class Norm:
    """A layer norm, or without a bias an RMS norm, over `hidden` values."""

    weight: Tensor
    bias: Tensor | None = None


@dataclass(frozen=True)
class Layer:
    """One layer's weights. What only some architectures have is None in the others."""

    attention_norm: Norm
    qkv: Linear
    attention_out: Linear
    mlp_norm: Norm
    mlp_in: Linear
    mlp_out: Linear
    turns: Tensor | None = None  # rotary positions as complex numbers [positions, head_dim / 2]
    head_norm: Tensor | None = None  # weights of an RMS norm of each query and key [heads + kv heads, head_dim]
    attention_out_norm: Tensor | None = None  # of an RMS norm of what attention adds to the stream [hidden]
    mlp_out_norm: Tensor | None = None  # of what the MLP adds


@dataclass(frozen=True)
class FirstToken:
    """What the first token of every text leaves behind: its keys and values [layers, 2 · kv heads, head_dim], and the
    logits [1, vocabulary] of what follows it."""

    keys_and_values: Tensor
    logits: Tensor


class Decoder(Protocol):
    """A base model of one architecture, as the batch uses it. `adapt` is called for each group of each layer with the
    group's input and output; it may change the output in place.
    """

    shape: Shape
    precision: Precision
    dtype: torch.dtype  # of what goes through products on a GPU, and of the cache; float32 on a CPU
    device: torch.device
    layer_name: str  # of the checkpoint, with {} for the layer's number
    groups: dict[str, tuple[int, int]]  # inputs and outputs of the fused linear layers
    parts: tuple[Part, ...]
    layers: Sequence[Layer]
    head: Linear
    first_tokens: dict[int, FirstToken]  # of the base itself, as they are read
    norm: Norm  # after the last layer
    epsilon: float  # of the norms
    gated: bool  # the MLP is activation(gate) · up, else activation
    gelu: bool  # by tanh; else silu

    def embed(self, ids: Tensor, positions: Tensor) -> Tensor:
        """[rows, hidden] in float32: where the residual stream begins."""

    def hidden(self, ids: Tensor, positions: Tensor, attend: Attend, adapt: Adapt) -> Tensor:
        """Final hidden rows [rows, hidden] of tokens [rows] at positions [rows]."""

    def logits(self, hidden: Tensor) -> Tensor:
        """[rows, vocabulary] in float32."""

    def arranged(self, module: str, weight: Tensor) -> Tensor:
        """The outputs of a module's weight [out, …] in the order that the decoder computes them in."""


def no_adapter(layer: int, group: str, x: Tensor, y: Tensor) -> Tensor:
    """For rows without an adapter: the output as it is."""
    return y


def attend_causally(layer: int, q: Tensor, kv: Tensor) -> Tensor:
    """For the tokens of one text from its beginning: each attends to itself and those before it."""
    keys, values = kv.transpose(0, 1).chunk(2)
    repeat = q.shape[1] // len(keys)
    out = F.scaled_dot_product_attention(
        q.transpose(0, 1)[None],
        keys.repeat_interleave(repeat, 0)[None],
        values.repeat_interleave(repeat, 0)[None],
        is_causal=True,
    )
    return out[0].transpose(0, 1).flatten(1)
