"""What goes through an engine: the models it has loaded, and each run of a request with what became of it."""

from __future__ import annotations

import contextvars
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

import torch

from bot.generation.batching.batch import Completion, Drafting
from bot.generation.model.decoder import Decoder
from bot.generation.model.linear import Precision
from bot.generation.types import Stats
from data.models.framing import Framing


@dataclass(frozen=True)
class EngineOptions:
    """How much the engine may hold and use."""

    device: torch.device
    precision: Precision
    max_rows: int = 80
    max_tokens: int = 160
    queue_limit: int = 32
    workers: int = 1  # threads, each with a batch
    memory: Callable[[], int] | None = None  # bytes of a GPU that may be allocated, once the base is loaded
    voices: int = 64  # adapters that are to fit on a GPU
    beside_training: bool = False  # whose memory on the same GPU is to be left free


@dataclass(eq=False)
class Model:
    """Weights that are loaded: the base, or one full fine-tune."""

    decoder: Decoder
    framing: Framing
    bytes: int  # of its weights in memory
    ranks: list[int]  # of its words, as `Framing.ranks` gives them
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


def refuse(ticket: Ticket, error: Exception) -> None:
    if not ticket.done.done() and (ticket.done.running() or ticket.done.set_running_or_notify_cancel()):
        ticket.done.set_exception(error)
