"""Kills at random instants: a voice is trained from a file that has grown, the process is killed with SIGKILL, looked
at, started again. Each run is named by its seed.

    python -m tests.kills --runs 200
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import torch
from tqdm import tqdm

from bot.app import open_service
from bot.service.turns import Asker
from data.accounts.store import find_account
from data.jobs import queue as jobs
from data.jobs.queue import PEOPLE_FIRST
from data.models import recipes
from data.models.bases import Base, prepare_base
from data.models.registry import list_versions, live_version
from data.settings import Settings
from data.sources.importing import import_path
from data.storage.database import connect
from data.storage.leases import hold_role
from data.storage.sealed_folders import STAGING, first_damaged
from data.tweets.corpus import account_corpus
from data.tweets.store import load_tweets
from tests.conftest import write_tiny_models
from training import pipeline
from training.trainer import recover
from training.worker import Worker

HANDLE = "vendo"
FIRST, GROWN = 90, 130  # tweets in its file
WORDS = ["moon", "tea", "hum", "glass", "coin", "floor", "three", "night", "button", "light", "spring", "door"]


def lines(count: int) -> str:
    rng = random.Random(0)
    facts = [
        {"id": str(n), "created_at": f"2026-01-{n // 24 % 28 + 1:02}T{n % 24:02}:00:00Z",
         "text": f"{' '.join(rng.choices(WORDS, k=9))} {n}"}
        for n in range(count)
    ]  # fmt: skip
    return "\n".join(map(json.dumps, facts))


def in_a_child(work: Callable[[], None], kill_after_s: float | None = None) -> bool:
    """Run it in a process of its own; whether it came to its end before the kill."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    if kill_after_s is not None:
        time.sleep(kill_after_s)
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise AssertionError("the pipeline itself failed")
    return os.WIFEXITED(status)


def pipeline_of(settings: Settings) -> None:
    """What the trainer does from its start until nothing is left to do."""
    with hold_role(settings.home, "trainer"), closing(connect(settings.database_path())) as db:
        recover(settings)
        worker = Worker(settings, f"trainer {os.getpid()}")
        while worker.run_one(db):
            pass


def prepare(settings: Settings, file: Path) -> None:
    """An account with a live voice, and a job to train it from a file that has grown meanwhile."""
    file.write_text(lines(FIRST))
    with closing(connect(settings.database_path())) as db:
        account = import_path(db, file, HANDLE, now=time.time()).account
        ask(settings, force=True)
        assert in_a_child(lambda: pipeline_of(settings))
        assert live_version(db, account.id)
    file.write_text(lines(GROWN))
    ask(settings, force=True)


def ask(settings: Settings, *, force: bool) -> None:
    with closing(connect(settings.database_path())) as db:
        account = find_account(db, HANDLE)
        options = jobs.Options(force=force)
        jobs.enqueue(
            db, "train", HANDLE, account.id, options=options, requested_by="t", priority=PEOPLE_FIRST, now=time.time()
        )


def look(settings: Settings, *, ended: bool) -> None:
    """What holds at every instant, and what holds at the end."""
    with closing(connect(settings.database_path())) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert not db.execute("PRAGMA foreign_key_check").fetchall()
        account = find_account(db, HANDLE)
        stored = len(load_tweets(db, account.id))
        assert stored in (FIRST, GROWN), f"{stored} tweets: a part of the file"
        counts = account_corpus(db, account).counts
        assert counts.downloaded == stored
        assert counts.downloaded == counts.retweets + counts.short + counts.kept + counts.duplicates
        versions = list_versions(db, account.id)
        for version in versions:
            assert first_damaged(settings.models_path() / version.folder, version.files) is None
        trained_by = [version.lineage.job_id for version in versions]
        assert len(set(trained_by)) == len(trained_by), "a job has made two versions"
        live = live_version(db, account.id)
        assert live is not None
        assert [version for version in versions if version.state == "live"] == [live]
        states = [row["state"] for row in db.query("SELECT state FROM jobs ORDER BY id")]
        assert len(states) == 2
        if ended:
            assert states == ["succeeded", "succeeded"], db.execute("SELECT error FROM jobs").fetchall()
            assert len(versions) == 2
            assert live.number == 2
            named = {version.folder for version in versions}
            folders = settings.models_path().glob("*/*")
            assert {f"{f.parent.name}/{f.name}" for f in folders if f.parent.name != STAGING} == named
            assert not list((settings.models_path() / STAGING).glob("*"))
            assert not list(settings.checkpoints_path().glob("*"))


def answers(settings: Settings, base: Base) -> None:
    """The live voice loads and says something."""

    async def say() -> None:
        async with open_service(settings, base) as service:
            answer = await service.answers.tweetlike(HANDLE, "moon", asker=Asker("t", "me"))
            assert answer.texts

    asyncio.run(say())


def killed_run(seed: int, place: Path, model: Path) -> tuple[int, float]:
    """One run; returns how many kills it took and the seconds of its last kill."""
    rng = random.Random(seed)
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        home=place / "home",
        base=str(model),
        wandb="disabled" if seed % 10 else "offline",
        min_characters=1_000,
        precision="float32",
        threads=1,
        recipe="quick",
    )
    base = prepare_base(settings.base, settings.bases_path())
    started = time.monotonic()
    prepare(settings, place / "vendo.jsonl")
    usual_s = time.monotonic() - started
    kills, after_s = 0, 0.0
    for _ in range(2):  # a job is taken up three times at most
        after_s = rng.uniform(0, usual_s)
        ended = in_a_child(lambda: pipeline_of(settings), after_s)
        look(settings, ended=False)
        in_a_child(lambda: answers(settings, base))
        if ended:
            break
        kills += 1
    in_a_child(lambda: pipeline_of(settings))
    in_a_child(lambda: recover(settings))
    look(settings, ended=True)
    in_a_child(lambda: answers(settings, base))
    return kills, after_s


def make_it_short() -> None:
    """Trainings of a second; and no lock that a killed child could take away from its siblings."""
    torch.set_num_threads(1)
    tqdm.monitor_interval = 0
    tqdm.set_lock(threading.RLock())
    short = replace(recipes.RECIPES["quick"], epochs=1, score_tweets=10)
    recipes.RECIPES["quick"] = short
    pipeline.MIN_HELD_OUT = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    arguments = parser.parse_args()
    make_it_short()
    kills = 0
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "llama"
        in_a_child(lambda: write_tiny_models(Path(folder)) and None)  # type: ignore[func-returns-value]
        for seed in range(arguments.first, arguments.first + arguments.runs):
            with tempfile.TemporaryDirectory() as place:
                try:
                    took, at_s = killed_run(seed, Path(place), model)
                except AssertionError as error:
                    print(f"seed {seed}: {error}", flush=True)
                    raise
            kills += took
            print(f"seed {seed}: {took} kills, the last after {at_s:.2f} s", flush=True)
    print(f"{arguments.runs} runs, {kills} kills, every invariant held")
    sys.exit(0)


if __name__ == "__main__":
    main()
