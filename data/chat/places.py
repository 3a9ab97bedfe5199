"""Places: a server or a group, and what its admins have chosen for it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from data.accounts.store import find_account
from data.storage.database import change, one, transaction

KEPT_AFTER_LEAVING_S = 30 * 86_400.0
SWITCHES = ("speaking", "talking", "plain", "adult")
_SWITCH = {name: f"UPDATE places SET {name} = NOT {name} WHERE place = ?" for name in SWITCHES}


@dataclass(frozen=True)
class Choices:
    """What holds in a place. `voices` are the handles that may speak there, `channels` the ids of where; None: all.
    `language` is a key of the tables of phrases; None: each person's own.
    """

    speaking: bool = True  # at all
    talking: bool = True  # where somebody mentions the bot, or replies to it
    plain: bool = False  # answers as text that can be copied, not as embeds
    adult: bool = False  # voices that are marked so, in channels that are marked so
    language: str | None = None
    voices: tuple[str, ...] | None = None
    channels: tuple[str, ...] | None = None


ALL = Choices()


@dataclass(frozen=True)
class Change:
    """Who changed what in a place, and when: for whoever asks later."""

    who: str
    what: str
    at: float


def choices_of(db: Database, place: str | None) -> Choices:
    """What holds in a place like "discord:42"; what holds anywhere if its admins have chosen nothing."""
    row = one(db, "SELECT * FROM places WHERE place = ?", place) if place else None
    if row is None:
        return ALL
    voices = "SELECT handle FROM place_voices JOIN accounts ON id = account_id WHERE place = ? ORDER BY handle"
    channels = "SELECT channel FROM place_channels WHERE place = ? ORDER BY channel"
    return Choices(
        **{name: bool(row[name]) for name in SWITCHES},
        language=row["language"],
        voices=tuple(handle for (handle,) in db.execute(voices, [place])) if row["some_voices"] else None,
        channels=tuple(channel for (channel,) in db.execute(channels, [place])) or None,
    )


def switch(db: Database, place: str, name: str, *, who: str, now: float) -> Choices:
    """Turn one of `SWITCHES` over."""
    with transaction(db):
        note_change(db, place, who, f"{name}: {'off' if getattr(choices_of(db, place), name) else 'on'}", now)
        change(db, _SWITCH[name], place)
    return choices_of(db, place)


def choose_language(db: Database, place: str, language: str | None, *, who: str, now: float) -> Choices:
    """The language of answers there."""
    with transaction(db):
        note_change(db, place, who, f"language: {language or 'of each'}", now)
        change(db, "UPDATE places SET language = ? WHERE place = ?", language, place)
    return choices_of(db, place)


def choose_voices(db: Database, place: str, handles: Iterable[str] | None, *, who: str, now: float) -> Choices:
    """Which voices may speak there; None: all. Raises as `find_account`."""
    accounts = [find_account(db, handle) for handle in handles] if handles is not None else []
    with transaction(db):
        note_change(db, place, who, f"voices: {'all' if handles is None else len(accounts)}", now)
        change(db, "UPDATE places SET some_voices = ? WHERE place = ?", handles is not None, place)
        change(db, "DELETE FROM place_voices WHERE place = ?", place)
        for account in accounts:
            change(db, "INSERT INTO place_voices VALUES (?, ?) ON CONFLICT DO NOTHING", place, account.id)
    return choices_of(db, place)


def choose_channels(db: Database, place: str, channels: Iterable[str], *, who: str, now: float) -> Choices:
    """In which channels the bot answers there; none: in all."""
    with transaction(db):
        ids = sorted(set(channels))
        note_change(db, place, who, f"channels: {len(ids) or 'all'}", now)
        change(db, "DELETE FROM place_channels WHERE place = ?", place)
        for channel in ids:
            change(db, "INSERT INTO place_channels VALUES (?, ?)", place, channel)
    return choices_of(db, place)


def changes_in(db: Database, place: str, limit: int = 10) -> list[Change]:
    """The last changes, newest first."""
    rows = db.query("SELECT * FROM place_changes WHERE place = ? ORDER BY id DESC LIMIT ?", [place, limit])
    return [Change(row["who"], row["what"], row["at"]) for row in rows]


def note_change(db: Database, place: str, who: str, what: str, now: float) -> None:
    """Within a transaction: make sure that the place is there, and say who changes what."""
    change(db, "INSERT INTO places (place) VALUES (?) ON CONFLICT (place) DO UPDATE SET left_at = NULL", place)
    change(db, "INSERT INTO place_changes (place, who, what, at) VALUES (?, ?, ?, ?)", place, who, what, now)


def left(db: Database, place: str, *, now: float | None) -> None:
    """The bot is no longer there, or with None it is there again."""
    change(db, "UPDATE places SET left_at = ? WHERE place = ?", now, place)


def here_alone(db: Database, platform: str, present: Iterable[str], *, now: float) -> None:
    """Of a platform's places, the bot is in these and in no others."""
    here = {f"{platform}:{each}" for each in present}
    for place, left_at in list(db.execute("SELECT place, left_at FROM places WHERE place LIKE ? || ':%'", [platform])):
        if (left_at is None) != (place in here):
            left(db, place, now=None if place in here else now)


def moved(db: Database, place: str, new_place: str) -> None:
    """A group has a new id: what was chosen for it goes along, and what is posted there goes to the new one."""
    old_id, new_id = place.partition(":")[2], new_place.partition(":")[2]
    with transaction(db):
        change(
            db,
            "INSERT INTO places SELECT ?, speaking, talking, plain, adult, language, some_voices, NULL FROM places "
            "WHERE place = ? ON CONFLICT DO NOTHING",
            new_place,
            place,
        )
        for table in ("place_voices", "place_channels", "place_changes", "dailies", "chimes", "generations"):
            change(db, f"UPDATE OR IGNORE {table} SET place = ? WHERE place = ?", new_place, place)
        for table in ("dailies", "chimes"):
            change(
                db,
                f"UPDATE OR IGNORE {table} SET channel = ? WHERE place = ? AND channel = ?",
                new_id,
                new_place,
                old_id,
            )
        change(db, "DELETE FROM places WHERE place = ?", place)


def delete_left(db: Database, *, now: float) -> int:
    """Forget places that the bot has left a while ago; how many there were."""
    return change(db, "DELETE FROM places WHERE left_at < ?", now - KEPT_AFTER_LEAVING_S)


def for_adults(db: Database, account_ids: Iterable[int]) -> str | None:
    """The handle of one of the accounts that is marked as for adults, or has a part that is; None if none is."""
    ids = json.dumps(list(account_ids))
    row = one(
        db,
        "SELECT handle FROM accounts WHERE adult AND (id IN (SELECT value FROM json_each(?)) OR id IN "
        "(SELECT member_id FROM members WHERE account_id IN (SELECT value FROM json_each(?)))) ORDER BY handle LIMIT 1",
        ids,
        ids,
    )
    return str(row["handle"]) if row else None
