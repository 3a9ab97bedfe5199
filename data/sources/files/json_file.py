"""JSON of any program: a list, an object, or a stream of them, one a line or over many lines; pages opened.

What is one post becomes a record with flat names; `records` makes tweets of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from data.errors import UnreadableSource
from data.sources.files import bluesky_export, mastodon_export
from data.sources.files.parsed import CAN_BE_READ, Found
from data.sources.files.records import NAMES, normal, understand

WRAPPERS = ("tweets", "statuses", "items", "results", "posts", "feed", "records", "timeline", "orderedItems", "entries")
MAX_DEPTH = 40
_OF_OTHERS = ("retweeted_status_result", "quoted_status_result", "quotedRefResult")
_WITHIN = {path.partition(".")[0] for path in NAMES["text"] if "." in path} - {"legacy"}
Items = Iterator[tuple[str, Any]]


def read(path: Path, text: str) -> Found:
    """All posts of a JSON text. Raises `UnreadableSource` naming the line or the item."""
    values = values_of(path, text)
    first = next(values, None)
    if first is None:
        raise UnreadableSource(path, "there is no tweet in it.")
    if isinstance(first[1], dict) and mastodon_export.is_outbox(first[1]):
        return mastodon_export.read_outbox(path, first[1])

    def everything() -> Items:
        yield first
        yield from values

    return understand(path, _records(path, everything()), "jsonl")


def values_of(path: Path, text: str) -> Items:
    """The values of a stream, each with its line; of a list, its items. Raises `UnreadableSource`."""
    decoder, at, line, counted = json.JSONDecoder(), 0, 1, 0
    while True:
        while at < len(text) and text[at] in " \t\r\n,\x1e\ufeff":
            at += 1
        if at >= len(text):
            return
        line += text.count("\n", counted, at)
        counted = at
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:  # ValueError also: a number of thousands of digits
            position = getattr(error, "pos", at)
            number = line + text.count("\n", counted, position) if text[at] == "[" else line
            raise UnreadableSource(path, "this is broken JSON.", f"line {number}") from error
        if isinstance(value, list):
            for number, item in enumerate(value, 1):
                yield f"item {number}", item
        else:
            yield f"line {line}", value


def _records(path: Path, values: Items) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for place, value in values:
        try:
            opened = list(_opened(path, place, value, 0))
        except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
            raise UnreadableSource(path, f"this is not a tweet ({error}).", place) from error
        for record in opened:
            yield place, record


def _opened(path: Path, place: str, value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """The posts in a value: it may be one, a page of them, or a table turned on its side."""
    if depth > MAX_DEPTH:
        raise UnreadableSource(path, "this is nested too deep.", place)
    if isinstance(value, str):
        yield {"text": value}
    elif isinstance(value, list):
        if value and isinstance(value[-1], dict) and not isinstance(value[0], (dict, list, str)):
            value = value[-1:]  # gallery-dl's messages: a number, an address, the post
        for item in value:
            yield from _opened(path, place, item, depth + 1)
    elif not isinstance(value, dict):
        raise UnreadableSource(path, "an object was expected here.", place)
    else:
        yield from _opened_object(path, place, value, depth)


def _opened_object(path: Path, place: str, value: dict[str, Any], depth: int) -> Iterator[Mapping[str, Any]]:
    data = value.get("data")
    if isinstance(value.get("columns"), list) and isinstance(data, list):  # Weights & Biases, pandas "split"
        for row in data:
            if isinstance(row, list):
                yield dict(zip(map(str, value["columns"]), row, strict=False))
    elif turned := _turned(value):
        yield from turned
    elif isinstance(value.get("tweet"), dict):  # an X archive's wrapper
        yield value["tweet"]
    elif bluesky_export.is_item(value):
        if (record := bluesky_export.record_of(value)) is not None:
            yield record
    elif mastodon_export.is_status(value):
        if (record := mastodon_export.record_of(value)) is not None:
            yield record
    elif _is_post(value):
        yield value
    elif isinstance(data, list) or (isinstance(data, dict) and _is_post(data)):  # a page of X's API
        users = {
            str(user.get("id")): user.get("username")
            for user in (value.get("includes") or {}).get("users") or []
            if isinstance(user, dict)
        }
        for post in data if isinstance(data, list) else [data]:
            for record in _opened(path, place, post, depth + 1):
                author = users.get(str(record.get("author_id")))
                yield {**record, "username": author} if author and "username" not in record else record
    elif wrapped := [value[key] for key in WRAPPERS if isinstance(value.get(key), (list, dict))]:
        for each in wrapped:
            yield from _opened(path, place, list(each.values()) if isinstance(each, dict) else each, depth + 1)
    elif posts := list(_in_timeline(value, 0)):
        yield from posts
    elif "meta" in value or "errors" in value:  # a page without posts
        return
    else:
        raise UnreadableSource(path, f"there is no text in it; is this a tweet? {CAN_BE_READ}", place)


def _is_post(value: dict[str, Any]) -> bool:
    """Whether it has a text of its own: a list or an object under such a name holds something else."""
    for key, each in value.items():
        name = normal(str(key))
        if name in _WITHIN and isinstance(each, dict):
            return True
        if name in NAMES["text"] and not isinstance(each, (list, dict)):
            return True
    return False


def _turned(value: dict[str, Any]) -> Iterator[Mapping[str, Any]] | None:
    """The rows of a table that was written column by column: lists, or objects by row number."""
    texts = next((each for key, each in value.items() if normal(str(key)) in NAMES["text"]), None)
    if isinstance(texts, dict) and texts and all(isinstance(each, dict) for each in value.values()):
        if not all(isinstance(text, str | None) for text in texts.values()) or "text" in texts:
            return None
        return ({name: column.get(row) for name, column in value.items()} for row in texts)
    if isinstance(texts, list) and texts and all(isinstance(each, list) for each in value.values()):
        if not all(isinstance(text, str | None) for text in texts):
            return None
        return ({name: column[row] for name, column in value.items() if row < len(column)} for row in range(len(texts)))
    return None


def _in_timeline(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """The posts somewhere in an answer of X's own pages; not those that others wrote and that are shown in one."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, dict):
        legacy = value.get("legacy")
        if isinstance(legacy, dict) and "full_text" in legacy:
            yield value
            return
        for key, each in value.items():
            if key not in _OF_OTHERS:
                yield from _in_timeline(each, depth + 1)
    elif isinstance(value, list):
        for each in value:
            yield from _in_timeline(each, depth + 1)
