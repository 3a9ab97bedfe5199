"""What the bot says by itself on Telegram: `/daily` and `/chime`, and the posts that come of them."""

from __future__ import annotations

import logging
from typing import Any

from telegram.error import TelegramError
from telegram.ext import BaseHandler, CommandHandler, MessageHandler, filters

from bot.platforms.languages import phrases_of
from bot.platforms.phrases import chime_words, dailies_lines
from bot.platforms.telegram.chat import Chats, Incoming
from bot.platforms.telegram.messages import PLATFORM, answer_buttons, answer_html, own_html
from bot.platforms.telegram.place_settings import own_place
from data.chat.posts import Daily
from data.errors import TweetlikeError

log = logging.getLogger(__name__)
LOOK_EVERY_S = 60.0


def handlers(chats: Chats) -> list[BaseHandler[Any, Any, Any]]:
    """The commands, and what people say to each other where Telegram lets the bot hear it."""
    talk = filters.ChatType.GROUPS & filters.TEXT & ~filters.COMMAND & ~filters.VIA_BOT & filters.UpdateType.MESSAGE
    return [
        CommandHandler("daily", chats.answering(_daily)),
        CommandHandler("chime", chats.answering(_chime)),
        MessageHandler(talk & ~filters.REPLY, chats.answering(_chime_in)),
    ]


async def _daily(incoming: Incoming) -> None:
    """`/daily` says what is posted here; `/daily handle 09:00 Europe/Berlin` and `/daily handle off` change it."""
    place, posts = await own_place(incoming), incoming.service.posts
    handle, time, zone = (*incoming.words, *("", "09:00", "UTC")[len(incoming.words) :])[:3]
    found = await (posts.set_daily(incoming.asker, handle, time, zone) if handle else posts.dailies(place))
    await incoming.reply("\n".join(own_html(line) for line in dailies_lines(found, incoming.phrases)))


async def _chime(incoming: Incoming) -> None:
    """`/chime handle 1%`, and `/chime off`."""
    await own_place(incoming)
    handle, often = (*incoming.words, *("off", "1%")[len(incoming.words) :])[:2]
    on = await incoming.service.posts.choose_chime(incoming.asker, handle, often)
    await incoming.reply(own_html(chime_words(handle if on else None, often, incoming.phrases)))


async def _chime_in(incoming: Incoming) -> None:
    """Perhaps answer a message that was not for the bot."""
    try:
        answer = await incoming.service.posts.chime(incoming.asker)
    except TweetlikeError as error:  # nobody has asked, so nobody is told
        log.warning("a voice did not chime in: %s", type(error).__name__)
        return
    except Exception as error:
        log.error("a voice did not chime in", exc_info=error)
        return
    if answer is not None:
        phrases = await incoming.phrases_here()
        await incoming.reply(answer_html(answer, phrases), answer_buttons(answer, phrases))


async def keep_posting(chats: Chats) -> None:
    """Post what is due, for ever."""

    async def post(daily: Daily) -> None:
        answer = await chats.service.posts.write(daily, among_adults=True)  # a group's switch says so
        phrases = phrases_of((await chats.service.places.choices(daily.place)).language)
        html, buttons = answer_html(answer, phrases), answer_buttons(answer, phrases)
        try:
            await chats.bot.send_message(int(daily.channel), html, reply_markup=buttons)
        except TelegramError as error:  # the group is gone, or the bot may not write there
            log.warning("a tweet of the day was not posted: %s", error)

    await chats.service.posts.keep_posting(PLATFORM, post, LOOK_EVERY_S)
