"""Telegram's commands that only tell: help, the voices, their scores, what the bot is doing and keeps."""

from __future__ import annotations

import html
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot.platforms.languages import privacy_words
from bot.platforms.phrases import number_of, status_lines
from bot.platforms.telegram.answers import write
from bot.platforms.telegram.chat import Chats, Incoming
from bot.platforms.telegram.inline import SHOW_VOICES
from bot.platforms.telegram.messages import html_text, models_html, own_html, score_html, within_limit
from bot.service.directory import ModelPage, VoicePage
from data.errors import AdminsOnly

PAGE, MODELS = "voices:", "models:"  # then the page; of voices, what is searched for
MAX_SEARCHED = 50  # bytes of a search that a button carries
HELP = (
    "<b>/tweetlike handle how it begins</b>\nwrites five tweets the account might have written; before the beginning "
    "you may put <code>count=3 creativity=wild seed=7</code>; <code>a+b</code> or <code>a*0.7+b*0.3</code> is a mix\n\n"
    "<b>/realorfake handle</b>\nfind the real tweet among four\n\n"
    "<b>/voices</b>, <b>/models</b>, <b>/status</b>, <b>/privacy</b>\n"
    "the voices there are, their versions and scores, what I am doing, what I keep\n\n"
    "<b>/score handle</b>\nhow close a voice comes to its account, measured\n\n"
)
HELP_FOR_ADMINS = (
    "<b>/retrain handle</b>, <b>/rollback handle</b>, <b>/cancel handle</b>\n"
    "train a new version, go back to the previous one, stop a training\n\n"
)
HELP_FOR_OPERATORS = (
    "<b>/import</b> (with a file), <b>/schedule handle 6h</b>, <b>/forget handle</b>, <b>/optout handle</b>\n"
    "add tweets, set how often they are refreshed, delete an account\n\n"
)
PARODY = "Everything I write is made up by a small language model. It is a parody and nobody's words."


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
    await incoming.reply(*_page(await incoming.service.directory.voices(search, page), search))


async def _turn_page(incoming: Incoming) -> None:
    _, page, search = incoming.data.split(":", 2)
    found = await incoming.service.directory.voices(search, int(page))
    await incoming.acknowledge()
    text, buttons = _page(found, search)
    await incoming.query.edit_message_text(text, reply_markup=buttons)


def _page(found: VoicePage, search: str) -> tuple[str, InlineKeyboardMarkup | None]:
    """A page of handles, and buttons to the pages before and after."""
    names = [f"<code>{html.escape(handle)}</code>" for handle in found.handles] or ["No voice contains this."]
    where = f"page {found.page} of {found.pages}" if found.pages > 1 else ""
    text = within_limit(f"<b>{number_of(found.total, 'voice')}</b>", ["\n".join(names)], where)
    typed = search.encode()[:MAX_SEARCHED].decode(errors="ignore")
    return text, _page_buttons(found, lambda page: f"{PAGE}{page}:{typed}")


def _page_buttons(found: VoicePage | ModelPage, data: Callable[[int], str]) -> InlineKeyboardMarkup | None:
    pages = [("◀", found.page - 1)] if found.page > 1 else []
    pages += [("▶", found.page + 1)] if found.page < found.pages else []
    buttons = [InlineKeyboardButton(face, callback_data=data(page)) for face, page in pages]
    return InlineKeyboardMarkup([buttons]) if buttons else None


async def _status(incoming: Incoming) -> None:
    lines = [html_text(line) for line in status_lines(await incoming.service.directory.status())]
    await incoming.reply(within_limit("<b>Status</b>", lines, ""))


async def _privacy(incoming: Incoming) -> None:
    await incoming.reply(own_html(privacy_words(incoming.language)))


async def _models(incoming: Incoming) -> None:
    handle = incoming.words[0] if incoming.words else None
    found = await incoming.service.directory.models(handle)
    await incoming.reply(models_html(found), _page_buttons(found, lambda page: f"{MODELS}{page}"))


async def _turn_models(incoming: Incoming) -> None:
    found = await incoming.service.directory.models(page=int(incoming.data.partition(":")[2]))
    await incoming.acknowledge()
    buttons = _page_buttons(found, lambda page: f"{MODELS}{page}")
    await incoming.query.edit_message_text(models_html(found), reply_markup=buttons)


async def _score(incoming: Incoming) -> None:
    if not incoming.words:
        await incoming.reply("Whose voice? <code>/score handle</code>")
        return
    score = await incoming.service.directory.score(incoming.words[0])
    if score.picture is None:
        await incoming.reply(score_html(score))
    else:
        await incoming.reply_photo(score.picture, score_html(score))


async def _help(incoming: Incoming) -> None:
    linked = bool(incoming.words) and (incoming.message.text or "").startswith("/start")
    if linked and incoming.words[0] == SHOW_VOICES:
        await incoming.reply(*_page(await incoming.service.directory.voices(), ""))
    elif linked:  # a link like t.me/bot?start=handle
        await write(incoming, incoming.words[0], [])
    else:
        shown = HELP
        with suppress(AdminsOnly):
            await incoming.require_admin("read this")
            shown += HELP_FOR_ADMINS
        await incoming.reply(shown + (HELP_FOR_OPERATORS if incoming.is_operator else "") + PARODY)
