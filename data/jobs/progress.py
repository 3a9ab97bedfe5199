"""How far a job is, in words for any platform, and as a bar that follows it in a terminal."""

from __future__ import annotations

import time
from collections.abc import Callable

from sqlite_utils import Database

from data.jobs.queue import Job, find_job
from data.texts.english_phrases import PHRASES
from data.texts.phrases import Phrases

BAR_CELLS = 12


def describe_job(job: Job, phrases: Phrases = PHRASES) -> str:
    """One line, without markup: "Training @x ▰▰▰▱▱ 43% · epoch 0.9 of 2 · loss 3.91 · 230 tokens/s · 1 min left"."""
    name = f"{phrases.job_kinds[job.kind]} @{job.handle}"
    if job.state == "succeeded":
        return phrases.job_done.format(name=name, summary=job.result.summary)
    if job.state == "failed":
        return phrases.job_failed.format(name=name, reason=job.error or "")
    if job.state == "cancelled":
        return phrases.job_cancelled.format(name=name)
    if job.state == "queued":
        waits = (job.error or "").startswith("waiting")  # for the machine, of which a person may want to know
        return f"{name}: {job.error if waits else phrases.job_queued}."
    progress = job.progress
    if not progress.steps:
        return f"{name}: {phrases.job_stages.get(progress.stage, progress.stage)} …"
    filled = round(BAR_CELLS * progress.share)
    parts = [f"{name} {'▰' * filled}{'▱' * (BAR_CELLS - filled)} {progress.share:.0%}"]
    if progress.stage != "training":
        parts.append(phrases.job_stages.get(progress.stage, progress.stage))
    if progress.epochs:
        parts.append(phrases.job_epoch.format(epoch=progress.epoch, epochs=progress.epochs))
    if progress.loss is not None:
        parts.append(f"loss {progress.loss:.2f}")
    if progress.tokens_per_s:
        parts.append(f"{progress.tokens_per_s:.0f} tokens/s")
    if progress.eta_s is not None and progress.stage != "scoring":
        parts.append(phrases.job_left.format(time=duration(progress.eta_s)))
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """ "40 s" or "3 min"."""
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"


def follow_job(db: Database, job_id: int, alive: Callable[[], bool] = lambda: True) -> Job:
    """Show a job in the terminal until it ends, or until `alive` says that nobody works on it any more."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        return _follow_in_lines(db, job_id, alive, lambda line: console.print(line, soft_wrap=True, highlight=False))
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[facts]}"))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("waiting", total=None, facts="")
        while (job := find_job(db, job_id)).active and alive():
            line, _, facts = describe_job(job).partition(" · ")
            name = line.split(" ▰")[0].split(" ▱")[0]
            bar.update(
                task, description=name, total=job.progress.steps or None, completed=job.progress.step, facts=facts
            )
            time.sleep(0.25)
    return job


def _follow_in_lines(db: Database, job_id: int, alive: Callable[[], bool], tell: Callable[[str], None]) -> Job:
    last, last_at = "", 0.0
    while (job := find_job(db, job_id)).active and alive():
        line = describe_job(job)
        stage = line if not job.progress.steps else job.progress.stage
        if stage != last or time.monotonic() - last_at > 15:
            tell(line)
            last, last_at = stage, time.monotonic()
        time.sleep(0.25)
    return job
