"""X API v2: username to id, then timeline pages. Every post that is read is paid for, so each request asks first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from data.errors import AccountUnavailable, SourceDown, SourceRefused
from data.sources.networks.network import Budget, CursorRefused, Page, Profile, identifier, profile_of, readable, told
from data.tweets.store import Tweet, parse_time

if TYPE_CHECKING:
    from data.sources.networks.http import Http, Params, Reply

MIN_PAGE, MAX_PAGE = 5, 100
CEILING = 3200  # the newest posts; older ones are not served
UNTIL = "until:"  # and an id: a cursor that never grows old
USER_READ = 2  # posts that one user read costs as much as


class XSource:
    """One account's timeline, each request paid from the budget first."""

    name = "X"
    checks = 20  # each is paid for

    def __init__(self, http: Http, budget: Budget, names: Literal["tweet", "post"] = "tweet") -> None:
        self._http, self._budget = http, budget
        self._fields = {f"{names}.fields": f"created_at,in_reply_to_user_id,note_{names},referenced_{names}s"}

    def find(self, handle: str) -> Profile:
        with self._budget(USER_READ, USER_READ) as granted:
            reply = self._http.get(
                f"/2/users/by/username/{handle}",
                {"user.fields": "public_metrics,protected,name,username"},
                granted,
            )
            granted.spent = USER_READ if reply.status == 200 else 0
        user = self._data(reply, handle)
        if user.get("protected"):
            raise AccountUnavailable(handle, self.name, "protected")
        metrics = user.get("public_metrics") or {}
        count = metrics.get("tweet_count", metrics.get("post_count"))
        return profile_of(self.name, user.get("id"), user.get("name", handle), count)

    def fetch(self, account_id: str, since: str | None, cursor: str | None, most: int) -> Iterator[Page]:
        while True:
            wanted = max(MIN_PAGE, min(MAX_PAGE, most))
            with self._budget(MIN_PAGE, wanted) as granted:
                params: Params = {**self._fields, "max_results": granted.posts}
                if since:
                    params["since_id"] = since
                if cursor:
                    older, _, oldest = cursor.partition(UNTIL)
                    params |= {"pagination_token": cursor} if older or not oldest else {"until_id": oldest}
                reply = self._http.get(f"/2/users/{account_id}/tweets", params, granted)
                body = reply.body if isinstance(reply.body, dict) else {}
                granted.spent = len(body.get("data") or []) if reply.status == 200 else 0
            if reply.status == 400 and cursor and not cursor.startswith(UNTIL):
                raise CursorRefused
            self._refuse(reply, account_id)
            if not isinstance(body.get("meta"), dict):
                raise SourceDown(self.name, "its answer is no page of posts")
            tweets = tuple(readable(self.name, body.get("data") or [], _tweet))
            most -= len(tweets)
            token = body["meta"].get("next_token")
            cursor = None if token is None else identifier(self.name, token, most=2_000)
            newest = max((tweet.id for tweet in tweets), key=int, default=None)
            yield Page(tweets, cursor, newest)
            if not cursor:
                return

    def cursor_below(self, post_id: str) -> str:
        return f"{UNTIL}{post_id}"

    def present(self, account_id: str, ids: Sequence[str]) -> dict[str, bool]:
        with self._budget(1, len(ids)) as granted:
            ids = ids[: granted.posts]
            reply = self._http.get("/2/tweets", {"ids": ",".join(ids)}, granted)
            body = reply.body if isinstance(reply.body, dict) else {}
            found = {str(post["id"]) for post in body.get("data") or []}
            granted.spent = len(found) if reply.status == 200 else 0
        self._refuse(reply, account_id, found=True)
        # Only what X says is gone is gone; a post it does not mention may be one it does not want to show now.
        gone = {
            str(error.get("resource_id", error.get("value")))
            for error in body.get("errors") or []
            if "not-found" in str(error.get("type")) or "Not Found" in str(error.get("title"))
        }
        return {key: key not in gone for key in ids}

    def _data(self, reply: Reply, handle: str) -> dict[str, Any]:
        self._refuse(reply, handle)
        data = reply.body.get("data") if isinstance(reply.body, dict) else None
        if not isinstance(data, dict) or "id" not in data:
            raise SourceDown(self.name, "its answer holds no account")
        return data

    def _refuse(self, reply: Reply, account: str, *, found: bool = False) -> None:
        """Raise what the answer says. An error comes with status 200, too, where the account is the reason."""
        body = reply.body if isinstance(reply.body, dict) else {}
        errors = body.get("errors") or []
        first = errors[0] if errors and isinstance(errors[0], dict) else body
        detail = told(first.get("detail") or first.get("message") or body.get("title") or "")
        match reply.status:
            case 401:
                raise SourceRefused(self.name, "it does not accept the token", "copy TWEETLIKE_X_TOKEN again, whole")
            case 402:
                raise SourceRefused(self.name, "its credits are used up", "buy more at developer.x.com, or wait")
            case 403:
                raise SourceRefused(self.name, detail or "it forbids this", "check the app's access at developer.x.com")
            case 404:
                raise AccountUnavailable(account, self.name, "missing")
            case status if status >= 400:
                raise SourceRefused(self.name, detail or f"it answers with status {status}", "try again later")
        if found or "data" in body or not errors:
            return
        text = detail.lower()
        if "suspended" in text:
            raise AccountUnavailable(account, self.name, "suspended")
        if "not authorized" in text or "protected" in text:
            raise AccountUnavailable(account, self.name, "protected")
        raise AccountUnavailable(account, self.name, "missing")


def _tweet(post: dict[str, Any]) -> Tweet:
    """A post in either of X's two naming schemes."""
    note = post.get("note_tweet") or post.get("note_post") or {}
    referenced = post.get("referenced_tweets") or post.get("referenced_posts") or []
    kinds = {reference.get("type"): str(reference.get("id")) for reference in referenced}
    is_retweet = "retweeted" in kinds or "reposted" in kinds
    text = post["text"] if is_retweet else note.get("text") or post["text"]
    if not isinstance(text, str):
        raise TypeError("its text is not text")
    return Tweet(
        id=str(int(post["id"])),
        created_at=parse_time(post.get("created_at")),
        text=text,
        is_retweet=is_retweet,
        in_reply_to=kinds.get("replied_to") or post.get("in_reply_to_user_id"),
        source="x",
    )
