"""Is a text a copy of a training tweet, or nearly one? Answered from an index of hashes, which holds no text and so may
be kept with the weights.

Texts are compared by their letters: without case, spaces, punctuation, other people's handles and the values of digits,
and with letters that look alike made one. They are cut into overlapping pieces (shingles; Broder 1997) that carry as
much information as `PIECE` letters of an alphabet, which is fewer characters of Japanese. What of a text is covered by
pieces of one tweet, or of the two that cover most, is copied. Pieces that stand in several tweets are the account's own
formulas: it says them again and again, and so may its voice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import regex
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

from data.tweets.comparison import bare, letters_of

PIECE = 9.0  # letters of an alphabet, or as much information as they carry
FORMULA = 3  # tweets that have a piece in common make it a formula
LEAST = 14.0  # of information: less says nothing of one's own
COPIED_SHARE = 0.6  # of what is no formula
STRETCH, STRETCH_SHARE = 30, 0.5  # of the first release
FILE = "copies.safetensors"

_Hashes = NDArray[np.uint64]
_BASE = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_DENSE = regex.compile(r"[\p{Script=Han}]")
_SYLLABLES = regex.compile(r"[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]")


class Letters:
    """A text as it is compared: its letters, how much they carry up to each, and its pieces with their hashes."""

    def __init__(self, text: str) -> None:
        self.text = letters_of(text)
        self.upto = np.concatenate([[0.0], np.cumsum([_information(c) for c in self.text])])
        ends = np.searchsorted(self.upto, self.upto[:-1] + PIECE - 1e-9)
        self.starts = np.flatnonzero(ends <= len(self.text))
        self.ends = ends[self.starts]
        self.hashes = _hashes(self.text, self.starts, self.ends)

    @property
    def information(self) -> float:
        """Of the whole text, in letters of an alphabet."""
        return float(self.upto[-1])


def _information(character: str) -> float:
    if character.isascii():
        return 1.0
    return 2.5 if _DENSE.match(character) else 1.6 if _SYLLABLES.match(character) else 1.0


def _hashes(text: str, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> _Hashes:
    """A polynomial hash of each piece, mod 2⁶⁴, from those of the text's beginnings."""
    beginnings = [0]
    for character in text:
        beginnings.append((beginnings[-1] * _BASE + ord(character) + 1) & _MASK)
    powers = _powers(int((ends - starts).max(initial=0)) + 1)
    upto = np.array(beginnings, np.uint64)
    return upto[ends] - upto[starts] * powers[ends - starts]


def _powers(count: int) -> _Hashes:
    values, power = [], 1
    for _ in range(count):
        values.append(power)
        power = power * _BASE & _MASK
    return np.array(values, np.uint64)


def _whole(text: str) -> int:
    """In another family than the pieces'."""
    value = 0
    for character in text:
        value = (value * _BASE + ord(character) + 1) & _MASK
    return value ^ _MASK


class CopyIndex:
    """What of the training tweets must not be said again."""

    def __init__(self, hashes: _Hashes, tweets: NDArray[np.uint32], whole: _Hashes, formulas: _Hashes) -> None:
        self._hashes = hashes  # of pieces, sorted
        self._tweets = tweets  # that each stands in
        self._whole = whole  # of whole tweets that were said once or twice, sorted
        self._formulas = formulas  # sorted

    @classmethod
    def of(cls, tweets: Iterable[str]) -> CopyIndex:
        """The index of a corpus."""
        whole: Counter[int] = Counter()
        hashes, owners = [np.zeros(0, np.uint64)], [np.zeros(0, np.uint32)]
        for number, tweet in enumerate(tweets):
            letters = Letters(tweet)
            whole[_whole(letters.text)] += 1
            mine = np.unique(letters.hashes)
            hashes.append(mine)
            owners.append(np.full(len(mine), number, np.uint32))
        all_hashes, all_owners = np.concatenate(hashes), np.concatenate(owners)
        order = np.argsort(all_hashes, kind="stable")
        all_hashes, all_owners = all_hashes[order], all_owners[order]
        different, counts = np.unique(all_hashes, return_counts=True)
        rare = np.repeat(counts < FORMULA, counts)
        once = np.array(sorted(value for value, count in whole.items() if count < FORMULA), np.uint64)
        return cls(all_hashes[rare], all_owners[rare], once, different[counts >= FORMULA])

    @classmethod
    def load(cls, folder: Path) -> CopyIndex | StretchIndex:
        """The index beside a version's weights. Raises OSError where there is none, ValueError for another file."""
        parts = load_file(folder / FILE)
        if parts.keys() not in ({"hashes"}, {"hashes", "tweets", "whole", "formulas"}):
            raise ValueError(f"{folder / FILE} is no index of copies")
        for name, numbers in parts.items():
            kind = np.uint32 if name == "tweets" else np.uint64
            ordered = name == "tweets" or bool((numbers[1:] >= numbers[:-1]).all())
            if numbers.ndim != 1 or numbers.dtype != kind or not ordered:
                raise ValueError(f"{folder / FILE} is no index of copies ({name})")
        if parts.keys() == {"hashes"}:
            return StretchIndex(parts["hashes"])
        if len(parts["tweets"]) != len(parts["hashes"]):
            raise ValueError(f"{folder / FILE} is no index of copies (tweets)")
        return cls(parts["hashes"], parts["tweets"], parts["whole"], parts["formulas"])

    @classmethod
    def none(cls) -> CopyIndex:
        """Of no tweets: the untuned base's."""
        return cls.of(())

    def save(self, folder: Path) -> None:
        """Write it into a version's folder."""
        parts = {"hashes": self._hashes, "tweets": self._tweets, "whole": self._whole, "formulas": self._formulas}
        save_file(parts, folder / FILE)

    def is_copy(self, text: str, prompt: str = "") -> bool:
        """Whether the text is a tweet, or most of it stands in one or two. What only the prompt says does not count."""
        letters = Letters(text)
        if not letters.text:
            return False
        if _contains(self._whole, np.array([_whole(letters.text)], np.uint64))[0]:
            return True
        return self.copied_share(letters, prompt) >= COPIED_SHARE

    def copied_share(self, letters: Letters, prompt: str = "") -> float:
        """How much of what is neither prompt nor formula stands in the two tweets that have most of it."""
        weights = np.diff(letters.upto)
        typed = _typed(letters.text, letters_of(prompt))
        counts = np.arange(len(weights)) >= typed
        formula = _covered(letters, _contains(self._formulas, letters.hashes))
        low = np.searchsorted(self._hashes, letters.hashes, "left")
        high = np.searchsorted(self._hashes, letters.hashes, "right")
        by_tweet: dict[int, list[int]] = {}
        for piece in np.flatnonzero((high > low) & (letters.ends > typed)).tolist():
            for tweet in self._tweets[low[piece] : high[piece]].tolist():
                by_tweet.setdefault(tweet, []).append(piece)
        taken = np.zeros(len(weights), np.bool_)
        for _ in range(2):
            best, most = None, 0.0
            for pieces in by_tweet.values():
                mine = _covered(letters, np.isin(np.arange(len(letters.hashes)), pieces)) & ~taken & counts
                amount = float(weights[mine].sum())
                if amount > most:
                    best, most = mine, amount
            if best is None:
                break
            taken |= best
        own = counts & (~formula | taken)
        whole = float(weights[own].sum())
        copied = float(weights[taken].sum())
        return copied / whole if copied >= LEAST or (whole and copied == whole) else 0.0


def _typed(letters: str, prompt: str) -> int:
    """How many of a text's letters its prompt has put there: none, where that is all handles or signs, which leave no
    letters in a text, but stand for themselves where they are alone."""
    same = [ours == theirs for ours, theirs in zip(letters, prompt, strict=False)]
    return same.index(False) if False in same else len(same)


class StretchIndex:
    """The index of versions of the first release: whole tweets, and every stretch of 30 bare letters."""

    def __init__(self, hashes: _Hashes) -> None:
        self._hashes = hashes  # sorted

    def is_copy(self, text: str, prompt: str = "") -> bool:
        """Whether the text is a whole tweet, or half of it stands in one. What only the prompt says does not count."""
        stripped = bare(text)
        codes = np.frombuffer(stripped.encode("utf-32-le", "replace"), np.uint32).astype(np.uint64) + np.uint64(1)
        whole = (codes * _powers(len(codes))).sum(dtype=np.uint64) ^ np.uint64(_MASK)
        if not stripped or _contains(self._hashes, np.array([whole]))[0]:
            return bool(stripped)
        if len(codes) < STRETCH:
            return False
        windows = np.lib.stride_tricks.sliding_window_view(codes, STRETCH)
        known = _contains(self._hashes, (windows * _powers(STRETCH)).sum(axis=1, dtype=np.uint64))
        known[: max(0, _typed(stripped, bare(prompt)) - STRETCH + 1)] = False
        runs = "".join("x" if hit else " " for hit in known.tolist()).split()
        return bool(runs) and max(map(len, runs)) + STRETCH - 1 >= STRETCH_SHARE * len(stripped)


def _covered(letters: Letters, known: NDArray[np.bool_]) -> NDArray[np.bool_]:
    covered = np.zeros(len(letters.text), np.bool_)
    for start, end in zip(letters.starts[known], letters.ends[known], strict=True):
        covered[start:end] = True
    return covered


def _contains(known: _Hashes, hashes: _Hashes) -> NDArray[np.bool_]:
    if not len(known):
        return np.zeros(len(hashes), np.bool_)
    at = np.searchsorted(known, hashes).clip(max=len(known) - 1)
    return known[at] == hashes
