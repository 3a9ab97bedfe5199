"""GET requests to a source: timeouts, retries with backoff and jitter, rate limits respected, bodies bounded."""

from __future__ import annotations

import json
import logging
import ssl
import threading
import time
import zlib
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from data.errors import RateLimited, SourceDown
from data.sources.networks.network import Charge, told
from data.tweets.store import storable

log = logging.getLogger(__name__)
ATTEMPTS = 4
BACKOFF_S = 1.0  # doubled at each attempt; the pause is drawn between nothing and that
MAX_BACKOFF_S = 30.0
PATIENCE_S = 60.0  # a rate limit that ends sooner is waited for
UNTOLD_REST_S = 300.0  # where a source says "too many" but not until when
TIMEOUT = httpx.Timeout(15.0, connect=10.0)
MAX_ANSWER_S = 90.0
MAX_BYTES = 4 << 20  # of a page, unpacked; a hundred posts have some hundred thousand
Params = dict[str, str | int | list[str]]


@dataclass(frozen=True)
class Reply:
    """A status below 500 other than 429, and its JSON (None where an error has none)."""

    status: int
    body: Any


class Free:
    """For requests that cost nothing."""

    def attempt(self) -> None: ...

    def lost(self) -> None: ...


class _Again(Exception):
    """Worth another attempt, after `wait_s` seconds where the source said so."""

    def __init__(self, reason: str, wait_s: float | None = None) -> None:
        super().__init__(reason)
        self.wait_s = wait_s


class Http:
    """One source's address. `report` is called before each request and while waiting; it raises to end it all.

    With `addresses`, those and no others are connected to, whatever the host's name leads to meanwhile; the next one
    where one cannot be reached.
    """

    def __init__(
        self,
        source: str,
        url: str,
        *,
        headers: dict[str, str] | None = None,
        report: Callable[[], None] = lambda: None,
        addresses: Sequence[str] = (),
    ) -> None:
        self._source, self._report, self._addresses = source, report, deque(addresses)
        self._url = url
        self._headers = {
            "User-Agent": "tweetlike (parody bot; reads public posts)",
            "Accept-Encoding": "gzip",
            **(headers or {}),
        }
        self._client = self._open()

    def _open(self) -> httpx.Client:
        return httpx.Client(
            base_url=self._url,
            headers=self._headers,
            timeout=TIMEOUT,
            follow_redirects=False,
            verify=_certificates(),
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def get(self, path: str, params: Params, charge: Charge | None = None) -> Reply:
        """Raises `RateLimited` (a wait of over `PATIENCE_S`) and `SourceDown`, after `ATTEMPTS`."""
        tries = Retrying(
            stop=stop_after_attempt(ATTEMPTS),
            wait=_pause,
            retry=retry_if_exception_type(_Again),
            sleep=self._sleep,
            reraise=True,
        )
        try:
            return tries(self._once, path, params, charge or Free())
        except _Again as error:
            raise SourceDown(self._source, str(error)) from error

    def _once(self, path: str, params: Params, charge: Charge) -> Reply:
        self._report()
        charge.attempt()
        client = self._client
        late = threading.Timer(MAX_ANSWER_S, client.close)  # however steadily it drips
        late.daemon = True
        late.start()
        try:
            request = self._at_an_address(client.build_request("GET", path, params=params))
            with closing(client.send(request, stream=True)) as response:
                body = _read(response)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            self._addresses.rotate(-1)
            raise _Again("it cannot be reached") from error
        except httpx.HTTPError as error:
            charge.lost()
            broke = f"the connection broke ({type(error).__name__})"
            raise _Again("its answer does not come to an end" if client.is_closed else broke) from error
        except _TooMuch as error:
            charge.lost()
            raise _Again(str(error)) from error
        finally:
            late.cancel()
            if client.is_closed:
                self._client = self._open()
        status = response.status_code
        if status == 429 or (status >= 500 and status != 501):  # "not implemented" will not change
            names = _RESETS if status == 429 else _RESETS[:1]
            wait_s = _wait_s(response.headers, names, UNTOLD_REST_S if status == 429 else 0.0)
            if wait_s > PATIENCE_S:
                raise RateLimited(self._source, time.time() + wait_s)
            raise _Again("it asks for fewer requests" if status == 429 else f"it answers with status {status}", wait_s)
        if 300 <= status < 400:
            raise SourceDown(self._source, "it sends me elsewhere, which I do not follow")
        try:
            return Reply(status, _without_halves(json.loads(body)))
        except (ValueError, RecursionError) as error:
            if status >= 400:
                return Reply(status, None)
            charge.lost()
            raise _Again("it sent something that is not JSON") from error

    def _at_an_address(self, request: httpx.Request) -> httpx.Request:
        """For the same host, and with its certificate, but at an address that was looked up before."""
        if self._addresses:
            request.extensions["sni_hostname"] = request.url.host
            request.url = request.url.copy_with(host=self._addresses[0])  # the header keeps the name
        return request

    def _sleep(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._report()
            time.sleep(min(left, 0.5))


@cache
def _certificates() -> ssl.SSLContext:
    return httpx.create_ssl_context()  # read once: it takes a tenth of a second


class _TooMuch(Exception):
    pass


def _read(response: httpx.Response) -> bytes:
    """The body, unpacked by ourselves: the library unpacks all of a chunk before anybody can count."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip", ""):
        raise _TooMuch(f"it packs its answers in a way I did not ask for ({told(encoding)[:40]})")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if encoding == "gzip" else None
    body = bytearray()
    try:
        for chunk in response.iter_raw():
            body += chunk if unpack is None else unpack.decompress(chunk, MAX_BYTES + 1 - len(body))
            if len(body) > MAX_BYTES:
                raise _TooMuch(f"it sent more than {MAX_BYTES >> 20} MiB at once")
    except zlib.error as error:
        raise _TooMuch("it sent something that cannot be unpacked") from error
    return bytes(body)


def _without_halves(value: Any) -> Any:
    """JSON can hold halves of surrogate pairs, which are no text."""
    match value:
        case str():
            return storable(value)
        case list():
            return [_without_halves(each) for each in value]
        case dict():
            return {storable(key): _without_halves(each) for key, each in value.items()}
    return value


def _pause(state: RetryCallState) -> float:
    """What the source asks for, else a random part of a growing time."""
    error = state.outcome.exception() if state.outcome else None
    told = error.wait_s if isinstance(error, _Again) else None
    jitter = wait_random_exponential(multiplier=BACKOFF_S, max=MAX_BACKOFF_S)(state)
    return told + min(jitter, 1.0) if told else jitter


_RESETS = ("retry-after", "x-rate-limit-reset", "x-ratelimit-reset", "ratelimit-reset")


def _wait_s(headers: httpx.Headers, names: Sequence[str], otherwise: float) -> float:
    """Seconds until requests are welcome again: `Retry-After`, or the reset time in any of its spellings."""
    now = time.time()
    for name in names:
        text = headers.get(name, "").strip()
        if text:
            at = _moment(text, now)
            if at is not None:
                return min(max(at - now, 0.0), 86400.0)
    return otherwise


def _moment(text: str, now: float) -> float | None:
    if text.isascii() and text.isdigit() and len(text) < 12:
        number = int(text)
        return float(number) if number > 1_000_000_000 else now + number
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            at = parse(text)
        except (ValueError, OverflowError):
            continue
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    return None
