"""Promotion is earned: what a candidate must show, on the same held-out tweets, to replace what is live."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from data.models.scorecards import ScoreCard
from training.finetuning.scoring import TextScore

CONFIDENCE = 0.95
RESAMPLES = 2000
TOLD_APART_TOLERANCE = 0.03
MAX_COPIES = 0.01
MAX_RECITED = 0.25  # of drafts: from here on the guard costs a third more of them, and the voice is a tape recorder


@dataclass(frozen=True)
class Contender:
    """What of a score card decides. The untuned base has no `told_apart`, which a first version need not match."""

    name: str  # "version 3", "the untuned base"
    score: TextScore
    told_apart: float | None = None
    copies_before: float = 0.0  # share of its drafts …
    copies_after: float = 0.0  # … and of its answers that copy a training tweet
    repeats: float = 0.0  # share of the account's own newest tweets that do
    tweets: int = 300  # that it wrote

    @classmethod
    def of(cls, name: str, score: TextScore, card: ScoreCard) -> Contender:
        """A version by its score and its card, both on the held-out tweets of this decision."""
        return cls(
            name,
            score,
            card.told_apart.value,
            card.copies_before.value,
            card.copies_after.value,
            card.copies_before.ceiling or 0.0,
            card.generated,
        )


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
    candidate: float  # bits per character on the held-out tweets
    rival: float
    rival_name: str
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


def judge(candidate: Contender, rival: Contender, *, tolerance: float, force: bool) -> Verdict:
    """Compare with the live version, or where there is none with the untuned base, which must be beaten.

    `tolerance` is in bits per character. The bound is one-sided: with 95% confidence the candidate is not worse by
    more than that. Real tweets repeat themselves, too: so may what it answers, by as much and 1% more, or one tweet.
    """
    first = rival.told_apart is None
    allowed = candidate.repeats + max(MAX_COPIES, 1 / max(1, candidate.tweets))
    bound = difference_bound(candidate.score, rival.score)
    checks = [Check("95% bound of the difference in bits per character", bound, 0.0 if first else tolerance)]
    if rival.told_apart is not None and candidate.told_apart is not None:
        checks.append(Check("told apart", candidate.told_apart, rival.told_apart + TOLD_APART_TOLERANCE))
    checks += [
        Check("copies after the guard", candidate.copies_after, allowed),
        Check("copies before the guard", candidate.copies_before, candidate.repeats + MAX_RECITED),
    ]
    earned = all(check.passed for check in checks)
    return Verdict(
        promote=earned or force,
        candidate=candidate.score.bits_per_character,
        rival=rival.score.bits_per_character,
        rival_name=rival.name,
        checks=tuple(checks),
        forced=force and not earned,
    )


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
