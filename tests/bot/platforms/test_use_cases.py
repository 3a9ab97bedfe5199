"""One list of use cases, run on all three platforms by the person who operates the bot: the same words come back."""

from __future__ import annotations

import io
import logging
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import pytest
import simcord
from rich.console import Console
from sqlite_utils import Database

from bot.app import open_service
from bot.platforms.console import ConsoleBot
from bot.platforms.discord.bot import DiscordBot
from bot.platforms.telegram.bot import TelegramBot
from bot.service.service import Service
from data.accounts.policies import record_consent, set_policy
from data.accounts.store import ensure_account, opt_out
from data.models.bases import Base
from data.settings import Settings
from tests.conftest import MakeVoice, alter
from tests.peers.telegram_api import TOKEN, TelegramApi, User

pytestmark = pytest.mark.simcord(settle_timeout=30.0)
ADA = User(42, "Ada")


@dataclass(frozen=True)
class Case:
    """What is typed, and what must be read in the reply. Options of `/tweetlike` beyond the prompt are elsewhere."""

    typed: str
    read: tuple[str, ...]
    before: Callable[[Database], object] = lambda db: None
    not_on: str = ""  # a platform that does not have it


def need_consent(db: Database) -> None:
    set_policy(db, "consent", "required")
    record_consent(db, "other", "", now=1)


CASES = {
    "an answer": Case("/tweetlike sample My dream is", ("AI parody", "not @sample's words", "My dream is")),
    "with @ and capitals": Case("/tweetlike @Sample hum", ("not @sample's words",)),
    "without a beginning": Case("/tweetlike sample", ("AI parody", "sample")),
    "a mix": Case("/tweetlike sample+other hum", ("sample × other", "AI parody")),
    "a mix with weights": Case("/tweetlike sample*0.7+other*0.3 hum", ("sample × other, 70 : 30",)),
    "a mix with a stranger": Case("/tweetlike sample+nobody hum", ("I don't know @nobody",)),
    "a mix with a bad weight": Case("/tweetlike sample*much+other hum", ("the weight of a voice", "like 0.7")),
    "a mix of too many": Case("/tweetlike sample+other+mute+gone hum", ("two or three different voices",)),
    "a slip of the pen": Case("/tweetlike sampel hum", ("Did you mean @sample?",)),
    "a stranger": Case("/tweetlike qqqqq hum", ("I don't know @qqqqq", "Ask for @other or @sample")),
    "no voice yet": Case("/tweetlike mute hum", ("no voice yet", "/retrain mute")),
    "opted out": Case("/tweetlike sample hum", ("has opted out",), lambda db: opt_out(db, "sample", now=1)),
    "no consent": Case("/tweetlike sample hum", ("has not agreed",), need_consent),
    "consent": Case("/tweetlike other hum", ("AI parody",), need_consent),
    "no handle": Case("/tweetlike ../../etc hum", ("is not a handle I can read",)),
    "too long": Case(f"/tweetlike sample {'long ' * 60}", ("Shorten it",)),
    "models": Case("/models", ("version 1 of 1", "no voice yet"), not_on="console"),
    "models of a stranger": Case("/models qqqqq", ("I don't know @qqqqq",)),
    "a score that was never measured": Case("/score sample", ("has not been measured",)),
    "a score of no voice": Case("/score mute", ("no voice yet",)),
    "status": Case("/status", ("2 voices, on CPU", "nobody in line")),
    "privacy": Case("/privacy", ("tweetlike optout HANDLE",)),
    "voices": Case("/voices", ("2 voices", "other", "sample")),
    "retrain a stranger": Case("/retrain qqqqq", ("I don't know @qqqqq",)),
    "rollback without another": Case("/rollback sample", ("no other version to go back to",)),
    "cancel nothing": Case("/cancel sample", ("No training or download of @sample is queued or running",)),
    "a game": Case("/realorfake sample", ("Which one is real?", "AI parody")),
    "a game without held-out tweets": Case(
        "/realorfake sample",
        ("no tweet I may show",),
        lambda db: db.execute("DELETE FROM tweets WHERE id = '3'"),
    ),
    "a game with a stranger": Case("/realorfake qqqqq", ("I don't know @qqqqq",)),
    "a leaderboard": Case("/leaderboard", ("Nobody has guessed here yet",)),
    "schedule": Case("/schedule sample 6h", ("The schedule of @sample is now: 6h.",)),
    "schedule nonsense": Case("/schedule sample often", ("like 30m, 6h, 2d",)),
    "forget asks first": Case("/forget sample", ("Delete everything of @sample", "cannot be undone")),
    "forget a stranger": Case("/forget qqqqq", ("I don't know @qqqqq",)),
}


def cases_of(platform: str) -> pytest.MarkDecorator:
    names = [name for name, case in CASES.items() if case.not_on != platform]
    return pytest.mark.parametrize("name", names)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"telegram_admins": frozenset({ADA.id}), "request_timeout_s": 1e9})


@pytest.fixture
async def service(settings: Settings, base: Base, db: Database, make_voice: MakeVoice) -> AsyncIterator[Service]:
    make_voice("sample")
    make_voice("other", 2)
    ensure_account(db, "mute", now=time.time())
    async with open_service(settings, base) as service:
        yield service


@pytest.fixture
def simcord_bot(service: Service) -> DiscordBot:
    return DiscordBot(service)


def check(name: str, text: str) -> None:
    """A person reads it all, without the invisible joiners, the escapes and the line ends of a narrow window."""
    read = " ".join(text.replace("\u2060", "").replace("\\", "").split())
    for expected in CASES[name].read:
        assert expected in read, f"{expected!r} is not in {read!r}"


@cases_of("discord")
async def test_on_discord(
    name: str, simcord_env: simcord.Env, simcord_bot: DiscordBot, service: Service, db: Database
) -> None:
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("general")
    ada = guild.add_member(simcord_env.create_user("ada"), roles=[_all_rights(guild)])
    alter(service, settings=service.settings.model_copy(update={"discord_admins": frozenset({ada.id})}))
    await simcord_bot.register_in(guild.id)
    await simcord_env.settle()
    CASES[name].before(db)
    command, *words = CASES[name].typed.removeprefix("/").split(" ")
    takes = {"tweetlike": ["handle", "prompt"], "schedule": ["handle", "every"]}.get(command, ["handle"])
    options = dict(zip(takes, [words[0], " ".join(words[1:])] if len(words) > 1 else words, strict=False))
    result = await ada.slash(channel, command, **options)
    assert result.response
    texts = [result.response.content]
    for embed in result.response.embeds:
        texts += [embed.title or "", embed.description or "", embed.author.name or "", embed.footer.text or ""]
    check(name, " ".join(texts))


def _all_rights(guild: simcord.GuildHandle) -> simcord.RoleHandle:
    import discord

    return guild.create_role("all", permissions=discord.Permissions(administrator=True))


@cases_of("telegram")
async def test_on_telegram(name: str, service: Service, db: Database, caplog: pytest.LogCaptureFixture) -> None:
    async with TelegramApi() as api:
        async with TelegramBot(service, TOKEN, api.base_url).running():
            CASES[name].before(db)
            chat = api.private_chat(ADA)
            api.say(chat, ADA, CASES[name].typed)
            check(name, (await api.answer(chat)).text)
        assert not api.refusals
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


@cases_of("console")
async def test_in_the_terminal(name: str, service: Service, db: Database) -> None:
    CASES[name].before(db)
    shown = io.StringIO()
    await ConsoleBot(service, Console(file=shown, width=200, force_terminal=False)).handle(CASES[name].typed)
    check(name, shown.getvalue())
