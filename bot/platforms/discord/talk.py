"""Talking on Discord: a mention of the bot, a reply to one of its answers, and what is written to it alone.

Discord sends a bot the words of these messages and of no others, unless it asks for a privilege; this one does not.
"""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from typing import Any

import discord

from bot.platforms.discord.answers import answer_view
from bot.platforms.discord.client import Client, asker_in
from bot.platforms.discord.embeds import escaped, shown_answer
from bot.platforms.languages import explain_in, phrases_of
from bot.service.safety import neutralise, own_sentence
from data.errors import AlreadyAsking, CoolingDown, TweetlikeError
from data.texts.sentence import Audience

log = logging.getLogger(__name__)
HASTY = "⏳"


async def answer(client: Client, message: discord.Message) -> bool:
    """Answer what is said to the bot, and return whether it was; nobody else's bot is talked with."""
    if message.author.bot or message.webhook_id or message.type not in SAID or not _is_for(client, message):
        return False
    await _answer(client, message)
    return True


async def _answer(client: Client, message: discord.Message) -> None:
    operator = message.author.id in client.service.settings.discord_admins | client.owners
    server = str(message.guild.id) if message.guild else None
    asker = asker_in(message.channel, message.channel.id, server, message.author.id, operator)
    service = client.service
    choices = await service.places.choices(asker.place)
    if not (choices.speaking and choices.talking):
        return
    language = choices.language or (str(message.guild.preferred_locale) if message.guild else None)
    phrases = phrases_of(language)
    if choices.channels is not None and not {asker.channel, asker.thread_of} & set(choices.channels):
        return

    async def say(text: str | None, **more: Any) -> None:
        before = message.to_reference(fail_if_not_exists=False)  # it may be deleted meanwhile
        await message.channel.send(text, reference=before, mention_author=False, **more)

    try:
        with service.requests.hold():
            service.turns.refuse(asker)
            said = await service.talking.understand(
                _words(client, message), asker=asker, answered=_answered(client, message)
            )
            if said is None:
                examples = await service.directory.examples(place=asker.place)
                hint = phrases.hint.format(example=neutralise(examples[0]) if examples else "handle")
                service.turns.pause(asker)
                await say(own_sentence(hint))
                return
            async with message.channel.typing():
                written = await service.answers.tweetlike(said.handle, said.prompt, said.options, asker=asker)
            text, embeds = shown_answer(written, phrases, as_text=choices.plain)
            await say(text, embeds=embeds, view=answer_view(written, phrases) or discord.utils.MISSING)
    except (AlreadyAsking, CoolingDown):  # a sentence for each would be a second flood
        with suppress(discord.HTTPException):
            await message.add_reaction(HASTY)
    except TweetlikeError as error:
        service.turns.pause(asker)  # of a refusal, too
        audience = Audience.OPERATOR if asker.exempt else Audience.MEMBER
        with suppress(discord.HTTPException):
            await say(escaped(explain_in(language, error, audience)))
    except (discord.Forbidden, discord.NotFound) as error:  # it may not write there, or the channel is gone
        log.warning("a message was not answered: %s", error)


SAID = (discord.MessageType.default, discord.MessageType.reply)
_AGAIN = re.compile(r"again:(?P<id>[0-9]{1,18})")


def _is_for(client: Client, message: discord.Message) -> bool:
    return message.guild is None or client.user in message.mentions  # as a reply that pings does, too


def _words(client: Client, message: discord.Message) -> str:
    """What was said, without the bot's name."""
    assert client.user
    return re.sub(rf"<@!?{client.user.id}>", " ", message.content).strip()


def _answered(client: Client, message: discord.Message) -> int | None:
    """The number of the answer that the message replies to; its buttons carry it."""
    before = message.reference.resolved if message.reference else None
    if not isinstance(before, discord.Message) or before.author != client.user:  # others' buttons say what they like
        return None
    ids = (child.custom_id for row in before.components if isinstance(row, discord.ActionRow) for child in row.children)
    found = (_AGAIN.fullmatch(custom_id or "") for custom_id in ids)
    return next((int(match["id"]) for match in found if match), None)
