"""Telegram's commands that only tell: help, the voices, their scores, what the bot is doing and keeps."""

from __future__ import annotations

import html
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot.platforms.phrases import privacy_words, status_lines
from bot.platforms.telegram.answers import write
from bot.platforms.telegram.chat import Chats, Incoming
from bot.platforms.telegram.inline import SHOW_VOICES
from bot.platforms.telegram.messages import (
    html_text,
    models_html,
    own_html,
    score_html,
    voice_buttons,
    within_limit,
)
from bot.service.directory import ModelPage, VoicePage
from data.errors import AdminsOnly
from data.texts.phrases import Phrases, number_of

PAGE, MODELS = "voices:", "models:"  # then the page; of voices, what is searched for
MAX_SEARCHED = 50  # bytes of a search that a button carries


def handlers(chats: Chats) -> list[BaseHandler[Any, Any, Any]]:
    """The commands of this file."""
    return [
        CommandHandler("models", chats.answering(_models)),
        CommandHandler("voices", chats.answering(_voices)),
        CallbackQueryHandler(chats.answering(_turn_page), pattern=rf"^{PAGE}[0-9]{{1,4}}:"),
        CallbackQueryHandler(chats.answering(_turn_models), pattern=rf"^{MODELS}[0-9]{{1,4}}$"),
        CommandHandler("status", chats.answering(_status)),
        CommandHandler("privacy", chats.answering(_privacy)),
        CommandHandler("score", chats.answering(_score)),
        CommandHandler(("help", "start"), chats.answering(_help)),
    ]


async def _voices(incoming: Incoming) -> None:
    words = list(incoming.words)
    page = int(words.pop()) if words and words[-1].isdecimal() and len(words[-1]) < 5 else 1
    search = " ".join(words)
    await incoming.reply(
        *_page(
            await incoming.service.directory.voices(search, page, place=incoming.asker.place), search, incoming.phrases
        )
    )


async def _turn_page(incoming: Incoming) -> None:
    _, page, search = incoming.data.split(":", 2)
    found = await incoming.service.directory.voices(search, int(page), place=incoming.asker.place)
    await incoming.acknowledge()
    text, buttons = _page(found, search, incoming.phrases)
    await incoming.query.edit_message_text(text, reply_markup=buttons)


def _page(found: VoicePage, search: str, phrases: Phrases) -> tuple[str, InlineKeyboardMarkup | None]:
    """A page of handles, and buttons to the pages before and after."""
    names = [f"<code>{html.escape(handle)}</code>" for handle in found.handles] or [phrases.voices_none]
    where = phrases.page.format(page=found.page, pages=found.pages) if found.pages > 1 else ""
    text = within_limit(f"<b>{number_of(phrases.voices, found.total)}</b>", ["\n".join(names)], where)
    typed = search.encode()[:MAX_SEARCHED].decode(errors="ignore")
    return text, _page_buttons(found, lambda page: f"{PAGE}{page}:{typed}")


def _page_buttons(found: VoicePage | ModelPage, data: Callable[[int], str]) -> InlineKeyboardMarkup | None:
    pages = [("◀", found.page - 1)] if found.page > 1 else []
    pages += [("▶", found.page + 1)] if found.page < found.pages else []
    buttons = [InlineKeyboardButton(face, callback_data=data(page)) for face, page in pages]
    return InlineKeyboardMarkup([buttons]) if buttons else None


async def _status(incoming: Incoming) -> None:
    lines = status_lines(await incoming.service.directory.status(), incoming.phrases)
    await incoming.reply(within_limit("<b>Status</b>", [html_text(line) for line in lines], ""))


async def _privacy(incoming: Incoming) -> None:
    words = privacy_words(incoming.service.settings.keep_answers_days, incoming.phrases)
    await incoming.reply(own_html(words))


async def _models(incoming: Incoming) -> None:
    handle = incoming.words[0] if incoming.words else None
    found = await incoming.service.directory.models(handle)
    await incoming.reply(models_html(found, incoming.phrases), _page_buttons(found, lambda page: f"{MODELS}{page}"))


async def _turn_models(incoming: Incoming) -> None:
    found = await incoming.service.directory.models(page=int(incoming.data.partition(":")[2]))
    await incoming.acknowledge()
    buttons = _page_buttons(found, lambda page: f"{MODELS}{page}")
    await incoming.query.edit_message_text(models_html(found, incoming.phrases), reply_markup=buttons)


async def _score(incoming: Incoming) -> None:
    if not incoming.words:
        handles = await incoming.service.directory.examples(1, place=incoming.asker.place)
        await incoming.reply(own_html(incoming.phrases.score_of.format(example=handles[0] if handles else "handle")))
        return
    score = await incoming.service.directory.score(incoming.words[0])
    if score.picture is None:
        await incoming.reply(score_html(score, incoming.phrases))
    else:
        await incoming.reply_photo(score.picture, score_html(score, incoming.phrases))


async def _help(incoming: Incoming) -> None:
    linked = bool(incoming.words) and (incoming.message.text or "").startswith("/start")
    if linked and incoming.words[0] == SHOW_VOICES:
        await incoming.reply(
            *_page(await incoming.service.directory.voices(place=incoming.asker.place), "", incoming.phrases)
        )
    elif linked:  # a link like t.me/bot?start=handle
        await write(incoming, incoming.words[0], [])
    else:
        phrases = incoming.phrases
        parts = [phrases.help_asking, phrases.help_mix, phrases.help_talking, phrases.help_talk]
        parts += [phrases.help_game, phrases.help_looking, phrases.help_score]
        with suppress(AdminsOnly):
            await incoming.require_admin("read this")
            parts.append(phrases.help_admins)
        if incoming.is_operator:
            parts.append(phrases.help_operators)
        handles = await incoming.service.directory.examples(place=incoming.asker.place)
        text = "\n\n".join(own_html(part) for part in (*parts, phrases.help_parody, phrases.help_start))
        await incoming.reply(text, voice_buttons(handles))
