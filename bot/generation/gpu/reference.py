"""What the operations of a step compute, in plain torch: the reference of the kernels, and what runs without them.

Rows are tokens. A row's place is where in the cache, and in the tables of adapters, it belongs; its position is where
in its text it is. A row has `counts[place]` blocks of adapters, which are named in `blocks[place]`; a block is
`BLOCK_RANK` ranks of one adapter. What of a row's blocks is beyond its count has the weight 0.

Nothing here looks at a value, so that all of it can be captured in a graph.
"""

from __future__ import annotations

from enum import IntEnum

import torch
from torch import Tensor
from torch.nn import functional as F

from bot.generation.batching.sampling import choose

BLOCK_RANK = 8


class Column(IntEnum):
    """Where what lies in a row's state, which is a line of an int32 matrix; floats lie in it as their bits."""

    LAST = 0
    POSITION = 1
    DONE = 2
    TOP_K = 3
    MIN_TOKENS = 4
    MAX_TOKENS = 5
    TEMPERATURE = 6
    TOP_P = 7
    END_BIAS = 8
    COUNT = 9  # of blocks of adapters
    OPENS_AT = 10  # the position after which its first token must have a rank from LOW up to HIGH; −1: it may be any
    LOW = 11
    HIGH = 12


FACTS = len(Column)  # after these come blocks, their weights, uniform numbers and written tokens


def shrink(x: Tensor, a: Tensor, weights: Tensor, blocks: Tensor, counts: Tensor, places: Tensor) -> Tensor:
    """What adapters make of products' inputs x [rows, in]: low-rank values [rows, most blocks, modules · BLOCK_RANK]
    in float32, times the weight of each block. a [all blocks, modules · BLOCK_RANK, in], weights [places, most blocks].
    """
    mine = blocks[places].long()
    return torch.einsum("ri,rwki->rwk", x.float(), a[mine].float()) * weights[places][:, :, None]


def expanded(low: Tensor, b: Tensor, blocks: Tensor, places: Tensor, modules: list[int]) -> Tensor:
    """What adapters add to products' outputs: [rows, out] in float32 of low [rows, most blocks, modules · BLOCK_RANK]
    and b [all blocks, BLOCK_RANK, out]. `modules` are the outputs of each module.
    """
    mine = b[blocks[places].long()].float()
    parts = zip(low.split(BLOCK_RANK, 2), mine.split(modules, 3), strict=True)
    return torch.cat([torch.einsum("rwk,rwko->ro", values, own) for values, own in parts], 1)


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
    """Add a product's output to the residual stream [rows, hidden], in place, and norm that, into `dtype`. `out_norm`
    [hidden]: the output is normed by itself, too, before it is added.
    """
    width = stream.shape[1]
    if delta is not None:
        delta = delta.float()
        if low is not None and b is not None and blocks is not None:
            delta = delta + expanded(low, b, blocks, places, [width])
        stream.add_(delta if out_norm is None else _normed(delta, out_norm, epsilon))
    if bias is not None:
        return F.layer_norm(stream, (width,), weight, bias, epsilon).to(dtype)
    return _normed(stream, weight, epsilon).to(dtype)


def _normed(x: Tensor, weight: Tensor, epsilon: float) -> Tensor:
    return x * (x.square().mean(-1, keepdim=True) + epsilon).rsqrt() * weight


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
    """Norm queries and keys, turn them to their positions, and keep keys and values: cache [places, tokens,
    2 · kv heads, dim].

    qkv [rows, (heads + 2 · kv heads) · dim]; head_norm [heads + kv heads, dim]; turns [positions, dim / 2]
    complex, of neighbouring pairs.
    Returns queries [rows, heads, dim].
    """
    rows, dim, kv_heads = len(qkv), cache.shape[3], cache.shape[2] // 2
    heads = qkv.shape[1] // dim - 2 * kv_heads
    values = qkv.float()
    if low is not None and b is not None and blocks is not None:
        whole = low.shape[2] == BLOCK_RANK
        modules = [qkv.shape[1]] if whole else [heads * dim, kv_heads * dim, kv_heads * dim]
        values = values + expanded(low, b, blocks, places, modules)
    values = values.view(rows, -1, dim)
    if head_norm is not None:
        normed = _normed(values[:, : heads + kv_heads], head_norm, epsilon)
        values = torch.cat([normed, values[:, heads + kv_heads :]], 1)
    if turns is not None:
        pairs = torch.view_as_complex(values[:, : heads + kv_heads].unflatten(2, (-1, 2)).contiguous())
        turned = torch.view_as_real(pairs * turns[positions.long()][:, None]).flatten(2)
        values = torch.cat([turned, values[:, heads + kv_heads :]], 1)
    values = values.to(qkv.dtype)
    cache.index_put_((places.long(), positions.long()), values[:, heads:])
    return values[:, :heads].contiguous()


def attend(q: Tensor, cache: Tensor, places: Tensor, positions: Tensor) -> Tensor:
    """[rows, heads · dim]: each row attends to what its place keeps up to its position. q [rows, heads, dim]."""
    rows, heads, dim = q.shape
    kv_heads = cache.shape[2] // 2
    keys, values = cache[places.long()].transpose(1, 2).float().split(kv_heads, 1)
    seen = torch.arange(cache.shape[1], device=q.device) <= positions[:, None]
    scores = torch.einsum("rhgd,rhtd->rhgt", q.float().view(rows, kv_heads, -1, dim), keys) * dim**-0.5
    shares = scores.masked_fill(~seen[:, None, None], float("-inf")).softmax(-1)
    return torch.einsum("rhgt,rhtd->rhgd", shares, values).reshape(rows, heads * dim).to(q.dtype)


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
    """activation(gate) · up of x [rows, 2 · width], or activation of x [rows, width]; silu, or gelu by tanh."""
    width = x.shape[1] // 2 if gated else x.shape[1]
    values = x.float()
    if low is not None and b is not None and blocks is not None:
        values = values + expanded(low, b, blocks, places, [width, width] if gated else [width])
    active = F.gelu(values[:, :width], approximate="tanh") if gelu else F.silu(values[:, :width])
    return (active * values[:, width:] if gated else active).to(x.dtype)


def share_prompts(cache: Tensor, shares: Tensor) -> None:
    """Copy the beginnings of places to other places: shares [any, 3] are source, target and tokens of each copy."""
    source, target = shares[:, 0].long(), shares[:, 1].long()
    for layer in cache:  # all of each place, for how much of it counts is known to the device alone
        layer.index_copy_(0, target, layer.index_select(0, source))


def restrict(logits: Tensor, endings: Tensor, ranks: Tensor, state: Tensor) -> None:
    """Add each row's bias to whatever would end it, and −∞ while it is too short, or to all but what it may open with.

    logits [rows, words], in place; ranks [words] int32.
    """
    young = state[:, Column.POSITION] + 1 < state[:, Column.MIN_TOKENS]
    bias = state.view(torch.float32)[:, Column.END_BIAS].masked_fill(young, float("-inf"))
    logits.index_copy_(1, endings.long(), logits.index_select(1, endings) + bias[:, None])
    opens = (state[:, Column.OPENS_AT] == state[:, Column.POSITION])[:, None]
    low, high = state[:, Column.LOW, None], state[:, Column.HIGH, None]
    logits.masked_fill_(opens & ((ranks < low) | (ranks >= high)), float("-inf"))


def draw(blocks: Tensor, sums: Tensor, is_ending: Tensor, state: Tensor, tokens: int) -> None:
    """Draw each row's next token by probabilities in blocks [rows, blocks, words of a block], whose sums are [rows,
    blocks], and note it.

    state [rows, FACTS + …] ends with `tokens` uniform numbers and as many written ids; rows that are done stay as they
    are. is_ending [words] int8.
    """
    floats = state.view(torch.float32)
    position, done = state[:, Column.POSITION].long(), state[:, Column.DONE]
    uniform, written = floats[:, -2 * tokens : -tokens], state[:, -tokens:]
    point = uniform.gather(1, position[:, None])[:, 0] * (floats[:, Column.TEMPERATURE] > 0)
    fresh = choose(blocks, sums, point).int()
    at = (position + 1).clamp(max=tokens - 1)
    going = done == 0
    fresh = torch.where(going, fresh, state[:, Column.LAST])
    written.scatter_(1, at[:, None], torch.where(going, fresh, written.gather(1, at[:, None])[:, 0])[:, None])
    over = (is_ending[fresh.long()] != 0) | (at + 1 >= state[:, Column.MAX_TOKENS])
    state[:, Column.LAST] = fresh
    state[:, Column.POSITION] = torch.where(going, at, position).int()
    state[:, Column.DONE] = (~going | over).int()
