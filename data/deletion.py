"""Forgetting an account: its rows, its runs and its files, and nothing of its tweets left on disk."""

from __future__ import annotations

import shutil

from sqlite_utils import Database

from data.accounts import Account, joint_accounts_with, opt_out
from data.database import change, transaction
from data.settings import Settings


def forget_account(db: Database, settings: Settings, account: Account, *, refuse: bool, now: float) -> None:
    """Delete everything of the account; with `refuse` its handle is opted out for ever as well.

    A training that is running for it is cancelled; a bot drops the voice when it next looks. Joint accounts that it
    is a member of go with it.
    """
    for joint in joint_accounts_with(db, account.id):
        forget_account(db, settings, joint, refuse=False, now=now)
    jobs = [row["id"] for row in db.query("SELECT id FROM jobs WHERE handle = ?", [account.handle])]
    with transaction(db):
        change(db, "DELETE FROM consents WHERE handle = ?", account.handle)
        change(db, "UPDATE accounts SET live_version_id = NULL WHERE id = ?", account.id)
        for table in ("generations", "version_events", "versions", "corpora", "tweets"):
            change(db, f"DELETE FROM {table} WHERE account_id = ?", account.id)
        change(db, "DELETE FROM jobs WHERE handle = ?", account.handle)
        change(db, "DELETE FROM accounts WHERE id = ?", account.id)
        if refuse:
            opt_out(db, account.handle, now=now)
    delete_account_files(settings, account.id)
    for job_id in jobs:
        delete_checkpoints(settings, job_id)
    # secure_delete has zeroed the pages; this empties the log that still holds the old ones.
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def delete_account_files(settings: Settings, account_id: int) -> None:
    """The account's versions and its tracking runs."""
    for folder in (settings.models_path() / str(account_id), settings.tracking_path(account_id)):
        shutil.rmtree(folder, ignore_errors=True)


def delete_checkpoints(settings: Settings, job_id: int) -> None:
    """What a training has saved to go on from."""
    for path in settings.checkpoints_path().glob(f"job-{job_id}.*"):
        path.unlink(missing_ok=True)
