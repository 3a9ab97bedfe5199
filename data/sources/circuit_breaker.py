"""A circuit for each source: one that keeps failing, or asks for rest, is left alone for a while, and says so."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from data.errors import RateLimited, SourceDown, SourceRefused, SourceResting
from data.storage.database import change, one

FIRST_REST_S = 120.0  # doubled with every failure in a row …
MAX_REST_S = 6 * 3600.0  # … up to this


@dataclass(frozen=True)
class Rest:
    """A source that is left alone until a time, in seconds since 1970."""

    source: str
    failures: int
    until: float
    reason: str


def refuse_resting(db: Database, source: str, *, now: float) -> None:
    """Raises `SourceResting`."""
    rest = resting(db, source)
    if rest is not None and rest.until > now:
        raise SourceResting(source, rest.reason, rest.until)


def resting(db: Database, source: str) -> Rest | None:
    """What is known of a source that has failed, or None."""
    row = one(db, "SELECT * FROM resting WHERE source = ?", source)
    return Rest(**row) if row else None


def all_resting(db: Database, *, now: float) -> list[Rest]:
    """Those that are left alone now."""
    return [Rest(**row) for row in db.query("SELECT * FROM resting WHERE until > ? ORDER BY source", [now])]


def record_failure(db: Database, source: str, error: RateLimited | SourceDown | SourceRefused, *, now: float) -> float:
    """Note a failure; return until when the source rests."""
    before = resting(db, source)
    failures = before.failures + 1 if before else 1
    if isinstance(error, RateLimited):
        until, reason = error.until, "it asked for fewer requests"
    else:
        until = now + min(MAX_REST_S, FIRST_REST_S * 2.0 ** min(failures - 1, 20))
        reason = error.reason
    change(
        db,
        "INSERT INTO resting (source, failures, until, reason) VALUES (?, ?, ?, ?) ON CONFLICT (source) "
        "DO UPDATE SET failures = excluded.failures, until = max(until, excluded.until), reason = excluded.reason",
        source,
        failures,
        until,
        reason,
    )
    return until


def record_success(db: Database, rest: Rest | None) -> None:
    """Forget a rest that was noted before the source worked; not one that came meanwhile."""
    if rest is not None:
        change(db, "DELETE FROM resting WHERE source = ? AND until = ?", rest.source, rest.until)
