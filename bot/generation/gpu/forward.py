"""A decoder's layers on a GPU: the same for all architectures, in nine operations a layer, thirteen with adapters.

The residual stream, norms and logits are float32; what goes through products, and the cache, is the decoder's `dtype`.
"""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from bot.generation.gpu import operators
from bot.generation.gpu.adapters import Bank
from bot.generation.model.decoder import Decoder, Norm


@dataclass(frozen=True)
class Rows:
    """Tokens [rows] that are read in one pass, each int32: what, where in the cache, and where in its text."""

    ids: Tensor
    places: Tensor
    positions: Tensor


@dataclass(frozen=True)
class Adapters:
    """Whose adapters each place uses, up to `counts` of them: blocks of the bank and their weights [places, most]."""

    bank: Bank
    counts: Tensor
    blocks: Tensor
    weights: Tensor


_Low = tuple[Tensor | None, Tensor | None, Tensor | None, Tensor | None]
_NONE: _Low = (None, None, None, None)


def hidden(decoder: Decoder, cache: Tensor, rows: Rows, adapters: Adapters | None) -> Tensor:
    """Final hidden rows [rows, hidden]. cache [layers, places, tokens, 2 · kv heads, dim] takes keys and values up."""

    def low(layer: int, group: str, x: Tensor) -> _Low:
        if adapters is None:
            return _NONE
        a, b = adapters.bank.weights[layer][group]
        values = operators.shrink(x, a, adapters.weights, adapters.blocks, adapters.counts, rows.places)
        return values, b, adapters.blocks, adapters.counts

    def normed(norm: Norm, delta: Tensor | None, out_norm: Tensor | None, extra: _Low) -> Tensor:
        return operators.add_norm(
            stream, delta, out_norm, norm.weight, norm.bias, decoder.epsilon, decoder.dtype, *extra, rows.places
        )

    stream = decoder.embed(rows.ids, rows.positions)
    delta: Tensor | None = None
    out_norm: Tensor | None = None
    extra = _NONE
    for index, layer in enumerate(decoder.layers):
        h = normed(layer.attention_norm, delta, out_norm, extra)
        q = operators.write_cache(
            layer.qkv(h),
            layer.head_norm,
            decoder.epsilon,
            layer.turns,
            cache[index],
            *low(index, "qkv", h),
            rows.places,
            rows.positions,
        )
        h = operators.attend(q, cache[index], rows.places, rows.positions)
        h = normed(layer.mlp_norm, layer.attention_out(h), layer.attention_out_norm, low(index, "attention_out", h))
        h = operators.activate(layer.mlp_in(h), decoder.gated, decoder.gelu, *low(index, "mlp_in", h), rows.places)
        delta, out_norm, extra = layer.mlp_out(h), layer.mlp_out_norm, low(index, "mlp_out", h)
    return normed(decoder.norm, delta, out_norm, extra)
