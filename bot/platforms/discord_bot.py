"""Discord: slash commands, embeds, and one message that follows a training.

Every command that can wait defers first; an answer is one message; nobody can be mentioned by it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.generation.generator import OnWait
from bot.generation.types import MOST_TWEETS
from bot.options import CREATIVITY, MOST_SEED, AnswerOptions, temperature_of
from bot.platforms.discord_buttons import (
    BROKEN,
    PLATFORM,
    AnswerButton,
    FetchButton,
    ForgetView,
    GuessButton,
    MoreMenu,
    asker_of,
    show_answer,
)
from bot.platforms.discord_embeds import COLOUR, models_embed, plain, round_embed, score_embed
from bot.platforms.discord_translations import Translations
from bot.service import Answer, Service
from bot.words import (
    PRIVACY,
    forget_question,
    imported_words,
    offer_words,
    result_lines,
    scheduled_words,
    status_lines,
)
from data.errors import NotAllowed, TweetlikeError, UnknownAccount
from data.games import Round
from data.jobs import Job
from data.progress import describe_job
from data.wording import explain

log = logging.getLogger(__name__)
PROGRESS_EVERY_S = 3.0
MOST_UPLOAD_BYTES = 500 << 20
HELP = (
    "`/tweetlike handle prompt` — five tweets the account might have written. The prompt is how they begin; "
    "leave it out for anything. `a+b` or `a*0.7+b*0.3` is a mix. `count`, `creativity` and `seed` are yours to set; "
    "under an answer, ask again, begin otherwise, go on from a tweet, get a picture.\n"
    "`/realorfake handle` — find the real tweet among four.\n"
    "`/voices`, `/models`, `/status`, `/privacy` — the voices there are, their versions and scores, what I am doing, "
    "what I keep.\n"
    "`/score handle` — how close a voice comes to its account, measured.\n"
    "`/retrain`, `/rollback`, `/cancel` — for admins: train a new version, put the one before back, stop a training.\n"
    "`/import`, `/schedule`, `/forget` — for operators: add tweets, say how often they are read, delete an account.\n\n"
    "Everything I write is made up by a small language model. It is a parody and nobody's words."
)


class DiscordBot(discord.Client):
    """The client. `service` does the work; this class only speaks Discord."""

    def __init__(self, service: Service) -> None:
        super().__init__(intents=discord.Intents.default(), allowed_mentions=discord.AllowedMentions.none())
        self.service, self.operations, self.games = service, service.operations, service.games
        self.tree = app_commands.CommandTree(
            self,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )
        self._watchers: set[asyncio.Task[None]] = set()
        self._owners: frozenset[int] = frozenset()
        self._add_commands()

    async def setup_hook(self) -> None:
        """Register the commands, learn who owns the application, and go on with interrupted progress messages."""
        application = await self.application_info()
        self._owners = _owners(application)
        self.add_dynamic_items(AnswerButton, MoreMenu, GuessButton, FetchButton)
        await self.tree.set_translator(Translations())
        await self.tree.sync()
        for game in await self.games.unfinished(PLATFORM):
            if game.channel_id and game.message_id:
                where = self.get_partial_messageable(int(game.channel_id))
                self._start(self._end_round(game, where.get_partial_message(int(game.message_id)).edit))
        for job_id, channel_id, message_id in await self.operations.messages_to_update(PLATFORM):
            channel = self.get_partial_messageable(int(channel_id))
            self._watch(job_id, channel.get_partial_message(int(message_id)))

    async def close(self) -> None:
        for task in self._watchers:
            task.cancel()
        await super().close()

    def _add_commands(self) -> None:
        @self.tree.command(description="Five tweets an account might have written (AI parody)")
        @app_commands.describe(
            handle="whose voice",
            prompt="how the tweets begin",
            count="how many tweets",
            creativity="calm, usual, wild, or a number from 0.1 to 2",
            seed="the same seed and version give the same tweets",
        )
        async def tweetlike(
            interaction: discord.Interaction,
            handle: str,
            prompt: str = "",
            count: app_commands.Range[int, 1, MOST_TWEETS] = 5,
            creativity: str = "usual",
            seed: app_commands.Range[int, 0, MOST_SEED] | None = None,
        ) -> None:
            async def ask(on_wait: OnWait) -> Answer:
                return await self.service.tweetlike(
                    handle,
                    prompt,
                    AnswerOptions(count, temperature_of(creativity), seed),
                    asker=asker_of(interaction),
                    on_wait=on_wait,
                )

            await show_answer(interaction, ask, self._offer_to_fetch)

        @tweetlike.autocomplete("creativity")
        async def levels(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
            found = [level for level in CREATIVITY if level.startswith(typed.strip().lower())]
            return [app_commands.Choice(name=level, value=level) for level in found]

        @tweetlike.autocomplete("handle")
        async def handles(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
            first, plus, last = typed.rpartition("+")  # the second voice of a mix
            found = [f"{first}{plus}{handle}" for handle in await self.service.suggest_handles(last)]
            return [app_commands.Choice(name=f"@{text}"[:100], value=text) for text in found if len(text) <= 100]

        @self.tree.command(description="Admins: read new tweets and train a new version")
        @app_commands.describe(handle="whose voice")
        @app_commands.default_permissions(manage_guild=True)
        async def retrain(interaction: discord.Interaction, handle: str) -> None:
            await interaction.response.defer(ephemeral=True, thinking=True)
            try:
                if not self.is_admin(interaction):
                    raise NotAllowed("retrain a voice")
                job = await self.operations.retrain(handle, requester=f"discord:{interaction.user.id}")
            except TweetlikeError as error:
                await interaction.followup.send(plain(explain(error)), ephemeral=True)
                return
            await self.follow(interaction, job)

        retrain.autocomplete("handle")(self._any_handle)

        @self.tree.command(description="The voices there are, their versions and scores")
        @app_commands.describe(handle="one voice; leave out for all")
        async def models(interaction: discord.Interaction, handle: str | None = None) -> None:
            await interaction.response.defer(ephemeral=True, thinking=True)
            try:
                found = await self.service.models(handle)
            except TweetlikeError as error:
                await interaction.followup.send(plain(explain(error)), ephemeral=True)
                return
            await interaction.followup.send(embed=models_embed(found), ephemeral=True)

        models.autocomplete("handle")(self._any_handle)

        @self.tree.command(description="How close a voice comes to its account, measured")
        @app_commands.describe(handle="whose voice")
        async def score(interaction: discord.Interaction, handle: str) -> None:
            await interaction.response.defer(ephemeral=True, thinking=True)
            try:
                found = await self.service.score(handle)
            except TweetlikeError as error:
                await interaction.followup.send(plain(explain(error)), ephemeral=True)
                return
            embed, files = score_embed(found), []
            if found.picture is not None:
                files.append(discord.File(found.picture, "scorecard.png"))
                embed.set_image(url="attachment://scorecard.png")
            await interaction.followup.send(embed=embed, files=files, ephemeral=True)

        score.autocomplete("handle")(self._any_handle)

        self._add_operator_commands()
        self._add_small_commands()

        @self.tree.command(name="help", description="What this bot does")
        async def help_command(interaction: discord.Interaction) -> None:
            await interaction.response.send_message(HELP, ephemeral=True)

        @self.tree.error
        async def failed(interaction: discord.Interaction, error: app_commands.AppCommandError) -> None:
            log.error("a command failed", exc_info=error)
            send = interaction.followup.send if interaction.response.is_done() else interaction.response.send_message
            await send(BROKEN, ephemeral=True)

    def _add_small_commands(self) -> None:
        @self.tree.command(description="Real or fake? Find the real tweet among four")
        @app_commands.describe(handle="whose tweets")
        async def realorfake(interaction: discord.Interaction, handle: str) -> None:
            await interaction.response.defer(thinking=True)
            place = str(interaction.guild_id or interaction.channel_id)
            try:
                account, game = await self.games.begin(handle, platform=PLATFORM, place=place)
            except TweetlikeError as error:
                await interaction.edit_original_response(content=plain(explain(error)))
                return
            view = discord.ui.View(timeout=None)
            for card in range(len(game.cards)):
                view.add_item(GuessButton(game.id, card))
            message = await interaction.edit_original_response(embed=round_embed(account.handle, game), view=view)
            await self.games.show_in(game.id, message.channel.id, message.id)
            self._start(self._end_round(game, interaction.edit_original_response))

        realorfake.autocomplete("handle")(self._voice_handle)

        @self.tree.command(description="The voices there are, with search")
        @app_commands.describe(search="a part of the handle", page="which page")
        async def voices(
            interaction: discord.Interaction, search: str = "", page: app_commands.Range[int, 1, 1000] = 1
        ) -> None:
            found = await self.service.voices(search, page)
            names = "\n".join(f"`{handle}`" for handle in found.handles) or "None that contains this."
            embed = discord.Embed(title=f"{found.total} voices", description=names[:4096], colour=COLOUR)
            embed.set_footer(
                text=f"page {found.page} of {found.pages} · /tweetlike handle prompt · a+b is a mix of two"
            )
            await interaction.response.send_message(embed=embed, ephemeral=True)

        @self.tree.command(description="What the bot is doing: line, device, trainings")
        async def status(interaction: discord.Interaction) -> None:
            lines = status_lines(await self.service.status())
            await interaction.response.send_message(plain("\n".join(lines))[:2000], ephemeral=True)

        @self.tree.command(description="What I keep, and how an account opts out")
        async def privacy(interaction: discord.Interaction) -> None:
            await interaction.response.send_message(PRIVACY, ephemeral=True)

        @self.tree.command(description="Admins: put the voice that was live before back")
        @app_commands.describe(handle="whose voice")
        @app_commands.default_permissions(manage_guild=True)
        async def rollback(interaction: discord.Interaction, handle: str) -> None:
            async def do() -> str:
                version = await self.operations.rollback(handle)
                return f"@{handle.removeprefix('@')}: version {version.number} is live again."

            await self._privately(interaction, "roll a voice back", self.is_admin, do)

        @self.tree.command(description="Admins: stop what is being done for an account")
        @app_commands.describe(handle="which account")
        @app_commands.default_permissions(manage_guild=True)
        async def cancel(interaction: discord.Interaction, handle: str) -> None:
            async def do() -> str:
                return describe_job(await self.operations.cancel_all(handle))

            await self._privately(interaction, "cancel a training", self.is_admin, do)

        for command in (rollback, cancel):
            command.autocomplete("handle")(self._any_handle)

    async def _end_round(self, game: Round, edit: Callable[..., Awaitable[Any]]) -> None:
        """When its time is up, show the answer in the message of the round."""
        await asyncio.sleep(max(0.0, game.ends_at - self.service.now()))
        result = await self.games.end(game.id)
        if result is None:
            return
        embed = round_embed(result.handle, game)
        embed.description = (embed.description or "") + "\n\n" + plain("\n".join(result_lines(result)))
        embed.description = embed.description[:4096]
        with suppress(discord.HTTPException):  # the message is gone
            await edit(embed=embed, view=None)

    def _add_operator_commands(self) -> None:
        @self.tree.command(name="import", description="Operators: add the tweets of a file")
        @app_commands.describe(file="X archive (ZIP), CSV or JSONL", handle="whose tweets, where the file does not say")
        @app_commands.default_permissions(manage_guild=True)
        async def import_command(
            interaction: discord.Interaction, file: discord.Attachment, handle: str | None = None
        ) -> None:
            async def do() -> str:
                if file.size > MOST_UPLOAD_BYTES:
                    return f"That file has over {MOST_UPLOAD_BYTES >> 20} MiB. Import it where I run: tweetlike import."
                return imported_words(await self.operations.import_upload(file.filename, handle, file.save))

            await self._privately(interaction, "import tweets", self.is_operator, do)

        @self.tree.command(description="Operators: how often an account is refreshed")
        @app_commands.describe(handle="which account", every="like 30m, 6h, 2d, a cron text (UTC), or off")
        @app_commands.default_permissions(manage_guild=True)
        async def schedule(interaction: discord.Interaction, handle: str, every: str) -> None:
            async def do() -> str:
                return scheduled_words(await self.operations.schedule(handle, every))

            await self._privately(interaction, "change the schedule", self.is_operator, do)

        @self.tree.command(description="Operators: delete an account and everything of it")
        @app_commands.describe(handle="which account", opt_out="also refuse the handle for ever")
        @app_commands.default_permissions(manage_guild=True)
        async def forget(interaction: discord.Interaction, handle: str, opt_out: bool = False) -> None:
            await interaction.response.defer(ephemeral=True, thinking=True)
            try:
                if not self.is_operator(interaction):
                    raise NotAllowed("delete an account")
                name = (await self.operations.stored(handle)).handle
            except UnknownAccount as error:
                text = explain(error)
                if opt_out:  # there is nothing to lose, so nothing to ask
                    text = f"@{await self.operations.forget(handle, opt_out=True)} has opted out."
                await interaction.followup.send(plain(text), ephemeral=True)
                return
            except TweetlikeError as error:
                await interaction.followup.send(plain(explain(error)), ephemeral=True)
                return
            view = ForgetView(self, name, opt_out)
            await interaction.followup.send(plain(forget_question(name, opt_out)), view=view, ephemeral=True)

        for command in (schedule, forget):
            command.autocomplete("handle")(self._any_handle)

    async def _privately(
        self,
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
            text = explain(error)
        await interaction.followup.send(plain(text), ephemeral=True)

    async def follow(self, interaction: discord.Interaction, job: Job) -> None:
        """Show how the job goes in a message of its own, and tell the person where."""
        try:
            message = await self._progress_message(interaction, describe_job(job))
        except TweetlikeError as error:
            await interaction.followup.send(plain(explain(error)), ephemeral=True)
            return
        if message is None:
            text = "Asked for. I may write neither here nor to you, so look at `/models` for how it goes."
            await interaction.followup.send(text, ephemeral=True)
            return
        await self.operations.show_job_in(job.id, PLATFORM, message.channel.id, message.id)
        self._watch(job.id, message)
        await interaction.followup.send(f"Asked for. I show how it goes here: {message.jump_url}", ephemeral=True)

    async def _offer_to_fetch(
        self, interaction: discord.Interaction[Any], error: UnknownAccount
    ) -> tuple[str, discord.ui.View] | None:
        """A button to fetch and train the account, where an operator asks and its source is switched on."""
        if not self.is_operator(interaction) or len(error.handle) > 90:
            return None
        try:
            costs = await self.operations.offer(error.handle)
        except TweetlikeError:
            return None
        view = discord.ui.View(timeout=None)
        view.add_item(FetchButton(error.handle))
        return plain(offer_words(error, costs)), view

    async def _voice_handle(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        found = await self.service.suggest_handles(typed)
        return [app_commands.Choice(name=f"@{h}"[:100], value=h[:100]) for h in found]

    async def _any_handle(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        text = typed.strip().removeprefix("@").lower()
        handles = [status.account.handle for status in await self.service.models()]
        return [app_commands.Choice(name=f"@{h}"[:100], value=h[:100]) for h in handles if text in h][:25]

    def is_operator(self, interaction: discord.Interaction[Any]) -> bool:
        """Owners of the application and the ids in the settings: those whose machine, money and data it is."""
        return interaction.user.id in self.service.settings.discord_admins | self._owners

    def is_admin(self, interaction: discord.Interaction) -> bool:
        """Operators, and those with Manage Server where the bot itself is installed."""
        settings = self.service.settings
        if self.is_operator(interaction):
            return True
        return (
            settings.discord_trust_server_admins
            and interaction.guild_id is not None
            and interaction.is_guild_integration()
            and interaction.permissions.manage_guild
        )

    async def _progress_message(self, interaction: discord.Interaction, text: str) -> discord.Message | None:
        """An ordinary message, which can be edited for longer than an interaction's 15 minutes.

        Where the bot may not write there, it is one to the person alone; None if that is forbidden, too.
        """
        for place in (interaction.channel, interaction.user):
            if isinstance(place, discord.abc.Messageable):
                with suppress(discord.Forbidden):
                    return await place.send(plain(text))
        return None

    def _watch(self, job_id: int, message: discord.Message | discord.PartialMessage) -> None:
        self._start(self._show_progress(job_id, message))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._watchers.add(task)
        task.add_done_callback(self._watchers.discard)

    async def _show_progress(self, job_id: int, message: discord.Message | discord.PartialMessage) -> None:
        """Edit the message as the job goes on; the last edit says how it ended."""
        shown = ""
        while True:
            try:
                job = await self.operations.job(job_id)
                text = plain(describe_job(job))[:2000]
                if text != shown:
                    curve = None if job.active else await self.operations.curve(job)
                    files = [discord.File(curve)] if curve else []
                    await message.edit(content=text, attachments=files)
                    shown = text
            except (TweetlikeError, discord.NotFound, discord.Forbidden):
                await self.operations.forget_message(job_id, PLATFORM, message.id)  # the job or the message is gone
                return
            except (discord.HTTPException, aiohttp.ClientError, OSError):
                log.warning("a progress message could not be edited; trying again")
            else:
                if not job.active:
                    await self.operations.forget_message(job_id, PLATFORM, message.id)
                    return
            await asyncio.sleep(PROGRESS_EVERY_S)


def _owners(application: discord.AppInfo) -> frozenset[int]:
    """Who owns the application; of a team, its owner and those who may work on it."""
    team = application.team
    if team is None:
        return frozenset({application.owner.id})
    working = (discord.TeamMemberRole.admin, discord.TeamMemberRole.developer)
    return frozenset(member.id for member in team.members if member.role in working or member.id == team.owner_id)
