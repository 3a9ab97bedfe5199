"""Finding handles by what somebody typed, in time that does not grow with how many there are.

`handle_parts` holds each run of three letters of each handle, so that "what contains this" reads an index, and what
an account leaves behind goes with its row.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable

from sqlite_utils import Database

LETTERS = 3  # of a part
SHORT_LOOK = 2_000  # handles that are looked through for fewer letters than a part has
COMMON = 1_000  # handles that have a part, from which on it says little about a misspelt one
MOST_FOUND = 1_000  # handles that are counted as containing something
CLOSE_LOOK = 100  # handles that a misspelt one is compared with, of each way to find some


def parts_of(text: str) -> list[str]:
    """Every run of `LETTERS` letters, once, in order."""
    return list(dict.fromkeys(text[at : at + LETTERS] for at in range(len(text) - LETTERS + 1)))


def index_handles(db: Database, handles: Iterable[str]) -> None:
    """Let stored accounts be found by any part of their handles."""
    db.conn.executemany(
        "INSERT INTO handle_parts (part, handle, account_id) "
        "SELECT value, handle, accounts.id FROM accounts JOIN json_each(?) WHERE handle = ? ON CONFLICT DO NOTHING",
        ((json.dumps(parts_of(handle)), handle) for handle in handles),
    )


def matching_handles(db: Database, typed: str, limit: int, *, speaking: bool, offset: int = 0) -> list[str]:
    """Handles that contain what was typed, those that begin with it first; only those with a voice, or all.

    As many as `limit`, after the first `offset`. Of one or two letters, those that have them further inside are looked
    for among the first `SHORT_LOOK` handles alone.
    """
    text = _typed(typed)
    begin, beginning = _beginning_with(text, speaking)
    query = f"SELECT handle FROM {begin} ORDER BY handle LIMIT ? OFFSET ?"
    found = [handle for (handle,) in db.execute(query, [*beginning, limit, offset])]
    if len(found) < limit and text:
        before = 0 if found or not offset else _count(db, begin, beginning)
        inside, containing = _containing(db, text, speaking)
        query = f"SELECT handle FROM {inside} ORDER BY handle LIMIT ? OFFSET ?"
        rows = db.execute(query, [*containing, limit - len(found), max(0, offset - before) if not found else 0])
        found += [handle for (handle,) in rows]
    return found


def matching_among(handles: Iterable[str], typed: str) -> list[str]:
    """As `matching_handles`, of some that are at hand."""
    text = _typed(typed)
    return sorted((each for each in handles if text in each), key=lambda each: (not each.startswith(text), each))


def count_matching(db: Database, typed: str, *, speaking: bool) -> int:
    """How many handles there are in all that `matching_handles` finds; of a search, `MOST_FOUND` inside of others."""
    text = _typed(typed)
    found = _count(db, *_beginning_with(text, speaking))
    if not text:
        return found
    inside, containing = _containing(db, text, speaking)
    return found + _count(db, f"(SELECT 1 FROM {inside} LIMIT {MOST_FOUND})", containing)


def newest_voices(db: Database, limit: int) -> list[str]:
    """The handles whose live versions are the newest."""
    query = "SELECT handle FROM accounts WHERE live_version_id IS NOT NULL ORDER BY live_version_id DESC LIMIT ?"
    return [handle for (handle,) in db.execute(query, [limit])]


def close_handles(db: Database, name: str) -> tuple[str, ...]:
    """Up to three known handles that are spelled alike: of those that share its rarer parts, begin alike, or are first
    of all."""
    rare = [part for part in parts_of(name) if _count(db, *_having(part)) < COMMON]
    marks = ", ".join("?" * len(rare))
    rows = db.execute(
        "SELECT handle FROM (SELECT handle FROM handle_parts "
        f"WHERE part IN ({marks}) GROUP BY handle ORDER BY count(*) DESC, handle LIMIT {CLOSE_LOOK}) "
        "UNION SELECT handle FROM "
        f"(SELECT handle FROM accounts WHERE handle >= ? AND handle < ? ORDER BY handle LIMIT {CLOSE_LOOK}) "
        f"UNION SELECT handle FROM (SELECT handle FROM accounts ORDER BY handle LIMIT {CLOSE_LOOK}) ORDER BY handle",
        [*rare, name[:2], name[:2] + _LAST],
    )
    return tuple(difflib.get_close_matches(name, [handle for (handle,) in rows], n=3, cutoff=0.5))


_LAST = "\U0010ffff"
_SPEAKING = "live_version_id IS NOT NULL"


def _typed(text: str) -> str:
    return text.strip().removeprefix("@").lower()


def _beginning_with(text: str, speaking: bool) -> tuple[str, list[str]]:
    """What to select from, and its arguments."""
    where = [*([_SPEAKING] if speaking else []), *(["handle >= ? AND handle < ?"] if text else [])]
    among = f"accounts WHERE {' AND '.join(where)}" if where else "accounts"
    return among, [text, text + _LAST] if text else []


def _containing(db: Database, text: str, speaking: bool) -> tuple[str, list[str]]:
    """The same for handles that have it further inside."""
    inside = "instr(handle, ?) > 1"
    if len(text) < LETTERS:
        voices = f"WHERE {_SPEAKING} " if speaking else ""
        first = f"SELECT handle FROM accounts {voices}ORDER BY handle LIMIT {SHORT_LOOK}"
        return f"({first}) WHERE {inside}", [text]
    spoken = (
        "EXISTS (SELECT 1 FROM accounts WHERE accounts.handle = handle_parts.handle AND live_version_id IS NOT NULL)"
    )
    rarest = min(parts_of(text), key=lambda part: _count(db, *_having(part)))
    return f"handle_parts WHERE part = ? AND {inside}{f' AND {spoken}' if speaking else ''}", [rarest, text]


def _having(part: str) -> tuple[str, list[str]]:
    return f"(SELECT 1 FROM handle_parts WHERE part = ? LIMIT {COMMON})", [part]


def _count(db: Database, among: str, arguments: list[str]) -> int:
    return int(db.execute(f"SELECT count(*) FROM {among}", arguments).fetchone()[0])
