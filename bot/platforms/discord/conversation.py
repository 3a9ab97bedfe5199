"""`/talk` on Discord: two or three voices in a thread of their own."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from typing import Any

import discord
from discord import app_commands

from bot.platforms.discord.client import (
    Client,
    Interaction,
    TellsErrors,
    asker_of,
    client_of,
    here,
    tell,
    whisper_first,
)
from bot.platforms.discord.embeds import plain
from bot.platforms.phrases import parody_label
from bot.service.conversations import MAX_TURNS, USUAL_TURNS, Conversation, Turn
from bot.service.safety import PROMPT_CHARACTERS, neutralise
from data.texts.phrases import Phrases

MOST_FOLLOWUPS = 5  # that Discord takes of an app which the server has not invited
PAUSE_S = 2.0  # to read what was said
Say = Callable[..., Awaitable[object]]


def add_commands(client: Client) -> None:
    """The command that begins a conversation."""

    @client.tree.command(description="Two or three voices talk with each other (AI parody)")
    @app_commands.describe(
        first="whose voice begins",
        second="whose voice answers",
        third="one more voice",
        topic="how the first one begins",
        turns="how many tweets in all",
    )
    async def talk(
        interaction: Interaction,
        first: str,
        second: str,
        third: str | None = None,
        topic: app_commands.Range[str, 0, PROMPT_CHARACTERS] = "",
        turns: app_commands.Range[int, 2, MAX_TURNS] = USUAL_TURNS,
    ) -> None:
        service, asker = client.service, asker_of(interaction)
        handles = [first, second, *([third] if third else [])]
        with service.requests.hold():
            service.turns.refuse(asker)
            await whisper_first(lambda: service.answers.check(first, topic, asker=asker))
            await interaction.response.defer(thinking=True)
            if not interaction.is_guild_integration():
                turns = min(turns, MOST_FOLLOWUPS)
            conversation = await service.conversations.begin(handles, topic, turns, asker=asker)
            try:
                _, phrases = await here(interaction)
                head = phrases.talk_head.format(handles=" × ".join(f"@{each}" for each in conversation.handles))
                text = f"**{plain(head)}**" + (f"\n{plain(topic)} …" if topic else "")
                view = discord.ui.View(timeout=None)
                view.add_item(StopButton(conversation.key, phrases.talk_stop))
                message = await interaction.edit_original_response(content=text[:2000], view=view)
                say = await _place_for(interaction, message, head)
            except BaseException:
                service.conversations.end(conversation, asker)
                raise
        client.background(_go_on(interaction, conversation, say, phrases))

    for name in ("first", "second", "third"):
        talk.autocomplete(name)(client.voice_handle)


async def _place_for(interaction: Interaction, message: discord.InteractionMessage, name: str) -> Say:
    """A thread under the message; where there can be none, messages that follow it."""
    if isinstance(interaction.channel, discord.TextChannel) and interaction.app_permissions.create_public_threads:
        try:
            thread = await message.create_thread(name=neutralise(name)[:100], auto_archive_duration=60)
        except discord.HTTPException:
            pass
        else:
            return thread.send
    return interaction.followup.send


async def _go_on(interaction: Interaction, conversation: Conversation, say: Say, phrases: Phrases) -> None:
    conversations, asker = client_of(interaction).service.conversations, asker_of(interaction)
    try:
        async with aclosing(conversations.turns(conversation, asker=asker, pause_s=PAUSE_S)) as turns:
            async for turn in turns:
                await say(turn_text(turn, phrases))
    except Exception as error:  # noqa: BLE001 - `tell` logs the traceback
        await tell(interaction, error)


def turn_text(turn: Turn, phrases: Phrases) -> str:
    """Who says what, and that it is made up."""
    said = f"**{plain(turn.display_name)[:100]}** (@\u2060{plain(turn.handle)}): {plain(turn.text)}"
    foot = f"\n-# {plain(parody_label(turn.handle, phrases))[:200]}"
    return said[: 2000 - len(foot)] + foot


class StopButton(
    TellsErrors, discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=r"hush:(?P<key>[0-9a-f]{16})"
):
    """Anybody who reads along may end it."""

    def __init__(self, key: str, label: str = "…") -> None:
        style = discord.ButtonStyle.secondary
        super().__init__(discord.ui.Button(label=label, emoji="⏹️", style=style, custom_id=f"hush:{key}"))
        self.key = key

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> StopButton:
        return cls(match["key"])

    async def press(self, interaction: Interaction) -> None:
        client_of(interaction).service.conversations.stop(self.key)
        await interaction.response.edit_message(view=None)
