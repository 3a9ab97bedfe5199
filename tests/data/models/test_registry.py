"""Versions: published whole, promoted by one pointer, verified, quarantined, swept and rolled back."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
from pathlib import Path

import pytest
from sqlite_utils import Database

from data.accounts.store import find_account
from data.errors import LeaseLost, NoEarlierVersion, UnknownVersion, VersionDamaged
from data.maintenance.deletion import forget_account
from data.models import history, registry
from data.settings import Settings
from data.storage.database import connect
from data.storage.sealed_folders import STAGING, staging_folder
from tests.conftest import MakeVoice


def test_promotions_are_seen_also_where_numbers_come_again_and_clocks_go_back(
    db: Database, make_voice: MakeVoice, settings: Settings
) -> None:
    anna, _ = make_voice("anna")
    gone, _ = make_voice("ben")
    seen = history.last_promotion(db)
    assert history.promoted_since(db, history.BEGINNING) == [anna.id, gone.id]
    forget_account(db, settings, gone, refuse=False, now=1.0)
    cleo, _ = make_voice("cleo")
    assert history.last_promotion(db)[0] <= seen[0], "the number of an event has come again"
    assert cleo.id in history.promoted_since(db, seen)
    seen = history.last_promotion(db)
    dora, _ = make_voice("dora")
    db.execute("UPDATE version_events SET at = 0.5 WHERE account_id = ?", [dora.id])
    assert dora.id in history.promoted_since(db, seen), "by the number, whatever the clock says"


def test_versions_are_numbered_hashed_and_one_is_live(db: Database, settings: Settings, make_voice: MakeVoice) -> None:
    account, first = make_voice()
    _, second = make_voice(seed=2)
    assert (first.number, second.number) == (1, 2)
    assert registry.live_version(db, account.id) == second
    assert [version.state for version in registry.list_versions(db, account.id)] == ["live", "retired"]
    assert {"adapter_model.safetensors", "adapter_config.json", "copies.safetensors"} <= set(second.files)
    folder = settings.models_path() / second.folder
    assert sorted(file.name for file in folder.iterdir()) == sorted(second.files)
    assert not list((settings.models_path() / STAGING).iterdir())
    assert [(e.version_number, e.event) for e in history.events(db, account.id)] == [
        (1, "published"),
        (1, "promoted"),
        (2, "published"),
        (2, "promoted"),
    ]


def test_rollback_goes_back_and_forward_again(db: Database, make_voice: MakeVoice) -> None:
    account, first = make_voice()
    with pytest.raises(NoEarlierVersion):
        registry.rollback(db, account, now=1)
    make_voice(seed=2)
    assert registry.rollback(db, account, now=2).number == first.number
    assert registry.rollback(db, account, now=3).number == 2
    assert [version.state for version in registry.list_versions(db, account.id)] == ["live", "retired"]


def test_a_stale_promotion_does_not_move_the_pointer(db: Database, make_voice: MakeVoice) -> None:
    account, first = make_voice()
    _, second = make_voice(seed=2, live=False)
    with pytest.raises(LeaseLost):
        registry.promote(db, second, expected_live=None, reason={}, now=1)
    live = registry.live_version(db, account.id)
    assert live
    assert live.id == first.id
    assert registry.version_by_id(db, second.id).state == "candidate"


@pytest.mark.parametrize("damage", ["flip", "missing"])
def test_a_damaged_live_version_is_quarantined_and_the_one_before_serves(
    damage: str, db: Database, settings: Settings, make_voice: MakeVoice
) -> None:
    account, first = make_voice()
    _, second = make_voice(seed=2)
    weights = settings.models_path() / second.folder / "adapter_model.safetensors"
    if damage == "flip":
        content = bytearray(weights.read_bytes())
        content[-1] ^= 1
        weights.write_bytes(content)
    else:
        weights.unlink()
    served = registry.open_live(db, settings.models_path(), account, now=1)
    assert served
    assert served.id == first.id
    assert registry.version_by_id(db, second.id).state == "failed"
    with pytest.raises(UnknownVersion):
        registry.promote(db, second, expected_live=first.id, reason={}, now=2)
    shutil.rmtree(settings.models_path() / first.folder)
    with pytest.raises(VersionDamaged):
        registry.open_live(db, settings.models_path(), account, now=3)
    assert registry.live_version(db, account.id) is None


def test_sweep_deletes_what_no_version_names_and_nothing_else(
    db: Database, settings: Settings, make_voice: MakeVoice
) -> None:
    _, version = make_voice()
    models = settings.models_path()
    (models / STAGING / "half-written").mkdir(parents=True)
    (models / version.folder).parent.joinpath("77").mkdir()
    assert len(registry.sweep(db, models)) == 2
    assert [path.relative_to(models).as_posix() for path in models.glob("*/*")] == [version.folder]
    assert registry.sweep(db, models) == []


def _publish_and_die(home: Path, draft: registry.NewVersion, moment: str) -> None:
    """Publish a version and be killed at a moment."""
    db = connect(home / "tweetlike.db")
    models = home / "models"

    def die(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    if moment == "before the rename":
        registry.move_into_place = die
    elif moment == "before the row":
        registry.json = type("json", (), {"dumps": die})  # type: ignore[assignment]
    elif moment == "before the commit":
        registry._record = die
    with staging_folder(models) as staged:
        (staged / "adapter_model.safetensors").write_bytes(b"weights")
        registry.publish(db, models, staged, draft, now=1)
    if moment == "after the commit":
        die()


@pytest.mark.parametrize("moment", ["before the rename", "before the row", "before the commit", "after the commit"])
def test_a_kill_while_publishing_leaves_the_live_version_and_at_most_an_orphan(
    moment: str, db: Database, settings: Settings, make_voice: MakeVoice
) -> None:
    account, live = make_voice()
    draft = registry.NewVersion(
        account.id, "lora", live.base, live.base_fingerprint, live.recipe, live.corpus_id, live.metrics, live.lineage
    )
    child = multiprocessing.get_context("fork").Process(target=_publish_and_die, args=(settings.home, draft, moment))
    child.start()
    child.join(30)
    assert child.exitcode == -signal.SIGKILL
    assert registry.open_live(db, settings.models_path(), find_account(db, account.handle), now=2) == live
    registry.sweep(db, settings.models_path())
    versions = registry.list_versions(db, account.id)
    assert [version.number for version in versions] == ([2, 1] if moment == "after the commit" else [1])
    folders = sorted(path.relative_to(settings.models_path()).as_posix() for path in settings.models_path().glob("*/*"))
    assert folders == sorted(version.folder for version in versions)
    with staging_folder(settings.models_path()) as staged:  # and the next publication works
        (staged / "adapter_model.safetensors").write_bytes(b"weights")
        assert registry.publish(db, settings.models_path(), staged, draft, now=3).number == len(versions) + 1
