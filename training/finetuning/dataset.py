"""From texts to batches of token ids: the two ways of packing."""

from __future__ import annotations

import random
from collections.abc import Sequence

from data.models.framing import Framing
from data.models.recipes import Recipe

MAX_TOKENS = 256  # of one tweet; long posts are cut

Batch = list[list[int]]
"""Sequences of token ids, one a row, not padded yet."""


def frames_of(texts: Sequence[str], framing: Framing) -> list[list[int]]:
    """Each tweet's token ids, with end-of-text before and after; a long post is cut."""
    return [framing.tweet(text)[:MAX_TOKENS] for text in texts]


def training_batches(texts: Sequence[str], framing: Framing, recipe: Recipe) -> list[Batch]:
    """All batches of a training, in order; the same for the same texts, recipe and tokenizer."""
    rng = random.Random(recipe.seed)
    if recipe.packing == "blocks":
        return _blocks(texts, framing, recipe, rng)
    frames = frames_of(texts, framing)
    longest = max(map(len, frames), default=1)
    most = max(longest, sum(map(len, frames)) * recipe.epochs // max(1, recipe.least_updates))
    size = min(recipe.batch_tokens, most)
    batches: list[Batch] = []
    for _ in range(recipe.epochs):
        batches += [[frames[index] for index in order] for order in bucketed_order(frames, size, rng)]
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
