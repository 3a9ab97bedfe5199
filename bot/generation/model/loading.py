"""Decoders from a model folder: which class reads which architecture, and what a model takes in memory."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor

from bot.generation.model.adapters import read_pairs
from bot.generation.model.decoder import Decoder
from bot.generation.model.gemma3 import Gemma3Decoder
from bot.generation.model.gpt2 import Gpt2Decoder
from bot.generation.model.linear import DTYPES, Precision
from bot.generation.model.llama import LlamaDecoder
from bot.generation.model.packed import PackedWeights, pack, packed_parts
from bot.generation.model.weights import Weights
from data.models.architectures import ARCHITECTURES, why_unservable
from data.models.framing import Framing, load_framing

DECODERS: dict[str, Callable[..., Decoder]] = {
    "gpt2": Gpt2Decoder,
    "llama": LlamaDecoder,
    "mistral": LlamaDecoder,
    "qwen2": LlamaDecoder,
    "qwen3": LlamaDecoder,
    "gemma3_text": Gemma3Decoder,
}
"""By `model_type` of a `config.json`."""


def load_decoder(
    folder: Path,
    precision: Precision,
    device: torch.device,
    framing: Framing | None = None,
    adapter: Path | None = None,
    packed: Path | None = None,
) -> Decoder:
    """Load a `save_pretrained` folder of one of `ARCHITECTURES`; its framing, too, where that is not at hand.

    With the PEFT folder of an adapter, that is merged into the weights. `packed` is the file in which int8 weights are
    kept from one start to the next. Raises ValueError for what `why_unservable` names, and for an adapter that does
    not fit.
    """
    config = json.loads((folder / "config.json").read_text())
    if reason := why_unservable(config):
        raise ValueError(f"{folder} cannot be served: {reason}")
    make = partial(DECODERS[config["model_type"]], config)
    added = {} if adapter is None else _factors(adapter, ARCHITECTURES[config["model_type"]].transposed)
    if precision != "int8" or device.type != "cpu":
        return make(Weights(folder, precision, device, added))
    framing = framing or load_framing(folder)
    parts = packed_parts(folder, make, framing, packed) if adapter is None else pack(folder, make, framing, added)
    weights = PackedWeights(folder, parts)
    decoder = make(weights)
    decoder.first_tokens[framing.begin_id] = weights.first_token()
    return decoder


def packed_path(base: Path) -> Path:
    """Where the int8 weights of a prepared base are kept."""
    return base.parent / f"{base.name}.int8.safetensors"


def _factors(adapter: Path, transposed: bool) -> dict[str, tuple[Tensor, Tensor]]:
    """By the name of a weight, the factors of what a LoRA adapter adds to it as it is stored."""
    pairs = read_pairs(adapter).items()
    return {f"{name}.weight": (a.T, b.T) if transposed else (b, a) for name, (a, b) in pairs}


def weight_bytes(folder: Path, precision: Precision) -> int:
    """What a model's weights take in memory when they are served; embeddings of an int8 model are bfloat16."""
    with safe_open(folder / "model.safetensors", framework="pt") as opened:
        file: Any = opened
        sizes = {name: math.prod(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118
    tied = 0 if "lm_head.weight" in sizes else max(sizes.values())  # a shared vocabulary lies there packed and plain
    if precision == "int8":
        return sum(sizes.values()) + tied + max(sizes.values())
    return (sum(sizes.values()) + tied) * DTYPES[precision].itemsize
