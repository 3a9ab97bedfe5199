"""Starting the bot: what an operator reads when a platform does not know the token."""

from __future__ import annotations

import discord
import pytest
from pydantic import SecretStr
from telegram.error import InvalidToken

from bot.app import run_bot
from bot.platforms.telegram_bot import TelegramBot
from data.bases import Base
from data.errors import TokenRefused
from data.leases import is_held
from data.settings import Settings
from data.wording import explain
from tests.discord_wire import DiscordWire


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
    def refuse(self: TelegramBot) -> None:
        raise InvalidToken("The token was rejected by the server.")

    monkeypatch.setattr(TelegramBot, "running", refuse)
    wrong = settings.model_copy(update={"telegram_token": SecretStr("123:not-the-token")})
    with pytest.raises(TokenRefused) as caught:
        await run_bot(wrong, base, console=False)
    assert "TWEETLIKE_TELEGRAM_TOKEN" in explain(caught.value)
