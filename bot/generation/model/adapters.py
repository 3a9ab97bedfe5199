"""LoRA adapters, read from PEFT folders, and blends of them."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from bot.generation.model.decoder import Decoder, FirstToken
from bot.generation.model.linear import DTYPES

LARGEST = 1e6  # of the product of a pair's largest numbers: trained ones are below 10
_KEY = re.compile(r"base_model\.model\.(.+)\.lora_([AB])\.weight")


@dataclass(frozen=True, eq=False)
class Adapter:
    """Low-rank pairs A [rank, in] and B [out, rank] of every linear module, scale included, by layer and module."""

    rank: int
    layers: tuple[dict[str, tuple[Tensor, Tensor]], ...]
    first_tokens: dict[int, FirstToken] = field(default_factory=dict)  # as they are read with it

    @property
    def bytes(self) -> int:
        """Of memory."""
        return sum(a.nbytes + b.nbytes for layer in self.layers for a, b in layer.values())


def read_pairs(folder: Path, dtype: torch.dtype = torch.float32) -> dict[str, tuple[Tensor, Tensor]]:
    """The pairs A [rank, in] and B [out, rank] of a PEFT folder, scale included, by the module's whole name. Raises
    ValueError for what is no plain LoRA adapter.
    """
    config = json.loads((folder / "adapter_config.json").read_text())
    if config.get("peft_type") != "LORA" or config.get("use_dora") or config.get("rank_pattern"):
        raise ValueError(f"{folder} is not a plain LoRA adapter")
    rank = int(config["r"])
    scale = config["lora_alpha"] / (rank**0.5 if config.get("use_rslora") else rank)
    found: dict[tuple[str, str], Tensor] = {}
    for key, tensor in load_file(folder / "adapter_model.safetensors").items():
        match = _KEY.fullmatch(key)
        if match is None:
            raise ValueError(f"{folder}: the tensor {key} is not part of a LoRA adapter")
        found[match[1], match[2]] = tensor  # of the mapped file: read as it is converted, one after another
    pairs = {}
    for name in {name for name, _ in found}:
        a, b = found.get((name, "A")), found.get((name, "B"))
        if a is None or b is None or a.dim() != 2 or b.dim() != 2 or len(a) != rank or b.shape[1] != rank:
            raise ValueError(f"{folder} is not a whole LoRA adapter (it has no pair of rank {rank} for {name})")
        a, b = a.float(), b.float() * scale
        if not float(a.abs().max() * b.abs().max()) < LARGEST:  # NaN is not smaller either
            raise ValueError(f"{folder} holds numbers that no training makes ({name})")
        pairs[name] = a.to(dtype), b.to(dtype)
    return pairs


def load_adapter(folder: Path, decoder: Decoder) -> Adapter:
    """Read a PEFT folder for this decoder. Raises ValueError where it does not fit the base model."""
    found = read_pairs(folder, DTYPES[decoder.precision])

    def pair(layer: int, module: str) -> tuple[Tensor, Tensor]:
        a, b = found.pop(decoder.layer_name.format(layer) + module)
        return a, decoder.arranged(module, b)

    try:
        layers = tuple(
            {part.module: pair(layer, part.module) for part in decoder.parts} for layer in range(decoder.shape.layers)
        )
    except (KeyError, RuntimeError) as error:
        raise ValueError(f"{folder} does not fit the base model ({error})") from error
    if found:
        raise ValueError(f"{folder} does not fit the base model (it also adapts {next(iter(found))})")
    for layer in layers:
        for part in decoder.parts:
            a, b = layer[part.module]
            if a.shape[1] != decoder.groups[part.group][0] or len(b) != part.outputs:
                raise ValueError(f"{folder} does not fit the base model ({part.module} has another shape)")
    return Adapter(len(layers[0][decoder.parts[0].module][0]), layers)


def blend(parts: Sequence[tuple[Adapter, float]]) -> Adapter:
    """The weighted sum of adapters, exactly: their ranks lie side by side, the weights are in B."""

    def pair(layer: int, module: str) -> tuple[Tensor, Tensor]:
        pairs = [(adapter.layers[layer][module], weight) for adapter, weight in parts]
        return torch.cat([a for (a, _), _ in pairs]), torch.cat([b * weight for (_, b), weight in pairs], dim=1)

    first = parts[0][0].layers
    layers = tuple({module: pair(index, module) for module in layer} for index, layer in enumerate(first))
    return Adapter(sum(adapter.rank for adapter, _ in parts), layers)
