"""Telegram for those who look after the accounts: commands, and the messages that follow a job.

Who may is checked here, at each command and each press of a button.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.platforms.languages import ENGLISH
from bot.platforms.phrases import (
    forget_question,
    forgotten_words,
    imported_words,
    offer_words,
    rolled_back_words,
    scheduled_words,
)
from bot.platforms.telegram.chat import Chats, Incoming
from bot.platforms.telegram.messages import PLATFORM, html_text, one_button, own_html
from bot.service.operations import TICKET
from data.errors import TweetlikeError, UnknownAccount, UploadTooLarge
from data.jobs.progress import describe_job
from data.jobs.queue import Job
from data.texts.phrases import Phrases

log = logging.getLogger(__name__)
PROGRESS_EVERY_S = 5.0
GROUP_PROGRESS_EVERY_S = 20.0  # of the 20 calls a minute that a group has
FETCH = "fetch:"  # then the handle
FORGET, OPT_OUT = "forget:", "optout:"  # then a ticket
MAX_UPLOAD_BYTES = 20_000_000  # that bots may download from Telegram


def handlers(chats: Chats) -> list[BaseHandler[Any, Any, Any]]:
    """The commands of admins and operators, and their buttons."""
    with_caption = filters.Document.ALL & filters.CaptionRegex(r"^/import(@\w+)?(\s|$)")
    return [
        CommandHandler("retrain", chats.answering(_retrain)),
        CommandHandler("rollback", chats.answering(_rollback)),
        CommandHandler("cancel", chats.answering(_cancel)),
        CommandHandler("import", chats.answering(_import)),
        MessageHandler(with_caption, chats.answering(_import)),
        CommandHandler("schedule", chats.answering(_schedule)),
        CommandHandler(("forget", "optout"), chats.answering(_forget)),
        CallbackQueryHandler(chats.answering(_forget_now), pattern=rf"^({FORGET}|{OPT_OUT}){TICKET}$"),
        CallbackQueryHandler(chats.answering(_fetch), pattern=rf"^{FETCH}[a-z0-9_.@-]{{1,58}}$"),
    ]


async def _retrain(incoming: Incoming) -> None:
    await incoming.require_admin("retrain a voice")
    if not incoming.words:
        await incoming.reply(own_html(incoming.phrases.which_voice.format(command="retrain")))
        return
    operations, requester = incoming.service.operations, incoming.asker.id
    job = await operations.retrain(incoming.words[0], requester=requester, place=incoming.allowance)
    await _follow(incoming, job)


async def _rollback(incoming: Incoming) -> None:
    await incoming.require_admin("roll a voice back")
    if not incoming.words:
        await incoming.reply(own_html(incoming.phrases.which_voice.format(command="rollback")))
        return
    version = await incoming.service.operations.rollback(incoming.words[0])
    await incoming.reply(html_text(rolled_back_words(incoming.words[0], version, incoming.phrases)))


async def _cancel(incoming: Incoming) -> None:
    await incoming.require_admin("cancel a training")
    if not incoming.words:
        await incoming.reply(own_html(incoming.phrases.which_account.format(command="cancel")))
        return
    job = await incoming.service.operations.cancel_all(incoming.words[0])
    await incoming.reply(html_text(describe_job(job, incoming.phrases)))


async def _import(incoming: Incoming) -> None:
    message = incoming.message
    replied = message.reply_to_message
    document = message.document or (replied.document if replied else None)
    command, *words = (message.text or message.caption or "").split()
    if "@" in command and command.partition("@")[2].lower() != incoming.chats.bot.username.lower():
        return  # another bot's
    incoming.require_operator("import tweets")
    if document is None:
        await incoming.reply(own_html(incoming.phrases.send_file))
        return
    if (document.file_size or 0) > MAX_UPLOAD_BYTES:
        raise UploadTooLarge(MAX_UPLOAD_BYTES)
    async with incoming.typing():
        file = await document.get_file()
        imported = await incoming.service.operations.import_upload(
            document.file_name or "file", words[0] if words else None, file.download_to_drive
        )
    await incoming.reply(own_html(imported_words(imported, incoming.phrases)))


async def _schedule(incoming: Incoming) -> None:
    incoming.require_operator("change the schedule")
    if len(incoming.words) < 2:
        await incoming.reply(own_html(incoming.phrases.how_often))
        return
    handle, *every = incoming.words
    account = await incoming.service.operations.schedule(handle, " ".join(every))
    await incoming.reply(html_text(scheduled_words(account, incoming.phrases)))


async def _forget(incoming: Incoming) -> None:
    incoming.require_operator("delete an account")
    opt_out = (incoming.message.text or "").lower().startswith("/optout")
    if not incoming.words:
        await incoming.reply(own_html(incoming.phrases.which_account.format(command="forget")))
        return
    operations = incoming.service.operations
    try:
        account = await operations.stored(incoming.words[0])
    except UnknownAccount as error:
        if not opt_out:
            raise
        handle = await operations.forget(error.handle, opt_out=True)  # there is nothing to lose, so nothing to ask
        await incoming.reply(html_text(incoming.phrases.opted_out.format(handle=handle)))
        return
    data = f"{OPT_OUT if opt_out else FORGET}{operations.forget_ticket(account)}"
    question = forget_question(account.handle, opt_out, incoming.phrases)
    await incoming.reply(html_text(question), one_button(f"🗑️ {incoming.phrases.delete}", data))


async def _forget_now(incoming: Incoming) -> None:
    incoming.require_operator("delete an account")
    kind, _, ticket = incoming.data.partition(":")
    opt_out = f"{kind}:" == OPT_OUT
    handle = await incoming.service.operations.forget_by_ticket(ticket, opt_out=opt_out)
    await incoming.acknowledge()
    await incoming.query.edit_message_text(html_text(forgotten_words(handle, opt_out, incoming.phrases)))


async def offer_to_fetch(incoming: Incoming, error: UnknownAccount) -> bool:
    """A button to fetch and train the account, where an operator asks and its source is switched on."""
    data = FETCH + error.handle
    if not incoming.is_operator or len(data) > 64:
        return False
    try:
        costs = await incoming.service.operations.offer(error.handle)
    except TweetlikeError:
        return False
    phrases = incoming.phrases
    await incoming.reply(html_text(offer_words(error, costs, phrases)), one_button(f"📥 {phrases.fetch}", data))
    return True


async def _fetch(incoming: Incoming) -> None:
    incoming.require_operator("download an account")
    handle = incoming.data.removeprefix(FETCH)
    job = await incoming.service.operations.fetch(handle, requester=incoming.asker.id)
    await incoming.acknowledge()
    await _follow(incoming, job)


async def _follow(incoming: Incoming, job: Job) -> None:
    """Show how the job goes in a message of its own."""
    text = html_text(describe_job(job, incoming.phrases))
    message = await incoming.reply(text)
    await incoming.service.operations.show_job_in(job.id, PLATFORM, message.chat_id, message.message_id)
    place = message.chat_id, message.message_id
    incoming.chats.start(show_progress(incoming.chats, job.id, *place, text, incoming.phrases))


async def show_progress(
    chats: Chats, job_id: int, chat_id: int, message_id: int, shown: str | None, phrases: Phrases = ENGLISH
) -> None:
    """Edit the message as the job goes on; the last edit says how it ended. `shown` is what it says now."""
    operations = chats.service.operations
    while True:
        try:
            job = await operations.job(job_id)
            text = html_text(describe_job(job, phrases)[:3000])
            if text != shown:
                await chats.bot.edit_message_text(text, chat_id=chat_id, message_id=message_id)
                shown = text
        except BadRequest as error:
            if "not modified" not in str(error).lower():
                await operations.forget_message(job_id, PLATFORM, message_id)
                return
            shown = text
            continue
        except ChatMigrated as error:  # the group is a supergroup now; its old messages can no longer be edited
            await operations.forget_message(job_id, PLATFORM, message_id)
            chat_id = error.new_chat_id
            with suppress(TelegramError):
                message_id = (await chats.bot.send_message(chat_id, text)).message_id
                await operations.show_job_in(job_id, PLATFORM, chat_id, message_id)
                shown = text
                continue
            return
        except (TweetlikeError, Forbidden):
            await operations.forget_message(job_id, PLATFORM, message_id)
            return
        except TelegramError as error:
            log.warning("a progress message could not be edited (%s); trying again", type(error).__name__)
        else:
            if not job.active:
                await operations.forget_message(job_id, PLATFORM, message_id)
                await _send_curve(chats, job, chat_id, message_id)
                return
        await asyncio.sleep(GROUP_PROGRESS_EVERY_S if chat_id < 0 else PROGRESS_EVERY_S)


async def _send_curve(chats: Chats, job: Job, chat_id: int, message_id: int) -> None:
    """The picture of how the training went, in answer to the message that followed it."""
    curve = await chats.service.operations.curve(job)
    if curve is not None:
        with suppress(TelegramError):
            await chats.bot.send_photo(
                chat_id,
                curve,
                f"@\u2060{html_text(job.handle)}",
                reply_to_message_id=message_id,
                allow_sending_without_reply=True,
            )
