"""From what a row wrote to a tweet: one line, at most 280 characters, not empty, not a copy, not said already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.generation.batching.batch import Completion
from bot.generation.copy_index import CopyIndex
from data.models.framing import Framing
from data.tweets.comparison import bare

TWEET_CHARACTERS = 280


def tweet_of(draft: Completion, prompt: list[int], framing: Framing) -> str:
    """The text of prompt and continuation, cut to one tweet; a row that was cut off loses its last, partial word."""
    text = framing.text([*prompt, *draft.ids]).replace("\ufffd", "")
    text = text.strip().split("\n")[0].strip()
    if not draft.ended or len(text) > TWEET_CHARACTERS:
        text = text[:TWEET_CHARACTERS]
        text = text.rpartition(" ")[0].rstrip(" ,;:-–") or text
    return text


class Choice:
    """The texts of an answer: the first drafts, by stream, that say something of their own and differ.

    Drafts come in any order; each is looked at once, when all of the streams before it are there. So what is chosen
    does not depend on which row ended first.
    """

    def __init__(
        self,
        prompt: str,
        count: int,
        framing: Framing,
        copies: Sequence[CopyIndex],
        refuses: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        self.prompt = framing.prompt(prompt)
        self.texts: list[str] = []
        self.copies: list[str] = []  # what was refused for being one
        self.refused: list[str] = []  # why others were
        self._refuses = refuses
        self._count = count
        self._framing = framing
        self._copies = copies
        self._typed = prompt
        self._said = {bare(prompt), ""}
        self._next = 0  # the stream that is looked at next

    def is_enough(self, drafts: Mapping[int, Completion]) -> bool:
        """Take in what is new; whether there are as many texts as were asked for. Runs in the decode loop."""
        while len(self.texts) < self._count and (draft := drafts.get(self._next)) is not None:
            self._next += 1
            text = tweet_of(draft, self.prompt, self._framing)
            key = bare(text)
            if key in self._said or len(text) <= len(self._typed):
                continue
            if any(index.is_copy(text, self._typed) for index in self._copies):
                self.copies.append(text)
            elif reason := self._refuses(text):
                self.refused.append(reason)
            else:
                self._said.add(key)
                self.texts.append(text)
        return len(self.texts) == self._count
