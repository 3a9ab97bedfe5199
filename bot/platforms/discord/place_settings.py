"""`/settings` on Discord: what the admins of a server choose for it, in a message with menus that outlive a restart."""

from __future__ import annotations

import re
from typing import Any

import discord
from discord import app_commands

from bot.platforms.discord.client import (
    Client,
    Interaction,
    Modal,
    TellsErrors,
    asker_of,
    client_of,
    phrases_for,
)
from bot.platforms.discord.embeds import PLATFORM, plain
from bot.platforms.languages import LANGUAGES
from bot.platforms.phrases import choices_lines
from data.chat.places import SWITCHES, Choices
from data.errors import OwnPlaceOnly
from data.texts.phrases import Phrases

MAX_CHANNELS = 25  # that a menu of Discord's takes
OF_EACH = "-"


def add_commands(client: Client) -> None:
    """The command, which only those are shown who may manage the server."""

    @client.tree.command(description="Server admins: which voices answer here, where, and how")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def settings(interaction: Interaction) -> None:
        place = own_place(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        choices = await client.service.places.choices(place)
        text, view = await _shown(interaction, place, choices)
        await interaction.followup.send(text, view=view, ephemeral=True)


def own_place(interaction: Interaction) -> str:
    """Raises `OwnPlaceOnly` for whoever may not manage the server, or where the bot is not a member of it."""
    if interaction.guild_id is None or not (
        interaction.is_guild_integration() and interaction.permissions.manage_guild
    ):
        raise OwnPlaceOnly
    return f"{PLATFORM}:{interaction.guild_id}"


async def _shown(interaction: Interaction, place: str, choices: Choices) -> tuple[str, discord.ui.View]:
    phrases = phrases_for(interaction)
    changes = await client_of(interaction).service.places.changes(place)
    lines = [plain(line) for line in choices_lines(choices, changes, phrases)]
    view = discord.ui.View(timeout=None)
    for name in SWITCHES:
        view.add_item(SwitchButton(name, phrases.switches[name], getattr(choices, name)))
    view.add_item(VoicesButton(phrases.choose_voices))
    there = {str(channel.id) for channel in interaction.guild.channels} if interaction.guild else set()
    view.add_item(ChannelMenu(phrases.choose_channels, tuple(each for each in choices.channels or () if each in there)))
    view.add_item(LanguageMenu(phrases, choices.language))
    return "\n".join((f"**{phrases.settings_here}**", *lines))[:2000], view


async def _show_again(interaction: Interaction, place: str, choices: Choices) -> None:
    text, view = await _shown(interaction, place, choices)
    await interaction.edit_original_response(content=text, view=view)


class SwitchButton(
    TellsErrors,
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=rf"switch:(?P<name>{'|'.join(SWITCHES)})",
):
    """Turns one choice over; green is on."""

    def __init__(self, name: str, label: str = "…", on: bool = False) -> None:
        style = discord.ButtonStyle.success if on else discord.ButtonStyle.secondary
        super().__init__(discord.ui.Button(label=label, style=style, custom_id=f"switch:{name}", row=0))
        self.name = name

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> SwitchButton:
        return cls(match["name"])

    async def press(self, interaction: Interaction) -> None:
        place = own_place(interaction)
        await interaction.response.defer()
        places = client_of(interaction).service.places
        await _show_again(interaction, place, await places.switch(place, self.name, who=asker_of(interaction).id))


class VoicesButton(
    TellsErrors, discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=r"place:(?P<what>voices)"
):
    """Opens a form for the handles: there may be more than a menu has room for."""

    def __init__(self, label: str = "…") -> None:
        super().__init__(discord.ui.Button(label=label, custom_id="place:voices", row=0))

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> VoicesButton:
        return cls()

    async def press(self, interaction: Interaction) -> None:
        place = own_place(interaction)
        choices = await client_of(interaction).service.places.choices(place)
        await interaction.response.send_modal(VoicesModal(choices, phrases_for(interaction)))


class VoicesModal(Modal):
    """The handles that may speak here."""

    def __init__(self, choices: Choices, phrases: Phrases) -> None:
        super().__init__(title=phrases.choose_voices, timeout=900.0)
        self.handles: discord.ui.TextInput[VoicesModal] = discord.ui.TextInput(
            label=phrases.choose_voices_how[:45],
            custom_id="handles",
            style=discord.TextStyle.paragraph,
            default=" ".join(choices.voices or ())[:4000] or None,
            required=False,
        )
        self.add_item(self.handles)

    async def on_submit(self, interaction: Interaction) -> None:
        place = own_place(interaction)
        await interaction.response.defer()
        handles = self.handles.value.replace(",", " ").split() or None
        places = client_of(interaction).service.places
        await _show_again(interaction, place, await places.choose_voices(place, handles, who=asker_of(interaction).id))


class ChannelMenu(
    TellsErrors,
    discord.ui.DynamicItem[discord.ui.ChannelSelect[discord.ui.View]],
    template=r"place:(?P<what>channels)",
):
    """The channels in which the bot answers; none: in all."""

    def __init__(self, placeholder: str = "…", chosen: tuple[str, ...] = ()) -> None:
        menu: discord.ui.ChannelSelect[discord.ui.View] = discord.ui.ChannelSelect(
            placeholder=placeholder[:150],
            custom_id="place:channels",
            channel_types=[discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum],
            min_values=0,
            max_values=MAX_CHANNELS,
            default_values=[
                discord.SelectDefaultValue(id=int(channel), type=discord.SelectDefaultValueType.channel)
                for channel in chosen[:MAX_CHANNELS]
            ],
            row=1,
        )
        super().__init__(menu)

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> ChannelMenu:
        return cls()

    async def press(self, interaction: Interaction) -> None:
        place = own_place(interaction)
        await interaction.response.defer()
        ids = [str(channel.id) for channel in self.item.values]
        places = client_of(interaction).service.places
        await _show_again(interaction, place, await places.choose_channels(place, ids, who=asker_of(interaction).id))


class LanguageMenu(
    TellsErrors,
    discord.ui.DynamicItem[discord.ui.Select[discord.ui.View]],
    template=r"place:(?P<what>language)",
):
    """The language of what all read here."""

    def __init__(self, phrases: Phrases | None = None, chosen: str | None = None) -> None:
        names = {OF_EACH: phrases.language_of_each if phrases else "…"}
        names |= {key: each.language_name for key, each in LANGUAGES.items()}
        options = [
            discord.SelectOption(label=name[:100], value=key, default=key == (chosen or OF_EACH))
            for key, name in names.items()
        ]
        menu: discord.ui.Select[discord.ui.View] = discord.ui.Select(options=options, custom_id="place:language", row=2)
        super().__init__(menu)

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> LanguageMenu:
        return cls()

    async def press(self, interaction: Interaction) -> None:
        place = own_place(interaction)
        await interaction.response.defer()
        chosen = self.item.values[0]
        language = chosen if chosen in LANGUAGES else None
        places = client_of(interaction).service.places
        shown = await places.choose_language(place, language, who=asker_of(interaction).id)
        await _show_again(interaction, place, shown)
