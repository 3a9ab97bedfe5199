"""The X archive export: the account owner's own download, in its modern and its legacy (Grailbird) layout.

Only tweets, long posts and the account's own name are read; direct messages, likes, deleted tweets and media never.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from data.errors import UnreadableSource
from data.sources.files import table
from data.sources.files.container import Container
from data.sources.files.parsed import Found, as_id, as_optional, as_text
from data.tweets.cleaning import decode_entities, strip_leading_mentions
from data.tweets.store import Tweet, parse_time

# In `data/`; in archives of 2018 and 2019, and in a `data` folder itself, at the root.
_TWEETS = re.compile(r"(?:^|/)tweets?(?:-part\d+)?\.js$")
_COMMUNITY = re.compile(r"(?:^|/)community-tweet(?:-part\d+)?\.js$")
_CIRCLE = re.compile(r"(?:^|/)twitter-circle-tweet(?:-part\d+)?\.js$")
_NOTES = re.compile(r"(?:^|/)note-tweet(?:-part\d+)?\.js$")
_ACCOUNT = re.compile(r"(?:^|/)account\.js$")
_LEGACY = re.compile(r"(?:^|/)data/js/tweets/\d{4}_\d{2}\.js$")
_LEGACY_USER = re.compile(r"(?:^|/)data/js/user_details\.js$")
_ASSIGNMENT = re.compile(r"\A\s*(?:window\.|var\s+)?[\w.]+(?:\[[^\]]*\])?\s*=\s*")
_PART = re.compile(r"-part(\d+)\.js$")
_CUT_OFF = re.compile(r"(?<!\s)(?:\s*+(?:…|https?:\S++)){1,20}$")  # possessive: else its time grows as 2^links


def is_archive(container: Container) -> bool:
    """Whether it looks like what X gives an account's owner; tweets.js alone is a file like others."""
    names = _shown(container)
    folders = {name.rpartition("/")[0] for name in names if _ACCOUNT.search(name)}
    return any(
        _LEGACY.search(name)
        or name.rpartition("/")[2] == "tweets.csv"
        or (_TWEETS.search(name) and (name.rpartition("/")[0] in folders or name.rpartition("/")[0].endswith("data")))
        for name in names
    )


def _shown(container: Container) -> list[str]:
    return [
        name for name in container.names() if "__MACOSX/" not in name and not name.rpartition("/")[2].startswith("._")
    ]


def read(container: Container) -> Found:
    """All tweets of the archive. Raises `UnreadableSource` naming the member and the line."""
    names = _shown(container)
    handle, display_name, account_id = _owner(container, names)
    parts = sorted((name for name in names if _TWEETS.search(name)), key=_part_number)
    parts += [name for name in names if _COMMUNITY.search(name)]
    if parts:
        items = [item for name in parts for item in _items(container.path, name, container.text(name))]
        circle = {
            str(raw.get("id_str") or raw.get("id"))
            for name in names
            if _CIRCLE.search(name)
            for _, item in _items(container.path, name, container.text(name))
            if isinstance(raw := item.get("tweet", item), dict)
        }
        older = {version for _, item in items for version in _older_versions(item.get("tweet", item))}
        by_id = {tweet.id: tweet for place, item in items for tweet in [_tweet(container.path, place, _bare(item))]}
        kept = [tweet for tweet in by_id.values() if tweet.id not in circle and tweet.id not in older]
        left_out = {
            "to a closed circle": len(circle & by_id.keys()),
            "older versions of edited tweets": len(older & by_id.keys()),
        }
        notes = [note for name in names if _NOTES.search(name) for note in _notes(container, name)]
        return Found(
            tuple(_with_long_posts(kept, notes)),
            "x-archive",
            handle,
            display_name,
            account_id,
            left_out={reason: number for reason, number in left_out.items() if number},
        )
    if months := [name for name in names if _LEGACY.search(name)]:
        tweets = [tweet for name in months for tweet in _legacy(container.path, name, container.text(name))]
        return Found(tuple(tweets), "x-archive-legacy", handle, display_name, account_id)
    for name in names:
        if name.rpartition("/")[2] == "tweets.csv":
            found = table.read(container.path, container.text(name))
            return replace(found, format="x-archive-legacy", handle=handle, account_id=account_id)
    raise UnreadableSource(
        container.path, "this is not an X archive: neither data/tweets.js nor data/js/tweets/ is in it."
    )


def read_loose(path: Path, text: str) -> Found:
    """One `.js` file taken out of an archive."""
    reader = _legacy if text.lstrip().startswith("Grailbird") else _modern
    return Found(tuple(reader(path, path.name, text)), "x-archive")


def _bare(item: dict[str, Any]) -> Any:
    return item.get("tweet", item)


def _older_versions(raw: Any) -> list[str]:
    """The ids of the versions of an edited tweet before the last one, as each of them lists them."""
    try:
        info = raw["edit_info"]
        initial = info["initial"] if "initial" in info else info["edit"]["editControlInitial"]
        return [str(version) for version in initial["editTweetIds"][:-1]]
    except (KeyError, TypeError):
        return []


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
        if not isinstance(note, dict):
            raise UnreadableSource(container.path, "this is not a long post.", place)
        bodies = [note.get(key) for key in ("core", "noteTweetContents", "noteTweetResults")]
        text = next((body["text"] for body in bodies if isinstance(body, dict) and body.get("text")), None)
        if isinstance(text, str):  # one of a shape that is not known leaves its tweet cut
            with suppress(ValueError):
                yield parse_time(note.get("createdAt")), text


def _with_long_posts(tweets: list[Tweet], notes: list[tuple[float | None, str]]) -> Iterator[Tweet]:
    """Replace a cut-off text by its long post. The ids differ: what is said decides, within a second. A reply begins
    with names that its long post has not."""
    by_second: dict[int, list[str]] = {}
    for at, text in notes:
        if at is not None:
            by_second.setdefault(int(at), []).append(text)
    whole: dict[str, str] = {}
    for away in (0, -1, 1):  # those of the very second first; each long post is of one tweet
        for tweet in tweets:
            candidates = [] if tweet.created_at is None else by_second.get(int(tweet.created_at) + away, [])
            if candidates and tweet.id not in whole and (found := _long_post(tweet.text, candidates)):
                long, whole[tweet.id] = found
                candidates.remove(long)
    for tweet in tweets:
        yield replace(tweet, text=whole[tweet.id]) if tweet.id in whole else tweet


def _long_post(text: str, candidates: list[str]) -> tuple[str, str] | None:
    """Which of the long posts goes on from a cut text, and the whole text with the names that it begins with."""
    beginning = decode_entities(_CUT_OFF.sub("", text))
    said = strip_leading_mentions(beginning)
    for long in candidates:
        if said and len(long) > len(said) and strip_leading_mentions(decode_entities(long)).startswith(said):
            return long, long if long.startswith("@") else beginning[: len(beginning) - len(said)] + long
    return None


def _owner(container: Container, names: list[str]) -> tuple[str | None, str | None, str | None]:
    """Handle, display name and number from `data/account.js` (modern) or `user_details.js` (legacy)."""
    for name in names:
        if _ACCOUNT.search(name):
            for place, item in _items(container.path, name, container.text(name)):
                return _names(
                    container.path, place, item.get("account", item), "username", "accountDisplayName", "accountId"
                )
        if _LEGACY_USER.search(name):
            details = _load(container.path, name, container.text(name))
            return _names(container.path, name, details, "screen_name", "full_name", "id")
    return None, None, None


def _names(path: Path, place: str, owner: Any, *fields: str) -> tuple[str | None, str | None, str | None]:
    handle, display_name, number = fields
    try:
        return (
            as_text(owner.get(handle) or "") or None,
            as_text(owner.get(display_name) or "") or None,
            as_optional(owner.get(number)),
        )
    except (AttributeError, TypeError) as error:
        raise UnreadableSource(path, "the account's name was expected here.", place) from error
