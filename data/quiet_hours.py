"""Quiet hours: a part of the day in which nothing begins that nobody has asked for."""

from __future__ import annotations

import re

from data.errors import InvalidChoice

_QUIET = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\s*-\s*([01]?\d|2[0-3]):([0-5]\d)")


def parse_quiet_hours(text: str) -> tuple[int, int] | None:
    """Minutes of the day (UTC) from which to which nothing is started; None for "". Raises `InvalidChoice`."""
    if not text.strip():
        return None
    if match := _QUIET.fullmatch(text.strip()):
        begin, end = int(match[1]) * 60 + int(match[2]), int(match[3]) * 60 + int(match[4])
        if begin != end:
            return begin, end
    raise InvalidChoice("the quiet hours", text, "like 22:00-07:00 (UTC)")


def is_quiet(quiet: tuple[int, int] | None, now: float) -> bool:
    """Whether it is quiet now; the hours may go past midnight."""
    if quiet is None:
        return False
    begin, end = quiet
    minute = int(now // 60) % (24 * 60)
    return begin <= minute < end if begin < end else minute >= begin or minute < end
