"""Talking where people talk: mentions and replies on Discord, replies and private text on Telegram."""

from __future__ import annotations

import json
from types import SimpleNamespace

import discord
import pytest
import simcord
from sqlite_utils import Database

from bot.platforms.discord import talk
from bot.platforms.discord.bot import DiscordBot
from bot.platforms.telegram.bot import TelegramBot
from bot.service.service import Service
from bot.service.turns import Turns
from data.accounts.store import opt_out
from data.chat.places import choose_channels
from tests.conftest import alter
from tests.peers.telegram_api import TOKEN, TelegramApi, User

pytestmark = pytest.mark.simcord(settle_timeout=30.0)
ALICE, BOB = User(11, "Alice"), User(12, "Bob")


@pytest.fixture
def guild(simcord_env: simcord.Env) -> simcord.GuildHandle:
    return simcord_env.create_guild()


@pytest.fixture
def channel(guild: simcord.GuildHandle) -> simcord.ChannelHandle:
    return guild.create_text_channel("general")


@pytest.fixture
def alice(simcord_env: simcord.Env, guild: simcord.GuildHandle) -> simcord.MemberActor:
    return guild.add_member(simcord_env.create_user("alice"))


@pytest.fixture
def bob(simcord_env: simcord.Env, guild: simcord.GuildHandle) -> simcord.MemberActor:
    return guild.add_member(simcord_env.create_user("bob"))


def asked(db: Database) -> list[tuple[str, str, int]]:
    """What was answered: handle, beginning, how many tweets."""
    rows = db.query("SELECT handle, prompt, texts FROM generations JOIN accounts ON accounts.id = account_id")
    return sorted((row["handle"], row["prompt"], len(json.loads(row["texts"]))) for row in rows)


async def test_discord_a_mention_names_a_voice_and_all_else_goes_on_in_it(
    simcord_bot: DiscordBot, channel: simcord.ChannelHandle, alice: simcord.MemberActor, db: Database
) -> None:
    me = f"<@{simcord_bot.user.id}>"
    await alice.send(channel, f"{me} other the moon")
    await alice.send(channel, f"{me} why not?")
    assert asked(db) == [("other", "the moon", 5), ("other", "why not?", 1)]
    answer = channel.last_message
    assert answer.author.id == simcord_bot.user.id
    assert "AI parody" in (answer.embeds[0].footer.text or "")
    assert answer.reference is not None
    assert not answer.mentions
    assert answer.components


async def test_discord_a_reply_goes_on_in_the_voice_of_the_answer(
    simcord_bot: DiscordBot,
    channel: simcord.ChannelHandle,
    alice: simcord.MemberActor,
    bob: simcord.MemberActor,
    db: Database,
) -> None:
    await alice.slash(channel, "tweetlike", handle="sample", prompt="hum")
    answer = channel.last_message
    await bob.send(channel, f"<@{simcord_bot.user.id}> and the sea", reply_to=answer)
    await alice.send(channel, "hidden words", reply_to=answer)  # whose ping this stand-in takes for no mention
    assert asked(db) == [("sample", "", 1), ("sample", "and the sea", 1), ("sample", "hum", 5)]


async def test_discord_another_bot_opens_no_answer_with_a_button_of_the_same_name(
    simcord_bot: DiscordBot, channel: simcord.ChannelHandle, alice: simcord.MemberActor, db: Database
) -> None:
    await alice.slash(channel, "tweetlike", handle="sample", prompt="hum")
    answer = channel.last_message
    answer.author = SimpleNamespace(id=1)
    message = SimpleNamespace(reference=SimpleNamespace(resolved=answer))
    assert talk._answered(simcord_bot, message) is None
    answer.author = simcord_bot.user
    [row] = db.query("SELECT id FROM generations")
    assert talk._answered(simcord_bot, message) == row["id"]


async def test_discord_what_is_not_for_the_bot_is_left_alone(
    simcord_bot: DiscordBot, channel: simcord.ChannelHandle, alice: simcord.MemberActor, bob: simcord.MemberActor
) -> None:
    await alice.send(channel, f"<@{bob.id}> sample")
    await alice.send(channel, "sample hum")
    assert {message.author.id for message in channel.history()} == {alice.id}


async def test_discord_another_bot_is_not_answered(
    simcord_env: simcord.Env, simcord_bot: DiscordBot, guild: simcord.GuildHandle, channel: simcord.ChannelHandle
) -> None:
    robot = guild.add_member(simcord_env.create_user("robot", bot=True))
    await robot.send(channel, f"<@{simcord_bot.user.id}> sample hum")
    assert {message.author.id for message in channel.history()} == {robot.id}


async def test_discord_alone_with_the_bot_no_mention_is_needed(
    simcord_bot: DiscordBot, alice: simcord.MemberActor, db: Database
) -> None:
    await alice.send_dm("sample hum")
    await alice.send_dm("go on")
    assert asked(db) == [("sample", "go on", 1), ("sample", "hum", 5)]


async def test_discord_who_names_no_voice_is_told_how(
    simcord_bot: DiscordBot, channel: simcord.ChannelHandle, alice: simcord.MemberActor, db: Database
) -> None:
    await alice.send(channel, f"<@{simcord_bot.user.id}> hello")
    assert "Name a voice" in channel.last_message.content
    assert not asked(db)


async def test_discord_who_is_too_quick_gets_a_sign_and_no_second_flood(
    simcord_bot: DiscordBot, channel: simcord.ChannelHandle, alice: simcord.MemberActor, service: Service, db: Database
) -> None:
    alter(service, turns=Turns(1_000, 0))
    for text in ("sample hum", "sample hum", "sample count=99", "hello"):
        await alice.send(channel, f"<@{simcord_bot.user.id}> {text}")
    assert len(asked(db)) == 1
    said = [message for message in channel.history() if message.author.id == alice.id]
    assert sum(bool(message.reactions) for message in said) == 3
    assert len(channel.history()) == 5


@pytest.mark.parametrize("text", ["hello", "sample count=99", f"sample {'long ' * 60}"])
async def test_discord_a_refusal_takes_a_turn_as_an_answer_does(
    simcord_bot: DiscordBot, channel: simcord.ChannelHandle, alice: simcord.MemberActor, service: Service, text: str
) -> None:
    alter(service, turns=Turns(1_000, 0))
    for _ in range(3):
        await alice.send(channel, f"<@{simcord_bot.user.id}> {text}")
    assert len([each for each in channel.history() if each.author.id == simcord_bot.user.id]) == 1


async def test_discord_nothing_is_said_in_a_channel_that_the_admins_left_out(
    simcord_bot: DiscordBot,
    guild: simcord.GuildHandle,
    channel: simcord.ChannelHandle,
    alice: simcord.MemberActor,
    db: Database,
) -> None:
    choose_channels(db, f"discord:{guild.id}", ["77"], who="x", now=1.0)
    for text in ("hello", "sample hum"):
        await alice.send(channel, f"<@{simcord_bot.user.id}> {text}")
    assert {each.author.id for each in channel.history()} == {alice.id}


async def test_discord_an_account_that_opted_out_is_not_imitated_here_either(
    simcord_bot: DiscordBot, channel: simcord.ChannelHandle, alice: simcord.MemberActor, db: Database
) -> None:
    await alice.slash(channel, "tweetlike", handle="sample", prompt="hum")
    answer = channel.last_message
    opt_out(db, "sample", now=1.0)
    await alice.send(channel, f"<@{simcord_bot.user.id}> go on", reply_to=answer)
    assert "opted out" in channel.last_message.content
    assert len(asked(db)) == 1


def test_discord_hears_messages_only_where_talking_is_switched_on(service: Service) -> None:
    assert DiscordBot(service).intents == discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    alter(service, settings=service.settings.model_copy(update={"talking": False}))
    assert DiscordBot(service).intents == discord.Intents(guilds=True)


async def test_discord_a_voice_goes_on_from_ones_own_message_and_from_no_other(
    simcord_bot: DiscordBot,
    channel: simcord.ChannelHandle,
    alice: simcord.MemberActor,
    bob: simcord.MemberActor,
    db: Database,
) -> None:
    said = await alice.send(channel, "the moon is <@1> late")
    refused = await bob.context_menu(channel, "As a tweet of …", said)
    assert "Only who wrote a message" in refused.response.content
    form = await alice.context_menu(channel, "As a tweet of …", said)
    answer = await alice.submit_modal(form, {"handle": "sample"})
    assert answer.response.embeds
    [row] = db.query("SELECT prompt, requester FROM generations")
    assert (row["prompt"], row["requester"]) == ("the moon is <@1> late", str(alice.id))
    unknown = await alice.submit_modal(
        await alice.context_menu(channel, "As a tweet of …", said), {"handle": "nobody_here"}
    )
    assert "I don't know" in unknown.response.content


async def test_telegram_a_voice_goes_on_from_ones_own_message_and_from_no_other(service: Service, db: Database) -> None:
    async with TelegramApi() as api:
        group = api.group("Friends", {ALICE: "member", BOB: "member"})
        async with TelegramBot(service, TOKEN, api.base_url).running():
            said = api.say(group, ALICE, "the moon is late")
            api.say(group, BOB, "/tweetlike sample", replying_to=said)
            await api.answer(group)
            api.say(group, ALICE, "/tweetlike other", replying_to=said)
            await api.answer(group, 2)
            api.say(group, ALICE, "/tweetlike other hum", replying_to=said)
            await api.answer(group, 3)
        assert not api.refusals
    assert asked(db) == [("other", "hum", 5), ("other", "the moon is late", 5), ("sample", "", 5)]


async def test_telegram_a_reply_goes_on_in_the_voice_of_the_answer_also_after_a_restart(
    service: Service, db: Database
) -> None:
    async with TelegramApi() as api:
        group = api.group("Friends", {ALICE: "member", BOB: "member"})
        async with TelegramBot(service, TOKEN, api.base_url).running():
            api.say(group, ALICE, "/tweetlike sample hum")
            answer = await api.answer(group)
        async with TelegramBot(service, TOKEN, api.base_url).running():
            api.say(group, BOB, "and the sea", replying_to=answer.message_id)
            second = await api.answer(group, 2)
            api.say(group, ALICE, "go on", replying_to=second.message_id)
            await api.answer(group, 3)
        assert not api.refusals
    assert asked(db) == [("sample", "and the sea", 1), ("sample", "go on", 1), ("sample", "hum", 5)]


async def test_telegram_alone_with_the_bot_all_text_goes_on_in_the_last_voice(service: Service, db: Database) -> None:
    async with TelegramApi() as api:
        chat = api.private_chat(ALICE)
        async with TelegramBot(service, TOKEN, api.base_url).running():
            for number, text in enumerate(("hello", "other count=2 hum", "why not?", "and so on"), 1):
                api.say(chat, ALICE, text)
                answer = await api.answer(chat, number)
                assert ("Name a voice" in answer.text) == (text == "hello")
        assert not api.refusals
    assert asked(db) == [("other", "and so on", 1), ("other", "hum", 2), ("other", "why not?", 1)]


async def test_telegram_of_a_forwarded_message_nobody_is_the_author_here(service: Service, db: Database) -> None:
    async with TelegramApi() as api:
        group = api.group("Friends", {ALICE: "member"})
        async with TelegramBot(service, TOKEN, api.base_url).running():
            said = api.say(group, ALICE, "somebody else's words")
            message = group.messages[said].to_json()
            message["forward_origin"] = {"type": "hidden_user", "sender_user_name": "Somebody", "date": 1}
            command = {"message_id": 900, "date": 1, "chat": group.to_json(), "from": ALICE.to_json()}
            entity = {"type": "bot_command", "offset": 0, "length": 10}
            facts = {"text": "/tweetlike sample", "entities": [entity], "reply_to_message": message}
            api.push({"message": command | facts})
            await api.until(lambda: asked(db))
    assert asked(db) == [("sample", "", 5)]


async def test_telegram_replies_are_between_people_where_talking_is_switched_off(
    service: Service, db: Database
) -> None:
    alter(service, settings=service.settings.model_copy(update={"talking": False}))
    async with TelegramApi() as api:
        group = api.group("Friends", {ALICE: "member", BOB: "member"})
        async with TelegramBot(service, TOKEN, api.base_url).running():
            api.say(group, ALICE, "/tweetlike sample hum")
            answer = await api.answer(group)
            api.say(group, BOB, "and the sea", replying_to=answer.message_id)
            api.say(group, BOB, "/tweetlike other hum")
            await api.answer(group, 2)
    assert asked(db) == [("other", "hum", 5), ("sample", "hum", 5)]
