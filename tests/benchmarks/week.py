"""A week of a small community in some minutes, on a clock that is pushed on: is memory flat, is anything left over?

    python -m tests.benchmarks.week [--answers 5000]

The real discord.py client on a stand-in for Discord's gateway and HTTP, the real python-telegram-bot Application on a
local Bot API, one service on a tiny model, twenty voices. Half of the answers on each platform; after every one a
button is pressed (a thumb, the facts, every twentieth time a picture); fourteen trainings put new versions live.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import discord
import yarl
from sqlite_utils import Database

from bot.app import open_service
from bot.platforms.discord.bot import DiscordBot
from bot.platforms.telegram.bot import TelegramBot
from bot.service.service import Service
from bot.service.turns import Turns
from data.accounts.store import find_account
from data.jobs import queue as jobs
from data.jobs.queue import Progress, Result
from data.models.bases import prepare_base
from data.models.registry import NewVersion, live_version, promote, publish
from data.settings import Settings
from data.storage.database import connect
from data.storage.sealed_folders import staging_folder
from data.tweets.copy_index import CopyIndex
from tests.benchmarks.load import VOICES, make_voices
from tests.benchmarks.measuring import append_results, table
from tests.conftest import alter, random_adapter, write_tiny_models
from tests.peers.discord_wire import TOKEN as DISCORD_TOKEN
from tests.peers.discord_wire import DiscordWire
from tests.peers.telegram_api import TOKEN, Chat, Message, TelegramApi, User

WEEK_S = 7 * 86_400.0
PEOPLE = 50  # on each platform
TRAININGS = 14
LOOKS = 10  # at memory


@dataclass
class Clock:
    """Seconds since 1970, pushed on by hand."""

    at: float = field(default_factory=time.time)

    def __call__(self) -> float:
        return self.at


class TelegramSide:
    """People alone with the bot."""

    def __init__(self, api: TelegramApi) -> None:
        self._api = api
        people = [User(1_000 + number, f"Person {number}") for number in range(PEOPLE)]
        self._people = [(person, api.private_chat(person)) for person in people]

    async def ask(self, number: int) -> None:
        """Ask, press a button, and let the stand-in forget."""
        person, chat = self._people[number % PEOPLE]
        self._api.say(chat, person, f"/tweetlike voice{number % VOICES} count=3 hum")
        message = await self._new(chat)
        if number % 20 == 0:
            self._api.press(message, person, "🖼️")
            await self._api.until(lambda: any("🖼️ 2" in b["text"] for row in message.buttons for b in row))
            self._api.press(message, person, "🖼️ 2")
            await self._new(chat, 2)
        else:
            before = len(self._api.calls_of("answerCallbackQuery"))
            self._api.press(message, person, "👍" if number % 2 else "ℹ️")
            await self._api.until(lambda: len(self._api.calls_of("answerCallbackQuery")) > before)
            if number % 2:
                await self._api.until(lambda: any("👍 1" in b["text"] for row in message.buttons for b in row))
        chat.messages.clear()
        self._api.calls.clear()

    async def _new(self, chat: Chat, number: int = 1) -> Message:
        return await self._api.answer(chat, number)


class DiscordSide:
    """People in one channel of a server."""

    def __init__(self, wire: DiscordWire) -> None:
        self._wire = wire
        self._ids: Iterator[int] = iter(range(10_000, 10**9))

    async def ask(self, number: int) -> None:
        """Ask, press a button, and let the stand-in forget."""
        person = str(5_000 + number % PEOPLE)
        token = await self._wire.slash(
            str(next(self._ids)), "tweetlike", member_id=person, handle=f"voice{number % VOICES}", prompt="hum"
        )
        message = await self._wire.answer_of(token)
        if number % 20 == 0:
            asked = await self._press(message, "picture:", person)
            await self._press(asked, "card:", person)
        else:
            await self._press(message, "up:" if number % 2 else "info:", person)
        self._wire.calls.clear()
        self._wire.frames.clear()
        self._wire.messages.clear()

    async def _press(self, message: dict[str, Any], kind: str, person: str) -> dict[str, Any]:
        ids = [child["custom_id"] for row in message["components"] for child in row["components"]]
        custom_id = next(each for each in ids if each.startswith(kind))
        token = await self._wire.press(str(next(self._ids)), custom_id, message, member_id=person)
        return await self._wire.answer_of(token)


async def train(service: Service, settings: Settings, db: Database, number: int, clock: Clock) -> None:
    """Ask for a training as an operator does, and be the trainer: a new version goes live."""
    handle = f"voice{number % VOICES}"
    asked = await service.operations.retrain(handle, requester="operator")
    job = jobs.claim(db, "trainer", now=clock())
    assert job
    assert job.id == asked.id
    jobs.heartbeat(db, job, Progress("training", 1, 2), now=clock())
    account = find_account(db, handle)
    live = live_version(db, account.id)
    assert live
    new = NewVersion(
        account.id, "lora", live.base, live.base_fingerprint, live.recipe, live.corpus_id, live.metrics, live.lineage
    )
    base = prepare_base(settings.base, settings.bases_path())
    with staging_folder(settings.models_path()) as staged:
        random_adapter(staged, base.folder, 100 + number)
        CopyIndex.of(("a hum",)).save(staged)
        version = publish(db, settings.models_path(), staged, new, now=clock())
    promote(db, version, expected_live=live.id, reason={}, now=clock())
    jobs.finish(db, job, "succeeded", Result(f"Version {version.number} is live.", version.number, True), now=clock())
    await service.drop_stale_voices()


def resident_mb() -> float:
    """Memory of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def look(client: DiscordBot, telegram: TelegramBot) -> dict[str, int]:
    """What would grow if anything did."""
    gc.collect()
    views = client._connection._view_store
    return {
        "MB": round(resident_mb()),
        "tasks": len(asyncio.all_tasks()),
        "threads": threading.active_count(),
        "views": len(views._synced_message_views) + len(views._modals),
        "pending": len(telegram.chats.pending) + len(telegram.chats.watchers),
    }


async def live_a_week(home: Path, answers: int) -> list[dict[str, int]]:
    """The looks, evenly over the week, and one after everything has ended."""
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        home=home / "home", base=str(write_tiny_models(home)["llama"]), device="cpu", threads=1, precision="float32",
        wandb="disabled",
    )  # fmt: skip
    base, db, clock = prepare_base(settings.base, settings.bases_path()), connect(settings.database_path()), Clock()
    make_voices(settings, db)
    looks = []
    before = len(asyncio.all_tasks())
    async with DiscordWire().running() as wire, TelegramApi() as api, open_service(settings, base) as service:
        discord.http.Route.BASE = f"http://127.0.0.1:{wire.port}/api/v10"
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://127.0.0.1:{wire.port}/gateway")
        turns = Turns(settings.person_cooldown_s, settings.channel_cooldown_s, clock)
        alter(service, clock=clock, turns=turns)
        service.answers._pictures = Turns(settings.person_cooldown_s, settings.channel_cooldown_s, clock)
        telegram = TelegramBot(service, TOKEN, api.base_url)
        async with DiscordBot(service) as client, telegram.running():
            serving = asyncio.create_task(client.start(DISCORD_TOKEN))
            await wire.frame(op=2)
            fresh = asyncio.create_task(service.keep_voices_fresh())
            sides = (TelegramSide(api), DiscordSide(wire))
            for number in range(1, answers + 1):
                clock.at += WEEK_S / answers
                await sides[number % 2].ask(number // 2)
                if number % (answers // TRAININGS) == 0:
                    await train(service, settings, db, number, clock)
                if number % (answers // LOOKS) == 0:
                    looks.append({"answers": number, **look(client, telegram)})
                    print(looks[-1], flush=True)
            fresh.cancel()
            await client.close()
            with suppress(asyncio.CancelledError):
                await asyncio.wait_for(serving, 10)
    await asyncio.sleep(0.5)
    looks.append({"answers": answers, "tasks left": len(asyncio.all_tasks()) - before})
    stored = db.execute("SELECT count(*) FROM generations").fetchone()[0]
    assert stored == answers, stored
    db.close()
    return looks


def main() -> None:
    """Prints a table, and ends with one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=5_000)
    parser.add_argument("--report", action="store_true", help="append to RESULTS.md")
    arguments = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        looks = asyncio.run(live_a_week(Path(home), arguments.answers))
    minutes = (time.monotonic() - started) / 60
    size = f"{arguments.answers:,} answers in {minutes:.0f} min"
    head = f"## {date.today()} · week · {os.cpu_count()} cores, a tiny model, {size}"
    names = ["answers", "MB", "tasks", "threads", "views", "pending"]
    rows = [[str(each.get(name, "")) for name in names] for each in looks[:-1]]
    text = f"{head}\n\n{table(names, rows)}\n\nTasks left over at the end: {looks[-1]['tasks left']}."
    print(text)
    if arguments.report:
        append_results(text)
    print(json.dumps({"looks": looks, "minutes": minutes}))


if __name__ == "__main__":
    main()
