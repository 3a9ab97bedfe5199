"""Real or fake? One held-out tweet among generated ones of like length; people guess which one is real."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from data.models.scorecards import record_vote
from data.storage.database import change, one, secret_id, transaction

CARDS = 4
SECONDS = 60.0  # that a round lasts
BEST = 10  # shown on a leaderboard
ENOUGH = 5  # guesses, for a voice to be compared with others


@dataclass(frozen=True)
class Round:
    """`answer` is the place of the real tweet among `cards`, from 0. `place` is the server or chat it is played in."""

    id: int
    account_id: int
    version_id: int
    platform: str
    place: str
    cards: tuple[str, ...]
    answer: int
    ends_at: float
    channel_id: str | None
    message_id: str | None
    ended: bool


@dataclass(frozen=True)
class Player:
    """How a person has done in one place, over all rounds that have ended."""

    name: str
    right: int
    guesses: int


def deal(real: Sequence[str], generated: Sequence[str], rng: random.Random) -> tuple[tuple[str, ...], int] | None:
    """A real tweet among the three generated ones that are most like it in length, and its place; None if too few."""
    different = list(dict.fromkeys(generated))
    if not real or len(different) < CARDS - 1:
        return None
    truth = rng.choice(real)
    like = sorted(different, key=lambda text: abs(len(text) - len(truth)))[: CARDS - 1]
    cards = [truth, *like]
    rng.shuffle(cards)
    return tuple(cards), cards.index(truth)


def begin_round(
    db: Database,
    *,
    account_id: int,
    version_id: int,
    platform: str,
    place: str,
    cards: Sequence[str],
    answer: int,
    now: float,
) -> Round:
    """Store a round that is dealt."""
    row: dict[str, Any] = {
        "id": secret_id(),
        "account_id": account_id,
        "version_id": version_id,
        "platform": platform,
        "place": place,
        "cards": json.dumps(cards, ensure_ascii=False),
        "answer": answer,
        "ends_at": now + SECONDS,
    }
    found = find_round(db, db.table("rounds").insert(row).last_pk)
    assert found
    return found


def show_round_in(db: Database, round_id: int, channel_id: int | str, message_id: int | str) -> None:
    """Remember the message, so that a restarted bot can end the round."""
    change(
        db,
        "UPDATE rounds SET channel_id = ?, message_id = ? WHERE id = ?",
        str(channel_id),
        str(message_id),
        round_id,
    )


def find_round(db: Database, round_id: int) -> Round | None:
    """A stored round, or None."""
    row = one(db, "SELECT * FROM rounds WHERE id = ?", round_id)
    return _round(row) if row else None


def open_rounds(db: Database, platform: str) -> list[Round]:
    """Those that have not ended, also from before a restart."""
    rows = db.query("SELECT * FROM rounds WHERE platform = ? AND ended = 0 ORDER BY ends_at", [platform])
    return [_round(row) for row in rows]


@dataclass(frozen=True)
class Shown:
    """The message that a button was pressed under."""

    platform: str
    channel_id: str
    message_id: str


def guess(db: Database, round_id: int, player: str, name: str, card: int, shown: Shown, *, now: float) -> bool:
    """A person's guess, which may be changed until the round ends; False after that, and under another message."""
    with transaction(db):
        found = find_round(db, round_id)
        if found is None or found.ended or found.ends_at < now or not _is_shown(found, shown):
            return False
        change(db, "INSERT OR REPLACE INTO guesses VALUES (?, ?, ?, ?)", round_id, player, name[:60], card)
    return True


def _is_shown(game: Round, shown: Shown) -> bool:
    """Whether that message shows the round. One that was just sent may be pressed before it has been noted."""
    noted = (game.channel_id, game.message_id)
    return game.platform == shown.platform and noted in ((None, None), (shown.channel_id, shown.message_id))


def guesses_of(db: Database, round_id: int) -> list[int]:
    """How many chose each card."""
    rows = db.query("SELECT card, count(*) AS n FROM guesses WHERE round_id = ? GROUP BY card", [round_id])
    counts = {row["card"]: row["n"] for row in rows}
    return [counts.get(card, 0) for card in range(CARDS)]


def end_round(db: Database, round_id: int, *, now: float) -> Round | None:
    """Close the round and count each guess against the version: whoever took a generated tweet for real was fooled."""
    with transaction(db):
        found = find_round(db, round_id)
        if found is None or found.ended:
            return found
        change(db, "UPDATE rounds SET ended = 1 WHERE id = ?", round_id)
        for row in list(db.query("SELECT player, card FROM guesses WHERE round_id = ?", [round_id])):
            fooled = row["card"] != found.answer
            record_vote(db, found.version_id, row["player"], f"round {round_id}", said_real=fooled, now=now)
    return find_round(db, round_id)


def move_place(db: Database, platform: str, place: str, new_place: str) -> None:
    """A group has a new id: its rounds, and with them its leaderboard, go along."""
    change(db, "UPDATE rounds SET place = ? WHERE platform = ? AND place = ?", new_place, platform, place)


def leaderboard(db: Database, platform: str, place: str) -> list[Player]:
    """The best of one server or chat: most right guesses first, of equals who needed fewer."""
    # A column beside one max() is of the row that has it: the name that a player had last.
    rows = db.query(
        "SELECT name, sum(card = answer) AS right, count(*) AS guesses, max(ends_at) FROM guesses "
        "JOIN rounds ON rounds.id = round_id WHERE platform = ? AND place = ? AND ended = 1 "
        "GROUP BY player ORDER BY right DESC, guesses, name LIMIT ?",
        [platform, place, BEST],
    )
    return [Player(row["name"], row["right"], row["guesses"]) for row in rows]


def hardest_voices(db: Database) -> list[tuple[str, int, int]]:
    """The voices that people take for their accounts most often: handle, guesses, and how many found the real tweet.

    Of live versions with `ENOUGH` guesses, wherever they were played.
    """
    rows = db.query(
        "SELECT handle, count(*) AS guesses, sum(1 - said_real) AS found FROM accounts "
        "JOIN votes ON votes.version_id = live_version_id GROUP BY accounts.id HAVING guesses >= ? "
        "ORDER BY 1.0 * found / guesses, guesses DESC, handle LIMIT ?",
        [ENOUGH, BEST],
    )
    return [(row["handle"], row["guesses"], row["found"]) for row in rows]


def _round(row: dict[str, Any]) -> Round:
    return Round(**{**row, "cards": tuple(json.loads(row["cards"])), "ended": bool(row["ended"])})
