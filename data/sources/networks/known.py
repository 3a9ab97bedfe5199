"""How each network is asked: one record a network. To add one, add its record here and its grammar in
`data.accounts.handles`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass

from data.accounts.handles import Handle
from data.errors import SourceOff
from data.settings import Settings
from data.sources.networks.network import Budget, LiveSource

Report = Callable[[], None]


@dataclass(frozen=True)
class Prices:
    """What a network that is paid for costs, in posts: `per_account` for looking an account up, at most `ceiling`
    of its posts, `monthly` in a month; and `dollars` for one post."""

    per_account: int
    ceiling: int
    monthly: int
    dollars: float


@dataclass(frozen=True)
class KnownNetwork:
    """`require` raises `SourceOff` where the settings do not allow it; `open` is the source for a block, paid for from
    a budget where it has `prices`; `Report` is called before each request and while it waits, and raises to end it."""

    open: Callable[[Settings, Handle, Budget, Report], AbstractContextManager[LiveSource]]
    require: Callable[[Settings], None] = lambda settings: None
    prices: Callable[[Settings], Prices | None] = lambda settings: None


def require_x(settings: Settings) -> None:
    """Raises `SourceOff`: X is paid for, and its terms restrict what its content may be used for."""
    if settings.x_token is None or not settings.x_token.get_secret_value():
        raise SourceOff("X", "set TWEETLIKE_X_TOKEN (developer.x.com), or import the account's archive")
    if not settings.x_accept_terms:
        raise SourceOff(
            "X",
            "read its developer terms, which restrict training on its content, and set TWEETLIKE_X_ACCEPT_TERMS=true; "
            "the archive of one's own account needs neither",
        )


def _x_prices(settings: Settings) -> Prices:
    from data.sources.networks.x_api import CEILING, USER_READ

    return Prices(USER_READ, CEILING, settings.x_monthly_posts, settings.x_post_dollars)


@contextmanager
def _open_x(settings: Settings, handle: Handle, budget: Budget, report: Report) -> Iterator[LiveSource]:
    from data.sources.networks.http import Http  # takes half a second to load, and an answer needs none
    from data.sources.networks.x_api import XSource

    require_x(settings)
    assert settings.x_token
    headers = {"Authorization": f"Bearer {settings.x_token.get_secret_value()}"}
    with closing(Http(handle.place, settings.x_url, headers=headers, report=report)) as http:
        yield XSource(http, budget, settings.x_names)


@contextmanager
def _open_mastodon(settings: Settings, handle: Handle, budget: Budget, report: Report) -> Iterator[LiveSource]:
    from data.sources.networks.http import Http
    from data.sources.networks.mastodon import MastodonSource, public_addresses

    host, addresses = handle.place, list[str]()
    if settings.mastodon_url == type(settings).model_fields["mastodon_url"].default:
        addresses = public_addresses(host)
    url = settings.mastodon_url.format(host=host)
    with closing(Http(host, url, report=report, addresses=addresses)) as http:
        yield MastodonSource(host, http)


@contextmanager
def _open_bluesky(settings: Settings, handle: Handle, budget: Budget, report: Report) -> Iterator[LiveSource]:
    from data.sources.networks.bluesky import BlueskySource
    from data.sources.networks.http import Http

    with closing(Http(handle.place, settings.bluesky_url, report=report)) as http:
        yield BlueskySource(http)


KNOWN: dict[str, KnownNetwork] = {
    "x": KnownNetwork(_open_x, require_x, _x_prices),
    "mastodon": KnownNetwork(_open_mastodon),
    "bluesky": KnownNetwork(_open_bluesky),
}
"""By the keys of `data.accounts.handles.NETWORKS`."""
