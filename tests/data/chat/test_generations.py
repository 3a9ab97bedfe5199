"""Answers are deleted when they are old, with what hangs on them, and no others."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from data.chat import generations
from data.chat.generations import delete_answers, find_generation, rate, record_generation
from data.settings import Settings
from tests.conftest import MakeVoice
from training.trainer import tidy

DAY = 86_400.0


def answer(db: Database, account_id: int, version_id: int, at: float) -> int:
    return record_generation(
        db, account_id=account_id, version_id=version_id, prompt="", seed=1, sampling={}, texts=("hum",),
        platform="discord", requester="1", now=at, mix=[(account_id, 1.0)],
    )  # fmt: skip


@pytest.mark.parametrize("old", [0, 1, 4, 7])
def test_old_answers_go_in_some_chunks(
    db: Database, make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch, old: int
) -> None:
    monkeypatch.setattr(generations, "DELETED_AT_ONCE", 2)
    account, version = make_voice("moonbase")
    gone = [answer(db, account.id, version.id, at=number) for number in range(old)]
    kept = [answer(db, account.id, version.id, at=100.0 + number) for number in range(3)]
    for number in (*gone, *kept):
        rate(db, number, "discord:1", liked=True)
    assert delete_answers(db, before=100.0) == old
    assert [find_generation(db, number) is not None for number in (*gone, *kept)] == [False] * old + [True] * 3
    assert (db.table("mix_parts").count, db.table("feedback").count) == (3, 3)


@pytest.mark.parametrize(("days", "left"), [(90, 2), (1, 1), (0, 3)])
def test_the_trainer_tidies_up_what_is_older_than_the_settings_say(
    db: Database, settings: Settings, make_voice: MakeVoice, days: int, left: int
) -> None:
    account, version = make_voice("moonbase")
    now = 1_000 * DAY
    for age in (0.5, 30, 200):
        answer(db, account.id, version.id, at=now - age * DAY)
    tidy(settings.model_copy(update={"keep_answers_days": days}), now)
    assert db.table("generations").count == left
