"""Training for real, on tiny models of both architectures: it learns, stops, resumes bit by bit, and publishes."""

from __future__ import annotations

import json
import math
import random
import struct
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import torch
import yaml
from sqlite_utils import Database

from bot.service.answers import learnt_from
from data.accounts.store import Account, configure_account, ensure_account, find_account, list_accounts
from data.errors import Cancelled, CorpusTooSmall, InvalidChoice, OptedOut
from data.jobs import queue as jobs
from data.jobs.queue import Job, Options, Progress, Result
from data.maintenance.deletion import forget_account
from data.models.bases import Base, prepare_base
from data.models.framing import load_framing
from data.models.held_out import knows, split_of
from data.models.history import events
from data.models.recipes import RECIPES, Recipe, find_recipe
from data.models.registry import first_damaged, list_versions, live_version
from data.models.scorecards import load_scorecard
from data.settings import Settings
from data.sources.importing import import_path
from data.tweets.corpus import Corpus, account_corpus, build_corpus, fingerprint
from data.tweets.split import Split, split_by_time
from data.tweets.store import Tweet, load_tweets, store_tweets
from tests.conftest import SAMPLE
from training.evaluation.measure import score_folder, score_version, voice_of
from training.finetuning import finetune as finetune_module
from training.finetuning.base_model import BaseModels
from training.finetuning.dataset import bucketed_order, training_batches
from training.finetuning.finetune import Trained, finetune
from training.finetuning.scoring import score_texts

CPU = torch.device("cpu")
FAST = Recipe(
    "default",
    "lora",
    epochs=2,
    learning_rate=2e-2,
    rank=4,
    alpha=8,
    batch_tokens=2048,
    score_tweets=20,
    patience=9,
    least_validation=1,
    least_updates=0,
    refit=False,
)


@pytest.fixture(scope="module")
def texts() -> list[Tweet]:
    from data.sources.reading import read_tweets

    return sorted(read_tweets(SAMPLE).tweets, key=lambda tweet: tweet.created_at or 0)


@pytest.fixture
def fast_recipes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The recipes' names with numbers that suit a tiny model."""
    monkeypatch.setitem(RECIPES, "default", FAST)
    full = replace(FAST, name="full", method="full", learning_rate=3e-3)
    monkeypatch.setitem(RECIPES, "full", full)


def train(base: Base, texts: list[Tweet], recipe: Recipe, folder: Path, **extra: object) -> Trained:
    split = split_by_time(build_corpus(texts))
    return finetune(base, split, recipe, device=CPU, checkpoint=folder / "c.safetensors", key="k", **extra)  # type: ignore[arg-type]


def weights(trained: Trained) -> dict[str, torch.Tensor]:
    return {name: p.detach().clone() for name, p in trained.model.named_parameters() if p.requires_grad}


@pytest.mark.parametrize("architecture", ["gpt2", "llama"])
@pytest.mark.parametrize("method", ["lora", "full"])
def test_training_lowers_the_held_out_loss(
    architecture: str, method: str, tiny_bases: dict[str, Base], texts: list[Tweet], tmp_path: Path
) -> None:
    recipe = replace(FAST, method=method, learning_rate=2e-2 if method == "lora" else 3e-3)
    reports: list[Progress] = []
    trained = train(tiny_bases[architecture], texts, recipe, tmp_path, report=reports.append)
    assert trained.score.loss < trained.base_score.loss - 0.3
    assert trained.score.loss < math.log(600) - 0.1  # what knowing nothing of the texts would give
    assert len(trained.score.nats) == 62
    steps = [progress for progress in reports if progress.steps and progress.stage == "training"]
    assert [progress.step for progress in steps] == list(range(1, steps[0].steps + 1))
    assert steps[-1].eta_s == 0
    assert steps[-1].epoch == recipe.epochs
    assert all(progress.loss and progress.tokens_per_s for progress in steps)


def test_a_stopped_training_goes_on_bit_by_bit(tiny_bases: dict[str, Base], texts: list[Tweet], tmp_path: Path) -> None:
    whole = train(tiny_bases["llama"], texts, FAST, tmp_path / "a")

    class Killed(Exception):
        pass

    def stop_at_7(progress: Progress) -> None:
        if progress.step == 7:
            raise Killed

    with pytest.raises(Killed):
        train(tiny_bases["llama"], texts, FAST, tmp_path / "b", report=stop_at_7)
    assert (tmp_path / "b" / "c.safetensors").exists()
    steps: list[int] = []
    resumed = train(
        tiny_bases["llama"], texts, FAST, tmp_path / "b", report=lambda p: steps.append(p.step) if p.loss else None
    )
    assert steps[0] == 8
    expected, found = weights(whole), weights(resumed)
    assert expected.keys() == found.keys()
    assert all(torch.equal(expected[name], found[name]) for name in expected)
    assert resumed.score == whole.score


def test_a_damaged_or_foreign_checkpoint_is_a_fresh_start(
    tiny_bases: dict[str, Base], texts: list[Tweet], tmp_path: Path
) -> None:
    (tmp_path / "c.safetensors").write_bytes(b"not a checkpoint")
    steps: list[int] = []
    train(tiny_bases["llama"], texts[:100], replace(FAST, epochs=1), tmp_path, report=lambda p: steps.append(p.step))
    assert 1 in steps


def test_the_best_validation_weights_are_kept(
    tiny_bases: dict[str, Base], texts: list[Tweet], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    losses: list[float] = []

    def spy(model: object, framing: object, held: tuple[str, ...], device: torch.device) -> object:
        score = score_texts(model, framing, held, device)  # type: ignore[arg-type]
        losses.append(score.loss)
        return score

    monkeypatch.setattr(finetune_module, "score_texts", spy)
    wild = replace(FAST, epochs=6, learning_rate=0.2, warmup_share=0.0)
    trained = train(tiny_bases["llama"], texts[:200], wild, tmp_path)
    validation = losses[1:-1]
    assert len(validation) == 12
    assert trained.epochs == pytest.approx((1 + validation.index(min(validation))) / 2, abs=0.2)


def test_bits_per_character_are_the_formula(tiny_bases: dict[str, Base]) -> None:
    from transformers import AutoModelForCausalLM

    base = tiny_bases["gpt2"]
    model = AutoModelForCausalLM.from_pretrained(base.folder, dtype=torch.float32).eval()
    framing = load_framing(base.folder)
    held = ["the moon is late", "hum", "exact change is a moral position, i believe"]
    nats = 0.0
    for text in held:
        ids = torch.tensor([framing.tweet(text)])
        with torch.no_grad():
            log_probabilities = model(ids).logits[0, :-1].log_softmax(-1)
        nats -= log_probabilities.gather(1, ids[0, 1:, None]).sum().item()
    score = score_texts(model, framing, held, CPU)
    assert score.bits_per_character == pytest.approx(nats / math.log(2) / sum(map(len, held)), rel=0.02)


def test_the_newest_tweets_are_held_out_and_never_trained_on() -> None:
    tweets = [Tweet(str(n), float(n), f"tweet number {n} of many") for n in range(1000)]
    split = split_by_time(build_corpus(tweets))
    assert len(split.held_out) == 100
    assert split.held_out[-1] == "tweet number 999 of many"
    assert split.validation[-1] == "tweet number 899 of many"
    assert not set(split.held_out) & (set(split.train) | set(split.validation))
    assert len(split_by_time(build_corpus(tweets[:300])).held_out) == 50
    assert len(split_by_time(build_corpus(tweets[:40])).held_out) == 10
    repeated = build_corpus([*tweets[:200], *(replace(t, id=f"r{t.id}") for t in tweets[:200])], "reference")
    assert split_by_time(repeated).held_out == ()


def test_batches_hold_every_tweet_once_an_epoch_with_little_padding(
    tiny_bases: dict[str, Base], texts: list[Tweet]
) -> None:
    framing = load_framing(tiny_bases["llama"].folder)
    corpus = build_corpus(texts)
    batches = training_batches(corpus.texts, framing, replace(FAST, epochs=1, batch_tokens=1024))
    frames = sorted(frame for batch in batches for frame in batch)
    assert frames == sorted(framing.tweet(text)[:256] for text in corpus.texts)
    padded = sum(len(batch) * max(map(len, batch)) for batch in batches)
    assert sum(map(len, frames)) / padded > 0.9
    assert all(len(batch) == 1 or len(batch) * max(map(len, batch)) <= 1024 for batch in batches)
    assert frames[bucketed_order(frames, 512)[0][0]] == min(frames, key=len)


def test_the_reference_recipe_is_the_reference_to_the_letter(tiny_bases: dict[str, Base]) -> None:
    recipe = find_recipe("huggingtweets")
    facts = (recipe.method, recipe.learning_rate, recipe.epochs, recipe.warmup_share, recipe.weight_decay)
    assert facts == ("full", 1.372e-4, 4, 0.0, 0.0)
    framing = load_framing(tiny_bases["gpt2"].folder)
    tweets = [f"tweet {n} about exact change" for n in range(300)]
    blocks = training_batches(tweets, framing, recipe)
    assert all(len(block) == 1 and len(block[0]) == 1024 for block in blocks)
    stream = [id for block in blocks for id in block[0]]
    assert stream[0] == framing.end_id
    whole = sum(len(framing.tweet(tweet)) - 1 for tweet in tweets) * 4 + 4
    assert len(stream) == whole // 1024 * 1024  # the last, partial block is dropped
    with pytest.raises(InvalidChoice):
        find_recipe("magic")


@contextmanager
def claimed(db: Database, account: Account, options: Options) -> Iterator[Job]:
    jobs.enqueue(db, "train", account.handle, account.id, options=options, requested_by="test", now=time.time())
    job = jobs.claim(db, "test", now=time.time())
    assert job
    yield job
    jobs.finish(db, job, "succeeded", Result(), now=time.time())


def train_once(db: Database, settings: Settings, account: Account, **options: object) -> Result:
    from training.pipeline import train_account

    with claimed(db, account, Options(refresh=False, **options)) as job:  # type: ignore[arg-type]
        return train_account(db, settings, job, lambda progress: None)


@pytest.mark.usefixtures("fast_recipes")
def test_the_whole_pipeline_goes_live_keeps_a_worse_candidate_back_and_obeys_force(
    db: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = import_path(db, SAMPLE, now=time.time()).account
    result = train_once(db, settings, account)
    assert result.promoted
    live = live_version(db, account.id)
    assert live
    assert live.metrics.bits_per_character < live.metrics.base_bits_per_character
    assert live.lineage.held_out_tweets == 62
    folder = settings.models_path() / live.folder
    assert first_damaged(folder, live.files) is None
    assert json.loads((folder / "adapter_config.json").read_text())["base_model_name_or_path"] == "a local folder"
    card = (folder / "README.md").read_text()
    assert "| Tweets downloaded | 711 |" in card
    assert "AI parody" in card
    monkeypatch.setitem(RECIPES, "default", replace(FAST, learning_rate=1e-6))
    worse = train_once(db, settings, find_account(db, account.handle))
    assert not worse.promoted
    assert "not promoted" in worse.summary
    assert live_version(db, account.id) == live
    forced = train_once(db, settings, find_account(db, account.handle), force=True)
    assert forced.promoted
    assert [version.state for version in list_versions(db, account.id)] == ["live", "candidate", "retired"]
    decisions = [event for event in events(db, account.id) if "candidate" in event.detail]
    assert [event.detail["forced"] for event in decisions] == [False, False, True]


@pytest.mark.usefixtures("fast_recipes")
def test_what_is_served_has_learnt_from_all_tweets_and_what_is_compared_has_not(
    db: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest tweets, which are held out to score a version, never reached the voice of a small account."""
    monkeypatch.setitem(RECIPES, "default", replace(FAST, refit=True))
    account = import_path(db, SAMPLE, now=time.time()).account
    assert train_once(db, settings, account).promoted
    live = live_version(db, account.id)
    assert live
    folder = settings.models_path() / live.folder
    assert {"adapter_model.safetensors", "judged/adapter_model.safetensors", "judged/copies.safetensors"} <= set(
        live.files
    )
    assert first_damaged(folder, live.files) is None
    base, models = prepare_base(settings.base, settings.bases_path()), BaseModels()
    held_out = split_of(db, account, live).held_out
    scored = score_version(live, held_out, settings, models, CPU)
    assert scored.loss == pytest.approx(live.metrics.loss, rel=1e-3), "by the weights that have not seen them"
    served = score_folder(base, folder, "lora", held_out, models, CPU)
    assert served.loss < scored.loss
    learnt = knows(db, settings.models_path(), account, live)
    assert not any(map(learnt, held_out))
    assert voice_of(live, settings).folder == folder / "judged"
    kept = account_corpus(db, find_account(db, account.handle)).counts.kept
    assert learnt_from(live) == kept > live.lineage.train_tweets, "as an answer says"
    assert "lie in `judged/`" in (folder / "README.md").read_text()
    (folder / "judged" / "adapter_model.safetensors").write_bytes(b"x")
    assert first_damaged(folder, live.files) == "judged/adapter_model.safetensors"


@pytest.mark.usefixtures("fast_recipes")
def test_learning_from_all_tweets_that_comes_to_nothing_is_left_out(
    db: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training import pipeline

    monkeypatch.setitem(RECIPES, "default", replace(FAST, refit=True))
    real, seen = pipeline.finetune, []

    def diverges(base: Base, split: Split, recipe: Recipe, **options: Any) -> Trained:
        seen.append((len(split.train), len(split.validation), recipe.epochs))
        return real(base, split, replace(recipe, learning_rate=1e-9) if len(seen) > 1 else recipe, **options)

    monkeypatch.setattr(pipeline, "finetune", diverges)
    account = import_path(db, SAMPLE, now=time.time()).account
    assert train_once(db, settings, account).promoted
    live = live_version(db, account.id)
    assert live
    kept = account_corpus(db, find_account(db, account.handle)).counts.kept
    assert [first for first, *_ in seen] == [live.lineage.train_tweets, kept]
    assert [validation for _, validation, _ in seen] == [live.lineage.validation_tweets, 0]
    assert not [name for name in live.files if name.startswith("judged")]
    assert {"adapter_model.safetensors", "copies.safetensors", "mentions.json"} <= set(live.files)
    assert learnt_from(live) == live.lineage.train_tweets


@pytest.mark.usefixtures("fast_recipes")
def test_an_attempt_killed_after_publishing_is_decided_not_trained_again(
    db: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training import pipeline

    account = import_path(db, SAMPLE, now=time.time()).account

    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    with claimed(db, account, Options(refresh=False)) as job:
        with monkeypatch.context() as dying:
            dying.setattr(pipeline, "decide", die)
            with pytest.raises(Killed):
                pipeline.train_account(db, settings, job, lambda progress: None)
        monkeypatch.setattr(pipeline, "finetune", lambda *_, **__: pytest.fail("trained twice"))
        assert pipeline.train_account(db, settings, job, lambda progress: None).promoted
        assert pipeline.train_account(db, settings, job, lambda progress: None).version == 1
    assert [version.state for version in list_versions(db, account.id)] == ["live"]


@pytest.mark.usefixtures("fast_recipes")
def test_a_full_fine_tune_is_published_as_a_whole_model(db: Database, settings: Settings) -> None:
    from transformers import AutoModelForCausalLM, AutoTokenizer

    account = import_path(db, SAMPLE, now=time.time()).account
    assert train_once(db, settings, account, recipe="full").promoted
    live = live_version(db, account.id)
    assert live
    folder = settings.models_path() / live.folder
    assert AutoModelForCausalLM.from_pretrained(folder).config.model_type == "llama"
    assert AutoTokenizer.from_pretrained(folder)("hum").input_ids


@pytest.mark.usefixtures("fast_recipes")
def test_too_little_text_opted_out_and_cancelled_accounts_are_not_trained(
    db: Database, settings: Settings, tmp_path: Path
) -> None:
    from data.accounts.store import opt_out
    from training.pipeline import train_account

    few = tmp_path / "few.jsonl"
    few.write_text('{"id": 1, "text": "one single tweet here"}\n')
    account = import_path(db, few, "few", now=1).account
    with claimed(db, account, Options()) as job, pytest.raises(CorpusTooSmall) as caught:
        train_account(db, settings, job, lambda progress: None)
    assert (caught.value.characters, caught.value.needed) == (21, 1000)
    opt_out(db, "few", now=1)
    with claimed(db, account, Options()) as job, pytest.raises(OptedOut):
        train_account(db, settings, job, lambda progress: None)
    sample = import_path(db, SAMPLE, now=1).account

    def cancel(progress: Progress) -> None:
        if progress.step == 3:
            raise Cancelled

    with claimed(db, sample, Options()) as job, pytest.raises(Cancelled):
        train_account(db, settings, job, cancel)
    assert list_versions(db, sample.id) == []


@pytest.mark.usefixtures("fast_recipes")
def test_a_tracked_training_writes_real_offline_runs_without_secrets(
    db: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWEETLIKE_TELEGRAM_TOKEN", "123456789:SECRETSECRETSECRETSECRETSECRETSECRE")
    monkeypatch.setenv("WANDB_MODE", "offline")
    account = import_path(db, SAMPLE, now=time.time()).account
    configure_account(db, account.id, recipe="default")
    train_once(db, settings.model_copy(update={"wandb": "offline"}), account)
    runs = sorted((settings.tracking_path(account.id) / "wandb").glob("offline-run-*"))
    assert len(runs) == 2
    content = b"".join(file.read_bytes() for run in runs for file in run.rglob("*.wandb"))
    for expected in (
        b"@vendo_floor3-preprocess",
        b"@vendo_floor3-train",
        b"tweets-vendo_floor3",
        b"raw-dataset",
        b"train-dataset",
        b"finetuned-model",
        b"examples",
        b"train/loss",
    ):
        assert expected in content, expected
    assert b"SECRETSECRET" not in content
    live = live_version(db, account.id)
    assert live
    named = {run.name: run for run in (read_run(next(path.glob("*.wandb"))) for path in runs)}
    assert set(named) == {"@vendo_floor3-preprocess", "@vendo_floor3-train"}  # begun within a second, in either order
    run = named["@vendo_floor3-train"]
    assert run.keys >= {"train/loss", "train/learning_rate", "validation/best_loss"}
    card = load_scorecard(db, live.id)
    assert card
    assert run.summary["told_apart"] == pytest.approx(card.told_apart.value)
    assert "version-1" in run.aliases
    assert any(live.lineage.run and live.lineage.run in run.name for run in runs)
    said = max((tweet.text for tweet in load_tweets(db, account.id)), key=len)[:60].encode()
    holding = [file for file in settings.home.rglob("*") if file.is_file() and said in file.read_bytes()]
    assert len(holding) > 1
    forget_account(db, settings, account, refuse=False, now=time.time())
    left = [file for file in settings.home.rglob("*") if file.is_file() and said in file.read_bytes()]
    assert left == []


@dataclass(frozen=True)
class OfflineRun:
    """What W&B itself reads back from an offline run's file."""

    name: str
    aliases: set[str]
    keys: set[str]
    summary: dict[str, object]


def records_of(path: Path) -> Iterator[bytes]:
    """The records of a `.wandb` file: LevelDB's log format, blocks of 32 KiB after a header of 7 bytes."""
    content, block, parts = path.read_bytes(), 1 << 15, b""
    at = 7
    while at + 7 <= len(content):
        if block - at % block < 7:  # what is left of a block is too short for a record
            at += block - at % block
            continue
        length, kind = struct.unpack_from("<HB", content, at + 4)
        parts += content[at + 7 : at + 7 + length]
        at += 7 + length
        if kind in (1, 4):  # a whole record, or the last part of one
            yield parts
            parts = b""


def read_run(path: Path) -> OfflineRun:
    from wandb.proto import wandb_internal_pb2

    name, aliases, keys, summary = "", set(), set(), {}
    for data in records_of(path):
        record = wandb_internal_pb2.Record()
        record.ParseFromString(data)
        kind = record.WhichOneof("record_type")
        if kind == "run":
            name = record.run.display_name
        elif kind == "artifact" and record.artifact.type == "finetuned-model":
            aliases |= set(record.artifact.aliases)
        elif kind == "request" and record.request.WhichOneof("request_type") == "log_artifact":
            aliases |= set(record.request.log_artifact.artifact.aliases)
        elif kind == "history":
            keys |= {item.key or "/".join(item.nested_key) for item in record.history.item}
        elif kind == "summary":
            summary |= {i.key or "/".join(i.nested_key): json.loads(i.value_json) for i in record.summary.update}
    return OfflineRun(name, aliases, keys, summary)


@pytest.mark.usefixtures("fast_recipes")
def test_a_broken_tracker_never_fails_a_training(
    db: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    import wandb

    def broken(**_: object) -> None:
        raise RuntimeError("no tracking today")

    monkeypatch.setattr(wandb, "init", broken)
    account = import_path(db, SAMPLE, now=time.time()).account
    assert train_once(db, settings.model_copy(update={"wandb": "offline"}), account).promoted

    class Fragile:
        id = "x"

        def __getattr__(self, name: str) -> object:
            raise RuntimeError(f"{name} is broken")

    monkeypatch.setattr(wandb, "init", lambda **_: Fragile())
    account = find_account(db, account.handle)
    assert train_once(db, settings.model_copy(update={"wandb": "offline"}), account, force=True).version == 2


def test_training_stops_when_validation_no_longer_gets_better(
    tiny_bases: dict[str, Base], texts: list[Tweet], tmp_path: Path
) -> None:
    wild = replace(FAST, epochs=10, learning_rate=0.3, warmup_share=0.0, patience=2)
    steps: list[Progress] = []
    trained = train(tiny_bases["llama"], texts[:200], wild, tmp_path, report=steps.append)
    last = [progress for progress in steps if progress.stage == "training"][-1]
    assert last.step < last.steps  # it did not run to its end
    assert trained.epochs < 10
    assert trained.validation_loss == pytest.approx(last.validation_loss, abs=1e-3)


def test_under_five_percent_of_what_is_computed_is_padding(
    tiny_bases: dict[str, Base], texts: list[Tweet], tmp_path: Path
) -> None:
    trained = train(tiny_bases["llama"], texts, replace(FAST, epochs=1, batch_tokens=512), tmp_path)
    assert 0 < trained.padding_share < 0.05


@pytest.mark.parametrize("tweets", [20, 40, 600])
def test_few_tweets_get_as_many_updates_as_a_voice_needs(
    tiny_bases: dict[str, Base], texts: list[Tweet], tweets: int
) -> None:
    framing, recipe = load_framing(tiny_bases["llama"].folder), find_recipe("default")
    batches = training_batches([tweet.text for tweet in texts[:tweets]], framing, recipe)
    assert len(batches) >= recipe.least_updates
    assert all(len(batch) * max(map(len, batch)) <= recipe.batch_tokens or len(batch) == 1 for batch in batches)
    if tweets == 600:
        assert max(len(batch) * max(map(len, batch)) for batch in batches) > recipe.batch_tokens // 2


def test_the_best_of_few_validation_tweets_is_not_believed(
    tiny_bases: dict[str, Base], texts: list[Tweet], tmp_path: Path
) -> None:
    few = train(tiny_bases["llama"], texts, replace(FAST, epochs=3, least_validation=10_000), tmp_path / "few")
    assert few.epochs == 3
    assert few.validation_loss == float("inf")


def test_several_accounts_in_one_model_are_balanced_and_each_keeps_its_newest_for_scoring() -> None:
    def corpus(name: str, count: int) -> Corpus:
        return build_corpus(
            [Tweet(f"{name}{n}", float(n), f"{name} tweet number {n:04} of many") for n in range(count)]
        )

    long, short, least = corpus("long", 1000), corpus("short", 400), corpus("least", 100)
    joint = replace(long, texts=long.texts + short.texts + least.texts, parts=(long, short, least))
    split = split_by_time(joint)
    parts = [split_by_time(part) for part in joint.parts]
    assert split.held_out == sum((part.held_out for part in parts), ())
    assert split.validation == sum((part.validation for part in parts), ())
    theirs = [text for text in split.train if text.startswith("short")]
    ours = [text for text in split.train if text.startswith("long")]
    assert tuple(ours) == parts[0].train
    assert set(theirs) == set(parts[1].train)
    assert sum(map(len, theirs)) == pytest.approx(sum(map(len, ours)), rel=0.01)
    seldom = Counter(text for text in split.train if text.startswith("least"))
    assert set(seldom.values()) == {3}, "balanced, it would be read ten times as often, and be learnt by heart"
    assert not set(split.held_out) & set(split.train)


@pytest.mark.usefixtures("fast_recipes")
def test_a_joint_account_is_trained_scored_and_goes_with_its_members(db: Database, settings: Settings) -> None:
    from data.accounts.store import find_or_join, members_of, opt_out
    from data.errors import UnknownAccount

    sample = import_path(db, SAMPLE, now=1).account
    store_tweets(
        db,
        ensure_account(db, "other", now=1).id,
        [Tweet(str(n), float(n), f"the other one counts to {n} and then stops") for n in range(250)],
    )
    with pytest.raises(UnknownAccount) as caught:
        find_or_join(db, "other-nobody", now=1)
    assert caught.value.handle == "nobody"
    joint = find_or_join(db, f"{sample.handle}-other", now=1)
    assert joint == find_or_join(db, f"@Other-{sample.handle}", now=2)  # in any order
    assert joint.handle == f"other-{sample.handle}"
    assert [member.handle for member in members_of(db, joint.id)] == ["other", sample.handle]
    assert train_once(db, settings, joint).promoted
    live = live_version(db, joint.id)
    assert live
    assert live.lineage.held_out_tweets == 62 + 50
    opt_out(db, "other", now=3)
    with pytest.raises(OptedOut):
        find_account(db, joint.handle)
    forget_account(db, settings, sample, refuse=False, now=4)
    assert not (settings.models_path() / live.folder).exists()
    assert [account.handle for account in list_accounts(db)] == ["other"]


@pytest.mark.usefixtures("fast_recipes")
def test_a_version_has_a_card_pictures_and_a_score_that_can_be_measured_again(db: Database, settings: Settings) -> None:
    from PIL import Image

    from training.evaluation.measure import measure_version

    account = import_path(db, SAMPLE, now=time.time()).account
    train_once(db, settings, account)
    live = live_version(db, account.id)
    assert live
    folder = settings.models_path() / live.folder
    card = load_scorecard(db, live.id)
    assert card
    assert (card.generated, card.held_out) == (20, 62)
    assert card.bits_per_character.value == pytest.approx(live.metrics.bits_per_character)
    again = measure_version(db, settings, account, live)
    assert again.told_apart == card.told_apart
    assert again.copies_before == card.copies_before
    assert again.bits_per_character.value == pytest.approx(card.bits_per_character.value, rel=1e-3)
    with Image.open(folder / "predictions.png") as picture:
        assert picture.width == 1120
        assert len(picture.getcolors(maxcolors=100_000) or ()) > 10  # something is drawn
    with Image.open(folder / "scorecard.png") as picture:
        assert picture.width == 1120
    text = (folder / "README.md").read_text()
    front = yaml.safe_load(text.split("---\n")[1])
    assert front["language"] == "en"
    assert front["thumbnail"] == "predictions.png"
    assert front["widget"] == [{"text": "My dream is"}]
    for section in ("How does it work?", "Training data", "Training procedure", "How to use", "Limitations and bias"):
        assert f"## {section}" in text
    assert f"{card.told_apart.value:.3f}" in text
    assert f"tweetlike optout {account.handle}" in text
    # Tweets that come later do not change what was held out from it.
    newer = [Tweet(f"n{n}", 4e9 + n, f"a later tweet, number {n}, of a later day") for n in range(80)]
    store_tweets(db, account.id, newer)
    assert fingerprint(split_of(db, account, live).held_out) == live.lineage.held_out_fingerprint


@pytest.mark.usefixtures("fast_recipes")
def test_a_model_of_somebody_else_or_of_shuffled_letters_is_refused(
    db: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch, texts: list[Tweet]
) -> None:
    """The faults the gate is there for, planted where a real one would be: in what is trained on."""
    from training import pipeline

    account = import_path(db, SAMPLE, now=time.time()).account
    assert train_once(db, settings, account).promoted
    real = pipeline.finetune

    def plant(spoil: Callable[[str], str]) -> None:
        def spoiled(base: Base, split: Split, recipe: Recipe, **named: object) -> Trained:
            return real(base, replace(split, train=tuple(map(spoil, split.train))), recipe, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(pipeline, "finetune", spoiled)

    for spoil in (
        lambda text: "".join(random.Random(text).sample(text, len(text))),
        lambda text: "BREAKING: the markets are up again, says the ministry of " + str(len(text)),
    ):
        plant(spoil)
        result = train_once(db, settings, find_account(db, account.handle))
        assert not result.promoted, result.summary
        event = events(db, account.id)[-1]
        assert event.event == "candidate"
        assert any("bits per character" in name for name in event.detail["refused_by"])


def test_a_trainer_keeps_the_base_model_between_jobs_and_gives_it_back_when_idle(
    db: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training import worker as worker_module
    from training.finetuning.base_model import BaseModels
    from training.worker import Worker

    account = import_path(db, SAMPLE, now=time.time()).account
    loaded: list[object] = []
    monkeypatch.setattr("training.pipeline.train_account", lambda *a: loaded.append(a[5]) or Result("done"))
    worker = Worker(settings, "test")
    for _ in range(2):
        jobs.enqueue(db, "train", account.handle, account.id, requested_by="test", now=time.time())
        assert worker.run_one(db)
    assert isinstance(loaded[0], BaseModels)
    assert loaded[0] is loaded[1]
    released: list[int] = []
    monkeypatch.setattr(BaseModels, "release", lambda self: released.append(1))
    worker._idle_since = time.monotonic()
    worker._rest()
    assert not released
    monkeypatch.setattr(worker_module, "WARM_S", 0.0)
    worker._rest()
    assert released


@pytest.mark.usefixtures("fast_recipes")
def test_tracking_follows_what_is_live(db: Database, settings: Settings) -> None:
    from data.models.registry import rollback
    from training.publishing.tracking import LiveTracker

    account = import_path(db, SAMPLE, now=time.time()).account
    tracked, tracker = settings.model_copy(update={"wandb": "offline"}), LiveTracker()
    train_once(db, tracked, account)
    assert tracker.tell(db, tracked) == [account.handle]
    assert tracker.tell(db, tracked) == []
    train_once(db, tracked, find_account(db, account.handle), force=True)
    assert tracker.tell(db, tracked) == [account.handle]
    rollback(db, find_account(db, account.handle), now=time.time())
    assert tracker.tell(db, tracked) == [account.handle]
    folder = settings.tracking_path(account.id) / "wandb"
    files = sorted(folder.glob("offline-run-*/*.wandb"), key=lambda path: path.stat().st_mtime_ns)
    promotions = [read_run(path) for path in files]
    promotions = [run for run in promotions if run.name == f"@{account.handle}-promote"]
    assert [run.aliases for run in promotions] == [
        {"latest", "version-1", "live"},
        {"latest", "version-2", "live"},
        {"latest", "version-1", "live"},
    ]
