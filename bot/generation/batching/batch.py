"""The running batch of one set of weights: rows join between decode steps and leave when their tweet ends.

Works on token ids; knows nothing of text. A prompt is prefilled once and its cache shared out to its rows. On a GPU,
`bot.generation.gpu.batch` does the same.

In bfloat16 and int8 a row's tokens depend on (weights, adapter, prompt, settings, seed, stream) alone: not on what
else is in the batch. In float32 other rows can move a result by its last bit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import torch
from torch import Tensor

from bot.generation.batching.adapter_slots import WIDTH, Bank, Lane
from bot.generation.batching.cache import Cache
from bot.generation.batching.sampling import draw, opened, random_stream, truncate
from bot.generation.model.adapters import Adapter
from bot.generation.model.decoder import Adapt, Decoder, no_adapter
from bot.generation.model.first_token import first_token
from data.models.sampling import Sampling

LENGTH_STEP = 16  # attention runs over lengths rounded up to this, so that its rounding never depends on neighbours
FEW_SLOTS = 2  # of a bank of adapters to begin with


@dataclass(frozen=True)
class Completion:
    """The continuation one row wrote; `ended` is False when it ran into its last allowed token."""

    ids: tuple[int, ...]
    ended: bool


@dataclass(eq=False)
class Drafting:
    """Rows of one request: the same prompt and voice, one random stream each."""

    prompt: list[int]
    adapter: Any  # what the batch knows as one: an `Adapter`, on a GPU a `Mixed`; None: the base itself
    seed: int
    streams: list[int]
    sampling: Sampling
    opening: tuple[int, int] | None = None  # which ranks its first token may have, from and up to
    enough: Callable[[dict[int, Completion]], bool] = lambda _: False  # asked as rows end; the other rows are given up
    drafts: dict[int, Completion] = field(default_factory=dict)  # by stream, as rows end
    satisfied: bool = False
    fault: Exception | None = None  # in looking through what ended
    abandoned: bool = False

    def take_in(self, fresh: dict[int, Completion]) -> None:
        """Rows have ended. Another thread sees nothing of it before it is known whether it is enough."""
        drafts = {**self.drafts, **fresh}
        satisfied = self.enough(drafts)
        self.drafts = drafts
        self.satisfied = satisfied

    @property
    def done(self) -> bool:
        """Whether nothing more is to be written for it."""
        return self.satisfied or len(self.drafts) == len(self.streams)


@dataclass(eq=False)
class _Row:
    run: Drafting
    stream: int
    lane: Lane | None = None


class _RowState:
    """What a step needs of each row. Integers and floats lie together, so that a row moves in few copies."""

    def __init__(self, rows: int, tokens: int) -> None:
        self.integers = torch.zeros(rows, 6, dtype=torch.long)
        self.last, self.position, self.top_k, self.min_tokens, self.max_tokens, self.done = self.integers.unbind(1)
        self.floats = torch.zeros(rows, 3)
        self.temperature, self.top_p, self.end_bias = self.floats.unbind(1)
        self.uniform = torch.zeros(rows, tokens)
        self.written = torch.zeros(rows, tokens, dtype=torch.long)
        self.done.fill_(1)

    def move(self, source: int, target: int) -> None:
        for tensor in (self.integers, self.floats, self.uniform, self.written):
            tensor[target] = tensor[source]


class Batch:
    """At most `max_rows` rows of at most `max_tokens` tokens each. What a run's `opening` means is in `ranks`
    [vocabulary], which `Framing.ranks` gives."""

    def __init__(
        self, decoder: Decoder, ending_ids: list[int], max_rows: int, max_tokens: int, ranks: list[int] | None = None
    ) -> None:
        self.decoder = decoder
        self._ranks = None if ranks is None else torch.tensor(ranks)
        self.max_rows = max_rows
        self.max_tokens = min(-(-max_tokens // LENGTH_STEP) * LENGTH_STEP, decoder.shape.positions)
        self._ending_ids = torch.tensor(ending_ids)
        self._is_ending = torch.zeros(decoder.shape.vocabulary, dtype=torch.bool)
        self._is_ending[self._ending_ids] = True
        self._cache = Cache(decoder, max_rows, self.max_tokens)
        self._state = _RowState(max_rows, self.max_tokens)
        self._rows: list[_Row] = []
        self._banks: dict[int, Bank] = {}
        self._longest = 0  # the largest position of any row

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def free_rows(self) -> int:
        """How many rows may still join."""
        return self.max_rows - len(self._rows)

    def refuse_what_does_not_fit(self, run: Drafting) -> None:
        """Raises ValueError for more rows than are free, or a prompt that leaves no room."""
        if len(run.streams) > self.free_rows or len(run.prompt) >= self.max_tokens:
            raise ValueError(f"{len(run.streams)} rows of {len(run.prompt)} tokens do not fit")

    def join(self, run: Drafting) -> None:
        """Prefill the run's prompt, share its cache out to its rows and draw their first tokens.

        Raises ValueError, and leaves no trace, where its adapter's numbers break on it.
        """
        self.refuse_what_does_not_fit(run)
        first, count = len(self._rows), len(run.streams)
        self._rows += [_Row(run, stream) for stream in run.streams]
        self._share_lanes()
        logits = self._prefill(run, self._rows[first].lane, slice(first, first + count))
        if not logits.isfinite().all():
            run.abandoned = True
            self.drop_ended()
            raise ValueError("the voice's numbers break")
        self._seat(run, slice(first, first + count))
        if run.opening is not None:
            assert self._ranks is not None, "a batch that knows no ranks cannot hold to them"
            logits = opened(logits, self._ranks, *run.opening)
        self._choose(slice(first, first + count), logits.expand(count, -1))
        self._collect(first)
        if not self.drop_ended():
            self._rearrange()

    def step(self) -> None:
        """Write at least one token in every row; rows that end leave."""
        self.drop_ended()
        if not self._rows:
            return
        self._advance(len(self._rows), self._length(), self._adapt())
        self._longest = min(self._longest + 1, self.max_tokens - 1)
        if self._collect(0):
            self.drop_ended()

    def drop_ended(self) -> bool:
        """Close the gaps of ended and abandoned rows with rows from the end; whether there were any."""
        index, before = 0, len(self._rows)
        while index < len(self._rows):
            row = self._rows[index]
            if row.stream in row.run.drafts or row.run.satisfied or row.run.abandoned:
                last = self._rows.pop()
                if last is not row:
                    self._cache.move(len(self._rows), index, self._longest + 1)
                    self._state.move(len(self._rows), index)
                    self._rows[index] = last
            else:
                index += 1
        if len(self._rows) < before:
            self._state.done[len(self._rows) : before] = 1
            self._share_lanes()
            used = {row.lane for row in self._rows}
            for bank in self._banks.values():
                for lane in [lane for lane in bank.lanes if lane not in used]:
                    bank.remove(lane)
            # A bank that has grown gives its memory back when it is empty.
            self._banks = {r: bank for r, bank in self._banks.items() if bank.lanes or bank.slots == FEW_SLOTS}
            self._rearrange()
        return len(self._rows) < before

    def _share_lanes(self) -> None:
        """Seat the rows of each adapter, whosever requests they are of, in as few lanes as hold them."""
        of_adapter: dict[Adapter, list[_Row]] = {}
        for row in self._rows:
            if row.run.adapter is not None:
                of_adapter.setdefault(row.run.adapter, []).append(row)
        for adapter, rows in of_adapter.items():
            lanes = sorted({row.lane for row in rows if row.lane is not None}, key=lambda lane: lane.slot)
            while len(lanes) * WIDTH < len(rows):
                lanes.append(self._new_lane(adapter))
            for number, row in enumerate(rows):
                row.lane = lanes[number // WIDTH]

    def _new_lane(self, adapter: Adapter) -> Lane:
        if adapter.rank not in self._banks:
            self._banks[adapter.rank] = Bank(self.decoder, adapter.rank, FEW_SLOTS)
        return self._banks[adapter.rank].add(adapter)

    def _prefill(self, run: Drafting, lane: Lane | None, rows: slice) -> Tensor:
        """Logits [1, vocabulary] after the prompt, whose keys and values go to all `rows`."""
        decoder, start = self.decoder, 0
        if decoder.precision == "int8":
            first = first_token(decoder, run.prompt[0], run.adapter)
            self._cache.begin(rows, first.keys_and_values)
            if len(run.prompt) == 1:
                return first.logits.clone()  # what is drawn from is written into
            start = 1
        hidden = decoder.hidden(
            torch.tensor(run.prompt[start:]),
            torch.arange(start, len(run.prompt)),
            partial(self._cache.attend_prompt, rows, start),
            no_adapter if lane is None else lane.adapt,
        )
        return decoder.logits(hidden[-1:])

    def _seat(self, run: Drafting, rows: slice) -> None:
        """Note what is to be known of new rows whose prompt has been read."""
        state, sampling = self._state, run.sampling
        most = min(sampling.max_tokens, self.max_tokens)
        settings = [0, len(run.prompt) - 1, sampling.top_k, sampling.min_tokens, most, 0]
        state.integers[rows] = torch.tensor(settings)
        state.floats[rows] = torch.tensor([sampling.temperature, sampling.top_p, sampling.end_bias])
        streams = [random_stream(run.seed, stream, self.max_tokens) for stream in run.streams]
        state.uniform[rows] = torch.stack(streams)
        self._longest = max(self._longest, len(run.prompt) - 1)

    def _rearrange(self) -> None:
        """After the rows have changed: which lanes they use, and how far the longest is."""
        positions = self._state.position[: len(self._rows)].tolist()
        self._longest = max(positions, default=0)
        lanes = [row.lane for row in self._rows]
        for bank in self._banks.values():
            bank.arrange(lanes)

    def _adapt(self) -> Adapt:
        banks = [bank for bank in self._banks.values() if bank.lanes]
        if len(banks) < 2:
            return banks[0].adapt if banks else no_adapter

        def adapt(layer: int, group: str, x: Tensor, y: Tensor) -> Tensor:
            for bank in banks:
                y = bank.adapt(layer, group, x, y)
            return y

        return adapt

    def _length(self) -> int:
        """Tokens that attention must look at in the coming step, rounded up."""
        return min(-(-(self._longest + 2) // LENGTH_STEP) * LENGTH_STEP, self.max_tokens)

    def _advance(self, rows: int, length: int, adapt: Adapt) -> None:
        """One token in each of the first `rows` rows."""
        positions = self._state.position[:rows]
        self._cache.prepare(positions, length)
        hidden = self.decoder.hidden(self._state.last[:rows], positions, self._cache.attend, adapt)
        self._choose(slice(0, rows), self.decoder.logits(hidden))

    def _choose(self, rows: slice, logits: Tensor) -> None:
        """Draw the token that follows in each of these rows, unless it is done, and note which are done now."""
        state = self._state
        position, done = state.position[rows], state.done[rows]
        at = (position + 1).clamp_(max=self.max_tokens - 1)
        bias = state.end_bias[rows].masked_fill(at < state.min_tokens[rows], float("-inf"))
        endings = logits.index_select(1, self._ending_ids) + bias[:, None]
        logits = logits.contiguous().index_copy_(1, self._ending_ids, endings)
        temperature = state.temperature[rows]
        truncated = ((state.top_k[rows] > 0) | (state.top_p[rows] < 1)).nonzero()[:, 0]
        if len(truncated):
            settings = [tensor[rows][truncated] for tensor in (state.temperature, state.top_k, state.top_p)]
            logits = logits.index_copy(0, truncated, truncate(logits[truncated], *settings))
        uniform = state.uniform[rows].gather(1, position[:, None])[:, 0]
        ids = draw(logits, uniform, temperature)
        going = done == 0
        ids = torch.where(going, ids, state.last[rows])
        written = state.written[rows]
        written.scatter_(1, at[:, None], torch.where(going, ids, written.gather(1, at[:, None])[:, 0])[:, None])
        state.last[rows] = ids
        state.position[rows] = torch.where(going, at, position)
        state.done[rows] = (~going | self._is_ending[ids] | (at + 1 >= state.max_tokens[rows])).long()

    def _collect(self, first: int) -> bool:
        """Look at which rows from `first` on are done, and hand their drafts over; whether there were any."""
        state = self._state
        fresh: dict[Drafting, dict[int, Completion]] = {}
        for index in [first + n for n, flag in enumerate(state.done[first : len(self._rows)].tolist()) if flag]:
            row = self._rows[index]
            ended = bool(self._is_ending[state.last[index]])
            start, end = len(row.run.prompt), int(state.position[index]) + (not ended)
            draft = Completion(tuple(state.written[index, start:end].tolist()), ended)
            fresh.setdefault(row.run, {})[row.stream] = draft
        for run, drafts in fresh.items():
            run.take_in(drafts)
        return bool(fresh)
