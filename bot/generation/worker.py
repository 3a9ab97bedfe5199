"""One thread of an engine: its batches, what runs in them, and what happens when one of them breaks."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Protocol

import torch

from bot.generation.batching.batch import Batch, Completion, Drafting
from bot.generation.gpu.adapters import Bank, BankFull
from bot.generation.gpu.batch import GpuBatch
from bot.generation.gpu.memory import ROWS_OF_A_WHOLE_MODEL, Plan
from bot.generation.model.memory import collect_garbage, give_back
from bot.generation.ticket import EngineOptions, Model, Ticket, refuse
from data.errors import Busy, DeadlineExceeded, EngineFault
from data.faults import gpu_fault
from data.gpu import is_gone

log = logging.getLogger(__name__)
IDLE_S = 1.0  # until memory is given back
LEAN_ROWS = 10  # of a batch while a training needs the memory


class Owner(Protocol):
    """What a worker knows of its engine. `wake` guards all of it."""

    options: EngineOptions
    wake: threading.Condition
    closing: bool
    lean: bool
    plan: Plan | None  # of a GPU's memory
    base: Model | None
    bank: Bank | None

    def assign(self) -> None:
        """Give what waits to workers with room."""

    def put_back(self, ticket: Ticket) -> None:
        """It is another worker's."""

    def waiting(self) -> int:
        """How many requests wait."""

    def rows_of_a_batch(self) -> int:
        """Rows that a batch may have now."""


class Worker:
    """One thread, its batches and what runs in them."""

    def __init__(self, engine: Owner, number: int) -> None:
        self.engine = engine
        self.inbox: list[Ticket] = []
        self.load = 0  # rows in the inbox and in the batches
        self.alive = True
        self.give_up = False  # what is running, for nobody waits for it any more
        self.capacity = engine.rows_of_a_batch()  # of the batches it has; changes only while it has none
        self.ready = threading.Event()
        self.failed: Exception | None = None  # why it could not even begin
        self.thread = threading.Thread(target=self._work, name=f"generation-{number}", daemon=True)
        self._running: list[Ticket] = []
        self._joining: Ticket | None = None
        self._batches: dict[Model, Batch | GpuBatch] = {}
        self._lean = False
        self._tidy = True  # since something was written, what was freed has been given back
        self._reader = ThreadPoolExecutor(1, f"reading-{number}") if engine.options.device.type == "cuda" else None
        self._unread = 0  # drafts that it has not looked through

    def has_room(self, rows: int, model: Model) -> bool:
        if self.engine.plan is not None and model is not self.engine.base:
            given = {*self.inbox, self._joining, *self._running}
            mine = sum(len(ticket.run.streams) for ticket in given if ticket is not None and ticket.model is model)
            return mine + rows <= ROWS_OF_A_WHOLE_MODEL
        return not self.load or self.load + rows <= min(self.capacity, self.engine.rows_of_a_batch())

    def _begin(self) -> bool:
        torch.set_num_threads(1)
        torch.zeros(1 << 17).add_(1)  # a thread's first parallel operation takes over what was set last, by anyone
        self.capacity = self.engine.rows_of_a_batch()
        try:
            if self.engine.plan is not None and self.engine.base is not None:
                batch = self._batch(self.engine.base)
                assert isinstance(batch, GpuBatch)
                batch.warm()
        except Exception as error:  # noqa: BLE001 - told to whoever starts the engine
            self.failed, self.alive = error, False
        self.ready.set()
        return self.alive

    @torch.inference_mode()
    def _work(self) -> None:
        if not self._begin():
            self._batches.clear()
            self._let_go_of_gpu()
            return
        try:
            while self._take():
                self._advance()
                self._settle()
        except Exception as error:  # refuse everything instead of hanging
            log.exception("a worker of the engine has stopped")
            fault = EngineFault(f"{type(error).__name__}: {error}")
            with self.engine.wake:
                self.alive = False
                for ticket in self._running:
                    refuse(ticket, fault)
                for ticket in reversed(self.inbox):  # what had not begun is another worker's
                    self.engine.put_back(ticket)
                self._running, self.inbox, self.load = [], [], 0
                self.engine.assign()
        finally:
            self._batches.clear()
            if self._reader is not None:
                self._reader.shutdown(wait=False)
                self._let_go_of_gpu()

    def _let_go_of_gpu(self) -> None:
        """Others may need its memory, when an engine on the processor has taken over."""
        self.engine.base = self.engine.bank = None
        with suppress(RuntimeError):  # it may have failed for good
            collect_garbage(self.engine.options.device)

    def _take(self) -> bool:
        """Wait for work, and let it join; whether to go on."""
        engine = self.engine
        while True:
            with engine.wake:
                while not (self.inbox or self._has_work() or self._is_stale()):
                    if engine.closing:
                        self.alive = False
                        return False
                    if not engine.wake.wait(None if self._tidy else IDLE_S):
                        break
                idle, stale = not (self.inbox or self._running), self._is_stale()
            if not idle:
                self._tidy = engine.plan is not None  # of a GPU, which has been shared out, nothing is given back
                break
            if stale:
                self._drop_stale()
            else:
                give_back()
            self._tidy = True
        while self.inbox:
            self._joining = self.inbox[0]  # counted without a gap, for `has_room` is asked from other threads
            self._join(self.inbox.pop(0))
            self._joining = None
        return True

    def _has_work(self) -> bool:
        """Not while all that runs has been written, and is only looked through."""
        if not (self._unread and self._running):
            return bool(self._running)
        return any(ticket.run.done for ticket in self._running) or any(map(len, self._batches.values()))

    def _hand_over(self, run: Drafting, fresh: dict[int, Completion]) -> None:
        """Look through what has ended, on the thread for it, while the device goes on."""
        assert self._reader is not None
        with self.engine.wake:
            self._unread += 1
        self._reader.submit(self._look_through, run, fresh)

    def _look_through(self, run: Drafting, fresh: dict[int, Completion]) -> None:
        try:
            run.take_in(fresh)
        except Exception as error:
            log.exception("what was written could not be looked through")
            run.fault = error
        with self.engine.wake:
            self._unread -= 1
            self.engine.wake.notify_all()

    def _is_stale(self) -> bool:
        return self._lean != self.engine.lean or any(model.retired for model in self._batches)

    def _drop_stale(self) -> None:
        """Give memory back while nothing runs. Not with the lock held, for this may take a while."""
        if self._lean != self.engine.lean:
            self._batches.clear()
        self._drop_retired(used=())
        with self.engine.wake:
            if not self._batches:
                self._lean, self.capacity = self.engine.lean, self.engine.rows_of_a_batch()
                self.engine.assign()

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
        except ValueError as error:  # its own fault; what is running goes on
            self._running.remove(ticket)
            ticket.done.set_exception(EngineFault(str(error)))
            return
        except Exception as error:  # perhaps out of memory; the next request tries again
            if self._must_end(ticket.model, error):  # this thread ends, and refuses all that is running
                raise
            ticket.context.run(log.exception, "a batch could not be made")
            self._running.remove(ticket)
            ticket.done.set_exception(EngineFault(f"{type(error).__name__}: {error}"))
            return
        try:
            batch.join(ticket.run)
        except (BankFull, ValueError) as error:
            self._running.remove(ticket)
            full = isinstance(error, BankFull)
            ticket.done.set_exception(Busy(self.engine.waiting() + 1) if full else EngineFault(str(error)))
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
            if run.fault is not None and not ticket.done.done():
                run.abandoned = True
                ticket.done.set_exception(EngineFault(f"{type(run.fault).__name__}: {run.fault}"))
            if self.give_up and not ticket.done.done():
                run.abandoned = True
                ticket.done.set_exception(EngineFault("the bot is stopping"))
            if now > ticket.deadline and not ticket.done.done():
                run.abandoned = True
                ticket.done.set_exception(DeadlineExceeded(now - ticket.asked))
            if not run.abandoned:
                still.append(ticket)
        for model in {ticket.model for ticket in self._running if ticket not in still}:
            if model in self._batches:  # some of its rows may be wanted no more since the last step
                self._batches[model].drop_ended()
        self._running = still
        used = {ticket.model for ticket in (*still, *self.inbox)}
        if any(model.retired and model not in used for model in self._batches):
            self._drop_retired(used)
        with self.engine.wake:
            self.load = sum(map(len, self._batches.values())) + sum(len(ticket.run.streams) for ticket in self.inbox)
            self.engine.assign()
        for ticket in ended:
            ticket.done.set_result(ticket.run.drafts)

    def _batch(self, model: Model) -> Batch | GpuBatch:
        if model not in self._batches:
            engine, tokens, ending_ids = self.engine, self.engine.options.max_tokens, model.framing.ending_ids()
            if engine.plan is None:
                batch: Batch | GpuBatch = Batch(
                    model.decoder, ending_ids, max(self.capacity, LEAN_ROWS), tokens, model.ranks
                )
            else:
                rows, bank = (self.capacity, engine.bank) if model is engine.base else (ROWS_OF_A_WHOLE_MODEL, None)
                batch = GpuBatch(model.decoder, ending_ids, rows, tokens, bank, self._hand_over, model.ranks)
            self._batches[model] = batch
        return self._batches[model]

    def _must_end(self, model: Model, error: Exception) -> bool:
        """Whether every later call would fail as well: the device is gone, or has no memory left for the base."""
        if gpu_fault(error) == "memory":
            return self.engine.options.device.type == "cuda" and model is self.engine.base
        return is_gone(error)

    def _rebuild(self, model: Model, error: Exception) -> None:
        """Fail what was running on these weights; the next one gets a fresh batch. A lost device ends the thread."""
        if self._must_end(model, error):
            raise error
        batch = self._batches.pop(model, None)
        if isinstance(batch, GpuBatch):
            batch.release()
        del batch
        for ticket in self._running:
            if ticket.model is model and not ticket.done.done():
                ticket.run.abandoned = True
                ticket.done.set_exception(EngineFault(f"{type(error).__name__}: {error}"))
        collect_garbage(self.engine.options.device)  # two caches may not fit
