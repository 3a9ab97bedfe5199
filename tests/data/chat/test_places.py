"""What admins choose for a place holds there alone, is written down, and goes when the bot has left."""

from __future__ import annotations

import time

import pytest
from sqlite_utils import Database

from data.accounts.store import configure_account, ensure_account, find_or_join
from data.chat.places import (
    ALL,
    KEPT_AFTER_LEAVING_S,
    SWITCHES,
    Choices,
    changes_in,
    choices_of,
    choose_channels,
    choose_language,
    choose_voices,
    delete_left,
    for_adults,
    here_alone,
    left,
    moved,
    switch,
)
from data.errors import UnknownAccount
from data.maintenance.deletion import forget_account
from data.settings import Settings

HERE, THERE = "discord:1", "discord:2"


@pytest.mark.parametrize("name", SWITCHES)
def test_a_switch_turns_over_here_alone(db: Database, name: str) -> None:
    before = getattr(ALL, name)
    assert getattr(switch(db, HERE, name, who="discord:7", now=1.0), name) is not before
    assert choices_of(db, THERE) == choices_of(db, None) == ALL
    assert switch(db, HERE, name, who="discord:8", now=2.0) == ALL
    assert [(each.who, each.what) for each in changes_in(db, HERE)] == [
        ("discord:8", f"{name}: {'on' if before else 'off'}"),
        ("discord:7", f"{name}: {'off' if before else 'on'}"),
    ]


def test_what_is_no_switch_changes_nothing(db: Database) -> None:
    with pytest.raises((KeyError, AttributeError)):
        switch(db, HERE, "left_at", who="x", now=1.0)
    assert choices_of(db, HERE) == ALL


def test_voices_channels_and_language_are_chosen_and_given_free_again(db: Database, settings: Settings) -> None:
    for handle in ("anna", "ben", "cleo"):
        ensure_account(db, handle, now=1.0)
    choose_voices(db, HERE, ["@Ben", "anna", "ben"], who="discord:7", now=1.0)
    choose_channels(db, HERE, ["20", "10", "20"], who="discord:7", now=1.0)
    chosen = choose_language(db, HERE, "de", who="discord:7", now=1.0)
    assert chosen == Choices(voices=("anna", "ben"), channels=("10", "20"), language="de")
    with pytest.raises(UnknownAccount):
        choose_voices(db, HERE, ["anna", "nobody_at_all"], who="discord:7", now=1.0)
    assert choices_of(db, HERE) == chosen
    for handle in ("anna", "ben"):
        account = ensure_account(db, handle, now=1.0)
        forget_account(db, settings, account, refuse=False, now=1.0)
    assert choices_of(db, HERE).voices == (), "a list whose voices are all forgotten lets nobody speak, not all"
    choose_voices(db, HERE, None, who="discord:7", now=1.0)
    choose_channels(db, HERE, [], who="discord:7", now=1.0)
    assert choose_language(db, HERE, None, who="discord:7", now=1.0) == ALL


def test_what_was_chosen_is_forgotten_a_month_after_the_bot_has_left(db: Database) -> None:
    account = ensure_account(db, "anna", now=1.0)
    for place in (HERE, THERE, "telegram:-5"):
        switch(db, place, "plain", who="discord:7", now=1.0)
        choose_voices(db, place, [account.handle], who="discord:7", now=1.0)
        choose_channels(db, place, ["1"], who="discord:7", now=1.0)
    left(db, THERE, now=50.0)
    here_alone(db, "discord", ["2"], now=100.0)  # it was away meanwhile, and is back there
    assert choices_of(db, HERE).plain, "should it be invited again"
    assert delete_left(db, now=99.0 + KEPT_AFTER_LEAVING_S) == 0
    assert delete_left(db, now=101.0 + KEPT_AFTER_LEAVING_S) == 1
    assert choices_of(db, HERE) == ALL
    for table in ("places", "place_voices", "place_channels", "place_changes"):
        assert {row["place"] for row in db.query(f"SELECT place FROM {table}")} == {THERE, "telegram:-5"}


def test_a_group_that_becomes_another_one_keeps_what_was_chosen(db: Database) -> None:
    account = ensure_account(db, "anna", now=1.0)
    switch(db, "telegram:-5", "talking", who="telegram:7", now=1.0)
    choose_voices(db, "telegram:-5", [account.handle], who="telegram:7", now=1.0)
    before = choices_of(db, "telegram:-5")
    moved(db, "telegram:-5", "telegram:-1005")
    assert choices_of(db, "telegram:-1005") == before != ALL
    assert choices_of(db, "telegram:-5") == ALL
    assert len(changes_in(db, "telegram:-1005")) == 2
    for place, name in (("telegram:-6", "plain"), ("telegram:-1006", "talking")):  # both have chosen something
        switch(db, place, name, who="telegram:7", now=1.0)
        choose_voices(db, place, [account.handle], who="telegram:7", now=1.0)
    moved(db, "telegram:-6", "telegram:-1006")
    assert (choices_of(db, "telegram:-1006").talking, choices_of(db, "telegram:-1006").plain) == (False, False)
    assert len(changes_in(db, "telegram:-1006")) == 4
    moved(db, "telegram:-9", "telegram:-1009")
    assert choices_of(db, "telegram:-1009") == ALL


def test_a_joint_voice_is_for_adults_if_a_part_of_it_is(db: Database) -> None:
    ids = {}
    for handle in ("anna", "ben", "cleo"):
        ids[handle] = ensure_account(db, handle, now=1.0).id
    joint = find_or_join(db, "anna-ben", now=time.time())
    assert for_adults(db, [*ids.values(), joint.id]) is None
    configure_account(db, ids["ben"], adult=True)
    assert for_adults(db, [joint.id]) == "ben"
    assert for_adults(db, [ids["anna"], ids["ben"]]) == "ben"
    assert for_adults(db, [ids["cleo"]]) is None
