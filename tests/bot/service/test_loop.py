"""The event loop never waits for a tensor or a picture: what its own thread computes in one go stays short."""

from __future__ import annotations

import asyncio
import time
from asyncio import events
from collections.abc import AsyncIterator

import pytest

from bot.app import open_service
from bot.service.options import AnswerOptions
from bot.service.service import Service
from bot.service.turns import Asker
from data.models.bases import Base
from data.settings import Settings
from tests.conftest import MakeVoice

MAX_S = 0.05


@pytest.fixture
async def service(settings: Settings, base: Base) -> AsyncIterator[Service]:
    async with open_service(settings, base) as opened:
        yield opened


@pytest.fixture
def longest(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds of processor time of each callback on the loop; a busy machine around it does not count."""
    taken: list[float] = []
    run = events.Handle._run

    def watched(handle: events.Handle) -> None:
        started = time.thread_time()
        run(handle)
        taken.append(time.thread_time() - started)

    monkeypatch.setattr(events.Handle, "_run", watched)
    return taken


async def test_the_loop_is_free_while_voices_write_and_pictures_are_drawn(
    service: Service, make_voice: MakeVoice, longest: list[float]
) -> None:
    for number in range(4):
        make_voice(f"voice{number}", seed=number)

    async def ask(number: int) -> None:
        asker = Asker("test", f"person{number}")
        options = AnswerOptions(count=10, seed=number)
        answer = await service.answers.tweetlike(f"voice{number % 4}", "hum", options, asker=asker)
        await service.answers.picture(answer.generation_id, asker, dark=bool(number % 2))

    await ask(0)  # what is loaded once: fonts, the engine
    longest.clear()
    await asyncio.gather(*(ask(number) for number in range(12)))
    assert len(longest) > 100
    assert max(longest) < MAX_S


async def test_the_watchdog_sees_what_blocks(longest: list[float]) -> None:
    await asyncio.sleep(0)
    started = time.thread_time()
    while time.thread_time() - started < 2 * MAX_S:
        pass
    await asyncio.sleep(0)
    assert max(longest) > MAX_S
