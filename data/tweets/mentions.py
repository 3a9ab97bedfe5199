"""Whom an account mentions. A handle that a model makes up may belong to a stranger: it becomes one that the account
uses, or the draft is not used.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from data.tweets.masking import mentions_of, with_mentions

FILE = "mentions.json"
MOST = 500  # of the most used handles are kept


class Mentions:
    """The handles of an account's tweets, the most used first."""

    def __init__(self, handles: Sequence[str]) -> None:
        self.handles = tuple(handles)
        self._known = {handle.casefold() for handle in handles}

    @classmethod
    def of(cls, tweets: Iterable[str]) -> Mentions:
        """Of a corpus."""
        counts = Counter(handle for tweet in tweets for handle in mentions_of(tweet))
        return cls([handle for handle, _ in counts.most_common(MOST)])

    @classmethod
    def load(cls, folder: Path) -> Mentions | None:
        """Those beside a version's weights; None where an older program has published it without."""
        path = folder / FILE
        return cls(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None

    def save(self, folder: Path) -> None:
        """Write them into a version's folder."""
        (folder / FILE).write_text(json.dumps(self.handles, ensure_ascii=False), encoding="utf-8")

    def settled(self, text: str, prompt: str = "") -> str | None:
        """The text with its own handles alone: each other one, but for those of the prompt, becomes one of them, the
        same for the same. None where the account uses no handles.
        """
        known = self._known | {handle.casefold() for handle in mentions_of(prompt)}
        invented = [handle for handle in mentions_of(text) if handle.casefold() not in known]
        if not invented:
            return text
        if not self.handles:
            return None
        return with_mentions(text, lambda handle: handle if handle.casefold() in known else self._instead(handle))

    def _instead(self, handle: str) -> str:
        return self.handles[zlib.crc32(handle.casefold().encode()) % len(self.handles)]


def together(parts: Sequence[Mentions | None]) -> Mentions | None:
    """Of the voices of a mix; None where it is not known of all."""
    known = [part for part in parts if part is not None]
    return Mentions([handle for part in known for handle in part.handles]) if len(known) == len(parts) else None
