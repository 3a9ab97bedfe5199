"""The schedule on a simulated clock: due refreshes happen, none twice, none lost across restarts, no storm."""

from __future__ import annotations

import json
import random
import sqlite3
import time
from dataclasses import asdict
from pathlib import Path

import pytest
from sqlite_utils import Database

from data.accounts.store import Account, configure_account, find_account, find_or_join, list_accounts
from data.chat.generations import record_generation
from data.errors import InvalidChoice
from data.jobs import queue as jobs
from data.jobs.queue import Result
from data.models.registry import HeldOutMetrics, Lineage
from data.quiet_hours import is_quiet, parse_quiet_hours
from data.schedules import next_refresh, parse_schedule
from data.settings import Settings
from data.sources.importing import import_path
from data.storage.database import connect
from data.tweets.corpus import account_corpus, register_corpus
from data.tweets.store import load_tweets
from tests.conftest import MakeVoice
from training.refresh import is_enough, refresh
from training.schedule import ChangedFiles, enqueue_due
from training.trainer import start_scheduler
from training.worker import Worker

HOUR = 3600.0


def write_tweets(path: Path, count: int, start: int = 0) -> Path:
    lines = [
        json.dumps(
            {"id": n, "created_at": f"20{10 + n // 300:02}-01-01", "text": f"tweet number {n} says hum to the moon"}
        )
        for n in range(start, start + count)
    ]
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.mark.parametrize("text", ["30m", "6h", " 2D ", "0 */6 * * *", "15 3 * * mon"])
def test_intervals_and_cron_texts_have_a_next_time(text: str) -> None:
    trigger = parse_schedule(text)
    assert trigger
    due = next_refresh(trigger, 1_800_000_000, random.Random(1))
    assert due
    assert 1_800_000_000 < due <= 1_800_000_000 + 8 * 24 * HOUR


@pytest.mark.parametrize("text", ["", "often", "0h", "5s", "99999d", "* * *", "61 * * * *"])
def test_other_texts_are_refused_with_examples(text: str) -> None:
    with pytest.raises(InvalidChoice) as caught:
        parse_schedule(text)
    assert "6h" in caught.value.allowed


def test_an_account_with_a_broken_interval_does_not_stop_the_others(
    settings: Settings, db: Database, tmp_path: Path
) -> None:
    for handle in ("a", "b"):
        account = import_path(db, write_tweets(tmp_path / f"{handle}.jsonl", 3), handle, now=0).account
        configure_account(db, account.id, next_refresh_at=1.0, refresh_every="nonsense" if handle == "a" else None)
    assert [job.handle for job in enqueue_due(db, settings, now=2, rng=random.Random(1))] == ["b"]


def test_off_means_never() -> None:
    assert parse_schedule("off") is None


def drain(db: Database, now: float) -> int:
    """Finish all queued jobs at once; return how many there were."""
    done = 0
    while job := jobs.claim(db, "w", now=now):
        jobs.finish(db, job, "succeeded", jobs.Result(), now=now)
        done += 1
    return done


def test_thirty_days_of_ten_accounts_across_random_restarts(settings: Settings, db: Database, tmp_path: Path) -> None:
    """Real refresh jobs on growing files, trainings asked for and done; nothing twice, nothing lost."""
    every = ["6h", "12h", "24h", "0 4 * * *", "2d", "6h", "24h", "24h", "3d", "off"]
    plans = {f"a{number}": text for number, text in enumerate(every)}
    settings = settings.model_copy(update={"retrain_min_new": 30, "idle_days": 1000})
    files = {handle: write_tweets(tmp_path / f"{handle}.jsonl", 20) for handle in plans}
    for handle, text in plans.items():
        account = import_path(db, files[handle], handle, now=0).account
        configure_account(db, account.id, refresh_every=text)
    rng = random.Random(5)
    now, written = 0.0, dict.fromkeys(plans, 20)
    refreshed, trained, next_post = dict.fromkeys(plans, 0), dict.fromkeys(plans, 0), 0.0

    def made(handle: str) -> None:
        """As a training would: a version of what there is now."""
        trained[handle] += 1
        account = find_account(db, handle)
        register_version(db, settings, account, now)

    while now < 30 * 24 * HOUR:
        if now >= next_post:
            for handle in plans:
                written[handle] += rng.randrange(0, 8)
                write_tweets(files[handle], written[handle])
            next_post = now + 12 * HOUR
        if rng.random() < 0.01:  # a restart, in the middle of a job if there is one: nothing is kept in memory
            jobs.claim(db, "killed", now=now)
            db = connect(settings.database_path())
            jobs.release_silent(db)
        for job in enqueue_due(db, settings, now=now, rng=rng):
            refreshed[job.handle] += 1
        assert enqueue_due(db, settings, now=now, rng=rng) == []  # a second tick at once asks for nothing
        while job := jobs.claim(db, "w", now=now):
            assert not [other for other in jobs.active_jobs(db) if other.handle == job.handle and other.id < job.id]
            if job.kind == "refresh":
                result = refresh(db, settings, job, clock=lambda now=now: now)  # type: ignore[misc]
            else:
                result = jobs.Result()
                made(job.handle)
            jobs.finish(db, job, "succeeded", result, now=now)
        now += 300
    assert 105 <= refreshed["a0"] <= 120  # every 6 h, with up to a tenth of jitter
    assert 52 <= refreshed["a1"] <= 60
    assert 26 <= refreshed["a2"] <= 30
    assert refreshed["a3"] in (29, 30)
    assert 13 <= refreshed["a4"] <= 15
    assert refreshed["a9"] == 0
    for handle in plans:
        tweets = len(load_tweets(db, find_account(db, handle).id))
        if handle == "a9":
            assert (tweets, trained[handle]) == (20, 0), "switched off"
            continue
        fresh = written[handle] - 20
        # Of 20 tweets 5% is one: each refresh that finds something new is followed by one training.
        assert 0 < trained[handle] <= refreshed[handle]
        assert tweets >= written[handle] - 8 * 7, "no more is missing than came since the last refresh"
        assert fresh > 100
    assert jobs.active_jobs(db) == []


def register_version(db: Database, settings: Settings, account: Account, now: float) -> None:
    corpus = account_corpus(db, account)
    corpus_id = register_corpus(db, account.id, corpus, now=now)
    number = db.execute("SELECT count(*) FROM versions WHERE account_id = ?", [account.id]).fetchone()[0] + 1
    metrics = HeldOutMetrics(1.0, 2.0, 1.0, 2.0, 1, 1, 1.0, 1.0)
    lineage = Lineage("", "", 1, 1, 1, 1)
    db.table("versions").insert(
        {
            "account_id": account.id,
            "number": number,
            "state": "candidate",
            "method": "lora",
            "base": "b",
            "base_fingerprint": "f",
            "recipe": "{}",
            "corpus_id": corpus_id,
            "folder": f"{account.id}/{number}",
            "files": "{}",
            "metrics": json.dumps(asdict(metrics)),
            "lineage": json.dumps(asdict(lineage)),
            "created_at": now,
        }
    )


def test_an_account_that_nobody_uses_is_refreshed_a_seventh_as_often(
    settings: Settings, db: Database, make_voice: MakeVoice
) -> None:
    account, version = make_voice("a")
    configure_account(db, account.id, watch_path="/nowhere", refresh_every="24h", next_refresh_at=None)
    day, rng = 24 * HOUR, random.Random(1)
    late = account.created_at + 20 * day
    enqueue_due(db, settings, now=late, rng=rng)
    due = find_account(db, "a").next_refresh_at
    assert due
    assert 7 * day <= due - late <= 7.8 * day
    record_generation(
        db,
        account_id=account.id,
        version_id=version.id,
        prompt="",
        seed=1,
        sampling={},
        texts=("hum",),
        platform="console",
        requester="me",
        now=late,
    )
    configure_account(db, account.id, next_refresh_at=None)
    enqueue_due(db, settings, now=late, rng=rng)
    due = find_account(db, "a").next_refresh_at
    assert due
    assert day <= due - late <= 1.1 * day


@pytest.mark.parametrize("text", ["22-7", "25:00-07:00", "7:00", "07:00-07:00", "night"])
def test_quiet_hours_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(InvalidChoice) as caught:
        parse_quiet_hours(text)
    assert "22:00-07:00" in caught.value.allowed


def test_in_the_quiet_hours_the_schedule_starts_nothing_but_people_may(
    settings: Settings, db: Database, tmp_path: Path
) -> None:
    settings = settings.model_copy(update={"quiet_hours": "22:00-07:00"})
    account = import_path(db, write_tweets(tmp_path / "a.jsonl", 3), "a", now=0).account
    configure_account(db, account.id, next_refresh_at=1.0)
    rng, night, morning = random.Random(1), 23 * HOUR, 31.5 * HOUR
    assert not is_quiet(parse_quiet_hours(""), night)
    assert [is_quiet((8 * 60, 12 * 60), hour * HOUR) for hour in (7, 8, 11.9, 12)] == [False, True, True, False]
    assert enqueue_due(db, settings, now=night, rng=rng) == []
    assert enqueue_due(db, settings, now=30 * HOUR, rng=rng) == []
    train = jobs.enqueue(db, "train", "a", account.id, requested_by="refresh", now=night)
    worker = Worker(settings, "w", clock=lambda: night)
    assert not worker.run_one(db)
    jobs.enqueue(db, "refresh", "a", account.id, requested_by="me", priority=jobs.PEOPLE_FIRST, now=night)
    assert worker.run_one(db)
    assert jobs.find_job(db, train.id).state == "queued"
    assert [job.handle for job in enqueue_due(db, settings, now=morning, rng=rng)] == ["a"], "none is lost"


def test_a_file_that_changes_is_read_when_it_has_come_to_rest(settings: Settings, db: Database, tmp_path: Path) -> None:
    path = write_tweets(tmp_path / "a.jsonl", 10)
    import_path(db, path, "a", now=0)
    files, worker = ChangedFiles(), Worker(settings, "w")
    for _ in range(3):
        assert files.enqueue(db, settings, now=1) == [], "it is as it was read"
    write_tweets(path, 12)
    assert files.enqueue(db, settings, now=1) == []
    write_tweets(path, 15)  # still being copied
    assert files.enqueue(db, settings, now=1) == []
    [job] = files.enqueue(db, settings, now=1)
    assert worker.run_one(db)
    assert jobs.find_job(db, job.id).result.summary == "5 new tweets."
    assert files.enqueue(db, settings, now=1) == files.enqueue(db, settings, now=1) == []
    write_tweets(path, 17)
    files.enqueue(db, settings, now=1)
    running = jobs.enqueue(db, "refresh", "a", find_account(db, "a").id, requested_by="me", now=1)
    assert jobs.claim(db, "w2", now=1)
    assert files.enqueue(db, settings, now=1) == [], "one that runs may have read the file before"
    jobs.finish(db, jobs.find_job(db, running.id), "succeeded", Result(), now=1)
    [job] = files.enqueue(db, settings, now=1)
    assert worker.run_one(db)
    path.write_text("{broken")
    files.enqueue(db, settings, now=1)
    [job] = files.enqueue(db, settings, now=1)
    worker.run_one(db)
    assert jobs.find_job(db, job.id).state == "failed"
    assert files.enqueue(db, settings, now=1) == files.enqueue(db, settings, now=1) == [], "it is tried once"
    path.unlink()
    assert files.enqueue(db, settings, now=1) == files.enqueue(db, settings, now=1) == []


def test_a_folder_that_archives_are_dropped_into_is_read_whole(
    settings: Settings, db: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "drop"
    folder.mkdir()
    write_tweets(folder / "first.jsonl", 10)
    imported = import_path(db, folder, "a", now=0)
    assert (imported.new, imported.format) == (10, "folder of 1 files")
    files = ChangedFiles()
    write_tweets(folder / "second.jsonl", 8, start=5)
    files.enqueue(db, settings, now=1)
    assert len(files.enqueue(db, settings, now=1)) == 1
    assert Worker(settings, "w").run_one(db)
    assert len(load_tweets(db, find_account(db, "a").id)) == 13
    (folder / "other.csv").write_text("handle,id,text\nsomeone,1,hum hum hum\n")
    (folder / "notes.txt").write_text("not a source")
    again = import_path(db, folder, "a", now=2)
    assert (again.format, again.left_out) == ("folder of 3 files", {"of other accounts": 1})


def test_a_training_and_a_download_go_on_beside_each_other_but_not_of_one_account(
    settings: Settings, db: Database
) -> None:
    for handle in ("a", "b"):
        for kind in ("train", "refresh"):
            jobs.enqueue(db, kind, handle, None, requested_by="t", now=1)  # type: ignore[arg-type]
    train = jobs.claim(db, "t", now=1, kinds=("train",))
    assert train
    assert (train.kind, train.handle) == ("train", "a")
    download = jobs.claim(db, "d", now=1, kinds=("refresh", "delete"))
    assert download
    assert (download.kind, download.handle) == ("refresh", "b")
    assert jobs.claim(db, "d2", now=1, kinds=("refresh", "delete")) is None
    jobs.finish(db, train, "succeeded", Result(), now=1)
    after = jobs.claim(db, "d2", now=1, kinds=("refresh", "delete"))
    assert after
    assert after.handle == "a"
    assert jobs.release_silent(db, owner="d") == 1, "a worker lets go of its own alone"


def test_a_joint_voice_is_not_trained_while_one_of_its_members_is_refreshed(
    settings: Settings, db: Database, make_voice: MakeVoice
) -> None:
    members = [make_voice(handle)[0] for handle in ("a", "b")]
    joint = find_or_join(db, "a-b", now=1)
    refresh_a = jobs.enqueue(db, "refresh", "a", members[0].id, requested_by="t", now=1)
    train = jobs.enqueue(db, "train", "a-b", joint.id, requested_by="t", now=1)
    refresh_b = jobs.enqueue(db, "refresh", "b", members[1].id, requested_by="t", now=1)
    claimed = [jobs.claim(db, "w", now=1) for _ in range(3)]
    assert [job.id if job else None for job in claimed] == [refresh_a.id, refresh_b.id, None]
    for job in claimed[:2]:
        assert job
        jobs.finish(db, job, "succeeded", Result(), now=1)
    after = jobs.claim(db, "w", now=1)
    assert after
    assert after.id == train.id


def test_what_was_missed_while_nothing_ran_becomes_one_refresh(
    settings: Settings, db: Database, tmp_path: Path
) -> None:
    import_path(db, write_tweets(tmp_path / "a.jsonl", 3), "a", now=0)
    rng = random.Random(1)
    assert enqueue_due(db, settings, now=0, rng=rng) == []
    week = 7 * 24 * HOUR
    assert len(enqueue_due(db, settings, now=week, rng=rng)) == 1
    assert drain(db, week) == 1
    due = find_account(db, "a").next_refresh_at
    assert due
    assert due > week


def test_accounts_without_a_source_or_switched_off_are_left_alone(
    settings: Settings, db: Database, tmp_path: Path
) -> None:
    import_path(db, write_tweets(tmp_path / "a.jsonl", 3), "a", now=0, watch=False)
    import_path(db, write_tweets(tmp_path / "b.jsonl", 3), "b", now=0)
    configure_account(db, find_account(db, "b").id, refresh_every="off", next_refresh_at=1.0)
    assert enqueue_due(db, settings, now=1e9, rng=random.Random(1)) == []
    assert [account.next_refresh_at for account in list_accounts(db)] == [None, None]


def test_enough_is_a_number_or_a_share_whichever_is_less(settings: Settings) -> None:
    assert is_enough(50, 5000, settings)
    assert not is_enough(49, 5000, settings)
    assert is_enough(5, 100, settings)
    assert not is_enough(4, 100, settings)
    assert not is_enough(0, 0, settings)


def test_a_refresh_job_reads_the_file_again_and_asks_for_a_training_when_enough_is_new(
    settings: Settings, db: Database, tmp_path: Path
) -> None:
    path = write_tweets(tmp_path / "a.jsonl", 100)
    account = import_path(db, path, "a", now=0).account
    worker = Worker(settings, "w")

    def refresh() -> jobs.Job:
        job = jobs.enqueue(
            db, "refresh", "a", account.id, requested_by="test", priority=jobs.PEOPLE_FIRST, now=time.time()
        )
        assert worker.run_one(db)
        return jobs.find_job(db, job.id)

    assert "training asked for" in refresh().result.summary  # it has no voice yet
    train = jobs.active_job(db, "train", "a")
    assert train
    jobs.request_cancel(db, train.id, now=time.time())
    write_tweets(path, 160)
    assert refresh().result.summary.startswith("60 new tweets.")
    path.unlink()
    failed = refresh()
    assert failed.state == "failed"
    assert failed.error
    assert "no such file" in failed.error


def test_tweets_that_a_version_was_trained_on_are_not_new_even_if_it_was_kept_back_or_rolled_back(
    settings: Settings, db: Database, make_voice: MakeVoice, tmp_path: Path
) -> None:
    path = write_tweets(tmp_path / "a.jsonl", 100)
    account = import_path(db, path, "sample", now=0).account
    make_voice(live=False)  # a candidate of all these tweets
    job = jobs.enqueue(db, "refresh", "sample", account.id, requested_by="test", now=time.time())
    assert Worker(settings, "w").run_one(db)
    assert jobs.find_job(db, job.id).result.summary == "0 new tweets."
    assert jobs.active_jobs(db) == []


def test_a_worker_outlives_a_fault_of_the_database(
    settings: Settings, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    import training.worker as module

    faults = iter([sqlite3.OperationalError("database or disk is full")])
    worker = Worker(settings, "w")

    def claim(*_: object, **__: object) -> None:
        for fault in faults:
            raise fault
        worker.stop()

    monkeypatch.setattr(module, "AFTER_A_FAULT_S", 0.01)
    monkeypatch.setattr(module, "claim", claim)
    worker.run_forever(idle_s=0.01)
    assert next(faults, None) is None


def test_a_delete_job_forgets_the_account(settings: Settings, db: Database, tmp_path: Path) -> None:
    account = import_path(db, write_tweets(tmp_path / "a.jsonl", 10), "a", now=0).account
    jobs.enqueue(db, "delete", "a", account.id, requested_by="test", now=time.time())
    assert Worker(settings, "w").run_one(db)
    assert list_accounts(db) == []


def test_apscheduler_ticks_and_asks_for_what_is_due(settings: Settings, db: Database, tmp_path: Path) -> None:
    account = import_path(db, write_tweets(tmp_path / "a.jsonl", 3), "a", now=0).account
    configure_account(db, account.id, next_refresh_at=1.0)
    scheduler = start_scheduler(settings, rng=random.Random(1))
    try:
        deadline = time.monotonic() + 10
        while not jobs.active_job(db, "refresh", "a") and time.monotonic() < deadline:
            time.sleep(0.05)
    finally:
        scheduler.shutdown()
    assert jobs.active_job(db, "refresh", "a")
