"""Reading what people have: X archives, CSV and JSON lines; and refusing everything else with its place."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import stat
import struct
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from sqlite_utils import Database

from data.errors import HandleNeeded, UnreadableSource
from data.sources.files import parsed as limits
from data.sources.importing import import_path
from data.sources.reading import Found, read_tweets
from data.storage.database import connect
from data.texts.english import explain
from data.tweets.store import load_tweets

NOON = "Fri Mar 06 12:00:00 +0000 2026"
NOON_ISO = "2026-03-06T12:00:00.000Z"
NOON_S = datetime(2026, 3, 6, 12, tzinfo=UTC).timestamp()
STEADY = examples(
    max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    database = connect(tmp_path / "home" / "tweetlike.db")
    yield database
    database.close()


def script(name: str, value: Any) -> str:
    return f"window.YTD.{name} = " + json.dumps(value, indent=1)


def raw_tweet(tweet_id: str = "1", text: str = "hello from the archive", **more: Any) -> dict[str, Any]:
    return {"id": tweet_id, "id_str": tweet_id, "created_at": NOON, "full_text": text, "retweeted": False, **more}


def wrapped(*tweets: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"tweet": tweet} for tweet in tweets]


def note(text: str, at: str = NOON_ISO) -> dict[str, Any]:
    return {"noteTweet": {"noteTweetId": "77", "createdAt": at, "core": {"text": text, "urls": []}}}


def modern(*tweets: dict[str, Any], notes: list[dict[str, Any]] | None = None) -> dict[str, str]:
    """The members of a small modern archive."""
    members = {
        "data/tweets.js": script("tweets.part0", wrapped(*(tweets or (raw_tweet(),)))),
        "data/account.js": script(
            "account.part0", [{"account": {"username": "Some_One", "accountDisplayName": "Some One"}}]
        ),
    }
    if notes is not None:
        members["data/note-tweet.js"] = script("note_tweet.part0", notes)
    return members


def write_folder(folder: Path, members: dict[str, str]) -> Path:
    for name, text in members.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder


def write_zip(path: Path, members: dict[str, str], top: str = "", compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as zip_file:
        for name, text in members.items():
            member = zipfile.ZipInfo(top + name, date_time=(2026, 3, 7, 0, 0, 0))
            zip_file.writestr(member, text, compression)
    return path


def as_folder(where: Path, members: dict[str, str]) -> Path:
    return write_folder(where / "archive", members)


def as_zip(where: Path, members: dict[str, str]) -> Path:
    return write_zip(where / "archive.zip", members)


def as_zip_with_top_folder(where: Path, members: dict[str, str]) -> Path:
    return write_zip(where / "archive.zip", members, top="twitter-2026-03-07-abc/")


Pack = Callable[[Path, dict[str, str]], Path]
packs = pytest.mark.parametrize("pack", [as_folder, as_zip, as_zip_with_top_folder])
folder_or_zip = pytest.mark.parametrize("pack", [as_folder, as_zip])


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def texts(found: Found) -> list[str]:
    return [tweet.text for tweet in found.tweets]


def assert_refused(db: Database, path: Path, handle: str | None = "someone") -> UnreadableSource:
    """The error of importing `path`; that nothing was stored, and that the sentence for people names the file."""
    with pytest.raises(UnreadableSource) as caught:
        import_path(db, path, handle, now=1.0)
    for table in ("accounts", "tweets", "corpora"):
        assert db.table(table).count == 0
    sentence = explain(caught.value)
    assert caught.value.path == path
    assert str(path) in sentence
    assert caught.value.place in sentence
    return caught.value


# X archives, modern


@packs
def test_a_modern_archive_gives_all_parts_in_order_and_its_owner(tmp_path: Path, pack: Pack) -> None:
    members = modern(raw_tweet("1", "part zero"))
    for part in (1, 2, 10):
        members[f"data/tweets-part{part}.js"] = script(f"tweets.part{part}", wrapped(raw_tweet(f"9{part}", f"{part}")))
    found = read_tweets(pack(tmp_path, members))
    assert texts(found) == ["part zero", "1", "2", "10"]
    assert (found.handle, found.display_name, found.format) == ("Some_One", "Some One", "x-archive")


def test_a_tweet_of_an_archive_keeps_its_raw_text_time_and_what_it_replies_to(tmp_path: Path) -> None:
    archive = as_zip(
        tmp_path,
        modern(
            raw_tweet("11", "salt &amp; pepper\n<3 https://t.co/x"),
            raw_tweet("12", "RT @other: not mine"),
            raw_tweet("13", "@other yes", in_reply_to_status_id_str="10", in_reply_to_screen_name="other"),
            raw_tweet("14", "@other no", in_reply_to_screen_name="other", in_reply_to_user_id_str="5"),
            raw_tweet("15", "@gone why", in_reply_to_user_id_str="5"),
            raw_tweet("16", "I like RT @other: in the middle"),
        ),
    )
    tweets = read_tweets(archive).tweets
    assert tweets[0].text == "salt &amp; pepper\n<3 https://t.co/x"
    assert {tweet.created_at for tweet in tweets} == {NOON_S}
    assert [tweet.id for tweet in tweets] == ["11", "12", "13", "14", "15", "16"]
    assert [tweet.is_retweet for tweet in tweets] == [False, True, False, False, False, False]
    assert [tweet.in_reply_to for tweet in tweets] == [None, None, "10", "other", "5", None]


LONG = "It began on a Tuesday, & nobody on floor three had slept, " + "not even the fern " * 20


def test_a_long_post_replaces_the_cut_off_text_of_the_same_second(tmp_path: Path) -> None:
    cut_off = LONG[:120]
    archive = as_zip(
        tmp_path,
        modern(
            raw_tweet("1", f"{cut_off}… https://t.co/abc"),
            raw_tweet("2", f"{cut_off}…", created_at="Fri Mar 06 12:00:01 +0000 2026"),
            raw_tweet("3", "Another one of the same second"),
            raw_tweet("4", "https://t.co/only-a-link"),
            notes=[note("Another beginning altogether"), note(LONG, "2026-03-06T12:00:00.742Z")],
        ),
    )
    assert texts(read_tweets(archive)) == [
        LONG,
        f"{cut_off}…",
        "Another one of the same second",
        "https://t.co/only-a-link",
    ]


def test_a_long_post_is_found_although_only_the_cut_off_text_is_written_with_entities(tmp_path: Path) -> None:
    tweet = raw_tweet("1", LONG[:120].replace("&", "&amp;") + "… https://t.co/abc")
    assert texts(read_tweets(as_zip(tmp_path, modern(tweet, notes=[note(LONG)])))) == [LONG]


@pytest.mark.parametrize("piece", ["http:a", "https:", "… ", "…", " http://a"])
def test_a_text_made_of_links_and_dots_is_read_as_fast_as_any(tmp_path: Path, piece: str) -> None:
    text = "so " + piece * 400 + " end"
    archive = as_zip(tmp_path, modern(raw_tweet("1", text), notes=[note("so it goes, on and on")]))
    assert texts(read_tweets(archive)) == [text]


@packs
def test_messages_likes_deleted_tweets_and_media_are_never_read(tmp_path: Path, pack: Pack) -> None:
    members = modern()
    broken = "window.YTD = [ {broken"
    for name in (
        "direct-messages",
        "direct-messages-group",
        "like",
        "like-part1",
        "deleted-tweets",
        "deleted-tweet-headers",
        "deleted-note-tweet",
        "tweet-headers",
        "manifest",
    ):
        members[f"data/{name}.js"] = broken
    members["data/tweets_media/1-tweets.js"] = broken
    members["assets/js/tweets.js.map"] = broken
    assert texts(read_tweets(pack(tmp_path, members))) == ["hello from the archive"]


@folder_or_zip
@pytest.mark.parametrize("has_wrapper", [True, False])
def test_an_older_archive_has_tweet_js_with_or_without_the_wrapper(
    tmp_path: Path, pack: Pack, has_wrapper: bool
) -> None:
    tweets = [raw_tweet("1", "old and good"), raw_tweet("2", "older and better")]
    members = {"data/tweet.js": script("tweet.part0", wrapped(*tweets) if has_wrapper else tweets)}
    found = read_tweets(pack(tmp_path, members))
    assert texts(found) == ["old and good", "older and better"]
    assert found.handle is None


@pytest.mark.parametrize(
    "bracket", ['window.YTD.tweets["part0"] = ', "window.YTD.tweet.part0=", "\ufeffYTD.tweet.part0 = "]
)
def test_one_file_taken_out_of_an_archive_is_read_too(tmp_path: Path, bracket: str) -> None:
    path = write(tmp_path / "tweets.js", bracket + json.dumps(wrapped(raw_tweet("1", "taken out"))) + ";\n")
    assert texts(read_tweets(path)) == ["taken out"]


# X archives, legacy

GRAILBIRD = [
    {
        "id_str": "1047",
        "id": 1047,
        "created_at": "2018-10-02 17:01:33 +0000",
        "text": "the second of October",
        "in_reply_to_status_id_str": "1040",
    },
    {
        "id_str": "1046",
        "id": 1046,
        "created_at": "Mon Oct 01 08:00:00 +0000 2018",
        "text": "RT by button",
        "retweeted_status": {"id_str": "9", "text": "by button"},
    },
]
LEGACY = {
    "data/js/tweets/2018_10.js": "Grailbird.data.tweets_2018_10 = \n" + json.dumps(GRAILBIRD),
    "data/js/tweets/2018_09.js": "Grailbird.data.tweets_2018_09 = \n"
    + json.dumps([{"id_str": "9", "created_at": "2018-09-30 23:59:59 +0000", "text": "September"}]),
    "data/js/user_details.js": 'var user_details = {"screen_name": "OldTimer", "full_name": "Old Timer", "id": "3"}',
    "data/js/tweet_index.js": "var tweet_index = [ broken",
}


@packs
def test_a_legacy_archive_has_months_two_date_formats_and_real_retweets(tmp_path: Path, pack: Pack) -> None:
    found = read_tweets(pack(tmp_path, LEGACY))
    assert [(tweet.id, tweet.text, tweet.is_retweet, tweet.in_reply_to) for tweet in found.tweets] == [
        ("9", "September", False, None),
        ("1047", "the second of October", False, "1040"),
        ("1046", "RT by button", True, None),
    ]
    assert [tweet.created_at for tweet in found.tweets] == [
        datetime(2018, 9, 30, 23, 59, 59, tzinfo=UTC).timestamp(),
        datetime(2018, 10, 2, 17, 1, 33, tzinfo=UTC).timestamp(),
        datetime(2018, 10, 1, 8, tzinfo=UTC).timestamp(),
    ]
    assert (found.handle, found.display_name, found.format) == ("OldTimer", "Old Timer", "x-archive-legacy")


def test_one_legacy_month_is_read_by_itself(tmp_path: Path) -> None:
    path = write(tmp_path / "2018_10.js", LEGACY["data/js/tweets/2018_10.js"])
    assert texts(read_tweets(path)) == ["the second of October", "RT by button"]


LEGACY_CSV = (
    '"tweet_id","in_reply_to_status_id","in_reply_to_user_id","timestamp","source","text","retweeted_status_id",'
    '"retweeted_status_user_id","retweeted_status_timestamp","expanded_urls"\n'
    '"3","","","2018-10-02 17:01:33 +0000","<a>web</a>","plain, with a comma","","","",""\n'
    '"2","1","8","2018-10-01 17:01:33 +0000","<a>web</a>","@eight a reply","","","",""\n'
    '"1","","","2018-09-30 17:01:33 +0000","<a>web</a>","by button","77","8","2018-09-29 00:00:00 +0000",""\n'
)


@packs
def test_a_legacy_tweets_csv_is_enough(tmp_path: Path, pack: Pack) -> None:
    found = read_tweets(pack(tmp_path, {"tweets.csv": LEGACY_CSV}))
    assert found.format == "x-archive-legacy"
    assert [(tweet.id, tweet.text, tweet.is_retweet, tweet.in_reply_to) for tweet in found.tweets] == [
        ("3", "plain, with a comma", False, None),
        ("2", "@eight a reply", False, "1"),
        ("1", "by button", True, None),
    ]
    assert found.tweets[0].created_at == datetime(2018, 10, 2, 17, 1, 33, tzinfo=UTC).timestamp()


# CSV


@pytest.mark.parametrize(
    ("header", "at"),
    [
        ("id,created_at,text", "2026-03-06 12:00:00+00:00"),
        ("id,created_at,text", "2026-03-06 12:00:00 UTC"),
        ("id,created_at,text", "2026-03-06T12:00:00Z"),
        ("ID,Created At,Full Text", NOON),
        ("Tweet Id,Datetime,Text", "2026-03-06 12:00:00"),
        ("tweet_id,timestamp,text", "2026-03-06 12:00:00 +0000"),
        ("id_str,Date,Tweet", "1772798400"),
        ("status_id,time,tweet_text", "1772798400000"),
        ("tweet_id,publish_date,content", "3/6/2026 12:00"),
        ("tweet-id,publish_date,content", "3/6/2026 12:00 PM"),
        ("id,date,rawContent", "03/06/2026 12:00:00"),
    ],
)
def test_every_known_header_is_understood(tmp_path: Path, header: str, at: str) -> None:
    found = read_tweets(write(tmp_path / "t.csv", f'{header}\n5,{at},"one, two"\n'))
    assert [(tweet.id, tweet.created_at, tweet.text) for tweet in found.tweets] == [("5", NOON_S, "one, two")]
    assert found.format == "csv"


@pytest.fixture
def far_from_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "EST5")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("far_from_greenwich")
@pytest.mark.parametrize("at", ["2026-03-06 12:00:00", "3/6/2026 12:00", "2026-03-06T14:00:00+02:00"])
def test_a_time_without_a_zone_is_utc_wherever_the_machine_stands(tmp_path: Path, at: str) -> None:
    assert read_tweets(write(tmp_path / "t.csv", f"time,text\n{at},hello\n")).tweets[0].created_at == NOON_S


@pytest.mark.parametrize("header", ["Tweet", "text", "content", "Full_Text", "tweet_content", "body"])
def test_one_column_of_text_is_enough(tmp_path: Path, header: str) -> None:
    found = read_tweets(write(tmp_path / "t.csv", f"{header}\nfirst of them\nsecond of them\n"))
    assert texts(found) == ["first of them", "second of them"]
    assert [tweet.created_at for tweet in found.tweets] == [None, None]


def test_the_more_telling_column_wins_wherever_it_stands(tmp_path: Path) -> None:
    found = read_tweets(write(tmp_path / "t.csv", "content,author,text,id\nimage,@Me,the words,5\n"))
    assert texts(found) == ["the words"]
    assert found.handle == "me"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_delimiters_line_ends_and_byte_order_marks_are_understood(
    tmp_path: Path, delimiter: str, line_end: str, encoding: str
) -> None:
    rows = [["id", "date", "text"], ["1", "2026-03-06", '"año, ; ""nuevo"""'], ["2", "2026-03-06", "日本 🎉"]]
    content = line_end.join(delimiter.join(row) for row in rows) + line_end
    found = read_tweets(write(tmp_path / "t.csv", content.encode(encoding)))
    assert [(tweet.id, tweet.text) for tweet in found.tweets] == [("1", 'año, ; "nuevo"'), ("2", "日本 🎉")]


def test_quoted_text_may_hold_newlines_and_blank_rows_do_not_count(tmp_path: Path) -> None:
    content = 'id,text\n1,"first line\nsecond ""line""\r\nthird"\n\n,\n2,after\n'
    assert texts(read_tweets(write(tmp_path / "t.csv", content))) == ['first line\nsecond "line"\r\nthird', "after"]


def test_retweets_and_replies_of_a_table_are_seen(tmp_path: Path) -> None:
    content = (
        "id,text,is_retweet,in_reply_to_screen_name\n"
        "1,plain,False,\n2,shared,True,\n3,shared,1,NaN\n4,RT @a: shared,0,\n5,@a yes,no,a\n6,cut\n"
    )
    tweets = read_tweets(write(tmp_path / "t.csv", content)).tweets
    assert [tweet.is_retweet for tweet in tweets] == [False, True, True, True, False, False]
    assert [tweet.in_reply_to for tweet in tweets] == [None, None, None, None, "a", None]


@pytest.mark.parametrize("column", ["", "\ufeffid"])
def test_rows_without_ids_get_stable_ids_that_differ(tmp_path: Path, column: str) -> None:
    rows = ["created_at,text", "2026-03-06,one", "2026-03-07,one", "2026-03-06,two"]
    if column:
        rows = [f"{column},{rows[0]}", *(f" ,{row}" for row in rows[1:])]
    first = read_tweets(write(tmp_path / "a.csv", "\n".join(rows)))
    again = read_tweets(write(tmp_path / "b.csv", "\n".join([rows[0], *reversed(rows[1:])])))
    ids = [tweet.id for tweet in first.tweets]
    assert len(set(ids)) == 3
    assert all(ids)
    assert ids == [tweet.id for tweet in reversed(again.tweets)]


def test_ids_that_a_spreadsheet_has_rounded_do_not_make_different_tweets_one(tmp_path: Path) -> None:
    content = "id,text\n1.76754E+18,the first of two\n1.76754E+18,the second of two\n1.7e+18,a third\n"
    tweets = read_tweets(write(tmp_path / "t.csv", content)).tweets
    assert len({tweet.id for tweet in tweets}) == 3


@pytest.mark.parametrize(("second", "handle"), [("@ME", "me"), ("other", None), ("", None)])
def test_a_table_names_its_account_only_where_all_rows_agree(tmp_path: Path, second: str, handle: str | None) -> None:
    path = write(tmp_path / "t.csv", f"username,text\nMe,one\n{second},two\n")
    assert read_tweets(path).handle == handle


@pytest.mark.parametrize("junk", [{}, {"__MACOSX/._mine.csv": "\0\5\26\7", "__MACOSX/._tweets.csv": "\0"}])
def test_a_zip_with_one_csv_in_it_is_read(tmp_path: Path, junk: dict[str, str]) -> None:
    path = write_zip(tmp_path / "t.zip", {"mine.csv": "id,text\n1,packed\n", "readme.txt": "hi", **junk})
    assert texts(read_tweets(path)) == ["packed"]


def test_a_zip_is_known_by_its_content_not_by_its_name(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "download", {"mine.jsonl": '{"id": 1, "text": "packed"}\n'})
    assert texts(read_tweets(path)) == ["packed"]


# JSON lines


def lines(*items: Any) -> str:
    return "".join(json.dumps(item) + "\n" for item in items)


def test_our_own_form_is_read(tmp_path: Path) -> None:
    content = lines(
        {"id": "1", "created_at": "2026-03-06T12:00:00Z", "text": "a", "is_retweet": False, "in_reply_to": None},
        {"id": 2, "created_at": "2026-03-06T13:00:00+01:00", "text": "b", "is_retweet": True, "in_reply_to": "1"},
        {"id": "3", "text": "RT @x: c", "in_reply_to": 7, "lang": "en"},
        {"id": "4", "text": "RT @x: said by myself", "is_retweet": False, "in_reply_to": ""},
    )
    found = read_tweets(write(tmp_path / "t.jsonl", content + "\n  \n"))
    assert [
        (tweet.id, tweet.created_at, tweet.text, tweet.is_retweet, tweet.in_reply_to) for tweet in found.tweets
    ] == [
        ("1", NOON_S, "a", False, None),
        ("2", NOON_S, "b", True, "1"),
        ("3", None, "RT @x: c", True, "7"),
        ("4", None, "RT @x: said by myself", False, None),
    ]
    assert (found.handle, found.format) == (None, "jsonl")


@pytest.mark.parametrize("name", ["t.json", "t.jsonl", "t.txt", "t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_json_list_is_read_whatever_its_name_and_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    content = json.dumps([{"id": "1", "text": "a é"}, {"id": "2", "text": "b 😀"}], indent=2, ensure_ascii=False)
    assert texts(read_tweets(write(tmp_path / name, content.encode(encoding)))) == ["a é", "b 😀"]


def test_a_line_separator_inside_a_text_does_not_end_the_line(tmp_path: Path) -> None:
    content = '{"id": "1", "text": "a\u2028b\u0085c"}\r\n{"id": "2", "text": "d"}\r\n'
    assert texts(read_tweets(write(tmp_path / "t.jsonl", content))) == ["a\u2028b\u0085c", "d"]


SNSCRAPE = "snscrape.modules.twitter.Tweet"


def test_snscrape_lines_are_read(tmp_path: Path) -> None:
    user = {"_type": "snscrape.modules.twitter.User", "username": "SomeOne"}
    content = lines(
        {"_type": SNSCRAPE, "id": 1, "date": "2026-03-06T12:00:00+00:00", "rawContent": "new form", "user": user},
        {"_type": SNSCRAPE, "id": 2, "date": "2026-03-06T12:00:00+00:00", "content": "old form", "user": user},
        {"id": 3, "rawContent": "shared", "retweetedTweet": {"id": 9}, "inReplyToUser": None, "user": user},
        {"id": 4, "rawContent": "@b yes", "retweetedTweet": None, "inReplyToUser": {"username": "b"}, "user": user},
        {"id": 5, "rawContent": "@b no", "inReplyToTweetId": 44, "inReplyToUser": {"username": "b"}, "user": user},
    )
    found = read_tweets(write(tmp_path / "t.jsonl", content))
    assert texts(found) == ["new form", "old form", "shared", "@b yes", "@b no"]
    assert [tweet.is_retweet for tweet in found.tweets] == [False, False, True, False, False]
    assert [tweet.in_reply_to for tweet in found.tweets] == [None, None, None, "b", "44"]
    assert [tweet.created_at for tweet in found.tweets] == [NOON_S, NOON_S, None, None, None]
    assert found.handle == "someone"


POSTS: list[dict[str, Any]] = [
    {"id": "1", "author_id": "8", "created_at": NOON_ISO, "text": "short one", "edit_history_tweet_ids": ["1"]},
    {
        "id": "2",
        "author_id": "8",
        "created_at": NOON_ISO,
        "text": "cut o…",
        "note_tweet": {"text": "cut off no more"},
    },
    {"id": "3", "author_id": "8", "text": "shared", "referenced_tweets": [{"type": "retweeted", "id": "50"}]},
    {
        "id": "4",
        "author_id": "8",
        "text": "@b and quoted",
        "in_reply_to_user_id": "60",
        "referenced_tweets": [{"type": "quoted", "id": "51"}, {"type": "replied_to", "id": "52"}],
    },
    {"id": "5", "author_id": "8", "text": "@b hello", "in_reply_to_user_id": "60"},
]
READ_POSTS = [
    ("1", "short one", False, None),
    ("2", "cut off no more", False, None),
    ("3", "shared", True, None),
    ("4", "@b and quoted", False, "52"),
    ("5", "@b hello", False, "60"),
]


def test_a_twarc2_page_a_line_is_read_with_its_author(tmp_path: Path) -> None:
    includes = {
        "users": [{"id": "60", "username": "b"}, {"id": "8", "username": "SomeOne"}],
        "tweets": [{"id": "50", "author_id": "60", "text": "never read: not by the account"}],
    }
    pages = [
        {"data": POSTS[:3], "includes": includes, "meta": {"result_count": 3}},
        {"data": POSTS[3:], "includes": includes, "meta": {"result_count": 2}, "__twarc": {}},
    ]
    found = read_tweets(write(tmp_path / "t.jsonl", lines(*pages)))
    assert [(t.id, t.text, t.is_retweet, t.in_reply_to) for t in found.tweets] == READ_POSTS
    assert found.tweets[0].created_at == NOON_S
    assert found.handle == "someone"


def test_flattened_twarc2_lines_are_read_with_their_author(tmp_path: Path) -> None:
    flat = [{**post, "author": {"id": "8", "username": "SomeOne"}} for post in POSTS]
    found = read_tweets(write(tmp_path / "t.jsonl", lines(*flat)))
    assert [(t.id, t.text, t.is_retweet, t.in_reply_to) for t in found.tweets] == READ_POSTS
    assert found.handle == "someone"


def test_halves_of_surrogate_pairs_are_joined_or_replaced_before_they_are_stored(db: Database, tmp_path: Path) -> None:
    content = '{"id": "1", "text": "half \\ud83d of it"}\n{"id": "2\\udc00", "text": "both \\ud83d\\ude00 of it"}\n'
    assert import_path(db, write(tmp_path / "t.jsonl", content), "me", now=1.0).new == 2
    stored = {tweet.id: tweet.text for tweet in load_tweets(db, 1)}
    assert stored == {"1": "half \ufffd of it", "2\ufffd": "both 😀 of it"}


def test_half_a_surrogate_pair_in_the_owners_name_harms_nothing(db: Database, tmp_path: Path) -> None:
    members = modern()
    members["data/account.js"] = (
        'window.YTD.account.part0 = [{"account": {"username": "me", "accountDisplayName": "moon \\ud83c"}}]'
    )
    assert import_path(db, as_zip(tmp_path, members), now=1.0).account.display_name == "moon \ufffd"


def test_escaped_nul_characters_are_stored_and_cleaned_away(db: Database, tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", '{"id": "1", "text": "one\\u0000 two three four"}\n')
    assert import_path(db, path, "me", now=1.0).corpus.texts == ("one two three four",)
    assert load_tweets(db, 1)[0].text == "one\0 two three four"


# What is refused


def test_a_missing_file_is_refused(db: Database, tmp_path: Path) -> None:
    assert "no such file" in assert_refused(db, tmp_path / "nowhere.zip").reason


def test_an_empty_file_is_refused(db: Database, tmp_path: Path) -> None:
    for name in ("t.csv", "t.jsonl", "t.json", "t.js", "t.zip", "t"):
        assert_refused(db, write(tmp_path / name, b""))


def test_a_source_without_a_tweet_is_refused(db: Database, tmp_path: Path) -> None:
    for name, content in (("t.csv", "id,text\n"), ("t.json", "[]"), ("t.js", "window.YTD.tweets.part0 = []")):
        assert "no tweet" in assert_refused(db, write(tmp_path / name, content)).reason


def test_a_file_that_is_neither_file_nor_folder_is_refused(db: Database, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "t.csv")
    assert_refused(db, tmp_path / "t.csv")


def test_a_file_whose_name_is_not_text_is_refused_in_words_that_can_be_printed(db: Database, tmp_path: Path) -> None:
    path = write(tmp_path / os.fsdecode(b"t\xff.csv"), "id,text\n1,hello there world\n")
    with pytest.raises(UnreadableSource) as caught:
        import_path(db, path, "me", now=1.0)
    assert "t?.csv" in explain(caught.value).encode().decode()
    assert db.table("accounts").count == 0


def test_a_folder_that_is_no_archive_is_refused(db: Database, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "holiday", {"data/like.js": script("like.part0", []), "readme.txt": "hi"})
    assert "no file of tweets" in assert_refused(db, folder).reason


def test_a_zip_that_is_no_archive_is_refused(db: Database, tmp_path: Path) -> None:
    for number, members in enumerate(({"a.txt": "hi"}, {})):
        assert "no file of tweets" in assert_refused(db, write_zip(tmp_path / f"{number}.zip", members)).reason


def test_what_is_called_zip_and_is_none_is_refused(db: Database, tmp_path: Path) -> None:
    assert "ZIP" in assert_refused(db, write(tmp_path / "t.zip", "id,text\n1,hello\n")).reason


def many_members() -> dict[str, str]:
    return modern(*(raw_tweet(str(n), f"tweet number {n} about {n * 7919 % 1009}") for n in range(200)))


def test_a_zip_cut_off_anywhere_is_refused(db: Database, tmp_path: Path) -> None:
    whole = write_zip(tmp_path / "whole.zip", many_members()).read_bytes()
    for length in (1, 3, 4, 30, len(whole) // 2, len(whole) - 30, len(whole) - 1):
        assert_refused(db, write(tmp_path / "t.zip", whole[:length]))


@pytest.mark.parametrize("compression", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_damaged_member_is_refused_and_named(db: Database, tmp_path: Path, compression: int) -> None:
    content = bytearray(write_zip(tmp_path / "t.zip", many_members(), compression=compression).read_bytes())
    for position in range(300, 600):
        content[position] ^= 0xFF
    assert "data/tweets.js" in assert_refused(db, write(tmp_path / "t.zip", bytes(content))).place


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_packed_in_an_unusual_way_is_refused(db: Database, tmp_path: Path, compression: int) -> None:
    error = assert_refused(db, write_zip(tmp_path / "t.zip", modern(), compression=compression))
    assert "unusual" in error.reason
    assert error.place == "data/account.js"


def test_any_flipped_byte_of_a_zip_is_read_as_it_was_or_refused(tmp_path: Path) -> None:
    members = {"data/tweets.js": modern()["data/tweets.js"]}
    whole = write_zip(tmp_path / "whole.zip", members, top="é/").read_bytes()
    reference = texts(read_tweets(tmp_path / "whole.zip"))
    for position in range(len(whole)):
        for mask in (0x01, 0xFF):
            content = bytearray(whole)
            content[position] ^= mask
            path = write(tmp_path / "t.zip", bytes(content))
            with contextlib.suppress(UnreadableSource):
                assert texts(read_tweets(path)) == reference


def central_header(content: bytes, name: str) -> int:
    """Where the central directory describes the member `name`."""
    start = content.index(b"PK\x01\x02")
    while content[start + 46 : start + 46 + len(name)] != name.encode():
        start = content.index(b"PK\x01\x02", start + 1)
    return start


def test_an_encrypted_member_is_refused_and_named(db: Database, tmp_path: Path) -> None:
    content = bytearray(as_zip(tmp_path, modern()).read_bytes())
    content[content.index(b"PK\x03\x04") + 6] |= 1
    content[central_header(bytes(content), "data/tweets.js") + 8] |= 1
    error = assert_refused(db, write(tmp_path / "t.zip", bytes(content)))
    assert "encrypted" in error.reason
    assert "data/tweets.js" in error.place


@pytest.mark.parametrize("name", ["data/tweets.js", "data/tweets_media/big.bin"])
def test_a_zip_bomb_is_refused_before_it_unpacks(db: Database, tmp_path: Path, name: str) -> None:
    path = write_zip(tmp_path / "t.zip", {**modern(), name: " " * (8 << 20)})
    error = assert_refused(db, path)
    assert "bomb" in error.reason
    assert name in error.place


@pytest.mark.parametrize("claimed", [0, 10, 4 << 20])
def test_a_member_whose_header_lies_about_its_size_is_refused(db: Database, tmp_path: Path, claimed: int) -> None:
    members = many_members()
    content = bytearray(as_zip(tmp_path, members).read_bytes())
    struct.pack_into("<L", content, central_header(bytes(content), "data/tweets.js") + 24, claimed)
    assert_refused(db, write(tmp_path / "t.zip", bytes(content)))


def test_a_member_larger_than_the_limit_is_refused(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.sources.files.container.MAX_BYTES", 1000)
    for pack in (as_zip, as_folder):
        error = assert_refused(db, pack(tmp_path, many_members()))
        assert "larger" in error.reason
        assert "data/tweets.js" in error.place


def test_a_file_larger_than_the_limit_is_refused(db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "t.csv", "id,text\n" + "1,hello\n" * 100)
    assert len(read_tweets(path).tweets) == 100
    monkeypatch.setattr(limits, "MAX_BYTES", 500)
    assert "larger" in assert_refused(db, path).reason


@pytest.mark.parametrize(
    "name",
    [
        "../data/tweets.js",
        "a/../../b",
        "/etc/passwd",
        "..\\data\\tweets.js",
        "\\\\server\\share\\t.js",
        "a\\..\\..\\b",
        "C:/tweets.js",
        "C:\\tweets.js",
        "c:tweets.js",
        "..",
    ],
)
def test_a_member_path_that_climbs_out_refuses_the_whole_zip(db: Database, tmp_path: Path, name: str) -> None:
    error = assert_refused(db, write_zip(tmp_path / "t.zip", {**modern(), name: "x"}))
    assert "climbs out" in error.reason
    assert error.place == repr(name)


def test_a_link_in_a_zip_is_refused(db: Database, tmp_path: Path) -> None:
    path = as_zip(tmp_path, modern())
    link = zipfile.ZipInfo("data/tweets-part1.js")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as zip_file:
        zip_file.writestr(link, "/etc/passwd")
    error = assert_refused(db, path)
    assert "link" in error.reason
    assert "data/tweets-part1.js" in error.place


def test_a_folder_with_a_link_that_leads_out_is_refused(db: Database, tmp_path: Path) -> None:
    folder = as_folder(tmp_path, modern())
    outside = write(tmp_path / "outside.js", script("tweets.part1", wrapped(raw_tweet("2", "someone else's"))))
    (folder / "data" / "tweets-part1.js").symlink_to(outside)
    error = assert_refused(db, folder)
    assert "leads out" in error.reason
    assert error.place == "data/tweets-part1.js"


def test_a_folder_that_is_itself_behind_a_link_is_read(tmp_path: Path) -> None:
    as_folder(tmp_path, modern())
    (tmp_path / "shortcut").symlink_to(tmp_path / "archive")
    assert texts(read_tweets(tmp_path / "shortcut")) == ["hello from the archive"]


def test_broken_json_names_the_line(db: Database, tmp_path: Path) -> None:
    good = '{"id": "1", "text": "fine"}\n'
    assert assert_refused(db, write(tmp_path / "t.jsonl", good * 4 + '{"id": "2", "te\n' + good)).place == "line 5"
    assert (
        assert_refused(db, write(tmp_path / "t.json", '[\n{"id": "1", "text": "a"},\n{"id" "2"}\n]')).place == "line 3"
    )
    text = 'window.YTD.tweets.part0 = [\n{"tweet": {"id": "1"}},\n{"tweet": \n'
    assert assert_refused(db, write(tmp_path / "tweets.js", text)).place == "tweets.js, line 3"
    assert assert_refused(db, as_zip(tmp_path, {**modern(), "data/tweets.js": text})).place == "data/tweets.js, line 3"
    assert (
        assert_refused(db, as_folder(tmp_path, {**modern(), "data/account.js": text})).place
        == "data/account.js, line 3"
    )
    assert (
        assert_refused(db, as_zip(tmp_path, {**modern(), "data/note-tweet.js": text})).place
        == "data/note-tweet.js, line 3"
    )


def test_a_number_of_thousands_of_digits_is_broken_json(db: Database, tmp_path: Path) -> None:
    number = "9" * 5000
    good = '{"id": 1, "text": "fine"}'
    assert (
        assert_refused(db, write(tmp_path / "t.jsonl", f'{good}\n{{"id": {number}, "text": "a"}}\n')).place == "line 2"
    )
    assert_refused(db, write(tmp_path / "t.json", f'[{good}, {{"id": {number}, "text": "a"}}]'))
    assert_refused(db, write(tmp_path / "t.js", f'window.YTD.tweets.part0 = [{{"id": {number}, "full_text": "a"}}]'))


def test_json_nested_without_end_is_refused(db: Database, tmp_path: Path) -> None:
    assert_refused(db, write(tmp_path / "t.json", "[" * 200_000))
    assert_refused(db, write(tmp_path / "t.jsonl", '{"a":' * 200_000))
    assert_refused(db, write(tmp_path / "t.js", "window.YTD.tweets.part0 = " + "[" * 200_000))


@pytest.mark.parametrize(
    "wrong",
    [
        7,
        "text",
        None,
        ["tweet"],
        {"tweet": 7},
        {"tweet": None},
        {"tweet": ["full_text"]},
        {},
        {"tweet": {"id": "1", "created_at": NOON}},
        {"tweet": raw_tweet(text=5)},  # type: ignore[arg-type]
        {"tweet": {"full_text": "no id", "created_at": NOON}},
        {"tweet": {"full_text": "no id", "id": None, "created_at": NOON}},
        {"tweet": {"full_text": "odd id", "id": {"$numberLong": "1"}, "created_at": NOON}},
        {"tweet": raw_tweet(created_at="yesterday")},
        {"tweet": raw_tweet(created_at=["yesterday"])},
    ],
)
def test_an_item_of_an_archive_that_is_no_tweet_is_named(db: Database, tmp_path: Path, wrong: Any) -> None:
    items = [*wrapped(raw_tweet()), wrong]
    archive = as_zip(tmp_path, {**modern(), "data/tweets.js": script("tweets.part0", items)})
    assert assert_refused(db, archive).place == "data/tweets.js, item 2"


def test_replies_of_an_archive_to_numbers_are_stored_as_text(db: Database, tmp_path: Path) -> None:
    archive = as_zip(tmp_path, modern(raw_tweet("1", "@you hello there again", in_reply_to_user_id_str=44)))
    import_path(db, archive, now=1.0)
    assert load_tweets(db, 1)[0].in_reply_to == "44"


@pytest.mark.parametrize("wrong", [7, None, [], {"noteTweet": 3}])
def test_an_item_that_is_no_long_post_is_named(db: Database, tmp_path: Path, wrong: Any) -> None:
    archive = as_zip(tmp_path, modern(notes=[note("fine"), wrong]))
    assert assert_refused(db, archive).place == "data/note-tweet.js, item 2"


@pytest.mark.parametrize("value", [{"tweet": {}}, 5, None, "text"])
def test_a_script_that_assigns_no_list_is_refused(db: Database, tmp_path: Path, value: Any) -> None:
    archive = as_zip(tmp_path, {**modern(), "data/tweets.js": script("tweets.part0", value)})
    assert assert_refused(db, archive).place == "data/tweets.js"


@pytest.mark.parametrize("wrong", [7, [7], [{"account": 7}], [{"account": None}], [{"account": {"username": 7}}]])
def test_an_account_file_that_names_no_account_is_refused_and_named(db: Database, tmp_path: Path, wrong: Any) -> None:
    archive = as_zip(tmp_path, {**modern(), "data/account.js": script("account.part0", wrong)})
    assert assert_refused(db, archive, None).place.startswith("data/account.js")


@pytest.mark.parametrize("wrong", ["7", "[]", '"name"', "null", '{"screen_name": 7}'])
def test_legacy_user_details_that_name_no_account_are_refused_and_named(
    db: Database, tmp_path: Path, wrong: str
) -> None:
    archive = as_zip(tmp_path, {**LEGACY, "data/js/user_details.js": f"var user_details = {wrong}"})
    assert assert_refused(db, archive, None).place == "data/js/user_details.js"


@pytest.mark.parametrize(
    "wrong",
    [
        7,
        None,
        {},
        {"id": "1"},
        {"id": "1", "text": ["a"]},
        {"id": True, "text": "a"},
        {"id": "1", "rawContent": 5},
        {"_type": SNSCRAPE, "id": 1},
        {"data": [5]},
        {"data": [{"id": "1"}]},
        {"author_id": "1", "id": "1", "text": "a", "referenced_tweets": 5},
    ],
)
def test_a_line_that_is_no_tweet_is_named(db: Database, tmp_path: Path, wrong: Any) -> None:
    good = {"id": "1", "text": "fine"}
    assert assert_refused(db, write(tmp_path / "t.jsonl", lines(good, wrong, good))).place == "line 2"
    assert assert_refused(db, write(tmp_path / "t.json", json.dumps([good, good, wrong]))).place == "item 3"


def test_a_binary_file_called_csv_is_refused(db: Database, tmp_path: Path) -> None:
    assert_refused(db, write(tmp_path / "photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))))
    assert "binary" in assert_refused(db, write(tmp_path / "zeros.csv", b"\0" * 1000)).reason
    assert "binary" in assert_refused(db, write(tmp_path / "wide.csv", "id,text\n1,hello\n".encode("utf-16-le"))).reason
    assert_refused(db, write(tmp_path / "odd.csv", b"\xff\xfei\0d"[:-1]))


@pytest.mark.parametrize(
    "odd",
    [
        {"text": "a"},
        {"id": "", "text": "a"},
        {"id": None, "text": "a"},
        {"id": 1.6e18, "text": "a"},
        {"id": "2", "text": "a", "created_at": "soon"},
        {"id": "2", "text": "a", "created_at": "2026-02-30"},
        {"id": "2", "text": "a", "created_at": "2026-01-01\ud800"},
        {"id": "2", "text": "a", "created_at": {}},
        {"id": "2", "text": "a", "username": 5},
        {"data": [{"id": "2", "text": "a", "author_id": []}], "includes": {"users": [{}]}},
        {"author_id": "1", "id": "2", "text": "a", "referenced_tweets": [{}]},
        {"author_id": "1", "id": "2", "text": "a", "note_tweet": "long"},
        "a",
    ],
)
def test_what_is_odd_beside_a_text_costs_no_tweet(tmp_path: Path, odd: Any) -> None:
    """A time that cannot be read, or an id that a spreadsheet has rounded, refused the whole file."""
    good = {"id": "1", "text": "fine"}
    assert texts(read_tweets(write(tmp_path / "t.jsonl", lines(good, odd)))) == ["fine", "a"]


def test_text_that_is_not_utf_8_names_its_line(db: Database, tmp_path: Path) -> None:
    content = "id,text\n1,größer\n2,größer\n3,gr".encode() + b"\xf6\xdfer\n"  # one spot is damaged
    error = assert_refused(db, write(tmp_path / "t.csv", content))
    assert (error.place, "UTF-8" in error.reason) == ("line 4", True)
    members = {**modern(), "data/tweets.js": "window.YTD.tweets.part0 = [\n"}
    archive = as_folder(tmp_path, members)
    with (archive / "data" / "tweets.js").open("ab") as file:
        file.write(b"\xe9]")
    assert assert_refused(db, archive).place == "data/tweets.js, line 2"


@pytest.mark.parametrize("name", ["t.jsonl", "t.ndjson", "t.json"])
def test_what_is_called_json_and_is_none_is_refused(db: Database, tmp_path: Path, name: str) -> None:
    error = assert_refused(db, write(tmp_path / name, "id,text\n1,hello\n"))
    assert ("JSON" in error.reason, error.place) == (True, "line 1")


def test_a_table_without_a_text_column_is_refused_and_shows_what_it_found(db: Database, tmp_path: Path) -> None:
    error = assert_refused(db, write(tmp_path / "t.csv", "name,price\nfern,5\n"))
    assert "name, price" in error.reason
    assert error.place == "line 1"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("id,text\n1,fine\n2\n", "line 3"),
        ('id,text\n1,"two\nlines"\n2\n', "line 4"),
        ('id,text\n1,fine\n2,"never closed\n', "line 3"),
        ('id,text\n1,"closed" and on\n', "line 2"),
    ],
)
def test_a_broken_row_is_named(db: Database, tmp_path: Path, content: str, place: str) -> None:
    assert assert_refused(db, write(tmp_path / "t.csv", content)).place == place


# Hostile bytes

_PIECES = st.sampled_from(
    [
        b"id,text\n",
        b"text\n",
        b"created_at;text\n",
        b'"',
        b"\r",
        b"\n",
        b",",
        b"{",
        b"}",
        b"[",
        b"]",
        b'{"id": 1, "text": "a"}',
        b'{"data": [',
        b'"rawContent": ',
        b'"\\ud800"',
        b"null",
        b"1e999",
        b"NaN",
        b"-",
        b"window.YTD.tweets.part0 = [",
        b"Grailbird.data.t = [",
        b'{"tweet": ',
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"PK\x03\x04",
        b"PK\x01\x02",
        b"PK\x05\x06" + bytes(18),
        b"\0",
        b"\xed\xa0\x80",
    ]
)
_BYTES = st.one_of(
    st.binary(max_size=300), st.lists(st.one_of(_PIECES, st.binary(max_size=6)), max_size=12).map(b"".join)
)
_KEYS = (
    *("id", "text", "full_text", "id_str", "created_at", "data", "tweet", "rawContent", "user", "includes", "users"),
    *("author", "author_id", "username", "referenced_tweets", "type", "note_tweet", "in_reply_to", "inReplyToUser"),
    *("in_reply_to_status_id_str", "account", "accountDisplayName", "noteTweet", "core", "createdAt", "screen_name"),
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just(NOON_ISO),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=5),
    max_leaves=12,
)


def read_or_refused(db: Database, path: Path, handle: str | None) -> None:
    """Import, or be refused with a sentence and nothing stored; any other exception fails the test."""
    before = db.table("tweets").count
    refusal: UnreadableSource | HandleNeeded | None = None
    try:
        import_path(db, path, handle, now=1.0)
    except (UnreadableSource, HandleNeeded) as error:
        refusal = error
    if refusal is not None:
        assert explain(refusal)
        assert db.table("tweets").count == before


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.js", "t.zip", "t"])
def test_arbitrary_bytes_are_read_or_refused_never_crash(db: Database, tmp_path: Path, name: str) -> None:
    path = tmp_path / name

    @STEADY
    @given(content=_BYTES, handle=st.sampled_from(["me", None]))
    def check(content: bytes, handle: str | None) -> None:
        path.write_bytes(content)
        read_or_refused(db, path, handle)

    check()


@pytest.mark.parametrize("form", ["jsonl", "json", "js", "zip"])
def test_arbitrary_json_is_read_or_refused_never_crashes(db: Database, tmp_path: Path, form: str) -> None:
    @STEADY
    @given(value=st.lists(_JSON, max_size=3), other=_JSON)
    def check(value: list[Any], other: Any) -> None:
        path = tmp_path / f"t.{form}"
        if form == "jsonl":
            write(path, lines(*value))
        elif form == "json":
            write(path, json.dumps(value))
        elif form == "js":
            write(path, script("tweets.part0", value))
        else:
            write_zip(
                path,
                {
                    "data/tweets.js": script("tweets.part0", wrapped(raw_tweet())),
                    "data/account.js": script("account.part0", value),
                    "data/note-tweet.js": script("note_tweet.part0", other),
                },
            )
        read_or_refused(db, path, "me")

    check()


def test_a_table_of_any_cells_is_read_back_as_it_was(tmp_path: Path) -> None:
    cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)

    @STEADY
    @given(rows=st.lists(cells, min_size=1, max_size=5))
    def check(rows: list[str]) -> None:
        buffer = io.StringIO(newline="")
        writer = csv.writer(buffer)
        writer.writerow(["id", "text"])
        writer.writerows([str(number), cell] for number, cell in enumerate(rows, 1))
        assert texts(read_tweets(write(tmp_path / "t.csv", buffer.getvalue()))) == rows

    check()
