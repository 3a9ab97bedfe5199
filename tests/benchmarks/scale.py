"""What grows with the number of accounts: processor time of the look-ups and sweeps of a bot and a trainer.

    python -m tests.benchmarks.scale [--accounts 100000] [--json] [--report]

Nine accounts in ten have a voice (rows without files), half are downloaded by schedule, and each has one answer.
Figures are medians of an operation's processor time on its thread, in milliseconds, so other work on the machine counts
little. The last line is one JSON object, of the largest number of accounts.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from sqlite_utils import Database

from bot.generation.types import Voice
from bot.service.connection import Connection
from bot.service.directory import _page_of_handles
from bot.service.live_voices import LiveVoices
from data.accounts.search import close_handles, count_matching, index_handles, matching_handles
from data.accounts.store import find_account
from data.chat.generations import delete_answers, last_used, record_generation
from data.models.bases import Base
from data.models.recipes import find_recipe
from data.models.registry import HeldOutMetrics, Lineage, live_version
from data.models.sampling import PLAIN
from data.settings import Settings, load_settings
from data.storage.database import connect, transaction
from tests.benchmarks.measuring import conclude, table
from training.publishing.tracking import LiveTracker
from training.schedule import ChangedFiles, enqueue_due

DAY = 86_400.0
NOW = 20_000 * DAY
PARTS = """
amber apple arrow autumn basil bell berry birch blue brave bright brook cedar cherry clear clever cloud coral
crow dawn deer dusk dust early east ember fern field finch fire flint forest fox frost garden gentle glass gold
grain green grey hazel heron hill honey iron ivy jade jay juniper kind lake lark leaf lemon light lily little
loud lunar maple marsh meadow mild mint misty moon moss night noble north oak ocean olive otter owl paper pearl
pebble pine plum quick quiet rain raven red reed river robin rose rusty salt sand sharp shore silver sky slow
small snow south spark spring star still stone storm sun swift teal thorn tide tiny velvet violet warm west wild
willow wind winter wise wolf wood wren young
""".split()  # noqa: SIM905 - shorter than a list of them


class NoGenerator:
    """Holds no voice; nothing is generated here."""

    def resident(self) -> list[str]:
        return []

    def drop(self, key: str) -> None:
        raise AssertionError(key)


def handles(count: int, rng: random.Random) -> list[str]:
    """Different ones, two words and often a number, at most 15 letters."""
    found: dict[str, None] = {}
    while len(found) < count:
        name = rng.choice(PARTS) + rng.choice(("", "_")) + rng.choice(PARTS)
        found[f"{name[:12]}{rng.choice(('', rng.randrange(1000)))}"] = None
    return list(found)


def fill(db: Database, count: int) -> None:
    """Accounts, their live versions and an answer of each, as rows."""
    recipe = json.dumps(find_recipe("default").as_dict())
    metrics = json.dumps(vars(HeldOutMetrics(1.0, 2.0, 1.0, 2.0, 60, 1000, 1.0, 2.0)))
    lineage = json.dumps(vars(Lineage("c", "h", 500, 60, 60, 42)))
    rng = random.Random(7)
    names = handles(count, rng)
    voices = [number for number in range(1, count + 1) if number % 10]
    with transaction(db):
        db.conn.executemany(
            "INSERT INTO accounts (id, handle, source, display_name, created_at, refreshed_at, next_refresh_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (number, name, "x", name, NOW - 90 * DAY, NOW - DAY / 2, NOW + rng.random() * DAY + 60)
                if number % 2
                else (number, name, "file", name, NOW - 90 * DAY, None, None)
                for number, name in enumerate(names, 1)
            ),
        )
        index_handles(db, names)
        db.conn.executemany(
            "INSERT INTO corpora VALUES (?, ?, ?, 'default', 'keep', '{}', 30000, 1.0)",
            ((number, number, f"f{number}") for number in voices),
        )
        db.conn.executemany(
            "INSERT INTO versions (id, account_id, number, state, method, base, base_fingerprint, recipe, corpus_id, "
            "folder, files, metrics, lineage, sampling, created_at) "
            f"VALUES (?, ?, 1, 'live', 'lora', 'base', 'finger', '{recipe}', ?, ?, "
            f"""'{{"adapter_model.safetensors": "{"0" * 64}"}}', '{metrics}', '{lineage}', ?, 1.0)""",
            ((n, n, n, f"{n}/1", json.dumps(PLAIN.as_dict())) for n in voices),
        )
        db.conn.executemany(
            "INSERT INTO version_events (account_id, version_id, event, detail, at) VALUES (?, ?, 'promoted', '{}', ?)",
            ((number, number, float(number)) for number in voices),
        )
        db.execute("UPDATE accounts SET live_version_id = id WHERE id % 10")
        db.conn.executemany(
            "INSERT INTO generations (id, account_id, version_id, prompt, seed, sampling, texts, platform, requester, "
            "created_at) VALUES (?, ?, ?, '', 1, '{}', '[]', 'discord', '1', ?)",
            ((number, number, number, NOW - rng.random() * 60 * DAY) for number in voices),
        )


def milliseconds(times: int, operation: Callable[[], object]) -> float:
    """The median of the thread's processor time."""
    taken = []
    for _ in range(times):
        started = time.thread_time()
        operation()
        taken.append(time.thread_time() - started)
    return round(1000 * statistics.median(taken), 3)


def record(db: Database, account: int = 1) -> int:
    return record_generation(
        db, account_id=account, version_id=account, prompt="", seed=1, sampling={}, texts=("a tweet",) * 5,
        platform="discord", requester="1", now=NOW,
    )  # fmt: skip


def live_voices(settings: Settings, path: Path) -> LiveVoices:
    base = Base("base", Path("/nowhere"), "llama", "finger")
    connections = Connection(path), Connection(path, "reader")
    return LiveVoices(*connections, NoGenerator(), settings.models_path(), base, settings.bases_path(), lambda: NOW)  # type: ignore[arg-type]


def measure(home: Path, count: int) -> dict[str, float]:
    settings = load_settings(home=home, refresh_every="24h")
    rng = random.Random(1)
    with closing(connect(settings.database_path())) as db:
        fill(db, count)
        known = [handle for (handle,) in db.execute("SELECT handle FROM accounts WHERE id % 10 LIMIT 1000")]
        live = live_voices(settings, settings.database_path())

        def find() -> None:
            handle = rng.choice(known)
            account = find_account(db, handle)
            version = live_version(db, account.id)
            assert version is not None
            assert isinstance(live.voice(version), Voice)

        def type_in(text: str) -> Callable[[], object]:
            return lambda: matching_handles(db, text, 25, speaking=True)

        def misspell() -> None:
            handle = rng.choice(known)
            assert close_handles(db, handle[:4] + "q" + handle[5:]), handle

        def look_for_stale() -> None:
            db.execute("UPDATE generations SET seed = seed + 1 WHERE id = (SELECT id FROM generations LIMIT 1)")
            gone, new = live._changes(db, dict(live._remembered))
            assert not gone
            for voice in new:
                live._remembered[voice[0].handle] = voice

        for _ in range(40):  # until all are known that are remembered
            look_for_stale()
        pages = -(-count_matching(db, "", speaking=True) // 20)
        due = enqueue_due(db, settings, now=NOW, rng=rng)
        assert not due, "nothing is due yet"
        files, tracker = ChangedFiles(), LiveTracker()
        tracker.tell(db, settings)
        facts = {
            "find_a_voice_ms": milliseconds(200, find),
            "record_an_answer_ms": milliseconds(50, lambda: record(db)),
            "type_one_letter_ms": milliseconds(20, type_in("w")),
            "type_two_letters_ms": milliseconds(20, type_in("wi")),
            "type_a_part_ms": milliseconds(20, type_in("ston")),
            "type_nonsense_ms": milliseconds(20, type_in("xqz")),
            "unknown_handle_ms": milliseconds(20, misspell),
            "look_for_stale_voices_ms": milliseconds(20, look_for_stale),
            "first_page_ms": milliseconds(20, lambda: _page_of_handles(db, "", 1, True)),
            "last_page_ms": milliseconds(20, lambda: _page_of_handles(db, "", pages, True)),
            "page_of_a_search_ms": milliseconds(20, lambda: _page_of_handles(db, "ston", 3, True)),
            "page_of_all_accounts_ms": milliseconds(20, lambda: _page_of_handles(db, "", 5, False)),
            "schedule_look_ms": milliseconds(20, lambda: enqueue_due(db, settings, now=NOW, rng=rng)),
            "watched_files_look_ms": milliseconds(20, lambda: files.enqueue(db, settings, now=NOW)),
            "tracker_look_ms": milliseconds(20, lambda: tracker.tell(db, settings)),
            "last_used_ms": milliseconds(50, lambda: last_used(db, rng.randrange(count))),
            "delete_old_answers_ms": milliseconds(1, lambda: delete_answers(db, before=NOW - 59.7 * DAY)),
        }
        db.execute("UPDATE accounts SET next_refresh_at = ? WHERE id <= 100 AND source = 'x'", [NOW - 1])
        facts["fifty_refreshes_due_ms"] = milliseconds(1, lambda: enqueue_due(db, settings, now=NOW, rng=rng))
        facts["database_mib"] = settings.database_path().stat().st_size >> 20
    return facts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accounts", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--json", action="store_true", help="only the last line")
    parser.add_argument("--report", action="store_true", help="append to RESULTS.md")
    arguments = parser.parse_args()
    found = {}
    for count in arguments.accounts:
        with tempfile.TemporaryDirectory() as folder:
            found[count] = measure(Path(folder), count)
    heading = f"## {date.today()} · scale · {os.cpu_count()} cores, processor milliseconds of a thread"
    names = list(found[arguments.accounts[0]])
    rows = [[name.replace("_", " "), *(found[count][name] for count in found)] for name in names]
    text = f"{heading}\n\n" + table(["accounts", *(f"{count:,}" for count in found)], rows)
    conclude(text, found[arguments.accounts[-1]], shown=not arguments.json, report=arguments.report)


if __name__ == "__main__":
    main()
