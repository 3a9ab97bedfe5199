"""Puts a version's score card together: each measurement beside its floor and its ceiling."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from data.models.scorecards import Metric, ScoreCard, share_metric
from training.evaluation import likeness
from training.evaluation.memorization import copies
from training.finetuning.scoring import TextScore

MIN_NAMED = 5  # of the account's own tweets, for a share of them to mean anything
MIN_OTHERS = 20  # tweets of other accounts, to learn authorship from


@dataclass(frozen=True)
class Written:
    """What a model wrote without a prompt: the tweets that passed the guard, and the copies that did not."""

    texts: tuple[str, ...]
    copies: tuple[str, ...] = ()


Features = Callable[[Sequence[str]], likeness.Floats]
"""Numbers [texts, any] by which to tell texts apart."""


@dataclass(frozen=True)
class Evidence:
    """Everything a card is made from. Empty or None is what is not known."""

    train: Sequence[str]  # different tweets
    held_out: Sequence[str]
    voice: Written
    base: Written
    voice_score: TextScore  # of the held-out tweets
    base_score: TextScore
    seen_score: TextScore | None = None  # the voice's, of tweets it was trained on
    other_score: TextScore | None = None  # another account's voice's, of the held-out tweets
    newest: Sequence[str] = ()  # as held out, with those that repeat a tweet that is trained on
    others: Sequence[str] = ()  # real tweets of other accounts
    features: Features | None = None  # what a text looks like to the untuned base
    continued: Sequence[tuple[str, str]] = ()  # what the voice made of a held-out tweet's beginning, and that tweet


def score_card(evidence: Evidence) -> ScoreCard:
    """Measure. The same evidence gives the same card."""
    held_out, voice, base = evidence.held_out, evidence.voice.texts, evidence.base.texts
    rng = random.Random(likeness.SEED)
    own = sample(evidence.train, len(voice), rng)
    others = sample(evidence.others, len(voice), rng)

    def apart(texts: Sequence[str]) -> float | None:
        return likeness.told_apart(texts, held_out)[0] if texts else None

    def distance(texts: Sequence[str]) -> float | None:
        return likeness.surface_distance(texts, held_out)[0] if texts else None

    def copied(texts: Sequence[str]) -> float:
        return sum(copies(texts, evidence.train)) / max(1, len(texts))

    habit_of_repeating = copied(evidence.newest or held_out)

    def copy_metric(texts: Sequence[str]) -> Metric:
        hits = sum(copies(texts, evidence.train))
        metric = share_metric(hits, len(texts)) if texts else Metric(1.0, 0.0, 1.0)  # silence proves nothing
        return replace(metric, floor=copied(base), ceiling=habit_of_repeating)

    drafts = (*voice, *evidence.voice.copies)
    return ScoreCard(
        bits_per_character=Metric(
            evidence.voice_score.bits_per_character,
            *likeness.bits_interval(evidence.voice_score.nats, evidence.voice_score.characters),
            floor=evidence.base_score.bits_per_character,
            ceiling=evidence.seen_score.bits_per_character if evidence.seen_score else None,
            others=evidence.other_score.bits_per_character if evidence.other_score else None,
        ),
        told_apart=Metric(*likeness.told_apart(voice, held_out), apart(base), apart(own), apart(others)),
        told_apart_by_likelihood=_told_apart_by_likelihood(evidence, own, others),
        **_told_apart_begun(evidence),
        length=_length(voice, base, own, others, held_out),
        surface=Metric(*likeness.surface_distance(voice, held_out), distance(base), distance(own), distance(others)),
        distinct_2=_variety(likeness.distinct_2, voice, base, own, others),
        self_bleu=_variety(likeness.self_bleu, voice, base, own, others),
        copies_before=copy_metric(drafts),
        copies_after=copy_metric(voice),
        named_right=_named_right(evidence, others),
        generated=len(voice),
        held_out=len(held_out),
        seed=likeness.SEED,
    )


def sample(texts: Sequence[str], most: int, rng: random.Random) -> list[str]:
    """At most so many of the texts, drawn at random."""
    return rng.sample(list(texts), min(most, len(texts)))


def _told_apart_by_likelihood(evidence: Evidence, own: list[str], others: list[str]) -> Metric | None:
    if evidence.features is None or not evidence.held_out:
        return None
    sides = [evidence.voice.texts, evidence.base.texts, own, others]
    known = [evidence.features(texts[: likeness.AT_ONCE]) for texts in (*sides, evidence.held_out)]
    real = known.pop()
    found, *peers = (likeness.told_apart_by(side, real) if len(side) else None for side in known)
    assert found or not evidence.voice.texts
    floor, ceiling, rest = (peer[0] if peer else None for peer in peers)
    return Metric(*(found or (1.0, 0.0, 1.0)), floor, ceiling, rest)


def _told_apart_begun(evidence: Evidence) -> dict[str, Metric]:
    """Both judges of what was made of given beginnings, beside the tweets that the beginnings were taken from."""
    if not evidence.continued:
        return {}
    ours, real = zip(*evidence.continued[: likeness.AT_ONCE], strict=True)
    found = {"told_apart_begun": Metric(*likeness.told_apart(ours, real, paired=True))}
    if evidence.features is not None:
        known = evidence.features(ours), evidence.features(real)
        found["told_apart_begun_by_likelihood"] = Metric(*likeness.told_apart_by(*known, paired=True))
    return found


def _length(voice: Sequence[str], *peers_and_real: Sequence[str]) -> Metric | None:
    """Mean characters over those of real tweets, with an interval by resampling both."""
    *peers, real = peers_and_real
    if not (voice and real):
        return None
    floor, ceiling, others = (likeness.length_ratio(texts, real)[0] if texts else None for texts in peers)
    return Metric(*likeness.length_ratio(voice, real), floor, ceiling, others)


def _variety(statistic: Callable[[Sequence[str]], float], voice: Sequence[str], *peers: Sequence[str]) -> Metric:
    """At the same number of texts for all, for variety falls with it."""
    floor, ceiling, others = (statistic(texts) if texts else None for texts in peers)
    return replace(likeness.with_jackknife(statistic, voice), floor=floor, ceiling=ceiling, others=others)


def _named_right(evidence: Evidence, others: Sequence[str]) -> Metric | None:
    """None where too little of other accounts is known that a tweet could be mistaken for theirs."""
    unseen = set(others[: len(evidence.others) // 2])
    known = [text for text in evidence.others if text not in unseen]
    if len(known) < MIN_OTHERS or not (evidence.held_out and evidence.voice.texts):
        return None
    own = sample(evidence.train, likeness.AUTHOR_TWEETS, random.Random(likeness.SEED))
    author = likeness.Author(own, known)
    others = [text for text in others if text in unseen]
    real = evidence.held_out
    if author.named(real).sum() < MIN_NAMED:
        return None
    return Metric(
        *likeness.named_right(author, evidence.voice.texts, real),
        floor=likeness.named_right(author, evidence.base.texts, real)[0] if evidence.base.texts else None,
        ceiling=1.0,
        others=likeness.named_right(author, others, real)[0] if others else None,
    )
