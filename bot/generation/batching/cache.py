"""The keys and values of the rows in a batch, allocated once: [rows, tokens, 2 * kv heads, dim] a layer, keys first."""

from __future__ import annotations

import math
import mmap

import torch
from torch import Tensor
from torch.nn import functional as F

from bot.generation.model.decoder import Decoder, attend_causally


class Cache:
    """Room for `rows` rows of `tokens` tokens, whose memory is taken as rows are first used."""

    def __init__(self, decoder: Decoder, rows: int, tokens: int) -> None:
        shape = decoder.shape
        self._kv_heads = shape.kv_heads
        self._tokens = tokens
        size = (rows, tokens, 2 * shape.kv_heads, shape.head_dim)
        self.layers = [_zeros(size, decoder.dtype) for _ in range(shape.layers)]
        self._flat = [layer.view(rows * tokens, -1) for layer in self.layers]
        self._key: tuple[int, int] | None = None
        self._views: list[tuple[Tensor, Tensor]] = []
        self._slots = torch.zeros(0)
        self._mask = torch.zeros(0)

    def prepare(self, positions: Tensor, length: int) -> None:
        """Say where each row [rows] writes in the coming step; all of them look at `length` tokens at most."""
        rows = len(positions)
        self._slots = torch.arange(0, rows * self._tokens, self._tokens) + positions
        future = torch.arange(length) > positions[:, None]
        self._mask = torch.zeros(future.shape, dtype=self.layers[0].dtype)
        self._mask = self._mask.masked_fill_(future, float("-inf"))[:, None, None]
        if self._key != (rows, length):
            self._key = (rows, length)
            heads = self._kv_heads
            whole = [layer[:rows, :length].transpose(1, 2) for layer in self.layers]
            self._views = [(view[:, :heads], view[:, heads:]) for view in whole]

    def attend(self, layer: int, q: Tensor, kv: Tensor) -> Tensor:
        """Write this step's keys and values and attend from each row's token to all of its own before it."""
        rows, heads, dim = q.shape
        self._flat[layer].index_copy_(0, self._slots, kv.reshape(rows, -1))
        keys, values = self._views[layer]
        # The queries that share a key head stand where a sequence would: no copy of keys and values.
        q = q.view(rows, self._kv_heads, -1, dim)
        return F.scaled_dot_product_attention(q, keys, values, self._mask).reshape(rows, heads * dim)

    def begin(self, rows: slice, keys_and_values: Tensor) -> None:
        """Give all `rows` their first token's [layers, 2 · kv heads, dim]."""
        for layer, kv in zip(self.layers, keys_and_values, strict=True):
            layer[rows, 0] = kv

    def attend_prompt(self, rows: slice, start: int, layer: int, q: Tensor, kv: Tensor) -> Tensor:
        """The same for the tokens of one prompt, from `start` on, which may be 0 or 1; its keys and values are shared
        out to all `rows`."""
        cached = self.layers[layer]
        cached[rows, start : start + len(kv)] = kv
        if not start:
            return attend_causally(layer, q, kv)
        # The causal mask wants as many queries as keys: that of the first token is asked again, for nothing.
        whole = torch.cat([cached[rows.start, :1], kv])
        return attend_causally(layer, F.pad(q, (0, 0, 0, 0, 1, 0)), whole)[1:]

    def move(self, source: int, target: int, length: int) -> None:
        """Copy the first `length` tokens of a row over another."""
        for layer in self.layers:
            layer[target, :length] = layer[source, :length]


def _zeros(size: tuple[int, ...], dtype: torch.dtype) -> Tensor:
    """Zero pages, which cost nothing until they are written."""
    memory = mmap.mmap(-1, math.prod(size) * dtype.itemsize, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    return torch.frombuffer(memory, dtype=dtype).view(size)
