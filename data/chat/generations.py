"""Generations: every answered request, so that a button can name it and the same seed can repeat it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from data.storage.database import change, one, secret_id

DELETED_AT_ONCE = 500


@dataclass(frozen=True)
class Generation:
    """One answered request: enough to repeat it, and to check who may press its buttons. `requester` is the person's id
    on `platform`, `place` the server or group that it was asked in; `sampling` holds the numbers of `Sampling` and the
    count that was asked for; `numerics` says what it was computed on, and is None for answers of older programs.
    """

    id: int
    account_id: int
    version_id: int
    prompt: str
    seed: int
    sampling: dict[str, Any]
    texts: tuple[str, ...]
    platform: str
    requester: str
    created_at: float
    numerics: str | None = None
    place: str | None = None

    @property
    def creativity(self) -> float:
        """What was asked for; an older program stored the temperature alone."""
        return float(self.sampling.get("creativity", self.sampling["temperature"]))


def record_generation(
    db: Database,
    *,
    account_id: int,
    version_id: int,
    prompt: str,
    seed: int,
    sampling: dict[str, Any],
    texts: tuple[str, ...],
    platform: str,
    requester: str,
    now: float,
    mix: Sequence[tuple[int, float]] = (),
    numerics: str | None = None,
    place: str | None = None,
) -> int:
    """Store an answered request; return its id. `mix` has the account and the weight of each voice of a mix."""
    generation_id = int(
        db.table("generations")
        .insert(
            {
                "id": secret_id(),
                "account_id": account_id,
                "version_id": version_id,
                "prompt": prompt,
                "seed": seed,
                "sampling": json.dumps(sampling),
                "texts": json.dumps(texts, ensure_ascii=False),
                "platform": platform,
                "requester": requester,
                "created_at": now,
                "numerics": numerics,
                "place": place,
            }
        )
        .last_pk
    )
    for part, weight in mix:
        change(db, "INSERT INTO mix_parts VALUES (?, ?, ?)", generation_id, part, weight)
    return generation_id


def mix_of(db: Database, generation_id: int) -> list[tuple[int, float]]:
    """The accounts and weights of an answer that was a mix; nothing of any other."""
    rows = db.query("SELECT account_id, weight FROM mix_parts WHERE generation_id = ?", [generation_id])
    return [(row["account_id"], row["weight"]) for row in rows]


def rate(db: Database, generation_id: int, voter: str, *, liked: bool) -> tuple[int, int]:
    """A person's thumb up or down; the same again takes it back. Returns how many are up and how many down."""
    before = one(db, "SELECT liked FROM feedback WHERE generation_id = ? AND voter = ?", generation_id, voter)
    if before and bool(before["liked"]) == liked:
        change(db, "DELETE FROM feedback WHERE generation_id = ? AND voter = ?", generation_id, voter)
    else:
        change(db, "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?)", generation_id, voter, int(liked))
    counts = one(
        db, "SELECT sum(liked) AS up, sum(1 - liked) AS down FROM feedback WHERE generation_id = ?", generation_id
    )
    return (counts["up"] or 0, counts["down"] or 0) if counts else (0, 0)


def find_generation(db: Database, generation_id: int) -> Generation | None:
    """A stored answer, or None."""
    row = one(db, "SELECT * FROM generations WHERE id = ?", generation_id)
    if row is None:
        return None
    row = {**row, "sampling": json.loads(row["sampling"]), "texts": tuple(json.loads(row["texts"]))}
    return Generation(**row)


def delete_answers(db: Database, *, before: float) -> int:
    """Delete what was answered before that time, some at a time so that nobody waits for it; how many there were."""
    deleted, chunk = 0, DELETED_AT_ONCE
    while chunk == DELETED_AT_ONCE:
        chunk = change(
            db,
            "DELETE FROM generations WHERE id IN "
            "(SELECT id FROM generations WHERE created_at < ? ORDER BY created_at LIMIT ?)",
            before,
            DELETED_AT_ONCE,
        )
        deleted += chunk
    return deleted


def last_answer_to(db: Database, platform: str, requester: str, place: str | None) -> int | None:
    """The newest answer that a person has asked for in a server or group, or with None alone with the bot."""
    row = one(
        db,
        "SELECT id FROM generations WHERE platform = ? AND requester = ? AND place IS ? "
        "ORDER BY created_at DESC LIMIT 1",
        platform,
        requester,
        place,
    )
    return int(row["id"]) if row else None


def last_used(db: Database, account_id: int) -> float | None:
    """When somebody last asked for this account's voice."""
    row = one(db, "SELECT max(created_at) AS at FROM generations WHERE account_id = ?", account_id)
    return row["at"] if row else None
