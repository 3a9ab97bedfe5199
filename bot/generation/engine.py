"""The engine: threads that own the running batches over shared weights. Everybody else waits for its tickets.

Requests for the base model with any adapters share batches; a full fine-tune has weights, and so batches, of its own.
On a CPU there is one worker a core, each with a batch of its own that its one thread computes: two batches side by
side write up to twice as much as one that two threads share, the weights are in memory once, and no product is ever
split among threads, which would let a row's rounding depend on its neighbours. The queue is bounded, and chats take
turns in it. A fault fails the requests that were running in its batch, with a typed error, and starts that batch anew;
one of the device itself ends the engine, and whoever holds it makes another.
"""

from __future__ import annotations

import contextvars
import logging
import threading
import time
from collections.abc import Collection
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

import torch

from bot.generation.batching.batch import Batch, Completion, Drafting
from bot.generation.fair_queue import FairQueue
from bot.generation.model.decoder import Decoder
from bot.generation.model.linear import Precision
from bot.generation.model.loading import collect_garbage, load_decoder, weight_bytes
from bot.generation.types import Stats
from data.errors import Busy, DeadlineExceeded, EngineFault
from data.models.framing import Framing, load_framing

log = logging.getLogger(__name__)

ROWS_BEFORE_SPREADING = 20  # one batch is filled up to here before a second one is begun: few rows are cheaper together
FINISH_S = 3.0  # that what is running has when the engine is closed
LEAN_ROWS = 10  # of a batch while a training needs the memory


@dataclass(frozen=True)
class EngineOptions:
    """How much the engine may hold and use."""

    device: torch.device
    precision: Precision
    max_rows: int = 80
    max_tokens: int = 160
    queue_limit: int = 32
    workers: int = 1  # threads, each with a batch


@dataclass(eq=False)
class Model:
    """Weights that are loaded: the base, or one full fine-tune."""

    decoder: Decoder
    framing: Framing
    bytes: int  # of its weights in memory
    retired: bool = False  # nobody will ask for it again; its batches go when they are empty


@dataclass(eq=False)
class Ticket:
    """One run through the engine and what became of it."""

    model: Model
    run: Drafting
    deadline: float  # on the monotonic clock
    queue_key: str = ""  # what takes turns with others
    position: int = 0  # in the queue when it was asked for; 0: it did not have to wait
    context: contextvars.Context = field(default_factory=contextvars.copy_context)  # for the log
    done: Future[dict[int, Completion]] = field(default_factory=Future)
    asked: float = field(default_factory=time.monotonic)
    given: bool = False  # to a worker
    joined: float = 0.0
    prefill_s: float = 0.0
    steps: int = 0
    rows_seen: int = 0

    def cancel(self) -> None:
        """Give the rows back at the next step; nobody waits for them any more."""
        self.run.abandoned = True
        self.done.cancel()

    def stats(self) -> Stats:
        """Where the request's time went, so far."""
        return Stats(
            queue_s=self.joined - self.asked,
            prefill_s=self.prefill_s,
            decode_s=max(0.0, time.monotonic() - self.joined - self.prefill_s),
            tokens=sum(len(draft.ids) + draft.ended for draft in self.run.drafts.values()),
            rows=len(self.run.streams),
            batch_rows=self.rows_seen / self.steps if self.steps else 0.0,
        )


class Engine:
    """Start it once; `submit` from any thread."""

    def __init__(self, options: EngineOptions) -> None:
        self.options = options
        self._waiting: FairQueue[Ticket] = FairQueue(options.queue_limit)
        self._wake = threading.Condition()
        self._closing = self._lost = False
        self._lean = False
        self._workers = [_Worker(self, number) for number in range(options.workers)]

    def load(self, folder: Path) -> Model:
        """Load the weights and tokenizer of a model folder. Takes seconds; call it off the event loop."""
        with torch.inference_mode():
            framing = load_framing(folder)
            decoder = load_decoder(folder, self.options.precision, self.options.device, framing)
            return Model(decoder, framing, weight_bytes(folder, self.options.precision))

    def start(self) -> None:
        """Start the threads."""
        before = torch.get_num_threads()
        for worker in self._workers:
            worker.thread.start()
            worker.ready.wait()
        torch.set_num_threads(before)  # which a worker sets for its own thread also becomes new threads' default

    def submit(self, model: Model, run: Drafting, timeout_s: float, queue_key: str = "") -> Ticket:
        """Queue a run. Raises `EngineFault` when the engine is closed, `Busy` at once when the queue is full.

        If another chat has more in line than this one, its newest request is refused instead.
        """
        with self._wake:
            if self._closing:
                raise EngineFault("the engine is closed")
            self._forget_given_up()
            try:
                for loud in self._waiting.make_room(queue_key):
                    _refuse(loud, Busy(len(self._waiting) + 1))
            except IndexError:
                raise Busy(len(self._waiting) + 1) from None
            ticket = Ticket(model, run, time.monotonic() + timeout_s, queue_key)
            ticket.position = self._waiting.put(ticket, queue_key, len(run.streams))
            self._assign()
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
        return self._lost or (not self._closing and not all(worker.alive for worker in self._workers))

    def lose(self) -> None:
        """Take no more work, for another engine will. What runs is finished where that is possible, what waits not."""
        with self._wake:
            self._lost = self._closing = True
            while self._waiting:
                _refuse(self._waiting.take(), EngineFault("another engine takes over"))
            self._wake.notify_all()

    def running(self) -> int:
        """How many rows are being written."""
        return sum(worker.load for worker in self._workers)

    def retire(self, model: Model) -> None:
        """Let go of a model that nobody will ask for again, as soon as its last request is answered."""
        with self._wake:
            model.retired = True
            self._wake.notify_all()

    def yield_memory(self, lean: bool) -> None:
        """Give the memory of the batches back as they fall idle, and make smaller ones, until called with False."""
        with self._wake:
            self._lean = lean
            self._wake.notify_all()

    def close(self) -> None:
        """Refuse what waits, finish what is running, within some seconds, and end the threads."""
        with self._wake:
            self._closing = True
            while self._waiting:
                _refuse(self._waiting.take(), EngineFault("the bot is stopping"))
            self._wake.notify_all()
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
        rows = -(-self.options.max_rows // self.options.workers)
        return min(rows, LEAN_ROWS) if self._lean else rows

    def _assign(self) -> None:
        """Give waiting requests to workers, in their order, as far as there is room. Called with the lock held."""
        self._forget_given_up()
        while self._waiting:
            ticket = self._waiting.first()
            rows = len(ticket.run.streams)
            fitting = [worker for worker in self._workers if worker.alive and worker.has_room(rows)]
            if not fitting:
                if not any(worker.alive for worker in self._workers):
                    _refuse(self._waiting.take(), EngineFault("the engine has stopped"))
                    continue
                return
            small = [worker for worker in fitting if worker.load + rows <= ROWS_BEFORE_SPREADING]
            worker = max(small, key=lambda w: w.load) if small else min(fitting, key=lambda w: w.load)
            self._waiting.take()
            ticket.given = True
            worker.load += rows
            worker.inbox.append(ticket)
            self._wake.notify_all()

    def _forget_given_up(self) -> None:
        """Drop what was cancelled, and tell what is past its deadline so, before it costs anything."""
        now = time.monotonic()
        for ticket in self._waiting.remove(lambda ticket: ticket.done.cancelled() or now > ticket.deadline):
            _refuse(ticket, DeadlineExceeded(now - ticket.asked))


class _Worker:
    """One thread, its batches and what runs in them."""

    def __init__(self, engine: Engine, number: int) -> None:
        self.engine = engine
        self.inbox: list[Ticket] = []
        self.load = 0  # rows in the inbox and in the batches
        self.alive = True
        self.give_up = False  # what is running, for nobody waits for it any more
        self.capacity = engine.rows_of_a_batch()  # of the batches it has; changes only while it has none
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self._work, name=f"generation-{number}", daemon=True)
        self._running: list[Ticket] = []
        self._batches: dict[Model, Batch] = {}
        self._lean = False

    def has_room(self, rows: int) -> bool:
        return not self.load or self.load + rows <= min(self.capacity, self.engine.rows_of_a_batch())

    def _work(self) -> None:
        torch.set_num_threads(1)
        torch.zeros(1 << 17).add_(1)  # a thread's first parallel operation takes over what was set last, by anyone
        self.ready.set()
        try:
            with torch.inference_mode():
                while self._take():
                    self._advance()
                    self._settle()
        except Exception as error:  # refuse everything instead of hanging
            log.exception("a worker of the engine has stopped")
            fault = EngineFault(f"{type(error).__name__}: {error}")
            with self.engine._wake:
                self.alive = False
                for ticket in self._running:
                    _refuse(ticket, fault)
                for ticket in reversed(self.inbox):  # what had not begun is another worker's
                    self.engine._waiting.put_back(ticket, ticket.queue_key, len(ticket.run.streams))
                self._running, self.inbox, self.load = [], [], 0
                self.engine._assign()

    def _take(self) -> bool:
        """Wait for work, and let it join; whether to go on."""
        engine = self.engine
        while True:
            with engine._wake:
                while not (self.inbox or self._running or self._is_stale()):
                    if engine._closing:
                        self.alive = False
                        return False
                    engine._wake.wait()
                stale = not (self.inbox or self._running)
            if not stale:
                break
            self._drop_stale()
        while self.inbox:
            self._join(self.inbox.pop(0))
        return True

    def _is_stale(self) -> bool:
        return self._lean != self.engine._lean or any(model.retired for model in self._batches)

    def _drop_stale(self) -> None:
        """Give memory back while nothing runs. Not with the lock held, for this may take a while."""
        if self._lean != self.engine._lean:
            self._batches.clear()
        self._drop_retired(used=())
        with self.engine._wake:
            if not self._batches:
                self._lean, self.capacity = self.engine._lean, self.engine.rows_of_a_batch()
                self.engine._assign()

    def _drop_retired(self, used: Collection[Model]) -> None:
        self._batches = {m: batch for m, batch in self._batches.items() if m in used or not m.retired}
        collect_garbage(self.engine.options.device)

    def _join(self, ticket: Ticket) -> None:
        if not ticket.done.set_running_or_notify_cancel():
            return  # from here on it cannot be cancelled behind our back, only abandoned
        ticket.joined = time.monotonic()
        self._running.append(ticket)
        try:
            batch = self._batch(ticket.model)
            batch.refuse_what_does_not_fit(ticket.run)
        except torch.AcceleratorError:  # the device is gone; this thread ends, and refuses all that is running
            raise
        except ValueError as error:  # its own fault; what is running goes on
            self._running.remove(ticket)
            ticket.done.set_exception(EngineFault(str(error)))
            return
        except Exception as error:  # noqa: BLE001 - perhaps out of memory; the next request tries again
            ticket.context.run(log.exception, "a batch could not be made")
            self._running.remove(ticket)
            ticket.done.set_exception(EngineFault(f"{type(error).__name__}: {error}"))
            return
        try:
            batch.join(ticket.run)
        except Exception as error:  # noqa: BLE001 - whatever a request breaks must not end the thread
            ticket.context.run(log.exception, "a request could not join the batch")
            self._rebuild(ticket.model, error)
        ticket.prefill_s = time.monotonic() - ticket.joined

    def _advance(self) -> None:
        """One step in each batch that has requests."""
        for model in {ticket.model: None for ticket in self._running}:
            batch = self._batches.get(model)
            if batch is None:
                continue  # given up meanwhile; its requests have been refused
            try:
                batch.step()
            except Exception as error:
                log.exception("a decode step failed")
                self._rebuild(model, error)
            for ticket in self._running:
                if ticket.model is model:
                    ticket.steps += 1
                    ticket.rows_seen += len(batch)

    def _settle(self) -> None:
        """Answer the tickets whose rows have all ended; give back the rows of those that nobody waits for."""
        now = time.monotonic()
        ended: list[Ticket] = []
        still: list[Ticket] = []
        for ticket in self._running:
            run = ticket.run
            if run.done and not run.abandoned:
                ended.append(ticket)
                continue
            if self.give_up and not ticket.done.done():
                run.abandoned = True
                ticket.done.set_exception(EngineFault("the bot is stopping"))
            if now > ticket.deadline and not ticket.done.done():
                run.abandoned = True
                ticket.done.set_exception(DeadlineExceeded(now - ticket.asked))
            if not run.abandoned:
                still.append(ticket)
            elif ticket.model in self._batches:
                self._batches[ticket.model].drop_ended()
        self._running = still
        used = {ticket.model for ticket in (*still, *self.inbox)}
        if any(model.retired and model not in used for model in self._batches):
            self._drop_retired(used)
        with self.engine._wake:
            self.load = sum(map(len, self._batches.values())) + sum(len(ticket.run.streams) for ticket in self.inbox)
            self.engine._assign()
        for ticket in ended:
            ticket.done.set_result(ticket.run.drafts)

    def _batch(self, model: Model) -> Batch:
        if model not in self._batches:
            rows, tokens = max(self.capacity, LEAN_ROWS), self.engine.options.max_tokens
            self._batches[model] = Batch(model.decoder, model.framing.ending_ids(), rows, tokens)
        return self._batches[model]

    def _rebuild(self, model: Model, error: Exception) -> None:
        """Fail what was running on these weights; the next one gets a fresh batch. A lost device ends the thread."""
        if isinstance(error, torch.AcceleratorError):  # every later call on it would fail as well
            raise error
        for ticket in self._running:
            if ticket.model is model and not ticket.done.done():
                ticket.run.abandoned = True
                ticket.done.set_exception(EngineFault(f"{type(error).__name__}: {error}"))
        self._batches.pop(model, None)
        collect_garbage(self.engine.options.device)  # two caches may not fit


def _refuse(ticket: Ticket, error: Exception) -> None:
    if not ticket.done.done() and (ticket.done.running() or ticket.done.set_running_or_notify_cancel()):
        ticket.done.set_exception(error)
