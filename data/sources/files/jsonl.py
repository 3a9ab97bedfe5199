"""JSON lines: our own form, snscrape's, and twarc2's (one API page a line, or flattened)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.errors import UnreadableSource
from data.sources.files.parsed import Found, as_id, as_optional, as_text
from data.tweets.store import Tweet, parse_time


def read(path: Path, text: str) -> Found:
    """One object a line, or one JSON list. Raises `UnreadableSource` naming the line."""
    tweets: list[Tweet] = []
    handles: set[str] = set()
    for place, item in _objects(path, text):
        if not isinstance(item, dict):
            raise UnreadableSource(path, "an object was expected here.", place)
        try:
            for tweet, handle in _tweets(item):
                tweets.append(tweet)
                handles.add((handle or "").lower())
        except KeyError as error:
            raise UnreadableSource(path, f"the field {error} is missing; is this a tweet?", place) from error
        except (AttributeError, TypeError, ValueError) as error:
            raise UnreadableSource(path, f"this is not a tweet ({error}).", place) from error
    return Found(tuple(tweets), "jsonl", handles.pop() or None if len(handles) == 1 else None)


def _objects(path: Path, text: str) -> Iterator[tuple[str, Any]]:
    if text.lstrip().startswith("["):
        try:
            for index, item in enumerate(json.loads(text), 1):
                yield f"item {index}", item
        except (ValueError, RecursionError) as error:  # ValueError also: a number of thousands of digits
            raise UnreadableSource(path, "this is broken JSON.", f"line {getattr(error, 'lineno', 1)}") from error
        return
    for number, line in enumerate(text.split("\n"), 1):  # not splitlines: U+2028 may stand inside a text
        if line.strip():
            try:
                yield f"line {number}", json.loads(line)
            except (ValueError, RecursionError) as error:
                raise UnreadableSource(path, "this is broken JSON.", f"line {number}") from error


def _tweets(item: dict[str, Any]) -> Iterator[tuple[Tweet, str | None]]:
    """The tweets of one line with their author's handle, by the form the line has."""
    if isinstance(item.get("data"), list):  # twarc2, one API page
        users = {user["id"]: user.get("username") for user in item.get("includes", {}).get("users", [])}
        for post in item["data"]:
            yield _twarc(post), users.get(post.get("author_id"))
    elif "rawContent" in item or str(item.get("_type", "")).startswith("snscrape"):
        yield _snscrape(item), (item.get("user") or {}).get("username")
    elif "edit_history_tweet_ids" in item or "author_id" in item:  # twarc2, flattened
        yield _twarc(item), (item.get("author") or {}).get("username")
    else:
        yield _own(item), item.get("username")


def _own(item: dict[str, Any]) -> Tweet:
    text = as_text(item["text"])
    return Tweet(
        id=as_id(item["id"]),
        created_at=parse_time(item.get("created_at")),
        text=text,
        is_retweet=bool(item.get("is_retweet", text.startswith("RT @"))),
        in_reply_to=as_optional(item.get("in_reply_to")),
        source="jsonl",
    )


def _snscrape(item: dict[str, Any]) -> Tweet:
    text = as_text(item["rawContent"] if "rawContent" in item else item["content"])
    reply = item.get("inReplyToTweetId") or (item.get("inReplyToUser") or {}).get("username")
    return Tweet(
        id=as_id(item["id"]),
        created_at=parse_time(item.get("date")),
        text=text,
        is_retweet=bool(item.get("retweetedTweet")) or text.startswith("RT @"),
        in_reply_to=as_optional(reply),
        source="snscrape",
    )


def _twarc(item: dict[str, Any]) -> Tweet:
    text = as_text((item.get("note_tweet") or {}).get("text") or item["text"])
    kinds = {reference["type"]: reference.get("id") for reference in item.get("referenced_tweets") or []}
    return Tweet(
        id=as_id(item["id"]),
        created_at=parse_time(item.get("created_at")),
        text=text,
        is_retweet="retweeted" in kinds or text.startswith("RT @"),
        in_reply_to=as_optional(kinds.get("replied_to") or item.get("in_reply_to_user_id")),
        source="twarc2",
    )
