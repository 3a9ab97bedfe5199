"""What the first token of every text leaves behind: read once for each voice, exactly, and used for all its texts.

Models keep in it, and in no other token, numbers a thousand times larger than all others (Sun et al. 2024, Massive
Activations): a row that int8 with one scale cannot hold. The tokens after it can be read in int8.
"""

from __future__ import annotations

import copy
from dataclasses import replace

import torch
from torch import Tensor
from torch.nn import functional as F

from bot.generation.model.adapters import Adapter
from bot.generation.model.decoder import Decoder, FirstToken, attend_causally
from bot.generation.model.linear import exactly


def first_token(decoder: Decoder, token: int, adapter: Adapter | None = None) -> FirstToken:
    """Read now, or kept from before with the adapter or, without one, with the decoder."""
    kept = decoder.first_tokens if adapter is None else adapter.first_tokens
    if token not in kept:
        kept[token] = _read(_exact(decoder), token, adapter)
    return kept[token]


def _read(decoder: Decoder, token: int, adapter: Adapter | None) -> FirstToken:
    left: list[Tensor] = []

    def attend(layer: int, q: Tensor, kv: Tensor) -> Tensor:
        left.append(kv[0].clone())
        return attend_causally(layer, q, kv)

    def adapt(layer: int, group: str, x: Tensor, y: Tensor) -> Tensor:
        for part in decoder.parts if adapter is not None else ():
            if part.group == group:
                a, b = (factor.float() for factor in adapter.layers[layer][part.module])  # type: ignore[union-attr]
                y[:, part.first : part.first + part.outputs] += F.linear(F.linear(x, a), b)
        return y

    hidden = decoder.hidden(torch.tensor([token]), torch.tensor([0]), attend, adapt)
    return FirstToken(torch.stack(left), decoder.logits(hidden))


def _exact(decoder: Decoder) -> Decoder:
    """The same weights, whose products lose nothing of their inputs."""
    twin = copy.copy(decoder)
    twin.head = exactly(decoder.head)
    twin.layers = [
        replace(
            layer,
            qkv=exactly(layer.qkv),
            attention_out=exactly(layer.attention_out),
            mlp_in=exactly(layer.mlp_in),
            mlp_out=exactly(layer.mlp_out),
        )
        for layer in decoder.layers
    ]
    return twin
