"""What the schedule asks for now: refreshes that are due, and watched files that have changed.

The next time stands in the accounts table, not in the scheduler's memory: a restart neither loses a refresh nor
repeats it, and whatever was missed while nothing ran becomes one refresh, not many.
"""

from __future__ import annotations

import logging
import random

from sqlite_utils import Database

from data.accounts.handles import parse_handle
from data.accounts.store import Account, accounts_to_plan, configure_account, watching_accounts
from data.chat.generations import last_used
from data.errors import InvalidChoice
from data.jobs.queue import Job, Options, enqueue
from data.quiet_hours import is_quiet, parse_quiet_hours
from data.schedules import next_refresh, parse_schedule
from data.settings import Settings
from data.sources.circuit_breaker import resting
from data.sources.importing import signature
from data.texts.english import explain_in_log

log = logging.getLogger(__name__)
MOST_AT_ONCE = 200  # accounts of a kind that are planned at one tick
AFTER_REST_S = 60.0  # spread over this, those that waited for a source come back


def enqueue_due(db: Database, settings: Settings, *, now: float, rng: random.Random) -> list[Job]:
    """Ask for a refresh of every account whose time has come, and set its next time. Called at every tick.

    In the quiet hours nothing is asked for, and what becomes due then is due after them.
    """
    if is_quiet(parse_quiet_hours(settings.quiet_hours), now):
        return []
    jobs = []
    off = settings.refresh_every.strip().lower() == "off"
    for account in accounts_to_plan(db, now=now, limit=MOST_AT_ONCE, unless_own=off):
        try:
            trigger = parse_schedule(account.refresh_every or settings.refresh_every)
        except InvalidChoice as error:  # one account's mistake must not stop the others
            log.error("@%s: %s", account.handle, explain_in_log(error))
            continue
        if trigger is None or not account.refreshable:
            if account.next_refresh_at is not None:
                configure_account(db, account.id, next_refresh_at=None)
            continue
        due = account.next_refresh_at is not None and account.next_refresh_at <= now
        until = _rests_until(db, account) if due else 0.0
        if until > now:
            configure_account(db, account.id, next_refresh_at=until + AFTER_REST_S * rng.random())
            continue
        if due:
            jobs.append(_ask(db, account, now))
        if due or account.next_refresh_at is None or _is_of_another_clock(account, now):
            used = max(account.created_at, last_used(db, account.id) or 0.0)
            idle = now - used > settings.idle_days * 86400
            configure_account(db, account.id, next_refresh_at=next_refresh(trigger, now, rng, idle=idle))
    return jobs


class ChangedFiles:
    """Watched files and folders that look different than when they were read, and the same at two ticks in a row:
    what is still being copied is left until it is whole."""

    def __init__(self) -> None:
        self._before: dict[int, str] = {}

    def enqueue(self, db: Database, settings: Settings, *, now: float) -> list[Job]:
        """Ask for a refresh of their accounts, unless it is quiet or they are switched off."""
        if is_quiet(parse_quiet_hours(settings.quiet_hours), now):
            return []
        jobs = []
        for account in watching_accounts(db):
            if account.watch_path is None or (account.refresh_every or settings.refresh_every).strip().lower() == "off":
                continue
            seen = signature(account.watch_path)
            if seen is not None and seen != account.watch_seen and seen == self._before.get(account.id):
                job = _ask(db, account, now)
                if job.state == "queued":  # one that runs may have read what was there before
                    configure_account(db, account.id, watch_seen=seen)  # a broken file is tried once
                    jobs.append(job)
            self._before[account.id] = seen or ""
        return jobs


def _ask(db: Database, account: Account, now: float) -> Job:
    return enqueue(db, "refresh", account.handle, account.id, options=Options(), requested_by="schedule", now=now)


def _is_of_another_clock(account: Account, now: float) -> bool:
    """Planned before the clock was set back, after a refresh that by this clock has not been yet."""
    return (account.next_refresh_at or 0.0) > (account.refreshed_at or now) > now


def _rests_until(db: Database, account: Account) -> float:
    """Until when its source is left alone; 0 if it is not, or if there is a file to read as well."""
    if not account.downloaded or account.watch_path is not None:
        return 0.0
    rest = resting(db, parse_handle(account.handle).place)
    return rest.until if rest else 0.0
