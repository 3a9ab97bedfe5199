"""Live sources against a local server that speaks their HTTP: what is stored, what it costs, and what goes wrong."""

from __future__ import annotations

import gzip
import random
import resource
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from pydantic import SecretStr
from sqlite_utils import Database

from data.accounts.handles import parse_handle
from data.accounts.policies import set_policy
from data.accounts.store import Account, ensure_account, find_account
from data.errors import (
    AccountRenamed,
    AccountUnavailable,
    BudgetSpent,
    HandlePassedOn,
    JointAccount,
    LeaseLost,
    RateLimited,
    SourceDown,
    SourceOff,
    SourceRefused,
    SourceResting,
    TweetlikeError,
)
from data.models.history import events
from data.models.registry import list_versions, live_version
from data.settings import Settings
from data.sources.budget import MonthlyBudget, spent_in
from data.sources.circuit_breaker import FIRST_REST_S, record_failure, record_success, resting
from data.sources.downloads import Downloaded, begin, describe_estimate, download, estimate, open_source
from data.sources.networks import http
from data.sources.networks.mastodon import is_public, public_addresses, text_of
from data.sources.networks.network import Profile, profile_of
from data.storage.database import connect
from data.texts.english import explain
from data.tweets.corpus import account_corpus
from data.tweets.store import load_tweets
from tests.conftest import MakeVoice
from tests.peers.networks import CUT, DROP, ORDINARY, REPEAT, STALL, Network, Post, serving

KINDS = ("x", "bluesky", "mastodon")
HANDLES = {"x": "vendo_floor3", "bluesky": "vendo.bsky.social", "mastodon": "vendo@floor3.test"}
NOW = 1_764_000_000.0  # in November 2025
MONTH = "2025-11"


pytestmark = pytest.mark.usefixtures("impatient")


@contextmanager
def source_at(settings: Settings, network: Network, kind: str, **changes: Any) -> Iterator[Settings]:
    """Settings for this network, served as `kind`."""
    network.handle = HANDLES[kind]
    with serving(network, kind) as url:
        here = {"x_token": SecretStr("good"), "x_accept_terms": True, f"{kind}_url": url, **changes}
        yield settings.model_copy(update=here)


def start(db: Database, settings: Settings, kind: str) -> Account:
    handle = parse_handle(HANDLES[kind])
    return begin(db, handle.text, look_up(db, settings, handle.text), now=NOW)


def look_up(db: Database, settings: Settings, handle: str) -> Profile:
    with open_source(db, settings, parse_handle(handle), clock=lambda: NOW, report=lambda: None) as source:
        return source.find(handle)


def fetch(db: Database, settings: Settings, account: Account, *, days: int = 0, **more: Any) -> Downloaded:
    return download(db, settings, account, clock=lambda: NOW + days * 86400, **more)


def stored(db: Database, account: Account) -> list[str]:
    return [tweet.text for tweet in load_tweets(db, account.id)]


def timeline(network: Network) -> list[tuple[str, dict[str, str]]]:
    parts = ("/77/tweets", "getAuthorFeed", "listRecords", "/9/statuses")
    return [request for request in network.requests if request[0].endswith(parts)]


# --- what is stored ---


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_download_stores_all_and_a_second_only_what_is_new(settings: Settings, db: Database, kind: str) -> None:
    network = Network()
    network.add(250)
    with source_at(settings, network, kind, recheck_posts=0) as here:
        account = start(db, here, kind)
        assert (account.source, account.display_name) == (kind, "Vendo")
        assert fetch(db, here, account) == Downloaded(250, 0)
        assert stored(db, account) == [post.text for post in network.posts]
        network.requests.clear()
        network.served.clear()
        assert fetch(db, here, account) == Downloaded(0, 0)
        assert sum(network.served) == (0 if kind != "bluesky" else 100), "Bluesky has no `since`: one page is looked at"
        network.add(3)
        assert fetch(db, here, account).new == 3
        assert len(stored(db, account)) == 253
        assert len(timeline(network)) <= 4


@pytest.mark.parametrize("kind", KINDS)
def test_reposts_replies_and_long_posts_are_recognised(settings: Settings, db: Database, kind: str) -> None:
    network = Network(
        posts=[
            Post(1, "hum to the moon"),
            Post(2, "what another one said", kind="repost"),
            Post(3, "yes I do hum at night", kind="reply"),
            Post(4, "the beginning of a long …", long="the beginning of a long story about coins"),
        ]
    )
    with source_at(settings, network, kind) as here:
        account = start(db, here, kind)
        fetch(db, here, account)
    found = load_tweets(db, account.id)
    assert [tweet.is_retweet for tweet in found] == [False, True, False, False]
    assert [tweet.in_reply_to is not None for tweet in found] == [False, False, True, False]
    assert found[3].text == "the beginning of a long story about coins"
    assert found[0].created_at == 1_700_000_060
    counts = account_corpus(db, account).counts
    assert (counts.downloaded, counts.retweets, counts.kept) == (4, 1, 3)


def test_x_is_read_in_both_of_its_naming_schemes(settings: Settings, db: Database) -> None:
    network = Network(posts=[Post(1, "short …", long="the long one"), Post(2, "a", kind="repost")], naming="post")
    with source_at(settings, network, "x", x_names="post") as here:
        account = start(db, here, "x")
        fetch(db, here, account)
    assert [(tweet.text, tweet.is_retweet) for tweet in load_tweets(db, account.id)] == [
        ("the long one", False),
        ("a", True),
    ]


def test_a_bare_data_server_gives_its_own_posts_and_loses_deleted_ones(settings: Settings, db: Database) -> None:
    network = Network(app_view=False)
    network.add(120)
    with source_at(settings, network, "bluesky") as here:
        account = start(db, here, "bluesky")
        assert fetch(db, here, account).new == 120
        network.add(1)
        network.posts.pop(110)
        assert fetch(db, here, account) == Downloaded(1, 0), "what was just seen is not looked for"
        assert fetch(db, here, account, days=1) == Downloaded(0, 1)
    assert stored(db, account) == [post.text for post in network.posts]


def test_only_the_newest_posts_are_downloaded_at_first(settings: Settings, db: Database) -> None:
    network = Network()
    network.add(500)
    with source_at(settings, network, "mastodon", most_posts=100, recheck_posts=0) as here:
        account = start(db, here, "mastodon")
        assert fetch(db, here, account).new == 120  # three whole pages
        network.requests.clear()
        assert fetch(db, here, account).new == 0, "the older ones are not gone back to"
        assert len(timeline(network)) == 1


def test_html_becomes_the_text_that_it_shows() -> None:
    link = (
        '<a href="https://floor3.test/coins"><span class="invisible">https://</span>'
        '<span class="ellipsis">floor3.test/co</span><span class="invisible">ins</span></a>'
    )
    mention = '<span class="h-card"><a href="https://a.test/@b">@<span>b</span></a></span>'
    assert text_of(f"<p>{mention} a &lt; b<br>hum</p><p>{link}</p>") == "@b a < b\nhum\n\nhttps://floor3.test/coins"
    assert text_of("") == ""


# --- kills, faults, repetition ---


class Killed(BaseException):
    pass


@pytest.mark.parametrize("kind", KINDS)
def test_a_kill_between_pages_loses_nothing_and_repeats_nothing(settings: Settings, db: Database, kind: str) -> None:
    network = Network(page=20)
    network.add(200)
    with source_at(settings, network, kind, recheck_posts=0) as here:
        account = start(db, here, kind)
        network.requests.clear()

        def kill(so_far: int, expected: int) -> None:
            if so_far >= 100:
                raise Killed

        with pytest.raises(Killed):
            fetch(db, here, account, report=kill)
        assert len(stored(db, account)) == 100
        network.add(5)  # comes while nobody looks
        again = connect(here.database_path())
        assert fetch(again, here, account).new == 105
        assert sorted(stored(again, account)) == sorted(post.text for post in network.posts)
        pages = [tuple(sorted(query.items())) for _, query in timeline(network)]
        assert len(set(pages)) >= len(pages) - 1, "only the first page is asked for twice: for what is new"


def chaos(seed: int) -> Callable[[str, dict[str, str]], str]:
    rng = random.Random(seed)
    faulty = rng.uniform(0.1, 0.5)
    stall = 0.02  # these take their time

    def fault(path: str, query: dict[str, str]) -> str | tuple[int, dict[str, str], Any]:
        if rng.random() > faulty:
            return ORDINARY
        if rng.random() < stall:
            return STALL
        return rng.choice([DROP, CUT, CUT, REPEAT, (503, {}, {}), (500, {"Retry-After": "0"}, None)])

    return fault  # type: ignore[return-value]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", range(4))
def test_chaos_the_tweets_stored_are_the_truth_and_no_page_is_stored_twice(
    settings: Settings, db: Database, kind: str, part: int
) -> None:
    """200 seeded runs in all: pages are dropped, cut, stalled and repeated; the process is killed now and then."""
    for seed in range(part * 17, part * 17 + 17):
        rng = random.Random(seed)
        network = Network(page=rng.choice([3, 7, 20]))
        network.add(rng.randrange(1, 70), f"{seed} says {{}} times hum")
        with source_at(settings, network, kind, recheck_posts=0, x_monthly_posts=10**6) as here:
            db.execute("DELETE FROM accounts")
            account = start(db, here, kind)
            network.faults = chaos(seed)
            for _ in range(200):

                def kill(so_far: int, expected: int, rng: random.Random = rng) -> None:
                    if rng.random() < 0.05:
                        raise Killed

                try:
                    fetch(db, here, account, urgent=True, report=kill)
                except SourceDown:
                    continue
                except Killed:
                    if rng.random() < 0.3:
                        network.add(1, f"{seed} adds {{}} hums")
                    continue
                break
            else:
                pytest.fail(f"run {seed} never came to an end")
            network.faults = lambda path, query: ORDINARY
            fetch(db, here, account, urgent=True)
            assert sorted(stored(db, account)) == sorted(post.text for post in network.posts), f"run {seed}"


def test_whole_pages_are_paid_once_however_often_the_process_is_killed(settings: Settings, db: Database) -> None:
    network = Network(page=10)
    network.add(200)
    rng = random.Random(3)
    with source_at(settings, network, "x", recheck_posts=0) as here:
        account = start(db, here, "x")
        kills = 0

        def kill(so_far: int, expected: int) -> None:
            if rng.random() < 0.3:
                raise Killed

        for _ in range(100):
            try:
                fetch(db, here, account, report=kill)
                break
            except Killed:
                kills += 1
        assert kills > 3
        assert sum(network.served) == 200, "each post was served once"
        assert spent_in(db, MONTH) == 200 + 2, "and paid for once, beside the look-up of the account"


# --- what it costs ---


def test_x_is_off_until_its_terms_are_accepted_and_nothing_is_asked_before(settings: Settings, db: Database) -> None:
    network = Network()
    for changes in ({"x_token": None}, {"x_accept_terms": False}):
        with source_at(settings, network, "x", **changes) as here, pytest.raises(SourceOff) as caught:
            start(db, here, "x")
        assert "TWEETLIKE_X_" in explain(caught.value)
    assert network.requests == []


def test_an_estimate_says_what_a_first_download_costs(settings: Settings, db: Database) -> None:
    on = settings.model_copy(update={"x_token": SecretStr("good"), "x_accept_terms": True})
    unknown = estimate(db, on, "@Vendo_Floor3", now=NOW)
    assert (unknown.posts, unknown.exact, round(unknown.dollars, 2), unknown.left) == (3200, False, 16.01, 5000)
    few = on.model_copy(update={"most_posts": 100})
    assert describe_estimate(estimate(db, few, "vendo_floor3", now=NOW)).startswith("Up to 100 posts cost about $0.51")
    assert round(estimate(db, on, "vendo_floor3", 100, now=NOW).dollars, 2) == 0.51
    assert estimate(db, on, "vendo_floor3", 10**6, now=NOW).posts == 3200
    assert estimate(db, on, "vendo.bsky.social", now=NOW).dollars == 0


def test_the_budget_stops_a_run_before_the_request_and_keeps_what_came(settings: Settings, db: Database) -> None:
    network = Network()
    network.add(1000)
    with source_at(settings, network, "x", x_monthly_posts=250, recheck_posts=0) as here:
        account = start(db, here, "x")  # costs two
        with pytest.raises(BudgetSpent) as caught:
            fetch(db, here, account)
        assert (caught.value.left, caught.value.budget, caught.value.month) == (0, 250, MONTH)
        assert len(stored(db, account)) == 248
        assert sum(network.served) == 248
        assert timeline(network)[-1][1]["max_results"] == "48", "the last request asks for no more than is left"
        before = len(network.requests)
        with pytest.raises(BudgetSpent):
            fetch(db, here, account)
        assert len(network.requests) == before
        assert resting(db, "X") is None, "the source is not to blame"
        december = NOW + 31 * 86400
        with pytest.raises(BudgetSpent) as caught:
            download(db, here, account, clock=lambda: december)
        assert caught.value.month == "2025-12"
        assert len(stored(db, account)) == 248 + 250, "the next month goes on where this one stopped"


def test_answers_that_may_have_been_charged_for_count_and_refused_ones_do_not(settings: Settings, db: Database) -> None:
    network = Network()
    network.add(30)
    faults = iter([CUT, (503, {}, None), ORDINARY])
    with source_at(settings, network, "x", recheck_posts=0) as here:
        account = start(db, here, "x")
        network.faults = lambda path, query: next(faults)
        fetch(db, here, account)
    assert spent_in(db, MONTH) == 2 + 100 + 30, "a page that was cut may have cost all it was asked for"


def test_a_retry_that_cannot_be_paid_for_is_not_made(settings: Settings, db: Database) -> None:
    network = Network()
    network.add(30)
    with source_at(settings, network, "x", x_monthly_posts=150) as here:
        account = start(db, here, "x")
        network.faults = lambda path, query: CUT
        with pytest.raises(BudgetSpent):
            fetch(db, here, account)
    assert len(timeline(network)) == 1
    assert spent_in(db, MONTH) == 102


def test_two_hands_never_reserve_more_than_the_month_has(settings: Settings, db: Database) -> None:
    other = connect(settings.database_path())
    first, second = (MonthlyBudget(each, 150, lambda: NOW) for each in (db, other))
    with first(5, 100) as grant:
        assert grant.posts == 100
        with second(5, 100) as rest:
            assert rest.posts == 50
            rest.spent = 50
        with pytest.raises(BudgetSpent), second(5, 100):
            pass
        grant.spent = 10
    assert spent_in(db, MONTH) == 60


# --- what goes wrong ---


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", ["missing", "suspended", "protected"])
def test_an_account_that_cannot_be_read_says_why_and_is_not_stored(
    settings: Settings, db: Database, kind: str, status: str
) -> None:
    network = Network(status=status)
    refused = kind == "mastodon" and status == "protected"
    with (
        source_at(settings, network, kind) as here,
        pytest.raises(SourceRefused if refused else AccountUnavailable) as caught,
    ):
        start(db, here, kind)
    if isinstance(caught.value, AccountUnavailable):
        assert caught.value.why == status
    assert explain(caught.value)
    assert db.table("accounts").count == 0


@pytest.mark.parametrize("kind", KINDS)
def test_an_account_that_goes_away_keeps_what_was_downloaded(settings: Settings, db: Database, kind: str) -> None:
    network = Network()
    network.add(10)
    with source_at(settings, network, kind) as here:
        account = start(db, here, kind)
        fetch(db, here, account)
        network.status = "missing"
        with pytest.raises(AccountUnavailable):
            fetch(db, here, account)
    assert len(stored(db, account)) == 10


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "TWEETLIKE_X_TOKEN"),
        (402, "credits"),
        (403, "developer.x.com"),
        (400, "max_results"),
    ],
)
def test_what_only_an_operator_can_change_is_not_tried_again(
    settings: Settings, db: Database, status: int, words: str
) -> None:
    network = Network()
    bodies: dict[int, Any] = {
        401: {"title": "Unauthorized", "status": 401},
        402: {"title": "CreditsDepleted", "detail": "Your enrolled account does not have any credits."},
        403: {"reason": "client-not-enrolled", "detail": "When authenticating requests …", "status": 403},
        400: {"errors": [{"message": "max_results is odd"}]},
    }
    with source_at(settings, network, "x") as here:
        network.add(1)
        account = start(db, here, "x")
        network.requests.clear()
        network.faults = lambda path, query: (status, {}, bodies[status])
        with pytest.raises(SourceRefused) as caught:
            fetch(db, here, account)
    assert words in explain(caught.value)
    assert len(network.requests) == 1
    assert spent_in(db, MONTH) == 2, "a refused request costs nothing"


@pytest.mark.parametrize("kind", KINDS)
def test_a_source_that_stays_down_rests_longer_each_time_and_says_so(
    settings: Settings, db: Database, kind: str
) -> None:
    network = Network()
    network.add(5)
    with source_at(settings, network, kind) as here:
        account = start(db, here, kind)
        network.faults = lambda path, query: (502, {}, None)
        for times in (1, 2, 4):
            with pytest.raises(SourceDown):
                fetch(db, here, account, urgent=True)
            rest = resting(db, {"x": "X", "bluesky": "Bluesky", "mastodon": "floor3.test"}[kind])
            assert rest
            assert rest.until == NOW + FIRST_REST_S * times
        asked = len(network.requests)
        with pytest.raises(SourceResting) as caught:
            fetch(db, here, account)
        assert "502" in explain(caught.value)
        assert len(network.requests) == asked, "the schedule leaves it alone"
        network.faults = lambda path, query: ORDINARY
        assert fetch(db, here, account, urgent=True).new == 5, "a person may try at any time"
        assert fetch(db, here, account).new == 0, "and it is well again for the schedule, too"


@pytest.mark.parametrize(
    ("kind", "header"), [("x", "x-rate-limit-reset"), ("bluesky", "ratelimit-reset"), ("mastodon", "X-RateLimit-Reset")]
)
def test_a_rate_limit_is_waited_for_if_it_is_short_and_else_kept_to(
    settings: Settings, db: Database, kind: str, header: str
) -> None:
    network = Network(page=2)
    network.add(6)
    soon, late = time.time() + 2.2, time.time() + 3000

    def spelled(at: float) -> str:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at)) if kind == "mastodon" else str(int(at))

    with source_at(settings, network, kind, recheck_posts=0) as here:
        account = start(db, here, kind)
        answers = iter([ORDINARY, (429, {header: spelled(soon)}, {}), ORDINARY, (429, {header: spelled(late)}, {})])
        network.faults = lambda path, query: next(answers)
        started = time.monotonic()
        with pytest.raises(RateLimited) as caught:
            fetch(db, here, account)
        assert time.monotonic() - started > 0.9
        assert abs(caught.value.until - late) < 2
        assert len(stored(db, account)) == 4, "what came before the limit is kept"
        rest = resting(db, caught.value.source)
        assert rest
        assert abs(rest.until - late) < 2


def test_a_limit_with_retry_after_in_either_spelling_is_understood(settings: Settings, db: Database) -> None:
    network = Network()
    network.add(1)
    with source_at(settings, network, "mastodon") as here:
        account = start(db, here, "mastodon")
        for told in ("1000", time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 1000))):
            network.faults = lambda path, query, told=told: (429, {"Retry-After": told}, {})  # type: ignore[misc]
            with pytest.raises(RateLimited) as caught:
                fetch(db, here, account, urgent=True)
            assert abs(caught.value.until - time.time() - 1000) < 3


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("body", [{}, [], None, "hello", {"data": [{}]}, {"feed": [{}]}, [{"id": 1}], {"records": 3}])
def test_nonsense_is_one_sentence_and_stores_nothing(settings: Settings, db: Database, kind: str, body: Any) -> None:
    network = Network()
    with source_at(settings, network, kind) as here:
        account = start(db, here, kind)
        network.faults = lambda path, query: (200, {}, body)
        with suppress(TweetlikeError):
            fetch(db, here, account)
    assert stored(db, account) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("id", ["\ud800", "x" * 300, "a\x1b[2J", "", None, True, ["1"], {"a": 1}])
def test_an_account_of_no_id_is_one_sentence(settings: Settings, db: Database, kind: str, id: Any) -> None:
    found = {"id": id, "did": id, "name": ["x"], "displayName": 3, "statuses_count": "many", "postsCount": [1]}
    network = Network()
    network.faults = lambda path, query: (200, {}, {"data": found, **found})
    with source_at(settings, network, kind) as here, pytest.raises((SourceDown, SourceRefused)) as caught:
        start(db, here, kind)
    assert len(explain(caught.value)) < 300


def test_what_is_no_number_of_posts_is_not_known() -> None:
    for posts in ("7", [7], -1, 1e3, None, True, 10**30):
        assert profile_of("S", "1", "hum", posts).posts in (None, True)
    assert profile_of("S", 1, "hum\n\x1b[2J", 7) == Profile("1", "hum [2J", 7)


@contextmanager
def answering(head: bytes, body: bytes) -> Iterator[str]:
    """A server that says the same to everybody."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while server.fileno() >= 0:
                with suppress(OSError):
                    connection, _ = server.accept()
                    with connection:
                        connection.recv(65536)
                        connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n" + head + b"\r\n" + body)

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


@pytest.mark.parametrize("packed", ["once", "twice", "deflate", "broken", "deep"])
def test_an_answer_that_unpacks_to_gigabytes_is_not_unpacked(packed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two gigabytes of spaces, packed twice, are 3,477 bytes: the library unpacked them before anybody counted."""
    monkeypatch.setattr(http, "ATTEMPTS", 1)
    spaces = zlib.compressobj(9, wbits=31)
    bomb = b"".join(spaces.compress(b" " * (1 << 20)) for _ in range(300)) + spaces.flush()
    head, body = {
        "once": (b"Content-Encoding: gzip\r\n", bomb),
        "twice": (b"Content-Encoding: gzip, gzip\r\n", gzip.compress(bomb)),
        "deflate": (b"Content-Encoding: deflate\r\n", zlib.compress(b" " * 1000)),
        "broken": (b"Content-Encoding: gzip\r\n", b"\x1f\x8bnothing"),
        "deep": (b"", b"[" * 200_000),
    }[packed]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with answering(head, body) as url, closing(http.Http("S", url)) as source, pytest.raises(SourceDown) as caught:
        source.get("/", {})
    assert explain(caught.value)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 << 10
    good = gzip.compress(b'{"a": "\\ud83d \\ud83c\\udf19"}')
    with answering(b"Content-Encoding: gzip\r\n", good) as url, closing(http.Http("S", url)) as source:
        assert source.get("/", {}).body == {"a": "\ufffd 🌙"}


def test_a_redirect_is_not_followed(settings: Settings, db: Database) -> None:
    network = Network()
    with source_at(settings, network, "mastodon") as here:
        network.faults = lambda path, query: (302, {"Location": "http://127.0.0.1:1/inside"}, {})
        with pytest.raises(SourceDown):
            start(db, here, "mastodon")
    assert len(network.requests) == 1


def test_a_server_of_our_own_network_is_never_asked(settings: Settings, db: Database) -> None:
    for host in ("localhost", "127.0.0.1", "10.0.0.1", "169.254.169.254", "::1"):
        with pytest.raises(SourceDown):
            public_addresses(host)
    with pytest.raises(SourceDown):
        look_up(db, settings, "me@no-such-host.invalid")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1",
        "::127.0.0.1", "::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:c0a8:101::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "64:ff9b:1::7f00:1", "64:ff9b:1:fffe::10.0.0.1",
        "::ffff:0:127.0.0.1", "2a00:1450::5efe:7f00:1", "2a00:1450::200:5efe:192.168.0.1", "5f00::1", "3fff::1",
        "192.88.99.1", "192.0.0.8",
    ],
)  # fmt: skip
def test_an_address_of_our_own_is_seen_also_inside_another_one(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "64:ff9b::101:101"])
def test_an_address_of_the_internet_is_asked(address: str) -> None:
    assert is_public(address)


def test_a_name_that_leads_elsewhere_meanwhile_is_asked_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is that of the header and of the certificate, and is not looked up again."""
    monkeypatch.setattr(http, "BACKOFF_S", 0.0)
    monkeypatch.setattr(http, "ATTEMPTS", 2)
    asked: list[str | None] = []
    looked_up: list[str] = []
    look = socket.getaddrinfo

    def look_up_noted(host: str, *rest: Any, **others: Any) -> Any:
        looked_up.append(host)
        return look(host, *rest, **others)

    monkeypatch.setattr(socket, "getaddrinfo", look_up_noted)

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.headers["Host"])
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"[]")

        def log_message(self, *_: Any) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        place = f"hum.example:{server.server_port}"
        with closing(http.Http("S", f"http://{place}", addresses=["127.0.0.2", "127.0.0.1"])) as pinned:
            assert pinned.get("/", {}).body == []  # at the second address, for the first cannot be reached
            assert pinned.get("/", {}).body == []
        server.shutdown()
    assert asked == [place, place]
    assert set(looked_up) <= {"127.0.0.1", "127.0.0.2"}

    names: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.sni_callback = lambda _, name, __: names.append(name)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def shake_hands() -> None:
            with suppress(OSError):
                while True:
                    with suppress(ssl.SSLError):
                        context.wrap_socket(listening.accept()[0], server_side=True)

        threading.Thread(target=shake_hands, daemon=True).start()
        url = f"https://hum.example:{listening.getsockname()[1]}"
        with closing(http.Http("S", url, addresses=["127.0.0.1"])) as pinned, pytest.raises(SourceDown):
            pinned.get("/", {})
    assert names == ["hum.example"] * 2


def test_an_endless_or_huge_answer_ends(settings: Settings, db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "MAX_BYTES", 1000)
    network = Network()
    network.add(100)
    with source_at(settings, network, "bluesky") as here:
        account = start(db, here, "bluesky")
        with pytest.raises(SourceDown) as caught:
            fetch(db, here, account)
    assert "MiB" in explain(caught.value)


@pytest.mark.parametrize("begins", [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"])
def test_an_answer_that_drips_comes_to_an_end(monkeypatch: pytest.MonkeyPatch, begins: bytes) -> None:
    """In its head or in its body, each piece within the patience for one."""
    monkeypatch.setattr(http, "MAX_ANSWER_S", 0.4)
    monkeypatch.setattr(http, "ATTEMPTS", 2)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            while True:
                with suppress(OSError):
                    connection, _ = server.accept()
                    connection.recv(4096)
                    connection.sendall(begins)
                    for number in range(100):
                        connection.sendall(b"x-%d: 1\r\n" % number)
                        time.sleep(0.02)
                if server.fileno() < 0:
                    return

        threading.Thread(target=drip, daemon=True).start()
        with closing(http.Http("S", f"http://127.0.0.1:{server.getsockname()[1]}")) as slow:
            with pytest.raises(SourceDown) as caught:
                slow.get("/", {})
            assert "does not come to an end" in caught.value.reason


def test_a_renamed_account_goes_on_under_its_old_handle_and_its_new_one_points_to_it(
    settings: Settings, db: Database
) -> None:
    network = Network()
    network.add(3)
    with source_at(settings, network, "x") as here:
        account = start(db, here, "x")
        fetch(db, here, account)
        network.add(1)
        assert fetch(db, here, account).new == 1, "its id has not changed"
        profile = look_up(db, here, "vendo_new")
        with pytest.raises(AccountRenamed) as caught:
            begin(db, "vendo_new", profile, now=NOW)
    assert caught.value.before == "vendo_floor3"


# --- deleted posts ---


@pytest.mark.parametrize("kind", KINDS)
def test_posts_that_their_author_deleted_are_dropped_a_few_at_a_time(
    settings: Settings, db: Database, kind: str
) -> None:
    network = Network()
    network.add(60)
    with source_at(settings, network, kind, recheck_posts=20) as here:
        account = start(db, here, kind)
        fetch(db, here, account)
        gone = {network.posts[3].text, network.posts[50].text}
        network.posts = [post for post in network.posts if post.text not in gone]
        dropped = [fetch(db, here, account, days=1).gone for _ in range(3)]
        assert sum(dropped) == 2
        if kind != "bluesky":  # there, the newest page has just shown what is still there
            assert dropped != [2, 0, 0], "the check goes round, it does not look at everything at once"
    assert not gone & set(stored(db, account))
    assert len(stored(db, account)) == 58
    assert find_account(db, account.handle).gone == 2


def test_a_voice_that_learnt_from_a_deleted_post_falls_silent_where_the_policy_says_so(
    settings: Settings, db: Database, make_voice: MakeVoice
) -> None:
    network = Network()
    network.add(10)
    make_voice(HANDLES["x"])
    with source_at(settings, network, "x") as here:
        account = start(db, here, "x")
        fetch(db, here, account)
        network.posts.pop()
        assert fetch(db, here, account, days=1).gone == 1
        assert live_version(db, account.id), "by default it speaks until a better one is trained"
        set_policy(db, "deleted", "retire")
        network.posts.pop()
        assert fetch(db, here, account, days=2).gone == 1
    assert live_version(db, account.id) is None
    assert [version.state for version in list_versions(db, account.id)] == ["rejected"]
    assert "deleted" in str(events(db, account.id)[-1].detail)


def test_an_account_that_opts_out_in_the_middle_stops_the_download(settings: Settings, db: Database) -> None:
    from data.accounts.store import opt_out
    from data.errors import OptedOut

    network = Network(page=5)
    network.add(20)
    with source_at(settings, network, "bluesky") as here:
        account = start(db, here, "bluesky")

        def out(so_far: int, expected: int) -> None:
            if so_far == 10:
                opt_out(db, account.handle, now=NOW)

        with pytest.raises(OptedOut):
            fetch(db, here, account, report=out)
    assert len(stored(db, account)) == 10


def test_a_joint_account_has_no_source(settings: Settings, db: Database) -> None:
    with pytest.raises(JointAccount):
        estimate(db, settings, "a-b", now=NOW)
    with pytest.raises(JointAccount):
        look_up(db, settings, "a-b")


def test_a_file_and_a_network_feed_one_account_without_doubles(settings: Settings, db: Database) -> None:
    from data.tweets.store import Tweet, store_tweets

    network = Network()
    network.add(5)
    with source_at(settings, network, "x") as here:
        account = ensure_account(db, HANDLES["x"], now=NOW)
        archived = Tweet(str(10**17 + 3), 1.0, "as the archive has it", source="archive")
        store_tweets(db, account.id, [archived])
        account = start(db, here, "x")
        assert fetch(db, here, account).new == 4
    assert "as the archive has it" in stored(db, account)


# --- quirks of the networks, and servers that mean ill ---


def test_bluesky_posts_that_are_indexed_late_or_written_in_another_time_zone_are_not_lost(
    settings: Settings, db: Database
) -> None:
    network = Network()
    network.add(3)
    network.posts.append(Post(10, "a repost of another", kind="repost"))
    with source_at(settings, network, "bluesky") as here:
        account = start(db, here, "bluesky")
        assert fetch(db, here, account).new == 4
        network.posts += [Post(8, "came late to the index"), Post(11, "from far away", zone="-05:00")]
        assert fetch(db, here, account).new == 2
        assert fetch(db, here, account).new == 0
    times = {tweet.text: tweet.created_at for tweet in load_tweets(db, account.id)}
    assert times["from far away"] == 1_700_000_000 + 60 * 11


def test_a_bluesky_account_that_hides_from_strangers_later_is_not_read_any_more(
    settings: Settings, db: Database
) -> None:
    network = Network()
    network.add(3)
    with source_at(settings, network, "bluesky") as here:
        account = start(db, here, "bluesky")
        fetch(db, here, account)
        network.add(3)
        network.status = "protected"
        with pytest.raises(AccountUnavailable) as caught:
            fetch(db, here, account)
    assert caught.value.why == "protected"
    assert len(stored(db, account)) == 3


def test_ids_are_unique_on_a_server_not_on_all_of_mastodon(settings: Settings, db: Database) -> None:
    network = Network()
    with source_at(settings, network, "mastodon") as here:
        profile = look_up(db, here, "vendo@floor3.test")
        first = begin(db, "vendo@floor3.test", profile, now=NOW)
        second = begin(db, "other@else.test", profile, now=NOW)
        assert first.id != second.id
        with pytest.raises(AccountRenamed):
            begin(db, "renamed@floor3.test", profile, now=NOW)
        with pytest.raises(HandlePassedOn) as caught:
            begin(db, "vendo@floor3.test", replace(profile, id="10"), now=NOW)
    assert "tweetlike forget vendo@floor3.test" in explain(caught.value)


def test_an_x_cursor_that_is_no_longer_known_is_done_without(settings: Settings, db: Database) -> None:
    network = Network(page=20)
    network.add(100)

    def forgetful(path: str, query: dict[str, str]) -> str | tuple[int, dict[str, str], Any]:
        return (400, {}, {"errors": [{"message": "bad token"}]}) if "pagination_token" in query else ORDINARY

    with source_at(settings, network, "x", recheck_posts=0) as here:
        account = start(db, here, "x")

        def kill(so_far: int, expected: int) -> None:
            if so_far >= 40:
                raise Killed

        with pytest.raises(Killed):
            fetch(db, here, account, report=kill)
        network.faults = forgetful  # type: ignore[assignment]
        assert fetch(db, here, account).new == 60
        assert sum(network.served) == 100, "what was paid for is not asked for again"
        network.add(5)
        assert fetch(db, here, account).new == 5
    assert len(stored(db, account)) == 105


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("body", [{}, None, [], "hum"])
def test_an_empty_answer_in_the_middle_is_not_the_end(settings: Settings, db: Database, kind: str, body: Any) -> None:
    if kind == "mastodon" and body == []:
        return  # that is how Mastodon ends
    network = Network(page=10)
    network.add(30)
    with source_at(settings, network, kind, recheck_posts=0) as here:
        account = start(db, here, kind)
        answers = iter([ORDINARY])
        network.faults = lambda path, query: next(answers, (200, {}, body))  # type: ignore[arg-type]
        with pytest.raises(SourceDown):
            fetch(db, here, account)
        network.faults = lambda path, query: ORDINARY
        assert fetch(db, here, account, urgent=True).new == 20


def test_what_is_left_of_the_budget_is_enough_for_new_posts_and_some_looking_after(
    settings: Settings, db: Database
) -> None:
    network = Network()
    network.add(30)
    with source_at(settings, network, "x", x_monthly_posts=40) as here:
        account = start(db, here, "x")
        fetch(db, here, account)
        network.add(3)
        assert fetch(db, here, account, days=1) == Downloaded(3, 0), "the rest went into a look at five"
        assert spent_in(db, MONTH) == 40


def test_a_small_download_is_not_paid_for_as_a_whole_page(settings: Settings, db: Database) -> None:
    network = Network()
    network.add(500)
    with source_at(settings, network, "x", most_posts=130, recheck_posts=0) as here:
        account = start(db, here, "x")
        assert fetch(db, here, account).new == 130
        assert spent_in(db, MONTH) == 132
        assert round(estimate(db, here, "vendo_floor3", 500, now=NOW).dollars / 0.005) == 132


def test_two_hands_on_one_download_do_not_overwrite_each_other(settings: Settings, db: Database) -> None:
    network = Network(page=10)
    network.add(40)
    other = connect(settings.database_path())
    with source_at(settings, network, "bluesky", recheck_posts=0) as here:
        account = start(db, here, "bluesky")

        def meanwhile(so_far: int, expected: int) -> None:
            if so_far == 10:
                fetch(other, here, account)

        with pytest.raises(LeaseLost):
            fetch(db, here, account, report=meanwhile)
    assert len(stored(db, account)) == 40


def test_a_rest_is_never_shortened_nor_lifted_by_who_did_not_see_it(settings: Settings, db: Database) -> None:
    record_failure(db, "X", RateLimited("X", NOW + 900), now=NOW)
    record_failure(db, "X", SourceDown("X", "hum"), now=NOW)
    rest = resting(db, "X")
    assert rest
    assert rest.until == NOW + 900
    record_success(db, None)
    record_success(db, replace(rest, until=NOW))
    assert resting(db, "X")
    record_success(db, rest)
    assert resting(db, "X") is None


def test_a_busy_server_that_names_a_time_is_left_until_then(settings: Settings, db: Database) -> None:
    network = Network()
    with source_at(settings, network, "mastodon") as here:
        account = start(db, here, "mastodon")
        network.requests.clear()
        network.faults = lambda path, query: (503, {"Retry-After": "3600"}, None)
        with pytest.raises(RateLimited):
            fetch(db, here, account)
    assert len(network.requests) == 1


def test_a_server_that_never_comes_to_an_end_is_left(
    settings: Settings, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.sources.downloads.MAX_PAGES", 20)
    network = Network(page=1)
    network.add(100)
    with source_at(settings, network, "mastodon") as here:
        account = start(db, here, "mastodon")
        with pytest.raises(SourceDown) as caught:
            fetch(db, here, account)
    assert "do not come to an end" in explain(caught.value)


def test_a_post_that_cannot_be_read_is_passed_over(settings: Settings, db: Database) -> None:
    network = Network()
    network.add(4)
    odd = [{"id": "200000000000000000", "created_at": "never", "content": "<p>x</p>"}, {"hum": 1}]
    with source_at(settings, network, "mastodon") as here:
        account = start(db, here, "mastodon")
        statuses = [*odd, *(network._status(post) for post in network.newest_first())]
        statuses[2]["in_reply_to_id"] = 77
        answers = iter([(200, {}, statuses)])
        network.faults = lambda path, query: next(answers, (200, {}, []))  # type: ignore[arg-type]
        assert fetch(db, here, account).new == 4
    assert load_tweets(db, account.id)[-1].in_reply_to == "77"


def test_hostile_html_costs_no_time() -> None:
    started = time.monotonic()
    for html in ("<a " * 100_000, "<![foo bar]>" * 1000, "<p>" * 50_000, "&" * 100_000):
        text_of(html)
    assert time.monotonic() - started < 20


def test_what_a_server_says_is_one_short_line(settings: Settings, db: Database) -> None:
    network = Network()
    with source_at(settings, network, "mastodon") as here:
        account = start(db, here, "mastodon")
        network.faults = lambda path, query: (403, {}, {"error": "no\nERROR forged \x1b[31m" + "x" * 100_000})
        with pytest.raises(SourceRefused) as caught:
            fetch(db, here, account)
    said = explain(caught.value)
    assert len(said) < 400
    assert "\n" not in said
    assert "\x1b" not in said
