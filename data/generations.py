"""Generations: every answered request, so that a button can name it and the same seed can repeat it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from data.database import one


@dataclass(frozen=True)
class Generation:
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
) -> int:
    """Store an answered request; return its id."""
    return int(
        db.table("generations")
        .insert(
            {
                "account_id": account_id,
                "version_id": version_id,
                "prompt": prompt,
                "seed": seed,
                "sampling": json.dumps(sampling),
                "texts": json.dumps(texts, ensure_ascii=False),
                "platform": platform,
                "requester": requester,
                "created_at": now,
            }
        )
        .last_pk
    )


def find_generation(db: Database, generation_id: int) -> Generation | None:
    row = one(db, "SELECT * FROM generations WHERE id = ?", generation_id)
    if row is None:
        return None
    row = {**row, "sampling": json.loads(row["sampling"]), "texts": tuple(json.loads(row["texts"]))}
    return Generation(**row)


def last_used(db: Database, account_id: int) -> float | None:
    """When somebody last asked for this account's voice."""
    row = one(db, "SELECT max(created_at) AS at FROM generations WHERE account_id = ?", account_id)
    return row["at"] if row else None
