"""What outlives the database: lines that are only added, read in spite of damage, and rewritten when there are many."""

from __future__ import annotations

import json
import stat
import threading

import pytest
from sqlite_utils import Database

from data.accounts.policies import record_consent, withdraw_consent
from data.accounts.store import opt_out
from data.errors import BudgetSpent
from data.settings import Settings
from data.sources.budget import MonthlyBudget
from data.storage import ledger
from data.storage.database import connect
from data.storage.ledger import forget_consents, note, read_ledger

YEAR = 365 * 86_400.0
NOW = 1_796_000_000.0


def test_each_wish_is_a_line_of_its_own(db: Database, settings: Settings) -> None:
    path = settings.home / "ledger.jsonl"
    assert read_ledger(path) is None
    opt_out(db, "gone", now=1.0)
    record_consent(db, "agreed", "by mail", now=2.0)
    record_consent(db, "fickle", "by mail", now=3.0)
    withdraw_consent(db, "fickle")
    known = read_ledger(path)
    assert known is not None
    assert known.opted_out == {"gone": 1.0}
    assert known.consents == {"agreed": ("by mail", 2.0), "fickle": None}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    forget_consents(db, "agreed")
    forget_consents(db, "fickle")
    assert b"agreed" not in path.read_bytes()
    assert b"fickle" not in path.read_bytes(), "nor what a person took back"
    assert b"by mail" not in path.read_bytes()


def test_a_home_from_before_writes_down_what_it_knows(db: Database, settings: Settings) -> None:
    db.execute("INSERT INTO opt_outs (handle, at) VALUES ('long_ago', 5)")
    opt_out(db, "gone", now=6.0)
    assert set(read_ledger(settings.home / "ledger.jsonl").opted_out) == {"long_ago", "gone"}  # type: ignore[union-attr]


def test_a_damaged_line_costs_no_other(db: Database, settings: Settings) -> None:
    path = settings.home / "ledger.jsonl"
    opt_out(db, "first", now=1.0)
    with path.open("ab") as file:  # cut off by a full disk, edited, and of a newer program
        file.write(b'null\n{"kind": "opt_out"}\n{"kind": "new", "x": 1}\n\xff\n{"kind": "opt_out", "handle": "ha')
    opt_out(db, "last", now=2.0)
    assert set(read_ledger(path).opted_out) == {"first", "last"}  # type: ignore[union-attr]


def test_many_lines_become_few(db: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "LONGEST", 20)
    opt_out(db, "gone", now=1.0)
    for posts in range(100):
        note(db, "spent", month="2026-11", posts=posts)
    lines = [json.loads(line) for line in (settings.home / "ledger.jsonl").read_text().splitlines()]
    assert len(lines) <= 21
    known = read_ledger(settings.home / "ledger.jsonl")
    assert known is not None
    assert (known.opted_out, known.spent) == ({"gone": 1.0}, {"2026-11": 99})


@pytest.mark.parametrize("back", [35 * 86_400.0, YEAR, NOW])
def test_setting_the_clock_back_buys_nothing(back: float, db: Database) -> None:
    """A board without a battery begins in 1970."""
    with MonthlyBudget(db, 5_000, lambda: NOW)(10, 5_000) as grant:
        grant.spent = 5_000
    with pytest.raises(BudgetSpent), MonthlyBudget(db, 5_000, lambda: NOW - back)(1, 10):
        pass
    with MonthlyBudget(db, 5_000, lambda: NOW + 35 * 86_400)(10, 5_000) as grant:
        grant.spent = 5_000
    with pytest.raises(BudgetSpent), MonthlyBudget(db, 5_000, lambda: NOW)(1, 10):
        pass
    assert db.execute("SELECT count(*) FROM spending").fetchone() == (2,)


def test_two_processes_lose_no_line_of_each_other(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each rewrites the file now and then."""
    monkeypatch.setattr(ledger, "LONGEST", 5)

    def write(name: str) -> None:
        own = connect(settings.database_path())
        for number in range(25):
            opt_out(own, f"{name}{number}", now=1.0)
        own.close()

    connect(settings.database_path()).close()
    threads = [threading.Thread(target=write, args=[name]) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_ledger(settings.home / "ledger.jsonl").opted_out) == 75  # type: ignore[union-attr]
