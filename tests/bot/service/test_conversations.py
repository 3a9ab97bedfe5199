"""Voices that talk with each other: whose turn it is, what they take up, and that they can be stopped."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from itertools import pairwise

import pytest
from sqlite_utils import Database

from bot.app import open_service
from bot.service.conversations import Turn, echo
from bot.service.service import Service
from bot.service.turns import Asker, Turns
from data.accounts.store import opt_out
from data.chat.places import choose_voices
from data.errors import (
    AlreadyAsking,
    AlreadyTalking,
    ConversationOver,
    CoolingDown,
    InvalidChoice,
    NotHere,
    OptedOut,
    UnknownAccount,
)
from data.models.bases import Base
from data.settings import Settings
from tests.conftest import MakeVoice, alter

ANN, BOB = Asker("test", "ann", "here", chat="5"), Asker("test", "bob", "here", chat="5")


@pytest.fixture
async def service(settings: Settings, base: Base, make_voice: MakeVoice) -> AsyncIterator[Service]:
    for seed, handle in enumerate(("anna", "ben", "cleo"), 1):
        make_voice(handle, seed)
    async with open_service(settings, base) as opened:
        yield opened


async def listen(service: Service, *handles: str, topic: str = "", turns: int = 4, asker: Asker = ANN) -> list[Turn]:
    conversation = await service.conversations.begin(list(handles), topic, turns, asker=asker)
    async with aclosing(service.conversations.turns(conversation, asker=asker, pause_s=0)) as said:
        return [turn async for turn in said]


@pytest.mark.parametrize(
    ("text", "taken_up"),
    [
        ("i wish my coffee was bigger", "coffee was bigger"),
        ("i wish my coffee was bigger!!", "coffee was bigger"),
        ("so much depends on it, don't you think?", "don't you think"),
        ("no idea. sorry", ""),
        ("look: https://example.org/page", ""),
        ("good morning 🌞", ""),
        ("ok", ""),
        ("", ""),
        ("ask @somebody about the weather", "about the weather"),
        ("ich hätte gern größere Bäume", "gern größere Bäume"),
    ],
)
def test_the_last_words_of_a_tweet_are_taken_up(text: str, taken_up: str) -> None:
    assert echo(text) == taken_up


async def test_two_voices_take_turns_and_the_first_begins_with_the_topic(service: Service) -> None:
    said = await listen(service, "anna", "ben", topic="the moon", turns=5)
    assert [turn.handle for turn in said] == ["anna", "ben", "anna", "ben", "anna"]
    assert said[0].text.startswith("the moon")
    for before, after in pairwise(said):
        assert after.text.startswith(echo(before.text)), (before.text, after.text)


async def test_three_voices_take_turns(service: Service, db: Database) -> None:
    assert [turn.handle for turn in await listen(service, "anna", "ben", "cleo")] == ["anna", "ben", "cleo", "anna"]
    assert db.table("generations").count == 0, "nothing of it is remembered"


@pytest.mark.parametrize("handles", [["anna"], [], ["anna", "ben", "cleo", "anna"], ["anna+ben", "cleo"]])
async def test_a_conversation_is_of_two_or_three(service: Service, handles: list[str]) -> None:
    with pytest.raises(InvalidChoice):
        await service.conversations.begin(handles, asker=ANN)


@pytest.mark.parametrize("turns", [-1, 0, 1, 13])
async def test_a_conversation_has_an_end(service: Service, turns: int) -> None:
    with pytest.raises(InvalidChoice):
        await service.conversations.begin(["anna", "ben"], turns=turns, asker=ANN)


async def test_who_may_not_speak_does_not_talk_either(service: Service, db: Database) -> None:
    with pytest.raises(UnknownAccount):
        await service.conversations.begin(["anna", "nobody"], asker=ANN)
    choose_voices(db, "test:5", ["anna", "ben"], who="x", now=1)
    with pytest.raises(NotHere):
        await service.conversations.begin(["anna", "cleo"], asker=ANN)
    conversation = await service.conversations.begin(["anna", "ben"], asker=ANN)
    opt_out(db, "ben", now=1)
    heard = []
    with pytest.raises(OptedOut):
        async for turn in service.conversations.turns(conversation, asker=ANN, pause_s=0):
            heard.append(turn.handle)
    assert heard == ["anna"], "also if it has opted out meanwhile"


async def test_it_is_stopped_between_two_turns(service: Service) -> None:
    conversation = await service.conversations.begin(["anna", "ben"], asker=ANN)
    heard = 0
    async for _ in service.conversations.turns(conversation, asker=ANN, pause_s=0.01):
        heard += 1
        service.conversations.stop(conversation.key)
    assert heard == 1
    with pytest.raises(ConversationOver):
        service.conversations.stop(conversation.key)


async def test_from_its_beginning_a_place_is_taken_and_it_can_be_stopped(service: Service) -> None:
    alter(service, turns=Turns(0, 1_000))
    conversation = await service.conversations.begin(["anna", "ben"], asker=ANN)
    with pytest.raises(AlreadyTalking):
        await service.conversations.begin(["anna", "ben"], asker=BOB)
    service.turns.pause(BOB)  # who was answered in the same channel just now
    heard = [turn.handle async for turn in service.conversations.turns(conversation, asker=ANN, pause_s=0)]
    assert len(heard) == conversation.turns
    alter(service, turns=Turns(0, 0))
    stopped = await service.conversations.begin(["anna", "ben"], asker=ANN)
    service.conversations.stop(stopped.key)
    assert [turn async for turn in service.conversations.turns(stopped, asker=ANN, pause_s=0)] == []
    never_heard = await service.conversations.begin(["anna", "ben"], asker=ANN)
    service.conversations.end(never_heard, ANN)
    assert await service.conversations.begin(["anna", "ben"], asker=BOB)


async def test_one_in_a_place_and_one_of_a_person_and_then_a_pause(service: Service) -> None:
    alter(service, turns=Turns(1_000, 0))
    conversation = await service.conversations.begin(["anna", "ben"], asker=ANN)
    talking = service.conversations.turns(conversation, asker=ANN, pause_s=60)
    await anext(talking)
    with pytest.raises(AlreadyTalking):
        await service.conversations.begin(["anna", "cleo"], asker=BOB)
    with pytest.raises(AlreadyAsking):
        await service.answers.tweetlike("cleo", asker=ANN)
    assert (await service.answers.tweetlike("cleo", asker=BOB)).texts, "others ask meanwhile"
    await talking.aclose()
    with pytest.raises(CoolingDown):
        await service.answers.tweetlike("cleo", asker=ANN)
    assert await listen(service, "anna", "cleo", asker=Asker("test", "eve", "here", chat="5"))


async def test_each_turn_is_a_request_that_is_counted_and_finished_before_a_stop(service: Service) -> None:
    await listen(service, "anna", "ben", turns=3)
    counted = service.metrics.requests.labels("test", "answered")._value.get()
    assert counted == 3
    await asyncio.wait_for(service.requests.drain(5), 5)
