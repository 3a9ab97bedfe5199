"""The worker: takes one job at a time, keeps its heartbeat, and ends it in one of the ways a job can end."""

from __future__ import annotations

import logging
import shutil
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlite_utils import Database

from data.accounts.store import account_by_id, find_stored
from data.errors import Cancelled, LeaseLost, TweetlikeError, UnknownJob
from data.faults import LOST_GPU, NO_MEMORY, ToldOnce, machine_fault
from data.gpu import is_gone
from data.jobs.queue import (
    KINDS,
    Job,
    Kind,
    Progress,
    Result,
    claim,
    fail,
    find_job,
    finish,
    give_back,
    heartbeat,
    job_ids,
    postpone,
    release_silent,
    requeue,
)
from data.maintenance.deletion import delete_account_files, delete_checkpoints, delete_files_of_nobody, forget_account
from data.quiet_hours import is_quiet, parse_quiet_hours
from data.settings import Settings
from data.storage.database import connect
from data.texts.english import explain, explain_in_log
from data.texts.sentence import Audience
from training.publishing.tracking import LiveTracker
from training.refresh import refresh

if TYPE_CHECKING:
    from training.finetuning.base_model import BaseModels

log = logging.getLogger(__name__)
HEARTBEAT_S = 2.0
AFTER_A_FAULT_S = 5.0
MAX_TRIES_IN_MEMORY = 12  # an hour and a half
FIRST_WAIT_S, MAX_WAIT_S = 10.0, 600.0  # of a job that a full disk or the like keeps from going on
TELL_EVERY_S = 15.0
WARM_S = 600.0  # that the base model stays in memory after a training


class GpuLost(Exception):
    """Every later call on the GPU would fail in this process; only another process can use it."""


class Stopping(Exception):
    """The trainer is asked to stop: save, and leave the job for the next start."""


@dataclass(frozen=True)
class _Pause:
    seconds: float
    until: float  # on the monotonic clock
    tries: int


class Worker:
    """Runs jobs of its kinds in the calling thread. `stop` may be called from any thread or signal handler."""

    def __init__(
        self,
        settings: Settings,
        owner: str,
        clock: Callable[[], float] = time.time,
        kinds: Sequence[Kind] = KINDS,
    ) -> None:
        self._settings = settings
        self._owner = owner
        self._clock = clock
        self._kinds = kinds
        self._quiet = parse_quiet_hours(settings.quiet_hours)
        self._stop = threading.Event()
        self._models: BaseModels | None = None
        self._idle_since = 0.0
        self._told_at = 0.0
        self._live = LiveTracker()
        self._told = ToldOnce(log)
        self._later: dict[int, _Pause] = {}  # jobs that the machine keeps from going on
        self.gpu_lost = False

    def stop(self) -> None:
        """Ask it to give back what it works on, and end."""
        self._stop.set()

    def run_forever(self, idle_s: float = 1.0) -> None:
        """Work until stopped, through whatever befalls the machine."""
        db, interrupted, fault = None, False, None
        while not self._stop.is_set():
            try:
                db = db or connect(self._settings.database_path())
                if interrupted:  # whatever job it was must not wait for its heartbeat to be missed
                    release_silent(db, owner=self._owner) if fault is None else give_back(db, self._owner)
                    interrupted = False
                worked = self.run_one(db)
            except GpuLost as error:
                log.error("%s; this trainer ends, for only another process can use it (%s)", LOST_GPU, error)
                self.gpu_lost = True
                return
            except Exception as error:  # noqa: BLE001 - the database itself; it may be well again in a moment
                interrupted, fault = True, machine_fault(error)
                self._told.trouble(f"the trainer cannot go on, and tries again: {fault or repr(error)}", error)
                if db is not None:
                    db.close()
                db = None  # it may be another file when it is well again
                self._stop.wait(AFTER_A_FAULT_S)
                continue
            if not self._later:
                self._told.well()
            if worked:
                self._idle_since = time.monotonic()
            else:
                self._rest()
                self._tell_tracker(db)
                self._stop.wait(idle_s)

    def _rest(self) -> None:
        """Keep the base model for a job that comes soon, not for ever."""
        if self._models is not None and time.monotonic() - self._idle_since > WARM_S:
            self._models.release()
            self._models = None

    def run_one(self, db: Database) -> bool:
        """Do the next job, if there is one; return whether there was."""
        now = self._clock()
        least = 1 if is_quiet(self._quiet, now) else 0  # what people ask for is done at any time
        wait = self._still_waiting(db)
        job = claim(db, self._owner, now=now, kinds=self._kinds, least_priority=least, but_not=wait)
        if job is None:
            return False
        log.info("job %d: %s @%s, attempt %d", job.id, job.kind, job.handle, job.attempts)
        heart = _Heart(self._settings, job, self._stop, self._clock)
        try:
            with heart:
                result = self._do(db, job, heart.report)
            finish(db, job, "succeeded", result, now=self._clock())
            log.info("job %d: %s", job.id, result.summary)
        except Cancelled:
            delete_checkpoints(self._settings, job.id)
            with suppress(LeaseLost):
                finish(db, job, "cancelled", Result("Cancelled."), now=self._clock())
        except Stopping:
            requeue(db, job)
        except LeaseLost as error:
            log.warning("%s", explain_in_log(error))
        except Exception as error:
            fault = machine_fault(error)
            if is_gone(error):
                postpone(db, job, LOST_GPU)
                raise GpuLost(str(error).split("\n")[0]) from error
            if fault and self._may_wait(job, fault):
                self._wait_out(db, job, fault, error)
            elif isinstance(error, TweetlikeError):  # a second try would say the same
                fail(db, job, explain(error, _reader_of(job)), retry=False, now=self._clock())
                log.warning("job %d: %s", job.id, explain_in_log(error))
            else:
                if not _is_forgotten(db, job):
                    log.exception("job %d failed", job.id)
                words = f"{type(error).__name__}: {error}"[:500] if fault is None else fault
                fail(db, job, words, retry=fault is None, now=self._clock())
        self._leave_nothing_of_the_forgotten(db, job)
        return True

    def _still_waiting(self, db: Database) -> list[int]:
        """The jobs that are to be left alone for now; those that have ended are forgotten."""
        if self._later:
            queued = job_ids(db, "queued")
            self._later = {job_id: pause for job_id, pause in self._later.items() if job_id in queued}
        return [job_id for job_id, pause in self._later.items() if pause.until > time.monotonic()]

    def _may_wait(self, job: Job, fault: str) -> bool:
        """Disks are mended; a job that never fits into memory would be tried for ever."""
        before = self._later.get(job.id)
        return fault != NO_MEMORY or before is None or before.tries < MAX_TRIES_IN_MEMORY

    def _wait_out(self, db: Database, job: Job, fault: str, error: Exception) -> None:
        """Give the job back as if it had not been begun, and leave it alone, each time longer; others go on."""
        self._told.trouble(f"work waits, for {fault}; it goes on by itself", error)
        before = self._later.get(job.id)
        pause_s = min(MAX_WAIT_S, before.seconds * 2) if before else FIRST_WAIT_S
        tries = before.tries + 1 if before else 1
        self._later[job.id] = _Pause(pause_s, time.monotonic() + pause_s, tries)
        if self._models is not None:  # perhaps what was in the way
            self._models.release()
            self._models = None
        postpone(db, job, fault)

    def _tell_tracker(self, db: Database) -> None:
        """Versions also go live by hand or by a rollback, in other processes."""
        if (
            "train" in self._kinds
            and self._settings.wandb != "disabled"
            and time.monotonic() - self._told_at > TELL_EVERY_S
        ):
            self._told_at = time.monotonic()
            self._live.tell(db, self._settings)

    def _do(self, db: Database, job: Job, report: Callable[[Progress], None]) -> Result:
        if job.kind == "refresh":
            return refresh(db, self._settings, job, report, clock=self._clock)
        if job.kind == "delete":
            forget_account(db, self._settings, find_stored(db, job.handle), refuse=False, now=self._clock())
            return Result("Deleted.")
        from training.finetuning.base_model import BaseModels  # torch and transformers: only where they are used
        from training.pipeline import train_account

        self._models = self._models or BaseModels()
        return train_account(db, self._settings, job, report, self._clock, self._models)

    def _leave_nothing_of_the_forgotten(self, db: Database, job: Job) -> None:
        """An account may be forgotten while it is being trained: delete what was written after that."""
        if _is_forgotten(db, job):
            delete_checkpoints(self._settings, job.id)
            if job.account_id is not None:
                delete_account_files(self._settings, job.account_id)
            else:  # it had no account when it began
                delete_files_of_nobody(db, self._settings)
            log.info("job %d: its account was forgotten meanwhile; what it had written is deleted", job.id)


def _reader_of(job: Job) -> Audience:
    """Who reads why a job failed: whoever asked in a chat, whose id is like "discord:42", or the command line."""
    return Audience.OPERATOR if ":" in job.requested_by else Audience.CLI


def _is_forgotten(db: Database, job: Job) -> bool:
    """The account is gone, and its jobs with it."""
    if job.account_id is not None:
        return account_by_id(db, job.account_id) is None
    try:
        find_job(db, job.id)
    except UnknownJob:
        return True
    return False


class _Heart:
    """Beats in a thread of its own, so that a long step is not taken for a dead worker; carries the newest progress."""

    def __init__(self, settings: Settings, job: Job, stop: threading.Event, clock: Callable[[], float]) -> None:
        self._settings, self._job, self._stop, self._clock = settings, job, stop, clock
        self._progress: Progress | None = None
        self._verdict: Exception | None = None
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

    def report(self, progress: Progress) -> None:
        """Note how far the job is. Raises `Cancelled`, `LeaseLost` or `Stopping` when it must end."""
        self._progress = progress
        if self._verdict is not None:
            raise self._verdict
        if self._stop.is_set():
            raise Stopping

    def __enter__(self) -> _Heart:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _beat(self) -> None:
        told = ToldOnce(log)
        while True:
            try:
                with closing(connect(self._settings.database_path())) as db:
                    if heartbeat(db, self._job, self._progress, now=self._clock()):
                        self._verdict = Cancelled()
                told.well()
            except (LeaseLost, UnknownJob) as error:
                self._verdict = LeaseLost(f"job {self._job.id}") if isinstance(error, UnknownJob) else error
                return
            except Exception as error:  # noqa: BLE001 - a busy or full disk: the next beat may pass
                told.trouble(f"job {self._job.id}: heartbeats fail: {machine_fault(error) or repr(error)}", error)
            if self._ended.wait(HEARTBEAT_S):
                return


def sweep_checkpoints(db: Database, settings: Settings) -> None:
    """Delete the checkpoints of jobs that have ended."""
    wanted = {f"job-{job_id}" for job_id in job_ids(db, "queued", "running")}
    folder = settings.checkpoints_path()
    for path in folder.glob("*") if folder.exists() else ():
        if path.name.split(".")[0] not in wanted:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
