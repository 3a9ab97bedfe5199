"""Every command that orders work or changes something, given by everybody who may not: refused, and nothing changes."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import discord
import pytest
import simcord
from sqlite_utils import Database

from bot.app import open_service
from bot.platforms.discord.bot import DiscordBot
from bot.platforms.telegram.bot import TelegramBot
from bot.service.service import Service
from data.models.bases import Base
from data.models.registry import list_versions
from data.settings import Settings
from tests.conftest import MakeVoice
from tests.peers.telegram_api import TOKEN, TelegramApi, User

pytestmark = pytest.mark.simcord(settle_timeout=30.0)
ADMINS = {"retrain": "sample", "rollback": "sample", "cancel": "sample"}
OPERATORS = {"schedule": "sample 6h", "forget": "sample", "optout": "sample", "import": "sample"}
OWNER, CHIEF, MEMBER = User(1, "Owner"), User(2, "Chief"), User(3, "Member")


PRESSED = (
    "forget:1.9999999999.01234567",
    "optout:1.9999999999.01234567",
    "fetch:someone",
    "again:1",
    "more:1:1",
    "up:1",
    "picture:1",
    "guess:1:0",
    "write:sample hum",
    "kept:sample 0123456789abcdef",
)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"telegram_admins": frozenset({OWNER.id}), "mastodon_url": "http://127.0.0.1:1"})


@pytest.fixture
async def service(settings: Settings, base: Base, make_voice: MakeVoice) -> AsyncIterator[Service]:
    make_voice(seed=1)
    make_voice(seed=2)
    async with open_service(settings, base) as service:
        yield service


def state(db: Database) -> list[object]:
    """Whatever these commands could change."""
    tables = ("accounts", "tweets", "versions", "version_events", "jobs", "opt_outs")
    return [list(db.query(f"SELECT * FROM {table}")) for table in tables]


def refused(text: str) -> bool:
    return re.search("Only (admins|operators) of this bot may", text) is not None


@pytest.mark.parametrize(
    ("command", "who", "where"),
    [
        (command, who, where)
        for command in (*ADMINS, *OPERATORS)  # the chief of a group that nobody trusts has no right over voices
        for who, where in ((MEMBER, "group"), (MEMBER, "private"), (CHIEF, "group"), (CHIEF, "private"))
    ],
)
async def test_on_telegram(command: str, who: User, where: str, service: Service, db: Database) -> None:
    before = state(db)
    words = (ADMINS | OPERATORS)[command]
    async with TelegramApi() as api, TelegramBot(service, TOKEN, api.base_url).running():
        group = api.group("Group", {OWNER: "creator", CHIEF: "administrator", MEMBER: "member"})
        chat = group if where == "group" else api.private_chat(who)
        api.say(chat, who, f"/{command} {words}")
        message = await api.answer(chat)
    assert refused(message.text), message.text
    assert not message.buttons
    assert state(db) == before


@pytest.mark.parametrize("command", [*ADMINS, "schedule", "forget"])
async def test_on_telegram_those_who_may_are_not_refused(command: str, service: Service, db: Database) -> None:
    async with TelegramApi() as api, TelegramBot(service, TOKEN, api.base_url).running():
        chat = api.private_chat(OWNER)
        api.say(chat, OWNER, f"/{command} {(ADMINS | OPERATORS)[command]}")
        assert not refused((await api.answer(chat)).text)


@pytest.fixture
def simcord_bot(service: Service) -> DiscordBot:
    return DiscordBot(service)


@pytest.mark.parametrize(
    ("command", "who"),
    [
        (command, who)
        for command in (*ADMINS, "schedule", "forget")
        for who in ("member", "manager")  # of a server that nobody trusts any more
    ],
)
async def test_on_discord(
    command: str, who: str, simcord_env: simcord.Env, simcord_bot: DiscordBot, service: Service, db: Database
) -> None:
    before = state(db)
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("general")
    rights = discord.Permissions(manage_guild=who == "manager")
    person = guild.add_member(simcord_env.create_user(who), roles=[guild.create_role("r", permissions=rights)])
    await simcord_bot.register_in(guild.id)
    await simcord_env.settle()
    commands = await simcord_bot.tree.fetch_commands(guild=discord.Object(guild.id))
    found = next(each for each in commands if each.name == command)
    guild.set_command_permissions(found, {guild.default_role: True})  # its owner lets everybody see it
    options = {"handle": "sample", **({"every": "6h"} if command == "schedule" else {})}
    result = await person.slash(channel, command, **options)
    assert result.response
    assert refused(result.response.content), result.response.content
    assert result.response.ephemeral
    assert state(db) == before


async def test_whoever_presses_a_button_that_they_made_up_changes_nothing(service: Service, db: Database) -> None:
    """Anyone can send such queries; they name fetching, forgetting, and answers of other chats."""
    before, versions = state(db), list_versions(db, 1)
    async with TelegramApi() as api, TelegramBot(service, TOKEN, api.base_url).running():
        chat = api.private_chat(MEMBER)
        api.say(chat, MEMBER, "/help")
        message = await api.answer(chat)
        for data in PRESSED:
            message.buttons = [[{"text": data, "callback_data": data}]]
            pressed = api.press(message, MEMBER, data)
            message.buttons = []
            assert pressed
        api.say(chat, MEMBER, "/privacy")
        await api.answer(chat, 2)
    assert state(db) == before
    assert list_versions(db, 1) == versions
