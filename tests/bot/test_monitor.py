"""What an operator can see: metrics, health, and logs whose lines of one request carry one id."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr
from sqlite_utils import Database

from bot.app import open_service
from bot.generation.batching.batch import Batch
from bot.monitor import monitoring
from bot.service.service import Service
from bot.service.turns import Asker
from data.errors import EngineFault, PortTaken, Restarting, UnknownAccount
from data.jobs import queue as jobs
from data.logs import set_up_logs
from data.models.bases import Base
from data.settings import Settings
from data.sources.circuit_breaker import record_failure
from tests.conftest import MakeVoice

ME = Asker("test", "me", exempt=True)


@pytest.fixture
async def service(settings: Settings, base: Base) -> AsyncIterator[Service]:
    async with open_service(settings, base) as opened:
        yield opened


@pytest.fixture
def log_file(tmp_path: Path) -> Path:
    return tmp_path / "bot.log"


async def get(port: int, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/{path}") as response:
        return response.status, await response.text()


async def scrape(port: int) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """Values by name and labels, as Prometheus' own parser reads them."""
    _, text = await get(port, "metrics")
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def test_metrics_count_requests_stages_jobs_and_what_is_left(
    service: Service, db: Database, settings: Settings, make_voice: MakeVoice
) -> None:
    account, _ = make_voice()
    jobs.enqueue(db, "train", account.handle, account.id, requested_by="t", now=1.0)
    async with monitoring(service, "127.0.0.1", 0) as port:
        await service.answers.tweetlike("sample", "hum", asker=ME)
        with pytest.raises(UnknownAccount):
            await service.answers.tweetlike("nobody", asker=ME)
        from data.errors import SourceDown

        record_failure(db, "Bluesky", SourceDown("Bluesky", "it hums"), now=4e9)
        found = await scrape(port)
    assert found["tweetlike_requests_total", (("outcome", "answered"), ("platform", "test"))] == 1
    assert found["tweetlike_requests_total", (("outcome", "UnknownAccount"), ("platform", "test"))] == 1
    for stage in ("queue", "prefill", "decode", "total"):
        assert found["tweetlike_request_seconds_count", (("stage", stage),)] == 1
    assert found["tweetlike_tokens_total", ()] > 20
    assert found["tweetlike_batch_rows_count", ()] == 1
    assert found["tweetlike_jobs", (("kind", "train"), ("state", "queued"))] == 1
    assert found["tweetlike_voices", ()] == 1
    assert found["tweetlike_voices_resident", ()] == 1
    assert found["tweetlike_queue", ()] == 0
    assert found["tweetlike_trainer_up", ()] == 0
    assert found["tweetlike_budget_left_posts", (("source", "X"),)] == settings.x_monthly_posts
    assert found["tweetlike_source_rests", (("source", "Bluesky"),)] == 1
    assert found["tweetlike_database_readable", ()] == 1


async def test_a_page_under_another_name_is_told_nothing(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    """A web site whose name leads to this machine would let a browser on it read along."""
    caplog.clear()
    async with monitoring(service, "127.0.0.1", 0) as port, httpx.AsyncClient() as browser:
        for name, status in (("evil.example", 403), ("10.0.0.1", 403), ("localhost", 200), ("127.0.0.1", 200)):
            told = await browser.get(f"http://127.0.0.1:{port}/metrics", headers={"Host": f"{name}:{port}"})
            assert told.status_code == status, name
            assert ("tweetlike_" in told.text) == (status == 200)
        for head in (b"Host: localhost:99999999", b"Host: ::1", b"Host: \xff", b"Host: a\r\nHost: b", b"\x00: \x01"):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET /metrics HTTP/1.1\r\n" + head + b"\r\n\r\n")
            assert b"tweetlike_" not in await asyncio.wait_for(reader.read(4096), 10)
            writer.close()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"CONNECT 2026-11-28-14:00:00,000-CRITICAL-forged HTTP/1.1\r\n\r\n")
        await asyncio.wait_for(reader.read(4096), 10)
        writer.close()
    assert not caplog.records, "whoever knocks writes nothing into the log"


async def test_health_and_readiness_tell_what_is_wrong(
    service: Service, settings: Settings, make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_voice()
    async with monitoring(service, "127.0.0.1", 0) as port:
        assert await get(port, "health") == (200, "ok\n")
        assert await get(port, "ready") == (200, "ok\n")
        with monkeypatch.context() as broken:
            broken.setattr(type(service.context.generator), "broken", lambda _: True)
            assert await get(port, "health") == (503, "the engine has ended\n")
        await service.context.in_database(lambda db: db.execute("PRAGMA wal_checkpoint(TRUNCATE)"))
        whole = settings.database_path().read_bytes()
        service.context.connection._db = None  # which has pages in its cache
        settings.database_path().write_bytes(whole[:4096] + b"x" * (len(whole) - 4096))
        status, why = await get(port, "ready")
        assert (status, "the database" in why) == (503, True)
        assert (await scrape(port))["tweetlike_database_readable", ()] == 0
        settings.database_path().write_bytes(whole)
        for rest in settings.home.glob("tweetlike.db-*"):
            rest.unlink()
        assert (await get(port, "ready"))[0] == 200
        await service.requests.drain(1.0)
        assert await get(port, "ready") == (503, "stopping\n")
        assert await get(port, "health") == (200, "ok\n")
        assert (await get(port, "secrets"))[0] == 404
        with pytest.raises(PortTaken, match="METRICS_PORT"):
            async with monitoring(service, "127.0.0.1", port):
                pass


async def test_the_lines_of_a_request_carry_its_id_down_to_the_engine(
    service: Service, settings: Settings, make_voice: MakeVoice, log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_voice()
    set_up_logs(settings.model_copy(update={"log_format": "json"}), file=log_file)
    await service.answers.tweetlike("sample", "hum", asker=ME)
    await service.answers.tweetlike("sample", "hum", asker=ME)
    monkeypatch.setattr(Batch, "join", lambda *_: 1 / 0)
    with pytest.raises(EngineFault):
        await service.answers.tweetlike("sample", "hum", asker=ME)
    lines = [json.loads(line) for line in log_file.read_text().splitlines()]
    first, second = (line for line in lines if "tweets in" in line["message"])
    assert first["request"] != second["request"]
    assert len(first["request"]) == 8
    [failed] = [line for line in lines if line["logger"] == "bot.generation.worker"]
    assert failed["request"] not in (first["request"], second["request"])
    assert "ZeroDivisionError" in failed["traceback"]
    assert {"time", "level", "logger", "message"} <= set(first)
    assert "hum" not in log_file.read_text().replace("human", ""), "what people type is not logged"


def test_no_secret_reaches_a_log_in_either_form(settings: Settings, log_file: Path) -> None:
    secrets = {"x_token": 'AAAA%2F"weird\\bearer', "hub_token": "hf_abcdefghijkl", "discord_token": "not.of.shape"}
    told = settings.model_copy(update={name: SecretStr(value) for name, value in secrets.items()})
    for form in ("text", "json"):
        set_up_logs(told.model_copy(update={"log_format": form}), file=log_file)
        log = logging.getLogger("x")
        for value in secrets.values():
            log.warning("used %s", value)
            try:
                raise RuntimeError(value)
            except RuntimeError:
                log.exception("oh")
    content = log_file.read_text()
    assert content.count("[secret]") >= 12
    for value in secrets.values():
        assert value not in content
        assert json.dumps(value)[1:-1] not in content


def test_what_wandb_reads_by_itself_and_what_ends_the_program_go_through_the_same_sieve(
    settings: Settings, log_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WANDB_API_KEY", "0123456789abcdef")
    set_up_logs(settings, file=log_file)

    def end() -> None:
        raise RuntimeError("refused: 0123456789abcdef")

    thread = threading.Thread(target=end, name="odd")
    thread.start()
    thread.join()
    with pytest.raises(RuntimeError) as caught:
        end()
    sys.excepthook(RuntimeError, caught.value, caught.value.__traceback__)
    assert "the program has ended" in log_file.read_text()
    shown = capsys.readouterr().err
    assert shown == f"Something broke: RuntimeError: refused: [secret]\nThe rest is in {log_file}.\n"
    assert log_file.read_text().count("RuntimeError: refused: [secret]") == 2
    assert "the thread odd has ended" in log_file.read_text()
    assert "0123456789abcdef" not in log_file.read_text() + capsys.readouterr().err


async def test_a_stopping_bot_finishes_what_it_holds_and_takes_no_more(service: Service, make_voice: MakeVoice) -> None:
    make_voice()
    held = asyncio.create_task(service.answers.tweetlike("sample", "hum", asker=ME))
    await asyncio.sleep(0)
    draining = asyncio.create_task(service.requests.drain(30.0))
    await asyncio.sleep(0)
    with pytest.raises(Restarting):
        await service.answers.tweetlike("sample", "hum", asker=ME)
    await draining
    assert held.done()
    assert held.result().texts


async def test_what_does_not_end_is_not_waited_for_longer_than_was_said(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    with service.requests.hold():
        async with asyncio.timeout(5):
            await service.requests.drain(0.05)
    assert "1 requests were not finished" in caplog.text
