"""When tweets of the day are due: once a day, in their own time zone, and not hours too late."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from data.accounts.store import ensure_account, find_account
from data.chat.places import changes_in, delete_left, left, moved
from data.chat.posts import (
    LATE_S,
    MAX_DAILIES,
    Daily,
    chimes_of,
    dailies_in,
    end_chime,
    end_daily,
    has_dailies,
    parse_percent,
    parse_time,
    parse_zone,
    set_chime,
    set_daily,
    take_chime,
    take_due,
)
from data.errors import InvalidChoice, UnknownAccount
from data.maintenance.deletion import forget_account
from data.settings import Settings

HERE = "discord:1"


@pytest.fixture
def anna(db: Database) -> int:
    return ensure_account(db, "anna", now=1.0).id


def at(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()


def daily(time: str = "09:00", zone: str = "UTC", channel: str = "10", handle: str = "anna") -> Daily:
    return Daily(HERE, channel, handle, parse_time(time), zone)


@pytest.mark.parametrize(("text", "minute"), [("9:00", 540), ("09:05", 545), (" 23:59 ", 1439), ("0:00", 0)])
def test_times_are_read(text: str, minute: int) -> None:
    assert parse_time(text) == minute


@pytest.mark.parametrize("text", ["", "24:00", "9", "9:60", "09:00am", "-1:00", "9:5"])
def test_other_times_are_refused(text: str) -> None:
    with pytest.raises(InvalidChoice):
        parse_time(text)


@pytest.mark.parametrize(
    "text", ["", "Nowhere/City", "../../etc/passwd", "/etc/localtime", "Europe/Berlin\0", "a" * 5000]
)
def test_what_is_no_time_zone_is_refused(text: str) -> None:
    with pytest.raises(InvalidChoice):
        parse_zone(text)


@pytest.mark.parametrize(
    ("text", "percent"), [("1%", 1.0), ("0.5", 0.5), ("0,5 %", None), ("20%", 20.0), (" 2% ", 2.0)]
)
def test_shares_are_read(text: str, percent: float | None) -> None:
    if percent is None:
        assert parse_percent(text.replace(" ", "")) == 0.5
    else:
        assert parse_percent(text) == percent


@pytest.mark.parametrize("text", ["", "0", "21%", "100%", "nan", "inf", "-1", "often"])
def test_other_shares_are_refused(text: str) -> None:
    with pytest.raises(InvalidChoice):
        parse_percent(text)


@pytest.mark.usefixtures("anna")
def test_it_is_posted_once_a_day(db: Database) -> None:
    set_daily(db, daily(), who="discord:7", now=at("2026-11-20 08:00"))
    assert has_dailies(db, "discord")
    assert not has_dailies(db, "telegram")
    posted = []
    for hour in range(24 * 3):
        now = at("2026-11-20 08:00") + hour * 3600
        posted += [datetime.fromtimestamp(now, UTC).isoformat(" ", "hours") for _ in take_due(db, "discord", now=now)]
    assert [text[:13] for text in posted] == ["2026-11-20 09", "2026-11-21 09", "2026-11-22 09"]
    assert take_due(db, "telegram", now=at("2026-11-23 09:00")) == []


@pytest.mark.usefixtures("anna")
def test_one_that_is_set_after_its_time_begins_tomorrow(db: Database) -> None:
    set_daily(db, daily(), who="discord:7", now=at("2026-11-20 09:30"))
    assert take_due(db, "discord", now=at("2026-11-20 09:31")) == []
    assert take_due(db, "discord", now=at("2026-11-21 09:00")) == [daily()]


@pytest.mark.usefixtures("anna")
def test_what_was_missed_for_hours_waits_for_the_next_day(db: Database) -> None:
    set_daily(db, daily(), who="discord:7", now=at("2026-11-20 08:00"))
    assert take_due(db, "discord", now=at("2026-11-20 09:00") + LATE_S) == []
    assert take_due(db, "discord", now=at("2026-11-21 09:00") + LATE_S - 60) == [daily()]


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize("time", ["23:50", "23:59", "00:00"])
def test_one_near_midnight_may_be_late_like_any_other(db: Database, time: str) -> None:
    set_daily(db, daily(time), who="discord:7", now=at("2026-11-20 12:00"))
    assert take_due(db, "discord", now=at("2026-11-20 23:49")) == []
    assert len(take_due(db, "discord", now=at("2026-11-21 00:05"))) == 1
    assert take_due(db, "discord", now=at("2026-11-21 00:06")) == []
    assert take_due(db, "discord", now=at("2026-11-21 23:49")) == []


@pytest.mark.usefixtures("anna")
def test_a_new_time_on_the_same_day_posts_no_second_one(db: Database) -> None:
    set_daily(db, daily("09:00"), who="discord:7", now=at("2026-11-20 08:00"))
    assert len(take_due(db, "discord", now=at("2026-11-20 09:00"))) == 1
    set_daily(db, daily("11:00"), who="discord:7", now=at("2026-11-20 10:00"))
    assert take_due(db, "discord", now=at("2026-11-20 11:00")) == []
    assert len(take_due(db, "discord", now=at("2026-11-21 11:00"))) == 1


@pytest.mark.usefixtures("anna")
def test_nine_is_nine_where_the_channel_is_also_when_clocks_change(db: Database) -> None:
    set_daily(db, daily(zone="Europe/Berlin"), who="discord:7", now=at("2026-10-23 00:00"))
    for day, utc in (("2026-10-24", "07:00"), ("2026-10-25", "08:00"), ("2026-10-26", "08:00")):
        assert take_due(db, "discord", now=at(f"{day} {utc}") - 60) == []
        assert len(take_due(db, "discord", now=at(f"{day} {utc}"))) == 1


def test_a_time_zone_that_this_machine_does_not_know_keeps_no_other_from_its_time(db: Database, anna: int) -> None:
    ensure_account(db, "ben", now=1.0)
    for handle in ("anna", "ben"):
        set_daily(db, daily(handle=handle), who="discord:7", now=at("2026-11-20 08:00"))
    db.execute("UPDATE dailies SET zone = 'Nowhere/City' WHERE account_id = ?", [anna])
    assert [each.handle for each in take_due(db, "discord", now=at("2026-11-20 09:00"))] == ["ben"]


def test_a_place_has_some_and_no_more(db: Database, anna: int, settings: Settings) -> None:
    for number in range(MAX_DAILIES):
        set_daily(db, daily(channel=str(number)), who="discord:7", now=1.0)
    set_daily(db, daily("10:00", channel="0"), who="discord:7", now=1.0)  # in the place of the one before
    assert len(dailies_in(db, HERE)) == MAX_DAILIES
    with pytest.raises(InvalidChoice):
        set_daily(db, daily(channel="99"), who="discord:7", now=1.0)
    with pytest.raises(UnknownAccount):
        set_daily(db, daily(handle="nobody_here"), who="discord:7", now=1.0)
    assert end_daily(db, HERE, "3", "anna", who="discord:7", now=1.0)
    assert len(dailies_in(db, HERE)) == MAX_DAILIES - 1
    ensure_account(db, "ben", now=1.0)
    set_daily(db, daily(channel="99", handle="ben"), who="discord:7", now=1.0)
    assert end_daily(db, HERE, "4444", "ben", who="discord:7", now=1.0), "its channel may be gone"
    assert not end_daily(db, HERE, "4444", "ben", who="discord:7", now=1.0)
    assert {each.handle for each in dailies_in(db, HERE)} == {"anna"}
    assert changes_in(db, HERE)[0].what == "daily: off"
    assert not any("anna" in each.what for each in changes_in(db, HERE, 99)), "nobody's name outlives a deletion there"
    forget_account(db, settings, find_account(db, "anna"), refuse=False, now=1.0)
    assert dailies_in(db, HERE) == []


@pytest.mark.usefixtures("anna")
def test_places_that_the_bot_has_left_are_left_alone_and_a_new_id_takes_all_along(db: Database) -> None:
    set_daily(db, daily(), who="discord:7", now=at("2026-11-20 08:00"))
    set_chime(db, HERE, "10", "anna", 1.0, who="discord:7", now=1.0)
    left(db, HERE, now=2.0)
    assert take_due(db, "discord", now=at("2026-11-20 09:00")) == []
    assert chimes_of(db, "discord") == []
    left(db, HERE, now=None)
    assert len(chimes_of(db, "discord")) == 1
    set_daily(db, daily("09:00", channel="1"), who="discord:7", now=at("2026-11-20 08:00"))  # as on Telegram: the group
    moved(db, HERE, "discord:2")
    due = take_due(db, "discord", now=at("2026-11-20 09:00"))
    assert {(each.place, each.channel) for each in due} == {("discord:2", "10"), ("discord:2", "2")}
    left(db, "discord:2", now=2.0)
    delete_left(db, now=1e12)
    assert db.table("dailies").count == db.table("chimes").count == 0


@pytest.mark.usefixtures("anna")
def test_a_voice_chimes_once_in_a_while_whoever_asks(db: Database) -> None:
    set_chime(db, HERE, "10", "anna", 2.5, who="discord:7", now=0.0)
    [chime] = chimes_of(db, "discord")
    assert (chime.channel, chime.handle, chime.percent) == ("10", "anna", 2.5)
    assert [take_chime(db, chime, at_least_s=600, now=now) for now in (100.0, 600.0, 700.0, 1199.0, 1200.0)] == [
        False, True, False, False, True,
    ]  # fmt: skip
    assert end_chime(db, HERE, "10", who="discord:7", now=1.0)
    assert not take_chime(db, chime, at_least_s=600, now=1e9)


@given(st.text())
def test_whatever_is_typed_is_read_or_refused_with_a_sentence(text: str) -> None:
    for parse in (parse_time, parse_zone, parse_percent):
        with suppress(InvalidChoice):
            assert parse(text) is not None
