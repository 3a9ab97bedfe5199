"""Small things that a process notes for its next start, like what it has told a platform already."""

from __future__ import annotations

from sqlite_utils import Database

from data.storage.database import change, one


def platform_note(label: str) -> str:
    """The name of the note on how a chat platform is: "listening", or what it is and why."""
    return f"platform {label}"


def read_note(db: Database, name: str) -> str | None:
    """What was noted last, or None."""
    row = one(db, "SELECT value FROM notes WHERE name = ?", name)
    return None if row is None else str(row["value"])


def write_note(db: Database, name: str, value: str) -> None:
    """Note it, in the place of what was noted before."""
    change(
        db,
        "INSERT INTO notes (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = ?",
        name,
        value,
        value,
    )
