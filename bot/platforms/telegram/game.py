"""Real or fake? on Telegram."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import TelegramError
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes

from bot.platforms.languages import explain_in
from bot.platforms.phrases import result_lines
from bot.platforms.telegram.messages import PLATFORM, html_text, language_of, round_html
from bot.service.safety import neutralise
from data.chat.games import Round
from data.errors import TweetlikeError

if TYPE_CHECKING:
    from bot.platforms.telegram.bot import TelegramBot

Context = ContextTypes.DEFAULT_TYPE


class TelegramGame:
    """Rounds of four cards, with a button each."""

    def __init__(self, bot: TelegramBot) -> None:
        self._bot = bot

    def handlers(self) -> list[BaseHandler[Any, Any, Any]]:
        return [
            CommandHandler("realorfake", self._real_or_fake),
            CallbackQueryHandler(self._guess, pattern=r"^guess:[0-9]{1,18}:[0-3]$"),
        ]

    async def _real_or_fake(self, update: Update, context: Context) -> None:
        if not context.args:
            await self._bot.reply(update, "Whose tweets? <code>/realorfake handle</code>")
            return
        with self._bot.service.requests.hold():
            await self._show_round(update, context.args[0])

    async def _show_round(self, update: Update, handle: str) -> None:
        chat = update.effective_chat
        assert chat
        asker = self._bot.asker_of(update)
        try:
            self._bot.service.refuse_turn(asker)
            async with self._bot.typing(update):
                account, game = await self._bot.games.begin(handle, asker=asker, place=str(chat.id))
        except TweetlikeError as error:
            await self._bot.reply(update, html_text(explain_in(language_of(update), error)))
            return
        buttons = [
            InlineKeyboardButton(str(card + 1), callback_data=f"guess:{game.id}:{card}")
            for card in range(len(game.cards))
        ]
        message = await self._bot.reply(update, round_html(account.handle, game), InlineKeyboardMarkup([buttons]))
        await self._bot.games.show_in(game.id, message.chat_id, message.message_id)
        self._bot.start(self.end_round(game, message.chat_id, message.message_id))

    async def _guess(self, update: Update, context: Context) -> None:
        query = update.callback_query
        assert query
        assert query.data
        _, round_id, card = query.data.split(":")
        player = f"{PLATFORM}:{query.from_user.id}"
        try:
            counts = await self._bot.games.guess(
                int(round_id), int(card), player=player, name=neutralise(query.from_user.full_name)
            )
        except TweetlikeError as error:
            await self._bot.alert(query, error)
            return
        with suppress(TelegramError):
            await query.answer(f"You say number {int(card) + 1}. {sum(counts)} have guessed; you may change your mind.")

    async def end_round(self, game: Round, chat_id: int, message_id: int) -> None:
        """When its time is up, show the answer in the message of the round."""
        await asyncio.sleep(max(0.0, game.ends_at - self._bot.service.now()))
        result = await self._bot.games.end(game.id)
        if result is None:
            return
        text = round_html(result.handle, game, [html_text(line) for line in result_lines(result)])
        with suppress(TelegramError):  # the message is gone
            await self._bot.application.bot.edit_message_text(text, chat_id=chat_id, message_id=message_id)
