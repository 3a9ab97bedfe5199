"""The measurements of a score card: what they say of texts whose likeness is known."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from data.models.scorecards import Metric, ScoreCard, score_rows, scorecard_from
from tests.conftest import SAMPLE
from training.evaluation import likeness
from training.evaluation.likeness import habits, told_apart
from training.evaluation.measure import beginning_of
from training.evaluation.memorization import copies, longest_common
from training.evaluation.scorecard import Evidence, Written, score_card
from training.finetuning.scoring import TextScore


@pytest.fixture(autouse=True)
def few_resamples() -> None:
    """As many as in the program: the intervals are what is tested here."""


@pytest.fixture(scope="module")
def tweets() -> list[str]:
    from data.sources.reading import read_tweets
    from data.tweets.corpus import build_corpus

    texts = list(build_corpus(read_tweets(SAMPLE).tweets).texts)
    random.Random(0).shuffle(texts)
    return texts


STRANGERS = [f"BREAKING: Report No. {n} SHOWS the markets are {word}!!! #news @desk" for n, word in enumerate(
    ["up", "down", "flat", "open", "closed", "calm", "wild", "odd"] * 40
)]  # fmt: skip


def test_a_classifier_cannot_tell_an_account_from_itself_and_knows_a_stranger(tweets: list[str]) -> None:
    same, low, high = likeness.told_apart(tweets[:300], tweets[300:600])
    assert 0.4 < same < 0.6
    assert low < same < high
    assert likeness.told_apart(STRANGERS[:300], tweets[:300])[0] > 0.99
    assert likeness.told_apart(tweets[:300], tweets[300:600]) == (same, low, high)
    assert likeness.told_apart([], tweets)[0] == 1.0  # silence is not likeness


def test_names_topics_and_numbers_do_not_give_an_account_away() -> None:
    ours = [f"so @someone{n} said #topic{n} at {n % 10} o'clock" for n in range(60)]
    theirs = [f"so @other{n} said #theme{n} at {(n + 5) % 10} o'clock" for n in range(60)]
    assert likeness.masked(ours[0]) == "so @U said #H at 0 o'clock"
    assert likeness.told_apart(ours, theirs)[0] == pytest.approx(0.5)


def test_the_author_is_named(tweets: list[str]) -> None:
    author = likeness.Author(tweets[:300], STRANGERS[:150])
    assert likeness.named_right(author, tweets[300:400], tweets[400:500])[0] > 0.9
    assert likeness.named_right(author, STRANGERS[150:], tweets[400:500])[0] < 0.05


def test_the_surface_distance_is_a_mean_of_kolmogorov_smirnov_distances(tweets: list[str]) -> None:
    from scipy.stats import ks_2samp

    a, b = tweets[:200], STRANGERS[:100]
    ours, theirs = likeness.habits(a), likeness.habits(b)
    expected = np.mean([ks_2samp(ours[:, k], theirs[:, k]).statistic for k in range(ours.shape[1])])
    distance, low, high = likeness.surface_distance(a, b)
    assert distance == pytest.approx(expected)
    assert low <= distance <= high
    assert likeness.surface_distance(tweets[:300], tweets[300:600])[0] < 0.1 < distance


def test_self_bleu_is_sacrebleus(tweets: list[str]) -> None:
    from sacrebleu.metrics import BLEU

    texts = [*tweets[:40], "hum", "hum hum", "月が遅い 今夜は", "a a a a a", "a a a"]
    spaced = [" ".join(likeness.words_of(text)) for text in texts]
    bleu = BLEU(tokenize="none", effective_order=True)
    each = [bleu.sentence_score(text, spaced[:n] + spaced[n + 1 :]).score for n, text in enumerate(spaced)]
    assert likeness.self_bleu(texts) == pytest.approx(np.mean(each) / 100)
    assert likeness.self_bleu(["the same again and again"] * 5) == pytest.approx(1.0)
    assert likeness.self_bleu(["alone"]) == 0.0


def test_variety_counts_pairs_of_words_or_of_characters_where_there_are_no_spaces() -> None:
    assert likeness.distinct_2(["a b a b"]) == pytest.approx(2 / 3)
    assert likeness.distinct_2(["月が月が"]) == pytest.approx(2 / 3)
    metric = likeness.with_jackknife(likeness.distinct_2, [f"word{n} comes after word{n + 1}" for n in range(40)])
    assert metric.low <= metric.value <= metric.high


def test_a_copy_is_half_of_a_text_and_thirty_characters_of_a_tweet() -> None:
    tweets = ["The exact change slot has been open since nineteen eighty-four, and nobody asked why.", "月が遅い"]
    stretch = "slot has been open since nineteen"
    assert longest_common([f"my-{stretch}!", "exact change"], tweets) == [len(stretch), 0]
    assert copies(
        [
            "the exact change slot has been open since NINETEEN eighty-four",
            f"{stretch}-{'x' * 32}",
            f"{stretch}-{'x' * 34}",  # under half
            "exact change slot",  # short
            "月が遅い",  # short, but all of a tweet
            "something else entirely, of my own making",
        ],
        tweets,
    ) == [True, True, False, False, True, False]


def evidence(voice: list[str], tweets: list[str], copies: tuple[str, ...] = ()) -> Evidence:
    score = TextScore((10.0,) * 100, (20,) * 100, 500)
    return Evidence(
        train=tweets[:400],
        held_out=tweets[400:500],
        voice=Written(tuple(voice), copies),
        base=Written(tuple(STRANGERS[:100])),
        voice_score=score,
        base_score=TextScore((20.0,) * 100, (20,) * 100, 500),
        seen_score=TextScore((9.0,) * 100, (20,) * 100, 500),
        others=STRANGERS,
    )


def test_a_card_puts_each_number_between_floor_and_ceiling(tweets: list[str]) -> None:
    good = score_card(evidence(tweets[500:600], tweets))
    for name, metric in good.metrics():
        assert metric.low <= metric.value <= metric.high or name == "named_right", name
    assert good.bits_per_character.ceiling < good.bits_per_character.value < good.bits_per_character.floor  # type: ignore[operator]
    assert good.told_apart.value < 0.65 < 0.95 < good.told_apart.floor  # type: ignore[operator]
    assert good.told_apart.others > 0.95  # type: ignore[operator]
    assert good.named_right
    assert good.named_right.value > 0.9 > 0.1 > good.named_right.floor  # type: ignore[operator]
    assert good.copies_after.value == 0
    assert good.copies_after.high < 0.05
    assert scorecard_from(good.as_dict()) == good
    assert score_card(evidence(tweets[500:600], tweets)) == good
    rows = score_rows(good)
    assert [row[0].endswith("*") for row in rows][:5] == [True] * 4 + [False]
    assert all(len(row) == 6 for row in rows)


def test_what_begins_like_real_tweets_is_judged_by_how_it_goes_on(tweets: list[str]) -> None:
    def going_on(with_these: list[str]) -> ScoreCard:
        pairs = [(beginning_of(real) + end, real) for real, end in zip(tweets[400:500], with_these, strict=True)]
        return score_card(replace(evidence(tweets[500:600], tweets), continued=pairs, features=habits))

    rest = [text.removeprefix(beginning_of(text)) for text in tweets[400:500]]
    like, unlike = going_on(rest[1:] + rest[:1]), going_on([f" {text}" for text in STRANGERS[:100]])
    assert like.told_apart_begun.value < 0.65 < 0.9 < unlike.told_apart_begun.value  # type: ignore[union-attr]
    assert like.told_apart_begun_by_likelihood.value < 0.65  # type: ignore[union-attr]
    assert unlike.told_apart_begun_by_likelihood.value > 0.8  # type: ignore[union-attr]
    same = told_apart(tweets[:100], tweets[:100], paired=True)[0]
    assert same == 0.5
    assert told_apart(tweets[:100], tweets[:100])[0] < 0.4  # a twin on the other side speaks for the wrong one


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("nothing worse than a vending machine that hums", "nothing worse"),
        ("one two three four five six seven eight nine ten eleven twelve thirteen", "one two three"),
        ("four words make one", "four"),
        ("月が遅いのは誰のせいでもない", "月が遅"),
        ("hum", ""),
    ],
)
def test_a_beginning_is_a_quarter_of_a_tweet_and_at_most_three_words(text: str, beginning: str) -> None:
    assert beginning_of(text) == beginning


def test_without_others_to_mistake_it_for_nobody_is_named(tweets: list[str]) -> None:
    alone = replace(evidence(tweets[500:600], tweets), others=STRANGERS[:4])
    assert score_card(alone).named_right is None
    assert score_card(replace(alone, others=STRANGERS[:60])).named_right is not None


def test_a_card_finds_out_a_parrot_and_a_bore(tweets: list[str]) -> None:
    parrot = score_card(evidence(tweets[:60], tweets))
    assert parrot.copies_after.value > 0.5
    guarded = score_card(evidence(tweets[500:550], tweets, copies=tuple(tweets[:50])))
    assert guarded.copies_before.value > 0.2
    assert guarded.copies_after.value == 0
    mute = score_card(evidence([], tweets, copies=tuple(tweets[:50])))
    assert (mute.copies_before.value, mute.copies_after.value, mute.told_apart.value) == (1.0, 1.0, 1.0)
    bore = score_card(evidence([f"I hum and then I hum again {n % 3}" for n in range(100)], tweets))
    assert bore.self_bleu.value > 0.9 > bore.self_bleu.ceiling  # type: ignore[operator]
    assert bore.distinct_2.value < 0.1 < bore.distinct_2.ceiling  # type: ignore[operator]


def test_a_card_of_a_later_program_is_read_as_far_as_it_is_understood() -> None:
    metric = Metric(1.0, 0.9, 1.1)
    card = ScoreCard(*[metric] * 7)
    assert scorecard_from({**card.as_dict(), "charm": 3}) == card
