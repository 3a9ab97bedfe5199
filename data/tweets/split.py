"""The split by time: what of a corpus is trained on, what decides when to stop, and what is held out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from data.tweets.comparison import bare
from data.tweets.copy_index import CopyIndex
from data.tweets.corpus import Corpus

HELD_OUT_SHARE, HELD_OUT_AT_LEAST, HELD_OUT_AT_MOST_SHARE = 0.10, 50, 0.25
VALIDATION_SHARE, VALIDATION_AT_MOST = 0.10, 150
MOST_REPEATS = 3  # of a member's tweets in a joint corpus; oftener, they are learnt by heart and what is new is lost
UNLIKE_SHARE = 0.5  # of the held-out tweets must be left without near copies


@dataclass(frozen=True)
class Split:
    """The newest tweets are held out for scoring, those before them decide when to stop, the rest is trained on."""

    train: tuple[str, ...]
    validation: tuple[str, ...]
    held_out: tuple[str, ...]
    newest: tuple[str, ...] = ()  # as held out, before what repeats an older tweet was dropped

    @property
    def tweets(self) -> tuple[str, ...]:
        """The different tweets that are trained on; of a joint account some stand in `train` several times."""
        return tuple(dict.fromkeys(self.train))


def split_by_time(corpus: Corpus) -> Split:
    """Hold out the newest 10%, at least 50 where the account has 200 or more; drop what the older part repeats.

    A tweet repeats an older one that it copies, nearly or half, by the measure of the guard; of an account that hardly
    ever says anything new, only those that differ in nothing but case, spaces and punctuation are dropped.
    """
    if corpus.parts:
        return _joined([split_by_time(part) for part in corpus.parts])
    texts = corpus.texts
    held = min(max(round(len(texts) * HELD_OUT_SHARE), HELD_OUT_AT_LEAST), int(len(texts) * HELD_OUT_AT_MOST_SHARE))
    older, newest = texts[: len(texts) - held], texts[len(texts) - held :]
    validation = min(round(len(older) * VALIDATION_SHARE), VALIDATION_AT_MOST)
    known, said = {bare(text) for text in older}, CopyIndex.of(older)
    fresh = tuple(text for text in newest if bare(text) not in known)
    unlike = tuple(text for text in fresh if not said.is_copy(text))
    return Split(
        train=older[: len(older) - validation],
        validation=older[len(older) - validation :],
        held_out=unlike if len(unlike) >= UNLIKE_SHARE * len(fresh) else fresh,
        newest=newest,
    )


def _joined(parts: Sequence[Split]) -> Split:
    """Of several accounts: the tweets of those who wrote less are repeated until all have as many characters, but
    at most `MOST_REPEATS` times."""
    most = max(sum(map(len, part.train)) for part in parts)
    train: list[str] = []
    for part in parts:
        written = 0
        for text in itertools.chain.from_iterable(itertools.repeat(part.train, MOST_REPEATS)):
            train.append(text)
            written += len(text)
            if written >= most:
                break
    return Split(
        train=tuple(train),
        validation=tuple(text for part in parts for text in part.validation),
        held_out=tuple(text for part in parts for text in part.held_out),
        newest=tuple(text for part in parts for text in part.newest),
    )
