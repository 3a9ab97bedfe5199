"""The adapters of the rows that are in a batch: stacked banks, so that one batched product serves any mix of voices.

A lane is a slot of a bank with one adapter in it and room for `WIDTH` rows that use it, of any requests. Every lane's
product has the same shape whatever else is in the batch, so a row's result never depends on its neighbours. Adapters
of different rank lie in different banks. A row without an adapter has no lane.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from bot.generation.model.adapters import Adapter
from bot.generation.model.decoder import Decoder, Part

WIDTH = 5  # rows of a lane: the usual request


@dataclass(eq=False)
class Lane:
    """A slot that is in use."""

    bank: Bank
    slot: int

    def adapt(self, layer: int, group: str, x: Tensor, y: Tensor) -> Tensor:
        """For rows that all use this lane's adapter, any number: a prompt."""
        a, bs = self.bank.weights[layer][group]
        low = F.linear(x, a[self.slot])
        for part, b in zip(self.bank.parts[group], bs, strict=True):
            y[:, part.first : part.first + part.outputs].addmm_(self.bank.own(low, part), b[self.slot])
        return y


class Bank:
    """Slots for adapters of one rank: by layer and group, A is [slots, modules * rank, in] for all modules of the
    group together, and B is [slots, rank, out] for each."""

    def __init__(self, decoder: Decoder, rank: int, slots: int) -> None:
        self.rank = rank
        self.slots = slots
        self.lanes: list[Lane] = []
        self.parts: dict[str, list[Part]] = {
            group: [part for part in decoder.parts if part.group == group] for group in decoder.groups
        }

        def zeros(height: int, width: int) -> Tensor:
            return torch.zeros((slots, height, width), dtype=decoder.dtype)

        self.weights = [
            {
                group: (zeros(len(parts) * rank, decoder.groups[group][0]), [zeros(rank, p.outputs) for p in parts])
                for group, parts in self.parts.items()
            }
            for _ in range(decoder.shape.layers)
        ]
        self._views: list[dict[str, tuple[Tensor, list[tuple[slice, slice, Tensor]]]]] = []
        self._viewed = 0  # slots in the views
        self._places: list[Tensor] | None = None  # row of each place, place of each row, whether a row has one

    def own(self, low: Tensor, part: Part) -> Tensor:
        """What of the low-rank values [..., modules * rank] is a module's own."""
        return low.narrow(-1, part.index * self.rank, self.rank)

    def add(self, adapter: Adapter) -> Lane:
        """Put an adapter into the next free slot; a full bank doubles."""
        if len(self.lanes) == self.slots:
            self._grow()
        lane = Lane(self, len(self.lanes))
        for weights, layer in zip(self.weights, adapter.layers, strict=True):
            for group, parts in self.parts.items():
                bank_a, bank_bs = weights[group]
                for part, bank_b in zip(parts, bank_bs, strict=True):
                    a, b = layer[part.module]
                    bank_a[lane.slot, part.index * self.rank : (part.index + 1) * self.rank].copy_(a)
                    bank_b[lane.slot].copy_(b.t())
        self.lanes.append(lane)
        return lane

    def _grow(self) -> None:
        def doubled(tensor: Tensor) -> Tensor:
            return torch.cat([tensor, torch.zeros_like(tensor)])

        self.slots *= 2
        for weights in self.weights:
            for group, (a, bs) in weights.items():
                weights[group] = (doubled(a), [doubled(b) for b in bs])
        self._viewed = 0

    def remove(self, lane: Lane) -> None:
        """Free a lane; the last one moves into its slot."""
        last = self.lanes.pop()
        if last is not lane:
            for weights in self.weights:
                for a, bs in weights.values():
                    for tensor in (a, *bs):
                        tensor[lane.slot] = tensor[last.slot]
            last.slot = lane.slot
            self.lanes[lane.slot] = last

    def arrange(self, lane_of_row: Sequence[Lane | None]) -> None:
        """Say which lane each row of the batch uses."""
        rows: list[list[int]] = [[] for _ in self.lanes]
        place_of_row, seated = [], []
        for row, lane in enumerate(lane_of_row):
            mine = lane is not None and lane.bank is self
            seated.append(mine)
            place_of_row.append(lane.slot * WIDTH + len(rows[lane.slot]) if mine and lane else 0)
            if mine and lane:
                rows[lane.slot].append(row)
        row_of_place = [row for seats in rows for row in (*seats, *[0] * (WIDTH - len(seats)))]
        if row_of_place == list(range(len(seated))):
            self._places = None
        else:
            self._places = [torch.tensor(row_of_place), torch.tensor(place_of_row), torch.tensor(seated)[:, None]]
        self._view(len(rows))

    def _view(self, slots: int) -> None:
        if slots == self._viewed:
            return
        self._viewed = slots

        def pieces(group: str, bs: list[Tensor]) -> list[tuple[slice, slice, Tensor]]:
            return [
                (
                    slice(part.index * self.rank, (part.index + 1) * self.rank),
                    slice(part.first, part.first + part.outputs),
                    b[:slots],
                )
                for part, b in zip(self.parts[group], bs, strict=True)
            ]

        self._views = [
            {group: (a[:slots].transpose(1, 2), pieces(group, bs)) for group, (a, bs) in weights.items()}
            for weights in self.weights
        ]

    def adapt(self, layer: int, group: str, x: Tensor, y: Tensor) -> Tensor:
        """`y` [rows, out] plus what each row's adapter makes of `x` [rows, in]."""
        a, pieces = self._views[layer][group]
        if self._places is None:
            self._add(x, y, a, pieces)
            return y
        row_of_place, place_of_row, seated = self._places
        places = y.index_select(0, row_of_place)
        self._add(x.index_select(0, row_of_place), places, a, pieces)
        return torch.where(seated, places.index_select(0, place_of_row), y)

    @staticmethod
    def _add(x: Tensor, y: Tensor, a: Tensor, pieces: list[tuple[slice, slice, Tensor]]) -> None:
        low = torch.bmm(x.view(len(a), WIDTH, -1), a)
        y = y.view(len(a), WIDTH, -1)
        if len(pieces) == 1:
            y.baddbmm_(low, pieces[0][2])
            return
        for ranks, outputs, b in pieces:
            y[:, :, outputs].baddbmm_(low[:, :, ranks], b)
