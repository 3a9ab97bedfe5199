"""What a server's and a group's admins choose: who may, that it holds at once and after a restart, and where."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from types import SimpleNamespace

import discord
import pytest
from sqlite_utils import Database

from bot.platforms.discord.bot import DiscordBot
from bot.platforms.discord.client import asker_in
from bot.platforms.discord.embeds import CONTENT, shown_answer
from bot.platforms.telegram.bot import TelegramBot
from bot.service.answers import Answer
from bot.service.service import Service
from bot.service.turns import Asker
from data.accounts.store import configure_account, find_account
from data.chat.places import ALL, Choices, choices_of, choose_channels, choose_voices, switch
from data.errors import ForAdults, NotHere, OtherChannels, OwnPlaceOnly, SwitchedOff, TweetlikeError
from tests.bot.platforms.conftest import Server
from tests.peers.telegram_api import TOKEN, TelegramApi, User

pytestmark = pytest.mark.simcord(settle_timeout=30.0)
ALICE, BOSS = User(11, "Alice"), User(12, "Boss")
HERE = "discord:5"
ASKER = Asker("discord", "ann", "50", chat="5")


# The rule


@pytest.mark.parametrize(
    ("choose", "asker", "handle", "refused"),
    [
        (lambda db: None, ASKER, "sample", None),
        (lambda db: switch(db, HERE, "speaking", who="x", now=1), ASKER, "sample", SwitchedOff),
        (lambda db: switch(db, HERE, "speaking", who="x", now=1), replace(ASKER, exempt=True), "sample", SwitchedOff),
        (lambda db: switch(db, HERE, "speaking", who="x", now=1), replace(ASKER, chat="6"), "sample", None),
        (lambda db: switch(db, HERE, "speaking", who="x", now=1), replace(ASKER, chat=None), "sample", None),
        (lambda db: choose_channels(db, HERE, ["51"], who="x", now=1), ASKER, "sample", OtherChannels),
        (lambda db: choose_channels(db, HERE, ["50"], who="x", now=1), ASKER, "sample", None),
        (lambda db: choose_channels(db, HERE, ["51"], who="x", now=1), replace(ASKER, thread_of="51"), "sample", None),
        (lambda db: choose_voices(db, HERE, ["other"], who="x", now=1), ASKER, "sample", NotHere),
        (lambda db: choose_voices(db, HERE, ["other"], who="x", now=1), ASKER, "other", None),
        (lambda db: choose_voices(db, HERE, ["other"], who="x", now=1), ASKER, "sample+other", NotHere),
        (lambda db: choose_voices(db, HERE, [], who="x", now=1), ASKER, "other", NotHere),
    ],
)
async def test_what_was_chosen_decides_who_is_answered(
    service: Service, db: Database, choose: object, asker: Asker, handle: str, refused: type[TweetlikeError] | None
) -> None:
    choose(db)
    if refused is None:
        await service.answers.check(handle, asker=asker)
        assert (await service.answers.tweetlike(handle, "hum", asker=asker)).texts
    else:
        for ask in (service.answers.check, service.answers.tweetlike, service.games.begin):
            place = {"place": "here"} if ask == service.games.begin else {}
            if "+" in handle and place:
                continue
            with pytest.raises(refused):
                await ask(handle, asker=asker, **place)


@pytest.mark.parametrize(
    ("switched", "asker", "answered"),
    [
        (False, ASKER, False),
        (True, ASKER, False),
        (False, replace(ASKER, among_adults=True), False),
        (True, replace(ASKER, among_adults=True), True),
        (True, Asker("discord", "ann", "7"), False),  # alone with the bot
        (False, Asker("console", "operator", among_adults=True), True),
    ],
)
async def test_a_voice_for_adults_speaks_only_among_them_and_where_an_admin_allows_it(
    service: Service, db: Database, switched: bool, asker: Asker, answered: bool
) -> None:
    configure_account(db, find_account(db, "sample").id, adult=True)
    if switched:
        switch(db, HERE, "adult", who="x", now=1)
    for handle in ("sample", "sample+other"):
        if answered:
            assert (await service.answers.tweetlike(handle, "hum", asker=asker)).texts
        else:
            with pytest.raises(ForAdults):
                await service.answers.tweetlike(handle, "hum", asker=asker)
    assert (await service.answers.tweetlike("other", "hum", asker=asker)).texts


async def test_an_answer_of_before_is_not_repeated_where_its_voice_may_no_longer_speak(
    service: Service, db: Database
) -> None:
    answer = await service.answers.tweetlike("sample", "hum", asker=ASKER)
    choose_voices(db, HERE, ["other"], who="x", now=1)
    with pytest.raises(NotHere):
        await service.answers.again(answer.generation_id, asker=ASKER)
    with pytest.raises(NotHere):
        await service.answers.picture(answer.generation_id, ASKER)
    switch(db, HERE, "speaking", who="x", now=1)
    with pytest.raises(SwitchedOff):
        await service.games.board(ASKER, "5")


async def test_only_the_voices_of_a_place_are_suggested_there(service: Service, db: Database) -> None:
    choose_voices(db, HERE, ["other"], who="x", now=1)
    assert await service.directory.suggest_handles("", place=HERE) == ["other"]
    assert await service.directory.suggest_handles("@TH", place=HERE) == ["other"]
    assert await service.directory.suggest_handles("samp", place=HERE) == []
    assert await service.directory.suggest_handles("samp", place="discord:6") == ["sample"]
    assert await service.directory.examples(place=HERE) == ["other"]
    assert (await service.directory.voices("", 9, place=HERE)).handles == ("other",)
    assert (await service.directory.voices("samp", place=HERE)).total == 0
    choose_voices(db, HERE, ["other", "sample"], who="x", now=1)
    assert (await service.directory.voices("", place=HERE)).handles == ("other", "sample")


# Discord


async def test_discord_an_admin_switches_chooses_and_reads_what_holds(server: Server, db: Database) -> None:
    shown = await server.boss.slash(server.channel, "settings")
    assert shown.response.ephemeral
    assert "I answer: on" in shown.response.content
    await server.boss.click(shown.response, custom_id="switch:plain")
    await server.boss.select(shown.response, [server.channel], custom_id="place:channels")
    await server.boss.select(shown.response, ["de"], custom_id="place:language")
    form = await server.boss.click(shown.response, custom_id="place:voices")
    await server.boss.submit_modal(form, {"handles": "other, @Sample"})
    assert choices_of(db, server.place) == Choices(
        plain=True, language="de", voices=("other", "sample"), channels=(str(server.channel.id),)
    )
    answer = await server.alice.slash(server.channel, "tweetlike", handle="sample", prompt="hum")
    assert not answer.response.embeds
    assert answer.response.content.startswith("**sample** (@\u2060sample)\n1. hum")
    assert answer.response.content.splitlines()[-1].startswith("-# KI-Parodie")
    await server.boss.click(shown.response, custom_id="switch:speaking")
    refused = await server.alice.slash(server.channel, "tweetlike", handle="sample", prompt="hum")
    assert "switched off here" in refused.response.content
    assert refused.response.ephemeral


async def test_discord_a_member_changes_nothing(server: Server, db: Database) -> None:
    assert "settings" not in server.alice.available_commands(server.channel)
    assert "settings" in server.boss.available_commands(server.channel)
    shown = await server.boss.slash(server.channel, "settings")
    interaction = SimpleNamespace(
        guild_id=server.guild.id, is_guild_integration=lambda: True, permissions=discord.Permissions.none()
    )
    from bot.platforms.discord import place_settings

    for item in (
        place_settings.SwitchButton("plain"),
        place_settings.VoicesButton(),
        place_settings.ChannelMenu(),
        place_settings.LanguageMenu(),
    ):
        with pytest.raises(OwnPlaceOnly):
            await item.press(interaction)
    assert shown.response.ephemeral
    assert choices_of(db, server.place) == ALL


async def test_discord_talking_is_switched_off_by_itself(server: Server, simcord_bot: DiscordBot, db: Database) -> None:
    switch(db, server.place, "talking", who="x", now=1)
    await server.alice.send(server.channel, f"<@{simcord_bot.user.id}> sample hum")
    assert {message.author.id for message in server.channel.history()} == {server.alice.id}
    assert (await server.alice.slash(server.channel, "tweetlike", handle="sample", prompt="hum")).response.embeds


async def test_discord_what_was_chosen_goes_with_the_server(
    server: Server, simcord_bot: DiscordBot, db: Database
) -> None:
    switch(db, server.place, "plain", who="x", now=1)
    switch(db, "discord:99", "plain", who="x", now=1)
    await simcord_bot.on_ready()
    left = "SELECT place FROM places WHERE left_at IS NOT NULL"
    assert [place for (place,) in db.execute(left)] == ["discord:99"]
    await simcord_bot.on_guild_remove(SimpleNamespace(id=server.guild.id))
    assert {place for (place,) in db.execute(left)} == {"discord:99", server.place}
    await simcord_bot.on_guild_join(SimpleNamespace(id=99))
    assert [place for (place,) in db.execute(left)] == [server.place]


def test_discord_says_where_somebody_asks() -> None:
    thread = object.__new__(discord.Thread)
    thread.parent_id, thread.guild, thread.id = 50, SimpleNamespace(get_channel=lambda _: None), 51
    assert asker_in(thread, 51, "5", 1, exempt=False).thread_of == "50"
    rated = SimpleNamespace(is_nsfw=lambda: True)
    assert asker_in(rated, 50, "5", 1, exempt=False).among_adults
    assert not asker_in(rated, 50, None, 1, exempt=False).among_adults
    assert asker_in(None, 50, None, 1, exempt=True).among_adults, "the operator, alone with the bot"
    assert not asker_in(None, 50, "5", 1, exempt=True).among_adults


@pytest.mark.parametrize("length", [1, 140, 280, 3_000])
@pytest.mark.parametrize("tweets", [1, 5, 10])
def test_discord_an_answer_as_text_fits_and_is_no_markup(length: int, tweets: int) -> None:
    numbers = count()
    texts = tuple(
        f"{next(numbers)} *bold* [x](http://y.z) @everyone ".ljust(length, "_")[:length] for _ in range(tweets)
    )
    answer = Answer("sample", "A *name* " * 30, "", texts, 1, 400, 1.0, 1, 1, stats=None)
    text, embeds = shown_answer(answer, as_text=True)
    assert text is not None
    assert not embeds
    assert len(text) <= CONTENT
    assert len(text.splitlines()) == tweets + 2
    assert "@everyone" not in text
    assert "AI parody" in text


# Telegram


async def test_telegram_an_administrator_switches_and_chooses(service: Service, db: Database) -> None:
    async with TelegramApi() as api:
        group = api.group("Friends", {ALICE: "member", BOSS: "administrator"})
        place = f"telegram:{group.id}"
        async with TelegramBot(service, TOKEN, api.base_url).running():
            api.say(group, ALICE, "/settings")
            assert "Only who may manage" in (await api.answer(group)).text
            api.say(group, BOSS, "/settings voices other")
            shown = await api.answer(group, 2)
            assert "voices: other" in shown.text
            api.press(shown, ALICE, "I answer")
            api.press(shown, BOSS, "Deutsch")
            await api.until(lambda: choices_of(db, place).language == "de")
            assert choices_of(db, place).speaking
            api.say(group, ALICE, "/tweetlike other hum")
            assert "KI-Parodie" in (await api.answer(group, 3)).text
            api.say(group, ALICE, "/tweetlike sample hum")
            assert "does not speak here" in (await api.answer(group, 4)).text
            api.press(shown, BOSS, "I answer")
            await api.until(lambda: not choices_of(db, place).speaking)
            api.say(group, ALICE, "/tweetlike other hum")
            assert "switched off here" in (await api.answer(group, 5)).text
            api.say(group, BOSS, "/settings voices all")
            assert "voices: all" in (await api.answer(group, 6)).text
        assert not api.refusals


async def test_telegram_alone_with_the_bot_there_is_nothing_to_choose(service: Service, db: Database) -> None:
    async with TelegramApi() as api:
        chat = api.private_chat(BOSS)
        async with TelegramBot(service, TOKEN, api.base_url).running():
            api.say(chat, BOSS, "/settings")
            assert "Only who may manage" in (await api.answer(chat)).text
    assert db.table("places").count == 0


async def test_telegram_what_was_chosen_goes_with_the_group(service: Service, db: Database) -> None:
    async with TelegramApi() as api:
        group = api.group("Friends", {BOSS: "creator"})
        place = f"telegram:{group.id}"
        switch(db, place, "adult", who="x", now=1)
        member = {"user": {"id": 1, "is_bot": True, "first_name": "bot"}}
        facts = {"chat": group.to_json(), "from": BOSS.to_json(), "date": 1}

        def left() -> list[str]:
            return [place for (place,) in db.execute("SELECT place FROM places WHERE left_at IS NOT NULL")]

        async with TelegramBot(service, TOKEN, api.base_url).running():
            before, after = member | {"status": "member"}, member | {"status": "left"}
            api.push({"my_chat_member": facts | {"old_chat_member": before, "new_chat_member": after}})
            await api.until(lambda: left() == [place])
            api.push({"my_chat_member": facts | {"old_chat_member": after, "new_chat_member": before}})
            await api.until(lambda: left() == [])
        assert not api.refusals
