"""What a version has not learned from: the tweets that were held out when it was made, and newer ones."""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database

from data.accounts.store import Account
from data.models.registry import Version
from data.tweets.comparison import bare
from data.tweets.corpus import account_corpus, corpus_counts, fingerprint
from data.tweets.split import Split, split_by_time


def split_of(db: Database, account: Account, version: Version) -> Split:
    """The split a version was made with; where older tweets came or went since, that of the tweets as they are."""
    corpus = account_corpus(db, account)
    then = corpus.texts[: corpus_counts(db, version.corpus_id).kept]
    if not corpus.parts and fingerprint(then) == version.lineage.corpus_fingerprint:
        corpus = replace(corpus, texts=then)
    return split_by_time(corpus)


def held_out_tweets(db: Database, account: Account, version: Version) -> tuple[str, ...]:
    """The tweets that a version has not learnt from: those that were held out when it was made, where they still are,
    and all that are newer."""
    corpus = account_corpus(db, account)
    then = corpus_counts(db, version.corpus_id).kept
    made_from = replace(corpus, texts=corpus.texts[:then])
    if corpus.parts or fingerprint(made_from.texts) != version.lineage.corpus_fingerprint:
        return ()
    known = {bare(text) for text in split_by_time(made_from).tweets}
    return tuple(text for text in split_by_time(made_from).held_out + corpus.texts[then:] if bare(text) not in known)
