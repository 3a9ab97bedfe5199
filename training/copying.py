"""How much of what a model writes is copied from what it was trained on: exact, by the longest common substring.

The guard of the serving engine works on hashes of bare letters. This measures it from outside, on the texts themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

LEAST = 30  # characters in common …
SHARE = 0.5  # … that are at least this share of the text


class TrainingText:
    """The training tweets, searchable by every stretch of `LEAST` characters."""

    def __init__(self, tweets: Iterable[str]) -> None:
        self._tweets = [_even(tweet) for tweet in tweets]
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, tweet in enumerate(self._tweets):
            for start in range(len(tweet) - LEAST + 1):
                self._places[tweet[start : start + LEAST]].append((number, start))

    def longest_common(self, text: str) -> int:
        """Characters of the longest substring that the text shares with a tweet; 0 if that is under `LEAST`."""
        text = _even(text)
        longest = 0
        for start in range(len(text) - LEAST + 1):
            for number, at in self._places.get(text[start : start + LEAST], ()):
                tweet, length = self._tweets[number], LEAST
                while text[start + length : start + length + 1] == tweet[at + length : at + length + 1] != "":
                    length += 1
                longest = max(longest, length)
        return longest

    def is_copy(self, text: str) -> bool:
        longest = self.longest_common(text)
        return longest >= LEAST and longest >= SHARE * len(_even(text))

    def copies(self, texts: Sequence[str]) -> int:
        """How many of the texts copy a tweet."""
        return sum(map(self.is_copy, texts))


def _even(text: str) -> str:
    return " ".join(text.split()).casefold()
