"""What Discord's messages look like: embeds within Discord's limits, and text that reads as it is."""

from __future__ import annotations

import re

import discord

from bot.platforms.phrases import APART, day, number_of, round_words, score_lines, voice_state
from bot.service.answers import Answer
from bot.service.directory import AccountStatus, ModelPage, Score, VoicePage
from bot.service.safety import neutralise, parody_label
from data.chat.games import SECONDS, Round

_MARKUP = re.compile(r"[\\*_~`|\[\]]")
PLATFORM = "discord"
COLOUR = discord.Colour.from_rgb(29, 155, 240)


def answer_embed(answer: Answer) -> discord.Embed:
    """Five tweets, easy to read and copy, that say what they are."""
    tweets = "\n\n".join(f"**{number}.** {plain(text)}" for number, text in enumerate(answer.texts, 1))
    embed = discord.Embed(description=tweets[:4096], colour=COLOUR)
    embed.set_author(name=f"{_short(neutralise(answer.display_name))} (@\u2060{answer.handle})"[:256])
    embed.set_footer(
        text=f"{parody_label(answer.handle)} · version {answer.version} · trained on {answer.trained_on} tweets · "
        f"{day(answer.trained_at)} · seed {answer.seed}"
    )
    return embed


def round_embed(handle: str, game: Round) -> discord.Embed:
    """Four cards, one of them real."""
    cards = "\n\n".join(f"**{number}.** {plain(text)}" for number, text in enumerate(game.cards, 1))
    embed = discord.Embed(title="Real or fake?", description=cards[:3500], colour=COLOUR)
    embed.set_author(name=f"@\u2060{handle}"[:256])
    embed.set_footer(text=f"{round_words(handle)} The others are AI parody. {SECONDS:.0f} seconds.")
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


def voices_embed(found: VoicePage) -> discord.Embed:
    """A page of handles."""
    names = "\n".join(f"`{handle}`" for handle in found.handles) or "None that contains this."
    embed = discord.Embed(title=number_of(found.total, "voice"), description=names[:4096], colour=COLOUR)
    embed.set_footer(text=f"page {found.page} of {found.pages} · /tweetlike handle prompt · a+b is a mix of two")
    return embed


def models_embed(found: ModelPage) -> discord.Embed:
    """One line a voice; a page is within an embed's limits."""
    lines = [_model_line(status) for status in found.statuses]
    text = "\n".join(lines or ["No voices yet. An operator adds one: `tweetlike import`."])
    embed = discord.Embed(title="Voices", description=text[:4096], colour=COLOUR)
    if found.pages > 1:
        embed.set_footer(text=f"page {found.page} of {found.pages}")
    return embed


def _model_line(status: AccountStatus) -> str:
    return f"**@\u2060{plain(status.account.handle)}**: {voice_state(status)}"


def escaped(text: str) -> str:
    """A neutral text, no part of which is markup."""
    return _MARKUP.sub(r"\\\g<0>", text)


def plain(text: str) -> str:
    """The text as it reads: neutral, and no part of it is markup (`discord.utils.escape_markdown` leaves links be)."""
    return escaped(neutralise(text))


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:59] + "…"
