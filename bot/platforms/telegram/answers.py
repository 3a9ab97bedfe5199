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
from bot.platforms.phrases import facts_line
from bot.platforms.telegram.chat import Chats, Incoming
from bot.platforms.telegram.inline import write_into
from bot.platforms.telegram.messages import (
    AGAIN,
    CARD,
    EDIT,
    INFO,
    PICTURE,
    QUESTION,
    TRY,
    answer_buttons,
    answer_html,
    inline_buttons,
    own_html,
    picture_caption,
    question_html,
    voice_buttons,
    with_cards,
    with_counts,
    without_cards,
)
from bot.platforms.telegram.operators import offer_to_fetch
from bot.service.answers import Answer
from bot.service.options import split_options
from bot.service.safety import prompt_from
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
        CallbackQueryHandler(chats.answering(_offer_cards), pattern=rf"^{PICTURE}[0-9]{{1,18}}$"),
        CallbackQueryHandler(chats.answering(_card), pattern=rf"^{CARD}[0-9]{{1,18}}:[0-9]{{1,2}}$"),
        CallbackQueryHandler(chats.answering(_info), pattern=rf"^{INFO}[0-9]{{1,18}}$"),
        CallbackQueryHandler(chats.answering(_try), pattern=rf"^{TRY}"),
        CallbackQueryHandler(chats.answering(_rate), pattern=r"^(up|down):[0-9]{1,18}$"),
        MessageHandler(replies, chats.answering(_answer_question)),
    ]


async def _tweetlike(incoming: Incoming) -> None:
    if not incoming.words:
        handles = await incoming.service.directory.examples(place=incoming.asker.place)
        phrases = incoming.phrases
        asked = phrases.whose_voice.format(example=handles[0]) if handles else phrases.models_none
        await incoming.reply(own_html(asked), voice_buttons(handles))
        return
    await write(incoming, incoming.words[0], list(incoming.words[1:]) or _own_words(incoming))


def _own_words(incoming: Incoming) -> list[str]:
    """What the person had written in the message that the command replies to: nobody else's words are used."""
    before, user = incoming.message.reply_to_message, incoming.update.effective_user
    if before is None or user is None or before.from_user is None or before.from_user.id != user.id:
        return []
    others = incoming.written_as or before.sender_chat or before.forward_origin or before.via_bot
    return [] if others else prompt_from(before.text or "").split()


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
    """A reply to a question of ours is a beginning, and so is one to an answer, whose buttons carry its number; all
    other replies are between people."""
    question, alone = incoming.message.reply_to_message, incoming.message.chat.type == ChatType.PRIVATE
    if not (question and question.from_user and question.from_user.id == incoming.chats.bot.id):
        if alone:  # there is nobody else that it could be said to
            await talk(incoming, incoming.message.text or "", only_named=not incoming.service.settings.talking)
        return
    if asked := QUESTION.match(question.text or ""):
        await _show_answer(incoming, _ask_again(incoming, int(asked[1]), prompt=incoming.message.text))
    elif question.reply_markup and incoming.service.settings.talking:
        data = (str(button.callback_data) for row in question.reply_markup.inline_keyboard for button in row)
        again = next((each for each in data if each.startswith(AGAIN)), None)
        choices = await incoming.service.places.choices(incoming.asker.place)
        if again and choices.speaking and choices.talking:
            await talk(incoming, incoming.message.text or "", int(again.removeprefix(AGAIN)))


async def talk(incoming: Incoming, text: str, answered: int | None = None, *, only_named: bool = False) -> bool:
    """Answer what was said to the bot, or in reply to an answer; whether a voice was meant, and if so, named."""
    said = await incoming.service.talking.understand(text, asker=incoming.asker, answered=answered)
    if said is None or (only_named and not said.named):
        return False

    async def ask(on_wait: OnWait) -> Answer:
        return await incoming.service.answers.tweetlike(
            said.handle, said.prompt, said.options, asker=incoming.asker, on_wait=on_wait
        )

    await _show_answer(incoming, ask)
    return True


async def _offer_cards(incoming: Incoming) -> None:
    """Of which tweet a picture is wanted: in the same message, for a moment."""
    generation_id = int(incoming.data.removeprefix(PICTURE))
    message = _message_of(incoming.query, generation_id)
    asked = await incoming.service.answers.asked(generation_id, incoming.asker)
    await incoming.acknowledge(incoming.phrases.picture_of)
    assert message.reply_markup
    buttons = with_cards(message.reply_markup, generation_id, asked.tweets, incoming.phrases.all_of_them)
    with suppress(BadRequest):  # they are there already
        await message.edit_reply_markup(buttons)


async def _card(incoming: Incoming) -> None:
    _, generation_id, card = incoming.data.split(":")
    message, answers = _message_of(incoming.query, int(generation_id)), incoming.service.answers
    answers.refuse_picture(incoming.asker)
    await answers.asked(int(generation_id), incoming.asker)
    await incoming.acknowledge()  # it takes a moment to draw
    phrases = await incoming.phrases_here()
    number = int(card) or None
    picture = await answers.picture(int(generation_id), incoming.asker, number=number, label=phrases.parody)
    await incoming.reply_photo(picture.png, picture_caption(picture, phrases))
    assert message.reply_markup
    with suppress(BadRequest):
        await message.edit_reply_markup(without_cards(message.reply_markup))


async def _info(incoming: Incoming) -> None:
    """Where an answer comes from, in a box."""
    generation_id = int(incoming.data.removeprefix(INFO))
    if incoming.query.inline_message_id is None:
        _message_of(incoming.query, generation_id)
    facts = await incoming.service.answers.facts(generation_id, incoming.asker)
    await incoming.acknowledge(facts_line(facts, incoming.phrases), alert=True)


async def _try(incoming: Incoming) -> None:
    """A voice of those that /help shows."""
    incoming.service.turns.refuse(incoming.asker)
    await incoming.acknowledge()
    await write(incoming, incoming.data.removeprefix(TRY), [])


async def _rate(incoming: Incoming) -> None:
    """A thumb."""
    kind, _, number = incoming.data.partition(":")
    answers, place = incoming.service.answers, incoming.query.inline_message_id
    if place is None:
        keyboard = _message_of(incoming.query, int(number)).reply_markup
        assert keyboard
    else:  # Telegram does not say what it shows
        asked = await answers.asked(int(number), replace(incoming.asker, exempt=True))
        keyboard = inline_buttons(asked.handle, asked.prompt, int(number), asked.tweets, incoming.phrases)
    up, down = await answers.rate(int(number), incoming.asker, liked=kind == "up")
    await incoming.acknowledge()
    with suppress(BadRequest):  # nothing has changed
        await incoming.query.edit_message_reply_markup(with_counts(keyboard, up, down))


async def _show_answer(incoming: Incoming, ask: Ask) -> None:
    """Typing at once, the place in line if there is one, then the answer or the error in that same message."""
    notices: list[asyncio.Task[Message]] = []

    def notify(position: int) -> None:
        notices.append(asyncio.create_task(incoming.reply(incoming.phrases.in_line.format(position=position))))

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
        phrases = await incoming.phrases_here()
        text, buttons = answer_html(answer, phrases), answer_buttons(answer, phrases)
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
