"""The running batch of one set of weights: rows join between decode steps and leave when their tweet ends.

Works on token ids; knows nothing of text. A prompt is prefilled once and its cache shared out to its rows.
In bfloat16 with packed products a row's tokens depend on (weights, adapter, prompt, settings, seed, stream)
alone: not on what else is in the batch. In float32 other rows can move a result by its last bit.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import Tensor
from torch.nn import functional as F

from bot.generation.adapters import ActiveAdapters, Adapter
from bot.generation.decoder import Decoder
from bot.generation.sampling import draw, random_stream
from bot.generation.types import Sampling

LENGTH_STEP = 32  # attention runs over lengths rounded up to this, so that its rounding never depends on neighbours


@dataclass(frozen=True)
class Draft:
    """The continuation one row wrote; `ended` is False when it ran into its last allowed token."""

    ids: tuple[int, ...]
    ended: bool


@dataclass(eq=False)
class Run:
    """Rows of one request: the same prompt and voice, one random stream each."""

    prompt: list[int]
    adapter: Adapter | None
    seed: int
    streams: list[int]
    sampling: Sampling
    drafts: dict[int, Draft] = field(default_factory=dict)  # by stream, as rows end
    abandoned: bool = False

    @property
    def done(self) -> bool:
        return len(self.drafts) == len(self.streams)


@dataclass(eq=False)
class _Row:
    run: Run
    stream: int
    uniform: Tensor
    ids: list[int]


class Batch:
    """At most `max_rows` rows of at most `max_tokens` tokens each."""

    def __init__(self, decoder: Decoder, ending_ids: list[int], max_rows: int, max_tokens: int) -> None:
        shape = decoder.shape
        self.decoder = decoder
        self.max_rows = max_rows
        self.max_tokens = min(-(-max_tokens // LENGTH_STEP) * LENGTH_STEP, shape.positions)
        self._ending = frozenset(ending_ids)
        self._ending_ids = torch.tensor(sorted(self._ending), device=decoder.device)
        self._cache = torch.zeros(
            (shape.layers, 2, max_rows, shape.kv_heads, self.max_tokens, shape.head_dim),
            dtype=decoder.dtype,
            device=decoder.device,
        )
        self._rows: list[_Row] = []
        self._adapters = ActiveAdapters([None])
        self._positions = torch.zeros(0, dtype=torch.long)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def free_rows(self) -> int:
        return self.max_rows - len(self._rows)

    def join(self, run: Run) -> None:
        """Prefill the run's prompt, share its cache out to its rows and draw their first tokens."""
        length, first, count = len(run.prompt), len(self._rows), len(run.streams)
        if count > self.free_rows or length >= self.max_tokens:
            raise ValueError(f"{count} rows of {length} tokens do not fit")
        logits, cache = self._prefill(run)
        self._cache[:, :, first : first + count, :, :length] = cache[:, :, None]
        for stream in run.streams:
            self._rows.append(_Row(run, stream, random_stream(run.seed, stream, self.max_tokens), []))
        self._take(first, logits.expand(count, -1), torch.full((count,), length - 1))
        self.drop_ended()

    def step(self) -> None:
        """Write one token in every row; rows that end leave."""
        self.drop_ended()
        if not self._rows:
            return
        ids = torch.tensor([row.ids[-1] for row in self._rows], device=self.decoder.device)
        positions = self._positions
        count = len(self._rows)
        rows = torch.arange(count, device=self.decoder.device)
        length = min(-(-(int(positions.max()) + 1) // LENGTH_STEP) * LENGTH_STEP, self.max_tokens)
        future = torch.arange(length, device=self.decoder.device) > positions[:, None]
        mask = torch.zeros_like(future, dtype=self.decoder.dtype).masked_fill_(future, float("-inf"))[:, None, None]
        kv_heads = self.decoder.shape.kv_heads

        def attend(layer: int, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
            keys, values = self._cache[layer, 0], self._cache[layer, 1]
            keys[rows, :, positions] = k
            values[rows, :, positions] = v
            # The queries that share a key head stand where a sequence would: no copy of keys and values.
            grouped = q.unflatten(1, (kv_heads, -1))
            out = F.scaled_dot_product_attention(
                grouped, keys[:count, :, :length], values[:count, :, :length], attn_mask=mask
            )
            return out.flatten(1)

        hidden = self.decoder.hidden(ids, positions, attend, self._adapters.adapt)
        self._take(0, self.decoder.logits(hidden), positions)
        self.drop_ended()

    def _prefill(self, run: Run) -> tuple[Tensor, Tensor]:
        """Logits [1, vocabulary] after the prompt, and its cache [layers, 2, kv heads, length, dim]."""
        device = self.decoder.device
        cache: list[Tensor] = []

        def attend(layer: int, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
            k, v = k.transpose(0, 1), v.transpose(0, 1)
            cache.append(torch.stack([k, v]))
            repeat = q.shape[1] // k.shape[0]
            out = F.scaled_dot_product_attention(
                q.transpose(0, 1)[None],
                k.repeat_interleave(repeat, 0)[None],
                v.repeat_interleave(repeat, 0)[None],
                is_causal=True,
            )
            return out[0].transpose(0, 1).flatten(1)

        hidden = self.decoder.hidden(
            torch.tensor(run.prompt, device=device),
            torch.arange(len(run.prompt), device=device),
            attend,
            ActiveAdapters([run.adapter]).adapt,
        )
        return self.decoder.logits(hidden[-1:]), torch.stack(cache)

    def _take(self, first: int, logits: Tensor, positions: Tensor) -> None:
        """Draw the token after `positions` for the rows from `first` on, and note which rows ended."""
        rows = self._rows[first : first + len(logits)]
        device = self.decoder.device
        at = positions.tolist()
        young = [index for index, row in enumerate(rows) if at[index] + 1 < row.run.sampling.min_tokens]
        if young:
            logits = logits.clone()
            logits[torch.tensor(young, device=device)[:, None], self._ending_ids] = float("-inf")
        chosen = draw(
            logits,
            torch.stack([row.uniform[at[index]] for index, row in enumerate(rows)]).to(device),
            torch.tensor([row.run.sampling.temperature for row in rows], device=device),
            torch.tensor([row.run.sampling.top_k for row in rows], device=device),
            torch.tensor([row.run.sampling.top_p for row in rows], device=device),
        ).tolist()
        for row, id, position in zip(rows, chosen, at, strict=True):
            if id in self._ending:
                row.run.drafts[row.stream] = Draft(tuple(row.ids), ended=True)
            else:
                row.ids.append(id)
                if position + 2 >= min(row.run.sampling.max_tokens, self.max_tokens):
                    row.run.drafts[row.stream] = Draft(tuple(row.ids), ended=False)

    def drop_ended(self) -> None:
        """Close the gaps of ended and abandoned rows with rows from the end."""
        index = 0
        while index < len(self._rows):
            row = self._rows[index]
            if row.stream in row.run.drafts or row.run.abandoned:
                last = self._rows.pop()
                if last is not row:
                    self._cache[:, :, index] = self._cache[:, :, len(self._rows)]
                    self._rows[index] = last
            else:
                index += 1
        self._reindex()

    def _reindex(self) -> None:
        device = self.decoder.device
        self._positions = torch.tensor(
            [len(row.run.prompt) + len(row.ids) - 1 for row in self._rows], dtype=torch.long, device=device
        )
        adapters = [row.run.adapter for row in self._rows]
        if adapters:
            self._adapters = ActiveAdapters(adapters, self._adapters)
