"""Times as exporters and spreadsheets write them. The form of a column is found from all its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from data.tweets.store import parse_time

_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:[T, ]+(.*))?")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp]\.?[Mm]\.?)?\s*(?:UTC|GMT|Z)?")
_EPOCH = re.compile(r"\d{9,13}(?:\.\d+)?")
_COMPACT = re.compile(r"\d{14}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_HOURS = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3,
    "MSK": 3, "IST": 5.5, "SGT": 8, "CST": -6, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "EST": -5,
    "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "BRT": -3,
}  # fmt: skip
_ZONE = re.compile(r"(?<!\s)\s+\(?([A-Z]{1,5})\)?$")
_WORDY_ZONE = re.compile(
    r"(?<!\s)\s+[A-Z][a-zà-ÿ]{1,30}(?:[ -][A-Za-zà-ÿ]{1,30}){1,6}\s*$"
)  # "Central European Standard Time"
EARLIEST, LATEST_AHEAD = 1_142_899_200.0, 366 * 86_400.0  # X began in March 2006
_X_EPOCH_MS = 1_288_834_974_657


@dataclass(frozen=True)
class Times:
    """Seconds since 1970 for each row, None where it has none that can be read; how many those are; remarks."""

    at: list[float | None]
    lost: int
    remarks: tuple[str, ...] = ()


def read_times(rows: Sequence[Sequence[object]], ids: Sequence[str]) -> Times:
    """The times of a column. Each row has one candidate or more, of which the first that can be read counts.

    Where none can, an id of X's holds it. UTC where no zone is given.
    """
    day_first, remark = _order([str(value) for row in rows for value in row])
    at: list[float | None] = []
    lost = 0
    for row, tweet_id in zip(rows, ids, strict=True):
        found = next((time for value in row if (time := read_time(value, day_first=day_first)) is not None), None)
        if found is None:
            lost += bool(row)
            found = time_of_id(tweet_id) if row else None
        at.append(found)
    return Times(at, lost, (remark,) if remark else ())


def read_time(value: object, *, day_first: bool = False) -> float | None:
    """Seconds since 1970, or None for what is no time."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = f"{value:.3f}" if isinstance(value, float) else str(value)
    text = " ".join(str(value).replace("·", " ").replace(" - ", " ").replace("\u202f", " ").split())
    if not text or len(text) > 80:
        return None
    if _EPOCH.fullmatch(text):
        number = float(text)
        return number / 1000 if number > 1e11 else number
    if _COMPACT.fullmatch(text):
        return _strptime(text, "%Y%m%d%H%M%S")
    if match := _NUMERIC.fullmatch(text):
        return _numeric(match, day_first)
    hours, bare = _zone(text)
    for candidate in dict.fromkeys((text, bare)):
        try:
            found = parse_time(candidate)
        except (ValueError, OverflowError):
            continue
        return None if found is None else found - (hours * 3600 if candidate != text else 0)
    return _human(bare, hours)


def time_of_id(tweet_id: str) -> float | None:
    """X's ids hold the moment of their making, since November 2010."""
    if not (tweet_id.isascii() and tweet_id.isdigit() and 15 <= len(tweet_id) <= 19):
        return None
    at = ((int(tweet_id) >> 22) + _X_EPOCH_MS) / 1000
    return at if at < datetime.now(UTC).timestamp() + LATEST_AHEAD else None


def _order(values: Sequence[str]) -> tuple[bool, str]:
    """Whether days come before months, as one row proves; and a remark where none does."""
    found = [match for value in values if (match := _NUMERIC.fullmatch(" ".join(value.split())))]
    if not found:
        return False, ""
    if any(int(match[1]) > 12 for match in found) or all("." in match[0][:5] for match in found):
        return True, ""
    if any(int(match[2]) > 12 for match in found):
        return False, ""
    example = found[0][0].split()[0]
    return False, f"Dates like {example} may have the day or the month first, and no row tells; read as month first."


def _numeric(match: re.Match[str], day_first: bool) -> float | None:
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    day, month = (first, second) if day_first else (second, first)
    if month > 12 >= day:
        day, month = month, day
    hour = minute = second_ = 0
    if match[4]:
        clock = _CLOCK.fullmatch(match[4].strip())
        if clock is None:
            return None
        hour, minute, second_ = int(clock[1]), int(clock[2]), int(clock[3] or 0)
        if clock[4]:
            hour = hour % 12 + (12 if clock[4][0] in "pP" else 0)
    try:
        return datetime(year + (2000 if year < 100 else 0), month, day, hour, minute, second_, tzinfo=UTC).timestamp()
    except ValueError:
        return None


def _zone(text: str) -> tuple[float, str]:
    """The hours of a zone's name at the end, and the text without it."""
    if (match := _ZONE.search(text)) and match[1] in _HOURS:
        return _HOURS[match[1]], text[: match.start()]
    return 0.0, _WORDY_ZONE.sub("", text)


def _human(text: str, hours: float) -> float | None:
    """What people and other programs write, as dateutil reads it; without a year it is no time."""
    from dateutil import parser

    if not _YEAR.search(text) or not any(character.isdigit() for character in text):
        return None
    try:
        found = parser.parse(text, tzinfos=lambda name, offset: offset)  # names that it does not know are none
        if found.tzinfo is None:
            return found.replace(tzinfo=UTC).timestamp() - hours * 3600
        return float(found.timestamp())
    except (ValueError, ArithmeticError, TypeError, LookupError, AttributeError):  # it raises many things
        return None


def _strptime(text: str, form: str) -> float | None:
    try:
        return datetime.strptime(text, form).replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None
