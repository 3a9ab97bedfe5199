"""Real or fake? on Discord."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
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
    phrases_for,
    whisper_first,
)
from bot.platforms.discord.embeds import COLOUR, plain, round_embed
from bot.platforms.languages import ENGLISH
from bot.platforms.phrases import board_lines, result_lines
from bot.service.safety import neutralise
from data.chat.games import Round, Shown
from data.errors import RoundOver
from data.texts.phrases import Phrases


def add_commands(client: Client) -> None:
    """The command that begins a round."""

    @client.tree.command(description="Real or fake? Find the real tweet among four")
    @app_commands.describe(handle="whose tweets")
    async def realorfake(interaction: Interaction, handle: str) -> None:
        service, asker = client.service, asker_of(interaction)
        with service.requests.hold():
            service.turns.refuse(asker)
            await whisper_first(lambda: service.answers.check(handle, asker=asker))
            await interaction.response.defer(thinking=True)
            place = str(interaction.guild_id or interaction.channel_id)
            account, game = await service.games.begin(handle, asker=asker, place=place)
            view = discord.ui.View(timeout=None)
            for card in range(len(game.cards)):
                view.add_item(GuessButton(game.id, card))
            _, phrases = await here(interaction)
            shown = round_embed(account.handle, game, phrases)
            message = await interaction.edit_original_response(embed=shown, view=view)
            await service.games.show_in(game.id, message.channel.id, message.id)
            client.background(end_round(client, game, interaction.edit_original_response, phrases))

    realorfake.autocomplete("handle")(client.voice_handle)

    @client.tree.command(description="Who finds the real tweet most often here")
    async def leaderboard(interaction: Interaction) -> None:
        asker, place = asker_of(interaction), str(interaction.guild_id or interaction.channel_id)
        await whisper_first(lambda: client.service.places.admit(asker, ()))
        await interaction.response.defer(thinking=True)
        board = await client.service.games.board(asker, place)
        _, phrases = await here(interaction)
        lines = "\n".join(plain(line) for line in board_lines(board, phrases))
        await interaction.followup.send(
            embed=discord.Embed(title=phrases.board, description=lines[:4096], colour=COLOUR)
        )


class GuessButton(
    TellsErrors,
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"guess:(?P<round>[0-9]{1,18}):(?P<card>[0-3])",
):
    """One of the four cards of "Real or fake?"."""

    def __init__(self, round_id: int, card: int) -> None:
        super().__init__(discord.ui.Button(label=str(card + 1), custom_id=f"guess:{round_id}:{card}"))
        self.round_id, self.card = round_id, card

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> GuessButton:
        return cls(int(match["round"]), int(match["card"]))

    async def press(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        asker, message = asker_of(interaction), interaction.message
        if message is None:
            raise RoundOver
        shown = Shown(asker.platform, str(message.channel.id), str(message.id))
        name = neutralise(interaction.user.display_name)
        games = client_of(interaction).service.games
        counts = await games.guess(self.round_id, self.card, shown, player=asker.id, name=name)
        text = phrases_for(interaction).game_guessed.format(number=self.card + 1, total=sum(counts))
        await interaction.followup.send(text, ephemeral=True)


async def end_round(
    client: Client, game: Round, edit: Callable[..., Awaitable[Any]], phrases: Phrases = ENGLISH
) -> None:
    """When its time is up, show the answer in the message of the round."""
    await asyncio.sleep(max(0.0, game.ends_at - client.service.context.now()))
    result = await client.service.games.end(game.id)
    if result is None:
        return
    embed = round_embed(result.handle, game, phrases)
    ended = "\n".join(plain(line) for line in result_lines(result, phrases))
    embed.description = f"{embed.description or ''}\n\n{ended}"
    embed.description = embed.description[:4096]
    with suppress(discord.HTTPException):  # the message is gone
        await edit(embed=embed, view=None)
