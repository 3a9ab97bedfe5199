"""What a version has not learned from: the tweets that were held out when it was made, and newer ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from data.accounts.store import Account
from data.models.registry import Version
from data.tweets.corpus import account_corpus, corpus_counts, fingerprint
from data.tweets.learnt import Learnt
from data.tweets.split import Split, split_by_time

JUDGED = "judged"


def judged(folder: Path) -> Path:
    """Where the weights of a version's folder lie that were scored and are compared: those that are served may have
    learnt from all tweets since.
    """
    apart = folder / JUDGED
    return apart if apart.is_dir() else folder


def split_of(db: Database, account: Account, version: Version) -> Split:
    """The split a version was made with; where older tweets came or went since, that of the tweets as they are."""
    corpus = account_corpus(db, account)
    then = corpus.texts[: corpus_counts(db, version.corpus_id).kept]
    if not corpus.parts and fingerprint(then) == version.lineage.corpus_fingerprint:
        corpus = replace(corpus, texts=then)
    return split_by_time(corpus)


def knows(db: Database, models: Path, account: Account, version: Version) -> Callable[[str], bool]:
    """A function that says of a tweet whether the version has learnt from it, or stopped by it.

    Of a version that was published without a list of those, what was trained on at its time is worked out anew; where
    older tweets came or went since, it counts as knowing all of the account's.
    """
    learnt = Learnt.load(models / version.folder)
    if learnt is None:
        corpus = account_corpus(db, account)
        then = replace(corpus, texts=corpus.texts[: corpus_counts(db, version.corpus_id).kept])
        if corpus.parts or fingerprint(then.texts) != version.lineage.corpus_fingerprint:
            learnt = Learnt.of(corpus.texts)
        else:
            split = split_by_time(then)
            learnt = Learnt.of((*split.tweets, *split.validation))
    return learnt.__contains__


def held_out_tweets(db: Database, models: Path, account: Account, version: Version) -> tuple[str, ...]:
    """The account's tweets that a version has not learnt from."""
    learnt = knows(db, models, account, version)
    return tuple(text for text in account_corpus(db, account).texts if not learnt(text))
