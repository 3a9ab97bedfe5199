"""What goes live: first versions that are clearly a voice, later ones that are no worse than any that has been live."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from training.evaluation.promotion import Contender, Rival, Verdict, WordOrder, judge_first, judge_next, shuffled_words
from training.finetuning.scoring import TextScore

BITS = "95% bound of the difference in bits per character"
ORDER = WordOrder(9.0, 6.0)  # of a voice that knows its account
ABOVE = "share of bits per character above version 3"


def predicting(bits: float, spread: float = 0.0, tweets: int = 100, begin: float = 4.0, end: float = 1.0) -> TextScore:
    """Tweets of 50 characters that cost `bits` a character, every other one more, every other one less."""
    nats = tuple((bits + spread * (-1) ** n) * 50 * math.log(2) for n in range(tweets))
    return TextScore(nats, (50,) * tweets, 1000, (begin,) * tweets, (end,) * tweets)


BASE = predicting(2.0, begin=6.0, end=6.0)
VOICE = Contender("version 4", predicting(1.5), told_apart=0.60, untuned_told_apart=0.95)
LIVE = replace(VOICE, name="version 3")


def first(**facts: object) -> tuple[str, ...]:
    return refusals(judge_first(replace(VOICE, **facts), BASE, ORDER, margin=0.05, force=False))  # type: ignore[arg-type]


def later(
    score: TextScore | None = None, best: Rival | None = None, rival: Rival | None = None, **facts: object
) -> tuple[str, ...]:
    mine = score or VOICE.score
    rival = rival or Rival("version 3", LIVE.score, mine)
    candidate = replace(VOICE, score=mine, **facts)  # type: ignore[arg-type]
    return refusals(judge_next(candidate, LIVE, rival, best, tolerance=0.01, force=False))


def refusals(verdict: Verdict) -> tuple[str, ...]:
    assert verdict.promote == (not verdict.refused_by)
    return verdict.refused_by


def test_a_first_version_must_be_a_voice_in_every_way() -> None:
    assert first() == ()
    assert first(score=predicting(2.001)) == (BITS,)
    assert first(score=predicting(1.95, spread=0.5)) == (BITS,)  # better on the whole, but who can say
    assert first(score=TextScore((), (), 0)) == (BITS,)
    assert first(told_apart=0.93) == ("told apart",)
    assert first(score=predicting(1.5, begin=6.5)) == ("nats to begin like the account",)
    assert first(score=predicting(1.5, end=5.5)) == ("nats to end like the account",)
    assert first(length=2.0) == ("length over that of real tweets",)
    assert first(length=0.4) == ("length of real tweets over it",)
    assert first(length=0.0) == ("length of real tweets over it",)
    assert first(copies_after=0.2) == ("copies after the guard",)


def test_a_first_version_must_know_in_which_order_words_come() -> None:
    """One that learnt the account's words shuffled passed everything else."""
    for mine, promoted in ((3.4, True), (3.2, False), (1.2, False), (-1.0, False)):
        verdict = judge_first(VOICE, BASE, WordOrder(mine, 3.0), margin=0.05, force=False)
        assert verdict.promote == promoted
        assert verdict.refused_by == (() if promoted else ("nats that the order of words must be worth",))
    spaceless = judge_first(VOICE, BASE, WordOrder(0.0, 0.0), margin=0.05, force=False)
    assert spaceless.promote
    assert sorted(shuffled_words("one two three four").split()) == sorted(["one", "two", "three", "four"])
    assert shuffled_words("one two three four") == shuffled_words("one two three four") != "one two three four"
    assert shuffled_words("月が遅い") == "月が遅い"


def test_copies_are_measured_by_how_much_the_account_repeats_itself() -> None:
    assert later(copies_before=0.3) == ("copies before the guard",)
    assert later(copies_before=0.3, repeats=0.06) == ()
    assert later(copies_after=0.02, repeats=0.015) == ()
    assert later(copies_after=0.02) == ("copies after the guard",)
    assert later(copies_after=0.02, tweets=50) == ()  # one of fifty


def test_a_later_version_may_be_a_little_worse_than_what_is_live() -> None:
    assert later(predicting(1.514)) == ()
    assert later(predicting(1.516)) == (ABOVE,)
    assert later(predicting(1.2)) == ()
    assert later(TextScore((), (), 0)) == (ABOVE,)


def test_the_tolerance_is_a_share_whatever_the_language() -> None:
    japanese = Rival("version 3", predicting(4.2), predicting(4.23))
    assert later(predicting(4.23), rival=japanese) == ()
    assert later(predicting(4.26), rival=replace(japanese, candidate=predicting(4.26))) == (ABOVE,)


def test_many_small_steps_cannot_lead_downhill() -> None:
    """Each is within the tolerance of the one before it; the best that was live is not forgotten."""
    bits, best, promoted = 1.5, predicting(1.5), 0
    for _ in range(10):
        worse = predicting(bits * 1.008)
        rivals = Rival("version 3", predicting(bits), worse), Rival("version 1", best, worse)
        if later(worse, rival=rivals[0], best=rivals[1]):
            break
        bits, promoted = bits * 1.008, promoted + 1
    assert promoted == 1
    assert bits <= 1.5 * 1.01


def test_where_too_few_tweets_are_new_to_both_each_is_measured_beside_the_base() -> None:
    few = predicting(9.0, tweets=3)
    assert later(rival=Rival("version 3", few, few, gain=0.75, own_gain=0.755)) == ()
    assert later(rival=Rival("version 3", few, few, gain=0.75, own_gain=0.76)) == (ABOVE,)


def test_a_difference_in_being_told_apart_must_be_more_than_noise() -> None:
    assert later(told_apart=0.62) == ()
    assert later(told_apart=0.64) == ("told apart",)
    noisy = {"told_apart_error": 0.03}
    assert later(told_apart=0.64, **noisy) == ()
    assert later(told_apart=0.68, **noisy) == ("told apart",)


def test_a_verdict_says_why_and_force_is_recorded_as_such() -> None:
    worse = replace(VOICE, score=predicting(1.6))
    rival = Rival("version 3", LIVE.score, worse.score)
    refused = judge_next(worse, LIVE, rival, None, tolerance=0.01, force=False)
    assert "not promoted" in refused.sentence()
    assert "1.600 bits per character, version 3 1.500" in refused.sentence()
    assert f"{ABOVE} 0.067 > 0.010" in refused.sentence()
    assert refused.tweets == 100
    forced = judge_next(worse, LIVE, rival, None, tolerance=0.01, force=True)
    assert forced.promote
    assert forced.forced
    assert not judge_first(VOICE, BASE, ORDER, margin=0.05, force=True).forced  # it had earned it


@pytest.mark.parametrize(("worse", "tweets", "least", "most"), [(0.0, 50, 0.0, 0.10), (0.03, 50, 0.99, 1.0)])
def test_how_often_a_decision_is_wrong(worse: float, tweets: int, least: float, most: float) -> None:

    rng, refused = np.random.default_rng(1), 0
    for _ in range(400):
        lengths = rng.gamma(3.0, 30.0, tweets) + 15
        live = lengths * 1.7 * math.log(2) * rng.lognormal(0, 0.15, tweets)
        mine = live * (1 + worse + SPREAD * rng.standard_normal(tweets))
        scores = [TextScore(tuple(nats), tuple(map(int, lengths)), 1000) for nats in (live, mine)]
        rival = Rival("version 3", scores[0], scores[1])
        refused += bool(later(scores[1], rival=rival))
    assert least <= refused / 400 <= most


SPREAD = 0.035
"""Of the difference between two versions on one tweet, as a share: what `docs/scoring.md` assumes."""


def test_a_score_of_some_of_the_tweets() -> None:
    score = TextScore((1.0, 2.0, 3.0), (10, 20, 30), 60, (0.1, 0.2, 0.3), (0.4, 0.5, 0.6))
    part: Sequence[int] = [0, 2]
    assert score.of(part) == TextScore((1.0, 3.0), (10, 30), 40, (0.1, 0.3), (0.4, 0.6))
    assert score.of([]) == TextScore((), (), 0, (), ())
