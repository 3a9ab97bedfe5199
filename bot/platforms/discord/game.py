"""Real or fake? on Discord."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.platforms.discord.answers import asker_of, tell_alone
from bot.platforms.discord.embeds import PLATFORM, plain, round_embed
from bot.platforms.languages import explain_in
from bot.platforms.phrases import result_lines
from bot.service.safety import neutralise
from data.chat.games import Round
from data.errors import TweetlikeError

if TYPE_CHECKING:
    from bot.platforms.discord.bot import DiscordBot


def add_game(bot: DiscordBot) -> None:
    """The command that begins a round."""

    @bot.tree.command(description="Real or fake? Find the real tweet among four")
    @app_commands.describe(handle="whose tweets")
    async def realorfake(interaction: discord.Interaction, handle: str) -> None:
        with bot.service.requests.hold():
            await show_round(interaction, handle)

    async def show_round(interaction: discord.Interaction, handle: str) -> None:
        asker = asker_of(interaction)
        try:
            bot.service.refuse_turn(asker)
        except TweetlikeError as error:
            await tell_alone(interaction, error)
            return
        await interaction.response.defer(thinking=True)
        place = str(interaction.guild_id or interaction.channel_id)
        try:
            account, game = await bot.games.begin(handle, asker=asker, place=place)
        except TweetlikeError as error:
            await interaction.edit_original_response(content=plain(explain_in(interaction.locale.value, error)))
            return
        view = discord.ui.View(timeout=None)
        for card in range(len(game.cards)):
            view.add_item(GuessButton(game.id, card))
        message = await interaction.edit_original_response(embed=round_embed(account.handle, game), view=view)
        await bot.games.show_in(game.id, message.channel.id, message.id)
        bot.background(end_round(bot, game, interaction.edit_original_response))

    realorfake.autocomplete("handle")(bot.voice_handle)


class GuessButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"guess:(?P<round>[0-9]{1,18}):(?P<card>[0-3])",
):
    """One of the four cards of "Real or fake?"."""

    def __init__(self, round_id: int, card: int) -> None:
        super().__init__(discord.ui.Button(label=str(card + 1), custom_id=f"guess:{round_id}:{card}"))
        self.round_id, self.card = round_id, card

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> GuessButton:
        return cls(int(match["round"]), int(match["card"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: DiscordBot = interaction.client
        user = interaction.user
        try:
            counts = await bot.games.guess(
                self.round_id, self.card, player=f"{PLATFORM}:{user.id}", name=neutralise(user.display_name)
            )
        except TweetlikeError as error:
            await tell_alone(interaction, error)
            return
        text = f"You say number {self.card + 1}. {sum(counts)} have guessed; you may change your mind until it ends."
        await interaction.response.send_message(text, ephemeral=True)


async def end_round(bot: DiscordBot, game: Round, edit: Callable[..., Awaitable[Any]]) -> None:
    """When its time is up, show the answer in the message of the round."""
    await asyncio.sleep(max(0.0, game.ends_at - bot.service.now()))
    result = await bot.games.end(game.id)
    if result is None:
        return
    embed = round_embed(result.handle, game)
    embed.description = (embed.description or "") + "\n\n" + plain("\n".join(result_lines(result)))
    embed.description = embed.description[:4096]
    with suppress(discord.HTTPException):  # the message is gone
        await edit(embed=embed, view=None)
