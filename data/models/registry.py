"""The model registry: versions of an account's voice, and the pointer to the live one.

A version's files never change. Its folder is named in the database only after every file is on disk, in one
transaction with its hashes. The live pointer moves by compare-and-set; every move is an event that is kept.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from sqlite_utils import Database

from data.accounts.store import Account, joint_accounts_with
from data.errors import LeaseLost, NoEarlierVersion, UnknownVersion, VersionDamaged, VersionDeleted
from data.models.recipes import Recipe
from data.models.sampling import PLAIN, Sampling
from data.models.scorecards import ScoreCard, store_scorecard
from data.storage.database import change, one, transaction
from data.storage.sealed_folders import STAGING, first_damaged, move_into_place, seal

VersionState = Literal["candidate", "live", "retired", "rejected", "failed"]
Method = Literal["lora", "full"]


@dataclass(frozen=True)
class HeldOutMetrics:
    """How a version does on the newest, held-out tweets, beside the untuned base on the same ones."""

    loss: float  # nats per token
    base_loss: float
    bits_per_character: float
    base_bits_per_character: float
    held_out_tweets: int
    train_tokens: int
    train_seconds: float
    epochs: float  # passes over the training tweets behind the kept weights


@dataclass(frozen=True)
class Lineage:
    """Where a version comes from."""

    corpus_fingerprint: str
    held_out_fingerprint: str
    train_tweets: int
    validation_tweets: int
    held_out_tweets: int
    seed: int
    job_id: int | None = None
    run: str | None = None  # the tracking run
    train_fingerprint: str | None = None
    validation_fingerprint: str | None = None
    served_tweets: int = 0  # that the weights that are served have learnt from, where those are not the scored ones
    continued_from: int | None = None  # of older programs: the version whose adapter it went on from


@dataclass(frozen=True)
class Version:
    """One trained model of an account. Its files never change; `state` does. `folder` is relative to the models folder,
    `files` holds the SHA-256 of each file in it, `created_at` is in seconds since 1970.
    """

    id: int
    account_id: int
    number: int
    state: VersionState
    method: Method
    base: str
    base_fingerprint: str
    recipe: Recipe
    corpus_id: int
    folder: str  # relative to the models folder
    files: dict[str, str]  # SHA-256 by file name
    metrics: HeldOutMetrics
    lineage: Lineage
    sampling: Sampling  # that suits it
    created_at: float


@dataclass(frozen=True)
class NewVersion:
    """What a training knows of a version that has no number yet."""

    account_id: int
    method: Method
    base: str
    base_fingerprint: str
    recipe: Recipe
    corpus_id: int
    metrics: HeldOutMetrics
    lineage: Lineage
    sampling: Sampling = PLAIN


def publish(
    db: Database, models: Path, staged: Path, new: NewVersion, *, now: float, card: ScoreCard | None = None
) -> Version:
    """Turn a staged folder into a candidate version: seal, then number, rename and register in one transaction."""
    hashes = seal(staged)
    with transaction(db):
        row = one(db, "SELECT max(number) AS last FROM versions WHERE account_id = ?", new.account_id)
        number = ((row or {}).get("last") or 0) + 1
        folder = f"{new.account_id}/{number}"
        shutil.rmtree(models / folder, ignore_errors=True)  # an orphan of a start that never committed
        move_into_place(staged, models / folder)
        version_id = (
            db.table("versions")
            .insert(
                {
                    "account_id": new.account_id,
                    "number": number,
                    "state": "candidate",
                    "method": new.method,
                    "base": new.base,
                    "base_fingerprint": new.base_fingerprint,
                    "recipe": json.dumps(new.recipe.as_dict()),
                    "corpus_id": new.corpus_id,
                    "folder": folder,
                    "files": json.dumps(hashes),
                    "metrics": json.dumps(asdict(new.metrics)),
                    "lineage": json.dumps(asdict(new.lineage)),
                    "sampling": json.dumps(new.sampling.as_dict()),
                    "created_at": now,
                }
            )
            .last_pk
        )
        _record(db, new.account_id, version_id, "published", {}, now)
        if card is not None:
            store_scorecard(db, version_id, card, now=now)
    return version_by_id(db, version_id)


def promote(
    db: Database, version: Version, *, expected_live: int | None, reason: dict[str, Any], now: float
) -> Version:
    """Make a version live and retire the one that was, if that still is `expected_live` (a version id or None).

    Raises `UnknownVersion` for a version that cannot be served, `LeaseLost` when another hand moved the pointer.
    """
    with transaction(db):
        _promote(db, version, expected_live=expected_live, reason=reason, now=now)
    return version_by_id(db, version.id)


def _promote(db: Database, version: Version, *, expected_live: int | None, reason: dict[str, Any], now: float) -> None:
    state = version_by_id(db, version.id).state
    if state in ("failed", "rejected"):
        raise UnknownVersion(_handle(db, version.account_id), version.number)
    moved = change(
        db,
        "UPDATE accounts SET live_version_id = ? WHERE id = ? AND live_version_id IS ?",
        version.id,
        version.account_id,
        expected_live,
    )
    if not moved:
        raise LeaseLost(f"the live version of @{_handle(db, version.account_id)}")
    if expected_live is not None and expected_live != version.id:
        change(db, "UPDATE versions SET state = 'retired' WHERE id = ? AND state = 'live'", expected_live)
    change(db, "UPDATE versions SET state = 'live' WHERE id = ?", version.id)
    _record(db, version.account_id, version.id, "promoted", {"replaced": expected_live, **reason}, now)


def rollback(db: Database, account: Account, *, now: float) -> Version:
    """Put the version that was live before the live one back. Raises `NoEarlierVersion` if there is none."""
    with transaction(db):
        live = live_version(db, account.id)
        before = _version_before(db, account.id, *([live.id] if live else []))
        if before is None:
            raise NoEarlierVersion(account.handle)
        _promote(db, before, expected_live=live.id if live else None, reason={"why": "rollback"}, now=now)
    return version_by_id(db, before.id)


def quarantine(db: Database, version: Version, file: str, *, now: float) -> Version | None:
    """Mark a damaged version as failed; if it was live, put the one before it in its place, and return that."""
    with transaction(db):
        live = live_version(db, version.account_id)
        change(db, "UPDATE versions SET state = 'failed' WHERE id = ?", version.id)
        _record(db, version.account_id, version.id, "quarantined", {"file": file}, now)
        if live is None or live.id != version.id:
            return live
        before = _version_before(db, version.account_id, version.id)
        if before is None:
            change(db, "UPDATE accounts SET live_version_id = NULL WHERE id = ?", version.account_id)
            return None
        _promote(db, before, expected_live=version.id, reason={"why": "the live version was damaged"}, now=now)
    return version_by_id(db, before.id)


def open_live(db: Database, models: Path, account: Account, *, now: float) -> Version | None:
    """The live version with its files verified; damaged ones are quarantined until a whole one is found.

    None if the account never had a live version. Raises `VersionDamaged` if none is left.
    """
    damaged: VersionDamaged | None = None
    skipped: list[int] = []
    version = live_version(db, account.id)
    while version is not None:
        file = first_damaged(models / version.folder, version.files)
        if file is None:
            return version
        damaged = VersionDamaged(account.handle, version.number, file)
        skipped.append(version.id)
        try:
            version = quarantine(db, version, file, now=now)
        except sqlite3.OperationalError:  # a disk that takes nothing: served all the same, recorded another time
            version = _version_before(db, account.id, *skipped)
    if damaged:
        raise damaged
    return None


def retire_for_deletion(db: Database, account: Account, *, now: float) -> int:
    """Let no version of the account, or of a joint one that it is part of, ever speak again; return how many.

    They have learnt from a post that its author has deleted since. Call inside a transaction.
    """
    retired = 0
    for owner in (account, *joint_accounts_with(db, account.id)):
        change(db, "UPDATE accounts SET live_version_id = NULL WHERE id = ?", owner.id)
        for version in list_versions(db, owner.id):
            if version.state in ("live", "candidate", "retired"):
                change(db, "UPDATE versions SET state = 'rejected' WHERE id = ?", version.id)
                _record(db, owner.id, version.id, "rejected", {"why": "learnt from a post that was deleted"}, now)
                retired += 1
    return retired


def set_state(db: Database, version: Version, state: VersionState, detail: dict[str, Any], *, now: float) -> None:
    """Record a decision about a version that does not move the live pointer."""
    with transaction(db):
        change(db, "UPDATE versions SET state = ? WHERE id = ? AND state != 'live'", state, version.id)
        _record(db, version.account_id, version.id, state, detail, now)


def live_version(db: Database, account_id: int) -> Version | None:
    """What the bot serves for an account, or None."""
    row = one(
        db,
        "SELECT versions.* FROM versions JOIN accounts ON accounts.live_version_id = versions.id WHERE accounts.id = ?",
        account_id,
    )
    return None if row is None else _version(row)


def best_version(db: Database, live: Version) -> Version:
    """The best that has been live on the way to what is live now, as its promotion says; else that itself."""
    row = one(
        db,
        "SELECT json_extract(detail, '$.best') AS best FROM version_events "
        "WHERE version_id = ? AND event = 'promoted' ORDER BY id DESC LIMIT 1",
        live.id,
    )
    best = row and row["best"]
    known = best and one(db, "SELECT * FROM versions WHERE id = ? AND state IN ('live', 'retired')", best)
    return _version(known) if known else live


def list_versions(db: Database, account_id: int) -> list[Version]:
    """All versions of an account, newest first."""
    rows = db.query("SELECT * FROM versions WHERE account_id = ? ORDER BY number DESC", [account_id])
    return [_version(row) for row in rows]


def count_versions(db: Database, account_id: int) -> int:
    """How many versions an account has had."""
    return int(db.execute("SELECT count(*) FROM versions WHERE account_id = ?", [account_id]).fetchone()[0])


def still_live(db: Database, version_ids: Sequence[int]) -> set[int]:
    """Those of the versions that their accounts speak with."""
    query = "SELECT live_version_id FROM accounts WHERE live_version_id IN (SELECT value FROM json_each(?))"
    return {version_id for (version_id,) in db.execute(query, [json.dumps(version_ids)])}


def find_version(db: Database, account: Account, number: int) -> Version:
    """Raises `UnknownVersion`."""
    row = one(db, "SELECT * FROM versions WHERE account_id = ? AND number = ?", account.id, number)
    if row is None:
        raise UnknownVersion(account.handle, number)
    return _version(row)


def version_by_id(db: Database, version_id: int) -> Version:
    """Raises `VersionDeleted`."""
    row = one(db, "SELECT * FROM versions WHERE id = ?", version_id)
    if row is None:
        raise VersionDeleted
    return _version(row)


def live_adapter_of_another(db: Database, account_id: int, base_fingerprint: str) -> Version | None:
    """The live adapter on the same base of some account that has no part in this one; None if there is none."""
    row = one(
        db,
        "SELECT versions.id FROM accounts JOIN versions ON versions.id = live_version_id "
        "WHERE accounts.id != ? AND accounts.id NOT IN (SELECT member_id FROM members WHERE members.account_id = ?) "
        "AND source != 'joint' AND method = 'lora' AND base_fingerprint = ? ORDER BY accounts.handle LIMIT 1",
        account_id,
        account_id,
        base_fingerprint,
    )
    return None if row is None else version_by_id(db, row["id"])


def sweep(db: Database, models: Path) -> list[Path]:
    """Delete folders that no version names: what a kill left behind. Only the process that publishes may call it."""
    swept: list[Path] = []
    if (models / STAGING).exists():
        swept += (models / STAGING).iterdir()
    with transaction(db):  # no version can be published while we look
        named = {row["folder"] for row in db.query("SELECT folder FROM versions")}
        for folder in models.glob("*/*"):
            if folder.parent.name != STAGING and f"{folder.parent.name}/{folder.name}" not in named:
                swept.append(folder)
        for folder in swept:
            shutil.rmtree(folder, ignore_errors=True)
    return swept


def _version_before(db: Database, account_id: int, *version_ids: int) -> Version | None:
    """The servable version that was live most recently before these, by the events."""
    rows: Sequence[dict[str, Any]] = list(
        db.query(
            "SELECT versions.*, max(version_events.id) AS last FROM versions "
            "JOIN version_events ON version_events.version_id = versions.id AND event = 'promoted' "
            "WHERE versions.account_id = ? AND state = 'retired' "
            "AND versions.id NOT IN (SELECT value FROM json_each(?)) "
            "GROUP BY versions.id ORDER BY last DESC LIMIT 1",
            [account_id, json.dumps(version_ids)],
        )
    )
    return _version(rows[0]) if rows else None


def _handle(db: Database, account_id: int) -> str:
    row = one(db, "SELECT handle FROM accounts WHERE id = ?", account_id)
    return row["handle"] if row else "?"


def _record(db: Database, account_id: int, version_id: int, event: str, detail: dict[str, Any], now: float) -> None:
    db.table("version_events").insert(
        {
            "account_id": account_id,
            "version_id": version_id,
            "event": event,
            "detail": json.dumps(detail),
            "at": now,
        }
    )


def _version(row: dict[str, Any]) -> Version:
    recipe = Recipe.stored(json.loads(row["recipe"]))
    return Version(
        id=row["id"],
        account_id=row["account_id"],
        number=row["number"],
        state=row["state"],
        method=row["method"],
        base=row["base"],
        base_fingerprint=row["base_fingerprint"],
        recipe=recipe,
        corpus_id=row["corpus_id"],
        folder=row["folder"],
        files=json.loads(row["files"]),
        metrics=HeldOutMetrics(**json.loads(row["metrics"])),
        lineage=Lineage(**json.loads(row["lineage"])),
        sampling=Sampling.stored(json.loads(row["sampling"])) if row["sampling"] else recipe.sampling,
        created_at=row["created_at"],
    )
