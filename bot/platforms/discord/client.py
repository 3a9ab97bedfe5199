"""What every feature on Discord needs of its client: who asks, who may, and the one way in which an error is told."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any

import discord
from discord import app_commands

from bot.platforms.discord.embeds import PLATFORM, escaped
from bot.platforms.languages import explain_in, phrases_of
from bot.service.service import Service
from bot.service.turns import Asker
from data.chat.places import Choices
from data.errors import AdminsOnly, OperatorsOnly, TweetlikeError
from data.texts.phrases import Phrases
from data.texts.sentence import Audience

log = logging.getLogger(__name__)
Interaction = discord.Interaction[Any]
CHECK_WITHIN_S = 1.5


class CommandTree(app_commands.CommandTree[discord.Client]):
    """All slash commands; what one of them raises is told by `tell`."""

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError) -> None:
        await tell(interaction, getattr(error, "original", None) or error.__cause__ or error)


class Client(discord.AutoShardedClient):
    """The connection, with what the features share. `DiscordBot` composes them on top of it."""

    def __init__(self, service: Service) -> None:
        talks = service.settings.talking
        super().__init__(
            # Of messages, Discord sends the words of those alone that are for the bot; none is kept.
            intents=discord.Intents(guilds=True, guild_messages=talks, dm_messages=talks),
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self.service = service
        self.tree = CommandTree(
            self,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )
        self.owners: frozenset[int] = frozenset()  # of the application; known once it is logged in
        self._watchers: set[asyncio.Task[None]] = set()

    async def close(self) -> None:
        for task in self._watchers:
            task.cancel()
        await super().close()

    def background(self, work: Coroutine[Any, Any, None]) -> None:
        """Run it beside everything else, until it ends or the client closes."""
        task = asyncio.create_task(work)
        self._watchers.add(task)
        task.add_done_callback(self._watchers.discard)

    def is_operator(self, interaction: Interaction) -> bool:
        """Owners of the application and the ids in the settings: those whose machine, money and data it is."""
        return interaction.user.id in self.service.settings.discord_admins | self.owners

    def is_admin(self, interaction: Interaction) -> bool:
        """Operators, and those with Manage Server in a server that an operator trusts with voices that all share.

        Anybody can take the bot into a server of their own and be its admin there.
        """
        return self.is_operator(interaction) or (
            interaction.guild_id in self.service.settings.discord_trusted_servers
            and interaction.is_guild_integration()
            and interaction.permissions.manage_guild
        )

    def allowance_of(self, interaction: Interaction) -> str | None:
        """The trusted server whose allowance a training comes from; None for an operator."""
        return None if self.is_operator(interaction) else f"{PLATFORM}:{interaction.guild_id}"

    async def voice_handle(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Completes a handle that has a voice."""
        place = asker_of(interaction).place
        return _choices(await self.service.directory.suggest_handles(typed, place=place))

    async def any_handle(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Completes a handle, whether or not it has a voice."""
        return _choices(await self.service.directory.suggest_handles(typed, speaking=False))


def _choices(handles: list[str]) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=f"@{handle}"[:100], value=handle[:100]) for handle in handles]


def client_of(interaction: Interaction) -> Client:
    """The client that received the interaction."""
    client = interaction.client
    assert isinstance(client, Client)
    return client


def phrases_for(interaction: Interaction) -> Phrases:
    """In the language that the person has set Discord to."""
    return phrases_of(interaction.locale.value)


async def here(interaction: Interaction) -> tuple[Choices, Phrases]:
    """What the admins of the server have chosen, and the language of what all read there."""
    choices = await client_of(interaction).service.places.choices(asker_of(interaction).place)
    return choices, phrases_of(choices.language) if choices.language else phrases_for(interaction)


def asker_of(interaction: Interaction) -> Asker:
    """Admins need not wait, and may press any button."""
    server = str(interaction.guild_id) if interaction.guild_id else None
    exempt = client_of(interaction).is_admin(interaction)
    return asker_in(interaction.channel, interaction.channel_id, server, interaction.user.id, exempt)


def asker_in(channel: object, channel_id: int | None, server: str | None, person: int, exempt: bool) -> Asker:
    """A person in a channel, of whose kind and rating the library may know."""
    thread_of = str(channel.parent_id) if isinstance(channel, discord.Thread) else None
    among_adults = exempt if server is None else bool(getattr(channel, "is_nsfw", bool)())
    return Asker(PLATFORM, str(person), str(channel_id), exempt, server, thread_of, among_adults)


class _Refused(app_commands.CheckFailure):
    """A check has said no; its cause is the typed error."""


def require_admin(interaction: Interaction, action: str) -> None:
    """Raises `AdminsOnly`."""
    if not client_of(interaction).is_admin(interaction):
        raise AdminsOnly(action)


def require_operator(interaction: Interaction, action: str) -> None:
    """Raises `OperatorsOnly`."""
    if not client_of(interaction).is_operator(interaction):
        raise OperatorsOnly(action)


def allowed(require: Callable[[Interaction, str], None], action: str) -> Callable[[Any], Any]:
    """A check for a command: `require_admin` or `require_operator`, for what is done ("retrain a voice")."""

    def check(interaction: Interaction) -> bool:
        try:
            require(interaction, action)
        except TweetlikeError as error:
            raise _Refused from error
        return True

    return app_commands.check(check)


async def tell(interaction: Interaction, error: BaseException) -> None:
    """Say what went wrong: to the person alone, unless all were promised an answer already."""
    language = interaction.locale.value
    if isinstance(error, TweetlikeError):
        operator = client_of(interaction).is_operator(interaction)
        text = escaped(explain_in(language, error, Audience.OPERATOR if operator else Audience.MEMBER))
    elif isinstance(error, discord.NotFound | discord.Forbidden):
        log.warning("an interaction was not answered: %s", error)  # its message or channel is gone, or it came too late
        return
    elif isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
        text = phrases_of(language).outdated
    else:
        log.error("an interaction failed", exc_info=error)
        text = phrases_of(language).broken
    try:
        if not interaction.response.is_done():
            await interaction.response.send_message(text, ephemeral=True)
        elif interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
            await interaction.edit_original_response(content=text)
        else:
            await interaction.followup.send(text, ephemeral=True)
    except discord.HTTPException as unsaid:  # too late, or its message is gone
        log.warning("an error could not be told: %s", unsaid)


async def whisper_first(check: Callable[[], Awaitable[object]]) -> None:
    """Before all are promised an answer, look whether there can be one, so that a refusal is for the asker alone.

    Discord waits three seconds for a first response: a slow look is given up, and its refusal comes later.
    """
    with suppress(TimeoutError):
        async with asyncio.timeout(CHECK_WITHIN_S):
            await check()


class TellsErrors:
    """Mixed into a dynamic button or menu, whose library only logs what it raises: `press` may raise typed errors."""

    async def callback(self, interaction: Interaction) -> None:
        try:
            await self.press(interaction)
        except Exception as error:  # noqa: BLE001 - `tell` logs the traceback
            await tell(interaction, error)

    async def press(self, interaction: Interaction) -> None:
        """What a press does."""
        raise NotImplementedError


class Modal(discord.ui.Modal):
    """A form."""

    async def on_error(self, interaction: Interaction, error: Exception, item: Any = None, /) -> None:
        await tell(interaction, error)
