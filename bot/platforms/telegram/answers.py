"""Telegram's answers: `/tweetlike`, and the buttons under what it wrote, which outlive a restart."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from telegram import CallbackQuery, ForceReply, Message
from telegram.constants import ChatType
from telegram.error import BadRequest
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.generation.generator import OnWait
from bot.platforms.languages import in_line
from bot.platforms.telegram.chat import Chats, Incoming
from bot.platforms.telegram.inline import write_into
from bot.platforms.telegram.messages import (
    AGAIN,
    EDIT,
    QUESTION,
    answer_buttons,
    answer_html,
    inline_buttons,
    question_html,
    with_counts,
)
from bot.platforms.telegram.operators import offer_to_fetch
from bot.service.answers import Answer
from bot.service.options import split_options
from data.errors import UnknownAccount, UnknownGeneration

Ask = Callable[[OnWait], Awaitable[Answer]]


def handlers(chats: Chats) -> list[BaseHandler[Any, Any, Any]]:
    """The command, the buttons under an answer, and replies to the question for another beginning."""
    replies = filters.TEXT & filters.REPLY & ~filters.COMMAND & filters.UpdateType.MESSAGE
    return [
        CommandHandler("tweetlike", chats.answering(_tweetlike)),
        CallbackQueryHandler(chats.answering(_again), pattern=rf"^{AGAIN}[0-9]{{1,18}}$"),
        CallbackQueryHandler(chats.answering(_again), pattern=r"^more:[0-9]{1,18}:[0-9]{1,2}$"),
        CallbackQueryHandler(chats.answering(_ask_prompt), pattern=rf"^{EDIT}[0-9]{{1,18}}$"),
        CallbackQueryHandler(chats.answering(_picture), pattern=r"^picture:[0-9]{1,18}$"),
        CallbackQueryHandler(chats.answering(_rate), pattern=r"^(up|down):[0-9]{1,18}$"),
        MessageHandler(replies, chats.answering(_answer_question)),
    ]


async def _tweetlike(incoming: Incoming) -> None:
    if not incoming.words:
        handles = await incoming.service.directory.suggest_handles("", 20)
        voices = ", ".join(f"<code>{handle}</code>" for handle in handles) or "none yet"
        await incoming.reply(f"Whose voice? Try <code>/tweetlike handle My dream is</code>\nVoices: {voices}")
        return
    await write(incoming, incoming.words[0], list(incoming.words[1:]))


async def write(incoming: Incoming, handle: str, rest: list[str]) -> None:
    """Tweets in a voice, with the options and the prompt in `rest`; offers to fetch an unknown account."""

    async def ask(on_wait: OnWait) -> Answer:
        options, words = split_options(rest)
        prompt = " ".join(words)
        return await incoming.service.answers.tweetlike(handle, prompt, options, asker=incoming.asker, on_wait=on_wait)

    try:
        await _show_answer(incoming, ask)
    except UnknownAccount as error:
        if not await offer_to_fetch(incoming, error):
            raise


async def _again(incoming: Incoming) -> None:
    _, generation_id, like = f"{incoming.data}:".split(":")[:3]
    ask = _ask_again(incoming, int(generation_id), like=int(like) if like else None)
    if place := incoming.query.inline_message_id:
        await write_into(incoming, place, ask)
        return
    _message_of(incoming.query, int(generation_id))
    incoming.service.turns.refuse(incoming.asker)
    await incoming.acknowledge()
    await _show_answer(incoming, ask)


def _ask_again(incoming: Incoming, generation_id: int, *, prompt: str | None = None, like: int | None = None) -> Ask:
    """What a button under an answer, or a reply to a question, asks for."""

    async def ask(on_wait: OnWait) -> Answer:
        return await incoming.service.answers.again(
            generation_id, prompt=prompt, like=like, asker=incoming.asker, on_wait=on_wait
        )

    return ask


async def _ask_prompt(incoming: Incoming) -> None:
    """Telegram has no forms: ask in a message, and open the person's field for a reply to it."""
    generation_id = int(incoming.data.removeprefix(EDIT))
    message = _message_of(incoming.query, generation_id)
    before = (await incoming.service.answers.asked(generation_id, incoming.asker)).prompt
    await incoming.acknowledge()
    alone = message.chat.type == ChatType.PRIVATE
    await message.reply_html(
        question_html(generation_id, incoming.query.from_user, alone=alone),
        do_quote=False,
        reply_markup=ForceReply(selective=True, input_field_placeholder=before[:64] or None),
    )


async def _answer_question(incoming: Incoming) -> None:
    """A reply to a question of ours is a beginning; all other replies are between people."""
    question = incoming.message.reply_to_message
    if not (question and question.from_user and question.from_user.id == incoming.chats.bot.id):
        return
    if asked := QUESTION.match(question.text or ""):
        await _show_answer(incoming, _ask_again(incoming, int(asked[1]), prompt=incoming.message.text))


async def _picture(incoming: Incoming) -> None:
    generation_id = int(incoming.data.partition(":")[2])
    _message_of(incoming.query, generation_id)
    png = await incoming.service.answers.picture(generation_id, incoming.asker)
    await incoming.acknowledge()
    await incoming.reply_photo(png)


async def _rate(incoming: Incoming) -> None:
    """A thumb."""
    kind, _, number = incoming.data.partition(":")
    answers, place = incoming.service.answers, incoming.query.inline_message_id
    if place is None:
        keyboard = _message_of(incoming.query, int(number)).reply_markup
        assert keyboard
    else:  # Telegram does not say what it shows
        asked = await answers.asked(int(number), replace(incoming.asker, exempt=True))
        keyboard = inline_buttons(asked.handle, asked.prompt, int(number), asked.tweets)
    up, down = await answers.rate(int(number), incoming.asker, liked=kind == "up")
    await incoming.acknowledge()
    with suppress(BadRequest):  # nothing has changed
        await incoming.query.edit_message_reply_markup(with_counts(keyboard, up, down))


async def _show_answer(incoming: Incoming, ask: Ask) -> None:
    """Typing at once, the place in line if there is one, then the answer or the error in that same message."""
    notices: list[asyncio.Task[Message]] = []

    def notify(position: int) -> None:
        notices.append(asyncio.create_task(incoming.reply(in_line(position, incoming.language))))

    with incoming.service.requests.hold():
        if incoming.update.callback_query is None:
            incoming.service.turns.refuse(incoming.asker)
        try:
            async with incoming.typing():
                answer = await ask(notify)
        except BaseException:
            for notice in await _sent(notices):  # the error comes as a message of its own
                with suppress(BadRequest):
                    await notice.delete()
            raise
        text, buttons = answer_html(answer), answer_buttons(answer)
        for notice in await _sent(notices):
            with suppress(BadRequest):  # it was deleted meanwhile
                await notice.edit_text(text, reply_markup=buttons)
                return
        await incoming.reply(text, buttons)


async def _sent(notices: list[asyncio.Task[Message]]) -> list[Message]:
    """Those that have arrived."""
    ended = await asyncio.gather(*notices, return_exceptions=True)
    return [message for message in ended if isinstance(message, Message)]


def _message_of(query: CallbackQuery, generation_id: int) -> Message:
    """What the button is under. Raises `UnknownGeneration` if it is not: out of reach, or the query is made up."""
    message = query.message if isinstance(query.message, Message) else None
    rows = message.reply_markup.inline_keyboard if message and message.reply_markup else ()
    if message is None or not any(query.data == button.callback_data for row in rows for button in row):
        raise UnknownGeneration(generation_id)
    return message
