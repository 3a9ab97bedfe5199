"""Starting and stopping the bot: refused tokens, platforms that are away, and SIGTERM in the middle of an answer."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import time
from collections.abc import Callable

import discord
import pytest
from pydantic import SecretStr
from telegram.error import InvalidToken

from bot import supervision
from bot.app import run_bot
from bot.generation.batching.batch import Batch
from bot.platforms.telegram.bot import TelegramBot
from data.errors import PlatformRefused, TokenRefused
from data.models.bases import Base
from data.settings import Settings
from data.storage.leases import is_held
from data.texts.english import explain
from tests.conftest import MakeGame, MakeVoice
from tests.peers.discord_wire import DiscordWire
from tests.peers.telegram_api import TOKEN, Refused, TelegramApi, User, bad_request


async def test_a_token_that_discord_refuses_is_one_sentence(
    settings: Settings, base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with DiscordWire().running() as server:
        monkeypatch.setattr(discord.http.Route, "BASE", f"http://127.0.0.1:{server.port}/api/v10")
        wrong = settings.model_copy(update={"discord_token": SecretStr("not-the-token")})
        with pytest.raises(TokenRefused) as caught:
            await run_bot(wrong, base, console=False)
    assert "TWEETLIKE_DISCORD_TOKEN" in explain(caught.value)
    assert not is_held(settings.home, "bot")


async def test_a_token_that_telegram_refuses_is_one_sentence(
    settings: Settings, base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: TelegramBot, _: object) -> None:
        raise InvalidToken("The token was rejected by the server.")

    monkeypatch.setattr(TelegramBot, "running", refuse)
    wrong = settings.model_copy(update={"telegram_token": SecretStr("123:not-the-token")})
    with pytest.raises(TokenRefused) as caught:
        await run_bot(wrong, base, console=False)
    assert "TWEETLIKE_TELEGRAM_TOKEN" in explain(caught.value)


def telegram_at(url: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bot speak to another Bot API server."""
    begin = TelegramBot.__init__
    monkeypatch.setattr(TelegramBot, "__init__", lambda self, service, token: begin(self, service, token, url()))


async def test_sigterm_in_the_middle_of_an_answer_delivers_it_refuses_others_and_ends(
    settings: Settings, base: Base, make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_voice()
    begun, step = asyncio.Event(), Batch.step
    loop, ada, bob = asyncio.get_running_loop(), User(42, "Ada"), User(43, "Bob")

    def slow(self: Batch) -> None:
        loop.call_soon_threadsafe(begun.set)
        time.sleep(0.01)
        step(self)

    monkeypatch.setattr(Batch, "step", slow)
    stopped: list[bool] = []
    async with TelegramApi() as api:
        telegram_at(lambda: api.base_url, monkeypatch)
        with_token = settings.model_copy(update={"telegram_token": SecretStr(TOKEN)})
        bot = asyncio.create_task(run_bot(with_token, base, console=False, on_stop=lambda: stopped.append(True)))
        chat = api.private_chat(ada)
        api.say(chat, ada, "/tweetlike sample hum")
        await asyncio.wait_for(begun.wait(), 30)
        os.kill(os.getpid(), signal.SIGTERM)
        await api.until(lambda: stopped)
        other = api.private_chat(bob)
        api.say(other, bob, "/tweetlike sample hum")
        async with asyncio.timeout(20):
            await bot
    assert "AI parody" in api.answers(chat)[-1].text
    assert all("I'm restarting" in message.text for message in api.answers(other))
    assert not is_held(settings.home, "bot")


async def test_a_platform_that_is_away_when_the_bot_starts_is_reached_when_it_is_back(
    settings: Settings,
    base: Base,
    make_voice: MakeVoice,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    make_voice()
    monkeypatch.setattr(supervision, "FIRST_PAUSE_S", 0.01)
    monkeypatch.setattr(supervision, "MAX_PAUSE_S", 0.05)
    caplog.set_level(logging.INFO)
    where = ["http://127.0.0.1:1/bot"]  # nobody listens there
    telegram_at(lambda: where[0], monkeypatch)
    with_token = settings.model_copy(update={"telegram_token": SecretStr(TOKEN)})
    bot = asyncio.create_task(run_bot(with_token, base, console=False))
    async with TelegramApi() as api, asyncio.timeout(60):
        while "cannot be reached" not in caplog.text:
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.3)
        assert caplog.text.count("cannot be reached") == 1, "told once, however often it is tried"
        where[0] = api.base_url
        ada = User(42, "Ada")
        chat = api.private_chat(ada)
        api.say(chat, ada, "/tweetlike sample hum")
        assert "AI parody" in (await api.answer(chat)).text
        os.kill(os.getpid(), signal.SIGTERM)
        await bot


async def test_a_platform_that_fails_while_it_is_started_is_started_again(
    settings: Settings,
    base: Base,
    make_voice: MakeVoice,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Commands are set and updates are handled already, but the first poll fails."""
    make_voice()
    monkeypatch.setattr(supervision, "FIRST_PAUSE_S", 0.01)
    with_token = settings.model_copy(update={"telegram_token": SecretStr(TOKEN)})
    async with TelegramApi() as api, asyncio.timeout(60):
        telegram_at(lambda: api.base_url, monkeypatch)
        api.fail("deleteWebhook", Refused(502, "Bad Gateway"))
        bot = asyncio.create_task(run_bot(with_token, base, console=False))
        ada = User(42, "Ada")
        chat = api.private_chat(ada)
        api.say(chat, ada, "/tweetlike sample hum")
        assert "AI parody" in (await api.answer(chat)).text
        assert "Telegram cannot be reached (PlatformAway: Bad Gateway)" in caplog.text
        assert len(api.calls_of("deleteWebhook")) == 2
        os.kill(os.getpid(), signal.SIGTERM)
        await bot
        assert not api.refusals


async def test_what_telegram_will_always_refuse_is_not_tried_again(
    settings: Settings, base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_token = settings.model_copy(update={"telegram_token": SecretStr(TOKEN)})
    async with TelegramApi() as api, asyncio.timeout(60):
        telegram_at(lambda: api.base_url, monkeypatch)
        api.fail("setMyCommands", bad_request("BOT_COMMAND_INVALID"))
        with pytest.raises(PlatformRefused) as caught:
            await run_bot(with_token, base, console=False)
        assert len(api.calls_of("setMyCommands")) == 1
    assert "Telegram refuses: Bot_command_invalid" in explain(caught.value)
    assert not is_held(settings.home, "bot")


async def test_a_game_that_was_asked_for_before_sigterm_is_shown(
    settings: Settings, base: Base, make_game: MakeGame, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_game()
    begun, step = asyncio.Event(), Batch.step
    loop, ada = asyncio.get_running_loop(), User(42, "Ada")

    def noted(self: Batch) -> None:
        loop.call_soon_threadsafe(begun.set)
        time.sleep(0.01)
        step(self)

    monkeypatch.setattr(Batch, "step", noted)
    with_token = settings.model_copy(update={"telegram_token": SecretStr(TOKEN)})
    async with TelegramApi() as api, asyncio.timeout(60):
        telegram_at(lambda: api.base_url, monkeypatch)
        bot = asyncio.create_task(run_bot(with_token, base, console=False))
        chat = api.private_chat(ada)
        gate = api.hold("sendMessage")
        api.say(chat, ada, "/realorfake sample")
        await begun.wait()
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.sleep(0.3)
        assert not bot.done()
        gate.set()
        await bot
        assert "Which one is real?" in api.answers(chat)[-1].text
