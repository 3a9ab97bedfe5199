"""From what a row wrote to a tweet: one line, at most 280 characters, not empty, not a copy, not said already."""

from __future__ import annotations

from collections.abc import Sequence

from bot.generation.batch import Draft
from bot.generation.copies import CopyIndex, bare
from data.framing import Framing

TWEET_CHARACTERS = 280


def tweet_of(draft: Draft, prompt: list[int], framing: Framing) -> str:
    """The text of prompt and continuation, cut to one tweet; a row that was cut off loses its last, partial word."""
    text = framing.text([*prompt, *draft.ids]).replace("\ufffd", "")
    text = text.strip().split("\n")[0].strip()
    if not draft.ended or len(text) > TWEET_CHARACTERS:
        text = text[:TWEET_CHARACTERS]
        text = text.rpartition(" ")[0].rstrip(" ,;:-–") or text
    return text


def choose(candidates: Sequence[str], prompt: str, copies: Sequence[CopyIndex], count: int) -> list[str]:
    """The first `count` candidates that say something of their own and differ from each other."""
    chosen: list[str] = []
    said: set[str] = {bare(prompt), ""}
    for text in candidates:
        key = bare(text)
        copied = any(index.is_copy(text, prompt) for index in copies)
        if key not in said and len(text) > len(prompt) and not copied:
            said.add(key)
            chosen.append(text)
            if len(chosen) == count:
                break
    return chosen
