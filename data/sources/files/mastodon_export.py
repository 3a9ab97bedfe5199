"""Mastodon: the export of an account (outbox.json), and saved answers of its API. Public posts alone are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from data.sources.files.parsed import Found
from data.sources.files.records import understand
from data.tweets.markup import text_of

_PUBLIC = {"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"}


def is_outbox(value: Mapping[str, Any]) -> bool:
    """Whether this is an account's export in ActivityStreams."""
    return isinstance(value.get("orderedItems"), list)


def read_outbox(path: Path, outbox: Mapping[str, Any]) -> Found:
    """The account's own public posts. Raises `UnreadableSource`."""
    hidden = boosts = 0
    handle: str | None = None

    def records() -> Iterator[tuple[str, Mapping[str, Any]]]:
        nonlocal hidden, boosts, handle
        for number, activity in enumerate(outbox["orderedItems"], 1):
            if not isinstance(activity, Mapping):
                continue
            if activity.get("type") == "Announce":
                boosts += 1
                continue
            note = activity.get("object")
            if activity.get("type") != "Create" or not isinstance(note, Mapping):
                continue
            if not _PUBLIC & {*_listed(note.get("to")), *_listed(note.get("cc"))}:
                hidden += 1
                continue
            handle = handle or handle_of(str(activity.get("actor") or note.get("attributedTo") or ""))
            yield (
                f"item {number}",
                {
                    "id": str(note.get("id") or "").rstrip("/").rpartition("/")[2],
                    "created_at": note.get("published"),
                    "text": text_of(str(note.get("content") or "")),
                    "in_reply_to": note.get("inReplyTo"),
                },
            )

    found = understand(path, records(), "mastodon")
    left_out = {**found.left_out, "boosts of others": boosts, "not public": hidden}
    return Found(
        found.tweets,
        "mastodon-export",
        handle,
        left_out={reason: number for reason, number in left_out.items() if number},
        remarks=found.remarks,
    )


def is_status(value: Mapping[str, Any]) -> bool:
    """Whether this is a post as Mastodon's API gives it."""
    return isinstance(value.get("content"), str) and ("reblog" in value or "visibility" in value)


def record_of(status: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """A status as a record; None for one that not everybody may read."""
    if status.get("visibility") in ("private", "direct"):
        return None
    reblog, account = status.get("reblog"), status.get("account") or {}
    text = text_of(status["content"])
    if isinstance(reblog, Mapping):
        whose = (reblog.get("account") or {}).get("acct", "somebody")
        text = f"RT @{whose}: {text_of(str(reblog.get('content') or ''))}"
    acct = str(account.get("acct") or "")
    host = urlsplit(str(account.get("url") or "")).hostname
    return {
        "id": status.get("id"),
        "created_at": status.get("created_at"),
        "text": text,
        "is_retweet": reblog is not None,
        "in_reply_to": status.get("in_reply_to_id"),
        # Without its server, a name is compared by what stands before the @.
        "username": acct if "@" in acct or not acct else f"{acct}@{host or ''}",
    }


def handle_of(actor: str) -> str | None:
    """name@server of an actor's address."""
    try:
        parts = urlsplit(actor)
    except ValueError:
        return None
    name = parts.path.rstrip("/").rpartition("/")[2].removeprefix("@")
    return f"{name}@{parts.hostname}" if parts.hostname and name else None


def _listed(value: Any) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)] if value else []
