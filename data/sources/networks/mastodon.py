"""Mastodon, and servers that speak its API: an account's public posts, HTML turned to text."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from data.errors import AccountUnavailable, SourceDown, SourceRefused
from data.sources.networks.http import Http, Params, Reply
from data.sources.networks.network import Page, Profile, profile_of, readable, told
from data.tweets.markup import text_of
from data.tweets.store import Tweet, parse_time

PAGE = 40


class MastodonSource:
    """One server that speaks Mastodon's API."""

    checks = 40  # one request each

    def __init__(self, host: str, http: Http) -> None:
        self.name, self._http = host, http

    def find(self, handle: str) -> Profile:
        user = handle.partition("@")[0]
        found = self._get("/api/v1/accounts/lookup", {"acct": user}, handle)
        if not isinstance(found, dict) or "id" not in found:
            raise SourceDown(self.name, "its answer holds no account")
        if found.get("suspended"):
            raise AccountUnavailable(handle, self.name, "suspended")
        return profile_of(self.name, found["id"], found.get("display_name") or user, found.get("statuses_count"))

    def fetch(self, account_id: str, since: str | None, cursor: str | None, most: int) -> Iterator[Page]:
        while True:
            where: Params = {"limit": PAGE}
            if since:
                where["since_id"] = since
            if cursor:
                where["max_id"] = cursor
            found = self._get(f"/api/v1/accounts/{account_id}/statuses", where, account_id)
            tweets = tuple(readable(self.name, found, _tweet))
            last = tweets[-1].id if tweets else None  # a page may be short for other reasons than the end
            if last is not None and last == cursor:
                raise SourceDown(self.name, "it sends the same page again and again")
            cursor = last
            yield Page(tweets, cursor, tweets[0].id if tweets else None)
            if cursor is None:
                return

    def cursor_below(self, post_id: str) -> None:
        return None

    def present(self, account_id: str, ids: Sequence[str]) -> dict[str, bool]:
        replies = {key: self._http.get(f"/api/v1/statuses/{quote(key, safe='')}", {}) for key in ids}
        return {key: reply.status not in (404, 410) for key, reply in replies.items()}

    def _get(self, path: str, where: Params, account: str) -> Any:
        reply = self._http.get(path, where)
        match reply.status:
            case 200:
                return reply.body
            case 404:
                raise AccountUnavailable(account, self.name, "missing")
            case 410:
                raise AccountUnavailable(account, self.name, "suspended")
            case 401 | 403 | 422:
                raise SourceRefused(self.name, _reason(reply), "import the account's own export instead")
        raise SourceRefused(self.name, _reason(reply), "try again later")


_CARRIERS = tuple(map(ipaddress.IPv6Network, ("::/96", "64:ff9b::/96", "::ffff:0:0:0/96")))  # of IPv4 in their end
_NOWHERE = tuple(  # that are nobody's server, also where Python's tables are older
    map(ipaddress.ip_network, ("64:ff9b:1::/48", "3fff::/20", "5f00::/16", "192.88.99.0/24", "192.0.0.0/24"))
)
_ISATAP = (0x5EFE, 0x0200_5EFE)  # the middle of an address that carries one of IPv4 in its end (RFC 5214)


def public_addresses(host: str) -> list[str]:
    """Where a host is. A handle names any: never one of our own network. Raises `SourceDown`."""
    try:
        found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    except OSError as error:
        raise SourceDown(host, "there is no such server") from error
    addresses = list(dict.fromkeys(str(address[0]) for *_, address in found))
    if not all(map(is_public, addresses)):
        raise SourceDown(host, "it is not on the public internet")
    return addresses


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet's, also where it carries another one in it."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inside = found.ipv4_mapped or found.sixtofour
        carries = any(found in network for network in _CARRIERS) or (int(found) >> 32) & 0xFFFFFFFF in _ISATAP
        if inside is None and carries:
            inside = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inside is not None:
            return is_public(str(inside))
        if found.is_site_local or found.teredo is not None:
            return False
    known = any(found in network for network in _NOWHERE)
    return found.is_global and not found.is_multicast and not known


def _reason(reply: Reply) -> str:
    said = reply.body.get("error") if isinstance(reply.body, dict) else None
    return told(said or "") or f"it answers with status {reply.status}"


def _tweet(status: dict[str, Any]) -> Tweet:
    reblog = status.get("reblog")
    text = text_of(status["content"] or "")
    if reblog:
        text = f"RT @{reblog['account']['acct']}: {text_of(reblog['content'] or '')}"
    created_at, replied_to = parse_time(status["created_at"]), status.get("in_reply_to_id")
    return Tweet(
        str(status["id"]), created_at, text, reblog is not None, str(replied_to) if replied_to else None, "mastodon"
    )
