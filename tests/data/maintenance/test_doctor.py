"""The doctor finds each fault and says what to do; on a well machine it finds none."""

from __future__ import annotations

import errno
import hashlib
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlite_utils import Database

from data.accounts.store import find_account
from data.errors import HomeUnusable, SourceDown
from data.jobs import queue as jobs
from data.maintenance import doctor
from data.maintenance.doctor import examine
from data.settings import Settings
from data.sources.budget import MonthlyBudget
from data.sources.circuit_breaker import record_failure
from data.storage.leases import hold_role
from data.storage.notes import platform_note, write_note
from tests.conftest import MakeVoice

Spoil = Callable[[Settings, Database, pytest.MonkeyPatch], Settings]


def adapter(settings: Settings, db: Database) -> Path:
    row = next(iter(db.query("SELECT folder FROM versions WHERE state = 'live'")))
    return settings.models_path() / row["folder"] / "adapter_model.safetensors"


def no_home(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    return settings.model_copy(update={"home": Path("/proc/nowhere")})


def full_disk(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    usage = shutil.disk_usage(settings.home)
    patch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1_000_000))
    return settings


def damaged_database(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = settings.database_path().read_bytes()
    settings.database_path().write_bytes(whole[:4096] + b"x" * (len(whole) - 4096))
    return settings


def newer_database(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    db.table("_sqlite_migrations").insert({"migration_set": "tweetlike", "name": "m999", "applied_at": "later"})
    return settings


def damaged_weights(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    adapter(settings, db).write_bytes(b"rot")
    return settings


def missing_weights(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    adapter(settings, db).unlink()
    return settings


def no_base(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    return settings.model_copy(update={"base": "gpt2"})


def no_gpu(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    patch.setattr("torch.cuda.is_available", lambda: False)
    return settings.model_copy(update={"device": "cuda"})


def bad_token(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    return settings.model_copy(update={"telegram_token": SecretStr("half-of-it")})


def source_down(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    record_failure(db, "Bluesky", SourceDown("Bluesky", "it hums"), now=time.time())
    return settings


def no_trainer(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    jobs.enqueue(db, "train", "sample", find_account(db, "sample").id, requested_by="t", now=time.time())
    return settings


def waiting_job(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    no_trainer(settings, db, patch)
    job = jobs.claim(db, "w", now=time.time())
    assert job
    jobs.postpone(db, job, "the disk is full")
    return settings


def failed_job(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    no_trainer(settings, db, patch)
    job = jobs.claim(db, "w", now=time.time())
    assert job
    jobs.fail(db, job, "its file is broken", retry=False, now=time.time())
    return settings


def clock_set_back(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    db.execute("UPDATE accounts SET refreshed_at = ?", [time.time() + 7200])
    return settings


def little_memory(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    patch.setattr(doctor, "_memory_there", lambda: (8.0, 1.0))
    return settings


def open_home(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    settings.home.chmod(0o755)
    return settings


def clock_was_ahead(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    MonthlyBudget(db, 5_000, lambda: 4e9).reserve(1, 5_000)
    return settings.model_copy(update={"x_token": SecretStr("t"), "x_accept_terms": True})


def foreign_database(settings: Settings, db: Database, patch: pytest.MonkeyPatch) -> Settings:
    def refused(path: Path) -> Database:
        raise HomeUnusable(path.parent, "unable to open database file")

    patch.setattr(doctor, "connect", refused)
    return settings


FAULTS: dict[str, tuple[Spoil, str, str, str]] = {
    "a home that cannot be written": (no_home, "home", "problem", "TWEETLIKE_HOME"),
    "a full disk": (full_disk, "disk", "problem", "Free 2 GB"),
    "a damaged database": (damaged_database, "database", "problem", "backup"),
    "a newer database": (newer_database, "database", "problem", "backup"),
    "damaged weights": (damaged_weights, "voices", "problem", "tweetlike train"),
    "missing weights": (missing_weights, "voices", "problem", "tweetlike train"),
    "no base model": (no_base, "base model", "note", "first use"),
    "no GPU": (no_gpu, "device", "problem", "TWEETLIKE_DEVICE=auto"),
    "half a token": (bad_token, "telegram token", "problem", "TWEETLIKE_TELEGRAM_TOKEN"),
    "a source that is down": (source_down, "Bluesky", "note", "by itself"),
    "work and no trainer": (no_trainer, "jobs", "problem", "tweetlike trainer"),
    "work that waits": (waiting_job, "job", "problem", "by itself"),
    "work that failed": (failed_job, "job", "note", "ask for it again"),
    "a clock that was set back": (clock_set_back, "clock", "problem", "Set the clock"),
    "too little memory": (little_memory, "memory", "note", "TWEETLIKE_YIELD_MEMORY"),
    "a clock that was ahead once": (clock_was_ahead, "X", "problem", "TWEETLIKE_X_MONTHLY_POSTS"),
    "a database of somebody else's": (foreign_database, "database", "problem", "chown"),
    "data that others can read": (open_home, "privacy", "note", "chmod go="),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found_and_comes_with_what_to_do(
    fault: str,
    settings: Settings,
    db: Database,
    make_voice: MakeVoice,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    make_voice()
    spoil, name, state, fix = FAULTS[fault]
    well = {(check.name, check.state) for check in examine(settings)}
    assert (name, state) not in well
    found = [check for check in examine(spoil(settings, db, monkeypatch)) if (check.name, check.state) == (name, state)]
    assert found, f"{fault} was not found"
    assert any(fix in check.fix for check in found), [check.fix for check in found]


def test_a_well_machine_has_no_problem_and_the_data_is_its_owners_alone(
    settings: Settings, db: Database, make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    make_voice()
    with hold_role(settings.home, "trainer"), hold_role(settings.home, "bot"):
        assert [check for check in examine(settings) if check.state == "problem"] == []
    assert settings.home.stat().st_mode & 0o077 == 0
    (settings.home / ".env").write_text("TWEETLIKE_DISCORD_TOKEN=x")
    (settings.home / ".env").chmod(0o644)
    monkeypatch.setenv("TWEETLIKE_HOME", str(settings.home))
    [privacy] = [check for check in examine(settings) if check.name == "privacy"]
    assert f"chmod go= {settings.home / '.env'}" in privacy.fix


@pytest.mark.parametrize(
    ("base", "total", "free", "state", "detail"),
    [
        ("smollm2-135m", 1.0, 1.0, "note", "the bot takes some 1.0 GB, a training 1.8 GB"),
        ("smollm2-135m", 0.9, 0.9, "problem", "0.9 GB"),
        ("smollm2-135m", 2.0, 1.5, "note", "2.0 GB, 1.5 GB of them available"),
        ("smollm2-135m", 4.0, 1.0, "note", "1.0 GB of them available"),
        ("smollm2-135m", 4.0, 3.0, "ok", "3.0 GB of them available"),
        ("llama-3.2-1b", 4.0, 3.9, "note", "the bot takes some 2.5 GB"),
        ("/a/folder", 4.0, 3.0, "ok", "3.0 GB of them available"),
    ],
)
def test_memory_is_held_against_what_is_set(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, base: str, total: float, free: float, state: str, detail: str
) -> None:
    monkeypatch.setattr(doctor, "_memory_there", lambda: (total, free))
    found = doctor._memory(settings.model_copy(update={"base": base}))
    assert (found.state, detail in found.detail) == (state, True), found


def test_cuda_libraries_without_a_gpu_are_told_of(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    (site / "nvidia").mkdir(parents=True)
    with (site / "nvidia" / "libcublas.so").open("wb") as file:
        file.truncate(600_000_000)
    package = site / "nvidia_cublas_cu13-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: nvidia-cublas-cu13\nVersion: 1.0\n")
    (package / "RECORD").write_text("nvidia/libcublas.so,,600000000\n")
    monkeypatch.setattr(doctor, "is_there", lambda: False)
    assert doctor._device(settings).state == "ok"
    monkeypatch.syspath_prepend(site)
    found = doctor._device(settings)
    assert (found.state, "0.6 GB of CUDA libraries" in found.detail) == ("note", True)
    assert "docs/install.md" in found.fix
    monkeypatch.setattr(doctor, "is_there", lambda: True)
    assert doctor._device(settings.model_copy(update={"device": "cpu"})).state == "ok"


@pytest.mark.parametrize("files", doctor.CGROUP_FILES)
def test_a_containers_limit_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: tuple[str, str]) -> None:
    monkeypatch.setattr(doctor, "CGROUP", tmp_path)
    total, free = doctor._memory_there()
    assert total > 2
    limit, used = (tmp_path / file for file in files)
    limit.parent.mkdir(exist_ok=True)
    limit.write_text("2000000000\n")
    used.write_text("500000000\n")
    assert doctor._memory_there() == (2.0, pytest.approx(min(free, 1.5), abs=0.2))
    for none in ("max\n", "9223372036854771712\n"):
        limit.write_text(none)
        assert doctor._memory_there()[0] == total


def test_every_check_is_made_on_a_full_disk_and_a_lock_that_was_deleted_is_seen(
    settings: Settings, db: Database, make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_voice()
    script = (
        "import sys, time; from pathlib import Path; from data.storage.leases import hold_role\n"
        "with hold_role(Path(sys.argv[1]), 'trainer'): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(settings.home)], stdout=subprocess.PIPE, text=True
    ) as trainer:
        assert trainer.stdout
        assert trainer.stdout.readline() == "held\n"
        (settings.home / "trainer.lock").unlink()
        [found] = [each for each in examine(settings) if each.name == "trainer"]
        trainer.kill()
    assert found.detail == "running"

    def full(_: Path) -> Database:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(doctor, "connect", full)
    found_names = [each.name for each in examine(settings)]
    assert {"home", "disk", "database", "voices", "base model", "device", "trainer", "bot"} <= set(found_names)


def test_a_platform_that_the_bot_does_not_hear_is_a_problem_while_the_bot_runs(
    settings: Settings, db: Database
) -> None:
    """Telegram had died silently, and all checks said ok."""
    token = {"telegram_token": SecretStr("123456:" + "a" * 35)}
    with hold_role(settings.home, "bot"):
        for state, expected in (
            ("listening", ("ok", "the bot listens there", "")),
            ("off: Telegram refuses the token. Copy it again.", ("problem", "the bot does not listen there: it is off",
                                                                 "Telegram refuses the token. Copy it again.")),
        ):  # fmt: skip
            write_note(db, platform_note("Telegram"), state)
            [found] = [each for each in examine(settings.model_copy(update=token)) if each.name == "telegram token"]
            assert (found.state, found.detail, found.fix) == expected
    [found] = [each for each in examine(settings.model_copy(update=token)) if each.name == "telegram token"]
    assert found.detail == "set, of the right shape", "nobody listens while no bot runs"


def test_the_unit_and_the_lock_are_what_they_should_be() -> None:
    root = Path(__file__).parents[3]
    unit = (root / "data" / "deploy" / "tweetlike.service").read_text()
    for line in (
        "User=tweetlike",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "CapabilityBoundingSet=",
        "UMask=0077",
    ):
        assert f"\n{line}\n" in unit
    container = (root / "data" / "deploy" / "Containerfile").read_text()
    assert "\nUSER tweetlike\n" in container
    import tomllib

    from packaging.requirements import Requirement

    locked = {}
    for line in (root / ".ci" / "lock.txt").read_text().splitlines():
        if not line.startswith("#"):
            pin, _, digest = line.partition(" --hash=sha256:")
            name, _, version = pin.partition("==")
            locked[name.replace("_", "-")] = version
            assert len(digest) == hashlib.sha256().digest_size * 2
    wanted = tomllib.loads((root / "pyproject.toml").read_text())["project"]["dependencies"]
    for text in wanted:
        requirement = Requirement(text)
        if requirement.name != "torch":
            assert requirement.specifier.contains(locked[requirement.name.lower()]), text
