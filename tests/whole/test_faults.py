"""The fault matrix: each fault at each moment of a training and of an answer; what was promised is what is seen.

A cell of a training: the live voice stays as it is and speaks; the job waits, or is tried again; when the cause is
gone it ends as if nothing had been, with one version, nothing left over, nothing done twice.
"""

from __future__ import annotations

import errno
import logging
import multiprocessing
import os
import resource
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from _pytest.mark import ParameterSet
from sqlite_utils import Database

from bot.app import open_service
from bot.service.service import Service
from bot.service.turns import Asker
from data.accounts.store import find_account
from data.errors import DatabaseDamaged, EngineFault, HomeUnusable, UnreadableSource
from data.faults import ToldOnce, machine_fault
from data.jobs import queue as jobs
from data.jobs.queue import Job
from data.models import recipes
from data.models.bases import Base
from data.models.registry import list_versions, live_version
from data.settings import Settings
from data.sources.importing import import_path
from data.storage.database import connect
from data.storage.sealed_folders import STAGING, first_damaged
from data.tweets.store import load_tweets
from tests import kills
from tests.conftest import MakeVoice
from tests.peers.networks import Network, serving
from training import worker
from training.trainer import recover
from training.worker import Worker

TWEETS = 70
CHILDREN = multiprocessing.get_context("forkserver")
CHILDREN.set_forkserver_preload(["tests.whole.test_faults", "training.pipeline", "transformers.models.llama", "peft"])


def sqlite_error(name: str, message: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(message)
    error.sqlite_errorname = name
    return error


WAITED_OUT: dict[str, tuple[Callable[[], BaseException], str]] = {
    "full disk": (lambda: OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
    "read-only disk": (lambda: OSError(errno.EROFS, "Read-only file system"), "the disk cannot be written to"),
    "input/output error": (lambda: OSError(errno.EIO, "Input/output error"), "input/output errors"),
    "full database": (lambda: sqlite_error("SQLITE_FULL", "database or disk is full"), "the disk is full"),
    "out of memory": (lambda: RuntimeError("DefaultCPUAllocator: can't allocate memory"), "not enough memory"),
}
OTHER = {"a bug": ValueError("odd"), "kill": None, "stop": None}
MOMENTS = {
    "store": "data.sources.importing.store_staged",
    "corpus": "training.pipeline.account_corpus",
    "train": "training.finetuning.finetune.summed_loss",
    "checkpoint": "training.finetuning.finetune.save_checkpoint",
    "write weights": "training.finetuning.finetune.Trained.save",
    "score": "training.publishing.publish.evaluate",
    "rename": "data.models.registry.move_into_place",
    "register": "data.models.registry.store_scorecard",
    "promote": "data.models.registry._promote",
}


DOWNLOAD_MOMENTS = {
    "page": "data.sources.downloads._store",
    "tweets": "data.sources.downloads.store_tweets",
    "cursor": "data.sources.downloads._move",
    "look for deleted": "data.sources.downloads.recheck",
}


def cells(kinds: Iterable[str], moments: Iterable[str]) -> list[ParameterSet]:
    """Every kind at every moment. The kinds that a machine waits out differ in nothing but how they are recognised:
    one of them is tried at each moment, and each of them at the last; the rest of their cells are for the night."""
    *_, last = moments
    return [
        pytest.param(kind, moment, marks=[pytest.mark.nightly] if kind in RARE and moment != last else [])
        for kind in kinds
        for moment in moments
    ]


RARE = set(WAITED_OUT) - {"full disk"}


class Fault:
    """Happens once, when the moment comes: before what is done then, or, for `late`, after it.

    Where the moment comes several times, `spared` of them pass.
    """

    def __init__(self, act: Callable[[], None], real: Callable[..., Any], late: bool, spared: int) -> None:
        self.act, self.real, self.late, self.spared, self.happened = act, real, late, spared, False

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        self.spared -= 1
        if self.happened or self.spared >= 0:
            return self.real(*arguments, **options)
        self.happened = True
        if self.late:
            result = self.real(*arguments, **options)
            self.act()
            return result
        self.act()
        return self.real(*arguments, **options)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    shorten(monkeypatch)


def shorten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trainings of a fraction of a second, and no waiting."""
    monkeypatch.setitem(recipes.RECIPES, "quick", replace(recipes.RECIPES["quick"], epochs=1, score_tweets=5))
    monkeypatch.setattr(worker, "FIRST_WAIT_S", 0.0)
    monkeypatch.setattr(worker, "MAX_WAIT_S", 0.0)
    monkeypatch.setattr("training.finetuning.finetune.CHECKPOINT_EVERY_S", {"lora": 0.0, "full": 0.0})
    for draw in ("draw_curve", "draw_habits"):
        monkeypatch.setattr(f"training.publishing.publish.{draw}", lambda path, *_: path.write_bytes(b"a picture"))
    monkeypatch.setattr("training.publishing.publish.tweet_picture", lambda *_, **__: b"a picture")


@pytest.fixture
def job(db: Database, settings: Settings, tmp_path: Path, make_voice: MakeVoice) -> Job:
    """An account with a live voice whose file has grown, and a training that was asked for."""
    file = tmp_path / "vendo.jsonl"
    file.write_text(kills.lines(20))
    account = import_path(db, file, "vendo", recipe="quick", now=time.time()).account
    make_voice("vendo")
    db.execute("DELETE FROM tweets WHERE source = 'test'")
    file.write_text(kills.lines(TWEETS))
    return jobs.enqueue(
        db, "train", "vendo", account.id, options=jobs.Options(force=True), requested_by="t", now=time.time()
    )


def inject(monkeypatch: pytest.MonkeyPatch, moment: str, act: Callable[[], None], spared: int = 0) -> Fault:
    place, _, name = (MOMENTS | DOWNLOAD_MOMENTS)[moment].rpartition(".")
    if place == "training.finetuning.finetune.Trained":
        from training.finetuning.finetune import Trained

        owner: Any = Trained
    else:
        owner = __import__(place, fromlist=[name])
    fault = Fault(act, getattr(owner, name), late=moment in ("rename", "promote"), spared=spared)
    # As a plain function, so that it is bound where it replaces a method.
    monkeypatch.setattr(owner, name, lambda *arguments, **options: fault(*arguments, **options))
    return fault


def work(settings: Settings) -> None:
    with_db = connect(settings.database_path())
    Worker(settings, "w").run_one(with_db)
    with_db.close()


def in_a_child(do: Callable[..., None], *arguments: object) -> int | None:
    """Its exit code. The child is forked from a process without threads: torch would wait for those for ever."""
    child = CHILDREN.Process(target=do, args=arguments)
    child.start()
    child.join(120)
    child.kill()
    return child.exitcode


def work_until_killed(settings: Settings, moment: str, spared: int = 0) -> None:
    monkeypatch = pytest.MonkeyPatch()
    shorten(monkeypatch)
    inject(monkeypatch, moment, lambda: os._exit(9), spared)
    work(settings)


def work_with_small_files(settings: Settings, kilobytes: int) -> None:
    shorten(pytest.MonkeyPatch())
    resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes << 10, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    try:
        work(settings)
    finally:
        os._exit(7)  # whatever may have been raised


def the_voice_is_whole(db: Database, settings: Settings, job: Job) -> None:
    assert job.account_id is not None
    live = live_version(db, job.account_id)
    assert live is not None
    assert first_damaged(settings.models_path() / live.folder, live.files) is None


def all_is_done_once(db: Database, settings: Settings, job: Job) -> None:
    assert job.account_id is not None
    recover(settings)
    work(settings)
    ended = jobs.find_job(db, job.id)
    assert ended.state == "succeeded", ended.error
    assert ended.error is None
    versions = list_versions(db, job.account_id)
    assert [version.lineage.job_id for version in versions].count(job.id) == 1
    assert len(versions) == 2
    live = live_version(db, job.account_id)
    assert live is not None
    assert live.lineage.job_id == job.id
    the_voice_is_whole(db, settings, job)
    assert len(load_tweets(db, job.account_id)) == TWEETS
    folders = {f"{f.parent.name}/{f.name}" for f in settings.models_path().glob("*/*")}
    assert folders == {version.folder for version in versions}
    assert not list(settings.models_path().glob(f"{STAGING}/*"))
    assert not list(settings.checkpoints_path().glob("*"))
    promoted = "SELECT count(*) FROM version_events WHERE event = 'promoted' AND version_id = ?"
    assert db.execute(promoted, [live.id]).fetchone() == (1,)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize(("kind", "moment"), cells([*WAITED_OUT, *OTHER], MOMENTS))
def test_a_training_goes_on_after_each_fault_at_each_moment(
    kind: str,
    moment: str,
    db: Database,
    settings: Settings,
    job: Job,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)  # what the operator sees
    before = live_version(db, job.account_id or 0)
    with monkeypatch.context() as broken:
        if kind == "kill":
            assert in_a_child(work_until_killed, settings, moment) == 9
        elif kind == "stop":
            with_db = connect(settings.database_path())
            stopped = Worker(settings, "w")
            inject(broken, moment, stopped.stop)
            stopped.run_one(with_db)
        else:
            error = WAITED_OUT[kind][0]() if kind in WAITED_OUT else OTHER[kind]

            def fail() -> None:
                assert error is not None
                raise error

            fault = inject(broken, moment, fail)
            work(settings)
            assert fault.happened
    seen = jobs.find_job(db, job.id)
    if kind in WAITED_OUT:
        reason = WAITED_OUT[kind][1]
        assert (seen.state, seen.attempts) == ("queued", 0)
        assert seen.error is not None
        assert reason in seen.error
        told = [record for record in caplog.records if reason in record.getMessage()]
        assert len(told) == 1, "the operator is told once"
    elif kind == "a bug":
        assert (seen.state, seen.attempts, seen.error) == ("queued", 1, "ValueError: odd")
    elif kind == "kill":
        assert (seen.state, seen.attempts) == ("running", 1)
    else:  # a stop comes into force at the next step, or when all is done
        assert (seen.state, seen.attempts) in (("queued", 0), ("succeeded", 1))
    if seen.state != "succeeded":
        assert live_version(db, job.account_id or 0) == before
    the_voice_is_whole(db, settings, job)
    all_is_done_once(db, settings, job)


@pytest.mark.usefixtures("short", "quick_retries")
@pytest.mark.parametrize(("kind", "moment"), cells([*WAITED_OUT, "a bug", "kill"], DOWNLOAD_MOMENTS))
def test_a_download_goes_on_after_each_fault_at_each_moment(
    kind: str, moment: str, db: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """250 posts in three pages; the fault comes with the second."""
    network = Network(handle="vendo.bsky.social")
    network.add(250)
    spared = 0 if moment == "look for deleted" else 1
    with serving(network, "bluesky") as url:
        there = settings.model_copy(update={"bluesky_url": url})
        options = jobs.Options(fetch=True)
        job = jobs.enqueue(db, "refresh", network.handle, None, options=options, requested_by="t", now=time.time())
        if kind == "kill":
            assert in_a_child(work_until_killed, there, moment, spared) == 9
        else:
            error = WAITED_OUT[kind][0]() if kind in WAITED_OUT else OTHER[kind]

            def fail() -> None:
                assert error is not None
                raise error

            with monkeypatch.context() as broken:
                fault = inject(broken, moment, fail, spared)
                work(there)
                assert fault.happened
        seen = jobs.find_job(db, job.id)
        expected = {"kill": ("running", 1), "a bug": ("queued", 1)}.get(kind, ("queued", 0))
        assert (seen.state, seen.attempts) == expected
        account = find_account(db, network.handle)
        assert len(load_tweets(db, account.id)) == (250 if moment == "look for deleted" else 100), "whole pages"
        if kind == "kill":
            recover(there)
        work(there)
        assert jobs.find_job(db, job.id).state == "succeeded"
        texts = [tweet.text for tweet in load_tweets(db, account.id)]
        assert texts == [post.text for post in network.posts]
        pages = [path for path, _ in network.requests if path.endswith("getAuthorFeed")]
        again = 1 if moment == "look for deleted" else 2
        assert len(pages) == 3 + again, "the one that was lost, and one for what came meanwhile"


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize(
    ("kilobytes", "told"),
    [
        (1, False),  # the database's log: nothing can be written down
        (8, False),
        (70, True),  # a checkpoint
        (100, True),  # the language model for the card
    ],
)
def test_a_real_limit_of_the_machine_is_waited_out_whatever_it_hits(
    kilobytes: int, told: bool, db: Database, settings: Settings, job: Job
) -> None:
    """The kernel refuses to let any file grow beyond the limit."""
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # or its log were over the limit already
    assert in_a_child(work_with_small_files, settings, kilobytes) == 7
    seen = jobs.find_job(db, job.id)
    assert ("takes no more of this file" in (seen.error or "")) == told
    assert (seen.state, seen.attempts) == ("queued", 0)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    the_voice_is_whole(db, settings, job)
    all_is_done_once(db, settings, job)


@pytest.mark.usefixtures("short")
def test_a_job_that_waits_for_the_machine_holds_up_no_other_and_is_tried_less_and_less_often(
    db: Database, settings: Settings, job: Job, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(worker, "FIRST_WAIT_S", 100.0)
    monkeypatch.setattr(worker, "MAX_WAIT_S", 300.0)
    other = import_path(db, tmp_path / "vendo.jsonl", "other", recipe="quick", now=time.time()).account
    second = jobs.enqueue(db, "train", "other", other.id, requested_by="t", now=time.time())
    real = recipes.find_recipe
    tried: list[str] = []

    def too_large(name: str) -> recipes.Recipe:
        running = [row["handle"] for row in db.query("SELECT handle FROM jobs WHERE state = 'running'")]
        tried.extend(running)
        if running == ["vendo"]:
            raise MemoryError
        return real(name)

    monkeypatch.setattr("training.pipeline.find_recipe", too_large)
    clock = [0.0]
    monkeypatch.setattr(worker.time, "monotonic", lambda: clock[0])
    tireless = Worker(settings, "w")
    while tireless.run_one(db):
        pass
    assert tried == ["vendo", "other"]
    assert jobs.find_job(db, second.id).state == "succeeded"
    for now, times in ((99, 1), (101, 2), (300, 2), (302, 3), (601, 3), (603, 4), (902, 4), (904, 5)):
        clock[0] = now
        tireless.run_one(db)
        assert tried.count("vendo") == times, f"at {now} s"


@pytest.mark.usefixtures("short")
def test_a_database_that_takes_nothing_at_all_costs_a_job_no_attempt(
    db: Database, settings: Settings, job: Job, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even the note that it waits can be written, again and again; then the disk has room, and it ends."""
    monkeypatch.setattr(worker, "AFTER_A_FAULT_S", 0.01)
    tries: list[int] = []

    def full(*_: Any, **__: Any) -> None:
        tries.append(1)
        raise sqlite_error("SQLITE_FULL", "database or disk is full")

    def not_yet(*arguments: Any, **options: Any) -> Any:
        if len(tries) < 6:
            raise OSError(errno.ENOSPC, "No space left on device")
        return account_corpus(*arguments, **options)

    from data.tweets.corpus import account_corpus

    monkeypatch.setattr(worker, "postpone", full)
    monkeypatch.setattr("training.pipeline.account_corpus", not_yet)
    tireless = Worker(settings, "w")
    thread = threading.Thread(target=tireless.run_forever, args=(0.01,))
    thread.start()
    deadline = time.monotonic() + 60
    while jobs.find_job(db, job.id).active and time.monotonic() < deadline:
        time.sleep(0.05)
    tireless.stop()
    thread.join()
    ended = jobs.find_job(db, job.id)
    assert (ended.state, ended.attempts) == ("succeeded", 1), ended.error
    assert len(tries) == 6
    told = [record.getMessage() for record in caplog.records if "cannot go on" in record.getMessage()]
    assert told
    assert all("the disk is full" in words for words in told)


@pytest.mark.usefixtures("short")
def test_what_never_fits_into_memory_is_given_up_in_words_and_a_cancelled_job_is_forgotten(
    db: Database, settings: Settings, job: Job, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(worker, "MAX_TRIES_IN_MEMORY", 3)

    def too_large(*_: Any) -> None:
        raise MemoryError

    monkeypatch.setattr("training.pipeline.find_recipe", too_large)
    patient = Worker(settings, "w")
    for _ in range(3):
        assert patient.run_one(db)
        assert jobs.find_job(db, job.id).state == "queued"
    assert patient.run_one(db)
    ended = jobs.find_job(db, job.id)
    assert (ended.state, ended.error) == ("failed", "there is not enough memory")
    again = jobs.enqueue(db, "train", "vendo", job.account_id, requested_by="t", now=time.time())
    assert patient.run_one(db)
    assert list(patient._later) == [again.id]
    jobs.request_cancel(db, again.id, now=time.time())
    assert not patient.run_one(db)
    assert not patient._later


# --- answers ---


@pytest.fixture
async def service(settings: Settings, base: Base) -> AsyncIterator[Service]:
    async with open_service(settings, base) as opened:
        yield opened


ME = Asker("t", "me", exempt=True)
LOAD, STEP, RECORD = (
    "bot.generation.engine.load_adapter",
    "bot.generation.batching.batch.Batch.step",
    "record_generation",
)


@pytest.mark.parametrize("kind", [*WAITED_OUT, "a bug"])
@pytest.mark.parametrize("moment", ["load", "generate", "record"])
async def test_an_answer_fails_alone_or_not_at_all(
    kind: str, moment: str, service: Service, make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_voice()
    make_voice("other", 2)
    await service.answers.tweetlike("other", asker=ME)
    error = WAITED_OUT[kind][0]() if kind in WAITED_OUT else ValueError("odd")

    def fail(*_: Any, **__: Any) -> None:
        raise error

    with monkeypatch.context() as broken:
        match moment:
            case "load":
                broken.setattr("bot.generation.engine.load_adapter", fail)
                with pytest.raises(type(error)):
                    await service.answers.tweetlike("sample", asker=ME)
                assert (await service.answers.tweetlike("other", asker=ME)).texts, "voices in memory go on"
            case "generate":
                broken.setattr("bot.generation.batching.batch.Batch.step", fail)
                with pytest.raises(EngineFault):
                    await service.answers.tweetlike("sample", asker=ME)
            case "record":
                broken.setattr("bot.service.answers.record_generation", fail)
                if isinstance(error, sqlite3.Error):
                    answer = await service.answers.tweetlike("sample", asker=ME)
                    assert answer.texts
                    assert answer.generation_id is None
                else:
                    with pytest.raises(type(error)):
                        await service.answers.tweetlike("sample", asker=ME)
    answer = await service.answers.tweetlike("sample", asker=ME)
    assert answer.texts
    assert answer.generation_id is not None


async def test_a_damaged_database_does_not_silence_the_voices(
    service: Service, settings: Settings, db: Database, make_voice: MakeVoice, caplog: pytest.LogCaptureFixture
) -> None:
    make_voice()
    make_voice("other", 2)
    await service.drop_stale_voices()
    expected = (await service.answers.tweetlike("sample", asker=ME)).texts
    assert expected
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = settings.database_path().read_bytes()
    spoilt = bytearray(whole)
    spoilt[4096:] = os.urandom(len(spoilt) - 4096)
    settings.database_path().write_bytes(spoilt)
    for handle in ("sample", "other", "sample+other"):
        answer = await service.answers.tweetlike(handle, asker=ME)
        assert answer.texts
        assert answer.generation_id is None
    assert await service.unready()
    told = [record for record in caplog.records if "from memory" in record.getMessage()]
    assert len(told) == 1
    settings.database_path().write_bytes(whole)
    for log_file in settings.home.glob("tweetlike.db-*"):
        log_file.unlink()
    assert await service.unready() is None
    assert (await service.answers.tweetlike("sample", asker=ME)).generation_id is not None


async def test_a_damaged_version_is_served_by_the_one_before_even_if_that_cannot_be_recorded(
    service: Service, settings: Settings, db: Database, make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_voice(seed=1)
    make_voice(seed=2)
    _, third = make_voice(seed=3)
    _, second, _ = reversed(list_versions(db, third.account_id))
    for version in (second, third):
        (settings.models_path() / version.folder / "adapter_model.safetensors").unlink()

    def full(*_: Any, **__: Any) -> None:
        raise sqlite_error("SQLITE_FULL", "database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr("data.models.registry.quarantine", full)
        assert (await service.answers.tweetlike("sample", asker=ME)).version == 1
    assert (await service.answers.tweetlike("sample", asker=ME)).version == 1
    assert [version.state for version in list_versions(db, third.account_id)].count("failed") == 2


# --- the clock, and the words ---


def test_a_clock_that_jumps_back_loses_no_job_and_delays_no_refresh_for_long(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    import random

    from data.accounts.store import configure_account, find_account
    from training.schedule import enqueue_due

    now = 1_800_000_000.0
    account, _ = make_voice()
    jobs.enqueue(db, "train", account.handle, account.id, requested_by="t", now=now)
    assert jobs.claim(db, "before", now=now)
    earlier = now - 30 * 86400  # the worker died, and the clock is a month back
    assert jobs.release_silent(db) == 1
    assert jobs.claim(db, "after", now=earlier)
    configure_account(db, account.id, watch_path=tmp_path / "x.jsonl", refreshed_at=now, next_refresh_at=now + 3600)
    enqueue_due(db, settings, now=earlier, rng=random.Random(0))
    planned = find_account(db, account.handle).next_refresh_at
    assert planned is not None
    assert planned - earlier < 8 * 86400, "planned anew by the clock as it is"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "x"), "full"),
        (OSError(errno.EDQUOT, "x"), "quota"),
        (OSError(errno.ENOENT, "x"), None),
        (RuntimeError("Error while serializing: I/O error: No space left on device (os error 28)"), "full"),
        (MemoryError(), "memory"),
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20 GiB"), "memory"),
        (sqlite_error("SQLITE_IOERR_WRITE", "disk I/O error"), "input/output"),
        (sqlite_error("SQLITE_READONLY_DBMOVED", "attempt to write a readonly database"), "written"),
        (sqlite_error("SQLITE_ERROR", "no such table: x"), None),
        (ValueError("the tweet says: the disk is full, out of memory"), None),
        (UnreadableSource(Path("x"), "out of memory (os error 28)"), None),
        (DatabaseDamaged(Path("x"), "malformed"), "damaged"),
        (HomeUnusable(Path("x"), "read-only"), "home"),
    ],
)
def test_a_fault_of_the_machine_is_told_from_one_of_the_program(error: Exception, words: str | None) -> None:
    found = machine_fault(error)
    assert (found is None) if words is None else (found is not None and words in found)


def test_a_real_full_database_is_recognised(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "x.db")
    db.execute("CREATE TABLE t (x)")
    db.execute("PRAGMA max_page_count = 3")
    with pytest.raises(sqlite3.OperationalError) as caught:
        db.execute("INSERT INTO t VALUES (zeroblob(100000))")
    assert machine_fault(caught.value) == "the disk is full"


def test_a_trouble_is_told_when_it_begins_when_it_changes_and_when_it_is_over(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told = ToldOnce(logging.getLogger("x"))
    told.well()
    for what in ("full", "full", "slow", "slow"):
        told.trouble(what)
    told.well()
    told.well()
    assert [record.getMessage() for record in caplog.records] == ["full", "slow", "over: slow"]
