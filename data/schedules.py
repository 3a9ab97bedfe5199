"""When an account is refreshed: texts like "6h" or "0 */6 * * *", and the next time."""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime

from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from data.errors import InvalidChoice

_EVERY = re.compile(r"(\d{1,9})\s*([mhd])")
_SECONDS = {"m": 60, "h": 3600, "d": 86400}
JITTER_SHARE = 0.1  # of the interval, so that accounts do not all refresh at once
MIN_S = 60
IDLE_FACTOR = 7  # how much longer an account waits that nobody uses …
MAX_IDLE_S = 30 * 86400.0  # … up to this


def parse_schedule(text: str) -> BaseTrigger | None:
    """The trigger of "30m", "6h", "2d" or a five-field cron text; None for "off". Raises `InvalidChoice`."""
    if text.strip().lower() == "off":
        return None
    if match := _EVERY.fullmatch(text.strip().lower()):
        seconds = int(match[1]) * _SECONDS[match[2]]
        if MIN_S <= seconds <= 366 * 86400:
            return IntervalTrigger(seconds=seconds, timezone=UTC)
    else:
        try:
            return CronTrigger.from_crontab(text, timezone=UTC)
        except ValueError:
            pass
    raise InvalidChoice("the refresh interval", text, "like 30m, 6h, 2d, a cron text of five fields (UTC), or off")


def next_refresh(trigger: BaseTrigger, now: float, rng: random.Random, *, idle: bool = False) -> float | None:
    """The next time after `now`, with a little jitter for intervals; much later for an account that nobody uses."""
    at = datetime.fromtimestamp(now, UTC)
    if isinstance(trigger, IntervalTrigger):
        due = now + trigger.interval.total_seconds() * (1 + JITTER_SHARE * rng.random())
    elif (fire := trigger.get_next_fire_time(at, at)) is not None:
        due = fire.timestamp()
    else:
        return None
    return max(due, now + min(IDLE_FACTOR * (due - now), MAX_IDLE_S)) if idle else due
