"""How much of what a model writes is copied from what it was trained on: by the longest common substring, and by edits.

The guard of the serving engine works on hashes of pieces. This measures it from outside, on the texts themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from data.tweets.masking import with_mentions

LEAST = 30  # characters in common …
SHARE = 0.5  # … that are at least this share of the text
ALIKE = 0.8


def longest_common(texts: Sequence[str], tweets: Sequence[str]) -> list[int]:
    """For each text the characters of its longest substring that stands in a tweet; 0 if that is under `LEAST`.

    White space and case do not count. Memory goes with the texts, not with the tweets.
    """
    even = [_even(text) for text in texts]
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(even):
        for start in range(len(text) - LEAST + 1):
            places[text[start : start + LEAST]].append((number, start))
    longest = [0] * len(texts)
    for tweet in map(_even, tweets):
        for at in range(len(tweet) - LEAST + 1):
            for number, start in places.get(tweet[at : at + LEAST], ()):
                text, length = even[number], LEAST
                while text[start + length : start + length + 1] == tweet[at + length : at + length + 1] != "":
                    length += 1
                longest[number] = max(longest[number], length)
    return longest


def copies(texts: Sequence[str], tweets: Sequence[str]) -> list[bool]:
    """For each text whether it is a tweet but for a fifth of it (normalised edit similarity of insertions and
    deletions), or at least `LEAST` characters and half of it stand in one. Handles do not count."""
    from rapidfuzz import fuzz, process

    even = [_even(text) for text in texts]
    if not (even and tweets):
        return [False] * len(even)
    others = list(dict.fromkeys(map(_even, tweets)))
    alike = [
        process.extractOne(text, others, scorer=fuzz.ratio, score_cutoff=100 * ALIKE) is not None if text else False
        for text in even
    ]
    return [
        near or (length >= LEAST and length >= SHARE * len(text))
        for text, near, length in zip(even, alike, longest_common(texts, tweets), strict=True)
    ]


def _even(text: str) -> str:
    return " ".join(with_mentions(text, lambda _: "").split()).casefold()
