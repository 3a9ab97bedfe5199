"""Beginnings of tweets that were typed, for buttons that have no room for them."""

from __future__ import annotations

import hashlib

from sqlite_utils import Database

from data.storage.database import change, one

KEPT_S = 7 * 86_400.0
MAX_KEPT = 100_000
KEY_DIGITS = 16


def keep_beginning(db: Database, text: str, *, now: float) -> str:
    """Store a beginning for a week; return its key, of `KEY_DIGITS` hexadecimal digits."""
    key = hashlib.sha256(text.encode(errors="replace")).hexdigest()[:KEY_DIGITS]
    if one(db, "SELECT 1 FROM beginnings WHERE key = ? AND at > ?", key, now - KEPT_S / 2) is None:
        change(db, "INSERT OR REPLACE INTO beginnings VALUES (?, ?, ?)", key, text, now)
        change(
            db,
            "DELETE FROM beginnings WHERE at < max(?, "
            "coalesce((SELECT at FROM beginnings ORDER BY at DESC LIMIT 1 OFFSET ?), 0))",
            now - KEPT_S,
            MAX_KEPT,
        )
    return key


def kept_beginning(db: Database, key: str) -> str | None:
    """What was stored under a key, or None."""
    row = one(db, "SELECT text FROM beginnings WHERE key = ?", key)
    return None if row is None else str(row["text"])
