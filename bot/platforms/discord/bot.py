"""Discord: slash commands, embeds, and one message that follows a training. This file composes the features.

Every command defers before it looks anything up; an answer is one message; nobody can be mentioned by it.
"""

from __future__ import annotations

import hashlib
import json
import logging

import discord
from discord import app_commands

from bot.platforms.discord import answers, conversation, game, operators, place_settings, posts, talk
from bot.platforms.discord.client import Client, Interaction, asker_of, phrases_for
from bot.platforms.discord.embeds import PLATFORM, models_embed, paragraphs, plain, score_embed, voices_embed
from bot.platforms.discord.translations import Translations
from bot.platforms.phrases import privacy_words, status_lines
from bot.service.safety import own_sentence
from bot.service.service import Service
from data.storage.notes import read_note, write_note

log = logging.getLogger(__name__)


class DiscordBot(Client):
    """The client with all its commands. `service` does the work; this package only speaks Discord."""

    def __init__(self, service: Service) -> None:
        super().__init__(service)
        answers.add_commands(self, operators.offer_to_fetch)
        game.add_commands(self)
        conversation.add_commands(self)
        place_settings.add_commands(self)
        posts.add_commands(self)
        self._for_admins = operators.commands_for_admins(self)
        _add_directory(self)
        _add_small_commands(self)

    async def setup_hook(self) -> None:
        """Learn who owns the application, register the commands in the background if they have changed, and resume the
        progress messages and rounds that a restart interrupted."""
        application = await self.application_info()
        self.owners = _owners(application)
        self.add_dynamic_items(
            answers.AnswerButton,
            answers.CardButton,
            answers.MoreMenu,
            answers.PageButton,
            answers.VoiceButton,
            game.GuessButton,
            operators.FetchButton,
            operators.ForgetButton,
            conversation.StopButton,
            place_settings.SwitchButton,
            place_settings.VoicesButton,
            place_settings.ChannelMenu,
            place_settings.LanguageMenu,
        )
        await self.tree.set_translator(Translations())
        self.background(self._register_all())
        self.background(posts.keep_posting(self))
        for unfinished in await self.service.games.unfinished(PLATFORM):
            if unfinished.channel_id and unfinished.message_id:
                channel = self.get_partial_messageable(int(unfinished.channel_id))
                message = channel.get_partial_message(int(unfinished.message_id))
                self.background(game.end_round(self, unfinished, message.edit))
        for job_id, channel_id, message_id in await self.service.operations.messages_to_update(PLATFORM):
            message = self.get_partial_messageable(int(channel_id)).get_partial_message(int(message_id))
            self.background(operators.show_progress(self, job_id, message))

    async def on_message(self, message: discord.Message) -> None:
        """Something was said where the bot is."""
        if not await talk.answer(self, message):
            await posts.chime_in(self, message)

    async def on_ready(self) -> None:
        """It may have been removed from servers while it was away."""
        await self.service.places.only_in(PLATFORM, [str(guild.id) for guild in self.guilds])

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """What was chosen there is forgotten after a month."""
        await self.service.places.left(f"{PLATFORM}:{guild.id}")

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """A server that the bot was not in yet, or not any more; perhaps a trusted one."""
        await self.service.places.back(f"{PLATFORM}:{guild.id}")
        if guild.id in self.service.settings.discord_trusted_servers:
            await self.register_in(guild.id)

    async def register_in(self, server_id: int) -> None:
        """Show the commands of admins and operators in a server: anywhere else those who see them may not use them."""
        server = discord.Object(server_id)
        for command in self._for_admins:
            self.tree.add_command(command, guild=server, override=True)
        await self._register(server)

    async def _register_all(self) -> None:
        """What all see, everywhere; what admins see, in servers that an operator trusts, and no longer in others."""
        context, trusted = self.service.context, self.service.settings.discord_trusted_servers
        await self._register(None)
        name = f"discord-servers {self.application_id}"
        noted = await context.look_up(read_note, name)
        before = json.loads(noted) if noted else []
        for server_id in sorted(set(before) - trusted):
            await self._register(discord.Object(server_id))  # of an empty list
        for server_id in sorted(trusted):
            await self.register_in(server_id)
        await context.in_database(write_note, name, json.dumps(sorted(trusted)))

    async def _register(self, server: discord.Object | None) -> None:
        """Discord counts registrations, and may take minutes for one: only what is not known there yet is sent."""
        context, translator = self.service.context, self.tree.translator
        assert translator
        commands = [
            await each.get_translated_payload(self.tree, translator) for each in self.tree.get_commands(guild=server)
        ]
        digest = hashlib.sha256(json.dumps(commands, sort_keys=True).encode()).hexdigest()
        name = f"discord-commands {self.application_id} {server.id if server else 'everywhere'}"
        if await context.look_up(read_note, name) == digest:
            return
        try:
            await self.tree.sync(guild=server)
        except discord.HTTPException as error:
            place = f"in server {server.id}" if server else "at Discord"
            log.warning("the commands could not be registered %s (%s); they are at the next start", place, error)
        else:
            await context.in_database(write_note, name, digest)


def _add_directory(client: Client) -> None:
    @client.tree.command(description="The voices there are, their versions and scores")
    @app_commands.describe(handle="one voice; leave out for all")
    async def models(interaction: Interaction, handle: str | None = None) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        found = await client.service.directory.models(handle)
        embed, view = models_embed(found, phrases_for(interaction)), answers.models_view(found)
        await interaction.followup.send(embed=embed, view=view, ephemeral=True)

    models.autocomplete("handle")(client.any_handle)

    @client.tree.command(description="How close a voice comes to its account, measured")
    @app_commands.describe(handle="whose voice")
    async def score(interaction: Interaction, handle: str) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        found = await client.service.directory.score(handle)
        embed, files = score_embed(found, phrases_for(interaction)), []
        if found.picture is not None:
            files.append(discord.File(found.picture, "scorecard.png", description=embed.description))
            embed.set_image(url="attachment://scorecard.png")
        await interaction.followup.send(embed=embed, files=files, ephemeral=True)

    score.autocomplete("handle")(client.any_handle)

    @client.tree.command(description="The voices there are, with search")
    @app_commands.describe(search="a part of the handle", page="which page")
    async def voices(interaction: Interaction, search: str = "", page: app_commands.Range[int, 1, 1000] = 1) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        found = await client.service.directory.voices(search, page, place=asker_of(interaction).place)
        view = answers.voices_view(found, search)
        await interaction.followup.send(embed=voices_embed(found, phrases_for(interaction)), view=view, ephemeral=True)


def _add_small_commands(client: Client) -> None:
    @client.tree.command(description="What the bot is doing: line, device, trainings")
    async def status(interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        lines = status_lines(await client.service.directory.status(), phrases_for(interaction))
        await interaction.followup.send("\n".join(plain(line) for line in lines)[:2000], ephemeral=True)

    @client.tree.command(description="What I keep, and how an account opts out")
    async def privacy(interaction: Interaction) -> None:
        words = privacy_words(client.service.settings.keep_answers_days, phrases_for(interaction))
        await interaction.response.send_message(own_sentence(words), ephemeral=True)

    @client.tree.command(name="help", description="What this bot does")
    async def help_command(interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        phrases, view = phrases_for(interaction), discord.ui.View(timeout=None)
        for handle in await client.service.directory.examples(place=asker_of(interaction).place):
            view.add_item(answers.VoiceButton(handle))
        parts = [phrases.help_asking, phrases.help_mix, phrases.help_talking, phrases.help_talk]
        parts += [phrases.help_game, phrases.help_looking, phrases.help_score]
        parts += [phrases.help_admins] if client.is_admin(interaction) else []
        parts += [phrases.help_operators] if client.is_operator(interaction) else []
        text = paragraphs([phrases.help_start, *parts, "", phrases.help_parody])
        await interaction.followup.send(text, view=view, ephemeral=True)


def _owners(application: discord.AppInfo) -> frozenset[int]:
    """Who owns the application; of a team, its owner and those who may work on it."""
    team = application.team
    if team is None:
        return frozenset({application.owner.id})
    working = (discord.TeamMemberRole.admin, discord.TeamMemberRole.developer)
    return frozenset(member.id for member in team.members if member.role in working or member.id == team.owner_id)
