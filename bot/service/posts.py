"""By itself: tweets of the day, and answers that nobody asked for, where the admins of a place want them."""

from __future__ import annotations

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence

from bot.service.answers import Answer, Answers
from bot.service.context import Context
from bot.service.options import AnswerOptions
from bot.service.turns import Asker
from data.chat import posts
from data.chat.posts import Chime, Daily
from data.errors import InvalidChoice, TweetlikeError
from data.faults import ToldOnce
from data.quiet_hours import is_quiet, parse_quiet_hours

log = logging.getLogger(__name__)
CHIME_EVERY_S = 600.0  # at most, in one channel
CHIME_AFTER = 3  # messages of others at least, so that it never speaks twice in a row
NIGHT = "22:00-07:00"  # UTC, where the operator has set no quiet hours


class Posts:
    """Of one process. What was chosen is in the database; which channels chime is looked up every now and then."""

    def __init__(self, context: Context, answers: Answers) -> None:
        self._context, self._answers = context, answers
        self._chimes: dict[str, dict[str, Chime]] = {}  # by platform and channel
        self._since: Counter[tuple[str, str]] = Counter()  # messages since the last one, by platform and channel
        self._dice = random.SystemRandom()
        self._night = parse_quiet_hours(context.settings.quiet_hours or NIGHT)

    async def set_daily(self, asker: Asker, handle: str, time: str, zone: str) -> list[Daily]:
        """Post each day at a time like 09:00 in the asker's channel, or with "off" no longer; what is posted in the
        place then. Raises `InvalidChoice`, and as `tweetlike`."""
        place, channel, who, now = asker.place or "", asker.channel or "", asker.id, self._context.now()
        if time.strip().lower() == "off":
            await self._context.in_database(lambda db: posts.end_daily(db, place, channel, handle, who=who, now=now))
        else:
            daily = Daily(place, channel, handle, posts.parse_time(time), posts.parse_zone(zone))
            await self._answers.check(handle, asker=asker)
            await self._context.in_database(lambda db: posts.set_daily(db, daily, who=who, now=now))
        return await self.dailies(place)

    async def dailies(self, place: str) -> list[Daily]:
        """What is posted each day in a place."""
        return await self._context.look_up(posts.dailies_in, place)

    async def due(self, platform: str) -> Sequence[Daily]:
        """What is to be posted now: whoever asks has to, nobody is told again."""
        if not await self._context.look_up(posts.has_dailies, platform):
            return []
        return await self._context.in_database(lambda db: posts.take_due(db, platform, now=self._context.now()))

    async def keep_posting(self, platform: str, post: Callable[[Daily], Awaitable[None]], every_s: float) -> None:
        """Look what is due, and which channels chime, for ever; `post` puts one tweet of the day into its channel."""
        told = ToldOnce(log)
        while True:
            try:
                await self.look(platform)
                for daily in await self.due(platform):
                    await self._post(post, daily)
                told.well()
            except Exception as error:  # noqa: BLE001 - a database that cannot be read now may be read in a minute
                told.trouble(f"tweets of the day cannot be posted, and are tried again: {error!r}", error)
            await asyncio.sleep(every_s)

    async def _post(self, post: Callable[[Daily], Awaitable[None]], daily: Daily) -> None:
        """Whatever befalls one, the others of the same minute are posted."""
        try:
            await post(daily)
        except (TweetlikeError, OSError) as error:
            log.warning("a tweet of the day was not posted: %s", type(error).__name__)
        except Exception:
            log.exception("a tweet of the day was not posted")

    async def write(self, daily: Daily, *, thread_of: str | None = None, among_adults: bool) -> Answer:
        """The tweet of the day, in a channel of which the platform knows more. Raises as `tweetlike`."""
        platform, _, chat = daily.place.partition(":")
        nobody = Asker(platform, "daily", daily.channel, True, chat, thread_of, among_adults)
        return await self._answers.tweetlike(daily.handle, options=AnswerOptions(1), asker=nobody)

    async def choose_chime(self, asker: Asker, handle: str | None, often: str) -> bool:
        """As `set_chime`, or `end_chime` without a handle or with "off"; whether a voice answers then."""
        on = handle is not None and "off" not in (handle.lower(), often.strip().lower())
        if handle is not None and on:
            await self.set_chime(asker, handle, often)
        else:
            await self.end_chime(asker)
        return on

    async def set_chime(self, asker: Asker, handle: str, often: str) -> None:
        """Let a voice answer to so many messages of the asker's channel, like 1%. Raises `InvalidChoice`, and as
        `tweetlike`."""
        place, channel, who, now = asker.place or "", asker.channel or "", asker.id, self._context.now()
        if not self._context.settings.talking:
            raise InvalidChoice("how often", often, "off, for this bot hears no messages (TWEETLIKE_TALKING)")
        percent = posts.parse_percent(often)
        await self._answers.check(handle, asker=asker)
        await self._context.in_database(
            lambda db: posts.set_chime(db, place, channel, handle, percent, who=who, now=now)
        )
        await self.look(asker.platform)

    async def end_chime(self, asker: Asker) -> bool:
        """No longer in the asker's channel; whether there was one."""
        place, channel, who, now = asker.place or "", asker.channel or "", asker.id, self._context.now()
        ended = await self._context.in_database(lambda db: posts.end_chime(db, place, channel, who=who, now=now))
        await self.look(asker.platform)
        return ended

    async def look(self, platform: str) -> None:
        """Look up which channels chime; to be done now and then, for another process may have changed them."""
        found = await self._context.look_up(posts.chimes_of, platform)
        self._chimes[platform] = {chime.channel: chime for chime in found}

    async def chime(self, asker: Asker) -> Answer | None:
        """A tweet that nobody asked for, in answer to the message that somebody has just written; mostly None.

        Never at night, nor twice in ten minutes, nor before others have written some messages since.
        """
        chime = self._chimes.get(asker.platform, {}).get(asker.channel or "")
        if chime is None or chime.place != asker.place:
            return None
        key, now = (asker.platform, chime.channel), self._context.now()
        self._since[key] += 1
        if self._since[key] < CHIME_AFTER or is_quiet(self._night, now) or self._dice.random() * 100 >= chime.percent:
            return None
        if self._context.generator.waiting():  # people who ask go first
            return None
        if not await self._context.in_database(
            lambda db: posts.take_chime(db, chime, at_least_s=CHIME_EVERY_S, now=now)
        ):
            return None
        self._since[key] = 0
        nobody = Asker(asker.platform, "chime", chime.channel, True, asker.chat, asker.thread_of, asker.among_adults)
        return await self._answers.tweetlike(chime.handle, options=AnswerOptions(1), asker=nobody)
