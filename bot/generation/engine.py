"""The engine: threads that own the running batches over shared weights. Everybody else waits for its tickets.

Requests for the base model with any adapters share batches; a full fine-tune has weights, and so batches, of its own.
On a CPU there is one worker a core, each with a batch of its own that its one thread computes: two batches side by
side write up to twice as much as one that two threads share, the weights are in memory once, and no product is ever
split among threads, which would let a row's rounding depend on its neighbours. On a GPU one worker feeds the device,
and what has ended is looked through on a second thread. The queue is bounded, and chats take turns in it. A fault fails
the requests that were running in its batch, with a typed error, and starts that batch anew; one of the device itself
ends the engine, and whoever holds it makes another.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from bot.generation.batching.batch import Drafting
from bot.generation.fair_queue import FairQueue
from bot.generation.gpu.adapters import Bank, pack
from bot.generation.gpu.memory import Plan, share_out, training_bytes
from bot.generation.model.adapters import Adapter, blend, load_adapter
from bot.generation.model.decoder import Decoder
from bot.generation.model.first_token import first_token
from bot.generation.model.loading import load_decoder, weight_bytes
from bot.generation.ticket import EngineOptions, Model, Ticket, refuse
from bot.generation.worker import LEAN_ROWS, Worker
from data.errors import Busy, DeadlineExceeded, EngineFault
from data.models.framing import Framing, load_framing

ROWS_BEFORE_SPREADING = 20  # one batch is filled up to here before a second one is begun: few rows are cheaper together
FINISH_S = 3.0  # that what is running has when the engine is closed


class Engine:
    """Start it once; `submit` from any thread."""

    def __init__(self, options: EngineOptions) -> None:
        self.options = options
        self._waiting: FairQueue[Ticket] = FairQueue(options.queue_limit)
        self.wake = threading.Condition()
        self.closing = self._lost = False
        self.lean = False
        self.plan: Plan | None = None  # of a GPU's memory
        self.base: Model | None = None
        self.bank: Bank | None = None
        self._workers = [Worker(self, number) for number in range(options.workers)]

    def load(self, folder: Path, adapter: Path | None = None, packed: Path | None = None) -> Model:
        """Load the weights and tokenizer of a model folder, perhaps with an adapter merged in; `packed` is where int8
        weights are kept. Takes seconds; call it off the event loop.
        """
        with torch.inference_mode():
            framing = load_framing(folder)
            decoder = load_decoder(folder, self.options.precision, self.options.device, framing, adapter, packed)
            self._read_first_token(decoder, framing)
            ranks = framing.ranks(decoder.shape.vocabulary)  # here, for the first time takes a tenth of a second
            return Model(decoder, framing, weight_bytes(folder, self.options.precision), ranks)

    def load_adapter(self, folder: Path, model: Model) -> Any:
        """An adapter on this model as its batches take it. Raises ValueError where it does not fit."""
        with torch.inference_mode():
            adapter = load_adapter(folder, model.decoder)
            self._read_first_token(model.decoder, model.framing, adapter)
            return ((pack(adapter, model.decoder), 1.0),) if self.bank is not None else adapter

    def blend(self, parts: Sequence[tuple[Any, float]]) -> Any:
        """The weighted sum of adapters."""
        if self.bank is None:
            assert self.base is not None, "start() first"
            with torch.inference_mode():
                mixed = blend(parts)
                self._read_first_token(self.base.decoder, self.base.framing, mixed)
                return mixed
        return tuple((packed, own * weight) for mixed, weight in parts for packed, own in mixed)

    def _read_first_token(self, decoder: Decoder, framing: Framing, adapter: Adapter | None = None) -> None:
        """Here, for a request should not have to wait for it."""
        if decoder.precision == "int8":
            first_token(decoder, framing.begin_id, adapter)

    def start(self, base: Model) -> None:
        """Start the threads; on a GPU, after all memory has been shared out. Raises what the device does."""
        self.base = base
        if self.options.memory is not None:
            there, rows, tokens = self.options.memory(), self.options.max_rows, self.options.max_tokens
            if self.options.beside_training:  # on a small card it must make do with half
                there -= min(training_bytes(base.decoder, base.bytes), there // 2)
            self.plan = share_out(base.decoder, there, tokens, rows, self.options.voices)
            with torch.inference_mode():
                self.bank = Bank(base.decoder, self.plan.blocks)
        before = torch.get_num_threads()
        for worker in self._workers:
            worker.thread.start()
            worker.ready.wait()
        torch.set_num_threads(before)  # which a worker sets for its own thread also becomes new threads' default
        for worker in self._workers:
            if worker.failed is not None:
                raise worker.failed

    @property
    def spare_memory(self) -> int | None:
        """Bytes of a GPU for full fine-tunes; None where there is no such limit."""
        return None if self.plan is None else self.plan.spare

    def submit(self, model: Model, run: Drafting, timeout_s: float, queue_key: str = "") -> Ticket:
        """Queue a run. Raises `EngineFault` when the engine is closed, `Busy` at once when the queue is full.

        If another chat has more in line than this one, its newest request is refused instead.
        """
        with self.wake:
            if self.closing:
                raise EngineFault("the engine is closed")
            self._forget_given_up()
            try:
                for loud in self._waiting.make_room(queue_key):
                    refuse(loud, Busy(len(self._waiting) + 1))
            except IndexError:
                raise Busy(len(self._waiting) + 1) from None
            ticket = Ticket(model, run, time.monotonic() + timeout_s, queue_key)
            ticket.position = self._waiting.put(ticket, queue_key, len(run.streams))
            self.assign()
            if ticket.given:
                ticket.position = 0
        return ticket

    def waiting(self) -> int:
        """How many requests wait for room in a batch."""
        return len(self._waiting)

    def spare_rows(self) -> int:
        """Rows that would cost next to nothing now: of a small batch, with nobody waiting."""
        if self._waiting:
            return 0
        return max(0, ROWS_BEFORE_SPREADING // 2 - sum(worker.load for worker in self._workers))

    def broken(self) -> bool:
        """Whether its device is gone, or one of its threads: another engine is to take its place."""
        return self._lost or (not self.closing and not all(worker.alive for worker in self._workers))

    def lose(self) -> None:
        """Take no more work, for another engine will. What runs is finished where that is possible, what waits not."""
        with self.wake:
            self._lost = self.closing = True
            while self._waiting:
                refuse(self._waiting.take(), EngineFault("another engine takes over"))
            self.wake.notify_all()

    def running(self) -> int:
        """How many rows are being written."""
        return sum(worker.load for worker in self._workers)

    def retire(self, model: Model) -> None:
        """Let go of a model that nobody will ask for again, as soon as its last request is answered."""
        with self.wake:
            model.retired = True
            self.wake.notify_all()

    def yield_memory(self, lean: bool) -> None:
        """Give the memory of the batches back as they fall idle, and make smaller ones, until called with False. Not
        on a GPU, whose memory has been shared out with a training in mind.
        """
        if self.plan is not None:
            return
        with self.wake:
            self.lean = lean
            self.wake.notify_all()

    def close(self) -> None:
        """Refuse what waits, finish what is running, within some seconds, and end the threads."""
        with self.wake:
            self.closing = True
            while self._waiting:
                refuse(self._waiting.take(), EngineFault("the bot is stopping"))
            self.wake.notify_all()
        until = time.monotonic() + FINISH_S
        for worker in self._workers:
            if worker.thread.is_alive():
                worker.thread.join(max(0.0, until - time.monotonic()))
        for worker in self._workers:
            if worker.thread.is_alive():
                worker.give_up = True
                worker.thread.join()

    def rows_of_a_batch(self) -> int:
        """Rows that a batch may have now; fewer while a training needs memory."""
        if self.plan is not None:
            return self.plan.rows
        rows = -(-self.options.max_rows // self.options.workers)
        return min(rows, LEAN_ROWS) if self.lean else rows

    def assign(self) -> None:
        """Give waiting requests to workers, in their order, as far as there is room. Called with the lock held."""
        self._forget_given_up()
        while self._waiting:
            ticket = self._waiting.first()
            rows = len(ticket.run.streams)
            fitting = [worker for worker in self._workers if worker.alive and worker.has_room(rows, ticket.model)]
            if not fitting:
                if not any(worker.alive for worker in self._workers):
                    refuse(self._waiting.take(), EngineFault("the engine has stopped"))
                    continue
                return
            small = [worker for worker in fitting if worker.load + rows <= ROWS_BEFORE_SPREADING]
            worker = max(small, key=lambda w: w.load) if small else min(fitting, key=lambda w: w.load)
            self._waiting.take()
            ticket.given = True
            worker.load += rows
            worker.inbox.append(ticket)
            self.wake.notify_all()

    def put_back(self, ticket: Ticket) -> None:
        """A worker could not begin with it. Called with the lock held."""
        self._waiting.put_back(ticket, ticket.queue_key, len(ticket.run.streams))

    def _forget_given_up(self) -> None:
        """Drop what was cancelled, and tell what is past its deadline so, before it costs anything."""
        now = time.monotonic()
        for ticket in self._waiting.remove(lambda ticket: ticket.done.cancelled() or now > ticket.deadline):
            refuse(ticket, DeadlineExceeded(now - ticket.asked))
