"""Which tweets a version has learnt from, as hashes beside its weights: what it is compared on, it must not know."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

from data.tweets.comparison import bare

FILE = "learnt.safetensors"


class Learnt:
    """Tweets that were trained on, or that decided when to stop."""

    def __init__(self, hashes: NDArray[np.uint64]) -> None:
        self._hashes = frozenset(hashes.tolist())

    @classmethod
    def of(cls, tweets: Iterable[str]) -> Learnt:
        """These, and whatever says the same."""
        return cls(np.array([_hash(tweet) for tweet in tweets], np.uint64))

    @classmethod
    def load(cls, folder: Path) -> Learnt | None:
        """Those of a version's folder; None where an older program has published it without."""
        path = folder / FILE
        return cls(load_file(path)["hashes"]) if path.exists() else None

    def save(self, folder: Path) -> None:
        """Write them into a version's folder."""
        save_file({"hashes": np.array(sorted(self._hashes), np.uint64)}, folder / FILE)

    def __contains__(self, tweet: object) -> bool:
        return isinstance(tweet, str) and _hash(tweet) in self._hashes


def _hash(tweet: str) -> int:
    return int.from_bytes(hashlib.sha256(bare(tweet).encode("utf-8", "surrogatepass")).digest()[:8], "big")
