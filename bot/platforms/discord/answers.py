"""Discord's buttons, menus and the modal under answers; each carries an id, so that it works after a restart, too."""

from __future__ import annotations

import asyncio
import io
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import discord

from bot.generation.generator import OnWait
from bot.platforms.discord.embeds import PLATFORM, answer_embed, plain, voices_embed
from bot.platforms.languages import ask_beginning, broken, explain_in, in_line
from bot.service.safety import PROMPT_CHARACTERS, neutralise
from bot.service.service import Answer, Service, VoicePage
from bot.service.turns import Asker
from data.errors import TweetlikeError, UnknownAccount

if TYPE_CHECKING:
    from bot.platforms.discord.bot import DiscordBot

log = logging.getLogger(__name__)
MOST_SEARCHED = 60  # characters of a search that a button carries


class AnswerButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"(?P<kind>again|edit|picture|up|down):(?P<id>[0-9]{1,18})",
):
    """A button under an answer. It carries the generation's id, so that it works after a restart, too."""

    FACES: ClassVar[dict[str, tuple[str | None, str]]] = {
        "again": ("Again", "🔁"),
        "edit": ("Other beginning", "✏️"),
        "picture": ("Picture", "🖼️"),
        "up": (None, "👍"),
        "down": (None, "👎"),
    }

    def __init__(self, kind: str, generation_id: int) -> None:
        label, emoji = self.FACES[kind]
        super().__init__(discord.ui.Button(label=label, emoji=emoji, custom_id=f"{kind}:{generation_id}", row=0))
        self.kind, self.generation_id = kind, generation_id

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> AnswerButton:
        return cls(match["kind"], int(match["id"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        if self.kind == "again":
            await show_answer(interaction, ask_again(interaction, self.generation_id))
            return
        service: Service = interaction.client.service
        asker = asker_of(interaction)
        try:
            if self.kind == "edit":
                prompt = await service.beginning(self.generation_id, asker)
                await interaction.response.send_modal(
                    BeginningModal(self.generation_id, prompt, interaction.locale.value)
                )
            elif self.kind == "picture":
                await interaction.response.defer(thinking=True)
                png = await service.picture(self.generation_id, asker, dark=True)
                await interaction.edit_original_response(attachments=[discord.File(io.BytesIO(png), "tweets.png")])
            else:
                up, down = await service.rate(self.generation_id, asker, liked=self.kind == "up")
                await interaction.response.edit_message(view=with_counts(interaction, up, down))
        except TweetlikeError as error:
            await tell_alone(interaction, error)


class MoreMenu(discord.ui.DynamicItem[discord.ui.Select[discord.ui.View]], template=r"more:(?P<id>[0-9]{1,18})"):
    """Choose one of the tweets as the beginning of new ones."""

    def __init__(self, generation_id: int, texts: Sequence[str] = ()) -> None:
        options = [
            discord.SelectOption(label=f"{number}. {neutralise(text)}"[:100], value=str(number))
            for number, text in enumerate(texts or [""], 1)
        ]
        menu: discord.ui.Select[discord.ui.View] = discord.ui.Select(
            placeholder="Go on from one of them …", options=options, custom_id=f"more:{generation_id}", row=1
        )
        super().__init__(menu)
        self.generation_id = generation_id

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> MoreMenu:
        return cls(int(match["id"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        chosen = int(self.item.values[0])
        await show_answer(interaction, ask_again(interaction, self.generation_id, like=chosen))


class PageButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"voices:(?P<page>[0-9]{1,4}):(?P<search>.{0,60})",
):
    """Another page of the list of voices."""

    def __init__(self, page: int, search: str, label: str = "…") -> None:
        super().__init__(discord.ui.Button(label=label, custom_id=f"voices:{page}:{search[:MOST_SEARCHED]}"))
        self.page, self.search = page, search

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> PageButton:
        return cls(int(match["page"]), match["search"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        found = await interaction.client.service.voices(self.search, self.page)
        await interaction.response.edit_message(embed=voices_embed(found), view=page_view(found, self.search))


def page_view(found: VoicePage, search: str) -> discord.ui.View:
    """Buttons to the pages before and after."""
    view = discord.ui.View(timeout=None)
    if found.page > 1:
        view.add_item(PageButton(found.page - 1, search, "◀"))
    if found.page < found.pages:
        view.add_item(PageButton(found.page + 1, search, "▶"))
    return view


class BeginningModal(discord.ui.Modal):
    """The same voice and options, with another beginning."""

    def __init__(self, generation_id: int, prompt: str, language: str) -> None:
        super().__init__(title=ask_beginning(language))
        self.generation_id = generation_id
        self.beginning: discord.ui.TextInput[BeginningModal] = discord.ui.TextInput(
            label=ask_beginning(language),
            custom_id="beginning",
            default=prompt or None,
            required=False,
            max_length=PROMPT_CHARACTERS,
        )
        self.add_item(self.beginning)

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        await show_answer(interaction, ask_again(interaction, self.generation_id, prompt=self.beginning.value))


def ask_again(
    interaction: discord.Interaction[Any], generation_id: int, *, prompt: str | None = None, like: int | None = None
) -> Callable[[OnWait], Awaitable[Answer]]:
    """What a button under an answer asks for."""
    service: Service = interaction.client.service

    async def ask(on_wait: OnWait) -> Answer:
        return await service.again(
            generation_id,
            prompt=prompt,
            like=like,
            asker=asker_of(interaction),
            on_wait=on_wait,
        )

    return ask


def asker_of(interaction: discord.Interaction[Any]) -> Asker:
    """Admins need not wait, and may press any button."""
    bot: DiscordBot = interaction.client
    server = str(interaction.guild_id) if interaction.guild_id else None
    return Asker(PLATFORM, str(interaction.user.id), str(interaction.channel_id), bot.is_admin(interaction), server)


def answer_view(answer: Answer) -> discord.ui.View | None:
    """The buttons under an answer, if it could be stored."""
    if answer.generation_id is None:
        return None
    view = discord.ui.View(timeout=None)
    for kind in AnswerButton.FACES:
        view.add_item(AnswerButton(kind, answer.generation_id))
    view.add_item(MoreMenu(answer.generation_id, answer.texts))
    return view


def with_counts(interaction: discord.Interaction[Any], up: int, down: int) -> discord.ui.View:
    """The buttons of the message that was pressed, with the thumbs counted."""
    assert interaction.message
    view = discord.ui.View.from_message(interaction.message, timeout=None)
    for item in view.children:
        if isinstance(item, discord.ui.Button) and item.custom_id:
            count = {"up": up, "down": down}.get(item.custom_id.partition(":")[0])
            if count is not None:
                item.label = str(count) if count else None
    return view


async def tell_alone(interaction: discord.Interaction[Any], error: TweetlikeError) -> None:
    """Say it to the person alone, where nothing was promised to all yet."""
    text = plain(explain_in(interaction.locale.value, error))
    if interaction.response.is_done():
        await interaction.edit_original_response(content=text)
    else:
        await interaction.response.send_message(text, ephemeral=True)


Offer = Callable[[discord.Interaction[Any], UnknownAccount], Awaitable[tuple[str, discord.ui.View] | None]]


async def show_answer(
    interaction: discord.Interaction[Any], ask: Callable[[OnWait], Awaitable[Answer]], offer: Offer | None = None
) -> None:
    """ "Thinking" at once, the place in line if there is one, then the answer, all in one message.

    Whose turn it is not is told so alone. For an account that is not known, what `offer` returns.
    """
    service: Service = interaction.client.service
    with service.requests.hold():
        await _show_answer(interaction, ask, offer)


async def _show_answer(
    interaction: discord.Interaction[Any], ask: Callable[[OnWait], Awaitable[Answer]], offer: Offer | None
) -> None:
    try:
        interaction.client.service.refuse_turn(asker_of(interaction))
    except TweetlikeError as error:
        await tell_alone(interaction, error)
        return
    await interaction.response.defer(thinking=True)
    notices: list[asyncio.Task[object]] = []

    def waiting(position: int) -> None:
        notices.append(
            asyncio.create_task(interaction.edit_original_response(content=in_line(position, interaction.locale.value)))
        )

    answer, trouble, view = None, "", None
    try:
        answer = await ask(waiting)
    except TweetlikeError as error:
        trouble = plain(explain_in(interaction.locale.value, error))
        if isinstance(error, UnknownAccount) and offer and (offered := await offer(interaction, error)):
            trouble, view = offered
    except Exception:  # for a button, nobody else would say so
        log.exception("an answer failed")
        trouble = broken(interaction.locale.value)
    await asyncio.gather(*notices, return_exceptions=True)  # or a notice might come last
    if answer is None:
        await interaction.edit_original_response(content=trouble, view=view)
        return
    await interaction.edit_original_response(content=None, embed=answer_embed(answer), view=answer_view(answer))
