"""The kernels, run by Triton's interpreter on the CPU, against what `reference` says they compute."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

os.environ["TRITON_INTERPRET"] = "1"  # before the kernels are defined

import pytest
import torch
from torch import Tensor

from bot.generation.batching.sampling import in_blocks
from bot.generation.gpu import reference
from bot.generation.gpu.operators import SCHEMAS
from bot.generation.gpu.reference import BLOCK_RANK, FACTS, Column

kernels = pytest.importorskip("bot.generation.gpu.kernels")
TOLERANCE = {torch.float32: 3e-5, torch.float16: 4e-3, torch.bfloat16: 3e-2}
PLACES = torch.tensor([3, 2, 1, 0, 2, 1], dtype=torch.int32)
POSITIONS = torch.tensor([0, 5, 17, 39, 32, 31], dtype=torch.int32)
TOKENS = 40
NONE = (None, None, None, None)


@dataclass(frozen=True)
class Shape:
    """Sizes that are no powers of two, where they need not be."""

    heads: int
    kv_heads: int
    dim: int
    mlp: int
    gated: bool
    gelu: bool = False
    norms: bool = False  # of heads, and of what is added to the stream

    @property
    def hidden(self) -> int:
        return self.heads * self.dim


SHAPES = {
    "llama": Shape(6, 2, 12, 40, True),
    "gpt2": Shape(4, 4, 16, 600, False, gelu=True),
    "gemma3": Shape(4, 1, 20, 40, True, gelu=True, norms=True),
}


@dataclass(frozen=True)
class Adapted:
    a: Tensor
    b: Tensor
    counts: Tensor
    blocks: Tensor
    weights: Tensor

    def low(self, x: Tensor) -> Tensor:
        return reference.shrink(x, self.a, self.weights, self.blocks, self.counts, PLACES)

    def of(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        return self.low(x), self.b, self.blocks, self.counts


def adapters(inputs: int, outputs: int, modules: int, most: int, dtype: torch.dtype) -> Adapted:
    """Blocks within larger lines, as in the bank; places that use none, one, two and all of them."""
    height = modules * BLOCK_RANK
    bank = torch.randn(7, 3 + height * inputs + BLOCK_RANK * outputs).to(dtype)
    counts = torch.tensor([0, 1, 2, most], dtype=torch.int32)
    return Adapted(
        bank[:, 3 : 3 + height * inputs].view(7, height, inputs),
        bank[:, 3 + height * inputs :].view(7, BLOCK_RANK, outputs),
        counts,
        torch.randint(0, 7, (4, most), dtype=torch.int32),
        torch.rand(4, most) * (torch.arange(most) < counts[:, None]),
    )


def alike(found: Tensor, expected: Tensor) -> bool:
    assert found.dtype == expected.dtype
    return torch.allclose(
        found.float(), expected.float(), rtol=TOLERANCE[expected.dtype], atol=TOLERANCE[expected.dtype] * 10
    )


def same(name: str, *arguments: Any, changes: int | None = None) -> bool:
    """Let both compute it: whether they return the same, and do the same to the argument that they change."""
    ours, theirs = [[a.clone() if n == changes else a for n, a in enumerate(arguments)] for _ in range(2)]
    found, expected = getattr(kernels, name)(*ours), getattr(reference, name)(*theirs)
    changed = changes is None or alike(ours[changes], theirs[changes])
    return changed and (expected is None or alike(found, expected))


@pytest.fixture(params=[torch.float32, torch.float16, torch.bfloat16], ids=["float32", "float16", "bfloat16"])
def dtype(request: pytest.FixtureRequest) -> torch.dtype:
    torch.manual_seed(0)
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(params=list(SHAPES))
def shape(request: pytest.FixtureRequest) -> Shape:
    return SHAPES[request.param]


@pytest.mark.parametrize("most", [2, 8])
def test_shrink(dtype: torch.dtype, most: int) -> None:
    made = adapters(300, 32, 3, most, dtype)
    x = torch.randn(6, 300).to(dtype)
    arguments = x, made.a, made.weights, made.blocks, made.counts, PLACES
    found, expected = kernels.shrink(*arguments), reference.shrink(*arguments)
    used = torch.arange(most) < made.counts[PLACES.long()][:, None]
    assert alike(found[used], expected[used])


@pytest.mark.parametrize("added", [True, False])
def test_add_norm(dtype: torch.dtype, shape: Shape, added: bool) -> None:
    made, width = adapters(20, shape.hidden, 1, 8, dtype), shape.hidden
    bias, out_norm = None if shape.gated else torch.randn(width), torch.rand(width) if shape.norms else None
    for delta in (torch.randn(6, width).to(dtype), None):
        extra = made.of(torch.randn(6, 20).to(dtype)) if added and delta is not None else NONE
        stream = torch.randn(6, width)
        assert same(
            "add_norm", stream, delta, out_norm, torch.rand(width), bias, 1e-5, dtype, *extra, PLACES, changes=0
        )


@pytest.mark.parametrize("added", [True, False])
def test_write_cache_and_attend(dtype: torch.dtype, shape: Shape, added: bool) -> None:
    width = (shape.heads + 2 * shape.kv_heads) * shape.dim
    made = adapters(20, width, 3 if shape.gated else 1, 2, dtype)
    extra = made.of(torch.randn(6, 20).to(dtype)) if added else NONE
    half = shape.dim // 2
    turns = torch.polar(torch.ones(TOKENS, half), torch.randn(TOKENS, half)) if shape.gated else None
    qkv, cache = torch.randn(6, width).to(dtype), torch.randn(4, TOKENS, 2 * shape.kv_heads, shape.dim).to(dtype)
    head_norm = torch.rand(shape.heads + shape.kv_heads, shape.dim) if shape.norms else None
    assert same("write_cache", qkv, head_norm, 1e-5, turns, cache, *extra, PLACES, POSITIONS, changes=4)
    assert same("attend", torch.randn(6, shape.heads, shape.dim).to(dtype), cache, PLACES, POSITIONS)


def test_a_row_that_has_ended_may_count_more_blocks_than_a_pass_has_room_for() -> None:
    """Its line is as it was; nothing may be read beyond the tables of this pass."""
    torch.manual_seed(0)
    made = adapters(20, 8, 1, 2, torch.float32)
    stale = Adapted(made.a, made.b, torch.full((4,), 30, dtype=torch.int32), made.blocks, made.weights)
    x, y = torch.randn(6, 20), torch.randn(6, 8)
    kernels_low = kernels.shrink(x, stale.a, stale.weights, stale.blocks, stale.counts, PLACES)
    assert alike(kernels_low, stale.low(x))
    assert same("activate", y, False, True, *stale.of(x), PLACES)


@pytest.mark.parametrize("added", [True, False])
def test_activate(dtype: torch.dtype, shape: Shape, added: bool) -> None:
    across = 2 * shape.mlp if shape.gated else shape.mlp
    extra = adapters(20, across, 2 if shape.gated else 1, 8, dtype).of(torch.randn(6, 20).to(dtype)) if added else NONE
    assert same("activate", torch.randn(6, across).to(dtype), shape.gated, shape.gelu, *extra, PLACES)


def test_share_prompts(dtype: torch.dtype) -> None:
    cache = torch.randn(3, 5, 40, 4, 12).to(dtype)
    shares = torch.tensor([[0, 2, 40], [0, 3, 40], [1, 4, 7]], dtype=torch.int32)
    ours, theirs = cache.clone(), cache.clone()
    kernels.share_prompts(ours, shares)
    reference.share_prompts(theirs, shares)
    for source, target, count in shares.tolist():
        assert torch.equal(ours[:, target, :count], cache[:, source, :count])
        assert torch.equal(theirs[:, target, :count], cache[:, source, :count])
    assert torch.equal(ours[:, 4, 7:], cache[:, 4, 7:])


def state_of(rows: int, tokens: int) -> Tensor:
    generator = torch.Generator().manual_seed(rows)
    state = torch.zeros(rows, FACTS + 6 + 2 * tokens, dtype=torch.int32)
    numbers = state.view(torch.float32)
    for column, most in (
        (Column.POSITION, tokens),
        (Column.MIN_TOKENS, tokens),
        (Column.MAX_TOKENS, tokens),
    ):
        state[:, column] = torch.randint(0, most, (rows,), generator=generator)
    numbers[:, Column.TEMPERATURE] = torch.rand(rows, generator=generator) * 2
    numbers[::7, Column.TEMPERATURE] = 0.0
    numbers[:, Column.END_BIAS] = torch.randn(rows, generator=generator)
    state[::5, Column.DONE] = 1
    state[:, Column.OPENS_AT] = -1
    state[::3, Column.OPENS_AT] = state[::3, Column.POSITION]
    state[:, Column.LOW], state[:, Column.HIGH] = 7, 8
    numbers[:, -2 * tokens : -tokens] = torch.rand(rows, tokens, generator=generator)
    return state


def test_restrict_and_draw() -> None:
    state, words = state_of(200, 16), 500
    logits = torch.randn(200, words, generator=torch.Generator().manual_seed(1)) * 3
    endings = torch.arange(0, words, 3, dtype=torch.int32)
    ends = torch.zeros(words, dtype=torch.int8)
    ends[endings.long()] = 1
    ranks = torch.randperm(words, generator=torch.Generator().manual_seed(2)).int()
    ranks[endings.long()] = -1
    assert same("restrict", logits, endings, ranks, state, changes=0)
    reference.restrict(logits, endings, ranks, state)
    assert ((logits > float("-inf")).sum(1)[::3] == 1).all(), "each of these may open with one token alone"
    blocks, sums = in_blocks(logits, state.view(torch.float32)[:, Column.TEMPERATURE])
    ours, theirs = state.clone(), state.clone()
    kernels.draw(blocks, sums, ends, ours, 16)
    reference.draw(blocks, sums, ends, theirs, 16)
    assert torch.equal(ours, theirs)
    assert (ours != state).any(1).sum() > 100


def _shrinkable() -> tuple[Any, ...]:
    made = adapters(20, 8, 1, 2, torch.float32)
    return torch.ones(6, 20), made.a, made.weights, made.blocks, made.counts, PLACES


LAUNCHES: dict[str, Callable[[], tuple[Any, ...]]] = {
    "shrink": _shrinkable,
    "add_norm": lambda: (torch.ones(6, 8), None, None, torch.ones(8), None, 1e-5, torch.float32, *NONE, PLACES),
    "write_cache": lambda: (
        torch.ones(6, 48),
        None,
        1e-5,
        None,
        torch.ones(4, TOKENS, 2, 16),
        *NONE,
        PLACES,
        POSITIONS,
    ),
    "attend": lambda: (torch.ones(6, 1, 16), torch.ones(4, TOKENS, 2, 16), PLACES, POSITIONS),
    "activate": lambda: (torch.ones(6, 8), True, False, *NONE, PLACES),
    "share_prompts": lambda: (torch.ones(2, 4, 5, 2, 16), torch.tensor([[0, 1, 5]], dtype=torch.int32)),
    "restrict": lambda: (
        torch.ones(6, 9),
        torch.tensor([3], dtype=torch.int32),
        torch.arange(9, dtype=torch.int32),
        state_of(6, 16),
    ),
    "draw": lambda: (
        torch.ones(6, 3, 4) / 12,
        torch.ones(6, 3) / 3,
        torch.zeros(12, dtype=torch.int8),
        state_of(6, 16),
        16,
    ),
}


def test_each_operator_is_one_launch(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pretended GPU counts an operator as one kernel: so it must be."""
    launched: list[object] = []
    launch = kernels._launch

    def counted(kernel: object, *arguments: Any, **constants: Any) -> None:
        launched.append(kernel)
        launch(kernel, *arguments, **constants)

    monkeypatch.setattr(kernels, "_launch", counted)
    assert LAUNCHES.keys() == SCHEMAS.keys()
    for name, arguments in LAUNCHES.items():
        launched.clear()
        getattr(kernels, name)(*arguments())
        assert len(launched) == 1, name
