"""What finds handles finds the same as a look at all of them, and no slower where there are many."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlite_utils import Database

from data.accounts.policies import record_consent, set_policy
from data.accounts.search import (
    MOST_FOUND,
    close_handles,
    count_matching,
    index_handles,
    matching_handles,
    newest_voices,
)
from data.accounts.store import (
    Account,
    accounts_to_plan,
    configure_account,
    ensure_account,
    forbidden_of,
    list_accounts,
    opt_out,
    refuse_forbidden,
    watching_accounts,
)
from data.chat.generations import delete_answers
from data.errors import TweetlikeError
from data.models.history import last_promotion, promoted_since
from data.storage.database import connect
from tests.benchmarks import scale


@pytest.fixture
def many(tmp_path: Path) -> Database:
    """Three hundred accounts, nine in ten with a voice."""
    db = connect(tmp_path / "many.db")
    scale.fill(db, 300)
    return db


def by_looking_at_all(accounts: list[Account], typed: str, speaking: bool) -> list[str]:
    text = typed.strip().removeprefix("@").lower()
    names = [each.handle for each in accounts if text in each.handle and (each.live_version_id or not speaking)]
    return sorted(names, key=lambda name: (not name.startswith(text), name))


@pytest.mark.parametrize("speaking", [True, False])
@pytest.mark.parametrize("typed", ["", "w", "in", " @STON", "stone", "_", "0", "zzz", "winter_", "e", "owl1"])
def test_a_search_finds_what_a_look_at_all_finds(many: Database, typed: str, speaking: bool) -> None:
    wanted = by_looking_at_all(list_accounts(many), typed, speaking)
    assert matching_handles(many, typed, 1_000, speaking=speaking) == wanted
    assert count_matching(many, typed, speaking=speaking) == len(wanted)
    pages = [matching_handles(many, typed, 7, speaking=speaking, offset=at) for at in range(0, len(wanted) + 7, 7)]
    assert [handle for page in pages for handle in page] == wanted


def test_a_new_account_is_found_and_a_deleted_one_leaves_nothing(db: Database) -> None:
    account = ensure_account(db, "vendo_floor3", now=1.0)
    assert matching_handles(db, "floor", 5, speaking=False) == ["vendo_floor3"]
    assert db.table("handle_parts").count == len("vendo_floor3") - 2
    db.execute("DELETE FROM accounts WHERE id = ?", [account.id])
    assert db.table("handle_parts").count == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("vendo_flor3", "vendo_floor3"), ("endo_floor3", "vendo_floor3"), ("ab", "abc"), ("xyzcde", "wyzcde")],
)
def test_a_misspelt_handle_is_understood_among_many(many: Database, typed: str, meant: str) -> None:
    for handle in ("vendo_floor3", "abc", "wyzcde"):
        ensure_account(many, handle, now=1.0)
    assert meant in close_handles(many, typed)


def test_a_part_that_everybody_has_says_nothing(db: Database) -> None:
    names = [f"{number}.bsky.social" for number in range(MOST_FOUND + 50)]
    for name in names:
        db.execute("INSERT INTO accounts (handle, source, display_name, created_at) VALUES (?, 'file', '', 1)", [name])
    index_handles(db, names)
    assert count_matching(db, "social", speaking=False) == MOST_FOUND
    assert len(matching_handles(db, "social", 20, speaking=False, offset=MOST_FOUND - 20)) == 20
    assert close_handles(db, "nobody.example") == ()


def steps(db: Database, call: Callable[[], object]) -> int:
    """How many hundred instructions SQLite runs."""
    count = 0

    def tick() -> int:
        nonlocal count
        count += 1
        return 0

    db.conn.set_progress_handler(tick, 100)
    call()
    db.conn.set_progress_handler(None, 0)
    return count


LOOKS: dict[str, Callable[[Database], object]] = {
    "one letter": lambda db: matching_handles(db, "w", 25, speaking=True),
    "a part": lambda db: matching_handles(db, "ston", 25, speaking=True),
    "nothing": lambda db: matching_handles(db, "xqz", 25, speaking=True),
    "misspelt": lambda db: close_handles(db, "stonf_winter"),
    "forbidden": lambda db: forbidden_of(db, [f"someone{number}" for number in range(1_000)]),
    "due": lambda db: accounts_to_plan(db, now=scale.NOW, limit=200, unless_own=False),
    "watched": watching_accounts,
    "promoted": lambda db: promoted_since(db, last_promotion(db)),
    "newest": lambda db: newest_voices(db, 1_000),
    "old answers": lambda db: delete_answers(db, before=1.0),
}


def test_ten_times_the_accounts_are_no_more_work(tmp_path: Path) -> None:
    found = []
    for count in (2_000, 20_000):
        with closing(connect(tmp_path / f"{count}.db")) as db:
            scale.fill(db, count)
            found.append({name: steps(db, partial(look, db)) for name, look in LOOKS.items()})
    few, many = found
    most = {"misspelt": 1_500}  # its parts are counted up to `COMMON`
    assert all(many[name] <= max(1.5 * few[name] + 30, most.get(name, 0)) for name in few), found


def test_what_is_forbidden_is_the_same_one_by_one(db: Database) -> None:
    handles = ["anna", "ben", "cleo", "anna-cleo", "ben-cleo", "dora@a.social", "anna+dora@a.social"]
    opt_out(db, "ben", now=1.0)
    record_consent(db, "anna", "by mail", now=1.0)
    record_consent(db, "cleo", "by mail", now=1.0)
    for consent in ("optional", "required"):
        set_policy(db, "consent", consent)
        refused = set()
        for handle in handles:
            try:
                refuse_forbidden(db, handle)
            except TweetlikeError:
                refused.add(handle)
        assert forbidden_of(db, handles) == refused
        assert "anna-cleo" not in refused


def test_those_without_a_time_are_those_that_can_be_refreshed(db: Database) -> None:
    rng = random.Random(3)
    for number in range(200):
        account = ensure_account(db, f"voice{number}", now=1.0, source=rng.choice(("file", "x", "bluesky", "mastodon")))
        configure_account(
            db, account.id,
            watch_path=rng.choice((None, "/a/file")), refresh_every=rng.choice((None, "6h", "off", " OFF ")),
            next_refresh_at=rng.choice((None, 5.0, 50.0)), refreshed_at=rng.choice((None, 5.0, 50.0)),
        )  # fmt: skip
    for off in (True, False):
        planned = {account.id for account in accounts_to_plan(db, now=10.0, limit=1_000, unless_own=off)}

        def is_wanted(account: Account, off: bool = off) -> bool:
            own = account.refresh_every is not None
            switched_off = str(account.refresh_every).strip().lower() == "off"
            unplanned = (
                account.next_refresh_at is None and account.refreshable and not switched_off and (own or not off)
            )
            due = account.next_refresh_at is not None and account.next_refresh_at <= 10.0
            return unplanned or due or (account.refreshed_at or 0) > 10.0

        assert planned == {account.id for account in list_accounts(db) if is_wanted(account)}
