"""The running batch on a GPU: a row has a place from its first token to its last, and nothing is moved.

What a step needs of a row lies on the device, one line of integers for each place. Requests that joined are seated
together before the next steps: one copy tells the device all about them, and all their prompts are read in one pass.
Then some steps follow one another with no look in between, each a captured graph; one look brings back which rows have
ended, and all that they wrote.
"""

from __future__ import annotations

import heapq
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bot.generation.batching.batch import Completion, Drafting
from bot.generation.batching.sampling import in_blocks, random_stream, truncate
from bot.generation.gpu import operators
from bot.generation.gpu.adapters import MOST_BLOCKS, Bank, Mixed
from bot.generation.gpu.forward import Adapters, Rows, hidden
from bot.generation.gpu.graphs import Graphs
from bot.generation.gpu.memory import PROMPT_TOKENS, ROWS
from bot.generation.gpu.reference import FACTS, Column
from bot.generation.model.decoder import Decoder
from data.faults import ToldOnce, gpu_fault

log = logging.getLogger(__name__)
STEPS = 8  # between two looks at which rows have ended
WIDTHS = (0, 2, 8, MOST_BLOCKS)  # of the tables of adapters: a graph is captured for each of these that is needed


@dataclass(eq=False)
class _Row:
    run: Drafting
    stream: int


HandOver = Callable[[Drafting, dict[int, Completion]], None]
"""Called with what has just ended of a run."""


class GpuBatch:
    """At most `max_rows` rows of at most `max_tokens` tokens each. A `Drafting.adapter` is a `Mixed` of the bank's."""

    def __init__(
        self,
        decoder: Decoder,
        ending_ids: list[int],
        max_rows: int,
        max_tokens: int,
        bank: Bank | None,
        hand_over: HandOver = lambda run, fresh: run.take_in(fresh),
        ranks: list[int] | None = None,
    ) -> None:
        device, shape = decoder.device, decoder.shape
        self.decoder = decoder
        self.max_rows = max_rows
        self.max_tokens = min(max_tokens, shape.positions)
        self._bank = bank
        self._hand_over = hand_over
        self._graphs = Graphs()
        self._told = ToldOnce(log)
        self._rows: dict[int, _Row] = {}  # by place
        self._free = list(range(max_rows))  # a heap: low places first, for a step goes up to the highest that is used
        self._joining: list[tuple[Drafting, list[int], list[tuple[int, float]]]] = []
        self._left: Counter[Drafting] = Counter()  # rows of each run that are still there
        self._nobody = max_rows  # the place of tokens that only fill a shape
        size = (shape.layers, max_rows + 1, self.max_tokens, 2 * shape.kv_heads, shape.head_dim)
        self._cache = torch.zeros(size, dtype=decoder.dtype, device=device)
        self._columns = FACTS + 2 * MOST_BLOCKS + 2 * self.max_tokens
        self._state = torch.zeros(max_rows + 1, self._columns, dtype=torch.int32, device=device)
        self._state[:, Column.DONE].fill_(1)
        self._ending_ids = frozenset(ending_ids)
        self._endings = torch.tensor(ending_ids, dtype=torch.int32).to(device)
        is_ending = torch.zeros(shape.vocabulary, dtype=torch.int8)
        is_ending[ending_ids] = 1
        self._is_ending = is_ending.to(device)
        self._ranks = torch.tensor(ranks or [0] * shape.vocabulary, dtype=torch.int32).to(device)
        self._every_place = torch.arange(max_rows, dtype=torch.int32, device=device)
        self._tokens = torch.full((3, PROMPT_TOKENS[-1]), 0, dtype=torch.int32, device=device)
        self._snapshot = _pinned((max_rows, self._columns), device)

    def warm(self) -> None:
        """Compile and capture the usual shapes, while nobody waits. Raises what the device does."""
        for width in WIDTHS[:2] if self._bank is not None else WIDTHS[:1]:
            for rows in (*(n for n in ROWS if n < self.max_rows), self.max_rows):
                shape = (rows, width, False)
                self._graphs.prepare(shape, lambda shape=shape: self._advance(*shape))  # type: ignore[misc]
            for count in PROMPT_TOKENS:
                self._tokens[1].fill_(self._nobody)
                self._graphs.prepare(("prompt", count, width), lambda c=count, w=width: self._read(c, w))  # type: ignore[misc]
        _wait(self._state.device)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def free_rows(self) -> int:
        """How many rows may still join."""
        return len(self._free)

    def refuse_what_does_not_fit(self, run: Drafting) -> None:
        """Raises ValueError for more rows than are free, or a prompt that leaves no room."""
        if len(run.streams) > self.free_rows or len(run.prompt) >= self.max_tokens:
            raise ValueError(f"{len(run.streams)} rows of {len(run.prompt)} tokens do not fit")

    def join(self, run: Drafting) -> None:
        """Give the run's rows places; they are seated at the next step. Raises `BankFull` without any trace."""
        self.refuse_what_does_not_fit(run)
        adapter: Mixed = run.adapter or ()
        blocks = self._bank.hold(adapter) if self._bank is not None else []
        places = [heapq.heappop(self._free) for _ in run.streams]
        self._rows |= {place: _Row(run, stream) for place, stream in zip(places, run.streams, strict=True)}
        self._left[run] = len(places)
        self._joining.append((run, places, blocks))

    def step(self) -> None:
        """Write some tokens in every row; rows that end leave. Full memory costs the graphs, and only then the rows."""
        self.drop_ended()
        if not self._rows:
            return
        try:
            self._go_on()
        except RuntimeError as error:
            if gpu_fault(error) != "memory" or not self._graphs.shed():
                raise
            self._told.trouble("the GPU's memory is full; decoding goes on in less of it, slower", error)
            self._go_on()
        else:
            self._told.well()

    def drop_ended(self) -> bool:
        """Free the places of runs that nobody wants anything more of; whether there were any."""
        gone = [place for place, row in self._rows.items() if row.run.satisfied or row.run.abandoned]
        for place in gone:
            self._leave(place)
        return bool(gone)

    def release(self) -> None:
        """Nothing more will be written: the bank, which outlives this batch, gets its adapters back."""
        for place in list(self._rows):
            self._leave(place)

    def _leave(self, place: int) -> None:
        run = self._rows.pop(place).run
        heapq.heappush(self._free, place)
        self._left[run] -= 1
        if not self._left[run]:
            del self._left[run]
            self._joining = [joining for joining in self._joining if joining[0] is not run]
            if self._bank is not None:
                self._bank.let_go(run.adapter or ())

    def _go_on(self) -> None:
        if self._joining:
            self._seat()
            self._joining.clear()
        shape = self._shape()
        for _ in range(STEPS):
            self._graphs.run(shape, lambda: self._advance(*shape))
        self._look(shape[0])

    def _shape(self) -> tuple[int, int, bool]:
        """The next larger number of rows, and of blocks a row, that a graph is made for; and whether any row asks for
        less than the whole vocabulary."""
        rows = _up(max(self._rows) + 1, (*(n for n in ROWS if n < self.max_rows), self.max_rows))
        used = {row.run: sum(len(packed.numbers) for packed, _ in row.run.adapter or ()) for row in self._rows.values()}
        return rows, _up(max(used.values()), WIDTHS), any(run.sampling.truncates for run in used)

    def _seat(self) -> None:
        """Tell the device about new rows, and read their prompts but for the last token, which the first step reads."""
        lines = np.concatenate([self._lines(run, blocks) for run, _, blocks in self._joining])
        places = np.array([place for _, mine, _ in self._joining for place in mine], np.int32)
        tokens = np.concatenate([_prompt_tokens(run.prompt, mine[0]) for run, mine, _ in self._joining], axis=1)
        shares = np.array(
            [(mine[0], other, len(run.prompt) - 1) for run, mine, _ in self._joining for other in mine[1:]], np.int32
        ).reshape(-1, 3)
        parts = [lines, places, *self._passes(tokens), shares]
        blob = _pinned((sum(part.size for part in parts),), self._state.device)
        blob.copy_(torch.from_numpy(np.concatenate([part.ravel() for part in parts])))
        there = blob.to(self._state.device, non_blocking=True).split([part.size for part in parts])
        self._state.index_copy_(0, there[1].long(), there[0].view(lines.shape))
        width = _up(max(len(blocks) for _, _, blocks in self._joining), WIDTHS)
        for flat in there[2:-1]:
            count = len(flat) // 3
            self._tokens[:, :count].copy_(flat.view(3, count))
            self._graphs.run(("prompt", count, width), lambda count=count: self._read(count, width))  # type: ignore[misc]
        if shares.size and tokens.size:
            operators.share_prompts(self._cache, there[-1].view(-1, 3))

    def _lines(self, run: Drafting, blocks: list[tuple[int, float]]) -> NDArray[np.int32]:
        """Each new row's state, without what it will write."""
        lines = np.zeros((len(run.streams), self._columns), np.int32)
        numbers, sampling, tokens = lines.view(np.float32), run.sampling, self.max_tokens
        lines[:, Column.LAST], lines[:, Column.POSITION] = run.prompt[-1], len(run.prompt) - 1
        lines[:, Column.TOP_K], lines[:, Column.MIN_TOKENS] = sampling.top_k, sampling.min_tokens
        lines[:, Column.MAX_TOKENS] = min(sampling.max_tokens, tokens)
        numbers[:, Column.TEMPERATURE], numbers[:, Column.TOP_P] = sampling.temperature, sampling.top_p
        numbers[:, Column.END_BIAS] = sampling.end_bias
        lines[:, Column.OPENS_AT] = -1
        if run.opening is not None:
            lines[:, Column.OPENS_AT] = len(run.prompt) - 1
            lines[:, Column.LOW], lines[:, Column.HIGH] = run.opening
        lines[:, Column.COUNT] = len(blocks)
        for nth, (block, weight) in enumerate(blocks):
            lines[:, FACTS + nth] = block
            numbers[:, FACTS + MOST_BLOCKS + nth] = weight
        for line, stream in zip(numbers, run.streams, strict=True):
            line[-2 * tokens : -tokens] = random_stream(run.seed, stream, tokens).numpy()
        return lines

    def _passes(self, tokens: NDArray[np.int32]) -> list[NDArray[np.int32]]:
        """Prompt tokens [3, any] cut into shapes that a graph is made for, filled up with tokens that nobody reads."""
        passes, most = [], PROMPT_TOKENS[-1]
        for first in range(0, tokens.shape[1], most):
            part = tokens[:, first : first + most]
            filled = np.zeros((3, _up(part.shape[1], PROMPT_TOKENS)), np.int32)
            filled[1] = self._nobody
            filled[:, : part.shape[1]] = part
            passes.append(filled)
        return passes

    def _read(self, count: int, width: int) -> None:
        """Fill the cache with prompt tokens. Looks at no value, so it can be captured."""
        hidden(self.decoder, self._cache, Rows(*self._tokens[:, :count]), self._adapters(width))

    def _advance(self, rows: int, width: int, truncates: bool) -> None:
        """One token in each of the first `rows` places that is not done. Looks at no value, so it can be captured."""
        state = self._state[:rows]
        read = Rows(
            state[:, Column.LAST].contiguous(), self._every_place[:rows], state[:, Column.POSITION].contiguous()
        )
        logits = self.decoder.logits(hidden(self.decoder, self._cache, read, self._adapters(width)))
        operators.restrict(logits, self._endings, self._ranks, state)
        numbers = state.view(torch.float32)
        temperature = numbers[:, Column.TEMPERATURE]
        if truncates:
            logits = truncate(logits, temperature, state[:, Column.TOP_K], numbers[:, Column.TOP_P])
        operators.draw(*in_blocks(logits, temperature), self._is_ending, state, self.max_tokens)

    def _adapters(self, width: int) -> Adapters | None:
        if not width or self._bank is None:
            return None
        blocks = self._state[:, FACTS : FACTS + width]
        weights = self._state.view(torch.float32)[:, FACTS + MOST_BLOCKS : FACTS + MOST_BLOCKS + width]
        return Adapters(self._bank, self._state[:, Column.COUNT], blocks, weights)

    def _look(self, rows: int) -> None:
        """Wait for the steps, and hand over what has ended."""
        seen = self._snapshot[:rows]
        seen.copy_(self._state[:rows], non_blocking=True)
        _wait(self._state.device)
        lines = seen.numpy()
        fresh: dict[Drafting, dict[int, Completion]] = {}
        for place in [place for place in np.flatnonzero(lines[:, Column.DONE]).tolist() if place in self._rows]:
            row, line = self._rows[place], lines[place]
            ended = int(line[Column.LAST]) in self._ending_ids
            start, end = len(row.run.prompt), int(line[Column.POSITION]) + (not ended)
            written = line[self._columns - self.max_tokens :]
            fresh.setdefault(row.run, {})[row.stream] = Completion(tuple(written[start:end].tolist()), ended)
            self._leave(place)
        for run, drafts in fresh.items():
            self._hand_over(run, drafts)


def _prompt_tokens(prompt: list[int], place: int) -> NDArray[np.int32]:
    """A prompt's tokens but for the last: ids, places and positions [3, tokens]."""
    count = len(prompt) - 1
    return np.array([prompt[:-1], [place] * count, range(count)], np.int32).reshape(3, count)


def _pinned(size: tuple[int, ...], device: torch.device) -> Tensor:
    return torch.empty(size, dtype=torch.int32, pin_memory=device.type == "cuda")


def _wait(device: torch.device) -> None:
    """Until the device has done all that it was given, without keeping a core busy."""
    if device.type == "cuda":
        event = torch.cuda.Event(blocking=True)
        event.record()
        event.synchronize()


def _up(count: int, ladder: tuple[int, ...]) -> int:
    """The first rung that `count` fits under; the last one if none does."""
    return next((rung for rung in ladder if rung >= count), ladder[-1])
