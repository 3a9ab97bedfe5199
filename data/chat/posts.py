"""What the bot says by itself: a tweet of the day in a channel, and now and then one that nobody asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from data.accounts.store import find_account
from data.chat.places import note_change
from data.errors import InvalidChoice
from data.storage.database import change, one, transaction

LATE_S = 7200  # a tweet of the day that is later than this comes tomorrow
MAX_DAILIES = 10  # of a place
_DAILY = "place, channel, handle, minute, zone"
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True)
class Daily:
    """A voice that posts in a channel each day, `minute` minutes after midnight in the time zone `zone`."""

    place: str
    channel: str
    handle: str
    minute: int
    zone: str

    @property
    def time(self) -> str:
        """Like 09:00."""
        return f"{self.minute // 60:02}:{self.minute % 60:02}"


@dataclass(frozen=True)
class Chime:
    """A voice that answers to so many of a hundred messages of a channel; `at` is when it last did."""

    place: str
    channel: str
    handle: str
    percent: float
    at: float


def parse_time(text: str) -> int:
    """Minutes after midnight of a time like 9:00. Raises `InvalidChoice`."""
    if match := _TIME.fullmatch(text.strip()):
        return int(match[1]) * 60 + int(match[2])
    raise InvalidChoice("the time", text, "like 09:00, or off")


def parse_zone(text: str) -> str:
    """The name of a time zone. Raises `InvalidChoice`."""
    try:
        return ZoneInfo(text.strip()).key
    except (KeyError, ValueError, OSError):  # also of a key that climbs out of the folder
        raise InvalidChoice("the time zone", text, "a name like Europe/Berlin") from None


def parse_percent(text: str) -> float:
    """Messages of a hundred, from 0.1 to 20. Raises `InvalidChoice`."""
    try:
        percent = float(text.strip().removesuffix("%").replace(",", "."))
    except ValueError:
        percent = -1.0
    if 0.1 <= percent <= 20:
        return percent
    raise InvalidChoice("how often", text, "from 0.1% to 20%, or off")


def set_daily(db: Database, daily: Daily, *, who: str, now: float) -> None:
    """Post from the next such time on; instead of what that voice did in the channel before.

    Raises as `find_account`, and `InvalidChoice` where a place has `MAX_DAILIES` already.
    """
    account = find_account(db, daily.handle)
    this = daily.channel, account.handle
    others = [each for each in dailies_in(db, daily.place) if (each.channel, each.handle) != this]
    if len(others) >= MAX_DAILIES:
        raise InvalidChoice("the tweets of the day", str(len(others) + 1), f"at most {MAX_DAILIES} in one place")
    with transaction(db):
        note_change(db, daily.place, who, f"daily: {daily.time} {daily.zone}", now)
        _, day = _last_time(datetime.fromtimestamp(now, ZoneInfo(daily.zone)), daily.minute)
        before = one(
            db,
            "SELECT posted_on FROM dailies WHERE place = ? AND channel = ? AND account_id = ?",
            *(daily.place, daily.channel, account.id),
        )
        change(
            db,
            "INSERT OR REPLACE INTO dailies (place, channel, account_id, minute, zone, posted_on) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            *(daily.place, daily.channel, account.id, daily.minute, daily.zone),
            max(day, before["posted_on"] if before else ""),
        )


def _last_time(local: datetime, minute: int) -> tuple[float, str]:
    """How many seconds ago it was that time of the day, and of which day."""
    late = local.hour * 60 + local.minute - minute
    day = local.date() - timedelta(days=late < 0)
    return late % 1440 * 60.0, day.isoformat()


def end_daily(db: Database, place: str, channel: str, handle: str, *, who: str, now: float) -> bool:
    """What a voice posts in a channel, or if it is nothing, in the whole place: the channel may be gone. Whether there
    was any."""
    account = find_account(db, handle)
    with transaction(db):
        note_change(db, place, who, "daily: off", now)
        everywhere = "DELETE FROM dailies WHERE place = ? AND account_id = ?"
        return (
            change(db, f"{everywhere} AND channel = ?", place, account.id, channel)
            or change(db, everywhere, place, account.id)
        ) > 0


def dailies_in(db: Database, place: str) -> list[Daily]:
    """What is posted each day in a place, by time."""
    query = f"SELECT {_DAILY} FROM dailies JOIN accounts ON id = account_id WHERE place = ? ORDER BY minute, handle"
    return [Daily(*row) for row in db.execute(query, [place])]


def take_due(db: Database, platform: str, *, now: float) -> list[Daily]:
    """What is to be posted now; each is taken once, whatever becomes of it then. Places that the bot has left wait."""
    due = []
    with transaction(db):
        query = (
            f"SELECT {_DAILY}, posted_on, account_id FROM dailies JOIN accounts ON id = account_id "
            "JOIN places USING (place) WHERE place LIKE ? || ':%' AND left_at IS NULL"
        )
        for *fields, posted_on, account_id in list(db.execute(query, [platform])):
            daily = Daily(*fields)
            try:
                local = datetime.fromtimestamp(now, ZoneInfo(parse_zone(daily.zone)))
            except InvalidChoice:  # from another machine, which knew of it
                continue
            late_s, day = _last_time(local, daily.minute)
            if late_s < LATE_S and posted_on < day:
                due.append(daily)
                change(
                    db,
                    "UPDATE dailies SET posted_on = ? WHERE place = ? AND channel = ? AND account_id = ?",
                    *(day, daily.place, daily.channel, account_id),
                )
    return due


def set_chime(db: Database, place: str, channel: str, handle: str, percent: float, *, who: str, now: float) -> None:
    """Raises as `find_account`."""
    account = find_account(db, handle)
    with transaction(db):
        note_change(db, place, who, f"chime: {percent:g}%", now)
        query = "INSERT OR REPLACE INTO chimes (place, channel, account_id, percent, at) VALUES (?, ?, ?, ?, ?)"
        change(db, query, place, channel, account.id, percent, now)


def end_chime(db: Database, place: str, channel: str, *, who: str, now: float) -> bool:
    """Whether there was one."""
    with transaction(db):
        note_change(db, place, who, "chime: off", now)
        return change(db, "DELETE FROM chimes WHERE place = ? AND channel = ?", place, channel) > 0


def chimes_of(db: Database, platform: str) -> list[Chime]:
    """All of a platform, but in places that the bot has left."""
    query = (
        "SELECT place, channel, handle, percent, at FROM chimes JOIN accounts ON id = account_id "
        "JOIN places USING (place) WHERE place LIKE ? || ':%' AND left_at IS NULL"
    )
    return [Chime(*row) for row in db.execute(query, [platform])]


def take_chime(db: Database, chime: Chime, *, at_least_s: float, now: float) -> bool:
    """Whether it is so long since the last one there; notes that it chimes now."""
    query = "UPDATE chimes SET at = ? WHERE place = ? AND channel = ? AND at <= ?"
    return change(db, query, now, chime.place, chime.channel, now - at_least_s) > 0


def has_dailies(db: Database, platform: str) -> bool:
    """Whether anything is posted each day on a platform."""
    return one(db, "SELECT 1 FROM dailies WHERE place LIKE ? || ':%' LIMIT 1", platform) is not None
