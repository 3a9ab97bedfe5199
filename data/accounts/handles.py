"""Handles: what an account may be called at each source. Nothing else ever becomes a row, a path or a log line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.errors import InvalidHandle, JointAccount

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = rf"(?=.{{1,253}}\Z)(?:{_LABEL}\.)+[A-Za-z](?:[A-Za-z0-9-]{{0,61}}[A-Za-z0-9])?"


@dataclass(frozen=True)
class Network:
    """A network that accounts are downloaded from. `label` is its name for people, `grammar` of whole handles.

    `by_host`: every server is a source of its own, which fails and rests alone. How a network is asked is
    `data.sources.networks.known`.
    """

    key: str
    label: str
    grammar: re.Pattern[str]
    example: str
    by_host: bool = False

    def place(self, handle: str) -> str:
        """What is asked, and backs off when it fails: the network, or one of its servers."""
        return handle.partition("@")[2] if self.by_host else self.label


NETWORKS = {
    network.key: network
    for network in (
        Network("x", "X", re.compile(r"[A-Za-z0-9_]{1,15}"), "nayancat1111"),
        Network(
            "mastodon",
            "Mastodon",
            re.compile(rf"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{{0,28}}[A-Za-z0-9_])?@{_DOMAIN}"),
            "name@mastodon.social",
            by_host=True,
        ),
        Network("bluesky", "Bluesky", re.compile(_DOMAIN), "name.bsky.social"),
    )
}
"""By key. No text is a handle of two of them."""

FORMS = tuple(f"{network.example} ({network.label})" for network in NETWORKS.values())
"""What a handle may look like, for people."""

_X = NETWORKS["x"].grammar


@dataclass(frozen=True)
class Handle:
    """A valid handle in lower case, and the network whose grammar it follows."""

    text: str
    network: str  # a key of `NETWORKS`, or "joint"
    members: tuple[str, ...] = ()  # of a joint account, the handles it is made of

    @property
    def place(self) -> str:
        """What is asked for its posts, and backs off when it fails. Raises `JointAccount`."""
        if self.members:
            raise JointAccount(self.text)
        return NETWORKS[self.network].place(self.text)


MAX_MEMBERS = 3


def parse_handle(text: str) -> Handle:
    """Strip, drop one leading `@`, lower-case and validate. Raises `InvalidHandle`.

    X handles joined by "-", or handles of any network joined by "+", name a joint account: `a-b`, `a+b@c.social`.
    """
    handle = text.replace("\u2060", "").strip().removeprefix("@")  # which our own messages put into handles
    parts = handle.split("+")
    if len(parts) == 1 and all(map(_X.fullmatch, handle.split("-"))):
        parts = handle.split("-")
    if 1 < len(parts) <= MAX_MEMBERS:
        return _joint(parts, text)
    for network in NETWORKS.values():
        if network.grammar.fullmatch(handle):
            return Handle(handle.lower(), network.key)
    raise InvalidHandle(text, FORMS)


def _joint(parts: list[str], text: str) -> Handle:
    """The handle of several different accounts in one voice; in whatever order, it is the same."""
    try:
        members = sorted(parse_handle(part).text for part in parts)
    except InvalidHandle:
        raise InvalidHandle(text, FORMS) from None
    if len(set(members)) < len(members) or any(parse_handle(member).members for member in members):
        raise InvalidHandle(text, FORMS)
    return Handle(("-" if all(map(_X.fullmatch, members)) else "+").join(members), "joint", tuple(members))
