"""Telegram's inline mode: `@bot handle how it begins`, typed in any chat."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from contextlib import suppress
from typing import Any

from telegram import InlineQueryResultArticle, InputTextMessageContent
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError
from telegram.ext import BaseHandler, CallbackQueryHandler, ChosenInlineResultHandler, InlineQueryHandler

from bot.platforms.telegram.chat import Chats, Incoming
from bot.platforms.telegram.messages import answer_html, html_text, one_button, own_html
from bot.service.options import split_options
from bot.service.safety import parody_label
from data.errors import PromptForgotten, TweetlikeError

WRITE = "write:"  # then the key of what was typed
MAX_TYPED = 2_000


def handlers(chats: Chats) -> list[BaseHandler[Any, Any, Any]]:
    """What is typed, what is chosen, and the button under it where the bot is not told of the choice."""
    inline = _Inline()
    return [
        InlineQueryHandler(chats.answering(inline.suggest)),
        ChosenInlineResultHandler(chats.answering(inline.write)),
        CallbackQueryHandler(chats.answering(inline.write), pattern=rf"^{WRITE}[0-9a-f]{{16}}$"),
    ]


class _Inline:
    """What is chosen becomes an answer in its place. What was typed is kept in memory, the newest of it."""

    def __init__(self) -> None:
        self._typed: OrderedDict[str, tuple[str, str]] = OrderedDict()  # handle and prompt, by key

    async def suggest(self, incoming: Incoming) -> None:
        """`@bot handle how it begins`, typed in any chat: voices to choose from."""
        query = incoming.update.inline_query
        assert query
        typed, _, prompt = query.query.strip().partition(" ")
        results = []
        for handle in await incoming.service.directory.suggest_handles(typed, 20):
            key = hashlib.sha256(f"{handle}\n{prompt}".encode()).hexdigest()[:16]
            self._typed[key] = (handle, prompt)
            self._typed.move_to_end(key)
            text = InputTextMessageContent(f"<i>{html_text(parody_label(handle))}</i>", ParseMode.HTML)
            button = one_button("✍️ Write", f"{WRITE}{key}")
            results.append(InlineQueryResultArticle(key, f"@{handle}", text, button, description=prompt or "anything"))
        while len(self._typed) > MAX_TYPED:
            self._typed.popitem(last=False)
        with suppress(BadRequest):  # the person has typed on meanwhile
            await query.answer(results, cache_time=0, is_personal=False)

    async def write(self, incoming: Incoming) -> None:
        """What was chosen becomes an answer in its place: by itself where the bot is told of it, else by its button."""
        chosen, query = incoming.update.chosen_inline_result, incoming.update.callback_query
        key = chosen.result_id if chosen else str(query.data).removeprefix(WRITE) if query else ""
        message_id = chosen.inline_message_id if chosen else query.inline_message_id if query else None
        if message_id is None:
            return
        with incoming.service.requests.hold():
            try:
                text = await self._written(incoming, key)
            except TweetlikeError as error:
                if query:
                    raise
                text = own_html(incoming.explained(error))
            with suppress(TelegramError):
                await incoming.chats.bot.edit_message_text(text, inline_message_id=message_id)

    async def _written(self, incoming: Incoming, key: str) -> str:
        if key not in self._typed:
            raise PromptForgotten
        incoming.service.turns.refuse(incoming.asker)
        if incoming.update.callback_query:
            await incoming.acknowledge()
        handle, prompt = self._typed[key]
        options, words = split_options(prompt.split())
        answer = await incoming.service.answers.tweetlike(handle, " ".join(words), options, asker=incoming.asker)
        return answer_html(answer)
