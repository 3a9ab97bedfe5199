"""A refresh: read the source again, and ask for a training when enough is new."""

from __future__ import annotations

from sqlite_utils import Database

from data.accounts import find_account
from data.corpora import corpus_counts
from data.importing import refresh_account
from data.jobs import Job, Options, Result, enqueue
from data.registry import list_versions
from data.settings import Settings


def refresh(db: Database, settings: Settings, job: Job, *, now: float) -> Result:
    """Do a `refresh` job. Raises `NoSource`, `UnreadableSource`, `OptedOut`, `UnknownAccount`."""
    account = find_account(db, job.handle)
    imported = refresh_account(db, account, now=now)
    summary = f"{imported.new} new tweets."
    # Against the newest training, not the live version: what was tried and kept back, or rolled back, is not new.
    tried = [version for version in list_versions(db, account.id) if version.state != "failed"]
    kept = imported.corpus.counts.kept
    fresh = kept - corpus_counts(db, tried[0].corpus_id).kept if tried else kept
    if is_enough(fresh, kept, settings) and imported.corpus.characters >= settings.min_characters:
        train = enqueue(
            db, "train", account.handle, account.id, options=Options(refresh=False), requested_by="refresh", now=now
        )
        summary += f" {fresh} of them usable: training asked for (job {train.id})."
    return Result(summary)


def is_enough(fresh: int, kept: int, settings: Settings) -> bool:
    """Whether `fresh` new kept tweets are worth a training: a number, or a share of the corpus, whichever is less."""
    return fresh > 0 and fresh >= min(settings.retrain_min_new, settings.retrain_min_share * kept)
