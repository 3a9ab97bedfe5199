"""Telegram's answers: `/tweetlike`, and the buttons under what it wrote."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from telegram import CallbackQuery, ForceReply, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, TelegramError
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from bot.generation.generator import OnWait
from bot.platforms.languages import broken, explain_in, in_line
from bot.platforms.telegram.messages import (
    AGAIN,
    EDIT,
    QUESTION,
    answer_buttons,
    answer_html,
    counted,
    html_text,
    language_of,
    question_html,
)
from bot.service.options import split_options
from bot.service.service import Answer
from data.errors import TweetlikeError, UnknownAccount, UnknownGeneration

if TYPE_CHECKING:
    from bot.platforms.telegram.bot import TelegramBot

log = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE
Offer = Callable[[Update, UnknownAccount], Awaitable[tuple[str, InlineKeyboardMarkup] | None]]


class TelegramAnswers:
    """What is pressed is looked up by the number of the answer, so that it works after a restart, too."""

    def __init__(self, bot: TelegramBot, offer: Offer) -> None:
        self._bot = bot
        self._offer = offer

    def handlers(self) -> list[BaseHandler[Any, Any, Any]]:
        replies = filters.TEXT & filters.REPLY & ~filters.COMMAND & filters.UpdateType.MESSAGE
        return [
            CommandHandler("tweetlike", self._tweetlike),
            CallbackQueryHandler(self._again, pattern=rf"^{AGAIN}[0-9]{{1,18}}$"),
            CallbackQueryHandler(self._again, pattern=r"^more:[0-9]{1,18}:[0-9]{1,2}$"),
            CallbackQueryHandler(self._ask_beginning, pattern=rf"^{EDIT}[0-9]{{1,18}}$"),
            CallbackQueryHandler(self._press, pattern=r"^(picture|up|down):[0-9]{1,18}$"),
            MessageHandler(replies, self._begin_anew),
        ]

    async def _tweetlike(self, update: Update, context: Context) -> None:
        arguments = (context.args or [])[:]
        if not arguments:
            handles = await self._bot.service.suggest_handles("", 20)
            voices = ", ".join(f"<code>{handle}</code>" for handle in handles) or "none yet"
            await self._bot.reply(
                update, f"Whose voice? Try <code>/tweetlike handle My dream is</code>\nVoices: {voices}"
            )
            return

        async def ask(on_wait: OnWait) -> Answer:
            options, words = split_options(arguments[1:])
            return await self._bot.service.tweetlike(
                arguments[0],
                " ".join(words),
                options,
                asker=self._bot.asker_of(update),
                on_wait=on_wait,
            )

        await self._show_answer(update, ask, self._offer)

    async def _again(self, update: Update, context: Context) -> None:
        query = update.callback_query
        assert query
        assert query.data
        _, generation_id, like = f"{query.data}:".split(":")[:3]
        try:
            _message_of(query, int(generation_id))
            self._bot.service.refuse_turn(self._bot.asker_of(update))
        except TweetlikeError as error:
            await self._bot.alert(query, error)
            return
        with suppress(TelegramError):  # a button pressed while we were away is answered late
            await query.answer()
        await self._show_answer(update, self._ask_again(update, int(generation_id), like=int(like) if like else None))

    def _ask_again(
        self, update: Update, generation_id: int, *, prompt: str | None = None, like: int | None = None
    ) -> Callable[[OnWait], Awaitable[Answer]]:
        """What a button under an answer, or a reply to a question, asks for."""

        async def ask(on_wait: OnWait) -> Answer:
            return await self._bot.service.again(
                generation_id,
                prompt=prompt,
                like=like,
                asker=self._bot.asker_of(update),
                on_wait=on_wait,
            )

        return ask

    async def _ask_beginning(self, update: Update, context: Context) -> None:
        """Telegram has no forms: ask in a message, and open the person's field for a reply to it."""
        query, user = update.callback_query, update.effective_user
        assert query
        assert query.data
        assert user
        generation_id = int(query.data.removeprefix(EDIT))
        try:
            message = _message_of(query, generation_id)
            before = await self._bot.service.beginning(generation_id, self._bot.asker_of(update))
        except TweetlikeError as error:
            await self._bot.alert(query, error)
            return
        with suppress(TelegramError):
            await query.answer()
        await message.reply_html(
            question_html(generation_id, user, alone=message.chat.type == ChatType.PRIVATE),
            do_quote=False,
            reply_markup=ForceReply(selective=True, input_field_placeholder=before[:64] or None),
        )

    async def _begin_anew(self, update: Update, context: Context) -> None:
        """A reply to a question of ours is a beginning; all other replies are between people."""
        message = update.effective_message
        question = message.reply_to_message if message else None
        if not (message and question and question.from_user and question.from_user.id == context.bot.id):
            return
        if asked := QUESTION.match(question.text or ""):
            await self._show_answer(update, self._ask_again(update, int(asked[1]), prompt=message.text))

    async def _press(self, update: Update, context: Context) -> None:
        """A picture, or a thumb."""
        query = update.callback_query
        assert query
        assert query.data
        kind, _, generation_id = query.data.partition(":")
        asker = self._bot.asker_of(update)
        try:
            message = _message_of(query, int(generation_id))
            if kind == "picture":
                png = await self._bot.service.picture(int(generation_id), asker)
            else:
                up, down = await self._bot.service.rate(int(generation_id), asker, liked=kind == "up")
        except TweetlikeError as error:
            await self._bot.alert(query, error)
            return
        with suppress(TelegramError):
            await query.answer()
        if kind == "picture":
            quote = message.chat.type != ChatType.PRIVATE
            await message.reply_photo(png, do_quote=quote, allow_sending_without_reply=True)
            return
        assert message.reply_markup
        rows = [[counted(button, up, down) for button in row] for row in message.reply_markup.inline_keyboard]
        with suppress(BadRequest):  # nothing has changed
            await message.edit_reply_markup(InlineKeyboardMarkup(rows))

    async def _show_answer(
        self, update: Update, ask: Callable[[OnWait], Awaitable[Answer]], offer: Offer | None = None
    ) -> None:
        """Typing at once, the place in line if there is one, then the answer in that same message.

        For an account that is not known, what `offer` returns.
        """
        with self._bot.service.requests.hold():
            await self._write_answer(update, ask, offer)

    async def _write_answer(
        self, update: Update, ask: Callable[[OnWait], Awaitable[Answer]], offer: Offer | None
    ) -> None:
        notices: list[asyncio.Task[Any]] = []
        assert update.effective_user

        def waiting(position: int) -> None:
            notices.append(asyncio.create_task(self._bot.reply(update, in_line(position, language_of(update)))))

        if update.callback_query is None:
            try:
                self._bot.service.refuse_turn(self._bot.asker_of(update))
            except TweetlikeError as error:
                await self._bot.reply(update, html_text(explain_in(language_of(update), error)))
                return
        buttons = None
        async with self._bot.typing(update):
            try:
                answer = await ask(waiting)
                text = answer_html(answer)
                buttons = answer_buttons(answer)
            except TweetlikeError as error:
                text = html_text(explain_in(language_of(update), error))
                if isinstance(error, UnknownAccount) and offer and (offered := await offer(update, error)):
                    text, buttons = offered
            except Exception:
                log.exception("an update could not be handled")
                text = broken(language_of(update))
        for notice in await asyncio.gather(*notices, return_exceptions=True):
            if isinstance(notice, Message):
                with suppress(BadRequest):  # it was deleted meanwhile
                    await notice.edit_text(text, reply_markup=buttons)
                    return
        await self._bot.reply(update, text, buttons)


def _message_of(query: CallbackQuery, generation_id: int) -> Message:
    """What the button is under. Raises `UnknownGeneration` if it is not: out of reach, or the query is made up."""
    message = query.message if isinstance(query.message, Message) else None
    rows = message.reply_markup.inline_keyboard if message and message.reply_markup else ()
    if message is None or not any(query.data == button.callback_data for row in rows for button in row):
        raise UnknownGeneration(generation_id)
    return message
