"""Bluesky: an account's public posts, from the AppView, or from the personal data server the address points to.

The AppView has reposts and counts; a bare data server has the account's own records and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from data.errors import AccountUnavailable, SourceDown, SourceRefused
from data.sources.http import Http, Params, Reply
from data.sources.live import Page, Profile
from data.tweets import Tweet, parse_time

PAGE = 100
POSTS_AT_ONCE = 25
POST = "app.bsky.feed.post"
REPOST = "repost:"
_NOT_SERVED = {"AuthMissing", "MethodNotImplemented", "XRPCNotSupported"}  # what a bare data server says


class BlueskySource:
    name = "Bluesky"
    checks = 100

    def __init__(self, http: Http) -> None:
        self._http = http

    def find(self, handle: str) -> Profile:
        reply = self._http.get("/xrpc/app.bsky.actor.getProfile", {"actor": handle})
        if self._no_app_view(reply):
            found = self._body(self._http.get("/xrpc/com.atproto.repo.describeRepo", {"repo": handle}), handle)
            return Profile(str(found["did"]), found.get("handle", handle), handle)
        found = self._body(reply, handle)
        if any(label.get("val") == "!no-unauthenticated" for label in found.get("labels") or []):
            raise AccountUnavailable(handle, self.name, "protected")
        return Profile(
            str(found["did"]), found.get("handle", handle), found.get("displayName") or handle, found.get("postsCount")
        )

    def fetch(self, account_id: str, since: str | None, cursor: str | None) -> Iterator[Page]:
        while True:
            where: Params = {"limit": PAGE, "cursor": cursor} if cursor else {"limit": PAGE}
            reply = self._http.get("/xrpc/app.bsky.feed.getAuthorFeed", {"actor": account_id, **where})
            if self._no_app_view(reply):
                where = {"repo": account_id, "collection": POST, **where}
                reply = self._http.get("/xrpc/com.atproto.repo.listRecords", where)
            body = self._body(reply, account_id)
            try:
                marked = [_record(item) for item in body["records"]] if "records" in body else _feed(body, account_id)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                raise SourceDown(self.name, f"it sent a post I cannot read ({error})") from error
            fresh = [(mark, tweet) for mark, tweet in marked if since is None or mark > since]
            done = len(fresh) < len(marked) or not body.get("cursor")
            cursor = None if done else str(body["cursor"])
            newest = max((mark for mark, _ in fresh), default=None)
            yield Page(tuple(tweet for _, tweet in fresh), cursor, newest)
            if cursor is None:
                return

    def present(self, account_id: str, ids: Sequence[str]) -> set[str]:
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
        return known

    def _has_record(self, account_id: str, post: str) -> bool:
        where: Params = {"repo": account_id, "collection": POST, "rkey": post}
        reply = self._http.get("/xrpc/com.atproto.repo.getRecord", where)
        return not (reply.status == 400 and _error(reply)[0] == "RecordNotFound")

    def _no_app_view(self, reply: Reply) -> bool:
        return reply.status >= 400 and (reply.status in (404, 501) or _error(reply)[0] in _NOT_SERVED)

    def _body(self, reply: Reply, account: str) -> dict[str, Any]:
        if reply.status == 200 and isinstance(reply.body, dict):
            return reply.body
        name, message = _error(reply)
        text = f"{name} {message}".lower()
        if "takedown" in text or "takendown" in text or "suspended" in text or "deactivated" in text:
            raise AccountUnavailable(account, self.name, "suspended")
        if "not found" in text or "notfound" in text or "could not find" in text or "unable to resolve" in text:
            raise AccountUnavailable(account, self.name, "missing")
        raise SourceRefused(self.name, message or f"it answers with status {reply.status}", "try again later")


def _error(reply: Reply) -> tuple[str, str]:
    body = reply.body if isinstance(reply.body, dict) else {}
    return str(body.get("error") or ""), str(body.get("message") or "")


def _feed(body: dict[str, Any], account_id: str) -> list[tuple[str, Tweet]]:
    """The AppView's items, each with the moment that the feed is sorted by."""
    marked = []
    for item in body["feed"]:
        post, reason = item["post"], item.get("reason") or {}
        if str(reason.get("$type", "")).endswith("reasonPin"):
            continue  # out of its order; it comes again in its place
        if str(reason.get("$type", "")).endswith("reasonRepost"):
            mark = reason["indexedAt"]
            author = post["author"]["handle"]
            text = f"RT @{author}: {post['record'].get('text', '')}"
            marked.append((mark, Tweet(f"{REPOST}{post['uri']}", parse_time(mark), text, True, None, "bluesky")))
        elif post["uri"].startswith(f"at://{account_id}/"):  # a thread's other authors are not ours
            mark = min(post["indexedAt"], post["record"].get("createdAt") or post["indexedAt"])
            marked.append((mark, _tweet(post["uri"], post["record"])))
    return marked


def _record(item: dict[str, Any]) -> tuple[str, Tweet]:
    """A data server's record; its key grows with time."""
    return item["uri"].rpartition("/")[2], _tweet(item["uri"], item["value"])


def _tweet(uri: str, record: dict[str, Any]) -> Tweet:
    text = record.get("text", "")
    if not isinstance(text, str):
        raise TypeError("its text is not text")
    try:
        created_at = parse_time(record.get("createdAt"))
    except ValueError:  # what a client wrote; nobody checks it
        created_at = None
    parent = ((record.get("reply") or {}).get("parent") or {}).get("uri")
    return Tweet(uri.rpartition("/")[2], created_at, text, False, parent, "bluesky")
