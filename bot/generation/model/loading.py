"""Decoders from a model folder: which class reads which architecture, and what a model takes in memory."""

from __future__ import annotations

import gc
import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor

from bot.generation.model.adapters import read_pairs
from bot.generation.model.decoder import Decoder, Weights, attend_causally
from bot.generation.model.gemma3 import Gemma3Decoder
from bot.generation.model.gpt2 import Gpt2Decoder
from bot.generation.model.linear import Precision, packing_works
from bot.generation.model.llama import LlamaDecoder
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
) -> Decoder:
    """Load a `save_pretrained` folder of one of `ARCHITECTURES`; its framing, too, where that is not at hand.

    With the PEFT folder of an adapter, that is merged into the weights. Raises ValueError for what `why_unservable`
    names, and for an adapter that does not fit.
    """
    config = json.loads((folder / "config.json").read_text())
    if reason := why_unservable(config):
        raise ValueError(f"{folder} cannot be served: {reason}")
    make = DECODERS[config["model_type"]]
    added = {} if adapter is None else _factors(adapter, ARCHITECTURES[config["model_type"]].transposed)
    if precision != "int8" or device.type != "cpu":
        return make(config, Weights(folder, precision, device, added=added))
    exact_precision: Precision = "bfloat16" if packing_works("bfloat16") else "float32"
    exact = make(config, Weights(folder, exact_precision, device, added=added))
    largest = largest_inputs(exact, framing or load_framing(folder))
    decoder = make(config, Weights(folder, precision, device, largest, added))
    decoder.prompts = exact
    return decoder


def _factors(adapter: Path, transposed: bool) -> dict[str, tuple[Tensor, Tensor]]:
    """By the name of a weight, the factors of what a LoRA adapter adds to it as it is stored."""
    pairs = read_pairs(adapter).items()
    return {f"{name}.weight": (a.T, b.T) if transposed else (b, a) for name, (a, b) in pairs}


def weight_bytes(folder: Path, precision: Precision) -> int:
    """What a model's weights take in memory when they are served; an int8 model keeps a copy that reads prompts."""
    with safe_open(folder / "model.safetensors", framework="pt") as opened:
        file: Any = opened
        sizes = {name: math.prod(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118
    tied = 0 if "lm_head.weight" in sizes else max(sizes.values())  # a shared vocabulary lies there packed and plain
    return (sum(sizes.values()) + tied) * {"float32": 4, "bfloat16": 2, "float16": 2, "int8": 3}[precision]


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


def collect_garbage(device: torch.device) -> None:
    """Give back now what weights and caches that nobody holds any more took."""
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
