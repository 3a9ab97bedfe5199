"""The terminal as a platform: the same commands, the same labels, the same errors."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console
from sqlite_utils import Database

from bot.app import open_service
from bot.platforms.console import ConsoleBot, _completer, answer_panel
from bot.service.safety import neutralise
from bot.service.service import Service
from bot.service.turns import Asker
from data.accounts.store import find_account, list_accounts
from data.jobs import queue as jobs
from data.jobs.queue import Progress
from data.models.bases import Base
from data.models.scorecards import count_votes
from data.settings import Settings
from tests.conftest import MakeGame, MakeVoice, ScoreOf


@pytest.fixture
async def service(settings: Settings, base: Base) -> AsyncIterator[Service]:
    async with open_service(settings, base) as opened:
        yield opened


@pytest.fixture
def chat(service: Service) -> ConsoleBot:
    return ConsoleBot(service, Console(file=io.StringIO(), width=100, force_terminal=False))


def shown(chat: ConsoleBot) -> str:
    assert isinstance(chat.console.file, io.StringIO)
    return chat.console.file.getvalue()


async def test_five_tweets_in_a_frame_that_says_parody(chat: ConsoleBot, make_voice: MakeVoice) -> None:
    make_voice()
    assert await chat.handle("/tweetlike sample don't \"worry")
    text = shown(chat)
    for expected in ("AI parody", "version 1", "trained on 400 tweets", "seed", "5  don't \"worry"):
        assert expected in text


async def test_what_a_person_mistypes_is_answered_not_raised(chat: ConsoleBot, make_voice: MakeVoice) -> None:
    make_voice()
    assert await chat.handle("")
    assert not await chat.handle("/tweetlike sampel hi")
    assert not await chat.handle("what")
    assert not await chat.handle('/tweetlike "a""b"')
    assert not await chat.handle("/tweetlike")
    assert await chat.handle("/help")
    text = shown(chat)
    assert "Did you mean @sample?" in text
    assert "Like this: /tweetlike HANDLE" in text
    assert "/retrain HANDLE" in text


@pytest.mark.parametrize(
    "line", ["/models page " + "9" * 5_000, "/voices \ud800", "/tweetlike \udfff x", "/score \ud800"]
)
async def test_what_is_no_number_or_no_text_is_answered_too(line: str, chat: ConsoleBot, make_voice: MakeVoice) -> None:
    make_voice()
    await chat.handle(line)
    assert await chat.handle("/voices")


async def test_options_and_asking_again(chat: ConsoleBot, db: Database, make_voice: MakeVoice) -> None:
    make_voice()
    assert not await chat.handle("/again")
    assert "Ask with /tweetlike first." in shown(chat)
    assert await chat.handle("/tweetlike sample count=2 seed=7 hum")
    assert await chat.handle("/again")
    assert not await chat.handle("/tweetlike sample count=99 hum")
    assert "not '99'" in shown(chat)
    rows = list(db.query("SELECT prompt, seed, texts FROM generations ORDER BY created_at"))
    assert [(row["prompt"], row["seed"] == 7) for row in rows] == [("hum", True), ("hum", False)]
    assert rows[0]["texts"] != rows[1]["texts"]


async def test_two_voices_talk(chat: ConsoleBot, make_voice: MakeVoice) -> None:
    make_voice()
    make_voice("other", 2)
    assert await chat.handle("/talk sample other the moon")
    lines = shown(chat).splitlines()
    said = [line for line in lines if line.startswith(("sample: ", "other: "))]
    assert [line.partition(":")[0] for line in said] == ["sample", "other"] * 4
    assert said[0].startswith("sample: the moon")
    assert "AI parody — not @sample × @other's words" in shown(chat)
    assert not await chat.handle("/talk sample nobody")
    assert not await chat.handle("/talk sample")


async def test_a_score_is_a_table(chat: ConsoleBot, make_voice: MakeVoice, score_of: ScoreOf) -> None:
    _, version = make_voice()
    assert not await chat.handle("/score sample")
    assert "has not been measured" in shown(chat)
    score_of(version)
    assert await chat.handle("/score sample")
    assert "0.612" in shown(chat)
    assert "Like this: /score HANDLE" not in shown(chat)
    assert not await chat.handle("/score")
    assert "Like this: /score HANDLE" in shown(chat)


async def test_models_are_a_table(chat: ConsoleBot, make_voice: MakeVoice) -> None:
    await chat.handle("/models")
    assert "No voices yet" in shown(chat)
    make_voice()
    make_voice("silent", live=False)
    await chat.handle("/models")
    assert "2.000" in shown(chat)
    assert "silent" in shown(chat)


async def test_a_retrain_is_followed_to_its_end(chat: ConsoleBot, db: Database, make_voice: MakeVoice) -> None:
    make_voice()
    task = asyncio.create_task(chat.handle("/retrain sample"))
    async with asyncio.timeout(20):
        while (job := jobs.claim(db, "w", now=1)) is None:
            await asyncio.sleep(0.01)
    jobs.heartbeat(db, job, Progress("training", 1, 2), now=1)
    jobs.finish(db, job, "succeeded", jobs.Result("Version 2 is live."), now=2)
    assert await task
    assert "Version 2 is live." in shown(chat)


async def test_interrupting_a_retrain_cancels_it(chat: ConsoleBot, db: Database, make_voice: MakeVoice) -> None:
    make_voice()
    task = asyncio.create_task(chat.handle("/retrain sample"))
    async with asyncio.timeout(20):
        while not jobs.active_jobs(db):
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert jobs.active_jobs(db) == []


async def test_markup_and_control_characters_cannot_break_out(service: Service, make_voice: MakeVoice) -> None:
    make_voice()
    answer = await service.answers.tweetlike("sample", "hum", asker=Asker("t", "r"))
    hostile = replace(answer, texts=("[red]x[/red] [/] \x1b[31m @everyone",), display_name="[link=http://e]n[/link]")
    out = io.StringIO()
    Console(file=out, width=100).print(answer_panel(hostile))
    assert "\x1b" not in out.getvalue()
    assert "[red]x[/red] [/]" in out.getvalue().replace("\u2060", "")
    assert "@everyone" not in out.getvalue()


async def test_commands_and_handles_are_completed(service: Service, make_voice: MakeVoice) -> None:
    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    make_voice()

    async def complete(text: str) -> list[str]:
        completer = _completer(service)
        assert list(completer.get_completions(Document(text), CompleteEvent())) == []
        return [c.text async for c in completer.get_completions_async(Document(text), CompleteEvent())]

    assert await complete("/tw") == ["/tweetlike"]
    assert await complete("/tweetlike sa") == ["sample"]
    assert await complete("/tweetlike sample the") == []


async def test_the_operator_imports_schedules_and_forgets(
    chat: ConsoleBot, make_voice: MakeVoice, db: Database, tmp_path: Path
) -> None:
    make_voice()
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(f'{{"id": {n}, "text": "number {n} hums to the moon"}}' for n in range(9)))
    assert await chat.handle(f"/import {path} mine")
    assert find_account(db, "mine").watch_path == path
    assert await chat.handle("/schedule mine 6h")
    assert find_account(db, "mine").refresh_every == "6h"
    assert not await chat.handle("/schedule mine often")
    assert await chat.handle("/forget mine")
    assert find_account(db, "mine"), "it asks first"
    assert await chat.handle("/forget mine yes")
    assert [account.handle for account in list_accounts(db)] == ["sample"]
    text = " ".join(shown(chat).split())
    for expected in (
        "9 new of 9 tweets",
        "The schedule of @mine is now: 6h",
        "If so: /forget mine yes",
        "@mine is forgotten",
    ):
        assert expected in text


async def test_an_unknown_account_is_offered_with_what_it_costs(
    chat: ConsoleBot, service: Service, make_voice: MakeVoice, db: Database
) -> None:
    make_voice()
    assert not await chat.handle("/tweetlike name.bsky.social hum")
    assert "Its public posts are free to read" in " ".join(shown(chat).split())
    assert "/fetch name.bsky.social" in shown(chat)
    asked = asyncio.create_task(chat.handle("/fetch name.bsky.social"))
    while not jobs.active_jobs(db):
        await asyncio.sleep(0.02)
    [job] = jobs.active_jobs(db)
    assert job.options.fetch
    jobs.request_cancel(db, job.id, now=1)
    assert await asked
    assert not await chat.handle("/fetch stranger")
    assert "X is switched off" in shown(chat)


async def test_a_round_of_real_or_fake_is_played_and_counted(
    chat: ConsoleBot, make_game: MakeGame, db: Database
) -> None:
    _, version = make_game()
    assert not await chat.handle("/guess 1")
    assert "Begin with /realorfake" in shown(chat)
    assert await chat.handle("/realorfake sample")
    game = chat._round
    assert game is not None
    read = " ".join(shown(chat).split())
    assert all(" ".join(neutralise(card).split()) in read for card in game.cards)
    wrong = (game.answer + 1) % 4
    assert await chat.handle(f"/guess {wrong + 1}")
    assert f"Number {game.answer + 1} is real. 0 of 1 found it." in shown(chat)
    assert count_votes(db, version.id).fooled == 1
