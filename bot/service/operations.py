"""What those who look after the accounts may do from a chat. The platform has checked that they may."""

from __future__ import annotations

import asyncio
import hashlib
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import closing, suppress
from pathlib import Path

from sqlite_utils import Database

from bot.service.context import Context
from data.accounts.handles import parse_handle
from data.accounts.store import Account, account_by_id, configure_account, find_account, find_or_join, find_stored
from data.accounts.store import opt_out as refuse_from_now_on
from data.errors import (
    AllowanceSpent,
    AlreadyForgotten,
    HandleNeeded,
    NothingToCancel,
    QuestionExpired,
    QuietNow,
    StillTraining,
    TweetlikeError,
    UnknownAccount,
    UnreadableSource,
)
from data.jobs import queue as jobs
from data.jobs.queue import Job, Options
from data.maintenance.deletion import forget_account, forget_elsewhere
from data.models.registry import Version, find_version, rollback
from data.quiet_hours import is_quiet, parse_quiet_hours
from data.sources.downloads import Estimate, estimate
from data.sources.files.parsed import Found
from data.sources.importing import Imported, import_path
from data.sources.reading import FILE_SUFFIXES
from data.sources.reading_apart import read_apart, read_own
from data.storage.database import connect

QUESTION_S = 300.0
TICKET = r"[0-9]{1,18}\.[0-9]{1,12}\.[0-9a-f]{8}"


class Operations:
    """Trainings and their messages, downloads, uploads, schedules, deletion."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def retrain(self, handle: str, *, requester: str, place: str | None = None) -> Job:
        """Ask the trainer for a new version. The platform has checked that the requester may.

        `place` is the trusted server or group whose admin asks, None for operators. Raises `UnknownAccount`, and for a
        place `QuietNow`, `StillTraining`, `AllowanceSpent`.
        """

        def enqueue_training(db: Database) -> Job:
            account = find_or_join(db, handle, now=self._context.now())
            if place is not None:
                self._refuse_beyond_allowance(db, place)
            return jobs.enqueue(
                db,
                "train",
                account.handle,
                account.id,
                options=Options(),
                requested_by=requester,
                requested_in=place,
                priority=jobs.PEOPLE_FIRST,
                now=self._context.now(),
            )

        return await self._context.in_database(enqueue_training)

    def _refuse_beyond_allowance(self, db: Database, place: str) -> None:

        settings, now = self._context.settings, self._context.now()
        if settings.quiet_hours and is_quiet(parse_quiet_hours(settings.quiet_hours), now):
            raise QuietNow(settings.quiet_hours)
        asked = jobs.asked_in(db, place, since=now - 86_400)
        for job in asked:
            if job.active:
                raise StillTraining(job.handle)
        if len(asked) >= settings.trusted_trainings:
            raise AllowanceSpent(settings.trusted_trainings)

    async def offer(self, handle: str) -> Estimate:
        """What it would cost to download an account that is not known yet.

        Raises `InvalidHandle`, `OptedOut`, `ConsentNeeded`, `SourceOff`.
        """
        return await self._context.look_up(
            lambda db: estimate(db, self._context.settings, handle, now=self._context.now())
        )

    async def fetch(self, handle: str, *, requester: str) -> Job:
        """Ask the trainer to download an account and train its voice. The platform has checked that they may.

        Raises as `offer`.
        """

        def enqueue_download(db: Database) -> Job:
            estimate(db, self._context.settings, handle, now=self._context.now())
            return jobs.enqueue(
                db,
                "train",
                parse_handle(handle).text,
                None,
                options=Options(fetch=True),
                requested_by=requester,
                priority=jobs.PEOPLE_FIRST,
                now=self._context.now(),
            )

        return await self._context.in_database(enqueue_download)

    async def import_upload(self, name: str, handle: str | None, save: Callable[[Path], Awaitable[object]]) -> Imported:
        """Add the tweets of a file that somebody sent. `save` writes it; it is deleted again in any case.

        Raises `InvalidHandle`, `OptedOut`, `ConsentNeeded`, `HandleNeeded`, `UnreadableSource` (which names no path).
        """
        folder = self._context.settings.uploads_path()
        folder.mkdir(parents=True, exist_ok=True)
        suffix = Path(name).suffix.lower()
        with tempfile.TemporaryDirectory(dir=folder) as place:
            path = Path(place) / ("upload" + (suffix if suffix in FILE_SUFFIXES else ""))
            try:
                await save(path)
                return await asyncio.to_thread(self._import, path, handle, watch=False, read=read_apart)
            except UnreadableSource as error:
                raise UnreadableSource(Path(Path(name).name or "the file"), error.reason, error.place) from None
            except HandleNeeded:
                raise HandleNeeded(Path(Path(name).name or "the file")) from None

    async def import_file(self, path: Path, handle: str | None = None) -> Imported:
        """Add the tweets of a file on this machine, and watch it. Raises as `import_upload`."""
        return await asyncio.to_thread(self._import, path, handle, watch=True, read=read_own)

    def _import(self, path: Path, handle: str | None, *, watch: bool, read: Callable[[Path], Found]) -> Imported:
        with closing(connect(self._context.settings.database_path())) as db:
            return import_path(db, path, handle, watch=watch, read=read, now=self._context.now())

    async def stored(self, handle: str) -> Account:
        """An account, also one that may no longer be imitated. Raises `UnknownAccount`."""
        return await self._context.look_up(find_stored, handle)

    async def forget(self, handle: str, *, opt_out: bool = False) -> str:
        """Delete everything of an account, with `opt_out` for ever, and drop its voice; return its handle.

        Raises `UnknownAccount`; not with `opt_out`, which is also for handles that are not known yet.
        """

        forgotten = await asyncio.to_thread(self._forget, handle, opt_out)  # others are answered meanwhile
        await self._context.live.drop_stale()
        return forgotten

    def forget_ticket(self, account: Account) -> str:
        """What the button under the question whether to forget an account carries: it acts on this account alone, for
        `QUESTION_S` seconds."""
        return f"{account.id}.{int(self._context.now() + QUESTION_S)}.{_checked(account)}"

    async def forget_by_ticket(self, ticket: str, *, opt_out: bool = False) -> str:
        """As `forget`, of the account that a question was asked about. Raises `AlreadyForgotten`, `QuestionExpired`."""
        account_id, until, checked = ticket.split(".")
        if self._context.now() > int(until):
            raise QuestionExpired
        account = await self._context.look_up(account_by_id, int(account_id))
        if account is None or _checked(account) != checked:  # an id may come again after a restore
            raise AlreadyForgotten
        return await self.forget(account.handle, opt_out=opt_out)

    def _forget(self, handle: str, opt_out: bool) -> str:
        settings, now = self._context.settings, self._context.now()
        with closing(connect(settings.database_path())) as db:
            try:
                account = find_stored(db, handle)
            except UnknownAccount as error:
                if opt_out:
                    refuse_from_now_on(db, error.handle, now=now)
                if not forget_elsewhere(db, settings, error.handle, now=now) and not opt_out:
                    raise
                return error.handle
            forget_account(db, settings, account, refuse=opt_out, now=now)
            return account.handle

    async def schedule(self, handle: str, every: str) -> Account:
        """Change how often an account is refreshed. Raises `UnknownAccount`, `InvalidChoice`."""
        from data.schedules import parse_schedule  # APScheduler takes a while to load

        def set_schedule(db: Database) -> Account:
            parse_schedule(every)
            account = find_account(db, handle)
            configure_account(db, account.id, refresh_every=every.strip(), next_refresh_at=None)
            return find_account(db, handle)

        return await self._context.in_database(set_schedule)

    async def rollback(self, handle: str) -> Version:
        """Put the version that was live before back. Raises `UnknownAccount`, `UnknownVersion`."""

        def roll_back(db: Database) -> Version:
            return rollback(db, find_account(db, handle), now=self._context.now())

        version = await self._context.in_database(roll_back)
        await self._context.live.drop_stale()
        return version

    async def cancel_all(self, handle: str) -> Job:
        """Stop what is being done for an account. Raises `UnknownAccount`, `NothingToCancel`."""

        def cancel_jobs(db: Database) -> Job:
            name = parse_handle(handle).text
            active = [job for job in jobs.active_jobs(db) if job.handle == name]
            if not active:
                raise NothingToCancel(name)
            return [jobs.request_cancel(db, job.id, now=self._context.now()) for job in active][-1]

        return await self._context.in_database(cancel_jobs)

    async def job(self, job_id: int) -> Job:
        """Raises `UnknownJob`."""
        return await self._context.look_up(lambda db: jobs.find_job(db, job_id))

    async def curve(self, job: Job) -> Path | None:
        """The picture of how a training went, if it made a version."""

        def find_picture(db: Database) -> Path | None:
            if job.result.version is None or job.kind != "train":
                return None
            with suppress(TweetlikeError):
                version = find_version(db, find_account(db, job.handle), job.result.version)
                picture = self._context.settings.models_path() / version.folder / "training.png"
                return picture if picture.exists() else None
            return None

        return await self._context.look_up(find_picture)

    async def cancel(self, job_id: int) -> Job:
        """Raises `UnknownJob`."""
        return await self._context.in_database(lambda db: jobs.request_cancel(db, job_id, now=self._context.now()))

    async def show_job_in(self, job_id: int, platform: str, channel_id: int | str, message_id: int | str) -> None:
        """Remember the message that shows this job, for a bot that is restarted meanwhile."""
        await self._context.in_database(lambda db: jobs.show_in_message(db, job_id, platform, channel_id, message_id))

    async def messages_to_update(self, platform: str) -> list[tuple[int, str, str]]:
        """(job id, channel id, message id) of messages that still show an unfinished job."""
        return await self._context.look_up(lambda db: jobs.messages_to_update(db, platform))

    async def forget_message(self, job_id: int, platform: str, message_id: int | str) -> None:
        """Stop following a job in a message: the job has ended, or the message is gone."""
        await self._context.in_database(lambda db: jobs.forget_message(db, job_id, platform, message_id))


def _checked(account: Account) -> str:
    return hashlib.sha256(f"{account.id} {account.handle} {account.created_at}".encode()).hexdigest()[:8]
