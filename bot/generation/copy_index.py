"""Is a text a copy of a training tweet? Answered from an index of hashes, in time that grows with the text alone.

Texts are compared without case, spaces and punctuation. The index holds a hash of every whole tweet and of
every stretch of `STRETCH` characters; it holds no text, so it may be kept with the weights.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

from data.tweets.comparison import bare

STRETCH = 30  # characters in common with a tweet that count as copied …
COPIED_SHARE = 0.5  # … when they are this share of the text
FILE = "copies.safetensors"

_Hashes = NDArray[np.uint64]
_BASE = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1


class CopyIndex:
    """What of the training tweets must not be said again."""

    def __init__(self, hashes: _Hashes) -> None:
        self._hashes = hashes  # sorted

    @classmethod
    def of(cls, tweets: Iterable[str]) -> CopyIndex:
        """The index of a corpus."""
        parts: list[_Hashes] = []
        for tweet in tweets:
            text = bare(tweet)
            parts += [_whole(text), _stretches(text)]
        return cls(np.unique(np.concatenate(parts)) if parts else np.zeros(0, np.uint64))

    @classmethod
    def load(cls, folder: Path) -> CopyIndex:
        """The index beside a version's weights; an empty one where there is none."""
        path = folder / FILE
        return cls(load_file(path)["hashes"] if path.exists() else np.zeros(0, np.uint64))

    def save(self, folder: Path) -> None:
        """Write it into a version's folder."""
        save_file({"hashes": self._hashes}, folder / FILE)

    def is_copy(self, text: str, prompt: str = "") -> bool:
        """Whether the text is a whole tweet, or half of it stands in one. What only the prompt says does not count."""
        stripped = bare(text)
        if not stripped or self._known(_whole(stripped)).any():
            return bool(stripped)
        known = self._known(_stretches(stripped))
        known[: max(0, len(bare(prompt)) - STRETCH + 1)] = False
        longest = current = 0
        for hit in known.tolist():
            current = current + 1 if hit else 0
            longest = max(longest, current)
        return bool(longest) and longest + STRETCH - 1 >= COPIED_SHARE * len(stripped)

    def _known(self, hashes: _Hashes) -> NDArray[np.bool_]:
        if not len(self._hashes):
            return np.zeros(len(hashes), np.bool_)
        at = np.searchsorted(self._hashes, hashes).clip(max=len(self._hashes) - 1)
        return self._hashes[at] == hashes


def _powers(length: int) -> _Hashes:
    values, power = [], 1
    for _ in range(length):
        values.append(power)
        power = power * _BASE & _MASK
    return np.array(values, np.uint64)


_STRETCH_POWERS = _powers(STRETCH)


def _codes(text: str) -> _Hashes:
    return np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32).astype(np.uint64) + np.uint64(1)


def _stretches(text: str) -> _Hashes:
    if len(text) < STRETCH:
        return np.zeros(0, np.uint64)
    windows = np.lib.stride_tricks.sliding_window_view(_codes(text), STRETCH)
    return (windows * _STRETCH_POWERS).sum(axis=1, dtype=np.uint64)


def _whole(text: str) -> _Hashes:
    """One hash, in another family than the stretches'."""
    codes = _codes(text)
    return np.array([(codes * _powers(len(codes))).sum(dtype=np.uint64) ^ np.uint64(_MASK)], np.uint64)
