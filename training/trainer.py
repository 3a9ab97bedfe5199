"""The trainer process: holds the role, cleans up after a crash, ticks the schedule and works on jobs."""

from __future__ import annotations

import logging
import os
import random
import shutil
import signal
import socket
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from apscheduler.schedulers.background import BackgroundScheduler

from data.chat.generations import delete_answers
from data.chat.places import delete_left
from data.errors import StillInTheLog
from data.jobs.queue import delete_ended, release_silent
from data.maintenance.deletion import STAGED, delete_files_of_nobody, delete_old_asides, empty_the_log
from data.models.registry import sweep
from data.quiet_hours import parse_quiet_hours
from data.schedules import parse_schedule
from data.settings import Settings
from data.storage.database import connect
from data.storage.leases import hold_role
from training.schedule import ChangedFiles, enqueue_due
from training.worker import Worker, sweep_checkpoints

log = logging.getLogger(__name__)
TICK_S = 15
TIDY_S = 86_400


def run_trainer(settings: Settings, *, until_stdin_closes: bool = False) -> None:
    """Work until SIGTERM or SIGINT, or until the parent that holds our standard input is gone.

    One training at a time, and a few downloads beside it.
    Raises `LeaseTaken` when another trainer runs on this database, `InvalidChoice` for a refresh interval, SystemExit
    when its GPU has failed.
    """
    parse_schedule(settings.refresh_every)
    parse_quiet_hours(settings.quiet_hours)
    with hold_role(settings.home, "trainer"):
        _step_back(settings.trainer_nice)
        recover(settings)
        owner = f"{socket.gethostname()}/{os.getpid()}"
        worker = Worker(settings, owner, kinds=("train",))
        others = [
            Worker(settings, f"{owner}/download-{number}", kinds=("refresh", "delete"))
            for number in range(settings.downloads)
        ]
        threads = [threading.Thread(target=other.run_forever, name="download") for other in others]

        def stop() -> None:
            for one in (worker, *others):
                one.stop()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop())
        if until_stdin_closes:
            threading.Thread(target=_wait_for_end_of_input, args=(stop,), daemon=True).start()
        for thread in threads:
            thread.start()
        scheduler = start_scheduler(settings)
        log.info("the trainer is ready")
        try:
            worker.run_forever()
        finally:
            stop()
            scheduler.shutdown(wait=False)
            for thread in threads:
                thread.join()
    if worker.gpu_lost:
        raise SystemExit(os.EX_TEMPFAIL)  # whoever keeps it alive starts another


ENDED_JOBS_LAST_S = 90 * 86_400.0


def recover(settings: Settings) -> None:
    """After a crash: let the interrupted job be taken up at once, and sweep what it left behind."""
    db = connect(settings.database_path())
    taken_up = release_silent(db)
    swept = sweep(db, settings.models_path())
    sweep_checkpoints(db, settings)
    delete_files_of_nobody(db, settings)
    shutil.rmtree(settings.home / STAGED, ignore_errors=True)  # no restore runs beside a trainer
    with suppress(StillInTheLog):
        empty_the_log(db, patience_s=0)
    if taken_up or swept:
        log.info("recovered: %d jobs to take up again, %d orphaned folders deleted", taken_up, len(swept))
    db.close()


def tidy(settings: Settings, now: float) -> None:
    """Delete what has been kept long enough: answers, ended jobs, what restores have put aside."""
    delete_old_asides(settings, now=now)
    with closing(connect(settings.database_path())) as db:
        delete_left(db, now=now)
        delete_ended(db, before=now - ENDED_JOBS_LAST_S)
        if days := settings.keep_answers_days:
            deleted = delete_answers(db, before=now - days * 86_400)
            if deleted:
                log.info("deleted %d answers that are older than %d days", deleted, days)


def start_scheduler(
    settings: Settings, clock: Callable[[], float] = time.time, rng: random.Random | None = None
) -> BackgroundScheduler:
    """Two short jobs: what is due is read from the accounts table every `TICK_S` seconds, and tidied up every day."""
    dice, files = rng or random.Random(), ChangedFiles()

    def tick() -> None:
        db = connect(settings.database_path())
        try:
            for job in enqueue_due(db, settings, now=clock(), rng=dice):
                log.info("refresh of @%s is due (job %d)", job.handle, job.id)
            for job in files.enqueue(db, settings, now=clock()):
                log.info("the file of @%s has changed (job %d)", job.handle, job.id)
        finally:
            db.close()

    scheduler = BackgroundScheduler(timezone="UTC")
    for call, every_s in ((tick, TICK_S), (lambda: tidy(settings, clock()), TIDY_S)):
        scheduler.add_job(
            call,
            "interval",
            seconds=every_s,
            next_run_time=datetime.now().astimezone() + timedelta(seconds=1),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=every_s * 4,
        )
    scheduler.start()
    return scheduler


def _step_back(nice: int) -> None:
    """Let the bot go first: a lower priority, also where each session is scheduled as a group."""
    with suppress(OSError):
        os.nice(nice)
        Path("/proc/self/autogroup").write_text(str(nice))


def _wait_for_end_of_input(stop: Callable[[], None]) -> None:
    while os.read(0, 4096):  # not through sys.stdin: its lock would be held when the interpreter ends
        pass
    stop()
