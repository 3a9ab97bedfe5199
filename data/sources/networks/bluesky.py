"""Bluesky: an account's public posts, from the AppView, or from the personal data server the address points to.

The AppView has reposts and counts; a bare data server has the account's own records and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from data.errors import AccountUnavailable, SourceDown, SourceRefused
from data.sources.files.bluesky_export import whole_text
from data.sources.networks.http import Http, Params, Reply
from data.sources.networks.network import Page, Profile, identifier, profile_of, readable, told
from data.tweets.store import Tweet, parse_time

PAGE = 100
POSTS_AT_ONCE = 25
POST = "app.bsky.feed.post"
REPOST = "repost:"
_NOT_SERVED = {"AuthMissing", "MethodNotImplemented", "XRPCNotSupported"}  # what a bare data server says


class BlueskySource:
    """The AppView, or a personal data server."""

    name = "Bluesky"
    checks = 100

    def __init__(self, http: Http) -> None:
        self._http = http

    def find(self, handle: str) -> Profile:
        reply = self._http.get("/xrpc/app.bsky.actor.getProfile", {"actor": handle})
        if self._no_app_view(reply):
            found = self._body(self._http.get("/xrpc/com.atproto.repo.describeRepo", {"repo": handle}), handle)
            return profile_of(self.name, found.get("did"), handle)
        found = self._body(reply, handle)
        if _hides(found):
            raise AccountUnavailable(handle, self.name, "protected")
        return profile_of(self.name, found.get("did"), found.get("displayName") or handle, found.get("postsCount"))

    def fetch(self, account_id: str, since: str | None, cursor: str | None, most: int) -> Iterator[Page]:
        while True:
            where: Params = {"limit": PAGE, "cursor": cursor} if cursor else {"limit": PAGE}
            reply = self._http.get("/xrpc/app.bsky.feed.getAuthorFeed", {"actor": account_id, **where})
            if self._no_app_view(reply):
                where = {"repo": account_id, "collection": POST, **where}
                reply = self._http.get("/xrpc/com.atproto.repo.listRecords", where)
            body = self._body(reply, account_id)
            if "records" in body:
                marked = readable(self.name, body["records"], _record)
            else:
                items = readable(self.name, body.get("feed"), lambda item: _item(item, account_id))
                if any(hides for _, _, hides in items):
                    raise AccountUnavailable(account_id, self.name, "protected")
                marked = [(mark, tweet) for mark, tweet, _ in items if tweet is not None]
            marks = [mark for mark, _ in marked]
            # All of a page is stored: a post may be indexed late, and then it stands below what is known.
            done = bool(since and marks and max(marks) <= since) or not body.get("cursor")
            cursor = None if done else identifier(self.name, body["cursor"], most=2_000)
            yield Page(tuple(tweet for _, tweet in marked), cursor, max(marks, default=None))
            if cursor is None:
                return

    def cursor_below(self, post_id: str) -> None:
        return None

    def present(self, account_id: str, ids: Sequence[str]) -> dict[str, bool]:
        known = set(ids)
        own = [post for post in ids if not post.startswith(REPOST)]
        for start in range(0, len(own), POSTS_AT_ONCE):
            some = own[start : start + POSTS_AT_ONCE]
            uris = {f"at://{account_id}/{POST}/{post}": post for post in some}
            reply = self._http.get("/xrpc/app.bsky.feed.getPosts", {"uris": list(uris)})
            if self._no_app_view(reply):
                known -= {post for post in some if not self._has_record(account_id, post)}
                continue
            there = {post.get("uri") for post in self._body(reply, account_id).get("posts") or []}
            known -= {post for uri, post in uris.items() if uri not in there}
        return {post: post in known for post in ids}

    def _has_record(self, account_id: str, post: str) -> bool:
        where: Params = {"repo": account_id, "collection": POST, "rkey": post}
        reply = self._http.get("/xrpc/com.atproto.repo.getRecord", where)
        return not (reply.status == 400 and _error(reply)[0] == "RecordNotFound")

    def _no_app_view(self, reply: Reply) -> bool:
        return reply.status >= 400 and (reply.status in (404, 501) or _error(reply)[0] in _NOT_SERVED)

    def _body(self, reply: Reply, account: str) -> dict[str, Any]:
        if reply.status == 200 and isinstance(reply.body, dict):
            return reply.body
        if reply.status == 200:
            raise SourceDown(self.name, "its answer is none of its kind")
        name, message = _error(reply)
        text = f"{name} {message}".lower()
        if "takedown" in text or "takendown" in text or "suspended" in text or "deactivated" in text:
            raise AccountUnavailable(account, self.name, "suspended")
        if "not found" in text or "notfound" in text or "could not find" in text or "unable to resolve" in text:
            raise AccountUnavailable(account, self.name, "missing")
        raise SourceRefused(self.name, told(message) or f"it answers with status {reply.status}", "try again later")


def _error(reply: Reply) -> tuple[str, str]:
    body = reply.body if isinstance(reply.body, dict) else {}
    return str(body.get("error") or ""), str(body.get("message") or "")


def _hides(author: dict[str, Any]) -> bool:
    """Whether the account asks not to be shown to people who are not logged in."""
    return any(label.get("val") == "!no-unauthenticated" for label in author.get("labels") or [])


def _item(item: dict[str, Any], account_id: str) -> tuple[str, Tweet | None, bool]:
    """One item of the AppView's feed: the moment it is sorted by, the tweet if it is one, whether its author hides."""
    post, reason = item["post"], item.get("reason") or {}
    kind = str(reason.get("$type", ""))
    if kind.endswith("reasonRepost"):
        text = f"RT @{post['author']['handle']}: {post['record'].get('text', '')}"
        at = parse_time(reason["indexedAt"])
        return _mark(at), Tweet(f"{REPOST}{post['uri']}", at, text, True, None, "bluesky"), False
    indexed = parse_time(post["indexedAt"]) or 0.0
    tweet = _tweet(post["uri"], post["record"])
    at = min(indexed, tweet.created_at or indexed)
    # A pinned post comes again in its place; a thread's other authors are not ours.
    own = not kind.endswith("reasonPin") and post["uri"].startswith(f"at://{account_id}/")
    return _mark(at), tweet if own else None, own and _hides(post.get("author") or {})


def _mark(at: float | None) -> str:
    return datetime.fromtimestamp(at or 0.0, UTC).isoformat(timespec="microseconds")


def _record(item: dict[str, Any]) -> tuple[str, Tweet]:
    """A data server's record; its key grows with time."""
    return item["uri"].rpartition("/")[2], _tweet(item["uri"], item["value"])


def _tweet(uri: str, record: dict[str, Any]) -> Tweet:
    text = whole_text(record)
    try:
        created_at = parse_time(record.get("createdAt"))
    except ValueError:  # what a client wrote; nobody checks it
        created_at = None
    parent = ((record.get("reply") or {}).get("parent") or {}).get("uri")
    return Tweet(uri.rpartition("/")[2], created_at, text, False, parent, "bluesky")
