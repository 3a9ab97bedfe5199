"""What every feature on Telegram needs: the application that runs, and the update that is being answered."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter, OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot, CallbackQuery, InlineKeyboardMarkup, Message, Update
from telegram import Chat as TelegramChat
from telegram.constants import ChatAction, ChatType
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError
from telegram.ext import ContextTypes

from bot.platforms.languages import explain_in, phrases_of
from bot.platforms.telegram.messages import PLATFORM, own_html
from bot.service.service import Service
from bot.service.turns import Asker
from data.errors import AdminsOnly, AlreadyAsking, CoolingDown, OperatorsOnly, TweetlikeError
from data.texts.phrases import Phrases
from data.texts.sentence import Audience

log = logging.getLogger(__name__)
TYPING_EVERY_S = 4.5
MAX_PENDING = 8  # updates of one chat that are handled at the same time; others are dropped
REFUSED_EVERY_S = 30.0  # in a group a person is told once in so long to wait; then there is silence
ANSWERED_S = 86_400.0  # that an answered message is remembered, should it be edited
MAX_REMEMBERED = 10_000
Context = ContextTypes.DEFAULT_TYPE


@dataclass(frozen=True)
class Chats:
    """The service, Telegram's `bot`, and the tasks that run beside the handlers."""

    service: Service
    bot: Bot
    watchers: set[asyncio.Task[None]] = field(default_factory=set)
    pending: Counter[int] = field(default_factory=Counter)  # updates that are being handled, by chat
    said: OrderedDict[tuple[object, ...], float] = field(default_factory=OrderedDict)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run it beside everything else, until it ends or `stop` is called."""
        task = asyncio.create_task(work)
        self.watchers.add(task)
        task.add_done_callback(self.watchers.discard)

    async def stop(self) -> None:
        """End what was started."""
        for task in self.watchers:
            task.cancel()
        await asyncio.gather(*self.watchers, return_exceptions=True)

    def answering(self, callback: Callable[[Incoming], Awaitable[None]]) -> Callable[[Update, Context], Any]:
        """A handler of the library, of a function that takes an `Incoming`.

        It is the one place where what a function raises becomes a reply.
        """

        async def handle(update: Update, context: Context) -> None:
            if not self._first_time(update):
                return
            incoming = Incoming(self, update, tuple(context.args or ()))
            with self._place(update) as free:
                if not free:
                    await incoming.turn_away()
                    return
                try:
                    await callback(incoming)
                except Exception as error:  # noqa: BLE001 - logged with its traceback where it is a fault
                    await incoming.tell(error)

        return handle

    @contextmanager
    def _place(self, update: Update) -> Iterator[bool]:
        """One of the few places that a chat has; whether there was one. Whoever floods a chat waits with it alone."""
        chat = update.effective_chat.id if update.effective_chat else None
        free = chat is None or self.pending[chat] < MAX_PENDING
        if chat is None or not free:
            yield free
            return
        self.pending[chat] += 1
        try:
            yield True
        finally:
            self.pending[chat] -= 1
            if not self.pending[chat]:
                del self.pending[chat]

    def _first_time(self, update: Update) -> bool:
        """A message that is edited is answered if it was not before: a slip of the pen was put right."""
        message = update.message or update.edited_message
        if message is None:
            return True
        return self.once(("answered", message.chat_id, message.message_id), ANSWERED_S)

    def once(self, key: tuple[object, ...], every_s: float) -> bool:
        """Whether this was not said within so many seconds; notes that it is said now."""
        now = time.monotonic()
        if self.said.get(key, float("-inf")) > now - every_s:
            return False
        self.said[key] = now
        self.said.move_to_end(key)
        while len(self.said) > MAX_REMEMBERED:
            self.said.popitem(last=False)
        return True


@dataclass
class Incoming:
    """One update: who asks, in which language, with which words after the command, and the ways to answer."""

    chats: Chats
    update: Update
    words: tuple[str, ...] = ()
    acknowledged: bool = False  # whether the button that was pressed has stopped spinning

    @property
    def service(self) -> Service:
        """The use cases."""
        return self.chats.service

    @property
    def message(self) -> Message:
        """The message that was sent, or that a button is under."""
        message = self.update.effective_message
        assert message
        return message

    @property
    def query(self) -> CallbackQuery:
        """The press of a button."""
        query = self.update.callback_query
        assert query
        return query

    @property
    def data(self) -> str:
        """What the pressed button carries."""
        return str(self.query.data)

    @property
    def language(self) -> str | None:
        """What the person has set Telegram to, like "de"."""
        user = self.update.effective_user
        return user.language_code if user else None

    @property
    def phrases(self) -> Phrases:
        """In the person's language."""
        return phrases_of(self.language)

    @property
    def asker(self) -> Asker:
        """Operators need not wait. A pause of the channel is kept in groups: alone with the bot, the person's is.

        Telegram shows all anonymous administrators, and all who write as a channel, as one person: here they are a
        person of their chat or channel.
        """
        user, chat = self.update.effective_user, self.update.effective_chat
        assert user
        person = str(self.written_as.id) if self.written_as else str(user.id)
        group = chat is not None and chat.type != ChatType.PRIVATE
        place = str(chat.id) if chat and group else None
        among_adults = self.is_operator if place is None else True  # in a group, its admins say so with a switch
        return Asker(PLATFORM, person, place, self.is_operator, place, None, among_adults)

    @property
    def written_as(self) -> TelegramChat | None:
        """The group whose anonymous administrator has written, or the channel that somebody writes as."""
        message = self.update.message or self.update.edited_message
        return message.sender_chat if message else None

    @property
    def is_operator(self) -> bool:
        """One of the ids in the settings: those whose machine, money and data it is."""
        user = self.update.effective_user
        return user is not None and user.id in self.service.settings.telegram_admins

    def require_operator(self, action: str) -> None:
        """Raises `OperatorsOnly`."""
        if not self.is_operator:
            raise OperatorsOnly(action)

    async def require_admin(self, action: str) -> None:
        """Operators, and administrators of a group that an operator trusts with voices that all share.

        Anybody can add the bot to a group of their own. Raises `AdminsOnly`.
        """
        user, chat = self.update.effective_user, self.update.effective_chat
        assert user
        assert chat
        if self.is_operator:
            return
        if chat.type != ChatType.PRIVATE and chat.id in self.service.settings.telegram_trusted_groups:
            if self.written_as is not None and self.written_as.id == chat.id:  # an anonymous administrator
                return
            member = await chat.get_member(user.id)
            if member.status in ("creator", "administrator"):
                return
        raise AdminsOnly(action)

    @property
    def allowance(self) -> str | None:
        """The trusted group whose allowance a training comes from; None for an operator."""
        return None if self.is_operator else f"{PLATFORM}:{self.message.chat_id}"

    async def phrases_here(self) -> Phrases:
        """In the language that the admins of the group have chosen for what all read, else the person's."""
        language = (await self.service.places.choices(self.asker.place)).language
        return phrases_of(language or self.language)

    async def reply(self, html: str, buttons: InlineKeyboardMarkup | None = None) -> Message:
        """A new message, in groups as a reply."""
        return await self.message.reply_html(
            html,
            do_quote=self.message.chat.type != ChatType.PRIVATE,
            allow_sending_without_reply=True,
            reply_markup=buttons,
        )

    async def reply_photo(self, photo: Any, caption: str | None = None) -> None:
        """A picture (bytes or a path), in groups as a reply."""
        quote = self.message.chat.type != ChatType.PRIVATE
        await self.message.reply_photo(photo, caption, do_quote=quote, allow_sending_without_reply=True)

    async def acknowledge(self, text: str | None = None, *, alert: bool = False) -> None:
        """End the spinner of the button that was pressed; one pressed while we were away cannot be told any more."""
        self.acknowledged = True
        with suppress(TelegramError):
            await self.query.answer(text and text[:200], show_alert=alert or None)

    @asynccontextmanager
    async def typing(self) -> AsyncIterator[None]:
        """Show "typing …" for the block; it fades after five seconds unless sent again."""

        async def keep_typing() -> None:
            while True:
                with suppress(TelegramError):
                    await self.message.reply_chat_action(ChatAction.TYPING)
                await asyncio.sleep(TYPING_EVERY_S)

        task = asyncio.create_task(keep_typing())
        try:
            yield
        finally:
            task.cancel()

    def explained(self, error: TweetlikeError) -> str:
        """The sentence of a typed error, for the person who asked."""
        return explain_in(self.language, error, Audience.OPERATOR if self.is_operator else Audience.MEMBER)

    async def turn_away(self) -> None:
        """For an update that is dropped: a button stops spinning; a message gets no answer, for others wait already."""
        if self.update.callback_query is not None:
            await self.acknowledge()

    async def tell(self, error: Exception) -> None:
        """Say what went wrong: in a box above the button that was pressed, if it still waits; else as a reply."""
        if isinstance(error, TweetlikeError):
            text = self.explained(error)
        elif isinstance(error, NetworkError) and not isinstance(error, BadRequest):
            log.warning("Telegram cannot be reached: %s", error)
            return
        elif isinstance(error, Forbidden | BadRequest) and (why := _ordinary(error)):
            log.warning("a chat was not answered: %s", why)
            return
        else:
            log.error("an update could not be handled", exc_info=error)
            text = self.phrases.broken
        alone = self.update.effective_chat is None or self.update.effective_chat.type == ChatType.PRIVATE
        hasty = isinstance(error, AlreadyAsking | CoolingDown) and self.update.callback_query is None and not alone
        if hasty and not self.chats.once(("refused", *self.asker.keys()), REFUSED_EVERY_S):
            return
        with suppress(TelegramError):
            if self.update.callback_query is not None and not self.acknowledged:
                self.acknowledged = True
                await self.query.answer(text[:200], show_alert=True)
            elif self.update.effective_message is not None:
                await self.reply(own_html(text))


ORDINARY = {
    "topic_closed": "its topic is closed",
    "not enough rights": "the bot may not write there; give it the right, or remove it",
    "chat_write_forbidden": "the bot may not write there; give it the right, or remove it",
    "have no rights": "the bot may not write there; give it the right, or remove it",
    "chat not found": "it is gone",
    "message to be replied not found": "the question was deleted",
    "message to edit not found": "its message was deleted",
}
"""What Telegram says where nothing is wrong with the program, and what it means."""


def _ordinary(error: Forbidden | BadRequest) -> str | None:
    """The life of chats as one plain line; None for what only a fault explains."""
    if isinstance(error, Forbidden):
        return f"it does not let the bot in ({error.message})"
    return next((meaning for said, meaning in ORDINARY.items() if said in error.message.lower()), None)
