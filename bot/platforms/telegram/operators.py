"""Telegram for those who look after the accounts: commands, and the messages that follow a job."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from telegram import InlineKeyboardMarkup, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from bot.platforms.languages import explain_in
from bot.platforms.phrases import forget_question, imported_words, offer_words, scheduled_words
from bot.platforms.telegram.messages import PLATFORM, html_text, language_of, one_button
from data.errors import NotAllowed, TweetlikeError, UnknownAccount, UnknownGeneration
from data.jobs.progress import describe_job
from data.jobs.queue import Job

if TYPE_CHECKING:
    from bot.platforms.telegram.bot import TelegramBot

log = logging.getLogger(__name__)
PROGRESS_EVERY_S = 5.0
FETCH = "fetch:"  # then the handle
FORGET, OPT_OUT = "forget:", "optout:"  # then the account's id
MOST_UPLOAD_BYTES = 20_000_000  # that bots may download from Telegram

Context = ContextTypes.DEFAULT_TYPE


class TelegramOperations:
    """Who may is checked here, at each command and each press of a button."""

    def __init__(self, bot: TelegramBot) -> None:
        self._bot = bot

    def handlers(self) -> list[BaseHandler[Any, Any, Any]]:
        return [
            CommandHandler("retrain", self._retrain),
            CommandHandler("rollback", self._rollback),
            CommandHandler("cancel", self._cancel),
            CommandHandler("import", self._import),
            MessageHandler(filters.Document.ALL & filters.CaptionRegex(r"^/import(@\w+)?(\s|$)"), self._import),
            CommandHandler("schedule", self._schedule),
            CommandHandler(("forget", "optout"), self._forget),
            CallbackQueryHandler(self._forget_now, pattern=rf"^({FORGET}|{OPT_OUT})[0-9]+$"),
            CallbackQueryHandler(self._fetch, pattern=rf"^{FETCH}[a-z0-9_.@-]{{1,58}}$"),
        ]

    async def _retrain(self, update: Update, context: Context) -> None:
        assert update.effective_user
        try:
            if not await self._bot.is_admin(update):
                raise NotAllowed("retrain a voice")
            if not context.args:
                await self._bot.reply(update, "Which voice? <code>/retrain handle</code>")
                return
            job = await self._bot.operations.retrain(context.args[0], requester=f"telegram:{update.effective_user.id}")
        except TweetlikeError as error:
            await self._bot.reply(update, html_text(explain_in(language_of(update), error)))
            return
        await self.follow(update, job)

    async def follow(self, update: Update, job: Job) -> None:
        """Show how the job goes in a message of its own."""
        text = html_text(describe_job(job))
        message = await self._bot.reply(update, text)
        await self._bot.operations.show_job_in(job.id, PLATFORM, message.chat_id, message.message_id)
        self.watch(job.id, message.chat_id, message.message_id, shown=text)

    async def _import(self, update: Update, context: Context) -> None:
        message = update.effective_message
        assert message
        replied = message.reply_to_message
        document = message.document or (replied.document if replied else None)
        words = (message.text or message.caption or "").split()[1:]

        async def do() -> str:
            if document is None:
                return "Send the file with /import handle as its caption, or reply to it with /import handle."
            if (document.file_size or 0) > MOST_UPLOAD_BYTES:
                return "Telegram gives bots files of up to 20 MB. Import it where I run: tweetlike import."
            file = await document.get_file()
            name = document.file_name or "file"
            handle = words[0] if words else None
            return imported_words(await self._bot.operations.import_upload(name, handle, file.download_to_drive))

        await self._if_allowed(update, "import tweets", self._bot.is_operator(update), do)

    async def _schedule(self, update: Update, context: Context) -> None:
        words = context.args or []

        async def do() -> str:
            if len(words) < 2:
                return "Like this: /schedule handle 6h (or 30m, 2d, a cron text in UTC, off)"
            return scheduled_words(await self._bot.operations.schedule(words[0], " ".join(words[1:])))

        await self._if_allowed(update, "change the schedule", self._bot.is_operator(update), do)

    async def _forget(self, update: Update, context: Context) -> None:
        message = update.effective_message
        assert message
        opt_out = (message.text or "").lower().startswith("/optout")
        try:
            if not self._bot.is_operator(update):
                raise NotAllowed("delete an account")
            if not context.args:
                await self._bot.reply(update, "Which account? <code>/forget handle</code>")
                return
            account = await self._bot.operations.stored(context.args[0])
        except TweetlikeError as error:
            text = explain_in(language_of(update), error)
            if opt_out and isinstance(error, UnknownAccount):  # there is nothing to lose, so nothing to ask
                text = f"@{await self._bot.operations.forget(error.handle, opt_out=True)} has opted out."
            await self._bot.reply(update, html_text(text))
            return
        data = f"{OPT_OUT if opt_out else FORGET}{account.id}"
        question = forget_question(account.handle, opt_out)
        await self._bot.reply(update, html_text(question), one_button("🗑️ Delete", data))

    async def _forget_now(self, update: Update, context: Context) -> None:
        query = update.callback_query
        assert query
        assert query.data
        kind, _, account_id = query.data.partition(":")
        opt_out = f"{kind}:" == OPT_OUT
        try:
            if not self._bot.is_operator(update):
                raise NotAllowed("delete an account")
            handles = [s.account.handle for s in await self._bot.service.models() if s.account.id == int(account_id)]
            if not handles:
                raise UnknownGeneration(0)
            handle = await self._bot.operations.forget(handles[0], opt_out=opt_out)
        except TweetlikeError as error:
            await query.answer(explain_in(query.from_user.language_code, error)[:200], show_alert=True)
            return
        with suppress(TelegramError):
            await query.answer()
        await query.edit_message_text(
            html_text(f"@{handle} is forgotten" + (" and has opted out." if opt_out else "."))
        )

    async def _if_allowed(self, update: Update, action: str, may: bool, do: Callable[[], Awaitable[str]]) -> None:
        """Check, do, and tell how it went."""
        try:
            if not may:
                raise NotAllowed(action)
            async with self._bot.typing(update):
                text = await do()
        except TweetlikeError as error:
            text = explain_in(language_of(update), error)
        await self._bot.reply(update, html_text(text))

    async def _rollback(self, update: Update, context: Context) -> None:
        words = context.args or []

        async def do() -> str:
            if not words:
                return "Which voice? /rollback handle"
            version = await self._bot.operations.rollback(words[0])
            return f"@{words[0].removeprefix('@')}: version {version.number} is live again."

        await self._if_allowed(update, "roll a voice back", await self._bot.is_admin(update), do)

    async def _cancel(self, update: Update, context: Context) -> None:
        words = context.args or []

        async def do() -> str:
            if not words:
                return "Which account? /cancel handle"
            return describe_job(await self._bot.operations.cancel_all(words[0]))

        await self._if_allowed(update, "cancel a training", await self._bot.is_admin(update), do)

    async def offer_to_fetch(self, update: Update, error: UnknownAccount) -> tuple[str, InlineKeyboardMarkup] | None:
        """A button to fetch and train the account, where an operator asks and its source is switched on."""
        data = FETCH + error.handle
        if not self._bot.is_operator(update) or len(data) > 64:
            return None
        try:
            costs = await self._bot.operations.offer(error.handle)
        except TweetlikeError:
            return None
        return html_text(offer_words(error, costs)), one_button("📥 Fetch and train", data)

    async def _fetch(self, update: Update, context: Context) -> None:
        query = update.callback_query
        assert query
        assert query.data
        try:
            if not self._bot.is_operator(update):
                raise NotAllowed("download an account")
            job = await self._bot.operations.fetch(
                query.data.removeprefix(FETCH), requester=f"telegram:{query.from_user.id}"
            )
        except TweetlikeError as error:
            await query.answer(explain_in(query.from_user.language_code, error)[:200], show_alert=True)
            return
        with suppress(TelegramError):
            await query.answer()
        await self.follow(update, job)

    def watch(self, job_id: int, chat_id: int, message_id: int, shown: str | None = None) -> None:
        self._bot.start(self._show_progress(job_id, chat_id, message_id, shown))

    async def _send_curve(self, job: Job, chat_id: int, message_id: int) -> None:
        """The picture of how the training went, in answer to the message that followed it."""
        curve = await self._bot.operations.curve(job)
        if curve is not None:
            with suppress(TelegramError):
                await self._bot.application.bot.send_photo(
                    chat_id, curve, reply_to_message_id=message_id, allow_sending_without_reply=True
                )

    async def _show_progress(self, job_id: int, chat_id: int, message_id: int, shown: str | None) -> None:
        """Edit the message as the job goes on; the last edit says how it ended. `shown` is what it says now."""
        while True:
            try:
                job = await self._bot.operations.job(job_id)
                text = html_text(describe_job(job)[:3000])
                if text != shown:
                    await self._bot.application.bot.edit_message_text(text, chat_id=chat_id, message_id=message_id)
                    shown = text
            except BadRequest as error:
                if "not modified" not in str(error).lower():
                    await self._bot.operations.forget_message(job_id, PLATFORM, message_id)
                    return
                shown = text
                continue
            except (TweetlikeError, Forbidden, ChatMigrated):
                await self._bot.operations.forget_message(job_id, PLATFORM, message_id)
                return
            except TelegramError as error:
                log.warning("a progress message could not be edited (%s); trying again", type(error).__name__)
            else:
                if not job.active:
                    await self._bot.operations.forget_message(job_id, PLATFORM, message_id)
                    await self._send_curve(job, chat_id, message_id)
                    return
            await asyncio.sleep(PROGRESS_EVERY_S)
