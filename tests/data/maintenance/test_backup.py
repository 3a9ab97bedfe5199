"""Backup and restore: consistent while everything runs, whole or not at all, and what was forgotten stays forgotten."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from data.accounts.policies import record_consent, withdraw_consent
from data.accounts.store import ensure_account, find_account, opt_out
from data.chat.generations import record_generation
from data.errors import BackupRefused, BudgetSpent, LeaseTaken, OptedOut, RestoredMeanwhile, UnknownAccount
from data.jobs import queue as jobs
from data.maintenance.backup import MANIFEST, back_up, restore
from data.maintenance.deletion import forget_account, forget_elsewhere
from data.models.registry import first_damaged, list_versions, live_version, promote
from data.settings import Settings
from data.sources.budget import MonthlyBudget
from data.sources.files.parsed import Found
from data.sources.importing import import_path
from data.sources.reading import read_tweets
from data.storage.database import change, connect, transaction
from data.storage.leases import hold_role
from data.storage.ledger import read_ledger
from data.texts.english import explain
from data.tweets.store import Tweet, load_tweets, store_tweets
from tests.conftest import SAMPLE, MakeVoice

ROLES = {"bot.lock", "trainer.lock", ".bot.holder", ".trainer.holder"}


@pytest.fixture
def other(settings: Settings, tmp_path: Path) -> Settings:
    """The settings of another, fresh machine."""
    return settings.model_copy(update={"home": tmp_path / "elsewhere"})


def test_a_backup_makes_another_machine_answer_the_same(
    db: Database, settings: Settings, other: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    account, version = make_voice()
    make_voice("second", 2)
    made = back_up(settings, tmp_path / "b", now=5.0)
    assert (made.accounts, made.versions, made.damaged) == (2, 2, ())
    assert restore(other, tmp_path / "b", now=6.0) == (made, None, False)
    with connect(other.database_path()).conn as connection:
        restored = Database(connection)
        again = live_version(restored, find_account(restored, "sample").id)
        assert again == version
        assert first_damaged(other.models_path() / version.folder, version.files) is None
        assert load_tweets(restored, account.id) == load_tweets(db, account.id)


def test_a_backup_is_one_moment_though_others_write(
    db: Database, settings: Settings, other: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    """Pairs of rows are written in one transaction each; a copy that is torn would hold half a pair."""
    account, version = make_voice()
    stop = threading.Event()

    def write() -> None:
        mine = connect(settings.database_path())
        while not stop.is_set():
            for platform in ("left", "right"):
                mine.execute("BEGIN IMMEDIATE") if platform == "left" else None
                record_generation(
                    mine, account_id=account.id, version_id=version.id, prompt="x" * 2000, seed=1, sampling={},
                    texts=("y" * 2000,), platform=platform, requester="r", now=1.0, mix=[],
                )  # fmt: skip
            mine.execute("COMMIT")
        mine.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        counts = []
        for number in range(4):
            back_up(settings, tmp_path / f"b{number}", now=1.0)
            copy = sqlite3.connect(tmp_path / f"b{number}" / "tweetlike.db")
            counts.append(
                [copy.execute("SELECT count(*) FROM generations WHERE platform = ?", [p]).fetchone()[0]
                 for p in ("left", "right")]
            )  # fmt: skip
            copy.close()
    finally:
        stop.set()
        writer.join()
    assert all(left == right for left, right in counts)
    assert counts[-1][0] > counts[0][0]


def test_a_restore_puts_aside_what_is_there_and_can_itself_be_undone(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    make_voice()
    back_up(settings, tmp_path / "b", now=1.0)
    make_voice("later", 3)
    db.close()
    aside = restore(settings, tmp_path / "b", now=2.0).aside
    assert aside is not None
    now = connect(settings.database_path())
    with pytest.raises(UnknownAccount):
        find_account(now, "later")
    now.close()
    before = sqlite3.connect(aside / "tweetlike.db")
    assert before.execute("SELECT count(*) FROM accounts").fetchone() == (2,)
    assert len(list((aside / "models").glob("*/*"))) == 2
    assert restore(settings, tmp_path / "b", now=2.0).aside != aside


def test_who_was_forgotten_after_the_backup_stays_forgotten(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    make_voice("stays", 1)
    account, version = make_voice("goes", 2)
    back_up(settings, tmp_path / "b", now=1.0)
    forget_account(db, settings, account, refuse=True, now=2.0)
    opt_out(db, "never_here", now=2.0)
    db.close()
    restore(settings, tmp_path / "b", now=3.0)
    now = connect(settings.database_path())
    for handle in ("goes", "never_here"):
        with pytest.raises(OptedOut):
            find_account(now, handle)
    assert find_account(now, "stays").live_version_id
    assert not (settings.models_path() / version.folder).exists()
    assert now.execute("SELECT count(*) FROM tweets WHERE text LIKE 'goes%'").fetchone() == (0,)


@pytest.mark.parametrize("moment", ["opt-outs", "rename"])
def test_a_restore_that_is_cut_off_and_done_again_still_forgets_and_counts_what_was_spent(
    db: Database,
    settings: Settings,
    make_voice: MakeVoice,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
) -> None:
    make_voice("stays", 1)
    account, _ = make_voice("goes", 2)
    db.execute("INSERT INTO spending (month, posts) VALUES ('2026-11', 10)")
    back_up(settings, tmp_path / "b", now=1.0)
    forget_account(db, settings, account, refuse=True, now=2.0)
    db.execute("UPDATE spending SET posts = 4900")
    db.execute("INSERT INTO spending (month, posts) VALUES ('2026-12', 7)")
    db.close()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        if moment == "opt-outs":
            broken.setattr("data.maintenance.backup.forget_account", full)
        else:
            broken.setattr(Path, "replace", full)
        with pytest.raises(OSError, match="No space"):
            restore(settings, tmp_path / "b", now=3.0)
    done = restore(settings, tmp_path / "b", now=4.0)
    assert done.present_was_read
    now = connect(settings.database_path())
    with pytest.raises(OptedOut):
        find_account(now, "goes")
    assert find_account(now, "stays").live_version_id
    assert {row["month"]: row["posts"] for row in now.query("SELECT * FROM spending")} == {
        "2026-11": 4900,
        "2026-12": 7,
    }


def test_a_present_database_that_cannot_be_read_is_said_and_one_that_is_being_read_is_refused(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.storage.database.BUSY_TIMEOUT_S", 0.1)
    make_voice()
    back_up(settings, tmp_path / "b", now=1.0)
    reader = sqlite3.connect(settings.database_path())
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM accounts").fetchall()
    opt_out(db, "somebody", now=2.0)
    with pytest.raises(BackupRefused, match="another program"):
        restore(settings, tmp_path / "b", now=2.0)
    reader.close()
    db.close()
    settings.database_path().write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    (settings.home / "ledger.jsonl").unlink()
    done = restore(settings, tmp_path / "b", now=3.0)
    assert not done.present_was_read
    assert done.aside is not None
    assert (done.aside / "tweetlike.db").exists()
    assert find_account(connect(settings.database_path()), "sample").live_version_id


def test_a_backup_is_its_owners_alone_and_may_be_the_folder_one_is_in(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_voice()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert back_up(settings, Path("."), now=1.0).accounts == 1
    assert (tmp_path / "here").stat().st_mode & 0o077 == 0


def test_a_damaged_version_is_left_out_and_named(
    db: Database, settings: Settings, other: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    _, first = make_voice()
    _, second = make_voice(seed=2)
    (settings.models_path() / second.folder / "adapter_model.safetensors").write_bytes(b"rot")
    made = back_up(settings, tmp_path / "b", now=1.0)
    assert made.damaged == (second.folder,)
    restore(other, tmp_path / "b", now=2.0)
    restored = connect(other.database_path())
    from data.models.registry import open_live

    served = open_live(restored, other.models_path(), find_account(restored, "sample"), now=3.0)
    assert served is not None
    assert served.number == first.number


@pytest.mark.parametrize("role", ["bot", "trainer"])
def test_nothing_is_restored_under_a_running_program(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path, role: str
) -> None:
    make_voice()
    back_up(settings, tmp_path / "b", now=1.0)
    with hold_role(settings.home, role), pytest.raises(LeaseTaken):
        restore(settings, tmp_path / "b", now=2.0)


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def spoil(backup: Path, how: str) -> None:
    manifest = json.loads((backup / MANIFEST).read_text())
    weights = next(name for name in manifest["files"] if name.endswith(".safetensors"))
    match how:
        case "no manifest":
            (backup / MANIFEST).unlink()
        case "not JSON":
            (backup / MANIFEST).write_text("{")
        case "other JSON":
            (backup / MANIFEST).write_text("[1]")
        case "newer":
            manifest["format"] = 2
        case "climbing":
            manifest["files"]["models/../../evil"] = "0"
        case "absolute":
            manifest["files"]["/etc/passwd"] = "0"
        case "elsewhere":
            manifest["files"]["bot.lock"] = "0"
        case "link":
            (backup / weights).unlink()
            (backup / weights).symlink_to("/etc/passwd")
        case "linked folder":
            shutil.move(backup / "models" / "1", backup / "moved")
            (backup / "models" / "1").symlink_to(backup / "moved")
        case "missing":
            (backup / weights).unlink()
        case "changed weights":
            (backup / weights).write_bytes(b"rot")
        case "changed database":
            (backup / "tweetlike.db").write_bytes(b"rot")
        case "a folder elsewhere":
            with sqlite3.connect(backup / "tweetlike.db") as db:
                db.execute("UPDATE versions SET folder = '../../etc'")
            manifest["files"]["tweetlike.db"] = sha256(backup / "tweetlike.db")
        case "a trigger" | "a damaged page":
            with sqlite3.connect(backup / "tweetlike.db") as db:
                db.execute("CREATE TRIGGER t AFTER INSERT ON jobs BEGIN DELETE FROM accounts; END")
            if how == "a damaged page":
                data = bytearray((backup / "tweetlike.db").read_bytes())
                data[4096:12288] = os.urandom(8192)
                (backup / "tweetlike.db").write_bytes(data)
            manifest["files"]["tweetlike.db"] = sha256(backup / "tweetlike.db")
    if how in ("newer", "climbing", "absolute", "elsewhere", "a folder elsewhere", "a trigger", "a damaged page"):
        (backup / MANIFEST).write_text(json.dumps(manifest))


@pytest.mark.parametrize(
    "how",
    ["no manifest", "not JSON", "other JSON", "newer", "climbing", "absolute", "elsewhere", "link", "linked folder",
     "missing", "changed weights", "changed database", "a trigger", "a damaged page", "a folder elsewhere"],
)  # fmt: skip
def test_what_is_not_a_whole_backup_of_ours_is_refused_and_nothing_changes(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path, how: str
) -> None:
    make_voice()
    back_up(settings, tmp_path / "b", now=1.0)
    spoil(tmp_path / "b", how)
    before = sorted(path.relative_to(settings.home) for path in settings.models_path().rglob("*"))
    with pytest.raises(BackupRefused) as caught:
        restore(settings, tmp_path / "b", now=2.0)
    assert explain(caught.value)
    assert find_account(db, "sample").live_version_id
    assert sorted(path.relative_to(settings.home) for path in settings.models_path().rglob("*")) == before
    assert not list(settings.home.glob("before-restore*"))


def test_a_full_folder_or_no_database_is_refused_and_a_failed_backup_leaves_nothing(
    settings: Settings, db: Database, make_voice: MakeVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_voice()
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "mine").write_text("x")
    with pytest.raises(BackupRefused):
        back_up(settings, tmp_path / "b", now=1.0)
    with pytest.raises(BackupRefused):
        back_up(settings.model_copy(update={"home": tmp_path / "none"}), tmp_path / "c", now=1.0)
    monkeypatch.setattr(shutil, "copyfile", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space"):
        back_up(settings, tmp_path / "c", now=1.0)
    assert [path.name for path in tmp_path.iterdir() if "c" in path.name.split(".")] == []


def test_the_commands_say_what_they_did(
    settings: Settings, db: Database, make_voice: MakeVoice, tmp_path: Path
) -> None:
    from tests.whole.test_processes import environment

    make_voice()
    db.close()

    def tweetlike(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tweetlike", *arguments],
            env=environment(settings), cwd=tmp_path, text=True, capture_output=True, check=False,
        )  # fmt: skip

    made = tweetlike("backup", "b")
    assert made.returncode == 0, made.stderr
    assert "accounts: 1, versions: 1" in made.stdout
    assert tweetlike("backup", "b").returncode == 1
    back = tweetlike("restore", "b")
    assert back.returncode == 0, back.stderr
    assert "before-restore-" in back.stdout


def test_a_job_that_ran_when_the_backup_was_made_is_taken_up_again(
    db: Database, settings: Settings, other: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    account, _ = make_voice()
    jobs.enqueue(db, "train", account.handle, account.id, requested_by="t", now=1.0)
    assert jobs.claim(db, "then", now=time.time())
    back_up(settings, tmp_path / "b", now=1.0)
    restore(other, tmp_path / "b", now=2.0)
    assert jobs.claim(connect(other.database_path()), "now", now=time.time())


def test_a_rolled_back_live_pointer_comes_back_as_it_was(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    account, first = make_voice()
    back_up(settings, tmp_path / "b", now=1.0)
    _, second = make_voice(seed=5)
    promote(db, first, expected_live=second.id, reason={}, now=3.0)
    db.close()
    restore(settings, tmp_path / "b", now=4.0)
    now = connect(settings.database_path())
    assert [version.number for version in list_versions(now, account.id)] == [1]
    assert live_version(now, account.id) == first


def test_a_lost_database_takes_nobodys_wish_back_and_buys_nothing_twice(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    """The usual reason to restore. What holds stands in the ledger beside the database, too."""
    make_voice("stays", 1)
    account, _ = make_voice("goes", 2)
    record_consent(db, "agreed", "by mail", now=1.0)
    record_consent(db, "fickle", "by mail", now=1.0)
    back_up(settings, tmp_path / "b", now=1.0)
    forget_account(db, settings, account, refuse=True, now=2.0)
    withdraw_consent(db, "fickle")
    record_consent(db, "later", "in person", now=3.0)
    with MonthlyBudget(db, 5_000, lambda: 1_796_000_000.0)(10, 4_900) as grant:
        grant.spent = 4_900
    db.close()
    for path in settings.home.glob("tweetlike.db*"):
        path.unlink()
    assert restore(settings, tmp_path / "b", now=4.0).present_was_read
    now = connect(settings.database_path())
    with pytest.raises(OptedOut):
        find_account(now, "goes")
    assert find_account(now, "stays").live_version_id
    assert {row["handle"]: row["note"] for row in now.query("SELECT * FROM consents")} == {
        "agreed": "by mail",
        "later": "in person",
    }
    assert [row["posts"] for row in now.query("SELECT * FROM spending")] == [4_900]


def test_a_ledger_travels_with_a_backup(
    db: Database, settings: Settings, other: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    make_voice()
    opt_out(db, "gone", now=1.0)
    assert "ledger.jsonl" in back_up(settings, tmp_path / "b", now=2.0).files
    restore(other, tmp_path / "b", now=3.0)
    assert set(read_ledger(other.home / "ledger.jsonl").opted_out) == {"gone"}  # type: ignore[union-attr]


@pytest.mark.parametrize("at", ["x", 1e300, float("nan"), float("inf"), -1, None, True])
def test_a_manifest_of_no_time_is_refused_before_anything_changes(
    at: object, db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    make_voice()
    back_up(settings, tmp_path / "b", now=1.0)
    manifest = tmp_path / "b" / MANIFEST
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "at": at}))
    db.close()
    with pytest.raises(BackupRefused, match="when it was made") if at is not True else nullcontext():
        restore(settings, tmp_path / "b", now=2.0)
    assert find_account(connect(settings.database_path()), "sample").live_version_id


def spoilt(backup: Path, *statements: str) -> None:
    """Change the database of a backup, and its hash with it."""
    with closing(sqlite3.connect(backup / "tweetlike.db")) as copy:
        copy.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            copy.execute(statement)
        copy.commit()
    manifest = json.loads((backup / MANIFEST).read_text())
    manifest["files"]["tweetlike.db"] = hashlib.sha256((backup / "tweetlike.db").read_bytes()).hexdigest()
    (backup / MANIFEST).write_text(json.dumps(manifest))


def test_a_backup_copies_no_file_that_a_version_names_elsewhere(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    """A row that came in with another backup named ../../../.env: the next backup took the secrets along."""
    make_voice()
    (settings.home / ".env").write_text("TWEETLIKE_X_TOKEN=SECRET")
    (settings.home.parent / "up.txt").write_text("SECRET")
    for name in ("../../../.env", "../../../../up.txt", str(settings.home / ".env")):
        change(db, "UPDATE versions SET files = ?", json.dumps({name: hashlib.sha256(b"x").hexdigest()}))
        made = back_up(settings, tmp_path / "out" / "b", now=1.0)
        assert len(made.damaged) == 1
        copied = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
        assert {path.name for path in copied} <= {MANIFEST, "tweetlike.db", "ledger.jsonl"}
        assert not any(b"SECRET" in path.read_bytes() for path in copied)
        shutil.rmtree(tmp_path / "out")


def test_what_a_killed_backup_has_left_goes_with_the_next(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    make_voice()
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    for name in (f".b.{ended.pid}", f".b.{os.getppid()}", f".c.{ended.pid}", ".b.notes"):
        (tmp_path / name).mkdir()
    back_up(settings, tmp_path / "b", now=1.0)
    left = {path.name for path in tmp_path.glob(".*")}
    assert left == {f".b.{os.getppid()}", f".c.{ended.pid}", ".b.notes"}


def test_what_was_spent_under_a_clock_that_was_ahead_counts_now(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    make_voice()
    change(db, "INSERT INTO spending VALUES ('2025-11', 7), ('9999-12', 5)")
    back_up(settings, tmp_path / "b", now=1.0)
    db.close()
    restore(settings.model_copy(update={"home": tmp_path / "other"}), tmp_path / "b", now=1_764_000_000.0)
    with closing(connect(tmp_path / "other" / "tweetlike.db")) as back:
        assert list(back.query("SELECT month, posts FROM spending")) == [{"month": "2025-11", "posts": 12}]


@pytest.mark.parametrize(
    "facts", [{"accounts": "\x1b[2J"}, {"versions": None}, {"tweetlike": 3}, {"damaged": [1]}, {"files": []}]
)
def test_a_manifest_of_other_things_is_refused(
    facts: dict[str, Any], db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    make_voice()
    back_up(settings, tmp_path / "b", now=1.0)
    manifest = tmp_path / "b" / MANIFEST
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), **facts}))
    db.close()
    with pytest.raises(BackupRefused, match="cannot be understood"):
        restore(settings, tmp_path / "b", now=2.0)
    manifest.write_text('{"a":' + "[" * 100_000)
    with pytest.raises(BackupRefused, match="cannot be understood"):
        restore(settings, tmp_path / "b", now=2.0)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        ("DROP TABLE jobs", "has no table jobs"),
        ("DROP TABLE generations", "has no table generations"),
        ("UPDATE accounts SET handle = char(27) || ']0;pwned' || char(7)", "holds a handle that is none"),
        ("UPDATE accounts SET handle = '../up'", "holds a handle that is none"),
        ("INSERT INTO opt_outs (handle, at) VALUES ('a b', 1)", "holds a handle that is none"),
        ("UPDATE jobs SET handle = '[free nitro](https://evil.example)'", "holds a handle that is none"),
        ("ALTER TABLE tweets DROP COLUMN in_reply_to", r"no column tweets\.in_reply_to"),
        ("ALTER TABLE jobs ADD COLUMN more TEXT", "another table jobs"),
        ("UPDATE accounts SET created_at = 'never'", r"accounts\.created_at"),
        ("UPDATE accounts SET next_refresh_at = 1e300", r"accounts\.next_refresh_at"),
        ("UPDATE accounts SET next_refresh_at = 9e999", r"accounts\.next_refresh_at"),
        ("INSERT INTO opt_outs (handle, at) VALUES ('gone', 'notime')", r"opt_outs\.at"),
        ("UPDATE versions SET created_at = 1e300", r"versions\.created_at"),
        ("UPDATE versions SET number = 'one'", r"versions\.number"),
        ("UPDATE versions SET recipe = 'nojson'", "cannot be understood"),
        ("UPDATE versions SET recipe = '[[1'", "cannot be understood"),
        ("UPDATE versions SET metrics = '{}'", "cannot be understood"),
        ("UPDATE versions SET sampling = '{\"temperature\": NaN}'", "cannot be understood"),
        ('UPDATE versions SET sampling = \'{"temperature": "warm", "top_k": [1]}\'', "cannot be understood"),
        ("UPDATE versions SET folder = '../1'", "folder elsewhere"),
        (f'UPDATE versions SET files = \'{{"../../../.env": "{"0" * 64}"}}\'', "file of a version elsewhere"),
        (f'UPDATE versions SET files = \'{{"/etc/passwd": "{"0" * 64}"}}\'', "file of a version elsewhere"),
        (f'UPDATE versions SET files = \'{{"x.bin": "{"0" * 64}"}}\'', "does not hold"),
        ("UPDATE versions SET files = '{\"x.bin\": 3}'", "cannot be understood"),
        ("UPDATE jobs SET options = '{\"x\": 1}'", "cannot be understood"),
        ("INSERT INTO places (place) VALUES ('discord:<@1>')", r"places\.place"),
        ("INSERT INTO places (place, language) VALUES ('discord:1', 'klingon')", r"places\.language"),
        ("INSERT INTO place_channels VALUES ('discord:1', 'abc')", r"place_channels\.channel"),
        ("INSERT INTO dailies VALUES ('discord:1', '1', 1, -5, 'UTC', '')", "time of the day"),
        ("INSERT INTO dailies VALUES ('discord:1', '1', 1, 5, '../../etc', '')", "time of the day"),
        ("INSERT INTO chimes VALUES ('discord:1', '1', 1, 1e6, 0)", "share of messages"),
        ("INSERT INTO spending VALUES ('2026-11', -100000000)", "spending that cannot have been"),
        ("INSERT INTO spending VALUES ('soon', 5)", "spending that cannot have been"),
        ("INSERT INTO resting VALUES ('X', 1, 1, 'because ' || char(27) || '[2J' || char(10) || 'forged')", "resting"),
        ("UPDATE accounts SET display_name = char(0x9b) || '2J'", r"accounts\.display_name"),
    ],
)
def test_a_database_that_is_not_ours_is_refused_before_anything_changes(
    spoil: str, reason: str, db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    account, _ = make_voice()
    jobs.enqueue(db, "train", account.handle, account.id, requested_by="t", now=1.0)
    back_up(settings, tmp_path / "b", now=1.0)
    spoilt(tmp_path / "b", spoil)
    before = sorted(path.name for path in settings.home.iterdir())
    with pytest.raises(BackupRefused, match=reason) as caught:
        restore(settings, tmp_path / "b", now=2.0)
    assert "\x1b" not in explain(caught.value)
    assert {path.name for path in settings.home.iterdir()} - ROLES == set(before)


@pytest.mark.parametrize("first", ["restore", "models"])
def test_a_lost_database_is_not_forgotten_by_the_next_one(
    first: str, db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    """Any command makes an empty database, which knew of nothing: the restore after it wrote the ledger anew."""
    make_voice("goes")
    (tmp_path / "hum.jsonl").write_text(json.dumps({"id": "1", "text": "a hum and a clunk"}))
    back_up(settings, tmp_path / "b", now=1.0)
    forget_account(db, settings, find_account(db, "goes"), refuse=True, now=3.0)
    MonthlyBudget(db, 5_000, lambda: 3.0).reserve(4_900, 4_900)
    record_consent(db, "agrees", "by letter", now=3.0)
    db.close()
    for path in settings.home.glob("tweetlike.db*"):
        path.unlink()
    if first == "models":
        with closing(connect(settings.database_path())) as empty:
            with pytest.raises(OptedOut):
                import_path(empty, tmp_path / "hum.jsonl", "goes", now=4.0)
            with pytest.raises(BudgetSpent):
                MonthlyBudget(empty, 5_000, lambda: 4.0).reserve(101, 101)
    restore(settings, tmp_path / "b", now=5.0)
    with closing(connect(settings.database_path())) as back:
        with pytest.raises(OptedOut):
            find_account(back, "goes")
        assert not back.execute("SELECT 1 FROM accounts WHERE handle = 'goes'").fetchall()
        with pytest.raises(OptedOut):
            import_path(back, tmp_path / "hum.jsonl", "goes", now=6.0)
        with pytest.raises(BudgetSpent):
            MonthlyBudget(back, 5_000, lambda: 6.0).reserve(101, 101)
    known = read_ledger(settings.home / "ledger.jsonl")
    assert known is not None
    assert (known.opted_out, known.spent) == ({"goes": 3.0}, {"1970-01": 4_900})
    assert known.consents["agrees"] == ("by letter", 3.0)


def test_who_opts_out_while_a_restore_runs_stays_out(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_voice("goes")
    back_up(settings, tmp_path / "b", now=1.0)
    db.close()

    def sync() -> None:
        with closing(connect(settings.database_path())) as there:
            forget_account(there, settings, find_account(there, "goes"), refuse=True, now=3.0)

    monkeypatch.setattr(os, "sync", sync)
    restore(settings, tmp_path / "b", now=2.0)
    with closing(connect(settings.database_path())) as back:
        assert not back.execute("SELECT 1 FROM accounts WHERE handle = 'goes'").fetchall()
    known = read_ledger(settings.home / "ledger.jsonl")
    assert known is not None
    assert known.opted_out == {"goes": 3.0}


def test_whoever_forgets_in_a_database_that_was_replaced_is_told(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    account, _ = make_voice("goes")
    back_up(settings, tmp_path / "b", now=1.0)
    os.replace(shutil.copy(settings.database_path(), tmp_path / "other.db"), settings.database_path())
    with pytest.raises(RestoredMeanwhile):
        forget_account(db, settings, account, refuse=True, now=2.0)


def test_what_only_a_restore_has_put_aside_is_forgotten_by_its_name(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    """The account came after the backup: the live database does not know it, and its runs lay under a number that the
    next account was given."""
    make_voice("stays")
    (tmp_path / "hum.jsonl").write_text(json.dumps({"id": "1", "text": "a hum and a clunk"}))
    back_up(settings, tmp_path / "b", now=1.0)
    account, _ = make_voice("goes")
    texts = [tweet.text for tweet in load_tweets(db, account.id) if len(tweet.text) > 20]
    runs = settings.tracking_path(account.id) / "texts"
    runs.mkdir(parents=True)
    (runs / "train.txt").write_text("\n".join(texts))
    settings.checkpoints_path().mkdir(exist_ok=True)
    job = jobs.enqueue(db, "train", "goes", account.id, requested_by="t", now=1.0)
    (settings.checkpoints_path() / f"job-{job.id}.safetensors").write_text(texts[0])
    db.close()
    restore(settings, tmp_path / "b", now=2.0)
    with closing(connect(settings.database_path())) as back:
        new = import_path(back, tmp_path / "hum.jsonl", "new", now=3.0).account
        assert new.id > account.id, "a number that comes again gives away what lies under it"
        assert not settings.tracking_path(new.id).exists()
        assert forget_elsewhere(back, settings, "goes", now=3.0)
        assert not forget_elsewhere(back, settings, "goes", now=3.0)
    for path in (path for path in settings.home.rglob("*") if path.is_file() and "before-restore" in str(path)):
        assert not [text for text in texts if text.encode() in path.read_bytes()], path


def test_no_page_of_the_database_keeps_a_piece_of_what_was_forgotten(settings: Settings) -> None:
    """As pages are balanced, cells are copied from one to another; `secure_delete` does not zero where they were."""
    db, dice = connect(settings.database_path()), random.Random(1)
    names = ["anna", "bert", "carl", "dora"]
    ids = {name: dice.sample(range(10**15, 10**18), 800) for name in names}
    for _ in range(3):
        for name in dice.sample(names, 4):
            account = ensure_account(db, name, now=1.0)
            chosen = dice.sample(range(800), dice.randint(100, 500))
            words = [dice.choice([5, 15, 22, 22, 38]) for _ in chosen]
            tweets = [
                Tweet(str(ids[name][n]), 1.0, " ".join(f"of-{name}-{dice.randint(0, 9999)}" for _ in range(count)))
                for n, count in zip(chosen, words, strict=True)
            ]
            with transaction(db):
                store_tweets(db, account.id, tweets)
    for name in names[:-1]:
        forget_account(db, settings, find_account(db, name), refuse=False, now=2.0)
        found = [
            path.name for path in settings.home.glob("tweetlike.db*") if f"of-{name}".encode() in path.read_bytes()
        ]
        assert not found, name
    db.close()


def test_what_was_set_aside_is_forgotten_too(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    account, _ = make_voice("goes")
    texts = [tweet.text for tweet in load_tweets(db, account.id)]
    back_up(settings, tmp_path / "b", now=1.0)
    db.close()
    aside = restore(settings, tmp_path / "b", now=2.0).aside
    assert aside is not None
    (settings.home / ".restore").mkdir()
    shutil.copy(aside / "tweetlike.db", settings.home / ".restore" / "tweetlike.db")  # what a kill has left
    lost = settings.home / "before-restore-1970-01-01-000008"
    shutil.copytree(settings.models_path(), lost / "models")
    unreadable = settings.home / "before-restore-1970-01-01-000009"
    unreadable.mkdir()
    (unreadable / "tweetlike.db").write_bytes(b"x" * 5000 + texts[0].encode())
    now = connect(settings.database_path())
    forget_account(now, settings, find_account(now, "goes"), refuse=True, now=3.0)
    now.close()
    for path in (path for path in settings.home.rglob("*") if path.is_file()):
        found = [text for text in texts if len(text) > 20 and text.encode() in path.read_bytes()]
        assert not found, path
    assert (aside / "tweetlike.db").exists(), "of the others, it is still there"
    assert not unreadable.exists()
    assert not lost.exists(), "nobody can say whose models are in it"


def test_an_import_that_a_restore_overtakes_says_so(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    make_voice()
    back_up(settings, tmp_path / "b", now=1.0)
    db.close()
    importing = connect(settings.database_path())

    def overtaken(path: Path) -> Found:
        restore(settings, tmp_path / "b", now=2.0)
        return read_tweets(path)

    with pytest.raises(RestoredMeanwhile):
        import_path(importing, SAMPLE, read=overtaken, now=3.0)


def test_thousands_of_files_are_flushed_once(
    db: Database, settings: Settings, make_voice: MakeVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A flush for each of ten thousand files took more than a minute."""
    flushes: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: flushes.append(descriptor))
    for number in range(12):
        make_voice(f"voice{number}", number)
    flushes.clear()
    made = back_up(settings, tmp_path / "b", now=1.0)
    assert len(made.files) > 24
    assert len(flushes) <= 3
