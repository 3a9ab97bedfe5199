"""Telegram's inline mode: `@bot handle how it begins`, typed in any chat.

Nothing of it is in memory: a button carries the handle and the beginning, or the key of one that is stored, and what
was chosen comes with what was typed.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

from telegram import InlineKeyboardMarkup, InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError
from telegram.ext import BaseHandler, CallbackQueryHandler, ChosenInlineResultHandler, InlineQueryHandler

from bot.generation.generator import OnWait
from bot.platforms.phrases import parody_label
from bot.platforms.telegram.chat import Chats, Incoming
from bot.platforms.telegram.messages import answer_html, html_text, inline_buttons, one_button, own_html
from bot.service.answers import Answer
from bot.service.mixes import mix_text
from bot.service.options import split_options
from bot.service.safety import neutralise
from data.chat.beginnings import KEY_DIGITS
from data.errors import EngineFault, TryLater, TweetlikeError

WRITE = "write:"  # then the handle and the beginning
KEPT = "kept:"  # then the handle and the key of a beginning
ALL, REST = (
    "all:",
    "rest:",
)  # a result's id: whether all that was typed is the beginning, or what follows its first word
OFFERED = 20  # voices
STORE_WITHIN_S = 1.0
SHOW_VOICES = "-voices"  # what /start is sent with by the button above the results; no handle looks like this


def handlers(chats: Chats) -> list[BaseHandler[Any, Any, Any]]:
    """What is typed, what is chosen, and the button under it where the bot is not told of the choice."""
    return [
        InlineQueryHandler(chats.answering(_suggest)),
        ChosenInlineResultHandler(chats.answering(_write_chosen)),
        CallbackQueryHandler(chats.answering(_write_pressed), pattern=rf"^({WRITE}|{KEPT})"),
    ]


async def _suggest(incoming: Incoming) -> None:
    """Voices to choose from. Where none is named, all that was typed is a beginning, and a button says so."""
    query = incoming.update.inline_query
    assert query
    phrases, text = incoming.phrases, query.query.strip()
    first, _, rest = text.partition(" ")
    handles, button = await _voices_called(incoming, first), None
    kind, prompt = (REST, rest.strip()) if handles else (ALL, text)
    if not handles:
        handles = await incoming.service.directory.suggest_handles("", OFFERED)
        known = phrases.unheard.format(name=neutralise(first)[:20]) if handles else phrases.no_voices
        button = InlineQueryResultsButton(known, start_parameter=SHOW_VOICES)
    kept = await _kept_if_long(incoming, handles, prompt)
    keyboards = [(handle, _write_button(incoming, handle, prompt, kept)) for handle in handles]
    results = [
        InlineQueryResultArticle(
            f"{kind}{handle}",
            f"@{handle}",
            InputTextMessageContent(f"<i>{html_text(parody_label(handle, phrases))}</i>", ParseMode.HTML),
            keyboard,
            description=prompt or phrases.anything,
        )
        for handle, keyboard in keyboards
        if keyboard is not None and len(f"{kind}{handle}".encode()) <= 64
    ]
    with suppress(BadRequest):  # the person has typed on meanwhile
        await query.answer(results, cache_time=0, is_personal=False, button=button)


async def _voices_called(incoming: Incoming, typed: str) -> list[str]:
    """The voices that contain this, or the mix that it names."""
    if "+" not in typed:
        return await incoming.service.directory.suggest_handles(typed, OFFERED)
    try:
        await incoming.service.answers.check(typed, asker=incoming.asker)
    except TweetlikeError:
        return []
    return [typed]


async def _kept_if_long(incoming: Incoming, handles: Sequence[str], prompt: str) -> str | None:
    """The key of a beginning for which some button has no room, stored once for all of them."""
    if all(_fits(f"{WRITE}{handle} {prompt}") for handle in handles):
        return None
    try:
        async with asyncio.timeout(STORE_WITHIN_S):
            return await incoming.service.answers.keep_beginning(prompt)
    except (TimeoutError, TweetlikeError, sqlite3.Error):
        return None


def _write_button(incoming: Incoming, handle: str, prompt: str, kept: str | None) -> InlineKeyboardMarkup | None:
    """None where there is no room for the handle, or no place for the beginning now."""
    written = [f"{WRITE}{handle} {prompt}".strip(), *([f"{KEPT}{handle} {kept}"] if kept else [])]
    data = next((each for each in written if _fits(each)), None)
    return one_button(f"✍️ {incoming.phrases.write}", data) if data else None


def _fits(data: str) -> bool:
    return len(data.strip().encode()) <= 64


async def _write_chosen(incoming: Incoming) -> None:
    """What was chosen becomes an answer in its place by itself, where the bot is told of the choice."""
    chosen = incoming.update.chosen_inline_result
    assert chosen
    if chosen.inline_message_id is None:
        return
    everything = chosen.result_id.startswith(ALL)
    handle = chosen.result_id.removeprefix(ALL if everything else REST)
    text = chosen.query.strip()
    prompt = text if everything else text.partition(" ")[2].strip()
    try:
        await write_into(incoming, chosen.inline_message_id, _ask(incoming, handle, prompt))
    except TweetlikeError as error:  # there is no button to show it above
        again = None
        if isinstance(error, TryLater | EngineFault):
            again = _write_button(incoming, handle, prompt, await _kept_if_long(incoming, [handle], prompt))
        with suppress(TelegramError):
            await incoming.chats.bot.edit_message_text(
                own_html(incoming.explained(error)), inline_message_id=chosen.inline_message_id, reply_markup=again
            )


async def _write_pressed(incoming: Incoming) -> None:
    """The button: an error is told above it, and it stays."""
    place = incoming.query.inline_message_id
    if place is None:
        return
    kind, _, typed = incoming.data.partition(":")
    handle, _, prompt = typed.partition(" ")
    if f"{kind}:" == KEPT:
        prompt = await incoming.service.answers.kept_beginning(prompt[:KEY_DIGITS])
    await write_into(incoming, place, _ask(incoming, handle, prompt))


def _ask(incoming: Incoming, handle: str, typed: str) -> Callable[[OnWait], Awaitable[Answer]]:
    async def ask(on_wait: OnWait) -> Answer:
        options, words = split_options(typed.split())
        return await incoming.service.answers.tweetlike(handle, " ".join(words), options, asker=incoming.asker)

    return ask


async def write_into(incoming: Incoming, message_id: str, ask: Callable[[OnWait], Awaitable[Answer]]) -> None:
    """Put an answer with its buttons into an inline message. Raises as the service; the message is then as it was."""
    with incoming.service.requests.hold():
        incoming.service.turns.refuse(incoming.asker)
        answer = await ask(lambda position: None)
        buttons = None
        if answer.generation_id is not None:
            handle = mix_text(answer.mixed) if answer.mixed else answer.handle
            facts = handle, answer.prompt, answer.generation_id, len(answer.texts)
            buttons = inline_buttons(*facts, incoming.phrases)
        with suppress(TelegramError):
            await incoming.chats.bot.edit_message_text(
                answer_html(answer, incoming.phrases), inline_message_id=message_id, reply_markup=buttons
            )
        if incoming.update.callback_query:
            await incoming.acknowledge()
