"""Answers: tweets in a voice or a mix of them, and what the buttons under them ask for."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from dataclasses import dataclass, replace

from sqlite_utils import Database

from bot.generation.generator import OnWait
from bot.generation.types import GenerationRequest, GenerationResult, Mix, Stats, Voice
from bot.service.context import Context
from bot.service.mixes import MixPart, mix_name, mix_text, shown_handle
from bot.service.options import USUAL, AnswerOptions
from bot.service.safety import neutralise, prompt_from, tidy_prompt
from bot.service.turns import Asker, Turns
from data.accounts.avatars import avatar_of
from data.accounts.store import Account, account_by_id, find_account
from data.chat.beginnings import keep_beginning, kept_beginning
from data.chat.generations import Generation, find_generation, mix_of, rate, record_generation
from data.errors import (
    DatabaseDamaged,
    HomeUnusable,
    NothingOriginal,
    PromptForgotten,
    RefusedContent,
    RequesterOnly,
    UnknownGeneration,
)
from data.faults import ToldOnce, machine_fault
from data.models.registry import Version, live_version, version_by_id
from data.models.sampling import blended
from data.tweet_images import LABEL, tweet_picture

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answer:
    """Tweets an account might have written. The texts are as generated: a platform must neutralise them."""

    handle: str  # of a mix, "a × b"
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
class Asked:
    """A handle, or what asks for a mix; how the tweets were to begin, how many there are, and how freely."""

    handle: str
    prompt: str
    tweets: int
    creativity: float


@dataclass(frozen=True)
class AnswerFacts:
    """Where an answer comes from."""

    version: int
    trained_on: int  # tweets
    trained_at: float
    seed: int


@dataclass(frozen=True)
class Picture:
    """A PNG, and what it shows in words: for those who cannot see it."""

    png: bytes
    handle: str  # of a mix, "a × b"
    texts: tuple[str, ...]


def learnt_from(version: Version) -> int:
    """How many tweets the weights that speak have read."""
    return version.lineage.served_tweets or version.lineage.train_tweets


class Answers:
    """What is asked for in a chat, written and stored."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._storing = ToldOnce(log)
        self._pictures = Turns(context.settings.person_cooldown_s, context.settings.channel_cooldown_s)

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
        with self._context.requests.answering(asker.platform):
            tidy = self._accepted(prompt)
            with self._context.turns.turn(asker):
                return await self._answer(handle, tidy, options, asker, on_wait)

    async def check(self, handle: str, prompt: str = "", *, asker: Asker) -> None:
        """Whether there could be an answer: raises what `tweetlike` would, of the prompt, the voices and the place."""
        self._accepted(prompt)
        _, voices = await self._context.live.find(handle, verified=False)
        await self._admit(asker, voices)

    async def _admit(self, asker: Asker, voices: list[tuple[Account, Version]]) -> None:
        await self._context.places.admit(asker, [account for account, _ in voices])

    def _accepted(self, prompt: str) -> str:
        """The beginning as the model reads it. Raises `PromptTooLong`, `RefusedContent`."""
        tidy = tidy_prompt(prompt)
        if reason := self._context.refuses(tidy):
            self._context.metrics.prompts_refused.labels(reason).inc()
            raise RefusedContent(reason)
        return tidy

    async def asked(self, generation_id: int, asker: Asker) -> Asked:
        """What an answer answers, if this person may press its buttons. Raises `UnknownGeneration`, `RequesterOnly`."""
        handle, generation = await self._context.look_up(self._pressed, generation_id, asker)
        return Asked(handle, generation.prompt, len(generation.texts), generation.creativity)

    async def facts(self, generation_id: int, asker: Asker) -> AnswerFacts:
        """Where an answer comes from; anybody may know. Raises `UnknownGeneration`."""

        def find(db: Database) -> AnswerFacts:
            _, generation = self._pressed(db, generation_id, replace(asker, exempt=True))
            version = version_by_id(db, generation.version_id)
            others = [live_version(db, account) for account, _ in mix_of(db, generation_id)]
            tweets = sum(learnt_from(each) for each in others if each) or learnt_from(version)
            return AnswerFacts(version.number, tweets, version.created_at, generation.seed)

        return await self._context.look_up(find)

    async def keep_beginning(self, text: str) -> str:
        """A key for a beginning, for a button that has no room for it."""
        return await self._context.in_database(
            lambda db: keep_beginning(db, tidy_prompt(text), now=self._context.now())
        )

    async def kept_beginning(self, key: str) -> str:
        """What was kept under a key. Raises `PromptForgotten`."""
        text = await self._context.look_up(kept_beginning, key)
        if text is None:
            raise PromptForgotten
        return text

    async def _answer(
        self,
        handle: str,
        tidy: str,
        options: AnswerOptions,
        asker: Asker,
        on_wait: OnWait | None,
    ) -> Answer:
        parts, voices = await self._context.live.find(handle)
        await self._admit(asker, voices)
        account, version = voices[0]
        mixed = tuple(parts) if len(parts) > 1 else ()
        seed = self._context.seeds.randrange(1 << 31) if options.seed is None else options.seed
        first = self._context.live.voice(version)
        voice: Voice | Mix = first
        if mixed:
            spoken = [self._context.live.voice(version) for _, version in voices]
            voice = Mix(tuple((each, part.weight) for each, part in zip(spoken, parts, strict=True)))
        request = self._request(voice, tidy, options, seed, asker)
        weights = [(a.id, part.weight) for (a, _), part in zip(voices, parts, strict=True)] if mixed else []
        try:
            result = await self._write(request, on_wait)
            generation_id = await self._record(account, version, request, options, result, asker, weights)
        except NothingOriginal as error:
            raise NothingOriginal(account.handle) from error
        except (sqlite3.IntegrityError, OSError):
            await self._context.look_up(find_account, handle)  # forgotten while we wrote: says so
            raise
        return Answer(
            handle=mix_name(mixed) if mixed else account.handle,
            display_name=" × ".join(a.display_name for a, _ in voices),
            prompt=tidy,
            texts=result.texts,
            version=version.number,
            trained_on=sum(learnt_from(v) for _, v in voices),
            trained_at=version.created_at,
            seed=seed,
            generation_id=generation_id,
            stats=result.stats,
            mixed=mixed,
        )

    async def _write(self, request: GenerationRequest, on_wait: OnWait | None = None) -> GenerationResult:
        started = time.monotonic()
        result = await self._context.generator.generate(request, on_wait)
        total, stats = time.monotonic() - started, result.stats
        self._context.metrics.generated(result, total)
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
        Raises `UnknownGeneration`, `RequesterOnly` where only the requester may, and as `tweetlike`.
        """
        handle, before = await self._context.look_up(self._pressed, generation_id, asker)
        if like is not None:
            if not 1 <= like <= len(before.texts):
                raise UnknownGeneration(generation_id)
            prompt = self._context.generator.fit(prompt_from(before.texts[like - 1]))
        options = AnswerOptions(before.sampling.get("count", len(before.texts)), before.creativity)
        chosen = before.prompt if prompt is None else prompt
        return await self.tweetlike(handle, chosen, options, asker=asker, on_wait=on_wait)

    def refuse_picture(self, asker: Asker) -> None:
        """Raises `AlreadyAsking`, `CoolingDown` if it is not this person's turn for a picture."""
        self._pictures.refuse(asker)

    async def picture(
        self, generation_id: int, asker: Asker, *, number: int | None = None, dark: bool = False, label: str = LABEL
    ) -> Picture:
        """A picture of one of an answer's tweets (from 1), or of all; with pauses of their own, as long as those
        between answers. `label` says around the `{handle}` what it is.

        Raises `UnknownGeneration`, `RequesterOnly`, `AlreadyAsking`, `CoolingDown`.
        """
        with self._pictures.turn(asker):
            return await self._picture(generation_id, asker, number, dark, label)

    async def _picture(self, generation_id: int, asker: Asker, number: int | None, dark: bool, label: str) -> Picture:
        text, found = await self._context.look_up(self._pressed, generation_id, asker)
        await self._admit(asker, (await self._context.live.find(text, verified=False))[1])
        if number is not None and not 1 <= number <= len(found.texts):
            raise UnknownGeneration(generation_id)
        account = await self._context.look_up(account_by_id, found.account_id)
        handle, alone = shown_handle(text), account is not None and "+" not in text
        name = account.display_name if account and alone else handle
        face = await self._context.look_up(avatar_of, found.account_id) if alone else None
        chosen = found.texts if number is None else (found.texts[number - 1],)
        texts = tuple(neutralise(each) for each in chosen)
        png = await asyncio.to_thread(
            tweet_picture, handle, name, texts, dark=dark, at=found.created_at, avatar=face, label=label
        )
        return Picture(png, handle, texts)

    async def rate(self, generation_id: int, asker: Asker, *, liked: bool) -> tuple[int, int]:
        """A thumb for an answer, of anybody; the same again takes it back. Returns ups and downs.

        Raises `UnknownGeneration`, `SavingNow`.
        """

        def count_thumb(db: Database) -> tuple[int, int]:
            self._pressed(db, generation_id, replace(asker, exempt=True))
            return rate(db, generation_id, asker.id, liked=liked)

        return await self._context.press(count_thumb)

    def _pressed(self, db: Database, generation_id: int, asker: Asker) -> tuple[str, Generation]:
        """What a button belongs to, as a handle or a mix, if this person may press it."""
        generation = find_generation(db, generation_id)
        account = None if generation is None else account_by_id(db, generation.account_id)
        if generation is None or account is None or generation.platform != asker.platform:
            raise UnknownGeneration(generation_id)
        theirs = generation.requester == asker.person
        if self._context.settings.buttons_for == "requester" and not (asker.exempt or theirs):
            raise RequesterOnly
        names = [(account_by_id(db, part), weight) for part, weight in mix_of(db, generation_id)]
        if names:
            return mix_text(tuple(MixPart(part.handle, weight) for part, weight in names if part)), generation
        return account.handle, generation

    async def write_freely(self, handle: str, count: int, *, asker: Asker) -> tuple[Account, Version, tuple[str, ...]]:
        """Tweets without a beginning that nothing remembers. Takes a turn, and raises, as `tweetlike`."""
        with self._context.requests.answering(asker.platform), self._context.turns.turn(asker):
            account, version = await self._context.live.find_one(handle)
            await self._admit(asker, [(account, version)])
            voice, seed = self._context.live.voice(version), self._context.seeds.randrange(1 << 31)
            request = self._request(voice, "", AnswerOptions(count), seed, asker)
            return account, version, (await self._write_as(account, request)).texts

    async def say(self, handle: str, beginning: str, *, asker: Asker) -> tuple[Account, str]:
        """One tweet that nothing remembers, within a turn that the person holds. Raises as `tweetlike`."""
        with self._context.requests.answering(asker.platform):
            account, version = await self._context.live.find_one(handle)
            await self._admit(asker, [(account, version)])
            voice, seed = self._context.live.voice(version), self._context.seeds.randrange(1 << 31)
            request = self._request(voice, self._accepted(beginning), AnswerOptions(1), seed, asker)
            return account, (await self._write_as(account, request)).texts[0]

    async def _write_as(self, account: Account, request: GenerationRequest) -> GenerationResult:
        try:
            return await self._write(request)
        except NothingOriginal as error:
            raise NothingOriginal(account.handle) from error

    def _request(
        self, voice: Voice | Mix, prompt: str, options: AnswerOptions, seed: int, asker: Asker
    ) -> GenerationRequest:
        parts = ((voice, 1.0),) if isinstance(voice, Voice) else voice.parts
        sampling = blended([(part.sampling, weight) for part, weight in parts])
        return GenerationRequest(
            voice,
            prompt,
            options.count,
            seed,
            replace(sampling, temperature=sampling.temperature * options.creativity),
            self._context.settings.request_timeout_s,
            asker.queue_key,
            self._context.refuses,
        )

    async def _record(
        self,
        account: Account,
        version: Version,
        request: GenerationRequest,
        options: AnswerOptions,
        result: GenerationResult,
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
                sampling={**request.sampling.as_dict(), "count": options.count, "creativity": options.creativity},
                texts=result.texts,
                platform=asker.platform,
                requester=asker.person,
                now=self._context.now(),
                mix=mix,
                numerics=result.numerics,
                place=asker.place,
            )

        try:
            generation_id = await self._context.connection.save(record)
        except sqlite3.IntegrityError:
            raise
        except (sqlite3.DatabaseError, HomeUnusable, DatabaseDamaged) as error:
            what = machine_fault(error) or str(error)
            self._storing.trouble(f"answers cannot be stored and have no buttons until they can: {what}")
            return None
        self._storing.well()
        return generation_id
