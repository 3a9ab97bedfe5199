"""A refresh: read the file again, download what is new, and ask for a training when enough is new."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database

from data.accounts.handles import parse_handle
from data.accounts.policies import policy
from data.accounts.store import Account, configure_account, find_account, refuse_forbidden
from data.errors import Cancelled, LeaseLost, NoSource, TweetlikeError, UnknownAccount
from data.jobs.queue import Job, Options, Progress, Result, adopt, enqueue
from data.models.registry import list_versions
from data.settings import Settings
from data.sources.circuit_breaker import resting
from data.sources.downloads import Downloaded, begin, download, open_source
from data.sources.importing import refresh_account
from data.texts.english import explain_in_log
from data.tweets.corpus import account_corpus, corpus_counts

log = logging.getLogger(__name__)
SOON_S = 60.0

Report = Callable[[Progress], None]


@dataclass(frozen=True)
class Read:
    """What a refresh has found. `trouble` is what stopped it half-way; what came before that is stored."""

    new: int
    gone: int = 0
    trouble: TweetlikeError | None = None


def account_of(db: Database, settings: Settings, job: Job, report: Report, clock: Callable[[], float]) -> Account:
    """The job's account; with the option `fetch` an unknown one is looked up at its source and begun.

    Raises `UnknownAccount`, and what the source raises.
    """
    try:
        account = find_account(db, job.handle)
    except UnknownAccount:
        if not job.options.fetch:
            raise
    else:
        if account.downloaded or not job.options.fetch:
            return account
    handle = parse_handle(job.handle)
    refuse_forbidden(db, handle.text)
    report(Progress("looking it up"))
    with open_source(db, settings, handle, clock=clock, report=lambda: report(Progress("looking it up"))) as source:
        account = begin(db, handle.text, source.find(handle.text), now=clock())
    adopt(db, job, account.id)
    return account


def read_sources(
    db: Database,
    settings: Settings,
    account: Account,
    *,
    urgent: bool,
    report: Report,
    clock: Callable[[], float] = time.time,
) -> Read:
    """Read all that the account has: its file, its network. One source's trouble does not keep the other from it."""
    new = gone = 0
    trouble: TweetlikeError | None = None
    if account.watch_path is not None:
        report(Progress("reading its file"))
        try:
            new += refresh_account(db, account, now=clock()).new
        except TweetlikeError as error:
            trouble = error
    if account.downloaded:

        def tell(so_far: int, expected: int) -> None:
            report(Progress("downloading", step=min(so_far, expected or so_far), steps=expected))

        try:
            found = download(db, settings, account, clock=clock, urgent=urgent, report=tell)
        except (Cancelled, LeaseLost):
            raise
        except TweetlikeError as error:
            trouble, found = error, Downloaded(0, 0)
            rest = resting(db, parse_handle(account.handle).place)
            if rest is not None and account.next_refresh_at is not None:  # again when it has rested, not in a day
                configure_account(db, account.id, next_refresh_at=min(rest.until + SOON_S, account.next_refresh_at))
        new, gone = new + found.new, gone + found.gone
        configure_account(db, account.id, refreshed_at=clock())
    return Read(new, gone, trouble)


def refresh(
    db: Database,
    settings: Settings,
    job: Job,
    report: Report = lambda progress: None,
    *,
    clock: Callable[[], float] = time.time,
) -> Result:
    """Do a `refresh` job. Raises `NoSource` and what the account's sources raise; what came before that is stored."""
    account = account_of(db, settings, job, report, clock)
    if not account.refreshable:
        raise NoSource(account.handle)
    found = read_sources(db, settings, account, urgent=job.priority > 0, report=report, clock=clock)
    account = find_account(db, job.handle)
    asked = ask_for_training(db, settings, account, now=clock())
    if found.trouble is not None:
        log.warning("@%s: %s", account.handle, explain_in_log(found.trouble))
        raise found.trouble
    deleted = f", {found.gone} deleted by their author" if found.gone else ""
    return Result(f"{found.new} new tweets{deleted}.{asked}")


def ask_for_training(db: Database, settings: Settings, account: Account, *, now: float) -> str:
    """Ask for a training if enough has changed since the newest one, whatever became of its version."""
    corpus = account_corpus(db, account)
    tried = [version for version in list_versions(db, account.id) if version.state != "failed"]
    kept = corpus.counts.kept
    then = corpus_counts(db, tried[0].corpus_id).kept if tried else 0
    changed = kept + account.gone - then + account.gone  # what came, and what went
    silenced = bool(tried) and account.gone > 0 and policy(db, "deleted") == "retire"
    if corpus.characters < settings.min_characters or not (silenced or is_enough(changed, kept, settings)):
        return ""
    options = Options(refresh=False)
    train = enqueue(db, "train", account.handle, account.id, options=options, requested_by="refresh", now=now)
    return f" {changed} usable ones changed since the last training: training asked for (job {train.id})."


def is_enough(changed: int, kept: int, settings: Settings) -> bool:
    """Whether so many changed tweets are worth a training: a number, or a share of the corpus, whichever is less."""
    return changed > 0 and changed >= min(settings.retrain_min_new, settings.retrain_min_share * kept)
