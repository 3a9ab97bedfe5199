"""`/talk` on Discord and on Telegram."""

from __future__ import annotations

import pytest
import simcord

from bot.platforms.discord import conversation as discord_conversation
from bot.platforms.discord.bot import DiscordBot
from bot.platforms.discord.conversation import turn_text
from bot.platforms.languages import ENGLISH
from bot.platforms.telegram import conversation as telegram_conversation
from bot.platforms.telegram.bot import TelegramBot
from bot.service.conversations import Turn
from bot.service.service import Service
from tests.peers.telegram_api import TOKEN, TelegramApi, User

pytestmark = pytest.mark.simcord(settle_timeout=30.0)
ALICE, BOB = User(11, "Alice"), User(12, "Bob")


async def test_discord_two_voices_talk_in_a_thread(
    simcord_env: simcord.Env, simcord_bot: DiscordBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discord_conversation, "PAUSE_S", 0.0)
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("general")
    alice = guild.add_member(simcord_env.create_user("alice"))
    begun = await alice.slash(channel, "talk", first="sample", second="other", topic="the moon", turns=4)
    await simcord_env.settle()
    assert "AI parody" in begun.response.content
    [thread] = channel.threads
    said = [message.content for message in thread.history() if message.content]
    assert [text.split("**")[1] for text in said] == ["sample", "other", "sample", "other"]
    assert ": the moon" in said[0]
    assert all("AI parody" in text for text in said)


async def test_discord_anybody_may_stop_them(
    simcord_env: simcord.Env, simcord_bot: DiscordBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discord_conversation, "PAUSE_S", 10_000.0)
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("general")
    alice, bob = (guild.add_member(simcord_env.create_user(name)) for name in ("alice", "bob"))
    begun = await alice.slash(channel, "talk", first="sample", second="other", turns=12)
    [row] = begun.response.components
    [button] = row["components"]
    await bob.click(begun.response, custom_id=button["custom_id"])
    await simcord_env.advance_time(20_000.0)
    [thread] = channel.threads
    assert len([message for message in thread.history() if message.content]) == 1


def test_discord_what_a_voice_says_pings_and_formats_nothing_and_fits() -> None:
    text = turn_text(Turn("sample", "A **name** @everyone", "<@1> [x](http://y.z) " + "long " * 900), ENGLISH)
    assert len(text) <= 2000
    assert "@everyone" not in text
    assert "<@1>" not in text
    assert "](" not in text.replace("\\](", "")
    assert text.endswith("words")


async def test_telegram_two_voices_talk_and_can_be_stopped(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegram_conversation, "PAUSE_S", 0.05)
    async with TelegramApi() as api:
        group = api.group("Friends", {ALICE: "member", BOB: "member"})
        async with TelegramBot(service, TOKEN, api.base_url).running():
            api.say(group, ALICE, "/talk sample")
            assert "/talk other sample how it begins" in (await api.answer(group)).text.replace("\u2060", "")
            api.say(group, ALICE, "/talk sample other the moon")
            await api.answer(group, 10)
            texts = [message.text for message in api.answers(group)][1:]
            assert texts[0].replace("\u2060", "") == "@sample × @other talk · AI parody\nthe moon …"
            assert [text.split(" ")[0] for text in texts[1:]] == ["sample", "other"] * 4
            assert all("AI parody" in text for text in texts)
            monkeypatch.setattr(telegram_conversation, "PAUSE_S", 1.0)
            api.say(group, BOB, "/talk sample+other the sea")
            first = await api.answer(group, 11)
            await api.answer(group, 12)
            api.press(first, ALICE, "Stop")
            await api.until(lambda: not service.conversations._places)
            await api.until(lambda: not first.buttons)
        assert len(api.answers(group)) == 12
        assert not api.refusals
