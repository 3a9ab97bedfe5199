"""The directory: which voices there are, their versions and scores, and what the bot is doing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from bot.service.context import Context
from data.accounts.store import Account, count_voices, find_account, list_accounts, matching_handles
from data.errors import NoScoreYet, NoVoiceYet
from data.jobs import queue as jobs
from data.jobs.queue import Job
from data.models.registry import Version, list_versions, live_version
from data.models.scorecards import ScoreCard, Votes, count_votes, load_scorecard

PAGE_VOICES = 20


@dataclass(frozen=True)
class AccountStatus:
    """An account with its versions (newest first), what is live, and what is going on."""

    account: Account
    live: Version | None
    versions: tuple[Version, ...]
    job: Job | None
    votes: Votes  # of people in the game, for the live version


@dataclass(frozen=True)
class Score:
    """How close the live voice of an account comes to it, with a picture if its version has one."""

    handle: str
    version: int
    card: ScoreCard
    picture: Path | None


@dataclass(frozen=True)
class VoicePage:
    """One page of handles with a voice; `total` is of all pages."""

    handles: tuple[str, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True)
class Status:
    """`waiting` requests are in line; `up_s` seconds have passed since the start."""

    voices: int
    waiting: int
    device: str
    up_s: float
    jobs: tuple[Job, ...]


class Directory:
    """Looks things up; changes nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def voices(self, search: str = "", page: int = 1) -> VoicePage:
        """Handles with a voice that contain `search`, `PAGE_VOICES` a page."""
        found = await self.suggest_handles(search, limit=10_000)
        pages = max(1, -(-len(found) // PAGE_VOICES))
        page = min(max(1, page), pages)
        return VoicePage(tuple(found[(page - 1) * PAGE_VOICES : page * PAGE_VOICES]), page, pages, len(found))

    async def status(self) -> Status:
        """What the bot is doing."""

        def count(db: Database) -> tuple[int, list[Job]]:
            return count_voices(db), jobs.active_jobs(db)

        voices, active = await self._context.look_up(count)
        waiting = self._context.generator.waiting()
        device = self._context.generator.device()
        return Status(voices, waiting, device, self._context.now() - self._context.started, tuple(active))

    async def suggest_handles(self, typed: str, limit: int = 25, *, speaking: bool = True) -> list[str]:
        """Handles that contain what was typed, those that begin with it first; only those with a voice, or all."""
        return await self._context.look_up(lambda db: matching_handles(db, typed, limit, speaking=speaking))

    async def models(self, handle: str | None = None) -> list[AccountStatus]:
        """All accounts, or one. Raises `UnknownAccount`."""

        def status_of(db: Database, account: Account) -> AccountStatus:
            live, versions = live_version(db, account.id), tuple(list_versions(db, account.id))
            votes = count_votes(db, live.id) if live else Votes(0, 0)
            return AccountStatus(account, live, versions, jobs.active_job(db, "train", account.handle), votes)

        def list_statuses(db: Database) -> list[AccountStatus]:
            accounts = [find_account(db, handle)] if handle else list_accounts(db)
            return [status_of(db, account) for account in accounts]

        return await self._context.look_up(list_statuses)

    async def score(self, handle: str) -> Score:
        """Raises `UnknownAccount`, `NoVoiceYet`, `NoScoreYet`."""

        def find_score(db: Database) -> Score:
            account = find_account(db, handle)
            version = live_version(db, account.id)
            if version is None:
                raise NoVoiceYet(account.handle, training=jobs.active_job(db, "train", account.handle) is not None)
            card = load_scorecard(db, version.id)
            if card is None:
                raise NoScoreYet(account.handle, version.number)
            picture = self._context.settings.models_path() / version.folder / "scorecard.png"
            return Score(account.handle, version.number, card, picture if picture.exists() else None)

        return await self._context.look_up(find_score)
