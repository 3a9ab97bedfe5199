"""No platform can stop the other, and readiness tells the truth."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from pydantic import SecretStr
from telegram.error import Conflict, InvalidToken

from bot import supervision
from bot.app import open_service
from bot.platforms.discord.serving import serve as serve_discord
from bot.platforms.platform import PlatformAway
from bot.platforms.telegram import serving as telegram_serving
from bot.platforms.telegram.bot import TelegramBot
from bot.service.metrics import Metrics
from bot.service.service import Service
from bot.supervision import Supervisor
from data.errors import PlatformRefused, TokenRefused, TweetlikeError
from data.models.bases import Base
from data.settings import Settings
from data.texts.english import explain
from tests.conftest import MakeVoice
from tests.peers.telegram_api import TOKEN, TelegramApi, User


class Stub:
    """Two platforms that do what a test says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun = {"discord": 0, "telegram": 0}
        self.do: dict[str, Callable[[], Any]] = {"discord": asyncio.Event().wait, "telegram": asyncio.Event().wait}
        monkeypatch.setattr(supervision, "import_module", self._module)
        monkeypatch.setattr(supervision, "FIRST_PAUSE_S", 0.01)
        monkeypatch.setattr(supervision, "MAX_PAUSE_S", 0.01)

    def _module(self, name: str) -> Any:
        key = name.split(".")[2]

        async def serve(service: Service, token: str, listening: Callable[[], None]) -> None:
            self.begun[key] += 1
            listening()
            await self.do[key]()

        return SimpleNamespace(serve=serve)


def service_with_tokens(**tokens: str) -> Any:
    async def drained(_: float) -> None:
        return None

    settings = Settings(**{f"{key}_token": SecretStr(value) for key, value in tokens.items()})  # type: ignore[arg-type]
    metrics = Metrics(settings, generator=SimpleNamespace())  # type: ignore[arg-type]
    noted: dict[str, str] = {}

    async def in_database(_: object, name: str, text: str) -> None:
        noted[name] = text

    context = SimpleNamespace(in_database=in_database, noted=noted)
    requests = SimpleNamespace(drain=drained)
    return SimpleNamespace(settings=settings, requests=requests, metrics=metrics, context=context)


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.005)


@pytest.mark.parametrize(
    "error",
    [TokenRefused("Discord"), PlatformRefused("Discord", "it closed the connection with 4011", "look")],
    ids=lambda error: type(error).__name__,
)
async def test_a_platform_that_refuses_us_is_off_and_the_other_goes_on(
    error: TweetlikeError, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stub = Stub(monkeypatch)

    async def refuse() -> None:
        raise error

    stub.do["discord"] = refuse
    service = service_with_tokens(discord="d", telegram="t")
    supervisor, stop = Supervisor(service), asyncio.Event()
    serving = asyncio.create_task(supervisor.serve(stop))
    await until(lambda: supervisor.states == {"Discord": "off", "Telegram": "listening"})
    await asyncio.sleep(0.1)
    assert not serving.done()
    assert stub.begun == {"discord": 1, "telegram": 1}, "what trying again does not change is not tried again"
    assert supervisor.unready() == "Discord is off"
    assert service.context.noted == {
        "platform Discord": f"off: {explain(error)}",  # for the doctor
        "platform Telegram": "listening",
    }
    values = [sample.value for sample in next(iter(service.metrics.platforms.collect())).samples]
    assert sorted(values) == [0, 1]
    [told] = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert told.getMessage().startswith("Discord is off. Discord refuses")
    assert told.exc_info is None
    stop.set()
    await serving


async def test_where_no_platform_is_left_the_process_ends_with_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    stub = Stub(monkeypatch)

    async def refuse() -> None:
        raise TokenRefused("Telegram")

    stub.do["telegram"] = refuse
    with pytest.raises(TokenRefused):
        await Supervisor(service_with_tokens(telegram="t")).serve(asyncio.Event())


async def test_a_fault_of_one_platform_is_logged_and_it_is_started_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stub = Stub(monkeypatch)
    faults: list[Exception] = [ZeroDivisionError("odd"), PlatformAway("502"), OSError("no route")]

    async def fail_thrice() -> None:
        if faults:
            raise faults.pop(0)
        await asyncio.Event().wait()

    stub.do["discord"] = fail_thrice
    supervisor, stop = Supervisor(service_with_tokens(discord="d", telegram="t")), asyncio.Event()
    serving = asyncio.create_task(supervisor.serve(stop))
    await until(lambda: stub.begun["discord"] == 4)
    assert stub.begun["telegram"] == 1
    assert supervisor.unready() is None
    assert "ZeroDivisionError: odd" in caplog.text
    assert "Discord cannot be reached (PlatformAway: 502)" in caplog.text
    stop.set()
    await serving


async def test_a_token_that_is_revoked_while_telegram_listens_is_noticed(
    settings: Settings, base: Base, make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library ends its polling without a word then."""
    make_voice()
    monkeypatch.setattr(telegram_serving, "LOOK_EVERY_S", 0.05)
    begin = TelegramBot.__init__
    async with TelegramApi() as api, open_service(settings, base) as service:
        monkeypatch.setattr(TelegramBot, "__init__", lambda self, s, token: begin(self, s, token, api.base_url))
        listens = asyncio.Event()
        serving = asyncio.create_task(telegram_serving.serve(service, TOKEN, listens.set))
        await asyncio.wait_for(listens.wait(), 30)
        ada = User(42, "Ada")
        api.say(api.private_chat(ada), ada, "/help")
        await api.until(lambda: api.calls_of("sendMessage"))

        async def revoked(self: object, *_: object, **__: object) -> None:
            raise InvalidToken("Unauthorized")

        monkeypatch.setattr("telegram.ext.ExtBot.get_me", revoked)
        with pytest.raises(TokenRefused):
            await asyncio.wait_for(serving, 30)


async def test_two_programs_on_one_token_are_one_plain_line(
    settings: Settings,
    base: Base,
    make_voice: MakeVoice,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    make_voice()
    begin = TelegramBot.__init__
    async with TelegramApi() as api, open_service(settings, base) as service:
        monkeypatch.setattr(TelegramBot, "__init__", lambda self, s, token: begin(self, s, token, api.base_url))
        polls = 0

        async def taken(self: object, *_: object, **__: object) -> None:
            nonlocal polls
            polls += 1
            await asyncio.sleep(0.01)
            raise Conflict("terminated by other getUpdates request")

        monkeypatch.setattr("telegram.ext.ExtBot.get_updates", taken)
        serving = asyncio.create_task(telegram_serving.serve(service, TOKEN, lambda: None))
        await until(lambda: polls >= 3)
        logged = caplog.text
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
    assert logged.count("another program reads Telegram's updates with this token; stop one of the two") == 1
    assert "Traceback" not in logged


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (4004, TokenRefused),
        (4011, PlatformRefused),
        (4013, PlatformRefused),
        (4014, PlatformRefused),
        (1006, PlatformAway),
    ],
)
async def test_a_close_of_discord_is_sorted(
    code: int, expected: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def closed(self: object, *_: object, **__: object) -> None:
        socket = SimpleNamespace(close_code=code)
        raise discord.ConnectionClosed(socket, shard_id=None, code=code)  # type: ignore[arg-type]

    async def logged_in(self: object, token: str) -> None:
        return None

    monkeypatch.setattr("bot.platforms.discord.bot.DiscordBot.login", logged_in)
    monkeypatch.setattr("bot.platforms.discord.bot.DiscordBot.connect", closed)
    operations = SimpleNamespace()
    service: Any = SimpleNamespace(operations=operations, settings=Settings(), directory=None, games=None)
    with pytest.raises(expected):
        await serve_discord(service, "token", lambda: None)
