"""What the first token of every text leaves behind: read once for each voice, and used for all its texts.

Models keep in it, and in no other token, numbers a thousand times larger than all others (Sun et al. 2024, Massive
Activations): a row that int8 with one scale cannot hold. The tokens after it can be read in int8. The base's own is
read in float32 while its weights are quantized; what a voice makes different is the difference of two readings with
the quantized weights, in which most of their errors cancel.
"""

from __future__ import annotations

import copy
from dataclasses import replace

import torch
from torch import Tensor
from torch.nn import functional as F

from bot.generation.model.adapters import Adapter
from bot.generation.model.decoder import Decoder, FirstToken
from bot.generation.model.linear import exactly


def first_token(decoder: Decoder, token: int, adapter: Adapter | None = None) -> FirstToken:
    """Read now, or kept from before with the adapter or, without one, with the decoder."""
    if token not in decoder.first_tokens:
        decoder.first_tokens[token] = _read(decoder, token, None)[0]
    base = decoder.first_tokens[token]
    if adapter is None:
        return base
    if token not in adapter.first_tokens:
        without, voice = _read(decoder, token, adapter)
        adapter.first_tokens[token] = FirstToken(
            base.keys_and_values + (voice.keys_and_values - without.keys_and_values),
            base.logits + (voice.logits - without.logits),
        )
    return adapter.first_tokens[token]


def _read(decoder: Decoder, token: int, adapter: Adapter | None) -> tuple[FirstToken, FirstToken]:
    """Without the adapter and with it, as two texts side by side, with the weights that the decoder has."""
    left: list[Tensor] = []

    def attend(layer: int, q: Tensor, kv: Tensor) -> Tensor:
        left.append(kv.clone())
        values = kv[:, kv.shape[1] // 2 :]  # a token that sees itself alone takes its own value
        return values.repeat_interleave(q.shape[1] // values.shape[1], 1).flatten(1)

    def adapt(layer: int, group: str, x: Tensor, y: Tensor) -> Tensor:
        for part in decoder.parts if adapter is not None else ():
            if part.group == group:
                a, b = (factor.float() for factor in adapter.layers[layer][part.module])  # type: ignore[union-attr]
                y[1:, part.first : part.first + part.outputs] += F.linear(F.linear(x[1:], a), b)
        return y

    hidden = _exact(decoder).hidden(torch.tensor([token, token]), torch.tensor([0, 0]), attend, adapt)
    logits, every = exactly(decoder.head)(hidden).float(), torch.stack(left, dim=1)
    return FirstToken(every[0], logits[:1]), FirstToken(every[1], logits[1:])


def _exact(decoder: Decoder) -> Decoder:
    """The same weights, whose products lose nothing of their inputs."""
    twin = copy.copy(decoder)
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
