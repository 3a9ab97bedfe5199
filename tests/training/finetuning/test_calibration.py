"""A version is made to end as often as its account does, by what it says of real tweets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import torch

from data.models.bases import Base
from data.models.framing import load_framing
from data.sources.reading import read_tweets
from data.tweets.split import Split
from tests.conftest import SAMPLE
from training.finetuning import calibration, scoring
from training.finetuning.base_model import load_base_model
from training.finetuning.calibration import calibrate

CPU = torch.device("cpu")
TEXTS = tuple(tweet.text.split("\n")[0] for tweet in read_tweets(SAMPLE).tweets)[:160]
SPLIT = Split(TEXTS[:110], TEXTS[110:150], TEXTS[150:])


@pytest.fixture(scope="module", params=["llama", "gpt2"])
def base(request: pytest.FixtureRequest, tiny_bases: dict[str, Base]) -> Base:
    return tiny_bases[request.param]


def expected_ends(model: Any, base: Base, texts: tuple[str, ...], end_bias: float) -> float:
    """By plain teacher forcing, as the engine draws."""
    framing, total = load_framing(base.folder), 0.0
    for text in texts:
        ids = torch.tensor([framing.tweet(text)[:256]])
        with torch.no_grad():
            logits = model(input_ids=ids).logits[0, :-1].float()
        logits[:, framing.ending_ids()] += end_bias
        total += float(logits.softmax(-1)[:, framing.ending_ids()].sum())
    return total


def test_the_expected_number_of_ends_is_that_of_real_tweets(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "product_dtype", lambda _: torch.float32)
    monkeypatch.setattr(calibration, "LARGEST_BIAS", 12.0)
    model = load_base_model(base, CPU).eval()
    sampling = calibrate(model, load_framing(base.folder), SPLIT, CPU)
    texts = (*SPLIT.train, *SPLIT.validation)
    before = expected_ends(model, base, texts, 0.0)
    after = expected_ends(model, base, texts, sampling.end_bias)
    assert abs(before / len(texts) - 1) > 0.2
    assert after / len(texts) == pytest.approx(1, abs=0.02)
    assert not sampling.truncates
    assert sampling.temperature == 1.0


def test_the_shortest_tweet_is_the_accounts_own(base: Base) -> None:
    model, framing = load_base_model(base, CPU).eval(), load_framing(base.folder)
    short = replace(SPLIT, train=(*SPLIT.train, "ok", "no", "hm"))
    assert calibrate(model, framing, short, CPU).min_tokens == len(framing.prompt("ok"))
    long = replace(SPLIT, train=tuple(f"{text} {text} and again {text}" for text in SPLIT.train))
    assert calibrate(model, framing, long, CPU).min_tokens == 1 + calibration.MOST_LEAST


def test_without_tweets_nothing_is_changed(base: Base) -> None:
    sampling = calibrate(load_base_model(base, CPU), load_framing(base.folder), Split((), (), ()), CPU)
    assert sampling.min_tokens == 1
    assert abs(sampling.end_bias) < calibration.LARGEST_BIAS + 1
