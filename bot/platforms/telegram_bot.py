"""Telegram: commands with HTML answers, the typing action while writing, and one message that follows a training."""

from __future__ import annotations

import asyncio
import html
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any

from telegram import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeDefault,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    Update,
)
from telegram.constants import ChatAction, ChatType, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    Defaults,
)

from bot.generation.generator import OnWait
from bot.options import split_options
from bot.safety import neutralise, parody_label
from bot.service import AccountStatus, Answer, Score, Service
from bot.words import APART, day, in_line, score_lines, voice_state
from data.errors import NotAllowed, TweetlikeError, UnknownGeneration
from data.progress import describe_job
from data.wording import explain

log = logging.getLogger(__name__)
PLATFORM = "telegram"
PROGRESS_EVERY_S = 5.0
TYPING_EVERY_S = 4.5
BROKEN = "Something broke. The operator finds the reason in the log."
AGAIN = "again:"  # then the generation's id
MESSAGE_UNITS = 4096  # UTF-16 code units
CAPTION_UNITS = 1024
HELP = (
    "<b>/tweetlike handle how it begins</b>\nfive tweets the account might have written; before the beginning you may "
    "put <code>count=3 creativity=wild seed=7</code>\n\n"
    "<b>/models</b>\nthe voices there are, their versions and scores\n\n"
    "<b>/score handle</b>\nhow close a voice comes to its account, measured\n\n"
    "<b>/retrain handle</b>\nfor admins: read new tweets and train a new version\n\n"
    "Everything I write is made up by a small language model. It is a parody and nobody's words."
)
COMMANDS = [
    BotCommand("tweetlike", "handle and beginning: five tweets (AI parody)"),
    BotCommand("models", "the voices there are"),
    BotCommand("score", "handle: how close a voice comes"),
    BotCommand("help", "what this bot does"),
]
ADMIN_COMMANDS = [*COMMANDS, BotCommand("retrain", "handle: train a new version")]

Context = ContextTypes.DEFAULT_TYPE


class TelegramBot:
    """Handlers over one `Application`. `base_url` points to another Bot API server."""

    def __init__(self, service: Service, token: str, base_url: str | None = None) -> None:
        self.service = service
        self._watchers: set[asyncio.Task[None]] = set()
        builder = (
            Application.builder()
            .token(token)
            .rate_limiter(AIORateLimiter(max_retries=3))
            .concurrent_updates(True)
            .defaults(Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)))
        )
        if base_url:
            builder = builder.base_url(base_url)
        self.application = builder.build()
        for names, callback in (
            (("tweetlike",), self._tweetlike),
            (("retrain",), self._retrain),
            (("models", "voices"), self._models),
            (("score",), self._score),
            (("help", "start"), self._help),
        ):
            self.application.add_handler(CommandHandler(names, callback))
        self.application.add_handler(CallbackQueryHandler(self._again, pattern=rf"^{AGAIN}[0-9]{{1,18}}$"))
        self.application.add_error_handler(self._failed)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Poll for updates for the block; go on with progress messages that a restart interrupted."""
        application = self.application
        async with application:
            await application.bot.set_my_commands(COMMANDS, BotCommandScopeDefault())
            await application.bot.set_my_commands(ADMIN_COMMANDS, BotCommandScopeAllChatAdministrators())
            for job_id, chat_id, message_id in await self.service.messages_to_update(PLATFORM):
                self._watch(job_id, int(chat_id), int(message_id))
            await application.start()
            assert application.updater is not None
            await application.updater.start_polling(allowed_updates=[Update.MESSAGE, Update.CALLBACK_QUERY])
            try:
                yield
            finally:
                await application.updater.stop()
                await application.stop()  # first, for a handler that is finishing may begin to watch
                for task in self._watchers:
                    task.cancel()
                await asyncio.gather(*self._watchers, return_exceptions=True)

    async def _tweetlike(self, update: Update, context: Context) -> None:
        arguments = (context.args or [])[:]
        if not arguments:
            handles = await self.service.suggest_handles("", 20)
            voices = ", ".join(f"<code>{handle}</code>" for handle in handles) or "none yet"
            await self._reply(update, f"Whose voice? Try <code>/tweetlike handle My dream is</code>\nVoices: {voices}")
            return

        async def ask(on_wait: OnWait, requester: str) -> Answer:
            options, words = split_options(arguments[1:])
            return await self.service.tweetlike(
                arguments[0], " ".join(words), options, platform=PLATFORM, requester=requester, on_wait=on_wait
            )

        await self._show_answer(update, ask)

    async def _again(self, update: Update, context: Context) -> None:
        query = update.callback_query
        assert query
        assert query.data
        generation_id = int(query.data.removeprefix(AGAIN))
        shown = isinstance(query.message, Message) and query.message.reply_markup
        real = shown and any(query.data == button.callback_data for row in shown.inline_keyboard for button in row)
        with suppress(TelegramError):  # a button pressed while we were away is answered late
            if not real:  # the message is out of reach, or somebody made the query up
                await query.answer(explain(UnknownGeneration(generation_id)), show_alert=True)
            else:
                await query.answer()
        if not real:
            return

        async def ask(on_wait: OnWait, requester: str) -> Answer:
            return await self.service.again(generation_id, platform=PLATFORM, requester=requester, on_wait=on_wait)

        await self._show_answer(update, ask)

    async def _show_answer(self, update: Update, ask: Callable[[OnWait, str], Awaitable[Answer]]) -> None:
        """Typing at once, the place in line if there is one, then the answer in that same message."""
        notices: list[asyncio.Task[Any]] = []
        assert update.effective_user

        def waiting(position: int) -> None:
            notices.append(asyncio.create_task(self._reply(update, in_line(position))))

        buttons = None
        async with self._typing(update):
            try:
                answer = await ask(waiting, str(update.effective_user.id))
                text = answer_html(answer)
                button = InlineKeyboardButton("🔁 Again", callback_data=f"{AGAIN}{answer.generation_id}")
                buttons = InlineKeyboardMarkup([[button]])
            except TweetlikeError as error:
                text = _text(explain(error))
            except Exception:
                log.exception("an update could not be handled")
                text = BROKEN
        for notice in await asyncio.gather(*notices, return_exceptions=True):
            if isinstance(notice, Message):
                with suppress(BadRequest):  # it was deleted meanwhile
                    await notice.edit_text(text, reply_markup=buttons)
                    return
        await self._reply(update, text, buttons)

    async def _retrain(self, update: Update, context: Context) -> None:
        assert update.effective_user
        try:
            if not await self._is_admin(update):
                raise NotAllowed("retrain a voice")
            if not context.args:
                await self._reply(update, "Which voice? <code>/retrain handle</code>")
                return
            job = await self.service.retrain(context.args[0], requester=f"telegram:{update.effective_user.id}")
        except TweetlikeError as error:
            await self._reply(update, _text(explain(error)))
            return
        text = _text(describe_job(job))
        message = await self._reply(update, text)
        await self.service.show_job_in(job.id, PLATFORM, message.chat_id, message.message_id)
        self._watch(job.id, message.chat_id, message.message_id, shown=text)

    async def _models(self, update: Update, context: Context) -> None:
        try:
            found = await self.service.models(context.args[0] if context.args else None)
        except TweetlikeError as error:
            await self._reply(update, _text(explain(error)))
            return
        await self._reply(update, models_html(found))

    async def _score(self, update: Update, context: Context) -> None:
        if not context.args:
            await self._reply(update, "Whose voice? <code>/score handle</code>")
            return
        try:
            score = await self.service.score(context.args[0])
        except TweetlikeError as error:
            await self._reply(update, _text(explain(error)))
            return
        message = update.effective_message
        assert message
        if score.picture is None:
            await self._reply(update, score_html(score))
            return
        await message.reply_photo(
            score.picture,
            caption=score_html(score),
            do_quote=message.chat.type != ChatType.PRIVATE,
            allow_sending_without_reply=True,
        )

    async def _help(self, update: Update, context: Context) -> None:
        await self._reply(update, HELP)

    async def _failed(self, update: object, context: Context) -> None:
        if isinstance(context.error, NetworkError) and not isinstance(context.error, BadRequest):
            log.warning("Telegram cannot be reached: %s", context.error)
            return
        log.error("an update could not be handled", exc_info=context.error)
        if isinstance(update, Update) and update.effective_message:
            with suppress(TelegramError):
                await self._reply(update, BROKEN)

    async def _is_admin(self, update: Update) -> bool:
        """The ids in the settings, and administrators of a group if the settings trust them."""
        user, chat = update.effective_user, update.effective_chat
        assert user
        assert chat
        settings = self.service.settings
        if user.id in settings.telegram_admins:
            return True
        if not settings.telegram_trust_group_admins or chat.type == ChatType.PRIVATE:
            return False
        member = await chat.get_member(user.id)
        return member.status in ("creator", "administrator")

    async def _reply(self, update: Update, text: str, buttons: InlineKeyboardMarkup | None = None) -> Any:
        message = update.effective_message
        assert message
        return await message.reply_html(
            text,
            do_quote=message.chat.type != ChatType.PRIVATE,
            allow_sending_without_reply=True,
            reply_markup=buttons,
        )

    @asynccontextmanager
    async def _typing(self, update: Update) -> AsyncIterator[None]:
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

    def _watch(self, job_id: int, chat_id: int, message_id: int, shown: str | None = None) -> None:
        self._start(self._show_progress(job_id, chat_id, message_id, shown))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._watchers.add(task)
        task.add_done_callback(self._watchers.discard)

    async def _show_progress(self, job_id: int, chat_id: int, message_id: int, shown: str | None) -> None:
        """Edit the message as the job goes on; the last edit says how it ended. `shown` is what it says now."""
        while True:
            try:
                job = await self.service.job(job_id)
                text = _text(describe_job(job))
                if text != shown:
                    await self.application.bot.edit_message_text(text, chat_id=chat_id, message_id=message_id)
                    shown = text
            except BadRequest as error:
                if "not modified" not in str(error).lower():
                    await self.service.forget_message(job_id, PLATFORM, message_id)
                    return
                shown = text
                continue
            except (TweetlikeError, Forbidden, ChatMigrated):
                await self.service.forget_message(job_id, PLATFORM, message_id)
                return
            except TelegramError as error:
                log.warning("a progress message could not be edited (%s); trying again", type(error).__name__)
            else:
                if not job.active:
                    await self.service.forget_message(job_id, PLATFORM, message_id)
                    return
            await asyncio.sleep(PROGRESS_EVERY_S)


def answer_html(answer: Answer) -> str:
    """Five tweets that say what they are, within a message's limit."""
    head = f"<b>{_text(answer.display_name[:60])}</b> (@\u2060{_text(answer.handle)})"
    foot = (
        f"<i>{_text(parody_label(answer.handle))}</i>\n"
        f"version {answer.version} · trained on {answer.trained_on} tweets · {day(answer.trained_at)} · "
        f"seed {answer.seed}"
    )
    tweets = [f"{number}. {_text(text)}" for number, text in enumerate(answer.texts, 1)]
    return _within_limit(head, tweets, foot)


def score_html(score: Score) -> str:
    """A line a measurement, short enough to stand under a picture."""
    head = (
        f"<b>@\u2060{_text(score.handle)}, version {score.version}</b>\n"
        f"{score.card.generated} tweets it wrote, beside {score.card.held_out} real ones it has not seen"
    )
    lines = [f"{name}: {value}" for name, value in score_lines(score)]
    return _within_limit(head, lines, APART, CAPTION_UNITS)


def models_html(found: list[AccountStatus]) -> str:
    lines = [_model_line(status) for status in found] or ["No voices yet. An operator adds one: tweetlike import."]
    return _within_limit("<b>Voices</b>", lines, "")


def _model_line(status: AccountStatus) -> str:
    # as it is, to be copied: nothing links inside of code
    return f"<code>{html.escape(status.account.handle)}</code>: {voice_state(status)}"


def _within_limit(head: str, parts: list[str], foot: str, limit: int = MESSAGE_UNITS) -> str:
    """Whole parts only, as many as fit, so that no tag or entity is ever cut."""
    kept: list[str] = []
    for part in parts:
        if _units("\n\n".join([head, *kept, part, foot])) > limit:
            break
        kept.append(part)
    return "\n\n".join(piece for piece in (head, *kept, foot) if piece)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _text(text: str) -> str:
    return html.escape(neutralise(text), quote=False)
