"""A local server that speaks X's, Bluesky's and Mastodon's HTTP, with their error bodies, limits and faults.

It holds a timeline, newest first, and refuses requests that the real ones would refuse. `faults` decides for each
request whether the answer is dropped, stalled, cut short, repeated or refused.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

BORN = 1_700_000_000.0
DID = "did:plc:stand1nstand1nstand1nstan"
ORDINARY, DROP, CUT, STALL, REPEAT = "ordinary", "drop", "cut", "stall", "repeat"


@dataclass(frozen=True)
class Post:
    """One post of the account; `number` orders them in time."""

    number: int
    text: str
    kind: str = "post"  # "post", "repost", "reply"
    long: str = ""  # the whole text, where `text` is cut
    zone: str = "+00:00"  # that its client wrote the time in

    @property
    def at(self) -> str:
        return datetime.fromtimestamp(BORN + 60 * self.number, UTC).isoformat().replace("+00:00", ".000Z")

    @property
    def written_at(self) -> str:
        moment = datetime.fromtimestamp(BORN + 60 * self.number, UTC)
        return moment.astimezone(datetime.fromisoformat(f"2020-01-01T00:00{self.zone}").tzinfo).isoformat()


@dataclass
class Network:
    """The account `handle`, what it has posted, and how the server misbehaves."""

    handle: str = "vendo_floor3"
    name: str = "Vendo"
    posts: list[Post] = field(default_factory=list)
    faults: Callable[[str, dict[str, str]], str | tuple[int, dict[str, str], Any]] = lambda path, query: ORDINARY
    status: str = "ok"  # of the account: "ok", "missing", "suspended", "protected"
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    served: list[int] = field(default_factory=list)  # posts in each whole timeline page
    naming: str = "tweet"  # X's
    app_view: bool = True  # Bluesky's; a bare data server has none
    page: int = 0  # fewer posts a page than the network's own limit
    last: Any = None

    def add(self, count: int, text: str = "post number {} hums to the moon") -> None:
        first = max((post.number for post in self.posts), default=0) + 1
        self.posts += [Post(number, text.format(number)) for number in range(first, first + count)]

    def newest_first(self) -> list[Post]:
        return sorted(self.posts, key=lambda post: -post.number)

    # --- X ---

    def x(self, path: str, query: dict[str, str], headers: Any) -> tuple[int, Any]:
        if headers.get("Authorization") != "Bearer good":
            return 401, {"title": "Unauthorized", "type": "about:blank", "status": 401, "detail": "Unauthorized"}
        refusals = {
            "missing": ("Not Found Error", f"Could not find user with username: [{self.handle}]."),
            "suspended": ("Forbidden", f"User has been suspended: [{self.handle}]."),
            "protected": ("Authorization Error", "Sorry, you are not authorized to see the user."),
        }
        if self.status in refusals:
            title, detail = refusals[self.status]
            return 200, {"errors": [{"title": title, "detail": detail, "type": "https://api.x.com/2/problems"}]}
        if path.startswith("/2/users/by/username/"):
            user = {"id": "77", "name": self.name, "username": self.handle, "protected": False}
            return 200, {"data": {**user, "public_metrics": {"tweet_count": len(self.posts)}}}
        if path == "/2/tweets":
            ids = query["ids"].split(",")
            assert 1 <= len(ids) <= 100
            there = {str(self._x_id(post)): post for post in self.posts}
            body: dict[str, Any] = {"data": [{"id": key, "text": ""} for key in ids if key in there]}
            gone = [key for key in ids if key not in there]
            if gone:
                body["errors"] = [
                    {
                        "title": "Not Found Error",
                        "resource_id": key,
                        "type": "https://api.twitter.com/2/problems/resource-not-found",
                    }
                    for key in gone
                ]
            return 200, body
        assert path == "/2/users/77/tweets", path
        limit = int(query["max_results"])
        if not 5 <= limit <= 100:
            return 400, {"errors": [{"message": f"max_results [{limit}] is not between 5 and 100"}]}
        assert query[f"{self.naming}.fields"]
        posts = [post for post in self.newest_first()[:3200] if self._x_id(post) > int(query.get("since_id", 0))]
        if token := query.get("pagination_token"):
            posts = [post for post in posts if self._x_id(post) < int(token.removeprefix("older"))]
        if oldest := query.get("until_id"):
            posts = [post for post in posts if self._x_id(post) < int(oldest)]
        page = posts[: self.page or limit]
        meta: dict[str, Any] = {"result_count": len(page)}
        if len(page) < len(posts):
            meta["next_token"] = f"older{self._x_id(page[-1])}"
        return 200, {"meta": meta, **({"data": [self._x_post(post) for post in page]} if page else {})}

    def _x_id(self, post: Post) -> int:
        return 10**17 + post.number

    def _x_post(self, post: Post) -> dict[str, Any]:
        kinds = {"repost": "retweeted" if self.naming == "tweet" else "reposted", "reply": "replied_to"}
        made: dict[str, Any] = {"id": str(self._x_id(post)), "text": post.text, "created_at": post.at}
        if post.kind in kinds:
            made[f"referenced_{self.naming}s"] = [{"type": kinds[post.kind], "id": "5"}]
        if post.long:
            made[f"note_{self.naming}"] = {"text": post.long}
        return made

    # --- Bluesky ---

    def bluesky(self, path: str, query: dict[str, str], headers: Any) -> tuple[int, Any]:
        name = path.removeprefix("/xrpc/")
        if self.status == "missing":
            return 400, {"error": "InvalidRequest", "message": "Profile not found"}
        if self.status == "suspended":
            return 400, {"error": "AccountTakedown", "message": "Account has been suspended"}
        if name.startswith("app.bsky.") and not self.app_view:
            return 401, {"error": "AuthMissing", "message": "Authentication Required"}
        if name == "app.bsky.actor.getProfile":
            labels = [{"val": "!no-unauthenticated"}] if self.status == "protected" else []
            profile = {"did": DID, "handle": self.handle, "displayName": "Vendo", "labels": labels}
            return 200, {**profile, "postsCount": len(self.posts)}
        if name == "com.atproto.repo.describeRepo":
            return 200, {"did": DID, "handle": self.handle}
        if name == "app.bsky.feed.getPosts":
            there = {self._uri(post): post for post in self.posts}
            uris = query["uris"].split(",")
            assert 1 <= len(uris) <= 25
            return 200, {"posts": [{"uri": uri} for uri in uris if uri in there]}
        if name == "com.atproto.repo.getRecord":
            if query["rkey"] in {self._key(post) for post in self.posts}:
                return 200, {"uri": "", "value": {}}
            return 400, {"error": "RecordNotFound", "message": "Could not locate record"}
        limit = int(query["limit"])
        assert 1 <= limit <= 100
        posts = self.newest_first()
        if name == "com.atproto.repo.listRecords":
            assert query["collection"] == "app.bsky.feed.post"
            posts = [p for p in posts if p.kind != "repost" and self._key(p) < query.get("cursor", "~")]
            page = posts[: self.page or limit]
            records = [{"uri": self._uri(p), "cid": "b", "value": self._bluesky_record(p)} for p in page]
            return 200, {"records": records, **({"cursor": self._key(page[-1])} if page else {})}
        assert name == "app.bsky.feed.getAuthorFeed", name
        posts = [post for post in posts if post.at < query.get("cursor", "~")]
        page = posts[: self.page or limit]
        feed = [self._item(post) for post in page]
        return 200, {"feed": feed, **({"cursor": page[-1].at} if len(page) < len(posts) else {})}

    def _key(self, post: Post) -> str:
        return f"3k{post.number:011}"

    def _uri(self, post: Post) -> str:
        return f"at://{DID}/app.bsky.feed.post/{self._key(post)}"

    def _bluesky_record(self, post: Post) -> dict[str, Any]:
        record: dict[str, Any] = {"$type": "app.bsky.feed.post", "text": post.long or post.text}
        record["createdAt"] = post.written_at
        if post.kind == "reply":
            other = {"uri": "at://did:plc:other/app.bsky.feed.post/3aaa", "cid": "b"}
            record["reply"] = {"root": other, "parent": other}
        return record

    def _item(self, post: Post) -> dict[str, Any]:
        labels = [{"val": "!no-unauthenticated"}] if self.status == "protected" else []
        author = {"did": DID, "handle": self.handle, "labels": labels}
        own = {"uri": self._uri(post), "author": author, "indexedAt": post.at}
        if post.kind == "repost":
            by = {"uri": f"at://did:plc:other/app.bsky.feed.post/{post.number}", "author": {"handle": "other.test"}}
            shown = {**own, **by, "record": {"text": post.text, "createdAt": post.at}}
            return {"post": shown, "reason": {"$type": "app.bsky.feed.defs#reasonRepost", "indexedAt": post.at}}
        return {"post": {**own, "record": self._bluesky_record(post)}}

    # --- Mastodon ---

    def mastodon(self, path: str, query: dict[str, str], headers: Any) -> tuple[int, Any]:
        if self.status == "missing":
            return 404, {"error": "Record not found"}
        if self.status == "protected":
            return 401, {"error": "This API requires an authenticated user"}
        if path == "/api/v1/accounts/lookup":
            found = {"id": "9", "acct": self.handle.partition("@")[0], "display_name": "Vendo"}
            return 200, {**found, "statuses_count": len(self.posts), "suspended": self.status == "suspended"}
        if path.startswith("/api/v1/statuses/"):
            there = {str(self._mastodon_id(post)) for post in self.posts}
            return (200, {}) if path.rpartition("/")[2] in there else (404, {"error": "Record not found"})
        assert path == "/api/v1/accounts/9/statuses", path
        limit = int(query["limit"])
        assert 1 <= limit <= 40
        newest, oldest = int(query.get("max_id", 10**19)), int(query.get("since_id", 0))
        posts = [post for post in self.newest_first() if oldest < self._mastodon_id(post) < newest]
        return 200, [self._status(post) for post in posts[: self.page or limit]]

    def _mastodon_id(self, post: Post) -> int:
        return 10**17 + post.number

    def _status(self, post: Post) -> dict[str, Any]:
        html = f"<p>{post.long or post.text}</p>"
        made: dict[str, Any] = {"id": str(self._mastodon_id(post)), "created_at": post.at, "content": html}
        made |= {"reblog": None, "in_reply_to_id": "5" if post.kind == "reply" else None}
        if post.kind == "repost":
            made |= {"content": "", "reblog": {"content": html, "account": {"acct": "other@else.test"}}}
        return made


@contextmanager
def serving(network: Network, kind: str) -> Iterator[str]:
    """Serve the network as "x", "bluesky" or "mastodon" for the block; yields its address."""
    speak: Callable[[str, dict[str, str], Any], tuple[int, Any]] = getattr(network, kind)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: ",".join(values) for name, values in parse_qs(parts.query).items()}
            network.requests.append((parts.path, query))
            fault = network.faults(parts.path, query)
            if fault == DROP:
                self.close_connection = True
                return
            if isinstance(fault, tuple):
                status, headers, body = fault
                self._send(status, json.dumps(body).encode(), headers)
                return
            status, body = speak(parts.path, query, self.headers)
            if fault == REPEAT and network.last is not None and status == 200:
                body = _repeated(body, network.last)
            network.last = body
            content = json.dumps(body).encode()
            if fault == CUT:
                content = content[: len(content) // 2]
            elif fault == STALL:
                self.send_response(status)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content[:10])
                self.wfile.flush()
                time.sleep(0.3)
                self.close_connection = True
                return
            else:
                network.served.append(_posts_in(body))
            self._send(status, content, {})

        def _send(self, status: int, content: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


LISTS = ("data", "feed", "records")


def _posts_in(body: Any) -> int:
    if isinstance(body, list):
        return len(body)
    return next((len(body[name]) for name in LISTS if isinstance(body.get(name), list)), 0)


def _repeated(body: Any, last: Any) -> Any:
    """The posts of the page before in front of this one's, as a source does that has shifted meanwhile."""
    if isinstance(body, list) and isinstance(last, list):
        return last + body
    for name in LISTS:
        if isinstance(body, dict) and isinstance(last, dict) and isinstance(body.get(name), list):
            return {**body, name: [*(last.get(name) or []), *body[name]]}
    return body
