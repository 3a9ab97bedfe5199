"""Twice as many requests as can be answered: a thousand people in fifty chats, one of them much louder than the rest.

    python -m tests.benchmarks.load [--minutes 10]

The real service, database and engine, on a tiny model of random weights. What the chats would have got in a plain
first-come line is measured beside it, for a tenth of the time.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import resource
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
import torch
from sqlite_utils import Database

from bot.app import open_service
from bot.service.service import Service
from bot.service.turns import Asker
from data.accounts.store import ensure_account
from data.errors import TweetlikeError
from data.models.bases import prepare_base
from data.models.recipes import find_recipe
from data.models.registry import HeldOutMetrics, Lineage, NewVersion, promote, publish
from data.settings import Settings
from data.storage.database import connect
from data.storage.sealed_folders import staging_folder
from data.tweets.copy_index import CopyIndex
from data.tweets.corpus import account_corpus, register_corpus
from data.tweets.store import Tweet, store_tweets
from tests.benchmarks.measuring import append_results, table
from tests.conftest import random_adapter, write_tiny_models

PEOPLE, CHATS, VOICES = 1_000, 50, 20
LOUD_SHARE = 0.4  # of all requests, from one chat
DEADLINE_S = 15.0
WARM_UP_S = 60.0


@dataclass
class Seen:
    """What became of the requests of one run."""

    asked: Counter[int] = field(default_factory=Counter)  # by chat
    answered: Counter[int] = field(default_factory=Counter)
    ended: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)  # seconds, MB


def count_answers(db: Database) -> int:
    return int(db.execute("SELECT count(*) FROM generations").fetchone()[0])


def make_voices(
    settings: Settings, db: Database, count: int = VOICES, write: Callable[[Path, int], object] | None = None
) -> None:
    """Accounts voice0, voice1 …, live; `write` makes a version's files in a folder, else they are random weights."""
    base = prepare_base(settings.base, settings.bases_path())
    for number in range(count):
        account = ensure_account(db, f"voice{number}", now=1.0)
        store_tweets(db, account.id, [Tweet("1", 1.0, f"number {number} hums to the moon", source="made")])
        corpus = account_corpus(db, account)
        draft = NewVersion(
            account.id, "lora", base.name, base.fingerprint, find_recipe("default"),
            register_corpus(db, account.id, corpus, now=1.0),
            HeldOutMetrics(3.0, 4.0, 2.0, 3.0, 50, 1000, 1.0, 2.0), Lineage(corpus.fingerprint, "h", 400, 50, 50, 42),
        )  # fmt: skip
        with staging_folder(settings.models_path()) as staged:
            if write is not None:
                write(staged, number)
            else:
                random_adapter(staged, base.folder, number)
                CopyIndex.of(corpus.texts).save(staged)
            version = publish(db, settings.models_path(), staged, draft, now=1.0)
        promote(db, version, expected_live=None, reason={}, now=1.0)


def chat_of(person: int) -> int:
    """Chat 0 is as large as its share of the requests; the others are alike."""
    loud = round(PEOPLE * LOUD_SHARE)
    return 0 if person < loud else 1 + person % (CHATS - 1)


async def ask(service: Service, person: int, seen: Seen, *, one_line: bool) -> None:
    chat = chat_of(person)
    seen.asked[chat] += 1
    asker = Asker("load", str(person), None, chat="all" if one_line else str(chat))
    started = time.monotonic()
    try:
        answer = await service.answers.tweetlike(f"voice{person % VOICES}", "", asker=asker)
    except TweetlikeError as error:
        seen.ended[type(error).__name__] += 1
    else:
        seen.seconds.append(time.monotonic() - started)
        seen.ended["answered"] += 1
        seen.answered[chat] += 1
        assert answer.generation_id is not None
        seen.ids.append(answer.generation_id)


async def capacity(service: Service, seconds: float) -> float:
    """Answers a second when 30 people ask without a pause."""
    seen, end = Seen(), time.monotonic() + seconds

    async def keep_asking(person: int) -> None:
        while time.monotonic() < end:
            await ask(service, person, seen, one_line=False)

    await asyncio.gather(*(keep_asking(PEOPLE - 1 - number) for number in range(30)))
    return len(seen.seconds) / seconds


async def load(service: Service, rate: float, seconds: float, *, one_line: bool = False) -> Seen:
    """Requests at random instants, `rate` a second in the mean, by people at random who do not ask twice at once."""
    seen, dice, tasks = Seen(), random.Random(7), set()
    busy: set[int] = set()
    started = time.monotonic()
    due, sampled = started, started
    while (now := time.monotonic()) < started + seconds:
        while due <= now:
            person = dice.randrange(PEOPLE)
            due += dice.expovariate(rate)
            if person in busy:
                continue
            busy.add(person)
            task = asyncio.create_task(ask(service, person, seen, one_line=one_line))
            tasks.add(task)
            task.add_done_callback(lambda done, who=person: (tasks.discard(done), busy.discard(who)))
        if now > sampled:
            seen.memory.append((now - started, megabytes()))
            sampled += 1.0
        await asyncio.sleep(0.005)
    await asyncio.gather(*tasks)
    return seen


def megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def fairness(seen: Seen) -> float:
    """Jain's index of what each chat got over its max-min fair share of all that was answered: 1 is fair."""
    left, shares = float(sum(seen.answered.values())), dict[int, float]()
    chats = sorted(range(CHATS), key=lambda chat: seen.asked[chat])
    for number, chat in enumerate(chats):
        shares[chat] = min(seen.asked[chat], left / (CHATS - number))
        left -= shares[chat]
    got = [seen.answered[chat] / shares[chat] for chat in range(CHATS) if shares[chat]]
    return sum(got) ** 2 / (len(got) * sum(x * x for x in got))


async def measure(settings: Settings, minutes: float) -> dict[str, float | str]:
    base = prepare_base(settings.base, settings.bases_path())
    async with open_service(settings, base) as service:
        await capacity(service, 3.0)  # voices are loaded, code is warm
        most = await capacity(service, 10.0)
        plain = await load(service, 2 * most, 6.0 * minutes, one_line=True)
        stored = await service.context.in_database(count_answers)
        seen = await load(service, 2 * most, 60 * minutes)
        after = await service.context.in_database(count_answers)
    late = [(at, mb) for at, mb in seen.memory if at > min(WARM_UP_S, 30 * minutes)]
    slope = float(np.polyfit([at / 60 for at, _ in late], [mb for _, mb in late], 1)[0])
    quiet = [seen.answered[chat] / seen.asked[chat] for chat in range(1, CHATS)]
    quiet_plain = [plain.answered[chat] / max(1, plain.asked[chat]) for chat in range(1, CHATS)]
    asked = sum(seen.asked.values())
    percentiles = np.percentile(seen.seconds, [50, 95, 99])
    return {
        "minutes": minutes,
        "capacity_a_s": round(most, 1),
        "asked": asked,
        "answered": len(seen.seconds),
        "refused": json.dumps({why: n for why, n in sorted(seen.ended.items()) if why != "answered"}),
        "lost": asked - sum(seen.ended.values()),
        "duplicated": len(seen.ids) - len(set(seen.ids)) + abs(after - stored - len(seen.ids)),
        "p50_s": round(percentiles[0], 2),
        "p95_s": round(percentiles[1], 2),
        "p99_s": round(percentiles[2], 2),
        "deadline_s": DEADLINE_S,
        "fairness": round(fairness(seen), 4),
        "fairness_first_come": round(fairness(plain), 4),
        "quiet_chats_answered": f"{statistics.mean(quiet):.0%}",
        "quiet_chats_answered_first_come": f"{statistics.mean(quiet_plain):.0%}",
        "loud_chat_answered": f"{seen.answered[0] / seen.asked[0]:.0%}",
        "memory_mb": round(late[-1][1]),
        "memory_mb_a_minute": round(slope, 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--report", action="store_true", help="append to RESULTS.md")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]
            home=place / "home", base=str(write_tiny_models(place)["llama"]), wandb="disabled", precision="float32",
            person_cooldown_s=0, channel_cooldown_s=0, request_timeout_s=DEADLINE_S,
        )  # fmt: skip
        db = connect(settings.database_path())
        make_voices(settings, db)
        db.close()
        facts = asyncio.run(measure(settings, arguments.minutes))
    text = "\n\n".join(
        (
            f"## {date.today()} · load · {os.cpu_count()} cores, a tiny model",
            f"`python -m tests.benchmarks.load --minutes {arguments.minutes:g}`: {PEOPLE:,} people in {CHATS} chats, "
            f"one of which asks {LOUD_SHARE:.0%} of everything, at twice the capacity",
            table(["", ""], [[name.replace("_", " "), str(value)] for name, value in facts.items()]),
        )
    )
    print(text)
    if arguments.report:
        append_results(text)


if __name__ == "__main__":
    main()
