"""Discord: slash commands, embeds, and one message that follows a training.

Every command that can wait defers first; an answer is one message; nobody can be mentioned by it.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.generation.generator import OnWait
from bot.generation.types import MOST_TWEETS
from bot.options import CREATIVITY, MOST_SEED, AnswerOptions, temperature_of
from bot.safety import neutralise, parody_label
from bot.service import AccountStatus, Answer, Score, Service
from bot.words import (
    APART,
    day,
    forget_question,
    imported_words,
    in_line,
    offer_words,
    scheduled_words,
    score_lines,
    voice_state,
)
from data.errors import NotAllowed, TweetlikeError, UnknownAccount
from data.jobs import Job
from data.progress import describe_job
from data.wording import explain

log = logging.getLogger(__name__)
PLATFORM = "discord"
PROGRESS_EVERY_S = 3.0
MOST_UPLOAD_BYTES = 500 << 20
BROKEN = "Something broke. The operator finds the reason in the log."
_MARKUP = re.compile(r"[\\*_~`|\[\]]")
COLOUR = discord.Colour.from_rgb(29, 155, 240)
HELP = (
    "`/tweetlike handle prompt` — five tweets the account might have written. The prompt is how they begin; "
    "leave it out for anything. `count`, `creativity` and `seed` are yours to set; the button asks again.\n"
    "`/models` — the voices there are, their versions and scores.\n"
    "`/score handle` — how close a voice comes to its account, measured.\n"
    "`/retrain handle` — for admins: read new tweets and train a new version.\n"
    "`/import`, `/schedule`, `/forget` — for operators: add tweets, say how often they are read, delete an account.\n\n"
    "Everything I write is made up by a small language model. It is a parody and nobody's words."
)


class DiscordBot(discord.Client):
    """The client. `service` does the work; this class only speaks Discord."""

    def __init__(self, service: Service) -> None:
        super().__init__(intents=discord.Intents.default(), allowed_mentions=discord.AllowedMentions.none())
        self.service = service
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
        self.add_dynamic_items(AgainButton, FetchButton)
        await self.tree.sync()
        for job_id, channel_id, message_id in await self.service.messages_to_update(PLATFORM):
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
                    platform=PLATFORM,
                    requester=str(interaction.user.id),
                    on_wait=on_wait,
                )

            await show_answer(interaction, ask, self._offer_to_fetch)

        @tweetlike.autocomplete("creativity")
        async def levels(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
            found = [level for level in CREATIVITY if level.startswith(typed.strip().lower())]
            return [app_commands.Choice(name=level, value=level) for level in found]

        @tweetlike.autocomplete("handle")
        async def handles(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
            found = await self.service.suggest_handles(typed)
            return [app_commands.Choice(name=f"@{handle}"[:100], value=handle[:100]) for handle in found]

        @self.tree.command(description="Admins: read new tweets and train a new version")
        @app_commands.describe(handle="whose voice")
        @app_commands.default_permissions(manage_guild=True)
        async def retrain(interaction: discord.Interaction, handle: str) -> None:
            await interaction.response.defer(ephemeral=True, thinking=True)
            try:
                if not self.is_admin(interaction):
                    raise NotAllowed("retrain a voice")
                job = await self.service.retrain(handle, requester=f"discord:{interaction.user.id}")
            except TweetlikeError as error:
                await interaction.followup.send(_plain(explain(error)), ephemeral=True)
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
                await interaction.followup.send(_plain(explain(error)), ephemeral=True)
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
                await interaction.followup.send(_plain(explain(error)), ephemeral=True)
                return
            embed, files = score_embed(found), []
            if found.picture is not None:
                files.append(discord.File(found.picture, "scorecard.png"))
                embed.set_image(url="attachment://scorecard.png")
            await interaction.followup.send(embed=embed, files=files, ephemeral=True)

        score.autocomplete("handle")(self._any_handle)

        self._add_operator_commands()

        @self.tree.command(name="help", description="What this bot does")
        async def help_command(interaction: discord.Interaction) -> None:
            await interaction.response.send_message(HELP, ephemeral=True)

        @self.tree.error
        async def failed(interaction: discord.Interaction, error: app_commands.AppCommandError) -> None:
            log.error("a command failed", exc_info=error)
            send = interaction.followup.send if interaction.response.is_done() else interaction.response.send_message
            await send(BROKEN, ephemeral=True)

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
                return imported_words(await self.service.import_upload(file.filename, handle, file.save))

            await self._for_operators(interaction, "import tweets", do)

        @self.tree.command(description="Operators: how often an account is refreshed")
        @app_commands.describe(handle="which account", every="like 30m, 6h, 2d, a cron text (UTC), or off")
        @app_commands.default_permissions(manage_guild=True)
        async def schedule(interaction: discord.Interaction, handle: str, every: str) -> None:
            async def do() -> str:
                return scheduled_words(await self.service.schedule(handle, every))

            await self._for_operators(interaction, "change the schedule", do)

        @self.tree.command(description="Operators: delete an account and everything of it")
        @app_commands.describe(handle="which account", opt_out="also refuse the handle for ever")
        @app_commands.default_permissions(manage_guild=True)
        async def forget(interaction: discord.Interaction, handle: str, opt_out: bool = False) -> None:
            await interaction.response.defer(ephemeral=True, thinking=True)
            try:
                if not self.is_operator(interaction):
                    raise NotAllowed("delete an account")
                [status] = await self.service.models(handle)
            except TweetlikeError as error:
                await interaction.followup.send(_plain(explain(error)), ephemeral=True)
                return
            name = status.account.handle
            view = ForgetView(self, name, opt_out)
            await interaction.followup.send(_plain(forget_question(name, opt_out)), view=view, ephemeral=True)

        for command in (schedule, forget):
            command.autocomplete("handle")(self._any_handle)

    async def _for_operators(
        self, interaction: discord.Interaction, action: str, do: Callable[[], Awaitable[str]]
    ) -> None:
        """Check, do, and tell the person alone how it went."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        try:
            if not self.is_operator(interaction):
                raise NotAllowed(action)
            text = await do()
        except TweetlikeError as error:
            text = explain(error)
        await interaction.followup.send(_plain(text), ephemeral=True)

    async def follow(self, interaction: discord.Interaction, job: Job) -> None:
        """Show how the job goes in a message of its own, and tell the person where."""
        try:
            message = await self._progress_message(interaction, describe_job(job))
        except TweetlikeError as error:
            await interaction.followup.send(_plain(explain(error)), ephemeral=True)
            return
        if message is None:
            text = "Asked for. I may write neither here nor to you, so look at `/models` for how it goes."
            await interaction.followup.send(text, ephemeral=True)
            return
        await self.service.show_job_in(job.id, PLATFORM, message.channel.id, message.id)
        self._watch(job.id, message)
        await interaction.followup.send(f"Asked for. I show how it goes here: {message.jump_url}", ephemeral=True)

    async def _offer_to_fetch(
        self, interaction: discord.Interaction[Any], error: UnknownAccount
    ) -> tuple[str, discord.ui.View] | None:
        """A button to fetch and train the account, where an operator asks and its source is switched on."""
        if not self.is_operator(interaction) or len(error.handle) > 90:
            return None
        try:
            costs = await self.service.offer(error.handle)
        except TweetlikeError:
            return None
        view = discord.ui.View(timeout=None)
        view.add_item(FetchButton(error.handle))
        return _plain(offer_words(error, costs)), view

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
                    return await place.send(_plain(text))
        return None

    def _watch(self, job_id: int, message: discord.Message | discord.PartialMessage) -> None:
        task = asyncio.create_task(self._show_progress(job_id, message))
        self._watchers.add(task)
        task.add_done_callback(self._watchers.discard)

    async def _show_progress(self, job_id: int, message: discord.Message | discord.PartialMessage) -> None:
        """Edit the message as the job goes on; the last edit says how it ended."""
        shown = ""
        while True:
            try:
                job = await self.service.job(job_id)
                text = _plain(describe_job(job))
                if text != shown:
                    await message.edit(content=text)
                    shown = text
            except (TweetlikeError, discord.NotFound, discord.Forbidden):
                await self.service.forget_message(job_id, PLATFORM, message.id)  # the job or the message is gone
                return
            except (discord.HTTPException, aiohttp.ClientError, OSError):
                log.warning("a progress message could not be edited; trying again")
            else:
                if not job.active:
                    await self.service.forget_message(job_id, PLATFORM, message.id)
                    return
            await asyncio.sleep(PROGRESS_EVERY_S)


class AgainButton(discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=r"again:(?P<id>[0-9]{1,18})"):
    """The same request with a new seed. It carries the generation's id, so that it works after a restart, too."""

    def __init__(self, generation_id: int) -> None:
        super().__init__(discord.ui.Button(label="Again", emoji="🔁", custom_id=f"again:{generation_id}"))
        self.generation_id = generation_id

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> AgainButton:
        return cls(int(match["id"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        service: Service = interaction.client.service

        async def ask(on_wait: OnWait) -> Answer:
            requester = str(interaction.user.id)
            return await service.again(self.generation_id, platform=PLATFORM, requester=requester, on_wait=on_wait)

        await show_answer(interaction, ask)


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
            job = await bot.service.fetch(self.handle, requester=f"discord:{interaction.user.id}")
        except TweetlikeError as error:
            await interaction.followup.send(_plain(explain(error)), ephemeral=True)
            return
        await bot.follow(interaction, job)


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
            handle = await self._bot.service.forget(self._handle, opt_out=self._opt_out)
            text = f"@{handle} is forgotten" + (" and has opted out." if self._opt_out else ".")
        except TweetlikeError as error:
            text = explain(error)
        await interaction.edit_original_response(content=_plain(text), view=None)
        self.stop()


Offer = Callable[[discord.Interaction[Any], UnknownAccount], Awaitable[tuple[str, discord.ui.View] | None]]


async def show_answer(
    interaction: discord.Interaction[Any], ask: Callable[[OnWait], Awaitable[Answer]], offer: Offer | None = None
) -> None:
    """ "Thinking" at once, the place in line if there is one, then the answer, all in one message.

    For an account that is not known, what `offer` returns.
    """
    await interaction.response.defer(thinking=True)
    notices: list[asyncio.Task[object]] = []

    def waiting(position: int) -> None:
        notices.append(asyncio.create_task(interaction.edit_original_response(content=in_line(position))))

    answer, trouble, view = None, "", None
    try:
        answer = await ask(waiting)
    except TweetlikeError as error:
        trouble = _plain(explain(error))
        if isinstance(error, UnknownAccount) and offer and (offered := await offer(interaction, error)):
            trouble, view = offered
    except Exception:  # for a button, nobody else would say so
        log.exception("an answer failed")
        trouble = BROKEN
    await asyncio.gather(*notices, return_exceptions=True)  # or a notice might come last
    if answer is None:
        await interaction.edit_original_response(content=trouble, view=view)
        return
    view = discord.ui.View(timeout=None)
    view.add_item(AgainButton(answer.generation_id))
    await interaction.edit_original_response(content=None, embed=answer_embed(answer), view=view)


def answer_embed(answer: Answer) -> discord.Embed:
    """Five tweets, easy to read and copy, that say what they are."""
    tweets = "\n\n".join(f"**{number}.** {_plain(text)}" for number, text in enumerate(answer.texts, 1))
    embed = discord.Embed(description=tweets[:4096], colour=COLOUR)
    embed.set_author(name=f"{_short(neutralise(answer.display_name))} (@\u2060{answer.handle})"[:256])
    embed.set_footer(
        text=f"{parody_label(answer.handle)} · version {answer.version} · trained on {answer.trained_on} tweets · "
        f"{day(answer.trained_at)} · seed {answer.seed}"
    )
    return embed


def score_embed(score: Score) -> discord.Embed:
    """A field a measurement."""
    embed = discord.Embed(
        title=f"@\u2060{score.handle}, version {score.version}"[:256],
        description=f"{score.card.generated} tweets it wrote, beside {score.card.held_out} real ones it has not seen.",
        colour=COLOUR,
    )
    for name, value in score_lines(score):
        embed.add_field(name=name, value=value, inline=False)
    embed.set_footer(text=APART)
    return embed


def models_embed(found: list[AccountStatus]) -> discord.Embed:
    """One line a voice, within an embed's limits."""
    lines = [_model_line(status) for status in found] or ["No voices yet. An operator adds one: `tweetlike import`."]
    text = ""
    for number, line in enumerate(lines):
        if len(text) + len(line) > 3900:
            text += f"… and {len(lines) - number} more"
            break
        text += line + "\n"
    return discord.Embed(title="Voices", description=text, colour=COLOUR)


def _model_line(status: AccountStatus) -> str:
    return f"**@\u2060{_plain(status.account.handle)}**: {voice_state(status)}"


def _plain(text: str) -> str:
    """The text as it reads: neutral, and no part of it is markup (`discord.utils.escape_markdown` leaves links be)."""
    return _MARKUP.sub(r"\\\g<0>", neutralise(text))


def _owners(application: discord.AppInfo) -> frozenset[int]:
    """Who owns the application; of a team, its owner and those who may work on it."""
    team = application.team
    if team is None:
        return frozenset({application.owner.id})
    working = (discord.TeamMemberRole.admin, discord.TeamMemberRole.developer)
    return frozenset(member.id for member in team.members if member.role in working or member.id == team.owner_id)


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:59] + "…"
