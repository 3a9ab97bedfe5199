"""Tweets of the day and voices that chime in, on both platforms."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import pytest
import simcord
from sqlite_utils import Database

from bot.app import open_service
from bot.platforms.telegram import posts as telegram_posts
from bot.platforms.telegram.bot import TelegramBot
from bot.service import posts as service_posts
from bot.service.service import Service
from bot.service.turns import Asker
from data.accounts.store import configure_account, find_account, opt_out
from data.chat.places import switch
from data.chat.posts import dailies_in
from data.errors import InvalidChoice
from data.models.bases import Base
from data.settings import Settings
from tests.bot.platforms.conftest import Server
from tests.conftest import MakeVoice, alter
from tests.peers.telegram_api import TOKEN, TelegramApi, User

pytestmark = pytest.mark.simcord(settle_timeout=30.0)
ALICE, BOSS = User(11, "Alice"), User(12, "Boss")
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC).timestamp()
HERE = Asker("discord", "ann", "50", chat="5")


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(service: Service) -> Clock:
    clock = Clock()
    alter(service, clock=clock)
    return clock


# When a voice chimes in


async def chimes(service: Service, messages: int, asker: Asker = HERE) -> list[int]:
    """Which of so many messages are answered."""
    return [number for number in range(1, messages + 1) if await service.posts.chime(asker)]


async def test_a_voice_answers_never_twice_in_a_row_nor_twice_in_ten_minutes(
    service: Service, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await chimes(service, 5) == []
    await service.posts.set_chime(HERE, "sample", "20%")
    clock.now += 601
    monkeypatch.setattr(service.posts._dice, "random", lambda: 0.199)
    assert await chimes(service, 20) == [3]
    clock.now += 601
    assert await chimes(service, 1) == [1], "others have written since"
    clock.now += 601
    assert await chimes(service, 2) == []
    monkeypatch.setattr(service.posts._dice, "random", lambda: 0.2)
    assert await chimes(service, 20) == []


@pytest.mark.parametrize(
    ("hour", "quiet", "answered"), [(23, "", False), (3, "", False), (12, "", True), (23, "01:00-02:00", True)]
)
async def test_it_is_silent_at_night(
    settings: Settings, base: Base, make_voice: MakeVoice, hour: int, quiet: str, answered: bool
) -> None:
    make_voice("sample")
    async with open_service(settings.model_copy(update={"quiet_hours": quiet}), base) as service:
        now = NOON + (hour - 12) * 3600
        alter(service, clock=lambda: now)
        await service.posts.set_chime(HERE, "sample", "20%")
        alter(service, clock=lambda: now + 601)
        service.posts._dice.random = lambda: 0.0
        assert (await chimes(service, 3) == [3]) == answered


async def test_what_may_not_speak_there_does_not_chime_in(service: Service, clock: Clock, db: Database) -> None:
    await service.posts.set_chime(HERE, "sample", "20%")
    service.posts._dice.random = lambda: 0.0
    clock.now += 601
    other_place = Asker("discord", "ann", "50", chat="6")
    assert await chimes(service, 9, other_place) == []
    assert await chimes(service, 9, Asker("telegram", "ann", "50", chat="5")) == []
    await service.posts.end_chime(HERE)
    assert await chimes(service, 9) == []


async def test_telegram_nobody_is_told_of_a_chime_that_fails(
    service: Service, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(asker: Asker) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    async with TelegramApi() as api:
        group = api.group("Friends", {ALICE: "member"})
        async with TelegramBot(service, TOKEN, api.base_url).running():
            monkeypatch.setattr(service.posts, "chime", fail)
            api.say(group, ALICE, "hello")
            api.say(group, ALICE, "/privacy")
            await api.answer(group)
        assert len(api.answers(group)) == 1


async def test_a_chime_needs_to_hear_messages(service: Service) -> None:
    alter(service, settings=service.settings.model_copy(update={"talking": False}))
    with pytest.raises(InvalidChoice, match="TALKING"):
        await service.posts.set_chime(HERE, "sample", "1%")


async def test_the_chance_is_what_was_asked_for(
    service: Service, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await service.posts.set_chime(HERE, "sample", "10%")
    monkeypatch.setattr(service_posts, "CHIME_EVERY_S", 0.0)
    monkeypatch.setattr(service_posts, "CHIME_AFTER", 1)
    answered = 0

    async def write(*_: object, **__: object) -> int:
        nonlocal answered
        answered += 1
        return answered

    monkeypatch.setattr(service.answers, "tweetlike", write)
    for _ in range(2_000):
        await service.posts.chime(HERE)
    assert 130 < answered < 270  # five standard deviations of 200


# Discord


async def test_discord_a_tweet_of_the_day_is_posted_at_its_time(
    simcord_env: simcord.Env, server: Server, clock: Clock, db: Database
) -> None:
    assert not {"daily", "chime"} & set(server.alice.available_commands(server.channel))
    shown = await server.boss.slash(server.channel, "daily", handle="sample", time="13:00")
    assert f"13:00 UTC: @\u2060sample <#{server.channel.id}>" in shown.response.content
    await simcord_env.advance_time(120)
    assert not server.said_by_the_bot()
    clock.now += 3600
    await simcord_env.advance_time(300)
    [message] = server.said_by_the_bot()
    assert "AI parody" in (message.embeds[0].footer.text or "")
    clock.now += 86_400
    await simcord_env.advance_time(300)
    assert len(server.said_by_the_bot()) == 2
    await server.boss.slash(server.channel, "daily", handle="sample", time="off")
    assert dailies_in(db, server.place) == []
    clock.now += 86_400
    await simcord_env.advance_time(300)
    assert len(server.said_by_the_bot()) == 2


async def test_discord_a_voice_that_may_no_longer_speak_posts_nothing(
    simcord_env: simcord.Env, server: Server, clock: Clock, db: Database
) -> None:
    for handle in ("sample", "other"):
        await server.boss.slash(server.channel, "daily", handle=handle, time="13:00")
    opt_out(db, "sample", now=1.0)
    configure_account(db, find_account(db, "other").id, adult=True)
    switch(db, server.place, "adult", who="x", now=1.0)  # but the channel is not marked so
    clock.now += 3600
    await simcord_env.advance_time(300)
    assert not server.said_by_the_bot()


async def test_discord_a_voice_chimes_in_and_one_switch_stops_it(
    server: Server, service: Service, clock: Clock
) -> None:
    await server.boss.slash(server.channel, "chime", handle="sample", often="20%")
    service.posts._dice.random = lambda: 0.0
    clock.now += 601
    for text in ("hello", "how are you", "fine", "good"):
        await server.alice.send(server.channel, text)
    assert len(server.said_by_the_bot()) == 1
    off = await server.boss.slash(server.channel, "chime", often="off")
    assert "No voice answers here unasked" in off.response.content
    clock.now += 601
    for text in ("hello", "how are you", "fine", "good"):
        await server.alice.send(server.channel, text)
    assert len(server.said_by_the_bot()) == 1


# Telegram


async def test_telegram_a_tweet_of_the_day_also_after_a_restart(
    service: Service, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram_posts, "LOOK_EVERY_S", 0.05)
    async with TelegramApi() as api:
        group = api.group("Friends", {ALICE: "member", BOSS: "administrator"})
        async with TelegramBot(service, TOKEN, api.base_url).running():
            for number, (user, text, read) in enumerate(
                [
                    (ALICE, "/daily sample 13:00", "Only who may manage"),
                    (BOSS, "/daily", "No tweet of the day here"),
                    (BOSS, "/daily sample noon", "must be like 09:00, or off"),
                    (BOSS, "/daily sample 14:00 Europe/Berlin", "14:00 Europe/Berlin: @sample"),
                    (BOSS, "/daily", "14:00 Europe/Berlin: @sample"),
                ],
                1,
            ):
                api.say(group, user, text)
                assert read in (await api.answer(group, number)).text.replace("\u2060", "")
        clock.now += 3600
        async with TelegramBot(service, TOKEN, api.base_url).running():
            assert "AI parody" in (await api.answer(group, 6)).text
            api.say(group, BOSS, "/daily sample off")
            assert "No tweet of the day here" in (await api.answer(group, 7)).text
        assert not api.refusals


async def test_telegram_a_voice_chimes_in(service: Service, clock: Clock) -> None:
    async with TelegramApi() as api:
        group = api.group("Friends", {ALICE: "member", BOSS: "creator"})
        async with TelegramBot(service, TOKEN, api.base_url).running():
            api.say(group, BOSS, "/chime sample 20%")
            assert "answers to 20%" in (await api.answer(group)).text
            service.posts._dice.random = lambda: 0.0
            clock.now += 601
            for text in ("hello", "how are you", "fine"):
                api.say(group, ALICE, text)
            assert "AI parody" in (await api.answer(group, 2)).text
            api.say(group, BOSS, "/chime off")
            assert "No voice answers" in (await api.answer(group, 3)).text
        assert not api.refusals
