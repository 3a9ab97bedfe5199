"""Base models as functions from token rows to hidden rows: what the two architectures share.

A decoder works on a flat list of tokens, [rows], each with its position. How a row attends to what came
before it, and what its adapter adds to a linear layer, is passed in: so prefill and decode are the same code.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch
from safetensors import safe_open
from torch import Tensor

Attend = Callable[[int, Tensor, Tensor, Tensor], Tensor]
"""(layer, queries [rows, heads, dim], keys [rows, kv heads, dim], values) → [rows, heads * dim]"""

Adapt = Callable[[int, str, Tensor, Tensor], Tensor]
"""(layer, group, input [rows, in], output [rows, out]) → output with the rows' adapters added"""

GROUPS = ("qkv", "attention_out", "mlp_in", "mlp_out")


@dataclass(frozen=True)
class Shape:
    """The sizes a cache and an adapter need to know."""

    layers: int
    heads: int
    kv_heads: int
    head_dim: int
    hidden: int
    vocabulary: int
    positions: int


class Decoder(Protocol):
    shape: Shape
    dtype: torch.dtype
    device: torch.device

    def hidden(self, ids: Tensor, positions: Tensor, attend: Attend, adapt: Adapt) -> Tensor:
        """Final hidden rows [rows, hidden] of tokens [rows] at positions [rows]."""

    def logits(self, hidden: Tensor) -> Tensor:
        """[rows, vocabulary] in float32."""

    def fuse(self, layer: int, parts: dict[str, tuple[Tensor, Tensor]]) -> dict[str, tuple[Tensor, Tensor]]:
        """Low-rank pairs of one layer, by module name, fused to this decoder's groups."""


def no_adapter(layer: int, group: str, x: Tensor, y: Tensor) -> Tensor:
    return y


def load_decoder(folder: Path, dtype: torch.dtype, device: torch.device) -> Decoder:
    """Load a `save_pretrained` folder of either architecture. Raises ValueError for another architecture."""
    from bot.generation.gpt2 import Gpt2Decoder
    from bot.generation.llama import LlamaDecoder

    config = json.loads((folder / "config.json").read_text())
    architectures: dict[str, Callable[..., Decoder]] = {"gpt2": Gpt2Decoder, "llama": LlamaDecoder}
    if config["model_type"] not in architectures:
        raise ValueError(f"the architecture {config['model_type']!r} of {folder} cannot be served")
    return architectures[config["model_type"]](config, Weights(folder, dtype, device))


class Weights:
    """The tensors of a safetensors file by name, converted as they are asked for. Unknown names raise KeyError."""

    def __init__(self, folder: Path, dtype: torch.dtype, device: torch.device) -> None:
        self.dtype = dtype
        self.device = device
        self._file: Any = safe_open(folder / "model.safetensors", framework="pt")
        self._names = set(self._file.keys())

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def __call__(self, name: str) -> Tensor:
        if name not in self._names:
            raise KeyError(f"the tensor {name} is missing")
        tensor: Tensor = self._file.get_tensor(name)
        return tensor.to(self.device, self.dtype)


def side_by_side(pairs: list[tuple[Tensor, Tensor]]) -> tuple[Tensor, Tensor]:
    """Fuse low-rank pairs A [r, in], B [out, r] of layers that share their input into one pair."""
    a = torch.cat([a for a, _ in pairs])
    b = torch.block_diag(*[b for _, b in pairs])
    return a, b
