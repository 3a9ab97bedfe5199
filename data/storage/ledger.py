"""What must outlive the database: who has opted out, who has agreed, what was spent. A line each, only ever added.

The database says what holds; this file beside it says it again, so that a restore of an older database, after the
newer one was lost, takes nobody's wish back and pays for nothing twice. A line is on the disk before the database
commits: killed in between, somebody has opted out a moment too early, never too late.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from data.storage.sealed_folders import fsync_folder

FILE = "ledger.jsonl"
LONGEST = 2_000  # lines, after which what still counts is written anew


@dataclass
class Known:
    """What a ledger says: when each handle opted out, its note and time of consent (None: withdrawn), posts a month."""

    opted_out: dict[str, float] = field(default_factory=dict)
    consents: dict[str, tuple[str, float] | None] = field(default_factory=dict)
    spent: dict[str, int] = field(default_factory=dict)

    def take_in(self, line: dict[str, Any]) -> None:
        """One line. Raises KeyError, TypeError or ValueError for one that is none of ours."""
        kind = line["kind"]
        if kind == "opt_out":
            self.opted_out.setdefault(str(line["handle"]), float(line["at"]))
        elif kind == "consent":
            self.consents[str(line["handle"])] = (str(line["note"]), float(line["at"]))
        elif kind == "withdrawal":
            self.consents[str(line["handle"])] = None
        elif kind == "spent":
            self.spent[str(line["month"])] = int(line["posts"])

    def withdrawn(self) -> dict[str, tuple[str, float] | None]:
        """Whose consent was taken back, in the form of `consents`."""
        return {handle: given for handle, given in self.consents.items() if given is None}

    def lines(self) -> Iterable[dict[str, Any]]:
        """The same, as lines."""
        for handle, at in self.opted_out.items():
            yield {"kind": "opt_out", "handle": handle, "at": at}
        for handle, given in self.consents.items():
            if given is None:
                yield {"kind": "withdrawal", "handle": handle}
            else:
                yield {"kind": "consent", "handle": handle, "note": given[0], "at": given[1]}
        for month, posts in self.spent.items():
            yield {"kind": "spent", "month": month, "posts": posts}


def read_ledger(path: Path) -> Known | None:
    """What the file says, but for lines that are damaged; None where there is no file."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    known = Known()
    for line in lines:
        try:
            known.take_in(json.loads(line))
        except (KeyError, TypeError, ValueError, AttributeError):  # cut off by a full disk, or edited
            continue
    return known


def known_to(db: Database) -> Known:
    """What the database says."""
    return Known(
        {row["handle"]: row["at"] for row in db.query("SELECT handle, at FROM opt_outs")},
        {row["handle"]: (row["note"], row["at"]) for row in db.query("SELECT handle, note, at FROM consents")},
        {row["month"]: row["posts"] for row in db.query("SELECT month, posts FROM spending")},
    )


def both(one: Known, other: Known) -> Known:
    """What either knows: an opt-out of whichever is earlier, the higher of two sums, and `one`'s word on consents."""
    return Known(
        other.opted_out
        | one.opted_out
        | {handle: min(at, one.opted_out[handle]) for handle, at in other.opted_out.items() if handle in one.opted_out},
        other.withdrawn() | one.consents,
        {month: max(each.spent.get(month, 0) for each in (one, other)) for month in one.spent | other.spent},
    )


def take_in(db: Database, known: Known) -> None:
    """Let the database know it, too."""
    mine = both(known, known_to(db))
    for handle, at in mine.opted_out.items():
        db.execute("INSERT INTO opt_outs (handle, at) VALUES (?, ?) ON CONFLICT DO NOTHING", (handle, at))
    for handle, given in mine.consents.items():
        db.execute("DELETE FROM consents WHERE handle = ?", (handle,))
        if given is not None:
            db.execute("INSERT INTO consents (handle, note, at) VALUES (?, ?, ?)", (handle, *given))
    for month, posts in mine.spent.items():
        db.execute("INSERT OR REPLACE INTO spending (month, posts) VALUES (?, ?)", (month, posts))


def ledger_path(db: Database) -> Path:
    """Beside the database's file."""
    return Path(db.execute("PRAGMA database_list").fetchone()[2]).with_name(FILE)


def note(db: Database, kind: str, **facts: object) -> None:
    """Add a line, to stay. Call it before the change is committed."""
    with _alone(db) as path:
        if not path.exists():  # of a home from before there were ledgers
            _write(path, known_to(db))
        with path.open("a+b") as file:
            os.chmod(path, 0o600)
            if file.tell() and _ends_without_a_newline(file):
                file.write(b"\n")
            file.write(json.dumps({"kind": kind, **facts}, ensure_ascii=False).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
            lines = _count(file)
        if lines > LONGEST:
            _write(path, read_ledger(path) or known_to(db))


def write_ledger(db: Database) -> None:
    """Let the file say what the database says, too; it takes nothing back but who has agreed."""
    with _alone(db) as path:
        _write(path, both(known_to(db), read_ledger(path) or Known()))


def forget_consents(db: Database, handle: str) -> None:
    """No line says any more whether this handle has agreed."""
    with _alone(db) as path:
        known = read_ledger(path)
        if known is not None and handle in known.consents:
            del known.consents[handle]
            _write(path, known)


@contextmanager
def _alone(db: Database) -> Iterator[Path]:
    """The ledger's path, while no other process writes it."""
    path = ledger_path(db)
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield path


def _write(path: Path, known: Known) -> None:
    partial = path.with_suffix(".partial")
    with partial.open("wb") as file:
        os.chmod(partial, 0o600)
        file.writelines(json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in known.lines())
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    fsync_folder(path.parent)


def _ends_without_a_newline(file: Any) -> bool:
    file.seek(-1, os.SEEK_END)
    return bool(file.read(1) != b"\n")


def _count(file: Any) -> int:
    file.seek(0)
    return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 16), b""))
