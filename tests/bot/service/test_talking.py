"""What somebody says to the bot is a request in the voice that was meant."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlite_utils import Database

from bot.app import open_service
from bot.service.options import USUAL, AnswerOptions
from bot.service.safety import PROMPT_CHARACTERS
from bot.service.service import Service
from bot.service.talking import Said
from bot.service.turns import Asker
from data.accounts.store import ensure_account
from data.errors import InvalidChoice, UnknownGeneration
from data.models.bases import Base
from data.settings import Settings
from tests.conftest import MakeVoice

ANN, BOB = Asker("test", "ann", "here"), Asker("test", "bob", "here")
ONE = AnswerOptions(1)


@pytest.fixture
async def service(settings: Settings, base: Base, db: Database, make_voice: MakeVoice) -> AsyncIterator[Service]:
    make_voice("sample")
    make_voice("sampler", 2)
    ensure_account(db, "mute", now=1.0)
    async with open_service(settings, base) as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("sample", Said("sample", "", USUAL)),
        ("@Sample the  moon", Said("@Sample", "the moon", USUAL)),
        ("sample count=3 creativity=calm hum", Said("sample", "hum", AnswerOptions(3, 0.7))),
        ("sample+sampler hum", Said("sample+sampler", "hum", USUAL)),
        ("sample*0.7+sampler*0.3", Said("sample*0.7+sampler*0.3", "", USUAL)),
        ("sampl hum", None),  # the beginning of a handle is none
        ("mute hum", None),
        ("sample+mute hum", None),
        ("sample+sampler+mute+more hum", None),
        ("why not?", None),
        ("", None),
    ],
)
async def test_a_first_word_names_a_voice(service: Service, text: str, meant: Said | None) -> None:
    assert await service.talking.understand(text, asker=ANN) == meant


async def test_all_else_goes_on_in_the_voice_that_answered_last(service: Service) -> None:
    await service.answers.tweetlike("sample", "hum", asker=ANN)
    await service.answers.tweetlike("sampler", "hum", AnswerOptions(2, 1.5), asker=BOB)
    assert await service.talking.understand("why not?", asker=ANN) == Said("sample", "why not?", ONE)
    assert await service.talking.understand("why not?", asker=BOB) == Said("sampler", "why not?", AnswerOptions(1, 1.5))
    assert await service.talking.understand("why not?", asker=Asker("elsewhere", "ann")) is None
    for place in ("5", "6"):  # where somebody talks with which voice is nobody's business elsewhere
        assert await service.talking.understand("why not?", asker=Asker("test", "ann", "here", chat=place)) is None
    there = Asker("test", "ann", "here", chat="5")
    await service.answers.tweetlike("sampler", "hum", asker=there)
    assert await service.talking.understand("why not?", asker=there) == Said("sampler", "why not?", ONE)
    assert await service.talking.understand("why not?", asker=ANN) == Said("sample", "why not?", ONE)


async def test_a_reply_goes_on_in_the_voice_of_the_answer_whoever_asked_for_it(
    service: Service, settings: Settings
) -> None:
    alone = await service.answers.tweetlike("sample", "hum", asker=ANN)
    mixed = await service.answers.tweetlike("sample+sampler", "hum", asker=ANN)
    for answer, handle in ((alone, "sample"), (mixed, "sample+sampler")):
        said = await service.talking.understand("sampler knows", asker=BOB, answered=answer.generation_id)
        assert said == Said(handle, "sampler knows", ONE)
    with pytest.raises(UnknownGeneration):
        await service.talking.understand("hum", asker=Asker("elsewhere", "bob"), answered=alone.generation_id)


async def test_of_a_long_text_the_first_words_are_the_beginning(service: Service) -> None:
    await service.answers.tweetlike("sample", "hum", asker=ANN)
    said = await service.talking.understand("a few words too many " * 40, asker=ANN)
    assert said is not None
    assert said.prompt.startswith("a few words")
    assert 0 < len(said.prompt) <= PROMPT_CHARACTERS
    answer = await service.answers.tweetlike(said.handle, said.prompt, said.options, asker=ANN)
    assert len(answer.texts) == 1


async def test_a_bad_option_is_told(service: Service) -> None:
    with pytest.raises(InvalidChoice):
        await service.talking.understand("sample count=many hum", asker=ANN)
