"""A checkpoint's tensors by name: converted as they are asked for, and never all in memory in the form of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import torch
from safetensors import safe_open
from torch import Tensor

from bot.generation.model.decoder import Layer
from bot.generation.model.linear import DTYPES, Linear, Precision, exact_product, make_linear

Made = Callable[[], Tensor]
"""Reads and arranges a weight [out, in], if it is needed."""


class TensorFile(Mapping[str, Tensor]):
    """A safetensors file. It is opened for each tensor: what is mapped of a file counts as memory of the process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with safe_open(path, framework="pt") as opened:
            self._names = tuple(opened.keys())

    def __getitem__(self, name: str) -> Tensor:
        if name not in self._names:
            raise KeyError(f"the tensor {name} is missing")
        with safe_open(self._path, framework="pt") as opened:
            tensor: Tensor = opened.get_tensor(name)
            return tensor

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Weights:
    """The tensors of a model folder. Unknown names raise KeyError.

    `added`: factors of what is added to stored tensors, as their product. Raises ValueError where it does not fit.
    """

    def __init__(
        self,
        folder: Path,
        precision: Precision,
        device: torch.device,
        added: Mapping[str, tuple[Tensor, Tensor]] | None = None,
    ) -> None:
        self._file = TensorFile(folder / "model.safetensors")
        self._added = added or {}
        self.precision = precision
        self.device = device
        self.dtype = torch.float32 if device.type == "cpu" else DTYPES[precision]
        if lacking := sorted(set(self._added) - set(self._file)):
            raise ValueError(f"{folder} has no {lacking[0]} to add to")

    def __contains__(self, name: str) -> bool:
        return name in self._file

    def __call__(self, name: str) -> Tensor:
        """In float32, as what goes on between products is."""
        return self.stored(name).to(self.device, torch.float32, copy=True)

    def stored(self, name: str) -> Tensor:
        """As it is in the file, and what is added to it."""
        tensor = self._file[name]
        if name not in self._added:
            return tensor
        left, right = self._added[name]
        if tensor.shape != (len(left), right.shape[1]):
            raise ValueError(f"what is to be added to {name} has another shape")
        return torch.addmm(tensor.float(), left, right)

    def embedding(self, name: str) -> Tensor:
        """In the precision of the weights: half the memory where that is bfloat16."""
        return self.stored(name).to(self.device, DTYPES[self.precision], copy=True)

    def layers(self, make: Callable[[int], Layer], count: int) -> Sequence[Layer]:
        """All of them."""
        return [make(index) for index in range(count)]

    def linear(self, name: str, weight: Made, bias: Tensor | None = None) -> Linear:
        """A layer by a name of ours, "layer.group" or "head"."""
        bias = None if bias is None else bias.to(self.device)
        return make_linear(weight().to(self.device), bias, self.precision)

    def head(self, weight: Made) -> Linear:
        """The layer that gives logits, in float32 on every device."""
        if self.device.type == "cpu":
            return self.linear("head", weight)
        return exact_product(weight().to(self.device, self.dtype))
