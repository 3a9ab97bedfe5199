"""The engine: one thread that owns the weights and the running batches. Everybody else waits for its tickets.

Requests for the base model with any adapters share one batch. A full fine-tune has weights, and so a batch, of
its own. The queue is bounded and first come, first served. A fault fails the requests that were running, with a
typed error, and starts their batch anew.
"""

from __future__ import annotations

import collections
import logging
import threading
import time
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

import torch

from bot.generation.batch import Batch, Draft, Run
from bot.generation.decoder import Decoder, load_decoder
from bot.generation.types import Stats
from data.errors import Busy, DeadlineExceeded, EngineFault
from data.framing import Framing, load_framing

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class EngineOptions:
    """How much the engine may hold and use."""

    device: torch.device
    dtype: torch.dtype
    max_rows: int = 80
    max_tokens: int = 160
    queue_limit: int = 32
    threads: int = 0  # 0: torch's own choice


@dataclass(eq=False)
class Model:
    """Weights that are loaded: the base, or one full fine-tune."""

    decoder: Decoder
    framing: Framing
    batch: Batch


@dataclass(eq=False)
class Ticket:
    """One run through the engine and what became of it."""

    model: Model
    run: Run
    deadline: float  # on the monotonic clock
    done: Future[dict[int, Draft]] = field(default_factory=Future)
    asked: float = field(default_factory=time.monotonic)
    joined: float = 0.0
    prefill_s: float = 0.0
    steps: int = 0
    rows_seen: int = 0

    def cancel(self) -> None:
        """Give the rows back at the next step; nobody waits for them any more."""
        self.run.abandoned = True
        self.done.cancel()

    def stats(self) -> Stats:
        return Stats(
            queue_s=self.joined - self.asked,
            prefill_s=self.prefill_s,
            decode_s=max(0.0, time.monotonic() - self.joined - self.prefill_s),
            tokens=sum(len(draft.ids) + draft.ended for draft in self.run.drafts.values()),
            rows=len(self.run.streams),
            batch_rows=self.rows_seen / self.steps if self.steps else 0.0,
        )


class Engine:
    """Start it once with a base model's folder; `submit` from any thread."""

    def __init__(self, options: EngineOptions) -> None:
        self.options = options
        self._waiting: collections.deque[Ticket] = collections.deque()
        self._running: list[Ticket] = []
        self._wake = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="generation", daemon=True)
        if options.threads:
            torch.set_num_threads(options.threads)

    def load(self, folder: Path) -> Model:
        """Load the weights and tokenizer of a model folder. Takes seconds; call it off the event loop."""
        with torch.inference_mode():
            decoder = load_decoder(folder, self.options.dtype, self.options.device)
            framing = load_framing(folder)
            return Model(decoder, framing, self._new_batch(decoder, framing))

    def _new_batch(self, decoder: Decoder, framing: Framing) -> Batch:
        return Batch(decoder, framing.ending_ids(), self.options.max_rows, self.options.max_tokens)

    def start(self) -> None:
        self._thread.start()

    def submit(self, model: Model, run: Run, timeout_s: float) -> Ticket:
        """Queue a run. Raises `Busy` at once when the queue is full, `EngineFault` when the engine is closed."""
        ticket = Ticket(model, run, time.monotonic() + timeout_s)
        with self._wake:
            if self._closing:
                raise EngineFault("the engine is closed")
            if len(self._waiting) >= self.options.queue_limit:
                raise Busy(len(self._waiting) + 1)
            self._waiting.append(ticket)
            self._wake.notify()
        return ticket

    def waiting(self) -> int:
        """How many requests wait for room in the batch."""
        return len(self._waiting)

    def close(self) -> None:
        """Finish what is running, refuse what waits, end the thread."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        try:
            self._serve()
        except Exception as error:  # not even a fresh batch could be made: refuse everything instead of hanging
            log.exception("the engine has stopped")
            self._refuse_all(EngineFault(f"{type(error).__name__}: {error}"))

    def _serve(self) -> None:
        with torch.inference_mode():
            while True:
                with self._wake:
                    while not (self._waiting or self._running or self._closing):
                        self._wake.wait()
                    if self._closing:
                        while self._waiting:
                            ticket = self._waiting.popleft()
                            if ticket.done.set_running_or_notify_cancel():
                                ticket.done.set_exception(EngineFault("the bot is stopping"))
                        if not self._running:
                            return
                self._admit()
                for model in {id(ticket.model): ticket.model for ticket in self._running}.values():
                    self._advance(model)
                self._settle()

    def _refuse_all(self, error: EngineFault) -> None:
        with self._wake:
            self._closing = True
            for ticket in [*self._running, *self._waiting]:
                if not ticket.done.done() and (ticket.done.running() or ticket.done.set_running_or_notify_cancel()):
                    ticket.done.set_exception(error)
            self._running = []
            self._waiting.clear()

    def _admit(self) -> None:
        """Let waiting requests join, in their order, as far as there is room."""
        now = time.monotonic()
        while self._waiting:
            ticket = self._waiting[0]
            gone = ticket.done.cancelled() or now > ticket.deadline
            if not gone and len(ticket.run.streams) > ticket.model.batch.free_rows:
                return
            self._waiting.popleft()
            if not ticket.done.set_running_or_notify_cancel():
                continue  # from here on it cannot be cancelled behind our back, only abandoned
            if gone:
                ticket.done.set_exception(DeadlineExceeded(now - ticket.asked))
                continue
            self._running.append(ticket)
            ticket.joined = time.monotonic()
            try:
                ticket.model.batch.join(ticket.run)
            except Exception as error:  # whatever a request breaks must not end the thread
                log.exception("a request could not join the batch")
                self._rebuild(ticket.model, error)
            ticket.prefill_s = time.monotonic() - ticket.joined

    def _advance(self, model: Model) -> None:
        try:
            model.batch.step()
        except Exception as error:
            log.exception("a decode step failed")
            self._rebuild(model, error)
        for ticket in self._running:
            if ticket.model is model:
                ticket.steps += 1
                ticket.rows_seen += len(model.batch)

    def _settle(self) -> None:
        """Answer the tickets whose rows have all ended; give back the rows of those that nobody waits for."""
        now = time.monotonic()
        still: list[Ticket] = []
        for ticket in self._running:
            if ticket.run.done and not ticket.run.abandoned:
                ticket.done.set_result(ticket.run.drafts)
                continue
            if now > ticket.deadline and not ticket.done.done():
                ticket.run.abandoned = True
                ticket.done.set_exception(DeadlineExceeded(now - ticket.asked))
            if ticket.run.abandoned:
                ticket.model.batch.drop_ended()
            else:
                still.append(ticket)
        self._running = still

    def _rebuild(self, model: Model, error: Exception) -> None:
        """Fail what was running on these weights and give them a fresh batch."""
        for ticket in self._running:
            if ticket.model is model and not ticket.done.done():
                ticket.run.abandoned = True
                ticket.done.set_exception(EngineFault(f"{type(error).__name__}: {error}"))
        del model.batch  # its memory first: two caches may not fit
        model.batch = self._new_batch(model.decoder, model.framing)
