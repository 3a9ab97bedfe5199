"""Text without a command, alone with the bot: a handle and how it begins, else a hint; and links into the bot."""

from __future__ import annotations

from typing import Any

from telegram.ext import BaseHandler, MessageHandler, filters

from bot.platforms.telegram.answers import talk
from bot.platforms.telegram.chat import Chats, Incoming
from bot.platforms.telegram.messages import own_html, voice_buttons
from bot.service.safety import neutralise


def handlers(chats: Chats) -> list[BaseHandler[Any, Any, Any]]:
    """What people write to the bot alone."""
    alone = filters.ChatType.PRIVATE & filters.TEXT & ~filters.COMMAND & ~filters.VIA_BOT
    unknown = filters.ChatType.PRIVATE & filters.COMMAND
    return [
        MessageHandler(alone, chats.answering(_read)),
        MessageHandler(unknown, chats.answering(_hint)),  # no other handler has taken it
    ]


async def _read(incoming: Incoming) -> None:
    """`sample My dream is` is asked for as with `/tweetlike`; all else goes on in the voice that answered last."""
    if not await talk(incoming, incoming.message.text or "", only_named=not incoming.service.settings.talking):
        await _hint(incoming)


async def _hint(incoming: Incoming) -> None:
    voices = await incoming.service.directory.examples(place=incoming.asker.place)
    hint = incoming.phrases.hint.format(example=neutralise(voices[0]) if voices else "handle")
    await incoming.reply(own_html(hint), voice_buttons(voices))
