"""The real Discord client in an offline Discord: what a member sees, what an admin may, and that nobody is pinged."""

from __future__ import annotations

import functools
import json
import logging
import random
import re
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest
import simcord
import torch
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from pydantic import SecretStr
from simcord import interactions as simcord_interactions
from sqlite_utils import Database

from bot.generation.generator import EmbeddedGenerator
from bot.generation.ticket import EngineOptions
from bot.generation.types import GenerationRequest, GenerationResult, Stats
from bot.platforms.discord import answers as discord_answers
from bot.platforms.discord import client as discord_client
from bot.platforms.discord import operators as discord_operators
from bot.platforms.discord.bot import DiscordBot
from bot.platforms.discord.embeds import answer_embeds
from bot.platforms.discord.translations import TABLES
from bot.platforms.languages import ENGLISH
from bot.service.answers import Answer
from bot.service.context import make_context
from bot.service.safety import neutralise, prompt_from
from bot.service.service import Service
from bot.service.turns import Turns
from data.accounts.store import configure_account, ensure_account, find_account, list_accounts
from data.chat.games import find_round
from data.jobs import queue as jobs
from data.jobs.queue import Job, Progress, Result
from data.models.bases import Base
from data.models.registry import live_version
from data.models.scorecards import count_votes
from data.settings import Settings
from tests.conftest import MakeGame, MakeVoice, ScoreOf, StopDuring, alter
from training.publishing.plots import CurvePoint, draw_curve

pytestmark = pytest.mark.simcord(settle_timeout=30.0)
EVERY_S = 60.0  # of simulated time: longer than the patience above, so that a sleeping watcher counts as idle
JOINER = "\u2060"
COMMANDS = ["tweetlike", "retrain", "models", "score", "import", "schedule", "forget", "help"]
FOR_ADMINS = {"retrain", "rollback", "cancel", "import", "schedule", "forget"}
COMMANDS += ["talk", "realorfake", "leaderboard", "voices", "status", "privacy", "rollback", "cancel"]


def id_of(db: Database, table: str = "generations") -> int:
    """That of the one answer or round there is, or of the first."""
    return int(db.execute(f"SELECT id FROM {table} LIMIT 1").fetchone()[0])


@dataclass
class Installation:
    """Who installed the bot where a command is given: "server" or "person"."""

    by: str = "server"


@dataclass(frozen=True)
class Server:
    """A server with a channel, an ordinary member and one who may manage it."""

    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    alice: simcord.MemberActor
    manager: simcord.MemberActor


@pytest.fixture
def installation(monkeypatch: pytest.MonkeyPatch) -> Installation:
    """Let interactions say who installed the bot, as Discord's do and the simulated ones do not."""
    installation = Installation()
    build = simcord_interactions.base_payload

    def with_owners(backend: Any, **facts: Any) -> tuple[Any, dict[str, Any]]:
        record, payload = build(backend, **facts)
        owner = ("0", facts["guild_id"] or 0) if installation.by == "server" else ("1", facts["user_id"])
        payload["authorizing_integration_owners"] = {owner[0]: str(owner[1])}
        return record, payload

    monkeypatch.setattr(simcord_interactions, "base_payload", with_owners)
    return installation


@pytest.fixture
async def service(settings: Settings, base: Base, db: Database) -> AsyncIterator[Service]:
    options = EngineOptions(torch.device("cpu"), "float32")
    async with EmbeddedGenerator(base.folder, options) as generator:
        patient = settings.model_copy(update={"request_timeout_s": 1e9})  # the client's clock is simulated, from 0 on
        service = Service(make_context(patient, generator, base, seeds=random.Random(1)))
        yield service
        await service.close()


@pytest.fixture
def simcord_bot(service: Service, installation: Installation, monkeypatch: pytest.MonkeyPatch) -> DiscordBot:
    monkeypatch.setattr(discord_operators, "PROGRESS_EVERY_S", EVERY_S)
    return DiscordBot(service)


@pytest.fixture
async def server(simcord_env: simcord.Env, simcord_bot: DiscordBot, service: Service) -> Server:
    """One whose admins the operator trusts."""
    guild = simcord_env.create_guild()
    trusted = {"discord_trusted_servers": frozenset({guild.id})}
    alter(service, settings=service.settings.model_copy(update=trusted))
    manages = guild.create_role("manager", permissions=discord.Permissions(manage_guild=True))
    server = Server(
        guild,
        guild.create_text_channel("general"),
        guild.add_member(simcord_env.create_user("alice")),
        guild.add_member(simcord_env.create_user("manager"), roles=[manages]),
    )
    await simcord_bot.register_in(guild.id)
    await simcord_env.settle()
    return server


@pytest.fixture
def nobody_pinged(simcord_env: simcord.Env) -> Iterator[None]:
    """After the test: every text that the bot sent forbade Discord to read a mention out of it."""
    yield
    bodies = [request.json for request in simcord_env.http_requests if isinstance(request.json, dict)]
    texts = [body.get("data", body) for body in bodies]
    sent = [text for text in texts if isinstance(text, dict) and (text.get("content") or text.get("embeds"))]
    assert sent
    assert all(text.get("allowed_mentions") == {"parse": []} for text in sent)


def seen(text: str) -> str:
    """A text as a person reads it: without the invisible joiners."""
    return text.replace(JOINER, "")


def rendered(markdown: str) -> str:
    """Escaped markdown as a person reads it; fails if anything in it is still markup."""
    assert not re.search(r"[*_~`|\[\]]", re.sub(r"\\.", "", markdown, flags=re.DOTALL)), markdown
    return seen(re.sub(r"\\(.)", r"\1", markdown, flags=re.DOTALL))


def tweets_of(embed: discord.Embed) -> list[str]:
    """The numbered tweets of an answer, as a person reads them."""
    numbered = (embed.description or "").split("\n\n")
    assert all(line.startswith(f"**{number}.** ") for number, line in enumerate(numbered, 1))
    return [rendered(line.partition(".** ")[2]) for line in numbered]


def replies(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    """The one message that answers a command."""
    assert result.response is not None
    assert result.followups == []
    return result.response


def job_messages(db: Database) -> list[tuple[int, str, str]]:
    return jobs.messages_to_update(db, "discord")


# An answer


@pytest.mark.usefixtures("nobody_pinged")
async def test_tweetlike_answers_with_one_embed_of_five_tweets_that_says_whose_parody_it_is(
    server: Server, make_voice: MakeVoice, db: Database
) -> None:
    account, version = make_voice("sample")
    configure_account(db, account.id, display_name="Sample *Person* @everyone")

    result = await server.alice.slash(server.channel, "tweetlike", handle="sample", prompt="My dream is")

    reply = replies(result)
    assert not reply.ephemeral
    assert len(server.channel.history()) == 1
    [embed] = reply.embeds
    [row] = db.query("SELECT * FROM generations")
    texts = tweets_of(embed)
    assert len(texts) == 5
    assert all(text.startswith("My dream is") for text in texts)
    assert seen(embed.author.name or "") == "Sample *Person* @everyone (@sample)"
    assert f"@{JOINER}everyone" in (embed.author.name or "")
    day = datetime.fromtimestamp(version.created_at, UTC).strftime("%Y-%m-%d")
    assert embed.title == "My dream is …"
    assert seen(embed.footer.text or "") == "AI parody — not @sample's words"
    info = replies(await server.manager.click(server.channel.last_message, custom_id=f"info:{row['id']}"))
    assert info.ephemeral
    assert info.content == f"version 1 · trained on 400 tweets · {day} · seed {row['seed']}"
    assert (row["platform"], row["requester"]) == ("discord", str(server.alice.id))


async def test_tweetlike_takes_a_count_a_creativity_and_a_seed(
    server: Server, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    wanted = {"handle": "sample", "prompt": "hum", "count": 2, "creativity": "1.5", "seed": 7}
    result = await server.alice.slash(server.channel, "tweetlike", **wanted)
    assert len(tweets_of(replies(result).embeds[0])) == 2
    [row] = db.query("SELECT * FROM generations")
    assert (row["seed"], json.loads(row["sampling"])["temperature"]) == (7, 1.5)
    refused = await server.alice.slash(server.channel, "tweetlike", handle="sample", creativity="mad")
    assert "calm, usual, wild or a number from 0.1 to 2" in rendered(replies(refused).content)
    choices = await server.alice.autocomplete(server.channel, "tweetlike", "creativity", "w")
    assert [choice["value"] for choice in choices] == ["wild"]


@pytest.mark.usefixtures("nobody_pinged")
async def test_the_button_asks_again_with_a_new_seed_also_after_a_restart(
    simcord_env: simcord.Env, server: Server, service: Service, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    await server.alice.slash(server.channel, "tweetlike", handle="sample", prompt="hum", count=3, creativity="calm")
    [first] = server.channel.history()
    await simcord_env.restart_bot(DiscordBot(service))
    await server.alice.click(first, label="Again")
    second = server.channel.last_message
    assert second.id != first.id
    assert len(tweets_of(second.embeds[0])) == 3
    assert tweets_of(second.embeds[0]) != tweets_of(first.embeds[0])
    rows = list(db.query("SELECT * FROM generations"))
    assert {(row["prompt"], json.loads(row["sampling"])["temperature"]) for row in rows} == {("hum", 0.7)}
    assert len({row["seed"] for row in rows}) == 2


async def test_a_button_whose_answer_is_gone_says_so(server: Server, make_voice: MakeVoice, db: Database) -> None:
    make_voice("sample")
    await server.alice.slash(server.channel, "tweetlike", handle="sample")
    db.execute("DELETE FROM generations")
    db.conn.commit()
    answer = server.channel.last_message
    reply = replies(await server.alice.click(answer, label="Again"))
    assert "too old for its button" in reply.content
    assert reply.ephemeral
    assert server.channel.last_message == answer, "nobody else reads of it"


async def test_an_unforeseen_error_after_a_press_is_logged_and_said(
    server: Server, service: Service, make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_voice("sample")
    await server.alice.slash(server.channel, "tweetlike", handle="sample")
    monkeypatch.setattr(service.answers, "again", lambda *_, **__: 1 / 0)
    await server.alice.click(server.channel.last_message, label="Again")
    assert server.channel.last_message.content.startswith("Something broke.")


async def test_a_request_that_waits_is_told_its_place_in_the_message_that_becomes_the_answer(
    simcord_env: simcord.Env,
    server: Server,
    service: Service,
    make_voice: MakeVoice,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_voice("sample")
    generate = service.context.generator.generate

    async def waiting(request: GenerationRequest, on_wait: Callable[[int], None]) -> GenerationResult:
        on_wait(4)
        return await generate(request)

    monkeypatch.setattr(service.context.generator, "generate", waiting)
    await server.alice.slash(server.channel, "tweetlike", handle="sample")
    edits = [r.json or {} for r in simcord_env.http_requests if r.path.endswith("/messages/@original")]
    assert [edit.get("content") for edit in edits] == ["You are number 4 in line …", None]
    [message] = server.channel.history()
    assert not message.content
    assert len(tweets_of(message.embeds[0])) == 5


async def test_tweetlike_defers_before_anything_is_looked_up_or_generated(
    simcord_env: simcord.Env,
    server: Server,
    service: Service,
    make_voice: MakeVoice,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_voice("sample")
    callbacks: list[Any] = []

    async def looked_up(*arguments: Any, **options: Any) -> Answer:
        responses = [r.json or {} for r in simcord_env.http_requests if r.path.endswith("/callback")]
        callbacks.extend(response["type"] for response in responses)
        return await type(service.answers).tweetlike(service.answers, *arguments, **options)

    monkeypatch.setattr(service.answers, "tweetlike", looked_up)
    result = await server.alice.slash(server.channel, "tweetlike", handle="sample")
    assert callbacks == [discord.InteractionResponseType.deferred_channel_message.value]
    assert len(tweets_of(replies(result).embeds[0])) == 5


async def test_tweetlike_answers_in_a_private_chat_with_the_bot(server: Server, make_voice: MakeVoice) -> None:
    make_voice("sample")
    result = await server.alice.user.slash("tweetlike", handle="@Sample")
    assert "AI parody" in (replies(result).embeds[0].footer.text or "")


async def test_autocomplete_offers_handles_with_a_voice_those_that_begin_with_the_text_first(
    server: Server, make_voice: MakeVoice
) -> None:
    for handle in ("zebra_moon", "moonlight", "amoon", "sun"):
        make_voice(handle)
    make_voice("moon_unvoiced", live=False)
    choices = await server.alice.autocomplete(server.channel, "tweetlike", "handle", "@Moon")
    assert [choice["value"] for choice in choices] == ["moonlight", "amoon", "zebra_moon"]
    assert [choice["name"] for choice in choices] == ["@moonlight", "@amoon", "@zebra_moon"]


async def test_autocomplete_never_offers_more_than_discord_takes(
    server: Server, make_voice: MakeVoice, db: Database
) -> None:
    _, version = make_voice("voice_00")
    for number in range(1, 40):
        ensure_account(db, f"voice_{number:02}", now=time.time())
    with db.conn:
        db.execute("UPDATE accounts SET live_version_id = ?", [version.id])
    for command in ("tweetlike", "retrain", "models"):
        choices = await server.manager.autocomplete(server.channel, command, "handle", "voice")
        assert [choice["value"] for choice in choices] == [f"voice_{number:02}" for number in range(25)]


# What cannot be answered


@pytest.mark.usefixtures("nobody_pinged")
async def test_an_unknown_handle_gets_the_closest_ones(server: Server, make_voice: MakeVoice) -> None:
    make_voice("_nayan_cat_")
    result = await server.alice.slash(server.channel, "tweetlike", handle="_nayan_cut_")
    assert rendered(replies(result).content) == "I don't know @_nayan_cut_. Did you mean @_nayan_cat_?"


async def test_a_handle_without_a_voice_says_how_it_gets_one(
    server: Server, make_voice: MakeVoice, db: Database
) -> None:
    account, _ = make_voice("sample", live=False)
    result = await server.alice.slash(server.channel, "tweetlike", handle="sample")
    assert rendered(replies(result).content) == "@sample has no voice yet. An admin can train it: /retrain sample."
    jobs.enqueue(db, "train", "sample", account.id, requested_by="test", now=time.time())
    result = await server.alice.slash(server.channel, "tweetlike", handle="sample")
    assert "still learning to talk" in replies(result).content


@pytest.mark.usefixtures("nobody_pinged")
async def test_a_hostile_handle_is_refused_in_plain_words(server: Server, make_voice: MakeVoice) -> None:
    make_voice("sample")
    for handle in (
        "@everyone",
        "@@everyone",
        "<@123> <@&456> <#789>",
        "**bold** ||hidden|| `code`",
        "[a](https://evil.example) *b* [c](d)",
        "../../etc/passwd",
        "sample'; DROP TABLE accounts; --",
        "\u202eelpmas\x00\n# heading",
        "x" * 6000,
    ):
        for command in ("tweetlike", "models"):
            reply = replies(await server.alice.slash(server.channel, command, handle=handle))
            assert len(reply.content) < 300
            assert "\n" not in reply.content
            assert_harmless(reply.content)
            assert re.search("is not a handle I can read|I don't know @everyone", rendered(reply.content))
            assert not reply.message.mention_everyone
            assert reply.message.raw_mentions == []


async def test_a_beginning_that_is_too_long_is_refused_with_the_two_numbers(
    server: Server, make_voice: MakeVoice
) -> None:
    make_voice("sample")
    result = await server.alice.slash(server.channel, "tweetlike", handle="sample", prompt="moon " * 50)
    assert replies(result).content.startswith("That beginning has 249 characters; a tweet leaves room for 200.")


@pytest.mark.usefixtures("nobody_pinged")
async def test_a_prompt_with_mentions_markup_and_links_pings_nobody_and_stays_text(
    server: Server, make_voice: MakeVoice
) -> None:
    make_voice("sample")
    prompt = "@everyone <@123> **bold** [x](https://a.example)"
    reply = replies(await server.alice.slash(server.channel, "tweetlike", handle="sample", prompt=prompt))
    [embed] = reply.embeds
    assert_harmless(embed.description or "")
    assert all(text.startswith(prompt) for text in tweets_of(embed))
    assert not reply.message.mention_everyone
    assert reply.message.mentions == []


# Escaping


MENTIONS = re.compile(r"@everyone|@here|<(?:@[!&]?\d|#\d|a?:\w+:\d|/[\w -]+:\d|t:\d|id:)")
NASTY = ["@everyone", "@here", "<@123>", "<@!1>", "<@&5>", "<#7>", "<:a:1>", "<t:0>", "</x:1>", "https://evil.example"]
PIECES = st.one_of(
    st.sampled_from(NASTY),
    st.sampled_from(list("@<>#:/&!*_~`|[]()\\-.\n\r\u2028\u200b\u2060\u202e\u0301\ufe0f")),
    st.characters(exclude_categories=()),
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)
HANDLES = st.sampled_from(["sample", "_x_", "a" * 15, ".".join(["b" * 60] * 4), "user.name@instance.example"])


def assert_harmless(text: str) -> None:
    """No mention, no live link, nothing that Discord cannot store."""
    assert not MENTIONS.search(text), text
    assert not re.search(r"(?i)(https?|steam|discord)://", text), text
    text.encode()


def answer(*texts: str, handle: str = "sample", display_name: str = "Sample") -> Answer:
    return Answer(handle, display_name, "", texts, 3, 1234, 1_700_000_000.0, 42, 1, Stats())


def test_markup_links_and_mentions_of_a_model_are_shown_as_written() -> None:
    written = [
        "@everyone and @here, ask <@123>, <@&4>, <#5>",
        "**bold** _it_ ~~gone~~ `code` ||hidden|| \\*",
        "[click](https://evil.example/a_b) or [**this**](x) and [that](y)",
        "<x:/**shout**> steam://**run**",
        "❤\ufe0fhttps://evil.example\n# heading\n> quote",
    ]
    [embed] = answer_embeds(answer(*written, display_name="@everyone <@123> ❤\ufe0fhttps://evil.example"))
    assert tweets_of(embed) == [text.replace("\n", " ") for text in written]
    for text in (embed.description, embed.author.name, embed.footer.text):
        assert_harmless(text or "")


@given(st.lists(TEXTS, min_size=1, max_size=5), TEXTS, HANDLES)
def test_no_text_of_a_model_breaks_an_embed_pings_anyone_or_becomes_markup(
    texts: list[str], display_name: str, handle: str
) -> None:
    embeds = answer_embeds(answer(*texts, handle=handle, display_name=display_name))
    description, author = "\n\n".join(embed.description or "" for embed in embeds), embeds[0].author.name or ""
    footer = embeds[-1].footer.text or ""
    assert all(0 < len(embed.description or "") <= 4096 for embed in embeds)
    assert 0 < len(author) <= 256
    assert len(footer) <= 2048
    assert sum(map(len, embeds)) <= 6000
    assert "AI parody" in footer
    assert sum(len(tweets_of(embed)) for embed in embeds) == len(texts)
    for text in (description, author, footer):
        assert_harmless(text)


@examples(max_examples=20, deadline=None, derandomize=True)
@given(st.sampled_from(["*", "@", "<@1>", "漢", "a b ", "\\", "🎈"]), st.integers(400, 5000))
def test_very_long_texts_still_fit_an_embed(piece: str, length: int) -> None:
    texts = [(piece * length)[:length]] * 5
    embeds = answer_embeds(answer(*texts, handle=".".join(["b" * 60] * 4), display_name=texts[0]))
    assert sum(map(len, embeds)) <= 6000
    for embed in embeds:
        assert 0 < len(embed.description or "") <= 4096
        assert_harmless(embed.description or "")
    assert "AI parody" in (embeds[-1].footer.text or "")


def test_ten_tweets_full_of_markup_are_all_shown() -> None:
    """Of ten, eight were shown, the last one cut, while the menu offered ten."""
    embeds = answer_embeds(answer(*["*_" * 125] * 10))
    text = "\n\n".join(embed.description or "" for embed in embeds)
    assert text == "\n\n".join(f"**{number}.** " + "\\*\\_" * 125 for number in range(1, 11))


def test_the_client_forbids_every_mention_whatever_is_sent(simcord_bot: DiscordBot) -> None:
    assert simcord_bot.allowed_mentions is not None
    assert dict(simcord_bot.allowed_mentions.to_dict()) == {"parse": []}


# Who may retrain


async def test_an_ordinary_member_is_refused_in_private_even_where_the_command_was_opened_to_all(
    simcord_bot: DiscordBot, server: Server, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    assert "retrain" not in server.alice.available_commands(server.channel)
    await open_to_all(simcord_bot, server)
    result = await server.alice.slash(server.channel, "retrain", handle="sample")
    assert replies(result).ephemeral
    assert replies(result).content == "Only admins of this bot may retrain a voice."
    assert server.channel.history(viewer=server.manager) == []
    assert jobs.active_jobs(db) == []


async def test_in_a_private_chat_and_in_other_servers_there_is_no_command_for_admins(
    simcord_env: simcord.Env, server: Server, make_voice: MakeVoice, db: Database
) -> None:
    """Managers of any server were shown what they may not use."""
    make_voice("sample")
    with pytest.raises(simcord.SetupError):
        await server.alice.user.slash("retrain", handle="sample")
    other = simcord_env.create_guild()
    channel = other.create_text_channel("general")
    manages = other.create_role("manager", permissions=discord.Permissions(administrator=True))
    mallory = other.add_member(simcord_env.create_user("mallory"), roles=[manages])
    await simcord_env.settle()
    assert "tweetlike" in mallory.available_commands(channel)
    assert not FOR_ADMINS & set(mallory.available_commands(channel))
    assert jobs.active_jobs(db) == []


async def test_a_server_that_is_trusted_no_longer_is_shown_no_command_for_admins(
    simcord_env: simcord.Env, server: Server, service: Service
) -> None:
    await simcord_env.restart_bot(DiscordBot(service))  # notes where they are shown
    await simcord_env.settle()
    assert "retrain" in server.manager.available_commands(server.channel)
    alter(service, settings=service.settings.model_copy(update={"discord_trusted_servers": frozenset()}))
    await simcord_env.restart_bot(DiscordBot(service))
    await simcord_env.settle()
    assert "retrain" not in server.manager.available_commands(server.channel)


async def test_a_trusted_server_that_the_bot_joins_later_is_shown_them(
    simcord_env: simcord.Env, simcord_bot: DiscordBot, server: Server
) -> None:
    simcord_bot.tree.clear_commands(guild=discord.Object(server.guild.id))
    await simcord_bot._register(discord.Object(server.guild.id))
    assert "retrain" not in server.manager.available_commands(server.channel)
    guild = simcord_bot.get_guild(server.guild.id)
    assert guild
    await simcord_bot.on_guild_join(guild)
    assert "retrain" in server.manager.available_commands(server.channel)


@pytest.mark.usefixtures("nobody_pinged")
async def test_a_member_who_manages_the_server_may_retrain(server: Server, make_voice: MakeVoice, db: Database) -> None:
    make_voice("sample")
    result = await server.manager.slash(server.channel, "retrain", handle="sample")
    [job] = jobs.active_jobs(db)
    assert (job.kind, job.handle, job.requested_by) == ("train", "sample", f"discord:{server.manager.id}")
    [shown] = server.channel.history(viewer=server.alice)
    assert seen(shown.content) == "Training @sample: waiting for the trainer."
    assert replies(result).ephemeral
    assert shown.jump_url in replies(result).content
    assert job_messages(db) == [(job.id, str(server.channel.id), str(shown.id))]


async def test_managing_a_server_that_nobody_trusts_gives_no_right_over_shared_voices(
    server: Server, service: Service, make_voice: MakeVoice, db: Database
) -> None:
    """Anybody can take a public bot into a server of their own."""
    make_voice("sample")
    account, second = make_voice("sample", seed=2)
    job = jobs.enqueue(db, "train", "sample", account.id, requested_by="operator", now=1.0)
    alter(service, settings=service.settings.model_copy(update={"discord_trusted_servers": frozenset()}))
    for command in ("retrain", "rollback", "cancel"):
        reply = replies(await server.manager.slash(server.channel, command, handle="sample"))
        assert reply.ephemeral
        assert "Only admins" in reply.content
    assert jobs.active_jobs(db) == [job]
    assert live_version(db, account.id) == second


async def test_a_trusted_server_has_an_allowance(
    server: Server, service: Service, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    make_voice("other")
    ask = functools.partial(server.manager.slash, server.channel, "retrain")
    await ask(handle="sample")
    assert "is being trained for your server already" in rendered(replies(await ask(handle="other")).content)
    for number in range(2):
        [job] = jobs.active_jobs(db)
        jobs.request_cancel(db, job.id, now=2.0)
        await ask(handle=("other", "sample")[number])
    [job] = jobs.active_jobs(db)
    jobs.request_cancel(db, job.id, now=2.0)
    assert "3 trainings for today" in rendered(replies(await ask(handle="other")).content)
    alter(service, clock=lambda: time.time() + 90_000)
    await ask(handle="other")
    [job] = jobs.active_jobs(db)
    assert job.handle == "other"


async def test_in_the_quiet_hours_a_trusted_server_starts_nothing_but_an_operator_does(
    server: Server, service: Service, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    alter(service, settings=service.settings.model_copy(update={"quiet_hours": "00:00-23:59"}), clock=lambda: 3600.0)
    reply = replies(await server.manager.slash(server.channel, "retrain", handle="sample"))
    assert "quiet hours (00:00-23:59 UTC)" in rendered(reply.content)
    assert jobs.active_jobs(db) == []
    operators = {"discord_admins": frozenset({server.manager.id})}
    alter(service, settings=service.settings.model_copy(update=operators))
    await server.manager.slash(server.channel, "retrain", handle="sample")
    assert len(jobs.active_jobs(db)) == 1


async def test_managing_a_server_is_not_enough_where_only_a_person_installed_the_bot(
    server: Server, installation: Installation, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    installation.by = "person"
    result = await server.manager.slash(server.channel, "retrain", handle="sample")
    assert "Only admins" in replies(result).content
    assert jobs.active_jobs(db) == []


async def test_the_ids_of_the_settings_may_retrain_in_any_server_that_shows_it(
    simcord_bot: DiscordBot, server: Server, service: Service, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    no_trust = {"discord_admins": frozenset({server.alice.id}), "discord_trusted_servers": frozenset()}
    alter(service, settings=service.settings.model_copy(update=no_trust))
    await open_to_all(simcord_bot, server)
    other = server.guild.create_text_channel("other")
    await server.alice.slash(server.channel, "retrain", handle="sample")
    await server.alice.slash(other, "retrain", handle="sample")
    assert len(jobs.active_jobs(db)) == 1  # the same request twice is one job, shown in both places
    assert {channel for _, channel, _ in job_messages(db)} == {str(server.channel.id), str(other.id)}


@pytest.mark.parametrize(
    ("role", "may"), [(None, True), ("admin", True), ("developer", True), ("read_only", False), ("owner", True)]
)
async def test_the_owner_of_the_application_or_those_of_its_team_who_work_on_it_may_retrain(
    role: str | None,
    may: bool,
    simcord_env: simcord.Env,
    server: Server,
    service: Service,
    make_voice: MakeVoice,
    db: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_voice("sample")
    user = {"id": str(server.alice.id), "username": "alice", "discriminator": "0", "avatar": None, "global_name": None}
    ask = discord.http.HTTPClient.application_info

    async def application_info(http: discord.http.HTTPClient) -> Any:
        facts: Any = await ask(http)
        if role is None:
            return facts | {"owner": user}
        stated = "read_only" if role == "owner" else role
        member = {"user": user, "membership_state": 2, "permissions": ["*"], "team_id": "7", "role": stated}
        owner_id = user["id"] if role == "owner" else "8"
        return facts | {"team": {"id": "7", "icon": None, "name": "t", "owner_user_id": owner_id, "members": [member]}}

    monkeypatch.setattr(discord.http.HTTPClient, "application_info", application_info)
    bot = DiscordBot(service)
    await simcord_env.restart_bot(bot)
    await simcord_env.settle()
    await open_to_all(bot, server)
    result = await server.alice.slash(server.channel, "retrain", handle="sample")
    assert (len(jobs.active_jobs(db)) == 1) is may
    assert ("Only admins" in replies(result).content) is not may


@pytest.mark.parametrize("refused", [(400, 50083, "Thread is archived"), (403, 50013, "Missing Permissions")])
async def test_where_no_message_may_be_sent_the_training_is_asked_for_all_the_same(
    server: Server, make_voice: MakeVoice, db: Database, monkeypatch: pytest.MonkeyPatch, refused: tuple[int, int, str]
) -> None:
    """In a locked thread "Something broke" was said, while the job was queued and nobody followed it."""
    make_voice("sample")
    status, code, message = refused

    async def refuse(*_: object, **__: object) -> None:
        kind = discord.Forbidden if status == 403 else discord.HTTPException
        raise kind(SimpleNamespace(status=status, reason="no"), {"code": code, "message": message})  # type: ignore[arg-type]

    monkeypatch.setattr(discord.abc.Messageable, "send", refuse)
    reply = replies(await server.manager.slash(server.channel, "retrain", handle="sample"))
    assert "It is queued. I may post neither" in reply.content
    assert len(jobs.active_jobs(db)) == 1


async def test_retraining_an_unknown_voice_is_answered_in_private_and_asks_for_nothing(
    server: Server, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    result = await server.manager.slash(server.channel, "retrain", handle="sampel")
    assert replies(result).ephemeral
    assert "Did you mean @sample?" in rendered(replies(result).content)
    assert jobs.active_jobs(db) == []
    assert server.channel.history(viewer=server.alice) == []


async def open_to_all(bot: DiscordBot, server: Server, name: str = "retrain") -> None:
    """Allow a command to everyone in the server's settings, as its owner could."""
    commands = await bot.tree.fetch_commands(guild=discord.Object(server.guild.id))
    found = next(command for command in commands if command.name == name)
    server.guild.set_command_permissions(found, {server.guild.default_role: True})


# Progress


def begin(db: Database) -> Job:
    """Be the trainer that takes the job up."""
    job = jobs.claim(db, "trainer", now=time.time())
    assert job is not None
    return job


def go_on(db: Database, job: Job, step: int) -> None:
    jobs.heartbeat(db, job, Progress("training", step, 100, step / 50, 2.0, 3.911, 230.4, 61.0), now=time.time())


def end(db: Database, job: Job) -> None:
    done = Result("Version 2 is live: 1.90 bits/char, *before* 2.00.", 2, promoted=True)
    jobs.finish(db, job, "succeeded", done, now=time.time())


@pytest.mark.usefixtures("nobody_pinged")
async def test_one_ordinary_message_follows_the_job_to_its_result(
    simcord_env: simcord.Env, server: Server, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    await server.manager.slash(server.channel, "retrain", handle="sample")
    [first] = server.channel.history(viewer=server.alice)
    assert first.interaction_metadata is None  # an interaction's own message could be edited for 15 minutes only
    job = begin(db)
    shown = []
    for step in (10, 43):
        go_on(db, job, step)
        await simcord_env.advance_time(EVERY_S)
        shown.append(seen(server.channel.history(viewer=server.alice)[-1].content))
    assert shown == [
        "Training @sample ▰▱▱▱▱▱▱▱▱▱▱▱ 10% · epoch 0.2 of 2 · loss 3.91 · 230 tokens/s · 61 s left",
        "Training @sample ▰▰▰▰▰▱▱▱▱▱▱▱ 43% · epoch 0.9 of 2 · loss 3.91 · 230 tokens/s · 61 s left",
    ]
    end(db, job)
    await simcord_env.advance_time(EVERY_S)
    [last] = server.channel.history(viewer=server.alice)
    assert last.id == first.id
    assert rendered(last.content) == "Training @sample: done. Version 2 is live: 1.90 bits/char, *before* 2.00."
    assert job_messages(db) == []


async def test_a_failed_training_says_why_without_markup_or_mentions(
    simcord_env: simcord.Env, server: Server, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    await server.manager.slash(server.channel, "retrain", handle="sample")
    jobs.fail(db, begin(db), "disk __full__, ask <@123> @everyone", retry=False, now=time.time())
    await simcord_env.advance_time(EVERY_S)
    [shown] = server.channel.history(viewer=server.alice)
    assert_harmless(shown.content)
    assert rendered(shown.content) == "Training @sample: failed. disk __full__, ask <@123> @everyone"


@pytest.mark.parametrize("ended", [False, True], ids=["while it trains", "after it ended meanwhile"])
async def test_a_restarted_bot_goes_on_with_the_same_message(
    ended: bool, simcord_env: simcord.Env, server: Server, service: Service, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    await server.manager.slash(server.channel, "retrain", handle="sample")
    [first] = server.channel.history(viewer=server.alice)
    job = begin(db)
    if ended:
        end(db, job)
    else:
        go_on(db, job, 50)
    await simcord_env.restart_bot(DiscordBot(service))
    [shown] = server.channel.history(viewer=server.alice)
    assert shown.id == first.id
    assert ("done." if ended else " 50% ") in shown.content
    if not ended:
        end(db, job)
        await simcord_env.advance_time(EVERY_S)
    [last] = server.channel.history(viewer=server.alice)
    assert "done. Version 2 is live" in last.content
    assert job_messages(db) == []


async def test_a_message_that_was_deleted_is_let_go(
    simcord_env: simcord.Env, simcord_bot: DiscordBot, server: Server, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    await server.manager.slash(server.channel, "retrain", handle="sample")
    [shown] = server.channel.history(viewer=server.alice)
    await simcord_bot.get_partial_messageable(server.channel.id).get_partial_message(shown.id).delete()
    go_on(db, begin(db), 10)
    await simcord_env.advance_time(EVERY_S)
    assert job_messages(db) == []
    assert server.channel.history(viewer=server.alice) == []


@pytest.mark.parametrize("fault", ["of Discord", "of the network"])
async def test_a_fault_while_editing_is_logged_and_the_next_edit_makes_up_for_it(
    fault: str,
    simcord_env: simcord.Env,
    server: Server,
    make_voice: MakeVoice,
    db: Database,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    make_voice("sample")
    await server.manager.slash(server.channel, "retrain", handle="sample")
    job = begin(db)
    go_on(db, job, 10)
    with monkeypatch.context() as broken:
        if fault == "of Discord":
            simcord_env.inject_error("PATCH", f"/channels/{server.channel.id}/messages/*", status=503)
        else:

            async def unreachable(*_: object, **__: object) -> None:
                raise aiohttp.ClientConnectionError("no route")

            broken.setattr(discord.Message, "edit", unreachable)
        await simcord_env.advance_time(EVERY_S)
    assert "could not be edited" in caplog.text
    assert "waiting" in server.channel.history(viewer=server.alice)[0].content
    end(db, job)
    await simcord_env.advance_time(EVERY_S)
    assert "done." in server.channel.history(viewer=server.alice)[0].content


async def test_where_the_bot_may_not_write_progress_comes_as_a_direct_message(
    simcord_env: simcord.Env, server: Server, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    silent = await silent_channel(simcord_env, server)
    result = await server.manager.slash(silent, "retrain", handle="sample")
    assert silent.history(viewer=server.alice) == []
    private = server.manager.user.dm_channel
    [shown] = private.history()
    assert "waiting for the trainer" in shown.content
    assert shown.jump_url in replies(result).content
    end(db, begin(db))
    await simcord_env.advance_time(EVERY_S)
    assert "done." in private.history()[0].content


async def test_where_the_bot_may_write_nowhere_the_job_is_still_confirmed_in_private(
    simcord_env: simcord.Env, server: Server, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    silent = await silent_channel(simcord_env, server)
    private = server.manager.user.dm_channel
    closed = "Cannot send messages to this user"
    simcord_env.inject_error("POST", f"/channels/{private.id}/messages", status=403, code=50007, message=closed)
    result = await server.manager.slash(silent, "retrain", handle="sample")
    assert len(jobs.active_jobs(db)) == 1
    assert replies(result).ephemeral
    assert replies(result).content.startswith("It is queued.")
    assert job_messages(db) == []


async def silent_channel(env: simcord.Env, server: Server) -> simcord.ChannelHandle:
    mute = discord.PermissionOverwrite(send_messages=False)
    channel = server.guild.create_text_channel("silent", overwrites={server.guild.default_role: mute})
    await env.settle()
    return channel


# The rest


async def test_models_are_shown_to_the_asker_alone_with_versions_and_scores(
    server: Server, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("_sample_")
    make_voice("_sample_", seed=2, bits=1.9)
    learning, _ = make_voice("newcomer", live=False)
    jobs.enqueue(db, "train", "newcomer", learning.id, requested_by="test", now=time.time())
    result = await server.alice.slash(server.channel, "models")
    assert replies(result).ephemeral
    text = seen(replies(result).embeds[0].description or "").replace("\\", "")
    sample, newcomer = text.splitlines()
    assert sample.startswith("**@_sample_**: version 2 of 2, ")
    assert "1.90 bits/char (base 3.00)" in sample
    assert newcomer == "**@newcomer**: no voice yet · queued"
    result = await server.alice.slash(server.channel, "models", handle="newcomer")
    assert len((replies(result).embeds[0].description or "").splitlines()) == 1


async def test_a_score_is_shown_to_the_asker_alone_with_its_picture(
    server: Server, make_voice: MakeVoice, score_of: ScoreOf
) -> None:
    _, version = make_voice("sample")
    result = await server.alice.slash(server.channel, "score", handle="sample")
    assert "has not been measured" in (replies(result).content or "")
    score_of(version, picture=True)
    result = await server.alice.slash(server.channel, "score", handle="sample")
    message = replies(result)
    assert message.ephemeral
    fields = {field.name: field.value for field in message.embeds[0].fields}
    assert fields["told apart from real tweets"] == "0.612 (untuned 0.981, itself 0.500)"
    assert [file.filename for file in message.attachments] == ["scorecard.png"]


async def test_models_say_what_to_do_while_there_are_none(server: Server) -> None:
    result = await server.alice.slash(server.channel, "models")
    assert "tweetlike import" in (replies(result).embeds[0].description or "")


async def test_a_long_list_of_models_is_turned_page_by_page(server: Server, db: Database) -> None:
    for number in range(45):
        ensure_account(db, f"_a_voice_{number:04}_", now=0.0)
    result = await server.alice.slash(server.channel, "models")
    message = replies(result)
    assert (message.embeds[0].description or "").count("no voice yet") == 20
    await server.alice.click(message, label="▶")
    embed = message.embeds[0]
    assert "voice\\_0020" in (embed.description or "")
    assert embed.footer.text == "page 2 of 3"


async def test_help_is_shown_to_the_asker_alone_and_names_what_they_may(server: Server, service: Service) -> None:
    reply = replies(await server.alice.slash(server.channel, "help"))
    assert reply.ephemeral
    assert "/tweetlike" in reply.content
    assert "parody" in reply.content
    assert "/retrain" not in reply.content
    reply = replies(await server.manager.slash(server.channel, "help"))
    assert "/retrain" in reply.content
    assert "/import" not in reply.content
    operators = {"discord_admins": frozenset({server.alice.id})}
    alter(service, settings=service.settings.model_copy(update=operators))
    assert "/import" in replies(await server.alice.slash(server.channel, "help")).content


async def test_help_begins_with_voices_to_press(server: Server, make_voice: MakeVoice) -> None:
    for handle in ("one", "two", "three", "four"):
        make_voice(handle)
    reply = replies(await server.alice.slash(server.channel, "help"))
    labels = [button["label"] for row in reply.components for button in row["components"]]
    assert labels == ["@four", "@three", "@two"]
    await server.alice.click(reply, label="@three")
    assert seen(server.channel.last_message.embeds[0].author.name or "") == "three (@three)"


async def test_every_command_declares_where_it_may_be_installed_and_used(
    simcord_env: simcord.Env, server: Server
) -> None:
    sync = next(request.json for request in simcord_env.http_requests if request.method == "PUT")
    assert isinstance(sync, list)
    declared = {c["name"]: (sorted(c["integration_types"]), sorted(c["contexts"])) for c in sync}
    everywhere = dict.fromkeys({*COMMANDS, "As a tweet of …"} - FOR_ADMINS, ([0, 1], [0, 1, 2]))
    assert declared == everywhere | dict.fromkeys(("settings", "daily", "chime"), ([0], [0])), (
        "in servers alone, that have the bot"
    )


@pytest.mark.parametrize(("command", "private"), [("models", True), ("tweetlike", False)])
async def test_a_bug_in_a_command_gets_an_apology_and_a_traceback_in_the_log(
    command: str,
    private: bool,
    make_voice: MakeVoice,
    simcord_env: simcord.Env,
    server: Server,
    service: Service,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a secret detail")

    make_voice()
    owner = service.answers if command == "tweetlike" else service.directory
    monkeypatch.setattr(owner, command, broken)
    with caplog.at_level(logging.ERROR):
        result = await server.alice.slash(server.channel, command, handle="sample")
    reply = replies(result)
    assert reply.content == "Something broke. The operator finds the reason in the log."
    assert reply.ephemeral is private  # /tweetlike was deferred for all to see
    [record] = [record for record in caplog.records if record.name == discord_client.log.name]
    assert record.exc_info is not None
    assert "ZeroDivisionError: a secret detail" in caplog.text
    assert [type(error) for error in simcord_env.errors] == [discord.app_commands.CommandInvokeError]


# What only operators may


@pytest.fixture
async def operator(service: Service, server: Server, simcord_bot: DiscordBot) -> simcord.MemberActor:
    """Somebody whose id stands in the settings, who may manage the server, and whom its owner lets see all commands."""
    for command in ("import", "schedule", "forget"):
        await open_to_all(simcord_bot, server, command)
    alter(service, settings=service.settings.model_copy(update={"discord_admins": frozenset({server.manager.id})}))
    return server.manager


@pytest.fixture(autouse=True)
def _simulated_files(simcord_bot: DiscordBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the simulator keeps files is no address."""

    async def chunks(url: str) -> AsyncIterator[bytes]:
        yield await simcord_bot.http.get_from_cdn(url)

    monkeypatch.setattr("bot.platforms.discord.uploads.chunks", chunks)


TWEETS = "\n".join(json.dumps({"id": n, "text": f"number {n} hums to the <@1> moon"}) for n in range(40)).encode()


@pytest.mark.usefixtures("nobody_pinged")
async def test_an_operator_imports_a_file_that_is_not_kept(
    server: Server, operator: simcord.MemberActor, settings: Settings, db: Database
) -> None:
    result = await operator.slash(server.channel, "import", file=("mine.jsonl", TWEETS), handle="@Mine")
    assert replies(result).ephemeral
    assert "@mine: 40 new of 40 tweets" in rendered(replies(result).content)
    assert db.execute("SELECT count(*) FROM tweets").fetchone()[0] == 40
    assert list((settings.home / "uploads").iterdir()) == []
    assert find_account(db, "mine").watch_path is None


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("mine.jsonl", b"{broken", "mine.jsonl, line 1"),
        ("../../etc/passwd", b"\x00\x01", "passwd"),
        ("mine.zip", b"PK\x03\x04nonsense", "mine.zip"),
        ("mine.jsonl", TWEETS, "does not say whose tweets"),
    ],
)
async def test_a_file_that_cannot_be_read_is_named_without_a_path_of_this_machine(
    server: Server,
    operator: simcord.MemberActor,
    settings: Settings,
    db: Database,
    name: str,
    content: bytes,
    words: str,
) -> None:
    result = await operator.slash(server.channel, "import", file=(name, content))
    assert words in rendered(replies(result).content)
    assert str(settings.home) not in replies(result).content
    assert list((settings.home / "uploads").iterdir()) == []
    assert db.table("accounts").count == 0


async def test_managing_a_server_is_not_enough_to_import_schedule_or_forget(
    simcord_bot: DiscordBot, server: Server, make_voice: MakeVoice, db: Database
) -> None:
    """Anybody may take the bot into a server of their own; the data and the bill are the operator's."""
    make_voice("sample")
    for command, options in (
        ("import", {"file": ("a.jsonl", TWEETS), "handle": "a"}),
        ("schedule", {"handle": "sample", "every": "1m"}),
        ("forget", {"handle": "sample"}),
    ):
        assert command not in server.manager.available_commands(server.channel)
        await open_to_all(simcord_bot, server, command)
        result = await server.manager.slash(server.channel, command, **options)
        assert replies(result).content.startswith("Only operators of this bot may ")
        assert replies(result).ephemeral
    assert [(account.handle, account.refresh_every) for account in list_accounts(db)] == [("sample", None)]


async def test_an_operator_changes_a_schedule_and_is_told_what_it_may_be(
    server: Server, operator: simcord.MemberActor, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    result = await operator.slash(server.channel, "schedule", handle="sample", every="often")
    assert "like 30m, 6h, 2d" in rendered(replies(result).content)
    result = await operator.slash(server.channel, "schedule", handle="sample", every="0 4 * * *")
    assert rendered(replies(result).content) == "The schedule of @sample is now: 0 4 * * *."
    assert find_account(db, "sample").refresh_every == "0 4 * * *"


@pytest.mark.parametrize("opt_out", [False, True])
async def test_forgetting_asks_first_and_then_drops_the_voice_at_once(
    server: Server,
    operator: simcord.MemberActor,
    service: Service,
    make_voice: MakeVoice,
    db: Database,
    opt_out: bool,
) -> None:
    make_voice("sample")
    make_voice("other")
    await server.alice.slash(server.channel, "tweetlike", handle="sample")
    assert service.context.generator.resident()
    result = await operator.slash(server.channel, "forget", handle="sample", opt_out=opt_out)
    assert "This cannot be undone." in replies(result).content
    assert len(list_accounts(db)) == 2, "nothing is deleted before the question is answered"
    await operator.click(replies(result), label="Delete")
    assert [account.handle for account in list_accounts(db)] == ["other"]
    assert service.context.generator.resident() == []
    reply = replies(await server.alice.slash(server.channel, "tweetlike", handle="sample"))
    assert ("opted out" if opt_out else "I don't know") in seen(reply.content)
    assert reply.ephemeral
    await server.alice.slash(server.channel, "tweetlike", handle="other")
    assert server.channel.last_message.embeds, "other voices speak on"


async def test_the_question_whether_to_forget_outlives_a_restart_but_not_its_time_or_its_account(
    server: Server,
    simcord_bot: DiscordBot,
    operator: simcord.MemberActor,
    service: Service,
    make_voice: MakeVoice,
    db: Database,
) -> None:
    make_voice("sample")
    question = replies(await operator.slash(server.channel, "forget", handle="sample"))
    assert not simcord_bot._connection._view_store._synced_message_views, "nothing of it is in this process alone"
    now = time.time()
    alter(service, clock=lambda: now + 400)
    await operator.click(question, label="Delete")
    assert find_account(db, "sample")
    alter(service, clock=lambda: now)
    db.execute("UPDATE accounts SET handle = 'somebody_else' WHERE handle = 'sample'")  # as after a restore
    await operator.click(question, label="Delete")
    assert find_account(db, "somebody_else")


@pytest.mark.usefixtures("nobody_pinged")
async def test_an_unknown_handle_is_offered_to_an_operator_with_what_it_costs(
    simcord_env: simcord.Env,
    server: Server,
    operator: simcord.MemberActor,
    service: Service,
    make_voice: MakeVoice,
    db: Database,
) -> None:
    make_voice("sample")
    on = {"x_token": SecretStr("good"), "x_accept_terms": True}
    reply = replies(await operator.slash(server.channel, "tweetlike", handle="stranger"))
    assert reply.components == [], "X is switched off"
    alter(service, settings=service.settings.model_copy(update=on))
    offer = replies(await operator.slash(server.channel, "tweetlike", handle="stranger"))
    assert offer.ephemeral
    assert "Up to 3,200 posts cost about $16.01" in rendered(offer.content)
    await simcord_env.restart_bot(DiscordBot(service))
    await operator.click(offer, label="Fetch and train")
    [job] = jobs.active_jobs(db)
    assert (job.kind, job.handle, job.account_id, job.options.fetch) == ("train", "stranger", None, True)
    reply = replies(await server.alice.slash(server.channel, "tweetlike", handle="stranger"))
    assert reply.components == []
    assert "Ask for @sample" in seen(reply.content), "others are told what there is"


# Buttons under an answer, mixes and the game


@pytest.mark.usefixtures("nobody_pinged")
async def test_a_mix_names_both_and_is_asked_again_after_a_restart(
    simcord_env: simcord.Env, server: Server, service: Service, make_voice: MakeVoice
) -> None:
    make_voice("sample")
    make_voice("other", 2)
    await server.alice.slash(server.channel, "tweetlike", handle="sample + other*0.5", prompt="hum")
    first = server.channel.last_message
    assert "@sample × other, 67 : 33" in seen(first.embeds[0].author.name or "")
    assert "not @sample × other, 67 : 33's words" in seen(first.embeds[0].footer.text or "")
    await simcord_env.restart_bot(DiscordBot(service))
    await server.alice.click(first, label="Again")
    second = server.channel.last_message
    assert "67 : 33" in seen(second.embeds[0].author.name or "")
    assert tweets_of(first.embeds[0]) != tweets_of(second.embeds[0])
    choices = await server.alice.autocomplete(server.channel, "tweetlike", "handle", "sample+oth")
    assert [choice["value"] for choice in choices] == ["sample+other"]


async def test_an_answer_is_gone_on_from_by_number_or_with_another_beginning(
    server: Server, service: Service, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    await server.alice.slash(server.channel, "tweetlike", handle="sample", prompt="hum", count=3)
    answer = server.channel.last_message
    await server.alice.select(answer, ["2"], custom_id=f"more:{id_of(db)}")
    opened = await server.alice.click(answer, label="Other beginning")
    await server.alice.submit_modal(opened, {"beginning": "the moon"})
    prompts = [row["prompt"] for row in db.query("SELECT prompt FROM generations ORDER BY created_at")]
    texts = json.loads(db.execute("SELECT texts FROM generations ORDER BY created_at").fetchone()[0])
    assert prompts == ["hum", service.context.generator.fit(prompt_from(texts[1])), "the moon"]


async def test_a_picture_and_thumbs_stand_under_an_answer(server: Server, make_voice: MakeVoice, db: Database) -> None:
    make_voice("sample")
    await server.alice.slash(server.channel, "tweetlike", handle="sample")
    answer = server.channel.last_message
    asked = replies(await server.alice.click(answer, label="Picture"))
    assert asked.ephemeral
    await server.alice.click(asked, label="2")
    [picture] = server.channel.last_message.attachments
    assert picture.filename == "tweets.png"
    assert "AI parody" in (picture.description or "")
    await server.alice.click(asked, label="All")
    assert len(server.channel.history()) == 3

    def thumbs() -> list[str | None]:
        shown = next(message for message in server.channel.history() if message.id == answer.id)
        buttons = [item for row in shown.components for item in row.children]  # type: ignore[union-attr]
        return [button.label for button in buttons[2:4]]

    assert thumbs() == [None, None]
    await server.alice.click(answer, custom_id=f"up:{id_of(db)}")
    await server.manager.click(answer, custom_id=f"down:{id_of(db)}")
    assert thumbs() == ["1", "1"]
    await server.alice.click(answer, custom_id=f"up:{id_of(db)}")
    assert thumbs() == [None, "1"]


async def test_who_asks_too_fast_is_told_so_alone(server: Server, service: Service, make_voice: MakeVoice) -> None:
    make_voice("sample")
    alter(service, turns=Turns(30, 0))
    await server.alice.slash(server.channel, "tweetlike", handle="sample")
    result = await server.alice.slash(server.channel, "tweetlike", handle="sample")
    assert replies(result).ephemeral
    assert replies(result).content == "One at a time: ask again in 30 s."
    game = await server.alice.slash(server.channel, "realorfake", handle="sample")
    assert replies(game).ephemeral
    assert "ask again in" in replies(game).content, "a game costs as much as an answer"
    for _ in range(2):
        await server.manager.slash(server.channel, "tweetlike", handle="sample")
        assert server.channel.last_message.embeds, "admins need not wait"


async def test_a_stop_waits_until_a_game_is_shown(
    server: Server, service: Service, make_game: MakeGame, stop_during: StopDuring
) -> None:
    make_game()
    stopped = stop_during(service, service.games, "begin")
    await server.alice.slash(server.channel, "realorfake", handle="sample")
    assert "Real or fake?" in str(server.channel.last_message.embeds[0].to_dict())
    assert stopped == [False]


async def test_real_or_fake_is_guessed_alone_and_ends_with_a_leaderboard(
    simcord_env: simcord.Env, server: Server, make_game: MakeGame, db: Database
) -> None:
    _, version = make_game()
    await server.alice.slash(server.channel, "realorfake", handle="sample")
    shown = server.channel.last_message
    game = find_round(db, id_of(db, "rounds"))
    assert game
    listed = rendered((shown.embeds[0].description or "").replace("**", ""))
    assert all(f"{number}. {seen(neutralise(text))[:15]}" in listed for number, text in enumerate(game.cards, 1))
    guess = await server.alice.click(shown, label=str(game.answer + 1))
    assert replies(guess).ephemeral
    wrong = (game.answer + 1) % 4
    await server.manager.click(shown, label=str(wrong + 1))
    await simcord_env.advance_time(200)
    ended = server.channel.last_message
    text = ended.embeds[0].description or ""
    assert f"Number {game.answer + 1} is real. 1 of 2 found it." in seen(text)
    assert "was found 50% of the time" in seen(text)
    assert ended.components == []
    assert count_votes(db, version.id).guesses == 2


async def test_small_commands_answer_alone_and_admin_ones_are_checked(
    simcord_bot: DiscordBot, server: Server, make_voice: MakeVoice, db: Database
) -> None:
    account, _ = make_voice("sample")
    make_voice("sample", 2)
    for command, words in (("voices", "sample"), ("status", "1 voice, on CPU"), ("privacy", "tweetlike optout")):
        result = await server.alice.slash(server.channel, command)
        assert replies(result).ephemeral
        shown = replies(result)
        assert words in shown.content + "".join(embed.description or "" for embed in shown.embeds)
    await open_to_all(simcord_bot, server, "rollback")
    result = await server.alice.slash(server.channel, "rollback", handle="sample")
    assert replies(result).content == "Only admins of this bot may roll a voice back."
    result = await server.manager.slash(server.channel, "rollback", handle="sample")
    assert "version 1 is live again" in replies(result).content
    job = jobs.enqueue(db, "train", "sample", account.id, requested_by="t", now=1)
    result = await server.manager.slash(server.channel, "cancel", handle="sample")
    assert "cancelled" in replies(result).content
    assert jobs.find_job(db, job.id).state == "cancelled"


async def test_a_long_list_of_voices_has_pages_that_are_turned_after_a_restart_too(
    server: Server, make_voice: MakeVoice, db: Database
) -> None:
    _, version = make_voice("sample")
    for number in range(45):
        account = ensure_account(db, f"voice{number:02}", now=1.0)
        db.execute("UPDATE accounts SET live_version_id = ? WHERE id = ?", [version.id, account.id])
    result = await server.alice.slash(server.channel, "voices", search="voice")
    message = replies(result)
    assert "page 1 of 3" in (message.embeds[0].footer.text or "")
    assert "`voice00`" in (message.embeds[0].description or "")
    for label, page, first in (("▶", 2, "voice20"), ("▶", 3, "voice40"), ("◀", 2, "voice20")):
        await server.alice.click(message, label=label)
        assert f"page {page} of 3" in (message.embeds[0].footer.text or "")
        assert (message.embeds[0].description or "").startswith(f"`{first}`")


async def test_models_say_how_often_the_real_one_is_found(
    server: Server, make_voice: MakeVoice, score_of: ScoreOf
) -> None:
    _, version = make_voice("sample")
    score_of(version, guesses=120)
    shown = replies(await server.alice.slash(server.channel, "models"))
    assert "the real one is found 75% of the time (n=120, 95%: 67% to 82%; by chance 25%)" in (
        shown.embeds[0].description or ""
    )


async def test_at_the_end_the_message_shows_how_the_training_went(
    simcord_env: simcord.Env, server: Server, make_voice: MakeVoice, db: Database, settings: Settings
) -> None:
    _, version = make_voice("sample")
    draw_curve(settings.models_path() / version.folder / "training.png", "sample", [CurvePoint(0.5, 4.0, None)])
    await server.manager.slash(server.channel, "retrain", handle="sample")
    jobs.finish(db, begin(db), "succeeded", Result("Version 1 is live.", 1, True), now=time.time())
    await simcord_env.advance_time(EVERY_S)
    [last] = server.channel.history(viewer=server.alice)
    assert [file.filename for file in last.attachments] == ["training.png"]


def test_every_command_and_option_is_described_in_every_language(simcord_bot: DiscordBot) -> None:
    described = set()
    for command in (*simcord_bot.tree.get_commands(), *simcord_bot._for_admins):
        if isinstance(command, discord.app_commands.ContextMenu):  # has a name that is read, not typed
            described |= {command.name}
        else:
            described |= {command.description, *(str(option.description) for option in command.parameters)}
    for table in TABLES.values():
        assert set(table) == described
        assert all(1 <= len(text) <= 100 for text in table.values())


async def test_discord_is_given_the_descriptions_in_german(simcord_env: simcord.Env, server: Server) -> None:
    sync = next(request.json for request in simcord_env.http_requests if request.method == "PUT")
    assert isinstance(sync, list)
    help_command = next(command for command in sync if command["name"] == "help")
    assert help_command["description_localizations"] == {"de": "Was dieser Bot kann"}
    assert not help_command.get("name_localizations")


# What is for one person alone


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"handle": "nobody_here"}, "I don't know"),
        ({"handle": "silent"}, "has no voice yet"),
        ({"handle": "sample", "prompt": "hum " * 100}, "Shorten it"),
        ({"handle": "sample", "creativity": "mad"}, "creativity must be"),
        ({"handle": "sample", "prompt": "mail me at ann@example.org"}, "personal data"),
        ({"handle": "a+b+c+d"}, "two or three"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_what_is_refused_is_told_the_asker_alone(
    options: dict[str, str], expected: str, server: Server, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    ensure_account(db, "silent", now=1.0)
    reply = replies(await server.alice.slash(server.channel, "tweetlike", **options))
    assert expected in rendered(reply.content)
    assert reply.ephemeral
    assert server.channel.last_message is None, "the channel reads nothing of it"


async def test_the_client_asks_for_no_privilege_and_keeps_no_message(simcord_bot: DiscordBot) -> None:
    assert simcord_bot.intents == discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    assert list(simcord_bot.cached_messages) == []
    assert simcord_bot._connection.max_messages is None


async def test_only_an_operator_may_press_fetch_wherever_the_button_is(
    simcord_env: simcord.Env, simcord_bot: DiscordBot, server: Server, operator: simcord.MemberActor, db: Database
) -> None:
    view = discord.ui.View(timeout=None)
    view.add_item(discord_operators.FetchButton("stranger", "Fetch and train"))
    await simcord_bot.get_partial_messageable(server.channel.id).send("as if it had been forwarded", view=view)
    await simcord_env.settle()
    reply = replies(await server.alice.click(server.channel.last_message, label="Fetch and train"))
    assert reply.content == "Only operators of this bot may download an account."
    assert jobs.active_jobs(db) == []


# What is not kept, and what is not said twice


async def test_no_view_and_no_form_is_kept_for_ever(
    simcord_env: simcord.Env, simcord_bot: DiscordBot, server: Server, make_voice: MakeVoice, db: Database
) -> None:
    make_voice()
    await server.alice.slash(server.channel, "tweetlike", handle="sample")
    answer = server.channel.last_message
    store = simcord_bot._connection._view_store
    before = len(store._synced_message_views)
    for _ in range(10):
        await server.alice.click(answer, custom_id=f"up:{id_of(db)}")
    assert len(store._synced_message_views) == before
    assert discord_answers.PromptModal(1, "hum", ENGLISH).timeout == 900


async def test_commands_are_registered_again_only_if_they_have_changed(
    simcord_env: simcord.Env, server: Server, service: Service
) -> None:
    def registrations() -> int:
        return sum(request.method == "PUT" for request in simcord_env.http_requests)

    assert registrations() == 2, "for all, and in the server that is trusted"
    await simcord_env.restart_bot(DiscordBot(service))
    await simcord_env.settle()
    assert registrations() == 2
    changed = DiscordBot(service)
    changed.tree.remove_command("status")
    await simcord_env.restart_bot(changed)
    await simcord_env.settle()
    assert registrations() == 3
