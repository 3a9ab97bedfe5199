"""Telegram: the bot's life, who asks, and the commands that only tell; answers and the rest are modules beside it."""

from __future__ import annotations

import asyncio
import html
import logging
import secrets
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

from telegram import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeDefault,
    CallbackQuery,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ChatAction, ChatType, ParseMode
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    CommandHandler,
    ContextTypes,
    Defaults,
    Updater,
)

from bot.platforms.languages import broken, explain_in, privacy_words
from bot.platforms.phrases import number_of, status_lines
from bot.platforms.telegram.answers import TelegramAnswers
from bot.platforms.telegram.game import TelegramGame
from bot.platforms.telegram.inline import TelegramInline
from bot.platforms.telegram.messages import (
    PLATFORM,
    html_text,
    language_of,
    models_html,
    score_html,
    within_limit,
)
from bot.platforms.telegram.operators import TelegramOperations
from bot.service.service import Service
from bot.service.turns import Asker
from data.errors import TweetlikeError

log = logging.getLogger(__name__)
TYPING_EVERY_S = 4.5
UPDATES = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY, Update.CHOSEN_INLINE_RESULT]
HELP = (
    "<b>/tweetlike handle how it begins</b>\nfive tweets the account might have written; before the beginning you may "
    "put <code>count=3 creativity=wild seed=7</code>; <code>a+b</code> or <code>a*0.7+b*0.3</code> is a mix\n\n"
    "<b>/realorfake handle</b>\nfind the real tweet among four\n\n"
    "<b>/voices</b>, <b>/models</b>, <b>/status</b>, <b>/privacy</b>\n"
    "the voices there are, their versions and scores, what I am doing, what I keep\n\n"
    "<b>/score handle</b>\nhow close a voice comes to its account, measured\n\n"
    "<b>/retrain handle</b>, <b>/rollback handle</b>, <b>/cancel handle</b>\n"
    "for admins: train a new version, put the one before back, stop a training\n\n"
    "<b>/import</b> (with a file), <b>/schedule handle 6h</b>, <b>/forget handle</b>, <b>/optout handle</b>\n"
    "for operators: add tweets, say how often they are read, delete an account\n\n"
    "Everything I write is made up by a small language model. It is a parody and nobody's words."
)
COMMANDS = [
    BotCommand("tweetlike", "handle and beginning: five tweets (AI parody)"),
    BotCommand("realorfake", "handle: find the real tweet among four"),
    BotCommand("voices", "the voices there are, with search"),
    BotCommand("models", "versions and scores of the voices"),
    BotCommand("score", "handle: how close a voice comes"),
    BotCommand("status", "what I am doing"),
    BotCommand("privacy", "what I keep, and how to opt out"),
    BotCommand("help", "what this bot does"),
]
ADMIN_COMMANDS = [
    *COMMANDS,
    BotCommand("retrain", "handle: train a new version"),
    BotCommand("rollback", "handle: the version before"),
    BotCommand("cancel", "handle: stop a training"),
]

Context = ContextTypes.DEFAULT_TYPE


class TelegramBot:
    """Handlers over one `Application`. `base_url` points to another Bot API server."""

    def __init__(self, service: Service, token: str, base_url: str | None = None) -> None:
        self.service, self.operations, self.games = service, service.operations, service.games
        self._watchers: set[asyncio.Task[None]] = set()
        builder = (
            Application.builder()
            .token(token)
            .rate_limiter(AIORateLimiter(max_retries=3))
            .concurrent_updates(True)
            .defaults(Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)))
        )
        if base_url:
            builder = builder.base_url(base_url).base_file_url(f"{base_url.removesuffix('/bot')}/file/bot")
        self.application = builder.build()
        for name, callback in (
            ("models", self._models),
            ("voices", self._voices),
            ("status", self._status),
            ("privacy", self._privacy),
            ("score", self._score),
            (("help", "start"), self._help),
        ):
            self.application.add_handler(CommandHandler(name, callback))
        self._operations, self._game = TelegramOperations(self), TelegramGame(self)
        answers = TelegramAnswers(self, self._operations.offer_to_fetch)
        for part in (answers, self._operations, self._game, TelegramInline(self)):
            for handler in part.handlers():
                self.application.add_handler(handler)
        self.application.add_error_handler(self._failed)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Poll for updates for the block; go on with progress messages that a restart interrupted."""
        application = self.application
        async with application:
            await application.bot.set_my_commands(COMMANDS, BotCommandScopeDefault())
            await application.bot.set_my_commands(ADMIN_COMMANDS, BotCommandScopeAllChatAdministrators())
            assert application.updater is not None
            await application.start()
            try:
                await self._receive(application.updater)
                for game in await self.games.unfinished(PLATFORM):
                    if game.channel_id and game.message_id:
                        self.start(self._game.end_round(game, int(game.channel_id), int(game.message_id)))
                for job_id, chat_id, message_id in await self.operations.messages_to_update(PLATFORM):
                    self._operations.watch(job_id, int(chat_id), int(message_id))
                yield
            finally:
                if application.updater.running:
                    await application.updater.stop()
                await application.stop()  # first, for a handler that is finishing may begin to watch
                for task in self._watchers:
                    task.cancel()
                await asyncio.gather(*self._watchers, return_exceptions=True)

    async def _receive(self, updater: Updater) -> None:
        """Ask Telegram for updates, or let it send them; then only those count that carry the secret of this start."""
        settings = self.service.settings
        if settings.telegram_webhook_url is None:
            await updater.start_polling(allowed_updates=UPDATES)
            return
        await updater.start_webhook(
            listen=settings.telegram_webhook_listen,
            port=settings.telegram_webhook_port,
            url_path=urlsplit(settings.telegram_webhook_url).path.strip("/"),
            webhook_url=settings.telegram_webhook_url,
            secret_token=secrets.token_urlsafe(32),
            allowed_updates=UPDATES,
        )

    async def alert(self, query: CallbackQuery, error: TweetlikeError) -> None:
        """Say it to the person who pressed, alone."""
        with suppress(TelegramError):
            await query.answer(explain_in(query.from_user.language_code, error)[:200], show_alert=True)

    async def _voices(self, update: Update, context: Context) -> None:
        words = context.args or []
        page = int(words.pop()) if words and words[-1].isdecimal() and len(words[-1]) < 5 else 1
        found = await self.service.voices(" ".join(words), page)
        names = [f"<code>{html.escape(handle)}</code>" for handle in found.handles] or ["None that contains this."]
        more = f"page {found.page} of {found.pages}: /voices {found.page + 1}" if found.page < found.pages else ""
        await self.reply(update, within_limit(f"<b>{number_of(found.total, 'voice')}</b>", ["\n".join(names)], more))

    async def _status(self, update: Update, context: Context) -> None:
        lines = [html_text(line) for line in status_lines(await self.service.status())]
        await self.reply(update, within_limit("<b>Status</b>", lines, ""))

    async def _privacy(self, update: Update, context: Context) -> None:
        await self.reply(update, html_text(privacy_words(language_of(update))))

    async def _models(self, update: Update, context: Context) -> None:
        try:
            found = await self.service.models(context.args[0] if context.args else None)
        except TweetlikeError as error:
            await self.reply(update, html_text(explain_in(language_of(update), error)))
            return
        await self.reply(update, models_html(found))

    async def _score(self, update: Update, context: Context) -> None:
        if not context.args:
            await self.reply(update, "Whose voice? <code>/score handle</code>")
            return
        try:
            score = await self.service.score(context.args[0])
        except TweetlikeError as error:
            await self.reply(update, html_text(explain_in(language_of(update), error)))
            return
        message = update.effective_message
        assert message
        if score.picture is None:
            await self.reply(update, score_html(score))
            return
        await message.reply_photo(
            score.picture,
            caption=score_html(score),
            do_quote=message.chat.type != ChatType.PRIVATE,
            allow_sending_without_reply=True,
        )

    async def _help(self, update: Update, context: Context) -> None:
        await self.reply(update, HELP)

    async def _failed(self, update: object, context: Context) -> None:
        if isinstance(context.error, NetworkError) and not isinstance(context.error, BadRequest):
            log.warning("Telegram cannot be reached: %s", context.error)
            return
        log.error("an update could not be handled", exc_info=context.error)
        if isinstance(update, Update) and update.effective_message:
            with suppress(TelegramError):
                await self.reply(update, broken(language_of(update)))

    def asker_of(self, update: Update) -> Asker:
        """Operators need not wait. A pause of the channel is kept in groups: alone with the bot, the person's is."""
        user, chat = update.effective_user, update.effective_chat
        assert user
        group = chat is not None and chat.type != ChatType.PRIVATE
        return Asker(PLATFORM, str(user.id), str(chat.id) if chat and group else None, self.is_operator(update))

    def is_operator(self, update: Update) -> bool:
        """The ids in the settings: those whose machine, money and data it is."""
        user = update.effective_user
        return user is not None and user.id in self.service.settings.telegram_admins

    async def is_admin(self, update: Update) -> bool:
        """Operators, and administrators of a group if the settings trust them."""
        user, chat = update.effective_user, update.effective_chat
        assert user
        assert chat
        settings = self.service.settings
        if self.is_operator(update):
            return True
        if not settings.telegram_trust_group_admins or chat.type == ChatType.PRIVATE:
            return False
        member = await chat.get_member(user.id)
        return member.status in ("creator", "administrator")

    async def reply(self, update: Update, text: str, buttons: InlineKeyboardMarkup | None = None) -> Any:
        message = update.effective_message
        assert message
        return await message.reply_html(
            text,
            do_quote=message.chat.type != ChatType.PRIVATE,
            allow_sending_without_reply=True,
            reply_markup=buttons,
        )

    @asynccontextmanager
    async def typing(self, update: Update) -> AsyncIterator[None]:
        """Show "typing …" for the block; it fades after five seconds unless sent again."""
        message = update.effective_message
        assert message

        async def keep() -> None:
            while True:
                with suppress(TelegramError):
                    await message.reply_chat_action(ChatAction.TYPING)
                await asyncio.sleep(TYPING_EVERY_S)

        task = asyncio.create_task(keep())
        try:
            yield
        finally:
            task.cancel()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._watchers.add(task)
        task.add_done_callback(self._watchers.discard)
