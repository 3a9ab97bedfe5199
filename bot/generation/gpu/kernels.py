"""The operations of `reference`, each one Triton kernel: a program for each row, or for each head or block of it.

What a row gets depends on that row alone, whatever else is in the batch. Loads and sums are in float32.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
import triton
import triton.language as tl
from torch import Tensor

from bot.generation.gpu.reference import BLOCK_RANK, Column
from data.gpu import has_tf32

RANK = tl.constexpr(BLOCK_RANK)
_power: Callable[[int], int] = triton.next_power_of_2
_LAST, _POSITION, _DONE = (tl.constexpr(int(column)) for column in (Column.LAST, Column.POSITION, Column.DONE))
_TEMPERATURE, _END_BIAS = tl.constexpr(int(Column.TEMPERATURE)), tl.constexpr(int(Column.END_BIAS))
_OPENS_AT, _LOW, _HIGH = (tl.constexpr(int(column)) for column in (Column.OPENS_AT, Column.LOW, Column.HIGH))
_MIN_TOKENS, _MAX_TOKENS = tl.constexpr(int(Column.MIN_TOKENS)), tl.constexpr(int(Column.MAX_TOKENS))


@triton.jit
def _shrink(
    x, a, weights, blocks, counts, places, out,
    width, a_stride, weights_stride, blocks_stride, counts_stride,
    MODULES: tl.constexpr, SLICE: tl.constexpr,
):  # fmt: skip
    row, nth, module = tl.program_id(0), tl.program_id(1), tl.program_id(2)
    place = tl.load(places + row).to(tl.int64)
    if nth < tl.load(counts + place * counts_stride):
        block = tl.load(blocks + place * blocks_stride + nth).to(tl.int64)
        rank = tl.arange(0, RANK)
        start = a + block * a_stride + (module * RANK + rank)[:, None] * width
        total = tl.zeros([RANK], tl.float32)
        for first in range(0, width, SLICE):
            at = first + tl.arange(0, SLICE)
            part = tl.load(x + row * width + at, at < width, 0.0).to(tl.float32)
            total += tl.sum(tl.load(start + at[None, :], (at < width)[None, :], 0.0).to(tl.float32) * part[None, :], 1)
        weight = tl.load(weights + place * weights_stride + nth)
        most = tl.num_programs(1)
        tl.store(out + ((row * most + nth) * MODULES + module) * RANK + rank, total * weight)


@triton.jit
def _expanded(
    values, at, mask, row, place, module, low, b, blocks, counts,
    most, b_stride, blocks_stride, counts_stride, out_width, MODULES: tl.constexpr,
):  # fmt: skip
    """`values` of the outputs `at`, plus what the row's adapters add to them. A row that has ended may count more
    blocks than this pass has room for.
    """
    for nth in range(tl.minimum(tl.load(counts + place * counts_stride), most)):
        block = tl.load(blocks + place * blocks_stride + nth).to(tl.int64)
        for rank in tl.static_range(RANK):
            amount = tl.load(low + ((row * most + nth) * MODULES + module) * RANK + rank)
            values += amount * tl.load(b + block * b_stride + rank * out_width + at, mask, 0.0).to(tl.float32)
    return values


@triton.jit
def _add_norm(
    stream, delta, out_norm, weight, bias, out, low, b, blocks, counts, places,
    width, epsilon, most, b_stride, blocks_stride, counts_stride,
    ADD: tl.constexpr, NORM: tl.constexpr, CENTRE: tl.constexpr, ADAPT: tl.constexpr, BLOCK: tl.constexpr,
):  # fmt: skip
    row = tl.program_id(0)
    at = tl.arange(0, BLOCK)
    mask = at < width
    x = tl.load(stream + row * width + at, mask, 0.0)
    if ADD:
        added = tl.load(delta + row * width + at, mask, 0.0).to(tl.float32)
        if NORM == 0:
            added += x
        if ADAPT:
            place = tl.load(places + row).to(tl.int64)
            added = _expanded(
                added, at, mask, row, place, 0, low, b, blocks, counts,
                most, b_stride, blocks_stride, counts_stride, width, 1,
            )  # fmt: skip
        if NORM:
            x += added * tl.rsqrt(tl.sum(added * added, 0) / width + epsilon) * tl.load(out_norm + at, mask, 0.0)
        else:
            x = added
        tl.store(stream + row * width + at, x, mask)
    if CENTRE:
        x = tl.where(mask, x - tl.sum(x, 0) / width, 0.0)
    y = x * tl.rsqrt(tl.sum(x * x, 0) / width + epsilon) * tl.load(weight + at, mask, 0.0)
    if CENTRE:
        y += tl.load(bias + at, mask, 0.0)
    tl.store(out + row * width + at, y.to(out.dtype.element_ty), mask)


@triton.jit
def _write_cache(
    qkv, head_norm, turns, cache, q, low, b, blocks, counts, places, positions,
    heads, kv_heads, tokens, epsilon, most, b_stride, blocks_stride, counts_stride,
    NORM: tl.constexpr, TURN: tl.constexpr, ADAPT: tl.constexpr, MODULES: tl.constexpr,
    DIM: tl.constexpr, BLOCK: tl.constexpr,
):  # fmt: skip
    row, head = tl.program_id(0), tl.program_id(1)
    width = (heads + 2 * kv_heads) * DIM
    pair = tl.arange(0, BLOCK)
    mask = pair < DIM // 2
    even = head * DIM + 2 * pair
    place = tl.load(places + row).to(tl.int64)
    position = tl.load(positions + row)
    x = tl.load(qkv + row * width + even, mask, 0.0).to(tl.float32)
    y = tl.load(qkv + row * width + even + 1, mask, 0.0).to(tl.float32)
    is_key_or_value = head >= heads
    is_value = head >= heads + kv_heads
    if ADAPT:
        module = (is_key_or_value.to(tl.int32) + is_value.to(tl.int32)) if MODULES > 1 else 0
        x = _expanded(
            x, even, mask, row, place, module, low, b, blocks, counts,
            most, b_stride, blocks_stride, counts_stride, width, MODULES,
        )  # fmt: skip
        y = _expanded(
            y, even + 1, mask, row, place, module, low, b, blocks, counts,
            most, b_stride, blocks_stride, counts_stride, width, MODULES,
        )  # fmt: skip
    if NORM:  # noqa: SIM102 - a constant, apart from what is looked at for each head
        if not is_value:
            scale = tl.rsqrt((tl.sum(x * x, 0) + tl.sum(y * y, 0)) / DIM + epsilon)
            x *= scale * tl.load(head_norm + even, mask, 0.0)
            y *= scale * tl.load(head_norm + even + 1, mask, 0.0)
    if TURN:  # noqa: SIM102
        if not is_value:
            angle = turns + (position * (DIM // 2) + pair) * 2
            cos, sin = tl.load(angle, mask, 1.0), tl.load(angle + 1, mask, 0.0)
            x, y = x * cos - y * sin, x * sin + y * cos
    if is_key_or_value:
        target = cache + ((place * tokens + position) * 2 * kv_heads + head - heads) * DIM + 2 * pair
        tl.store(target, x.to(cache.dtype.element_ty), mask)
        tl.store(target + 1, y.to(cache.dtype.element_ty), mask)
    else:
        target = q + (row * heads + head) * DIM + 2 * pair
        tl.store(target, x.to(q.dtype.element_ty), mask)
        tl.store(target + 1, y.to(q.dtype.element_ty), mask)


@triton.jit
def _attend(
    q, cache, places, positions, out,
    heads, kv_heads, tokens, scale,
    DIM: tl.constexpr, BLOCK: tl.constexpr, GROUP: tl.constexpr, SLICE: tl.constexpr, PRECISION: tl.constexpr,
):  # fmt: skip
    row, kv_head = tl.program_id(0), tl.program_id(1)
    place = tl.load(places + row).to(tl.int64)
    position = tl.load(positions + row)
    share = heads // kv_heads
    member, at = tl.arange(0, GROUP), tl.arange(0, BLOCK)
    mine = (row * heads + kv_head * share + member)[:, None] * DIM + at[None, :]
    real = (member < share)[:, None] & (at < DIM)[None, :]
    queries = tl.load(q + mine, real, 0.0).to(tl.float32)
    best = tl.full([GROUP], float("-inf"), tl.float32)
    total = tl.zeros([GROUP], tl.float32)
    found = tl.zeros([GROUP, BLOCK], tl.float32)
    for first in range(0, position + 1, SLICE):
        token = first + tl.arange(0, SLICE)
        seen = token <= position
        line = cache + (((place * tokens + token) * 2 * kv_heads + kv_head) * DIM)[:, None] + at[None, :]
        there = seen[:, None] & (at < DIM)[None, :]
        keys = tl.load(line, there, 0.0).to(tl.float32)
        scores = tl.dot(queries, tl.trans(keys), input_precision=PRECISION) * scale
        scores = tl.where(seen[None, :], scores, float("-inf"))
        higher = tl.maximum(best, tl.max(scores, 1))
        kept = tl.exp(best - higher)
        shares = tl.exp(scores - higher[:, None])
        values = tl.load(line + kv_heads * DIM, there, 0.0).to(tl.float32)
        found = found * kept[:, None] + tl.dot(shares, values, input_precision=PRECISION)
        total = total * kept + tl.sum(shares, 1)
        best = higher
    tl.store(out + mine, (found / total[:, None]).to(out.dtype.element_ty), real)


@triton.jit
def _activate(
    x, out, low, b, blocks, counts, places,
    width, most, b_stride, blocks_stride, counts_stride,
    GATED: tl.constexpr, GELU: tl.constexpr, ADAPT: tl.constexpr, BLOCK: tl.constexpr,
):  # fmt: skip
    row = tl.program_id(0)
    at = tl.program_id(1) * BLOCK + tl.arange(0, BLOCK)
    mask = at < width
    across = 2 * width if GATED else width
    modules: tl.constexpr = 2 if GATED else 1
    gate = tl.load(x + row * across + at, mask, 0.0).to(tl.float32)
    place = tl.load(places + row).to(tl.int64)
    if ADAPT:
        gate = _expanded(
            gate, at, mask, row, place, 0, low, b, blocks, counts,
            most, b_stride, blocks_stride, counts_stride, across, modules,
        )  # fmt: skip
    if GELU:  # by tanh, which is 2 · sigmoid(2 · z) - 1
        result = gate * tl.sigmoid(1.5957691216057308 * (gate + 0.044715 * gate * gate * gate))
    else:
        result = gate * tl.sigmoid(gate)
    if GATED:
        up = tl.load(x + row * across + width + at, mask, 0.0).to(tl.float32)
        if ADAPT:
            up = _expanded(
                up, width + at, mask, row, place, 1, low, b, blocks, counts,
                most, b_stride, blocks_stride, counts_stride, across, modules,
            )  # fmt: skip
        result *= up
    tl.store(out + row * width + at, result.to(out.dtype.element_ty), mask)


@triton.jit
def _share_prompts(cache, shares, places, line, token, BLOCK: tl.constexpr):
    nth, layer = tl.program_id(0), tl.program_id(1)
    source, target = tl.load(shares + nth * 3).to(tl.int64), tl.load(shares + nth * 3 + 1).to(tl.int64)
    count = tl.load(shares + nth * 3 + 2) * token
    start = cache + layer.to(tl.int64) * places * line
    for first in range(0, count, BLOCK):
        number = first + tl.arange(0, BLOCK)
        kept = tl.load(start + source * line + number, number < count)
        tl.store(start + target * line + number, kept, number < count)


@triton.jit
def _restrict(logits, endings, ranks, state, floats, words, count, state_stride, BLOCK: tl.constexpr):
    row = tl.program_id(0)
    mine, line = state + row * state_stride, logits + row.to(tl.int64) * words
    position = tl.load(mine + _POSITION)
    if tl.load(mine + _OPENS_AT) == position:  # what ends a row has no rank
        low, high = tl.load(mine + _LOW), tl.load(mine + _HIGH)
        for first in range(0, words, BLOCK):
            word = first + tl.arange(0, BLOCK)
            rank = tl.load(ranks + word, word < words, -1)
            tl.store(line + word, float("-inf"), (word < words) & ((rank < low) | (rank >= high)))
    else:
        young = position + 1 < tl.load(mine + _MIN_TOKENS)
        bias = tl.where(young, float("-inf"), tl.load(floats + row * state_stride + _END_BIAS))
        for first in range(0, count, BLOCK):
            nth = first + tl.arange(0, BLOCK)
            at = line + tl.load(endings + nth, nth < count, 0)
            tl.store(at, tl.load(at, nth < count, 0.0) + bias, nth < count)


@triton.jit
def _draw(
    shares, sums, is_ending, state, floats, count, state_stride, columns, tokens,
    BLOCK: tl.constexpr, BLOCKS: tl.constexpr,
):  # fmt: skip
    row = tl.program_id(0)
    mine, numbers = state + row * state_stride, floats + row * state_stride
    if tl.load(mine + _DONE) == 0:
        position = tl.load(mine + _POSITION)
        nth, at = tl.arange(0, BLOCKS), tl.arange(0, BLOCK)
        reached = tl.cumsum(tl.load(sums + row * count + nth, nth < count, 0.0), 0)
        whole = tl.max(reached, 0)
        point = tl.load(numbers + columns - 2 * tokens + position) * whole
        point = tl.where(tl.load(numbers + _TEMPERATURE) > 0, point, 0.0)
        block = tl.sum(((reached <= point) & (nth < count)).to(tl.int32), 0)
        before = tl.max(tl.where(nth < block, reached, 0.0), 0)
        share = tl.load(shares + (row.to(tl.int64) * count + block) * BLOCK + at)
        word = tl.sum((tl.cumsum(share, 0) <= point - before).to(tl.int32), 0)
        word = tl.minimum(word, tl.max(tl.where(share > 0, at, 0), 0))
        fresh = block * BLOCK + word
        after = tl.minimum(position + 1, tokens - 1)
        tl.store(mine + columns - tokens + after, fresh)
        tl.store(mine + _LAST, fresh)
        tl.store(mine + _POSITION, after)
        over = (tl.load(is_ending + fresh) != 0) | (after + 1 >= tl.load(mine + _MAX_TOKENS))
        tl.store(mine + _DONE, over.to(tl.int32))


def shrink(x: Tensor, a: Tensor, weights: Tensor, blocks: Tensor, counts: Tensor, places: Tensor) -> Tensor:
    rows, width = x.shape
    most, modules = blocks.shape[1], a.shape[1] // BLOCK_RANK
    out = torch.empty((rows, most, modules * BLOCK_RANK), dtype=torch.float32, device=x.device)
    _launch(
        _shrink, (rows, most, modules), x, a, weights, blocks, counts, places, out, width, a.stride(0),
        weights.stride(0), blocks.stride(0), counts.stride(0), MODULES=modules, SLICE=_power(min(width, 256)),
    )  # fmt: skip
    return out


def add_norm(
    stream: Tensor,
    delta: Tensor | None,
    out_norm: Tensor | None,
    weight: Tensor,
    bias: Tensor | None,
    epsilon: float,
    dtype: torch.dtype,
    low: Tensor | None,
    b: Tensor | None,
    blocks: Tensor | None,
    counts: Tensor | None,
    places: Tensor,
) -> Tensor:
    rows, width = stream.shape
    out = torch.empty((rows, width), dtype=dtype, device=stream.device)
    _launch(
        _add_norm, (rows,), stream, delta, out_norm, weight, bias, out, low, b, blocks, counts, places, width, epsilon,
        *_strides(low, b, blocks, counts),
        ADD=delta is not None, NORM=out_norm is not None, CENTRE=bias is not None, ADAPT=low is not None,
        BLOCK=_power(width),
    )  # fmt: skip
    return out


def write_cache(
    qkv: Tensor,
    head_norm: Tensor | None,
    epsilon: float,
    turns: Tensor | None,
    cache: Tensor,
    low: Tensor | None,
    b: Tensor | None,
    blocks: Tensor | None,
    counts: Tensor | None,
    places: Tensor,
    positions: Tensor,
) -> Tensor:
    rows, (tokens, double, dim) = len(qkv), cache.shape[1:]
    heads = qkv.shape[1] // dim - double
    q = torch.empty((rows, heads, dim), dtype=qkv.dtype, device=qkv.device)
    angles = None if turns is None else torch.view_as_real(turns)
    _launch(
        _write_cache, (rows, heads + double), qkv, head_norm, angles, cache, q, low, b, blocks, counts,
        places, positions,
        heads, double // 2, tokens, epsilon, *_strides(low, b, blocks, counts), NORM=head_norm is not None,
        TURN=turns is not None, ADAPT=low is not None, MODULES=1 if low is None else low.shape[2] // BLOCK_RANK,
        DIM=dim, BLOCK=_power(dim // 2),
    )  # fmt: skip
    return q


def attend(q: Tensor, cache: Tensor, places: Tensor, positions: Tensor) -> Tensor:
    rows, heads, dim = q.shape
    kv_heads = cache.shape[2] // 2
    out = torch.empty((rows, heads * dim), dtype=q.dtype, device=q.device)
    _launch(
        _attend, (rows, kv_heads), q, cache, places, positions, out, heads, kv_heads, cache.shape[1], dim**-0.5,
        DIM=dim, BLOCK=max(16, _power(dim)), GROUP=max(16, _power(heads // kv_heads)), SLICE=32,
        PRECISION="ieee" if q.dtype == torch.float32 or not has_tf32(q.device) else "tf32",
    )  # fmt: skip
    return out


def activate(
    x: Tensor,
    gated: bool,
    gelu: bool,
    low: Tensor | None,
    b: Tensor | None,
    blocks: Tensor | None,
    counts: Tensor | None,
    places: Tensor,
) -> Tensor:
    rows, width = len(x), x.shape[1] // 2 if gated else x.shape[1]
    out = torch.empty((rows, width), dtype=x.dtype, device=x.device)
    block = min(512, _power(width))
    _launch(
        _activate, (rows, triton.cdiv(width, block)), x, out, low, b, blocks, counts, places, width,
        *_strides(low, b, blocks, counts), GATED=gated, GELU=gelu, ADAPT=low is not None, BLOCK=block,
    )  # fmt: skip
    return out


def share_prompts(cache: Tensor, shares: Tensor) -> None:
    layers, places, tokens, double, dim = cache.shape
    _launch(
        _share_prompts, (len(shares), layers), cache, shares, places, tokens * double * dim, double * dim, BLOCK=1024
    )  # fmt: skip


def restrict(logits: Tensor, endings: Tensor, ranks: Tensor, state: Tensor) -> None:
    _launch(
        _restrict, (len(logits),), logits, endings, ranks, state, state.view(torch.float32), logits.shape[1],
        len(endings), state.stride(0), BLOCK=256,
    )  # fmt: skip


def draw(blocks: Tensor, sums: Tensor, is_ending: Tensor, state: Tensor, tokens: int) -> None:
    rows, count, block = blocks.shape
    _launch(
        _draw, (rows,), blocks, sums, is_ending, state, state.view(torch.float32), count, state.stride(0),
        state.shape[1], tokens, BLOCK=block, BLOCKS=_power(count),
    )  # fmt: skip


def _launch(kernel: Any, grid: tuple[int, ...], *arguments: Any, **constants: Any) -> None:
    kernel[grid](*arguments, **constants)


def _strides(
    low: Tensor | None, b: Tensor | None, blocks: Tensor | None, counts: Tensor | None
) -> tuple[int, int, int, int]:
    if low is None or b is None or blocks is None or counts is None:
        return 0, 0, 0, 0
    return low.shape[1], b.stride(0), blocks.stride(0), counts.stride(0)
