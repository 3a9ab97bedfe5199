"""Handles: what an account may be called at each source. Nothing else ever becomes a row, a path or a log line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.errors import InvalidHandle

_X = re.compile(r"[A-Za-z0-9_]{1,15}")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+[A-Za-z](?:[A-Za-z0-9-]{{0,61}}[A-Za-z0-9])?")
_MASTODON_USER = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,28}[A-Za-z0-9_])?")


@dataclass(frozen=True)
class Handle:
    """A valid handle in lower case, and the network whose grammar it follows."""

    text: str
    network: str  # "x", "bluesky", "mastodon" or "joint"
    members: tuple[str, ...] = ()  # of a joint account, the handles it is made of


NETWORKS = {"x": "X", "bluesky": "Bluesky", "mastodon": "Mastodon"}
"""What people call the networks that accounts are downloaded from."""

MOST_MEMBERS = 3


def parse_handle(text: str) -> Handle:
    """Strip, drop one leading `@`, lower-case and validate. Raises `InvalidHandle`.

    X handles joined by "-", or handles of any network joined by "+", name a joint account: `a-b`, `a+b@c.social`.
    """
    handle = text.strip().removeprefix("@")
    parts = handle.split("+")
    if len(parts) == 1 and all(map(_X.fullmatch, handle.split("-"))):
        parts = handle.split("-")
    if 1 < len(parts) <= MOST_MEMBERS:
        return _joint(parts, text)
    user, at, instance = handle.partition("@")
    if _X.fullmatch(handle):
        return Handle(handle.lower(), "x")
    if at and _MASTODON_USER.fullmatch(user) and len(instance) <= 253 and _DOMAIN.fullmatch(instance):
        return Handle(handle.lower(), "mastodon")
    if len(handle) <= 253 and _DOMAIN.fullmatch(handle):
        return Handle(handle.lower(), "bluesky")
    raise InvalidHandle(text)


def _joint(parts: list[str], text: str) -> Handle:
    """The handle of several different accounts in one voice; in whatever order, it is the same."""
    try:
        members = sorted(parse_handle(part).text for part in parts)
    except InvalidHandle:
        raise InvalidHandle(text) from None
    if len(set(members)) < len(members) or any(parse_handle(member).members for member in members):
        raise InvalidHandle(text)
    return Handle(("-" if all(map(_X.fullmatch, members)) else "+").join(members), "joint", tuple(members))
