"""Weights in int8: made of a checkpoint in one pass, layer by layer, and of a base kept on disk for the next start.

A pass over some sentences shows how large the inputs of each product grow; by that its weights are quantized
(`linear.quantize`). The next start reads a quarter of the bytes, and converts none.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, overload

import torch
from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import Tensor
from torch.nn import functional as F

from bot.generation.model.decoder import Decoder, FirstToken, Layer, attend_causally, no_adapter
from bot.generation.model.linear import Int8Linear, Linear, Quantized, quantize
from bot.generation.model.weights import Made, TensorFile, Weights
from data.models.framing import Framing

log = logging.getLogger(__name__)
FORMAT = 2  # raised whenever the same base would be packed into other numbers
CPU = torch.device("cpu")

MakeDecoder = Callable[[Weights], Decoder]
Parts = Mapping[str, Tensor]
"""By `name.weight`, `name.scale` and `name.inverse` what `Quantized` holds; embeddings by their own names; by
`first.keys_and_values` and `first.logits` the `FirstToken` of the base, as float32 reads it."""

SENTENCES = (
    "I think that people who get up at 5am are lying to us :( and nobody asks them why!!",
    "NEW: 50% off all weekend at our shop → https://example.com/offer?id=7 #sale #win @friend @shop_24",
    "The committee met on Tuesday, 14 March 2017; its report (42 pages) is expected by the end of the year.",
    "São Paulo é linda… ¿y tú? Größe, naïve café, 日本語のツイートも書けます、привет, مرحبا 😀🔥",
    "def f(x): return x * 2  # and here is some code, too",
    "update: the kettle is fine. i am the one who was broken",
    "Proud to stand with the nurses of Ward 9. They asked for water, chairs and four hours of sleep. We can do that.",
    "We're SO sorry about that order 😩 DM us your town and we will bring you another one, on the house 🍟🍟",
    "how to fold a fitted sheet: 1) don't 2) own fewer sheets 3) live in a lighthouse, where nobody checks",
    "\"You can't park there,\" said the horse. 'Why not?' I said. It looked at my hat for a very long time…",
    "Neuer Rekord: 3 Tage ohne Kaffee!!! Niemand hat mich erkannt, nicht einmal der Hund (er ist 14)",
    "lol ok but WHO put raisins in the printer again",
)
"""Of many kinds, to see how large the inputs of each layer grow."""


class PackedWeights(Weights):
    """The products and embeddings as `parts` hold them; what else there is, from the model's own file."""

    def __init__(self, folder: Path, parts: Parts) -> None:
        super().__init__(folder, "int8", CPU)
        self._parts = parts

    def embedding(self, name: str) -> Tensor:
        return self._parts[name].clone()

    def layers(self, make: Callable[[int], Layer], count: int) -> Sequence[Layer]:
        """All of them, several at a time: reading and packing leave the interpreter to others."""
        with ThreadPoolExecutor(torch.get_num_threads()) as threads:
            return list(threads.map(torch.inference_mode()(make), range(count)))

    def linear(self, name: str, weight: Made, bias: Tensor | None = None) -> Linear:
        whole, scale, inverse = (self._parts[f"{name}.{part}"] for part in Quantized.PARTS)
        return Int8Linear(Quantized(whole, scale, inverse.clone()), bias)  # the weight is copied as it is packed

    def first_token(self) -> FirstToken:
        """What the token that all texts begin with leaves behind."""
        return FirstToken(self._parts["first.keys_and_values"].clone(), self._parts["first.logits"].clone())


def packed_parts(folder: Path, make: MakeDecoder, framing: Framing, kept: Path | None = None) -> Parts:
    """The parts of a model folder: from the file `kept` where that holds them and is whole; else they are made now, and
    kept there."""
    facts = {"format": FORMAT, "torch": torch.__version__, "source": _source(folder)}
    if kept is not None:
        with suppress(OSError, ValueError, KeyError):
            told = json.loads(kept.with_suffix(".json").read_text())
            if told == {**facts, "sha256": _sha256(kept)}:
                return TensorFile(kept)
    parts = pack(folder, make, framing)
    if kept is None:
        return parts
    partial = kept.with_suffix(f".{os.getpid()}")
    try:
        save_file(parts, partial)
        sha256 = _sha256(partial)
        partial.replace(kept)
        kept.with_suffix(".json").write_text(json.dumps({**facts, "sha256": sha256}))
    except (OSError, SafetensorError) as error:  # it is made again at the next start
        partial.unlink(missing_ok=True)
        log.warning("the packed weights could not be kept (%s)", error)
        return parts
    return TensorFile(kept)


@torch.inference_mode()
def pack(
    folder: Path, make: MakeDecoder, framing: Framing, added: Mapping[str, tuple[Tensor, Tensor]] | None = None
) -> dict[str, Tensor]:
    """Quantize all products of a checkpoint, with what is added to it, and read the first token."""
    texts = [framing.tweet(text) for text in SENTENCES]
    lengths = [len(text) for text in texts]
    first = torch.cat([torch.arange(length) == 0 for length in lengths])
    passing = _Passing(folder, ~first, added)
    decoder = make(passing)
    left: list[Tensor] = []

    def attend(layer: int, q: Tensor, kv: Tensor) -> Tensor:
        left.append(kv[0].clone())
        return torch.cat([attend_causally(layer, *of) for of in zip(q.split(lengths), kv.split(lengths), strict=True)])

    ids = torch.tensor([token for text in texts for token in text])
    positions = torch.cat([torch.arange(length) for length in lengths])
    logits = decoder.logits(decoder.hidden(ids, positions, attend, no_adapter))
    return passing.parts | {"first.keys_and_values": torch.stack(left), "first.logits": logits[:1].clone()}


class _Passing(Weights):
    """In float32, for one pass over all layers: each is read when it is come to, quantized and forgotten.

    The rows of first tokens do not count, which are out of all proportion and never read in int8.
    """

    def __init__(self, folder: Path, counting: Tensor, added: Mapping[str, tuple[Tensor, Tensor]] | None) -> None:
        super().__init__(folder, "int8", CPU, added)
        self.parts: dict[str, Tensor] = {}
        self._counting = counting

    def embedding(self, name: str) -> Tensor:
        self.parts[name] = super().embedding(name)
        return self.parts[name]

    def layers(self, make: Callable[[int], Layer], count: int) -> Sequence[Layer]:
        return _OneByOne(make, count)

    def linear(self, name: str, weight: Made, bias: Tensor | None = None) -> Linear:
        def product(x: Tensor) -> Tensor:
            whole = weight().float()
            quantized = quantize(whole, x[self._counting].abs().amax(0))
            self.parts |= {f"{name}.{part}": getattr(quantized, part) for part in Quantized.PARTS}
            return F.linear(x, whole, bias)

        return product


class _OneByOne(Sequence[Layer]):
    def __init__(self, make: Callable[[int], Layer], count: int) -> None:
        self._make, self._count = make, count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Layer]:
        return map(self._make, range(self._count))

    @overload
    def __getitem__(self, index: int) -> Layer: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Layer]: ...
    def __getitem__(self, index: int | slice) -> Any:
        return self._make(index) if isinstance(index, int) else list(map(self._make, range(self._count)[index]))


def _source(folder: Path) -> str:
    """Which weights a folder holds: by their hash, where that is at hand, else by size and time."""
    with suppress(OSError, ValueError, KeyError):
        return str(json.loads((folder / "base.json").read_text())["fingerprint"])
    facts = (folder / "model.safetensors").stat()
    return f"{facts.st_size} {facts.st_mtime_ns}"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
