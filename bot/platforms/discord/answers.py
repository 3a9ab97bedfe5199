"""Answers on Discord: `/tweetlike`, and what is under its answers; it outlives a restart."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, ClassVar

import discord
from discord import app_commands

from bot.generation.generator import OnWait
from bot.generation.types import MAX_TWEETS
from bot.platforms.discord.client import (
    Client,
    Interaction,
    Modal,
    TellsErrors,
    asker_of,
    client_of,
    here,
    phrases_for,
    whisper_first,
)
from bot.platforms.discord.embeds import models_embed, picture_file, shown_answer, voices_embed
from bot.platforms.phrases import facts_line
from bot.service.answers import Answer
from bot.service.directory import ModelPage, VoicePage
from bot.service.options import CREATIVITY, MAX_SEED, AnswerOptions, parse_creativity
from bot.service.safety import PROMPT_CHARACTERS, neutralise, prompt_from
from data.errors import OthersMessage, UnknownAccount
from data.texts.phrases import Phrases

FORM_S = 900.0  # that a form may be open: Discord takes no answer to an interaction later
MAX_SEARCHED = 60  # characters of a search that a button carries


class AnswerButton(
    TellsErrors,
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"(?P<kind>again|edit|picture|up|down|info):(?P<id>[0-9]{1,18})",
):
    """A button under an answer. It carries the generation's id, so that it works after a restart, too."""

    FACES: ClassVar[dict[str, tuple[str, int]]] = {  # and in which row they stand
        "again": ("🔁", 0),
        "edit": ("✏️", 0),
        "up": ("👍", 0),
        "down": ("👎", 0),
        "picture": ("🖼️", 2),
        "info": ("ℹ️", 2),
    }

    def __init__(self, kind: str, generation_id: int, label: str | None = None) -> None:
        emoji, row = self.FACES[kind]
        super().__init__(discord.ui.Button(label=label, emoji=emoji, custom_id=f"{kind}:{generation_id}", row=row))
        self.kind, self.generation_id = kind, generation_id

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> AnswerButton:
        return cls(match["kind"], int(match["id"]))

    async def press(self, interaction: Interaction) -> None:
        if self.kind == "again":
            await show_again(interaction, self.generation_id)
            return
        answers, asker = client_of(interaction).service.answers, asker_of(interaction)
        if self.kind == "edit":
            asked = await answers.asked(self.generation_id, asker)
            form = PromptModal(self.generation_id, asked.prompt, phrases_for(interaction))
            await interaction.response.send_modal(form)
        elif self.kind == "picture":
            await interaction.response.defer(ephemeral=True, thinking=True)
            asked = await answers.asked(self.generation_id, asker)
            view = cards_view(self.generation_id, asked.tweets, phrases_for(interaction))
            await interaction.edit_original_response(content=phrases_for(interaction).picture_of, view=view)
        elif self.kind == "info":
            await interaction.response.defer(ephemeral=True, thinking=True)
            facts = await answers.facts(self.generation_id, asker)
            await interaction.edit_original_response(content=facts_line(facts, phrases_for(interaction)))
        else:
            await interaction.response.defer()
            up, down = await answers.rate(self.generation_id, asker, liked=self.kind == "up")
            await interaction.edit_original_response(view=with_counts(interaction, self.generation_id, up, down))


class CardButton(
    TellsErrors,
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"card:(?P<id>[0-9]{1,18}):(?P<number>[0-9]{1,2})",
):
    """A picture of one of the tweets, or of all (0), for the channel."""

    def __init__(self, generation_id: int, number: int, label: str = "…") -> None:
        super().__init__(discord.ui.Button(label=label, custom_id=f"card:{generation_id}:{number}"))
        self.generation_id, self.number = generation_id, number

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> CardButton:
        return cls(int(match["id"]), int(match["number"]))

    async def press(self, interaction: Interaction) -> None:
        answers, asker = client_of(interaction).service.answers, asker_of(interaction)
        answers.refuse_picture(asker)
        await whisper_first(lambda: answers.asked(self.generation_id, asker))
        await interaction.response.defer(thinking=True)
        _, phrases = await here(interaction)
        number = self.number or None
        picture = await answers.picture(self.generation_id, asker, number=number, dark=True, label=phrases.parody)
        await interaction.edit_original_response(attachments=[picture_file(picture, phrases)])


def cards_view(generation_id: int, tweets: int, phrases: Phrases) -> discord.ui.View:
    """Which of the tweets is to be a picture."""
    view = discord.ui.View(timeout=None)
    for number in range(1, tweets + 1):
        view.add_item(CardButton(generation_id, number, str(number)))
    if tweets > 1:
        view.add_item(CardButton(generation_id, 0, phrases.all_of_them))
    return view


class VoiceButton(
    TellsErrors,
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"try:(?P<handle>.{1,90})",
):
    """Five tweets of a voice, whatever they are about."""

    def __init__(self, handle: str) -> None:
        super().__init__(discord.ui.Button(label=f"@{handle}"[:80], custom_id=f"try:{handle}"[:100]))
        self.handle = handle

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> VoiceButton:
        return cls(match["handle"])

    async def press(self, interaction: Interaction) -> None:
        answers, asker = client_of(interaction).service.answers, asker_of(interaction)

        async def ask(on_wait: OnWait) -> Answer:
            return await answers.tweetlike(self.handle, asker=asker, on_wait=on_wait)

        await show_answer(interaction, ask, lambda: answers.check(self.handle, asker=asker))


class MoreMenu(
    TellsErrors, discord.ui.DynamicItem[discord.ui.Select[discord.ui.View]], template=r"more:(?P<id>[0-9]{1,18})"
):
    """Choose one of the tweets as the beginning of new ones."""

    def __init__(self, generation_id: int, texts: Sequence[str] = (), placeholder: str = "…") -> None:
        options = [
            discord.SelectOption(label=f"{number}. {neutralise(text)}"[:100], value=str(number))
            for number, text in enumerate(texts or [""], 1)
        ]
        menu: discord.ui.Select[discord.ui.View] = discord.ui.Select(
            placeholder=placeholder, options=options, custom_id=f"more:{generation_id}", row=1
        )
        super().__init__(menu)
        self.generation_id = generation_id

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> MoreMenu:
        return cls(int(match["id"]))

    async def press(self, interaction: Interaction) -> None:
        chosen = int(self.item.values[0])
        await show_again(interaction, self.generation_id, like=chosen)


class PageButton(
    TellsErrors,
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"(?P<what>voices|models):(?P<page>[0-9]{1,4}):(?P<search>.{0,60})",
):
    """Another page of the list of voices, or of their versions."""

    def __init__(self, what: str, page: int, search: str = "", label: str = "…") -> None:
        super().__init__(discord.ui.Button(label=label, custom_id=f"{what}:{page}:{search[:MAX_SEARCHED]}"))
        self.what, self.page, self.search = what, page, search

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str]
    ) -> PageButton:
        return cls(match["what"], int(match["page"]), match["search"])

    async def press(self, interaction: Interaction) -> None:
        await interaction.response.defer()
        directory = client_of(interaction).service.directory
        if self.what == "models":
            models = await directory.models(page=self.page)
            embed = models_embed(models, phrases_for(interaction))
            await interaction.edit_original_response(embed=embed, view=models_view(models))
        else:
            voices = await directory.voices(self.search, self.page, place=asker_of(interaction).place)
            embed = voices_embed(voices, phrases_for(interaction))
            await interaction.edit_original_response(embed=embed, view=voices_view(voices, self.search))


def voices_view(found: VoicePage, search: str) -> discord.ui.View:
    """Buttons to the pages before and after."""
    return _page_view("voices", found, search)


def models_view(found: ModelPage) -> discord.ui.View:
    """Buttons to the pages before and after."""
    return _page_view("models", found)


def _page_view(what: str, found: VoicePage | ModelPage, search: str = "") -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    if found.page > 1:
        view.add_item(PageButton(what, found.page - 1, search, "◀"))
    if found.page < found.pages:
        view.add_item(PageButton(what, found.page + 1, search, "▶"))
    return view


class PromptModal(Modal):
    """The same voice and options, with another beginning."""

    def __init__(self, generation_id: int, prompt: str, phrases: Phrases) -> None:
        super().__init__(title=phrases.ask_prompt, timeout=FORM_S)
        self.generation_id = generation_id
        self.prompt: discord.ui.TextInput[PromptModal] = discord.ui.TextInput(
            label=phrases.ask_prompt,
            custom_id="beginning",
            default=prompt or None,
            required=False,
            max_length=PROMPT_CHARACTERS,
        )
        self.add_item(self.prompt)

    async def on_submit(self, interaction: Interaction) -> None:
        await show_again(interaction, self.generation_id, prompt=self.prompt.value)


class HandleModal(Modal):
    """Whose voice shall go on from a message."""

    def __init__(self, beginning: str, phrases: Phrases) -> None:
        super().__init__(title=phrases.as_a_tweet, timeout=FORM_S)
        self.beginning = beginning
        self.handle: discord.ui.TextInput[HandleModal] = discord.ui.TextInput(
            label=phrases.which_handle[:45], custom_id="handle", max_length=MAX_SEARCHED
        )
        self.add_item(self.handle)

    async def on_submit(self, interaction: Interaction) -> None:
        answers, asker, handle = client_of(interaction).service.answers, asker_of(interaction), self.handle.value

        async def ask(on_wait: OnWait) -> Answer:
            return await answers.tweetlike(handle, self.beginning, asker=asker, on_wait=on_wait)

        await show_answer(interaction, ask, lambda: answers.check(handle, self.beginning, asker=asker))


async def show_again(
    interaction: Interaction, generation_id: int, *, prompt: str | None = None, like: int | None = None
) -> None:
    """What a button under an answer asks for."""
    answers, asker = client_of(interaction).service.answers, asker_of(interaction)

    async def ask(on_wait: OnWait) -> Answer:
        return await answers.again(generation_id, prompt=prompt, like=like, asker=asker, on_wait=on_wait)

    await show_answer(interaction, ask, lambda: answers.asked(generation_id, asker))


def answer_view(answer: Answer, phrases: Phrases) -> discord.ui.View | None:
    """The buttons under an answer, if it could be stored."""
    if answer.generation_id is None:
        return None
    labels = {"again": phrases.again, "edit": phrases.other_beginning, "picture": phrases.picture}
    view = discord.ui.View(timeout=None)
    for kind in AnswerButton.FACES:
        view.add_item(AnswerButton(kind, answer.generation_id, labels.get(kind)))
    view.add_item(MoreMenu(answer.generation_id, answer.texts, phrases.go_on))
    return view


def with_counts(interaction: Interaction, generation_id: int, up: int, down: int) -> discord.ui.View:
    """The buttons of the message that was pressed, with the thumbs counted. All of them are dynamic: of others the
    library keeps every view that it has sent."""
    view = discord.ui.View(timeout=None)
    rows = interaction.message.components if interaction.message else []
    children = [child for row in rows if isinstance(row, discord.ActionRow) for child in row.children]
    labels = {child.custom_id: child.label for child in children if isinstance(child, discord.Button)}
    counts = {"up": str(up or ""), "down": str(down or "")}
    for kind in AnswerButton.FACES:
        label = counts.get(kind, labels.get(f"{kind}:{generation_id}"))
        view.add_item(AnswerButton(kind, generation_id, label or None))
    for shown in children:
        if isinstance(shown, discord.SelectMenu):
            menu = MoreMenu(generation_id, placeholder=shown.placeholder or "…")
            menu.item.options = shown.options
            view.add_item(menu)
    return view


async def show_answer(
    interaction: Interaction, ask: Callable[[OnWait], Awaitable[Answer]], check: Callable[[], Awaitable[object]]
) -> None:
    """ "Thinking" at once, the place in line if there is one, then the answer, all in one message.

    Whose turn it is not, or what `check` refuses, is told alone.
    """
    service = client_of(interaction).service
    with service.requests.hold():
        service.turns.refuse(asker_of(interaction))
        await whisper_first(check)
        await interaction.response.defer(thinking=True)
        notices: list[asyncio.Task[object]] = []

        def notify(position: int) -> None:
            text = phrases_for(interaction).in_line.format(position=position)
            notices.append(asyncio.create_task(interaction.edit_original_response(content=text)))

        try:
            answer = await ask(notify)
        finally:
            await asyncio.gather(*notices, return_exceptions=True)  # or a notice might come last
        choices, phrases = await here(interaction)
        text, embeds = shown_answer(answer, phrases, as_text=choices.plain)
        await interaction.edit_original_response(content=text, embeds=embeds, view=answer_view(answer, phrases))


Offer = Callable[[Interaction, UnknownAccount], Awaitable[bool]]
"""Offers to fetch an account that is not known, where it can be, and returns whether it has."""


def add_commands(client: Client, offer: Offer) -> None:
    """`/tweetlike`, which offers to fetch an unknown account, and the same from the menu of one's own messages."""

    @client.tree.context_menu(name="As a tweet of …")
    async def as_a_tweet(interaction: Interaction, message: discord.Message) -> None:
        if message.author.id != interaction.user.id:
            raise OthersMessage
        beginning = client.service.context.generator.fit(prompt_from(message.content))
        await interaction.response.send_modal(HandleModal(beginning, phrases_for(interaction)))

    @client.tree.command(description="Five tweets an account might have written (AI parody)")
    @app_commands.describe(
        handle="whose voice",
        prompt="how the tweets begin",
        count="how many tweets",
        creativity="calm, usual, wild, or a number from 0.1 to 2",
        seed="the same seed and version give the same tweets",
    )
    async def tweetlike(
        interaction: Interaction,
        handle: str,
        prompt: str = "",
        count: app_commands.Range[int, 1, MAX_TWEETS] = 5,
        creativity: str = "usual",
        seed: app_commands.Range[int, 0, MAX_SEED] | None = None,
    ) -> None:
        options, asker = AnswerOptions(count, parse_creativity(creativity), seed), asker_of(interaction)

        async def ask(on_wait: OnWait) -> Answer:
            return await client.service.answers.tweetlike(handle, prompt, options, asker=asker, on_wait=on_wait)

        try:
            await show_answer(interaction, ask, lambda: client.service.answers.check(handle, prompt, asker=asker))
        except UnknownAccount as error:
            if not await offer(interaction, error):
                raise

    @tweetlike.autocomplete("creativity")
    async def levels(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        found = [level for level in CREATIVITY if level.startswith(typed.strip().lower())]
        return [app_commands.Choice(name=level, value=level) for level in found]

    @tweetlike.autocomplete("handle")
    async def handles(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        first, plus, last = typed.rpartition("+")  # the second voice of a mix
        found = [f"{first}{plus}{handle}" for handle in await client.service.directory.suggest_handles(last)]
        return [app_commands.Choice(name=f"@{text}"[:100], value=text) for text in found if len(text) <= 100]
