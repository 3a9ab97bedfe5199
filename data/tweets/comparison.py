"""What two texts are compared by: whether one says the same as the other."""

from __future__ import annotations

import unicodedata


def bare(text: str) -> str:
    """The letters and digits of a text, in one case and one Unicode form; of a text without any, all but spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    letters = "".join(c for c in folded if c.isalnum())
    return letters or "".join(folded.split())
