"""Score cards: how close a version's tweets come to the account's own, each number between a floor and a ceiling."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from data.storage.database import change, one
from data.texts.english_phrases import PHRASES

if TYPE_CHECKING:
    from rich.table import Table


@dataclass(frozen=True)
class Metric:
    """`low` and `high` bound `value` with 95%. `floor` is what the untuned base gets, `ceiling` what the account's own
    training tweets get in the model's place, `others` what other accounts' tweets (for bits: voices) get."""

    value: float
    low: float
    high: float
    floor: float | None = None
    ceiling: float | None = None
    others: float | None = None


@dataclass(frozen=True)
class ScoreCard:
    """The measurements of one version. What could not be measured is None.

    `bits_per_character`: of held-out tweets, each alone; its ceiling is the same for tweets trained on.
    `told_apart`: AUC of a classifier between generated and held-out tweets; 0.5 cannot tell.
    `named_right`: share of tweets an authorship classifier gives to the account, over that share of its real ones.
    `told_apart_by_likelihood`: AUC of a classifier that looks at what the untuned base makes of the same tweets.
    `told_apart_begun`, `told_apart_begun_by_likelihood`: both, of what it makes of held-out tweets' beginnings.
    `length`: mean characters of its tweets, over those of held-out tweets.
    `surface`: mean Kolmogorov–Smirnov distance of length, punctuation, case and other habits from held-out tweets.
    `distinct_2`: different pairs of words over all pairs. `self_bleu`: how alike the tweets are, 0 to 1.
    `copies_before`, `copies_after`: share that copies a training tweet, before and after the guard.
    `found_by_people`: share of guesses in the chat game that found the real one of four tweets.
    """

    bits_per_character: Metric
    told_apart: Metric
    surface: Metric
    distinct_2: Metric
    self_bleu: Metric
    copies_before: Metric
    copies_after: Metric
    named_right: Metric | None = None
    told_apart_by_likelihood: Metric | None = None
    told_apart_begun: Metric | None = None
    told_apart_begun_by_likelihood: Metric | None = None
    length: Metric | None = None
    found_by_people: Metric | None = None
    generated: int = 0  # tweets
    held_out: int = 0
    seed: int = 0

    def metrics(self) -> Iterator[tuple[str, Metric]]:
        """Those that were measured, in the order people read them."""
        for name in ORDER:
            metric = getattr(self, name)
            if metric is not None:
                yield name, metric

    def as_dict(self) -> dict[str, Any]:
        """For storage and tracking."""
        return asdict(self)


ORDER = (
    "bits_per_character",
    "told_apart",
    "told_apart_by_likelihood",
    "told_apart_begun",
    "told_apart_begun_by_likelihood",
    "copies_before",
    "copies_after",
    "named_right",
    "length",
    "surface",
    "distinct_2",
    "self_bleu",
    "found_by_people",
)
DECIDING = frozenset({"bits_per_character", "told_apart", "copies_before", "copies_after"})
MEANING = PHRASES.measures
_SHARES = frozenset({"copies_before", "copies_after", "named_right", "found_by_people"})


def score_rows(card: ScoreCard) -> list[tuple[str, str, str, str, str, str]]:
    """For people: what it is, the voice, its 95% interval, the untuned base, other accounts, the account itself."""

    return [
        (
            MEANING[name] + (" *" if name in DECIDING else ""),
            shown_value(name, metric.value),
            f"{shown_value(name, metric.low)} to {shown_value(name, metric.high)}",
            shown_value(name, metric.floor),
            shown_value(name, metric.others),
            shown_value(name, metric.ceiling),
        )
        for name, metric in card.metrics()
    ]


def shown_value(name: str, number: float | None) -> str:
    """A measured number as people read it: a share as one."""
    if number is None:
        return "–"
    return f"{number:.1%}" if name in _SHARES else f"{number:.3f}"


SCORE_HEAD = ("", "voice", "95%", "untuned", "others", "itself")
SCORE_FOOT = (
    "* decides whether a version goes live. Untuned: the base model before training. Others: other accounts. "
    "Itself: tweets of the account that it was trained on. Told apart: 0.5 is a coin toss, 1 is always."
)


def score_table(handle: str, number: int, card: ScoreCard) -> Table:
    """The card for a terminal."""
    from rich.table import Table

    table = Table(
        *SCORE_HEAD,
        title=f"@{handle}, version {number}: {card.generated} tweets it wrote, {card.held_out} it has not seen",
        caption=SCORE_FOOT,
        box=None,
    )
    for row in score_rows(card):
        table.add_row(*row)
    return table


def share_metric(hits: int, of: int) -> Metric:
    """A share with its Wilson interval (E. B. Wilson, 1927)."""
    if not of:
        return Metric(0.0, 0.0, 1.0)
    share, z = hits / of, 1.96
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return Metric(share, max(0.0, middle - half), min(1.0, middle + half))


def store_scorecard(db: Database, version_id: int, card: ScoreCard, *, now: float) -> None:
    """Keep the newest card of a version."""
    change(
        db,
        "INSERT INTO scorecards (version_id, card, at) VALUES (?, ?, ?) "
        "ON CONFLICT (version_id) DO UPDATE SET card = excluded.card, at = excluded.at",
        version_id,
        json.dumps(card.as_dict()),
        now,
    )


def load_scorecard(db: Database, version_id: int) -> ScoreCard | None:
    """The version's card, with what people have guessed in the chat game until now."""
    row = one(db, "SELECT card FROM scorecards WHERE version_id = ?", version_id)
    if row is None:
        return None
    votes = count_votes(db, version_id)
    return replace(scorecard_from(json.loads(row["card"])), found_by_people=found_by_people(votes))


def scorecard_from(facts: dict[str, Any]) -> ScoreCard:
    """From `as_dict`; what this program does not know is left out."""
    known = {field.name for field in fields(ScoreCard)}
    numbers = {field.name for field in fields(Metric)}
    values: dict[str, Any] = {
        name: Metric(**{key: number for key, number in value.items() if key in numbers})
        if isinstance(value, dict)
        else value
        for name, value in facts.items()
        if name in known
    }
    return ScoreCard(**values)


@dataclass(frozen=True)
class Votes:
    """Guesses about generated tweets of one version in the chat game."""

    guesses: int
    fooled: int  # took a generated tweet for the real one


def count_votes(db: Database, version_id: int) -> Votes:
    """How people guessed in the game, for one version."""
    query = "SELECT count(*) AS guesses, coalesce(sum(said_real), 0) AS fooled FROM votes WHERE version_id = ?"
    return Votes(**(one(db, query, version_id) or {}))


def found_by_people(votes: Votes) -> Metric | None:
    """How often the real one was found, with a 95% interval; None without guesses. By chance it is one in four."""
    return share_metric(votes.guesses - votes.fooled, votes.guesses) if votes.guesses else None


def record_vote(db: Database, version_id: int, voter: str, tweet: str, *, said_real: bool, now: float) -> None:
    """One person's guess about one generated tweet; of two guesses, the first counts. `tweet` names it."""
    change(
        db,
        "INSERT INTO votes (version_id, voter, tweet, said_real, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        version_id,
        voter,
        tweet,
        int(said_real),
        now,
    )
