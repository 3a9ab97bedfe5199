"""`/talk` on Telegram: two or three voices, one message after the other."""

from __future__ import annotations

from contextlib import aclosing, suppress
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot.platforms.phrases import parody_label
from bot.platforms.telegram.chat import Chats, Incoming
from bot.platforms.telegram.messages import html_text, own_html
from bot.service.conversations import Conversation, Turn
from data.texts.phrases import Phrases

HUSH = "hush:"  # then the conversation's key
PAUSE_S = 4.0  # a group takes twenty messages a minute


def handlers(chats: Chats) -> list[BaseHandler[Any, Any, Any]]:
    """The command, and the button that ends it."""
    return [
        CommandHandler("talk", chats.answering(_talk)),
        CallbackQueryHandler(chats.answering(_stop), pattern=rf"^{HUSH}[0-9a-f]{{16}}$"),
    ]


async def _talk(incoming: Incoming) -> None:
    """`/talk a b how it begins`; `/talk a+b+c how it begins` for three."""
    words, conversations = incoming.words, incoming.service.conversations
    together = bool(words) and "+" in words[0]
    handles, rest = (words[0].split("+"), words[1:]) if together else (list(words[:2]), words[2:])
    topic, phrases = " ".join(rest), await incoming.phrases_here()
    if len(handles) < 2:
        examples = [*await incoming.service.directory.examples(2, place=incoming.asker.place), "handle", "handle"][:2]
        await incoming.reply(own_html(phrases.talk_whose.format(first=examples[0], second=examples[1])))
        return
    conversation = await conversations.begin(handles, topic, asker=incoming.asker)
    head = phrases.talk_head.format(handles=" × ".join(f"@{each}" for each in conversation.handles))
    button = InlineKeyboardButton(f"⏹️ {phrases.talk_stop}", callback_data=f"{HUSH}{conversation.key}")
    text = f"<b>{html_text(head)}</b>" + (f"\n{html_text(topic)} …" if topic else "")
    try:
        first = await incoming.reply(text, InlineKeyboardMarkup([[button]]))
    except BaseException:
        conversations.end(conversation, incoming.asker)
        raise
    incoming.chats.start(_go_on(incoming, conversation, first, phrases))


async def _go_on(incoming: Incoming, conversation: Conversation, first: Message, phrases: Phrases) -> None:
    turns = incoming.service.conversations.turns(conversation, asker=incoming.asker, pause_s=PAUSE_S)
    try:
        async with aclosing(turns):
            async for turn in turns:
                await first.reply_html(turn_html(turn, phrases), do_quote=False)
    except Exception as error:  # noqa: BLE001 - `tell` logs what is a fault
        await incoming.tell(error)


def turn_html(turn: Turn, phrases: Phrases) -> str:
    """Who says what, and that it is made up."""
    who = f"<b>{html_text(turn.display_name[:60])}</b> ({html_text('@' + turn.handle)})"
    return f"{who}: {html_text(turn.text[:1_000])}\n<i>{html_text(parody_label(turn.handle, phrases))}</i>"


async def _stop(incoming: Incoming) -> None:
    """Anybody who reads along may."""
    incoming.service.conversations.stop(incoming.data.removeprefix(HUSH))
    await incoming.acknowledge()
    with suppress(BadRequest):
        await incoming.query.edit_message_reply_markup(None)
