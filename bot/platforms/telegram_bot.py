"""Telegram: commands with HTML answers, the typing action while writing, and one message that follows a training."""

from __future__ import annotations

import asyncio
import hashlib
import html
import logging
import secrets
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

from telegram import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeDefault,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
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
    ChosenInlineResultHandler,
    CommandHandler,
    ContextTypes,
    Defaults,
    InlineQueryHandler,
    MessageHandler,
    Updater,
    filters,
)

from bot.generation.generator import OnWait
from bot.options import split_options
from bot.platforms.telegram_messages import (
    AGAIN,
    answer_buttons,
    answer_html,
    counted,
    html_text,
    models_html,
    one_button,
    round_html,
    score_html,
    within_limit,
)
from bot.safety import neutralise, parody_label
from bot.service import Answer, Service
from bot.words import (
    PRIVACY,
    forget_question,
    imported_words,
    in_line,
    offer_words,
    result_lines,
    scheduled_words,
    status_lines,
)
from data.errors import NotAllowed, TweetlikeError, UnknownAccount, UnknownGeneration
from data.games import Round
from data.jobs import Job
from data.progress import describe_job
from data.wording import explain

log = logging.getLogger(__name__)
PLATFORM = "telegram"
PROGRESS_EVERY_S = 5.0
TYPING_EVERY_S = 4.5
BROKEN = "Something broke. The operator finds the reason in the log."
FETCH = "fetch:"  # then the handle
WRITE = "write:"  # then the key of what was typed after the bot's name in any chat
INLINE_KEPT = 2_000  # of those, the newest
UPDATES = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY, Update.CHOSEN_INLINE_RESULT]
FORGET, OPT_OUT = "forget:", "optout:"  # then the account's id
MOST_UPLOAD_BYTES = 20_000_000  # that bots may download from Telegram
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
Offer = Callable[[Update, UnknownAccount], Awaitable[tuple[str, InlineKeyboardMarkup] | None]]


class TelegramBot:
    """Handlers over one `Application`. `base_url` points to another Bot API server."""

    def __init__(self, service: Service, token: str, base_url: str | None = None) -> None:
        self.service, self.operations, self.games = service, service.operations, service.games
        self._watchers: set[asyncio.Task[None]] = set()
        self._typed: OrderedDict[str, tuple[str, str]] = OrderedDict()  # handle and beginning, by key
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
        for names, callback in (
            (("tweetlike",), self._tweetlike),
            (("retrain",), self._retrain),
            (("models",), self._models),
            (("voices",), self._voices),
            (("status",), self._status),
            (("privacy",), self._privacy),
            (("realorfake",), self._real_or_fake),
            (("rollback",), self._rollback),
            (("cancel",), self._cancel),
            (("score",), self._score),
            (("import",), self._import),
            (("schedule",), self._schedule),
            (("forget", "optout"), self._forget),
            (("help", "start"), self._help),
        ):
            self.application.add_handler(CommandHandler(names, callback))
        for pattern, pressed in (
            (rf"^{AGAIN}[0-9]{{1,18}}$", self._again),
            (r"^more:[0-9]{1,18}:[0-9]{1,2}$", self._again),
            (r"^(picture|up|down):[0-9]{1,18}$", self._press),
            (r"^guess:[0-9]{1,18}:[0-3]$", self._guess),
        ):
            self.application.add_handler(CallbackQueryHandler(pressed, pattern=pattern))
        self.application.add_handler(CallbackQueryHandler(self._fetch, pattern=rf"^{FETCH}[a-z0-9_.@-]{{1,58}}$"))
        self.application.add_handler(CallbackQueryHandler(self._forget_now, pattern=rf"^({FORGET}|{OPT_OUT})[0-9]+$"))
        self.application.add_handler(InlineQueryHandler(self._suggest))
        self.application.add_handler(ChosenInlineResultHandler(self._write_inline))
        self.application.add_handler(CallbackQueryHandler(self._write_inline, pattern=rf"^{WRITE}[0-9a-f]{{16}}$"))
        sent_with_command = filters.Document.ALL & filters.CaptionRegex(r"^/import(@\w+)?(\s|$)")
        self.application.add_handler(MessageHandler(sent_with_command, self._import))
        self.application.add_error_handler(self._failed)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Poll for updates for the block; go on with progress messages that a restart interrupted."""
        application = self.application
        async with application:
            await application.bot.set_my_commands(COMMANDS, BotCommandScopeDefault())
            await application.bot.set_my_commands(ADMIN_COMMANDS, BotCommandScopeAllChatAdministrators())
            for game in await self.games.unfinished(PLATFORM):
                if game.channel_id and game.message_id:
                    self._start(self._end_round(game, int(game.channel_id), int(game.message_id)))
            for job_id, chat_id, message_id in await self.operations.messages_to_update(PLATFORM):
                self._watch(job_id, int(chat_id), int(message_id))
            await application.start()
            assert application.updater is not None
            await self._receive(application.updater)
            try:
                yield
            finally:
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
                arguments[0],
                " ".join(words),
                options,
                platform=PLATFORM,
                requester=requester,
                channel=_channel(update),
                exempt=self._is_operator(update),
                on_wait=on_wait,
            )

        await self._show_answer(update, ask, self._offer_to_fetch)

    async def _offer_to_fetch(self, update: Update, error: UnknownAccount) -> tuple[str, InlineKeyboardMarkup] | None:
        """A button to fetch and train the account, where an operator asks and its source is switched on."""
        data = FETCH + error.handle
        if not self._is_operator(update) or len(data) > 64:
            return None
        try:
            costs = await self.operations.offer(error.handle)
        except TweetlikeError:
            return None
        return html_text(offer_words(error, costs)), one_button("📥 Fetch and train", data)

    async def _fetch(self, update: Update, context: Context) -> None:
        query = update.callback_query
        assert query
        assert query.data
        try:
            if not self._is_operator(update):
                raise NotAllowed("download an account")
            job = await self.operations.fetch(
                query.data.removeprefix(FETCH), requester=f"telegram:{query.from_user.id}"
            )
        except TweetlikeError as error:
            await query.answer(explain(error)[:200], show_alert=True)
            return
        with suppress(TelegramError):
            await query.answer()
        await self._follow(update, job)

    async def _again(self, update: Update, context: Context) -> None:
        query = update.callback_query
        assert query
        assert query.data
        _, generation_id, like = f"{query.data}:".split(":")[:3]
        exempt, channel = self._is_operator(update), _channel(update)
        try:
            if not _is_shown(query):
                raise UnknownGeneration(int(generation_id))
            person = str(query.from_user.id)
            self.service.refuse_turn(platform=PLATFORM, requester=person, channel=channel, exempt=exempt)
        except TweetlikeError as error:
            await self._alert(query, error)
            return
        with suppress(TelegramError):  # a button pressed while we were away is answered late
            await query.answer()

        async def ask(on_wait: OnWait, requester: str) -> Answer:
            return await self.service.again(
                int(generation_id),
                like=int(like) if like else None,
                platform=PLATFORM,
                requester=requester,
                channel=channel,
                exempt=exempt,
                on_wait=on_wait,
            )

        await self._show_answer(update, ask)

    async def _press(self, update: Update, context: Context) -> None:
        """A picture, or a thumb."""
        query = update.callback_query
        assert query
        assert query.data
        kind, _, generation_id = query.data.partition(":")
        who: Any = {"platform": PLATFORM, "requester": str(query.from_user.id)}
        try:
            if not _is_shown(query):
                raise UnknownGeneration(int(generation_id))
            if kind == "picture":
                png = await self.service.picture(int(generation_id), exempt=self._is_operator(update), **who)
            else:
                up, down = await self.service.rate(int(generation_id), liked=kind == "up", **who)
        except TweetlikeError as error:
            await self._alert(query, error)
            return
        with suppress(TelegramError):
            await query.answer()
        message = query.message
        assert isinstance(message, Message)
        if kind == "picture":
            quote = message.chat.type != ChatType.PRIVATE
            await message.reply_photo(png, do_quote=quote, allow_sending_without_reply=True)
            return
        assert message.reply_markup
        rows = [[counted(button, up, down) for button in row] for row in message.reply_markup.inline_keyboard]
        with suppress(BadRequest):  # nothing has changed
            await message.edit_reply_markup(InlineKeyboardMarkup(rows))

    async def _alert(self, query: CallbackQuery, error: TweetlikeError) -> None:
        """Say it to the person who pressed, alone."""
        with suppress(TelegramError):
            await query.answer(explain(error)[:200], show_alert=True)

    async def _suggest(self, update: Update, context: Context) -> None:
        """`@bot handle how it begins`, typed in any chat: voices to choose from."""
        query = update.inline_query
        assert query
        typed, _, beginning = query.query.strip().partition(" ")
        results = []
        for handle in await self.service.suggest_handles(typed, 20):
            key = hashlib.sha256(f"{handle}\n{beginning}".encode()).hexdigest()[:16]
            self._typed[key] = (handle, beginning)
            self._typed.move_to_end(key)
            text = InputTextMessageContent(f"<i>{html_text(parody_label(handle))}</i>", ParseMode.HTML)
            results.append(
                InlineQueryResultArticle(
                    key, f"@{handle}", text, one_button("✍️ Write", f"{WRITE}{key}"), description=beginning or "anything"
                )
            )
        while len(self._typed) > INLINE_KEPT:
            self._typed.popitem(last=False)
        with suppress(BadRequest):  # the person has typed on meanwhile
            await query.answer(results, cache_time=0, is_personal=False)

    async def _write_inline(self, update: Update, context: Context) -> None:
        """What was chosen becomes an answer in its place: by itself where the bot is told of it, else by its button."""
        chosen, query = update.chosen_inline_result, update.callback_query
        key = chosen.result_id if chosen else str(query.data).removeprefix(WRITE) if query else ""
        message_id = chosen.inline_message_id if chosen else query.inline_message_id if query else None
        person = update.effective_user
        if message_id is None or person is None:
            return
        try:
            if key not in self._typed:
                raise UnknownGeneration(0)
            self.service.refuse_turn(platform=PLATFORM, requester=str(person.id), exempt=self._is_operator(update))
            if query:
                with suppress(TelegramError):
                    await query.answer()
            handle, beginning = self._typed[key]
            options, words = split_options(beginning.split())
            answer = await self.service.tweetlike(
                handle,
                " ".join(words),
                options,
                platform=PLATFORM,
                requester=str(person.id),
                exempt=self._is_operator(update),
            )
            text = answer_html(answer)
        except TweetlikeError as error:
            if query:
                await self._alert(query, error)
                return
            text = html_text(explain(error))
        with suppress(TelegramError):
            await self.application.bot.edit_message_text(text, inline_message_id=message_id)

    async def _real_or_fake(self, update: Update, context: Context) -> None:
        if not context.args:
            await self._reply(update, "Whose tweets? <code>/realorfake handle</code>")
            return
        chat = update.effective_chat
        assert chat
        try:
            async with self._typing(update):
                account, game = await self.games.begin(context.args[0], platform=PLATFORM, place=str(chat.id))
        except TweetlikeError as error:
            await self._reply(update, html_text(explain(error)))
            return
        buttons = [
            InlineKeyboardButton(str(card + 1), callback_data=f"guess:{game.id}:{card}")
            for card in range(len(game.cards))
        ]
        message = await self._reply(update, round_html(account.handle, game), InlineKeyboardMarkup([buttons]))
        await self.games.show_in(game.id, message.chat_id, message.message_id)
        self._start(self._end_round(game, message.chat_id, message.message_id))

    async def _guess(self, update: Update, context: Context) -> None:
        query = update.callback_query
        assert query
        assert query.data
        _, round_id, card = query.data.split(":")
        player = f"{PLATFORM}:{query.from_user.id}"
        try:
            counts = await self.games.guess(
                int(round_id), int(card), player=player, name=neutralise(query.from_user.full_name)
            )
        except TweetlikeError as error:
            await self._alert(query, error)
            return
        with suppress(TelegramError):
            await query.answer(f"You say number {int(card) + 1}. {sum(counts)} have guessed; you may change your mind.")

    async def _end_round(self, game: Round, chat_id: int, message_id: int) -> None:
        """When its time is up, show the answer in the message of the round."""
        await asyncio.sleep(max(0.0, game.ends_at - self.service.now()))
        result = await self.games.end(game.id)
        if result is None:
            return
        text = round_html(result.handle, game, [html_text(line) for line in result_lines(result)])
        with suppress(TelegramError):  # the message is gone
            await self.application.bot.edit_message_text(text, chat_id=chat_id, message_id=message_id)

    async def _show_answer(
        self, update: Update, ask: Callable[[OnWait, str], Awaitable[Answer]], offer: Offer | None = None
    ) -> None:
        """Typing at once, the place in line if there is one, then the answer in that same message.

        For an account that is not known, what `offer` returns.
        """
        notices: list[asyncio.Task[Any]] = []
        assert update.effective_user

        def waiting(position: int) -> None:
            notices.append(asyncio.create_task(self._reply(update, in_line(position))))

        person, channel = str(update.effective_user.id), _channel(update)
        if update.callback_query is None:
            try:
                self.service.refuse_turn(
                    platform=PLATFORM, requester=person, channel=channel, exempt=self._is_operator(update)
                )
            except TweetlikeError as error:
                await self._reply(update, html_text(explain(error)))
                return
        buttons = None
        async with self._typing(update):
            try:
                answer = await ask(waiting, str(update.effective_user.id))
                text = answer_html(answer)
                buttons = answer_buttons(answer)
            except TweetlikeError as error:
                text = html_text(explain(error))
                if isinstance(error, UnknownAccount) and offer and (offered := await offer(update, error)):
                    text, buttons = offered
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
            job = await self.operations.retrain(context.args[0], requester=f"telegram:{update.effective_user.id}")
        except TweetlikeError as error:
            await self._reply(update, html_text(explain(error)))
            return
        await self._follow(update, job)

    async def _follow(self, update: Update, job: Job) -> None:
        """Show how the job goes in a message of its own."""
        text = html_text(describe_job(job))
        message = await self._reply(update, text)
        await self.operations.show_job_in(job.id, PLATFORM, message.chat_id, message.message_id)
        self._watch(job.id, message.chat_id, message.message_id, shown=text)

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
            return imported_words(await self.operations.import_upload(name, handle, file.download_to_drive))

        await self._if_allowed(update, "import tweets", self._is_operator(update), do)

    async def _schedule(self, update: Update, context: Context) -> None:
        words = context.args or []

        async def do() -> str:
            if len(words) < 2:
                return "Like this: /schedule handle 6h (or 30m, 2d, a cron text in UTC, off)"
            return scheduled_words(await self.operations.schedule(words[0], " ".join(words[1:])))

        await self._if_allowed(update, "change the schedule", self._is_operator(update), do)

    async def _forget(self, update: Update, context: Context) -> None:
        message = update.effective_message
        assert message
        opt_out = (message.text or "").lower().startswith("/optout")
        try:
            if not self._is_operator(update):
                raise NotAllowed("delete an account")
            if not context.args:
                await self._reply(update, "Which account? <code>/forget handle</code>")
                return
            account = await self.operations.stored(context.args[0])
        except TweetlikeError as error:
            text = explain(error)
            if opt_out and isinstance(error, UnknownAccount):  # there is nothing to lose, so nothing to ask
                text = f"@{await self.operations.forget(error.handle, opt_out=True)} has opted out."
            await self._reply(update, html_text(text))
            return
        data = f"{OPT_OUT if opt_out else FORGET}{account.id}"
        question = forget_question(account.handle, opt_out)
        await self._reply(update, html_text(question), one_button("🗑️ Delete", data))

    async def _forget_now(self, update: Update, context: Context) -> None:
        query = update.callback_query
        assert query
        assert query.data
        kind, _, account_id = query.data.partition(":")
        opt_out = f"{kind}:" == OPT_OUT
        try:
            if not self._is_operator(update):
                raise NotAllowed("delete an account")
            handles = [s.account.handle for s in await self.service.models() if s.account.id == int(account_id)]
            if not handles:
                raise UnknownGeneration(0)
            handle = await self.operations.forget(handles[0], opt_out=opt_out)
        except TweetlikeError as error:
            await query.answer(explain(error)[:200], show_alert=True)
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
            async with self._typing(update):
                text = await do()
        except TweetlikeError as error:
            text = explain(error)
        await self._reply(update, html_text(text))

    async def _voices(self, update: Update, context: Context) -> None:
        words = context.args or []
        page = int(words.pop()) if words and words[-1].isdecimal() and len(words[-1]) < 5 else 1
        found = await self.service.voices(" ".join(words), page)
        names = [f"<code>{html.escape(handle)}</code>" for handle in found.handles] or ["None that contains this."]
        more = f"page {found.page} of {found.pages}: /voices {found.page + 1}" if found.page < found.pages else ""
        await self._reply(update, within_limit(f"<b>{found.total} voices</b>", ["\n".join(names)], more))

    async def _status(self, update: Update, context: Context) -> None:
        lines = [html_text(line) for line in status_lines(await self.service.status())]
        await self._reply(update, within_limit("<b>Status</b>", lines, ""))

    async def _privacy(self, update: Update, context: Context) -> None:
        await self._reply(update, html_text(PRIVACY))

    async def _rollback(self, update: Update, context: Context) -> None:
        words = context.args or []

        async def do() -> str:
            if not words:
                return "Which voice? /rollback handle"
            version = await self.operations.rollback(words[0])
            return f"@{words[0].removeprefix('@')}: version {version.number} is live again."

        await self._if_allowed(update, "roll a voice back", await self._is_admin(update), do)

    async def _cancel(self, update: Update, context: Context) -> None:
        words = context.args or []

        async def do() -> str:
            if not words:
                return "Which account? /cancel handle"
            return describe_job(await self.operations.cancel_all(words[0]))

        await self._if_allowed(update, "cancel a training", await self._is_admin(update), do)

    async def _models(self, update: Update, context: Context) -> None:
        try:
            found = await self.service.models(context.args[0] if context.args else None)
        except TweetlikeError as error:
            await self._reply(update, html_text(explain(error)))
            return
        await self._reply(update, models_html(found))

    async def _score(self, update: Update, context: Context) -> None:
        if not context.args:
            await self._reply(update, "Whose voice? <code>/score handle</code>")
            return
        try:
            score = await self.service.score(context.args[0])
        except TweetlikeError as error:
            await self._reply(update, html_text(explain(error)))
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

    def _is_operator(self, update: Update) -> bool:
        """The ids in the settings: those whose machine, money and data it is."""
        user = update.effective_user
        return user is not None and user.id in self.service.settings.telegram_admins

    async def _is_admin(self, update: Update) -> bool:
        """Operators, and administrators of a group if the settings trust them."""
        user, chat = update.effective_user, update.effective_chat
        assert user
        assert chat
        settings = self.service.settings
        if self._is_operator(update):
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

    async def _send_curve(self, job: Job, chat_id: int, message_id: int) -> None:
        """The picture of how the training went, in answer to the message that followed it."""
        curve = await self.operations.curve(job)
        if curve is not None:
            with suppress(TelegramError):
                await self.application.bot.send_photo(
                    chat_id, curve, reply_to_message_id=message_id, allow_sending_without_reply=True
                )

    async def _show_progress(self, job_id: int, chat_id: int, message_id: int, shown: str | None) -> None:
        """Edit the message as the job goes on; the last edit says how it ended. `shown` is what it says now."""
        while True:
            try:
                job = await self.operations.job(job_id)
                text = html_text(describe_job(job)[:3000])
                if text != shown:
                    await self.application.bot.edit_message_text(text, chat_id=chat_id, message_id=message_id)
                    shown = text
            except BadRequest as error:
                if "not modified" not in str(error).lower():
                    await self.operations.forget_message(job_id, PLATFORM, message_id)
                    return
                shown = text
                continue
            except (TweetlikeError, Forbidden, ChatMigrated):
                await self.operations.forget_message(job_id, PLATFORM, message_id)
                return
            except TelegramError as error:
                log.warning("a progress message could not be edited (%s); trying again", type(error).__name__)
            else:
                if not job.active:
                    await self.operations.forget_message(job_id, PLATFORM, message_id)
                    await self._send_curve(job, chat_id, message_id)
                    return
            await asyncio.sleep(PROGRESS_EVERY_S)


def _is_shown(query: CallbackQuery) -> bool:
    """Whether the button is under the message: else it is out of reach, or somebody made the query up."""
    markup = query.message.reply_markup if isinstance(query.message, Message) else None
    rows = markup.inline_keyboard if markup else ()
    return any(query.data == button.callback_data for row in rows for button in row)


def _channel(update: Update) -> str | None:
    """What a pause is kept in: a group. Alone with the bot, the person's own pause is enough."""
    chat = update.effective_chat
    return str(chat.id) if chat and chat.type != ChatType.PRIVATE else None
