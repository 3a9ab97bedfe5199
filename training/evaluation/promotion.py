"""Promotion is earned: what a version must show, on tweets that it has not learnt from, to go live.

A first version is compared with the untuned base, and must be clearly better in all that makes a voice. A later one is
compared with what is live, and with the best that has been live, so that many small steps cannot lead downhill.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from data.models.scorecards import ScoreCard
from training.finetuning.scoring import TextScore

CONFIDENCE = 0.95
RESAMPLES = 2000
ORDER_TWEETS = 100  # that are looked at with their words shuffled, too
FEWEST = 20  # tweets that neither of two versions knows, for them to be compared on those
TOLD_APART_TOLERANCE = 0.03  # by which a later one may be told apart more than what is live …
NOISE = 2.0  # … or so many standard errors of the difference, if those are more
END_FACTOR = (
    5.0  # a first version's ends must cost fewer nats than the base's by this many times the margin, as a share
)
ORDER_FACTOR = 2.0  # and know by so many times the margin more than the base, as a share, in which order words come
LENGTHS = (0.6, 1.7)  # of real tweets, that its own are long on average
MAX_COPIES = 0.01
MAX_RECITED = 0.25  # of drafts: from here on the guard costs a third more of them, and the voice is a tape recorder


@dataclass(frozen=True)
class Contender:
    """What of a version decides."""

    name: str  # "version 3", "the untuned base"
    score: TextScore
    told_apart: float = 1.0
    told_apart_error: float = 0.0  # standard
    untuned_told_apart: float = 1.0  # of the base, against the same tweets
    length: float = 1.0  # of what it wrote, over that of real tweets
    copies_before: float = 0.0  # share of its drafts …
    copies_after: float = 0.0  # … and of its answers that copy a training tweet
    repeats: float = 0.0  # share of the account's own newest tweets that do
    tweets: int = 300  # that it wrote

    @classmethod
    def of(cls, name: str, score: TextScore, card: ScoreCard) -> Contender:
        """A version by its score and its card, both on the held-out tweets of this decision."""
        apart = card.told_apart
        return cls(
            name,
            score,
            told_apart=apart.value,
            told_apart_error=(apart.high - apart.low) / 3.92,
            untuned_told_apart=1.0 if apart.floor is None else apart.floor,
            length=1.0 if card.length is None else card.length.value,
            copies_before=card.copies_before.value,
            copies_after=card.copies_after.value,
            repeats=card.copies_before.ceiling or 0.0,
            tweets=card.generated,
        )


@dataclass(frozen=True)
class Rival:
    """What a candidate is compared with, on tweets that neither knows: both scores are of the same tweets.

    Where too few of those are left, each is measured against the base on its own: `gain` and `own_gain` are bits per
    character over the base's.
    """

    name: str
    score: TextScore
    candidate: TextScore
    gain: float | None = None
    own_gain: float | None = None

    def worse_by(self) -> float:
        """How much worse the candidate is in bits per character, as a share; below 0 it is better."""
        if self.gain is not None and self.own_gain is not None:
            return self.own_gain / self.gain - 1
        theirs = self.score.bits_per_character
        return self.candidate.bits_per_character / theirs - 1 if theirs and self.candidate.nats else float("inf")


@dataclass(frozen=True)
class WordOrder:
    """By how many nats a tweet is likelier than the same words shuffled, on average: to a version, and to the base.

    A voice of shuffled words has the account's words, length and ends, and is told apart by few n-grams of characters;
    but what it has learnt of order is that there is none.
    """

    candidate: float
    base: float

    @classmethod
    def of(cls, candidate: TextScore, base: TextScore) -> WordOrder:
        """From what each made of `with_shuffled` texts."""
        return cls(*(_worth(score.nats) for score in (candidate, base)))


def _worth(nats: Sequence[float]) -> float:
    texts = len(nats) // 2
    return (sum(nats[texts:]) - sum(nats[:texts])) / max(1, texts)


def with_shuffled(texts: Sequence[str]) -> list[str]:
    """The first texts, and then the same with their words shuffled."""
    some = texts[:ORDER_TWEETS]
    return [*some, *map(shuffled_words, some)]


def shuffled_words(text: str) -> str:
    """The words of a text in another order, which is always the same."""
    words = text.split()
    return " ".join(random.Random(text).sample(words, len(words)))


@dataclass(frozen=True)
class Check:
    """One number and the most it may be."""

    name: str
    value: float
    limit: float

    @property
    def passed(self) -> bool:
        """Whether the candidate is good enough in this."""
        return self.value <= self.limit

    def sentence(self) -> str:
        """The two numbers, for people."""
        return f"{self.name} {self.value:.3f} {'≤' if self.passed else '>'} {self.limit:.3f}"


@dataclass(frozen=True)
class Verdict:
    """The decision and the numbers it rests on."""

    promote: bool
    candidate: float  # bits per character …
    rival: float  # … on the same tweets
    rival_name: str
    tweets: int  # that they were compared on
    checks: tuple[Check, ...]
    forced: bool = False

    @property
    def refused_by(self) -> tuple[str, ...]:
        """The checks that it did not pass."""
        return tuple(check.name for check in self.checks if not check.passed)

    def sentence(self) -> str:
        """For the admins: what was decided and why."""
        how = "live (forced)" if self.forced else "live" if self.promote else "not promoted, stays a candidate"
        facts = [f"{self.candidate:.3f} bits per character, {self.rival_name} {self.rival:.3f}"]
        facts += [check.sentence() for check in self.checks if not check.passed]
        return f"{how}: " + "; ".join(facts)

    def as_dict(self) -> dict[str, Any]:
        """For the version's history."""
        return {**asdict(self), "refused_by": self.refused_by}


def judge_first(candidate: Contender, base: TextScore, order: WordOrder, *, margin: float, force: bool) -> Verdict:
    """A first version beside the untuned base, whose score is of the same tweets; `margin` is how
    clearly better it must be."""
    score = candidate.score
    low, high = LENGTHS
    needed = order.base + ORDER_FACTOR * margin * abs(order.base)
    checks = [
        Check("95% bound of the difference in bits per character", difference_bound(score, base), 0.0),
        Check("told apart", candidate.told_apart, candidate.untuned_told_apart - margin),
        Check("nats to begin like the account", _mean(score.begins), (1 - min(margin, 0.0)) * _mean(base.begins)),
        Check("nats to end like the account", _mean(score.ends), (1 - END_FACTOR * margin) * _mean(base.ends)),
        Check("nats that the order of words must be worth", needed, order.candidate),
        Check("length over that of real tweets", candidate.length, high),
        Check("length of real tweets over it", 1 / max(candidate.length, 1e-9), 1 / low),
        *_copy_checks(candidate),
    ]
    return _verdict(candidate.score, base, "the untuned base", checks, force)


def judge_next(
    candidate: Contender, live: Contender, rival: Rival, best: Rival | None, *, tolerance: float, force: bool
) -> Verdict:
    """A later version beside what is live, and beside the best that has been live, if that is another one.

    `tolerance` is a share of bits per character. The difference that is looked at is the one that was measured, in
    pairs on the same tweets: `docs/scoring.md` simulates how often that is wrong.
    """
    error = float(np.hypot(candidate.told_apart_error, live.told_apart_error))
    allowed = live.told_apart + max(TOLD_APART_TOLERANCE, NOISE * error)
    checks = [Check(f"share of bits per character above {rival.name}", rival.worse_by(), tolerance)]
    if best is not None:
        checks.append(Check(f"share of bits per character above {best.name}, the best", best.worse_by(), tolerance))
    checks += [Check("told apart", candidate.told_apart, allowed), *_copy_checks(candidate)]
    return _verdict(rival.candidate, rival.score, rival.name, checks, force)


def _copy_checks(candidate: Contender) -> list[Check]:
    """Real tweets repeat themselves, too: so may what it answers, by as much and 1% more, or one tweet."""
    allowed = candidate.repeats + max(MAX_COPIES, 1 / max(1, candidate.tweets))
    return [
        Check("copies after the guard", candidate.copies_after, allowed),
        Check("copies before the guard", candidate.copies_before, candidate.repeats + MAX_RECITED),
    ]


def _verdict(candidate: TextScore, rival: TextScore, name: str, checks: list[Check], force: bool) -> Verdict:
    earned = all(check.passed for check in checks)
    return Verdict(
        promote=earned or force,
        candidate=candidate.bits_per_character,
        rival=rival.bits_per_character,
        rival_name=name,
        tweets=len(candidate.nats),
        checks=tuple(checks),
        forced=force and not earned,
    )


def _mean(values: tuple[float, ...]) -> float:
    return sum(values) / max(1, len(values))


def difference_bound(candidate: TextScore, rival: TextScore) -> float:
    """The upper 95% bound of candidate − rival in bits per character, by resampling tweets in pairs."""
    if not candidate.nats:
        return float("inf")
    worse = np.array(candidate.nats) - np.array(rival.nats)
    characters = np.array(candidate.characters, np.float64)
    rng = np.random.default_rng(0)
    chosen = rng.integers(0, len(worse), (RESAMPLES, len(worse)))
    differences = worse[chosen].sum(1) / (characters[chosen].sum(1) * np.log(2))
    return float(np.quantile(differences, CONFIDENCE))
