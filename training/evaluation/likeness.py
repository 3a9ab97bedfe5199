"""How like two sets of tweets are: can a classifier tell them apart, does it know the author, do the habits agree.

Names of others, hashtags and digits are masked for the classifiers, which shall judge style and not topics of a day.
Every function is deterministic: what is random is seeded.
"""

from __future__ import annotations

import bisect
import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import regex
from numpy.typing import NDArray

from data.models.scorecards import Metric

SEED = 42
RESAMPLES = 200
FOLDS = 5
AT_ONCE = 300  # texts a side: the more a classifier learns from, the better it tells
AUTHOR_TWEETS = 1000  # of the account, at most, that the authorship classifier learns from

Floats = NDArray[np.float64]

_WORD = regex.compile(
    r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\w'’]+|[^\w\s]", regex.V1
)
_EMOJI = regex.compile(r"\p{Extended_Pictographic}")


def masked(text: str) -> str:
    """`@name` → `@U`, `#topic` → `#H`, every digit → `0`."""
    return regex.sub(r"\d", "0", regex.sub(r"#\w+", "#H", regex.sub(r"@\w+", "@U", text)))


def told_apart(texts: Sequence[str], real: Sequence[str], *, paired: bool = False) -> tuple[float, float, float]:
    """AUC with its 95% interval of a cross-validated classifier between the two sets; 0.5 cannot tell.

    TF-IDF of characters 1–4, logistic regression, five folds, at most `AT_ONCE` texts a side. With fewer than five on
    a side it is 1, 0 to 1: nothing speaks for a voice that hardly says anything. `paired` texts, which begin alike,
    are never learnt from and judged apart: a beginning that both have would speak for the wrong side.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    documents = np.array([masked(text) for text in (*texts[:AT_ONCE], *real[:AT_ONCE])], dtype=object)

    def seen(known: Floats, unseen: Floats) -> tuple[Any, Any]:
        vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, 4), sublinear_tf=True, lowercase=False)
        return vectorizer.fit_transform(known), vectorizer.transform(unseen)

    return _told_apart(documents, min(len(texts), AT_ONCE), seen, paired)


def told_apart_by(features: Floats, real: Floats, *, paired: bool = False) -> tuple[float, float, float]:
    """The same by numbers of each text [texts, features] instead of its characters."""
    from sklearn.preprocessing import StandardScaler

    def seen(known: Floats, unseen: Floats) -> tuple[Any, Any]:
        scaler = StandardScaler().fit(known)
        return scaler.transform(known), scaler.transform(unseen)

    both = np.concatenate([features[:AT_ONCE], real[:AT_ONCE]])
    return _told_apart(both, min(len(features), AT_ONCE), seen, paired)


def _told_apart(
    both: Any, ours: int, seen: Callable[[Any, Any], tuple[Any, Any]], paired: bool
) -> tuple[float, float, float]:
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedGroupKFold

    if min(ours, len(both) - ours) < FOLDS:
        return 1.0, 0.0, 1.0
    labels = np.array([1] * ours + [0] * (len(both) - ours))
    folds: list[tuple[Floats, Floats]] = []  # scores of the one side and of the other, never seen in training
    groups = np.arange(len(both)) % ours if paired else np.arange(len(both))
    for known, unseen in StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED).split(both, labels, groups):
        learnt = LogisticRegression(class_weight="balanced", solver="liblinear")
        train, test = seen(both[known], both[unseen])
        scores = learnt.fit(train, labels[known]).decision_function(test)
        folds.append((scores[labels[unseen] == 1], scores[labels[unseen] == 0]))

    def mean_auc(rng: np.random.Generator | None) -> float:
        return float(np.mean([_auc(_resampled(ours, rng), _resampled(theirs, rng)) for ours, theirs in folds]))

    return (mean_auc(None), *_interval(mean_auc))


def _auc(ours: Floats, theirs: Floats) -> float:
    """The chance that one of ours scores above one of theirs; ties count half."""
    theirs = np.sort(theirs)
    below, not_above = np.searchsorted(theirs, ours, "left"), np.searchsorted(theirs, ours, "right")
    return float((below + not_above).mean() / 2 / len(theirs))


class Author:
    """Knows one account's tweets from those of other accounts: TF-IDF of characters 2–5, logistic regression."""

    def __init__(self, own: Sequence[str], others: Sequence[str]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline

        texts = [masked(text) for text in (*own, *others)]
        vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(2, 5), sublinear_tf=True, lowercase=False, min_df=2)
        self._model: Any = make_pipeline(vectorizer, LogisticRegression(class_weight="balanced", solver="liblinear"))
        self._model.fit(texts, [1] * len(own) + [0] * len(others))

    def named(self, texts: Sequence[str]) -> NDArray[np.bool_]:
        """For each text whether it is more likely the account's than somebody else's."""
        if not texts:
            return np.zeros(0, np.bool_)
        named: NDArray[np.bool_] = self._model.predict_proba([masked(text) for text in texts])[:, 1] > 0.5
        return named


def named_right(author: Author, texts: Sequence[str], real: Sequence[str]) -> tuple[float, float, float]:
    """Share of `texts` that are given to the account, over that share of its `real` ones; with a 95% interval."""
    hits, share = author.named(texts).astype(float), max(float(author.named(real).mean()), 1e-9)
    return (float(hits.mean() / share), *_interval(lambda rng: float(_resampled(hits, rng).mean() / share)))


HABITS: dict[str, Callable[[str], float]] = {
    "characters": len,
    "words": lambda text: len(text.split()),
    "mean word": lambda text: len(text) / max(1, len(text.split())),
    "capitals": lambda text: _share(text, str.isupper),
    "small first letter": lambda text: float(text[:1].islower()),
    "words in capitals": lambda text: float(sum(len(w) > 1 and w.isupper() for w in text.split())),
    "punctuation": lambda text: _share(text, lambda c: not (c.isalnum() or c.isspace())),
    "full stops": lambda text: text.count(".") + text.count("。"),
    "commas": lambda text: text.count(",") + text.count("、"),
    "exclamation marks": lambda text: text.count("!") + text.count("！"),
    "question marks": lambda text: text.count("?") + text.count("？"),
    "quotation marks": lambda text: float(len(regex.findall(r"[\"“”„«»「」]", text))),
    "emoji": lambda text: float(len(_EMOJI.findall(text))),
    "hashtags": lambda text: float(len(regex.findall(r"#\w", text))),
    "mentions": lambda text: float(len(regex.findall(r"@\w", text))),
    "links": lambda text: float(len(regex.findall(r"https?:|www\.", text))),
    "digits": lambda text: _share(text, str.isdigit),
    "line breaks": lambda text: text.count("\n"),
    "ends with punctuation": lambda text: float(text[-1:] in ".!?…。！？"),
}


def _share(text: str, is_one: Callable[[str], bool]) -> float:
    return sum(map(is_one, text)) / max(1, len(text))


def habits(texts: Sequence[str]) -> Floats:
    """[texts, habits]"""
    return np.array([[habit(text) for habit in HABITS.values()] for text in texts], np.float64)


def surface_distance(texts: Sequence[str], real: Sequence[str]) -> tuple[float, float, float]:
    """Mean Kolmogorov–Smirnov distance over all habits, with a 95% interval from the spread of resamples.

    Not from their quantiles, for a resample is farther away than the sample it is drawn from. 1 where a side is empty.
    """
    if not (texts and real):
        return 1.0, 0.0, 1.0
    ours, theirs = habits(texts), habits(real)

    def distance(rng: np.random.Generator | None) -> float:
        a, b = _resampled(ours, rng), _resampled(theirs, rng)
        return float(np.mean([_ks(a[:, habit], b[:, habit]) for habit in range(a.shape[1])]))

    rng = np.random.default_rng(SEED)
    value, error = distance(None), 1.96 * float(np.std([distance(rng) for _ in range(RESAMPLES)]))
    return value, max(0.0, value - error), value + error


def length_ratio(texts: Sequence[str], real: Sequence[str]) -> tuple[float, float, float]:
    """Mean characters of `texts` over those of `real` ones, with a 95% interval."""
    ours, theirs = (np.array([len(text) for text in side], np.float64) for side in (texts, real))

    def ratio(rng: np.random.Generator | None) -> float:
        return float(_resampled(ours, rng).mean() / max(1.0, _resampled(theirs, rng).mean()))

    return (ratio(None), *_interval(ratio))


def _ks(a: Floats, b: Floats) -> float:
    """The largest distance between two empirical distribution functions."""
    a, b = np.sort(a), np.sort(b)
    points = np.concatenate([a, b])
    distances = np.searchsorted(a, points, "right") / len(a) - np.searchsorted(b, points, "right") / len(b)
    return float(np.abs(distances).max())


def words_of(text: str) -> list[str]:
    """Words, punctuation marks and, of scripts without spaces, characters."""
    return [word.casefold() for word in _WORD.findall(text)]


def distinct_2(texts: Sequence[str]) -> float:
    """Different pairs of neighbouring words over all such pairs."""
    pairs = [pair for text in texts for pair in itertools.pairwise(words_of(text))]
    return len(set(pairs)) / max(1, len(pairs))


def self_bleu(texts: Sequence[str]) -> float:
    """Mean BLEU-4 of each text against all others, 0 to 1 (Zhu et al. 2018, Texygen).

    As `sacrebleu` computes a sentence's BLEU with exponential smoothing and effective order, but in linear time: of
    each n-gram, the two texts that have it most often say what the most is among the others of any text.
    """
    sentences = [words_of(text) for text in texts]
    if len(sentences) < 2:
        return 0.0
    lengths = sorted(map(len, sentences))
    grams = [[Counter(zip(*(words[k:] for k in range(n)), strict=False)) for n in range(1, 5)] for words in sentences]
    most: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)  # (how often, which text), two at most
    for number, orders in enumerate(grams):
        for gram, count in (item for order in orders for item in order.items()):
            most[gram] = sorted([*most[gram], (count, number)], reverse=True)[:2]

    def in_others(gram: tuple[str, ...], number: int) -> int:
        return next((count for count, owner in most[gram] if owner != number), 0)

    scores = []
    for number, (words, orders) in enumerate(zip(sentences, grams, strict=True)):
        logs, misses, matches = [], 0, 0
        for order in orders:
            total = sum(order.values())
            if not total:
                break
            hits = sum(min(count, in_others(gram, number)) for gram, count in order.items())
            misses += not hits
            matches += hits
            logs.append(math.log(hits / total) if hits else math.log(1 / (2**misses * total)))
        nearest = _nearest_other(lengths, len(words))
        brevity = min(0.0, 1 - nearest / len(words)) if words else 0.0
        scores.append(math.exp(sum(logs) / len(logs) + brevity) if matches else 0.0)
    return float(np.mean(scores))


def _nearest_other(lengths: list[int], length: int) -> int:
    """The length nearest to `length` among all but one of that very length; of two, the shorter."""
    at = bisect.bisect_left(lengths, length)
    rest = [lengths[k] for k in (at - 1, at + 1) if 0 <= k < len(lengths)]
    return min(rest, key=lambda other: (abs(other - length), other))


def with_jackknife(statistic: Callable[[Sequence[str]], float], texts: Sequence[str], groups: int = 8) -> Metric:
    """A statistic that repeated texts would bias, so no bootstrap: 95% by leaving out one group after another."""
    value = statistic(texts)
    if len(texts) < groups:
        return Metric(value, value, value)
    left = [statistic([text for n, text in enumerate(texts) if n % groups != group]) for group in range(groups)]
    error = 1.96 * float(np.sqrt((groups - 1) / groups * np.sum((np.array(left) - np.mean(left)) ** 2)))
    return Metric(value, value - error, value + error)


def bits_interval(nats: Sequence[float], characters: Sequence[int]) -> tuple[float, float]:
    """95% of bits per character, by resampling tweets."""
    costs = np.stack([np.array(nats), np.array(characters, np.float64)], axis=1)

    def bits(rng: np.random.Generator | None) -> float:
        total = _resampled(costs, rng).sum(axis=0)
        return float(total[0] / (max(1.0, total[1]) * np.log(2)))

    return _interval(bits)


def _resampled(values: Floats, rng: np.random.Generator | None) -> Floats:
    return values if rng is None else values[rng.integers(0, len(values), len(values))]


def _interval(statistic: Callable[[np.random.Generator | None], float]) -> tuple[float, float]:
    """The middle 95% of a statistic over resamples."""
    rng = np.random.default_rng(SEED)
    low, high = np.quantile([statistic(rng) for _ in range(RESAMPLES)], [0.025, 0.975])
    return float(low), float(high)
