"""Talking: what somebody says to the bot, without a command, is a request in some voice."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sqlite_utils import Database

from bot.service.answers import Answers
from bot.service.context import Context
from bot.service.mixes import parse_mix
from bot.service.options import USUAL, AnswerOptions, split_options
from bot.service.safety import prompt_from
from bot.service.turns import Asker
from data.accounts.search import matching_handles
from data.chat.generations import last_answer_to
from data.errors import TweetlikeError


@dataclass(frozen=True)
class Said:
    """What `Answers.tweetlike` is asked with."""

    handle: str
    prompt: str
    options: AnswerOptions
    named: bool = field(default=False, compare=False)  # whether the voice was, and not that of an answer


class Talking:
    """Understands; `Answers` answers."""

    def __init__(self, context: Context, answers: Answers) -> None:
        self._context = context
        self._answers = answers

    async def understand(self, text: str, *, asker: Asker, answered: int | None = None) -> Said | None:
        """A text to the bot, or in reply to the answer with the number `answered`; None if no voice is meant.

        A first word that names a voice or a mix asks it, with options and a beginning as after the command. All else is
        how one more tweet begins, of a long text its first words: in the voice of that answer, or of the last one to
        this person in the same place. Raises `UnknownGeneration`, `InvalidChoice`.
        """
        first, *rest = text.split() or [""]
        if answered is None and await self._context.look_up(_is_voice, first):
            options, words = split_options(rest)
            return Said(first, " ".join(words), options, named=True)
        if answered is None:
            answered = await self._context.look_up(last_answer_to, asker.platform, asker.person, asker.place)
        if answered is None:
            return None
        before = await self._answers.asked(answered, replace(asker, exempt=True))  # anybody may reply to an answer
        prompt = self._context.generator.fit(prompt_from(text))
        return Said(before.handle, prompt, replace(USUAL, count=1, creativity=before.creativity))


def _is_voice(db: Database, word: str) -> bool:
    try:
        parts = parse_mix(word)
    except TweetlikeError:
        return False
    return all(matching_handles(db, part.handle, 1, speaking=True) == [part.handle] for part in parts)
