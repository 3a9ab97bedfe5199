"""The use cases, once, over a real database and a real engine on a tiny model."""

from __future__ import annotations

import asyncio
import json
import shutil
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from bot.app import open_service
from bot.generation.types import GenerationRequest, GenerationResult
from bot.service.options import AnswerOptions
from bot.service.service import Service
from bot.service.turns import Asker, Turns
from data.accounts.store import ensure_account, opt_out
from data.chat.generations import find_generation
from data.errors import (
    CoolingDown,
    InvalidChoice,
    InvalidHandle,
    NoVoiceYet,
    OptedOut,
    PromptTooLong,
    SavingNow,
    UnknownAccount,
    UnknownGeneration,
    VersionDamaged,
)
from data.maintenance.deletion import forget_account
from data.models.bases import Base, prepare_base, prepared_base
from data.models.recipes import find_recipe
from data.models.registry import rollback
from data.settings import Settings
from data.storage.database import connect, transaction
from tests.conftest import MakeGame, MakeVoice, alter


@pytest.fixture
async def service(settings: Settings, base: Base) -> AsyncIterator[Service]:
    async with open_service(settings, base) as opened:
        yield opened


async def ask(service: Service, handle: str = "sample", prompt: str = "hum", seed: int = 1) -> tuple[str, ...]:
    options = AnswerOptions(seed=seed)
    return (await service.answers.tweetlike(handle, prompt, options, asker=Asker("test", "me", exempt=True))).texts


@pytest.mark.parametrize("exempt", [False, True])
async def test_a_round_of_the_game_takes_a_turn_like_any_answer(
    service: Service, make_game: MakeGame, exempt: bool
) -> None:
    make_game()
    alter(service, turns=Turns(30, 0))
    player = Asker("test", "a", exempt=exempt)
    _, dealt = await service.games.begin("sample", asker=player, place="here")
    assert len(dealt.cards) == 4
    for again in (
        service.games.begin("sample", asker=player, place="here"),
        service.answers.tweetlike("sample", asker=player),
    ):
        if exempt:
            await again
        else:
            with pytest.raises(CoolingDown):
                await again


async def test_an_answer_says_who_what_and_how_and_is_stored(
    service: Service, db: Database, make_voice: MakeVoice
) -> None:
    account, version = make_voice()
    answer = await service.answers.tweetlike(" @Sample ", "  the \n moon ", asker=Asker("test", "me"))
    assert (answer.handle, answer.prompt, answer.version, answer.trained_on) == ("sample", "the moon", 1, 400)
    assert len(answer.texts) == 5
    stored = find_generation(db, answer.generation_id)
    assert stored
    assert stored.texts == answer.texts
    assert (stored.account_id, stored.version_id, stored.seed) == (account.id, version.id, answer.seed)
    assert await ask(service, prompt="the moon", seed=answer.seed) == answer.texts
    assert find_generation(db, 999) is None


async def test_what_an_answer_was_computed_on_is_stored(service: Service, db: Database, make_voice: MakeVoice) -> None:
    make_voice()
    await ask(service)
    assert [row["numerics"] for row in db.query("SELECT numerics FROM generations")] == ["cpu float32"]


async def test_again_is_the_same_with_a_new_seed(service: Service, db: Database, make_voice: MakeVoice) -> None:
    account, _ = make_voice()
    options = AnswerOptions(3, 0.7, 5)
    first = await service.answers.tweetlike("sample", "hum", options, asker=Asker("test", "me"))
    second = await service.answers.again(first.generation_id, asker=Asker("test", "you"))
    assert (second.handle, second.prompt, len(second.texts)) == ("sample", "hum", 3)
    assert second.seed != 5
    assert second.texts != first.texts
    stored = find_generation(db, second.generation_id)
    assert stored
    assert stored.sampling["temperature"] == 0.7
    with pytest.raises(UnknownGeneration):
        await service.answers.again(first.generation_id, asker=Asker("elsewhere", "me"))
    forget_account(db, service.settings, account, refuse=False, now=time.time())
    for gone in (first.generation_id, 999):
        with pytest.raises(UnknownGeneration):
            await service.answers.again(gone, asker=Asker("test", "me"))


async def test_a_promotion_and_a_rollback_are_seen_at_the_next_request(
    service: Service, db: Database, make_voice: MakeVoice
) -> None:
    account, _ = make_voice(seed=1)
    first = await ask(service)
    make_voice(seed=2)
    second = await ask(service)
    assert second != first
    rollback(db, account, now=time.time())
    assert await ask(service) == first


async def test_a_swap_under_load_fails_no_request(service: Service, make_voice: MakeVoice) -> None:
    make_voice(seed=1)
    expected = {(await service.answers.tweetlike("sample", "hum", AnswerOptions(seed=1), asker=Asker("t", "r"))).texts}

    async def keep_asking() -> list[tuple[str, ...]]:
        return [await ask(service) for _ in range(12)]

    load = [asyncio.create_task(keep_asking()) for _ in range(3)]
    await asyncio.sleep(0.1)
    make_voice(seed=2)
    expected.add(await ask(service))
    answers = [texts for texts_of_one in await asyncio.gather(*load) for texts in texts_of_one]
    assert len(answers) == 36
    assert set(answers) == expected


async def test_a_damaged_version_is_replaced_by_the_one_before_in_the_answer_itself(
    service: Service, settings: Settings, make_voice: MakeVoice
) -> None:
    _, first = make_voice(seed=1)
    expected = await ask(service)
    _, second = make_voice(seed=2)
    (settings.models_path() / second.folder / "adapter_model.safetensors").write_bytes(b"gone bad")
    assert await ask(service) == expected
    await service.drop_stale_voices()
    for file in (settings.models_path() / first.folder).iterdir():
        file.write_bytes(b"all gone bad")
    for key in service.context.generator.resident():
        service.context.generator.drop(key)
    with pytest.raises(VersionDamaged):
        await ask(service)


async def test_a_forgotten_account_is_dropped_from_memory_and_refused_after_an_opt_out(
    service: Service, db: Database, settings: Settings, make_voice: MakeVoice
) -> None:
    account, version = make_voice()
    make_voice("other")
    await ask(service)
    kept = await ask(service, "other")
    assert len(service.context.generator.resident()) == 2
    forget_account(db, settings, account, refuse=True, now=time.time())
    assert len(await service.drop_stale_voices()) == 1
    assert await ask(service, "other") == kept
    with pytest.raises(OptedOut):
        await ask(service)
    assert not (settings.models_path() / version.folder).exists()
    for file in settings.home.rglob("*"):
        assert not file.is_file() or b"sample tweets number" not in file.read_bytes(), file


async def test_an_account_forgotten_while_its_answer_is_written_is_a_typed_error(
    service: Service, db: Database, settings: Settings, make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    account, _ = make_voice()
    write = service.context.generator.generate

    async def forgotten_meanwhile(request: GenerationRequest, on_wait: object = None) -> GenerationResult:
        result = await write(request)
        forget_account(db, settings, account, refuse=True, now=time.time())
        return result

    monkeypatch.setattr(service.context.generator, "generate", forgotten_meanwhile)
    with pytest.raises(OptedOut):
        await ask(service)


async def test_errors_are_typed_and_helpful(service: Service, db: Database, make_voice: MakeVoice) -> None:
    make_voice()
    make_voice("silent", live=False)
    with pytest.raises(UnknownAccount) as unknown:
        await ask(service, "sampel")
    assert unknown.value.suggestions == ("sample",)
    with pytest.raises(NoVoiceYet) as silent:
        await ask(service, "silent")
    assert not silent.value.training
    await service.operations.retrain("silent", requester="me")
    with pytest.raises(NoVoiceYet) as training:
        await ask(service, "silent")
    assert training.value.training
    with pytest.raises(PromptTooLong):
        await ask(service, prompt="x" * 201)
    for hostile in ("../etc", "a b", "", "ｓａｍｐｌｅ", "sample\n'; DROP TABLE tweets"):
        with pytest.raises(InvalidHandle):
            await ask(service, hostile)
    opt_out(db, "sample", now=1)
    with pytest.raises(OptedOut):
        await ask(service)


async def test_a_voice_for_another_base_model_is_not_served(
    service: Service, db: Database, make_voice: MakeVoice
) -> None:
    _, version = make_voice()
    db.table("versions").update(version.id, {"base_fingerprint": "another"})
    with pytest.raises(NoVoiceYet):
        await ask(service)


async def test_voices_of_the_base_before_go_on_answering(
    settings: Settings, db: Database, make_voice: MakeVoice, tiny_models: dict[str, Path]
) -> None:
    """A home that moves to another base; the one before is gone only when somebody deletes it."""
    make_voice("older")
    make_voice("other", seed=2)
    settings = settings.model_copy(update={"base": str(tiny_models["gpt2"])})
    before = prepared_base(str(tiny_models["llama"]), settings.bases_path())
    assert before is not None
    async with open_service(settings, prepare_base(settings.base, settings.bases_path())) as service:
        assert len(await ask(service, "older")) == 5
        await service.context.live.drop_stale()
        assert service.context.generator.resident(), "it is live, and so kept"
        with pytest.raises(InvalidChoice, match="today's base"):
            await ask(service, "older*0.5+other*0.5")
    shutil.rmtree(before.folder)
    async with open_service(settings, prepare_base(settings.base, settings.bases_path())) as service:
        with pytest.raises(NoVoiceYet):
            await ask(service, "older")


async def test_handles_are_suggested_by_prefix_first_and_only_with_a_voice(
    service: Service, make_voice: MakeVoice
) -> None:
    for handle in ("moonbase", "amoon", "sun"):
        make_voice(handle)
    make_voice("moonless", live=False)
    assert await service.directory.suggest_handles("@MOON") == ["moonbase", "amoon"]
    assert await service.directory.suggest_handles("") == ["amoon", "moonbase", "sun"]
    assert await service.directory.suggest_handles("", limit=1) == ["amoon"]


async def test_retraining_twice_is_one_job_before_the_schedule_and_can_be_cancelled(
    service: Service, make_voice: MakeVoice
) -> None:
    make_voice()
    job = await service.operations.retrain("sample", requester="me")
    assert (await service.operations.retrain("@SAMPLE", requester="you")).id == job.id
    assert [status.job.id for status in (await service.directory.models()).statuses if status.job] == [job.id]
    assert (await service.operations.cancel(job.id)).state == "cancelled"
    assert (await service.operations.job(job.id)).state == "cancelled"
    await service.operations.show_job_in(job.id, "test", 1, 2)
    assert await service.operations.messages_to_update("test") == [(job.id, "1", "2")]
    await service.operations.forget_message(job.id, "test", 2)
    assert await service.operations.messages_to_update("test") == []


async def test_the_event_loop_is_not_blocked_while_generating(service: Service, make_voice: MakeVoice) -> None:
    make_voice()
    await ask(service)
    longest, running = 0.0, True

    async def watch() -> None:
        nonlocal longest
        while running:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - before)

    watchdog = asyncio.create_task(watch())
    for seed in range(5):
        await ask(service, seed=seed)
    running = False
    await watchdog
    assert longest < 0.5


async def test_stale_voices_are_looked_for_in_the_background(service: Service, make_voice: MakeVoice) -> None:
    make_voice(seed=1)
    await ask(service)
    task = asyncio.create_task(service.keep_voices_fresh(0.01))
    make_voice(seed=2)
    async with asyncio.timeout(10):
        while service.context.generator.resident():
            await asyncio.sleep(0.01)
    assert not task.done()
    task.cancel()


async def test_a_long_tweet_is_gone_on_from_as_far_as_it_leaves_room(
    service: Service, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    first = await service.answers.tweetlike("sample", "hum", asker=Asker("t", "me"))
    for text in ("夢" * 150, "word " * 40, "x" * 199):
        db.execute("UPDATE generations SET texts = json_array(?) WHERE id = ?", [text, first.generation_id])
        answer = await service.answers.again(first.generation_id, like=1, asker=Asker("t", "me"))
        assert answer.prompt
        assert text.startswith(answer.prompt)
        again = await service.answers.again(answer.generation_id, asker=Asker("t", "me"))
        assert again.prompt == answer.prompt
    with pytest.raises(PromptTooLong):
        await service.answers.tweetlike("sample", "夢" * 150, asker=Asker("t", "me"))


@pytest.mark.parametrize(
    ("recipe", "expected"),
    [
        ({}, (50, 0.95)),
        ({**find_recipe("default").as_dict(), "top_k": 128}, (128, 1.0)),
        (find_recipe("huggingtweets").as_dict(), (50, 0.95)),
    ],
)
async def test_a_voice_is_sampled_as_its_recipe_says_or_as_it_was_measured_before_recipes_said_so(
    service: Service, db: Database, make_voice: MakeVoice, recipe: dict[str, Any], expected: tuple[int, float]
) -> None:
    _, version = make_voice()
    db.execute("UPDATE versions SET recipe = ?, sampling = NULL WHERE id = ?", [json.dumps(recipe), version.id])
    answer = await service.answers.tweetlike("sample", "hum", asker=Asker("t", "me"))
    stored = find_generation(db, answer.generation_id)
    assert stored
    assert (stored.sampling["top_k"], stored.sampling["top_p"]) == expected


async def count_statements(service: Service, work: Callable[[], Awaitable[object]]) -> int:
    """How many statements the reader's connection runs for some work."""
    seen: list[str] = []
    await service.context.reader.run(lambda db: db.conn.set_trace_callback(seen.append))
    await work()
    await service.context.reader.run(lambda db: db.conn.set_trace_callback(None))
    return len(seen)


async def test_looking_for_stale_voices_and_a_page_of_models_cost_the_same_with_very_many_accounts(
    service: Service, make_voice: MakeVoice, db: Database
) -> None:
    """They read every account, on the thread that answers: seconds at some thousands, after any change at all."""
    make_voice()
    await service.answers.tweetlike("sample", "hum", asker=Asker("t", "me"))
    costs = []
    for number in (25, 2_000):
        with transaction(db):
            for each in range(number):
                ensure_account(db, f"other{each}", now=1.0)
        costs.append(
            [
                await count_statements(service, service.drop_stale_voices),
                await count_statements(service, service.directory.models),
                await count_statements(service, lambda: service.directory.suggest_handles("other1")),
            ]
        )
    assert costs[0] == costs[1]
    assert costs[0][0] > 1, "something had changed, and was looked at"
    assert service.context.generator.resident(), "the voice is live still"


async def test_what_only_looks_waits_for_nobody_who_writes(
    service: Service, settings: Settings, make_voice: MakeVoice, db: Database
) -> None:
    """An import held other writers up for seconds, and with them all that has three seconds to answer in."""
    make_voice()
    answer = await service.answers.tweetlike("sample", "hum", asker=Asker("t", "me"))
    assert answer.generation_id is not None
    writer = connect(settings.database_path())
    writer.conn.execute("BEGIN IMMEDIATE")
    held = asyncio.create_task(service.answers.rate(answer.generation_id, Asker("t", "me"), liked=True))
    await asyncio.sleep(0.1)
    async with asyncio.timeout(5):  # the thumb waits ten
        assert (await service.directory.voices()).handles == ("sample",)
        assert (await service.directory.status()).voices == 1
        assert await service.directory.suggest_handles("sam") == ["sample"]
        assert (await service.answers.asked(answer.generation_id, Asker("t", "me"))).prompt == "hum"
        await service.answers.check("sample", "hum", asker=Asker("test", "me"))
    with pytest.raises(SavingNow):
        await held  # it has said so long before the database gives up
    writer.conn.execute("ROLLBACK")
    writer.close()
    async with asyncio.timeout(20):
        while not db.execute("SELECT count(*) FROM feedback").fetchone()[0]:  # and has counted it
            await asyncio.sleep(0.05)
