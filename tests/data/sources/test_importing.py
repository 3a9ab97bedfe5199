"""Import: whose tweets they are, what is new, how the account is set; all of it or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from data.accounts.store import ensure_account, find_account, list_accounts, opt_out
from data.errors import (
    HandleNeeded,
    InvalidHandle,
    NoSource,
    OptedOut,
    OthersTweets,
    SeveralAuthors,
    UnknownAccount,
    UnreadableSource,
)
from data.sources.importing import import_path, refresh_account
from data.sources.reading import read_tweets
from data.storage.database import connect
from data.texts.english import explain
from data.tweets.corpus import Corpus, account_corpus
from data.tweets.store import load_tweets
from tests.conftest import SAMPLE


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    database = connect(tmp_path / "home" / "tweetlike.db")
    yield database
    database.close()


def post(number: int, **more: Any) -> dict[str, Any]:
    return {"id": str(number), "text": f"this is post number {number}", **more}


def write_lines(path: Path, *posts: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(post) + "\n" for post in posts))
    return path


def assert_adds_up(corpus: Corpus) -> None:
    counts = corpus.counts
    assert counts.downloaded == counts.retweets + counts.short + counts.kept + counts.duplicates + counts.replies
    assert counts.kept == len(corpus.texts)


# The bundled sample


def test_the_bundled_sample_imports_under_its_own_name(db: Database) -> None:
    imported = import_path(db, SAMPLE, now=5.0)
    account = imported.account
    assert (account.handle, account.display_name, imported.format) == (
        "vendo_floor3",
        "vendo, third floor",
        "x-archive",
    )
    assert imported.found == imported.new == imported.corpus.counts.downloaded == len(load_tweets(db, account.id)) > 500
    assert (account.watch_path, account.refreshed_at) == (SAMPLE.resolve(), 5.0)
    assert (account.cleaning, account.replies, account.recipe) == ("default", "keep", None)
    assert list_accounts(db) == [account]


def test_the_counts_of_the_sample_add_up_and_every_kind_occurs(db: Database) -> None:
    corpus = import_path(db, SAMPLE, now=1.0).corpus
    assert_adds_up(corpus)
    assert corpus.counts.retweets > 0
    assert corpus.counts.short > 0
    assert corpus.counts.duplicates > 0
    assert corpus.counts.kept > 500
    assert corpus.characters > 40_000
    reference = import_path(db, SAMPLE, cleaning="reference", now=2.0).corpus
    assert_adds_up(reference)
    assert reference.counts.duplicates == 0
    assert reference.counts.downloaded == corpus.counts.downloaded


def test_the_long_posts_of_the_sample_are_whole() -> None:
    tweets = read_tweets(SAMPLE).tweets
    assert max(len(tweet.text) for tweet in tweets) > 400
    assert not [tweet.text for tweet in tweets if len(tweet.text) > 250 and "… https://" in tweet.text]


def test_importing_the_sample_again_adds_nothing(db: Database) -> None:
    first = import_path(db, SAMPLE, now=1.0)
    again = import_path(db, SAMPLE, now=2.0)
    assert (again.found, again.new) == (first.found, 0)
    assert again.corpus == first.corpus
    assert again.account.id == first.account.id
    assert again.account.refreshed_at == 2.0


# What is new


def test_what_is_longer_than_any_post_is_stored_as_long_as_one(db: Database, tmp_path: Path) -> None:
    """No pattern that follows ever sees more."""
    path = write_lines(tmp_path / "hum.jsonl", post(1), {"id": "2", "text": "a hum " * 50_000})
    account = import_path(db, path, handle="hum", now=1.0).account
    assert [len(tweet.text) for tweet in load_tweets(db, account.id)] == [len("this is post number 1"), 30_000]


def test_an_extended_file_adds_only_what_is_new(db: Database, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "t.jsonl", post(1), post(2))
    assert import_path(db, path, "me", now=1.0).new == 2
    write_lines(path, post(1), post(2), post(3), post(4), post(5))
    imported = import_path(db, path, "me", now=2.0)
    assert (imported.found, imported.new, imported.corpus.counts.downloaded) == (5, 3, 5)


def test_a_shrunken_file_takes_nothing_away_and_the_first_text_of_an_id_stays(db: Database, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "t.jsonl", post(1), post(2))
    import_path(db, path, "me", now=1.0)
    write_lines(path, post(2, text="written over afterwards, sorry"))
    imported = import_path(db, path, "me", now=2.0)
    assert (imported.new, imported.corpus.texts) == (0, ("this is post number 1", "this is post number 2"))


def test_a_tweet_that_occurs_twice_in_a_file_is_stored_once(db: Database, tmp_path: Path) -> None:
    imported = import_path(db, write_lines(tmp_path / "t.jsonl", post(1), post(2), post(1)), "me", now=1.0)
    assert (imported.found, imported.new, imported.corpus.counts.downloaded) == (3, 2, 2)


def test_rows_without_ids_are_new_only_once(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("date,text\n2026-03-06,this is the one\n")
    assert import_path(db, path, "me", now=1.0).new == 1
    path.write_text("date,text\n2026-03-06,this is the one\n2026-03-06,this is the other\n")
    assert import_path(db, path, "me", now=2.0).new == 1


def test_the_same_ids_in_two_accounts_are_two_tweets(db: Database, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "t.jsonl", post(1))
    assert [import_path(db, path, handle, now=1.0).new for handle in ("me", "you")] == [1, 1]


def test_tweets_are_kept_oldest_first_whatever_the_order_of_the_file(db: Database, tmp_path: Path) -> None:
    posts = [
        post(10, created_at="2026-03-06T12:00:00Z"),
        post(9, created_at="2026-03-06T12:00:00Z"),
        post(1, created_at="2026-03-07T12:00:00Z"),
        post(2, created_at="2025-03-07T12:00:00Z"),
    ]
    corpus = import_path(db, write_lines(tmp_path / "t.jsonl", *posts), "me", now=1.0).corpus
    assert corpus.texts == tuple(f"this is post number {n}" for n in (2, 9, 10, 1))


@pytest.mark.parametrize("again", [False, True])
def test_the_write_lock_is_held_for_few_statements_however_many_tweets(
    db: Database, tmp_path: Path, again: bool
) -> None:
    """A hundred thousand held up all other writers for nearly ten seconds."""
    held = []
    for number in (10, 3_000):
        path = write_lines(tmp_path / f"{number}.jsonl", *[post(each) for each in range(number)])
        if again:
            import_path(db, path, f"me{number}", now=1.0)
        statements: list[str] = []
        db.conn.set_trace_callback(statements.append)
        assert import_path(db, path, f"me{number}", now=2.0).new == (0 if again else number)
        db.conn.set_trace_callback(None)
        held.append(statements[statements.index("BEGIN IMMEDIATE") : statements.index("COMMIT")])
    assert len(held[0]) == len(held[1])
    assert db.execute("SELECT count(*) FROM temp.staged_tweets").fetchone()[0] == 0


# Whose tweets


def test_a_handle_is_needed_where_the_file_names_none(db: Database, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "t.jsonl", post(1), post(2, username="me"))
    with pytest.raises(HandleNeeded) as caught:
        import_path(db, path, now=1.0)
    assert caught.value.path == path
    assert "--handle" in explain(caught.value)
    assert list_accounts(db) == []


def test_a_handle_that_all_lines_agree_on_is_taken(db: Database, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "t.jsonl", post(1, username="Some_One"), post(2, username="some_one"))
    assert import_path(db, path, now=1.0).account.handle == "some_one"


@pytest.mark.parametrize("handle", ["someone", "@SomeOne", "  SOMEONE ", " @someone\n"])
def test_a_given_handle_is_normalised(db: Database, tmp_path: Path, handle: str) -> None:
    path = write_lines(tmp_path / "t.jsonl", post(1, username="SomeOne"))
    assert import_path(db, path, handle, now=1.0).account.handle == "someone"
    assert [account.handle for account in list_accounts(db)] == ["someone"]
    assert find_account(db, handle).handle == "someone"


@pytest.mark.parametrize(
    "handle",
    [
        "",
        "  ",
        "@",
        "na\u0443m",  # a Cyrillic letter that looks like y
        "ｎａｍｅ",
        "\u212aate",
        "name\nname",
        "@\nname",
        "na me",
        "sixteen_letters_",
        "../name",
        "/etc/passwd",
        "a/b.com",
        "..",
        "C:\\x",
    ],
)
def test_an_invalid_handle_is_refused_before_anything_is_read(db: Database, tmp_path: Path, handle: str) -> None:
    for path in (tmp_path / "nowhere.csv", write_lines(tmp_path / "t.jsonl", post(1))):
        with pytest.raises(InvalidHandle) as caught:
            import_path(db, path, handle, now=1.0)
        assert caught.value.text == handle
    assert list_accounts(db) == []


def test_a_file_that_names_an_invalid_handle_stores_nothing(db: Database, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "t.jsonl", post(1, username="../../etc"))
    with pytest.raises(HandleNeeded) as caught:
        import_path(db, path, now=1.0)
    assert caught.value.found == "../../etc"
    assert list_accounts(db) == []
    assert import_path(db, path, "me", now=1.0).new == 1


def test_tweets_of_others_are_never_an_accounts_own(db: Database, tmp_path: Path) -> None:
    """Of a table of two people all rows became one voice, and a file of another account was taken for any."""
    mixed = write_lines(tmp_path / "t.jsonl", *[post(n, username="me" if n % 2 else "you") for n in range(10)])
    with pytest.raises(SeveralAuthors) as caught:
        import_path(db, mixed, now=1.0)
    assert set(caught.value.authors) == {"me", "you"}
    imported = import_path(db, mixed, "me", now=1.0)
    assert (imported.new, imported.left_out) == (5, {"of other accounts": 5})
    with pytest.raises(OthersTweets):
        import_path(db, mixed, "somebody", now=1.0)
    assert [account.handle for account in list_accounts(db)] == ["me"]


def test_names_of_a_file_reach_no_terminal_as_control_codes(db: Database, tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "t.jsonl", post(1, username="a\x1b[2Jb"), post(2, username="you"), post(3, username="me")
    )
    with pytest.raises(SeveralAuthors) as caught:
        import_path(db, path, now=1.0)
    assert "\x1b" not in explain(caught.value)
    path = write_lines(tmp_path / "u.jsonl", post(1, username="a\x1b[2Jb"))
    with pytest.raises(HandleNeeded) as needed:
        import_path(db, path, now=1.0)
    assert "\x1b" not in explain(needed.value)


def test_a_whole_text_replaces_one_that_was_stored_cut_off(db: Database, tmp_path: Path) -> None:
    cut = post(1) | {"text": "The counter is a stage and the cups are a patient … https://t.co/ab"}
    whole = post(1) | {"text": "The counter is a stage and the cups are a patient audience with handles."}
    import_path(db, write_lines(tmp_path / "a.jsonl", cut), "me", now=1.0)
    assert import_path(db, write_lines(tmp_path / "b.jsonl", whole, post(2)), "me", now=2.0).new == 1
    assert import_path(db, write_lines(tmp_path / "c.jsonl", cut), "me", now=3.0).new == 0
    assert whole["text"] in {tweet.text for tweet in load_tweets(db, 1)}


@pytest.mark.parametrize("given", [None, "@Vendo_Floor3"])
def test_an_opted_out_account_is_refused_however_it_is_named(db: Database, given: str | None) -> None:
    opt_out(db, "@VENDO_floor3", now=1.0)
    with pytest.raises(OptedOut) as caught:
        import_path(db, SAMPLE, given, now=2.0)
    assert caught.value.handle == "vendo_floor3"
    assert (db.table("accounts").count, db.table("tweets").count) == (0, 0)


def test_an_opted_out_account_is_not_even_created(db: Database) -> None:
    opt_out(db, "me", now=1.0)
    with pytest.raises(OptedOut):
        ensure_account(db, "@Me", now=2.0)
    assert list_accounts(db) == []


def test_an_account_that_opts_out_later_is_not_refreshed(db: Database, tmp_path: Path) -> None:
    account = import_path(db, write_lines(tmp_path / "t.jsonl", post(1)), "me", now=1.0).account
    opt_out(db, "me", now=2.0)
    write_lines(tmp_path / "t.jsonl", post(1), post(2))
    with pytest.raises(OptedOut):
        refresh_account(db, account, now=3.0)
    assert db.table("tweets").count == 1


# How the account is set


def test_cleaning_replies_and_recipe_become_the_accounts_own_and_stay(db: Database, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "t.jsonl", post(1), post(2, in_reply_to="9"))
    imported = import_path(db, path, "me", cleaning="reference", replies="drop", recipe="huggingtweets", now=1.0)
    assert (imported.corpus.cleaning, imported.corpus.replies, imported.corpus.counts.replies) == (
        "reference",
        "drop",
        1,
    )
    again = import_path(db, path, "me", now=2.0)
    assert (again.account.cleaning, again.account.replies, again.account.recipe) == (
        "reference",
        "drop",
        "huggingtweets",
    )
    assert again.corpus == imported.corpus == account_corpus(db, again.account)


def test_the_path_is_watched_only_where_it_should_be(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_lines(tmp_path / "a.jsonl", post(1))
    write_lines(tmp_path / "b.jsonl", post(2))
    assert import_path(db, Path("a.jsonl"), "me", watch=False, now=1.0).account.watch_path is None
    assert import_path(db, Path("a.jsonl"), "me", now=1.0).account.watch_path == tmp_path / "a.jsonl"
    assert import_path(db, Path("b.jsonl"), "me", watch=False, now=1.0).account.watch_path == tmp_path / "a.jsonl"


def test_a_display_name_is_the_handle_until_a_source_knows_better(db: Database, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "t.jsonl", post(1))
    assert import_path(db, path, "vendo_floor3", now=1.0).account.display_name == "vendo_floor3"
    assert import_path(db, SAMPLE, now=2.0).account.display_name == "vendo, third floor"
    assert import_path(db, path, "vendo_floor3", now=3.0).account.display_name == "vendo, third floor"


def test_a_failed_import_leaves_an_account_as_it_was(db: Database, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "t.jsonl", post(1))
    before = import_path(db, path, "me", now=1.0).account
    with path.open("a") as file:
        file.write('{"id": "2", "text": "fine so far"}\n{"id": "3"\n')
    with pytest.raises(UnreadableSource) as caught:
        import_path(db, path, "me", cleaning="reference", replies="drop", now=2.0)
    assert caught.value.place == "line 3"
    assert find_account(db, "me") == before
    assert len(load_tweets(db, before.id)) == 1


# Refresh


def test_a_refresh_reads_the_watched_path_again(db: Database, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "t.jsonl", post(1, username="me"))
    account = import_path(db, path, "me", replies="strip", now=1.0).account
    assert refresh_account(db, account, now=2.0).new == 0
    write_lines(path, post(1), post(2))
    refreshed = refresh_account(db, account, now=3.0)
    assert (refreshed.new, refreshed.account.handle, refreshed.account.refreshed_at) == (1, "me", 3.0)
    assert (refreshed.account.watch_path, refreshed.account.replies) == (path, "strip")


def test_a_refresh_of_a_file_that_is_gone_says_so_and_keeps_what_there_is(db: Database, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "t.jsonl", post(1))
    account = import_path(db, path, "me", now=1.0).account
    path.unlink()
    with pytest.raises(UnreadableSource):
        refresh_account(db, account, now=2.0)
    assert find_account(db, "me") == account
    assert len(load_tweets(db, account.id)) == 1


def test_an_account_without_a_watched_path_cannot_be_refreshed(db: Database, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "t.jsonl", post(1))
    account = import_path(db, path, "me", watch=False, now=1.0).account
    with pytest.raises(NoSource) as caught:
        refresh_account(db, account, now=2.0)
    assert caught.value.handle == "me"
    assert "tweetlike import" in explain(caught.value)


def test_an_unknown_account_is_answered_with_the_closest_known(db: Database, tmp_path: Path) -> None:
    import_path(db, write_lines(tmp_path / "t.jsonl", post(1)), "nayancat1111", now=1.0)
    with pytest.raises(UnknownAccount) as caught:
        find_account(db, "nayancat111")
    assert caught.value.suggestions == ("nayancat1111",)
