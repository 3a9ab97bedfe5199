"""Two or three voices that talk with each other, a tweet at a time."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import AsyncGenerator
from dataclasses import dataclass

from bot.service.answers import Answers
from bot.service.context import Context
from bot.service.mixes import parse_mix
from bot.service.safety import without_invisible
from bot.service.turns import Asker
from data.errors import AlreadyTalking, ConversationOver, InvalidChoice

MAX_TURNS, USUAL_TURNS = 12, 8
ECHOED_WORDS = 3
_WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True)
class Turn:
    """What a voice says. The text is as generated: a platform must neutralise it."""

    handle: str
    display_name: str
    text: str


@dataclass(frozen=True)
class Conversation:
    """`key` is what a button that stops it carries."""

    key: str
    handles: tuple[str, ...]
    topic: str
    turns: int


def echo(text: str) -> str:
    """The last words of a tweet, for the next voice to take up; nothing where it does not end in some."""
    words = without_invisible(text).strip().rstrip(".!?…,;:\"'”)").split()[-ECHOED_WORDS:]
    return " ".join(words) if len(words) == ECHOED_WORDS and all(map(_WORD.fullmatch, words)) else ""


class Conversations:
    """Those that are going on in this process; a restart ends them."""

    def __init__(self, context: Context, answers: Answers) -> None:
        self._context, self._answers = context, answers
        self._going_on: set[str] = set()  # keys; what is taken out stops
        self._places: set[str] = set()

    async def begin(
        self, handles: list[str], topic: str = "", turns: int = USUAL_TURNS, *, asker: Asker
    ) -> Conversation:
        """Take the place of the server or group for one; `end` gives it back.

        Raises as `Answers.tweetlike`, `InvalidChoice`, and `AlreadyTalking` where one is going on there already.
        """
        if not 2 <= len(handles) <= 3 or not 2 <= turns <= MAX_TURNS:
            raise InvalidChoice(
                "a conversation", " ".join(handles), f"of two or three voices, in 2 to {MAX_TURNS} turns"
            )
        self._context.turns.refuse(asker)
        for handle in handles:
            if len(parse_mix(handle)) > 1:
                raise InvalidChoice("a voice of a conversation", handle, "one account, and not a mix")
            await self._answers.check(handle, topic, asker=asker)
        if asker.queue_key in self._places:
            raise AlreadyTalking
        conversation = Conversation(secrets.token_hex(8), tuple(handles), topic, turns)
        self._going_on.add(conversation.key)
        self._places.add(asker.queue_key)
        return conversation

    def end(self, conversation: Conversation, asker: Asker) -> None:
        """To be called for each that has begun, whether or not its turns were heard."""
        self._going_on.discard(conversation.key)
        self._places.discard(asker.queue_key)

    async def turns(self, conversation: Conversation, *, asker: Asker, pause_s: float) -> AsyncGenerator[Turn, None]:
        """What the voices say, one after the other, each turn a request of the same person, who has no other meanwhile.

        The first begins with the topic, each other with the last words of the one before. Raises as `tweetlike`.
        """
        beginning = conversation.topic
        try:
            with self._context.turns.turn(asker, looked=True):  # as it began
                for number in range(conversation.turns):
                    await asyncio.sleep(pause_s if number else 0)
                    if conversation.key not in self._going_on:
                        return
                    handle = conversation.handles[number % len(conversation.handles)]
                    account, text = await self._answers.say(handle, beginning, asker=asker)
                    yield Turn(account.handle, account.display_name, text)
                    beginning = self._accepted(echo(text))
        finally:
            self.end(conversation, asker)

    def _accepted(self, beginning: str) -> str:
        return "" if self._context.refuses(beginning) else self._context.generator.fit(beginning)

    def stop(self, key: str) -> None:
        """No further turn. Raises `ConversationOver`."""
        if key not in self._going_on:
            raise ConversationOver
        self._going_on.remove(key)
