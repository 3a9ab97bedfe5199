"""Discord: slash commands, embeds, and one message that follows a training.

Every command that can wait defers first; an answer is one message; nobody can be mentioned by it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

import discord
from discord import app_commands

from bot.generation.generator import OnWait
from bot.generation.types import MOST_TWEETS
from bot.platforms.discord.answers import AnswerButton, MoreMenu, PageButton, asker_of, page_view, show_answer
from bot.platforms.discord.embeds import PLATFORM, models_embed, plain, score_embed, voices_embed
from bot.platforms.discord.game import GuessButton, add_game, end_round
from bot.platforms.discord.operators import FetchButton, add_operations, show_progress
from bot.platforms.discord.translations import Translations
from bot.platforms.languages import broken, explain_in, privacy_words
from bot.platforms.phrases import offer_words, status_lines
from bot.service.options import CREATIVITY, MOST_SEED, AnswerOptions, temperature_of
from bot.service.service import Answer, Service
from data.errors import TweetlikeError, UnknownAccount

log = logging.getLogger(__name__)
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
        self.add_dynamic_items(AnswerButton, MoreMenu, PageButton, GuessButton, FetchButton)
        await self.tree.set_translator(Translations())
        await self.tree.sync()
        for game in await self.games.unfinished(PLATFORM):
            if game.channel_id and game.message_id:
                message = self.get_partial_messageable(int(game.channel_id)).get_partial_message(int(game.message_id))
                self.background(end_round(self, game, message.edit))
        for job_id, channel_id, message_id in await self.operations.messages_to_update(PLATFORM):
            message = self.get_partial_messageable(int(channel_id)).get_partial_message(int(message_id))
            self.background(show_progress(self, job_id, message))

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

        @self.tree.command(description="The voices there are, their versions and scores")
        @app_commands.describe(handle="one voice; leave out for all")
        async def models(interaction: discord.Interaction, handle: str | None = None) -> None:
            await interaction.response.defer(ephemeral=True, thinking=True)
            try:
                found = await self.service.models(handle)
            except TweetlikeError as error:
                await interaction.followup.send(plain(explain_in(interaction.locale.value, error)), ephemeral=True)
                return
            await interaction.followup.send(embed=models_embed(found), ephemeral=True)

        models.autocomplete("handle")(self.any_handle)

        @self.tree.command(description="How close a voice comes to its account, measured")
        @app_commands.describe(handle="whose voice")
        async def score(interaction: discord.Interaction, handle: str) -> None:
            await interaction.response.defer(ephemeral=True, thinking=True)
            try:
                found = await self.service.score(handle)
            except TweetlikeError as error:
                await interaction.followup.send(plain(explain_in(interaction.locale.value, error)), ephemeral=True)
                return
            embed, files = score_embed(found), []
            if found.picture is not None:
                files.append(discord.File(found.picture, "scorecard.png"))
                embed.set_image(url="attachment://scorecard.png")
            await interaction.followup.send(embed=embed, files=files, ephemeral=True)

        score.autocomplete("handle")(self.any_handle)

        add_game(self)
        add_operations(self)
        self._add_small_commands()

        @self.tree.command(name="help", description="What this bot does")
        async def help_command(interaction: discord.Interaction) -> None:
            await interaction.response.send_message(HELP, ephemeral=True)

        @self.tree.error
        async def failed(interaction: discord.Interaction, error: app_commands.AppCommandError) -> None:
            log.error("a command failed", exc_info=error)
            send = interaction.followup.send if interaction.response.is_done() else interaction.response.send_message
            await send(broken(interaction.locale.value), ephemeral=True)

    def _add_small_commands(self) -> None:
        @self.tree.command(description="The voices there are, with search")
        @app_commands.describe(search="a part of the handle", page="which page")
        async def voices(
            interaction: discord.Interaction, search: str = "", page: app_commands.Range[int, 1, 1000] = 1
        ) -> None:
            found = await self.service.voices(search, page)
            view = page_view(found, search)
            await interaction.response.send_message(embed=voices_embed(found), view=view, ephemeral=True)

        @self.tree.command(description="What the bot is doing: line, device, trainings")
        async def status(interaction: discord.Interaction) -> None:
            lines = status_lines(await self.service.status())
            await interaction.response.send_message(plain("\n".join(lines))[:2000], ephemeral=True)

        @self.tree.command(description="What I keep, and how an account opts out")
        async def privacy(interaction: discord.Interaction) -> None:
            await interaction.response.send_message(privacy_words(interaction.locale.value), ephemeral=True)

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

    async def voice_handle(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        found = await self.service.suggest_handles(typed)
        return [app_commands.Choice(name=f"@{h}"[:100], value=h[:100]) for h in found]

    async def any_handle(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        found = await self.service.suggest_handles(typed, speaking=False)
        return [app_commands.Choice(name=f"@{h}"[:100], value=h[:100]) for h in found]

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

    def background(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._watchers.add(task)
        task.add_done_callback(self._watchers.discard)


def _owners(application: discord.AppInfo) -> frozenset[int]:
    """Who owns the application; of a team, its owner and those who may work on it."""
    team = application.team
    if team is None:
        return frozenset({application.owner.id})
    working = (discord.TeamMemberRole.admin, discord.TeamMemberRole.developer)
    return frozenset(member.id for member in team.members if member.role in working or member.id == team.owner_id)
