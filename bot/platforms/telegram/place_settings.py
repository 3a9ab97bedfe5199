"""`/settings` on Telegram: what the admins of a group choose for it, in one message with buttons."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from telegram import ChatMember, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ChatType
from telegram.error import BadRequest
from telegram.ext import BaseHandler, CallbackQueryHandler, ChatMemberHandler, CommandHandler

from bot.platforms.languages import LANGUAGES
from bot.platforms.phrases import choices_lines
from bot.platforms.telegram.chat import Chats, Incoming
from bot.platforms.telegram.messages import PLATFORM, html_text, own_html
from data.chat.places import SWITCHES, Choices
from data.errors import OwnPlaceOnly
from data.texts.phrases import Phrases

SWITCH, LANGUAGE = "switch:", "language:"
EVERYBODY = ("all", "alle", "*")  # voices


def handlers(chats: Chats) -> list[BaseHandler[Any, Any, Any]]:
    """The command, its buttons, and the news that the bot was added or removed."""
    return [
        CommandHandler("settings", chats.answering(_settings)),
        CallbackQueryHandler(chats.answering(_switch), pattern=rf"^{SWITCH}(?:{'|'.join(SWITCHES)})$"),
        CallbackQueryHandler(chats.answering(_language), pattern=rf"^{LANGUAGE}[a-z-]{{1,5}}$"),
        ChatMemberHandler(chats.answering(_came_or_went), ChatMemberHandler.MY_CHAT_MEMBER),
    ]


async def own_place(incoming: Incoming) -> str:
    """Raises `OwnPlaceOnly` for whoever is no administrator of this group."""
    place, chat, user = incoming.asker.place, incoming.update.effective_chat, incoming.update.effective_user
    if place is None or chat is None or user is None:
        raise OwnPlaceOnly
    anonymous = incoming.written_as is not None and incoming.written_as.id == chat.id
    if not anonymous and (await chat.get_member(user.id)).status not in (ChatMember.OWNER, ChatMember.ADMINISTRATOR):
        raise OwnPlaceOnly
    return place


async def _settings(incoming: Incoming) -> None:
    """`/settings` shows; `/settings voices a b` and `/settings voices all` choose voices."""
    place, places = await own_place(incoming), incoming.service.places
    what, *handles = " ".join(incoming.words).replace(",", " ").split() or [""]
    if what == "voices" and handles:
        chosen = None if handles[0] in EVERYBODY else handles
        await places.choose_voices(place, chosen, who=incoming.asker.id)
    text, buttons = await _shown(incoming, place, await places.choices(place))
    await incoming.reply(text, buttons)


async def _switch(incoming: Incoming) -> None:
    place, name = await own_place(incoming), incoming.data.removeprefix(SWITCH)
    await _show_again(incoming, place, await incoming.service.places.switch(place, name, who=incoming.asker.id))


async def _language(incoming: Incoming) -> None:
    place, chosen = await own_place(incoming), incoming.data.removeprefix(LANGUAGE)
    language = chosen if chosen in LANGUAGES else None
    choices = await incoming.service.places.choose_language(place, language, who=incoming.asker.id)
    await _show_again(incoming, place, choices)


async def _show_again(incoming: Incoming, place: str, choices: Choices) -> None:
    await incoming.acknowledge()
    text, buttons = await _shown(incoming, place, choices)
    with suppress(BadRequest):  # nothing has changed
        await incoming.query.edit_message_text(text, reply_markup=buttons)


async def _shown(incoming: Incoming, place: str, choices: Choices) -> tuple[str, InlineKeyboardMarkup]:
    phrases = incoming.phrases
    changes = await incoming.service.places.changes(place)
    lines = [f"<b>{own_html(phrases.settings_here)}</b>"]
    lines += [html_text(line) for line in choices_lines(choices, changes, phrases)]
    lines += ["", own_html(phrases.choose_voices_typed)]
    return "\n".join(lines), _buttons(choices, phrases)


def _buttons(choices: Choices, phrases: Phrases) -> InlineKeyboardMarkup:
    switches = [
        InlineKeyboardButton(
            f"{'✅' if getattr(choices, name) else '⬜'} {phrases.switches[name]}", callback_data=f"{SWITCH}{name}"
        )
        for name in SWITCHES
        if name != "plain"  # answers are text here anyway
    ]
    names = {"-": phrases.language_of_each} | {key: each.language_name for key, each in LANGUAGES.items()}
    languages = [
        InlineKeyboardButton(
            f"{'🔘' if key == (choices.language or '-') else '⚪'} {name}", callback_data=f"{LANGUAGE}{key}"
        )
        for key, name in names.items()
    ]
    return InlineKeyboardMarkup([*([button] for button in switches), languages])


async def _came_or_went(incoming: Incoming) -> None:
    """What was chosen for a group that the bot has left is forgotten after a month."""
    member = incoming.update.my_chat_member
    if member is None or member.chat.type == ChatType.PRIVATE:
        return
    place = f"{PLATFORM}:{member.chat.id}"
    gone = member.new_chat_member.status in (ChatMember.LEFT, ChatMember.BANNED)
    await (incoming.service.places.left(place) if gone else incoming.service.places.back(place))
