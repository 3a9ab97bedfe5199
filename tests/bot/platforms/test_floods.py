"""No chat can stop another: a member who floods a group, and a chat that Telegram tells to wait, wait alone."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from sqlite_utils import Database
from telegram.error import NetworkError, RetryAfter

from bot.app import open_service
from bot.platforms.telegram import chat as telegram_chat
from bot.platforms.telegram import limits
from bot.platforms.telegram.bot import TelegramBot
from bot.platforms.telegram.limits import ChatLimiter
from bot.service.service import Service
from bot.service.turns import Turns
from data.models.bases import Base
from data.settings import Settings
from tests.conftest import MakeVoice, alter
from tests.peers.telegram_api import TOKEN, TelegramApi, User

ALICE, BOB = User(11, "Alice"), User(12, "Bob")


@pytest.fixture
async def service(settings: Settings, base: Base, db: Database, make_voice: MakeVoice) -> AsyncIterator[Service]:
    make_voice()
    async with open_service(settings.model_copy(update={"device": "cpu", "threads": 1}), base) as service:
        yield service


@pytest.fixture
async def api() -> AsyncIterator[TelegramApi]:
    async with TelegramApi() as api:
        yield api


@pytest.fixture
async def bot(service: Service, api: TelegramApi) -> AsyncIterator[TelegramBot]:
    bot = TelegramBot(service, TOKEN, api.base_url)
    async with bot.running():
        yield bot


async def test_a_group_that_is_flooded_holds_up_nobody_elsewhere(bot: TelegramBot, api: TelegramApi) -> None:
    """Four hundred commands once filled every place there was, each waiting for the group's 20 calls a minute."""
    group = api.group("Loud", {ALICE: "creator"})
    for wave in range(1, 5):
        for _ in range(100):
            api.say(group, ALICE, "/help")
        most = min(wave * telegram_chat.MAX_PENDING, limits.GROUP_PER_MIN)
        await api.until(lambda most=most: len(api.answers(group)) >= most)
    await api.until(lambda: bot.chats.pending[group.id] == telegram_chat.MAX_PENDING)
    api.say(api.private_chat(BOB), BOB, "/help")
    async with asyncio.timeout(20):
        assert "/tweetlike" in (await api.answer(api.private_chat(BOB))).text
    assert bot.chats.pending[group.id] <= telegram_chat.MAX_PENDING
    assert len(api.answers(group)) <= limits.GROUP_PER_MIN + 2, "what Telegram would refuse is not even tried"


async def test_who_asks_too_often_in_a_group_is_told_once(bot: TelegramBot, service: Service, api: TelegramApi) -> None:
    group = api.group("Loud", {ALICE: "creator", BOB: "member"})
    alter(service, turns=Turns(3600, 0))
    api.say(group, ALICE, "/tweetlike sample hum")
    await api.answer(group)
    for _ in range(30):
        api.say(group, ALICE, "/tweetlike sample hum")
    await api.until(lambda: not bot.chats.pending)
    api.say(group, BOB, "/tweetlike sample hum")
    await api.until(lambda: sum("AI parody" in message.text for message in api.answers(group)) == 2)
    assert sum("One at a time" in message.text for message in api.answers(group)) == 1


async def test_a_retry_after_in_one_chat_is_waited_for_by_that_chat_alone() -> None:
    limiter, called = ChatLimiter(), []
    await limiter.initialize()

    async def call(chat_id: int, refuse: bool = False) -> bool:
        called.append((chat_id, time.monotonic()))
        if refuse and len([each for each, _ in called if each == chat_id]) == 1:
            raise RetryAfter(2)
        return True

    async def send(chat_id: int, refuse: bool = False) -> object:
        facts = {"chat_id": chat_id}
        return await limiter.process_request(call, (chat_id, refuse), {}, "sendMessage", facts, None)

    slow = asyncio.create_task(send(1, refuse=True))
    while not called:
        await asyncio.sleep(0)
    for chat_id in range(2, 12):
        await send(chat_id)
    assert not slow.done()
    assert [chat_id for chat_id, _ in called] == list(range(1, 12))
    assert await slow is True
    first, again = (at for chat_id, at in called if chat_id == 1)
    assert again - first >= 2


async def test_typing_is_left_out_where_calls_are_short() -> None:
    limiter, sent = ChatLimiter(), []

    async def call(endpoint: str) -> bool:
        sent.append(endpoint)
        return True

    async def do(endpoint: str) -> None:
        await limiter.process_request(call, (endpoint,), {}, endpoint, {"chat_id": -1}, None)

    for _ in range(limits.GROUP_PER_MIN - limits.TYPING_NEEDS + 1):
        await do("sendMessage")
    await do("sendChatAction")
    await do("sendMessage")
    assert sent[-1] == "sendMessage"
    assert "sendChatAction" not in sent


async def test_whoever_waits_for_a_chat_gives_up_when_the_bot_stops() -> None:
    limiter = ChatLimiter()

    async def call() -> bool:
        return True

    async def send() -> object:
        return await limiter.process_request(call, (), {}, "sendMessage", {"chat_id": -1}, None)

    for _ in range(limits.GROUP_PER_MIN):
        await send()
    waiting = [asyncio.create_task(send()) for _ in range(3)]
    await asyncio.sleep(0.01)
    limiter.close()
    ended = await asyncio.wait_for(asyncio.gather(*waiting, return_exceptions=True), 10)
    assert [type(error) for error in ended] == [NetworkError] * 3
