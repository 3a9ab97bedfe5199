"""What the bot says by itself on Discord: `/daily` and `/chime`, and the posts that come of them."""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord import app_commands

from bot.platforms.discord.answers import answer_view
from bot.platforms.discord.client import Client, Interaction, asker_in, asker_of, phrases_for
from bot.platforms.discord.embeds import PLATFORM, paragraphs, plain, shown_answer
from bot.platforms.discord.place_settings import own_place
from bot.platforms.discord.talk import SAID
from bot.platforms.languages import phrases_of
from bot.platforms.phrases import chime_words, dailies_lines
from bot.service.answers import Answer
from data.chat.places import Choices
from data.chat.posts import Daily
from data.errors import TweetlikeError

log = logging.getLogger(__name__)
LOOK_EVERY_S = 60.0


def add_commands(client: Client) -> None:
    """Two commands, which only those are shown who may manage the server."""

    @client.tree.command(description="Server admins: a tweet of the day in this channel")
    @app_commands.describe(
        handle="whose voice; leave out to see what is posted here",
        time="like 09:00, or off",
        zone="a time zone like Europe/Berlin",
    )
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def daily(
        interaction: Interaction, handle: str | None = None, time: str = "09:00", zone: str = "UTC"
    ) -> None:
        place, posts = own_place(interaction), client.service.posts
        await interaction.response.defer(ephemeral=True, thinking=True)
        if handle is None:
            found = await posts.dailies(place)
        else:
            found = await posts.set_daily(asker_of(interaction), handle, time, zone)
        lines = dailies_lines(found, phrases_for(interaction), lambda each: f"<#{each.channel}>")
        await interaction.followup.send("\n".join(lines)[:2000], ephemeral=True)

    @client.tree.command(description="Server admins: a voice that answers now and then in this channel")
    @app_commands.describe(handle="whose voice", often="like 1% of the messages, or off")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def chime(interaction: Interaction, handle: str | None = None, often: str = "1%") -> None:
        own_place(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        on = await client.service.posts.choose_chime(asker_of(interaction), handle, often)
        words = chime_words(handle if on else None, often, phrases_for(interaction))
        await interaction.followup.send(paragraphs([plain(words)]), ephemeral=True)

    daily.autocomplete("handle")(client.voice_handle)
    chime.autocomplete("handle")(client.voice_handle)


async def keep_posting(client: Client) -> None:
    """Post what is due, for ever."""

    async def post(daily: Daily) -> None:
        channel = client.get_channel(int(daily.channel))
        there = asker_in(channel, int(daily.channel), "server", 0, exempt=True)
        answer = await client.service.posts.write(daily, thread_of=there.thread_of, among_adults=there.among_adults)
        choices = await client.service.places.choices(daily.place)
        try:
            await client.get_partial_messageable(int(daily.channel)).send(**_message(answer, choices, None))
        except discord.HTTPException as error:  # the channel is gone, or the bot may not write there
            log.warning("a tweet of the day was not posted: %s", error)

    await client.wait_until_ready()
    await client.service.posts.keep_posting(PLATFORM, post, LOOK_EVERY_S)


async def chime_in(client: Client, message: discord.Message) -> None:
    """Perhaps answer a message that was not for the bot."""
    if message.guild is None or message.author.bot or message.webhook_id or message.type not in SAID:
        return
    asker = asker_in(message.channel, message.channel.id, str(message.guild.id), message.author.id, exempt=False)
    try:
        answer = await client.service.posts.chime(asker)
        if answer is not None:
            choices = await client.service.places.choices(asker.place)
            before = message.to_reference(fail_if_not_exists=False)
            await message.channel.send(
                **_message(answer, choices, message.guild), reference=before, mention_author=False
            )
    except (TweetlikeError, discord.HTTPException) as error:  # nobody has asked, so nobody is told
        log.warning("a voice did not chime in: %s", type(error).__name__)
    except Exception as error:
        log.error("a voice did not chime in", exc_info=error)


def _message(answer: Answer, choices: Choices, guild: discord.Guild | None) -> dict[str, Any]:
    phrases = phrases_of(choices.language or (str(guild.preferred_locale) if guild else None))
    text, embeds = shown_answer(answer, phrases, as_text=choices.plain)
    return {"content": text, "embeds": embeds, "view": answer_view(answer, phrases) or discord.utils.MISSING}
