"""Telegram's inline mode: `@bot handle how it begins`, typed in any chat."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from telegram import InlineQueryResultArticle, InputTextMessageContent, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChosenInlineResultHandler,
    ContextTypes,
    InlineQueryHandler,
)

from bot.platforms.languages import explain_in
from bot.platforms.telegram.messages import answer_html, html_text, language_of, one_button
from bot.service.options import split_options
from bot.service.safety import parody_label
from data.errors import TweetlikeError, UnknownGeneration

if TYPE_CHECKING:
    from bot.platforms.telegram.bot import TelegramBot

WRITE = "write:"  # then the key of what was typed
INLINE_KEPT = 2_000

Context = ContextTypes.DEFAULT_TYPE


class TelegramInline:
    """What is chosen becomes an answer in its place. What was typed is kept in memory, the newest of it."""

    def __init__(self, bot: TelegramBot) -> None:
        self._bot = bot
        self._typed: OrderedDict[str, tuple[str, str]] = OrderedDict()  # handle and beginning, by key

    def handlers(self) -> list[BaseHandler[Any, Any, Any]]:
        return [
            InlineQueryHandler(self._suggest),
            ChosenInlineResultHandler(self._write_inline),
            CallbackQueryHandler(self._write_inline, pattern=rf"^{WRITE}[0-9a-f]{{16}}$"),
        ]

    async def _suggest(self, update: Update, context: Context) -> None:
        """`@bot handle how it begins`, typed in any chat: voices to choose from."""
        query = update.inline_query
        assert query
        typed, _, beginning = query.query.strip().partition(" ")
        results = []
        for handle in await self._bot.service.suggest_handles(typed, 20):
            key = hashlib.sha256(f"{handle}\n{beginning}".encode()).hexdigest()[:16]
            self._typed[key] = (handle, beginning)
            self._typed.move_to_end(key)
            text = InputTextMessageContent(f"<i>{html_text(parody_label(handle))}</i>", ParseMode.HTML)
            results.append(
                InlineQueryResultArticle(
                    key, f"@{handle}", text, one_button("✍️ Write", f"{WRITE}{key}"), description=beginning or "anything"
                )
            )
        while len(self._typed) > INLINE_KEPT:
            self._typed.popitem(last=False)
        with suppress(BadRequest):  # the person has typed on meanwhile
            await query.answer(results, cache_time=0, is_personal=False)

    async def _write_inline(self, update: Update, context: Context) -> None:
        """What was chosen becomes an answer in its place: by itself where the bot is told of it, else by its button."""
        chosen, query = update.chosen_inline_result, update.callback_query
        key = chosen.result_id if chosen else str(query.data).removeprefix(WRITE) if query else ""
        message_id = chosen.inline_message_id if chosen else query.inline_message_id if query else None
        if message_id is not None:
            with self._bot.service.requests.hold():
                await self._write_there(update, key, message_id)

    async def _write_there(self, update: Update, key: str, message_id: str) -> None:
        query = update.callback_query
        try:
            if key not in self._typed:
                raise UnknownGeneration(0)
            asker = self._bot.asker_of(update)
            self._bot.service.refuse_turn(asker)
            if query:
                with suppress(TelegramError):
                    await query.answer()
            handle, beginning = self._typed[key]
            options, words = split_options(beginning.split())
            answer = await self._bot.service.tweetlike(handle, " ".join(words), options, asker=asker)
            text = answer_html(answer)
        except TweetlikeError as error:
            if query:
                await self._bot.alert(query, error)
                return
            text = html_text(explain_in(language_of(update), error))
        with suppress(TelegramError):
            await self._bot.application.bot.edit_message_text(text, inline_message_id=message_id)
