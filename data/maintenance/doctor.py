"""The doctor: is everything there that the bot and the trainer need, and what to do where it is not."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from typing import Literal

from data.accounts.store import list_accounts
from data.errors import BaseUnavailable, GpuUnusable, HomeUnusable, SourceOff, TweetlikeError
from data.gpu import find_gpu, is_there
from data.models.bases import check_base, prepared_base
from data.models.known_bases import DEFAULT, KNOWN_BASES
from data.models.registry import live_version
from data.platforms import PLATFORMS, ChatPlatform
from data.settings import Settings, env_file
from data.sources.budget import MonthlyBudget, month_of, spent_in
from data.sources.circuit_breaker import all_resting
from data.sources.networks.known import require_x
from data.storage.database import connect
from data.storage.home import name_of, of_others, owner_of
from data.storage.leases import is_held
from data.storage.notes import platform_note, read_note
from data.storage.sealed_folders import first_damaged
from data.texts.english import explain

NEEDED_GB = 2.0
BOT_GB, TRAINING_GB = 0.7, 1.5  # beside what the base takes: see tests/benchmarks/RESULTS.md
CGROUP = Path("/sys/fs/cgroup")
CGROUP_FILES = (
    ("memory.max", "memory.current"),
    ("memory/memory.limit_in_bytes", "memory/memory.usage_in_bytes"),
)  # of the second version of control groups, and of the first
CLOCK_S = 300.0
UNREADABLE = (
    TweetlikeError,
    sqlite3.Error,
    OSError,
    ValueError,
    TypeError,
    KeyError,
)  # what a damaged database may end in


@dataclass(frozen=True)
class Finding:
    """One finding. `fix` says what to do, for everything but "ok"."""

    name: str
    state: Literal["ok", "note", "problem"]
    detail: str
    fix: str = ""


def examine(settings: Settings) -> list[Finding]:
    """Run all checks. Shows the shape of secrets only, never a part of them."""
    return [
        _settings(settings),
        _home(settings),
        _disk(settings.home),
        _database(settings),
        _versions(settings),
        _base(settings),
        _device(settings),
        *(_token(platform, settings) for platform in PLATFORMS),
        *_sources(settings),
        *_jobs(settings),
        _clock(settings),
        _memory(settings),
        _readers(settings),
        _process(settings, "trainer", "tweetlike trainer, or tweetlike run"),
        _process(settings, "bot", "tweetlike bot, or tweetlike run"),
    ]


def _home(settings: Settings) -> Finding:
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
        probe = settings.home / f".probe-{os.getpid()}"
        probe.write_text("")
        probe.unlink()
    except OSError as error:
        return Finding(
            "home", "problem", f"{settings.home}: {error.strerror}", "Set TWEETLIKE_HOME to a folder I may write to."
        )
    return Finding("home", "ok", str(settings.home))


def _disk(home: Path) -> Finding:
    folder = next(path for path in (home, *home.parents) if os.path.exists(path))
    free = shutil.disk_usage(folder).free / 1e9
    if free < NEEDED_GB:
        return Finding("disk", "problem", f"{free:.1f} GB free", f"Free {NEEDED_GB:.0f} GB or move TWEETLIKE_HOME.")
    return Finding("disk", "ok", f"{free:.0f} GB free")


def _database(settings: Settings) -> Finding:
    try:
        db = connect(settings.database_path())
        verdict = db.execute("PRAGMA quick_check").fetchone()[0]
        db.close()
    except HomeUnusable as error:
        owner = name_of(owner_of(settings.home.resolve()))
        fix = f"sudo chown -R {owner} {settings.home}, or set TWEETLIKE_HOME to a folder I may write to."
        return Finding("database", "problem", explain(error), fix)
    except TweetlikeError as error:
        return Finding("database", "problem", explain(error), "Restore a backup: tweetlike restore FOLDER.")
    except OSError as error:
        return Finding("database", "problem", str(error.strerror), "Mend that; nothing is lost.")
    except UNREADABLE as error:
        return Finding("database", "problem", str(error), "Make sure the folder can be written to and is not locked.")
    if verdict != "ok":
        return Finding("database", "problem", str(verdict)[:200], "Restore tweetlike.db from a backup.")
    return Finding("database", "ok", str(settings.database_path()))


def _versions(settings: Settings) -> Finding:
    try:
        db = connect(settings.database_path())
        live = [(account, version) for account in list_accounts(db) if (version := live_version(db, account.id))]
    except UNREADABLE:
        return Finding("voices", "problem", "the database cannot be read", "Mend the database first.")
    damaged = [
        f"@{account.handle} version {version.number} ({file})"
        for account, version in live
        if (file := first_damaged(settings.models_path() / version.folder, version.files))
    ]
    db.close()
    if damaged:
        return Finding(
            "voices",
            "problem",
            "damaged: " + ", ".join(damaged),
            "The bot serves the version before; retrain to have a new one: tweetlike train HANDLE.",
        )
    if not live:
        return Finding(
            "voices", "note", "none yet", "Import tweets: tweetlike import PATH, then tweetlike train HANDLE."
        )
    return Finding("voices", "ok", f"{len(live)} live, files verified")


def _base(settings: Settings) -> Finding:
    base = prepared_base(settings.base, settings.bases_path())
    if base is None:
        return Finding("base model", "note", f"{settings.base} is not on disk yet", "It is fetched at first use.")
    try:
        check_base(base)
    except BaseUnavailable as error:
        return Finding("base model", "problem", f"{base.name} cannot be served: {error.reason}", error.fix)
    return Finding("base model", "ok", f"{base.name} ({base.architecture}), {base.fingerprint[:12]}")


def _device(settings: Settings) -> Finding:
    try:
        import torch
    except ImportError:
        return Finding("device", "problem", "torch is not installed", "Install the project again: pip install .")
    processor = f"CPU, {os.cpu_count()} cores, torch {torch.__version__}"
    if settings.device == "cpu" or (settings.device == "auto" and not is_there()):
        if not is_there() and (unused := _cuda_gigabytes()):
            fix = "Install PyTorch's CPU build, see docs/install.md; nothing else changes."
            return Finding("device", "note", f"{processor}; {unused:.1f} GB of CUDA libraries have no GPU to use", fix)
        return Finding("device", "ok", processor)
    try:
        gpu = find_gpu()
    except GpuUnusable as error:
        state: Literal["note", "problem"] = "problem" if settings.device == "cuda" else "note"
        return Finding("device", state, f"{processor}; the GPU cannot be used: {error.reason}", error.fix)
    memory = f"{gpu.free >> 20} of {gpu.total >> 20} MB free"
    return Finding("device", "ok", f"{gpu.name}, {memory}, torch {torch.__version__}")


def _cuda_gigabytes() -> float:
    """What the packages that come with PyTorch's default build on Linux take on disk."""
    packages = (each for each in distributions() if (each.metadata["Name"] or "").startswith("nvidia-"))
    files = (Path(str(file.locate())) for package in packages for file in package.files or ())
    return sum(path.stat().st_size for path in files if path.is_file()) / 1e9


def _token(platform: ChatPlatform, settings: Settings) -> Finding:
    name, variable, token = f"{platform.key} token", platform.token_setting, platform.token_of(settings)
    if token is None:
        return Finding(name, "note", "not set", f"To talk there, set {variable}.")
    if not platform.token.fullmatch(token.get_secret_value()):
        return Finding(name, "problem", "set, but not of the right shape", f"Copy {variable} again, whole.")
    if not is_held(settings.home, "bot"):
        return Finding(name, "ok", "set, of the right shape")
    try:
        with closing(connect(settings.database_path())) as db:
            state = read_note(db, platform_note(platform.label)) or "connecting"
    except UNREADABLE:
        return Finding(name, "ok", "set, of the right shape")
    if state == "listening":
        return Finding(name, "ok", "the bot listens there")
    kind, _, why = state.partition(": ")
    return Finding(
        name, "problem", f"the bot does not listen there: it is {kind}", why or "Wait a moment, and look again."
    )


def _sources(settings: Settings) -> list[Finding]:
    """X, which is paid for, and whatever rests because it failed."""
    try:
        db = connect(settings.database_path())
        now = time.time()
        month = MonthlyBudget(db, settings.x_monthly_posts, lambda: now).month()
        spent, rests = spent_in(db, month), all_resting(db, now=now)
        db.close()
    except UNREADABLE:
        return []  # the database's own check says why
    checks = [
        Finding(
            rest.source, "note", f"rests: {rest.reason}", "It is asked again by itself; or: tweetlike refresh HANDLE."
        )
        for rest in rests
    ]
    try:
        require_x(settings)
        left = max(0, settings.x_monthly_posts - spent)
        if month > month_of(now):
            detail = (
                f"{left:,} of {settings.x_monthly_posts:,} posts left until {month} ends, which the clock has shown"
            )
            fix = "If the clock was wrong, add what you allow for this month to TWEETLIKE_X_MONTHLY_POSTS."
            return [*checks, Finding("X", "problem", detail, fix)]
        checks.append(Finding("X", "ok", f"on; {left:,} of {settings.x_monthly_posts:,} posts left this month"))
    except SourceOff as error:
        checks.append(Finding("X", "note", "off", explain(error)))
    return checks


def _jobs(settings: Settings) -> list[Finding]:
    """Work that waits for the machine, for nobody, or has failed lately."""
    try:
        db = connect(settings.database_path())
        rows = list(db.query("SELECT * FROM jobs WHERE state IN ('queued', 'running', 'failed') ORDER BY id"))
        db.close()
    except UNREADABLE:
        return []
    checks = []
    active = [row for row in rows if row["state"] != "failed"]
    for row in active:
        if (row["error"] or "").startswith("waiting"):
            fix = "It goes on by itself when that is mended."
            checks.append(Finding("job", "problem", f"{row['kind']} @{row['handle']} is {row['error']}", fix))
    if active and not is_held(settings.home, "trainer"):
        fix = "Start the trainer: tweetlike run, or tweetlike trainer."
        checks.append(Finding("jobs", "problem", f"{len(active)} to do, and no trainer runs", fix))
    lately = [row for row in rows if row["state"] == "failed" and (row["finished_at"] or 0) > time.time() - 86400]
    for row in lately[-3:]:
        detail = f"{row['kind']} @{row['handle']} failed: {row['error']}"
        checks.append(Finding("job", "note", detail[:300], "Mend that, and ask for it again."))
    return checks


def _clock(settings: Settings) -> Finding:
    """A clock that was set back makes what is stored lie in the future."""
    try:
        db = connect(settings.database_path())
        newest = db.execute(
            "SELECT max(at) FROM (SELECT max(at) AS at FROM version_events UNION SELECT max(created_at) FROM jobs "
            "UNION SELECT max(refreshed_at) FROM accounts)"
        ).fetchone()[0]
        db.close()
    except UNREADABLE:
        return Finding("clock", "note", "the database cannot be read", "Mend the database first.")
    ahead = (newest or 0.0) - time.time()
    if ahead > CLOCK_S:
        fix = "Set the clock; until then refreshes are planned anew and nothing is lost."
        return Finding("clock", "problem", f"it is {ahead / 60:.0f} minutes behind what is stored", fix)
    return Finding("clock", "ok", "not behind what is stored")


def _memory(settings: Settings) -> Finding:
    """Whether it is enough for what is set, on a processor: as measured with the default base, others by their weights;
    a base in a folder of its own counts as the default."""
    base = KNOWN_BASES.get(settings.base, KNOWN_BASES[DEFAULT])
    bot = BOT_GB + (base.memory + settings.voice_memory_mb) / 1000
    training = TRAINING_GB + 2 * (base.parameters + base.vocabulary) / 1000
    needs = f"the bot takes some {bot:.1f} GB, a training {training:.1f} GB"
    try:
        total, free = _memory_there()
    except (OSError, KeyError, ValueError, IndexError):
        return Finding("memory", "note", "cannot be seen on this system", f"With {base.name}, {needs}.")
    there = f"{total:.1f} GB, {free:.1f} GB of them available; {needs}"
    if total < bot:
        return Finding("memory", "problem", there, "Take a machine with more, or a smaller TWEETLIKE_BASE.")
    if total < bot + training:
        fix = "Stop the bot while it trains, train on another machine and bring the backup here, or add swap."
        return Finding("memory", "note", there, fix)
    if free < training:
        fix = "A training waits until there is enough. Close something, or set TWEETLIKE_YIELD_MEMORY=true."
        return Finding("memory", "note", there, fix)
    return Finding("memory", "ok", there)


def _memory_there() -> tuple[float, float]:
    """GB of this machine, or of the container that this runs in, and what is available of them."""
    lines = (line.split() for line in Path("/proc/meminfo").read_text().splitlines())
    known = {words[0]: int(words[1]) / 1e6 for words in lines}
    total, free = known["MemTotal:"], known["MemAvailable:"]
    for limit_file, used_file in CGROUP_FILES:
        with suppress(OSError, ValueError):  # no limit is the word "max", or a number beyond all machines
            limit, used = (int((CGROUP / file).read_text()) / 1e9 for file in (limit_file, used_file))
            total, free = min(total, limit), min(free, max(0.0, limit - used))
    return total, free


def _settings(settings: Settings) -> Finding:
    """Which file was read, and which was not."""
    file = env_file()
    here = Path(".env")
    if here.is_file() and (file is None or not file.samefile(here)):
        fix = f"If it is yours, move it to {settings.home / '.env'}, or name it: tweetlike --env-file .env …"
        return Finding("settings", "note", "the .env of this folder is not read", fix)
    read = f"from the environment and {file}" if file else "from the environment"
    return Finding("settings", "ok", f"{read}; the home is {settings.home}")


def _readers(settings: Settings) -> Finding:
    """Who else on this machine can read tokens and tweets."""
    if strangers := of_others(settings.home):
        owner = name_of(owner_of(settings.home.resolve()))
        return Finding(
            "privacy",
            "problem",
            f"{strangers[0]} belongs to the user {name_of(owner_of(strangers[0]))}, and the home to {owner}",
            f"sudo chown -R {owner} {settings.home}",
        )
    open_to_all = []
    for path in (settings.home, *(path for path in (env_file(),) if path is not None)):
        with suppress(OSError):
            if path.stat().st_mode & 0o077:
                open_to_all.append(path)
    if open_to_all:
        commands = " and ".join(f"chmod go= {path}" for path in open_to_all)
        return Finding("privacy", "note", "others on this machine can read your data or tokens", f"{commands}.")
    return Finding("privacy", "ok", "no other user of this machine can read the data")


def _process(settings: Settings, role: str, command: str) -> Finding:
    if is_held(settings.home, role):
        return Finding(role, "ok", "running")
    return Finding(role, "note", "not running", f"Start it: {command}.")
