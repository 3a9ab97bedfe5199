"""From a corpus to batches of token ids: the split by time, and the two ways of packing."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass

from bot.generation.copies import bare
from data.corpora import Corpus
from data.framing import Framing
from training.recipes import Recipe

HELD_OUT_SHARE, HELD_OUT_AT_LEAST, HELD_OUT_AT_MOST_SHARE = 0.10, 50, 0.25
VALIDATION_SHARE, VALIDATION_AT_MOST = 0.10, 150
MOST_TOKENS = 256  # of one tweet; long posts are cut

Batch = list[list[int]]
"""Sequences of token ids, one a row, not padded yet."""


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

    A tweet that differs from an older one only in case, spaces or punctuation repeats it.
    """
    if corpus.parts:
        return _joined([split_by_time(part) for part in corpus.parts])
    texts = corpus.texts
    held = min(max(round(len(texts) * HELD_OUT_SHARE), HELD_OUT_AT_LEAST), int(len(texts) * HELD_OUT_AT_MOST_SHARE))
    older, newest = texts[: len(texts) - held], texts[len(texts) - held :]
    validation = min(round(len(older) * VALIDATION_SHARE), VALIDATION_AT_MOST)
    known = {bare(text) for text in older}
    return Split(
        train=older[: len(older) - validation],
        validation=older[len(older) - validation :],
        held_out=tuple(text for text in newest if bare(text) not in known),
        newest=newest,
    )


def _joined(parts: Sequence[Split]) -> Split:
    """Of several accounts: the tweets of those who wrote less are repeated until all have as many characters."""
    most = max(sum(map(len, part.train)) for part in parts)
    train: list[str] = []
    for part in parts:
        written = 0
        for text in itertools.cycle(part.train):
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


def frames_of(texts: Sequence[str], framing: Framing) -> list[list[int]]:
    """Each tweet's token ids, with end-of-text before and after; a long post is cut."""
    return [framing.tweet(text)[:MOST_TOKENS] for text in texts]


def training_batches(texts: Sequence[str], framing: Framing, recipe: Recipe) -> list[Batch]:
    """All batches of a training, in order; the same for the same texts, recipe and tokenizer."""
    rng = random.Random(recipe.seed)
    if recipe.packing == "blocks":
        return _blocks(texts, framing, recipe, rng)
    frames = frames_of(texts, framing)
    batches: list[Batch] = []
    for _ in range(recipe.epochs):
        batches += [[frames[index] for index in order] for order in bucketed_order(frames, recipe.batch_tokens, rng)]
    return batches


def bucketed_order(frames: Sequence[list[int]], batch_tokens: int, rng: random.Random | None = None) -> list[list[int]]:
    """Batches of the indices of frames of like length, at most `batch_tokens` with padding; shuffled with an `rng`."""
    order = list(range(len(frames)))
    if rng:
        rng.shuffle(order)  # among equal lengths, neighbours change from epoch to epoch
    order.sort(key=lambda index: len(frames[index]))
    batches: list[list[int]] = []
    current: list[int] = []
    for index in order:
        if current and (len(current) + 1) * len(frames[index]) > batch_tokens:
            batches.append(current)
            current = []
        current.append(index)
    if current:
        batches.append(current)
    if rng:
        rng.shuffle(batches)
    return batches


def _blocks(texts: Sequence[str], framing: Framing, recipe: Recipe, rng: random.Random) -> list[Batch]:
    """The reference's file: end-of-text, tweets joined by end-of-text, once per epoch in a new order."""
    stream: list[int] = []
    for _ in range(recipe.epochs):
        order = list(texts)
        rng.shuffle(order)
        for text in order:
            stream += framing.tweet(text)[:-1]
        stream.append(framing.end_id)
    size = min(recipe.batch_tokens, len(stream))
    return [[stream[start : start + size]] for start in range(0, len(stream) - size + 1, size)]
