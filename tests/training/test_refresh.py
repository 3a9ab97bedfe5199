"""Refresh and train jobs of accounts that live at a network: from an unknown handle to a voice, and what stops it."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlite_utils import Database

from data.accounts.policies import record_consent, set_policy
from data.accounts.store import configure_account, ensure_account, find_account, list_accounts
from data.jobs import queue as jobs
from data.jobs.queue import Job, Options
from data.models.registry import live_version
from data.settings import Settings
from data.storage.database import connect
from data.tweets.store import load_tweets
from tests.peers.networks import ORDINARY, Network, serving
from training.schedule import enqueue_due
from training.worker import Worker

HANDLE = "vendo@floor3.test"


pytestmark = pytest.mark.usefixtures("impatient")


@contextmanager
def mastodon(settings: Settings, network: Network, **changes: Any) -> Iterator[Settings]:
    network.handle = HANDLE
    with serving(network, "mastodon") as url:
        yield settings.model_copy(update={"mastodon_url": url, "recipe": "quick", **changes})


def talk(network: Network, count: int) -> None:
    rng = random.Random(count)
    words = ["moon", "tea", "hum", "glass", "coin", "floor", "three", "night", "button", "light", "spring", "door"]
    first = len(network.posts)
    network.add(count)
    for place in range(first, len(network.posts)):
        post = network.posts[place]
        network.posts[place] = type(post)(post.number, f"{' '.join(rng.choices(words, k=9))} {post.number}")


def do(db: Database, settings: Settings, kind: str, options: Options, *, by_person: bool = True, days: int = 0) -> Job:
    """Ask for a job as a person or the schedule does, work on it, and return it as it ended."""
    known = {account.handle: account.id for account in list_accounts(db)}
    job = jobs.enqueue(
        db,
        kind,  # type: ignore[arg-type]
        HANDLE,
        known.get(HANDLE),
        options=options,
        requested_by="t",
        priority=jobs.PEOPLE_FIRST if by_person else 0,
        now=time.time(),
    )
    assert Worker(settings, "w", clock=lambda: time.time() + days * 86400).run_one(db)
    return jobs.find_job(db, job.id)


def test_from_an_unknown_handle_to_a_voice_in_one_job(settings: Settings, db: Database) -> None:
    network = Network()
    talk(network, 160)
    with mastodon(settings, network) as here:
        job = do(db, here, "train", Options(fetch=True))
    assert job.state == "succeeded", job.error
    account = find_account(db, HANDLE)
    assert job.account_id == account.id
    assert account.display_name == "Vendo"
    assert account.refreshable
    assert len(load_tweets(db, account.id)) == 160
    assert live_version(db, account.id), job.result


@pytest.mark.parametrize("status", ["missing", "suspended", "protected"])
def test_an_account_that_cannot_be_read_leaves_nothing_behind(settings: Settings, db: Database, status: str) -> None:
    network = Network(status=status)
    with mastodon(settings, network) as here:
        job = do(db, here, "train", Options(fetch=True))
    assert job.state == "failed"
    assert job.error
    assert list_accounts(db) == []


def test_without_consent_an_unknown_handle_is_not_even_looked_up(settings: Settings, db: Database) -> None:
    network = Network()
    talk(network, 5)
    set_policy(db, "consent", "required")
    with mastodon(settings, network) as here:
        assert "not agreed" in (do(db, here, "train", Options(fetch=True)).error or "")
        assert network.requests == []
        record_consent(db, HANDLE, "", now=1)
        assert "characters" in (do(db, here, "train", Options(fetch=True)).error or ""), "too few, but downloaded"
    assert len(load_tweets(db, find_account(db, HANDLE).id)) == 5


def test_a_source_that_is_down_does_not_keep_a_voice_from_being_trained_on_what_there_is(
    settings: Settings, db: Database
) -> None:
    network = Network()
    talk(network, 160)
    with mastodon(settings, network) as here:
        assert do(db, here, "refresh", Options(fetch=True)).state == "succeeded"
        [asked] = jobs.active_jobs(db)
        assert (asked.kind, asked.requested_by) == ("train", "refresh")
        jobs.request_cancel(db, asked.id, now=1)
        network.faults = lambda path, query: (503, {}, None)
        job = do(db, here, "train", Options())
        assert job.state == "succeeded", job.error
        failed = do(db, here, "refresh", Options())
    assert failed.state == "failed"
    assert "floor3.test does not work now" in (failed.error or "")


def test_a_new_account_whose_download_breaks_says_so_and_goes_on_later(settings: Settings, db: Database) -> None:
    network = Network(page=20)
    talk(network, 160)
    answers = iter([ORDINARY, ORDINARY, ORDINARY])
    with mastodon(settings, network, min_characters=6000) as here:
        network.faults = lambda path, query: next(answers, (503, {}, None))  # type: ignore[arg-type]
        job = do(db, here, "train", Options(fetch=True))
        assert job.state == "failed"
        assert "floor3.test does not work now" in (job.error or "")
        account = find_account(db, HANDLE)
        assert len(load_tweets(db, account.id)) == 40
        network.faults = lambda path, query: ORDINARY
        network.requests.clear()
        assert do(db, here, "refresh", Options()).result.summary.startswith("120 new tweets.")
    assert len(load_tweets(db, account.id)) == 160


def test_a_resting_source_is_left_to_rest_by_the_schedule_and_its_refresh_is_not_lost(
    settings: Settings, db: Database
) -> None:
    network = Network()
    talk(network, 30)
    rng = random.Random(1)
    with mastodon(settings, network) as here:
        do(db, here, "refresh", Options(fetch=True))
        for job in jobs.active_jobs(db):
            jobs.request_cancel(db, job.id, now=1)
        now = time.time()
        until = now + 3000
        configure_account(db, find_account(db, HANDLE).id, next_refresh_at=now + 86400)
        network.faults = lambda path, query: (429, {"Retry-After": "3000"}, {})
        do(db, here, "refresh", Options(), by_person=False)
        account = find_account(db, HANDLE)
        assert account.next_refresh_at
        assert abs(account.next_refresh_at - until) < 70, "not in a day: when the source has rested"
        configure_account(db, account.id, next_refresh_at=now)
        assert enqueue_due(db, here, now=now + 1, rng=rng) == []
        due = find_account(db, HANDLE).next_refresh_at
        assert due
        assert until - 2 < due < until + 65
        assert [job.handle for job in enqueue_due(db, here, now=due, rng=rng)] == [HANDLE]


def test_deleted_posts_count_as_a_change_and_a_silenced_voice_is_trained_anew(settings: Settings, db: Database) -> None:
    network = Network()
    talk(network, 160)
    with mastodon(settings, network, retrain_min_new=100, retrain_min_share=1.0) as here:
        assert do(db, here, "train", Options(fetch=True)).state == "succeeded"
        account = find_account(db, HANDLE)
        network.posts = network.posts[:-3]
        assert do(db, here, "refresh", Options(), days=1).result.summary == "0 new tweets, 3 deleted by their author."
        assert jobs.active_jobs(db) == [], "three are no reason to train"
        set_policy(db, "deleted", "retire")
        network.posts = network.posts[:-1]
        summary = [do(db, here, "refresh", Options(), days=day).result.summary for day in (2, 3, 4, 5)][-1]
        assert "1 deleted by their author. 4 usable ones changed since the last training: training asked for" in summary
        assert live_version(db, account.id) is None
        assert Worker(here, "w").run_one(db)
        live = live_version(db, account.id)
        assert live
        assert live.number == 2
        assert find_account(db, HANDLE).gone == 0


def test_a_download_is_cancelled_between_two_pages(settings: Settings, db: Database) -> None:
    network = Network(page=1)
    talk(network, 60)
    cancelled: list[int] = []

    def cancel(path: str, query: dict[str, str]) -> str:
        if len(network.requests) == 20 and not cancelled:
            own = connect(settings.database_path())  # this is the server's thread
            [job] = jobs.active_jobs(own)
            cancelled.append(jobs.request_cancel(own, job.id, now=1).id)
        time.sleep(0.1 if cancelled else 0)
        return ORDINARY

    with mastodon(settings, network) as here:
        network.faults = cancel
        job = do(db, here, "refresh", Options(fetch=True))
    assert job.state == "cancelled"
    assert 15 < len(load_tweets(db, find_account(db, HANDLE).id)) < 60


@pytest.mark.parametrize(
    ("asked", "advice"),
    [("discord:42", "Send /import with a file"), ("command line", "Import a file: tweetlike import PATH")],
)
def test_a_job_that_fails_gives_advice_for_where_it_was_asked_for(
    asked: str, advice: str, db: Database, settings: Settings
) -> None:
    account = ensure_account(db, "bare", now=1.0)
    job = jobs.enqueue(db, "refresh", "bare", account.id, requested_by=asked, now=1.0)
    assert Worker(settings, "w").run_one(db)
    ended = jobs.find_job(db, job.id)
    assert ended.state == "failed"
    assert advice in str(ended.error)
