"""Jobs: requests for work that survive crashes. The bot asks, the trainer does, the database stands between.

A running job is held under a heartbeat. A job whose heartbeat stopped is taken up again, at most
`MAX_ATTEMPTS` times in all. The holder is (owner, attempt): a worker that was given up for dead and wakes
again can no longer write.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from sqlite_utils import Database

from data.errors import Busy, LeaseLost, UnknownJob
from data.storage.database import change, one, transaction

Kind = Literal["refresh", "train", "delete"]
KINDS: tuple[Kind, ...] = ("refresh", "train", "delete")
JobState = Literal["queued", "running", "succeeded", "failed", "cancelled"]

HEARTBEAT_TIMEOUT_S = 60.0
MAX_ATTEMPTS = 3
PEOPLE_FIRST = 10  # the priority of what a person asked for; the schedule's is 0
MOST_TRAININGS = 1_000  # that wait in line


@dataclass(frozen=True)
class Progress:
    """How far a job is; the same for every platform that shows it. Loss in nats per token."""

    stage: str = "waiting"
    step: int = 0
    steps: int = 0
    epoch: float = 0.0
    epochs: float = 0.0
    loss: float | None = None
    tokens_per_s: float | None = None
    eta_s: float | None = None
    learning_rate: float | None = None
    validation_loss: float | None = None  # the best so far

    @property
    def share(self) -> float:
        """How much of the training is done, from 0 to 1."""
        return self.step / self.steps if self.steps else 0.0


@dataclass(frozen=True)
class Options:
    """What the requester chose."""

    recipe: str | None = None  # None: the account's, else the settings'
    refresh: bool = True  # read the source again before training
    force: bool = False  # promote whatever the score says
    fetch: bool = False  # of a handle that is not known yet: download it first


@dataclass(frozen=True)
class Result:
    """What a finished job says of itself."""

    summary: str = ""
    version: int | None = None
    promoted: bool = False


@dataclass(frozen=True)
class Job:
    """A request for work. `account_id` is None for an account that is not stored yet; `owner` holds it while it runs
    and says so by `heartbeat_at`; `error` is what it failed with or waits for; times are in seconds since 1970.
    """

    id: int
    kind: Kind
    handle: str
    account_id: int | None
    options: Options
    state: JobState
    attempts: int
    owner: str | None
    cancel_requested: bool
    progress: Progress
    result: Result
    error: str | None
    priority: int
    requested_by: str
    created_at: float
    heartbeat_at: float | None
    started_at: float | None
    finished_at: float | None

    @property
    def active(self) -> bool:
        """Whether it is queued or running."""
        return self.state in ("queued", "running")


def delete_ended(db: Database, *, before: float) -> int:
    """Delete jobs that ended before that time; how many there were."""
    return change(
        db,
        "DELETE FROM jobs WHERE state NOT IN ('queued', 'running') AND coalesce(finished_at, created_at) < ?",
        before,
    )


def is_training(db: Database) -> bool:
    """Whether some voice is being trained now."""
    return one(db, "SELECT 1 FROM jobs WHERE kind = 'train' AND state = 'running'") is not None


def enqueue(
    db: Database,
    kind: Kind,
    handle: str,
    account_id: int | None,
    *,
    options: Options | None = None,
    requested_by: str,
    requested_in: str | None = None,
    priority: int = 0,
    now: float,
) -> Job:
    """Ask for work. `requested_in` is the trusted server or group whose allowance it comes from, if it does. The same
    kind for the same handle twice is one job. Raises `Busy` to a person where `MOST_TRAININGS` wait already."""
    with transaction(db):
        row = one(
            db,
            "SELECT * FROM jobs WHERE kind = ? AND handle = ? AND state IN ('queued', 'running')",
            kind,
            handle,
        )
        if row is not None:
            change(db, "UPDATE jobs SET priority = max(priority, ?) WHERE id = ?", priority, row["id"])
            if row["state"] == "queued" and priority > row["priority"]:  # what a person chose replaces the schedule's
                chosen = json.dumps(asdict(options or Options()))
                change(db, "UPDATE jobs SET options = ? WHERE id = ?", chosen, row["id"])
            return find_job(db, row["id"])
        waiting = one(db, "SELECT count(*) AS n FROM jobs WHERE state = 'queued' AND kind = 'train'")
        if kind == "train" and priority > 0 and waiting is not None and waiting["n"] >= MOST_TRAININGS:
            raise Busy(waiting["n"] + 1)
        job_id = (
            db.table("jobs")
            .insert(
                {
                    "kind": kind,
                    "account_id": account_id,
                    "handle": handle,
                    "options": json.dumps(asdict(options or Options())),
                    "state": "queued",
                    "priority": priority,
                    "requested_by": requested_by,
                    "requested_in": requested_in,
                    "created_at": now,
                }
            )
            .last_pk
        )
    return find_job(db, job_id)


def claim(
    db: Database,
    owner: str,
    *,
    now: float,
    kinds: Sequence[Kind] = KINDS,
    least_priority: int = 0,
    but_not: Sequence[int] = (),
) -> Job | None:
    """Take the next job: people's before the schedule's, then the oldest; also one whose holder went silent.

    Only of these kinds and this priority or more, none of those in `but_not`, and never one of a handle that is being
    worked on, nor of a joint account beside one of its members.
    """
    with transaction(db):
        silent_since = now - HEARTBEAT_TIMEOUT_S
        change(
            db,
            "UPDATE jobs SET state = 'failed', finished_at = ?, "
            "error = coalesce(error, 'its worker stopped without a word') "
            "WHERE state = 'running' AND heartbeat_at < ? AND attempts >= ?",
            now,
            silent_since,
            MAX_ATTEMPTS,
        )
        row = one(
            db,
            "SELECT id FROM jobs WHERE (state = 'queued' OR (state = 'running' AND heartbeat_at < ?)) "
            "AND kind IN (SELECT value FROM json_each(?)) AND priority >= ? "
            "AND id NOT IN (SELECT value FROM json_each(?)) AND NOT EXISTS "
            "(SELECT 1 FROM jobs AS other WHERE other.id != jobs.id AND other.state = 'running' "
            "AND other.heartbeat_at >= ? AND (other.handle = jobs.handle OR EXISTS (SELECT 1 FROM members WHERE "
            "(members.account_id, member_id) IN (VALUES (jobs.account_id, other.account_id), "
            "(other.account_id, jobs.account_id))))) ORDER BY priority DESC, id LIMIT 1",
            silent_since,
            json.dumps(list(kinds)),
            least_priority,
            json.dumps(list(but_not)),
            silent_since,
        )
        if row is None:
            return None
        change(
            db,
            "UPDATE jobs SET state = 'running', owner = ?, attempts = attempts + 1, heartbeat_at = ?, "
            "started_at = coalesce(started_at, ?) WHERE id = ?",
            owner,
            now,
            now,
            row["id"],
        )
    return find_job(db, row["id"])


def release_silent(db: Database, *, owner: str | None = None) -> int:
    """Let running jobs be taken up at once: those of an owner that works on none, or, for the one trainer that holds
    the lease and has not begun, all: no holder is alive, whatever the clock said when they were."""
    return change(db, "UPDATE jobs SET heartbeat_at = 0 WHERE state = 'running' AND owner = coalesce(?, owner)", owner)


def give_back(db: Database, owner: str) -> int:
    """As `requeue`, for whatever an owner that works on nothing still holds; return how many jobs that were."""
    return change(db, f"UPDATE jobs SET {_BACK} WHERE state = 'running' AND owner = ?", owner)


def adopt(db: Database, job: Job, account_id: int) -> None:
    """The job's handle has become an account."""
    change(db, "UPDATE jobs SET account_id = ? WHERE id = ?", account_id, job.id)


def heartbeat(db: Database, job: Job, progress: Progress | None = None, *, now: float) -> bool:
    """Say that the job is alive and how far it is; return whether a person asked to cancel it.

    Raises `LeaseLost` if another worker has the job.
    """
    if progress is None:
        held = change(db, f"UPDATE jobs SET heartbeat_at = ? {_HELD}", now, *_holder(job))
    else:
        held = change(
            db,
            f"UPDATE jobs SET heartbeat_at = ?, progress = ? {_HELD}",
            now,
            json.dumps(asdict(progress)),
            *_holder(job),
        )
    if not held:
        raise LeaseLost(f"job {job.id}")
    return find_job(db, job.id).cancel_requested


def finish(db: Database, job: Job, state: Literal["succeeded", "cancelled"], result: Result, *, now: float) -> None:
    """Raises `LeaseLost` if another worker has the job."""
    if not change(
        db,
        f"UPDATE jobs SET state = ?, result = ?, error = NULL, finished_at = ? {_HELD}",
        state,
        json.dumps(asdict(result)),
        now,
        *_holder(job),
    ):
        raise LeaseLost(f"job {job.id}")


def fail(db: Database, job: Job, error: str, *, retry: bool, now: float) -> None:
    """End an attempt. With `retry` the job is queued again, unless it had its attempts."""
    state = "queued" if retry and job.attempts < MAX_ATTEMPTS else "failed"
    change(
        db,
        f"UPDATE jobs SET state = ?, error = ?, finished_at = ? {_HELD}",
        state,
        error,
        now if state == "failed" else None,
        *_holder(job),
    )


def requeue(db: Database, job: Job) -> None:
    """Give a running job back, as if this attempt had not been: its worker was asked to stop."""
    change(db, f"UPDATE jobs SET {_BACK} {_HELD}", *_holder(job))


def postpone(db: Database, job: Job, reason: str) -> None:
    """As `requeue`, with what it waits for."""
    requeue(db, job)
    change(db, "UPDATE jobs SET error = ? WHERE id = ? AND state = 'queued'", f"waiting, for {reason}", job.id)


def request_cancel(db: Database, job_id: int, *, now: float) -> Job:
    """A queued job is cancelled at once, a running one stops at its next step. Raises `UnknownJob`."""
    with transaction(db):
        change(
            db, "UPDATE jobs SET state = 'cancelled', finished_at = ? WHERE id = ? AND state = 'queued'", now, job_id
        )
        change(db, "UPDATE jobs SET cancel_requested = 1 WHERE id = ? AND state = 'running'", job_id)
    return find_job(db, job_id)


def find_job(db: Database, job_id: int) -> Job:
    """Raises `UnknownJob`."""
    row = one(db, "SELECT * FROM jobs WHERE id = ?", job_id)
    if row is None:
        raise UnknownJob(job_id)
    return _job(row)


def active_jobs(db: Database) -> list[Job]:
    """All that are queued or running, oldest first."""
    return [_job(row) for row in db.query("SELECT * FROM jobs WHERE state IN ('queued', 'running') ORDER BY id")]


def active_job(db: Database, kind: Kind, handle: str) -> Job | None:
    """The one of a kind that is queued or running for a handle, or None."""
    query = "SELECT * FROM jobs WHERE state IN ('queued', 'running') AND kind = ? AND handle = ?"
    row = one(db, query, kind, handle)
    return None if row is None else _job(row)


def show_in_message(db: Database, job_id: int, platform: str, channel_id: int | str, message_id: int | str) -> None:
    """Remember the chat message in which this job's progress is shown, so that a restarted bot goes on editing it."""
    change(
        db,
        "INSERT INTO job_messages (job_id, platform, channel_id, message_id) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        job_id,
        platform,
        str(channel_id),
        str(message_id),
    )


def messages_to_update(db: Database, platform: str) -> list[tuple[int, str, str]]:
    """(job id, channel id, message id) of every message of this platform that still shows an unfinished job."""
    rows = db.query("SELECT * FROM job_messages WHERE platform = ? ORDER BY job_id", [platform])
    return [(row["job_id"], row["channel_id"], row["message_id"]) for row in rows]


def forget_message(db: Database, job_id: int, platform: str, message_id: int | str) -> None:
    """Its job has ended and the message says so, or the message is gone."""
    change(
        db,
        "DELETE FROM job_messages WHERE job_id = ? AND platform = ? AND message_id = ?",
        job_id,
        platform,
        str(message_id),
    )


_BACK = (
    "state = CASE WHEN cancel_requested THEN 'cancelled' ELSE 'queued' END, attempts = attempts - 1, "
    "heartbeat_at = NULL"
)
_HELD = "WHERE id = ? AND owner = ? AND attempts = ? AND state = 'running'"


def _holder(job: Job) -> tuple[object, ...]:
    return (job.id, job.owner, job.attempts)


def _job(row: dict[str, Any]) -> Job:
    return Job(
        id=row["id"],
        kind=row["kind"],
        handle=row["handle"],
        account_id=row["account_id"],
        options=Options(**json.loads(row["options"])),
        state=row["state"],
        attempts=row["attempts"],
        owner=row["owner"],
        cancel_requested=bool(row["cancel_requested"]),
        progress=Progress(**json.loads(row["progress"])),
        result=Result(**json.loads(row["result"])),
        error=row["error"],
        priority=row["priority"],
        requested_by=row["requested_by"],
        created_at=row["created_at"],
        heartbeat_at=row["heartbeat_at"],
        started_at=row["started_at"],
        finished_at=row["finished_at"],
    )


def count_jobs(db: Database) -> list[tuple[str, str, int]]:
    """Kind, state, and how many jobs are of both."""
    rows = db.query("SELECT kind, state, count(*) AS number FROM jobs GROUP BY kind, state")
    return [(row["kind"], row["state"], row["number"]) for row in rows]


def job_ids(db: Database, *states: JobState) -> set[int]:
    """The ids of all jobs in these states."""
    return {row["id"] for state in states for row in db.query("SELECT id FROM jobs WHERE state = ?", [state])}


def asked_in(db: Database, place: str, *, since: float) -> list[Job]:
    """The jobs that a trusted server or group has asked for since a time, newest first."""
    rows = db.query("SELECT * FROM jobs WHERE requested_in = ? AND created_at >= ? ORDER BY id DESC", [place, since])
    return [_job(row) for row in rows]
