"""Forgetting an account: its rows, its runs and its files, and nothing of its tweets left on disk."""

from __future__ import annotations

import re
import shutil
import sqlite3
import time
from contextlib import closing, suppress

from sqlite_utils import Database

from data.accounts.store import Account, find_stored, joint_accounts_with, opt_out
from data.errors import RestoredMeanwhile, StillInTheLog, TweetlikeError, UnknownAccount
from data.settings import Settings
from data.storage.database import change, connect, is_replaced, transaction
from data.storage.leases import is_held
from data.storage.ledger import forget_consents
from data.storage.temporary import sweep_temporary

UPLOAD_LASTS_S = 3600.0
ASIDE = "before-restore-"  # folders that hold what a restore has replaced
STAGED = ".restore"  # what a restore that was killed has left
LEAST_BARE = 4  # letters of a handle that is looked for in logs without its @, too: a shorter one is a word
ASIDE_LASTS_S = 30 * 86_400.0


def forget_account(db: Database, settings: Settings, account: Account, *, refuse: bool, now: float) -> None:
    """Delete everything of the account; with `refuse` its handle is opted out for ever as well.

    A training that is running for it is cancelled; a bot drops the voice when it next looks. Joint accounts that it
    is a member of go with it. Raises `StillInTheLog` when all is deleted but an old page may still lie in the log, and
    `RestoredMeanwhile`.
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
    forget_elsewhere(db, settings, account.handle, now=now)
    if is_replaced(db):
        raise RestoredMeanwhile


def forget_elsewhere(db: Database, settings: Settings, handle: str, *, now: float) -> bool:
    """Leave nothing of a handle outside of the rows of an account, which may be gone already, or may never have been in
    this database. Whether what restores have put aside held it. Raises `StillInTheLog`."""
    delete_uploads(settings, UPLOAD_LASTS_S if is_held(settings.home, "bot") else 0.0, now=time.time())
    found = forget_aside(settings, handle, now=now)
    strike_from_logs(settings, handle)
    forget_consents(db, handle)
    sweep_temporary(settings.home)
    rewrite(db)
    empty_the_log(db)
    return found


def rewrite(db: Database) -> None:
    """Write the database anew: `secure_delete` zeroes what is deleted, but not what rows leave behind as pages are
    balanced."""
    db.execute("PRAGMA temp_store=FILE")  # in memory, it would take as much as the database has
    try:
        db.execute("VACUUM")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
        raise StillInTheLog from error
    finally:
        db.execute("PRAGMA temp_store=MEMORY")


def delete_account_files(settings: Settings, account_id: int) -> None:
    """The account's versions and its tracking runs."""
    for folder in (settings.models_path() / str(account_id), settings.tracking_path(account_id)):
        shutil.rmtree(folder, ignore_errors=True)


def delete_files_of_nobody(db: Database, settings: Settings) -> None:
    """The versions and tracking runs of accounts that are gone."""
    known = {str(account_id) for (account_id,) in db.execute("SELECT id FROM accounts")}
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


def forget_aside(settings: Settings, handle: str, *, now: float) -> bool:
    """The same in what restores have put aside; whether it was there. What cannot be read is deleted as a whole."""
    found = False
    if not is_held(settings.home, "bot") or not is_held(settings.home, "trainer"):
        shutil.rmtree(settings.home / STAGED, ignore_errors=True)
    for aside in settings.home.glob(f"{ASIDE}*"):
        before = settings.model_copy(update={"home": aside})
        if not before.database_path().exists():  # nobody can say whose models these are
            shutil.rmtree(aside, ignore_errors=True)
            continue
        try:
            with closing(connect(before.database_path())) as db, suppress(UnknownAccount):
                forget_account(db, before, find_stored(db, handle), refuse=False, now=now)
                found = True
        except (TweetlikeError, sqlite3.Error):
            shutil.rmtree(aside, ignore_errors=True)
    return found


def delete_old_asides(settings: Settings, *, now: float) -> None:
    """What restores have put aside, after a month."""
    for aside in settings.home.glob(f"{ASIDE}*"):
        with suppress(OSError):
            if aside.stat().st_mtime < now - ASIDE_LASTS_S:
                shutil.rmtree(aside)


def strike_from_logs(settings: Settings, handle: str) -> None:
    """Delete the lines that name the account from the logs and from the console's history."""
    bare = re.escape(handle) if len(handle) >= LEAST_BARE else f"@{re.escape(handle)}"
    named = re.compile(rf"(?<![\w.-]){bare}(?![\w-])", re.IGNORECASE)
    for file in (*(settings.home / "logs").glob("*.log*"), settings.home / "history"):
        with suppress(OSError), file.open("r+", encoding="utf-8", errors="surrogateescape") as opened:
            lines = opened.readlines()
            kept = [line for line in lines if not named.search(line)]
            if len(kept) < len(lines):  # in place: a process that writes it goes on writing at its end
                kept += [line for line in opened.readlines() if not named.search(line)]  # what has come meanwhile
                opened.seek(0)
                opened.writelines(kept)
                opened.truncate()


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
