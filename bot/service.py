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
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from bot.generation.generator import Generator, OnWait
from bot.generation.types import MOST_TWEETS, GenerationRequest, Mix, Stats, Voice, sampling_of
from bot.mixes import MixPart, mix_name, parse_mix
from bot.options import USUAL, AnswerOptions
from bot.safety import beginning_of, neutralise, tidy_prompt
from bot.turns import Turns
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
from data.accounts import opt_out as refuse_from_now_on
from data.bases import Base
from data.database import connect
from data.deletion import forget_account
from data.downloads import Estimate, estimate
from data.errors import (
    HandleNeeded,
    NoScoreYet,
    NotAllowed,
    NotEnoughForAGame,
    NothingOriginal,
    NothingToCancel,
    NoVoiceYet,
    RoundOver,
    TweetlikeError,
    UnknownAccount,
    UnknownGeneration,
    UnreadableSource,
)
from data.games import (
    CARDS,
    Player,
    Round,
    begin_round,
    deal,
    end_round,
    guess,
    guesses_of,
    leaderboard,
    open_rounds,
    show_round_in,
)
from data.generations import Generation, find_generation, mix_of, rate, record_generation
from data.handles import parse_handle
from data.importing import Imported, import_path
from data.jobs import Job, Options
from data.pictures import tweet_picture
from data.registry import Version, find_version, list_versions, live_version, open_live, rollback
from data.scorecards import ScoreCard, Votes, count_votes, load_scorecard
from data.settings import Settings
from data.splits import held_out_tweets

log = logging.getLogger(__name__)

T = TypeVar("T")
PAGE_VOICES = 20
MOST_CARD_CHARACTERS = 300
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
    mixed: tuple[MixPart, ...] = ()  # the voices, where there are several


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


@dataclass(frozen=True)
class RoundResult:
    """A round that has ended. `counts` are the guesses for each card; `votes` all that there are of this version."""

    handle: str
    round: Round
    counts: list[int]
    board: list[Player]
    votes: Votes


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
        self._turns = Turns(settings.person_cooldown_s, settings.channel_cooldown_s)
        self._started = clock()
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
        channel: str | None = None,
        exempt: bool = False,
        on_wait: OnWait | None = None,
    ) -> Answer:
        """Tweets in the voice of an account, or of a mix like `a*0.7+b`. Raises the typed errors of `data.errors`.

        One request a person at a time, and a pause after each, unless they are `exempt`. `on_wait` is called with the
        place in line, should the request have to wait.
        """
        tidy = tidy_prompt(prompt)
        channel = f"{platform}:{channel}" if channel else None
        with self._turns.turn(f"{platform}:{requester}", channel, exempt=exempt):
            return await self._answer(handle, tidy, options, platform, requester, on_wait)

    def refuse_turn(self, *, platform: str, requester: str, channel: str | None = None, exempt: bool = False) -> None:
        """Raises `AlreadyAsking`, `CoolingDown` if it is not this person's turn. At once: nothing is looked up."""
        if not exempt:
            self._turns.refuse(f"{platform}:{requester}", f"{platform}:{channel}" if channel else None)

    async def beginning(self, generation_id: int, *, platform: str) -> str:
        """How the tweets of an answer were asked to begin. Raises `UnknownGeneration`."""
        return (await self._in_database(self._pressed, generation_id, platform, "", True))[1].prompt

    async def _answer(
        self,
        handle: str,
        tidy: str,
        options: AnswerOptions,
        platform: str,
        requester: str,
        on_wait: OnWait | None,
    ) -> Answer:
        parts, voices = await self._in_database(self._voices, handle)
        account, version = voices[0]
        mixed = tuple(parts) if len(parts) > 1 else ()
        seed = self._seeds.randrange(1 << 31) if options.seed is None else options.seed
        first = self._voice(version)
        voice: Voice | Mix = first
        if mixed:
            voice = Mix(tuple((self._voice(v), part.weight) for (_, v), part in zip(voices, parts, strict=True)))
        sampling = replace(first.sampling, temperature=options.temperature)
        request = GenerationRequest(voice, tidy, options.count, seed, sampling, self.settings.request_timeout_s)
        weights = [(a.id, part.weight) for (a, _), part in zip(voices, parts, strict=True)] if mixed else []
        try:
            result = await self._generator.generate(request, on_wait)
            generation_id = await self._record(account, version, request, result.texts, platform, requester, weights)
        except NothingOriginal as error:
            raise NothingOriginal(account.handle) from error
        except (sqlite3.IntegrityError, OSError):
            await self._in_database(find_account, handle)  # forgotten while we wrote: says so
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

    async def again(
        self,
        generation_id: int,
        *,
        prompt: str | None = None,
        like: int | None = None,
        platform: str,
        requester: str,
        channel: str | None = None,
        exempt: bool = False,
        on_wait: OnWait | None = None,
    ) -> Answer:
        """The same voice, beginning and options with a new seed, on the platform of the first answer.

        With `prompt`, another beginning; with `like`, the number of one of its tweets, that tweet is the beginning.
        Raises `UnknownGeneration`, `NotAllowed` where only the requester may, and as `tweetlike`.
        """
        handle, before = await self._in_database(self._pressed, generation_id, platform, requester, exempt)
        if like is not None:
            if not 1 <= like <= len(before.texts):
                raise UnknownGeneration(generation_id)
            prompt = self._generator.fit(beginning_of(before.texts[like - 1]))
        options = AnswerOptions(before.sampling.get("count", len(before.texts)), before.sampling["temperature"])
        return await self.tweetlike(
            handle,
            before.prompt if prompt is None else prompt,
            options,
            platform=platform,
            requester=requester,
            channel=channel,
            exempt=exempt,
            on_wait=on_wait,
        )

    async def picture(
        self, generation_id: int, *, dark: bool = False, platform: str, requester: str, exempt: bool = False
    ) -> bytes:
        """A PNG of an answer's tweets. Raises `UnknownGeneration`, `NotAllowed`."""
        handle, found = await self._in_database(self._pressed, generation_id, platform, requester, exempt)
        account = await self._in_database(account_by_id, found.account_id)
        name = account.display_name if account and "+" not in handle else handle
        texts = [neutralise(text) for text in found.texts]
        return await asyncio.to_thread(tweet_picture, handle, name, texts, dark=dark, at=found.created_at)

    async def rate(self, generation_id: int, *, liked: bool, platform: str, requester: str) -> tuple[int, int]:
        """A thumb for an answer; the same again takes it back. Returns ups and downs. Raises `UnknownGeneration`."""

        def do(db: Database) -> tuple[int, int]:
            self._pressed(db, generation_id, platform, requester, True)
            return rate(db, generation_id, f"{platform}:{requester}", liked=liked)

        return await self._in_database(do)

    def _pressed(
        self, db: Database, generation_id: int, platform: str, requester: str, exempt: bool
    ) -> tuple[str, Generation]:
        """What a button belongs to, as a handle or a mix, if this person may press it."""
        generation = find_generation(db, generation_id)
        account = None if generation is None else account_by_id(db, generation.account_id)
        if generation is None or account is None or generation.platform != platform:
            raise UnknownGeneration(generation_id)
        if self.settings.buttons_for == "requester" and not exempt and generation.requester != requester:
            raise NotAllowed("press buttons under other people's answers")
        names = [(account_by_id(db, part), weight) for part, weight in mix_of(db, generation_id)]
        if names:
            return "+".join(f"{part.handle}*{weight:.3f}" for part, weight in names if part), generation
        return account.handle, generation

    # --- the game ---

    async def begin_round(self, handle: str, *, platform: str, place: str) -> tuple[Account, Round]:
        """Deal a round of "Real or fake?". Raises as `tweetlike`, and `NotEnoughForAGame`."""
        account, version = await self._in_database(self._live_voice, handle)
        seed, voice = self._seeds.randrange(1 << 31), self._voice(version)
        request = GenerationRequest(voice, "", MOST_TWEETS, seed, voice.sampling, self.settings.request_timeout_s)
        result = await self._generator.generate(request)

        def deal_cards(db: Database) -> Round:
            real = [text for text in held_out_tweets(db, account, version) if len(text) <= MOST_CARD_CHARACTERS]
            dealt = deal(real, [text for text in result.texts if len(text) <= MOST_CARD_CHARACTERS], self._seeds)
            if dealt is None:
                raise NotEnoughForAGame(account.handle)
            cards, answer = dealt
            return begin_round(
                db,
                account_id=account.id,
                version_id=version.id,
                platform=platform,
                place=place,
                cards=cards,
                answer=answer,
                now=self._clock(),
            )

        return account, await self._in_database(deal_cards)

    async def show_round_in(self, round_id: int, channel_id: int | str, message_id: int | str) -> None:
        """Remember the message that shows a round, for a bot that is restarted meanwhile."""
        await self._in_database(show_round_in, round_id, channel_id, message_id)

    async def open_rounds(self, platform: str) -> list[Round]:
        """Rounds that have not ended."""
        return await self._in_database(open_rounds, platform)

    async def guess(self, round_id: int, card: int, *, player: str, name: str) -> list[int]:
        """Which card a person takes for real; returns how many have guessed what. Raises `RoundOver`."""

        def do(db: Database) -> list[int]:
            if not 0 <= card < CARDS or not guess(db, round_id, player, name, card, now=self._clock()):
                raise RoundOver
            return guesses_of(db, round_id)

        return await self._in_database(do)

    async def end_round(self, round_id: int) -> RoundResult | None:
        """Close a round, count its guesses, and say who is ahead; None if its account is forgotten."""

        def do(db: Database) -> RoundResult | None:
            ended = end_round(db, round_id, now=self._clock())
            account = account_by_id(db, ended.account_id) if ended else None
            if ended is None or account is None:
                return None
            votes = count_votes(db, ended.version_id)
            board = leaderboard(db, ended.platform, ended.place)
            return RoundResult(account.handle, ended, guesses_of(db, round_id), board, votes)

        return await self._in_database(do)

    # --- what there is ---

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

        voices, active = await self._in_database(look)
        waiting = self._generator.waiting()
        device = self._generator.device()
        return Status(voices, waiting, device, self._clock() - self._started, tuple(active))

    async def rollback(self, handle: str) -> Version:
        """Put the version that was live before back. Raises `UnknownAccount`, `UnknownVersion`."""

        def do(db: Database) -> Version:
            return rollback(db, find_account(db, handle), now=self._clock())

        version = await self._in_database(do)
        await self.drop_stale_voices()
        return version

    async def cancel_training(self, handle: str) -> Job:
        """Stop what is being done for an account. Raises `UnknownAccount`, `NothingToCancel`."""

        def do(db: Database) -> Job:
            name = parse_handle(handle).text
            active = [job for job in jobs.active_jobs(db) if job.handle == name]
            if not active:
                raise NothingToCancel(name)
            return [jobs.request_cancel(db, job.id, now=self._clock()) for job in active][-1]

        return await self._in_database(do)

    async def _record(
        self,
        account: Account,
        version: Version,
        request: GenerationRequest,
        texts: tuple[str, ...],
        platform: str,
        requester: str,
        mix: list[tuple[int, float]],
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
                mix=mix,
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
        folder = self.settings.uploads_path()
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

    async def stored(self, handle: str) -> Account:
        """An account, also one that may no longer be imitated. Raises `UnknownAccount`."""
        return await self._in_database(find_stored, handle)

    async def forget(self, handle: str, *, opt_out: bool = False) -> str:
        """Delete everything of an account, with `opt_out` for ever, and drop its voice; return its handle.

        Raises `UnknownAccount`; not with `opt_out`, which is also for handles that are not known yet.
        """

        def do(db: Database) -> str:
            try:
                account = find_stored(db, handle)
            except UnknownAccount as error:
                if not opt_out:
                    raise
                refuse_from_now_on(db, error.handle, now=self._clock())
                return error.handle
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

    async def curve(self, job: Job) -> Path | None:
        """The picture of how a training went, if it made a version."""

        def look(db: Database) -> Path | None:
            if job.result.version is None or job.kind != "train":
                return None
            with suppress(TweetlikeError):
                version = find_version(db, find_account(db, job.handle), job.result.version)
                picture = self.settings.models_path() / version.folder / "training.png"
                return picture if picture.exists() else None
            return None

        return await self._in_database(look)

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

    def now(self) -> float:
        """The time that everything here goes by, in seconds since 1970."""
        return self._clock()

    async def close(self) -> None:
        await self._in_database(lambda db: db.close())
        self._thread.shutdown()

    def _voices(self, db: Database, text: str) -> tuple[tuple[MixPart, ...], list[tuple[Account, Version]]]:
        """The voices that were asked for. A joint account that has a voice of its own is not mixed."""
        parts = parse_mix(text)
        if len(parts) > 1 and "*" not in text:
            with suppress(TweetlikeError):
                joint = find_account(db, text)
                if joint.live_version_id is not None:
                    return (MixPart(joint.handle, 1.0),), [self._live_voice(db, joint.handle)]
        return parts, [self._live_voice(db, part.handle) for part in parts]

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
