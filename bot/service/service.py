"""What the bot can do, once, for all platforms: typed results out, typed errors up.

Knows the database and a generator, no platform and no training. Database work runs on one thread of its own.
"""

from __future__ import annotations

import asyncio
import logging
import random
import sqlite3
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from sqlite_utils import Database

from bot.generation.generator import Generator, OnWait
from bot.generation.types import GenerationRequest, GenerationResult, Mix, Stats, Voice
from bot.service.connection import Connection
from bot.service.filtering import content_filter
from bot.service.games import Games
from bot.service.live_voices import LiveVoices
from bot.service.metrics import Metrics
from bot.service.mixes import MixPart, mix_name
from bot.service.operations import Operations
from bot.service.options import USUAL, AnswerOptions
from bot.service.requests import Requests
from bot.service.safety import beginning_of, neutralise, tidy_prompt
from bot.service.turns import Asker, Turns
from data.accounts.avatars import avatar_of
from data.accounts.store import Account, account_by_id, find_account, list_accounts
from data.chat.generations import Generation, find_generation, mix_of, rate, record_generation
from data.errors import (
    DatabaseDamaged,
    HomeUnusable,
    NoScoreYet,
    NotAllowed,
    NothingOriginal,
    NoVoiceYet,
    RefusedContent,
    TweetlikeError,
    UnknownGeneration,
)
from data.faults import ToldOnce, machine_fault
from data.jobs import queue as jobs
from data.jobs.queue import Job
from data.models.bases import Base
from data.models.registry import Version, list_versions, live_version
from data.models.scorecards import ScoreCard, Votes, count_votes, load_scorecard
from data.settings import Settings
from data.tweet_images import tweet_picture

log = logging.getLogger(__name__)

PAGE_VOICES = 20


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
    generation_id: int | None  # None where it could not be stored: there is nothing to press then
    stats: Stats
    mixed: tuple[MixPart, ...] = ()  # the voices, where there are several


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


class Service:
    """Voices that answer. One for a process, shared by all its platforms; with `games`, and with `operations` for
    those who look after the accounts."""

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
        self._clock = clock
        self._seeds = seeds or random.SystemRandom()
        self._turns = Turns(settings.person_cooldown_s, settings.channel_cooldown_s)
        self._started = clock()
        self._connection = Connection(settings.database_path())
        self.in_database = self._connection.run
        self._live = LiveVoices(self._connection, generator, settings.models_path(), base, clock)
        self.refuses = content_filter(settings.filter)
        self._storing, self._reading = ToldOnce(log), ToldOnce(log)
        self.metrics = Metrics(settings, generator)
        self.requests = Requests(self.metrics)
        self.games = Games(self)
        self.operations = Operations(self)

    async def tweetlike(
        self,
        handle: str,
        prompt: str = "",
        options: AnswerOptions = USUAL,
        *,
        asker: Asker,
        on_wait: OnWait | None = None,
    ) -> Answer:
        """Tweets in the voice of an account, or of a mix like `a*0.7+b`. Raises the typed errors of `data.errors`.

        One request a person at a time, and a pause after each, unless they are exempt. `on_wait` is called with the
        place in line, should the request have to wait.
        """
        with self.requests.answering(asker.platform):
            tidy = self._accepted(prompt)
            with self._turns.turn(asker):
                return await self._answer(handle, tidy, options, asker, on_wait)

    def _accepted(self, prompt: str) -> str:
        """The beginning as the model reads it. Raises `PromptTooLong`, `RefusedContent`."""
        tidy = tidy_prompt(prompt)
        if reason := self.refuses(tidy):
            self.metrics.prompts_refused.labels(reason).inc()
            raise RefusedContent(reason)
        return tidy

    def refuse_turn(self, asker: Asker) -> None:
        """Raises `AlreadyAsking`, `CoolingDown` if it is not this person's turn. At once: nothing is looked up."""
        self._turns.refuse(asker)

    async def beginning(self, generation_id: int, asker: Asker) -> str:
        """How the tweets of an answer were asked to begin. Raises `UnknownGeneration`, `NotAllowed`."""
        return (await self.in_database(self._pressed, generation_id, asker))[1].prompt

    async def _answer(
        self,
        handle: str,
        tidy: str,
        options: AnswerOptions,
        asker: Asker,
        on_wait: OnWait | None,
    ) -> Answer:
        parts, voices = await self._live.find(handle)
        account, version = voices[0]
        mixed = tuple(parts) if len(parts) > 1 else ()
        seed = self._seeds.randrange(1 << 31) if options.seed is None else options.seed
        first = self._live.voice(version)
        voice: Voice | Mix = first
        if mixed:
            voice = Mix(tuple((self._live.voice(v), part.weight) for (_, v), part in zip(voices, parts, strict=True)))
        request = self._request(voice, tidy, options, seed, asker)
        weights = [(a.id, part.weight) for (a, _), part in zip(voices, parts, strict=True)] if mixed else []
        try:
            result = await self._write(request, on_wait)
            generation_id = await self._record(account, version, request, result.texts, asker, weights)
        except NothingOriginal as error:
            raise NothingOriginal(account.handle) from error
        except (sqlite3.IntegrityError, OSError):
            await self.in_database(find_account, handle)  # forgotten while we wrote: says so
            raise
        return Answer(
            handle=mix_name(mixed) if mixed else account.handle,
            display_name=" × ".join(a.display_name for a, _ in voices),
            prompt=tidy,
            texts=result.texts,
            version=version.number,
            trained_on=sum(v.lineage.train_tweets for _, v in voices),
            trained_at=version.created_at,
            seed=seed,
            generation_id=generation_id,
            stats=result.stats,
            mixed=mixed,
        )

    async def _write(self, request: GenerationRequest, on_wait: OnWait | None = None) -> GenerationResult:
        started = time.monotonic()
        result = await self._generator.generate(request, on_wait)
        total, stats = time.monotonic() - started, result.stats
        self.metrics.generated(result, total)
        log.info(
            "%d tweets in %.2f s: in line %.2f, reading %.2f, writing %.2f; %d drafts, %d copies, %d refused",
            *(len(result.texts), total, stats.queue_s, stats.prefill_s, stats.decode_s),
            *(stats.rows, len(result.copies), len(result.refused)),
        )
        return result

    async def again(
        self,
        generation_id: int,
        *,
        prompt: str | None = None,
        like: int | None = None,
        asker: Asker,
        on_wait: OnWait | None = None,
    ) -> Answer:
        """The same voice, beginning and options with a new seed, on the platform of the first answer.

        With `prompt`, another beginning; with `like`, the number of one of its tweets, that tweet is the beginning.
        Raises `UnknownGeneration`, `NotAllowed` where only the requester may, and as `tweetlike`.
        """
        handle, before = await self.in_database(self._pressed, generation_id, asker)
        if like is not None:
            if not 1 <= like <= len(before.texts):
                raise UnknownGeneration(generation_id)
            prompt = self._generator.fit(beginning_of(before.texts[like - 1]))
        options = AnswerOptions(before.sampling.get("count", len(before.texts)), before.sampling["temperature"])
        beginning = before.prompt if prompt is None else prompt
        return await self.tweetlike(handle, beginning, options, asker=asker, on_wait=on_wait)

    async def picture(self, generation_id: int, asker: Asker, *, dark: bool = False) -> bytes:
        """A PNG of an answer's tweets. Raises `UnknownGeneration`, `NotAllowed`."""
        handle, found = await self.in_database(self._pressed, generation_id, asker)
        account = await self.in_database(account_by_id, found.account_id)
        alone = account is not None and "+" not in handle
        name = account.display_name if account and alone else handle
        face = await self.in_database(avatar_of, found.account_id) if alone else None
        texts = [neutralise(text) for text in found.texts]
        return await asyncio.to_thread(tweet_picture, handle, name, texts, dark=dark, at=found.created_at, avatar=face)

    async def rate(self, generation_id: int, asker: Asker, *, liked: bool) -> tuple[int, int]:
        """A thumb for an answer, of anybody; the same again takes it back. Returns ups and downs.

        Raises `UnknownGeneration`.
        """

        def do(db: Database) -> tuple[int, int]:
            self._pressed(db, generation_id, replace(asker, exempt=True))
            return rate(db, generation_id, f"{asker.platform}:{asker.person}", liked=liked)

        return await self.in_database(do)

    def _pressed(self, db: Database, generation_id: int, asker: Asker) -> tuple[str, Generation]:
        """What a button belongs to, as a handle or a mix, if this person may press it."""
        generation = find_generation(db, generation_id)
        account = None if generation is None else account_by_id(db, generation.account_id)
        if generation is None or account is None or generation.platform != asker.platform:
            raise UnknownGeneration(generation_id)
        theirs = generation.requester == asker.person
        if self.settings.buttons_for == "requester" and not (asker.exempt or theirs):
            raise NotAllowed("press buttons under other people's answers")
        names = [(account_by_id(db, part), weight) for part, weight in mix_of(db, generation_id)]
        if names:
            return "+".join(f"{part.handle}*{weight:.3f}" for part, weight in names if part), generation
        return account.handle, generation

    async def write_freely(self, handle: str, count: int, *, asker: Asker) -> tuple[Account, Version, tuple[str, ...]]:
        """Tweets without a beginning that nothing remembers. Takes a turn, and raises, as `tweetlike`."""
        with self.requests.answering(asker.platform), self._turns.turn(asker):
            account, version = await self._live.find_one(handle)
            voice, seed = self._live.voice(version), self._seeds.randrange(1 << 31)
            request = self._request(voice, "", AnswerOptions(count, voice.sampling.temperature), seed, asker)
            return account, version, (await self._write(request)).texts

    def _request(
        self, voice: Voice | Mix, prompt: str, options: AnswerOptions, seed: int, asker: Asker
    ) -> GenerationRequest:
        first = voice if isinstance(voice, Voice) else voice.parts[0][0]
        return GenerationRequest(
            voice,
            prompt,
            options.count,
            seed,
            replace(first.sampling, temperature=options.temperature),
            self.settings.request_timeout_s,
            asker.line,
            self.refuses,
        )

    async def voices(self, search: str = "", page: int = 1) -> VoicePage:
        """Handles with a voice that contain `search`, `PAGE_VOICES` a page."""
        found = await self.suggest_handles(search, limit=10_000)
        pages = max(1, -(-len(found) // PAGE_VOICES))
        page = min(max(1, page), pages)
        return VoicePage(tuple(found[(page - 1) * PAGE_VOICES : page * PAGE_VOICES]), page, pages, len(found))

    async def status(self) -> Status:
        """What the bot is doing."""

        def look(db: Database) -> tuple[int, list[Job]]:
            rows = db.execute("SELECT count(*) FROM accounts WHERE live_version_id IS NOT NULL").fetchone()
            return rows[0], jobs.active_jobs(db)

        voices, active = await self.in_database(look)
        waiting = self._generator.waiting()
        device = self._generator.device()
        return Status(voices, waiting, device, self._clock() - self._started, tuple(active))

    async def _record(
        self,
        account: Account,
        version: Version,
        request: GenerationRequest,
        texts: tuple[str, ...],
        asker: Asker,
        mix: list[tuple[int, float]],
    ) -> int | None:
        """The number that buttons carry; None on a disk that takes nothing: an answer without buttons beats none."""

        def record(db: Database) -> int:
            return record_generation(
                db,
                account_id=account.id,
                version_id=version.id,
                prompt=request.prompt,
                seed=request.seed,
                sampling={**asdict(request.sampling), "count": request.count},
                texts=texts,
                platform=asker.platform,
                requester=asker.person,
                now=self._clock(),
                mix=mix,
            )

        try:
            generation_id = await self.in_database(record)
        except sqlite3.IntegrityError:
            raise
        except (sqlite3.DatabaseError, HomeUnusable, DatabaseDamaged) as error:
            what = machine_fault(error) or str(error)
            self._storing.trouble(f"answers cannot be stored and have no buttons until they can: {what}")
            return None
        self._storing.well()
        return generation_id

    async def suggest_handles(self, typed: str, limit: int = 25, *, speaking: bool = True) -> list[str]:
        """Handles that contain what was typed, those that begin with it first; only those with a voice, or all."""
        text = typed.strip().removeprefix("@").lower()

        def look(db: Database) -> list[str]:
            query = "SELECT handle FROM accounts WHERE live_version_id IS NOT NULL OR NOT ? ORDER BY handle"
            rows = db.query(query, [speaking])
            found = [row["handle"] for row in rows if text in row["handle"]]
            return sorted(found, key=lambda handle: not handle.startswith(text))[:limit]

        return await self.in_database(look)

    async def models(self, handle: str | None = None) -> list[AccountStatus]:
        """All accounts, or one. Raises `UnknownAccount`."""

        def status_of(db: Database, account: Account) -> AccountStatus:
            live, versions = live_version(db, account.id), tuple(list_versions(db, account.id))
            votes = count_votes(db, live.id) if live else Votes(0, 0)
            return AccountStatus(account, live, versions, jobs.active_job(db, "train", account.handle), votes)

        def look(db: Database) -> list[AccountStatus]:
            accounts = [find_account(db, handle)] if handle else list_accounts(db)
            return [status_of(db, account) for account in accounts]

        return await self.in_database(look)

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

        return await self.in_database(look)

    async def drop_stale_voices(self) -> list[str]:
        """Drop from memory what is no longer live: replaced, rolled back or forgotten. Returns the dropped keys."""
        return await self._live.drop_stale()

    async def yield_memory_to_training(self) -> None:
        """Let the generator work in little memory while a voice is trained, where the settings say so."""
        if self.settings.yield_memory:
            self._generator.yield_memory(await self.in_database(jobs.is_training))

    async def keep_voices_fresh(self, every_s: float = 2.0) -> None:
        """Run `drop_stale_voices` and `yield_memory_to_training` for ever."""
        while True:
            try:
                await self.drop_stale_voices()
                await self.yield_memory_to_training()
                self._reading.well()
            except Exception as error:  # noqa: BLE001 - a database that is busy now will not be for ever
                what = machine_fault(error) or f"{type(error).__name__}: {error}"
                self._reading.trouble(f"looking for stale voices fails, and is tried again: {what}", error)
            await asyncio.sleep(every_s)

    def trouble(self) -> str | None:
        """Why this process should be started again, or None."""
        return "the engine has ended" if self._generator.broken() else None

    async def unready(self) -> str | None:
        """Why a request would not be answered now, or None."""
        if self.requests.stopping:
            return "stopping"
        try:
            await self.in_database(lambda db: db.execute("SELECT 1 FROM accounts LIMIT 1").fetchone())
        except (sqlite3.Error, TweetlikeError) as error:
            return f"the database cannot be read: {machine_fault(error) or error}"
        return self.trouble()

    def now(self) -> float:
        """The time that everything here goes by, in seconds since 1970."""
        return self._clock()

    async def close(self) -> None:
        await self._connection.close()
