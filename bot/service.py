"""What the bot can do, once, for all platforms: typed results out, typed errors up.

Knows the database and a generator, no platform and no training. Database work runs on one thread of its own.
"""

from __future__ import annotations

import asyncio
import logging
import random
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from bot.generation.generator import Generator, OnWait
from bot.generation.types import GenerationRequest, Stats, Voice, sampling_of
from bot.options import USUAL, AnswerOptions
from bot.safety import tidy_prompt
from data import jobs
from data.accounts import (
    Account,
    account_by_id,
    configure_account,
    find_account,
    find_or_join,
    find_stored,
    list_accounts,
)
from data.bases import Base
from data.database import connect
from data.deletion import forget_account
from data.downloads import Estimate, estimate
from data.errors import HandleNeeded, NoScoreYet, NothingOriginal, NoVoiceYet, UnknownGeneration, UnreadableSource
from data.generations import Generation, find_generation, record_generation
from data.handles import parse_handle
from data.importing import Imported, import_path
from data.jobs import Job, Options
from data.registry import Version, list_versions, live_version, open_live
from data.scorecards import ScoreCard, load_scorecard
from data.settings import Settings

log = logging.getLogger(__name__)

T = TypeVar("T")
UPLOADS = (".zip", ".csv", ".jsonl", ".ndjson", ".json", ".js")


@dataclass(frozen=True)
class Answer:
    """Tweets an account might have written. The texts are as generated: a platform must neutralise them."""

    handle: str
    display_name: str
    prompt: str
    texts: tuple[str, ...]
    version: int
    trained_on: int  # tweets
    trained_at: float
    seed: int
    generation_id: int
    stats: Stats


@dataclass(frozen=True)
class AccountStatus:
    """An account with its versions (newest first), what is live, and what is going on."""

    account: Account
    live: Version | None
    versions: tuple[Version, ...]
    job: Job | None


@dataclass(frozen=True)
class Score:
    """How close the live voice of an account comes to it, with a picture if its version has one."""

    handle: str
    version: int
    card: ScoreCard
    picture: Path | None


class Service:
    """One for a process, shared by all its platforms."""

    def __init__(
        self,
        settings: Settings,
        generator: Generator,
        base: Base,
        *,
        clock: Callable[[], float] = time.time,
        seeds: random.Random | None = None,
    ) -> None:
        self.settings = settings
        self._generator = generator
        self._base = base
        self._clock = clock
        self._seeds = seeds or random.SystemRandom()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._connection: Database | None = None

    async def tweetlike(
        self,
        handle: str,
        prompt: str = "",
        options: AnswerOptions = USUAL,
        *,
        platform: str,
        requester: str,
        on_wait: OnWait | None = None,
    ) -> Answer:
        """Tweets in the voice of an account. Raises the typed errors of `data.errors`.

        `on_wait` is called with the place in line, should the request have to wait.
        """
        tidy = tidy_prompt(prompt)
        account, version = await self._in_database(self._live_voice, handle)
        seed = self._seeds.randrange(1 << 31) if options.seed is None else options.seed
        voice, timeout_s = self._voice(version), self.settings.request_timeout_s
        sampling = replace(voice.sampling, temperature=options.temperature)
        request = GenerationRequest(voice, tidy, options.count, seed, sampling, timeout_s)
        try:
            result = await self._generator.generate(request, on_wait)
            generation_id = await self._record(account, version, request, result.texts, platform, requester)
        except NothingOriginal as error:
            raise NothingOriginal(account.handle) from error
        except (sqlite3.IntegrityError, OSError):
            await self._in_database(find_account, handle)  # forgotten while we wrote: says so
            raise
        return Answer(
            handle=account.handle,
            display_name=account.display_name,
            prompt=tidy,
            texts=result.texts,
            version=version.number,
            trained_on=version.lineage.train_tweets,
            trained_at=version.created_at,
            seed=seed,
            generation_id=generation_id,
            stats=result.stats,
        )

    async def again(
        self, generation_id: int, *, platform: str, requester: str, on_wait: OnWait | None = None
    ) -> Answer:
        """The same voice, beginning and options with a new seed, on the platform of the first answer.

        Raises `UnknownGeneration` and as `tweetlike`.
        """

        def look(db: Database) -> tuple[str, Generation]:
            generation = find_generation(db, generation_id)
            account = None if generation is None else account_by_id(db, generation.account_id)
            if generation is None or account is None or generation.platform != platform:
                raise UnknownGeneration(generation_id)
            return account.handle, generation

        handle, before = await self._in_database(look)
        options = AnswerOptions(before.sampling.get("count", len(before.texts)), before.sampling["temperature"])
        return await self.tweetlike(
            handle, before.prompt, options, platform=platform, requester=requester, on_wait=on_wait
        )

    async def _record(
        self,
        account: Account,
        version: Version,
        request: GenerationRequest,
        texts: tuple[str, ...],
        platform: str,
        requester: str,
    ) -> int:
        return await self._in_database(
            lambda db: record_generation(
                db,
                account_id=account.id,
                version_id=version.id,
                prompt=request.prompt,
                seed=request.seed,
                sampling={**asdict(request.sampling), "count": request.count},
                texts=texts,
                platform=platform,
                requester=requester,
                now=self._clock(),
            )
        )

    async def suggest_handles(self, typed: str, limit: int = 25) -> list[str]:
        """Handles with a voice that contain what was typed, those that begin with it first."""
        text = typed.strip().removeprefix("@").lower()

        def look(db: Database) -> list[str]:
            rows = db.query("SELECT handle FROM accounts WHERE live_version_id IS NOT NULL ORDER BY handle")
            found = [row["handle"] for row in rows if text in row["handle"]]
            return sorted(found, key=lambda handle: not handle.startswith(text))[:limit]

        return await self._in_database(look)

    async def models(self, handle: str | None = None) -> list[AccountStatus]:
        """All accounts, or one. Raises `UnknownAccount`."""

        def look(db: Database) -> list[AccountStatus]:
            accounts = [find_account(db, handle)] if handle else list_accounts(db)
            return [
                AccountStatus(
                    account,
                    live_version(db, account.id),
                    tuple(list_versions(db, account.id)),
                    jobs.active_job(db, "train", account.handle),
                )
                for account in accounts
            ]

        return await self._in_database(look)

    async def score(self, handle: str) -> Score:
        """Raises `UnknownAccount`, `NoVoiceYet`, `NoScoreYet`."""

        def look(db: Database) -> Score:
            account = find_account(db, handle)
            version = live_version(db, account.id)
            if version is None:
                raise NoVoiceYet(account.handle, training=jobs.active_job(db, "train", account.handle) is not None)
            card = load_scorecard(db, version.id)
            if card is None:
                raise NoScoreYet(account.handle, version.number)
            picture = self.settings.models_path() / version.folder / "scorecard.png"
            return Score(account.handle, version.number, card, picture if picture.exists() else None)

        return await self._in_database(look)

    async def retrain(self, handle: str, *, requester: str) -> Job:
        """Ask the trainer for a new version. The platform has checked that the requester may."""

        def ask(db: Database) -> Job:
            account = find_or_join(db, handle, now=self._clock())
            return jobs.enqueue(
                db,
                "train",
                account.handle,
                account.id,
                options=Options(),
                requested_by=requester,
                priority=jobs.PEOPLE_FIRST,
                now=self._clock(),
            )

        return await self._in_database(ask)

    async def offer(self, handle: str) -> Estimate:
        """What it would cost to download an account that is not known yet.

        Raises `InvalidHandle`, `OptedOut`, `ConsentNeeded`, `SourceOff`.
        """
        return await self._in_database(lambda db: estimate(db, self.settings, handle, now=self._clock()))

    async def fetch(self, handle: str, *, requester: str) -> Job:
        """Ask the trainer to download an account and train its voice. The platform has checked that they may.

        Raises as `offer`.
        """

        def ask(db: Database) -> Job:
            estimate(db, self.settings, handle, now=self._clock())
            return jobs.enqueue(
                db,
                "train",
                parse_handle(handle).text,
                None,
                options=Options(fetch=True),
                requested_by=requester,
                priority=jobs.PEOPLE_FIRST,
                now=self._clock(),
            )

        return await self._in_database(ask)

    async def import_upload(self, name: str, handle: str | None, save: Callable[[Path], Awaitable[object]]) -> Imported:
        """Add the tweets of a file that somebody sent. `save` writes it; it is deleted again in any case.

        Raises `InvalidHandle`, `OptedOut`, `ConsentNeeded`, `HandleNeeded`, `UnreadableSource` (which names no path).
        """
        folder = self.settings.home / "uploads"
        folder.mkdir(parents=True, exist_ok=True)
        suffix = Path(name).suffix.lower()
        with tempfile.TemporaryDirectory(dir=folder) as place:
            path = Path(place) / ("upload" + (suffix if suffix in UPLOADS else ""))
            await save(path)
            try:
                return await asyncio.to_thread(self._import, path, handle, watch=False)
            except UnreadableSource as error:
                raise UnreadableSource(Path(Path(name).name or "the file"), error.reason, error.place) from None
            except HandleNeeded:
                raise HandleNeeded(Path(Path(name).name or "the file")) from None

    async def import_file(self, path: Path, handle: str | None = None) -> Imported:
        """Add the tweets of a file on this machine, and watch it. Raises as `import_upload`."""
        return await asyncio.to_thread(self._import, path, handle, watch=True)

    def _import(self, path: Path, handle: str | None, *, watch: bool) -> Imported:
        with closing(connect(self.settings.database_path())) as db:
            return import_path(db, path, handle, watch=watch, now=self._clock())

    async def forget(self, handle: str, *, opt_out: bool = False) -> str:
        """Delete everything of an account, with `opt_out` for ever, and drop its voice; return its handle.

        Raises `UnknownAccount`.
        """

        def do(db: Database) -> str:
            account = find_stored(db, handle)
            forget_account(db, self.settings, account, refuse=opt_out, now=self._clock())
            return account.handle

        forgotten = await self._in_database(do)
        await self.drop_stale_voices()
        return forgotten

    async def schedule(self, handle: str, every: str) -> Account:
        """Change how often an account is refreshed. Raises `UnknownAccount`, `InvalidChoice`."""
        from data.schedules import parse_schedule  # APScheduler takes a while to load

        def do(db: Database) -> Account:
            parse_schedule(every)
            account = find_account(db, handle)
            configure_account(db, account.id, refresh_every=every.strip(), next_refresh_at=None)
            return find_account(db, handle)

        return await self._in_database(do)

    async def job(self, job_id: int) -> Job:
        """Raises `UnknownJob`."""
        return await self._in_database(lambda db: jobs.find_job(db, job_id))

    async def cancel(self, job_id: int) -> Job:
        """Raises `UnknownJob`."""
        return await self._in_database(lambda db: jobs.request_cancel(db, job_id, now=self._clock()))

    async def show_job_in(self, job_id: int, platform: str, channel_id: int | str, message_id: int | str) -> None:
        """Remember the message that shows this job, for a bot that is restarted meanwhile."""
        await self._in_database(lambda db: jobs.show_in_message(db, job_id, platform, channel_id, message_id))

    async def messages_to_update(self, platform: str) -> list[tuple[int, str, str]]:
        """(job id, channel id, message id) of messages that still show an unfinished job."""
        return await self._in_database(lambda db: jobs.messages_to_update(db, platform))

    async def forget_message(self, job_id: int, platform: str, message_id: int | str) -> None:
        """Stop following a job in a message: the job has ended, or the message is gone."""
        await self._in_database(lambda db: jobs.forget_message(db, job_id, platform, message_id))

    async def drop_stale_voices(self) -> list[str]:
        """Drop from memory what is no longer live: replaced, rolled back or forgotten. Returns the dropped keys."""

        def live_keys(db: Database) -> set[str]:
            versions = (live_version(db, account.id) for account in list_accounts(db))
            return {self._voice(version).key for version in versions if version}

        wanted = await self._in_database(live_keys)
        stale = [key for key in self._generator.resident() if key not in wanted]
        for key in stale:
            self._generator.drop(key)
        return stale

    async def yield_memory_to_training(self) -> None:
        """Let the generator work in little memory while a voice is trained, where the settings say so."""
        if self.settings.yield_memory:
            self._generator.yield_memory(await self._in_database(jobs.is_training))

    async def keep_voices_fresh(self, every_s: float = 2.0) -> None:
        """Run `drop_stale_voices` and `yield_memory_to_training` for ever."""
        while True:
            try:
                await self.drop_stale_voices()
                await self.yield_memory_to_training()
            except Exception:  # a database that is busy now will not be for ever
                log.exception("looking for stale voices failed; trying again")
            await asyncio.sleep(every_s)

    async def close(self) -> None:
        await self._in_database(lambda db: db.close())
        self._thread.shutdown()

    def _live_voice(self, db: Database, handle: str) -> tuple[Account, Version]:
        """The account and its live version, verified unless it is in memory already."""
        account = find_account(db, handle)
        version = live_version(db, account.id)
        if version is not None and self._voice(version).key not in self._generator.resident():
            version = open_live(db, self.settings.models_path(), account, now=self._clock())
        fits = version is not None and (version.method == "full" or version.base_fingerprint == self._base.fingerprint)
        if version is None or not fits:
            raise NoVoiceYet(account.handle, training=jobs.active_job(db, "train", account.handle) is not None)
        return account, version

    def _voice(self, version: Version) -> Voice:
        """The key holds a hash of the weights: a row id may come back after a deletion, weights may not."""
        weights = next(digest for name, digest in version.files.items() if name.endswith("model.safetensors"))
        return Voice(
            f"{version.id}-{weights[:16]}",
            self.settings.models_path() / version.folder,
            version.method,
            sampling_of(version.recipe),
        )

    async def _in_database(self, call: Callable[..., T], *arguments: object) -> T:
        def run() -> T:
            if self._connection is None:
                self._connection = connect(self.settings.database_path())
            return call(self._connection, *arguments)

        return await asyncio.get_running_loop().run_in_executor(self._thread, run)
