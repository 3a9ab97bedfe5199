"""Telegram: the bot's life. This file composes the features, which are modules beside it."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    BotCommandScopeDefault,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import Application, Defaults, Updater

from bot.platforms.languages import ENGLISH, LANGUAGES
from bot.platforms.telegram import (
    answers,
    conversation,
    directory,
    game,
    inline,
    operators,
    place_settings,
    plain_text,
    posts,
)
from bot.platforms.telegram.chat import Chats
from bot.platforms.telegram.limits import ChatLimiter
from bot.platforms.telegram.messages import PLATFORM
from bot.platforms.telegram.webhook import listen_for_updates
from bot.service.service import Service

UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.CHOSEN_INLINE_RESULT,
    Update.MY_CHAT_MEMBER,
]
COMMANDS = ("tweetlike", "talk", "realorfake", "leaderboard", "voices", "models", "score", "status", "privacy", "help")
PLACE_COMMANDS = ("settings", "daily", "chime")  # of who manages a group
ADMIN_COMMANDS = (*COMMANDS, "retrain", "rollback", "cancel")
OPERATOR_COMMANDS = (*ADMIN_COMMANDS, "import", "schedule", "forget", "optout")

MAX_UPDATES = 1024  # that are handled at the same time; `chat.MAX_PENDING` of one chat


class TelegramBot:
    """Handlers over one `Application`. `base_url` points to another Bot API server."""

    def __init__(self, service: Service, token: str, base_url: str | None = None) -> None:
        self._limiter = ChatLimiter()
        builder = (
            Application.builder()
            .token(token)
            .rate_limiter(self._limiter)
            .concurrent_updates(MAX_UPDATES)
            .defaults(Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)))
        )
        if base_url:
            builder = builder.base_url(base_url).base_file_url(f"{base_url.removesuffix('/bot')}/file/bot")
        self.application = builder.build()
        self.service = service
        self.chats = Chats(service, self.application.bot)
        for feature in (directory, answers, conversation, operators, game, place_settings, posts, inline, plain_text):
            self.application.add_handlers(feature.handlers(self.chats))

    @asynccontextmanager
    async def running(self, poll_failed: Callable[[TelegramError], None] | None = None) -> AsyncIterator[None]:
        """Receive updates for the block; resume the progress messages and rounds that a restart interrupted.

        `poll_failed` is called with what keeps updates from being read; the library tries again.
        """
        application, updater = self.application, self.application.updater
        assert updater
        async with application, AsyncExitStack() as listening:
            await self._set_menus()
            await application.start()
            posting = asyncio.create_task(posts.keep_posting(self.chats))
            try:
                await self._receive(updater, poll_failed, listening)
                for unfinished in await self.service.games.unfinished(PLATFORM):
                    if unfinished.channel_id and unfinished.message_id:
                        place = int(unfinished.channel_id), int(unfinished.message_id)
                        self.chats.start(game.end_round(self.chats, unfinished, *place))
                for job_id, chat_id, message_id in await self.service.operations.messages_to_update(PLATFORM):
                    self.chats.start(operators.show_progress(self.chats, job_id, int(chat_id), int(message_id), None))
                yield
            finally:
                if updater.running:
                    await updater.stop()
                await listening.aclose()
                self._limiter.close()
                posting.cancel()
                await asyncio.wait([posting])
                await application.stop()  # first, for a handler that is finishing may begin to watch
                await self.chats.stop()

    async def _set_menus(self) -> None:
        """Who may do more is shown more, where they may; a chat that the bot is not in yet is passed over."""
        settings = self.service.settings
        await self._set_menu(COMMANDS, BotCommandScopeDefault())
        await self._set_menu((*COMMANDS, *PLACE_COMMANDS), BotCommandScopeAllChatAdministrators())
        for group_id in settings.telegram_trusted_groups:
            with suppress(BadRequest, Forbidden):
                await self._set_menu((*ADMIN_COMMANDS, *PLACE_COMMANDS), BotCommandScopeChatAdministrators(group_id))
        for operator_id in settings.telegram_admins:
            with suppress(BadRequest, Forbidden):
                await self._set_menu(OPERATOR_COMMANDS, BotCommandScopeChat(operator_id))

    async def _set_menu(self, commands: Sequence[str], scope: BotCommandScope) -> None:
        """In each language; English is for all that have none of their own."""
        for language, phrases in LANGUAGES.items():
            menu = [BotCommand(command, phrases.menu[command]) for command in commands]
            code = None if phrases is ENGLISH else language
            await self.application.bot.set_my_commands(menu, scope, code)

    async def _receive(
        self, updater: Updater, poll_failed: Callable[[TelegramError], None] | None, listening: AsyncExitStack
    ) -> None:
        """Ask Telegram for updates, or let it send them; then only those count that carry the secret of this start."""
        settings, url = self.service.settings, self.service.settings.telegram_webhook_url
        if url is None:
            await updater.start_polling(allowed_updates=UPDATES, error_callback=poll_failed)
            return
        secret = secrets.token_urlsafe(32)
        place = settings.telegram_webhook_listen, settings.telegram_webhook_port
        server = listen_for_updates(self.application, url, secret, *place)
        listening.callback(server.stop)
        listening.push_async_callback(server.close_all_connections)
        await self.application.bot.set_webhook(url, allowed_updates=UPDATES, secret_token=secret)
