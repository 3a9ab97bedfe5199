"""Base models as functions from token rows to hidden rows: what the two architectures share.

A decoder works on a flat list of tokens, [rows], each with its position. How a row attends to what came
before it, and what its adapter adds to a linear layer, is passed in: so prefill and decode are the same code.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch
from safetensors import safe_open
from torch import Tensor
from torch.nn import functional as F

from bot.generation.model.linear import DTYPES, Linear, Precision, make_linear, packing_works
from data.models.framing import Framing, load_framing

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


class Decoder(Protocol):
    shape: Shape
    precision: Precision
    dtype: torch.dtype  # of the activations and the cache
    device: torch.device
    layer_name: str  # of the checkpoint, with {} for the layer's number
    groups: dict[str, tuple[int, int]]  # inputs and outputs of the fused linear layers
    parts: tuple[Part, ...]
    prompts: Decoder  # reads prompts: the same weights, but where those are int8, in an exact precision

    def hidden(self, ids: Tensor, positions: Tensor, attend: Attend, adapt: Adapt) -> Tensor:
        """Final hidden rows [rows, hidden] of tokens [rows] at positions [rows]."""

    def logits(self, hidden: Tensor) -> Tensor:
        """[rows, vocabulary] in float32."""

    def arranged(self, module: str, weight: Tensor) -> Tensor:
        """The outputs of a module's weight [out, …] in the order that the decoder computes them in."""


def no_adapter(layer: int, group: str, x: Tensor, y: Tensor) -> Tensor:
    return y


def load_decoder(folder: Path, precision: Precision, device: torch.device, framing: Framing | None = None) -> Decoder:
    """Load a `save_pretrained` folder of either architecture; its framing, too, where that is not at hand.

    Raises ValueError for another architecture.
    """
    from bot.generation.model.gpt2 import Gpt2Decoder
    from bot.generation.model.llama import LlamaDecoder

    config = json.loads((folder / "config.json").read_text())
    architectures: dict[str, Callable[..., Decoder]] = {"gpt2": Gpt2Decoder, "llama": LlamaDecoder}
    if config["model_type"] not in architectures:
        raise ValueError(f"the architecture {config['model_type']!r} of {folder} cannot be served")
    make = architectures[config["model_type"]]
    if precision != "int8" or device.type != "cpu":
        return make(config, Weights(folder, precision, device))
    exact = make(config, Weights(folder, "bfloat16" if packing_works("bfloat16") else "float32", device))
    decoder = make(config, Weights(folder, precision, device, largest_inputs(exact, framing or load_framing(folder))))
    decoder.prompts = exact
    return decoder


def weight_bytes(folder: Path, precision: Precision) -> int:
    """What a model's weights take in memory when they are served; an int8 model keeps a copy that reads prompts."""
    with safe_open(folder / "model.safetensors", framework="pt") as opened:
        file: Any = opened
        sizes = {name: math.prod(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118
    tied = 0 if "lm_head.weight" in sizes else max(sizes.values())  # a shared vocabulary lies there packed and plain
    return (sum(sizes.values()) + tied) * {"float32": 4, "bfloat16": 2, "int8": 3}[precision]


SENTENCES = (
    "I think that people who get up at 5am are lying to us :( and nobody asks them why!!",
    "NEW: 50% off all weekend at our shop → https://example.com/offer?id=7 #sale #win @friend @shop_24",
    "The committee met on Tuesday, 14 March 2017; its report (42 pages) is expected by the end of the year.",
    "São Paulo é linda… ¿y tú? Größe, naïve café, 日本語のツイートも書けます、привет, مرحبا 😀🔥",
    "def f(x): return x * 2  # and here is some code, too",
)
"""Of many kinds, to see how large the inputs of each layer grow."""


@torch.inference_mode()
def largest_inputs(decoder: Decoder, framing: Framing) -> dict[str, Tensor]:
    """The magnitude that each input [in] of each linear layer reaches over `SENTENCES`, by "layer.group" and "head".

    Without the first token of each, which is out of all proportion and which int8 never reads.
    """
    seen: dict[str, Tensor] = {}

    def note(name: str, x: Tensor) -> None:
        largest = x[1:].abs().amax(0)
        seen[name] = largest.maximum(seen[name]) if name in seen else largest

    def adapt(layer: int, group: str, x: Tensor, y: Tensor) -> Tensor:
        note(f"{layer}.{group}", x)
        return y

    for text in SENTENCES:
        ids = torch.tensor(framing.tweet(text))
        note("head", decoder.hidden(ids, torch.arange(len(ids)), attend_causally, adapt))
    return seen


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
    """The tensors of a safetensors file by name, converted as they are asked for. Unknown names raise KeyError."""

    def __init__(
        self,
        folder: Path,
        precision: Precision,
        device: torch.device,
        largest_inputs: Mapping[str, Tensor] | None = None,
    ) -> None:
        self._largest_inputs = largest_inputs or {}
        self.precision = precision
        self.device = device
        self.dtype = torch.float32 if device.type == "cpu" else DTYPES[precision]
        self._file: Any = safe_open(folder / "model.safetensors", framework="pt")
        self._names = set(self._file.keys())

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def __call__(self, name: str) -> Tensor:
        """As the activations are."""
        return self.stored(name).to(self.device, self.dtype)

    def stored(self, name: str) -> Tensor:
        """As it is in the file."""
        if name not in self._names:
            raise KeyError(f"the tensor {name} is missing")
        tensor: Tensor = self._file.get_tensor(name)
        return tensor

    def embedding(self, name: str) -> Tensor:
        """In the precision of the weights: half the memory where that is bfloat16."""
        return self.stored(name).to(self.device, DTYPES[self.precision])

    def linear(self, name: str, weight: Tensor, bias: Tensor | None = None) -> Linear:
        """A layer of stored tensors, weight [out, in], by its name in `largest_inputs`."""
        bias = None if bias is None else bias.to(self.device)
        return make_linear(weight.to(self.device), bias, self.precision, self._largest_inputs.get(name))
