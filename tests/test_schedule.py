"""The schedule on a simulated clock: due refreshes happen, none twice, none lost across restarts, no storm."""

from __future__ import annotations

import json
import random
import sqlite3
import time
from pathlib import Path

import pytest
from sqlite_utils import Database

from data import jobs
from data.accounts import configure_account, find_account, list_accounts
from data.database import connect
from data.errors import InvalidChoice
from data.importing import import_path
from data.settings import Settings
from tests.conftest import MakeVoice
from training.refresh import is_enough
from training.schedule import enqueue_due, next_refresh, parse_schedule
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


def test_thirty_days_of_refreshes_happen_when_due_across_random_restarts(
    settings: Settings, db: Database, tmp_path: Path
) -> None:
    plans = {f"a{n}": every for n, every in enumerate(["6h", "12h", "24h", "0 4 * * *", "2d"])}
    for handle, every in plans.items():
        import_path(db, write_tweets(tmp_path / f"{handle}.jsonl", 3), handle, now=0)
        configure_account(db, find_account(db, handle).id, refresh_every=every)
    rng = random.Random(5)
    now, refreshed = 0.0, dict.fromkeys(plans, 0)
    while now < 30 * 24 * HOUR:
        if rng.random() < 0.01:
            db = connect(settings.database_path())  # a restart: nothing is kept in memory
        for job in enqueue_due(db, settings, now=now, rng=rng):
            refreshed[job.handle] += 1
        assert enqueue_due(db, settings, now=now, rng=rng) == []  # a second tick at once asks for nothing
        drain(db, now)
        now += 300
    assert 105 <= refreshed["a0"] <= 120  # every 6 h, with up to a tenth of jitter
    assert 52 <= refreshed["a1"] <= 60
    assert 26 <= refreshed["a2"] <= 30
    assert refreshed["a3"] in (29, 30)
    assert 13 <= refreshed["a4"] <= 15


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
