"""What Discord's messages look like: embeds within Discord's limits, and text that reads as it is."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import discord

from bot.platforms.languages import ENGLISH
from bot.platforms.phrases import parody_label, round_words, score_lines, verdict, voice_state
from bot.service.answers import Answer, Picture
from bot.service.directory import AccountStatus, ModelPage, Score, VoicePage
from bot.service.safety import neutralise, own_sentence
from data.chat.games import SECONDS, Round
from data.texts.phrases import Phrases, number_of

_MARKUP = re.compile(r"[\\*_~`|\[\]]")
_BEGINNING = re.compile(r"(?m)^[#>-]")  # of a heading, a quotation, a list or small print
PLATFORM = "discord"
COLOUR = discord.Colour.from_rgb(29, 155, 240)
DESCRIPTION, MESSAGE = 4096, 6000 - 700  # characters of an embed's text, and of all of a message's, less what is around
ALT_TEXT = 1024
CONTENT = 2000  # characters of a message without embeds


def answer_embeds(answer: Answer, phrases: Phrases = ENGLISH) -> list[discord.Embed]:
    """The tweets, easy to read and copy; they say what they are. A second embed has what the first has no room for."""
    share = min(DESCRIPTION, MESSAGE // max(1, len(answer.texts)) - 2)  # of a message, for each
    pages: list[list[str]] = [[]]
    room = DESCRIPTION
    for number, text in enumerate(answer.texts, 1):
        part = f"**{number}.** {plain(text)}"
        part = part if len(part) <= share else part[: share - 1] + "…"
        if len(part) + 2 > room:
            pages.append([])
            room = DESCRIPTION
        pages[-1].append(part)
        room -= len(part) + 2
    embeds = [discord.Embed(description="\n\n".join(parts), colour=COLOUR) for parts in pages if parts]
    embeds = embeds or [discord.Embed(colour=COLOUR)]
    embeds[0].set_author(name=f"{_short(neutralise(answer.display_name))} (@\u2060{answer.handle})"[:256])
    if answer.prompt:
        embeds[0].title = f"{plain(answer.prompt)} …"[:200]
    embeds[-1].set_footer(text=parody_label(answer.handle, phrases)[:200])
    return embeds


def shown_answer(
    answer: Answer, phrases: Phrases = ENGLISH, *, as_text: bool
) -> tuple[str | None, list[discord.Embed]]:
    """A message's content and embeds: the tweets as text that can be copied on a phone, or in an embed."""
    if not as_text:
        return None, answer_embeds(answer, phrases)
    head = f"**{escaped(_short(neutralise(answer.display_name)))}** (@\u2060{plain(answer.handle)})"
    foot = f"-# {plain(parody_label(answer.handle, phrases))[:200]}"
    share = (CONTENT - len(head) - len(foot) - 4) // max(1, len(answer.texts)) - 6
    texts = [plain(text) for text in answer.texts]
    lines = [
        f"{number}. {text if len(text) <= share else text[: share - 1] + '…'}" for number, text in enumerate(texts, 1)
    ]
    return "\n".join((head, *lines, foot)), []


def picture_file(picture: Picture, phrases: Phrases = ENGLISH) -> discord.File:
    """A PNG that says in words what it shows."""
    said = " · ".join((*picture.texts, parody_label(picture.handle, phrases)))
    return discord.File(io.BytesIO(picture.png), "tweets.png", description=said[:ALT_TEXT])


def round_embed(handle: str, game: Round, phrases: Phrases = ENGLISH) -> discord.Embed:
    """Four cards, one of them real."""
    cards = "\n\n".join(f"**{number}.** {plain(text)}" for number, text in enumerate(game.cards, 1))
    embed = discord.Embed(title=phrases.game, description=cards[:3500], colour=COLOUR)
    embed.set_author(name=f"@\u2060{handle}"[:256])
    embed.set_footer(text=f"{round_words(handle, phrases)} {phrases.game_others.format(seconds=SECONDS)}")
    return embed


def score_embed(score: Score, phrases: Phrases = ENGLISH) -> discord.Embed:
    """A word on how close the voice is, then a field a measurement."""
    head = phrases.score_head.format(generated=score.card.generated, held_out=score.card.held_out)
    embed = discord.Embed(
        title=phrases.score_title.format(handle=f"\u2060{score.handle}", version=score.version)[:256],
        description=f"**{verdict(score, phrases)}**\n{head}",
        colour=COLOUR,
    )
    for name, value in score_lines(score, phrases):
        embed.add_field(name=name, value=value, inline=False)
    embed.set_footer(text=phrases.score_foot)
    return embed


def voices_embed(found: VoicePage, phrases: Phrases = ENGLISH) -> discord.Embed:
    """A page of handles."""
    names = "\n".join(f"`{handle}`" for handle in found.handles) or phrases.voices_none
    embed = discord.Embed(title=number_of(phrases.voices, found.total), description=names[:DESCRIPTION], colour=COLOUR)
    embed.set_footer(text=f"{phrases.page.format(page=found.page, pages=found.pages)} · {phrases.voices_foot}")
    return embed


def models_embed(found: ModelPage, phrases: Phrases = ENGLISH) -> discord.Embed:
    """One line a voice; a page is within an embed's limits."""
    lines = [_model_line(status, phrases) for status in found.statuses]
    text = "\n".join(lines or [phrases.models_none])
    embed = discord.Embed(title=phrases.models, description=text[:DESCRIPTION], colour=COLOUR)
    if found.pages > 1:
        embed.set_footer(text=phrases.page.format(page=found.page, pages=found.pages))
    return embed


def _model_line(status: AccountStatus, phrases: Phrases) -> str:
    state = voice_state(status, phrases, date=lambda at: f"<t:{at:.0f}:d>", time=lambda at: f"<t:{at:.0f}:R>")
    return f"**@\u2060{plain(status.account.handle)}**: {state}"


def paragraphs(parts: Sequence[str]) -> str:
    """Sentences of ours, one below the other; nobody is mentioned by them."""
    return own_sentence("\n".join(parts))[:2000]


def escaped(text: str) -> str:
    """A neutral text, no part of which is markup."""
    return _BEGINNING.sub(r"\\\g<0>", _MARKUP.sub(r"\\\g<0>", text))


def plain(text: str) -> str:
    """The text as it reads: neutral, and no part of it is markup (`discord.utils.escape_markdown` leaves links be)."""
    return escaped(neutralise(text))


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:59] + "…"
