"""A power cut: what the database names is on the disk before the database says so.

Everything that is written and not flushed yet may be lost; so the order of flushes is watched.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from data.maintenance.backup import back_up
from data.models.registry import list_versions
from data.settings import Settings
from data.storage.database import connect
from tests.conftest import MakeVoice


@pytest.fixture
def happened(monkeypatch: pytest.MonkeyPatch, db: Database) -> Iterator[list[tuple[str, str]]]:
    """Flushes, renames and commits, in their order, with the path as it was called then."""
    seen: list[tuple[str, str]] = []
    flush, rename, sync = os.fsync, os.rename, os.sync

    def watched_flush(descriptor: int) -> None:
        flush(descriptor)
        seen.append(("flush", os.readlink(f"/proc/self/fd/{descriptor}")))

    def watched_rename(source: str, target: str, **options: object) -> None:
        rename(source, target)
        seen.append(("rename", os.fspath(target)))

    def watched_sync() -> None:
        sync()
        seen.append(("sync", "everything"))

    monkeypatch.setattr(os, "fsync", watched_flush)
    monkeypatch.setattr(os, "sync", watched_sync)
    monkeypatch.setattr(os, "rename", watched_rename)
    db.conn.set_trace_callback(lambda sql: seen.append(("sql", sql.split()[0])) if sql else None)
    yield seen
    db.conn.set_trace_callback(None)


needs_proc = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs /proc")


@needs_proc
def test_a_version_is_on_the_disk_before_it_is_named(
    happened: list[tuple[str, str]], settings: Settings, db: Database, make_voice: MakeVoice
) -> None:
    account, version = make_voice(live=False)
    folder = settings.models_path() / version.folder
    renamed = happened.index(("rename", str(folder)))
    committed = next(n for n, event in enumerate(happened) if n > renamed and event == ("sql", "COMMIT"))
    before = [path for kind, path in happened[:renamed] if kind == "flush"]
    assert {Path(path).name for path in before} >= set(version.files), "each file, before the folder gets its name"
    assert any(Path(path).parent.name == ".staging" for path in before), "the folder itself"
    assert ("flush", str(folder.parent)) in happened[renamed:committed], "the name, before the database knows it"
    assert [v.id for v in list_versions(db, account.id)] == [version.id]


@needs_proc
def test_a_backup_is_on_the_disk_before_it_has_its_name(
    happened: list[tuple[str, str]], settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    make_voice()
    happened.clear()
    back_up(settings, tmp_path / "b", now=1.0)
    renamed = happened.index(("rename", str(tmp_path / "b")))
    assert happened[renamed - 1] == ("sync", "everything"), "and nothing was written after it"
    assert ("flush", str(tmp_path)) in happened[renamed:]


def test_what_is_committed_survives_a_power_cut(settings: Settings) -> None:
    """SQLite flushes its log at each commit: 2 is FULL."""
    assert connect(settings.database_path()).execute("PRAGMA synchronous").fetchone() == (2,)
    assert connect(settings.database_path()).execute("PRAGMA journal_mode").fetchone() == ("wal",)
