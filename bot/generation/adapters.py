"""LoRA adapters, read from PEFT folders, and their product with a batch in which every row has its own."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional as F

from bot.generation.decoder import GROUPS, Decoder

_KEY = re.compile(r"base_model\.model\.(.+)\.lora_([AB])\.weight")


@dataclass(frozen=True, eq=False)
class Adapter:
    """Low-rank pairs A [rank, in] and B [out, rank], scale included, by layer and group."""

    layers: tuple[dict[str, tuple[Tensor, Tensor]], ...]

    @property
    def rank(self) -> int:
        """The largest rank of any group, after fusing."""
        return max(a.shape[0] for layer in self.layers for a, _ in layer.values())


def load_adapter(folder: Path, decoder: Decoder) -> Adapter:
    """Read a PEFT folder for this decoder. Raises ValueError where it does not fit the base model."""
    config = json.loads((folder / "adapter_config.json").read_text())
    if config.get("peft_type") != "LORA" or config.get("use_dora") or config.get("rank_pattern"):
        raise ValueError(f"{folder} is not a plain LoRA adapter")
    scale = config["lora_alpha"] / (config["r"] ** 0.5 if config.get("use_rslora") else config["r"])
    tensors = load_file(folder / "adapter_model.safetensors")
    found: dict[str, dict[str, Tensor]] = {}
    for key, tensor in tensors.items():
        match = _KEY.fullmatch(key)
        if match is None:
            raise ValueError(f"{folder}: the tensor {key} is not part of a LoRA adapter")
        found.setdefault(match[1], {})[match[2]] = tensor.float()
    parts = {module: (pair["A"], pair["B"] * scale) for module, pair in found.items()}

    def placed(pair: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        a, b = (tensor.to(decoder.device, decoder.dtype).contiguous() for tensor in pair)
        return a, b

    try:
        layers = tuple(
            {group: placed(pair) for group, pair in decoder.fuse(index, parts).items()}
            for index in range(decoder.shape.layers)
        )
    except (KeyError, RuntimeError) as error:
        raise ValueError(f"{folder} does not fit the base model ({error})") from error
    return Adapter(layers)


class ActiveAdapters:
    """The adapters of the rows that are in a batch now; rebuilt when the rows change.

    One adapter for all rows is two small products. Several are two batched ones: rows are gathered by adapter
    into [adapters, most rows, in]; a row without an adapter has one of zeros.
    """

    def __init__(self, rows: Sequence[Adapter | None], before: ActiveAdapters | None = None) -> None:
        self._distinct = list(dict.fromkeys(rows))
        self._stacked: list[dict[str, tuple[Tensor, Tensor]]] = []
        if len(self._distinct) > 1:
            self._gather, self._scatter = _grouping([self._distinct.index(row) for row in rows])
            if before is not None and before._distinct == self._distinct:
                self._stacked = before._stacked
            else:
                self._stacked = _stack(self._distinct)

    def adapt(self, layer: int, group: str, x: Tensor, y: Tensor) -> Tensor:
        """`y` [rows, out] plus what each row's adapter makes of `x` [rows, in]."""
        if self._stacked:
            a, b = self._stacked[layer][group]
            low = torch.bmm(x[self._gather], a)
            return y + torch.bmm(low, b).flatten(0, 1)[self._scatter]
        adapter = self._distinct[0]
        if adapter is None:
            return y
        a, b = adapter.layers[layer][group]
        return y + F.linear(F.linear(x, a), b)


def _grouping(adapter_of_row: list[int]) -> tuple[Tensor, Tensor]:
    """Row numbers by adapter, padded with row 0, [adapters, most rows]; and where each row went, [rows]."""
    groups: list[list[int]] = [[] for _ in range(max(adapter_of_row) + 1)]
    place = []
    for row, adapter in enumerate(adapter_of_row):
        place.append((adapter, len(groups[adapter])))
        groups[adapter].append(row)
    width = max(map(len, groups))
    gather = torch.tensor([group + [0] * (width - len(group)) for group in groups])
    return gather, torch.tensor([adapter * width + index for adapter, index in place])


def _stack(adapters: list[Adapter | None]) -> list[dict[str, tuple[Tensor, Tensor]]]:
    """Per layer and group, A as [adapters, in, rank] and B as [adapters, rank, out], padded to the largest rank."""
    first = next(adapter for adapter in adapters if adapter is not None)
    stacked = []
    for layer in range(len(first.layers)):
        banks = {}
        for group in GROUPS:
            some_a, some_b = first.layers[layer][group]
            rank = max(a.layers[layer][group][0].shape[0] for a in adapters if a is not None)
            bank_a = some_a.new_zeros(len(adapters), rank, some_a.shape[1])
            bank_b = some_b.new_zeros(len(adapters), some_b.shape[0], rank)
            for index, adapter in enumerate(adapters):
                if adapter is not None:
                    a, b = adapter.layers[layer][group]
                    bank_a[index, : a.shape[0]] = a
                    bank_b[index, :, : b.shape[1]] = b
            banks[group] = (bank_a.transpose(1, 2), bank_b.transpose(1, 2))
        stacked.append(banks)
    return stacked
