"""What has happened to versions: every move of a live pointer and every decision is an event that is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from data.storage.database import one


@dataclass(frozen=True)
class Event:
    """Something that happened to a version: published, promoted, quarantined …"""

    version_number: int
    event: str
    detail: dict[str, Any]
    at: float


Moment = tuple[int, float]
"""The number of an event and its time. Of accounts that are forgotten numbers come again; clocks are set back."""

BEGINNING: Moment = (0, 0.0)


def last_promotion(db: Database) -> Moment:
    """When the last version went live."""
    row = one(db, "SELECT id, at FROM version_events WHERE event = 'promoted' ORDER BY id DESC LIMIT 1")
    return (int(row["id"]), float(row["at"])) if row else BEGINNING


def promoted_since(db: Database, moment: Moment) -> list[int]:
    """The accounts of which a version has gone live after that, by either; perhaps some that had before."""
    accounts = "SELECT account_id FROM version_events WHERE event = 'promoted' AND"
    rows = db.execute(f"{accounts} id > ? UNION {accounts} at >= ?", moment)
    return sorted(account_id for (account_id,) in rows)


def events(db: Database, account_id: int) -> list[Event]:
    """What happened to the account's versions, oldest first."""
    rows = db.query(
        "SELECT number, event, detail, at FROM version_events JOIN versions ON versions.id = version_id "
        "WHERE version_events.account_id = ? ORDER BY version_events.id",
        [account_id],
    )
    return [Event(row["number"], row["event"], json.loads(row["detail"]), row["at"]) for row in rows]
