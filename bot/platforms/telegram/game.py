"""Real or fake? on Telegram: rounds of four cards, with a button each."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import TelegramError
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.platforms.languages import ENGLISH
from bot.platforms.phrases import board_lines, result_lines
from bot.platforms.telegram.chat import Chats, Incoming
from bot.platforms.telegram.messages import PLATFORM, html_text, own_html, round_html
from bot.service.safety import neutralise
from data.chat.games import Round, Shown
from data.errors import RoundOver
from data.texts.phrases import Phrases


def handlers(chats: Chats) -> list[BaseHandler[Any, Any, Any]]:
    """The command and its buttons."""
    return [
        CommandHandler("realorfake", chats.answering(_real_or_fake)),
        CommandHandler("leaderboard", chats.answering(_leaderboard)),
        CallbackQueryHandler(chats.answering(_guess), pattern=r"^guess:[0-9]{1,18}:[0-3]$"),
        MessageHandler(filters.StatusUpdate.MIGRATE, chats.answering(_move)),
    ]


async def _real_or_fake(incoming: Incoming) -> None:
    if not incoming.words:
        handles = await incoming.service.directory.examples(1, place=incoming.asker.place)
        asked = incoming.phrases.whose_tweets.format(example=handles[0] if handles else "handle")
        await incoming.reply(own_html(asked))
        return
    service, chat_id = incoming.service, incoming.message.chat_id
    with service.requests.hold():
        service.turns.refuse(incoming.asker)
        async with incoming.typing():
            account, game = await service.games.begin(incoming.words[0], asker=incoming.asker, place=str(chat_id))
        buttons = [
            InlineKeyboardButton(str(card + 1), callback_data=f"guess:{game.id}:{card}")
            for card in range(len(game.cards))
        ]
        phrases = await incoming.phrases_here()
        text = round_html(account.handle, game, phrases=phrases)
        message = await incoming.reply(text, InlineKeyboardMarkup([buttons]))
        await service.games.show_in(game.id, message.chat_id, message.message_id)
        place = message.chat_id, message.message_id
        incoming.chats.start(end_round(incoming.chats, game, *place, phrases))


async def _leaderboard(incoming: Incoming) -> None:
    board = await incoming.service.games.board(incoming.asker, str(incoming.message.chat_id))
    phrases = await incoming.phrases_here()
    lines = [html_text(line) for line in board_lines(board, phrases)]
    await incoming.reply("\n".join((f"<b>{html_text(phrases.board)}</b>", *lines)))


async def _guess(incoming: Incoming) -> None:
    _, round_id, card = incoming.data.split(":")
    name = neutralise(incoming.query.from_user.full_name)
    if not isinstance(message := incoming.query.message, Message):
        raise RoundOver  # of an inline answer, or too old to be shown
    shown = Shown(PLATFORM, str(message.chat.id), str(message.message_id))
    counts = await incoming.service.games.guess(int(round_id), int(card), shown, player=incoming.asker.id, name=name)
    await incoming.acknowledge(incoming.phrases.game_guessed.format(number=int(card) + 1, total=sum(counts)))


async def _move(incoming: Incoming) -> None:
    """A group has become a supergroup, which has another id."""
    if new_id := incoming.message.migrate_to_chat_id:
        await incoming.service.games.move(PLATFORM, str(incoming.message.chat_id), str(new_id))
        await incoming.service.places.moved(f"{PLATFORM}:{incoming.message.chat_id}", f"{PLATFORM}:{new_id}")


async def end_round(chats: Chats, game: Round, chat_id: int, message_id: int, phrases: Phrases = ENGLISH) -> None:
    """When its time is up, show the answer in the message of the round."""
    await asyncio.sleep(max(0.0, game.ends_at - chats.service.context.now()))
    result = await chats.service.games.end(game.id)
    if result is None:
        return
    lines = [html_text(line) for line in result_lines(result, phrases)]
    text = round_html(result.handle, game, lines, phrases)
    with suppress(TelegramError):  # the message is gone
        await chats.bot.edit_message_text(text, chat_id=chat_id, message_id=message_id)
