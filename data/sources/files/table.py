"""CSV files of tweets, under the header names that exporters use."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from pathlib import Path

from data.errors import UnreadableSource
from data.sources.files.parsed import MAX_ID, Found
from data.tweets.store import Tweet, parse_time

_HEADERS = {
    "id": ("id", "tweetid", "idstr", "statusid"),
    "created_at": ("createdat", "datetime", "date", "timestamp", "publishdate", "time", "tweetdate", "createdtime"),
    "text": ("text", "fulltext", "tweet", "content", "rawcontent", "tweettext", "tweetcontent", "body"),
    "retweet": ("isretweet", "retweet", "retweetedstatusid", "retweeted"),
    "reply": ("inreplyto", "inreplytostatusid", "inreplytoscreenname", "inreplytouserid"),
    "handle": ("username", "screenname", "handle", "author"),
}
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)  # an id that a spreadsheet made a number
_NO = ("", "0", "false", "f", "no", "n", "nan", "none", "null")


def read(path: Path, text: str) -> Found:
    """One tweet a row, first row the header. Raises `UnreadableSource` naming the line."""
    csv.field_size_limit(1 << 24)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    tweets: list[Tweet] = []
    handles: set[str] = set()
    try:
        columns = _columns(path, next(rows, []))
        for row in rows:
            if not any(row):
                continue
            if len(row) <= columns["text"]:
                raise UnreadableSource(path, f"this row has {len(row)} columns, too few.", f"line {rows.line_num}")
            value = {name: row[index] if index < len(row) else "" for name, index in columns.items()}
            tweets.append(_tweet(path, rows.line_num, value))
            handles.add(value.get("handle", "").strip().removeprefix("@").lower())
    except csv.Error as error:
        raise UnreadableSource(path, f"this is broken CSV ({error}).", f"line {rows.line_num}") from error
    return Found(tuple(tweets), "csv", handles.pop() or None if len(handles) == 1 else None)


def _delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _columns(path: Path, header: list[str]) -> dict[str, int]:
    names = ["".join(c for c in name.lower() if c.isalnum()) for name in header]
    columns = {
        field: next(names.index(known) for known in variants if known in names)
        for field, variants in _HEADERS.items()
        if any(known in names for known in variants)
    }
    if "text" not in columns:
        found = ", ".join(header)[:120] or "nothing"
        raise UnreadableSource(
            path, f"this is not a table of tweets: no column text, tweet or content (found: {found}).", "line 1"
        )
    return columns


def _tweet(path: Path, line: int, value: dict[str, str]) -> Tweet:
    try:
        created_at = parse_time(value.get("created_at"))
    except ValueError as error:
        raise UnreadableSource(path, f"{error}.", f"line {line}") from error
    text = value["text"]
    tweet_id = value.get("id", "").strip()
    if len(tweet_id) > MAX_ID:
        raise UnreadableSource(path, f"its id has over {MAX_ID} characters.", f"line {line}")
    # A row without an id of its own gets one from its content, so that importing the file again adds nothing.
    made_up = hashlib.sha256(f"{created_at}\0{text}".encode()).hexdigest()[:20]
    return Tweet(
        id=made_up if not tweet_id or _ROUNDED.fullmatch(tweet_id) else tweet_id,
        created_at=created_at,
        text=text,
        is_retweet=text.startswith("RT @") or value.get("retweet", "").strip().lower() not in _NO,
        in_reply_to=None if (reply := value.get("reply", "").strip()).lower() in _NO else reply,
        source="csv",
    )
