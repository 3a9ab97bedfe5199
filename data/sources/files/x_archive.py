"""The X archive export: the account owner's own download, in its modern and its legacy (Grailbird) layout.

Only tweets, long posts and the account's own name are read; direct messages, likes, deleted tweets and media never.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from data.errors import UnreadableSource
from data.sources.files import table
from data.sources.files.container import Container
from data.sources.files.parsed import Found, as_id, as_optional, as_text
from data.tweets.cleaning import decode_entities
from data.tweets.store import Tweet, parse_time

_TWEETS = re.compile(r"(?:^|/)data/tweets?(?:-part\d+)?\.js$")
_NOTES = re.compile(r"(?:^|/)data/note-tweet(?:-part\d+)?\.js$")
_ACCOUNT = re.compile(r"(?:^|/)data/account\.js$")
_LEGACY = re.compile(r"(?:^|/)data/js/tweets/\d{4}_\d{2}\.js$")
_LEGACY_USER = re.compile(r"(?:^|/)data/js/user_details\.js$")
_ASSIGNMENT = re.compile(r"\s*(?:window\.|var\s+)?[\w.]+(?:\[[^\]]*\])?\s*=\s*")
_PART = re.compile(r"-part(\d+)\.js$")
_CUT_OFF = re.compile(r"(?:\s*+(?:…|https?:\S++))+$")  # possessive: else its time grows as 2^links


def is_archive(container: Container) -> bool:
    """Whether it looks like what X gives an account's owner."""
    return any(_TWEETS.search(name) or _LEGACY.search(name) for name in container.names()) or any(
        name.rpartition("/")[2] == "tweets.csv" for name in container.names()
    )


def read(container: Container) -> Found:
    """All tweets of the archive. Raises `UnreadableSource` naming the member and the line."""
    names = container.names()
    handle, display_name = _owner(container, names)
    if parts := sorted((name for name in names if _TWEETS.search(name)), key=_part_number):
        tweets = [tweet for name in parts for tweet in _modern(container.path, name, container.text(name))]
        notes = [note for name in names if _NOTES.search(name) for note in _notes(container, name)]
        return Found(tuple(_with_long_posts(tweets, notes)), "x-archive", handle, display_name)
    if months := [name for name in names if _LEGACY.search(name)]:
        tweets = [tweet for name in months for tweet in _legacy(container.path, name, container.text(name))]
        return Found(tuple(tweets), "x-archive-legacy", handle, display_name)
    for name in names:
        if name.rpartition("/")[2] == "tweets.csv":
            return replace(table.read(container.path, container.text(name)), format="x-archive-legacy", handle=handle)
    raise UnreadableSource(
        container.path, "this is not an X archive: neither data/tweets.js nor data/js/tweets/ is in it."
    )


def read_loose(path: Path, text: str) -> Found:
    """One `.js` file taken out of an archive."""
    reader = _legacy if text.lstrip().startswith("Grailbird") else _modern
    return Found(tuple(reader(path, path.name, text)), "x-archive")


def _part_number(name: str) -> int:
    match = _PART.search(name)
    return int(match[1]) if match else 0


def _load(path: Path, name: str, text: str) -> Any:
    """The value assigned in a `name = value` script; the script is parsed as JSON, never run."""
    start = match.end() if (match := _ASSIGNMENT.match(text)) else 0
    try:
        return json.loads(text[start:].strip().removesuffix(";"))
    except (ValueError, RecursionError) as error:
        line = text.count("\n", 0, start) + getattr(error, "lineno", 1)
        raise UnreadableSource(
            path, "this is broken JSON; the file is cut off or damaged.", f"{name}, line {line}"
        ) from error


def _items(path: Path, name: str, text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    value = _load(path, name, text)
    if not isinstance(value, list):
        raise UnreadableSource(path, "a list was expected here.", name)
    for index, item in enumerate(value, 1):
        if not isinstance(item, dict):
            raise UnreadableSource(path, "an object was expected here.", f"{name}, item {index}")
        yield f"{name}, item {index}", item


def _modern(path: Path, name: str, text: str) -> Iterator[Tweet]:
    for place, item in _items(path, name, text):
        yield _tweet(path, place, item.get("tweet", item))


def _legacy(path: Path, name: str, text: str) -> Iterator[Tweet]:
    for place, item in _items(path, name, text):
        yield _tweet(path, place, item)


def _tweet(path: Path, place: str, raw: Any) -> Tweet:
    try:
        text = as_text(raw.get("full_text", raw.get("text")))
        return Tweet(
            id=as_id(raw.get("id_str") or raw["id"]),
            created_at=parse_time(raw.get("created_at")),
            text=text,
            is_retweet=text.startswith("RT @") or "retweeted_status" in raw,
            in_reply_to=as_optional(
                raw.get("in_reply_to_status_id_str")
                or raw.get("in_reply_to_screen_name")
                or raw.get("in_reply_to_user_id_str")
            ),
            source="x-archive",
        )
    except KeyError as error:
        raise UnreadableSource(path, f"the field {error} is missing.", place) from error
    except (AttributeError, TypeError, ValueError) as error:
        raise UnreadableSource(path, f"this is not a tweet ({error}).", place) from error


def _notes(container: Container, name: str) -> Iterator[tuple[float | None, str]]:
    for place, item in _items(container.path, name, container.text(name)):
        note = item.get("noteTweet", item)
        try:
            yield parse_time(note["createdAt"]), str(note["core"]["text"])
        except (KeyError, TypeError, ValueError) as error:
            raise UnreadableSource(container.path, f"this is not a long post ({error}).", place) from error


def _with_long_posts(tweets: list[Tweet], notes: list[tuple[float | None, str]]) -> Iterator[Tweet]:
    """Replace a cut-off text by its long post. The ids differ: same second and same beginning decide."""
    by_second: dict[int, list[str]] = {}
    for at, text in notes:
        if at is not None:
            by_second.setdefault(int(at), []).append(text)
    for tweet in tweets:
        candidates = [] if tweet.created_at is None else by_second.get(int(tweet.created_at), [])
        beginning = decode_entities(_CUT_OFF.sub("", tweet.text)) if candidates else ""
        long = next((text for text in candidates if beginning and decode_entities(text).startswith(beginning)), None)
        yield tweet if long is None or len(long) <= len(beginning) else replace(tweet, text=long)


def _owner(container: Container, names: list[str]) -> tuple[str | None, str | None]:
    """Handle and display name from `data/account.js` (modern) or `user_details.js` (legacy)."""
    for name in names:
        if _ACCOUNT.search(name):
            for place, item in _items(container.path, name, container.text(name)):
                return _names(container.path, place, item.get("account"), "username", "accountDisplayName")
        if _LEGACY_USER.search(name):
            details = _load(container.path, name, container.text(name))
            return _names(container.path, name, details, "screen_name", "full_name")
    return None, None


def _names(path: Path, place: str, owner: Any, handle: str, display_name: str) -> tuple[str | None, str | None]:
    try:
        return as_text(owner.get(handle) or "") or None, as_text(owner.get(display_name) or "") or None
    except (AttributeError, TypeError) as error:
        raise UnreadableSource(path, "the account's name was expected here.", place) from error
