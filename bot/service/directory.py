"""The directory: which voices there are, their versions and scores, and what the bot is doing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from bot.service.context import Context
from data.accounts.search import count_matching, matching_among, matching_handles, newest_voices
from data.accounts.store import Account, find_account, find_stored
from data.chat.places import choices_of
from data.errors import NoScoreYet, NoVoiceYet
from data.jobs import queue as jobs
from data.jobs.queue import Job
from data.models.registry import Version, count_versions, live_version
from data.models.scorecards import ScoreCard, Votes, count_votes, load_scorecard

PAGE_VOICES = 20


@dataclass(frozen=True)
class AccountStatus:
    """An account with its live version, and what is going on."""

    account: Account
    live: Version | None
    versions: int  # that it has had
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
class ModelPage:
    """One page of accounts, by handle; `total` is of all pages."""

    statuses: tuple[AccountStatus, ...]
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

    async def voices(self, search: str = "", page: int = 1, *, place: str | None = None) -> VoicePage:
        """Handles with a voice that contain `search`, `PAGE_VOICES` a page; of those that may speak in a place."""

        def list_handles(db: Database) -> VoicePage:
            chosen = choices_of(db, place).voices
            if chosen is None:
                return VoicePage(*_page_of_handles(db, search, page, True))
            found = matching_among(chosen, search)
            pages = max(1, -(-len(found) // PAGE_VOICES))
            number = min(max(1, page), pages)
            first = (number - 1) * PAGE_VOICES
            return VoicePage(tuple(found[first : first + PAGE_VOICES]), number, pages, len(found))

        return await self._context.look_up(list_handles)

    async def status(self) -> Status:
        """What the bot is doing."""

        def count(db: Database) -> tuple[int, list[Job]]:
            return count_matching(db, "", speaking=True), jobs.active_jobs(db)

        voices, active = await self._context.look_up(count)
        waiting = self._context.generator.waiting()
        device = self._context.generator.device()
        return Status(voices, waiting, device, self._context.now() - self._context.started, tuple(active))

    async def suggest_handles(
        self, typed: str, limit: int = 25, *, speaking: bool = True, place: str | None = None
    ) -> list[str]:
        """Handles that contain what was typed, those that begin with it first; only those with a voice, or all.

        In a place whose admins have chosen some voices, of those alone.
        """

        def suggest(db: Database) -> list[str]:
            chosen = choices_of(db, place).voices
            if chosen is None:
                return matching_handles(db, typed, limit, speaking=speaking)
            return matching_among(chosen, typed)[:limit]

        return await self._context.look_up(suggest)

    async def examples(self, number: int = 3, *, place: str | None = None) -> list[str]:
        """Some voices to try: the newest, or some of those that may speak in a place."""

        def choose(db: Database) -> list[str]:
            chosen = choices_of(db, place).voices
            return newest_voices(db, number) if chosen is None else list(chosen[:number])

        return await self._context.look_up(choose)

    async def models(self, handle: str | None = None, page: int = 1) -> ModelPage:
        """A page of all accounts, or the one of a handle. Raises `UnknownAccount`."""

        def list_statuses(db: Database) -> ModelPage:
            if handle:
                return ModelPage((_status_of(db, find_account(db, handle)),), 1, 1, 1)
            handles, *where = _page_of_handles(db, "", page, False)
            return ModelPage(tuple(_status_of(db, find_stored(db, each)) for each in handles), *where)

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


def _page_of_handles(db: Database, search: str, page: int, speaking: bool) -> tuple[tuple[str, ...], int, int, int]:
    """The handles of a page, which page it is, of how many, and how many handles there are in all."""
    total = count_matching(db, search, speaking=speaking)
    pages = max(1, -(-total // PAGE_VOICES))
    page = min(max(1, page), pages)
    first = (page - 1) * PAGE_VOICES
    return tuple(matching_handles(db, search, PAGE_VOICES, speaking=speaking, offset=first)), page, pages, total


def _status_of(db: Database, account: Account) -> AccountStatus:
    live = live_version(db, account.id)
    votes = count_votes(db, live.id) if live else Votes(0, 0)
    job = jobs.active_job(db, "train", account.handle)
    return AccountStatus(account, live, count_versions(db, account.id), job, votes)
