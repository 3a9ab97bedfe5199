"""The adapters that lie on the card: one bank for all ranks, cut into blocks of `BLOCK_RANK` ranks.

A voice takes as many blocks as its rank needs and is uploaded once; it stays until it is the least recently used and
its place is needed. A mix is a list of its voices' blocks with weights, and needs nothing of its own.
"""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from bot.generation.gpu.reference import BLOCK_RANK
from bot.generation.model.adapters import Adapter
from bot.generation.model.decoder import Decoder

MOST_BLOCKS = 32  # of one row: ranks of 256, all voices of a mix together


class BankFull(Exception):
    """The adapters of what is running leave no room for another."""


@dataclass(frozen=True, eq=False)
class Packed:
    """An adapter as it is uploaded: [blocks, numbers of a block] in the type of the products, in pinned memory."""

    numbers: Tensor


Mixed = tuple[tuple[Packed, float], ...]
"""Whose adapters a request uses, and their weights."""


def block_numbers(decoder: Decoder) -> int:
    """How many numbers a block has."""
    return decoder.shape.layers * sum(_group_numbers(decoder, group) for group in decoder.groups)


def pack(adapter: Adapter, decoder: Decoder) -> Packed:
    """Cut an adapter into blocks. Raises ValueError for a rank that no row could use."""
    count = -(-adapter.rank // BLOCK_RANK)
    if count > MOST_BLOCKS:
        raise ValueError(f"an adapter of rank {adapter.rank} is too large for a GPU; {MOST_BLOCKS * BLOCK_RANK} is not")
    numbers = torch.zeros(count, block_numbers(decoder), dtype=decoder.dtype)
    for layer, views in zip(adapter.layers, _views(numbers, decoder), strict=True):
        for part in decoder.parts:
            a, b = views[part.group]
            for block in range(count):
                ranks = slice(block * BLOCK_RANK, (block + 1) * BLOCK_RANK)
                own_a, own_b = layer[part.module][0][ranks], layer[part.module][1][:, ranks]
                first = part.index * BLOCK_RANK
                a[block, first : first + len(own_a)] = own_a
                b[block, : len(own_a), part.first : part.first + part.outputs] = own_b.t()
    return Packed(numbers.pin_memory() if decoder.device.type == "cuda" else numbers)


@dataclass(eq=False)
class _Slot:
    packed: weakref.ref[Packed]
    blocks: tuple[int, ...]
    users: int = 0


class Bank:
    """Room for so many blocks, allocated once: what a captured graph reads must stay where it is.

    `weights` are, by layer and group, A [blocks, modules · BLOCK_RANK, in] and B [blocks, BLOCK_RANK, out].
    """

    def __init__(self, decoder: Decoder, blocks: int) -> None:
        self.blocks = blocks
        self._numbers = torch.zeros(blocks, block_numbers(decoder), dtype=decoder.dtype, device=decoder.device)
        self.weights = _views(self._numbers, decoder)
        self._free = list(range(blocks - 1, -1, -1))
        self._slots: list[_Slot] = []  # the least recently used first

    def hold(self, mixed: Mixed) -> list[tuple[int, float]]:
        """Blocks and weights of a request's adapters, which stay until `let_go`. Raises `BankFull`, or ValueError for
        a mix that no row could use."""
        held: list[Packed] = []
        found = []
        try:
            for packed, weight in mixed:
                slot = self._slot_of(packed)
                slot.users += 1
                held.append(packed)
                found += [(block, weight) for block in slot.blocks]
            if len(found) > MOST_BLOCKS:
                raise ValueError(f"a mix of {len(found) * BLOCK_RANK} ranks is too large for a GPU")
        except BaseException:
            self.let_go(tuple((packed, 0.0) for packed in held))
            raise
        return found

    def let_go(self, mixed: Mixed) -> None:
        """A request that held these is over."""
        for packed, _ in mixed:
            next(slot for slot in self._slots if slot.packed() is packed).users -= 1

    def _slot_of(self, packed: Packed) -> _Slot:
        slot = next((slot for slot in self._slots if slot.packed() is packed), None)
        if slot is None:
            slot = _Slot(weakref.ref(packed), self._taken(len(packed.numbers)))
            for block, numbers in zip(slot.blocks, packed.numbers, strict=True):
                self._numbers[block].copy_(numbers, non_blocking=True)
        else:
            self._slots.remove(slot)
        self._slots.append(slot)
        return slot

    def _taken(self, count: int) -> tuple[int, ...]:
        """Blocks that nobody uses: of voices that are gone, else of those that were not used for longest."""
        idle = [slot for slot in self._slots if not slot.users]
        idle.sort(key=lambda slot: slot.packed() is not None)
        for slot in idle:
            if len(self._free) >= count:
                break
            self._slots.remove(slot)
            self._free += slot.blocks
        if len(self._free) < count:
            raise BankFull(f"{count} blocks of {self.blocks}")
        return tuple(self._free.pop() for _ in range(count))


def _group_numbers(decoder: Decoder, group: str) -> int:
    inputs, outputs = decoder.groups[group]
    return BLOCK_RANK * (_modules(decoder, group) * inputs + outputs)


def _modules(decoder: Decoder, group: str) -> int:
    return sum(part.group == group for part in decoder.parts)


def _views(numbers: Tensor, decoder: Decoder) -> Sequence[dict[str, tuple[Tensor, Tensor]]]:
    """By layer and group, A and B of each block of `numbers` [blocks, numbers of a block]."""
    layers, at = [], 0
    for _ in range(decoder.shape.layers):
        views = {}
        for group, (inputs, outputs) in decoder.groups.items():
            height = _modules(decoder, group) * BLOCK_RANK
            a = numbers[:, at : at + height * inputs].unflatten(1, (height, inputs))
            at += height * inputs
            b = numbers[:, at : at + BLOCK_RANK * outputs].unflatten(1, (BLOCK_RANK, outputs))
            at += BLOCK_RANK * outputs
            views[group] = (a, b)
        layers.append(views)
    return layers
