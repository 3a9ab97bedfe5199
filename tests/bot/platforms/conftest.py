"""What the tests of several features share: a service with two voices, and a server with a member and a manager."""

from __future__ import annotations

from collections.abc import AsyncIterator

import discord
import pytest
import simcord

from bot.app import open_service
from bot.platforms.discord.bot import DiscordBot
from bot.service.service import Service
from data.models.bases import Base
from data.settings import Settings
from tests.conftest import MakeVoice


@pytest.fixture
async def service(settings: Settings, base: Base, make_voice: MakeVoice) -> AsyncIterator[Service]:
    """@sample and @other, without pauses, on the simulated clock of the offline Discord."""
    make_voice("sample")
    make_voice("other", 2)
    patient = {"request_timeout_s": 1e9, "person_cooldown_s": 0.0, "channel_cooldown_s": 0.0}
    async with open_service(settings.model_copy(update=patient), base) as opened:
        yield opened


@pytest.fixture
def simcord_bot(service: Service) -> DiscordBot:
    return DiscordBot(service)


class Server:
    """A server that has invited the bot, with a channel, a member, and one who may manage it."""

    def __init__(self, env: simcord.Env) -> None:
        self.guild = env.create_guild()
        self.place = f"discord:{self.guild.id}"
        self.channel = self.guild.create_text_channel("general")
        self.alice = self.guild.add_member(env.create_user("alice"))
        manages = self.guild.create_role("manager", permissions=discord.Permissions(manage_guild=True))
        self.boss = self.guild.add_member(env.create_user("boss"), roles=[manages])

    def said_by_the_bot(self) -> list[discord.Message]:
        people = {self.alice.id, self.boss.id}
        return [each for each in self.channel.history() if each.author.id not in people and each.embeds]


@pytest.fixture
def server(simcord_env: simcord.Env, simcord_bot: DiscordBot, monkeypatch: pytest.MonkeyPatch) -> Server:
    monkeypatch.setattr(discord.Interaction, "is_guild_integration", lambda self: True)
    return Server(simcord_env)
