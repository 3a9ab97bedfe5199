"""One member who floods a group, and twenty quiet ones elsewhere: how long the quiet ones wait, through the platform.

    python -m tests.benchmarks.floods [--seconds 60]

The real python-telegram-bot Application against the strict local Bot API, which counts a group's twenty messages a
minute as Telegram does; the real service on a tiny model. The loud member sends commands and presses buttons, ten a
second. Measured alone first, then beside the flood, in the same process.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from bot.app import open_service
from bot.platforms.telegram.bot import TelegramBot
from data.models.bases import prepare_base
from data.settings import Settings
from data.storage.database import connect
from tests.benchmarks.load import make_voices
from tests.benchmarks.measuring import conclude, quantile, table
from tests.conftest import write_tiny_models
from tests.peers.telegram_api import TOKEN, Chat, TelegramApi, User

QUIET = 20
ASKS_EVERY_S = 5.0
LOUD_EVERY_S = 0.1
GIVE_UP_S = 60.0
COMMANDS = ("/help", "/voices", "/status", "/models", "/tweetlike voice1 hum", "/score voice1")


async def quiet_member(api: TelegramApi, user: User, chat: Chat, until: float) -> list[float]:
    """Asks, waits for the answer, and asks again; the seconds that each took."""
    waits: list[float] = []
    await asyncio.sleep(user.id % QUIET / QUIET * ASKS_EVERY_S)
    while time.monotonic() < until:
        number, asked = len(api.answers(chat)) + 1, time.monotonic()
        api.say(chat, user, f"/tweetlike voice{user.id % 20} count=1 hum")
        while len(api.answers(chat)) < number and time.monotonic() - asked < GIVE_UP_S:
            await asyncio.sleep(0.01)
        waits.append(time.monotonic() - asked)
        await asyncio.sleep(max(0.0, ASKS_EVERY_S - waits[-1]))
    return waits


async def loud_member(api: TelegramApi, group: Chat, user: User, until: float) -> int:
    """Ten commands and presses a second."""
    sent = 0
    while time.monotonic() < until:
        shown = [message for message in api.answers(group)[-1:] if message.buttons]
        if shown and sent % 3 == 0:
            api.press(shown[0], user, shown[0].buttons[0][0]["text"])
        else:
            api.say(group, user, COMMANDS[sent % len(COMMANDS)])
        sent += 1
        await asyncio.sleep(LOUD_EVERY_S)
    return sent


@asynccontextmanager
async def running(home: Path) -> AsyncIterator[TelegramApi]:
    """The bot on a tiny model and twenty voices, with the pauses that it has by default."""
    models = write_tiny_models(home)
    settings = Settings(home=home / "home", base=str(models["llama"]), device="cpu", threads=1)
    base = prepare_base(settings.base, settings.bases_path())
    db = connect(settings.database_path())
    make_voices(settings, db)
    db.close()
    async with (
        open_service(settings, base) as service,
        TelegramApi() as api,
        TelegramBot(service, TOKEN, api.base_url).running(),
    ):
        yield api


async def measure(home: Path, seconds: float, *, flooded: bool) -> list[float]:
    """The waits of the quiet ones."""
    async with running(home) as api:
        loud = User(9_999, "Loud")
        group = api.group("Loud", {loud: "creator"})
        until = time.monotonic() + seconds
        flood = asyncio.create_task(loud_member(api, group, loud, until)) if flooded else None
        people = [User(1_000 + number, f"Quiet {number}") for number in range(QUIET)]
        waits = await asyncio.gather(*(quiet_member(api, person, api.private_chat(person), until) for person in people))
        if flood is not None:
            await flood
        return [wait for each in waits for wait in each]


def main() -> None:
    """Prints a table, and ends with one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--report", action="store_true", help="append to RESULTS.md")
    arguments = parser.parse_args()
    seconds = arguments.seconds
    rows, facts = [], {}
    for name, flooded in (("alone", False), ("beside one who floods", True)):
        with tempfile.TemporaryDirectory() as home:
            waits = sorted(asyncio.run(measure(Path(home), seconds, flooded=flooded)))
        shown = {"p50": statistics.median(waits), "p95": quantile(waits, 0.95), "longest": waits[-1]}
        facts[name] = {"answers": len(waits), **shown}
        rows.append([name, str(len(waits)), *(f"{number:.2f} s" for number in shown.values())])
    head = f"## {date.today()} · floods · {os.cpu_count()} cores, a tiny model, {QUIET} quiet members, {seconds:.0f} s"
    text = f"{head}\n\n{table(['the quiet ones', 'answers', 'p50', 'p95', 'longest'], rows)}"
    conclude(text, facts, report=arguments.report)


if __name__ == "__main__":
    main()
