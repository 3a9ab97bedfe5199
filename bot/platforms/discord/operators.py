"""Discord for those who look after the accounts: commands, buttons, and the message that follows a job."""

from __future__ import annotations

import asyncio
import functools
import logging
import re
from contextlib import suppress
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.platforms.discord import uploads
from bot.platforms.discord.client import (
    Client,
    Interaction,
    TellsErrors,
    allowed,
    asker_of,
    client_of,
    phrases_for,
    require_admin,
    require_operator,
)
from bot.platforms.discord.embeds import PLATFORM, escaped, plain
from bot.platforms.languages import ENGLISH
from bot.platforms.phrases import (
    forget_question,
    forgotten_words,
    imported_words,
    offer_words,
    rolled_back_words,
    scheduled_words,
)
from bot.service.operations import TICKET
from bot.service.safety import own_sentence
from data.errors import TweetlikeError, UnknownAccount
from data.jobs.progress import describe_job
from data.jobs.queue import Job
from data.texts.phrases import Phrases

log = logging.getLogger(__name__)
PROGRESS_EVERY_S = 3.0


def commands_for_admins(client: Client) -> list[app_commands.Command[Any, ..., None]]:
    """Commands of admins and operators; who may is checked here, whatever Discord shows."""
    operations = client.service.operations

    @app_commands.command(description="Admins: read new tweets and train a new version")
    @app_commands.describe(handle="whose voice")
    @app_commands.default_permissions(manage_guild=True)
    @allowed(require_admin, "retrain a voice")
    async def retrain(interaction: Interaction, handle: str) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        place = client.allowance_of(interaction)
        job = await operations.retrain(handle, requester=asker_of(interaction).id, place=place)
        await follow(interaction, job)

    @app_commands.command(description="Admins: go back to the version that was live before")
    @app_commands.describe(handle="whose voice")
    @app_commands.default_permissions(manage_guild=True)
    @allowed(require_admin, "roll a voice back")
    async def rollback(interaction: Interaction, handle: str) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        version = await operations.rollback(handle)
        await interaction.followup.send(
            plain(rolled_back_words(handle, version, phrases_for(interaction))), ephemeral=True
        )

    @app_commands.command(description="Admins: stop what is being done for an account")
    @app_commands.describe(handle="which account")
    @app_commands.default_permissions(manage_guild=True)
    @allowed(require_admin, "cancel a training")
    async def cancel(interaction: Interaction, handle: str) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        text = describe_job(await operations.cancel_all(handle), phrases_for(interaction))
        await interaction.followup.send(plain(text), ephemeral=True)

    @app_commands.command(name="import", description="Operators: add the tweets of a file")
    @app_commands.describe(file="X archive (ZIP), CSV or JSONL", handle="whose tweets, where the file does not say")
    @app_commands.default_permissions(administrator=True)
    @allowed(require_operator, "import tweets")
    async def import_command(interaction: Interaction, file: discord.Attachment, handle: str | None = None) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        imported = await operations.import_upload(file.filename, handle, functools.partial(uploads.save, file))
        text = imported_words(imported, phrases_for(interaction))
        await interaction.followup.send(escaped(own_sentence(text)), ephemeral=True)

    @app_commands.command(description="Operators: how often an account is refreshed")
    @app_commands.describe(handle="which account", every="like 30m, 6h, 2d, a cron text (UTC), or off")
    @app_commands.default_permissions(administrator=True)
    @allowed(require_operator, "change the schedule")
    async def schedule(interaction: Interaction, handle: str, every: str) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        account = await operations.schedule(handle, every)
        await interaction.followup.send(plain(scheduled_words(account, phrases_for(interaction))), ephemeral=True)

    @app_commands.command(description="Operators: delete an account and everything of it")
    @app_commands.describe(handle="which account", opt_out="also refuse the handle permanently")
    @app_commands.default_permissions(administrator=True)
    @allowed(require_operator, "delete an account")
    async def forget(interaction: Interaction, handle: str, opt_out: bool = False) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        try:
            account = await operations.stored(handle)
        except UnknownAccount:
            if not opt_out:
                raise
            forgotten = await operations.forget(handle, opt_out=True)  # nothing to lose, nothing to ask
            text = phrases_for(interaction).opted_out.format(handle=forgotten)
            await interaction.followup.send(plain(text), ephemeral=True)
            return
        phrases, view = phrases_for(interaction), discord.ui.View(timeout=None)
        view.add_item(ForgetButton(operations.forget_ticket(account), opt_out, phrases.delete))
        question = forget_question(account.handle, opt_out, phrases)
        await interaction.followup.send(plain(question), view=view, ephemeral=True)

    of_an_account: list[app_commands.Command[Any, ..., None]] = [retrain, rollback, cancel, schedule, forget]
    for command in of_an_account:
        command.autocomplete("handle")(client.any_handle)
    return [*of_an_account, import_command]


async def offer_to_fetch(interaction: Interaction, error: UnknownAccount) -> bool:
    """A button to fetch and train the account, where an operator asks and its source is switched on."""
    client = client_of(interaction)
    if not client.is_operator(interaction) or len(error.handle) > 90:
        return False
    try:
        costs = await client.service.operations.offer(error.handle)
    except TweetlikeError:
        return False
    view = discord.ui.View(timeout=None)
    phrases = phrases_for(interaction)
    view.add_item(FetchButton(error.handle, phrases.fetch))
    text = plain(offer_words(error, costs, phrases))
    if interaction.response.is_done():
        await interaction.edit_original_response(content=text, view=view)
    else:
        await interaction.response.send_message(text, view=view, ephemeral=True)
    return True


class FetchButton(
    TellsErrors,
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"fetch:(?P<handle>[A-Za-z0-9_.@-]{1,90})",
):
    """Download an account that is not known yet, and train its voice. For operators only."""

    def __init__(self, handle: str, label: str = "…") -> None:
        super().__init__(discord.ui.Button(label=label, emoji="📥", custom_id=f"fetch:{handle}"))
        self.handle = handle

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> FetchButton:
        return cls(match["handle"])

    async def press(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        require_operator(interaction, "download an account")
        operations = client_of(interaction).service.operations
        await follow(interaction, await operations.fetch(self.handle, requester=asker_of(interaction).id))


class ForgetButton(
    TellsErrors,
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=rf"(?P<kind>forget|optout):(?P<ticket>{TICKET})",
):
    """Under the question whether to delete an account: for a short while, also after a restart."""

    def __init__(self, ticket: str, opt_out: bool, label: str = "…") -> None:
        kind = "optout" if opt_out else "forget"
        style = discord.ButtonStyle.danger
        super().__init__(discord.ui.Button(label=label, emoji="🗑️", style=style, custom_id=f"{kind}:{ticket}"))
        self.ticket, self.opt_out = ticket, opt_out

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> ForgetButton:
        return cls(match["ticket"], match["kind"] == "optout")

    async def press(self, interaction: Interaction) -> None:
        await interaction.response.defer(thinking=False)
        require_operator(interaction, "delete an account")
        operations = client_of(interaction).service.operations
        handle = await operations.forget_by_ticket(self.ticket, opt_out=self.opt_out)
        text = forgotten_words(handle, self.opt_out, phrases_for(interaction))
        await interaction.edit_original_response(content=plain(text), view=None)


async def follow(interaction: Interaction, job: Job) -> None:
    """Show how the job goes in a message of its own, and tell the person where."""
    client, phrases = client_of(interaction), phrases_for(interaction)
    message = await progress_message(interaction, describe_job(job, phrases))
    if message is None:
        await interaction.followup.send(own_sentence(phrases.queued_unseen), ephemeral=True)
        return
    await client.service.operations.show_job_in(job.id, PLATFORM, message.channel.id, message.id)
    client.background(show_progress(client, job.id, message, phrases))
    await interaction.followup.send(phrases.queued.format(link=message.jump_url), ephemeral=True)


async def progress_message(interaction: Interaction, text: str) -> discord.Message | None:
    """An ordinary message, which can be edited for longer than an interaction's 15 minutes.

    Where the bot may not write there, or the thread is locked, it is one to the person alone; None if that is refused,
    too.
    """
    for place in (interaction.channel, interaction.user):
        if isinstance(place, discord.abc.Messageable):
            with suppress(discord.HTTPException):
                return await place.send(plain(text))
    return None


async def show_progress(
    client: Client, job_id: int, message: discord.Message | discord.PartialMessage, phrases: Phrases = ENGLISH
) -> None:
    """Edit the message as the job goes on; the last edit says how it ended."""
    shown = ""
    while True:
        try:
            job = await client.service.operations.job(job_id)
            text = plain(describe_job(job, phrases))[:2000]
            if text != shown:
                curve = None if job.active else await client.service.operations.curve(job)
                files = [discord.File(curve, description=describe_job(job, phrases)[:1024])] if curve else []
                await message.edit(content=text, attachments=files)
                shown = text
        except (TweetlikeError, discord.NotFound, discord.Forbidden):
            await client.service.operations.forget_message(
                job_id, PLATFORM, message.id
            )  # the job or the message is gone
            return
        except (discord.HTTPException, aiohttp.ClientError, OSError):
            log.warning("a progress message could not be edited; trying again")
        else:
            if not job.active:
                await client.service.operations.forget_message(job_id, PLATFORM, message.id)
                return
        await asyncio.sleep(PROGRESS_EVERY_S)
