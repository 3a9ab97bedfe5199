"""Who finds the real tweet, and whose voices hide it best."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import simcord
from sqlite_utils import Database

from bot.app import open_service
from bot.platforms.discord.bot import DiscordBot
from bot.platforms.phrases import board_lines
from bot.platforms.telegram.bot import TelegramBot
from bot.service.games import Board
from bot.service.service import Service
from data.chat.games import ENOUGH, Player, Shown, begin_round, end_round, guess, hardest_voices
from data.models.bases import Base
from data.models.scorecards import record_vote
from data.settings import Settings
from tests.conftest import MakeGame, MakeVoice
from tests.peers.telegram_api import TOKEN, TelegramApi, User

pytestmark = pytest.mark.simcord(settle_timeout=30.0)


@pytest.fixture
async def service(settings: Settings, base: Base) -> AsyncIterator[Service]:
    async with open_service(settings, base) as opened:
        yield opened


@pytest.fixture
def simcord_bot(service: Service) -> DiscordBot:
    return DiscordBot(service)


def play(db: Database, account_id: int, version_id: int, platform: str, place: str, **said: int) -> None:
    """A round in which each says which card is real; it is the first."""
    facts = {"account_id": account_id, "version_id": version_id, "platform": platform, "place": place}
    game = begin_round(db, **facts, cards=("a", "b", "c", "d"), answer=0, now=0.0)
    for name, card in said.items():
        assert guess(db, game.id, f"{platform}:{name}", name, card, Shown(platform, "", ""), now=0.0)
    end_round(db, game.id, now=100.0)


def test_voices_are_compared_by_their_live_versions_once_enough_have_guessed(
    db: Database, make_voice: MakeVoice
) -> None:
    for handle, found, fooled in (("anna", 1, ENOUGH - 1), ("ben", ENOUGH, 0), ("cleo", 0, ENOUGH - 1)):
        _, version = make_voice(handle)
        for number in range(found + fooled):
            record_vote(db, version.id, f"voter{number}", "round 1", said_real=number >= found, now=1.0)
    assert hardest_voices(db) == [("anna", ENOUGH, 1), ("ben", ENOUGH, ENOUGH)]
    make_voice("anna", 2)
    assert hardest_voices(db) == [("ben", ENOUGH, ENOUGH)], "a new version is another voice"


def test_an_empty_board_says_how_to_begin() -> None:
    assert board_lines(Board([], [])) == ["Nobody has guessed here yet. Begin with /realorfake."]
    assert board_lines(Board([Player("zoe", 2, 3)], [("anna", 8, 2)])) == [
        "1. zoe: 2/3",
        "",
        "Hardest to tell from their accounts:",
        "@anna: the real tweet is found 25% of the time (n=8; by chance 25%)",
    ]


async def test_on_discord_a_server_sees_its_own_players(
    simcord_env: simcord.Env, simcord_bot: DiscordBot, db: Database, make_game: MakeGame
) -> None:
    account, version = make_game()
    guild = simcord_env.create_guild()
    channel, ann = guild.create_text_channel("general"), guild.add_member(simcord_env.create_user("ann"))
    play(db, account.id, version.id, "discord", str(guild.id), zoe=0, amy=1)
    play(db, account.id, version.id, "discord", "99", stranger=0)
    shown = await ann.slash(channel, "leaderboard")
    assert shown.response.embeds[0].description == "1. zoe: 1/1\n2. amy: 0/1"


async def test_on_telegram_a_group_sees_its_own_players(service: Service, db: Database, make_game: MakeGame) -> None:
    account, version = make_game()
    async with TelegramApi() as api:
        group = api.group("Friends", {User(11, "Alice"): "member"})
        play(db, account.id, version.id, "telegram", str(group.id), **{"<b>zoe</b>": 0})
        async with TelegramBot(service, TOKEN, api.base_url).running():
            api.say(group, User(11, "Alice"), "/leaderboard")
            shown = (await api.answer(group)).text.replace("\u2060", "")
            assert shown == "Who finds the real tweet\n1. <b>zoe</b>: 1/1"
        assert not api.refusals
