"""Jobs survive their workers; the same request twice is one job; a worker given up for dead cannot write."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlite_utils import Database

from data.errors import Busy, LeaseLost, LeaseTaken, UnknownJob
from data.jobs import queue as jobs
from data.jobs.progress import describe_job, duration
from data.jobs.queue import HEARTBEAT_TIMEOUT_S, MAX_ATTEMPTS, PEOPLE_FIRST, Job, Options, Progress, Result
from data.storage import leases
from data.storage.database import connect
from data.storage.leases import hold_role, is_held


def ask(db: Database, handle: str = "a", kind: jobs.Kind = "train", priority: int = 0, now: float = 0) -> Job:
    return jobs.enqueue(
        db, kind, handle, None, options=Options(recipe="quick"), requested_by="test", priority=priority, now=now
    )


def claim(db: Database, owner: str = "w", now: float = 0) -> Job:
    job = jobs.claim(db, owner, now=now)
    assert job
    return job


def test_the_same_request_twice_is_one_job_until_it_ends(db: Database) -> None:
    first = ask(db)
    assert ask(db).id == first.id
    assert ask(db, kind="refresh").id != first.id
    job = claim(db)
    assert ask(db).id == first.id
    jobs.finish(db, job, "succeeded", Result("ok", 3, True), now=1)
    assert jobs.find_job(db, job.id).result == Result("ok", 3, True)
    assert ask(db).id != first.id


def test_people_come_before_the_schedule_and_the_oldest_first(db: Database) -> None:
    order = [ask(db, "a"), ask(db, "b"), ask(db, "c", priority=PEOPLE_FIRST)]
    ask(db, "b", priority=PEOPLE_FIRST)  # asked again, by a person
    assert [claim(db).id for _ in order] == [order[1].id, order[2].id, order[0].id]
    assert jobs.claim(db, "w", now=0) is None


def test_a_silent_job_is_taken_up_again_three_times_in_all_then_failed(db: Database) -> None:
    ask(db)
    now = 0.0
    for attempt in range(1, MAX_ATTEMPTS + 1):
        job = claim(db, f"w{attempt}", now)
        assert job.attempts == attempt
        assert jobs.claim(db, "other", now=now + HEARTBEAT_TIMEOUT_S / 2) is None
        now += HEARTBEAT_TIMEOUT_S + 1
    assert jobs.claim(db, "last", now=now) is None
    ended = jobs.find_job(db, job.id)
    assert ended.state == "failed"
    assert ended.error


def test_a_worker_that_was_given_up_cannot_write_any_more(db: Database) -> None:
    ask(db)
    old = claim(db, "old", 0)
    new = claim(db, "new", HEARTBEAT_TIMEOUT_S + 1)
    assert new.id == old.id
    with pytest.raises(LeaseLost):
        jobs.heartbeat(db, old, Progress("training"), now=99)
    with pytest.raises(LeaseLost):
        jobs.finish(db, old, "succeeded", Result(), now=99)
    jobs.fail(db, old, "late", retry=False, now=99)
    assert jobs.find_job(db, new.id).state == "running"
    assert jobs.heartbeat(db, new, now=100) is False


def test_cancelling_a_queued_job_is_at_once_and_a_running_one_is_told(db: Database) -> None:
    assert jobs.request_cancel(db, ask(db).id, now=1).state == "cancelled"
    ask(db)
    job = claim(db)
    assert jobs.heartbeat(db, job, now=1) is False
    assert jobs.request_cancel(db, job.id, now=2).state == "running"
    assert jobs.heartbeat(db, job, now=3) is True
    with pytest.raises(UnknownJob):
        jobs.request_cancel(db, 999, now=3)


def test_a_failure_is_retried_only_where_that_may_help(db: Database) -> None:
    ask(db)
    job = claim(db)
    jobs.fail(db, job, "disk full", retry=True, now=1)
    assert jobs.find_job(db, job.id).state == "queued"
    jobs.fail(db, claim(db), "bad recipe", retry=False, now=2)
    assert jobs.find_job(db, job.id).error == "bad recipe"
    assert jobs.find_job(db, job.id).state == "failed"


def test_a_stopped_worker_gives_its_attempt_back(db: Database) -> None:
    ask(db)
    jobs.requeue(db, claim(db))
    assert claim(db).attempts == 1


def test_two_claims_at_once_never_get_the_same_job(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    db = connect(path)
    for n in range(40):
        ask(db, f"h{n}")
    taken: list[int] = []

    def work(name: str) -> None:
        mine = connect(path)
        while job := jobs.claim(mine, name, now=0):
            taken.append(job.id)

    threads = [threading.Thread(target=work, args=(f"w{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == 40
    assert len(set(taken)) == 40


def test_progress_reads_the_same_everywhere(db: Database) -> None:
    ask(db)
    assert describe_job(jobs.find_job(db, 1)) == "Training @a: waiting for the trainer."
    job = claim(db)
    jobs.heartbeat(db, job, Progress("training", 50, 100, 1.0, 2.0, 3.912, 171.4, 100.0), now=1)
    line = describe_job(jobs.find_job(db, 1))
    assert "50% · epoch 1.0 of 2 · loss 3.91 · 171 tokens/s · 2 min left" in line
    jobs.finish(db, job, "succeeded", Result("Version 1 is live."), now=2)
    assert describe_job(jobs.find_job(db, 1)) == "Training @a: done. Version 1 is live."
    assert duration(40) == "40 s"


def test_messages_that_show_a_job_are_remembered_until_it_ends(db: Database) -> None:
    job = ask(db)
    jobs.show_in_message(db, job.id, "discord", 5, 6)
    jobs.show_in_message(db, job.id, "discord", 5, 6)
    assert jobs.messages_to_update(db, "discord") == [(job.id, "5", "6")]
    assert jobs.messages_to_update(db, "telegram") == []
    jobs.forget_message(db, job.id, "discord", 6)
    assert jobs.messages_to_update(db, "discord") == []


def test_a_role_is_held_by_one_process_and_names_it(tmp_path: Path) -> None:
    assert not is_held(tmp_path, "bot")
    with hold_role(tmp_path, "bot"):
        assert is_held(tmp_path, "bot")
        with pytest.raises(LeaseTaken) as caught, hold_role(tmp_path, "bot"):
            pass
        assert "process" in caught.value.holder
        with hold_role(tmp_path, "trainer"):
            pass
    assert not is_held(tmp_path, "bot")


def test_a_cancelled_job_that_is_given_back_stays_cancelled(db: Database) -> None:
    job = ask(db)
    running = claim(db)
    jobs.request_cancel(db, job.id, now=1)
    jobs.requeue(db, running)
    assert jobs.find_job(db, job.id).state == "cancelled"
    assert ask(db).id != job.id


def test_what_a_person_chose_replaces_what_the_schedule_asked_for(db: Database) -> None:
    job = jobs.enqueue(db, "train", "a", None, options=Options(refresh=False), requested_by="schedule", now=0)
    again = jobs.enqueue(
        db, "train", "a", None, options=Options("full", force=True), requested_by="me", priority=PEOPLE_FIRST, now=1
    )
    assert again.id == job.id
    assert again.options == Options("full", refresh=True, force=True)


def test_people_are_told_when_very_many_trainings_wait_already(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "MOST_TRAININGS", 3)
    for number in range(3):
        jobs.enqueue(db, "train", f"a{number}", None, requested_by="x", priority=jobs.PEOPLE_FIRST, now=1.0)
    with pytest.raises(Busy) as caught:
        jobs.enqueue(db, "train", "one_more", None, requested_by="x", priority=jobs.PEOPLE_FIRST, now=1.0)
    assert caught.value.position == 4
    jobs.enqueue(db, "train", "a1", None, requested_by="x", priority=jobs.PEOPLE_FIRST, now=1.0)  # it waits already
    jobs.enqueue(db, "train", "by_schedule", None, requested_by="schedule", now=1.0)
    jobs.enqueue(db, "refresh", "to_read", None, requested_by="x", priority=jobs.PEOPLE_FIRST, now=1.0)


def test_ended_jobs_are_deleted_in_time_and_no_others(db: Database) -> None:
    for number, state in enumerate(("succeeded", "failed", "cancelled", "queued", "running")):
        job = jobs.enqueue(db, "refresh", f"a{number}", None, requested_by="x", now=1.0)
        db.execute("UPDATE jobs SET state = ?, finished_at = 5 WHERE id = ?", [state, job.id])
    assert jobs.delete_ended(db, before=4.0) == 0
    assert jobs.delete_ended(db, before=6.0) == 3
    assert {row["state"] for row in db.query("SELECT state FROM jobs")} == {"queued", "running"}


def test_a_lock_that_was_deleted_lets_no_second_one_in(tmp_path: Path) -> None:
    """The second trainer would take the jobs of the first one up, and sweep what it is writing."""
    holder = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        (tmp_path / ".trainer.holder").write_text(f"{holder.pid} 17")
        with hold_role(tmp_path, "trainer"):
            pass  # the number has come to another process since
        (tmp_path / ".trainer.holder").write_text(f"{holder.pid} {leases._began(holder.pid)}")
        with pytest.raises(LeaseTaken, match="lock was deleted"), hold_role(tmp_path, "trainer"):
            pass
        with hold_role(tmp_path, "bot"):
            pass
    finally:
        holder.kill()
        holder.wait()
    with hold_role(tmp_path, "trainer"):
        assert (tmp_path / ".trainer.holder").read_text().startswith(f"{os.getpid()} ")
    assert not (tmp_path / ".trainer.holder").exists()
