"""A database that each release has written is upgraded in place: nothing is lost, and its voice answers.

`releases/VERSION.sql` was dumped by the program of that release, with an account, two versions, a queued training,
an answer and an opt-out in it. A released migration is never edited, so these files never change either.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.app import open_service
from bot.service.options import AnswerOptions
from bot.service.turns import Asker
from data.accounts.store import find_account
from data.chat.generations import find_generation
from data.errors import OptedOut
from data.jobs import queue as jobs
from data.maintenance.doctor import examine
from data.models.bases import Base
from data.models.history import events
from data.models.registry import list_versions, live_version, rollback
from data.settings import Settings
from data.storage.database import connect
from data.tweets.copy_index import CopyIndex
from data.tweets.corpus import account_corpus
from data.tweets.store import load_tweets
from tests.conftest import random_adapter

RELEASES = sorted((Path(__file__).parent / "releases").glob("*.sql"))


@pytest.fixture(params=RELEASES, ids=lambda path: path.stem)
def upgraded(request: pytest.FixtureRequest, settings: Settings) -> Database:
    settings.home.mkdir(parents=True)
    old = sqlite3.connect(settings.database_path())
    old.execute("PRAGMA journal_mode=WAL")
    old.executescript(request.param.read_text())
    old.close()
    return connect(settings.database_path())


def test_everything_is_still_there(upgraded: Database) -> None:
    db = upgraded
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not db.execute("PRAGMA foreign_key_check").fetchall()
    account = find_account(db, "vendo_floor3")
    assert (account.refresh_every, account.watch_path, account.gone) == ("6h", Path("/home/vendo/floor3.jsonl"), 0)
    assert len(load_tweets(db, account.id)) == 62
    counts = account_corpus(db, account).counts
    assert (counts.downloaded, counts.retweets, counts.short, counts.kept) == (62, 1, 1, 60)
    first, second = sorted(list_versions(db, account.id), key=lambda version: version.number)
    assert live_version(db, account.id) == second
    assert (first.state, second.metrics.bits_per_character, second.lineage.train_tweets) == ("retired", 1.7, 45)
    assert [event.event for event in events(db, account.id)] == ["published", "promoted"] * 2
    [job] = jobs.active_jobs(db)
    assert (job.kind, job.requested_by, job.priority) == ("train", "discord:42", 10)
    assert jobs.messages_to_update(db, "discord") == [(job.id, "77", "88")]
    answer = find_generation(db, 1)
    assert answer is not None
    assert answer.texts == ("hum of the moon", "hum and tea")
    with pytest.raises(OptedOut):
        find_account(db, "somebody_else")
    assert rollback(db, account, now=1.0).number == 1


async def test_its_voice_answers_and_the_button_of_an_old_answer_works(
    upgraded: Database, settings: Settings, base: Base
) -> None:
    version = live_version(upgraded, find_account(upgraded, "vendo_floor3").id)
    assert version is not None
    folder = settings.models_path() / version.folder
    random_adapter(folder, base.folder, seed=1)  # the release's base is not the one of these tests
    CopyIndex.of(["hum"]).save(folder)
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    upgraded.execute(
        "UPDATE versions SET files = ?, base_fingerprint = ? WHERE id = ?",
        [json.dumps(files), base.fingerprint, version.id],
    )
    async with open_service(settings, base) as service:
        asker = Asker("discord", "42")
        answer = await service.answers.tweetlike("vendo_floor3", "hum", AnswerOptions(seed=1), asker=asker)
        assert len(answer.texts) == 5
        again = await service.answers.again(1, asker=asker)
        assert (again.handle, again.prompt, len(again.texts)) == ("vendo_floor3", "hum", 2)


def test_the_doctor_finds_an_upgraded_database_well(upgraded: Database, settings: Settings) -> None:
    found = {check.name: check.state for check in examine(settings)}
    assert found["database"] == "ok"


def test_an_upgrade_that_is_cut_off_leaves_the_old_database(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All steps are one transaction."""
    settings.home.mkdir(parents=True)
    old = sqlite3.connect(settings.database_path())
    old.executescript(RELEASES[0].read_text())
    before = old.execute("SELECT name FROM sqlite_master ORDER BY name").fetchall()
    old.close()
    from sqlite_utils import Migrations

    apply = Migrations.apply

    def cut_off(self: Migrations, db: Database) -> None:
        apply(self, db, stop_before="m004_buttons_and_games")
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(Migrations, "apply", cut_off)
        with pytest.raises(KeyboardInterrupt):
            connect(settings.database_path())
    looked = sqlite3.connect(settings.database_path())
    assert looked.execute("SELECT name FROM sqlite_master ORDER BY name").fetchall() == before
    looked.close()
    assert find_account(connect(settings.database_path()), "vendo_floor3")
