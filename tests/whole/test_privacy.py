"""What must not become part of a voice, who must agree, and that nothing is left of who is forgotten."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from data.accounts.policies import POLICIES, policy, record_consent, set_policy, withdraw_consent
from data.accounts.store import (
    configure_account,
    ensure_account,
    find_account,
    find_or_join,
    find_stored,
    list_accounts,
    opt_out,
)
from data.chat.generations import record_generation
from data.errors import ConsentNeeded, InvalidChoice, OptedOut, StillInTheLog, UnknownAccount, UnknownJob
from data.jobs import queue as jobs
from data.jobs.queue import Options
from data.maintenance.deletion import delete_uploads, empty_the_log, forget_account
from data.models.registry import live_version
from data.models.scorecards import record_vote
from data.settings import Settings
from data.sources import importing
from data.sources.importing import import_path, refresh_account
from data.sources.reading import Found
from data.storage.database import connect
from data.tweets.corpus import account_corpus, build_corpus
from data.tweets.masking import mask, mask_mentions
from data.tweets.store import Tweet, load_tweets, store_tweets
from tests.conftest import SAMPLE, MakeVoice
from tests.peers.networks import Network, serving
from training.publishing.tracking import Tracker
from training.worker import Worker

TOKEN = "A" * 33


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("write to me@floor3.example please", "write to [email] please"),
        ("First.Last+tag@mail.floor3.co.uk!", "[email]!"),
        ("call 855-973-1040 now", "call [phone] now"),
        ("call +44 20 7946 0958 or (415) 555-2671", "call [phone] or [phone]"),
        ("my card is 4111 1111 1111 1111 ok", "my card is [card] ok"),
        ("4111 1111 1111 1111 12/27 and 4111111111111111 123", "[card] 12/27 and [card] 123"),
        ("اتصل ‎+٩٦٦٥٠١٢٣٤٥٦٧ الآن", "اتصل ‎[phone] الآن"),
        ("joe@floor3.example- thanks, joe@floor3.example_x", "[email]- thanks, [email]_x"),
        (f"key ghp_{'a' * 36} oops", "key [secret] oops"),
        (f"sk-{'b' * 24}", "[secret]"),
        ("AKIAIOSFODNN7EXAMPLE is mine", "[secret] is mine"),
        (f"12345678:AA{TOKEN} is my bot", "[secret] is my bot"),
        ("password: hunter2! and hum", "password: [secret] and hum"),
        ("-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY----- hum", "[secret] hum"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmN", "[secret]"),
    ],
)
def test_personal_data_is_masked(text: str, masked: str) -> None:
    assert mask(text) == (masked, masked.count("["))


@pytest.mark.parametrize(
    "text",
    [
        "I have 12,345,678 coins and 3 of 4 hums",
        "on 2026-11-24 at 10:30:00 hum",
        "@someone@else.example hums @me",
        "status 1034645509791576064 is long",
        "the password is on the glass",
        "10-10-10 10-10-10",
        "0000 0000 0000 0000 is the screen",
        "v1.2.3.4 of task-force-alpha",
        "日本語の自販機は今日も元気です1234567",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert mask(text) == (text, 0)


def test_mentions_become_a_neutral_token_of_every_network() -> None:
    text = (
        "@vendo_floor3 and @me@floor3.example, @name.bsky.social! .@nytimes w/@bob via@bob ＠bob to me@floor3.example"
    )
    assert mask_mentions(mask(text)[0]) == "@user and @user, @user! .@user w/@user via@user @user to [email]"


def test_a_corpus_counts_what_is_masked_and_keeps_its_identity() -> None:
    tweets = [
        Tweet("1", 1.0, "write to me@floor3.example about the moon"),
        Tweet("2", 2.0, "call 855-973-1040 about the glass"),
        Tweet("3", 3.0, "hum to the moon"),
        Tweet("4", 4.0, "a@b.example c@d.example", is_retweet=True),
    ]
    for mode in ("default", "reference"):
        corpus = build_corpus(tweets, mode)  # type: ignore[arg-type]
        assert corpus.masked == 2
        assert corpus.texts == ("write to [email] about the moon", "call [phone] about the glass", "hum to the moon")
        counts = corpus.counts
        assert counts.downloaded == counts.retweets + counts.short + counts.kept + counts.duplicates


def test_the_policy_on_mentions_holds_for_every_corpus(db: Database) -> None:
    account = ensure_account(db, "a", now=1)
    store_tweets(db, account.id, [Tweet("1", 1.0, "@you hum to the moon with @me")])
    assert account_corpus(db, account).texts == ("@you hum to the moon with @me",)
    set_policy(db, "mentions", "mask")
    assert account_corpus(db, account).texts == ("@user hum to the moon with @user",)
    assert [tweet.text for tweet in load_tweets(db, account.id)] == ["@you hum to the moon with @me"]


def test_a_policy_has_few_choices_and_its_first_is_the_default(db: Database) -> None:
    assert {name: policy(db, name) for name in POLICIES} == {
        "consent": "optional",
        "mentions": "keep",
        "deleted": "retrain",
    }
    for name, value in (("consent", "maybe"), ("weather", "sunny")):
        with pytest.raises(InvalidChoice):
            set_policy(db, name, value)


def test_where_consent_is_required_nothing_is_done_with_others(
    db: Database, make_voice: MakeVoice, tmp_path: Path
) -> None:
    make_voice("a")
    make_voice("b")
    joint = find_or_join(db, "a-b", now=1)
    set_policy(db, "consent", "required")
    for handle in ("a", "b", "a-b"):
        with pytest.raises(ConsentNeeded):
            find_account(db, handle)
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": 1, "text": "hum to the moon"}')
    with pytest.raises(ConsentNeeded):
        import_path(db, path, "c", now=1)
    record_consent(db, "@A", "said so on the phone", now=1)
    assert find_account(db, "a").handle == "a"
    with pytest.raises(ConsentNeeded) as caught:
        find_account(db, "a-b")
    assert caught.value.handle == "b"
    record_consent(db, "b", "", now=1)
    assert find_account(db, "a-b").id == joint.id
    opt_out(db, "a", now=2)
    with pytest.raises(OptedOut):
        find_account(db, "a")
    withdraw_consent(db, "b")
    with pytest.raises(ConsentNeeded):
        find_account(db, "b")
    assert find_stored(db, "b").handle == "b", "to delete it, it is found"


def test_after_forget_no_byte_of_its_tweets_is_left_in_the_home_folder(
    settings: Settings, db: Database, make_voice: MakeVoice
) -> None:
    """A real training with checkpoints, score card, card, pictures and tracking; answers; votes; then nothing."""
    settings = settings.model_copy(update={"wandb": "offline", "recipe": "quick"})
    other, _ = make_voice("other")
    account = import_path(db, SAMPLE, now=time.time()).account
    configure_account(db, account.id, watch_path=None)
    job = jobs.enqueue(db, "train", account.handle, account.id, requested_by="t", now=time.time())
    assert Worker(settings, "w").run_one(db)
    assert jobs.find_job(db, job.id).state == "succeeded", jobs.find_job(db, job.id).error
    version = live_version(db, account.id)
    assert version
    tweets = load_tweets(db, account.id)
    record_generation(
        db,
        account_id=account.id,
        version_id=version.id,
        prompt=tweets[3].text,
        seed=1,
        sampling={},
        texts=(tweets[5].text,),
        platform="console",
        requester="me",
        now=2,
    )
    record_vote(db, version.id, "me", tweets[7].text, said_real=True, now=2)
    pieces = {piece for tweet in tweets for piece in _pieces(tweet.text)}
    assert len(pieces) > 300
    assert _holding(settings.home, pieces), "before, they are there"
    forget_account(db, settings, find_stored(db, account.handle), refuse=True, now=3)
    assert _holding(settings.home, pieces) == {}
    assert db.table("votes").count == db.table("generations").count == 0
    assert live_version(db, other.id), "others speak on"


def _pieces(text: str) -> list[bytes]:
    """What identifies a tweet: its runs of 24 characters, at every place a page or a buffer might have cut it."""
    raw = " ".join(text.split()).encode()
    return [raw[start : start + 24] for start in range(0, max(0, len(raw) - 24), 12)]


def _holding(home: Path, pieces: set[bytes]) -> dict[str, int]:
    found = {}
    for path in home.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            if count := sum(piece in content for piece in pieces):
                found[path.relative_to(home).as_posix()] = count
    return found


def test_tracking_leaves_no_copy_of_tweets_outside_of_the_home_folder(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library's own files for texts stayed in the system's temporary folder, as long as the trainer lived."""
    elsewhere, home = tmp_path / "tmp", tmp_path / "somebody"
    elsewhere.mkdir()
    home.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    monkeypatch.setenv("HOME", str(home))
    folder = settings.tracking_path(1)
    with Tracker("offline", "p", folder, True).run("x", "train", {}) as run:
        run.output("a", "dataset", {}, {"tweets.jsonl": "number 7 hums to the moon\n" * 10})
        run.examples("My dream is", ["to hum to the moon"])
        assert run.alive
    outside = [file for place in (elsewhere, home) for file in place.rglob("*") if file.is_file()]
    assert [file for file in outside if b"moon" in file.read_bytes()] == []
    assert [file for file in folder.rglob("*") if file.is_file() and b"number 7 hums" in file.read_bytes()]


def test_logs_and_history_are_searched_and_keep_what_is_others(
    db: Database, settings: Settings, make_voice: MakeVoice
) -> None:
    """A handle of few letters is a word of its own, too."""
    logs = settings.home / "logs"
    logs.mkdir()
    lines = {"a line of others": True, "training @goes": False, "job 7 for GOES: done": False, "it goes_on": True,
             "nothing to do": True, "reading @to": False, "goes-2 is another": True}  # fmt: skip
    for file in (logs / "trainer.log", logs / "bot.log.1", settings.home / "history"):
        file.write_text("".join(f"{line}\n" for line in lines))
    for handle in ("goes", "to"):
        account, _ = make_voice(handle)
        forget_account(db, settings, account, refuse=False, now=2)
    for file in (logs / "trainer.log", logs / "bot.log.1", settings.home / "history"):
        assert file.read_text().splitlines() == [line for line, kept in lines.items() if kept]


def test_an_account_that_is_forgotten_while_its_file_is_read_does_not_come_back(
    db: Database, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": 1, "text": "hum to the moon"}')
    account = import_path(db, path, "a", now=1).account
    read = importing.read_own

    def slowly(path: Path) -> Found:
        forget_account(db, settings, account, refuse=False, now=2)
        return read(path)

    monkeypatch.setattr(importing, "read_own", slowly)
    with pytest.raises(UnknownAccount):
        refresh_account(db, account, now=3)
    assert list_accounts(db) == []


def test_forgetting_while_a_new_account_is_fetched_and_trained_leaves_nothing(
    settings: Settings, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    handle = "vendo.bsky.social"
    network = Network(handle=handle)
    network.add(160, "number {} hums to the moon and the glass door again")
    with serving(network, "bluesky") as url:
        here = settings.model_copy(update={"bluesky_url": url, "wandb": "offline", "recipe": "quick"})
        job = jobs.enqueue(
            db, "train", handle, None, options=Options(fetch=True), requested_by="t", priority=1, now=time.time()
        )

        def forget(*_: object, **__: object) -> None:
            with closing(connect(here.database_path())) as own:
                forget_account(own, here, find_stored(own, handle), refuse=True, now=2)

        monkeypatch.setattr("training.pipeline.decide", forget)
        assert Worker(here, "w").run_one(db)
    with pytest.raises(UnknownJob):
        jobs.find_job(db, job.id)
    assert list_accounts(db) == []
    holding = _holding(here.home, {b"hums to the moon and the"})
    assert holding == {}
    for place in (here.models_path(), here.checkpoints_path(), here.tracking_path(0).parent):
        assert not [file for file in place.rglob("*") if file.is_file()]


def test_an_old_reader_keeps_the_log_and_that_is_said(
    db: Database, settings: Settings, make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    account, _ = make_voice()
    reader = sqlite3.connect(settings.database_path(), isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM tweets").fetchone()
    db.execute("PRAGMA busy_timeout = 50")
    monkeypatch.setattr("data.maintenance.deletion.empty_the_log.__defaults__", (0.2,))
    with pytest.raises(StillInTheLog):
        forget_account(db, settings, account, refuse=False, now=2)
    assert list_accounts(db) == []
    reader.close()
    empty_the_log(db)
    assert (settings.home / "tweetlike.db-wal").stat().st_size == 0


def test_a_file_that_a_kill_left_is_swept(settings: Settings, db: Database, make_voice: MakeVoice) -> None:
    left = settings.uploads_path() / "tmp1" / "upload.zip"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"hum")
    delete_uploads(settings, 3600, now=time.time())
    assert left.exists(), "somebody may be sending it just now"
    delete_uploads(settings, 3600, now=time.time() + 4000)
    assert not left.parent.exists()
