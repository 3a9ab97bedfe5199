"""Base models as functions from token rows to hidden rows: what the architectures share.

A decoder works on a flat list of tokens, [rows], each with its position. How a row attends to what came
before it, and what its adapter adds to a linear layer, is passed in: so prefill and decode are the same code. On a
GPU, `bot.generation.gpu.forward` runs the same layers with operations made for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch
from safetensors import safe_open
from torch import Tensor
from torch.nn import functional as F

from bot.generation.model.linear import DTYPES, Linear, Precision, exact_product, make_linear

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
    prompts: Decoder  # reads prompts: the same weights, but where those are int8, in an exact precision
    layers: list[Layer]
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


class Weights:
    """The tensors of a safetensors file by name, converted as they are asked for. Unknown names raise KeyError.

    `added`: factors of what is added to stored tensors, as their product. Raises ValueError where it does not fit.
    """

    def __init__(
        self,
        folder: Path,
        precision: Precision,
        device: torch.device,
        largest_inputs: Mapping[str, Tensor] | None = None,
        added: Mapping[str, tuple[Tensor, Tensor]] | None = None,
    ) -> None:
        self._largest_inputs = largest_inputs or {}
        self._added = added or {}
        self.precision = precision
        self.device = device
        self.dtype = torch.float32 if device.type == "cpu" else DTYPES[precision]
        self._file: Any = safe_open(folder / "model.safetensors", framework="pt")
        self._names = set(self._file.keys())
        if lacking := sorted(set(self._added) - self._names):
            raise ValueError(f"{folder} has no {lacking[0]} to add to")

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def __call__(self, name: str) -> Tensor:
        """In float32, as what goes on between products is."""
        return self.stored(name).to(self.device, torch.float32)

    def stored(self, name: str) -> Tensor:
        """As it is in the file, and what is added to it."""
        if name not in self._names:
            raise KeyError(f"the tensor {name} is missing")
        tensor: Tensor = self._file.get_tensor(name)
        if name not in self._added:
            return tensor
        left, right = self._added[name]
        if tensor.shape != (len(left), right.shape[1]):
            raise ValueError(f"what is to be added to {name} has another shape")
        return torch.addmm(tensor.float(), left, right)

    def embedding(self, name: str) -> Tensor:
        """In the precision of the weights: half the memory where that is bfloat16."""
        return self.stored(name).to(self.device, DTYPES[self.precision])

    def linear(self, name: str, weight: Tensor, bias: Tensor | None = None) -> Linear:
        """A layer of stored tensors, weight [out, in], by its name in `largest_inputs`."""
        bias = None if bias is None else bias.to(self.device)
        return make_linear(weight.to(self.device), bias, self.precision, self._largest_inputs.get(name))

    def head(self, weight: Tensor) -> Linear:
        """The layer that gives logits, in float32 on every device."""
        if self.device.type == "cpu":
            return self.linear("head", weight)
        return exact_product(weight.to(self.device, self.dtype))
