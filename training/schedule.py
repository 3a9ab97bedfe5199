"""When an account's source is read again: texts like "6h" or "0 */6 * * *", and what is due now.

The next time stands in the accounts table, not in the scheduler's memory: a restart neither loses a refresh nor
repeats it, and whatever was missed while nothing ran becomes one refresh, not many.
"""

from __future__ import annotations

import logging
import random
import re
from datetime import UTC, datetime

from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from sqlite_utils import Database

from data.accounts import configure_account, list_accounts
from data.errors import InvalidChoice
from data.jobs import Job, Options, enqueue
from data.settings import Settings
from data.wording import explain

log = logging.getLogger(__name__)

_EVERY = re.compile(r"(\d+)\s*([mhd])")
_SECONDS = {"m": 60, "h": 3600, "d": 86400}
JITTER_SHARE = 0.1  # of the interval, so that accounts do not all refresh at once
SHORTEST_S = 60


def parse_schedule(text: str) -> BaseTrigger | None:
    """The trigger of "30m", "6h", "2d" or a five-field cron text; None for "off". Raises `InvalidChoice`."""
    if text.strip().lower() == "off":
        return None
    if match := _EVERY.fullmatch(text.strip().lower()):
        seconds = int(match[1]) * _SECONDS[match[2]]
        if SHORTEST_S <= seconds <= 366 * 86400:
            return IntervalTrigger(seconds=seconds, timezone=UTC)
    else:
        try:
            return CronTrigger.from_crontab(text, timezone=UTC)
        except ValueError:
            pass
    raise InvalidChoice("the refresh interval", text, "like 30m, 6h, 2d, a cron text of five fields (UTC), or off")


def next_refresh(trigger: BaseTrigger, now: float, rng: random.Random) -> float | None:
    """The next time after `now`, with a little jitter for intervals."""
    at = datetime.fromtimestamp(now, UTC)
    if isinstance(trigger, IntervalTrigger):
        seconds = trigger.interval.total_seconds()
        return now + seconds * (1 + JITTER_SHARE * rng.random())
    due = trigger.get_next_fire_time(at, at)
    return due.timestamp() if due else None


def enqueue_due(db: Database, settings: Settings, *, now: float, rng: random.Random) -> list[Job]:
    """Ask for a refresh of every account whose time has come, and set its next time. Called at every tick."""
    jobs = []
    for account in list_accounts(db):
        try:
            trigger = parse_schedule(account.refresh_every or settings.refresh_every)
        except InvalidChoice as error:  # one account's mistake must not stop the others
            log.error("@%s: %s", account.handle, explain(error))
            continue
        if trigger is None or account.watch_path is None:
            if account.next_refresh_at is not None:
                configure_account(db, account.id, next_refresh_at=None)
            continue
        due = account.next_refresh_at is not None and account.next_refresh_at <= now
        if due:
            jobs.append(
                enqueue(db, "refresh", account.handle, account.id, options=Options(), requested_by="schedule", now=now)
            )
        if due or account.next_refresh_at is None:
            configure_account(db, account.id, next_refresh_at=next_refresh(trigger, now, rng))
    return jobs
