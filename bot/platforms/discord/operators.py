"""Discord for those who look after the accounts: commands, buttons, and the message that follows a job."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from discord import app_commands

from bot.platforms.discord.embeds import PLATFORM, plain
from bot.platforms.languages import explain_in
from bot.platforms.phrases import forget_question, imported_words, scheduled_words
from data.errors import NotAllowed, TweetlikeError, UnknownAccount
from data.jobs.progress import describe_job
from data.jobs.queue import Job

if TYPE_CHECKING:
    from bot.platforms.discord.bot import DiscordBot

log = logging.getLogger(__name__)
PROGRESS_EVERY_S = 3.0
MOST_UPLOAD_BYTES = 500 << 20


def add_operations(bot: DiscordBot) -> None:
    """Commands of admins and operators; who may is checked here, whatever Discord shows."""

    @bot.tree.command(description="Admins: read new tweets and train a new version")
    @app_commands.describe(handle="whose voice")
    @app_commands.default_permissions(manage_guild=True)
    async def retrain(interaction: discord.Interaction, handle: str) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        try:
            if not bot.is_admin(interaction):
                raise NotAllowed("retrain a voice")
            job = await bot.operations.retrain(handle, requester=f"discord:{interaction.user.id}")
        except TweetlikeError as error:
            await interaction.followup.send(plain(explain_in(interaction.locale.value, error)), ephemeral=True)
            return
        await follow(bot, interaction, job)

    @bot.tree.command(description="Admins: put the voice that was live before back")
    @app_commands.describe(handle="whose voice")
    @app_commands.default_permissions(manage_guild=True)
    async def rollback(interaction: discord.Interaction, handle: str) -> None:
        async def do() -> str:
            version = await bot.operations.rollback(handle)
            return f"@{handle.removeprefix('@')}: version {version.number} is live again."

        await privately(interaction, "roll a voice back", bot.is_admin, do)

    @bot.tree.command(description="Admins: stop what is being done for an account")
    @app_commands.describe(handle="which account")
    @app_commands.default_permissions(manage_guild=True)
    async def cancel(interaction: discord.Interaction, handle: str) -> None:
        async def do() -> str:
            return describe_job(await bot.operations.cancel_all(handle))

        await privately(interaction, "cancel a training", bot.is_admin, do)

    @bot.tree.command(name="import", description="Operators: add the tweets of a file")
    @app_commands.describe(file="X archive (ZIP), CSV or JSONL", handle="whose tweets, where the file does not say")
    @app_commands.default_permissions(manage_guild=True)
    async def import_command(
        interaction: discord.Interaction, file: discord.Attachment, handle: str | None = None
    ) -> None:
        async def do() -> str:
            if file.size > MOST_UPLOAD_BYTES:
                return f"That file has over {MOST_UPLOAD_BYTES >> 20} MiB. Import it where I run: tweetlike import."
            return imported_words(await bot.operations.import_upload(file.filename, handle, file.save))

        await privately(interaction, "import tweets", bot.is_operator, do)

    @bot.tree.command(description="Operators: how often an account is refreshed")
    @app_commands.describe(handle="which account", every="like 30m, 6h, 2d, a cron text (UTC), or off")
    @app_commands.default_permissions(manage_guild=True)
    async def schedule(interaction: discord.Interaction, handle: str, every: str) -> None:
        async def do() -> str:
            return scheduled_words(await bot.operations.schedule(handle, every))

        await privately(interaction, "change the schedule", bot.is_operator, do)

    @bot.tree.command(description="Operators: delete an account and everything of it")
    @app_commands.describe(handle="which account", opt_out="also refuse the handle for ever")
    @app_commands.default_permissions(manage_guild=True)
    async def forget(interaction: discord.Interaction, handle: str, opt_out: bool = False) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        try:
            if not bot.is_operator(interaction):
                raise NotAllowed("delete an account")
            name = (await bot.operations.stored(handle)).handle
        except UnknownAccount as error:
            text = explain_in(interaction.locale.value, error)
            if opt_out:  # there is nothing to lose, so nothing to ask
                text = f"@{await bot.operations.forget(handle, opt_out=True)} has opted out."
            await interaction.followup.send(plain(text), ephemeral=True)
            return
        except TweetlikeError as error:
            await interaction.followup.send(plain(explain_in(interaction.locale.value, error)), ephemeral=True)
            return
        view = ForgetView(bot, name, opt_out)
        await interaction.followup.send(plain(forget_question(name, opt_out)), view=view, ephemeral=True)

    commands: tuple[app_commands.Command[Any, ..., None], ...] = (retrain, rollback, cancel, schedule, forget)
    for command in commands:
        command.autocomplete("handle")(bot.any_handle)


class FetchButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=r"fetch:(?P<handle>[A-Za-z0-9_.@-]{1,90})"
):
    """Download an account that is not known yet, and train its voice. For operators only."""

    def __init__(self, handle: str) -> None:
        super().__init__(discord.ui.Button(label="Fetch and train", emoji="📥", custom_id=f"fetch:{handle}"))
        self.handle = handle

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> FetchButton:
        return cls(match["handle"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        bot: DiscordBot = interaction.client
        try:
            if not bot.is_operator(interaction):
                raise NotAllowed("download an account")
            job = await bot.service.operations.fetch(self.handle, requester=f"discord:{interaction.user.id}")
        except TweetlikeError as error:
            await interaction.followup.send(plain(explain_in(interaction.locale.value, error)), ephemeral=True)
            return
        await follow(bot, interaction, job)


class ForgetView(discord.ui.View):
    """One question, to one person, for a short while."""

    def __init__(self, bot: DiscordBot, handle: str, opt_out: bool) -> None:
        super().__init__(timeout=300)
        self._bot, self._handle, self._opt_out = bot, handle, opt_out

    @discord.ui.button(label="Delete", emoji="🗑️", style=discord.ButtonStyle.danger)
    async def delete(self, interaction: discord.Interaction, button: discord.ui.Button[ForgetView]) -> None:
        await interaction.response.defer(thinking=False)
        try:
            if not self._bot.is_operator(interaction):
                raise NotAllowed("delete an account")
            handle = await self._bot.service.operations.forget(self._handle, opt_out=self._opt_out)
            text = f"@{handle} is forgotten" + (" and has opted out." if self._opt_out else ".")
        except TweetlikeError as error:
            text = explain_in(interaction.locale.value, error)
        await interaction.edit_original_response(content=plain(text), view=None)
        self.stop()


async def privately(
    interaction: discord.Interaction,
    action: str,
    may: Callable[[discord.Interaction], bool],
    do: Callable[[], Awaitable[str]],
) -> None:
    """Check, do, and tell the person alone how it went."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    try:
        if not may(interaction):
            raise NotAllowed(action)
        text = await do()
    except TweetlikeError as error:
        text = explain_in(interaction.locale.value, error)
    await interaction.followup.send(plain(text), ephemeral=True)


async def follow(bot: DiscordBot, interaction: discord.Interaction, job: Job) -> None:
    """Show how the job goes in a message of its own, and tell the person where."""
    message = await progress_message(interaction, describe_job(job))
    if message is None:
        text = "Asked for. I may write neither here nor to you, so look at `/models` for how it goes."
        await interaction.followup.send(text, ephemeral=True)
        return
    await bot.operations.show_job_in(job.id, PLATFORM, message.channel.id, message.id)
    bot.background(show_progress(bot, job.id, message))
    await interaction.followup.send(f"Asked for. I show how it goes here: {message.jump_url}", ephemeral=True)


async def progress_message(interaction: discord.Interaction, text: str) -> discord.Message | None:
    """An ordinary message, which can be edited for longer than an interaction's 15 minutes.

    Where the bot may not write there, it is one to the person alone; None if that is forbidden, too.
    """
    for place in (interaction.channel, interaction.user):
        if isinstance(place, discord.abc.Messageable):
            with suppress(discord.Forbidden):
                return await place.send(plain(text))
    return None


async def show_progress(bot: DiscordBot, job_id: int, message: discord.Message | discord.PartialMessage) -> None:
    """Edit the message as the job goes on; the last edit says how it ended."""
    shown = ""
    while True:
        try:
            job = await bot.operations.job(job_id)
            text = plain(describe_job(job))[:2000]
            if text != shown:
                curve = None if job.active else await bot.operations.curve(job)
                files = [discord.File(curve)] if curve else []
                await message.edit(content=text, attachments=files)
                shown = text
        except (TweetlikeError, discord.NotFound, discord.Forbidden):
            await bot.operations.forget_message(job_id, PLATFORM, message.id)  # the job or the message is gone
            return
        except (discord.HTTPException, aiohttp.ClientError, OSError):
            log.warning("a progress message could not be edited; trying again")
        else:
            if not job.active:
                await bot.operations.forget_message(job_id, PLATFORM, message.id)
                return
        await asyncio.sleep(PROGRESS_EVERY_S)
