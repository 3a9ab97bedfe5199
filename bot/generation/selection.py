"""From what a row wrote to a tweet: one line, at most 280 characters, whole, not a copy, not said already, about nobody
whom the account does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import regex

from bot.generation.batching.batch import Completion
from bot.generation.flaws import flaw_of
from data.models.framing import Framing
from data.tweets.comparison import bare
from data.tweets.copy_index import CopyIndex, StretchIndex
from data.tweets.masking import with_mentions
from data.tweets.mentions import Mentions

TWEET_CHARACTERS = 280
_LAST_SENTENCE = regex.compile(
    r"^.*(?:[.!?…]+[\"”’»)\]]*(?=\s|$)|[。！？]+[」』）]*|\p{Extended_Pictographic}\ufe0f?(?=\s|$))"
)
LEAST_KEPT = 0.4  # of a text that was cut off: so much must be left of it up to the end of a sentence


@dataclass(frozen=True)
class Guard:
    """What a voice must not say: copies of these tweets, and handles but these, where they are known. Nobody reads the
    untuned base, which hardly ever finds an end: its flaws do not matter."""

    copies: tuple[CopyIndex | StretchIndex, ...] = ()
    mentions: Mentions | None = None
    flaws: bool = True  # are drawn again


def tweet_of(draft: Completion, prompt: list[int], framing: Framing) -> tuple[str, bool]:
    """The text of prompt and continuation, cut to one tweet, and whether it ends where something ends.

    What was cut off ends with its last whole sentence, or, if that is far from its end, loses its last, partial word.
    """
    text = framing.text([*prompt, *draft.ids]).strip().split("\n")[0].strip()
    if draft.ended and len(text) <= TWEET_CHARACTERS:
        return text, True
    text = text[:TWEET_CHARACTERS]
    sentences = _LAST_SENTENCE.match(text)
    if sentences and len(sentences[0]) >= LEAST_KEPT * len(text):
        return sentences[0], True
    return text.rpartition(" ")[0].rstrip(" ,;:-–") or text, False


class Choice:
    """The texts of an answer: the first drafts, by stream, that say something of their own and differ.

    Drafts come in any order; each is looked at once, when all of the streams before it are there. So what is chosen
    does not depend on which row ended first. What has a flaw is only taken where nothing better came.
    """

    def __init__(
        self,
        prompt: str,
        count: int,
        framing: Framing,
        guard: Guard,
        refuses: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        self.opening = framing.opening(prompt)
        self.texts: list[str] = []
        self.copies: list[str] = []  # what was refused for being one
        self.refused: list[str] = []  # why others were
        self.flaws: list[str] = []  # of those that were set aside
        self._flawed: list[str] = []
        self._refuses = refuses
        self._count = count
        self._framing = framing
        self._guard = guard
        self._typed = prompt
        self._said = {bare(prompt), ""}
        self._next = 0  # the stream that is looked at next

    def is_enough(self, drafts: Mapping[int, Completion]) -> bool:
        """Take in what is new; whether there are as many texts as were asked for. Runs in the decode loop."""
        while len(self.texts) < self._count and (draft := drafts.get(self._next)) is not None:
            self._next += 1
            self._look_at(*tweet_of(draft, self.opening.ids, self._framing))
        return len(self.texts) == self._count

    @property
    def has_any(self) -> bool:
        """Whether there is anything to answer with."""
        return bool(self.texts or self._flawed)

    def fill_up(self) -> None:
        """No more drafts will come: the flawed ones are better than nothing."""
        for text in self._flawed[: self._count - len(self.texts)]:
            self.texts.append(text)

    def _look_at(self, text: str, whole: bool) -> None:
        flaw = flaw_of(text) or (None if whole else "cut off")
        text = text.replace("\ufffd", "").strip()
        mentions = self._guard.mentions
        settled = text if mentions is None else mentions.settled(text, self._typed)
        if settled is None or len(settled) > TWEET_CHARACTERS:
            flaw, settled = flaw or "an invented handle", " ".join(with_mentions(text, lambda _: "").split())
        text = settled
        key = bare(text)
        if key in self._said or len(text) <= len(self._typed):
            return
        if any(index.is_copy(text, self._typed) for index in self._guard.copies):
            self.copies.append(text)
        elif reason := self._refuses(text):
            self.refused.append(reason)
        else:
            self._said.add(key)
            if flaw is None or not self._guard.flaws:
                self.texts.append(text)
            else:
                self.flaws.append(flaw)
                self._flawed.append(text)
