"""The real Discord client over real sockets, against a local stand-in that speaks Discord's HTTP and gateway."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest
import torch
import yarl

from bot.generation.generator import EmbeddedGenerator
from bot.generation.ticket import EngineOptions
from bot.platforms.discord.bot import DiscordBot
from bot.service.answers import Answer
from bot.service.context import make_context
from bot.service.service import Service
from data.models.bases import Base
from data.settings import Settings
from tests.conftest import MakeVoice
from tests.peers.discord_wire import APPLICATION_ID, FIRST_RESPONSE_S, MANAGE_GUILD, TOKEN, DiscordWire

SYNC = f"applications/{APPLICATION_ID}/commands"

ADMINISTRATOR = discord.Permissions(administrator=True).value


@pytest.fixture
async def wire(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordWire]:
    async with DiscordWire().running() as server:
        monkeypatch.setattr(discord.http.Route, "BASE", f"http://127.0.0.1:{server.port}/api/v10")
        gateway = yarl.URL(f"ws://127.0.0.1:{server.port}/gateway")
        monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", gateway)
        yield server


@pytest.fixture
async def service(settings: Settings, base: Base, make_voice: MakeVoice) -> AsyncIterator[Service]:
    make_voice("sample")
    options = EngineOptions(torch.device("cpu"), "float32")
    async with EmbeddedGenerator(base.folder, options) as generator:
        service = Service(make_context(settings, generator, base, seeds=random.Random(1)))
        yield service
        await service.close()


@pytest.fixture
async def client(wire: DiscordWire, service: Service) -> AsyncIterator[DiscordBot]:
    """A client that has identified itself; closing it must end its run without an error."""
    async with DiscordBot(service) as bot:
        running = asyncio.create_task(bot.start(TOKEN))
        await wire.frame(op=2)
        yield bot
        await bot.close()
        await asyncio.wait_for(running, timeout=10)
    assert [call for call in wire.calls if call.status not in (200, 429)] == []


async def test_the_bot_logs_in_asks_whose_it_is_syncs_and_identifies_without_privileged_intents(
    wire: DiscordWire, client: DiscordBot
) -> None:
    calls = [(call.method, call.path) for call in wire.calls]
    assert list(dict.fromkeys(calls)) == [
        ("GET", "users/@me"),
        ("GET", "oauth2/applications/@me"),
        ("PUT", SYNC),
        ("GET", "gateway/bot"),
    ]
    path, identify = await wire.frame(op=2)
    assert path == "/gateway"
    intents = discord.Intents._from_value(identify["d"]["intents"])
    assert (intents.message_content, intents.members, intents.presences) == (False, False, False)


async def test_the_synced_commands_declare_their_options_installs_contexts_and_permissions(
    wire: DiscordWire, client: DiscordBot
) -> None:
    synced: dict[str, dict[str, Any]] = {command["name"]: command for command in (await wire.call("PUT", SYNC)).body}
    assert set(synced) == {
        *(
            "tweetlike",
            "talk",
            "realorfake",
            "leaderboard",
            "As a tweet of …",
            "voices",
            "models",
            "score",
            "status",
            "privacy",
            "help",
            "settings",
            "daily",
            "chime",
        ),
    }
    await client.register_in(77)
    ours = f"applications/{APPLICATION_ID}/guilds/77/commands"
    there: dict[str, dict[str, Any]] = {command["name"]: command for command in (await wire.call("PUT", ours)).body}
    assert set(there) == {"retrain", "rollback", "cancel", "import", "schedule", "forget"}
    synced |= there
    menu = synced.pop("As a tweet of …")
    assert (menu["type"], sorted(menu["contexts"])) == (3, [0, 1, 2]), "in the menu of a message"
    for command in synced.values():
        assert command["type"] == 1
        in_servers = command["name"] in ("settings", "daily", "chime")
        assert sorted(command["integration_types"]) == ([0] if in_servers else [0, 1])  # servers and people
        assert sorted(command["contexts"]) == ([0] if in_servers else [0, 1, 2])  # and the bot's DM, other private ones
        assert 1 <= len(command["description"]) <= 100
        assert all(1 <= len(option["description"]) <= 100 for option in command["options"])
    assert {name: [o["type"] for o in command["options"]] for name, command in synced.items()} == {
        "tweetlike": [3, 3, 4, 3, 4],  # text, text, whole number, text, whole number
        "talk": [3, 3, 3, 3, 4],
        "retrain": [3],
        "models": [3],
        "score": [3],
        "import": [11, 3],  # file, text
        "schedule": [3, 3],
        "forget": [3, 5],  # text, yes or no
        "help": [],
        "settings": [],
        "daily": [3, 3, 3],
        "chime": [3, 3],
        "realorfake": [3],
        "leaderboard": [],
        "voices": [3, 4],
        "status": [],
        "privacy": [],
        "rollback": [3],
        "cancel": [3],
    }

    def options(name: str) -> list[tuple[str, bool, bool]]:
        return [(o["name"], o.get("required", False), o.get("autocomplete", False)) for o in synced[name]["options"]]

    assert options("tweetlike") == [
        ("handle", True, True),
        ("prompt", False, False),
        ("count", False, False),
        ("creativity", False, True),
        ("seed", False, False),
    ]
    assert options("retrain") == [("handle", True, True)]
    assert options("models") == [("handle", False, True)]
    assert options("score") == [("handle", True, True)]
    assert options("help") == []
    assert options("import") == [("file", True, False), ("handle", False, False)]
    assert options("schedule") == [("handle", True, True), ("every", True, False)]
    assert options("forget") == [("handle", True, True), ("opt_out", False, False)]
    needed = {name: command.get("default_member_permissions") for name, command in synced.items()}
    assert {name: int(bits) for name, bits in needed.items() if bits is not None} == {
        **dict.fromkeys(["retrain", "rollback", "cancel", "settings", "daily", "chime"], MANAGE_GUILD),
        **dict.fromkeys(["import", "schedule", "forget"], ADMINISTRATOR),
    }


async def test_an_answer_is_deferred_in_time_retried_after_a_429_and_is_one_message_that_pings_nobody(
    wire: DiscordWire, client: DiscordBot, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    callback = "interactions/8001/"

    async def once_deferred(*arguments: Any, **options: Any) -> Answer:
        await wire.call("POST", callback)  # an answer that waits for the defer shows that the defer does not wait
        return await type(service.answers).tweetlike(service.answers, *arguments, **options)

    monkeypatch.setattr(service.answers, "tweetlike", once_deferred)
    follow_up = f"webhooks/{APPLICATION_ID}/token-8001"
    wire.limit_next[follow_up] = 0.2
    before = asyncio.get_running_loop().time()
    await wire.slash("8001", "tweetlike", handle="sample", prompt="My dream is")

    deferred = await wire.call("POST", callback)
    assert deferred.body["type"] == 5
    assert deferred.at - before < FIRST_RESPONSE_S
    refused = await wire.call("PATCH", f"{follow_up}/messages/@original")
    answer = await wire.call("PATCH", f"{follow_up}/messages/@original", number=2)
    assert (deferred.status, refused.status, answer.status) == (200, 429, 200)
    assert answer.at - refused.at >= 0.2
    assert answer.body == refused.body
    assert answer.body["allowed_mentions"] == {"parse": []}
    assert not answer.body.get("content")
    [embed] = answer.body["embeds"]
    assert [f"**{number}.** " in embed["description"] for number in range(1, 7)] == [True] * 5 + [False]
    assert "@\u2060sample" in embed["author"]["name"]
    assert "AI parody" in embed["footer"]["text"]
    assert embed["title"] == "My dream is …"


async def test_after_opcode_7_the_bot_resumes_and_answers_what_was_asked_meanwhile(
    wire: DiscordWire, client: DiscordBot
) -> None:
    await wire.slash("8001", "help")
    await wire.call("POST", "interactions/8001/")  # READY and this one: the bot has seen two events
    await wire.ask_to_reconnect()
    await wire.slash("8002", "help")

    path, resume = await wire.frame(op=6)
    assert path == "/resume"  # the address that READY named
    assert resume["d"] == {"token": TOKEN, "session_id": "session-1", "seq": 2}
    answered = await wire.call("POST", "interactions/8002/")
    assert answered.status == 200
    assert answered.body["type"] == 5
    assert answered.body["data"]["flags"] == 64  # for the asker alone
    told = await wire.call("POST", f"webhooks/{APPLICATION_ID}/token-8002")
    assert told.body["allowed_mentions"] == {"parse": []}
    assert [frame["op"] for _, frame in wire.frames].count(2) == 1  # resumed, not begun anew
    assert [call.path for call in wire.calls].count(SYNC) == 1


async def test_who_has_set_discord_to_german_reads_german(wire: DiscordWire, client: DiscordBot) -> None:
    wire.language = "de"
    await wire.slash("8004", "tweetlike", handle="qqqqq", prompt="hum")
    answer = await wire.call("POST", "interactions/8004/")
    assert "Ich kenne @\u2060qqqqq nicht" in answer.body["data"]["content"]
    assert answer.body["data"]["flags"] == 64, "for the asker alone"
