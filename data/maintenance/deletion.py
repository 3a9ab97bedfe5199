"""Forgetting an account: its rows, its runs and its files, and nothing of its tweets left on disk."""

from __future__ import annotations

import shutil
import time
from contextlib import suppress

from sqlite_utils import Database

from data.accounts.store import Account, joint_accounts_with, list_accounts, opt_out
from data.errors import StillInTheLog
from data.settings import Settings
from data.storage.database import change, transaction

UPLOAD_LASTS_S = 3600.0


def forget_account(db: Database, settings: Settings, account: Account, *, refuse: bool, now: float) -> None:
    """Delete everything of the account; with `refuse` its handle is opted out for ever as well.

    A training that is running for it is cancelled; a bot drops the voice when it next looks. Joint accounts that it
    is a member of go with it. Raises `StillInTheLog` when all is deleted but an old page may still lie in the log.
    """
    for joint in joint_accounts_with(db, account.id):
        forget_account(db, settings, joint, refuse=False, now=now)
    jobs = [row["id"] for row in db.query("SELECT id FROM jobs WHERE handle = ?", [account.handle])]
    with transaction(db):
        change(db, "DELETE FROM consents WHERE handle = ?", account.handle)
        change(db, "UPDATE accounts SET live_version_id = NULL WHERE id = ?", account.id)
        mixed = "SELECT generation_id FROM mix_parts WHERE account_id = ?"
        change(db, f"DELETE FROM generations WHERE id IN ({mixed})", account.id)
        for table in ("rounds", "generations", "version_events", "versions", "corpora", "tweets"):
            change(db, f"DELETE FROM {table} WHERE account_id = ?", account.id)
        change(db, "DELETE FROM jobs WHERE handle = ?", account.handle)
        change(db, "DELETE FROM accounts WHERE id = ?", account.id)
        if refuse:
            opt_out(db, account.handle, now=now)
    delete_account_files(settings, account.id)
    for job_id in jobs:
        delete_checkpoints(settings, job_id)
    delete_uploads(settings, UPLOAD_LASTS_S, now=time.time())
    empty_the_log(db)  # secure_delete has zeroed the pages themselves


def delete_account_files(settings: Settings, account_id: int) -> None:
    """The account's versions and its tracking runs."""
    for folder in (settings.models_path() / str(account_id), settings.tracking_path(account_id)):
        shutil.rmtree(folder, ignore_errors=True)


def delete_files_of_nobody(db: Database, settings: Settings) -> None:
    """The versions and tracking runs of accounts that are gone."""
    known = {str(account.id) for account in list_accounts(db)}
    for place in (settings.models_path(), settings.tracking_path(0).parent):
        for folder in place.glob("*"):
            if folder.name.isdecimal() and folder.name not in known:
                shutil.rmtree(folder, ignore_errors=True)


def delete_uploads(settings: Settings, older_than_s: float, *, now: float) -> None:
    """Files that people sent and that a kill has left."""
    for folder in settings.uploads_path().glob("*"):
        with suppress(OSError):
            if folder.stat().st_mtime < now - older_than_s:
                shutil.rmtree(folder)


def empty_the_log(db: Database, patience_s: float = 5.0) -> None:
    """Empty the write-ahead log, which still holds the pages from before. Raises `StillInTheLog`."""
    until = time.monotonic() + patience_s
    while db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:  # another program reads an older state
        if time.monotonic() > until:
            raise StillInTheLog
        time.sleep(0.1)


def delete_checkpoints(settings: Settings, job_id: int) -> None:
    """What a training has saved to go on from."""
    for path in settings.checkpoints_path().glob(f"job-{job_id}.*"):
        path.unlink(missing_ok=True)
