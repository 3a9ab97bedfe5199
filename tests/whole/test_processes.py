"""The trainer as a real process: killed in the middle, started again, stopped politely, one at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from data.accounts.store import find_account
from data.jobs import queue as jobs
from data.jobs.queue import Options
from data.maintenance.deletion import forget_account
from data.models.registry import first_damaged, list_versions, live_version
from data.settings import Settings
from data.sources.importing import import_path
from data.storage.leases import is_held
from tests.conftest import SAMPLE, MakeVoice

Start = Callable[..., subprocess.Popen[bytes]]


def environment(settings: Settings) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("TWEETLIKE_")}
    return {
        **own,
        "TWEETLIKE_HOME": str(settings.home),
        "TWEETLIKE_BASE": settings.base,
        "TWEETLIKE_WANDB": "disabled",
        "TWEETLIKE_PRECISION": "float32",
        "TWEETLIKE_RECIPE": "default",
        "PYTHONUNBUFFERED": "1",
        "TWEETLIKE_PROMOTION_MARGIN": "-1",
        "TWEETLIKE_TRAINER_NICE": "0",  # on a loaded machine it would hardly get a turn
    }


@pytest.fixture
def start(settings: Settings, tmp_path: Path) -> Iterator[Start]:
    """Start `tweetlike` with arguments; whatever still runs at the end is killed."""
    children: list[subprocess.Popen[bytes]] = []

    def run(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
        with (tmp_path / "child.log").open("ab") as log:
            child = subprocess.Popen(
                [sys.executable, "-m", "tweetlike", *arguments],
                env=environment(settings),
                cwd=tmp_path,
                **{"stdout": log, "stderr": log, **options},  # type: ignore[call-overload]
            )
        children.append(child)
        return child

    yield run
    for child in children:
        child.kill()
        child.wait()


def wait_for(condition: Callable[[], object], timeout_s: float = 300) -> None:
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "timed out"
        time.sleep(0.05)


def test_a_trainer_killed_in_the_middle_of_a_training_finishes_it_when_started_again(
    db: Database, settings: Settings, make_voice: MakeVoice, start: Start
) -> None:
    account = import_path(db, SAMPLE, now=time.time()).account
    _, live = make_voice("other")
    job = jobs.enqueue(
        db, "train", account.handle, account.id, options=Options(recipe="huggingtweets", force=True),
        requested_by="test", now=time.time(),
    )  # fmt: skip
    trainer = start("trainer")
    wait_for(lambda: jobs.find_job(db, job.id).progress.step >= 2)
    trainer.send_signal(signal.SIGKILL)
    trainer.wait()
    assert jobs.find_job(db, job.id).state == "running"
    assert live_version(db, find_account(db, "other").id) == live
    (settings.models_path() / "orphan" / "1").mkdir(parents=True)
    trainer = start("trainer")
    wait_for(lambda: not jobs.find_job(db, job.id).active)
    ended = jobs.find_job(db, job.id)
    assert ended.state == "succeeded", ended.error
    assert ended.attempts == 2
    version = live_version(db, account.id)
    assert version
    assert first_damaged(settings.models_path() / version.folder, version.files) is None
    assert len(list_versions(db, account.id)) == 1
    named = {version.folder, live.folder}
    assert {p.relative_to(settings.models_path()).as_posix() for p in settings.models_path().glob("*/*")} == named
    assert not list((settings.home / "checkpoints").glob("*"))
    trainer.send_signal(signal.SIGTERM)
    assert trainer.wait(20) == 0
    assert not is_held(settings.home, "trainer")


def test_an_account_forgotten_while_it_is_trained_leaves_nothing(
    db: Database, settings: Settings, start: Start
) -> None:
    account = import_path(db, SAMPLE, now=time.time()).account
    said = b"hand truck"  # in many of its tweets
    job = jobs.enqueue(
        db, "train", account.handle, account.id, options=Options(recipe="huggingtweets"), requested_by="t", now=1
    )
    trainer = start("trainer")
    wait_for(lambda: jobs.find_job(db, job.id).progress.step >= 1)
    forget_account(db, settings, account, refuse=True, now=2)
    wait_for(lambda: not list((settings.home / "checkpoints").glob("*")) and "forgotten meanwhile" in log_of(settings))
    trainer.send_signal(signal.SIGTERM)
    assert trainer.wait(20) == 0
    holding = [file for file in settings.home.rglob("*") if file.is_file() and said in file.read_bytes()]
    assert holding == []
    assert not list((settings.home / "checkpoints").glob("*"))


def log_of(settings: Settings) -> str:
    """What the children of this test have written so far."""
    return (settings.home.parent / "child.log").read_text()


def test_run_starts_both_processes_answers_and_stops_both(
    settings: Settings, make_voice: MakeVoice, start: Start
) -> None:
    make_voice()
    both = start("run", stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert both.stdin
    wait_for(lambda: is_held(settings.home, "trainer") and is_held(settings.home, "bot"))
    second = start("bot", stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    _, complaint = second.communicate(timeout=60)
    assert "A bot is already running" in str(complaint)
    output, _ = both.communicate("/tweetlike sample the moon\n/quit\n", timeout=60)  # type: ignore[arg-type]
    assert both.returncode == 0
    assert "AI parody" in str(output)
    assert not is_held(settings.home, "trainer")
    assert not is_held(settings.home, "bot")


def test_a_polite_stop_gives_the_job_back_and_a_second_trainer_is_refused(
    db: Database, settings: Settings, start: Start, tmp_path: Path
) -> None:
    account = import_path(db, SAMPLE, now=time.time()).account
    parent_pipe = start("trainer", "--until-stdin-closes", stdin=subprocess.PIPE)
    wait_for(lambda: is_held(settings.home, "trainer"))
    second = start("trainer", stderr=subprocess.PIPE)
    _, complaint = second.communicate(timeout=300)
    assert second.returncode == 1
    assert b"already running" in complaint
    job = jobs.enqueue(
        db, "train", account.handle, account.id, options=Options(recipe="huggingtweets"), requested_by="t", now=1
    )
    wait_for(lambda: jobs.find_job(db, job.id).progress.step >= 1)
    assert parent_pipe.stdin
    parent_pipe.stdin.close()  # as when the process that started it dies
    assert parent_pipe.wait(30) == 0
    waiting = jobs.find_job(db, job.id)
    assert (waiting.state, waiting.attempts) == ("queued", 0)
    assert list((settings.home / "checkpoints").glob("*.safetensors"))
    jobs.request_cancel(db, job.id, now=2)


def holder(settings: Settings, role: str) -> int:
    """The process that holds a role; 0 if none does."""
    if not is_held(settings.home, role):
        return 0
    words = (settings.home / f"{role}.lock").read_text().split()
    return int(words[1]) if len(words) > 1 else 0


@pytest.mark.nightly
def test_a_trainer_that_was_stopped_does_not_outlive_run(
    settings: Settings, make_voice: MakeVoice, start: Start
) -> None:
    """Under SIGSTOP, or starved: it held its lock, and the next trainer was refused."""
    make_voice()
    both = start("run", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    wait_for(lambda: holder(settings, "trainer") and holder(settings, "bot"))
    os.kill(holder(settings, "trainer"), signal.SIGSTOP)
    both.send_signal(signal.SIGTERM)
    assert both.wait(30) == 0
    assert not is_held(settings.home, "trainer")


def test_run_starts_a_trainer_that_was_killed_again(settings: Settings, make_voice: MakeVoice, start: Start) -> None:
    make_voice()
    both = start("run", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    wait_for(lambda: holder(settings, "trainer") and holder(settings, "bot"))
    first = holder(settings, "trainer")
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: holder(settings, "trainer") not in (0, first))
    started = time.monotonic()
    both.send_signal(signal.SIGTERM)
    assert both.wait(20) == 0
    assert time.monotonic() - started < 20
    assert not is_held(settings.home, "bot")
    wait_for(lambda: not is_held(settings.home, "trainer"))  # where it did not end in time, it ends with its parent
    assert "the trainer has ended (status -9)" in (settings.home / "logs" / "bot.log").read_text()


def test_a_secret_is_in_no_process_list_no_file_and_no_output(
    settings: Settings, make_voice: MakeVoice, tmp_path: Path
) -> None:
    make_voice()
    secrets = {
        "TWEETLIKE_X_TOKEN": "canary-x-AAAAAAAAAAAAAAAAAAAAA",
        "TWEETLIKE_HUB_TOKEN": "canary-hub-hf_AAAAAAAAAAAAAAAA",
        "TWEETLIKE_DISCORD_TOKEN": "canary-discord-AAAA.BBBBBB.CCCCCCCCCCCCCCCCCCCCCCCCCCC",
        "TWEETLIKE_TELEGRAM_TOKEN": "123456789:canary-telegram-AAAAAAAAAAAAAAAAAAA",
    }
    wanted = {**environment(settings), **secrets, "TWEETLIKE_WANDB": "offline"}
    seen: list[str] = []
    commands = ["doctor", "doctor --json", "policy", "models", "say sample hum", "push sample a/b", "fetch someone"]
    for command in (*commands, "train sample", "backup b"):
        child = subprocess.Popen(
            [sys.executable, "-m", "tweetlike", *command.split()],
            env=wanted,
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        seen += [Path(f"/proc/{child.pid}/cmdline").read_text()] if Path("/proc").is_dir() else []
        seen += child.communicate(timeout=120)
    files = [path for place in (settings.home, tmp_path / "b") for path in place.rglob("*") if path.is_file()]
    assert len(files) > 5
    for value in secrets.values():
        assert not [text for text in seen if value in text]
        assert not [path for path in files if value.encode() in path.read_bytes()]
