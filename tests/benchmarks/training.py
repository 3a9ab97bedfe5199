"""Train every recipe on real accounts, let the voices speak, and compare: likeness, time, memory, planted faults.

    python -m tests.benchmarks.training [quality|sampling|sweep|variants|likeness|timed|faults|retrains|report]

Every row stays in `--work`, so that a run that was stopped goes on with the row it was at. All of it takes some hours
on two cores.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import markovify
import numpy as np
import torch

from bot.generation.types import Voice
from data.models.bases import Base, prepare_base
from data.models.framing import load_framing
from data.models.recipes import Recipe, find_recipe
from data.models.sampling import Sampling
from data.models.scorecards import MEANING, ORDER, ScoreCard, scorecard_from
from data.settings import Settings, load_settings
from data.sources.reading import read_tweets
from data.tweets.copy_index import CopyIndex
from data.tweets.corpus import build_corpus
from data.tweets.mentions import Mentions
from data.tweets.split import Split, split_by_time
from tests.benchmarks.measuring import append_results, table
from training.evaluation.length import suit_length
from training.evaluation.likelihood import likelihood_features
from training.evaluation.measure import beginning_of, let_speak, score_folder, seen_tweets, untuned
from training.evaluation.promotion import (
    Contender,
    Rival,
    Verdict,
    WordOrder,
    judge_first,
    judge_next,
    shuffled_words,
    with_shuffled,
)
from training.evaluation.scorecard import Evidence, Written, score_card
from training.finetuning.base_model import BaseModels, load_base_model
from training.finetuning.calibration import calibrate
from training.finetuning.dataset import frames_of, training_batches
from training.finetuning.finetune import finetune
from training.finetuning.lora import new_adapter, with_adapter
from training.finetuning.loss import padded, summed_loss
from training.finetuning.scoring import TextScore, half_precision, product_dtype, score_texts

TWEETS = Path(__file__).parents[3] / "shared" / "data" / "tweets"
ACCOUNTS = ("dril", "BarackObama", "Wendys", "CarlosBolsonaro", "a_know")
RECIPES = ("huggingtweets", "default", "default 43", "default 44", "full")
SEEDS = (42, 43, 44)
SEEDED = tuple(f"default {seed}" for seed in SEEDS[1:])  # `find_recipe`'s own seed is the first
VOICES = ("default", *SEEDED, "huggingtweets", "markovify")
PARTS = ("quality", "sampling", "sweep", "variants", "likeness", "timed", "faults", "retrains")
GENERATED = 300  # tweets of each voice
NEWEST, VALIDATION = 1000, 100
CPU = torch.device("cpu")


@dataclass(frozen=True)
class Row:
    """One training: bits per character on the same held-out tweets before and after, and what it cost."""

    account: str
    recipe: str
    base_bits: float
    bits: float
    nats: tuple[float, ...]  # of each held-out tweet
    train_tokens: int
    padding_share: float
    epochs: float
    seconds: float
    peak_mb: int


def account_split(account: str, newest: int = NEWEST, validation: int = VALIDATION) -> Split:
    """The product's own split of the whole account, then only the newest of its training and validation part."""
    tweets = sorted(read_tweets(TWEETS / f"{account}.jsonl").tweets, key=lambda tweet: tweet.created_at or 0)
    split = split_by_time(build_corpus(tweets))
    return replace(split, train=split.train[-newest:], validation=split.validation[-validation:])


def train_row(base: Base, account: str, recipe: Recipe, split: Split, folder: Path, start: Path | None = None) -> Row:
    """Train, or read what an earlier run has trained. The weights lie in `folder / "weights"`."""
    facts = folder / "row.json"
    if facts.exists():
        return Row(**json.loads(facts.read_text()))
    folder.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    trained = finetune(
        base,
        split,
        recipe,
        device=CPU,
        checkpoint=folder / "c.safetensors",
        key=str(recipe.as_dict()),
        start=start,
    )
    row = Row(
        account,
        recipe.name,
        trained.base_score.bits_per_character,
        trained.score.bits_per_character,
        trained.score.nats,
        trained.train_tokens,
        trained.padding_share,
        trained.epochs,
        time.monotonic() - started,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    )
    trained.save(folder / "weights", base)
    (folder / "c.safetensors").unlink(missing_ok=True)
    facts.write_text(json.dumps(asdict(row)))
    return row


def recipe_of(name: str) -> Recipe:
    """A recipe by its name, or by its name and a seed."""
    recipe, _, seed = name.partition(" ")
    return replace(find_recipe(recipe), **({"seed": int(seed)} if seed else {}))


@dataclass(frozen=True)
class SweepRow:
    """The best validation loss, in nats a token, of one set of numbers on one account."""

    account: str
    config: str
    validation_loss: float
    epochs: float


CONFIGS: dict[str, dict[str, float]] = {
    "rate 1e-3": {},
    "rate 2e-3": {"learning_rate": 2e-3},
    "rate 2e-3, 3 epochs": {"learning_rate": 2e-3, "epochs": 3},
    "rate 4e-3": {"learning_rate": 4e-3},
    "rate 2e-3, batches of 256 tokens": {"learning_rate": 2e-3, "batch_tokens": 256},
    "rate 2e-3, rank 8": {"learning_rate": 2e-3, "rank": 8, "alpha": 16},
    "rate 2e-3, rank 32": {"learning_rate": 2e-3, "rank": 32, "alpha": 64},
    "rate 2e-3, dropout 0.05": {"learning_rate": 2e-3, "dropout": 0.05},
    "rate 5e-4": {"learning_rate": 5e-4},
}
CENTRE = Recipe("centre", "lora", epochs=2, learning_rate=1e-3)
SWEEP_TOKENS = 8000


def sweep_row(base: Base, account: str, config: str, work: Path) -> SweepRow:
    """Train on the account's newest tweets, `SWEEP_TOKENS` tokens in all; judged by validation alone."""
    facts = work / "sweep" / account / f"{list(CONFIGS).index(config)}.json"
    if facts.exists():
        return SweepRow(**json.loads(facts.read_text()))
    facts.parent.mkdir(parents=True, exist_ok=True)
    split = account_split(account)
    lengths = [len(frame) for frame in frames_of(split.train, load_framing(base.folder))]
    newest = next(n for n in range(1, len(lengths) + 1) if sum(lengths[-n:]) >= SWEEP_TOKENS)
    split = replace(split, train=split.train[-newest:], held_out=split.held_out[:1])
    recipe = replace(CENTRE, **CONFIGS[config])  # type: ignore[arg-type]
    trained = finetune(base, split, recipe, device=CPU, checkpoint=facts.with_suffix(".c"), key=config)
    row = SweepRow(account, config, trained.validation_loss, trained.epochs)
    facts.write_text(json.dumps(asdict(row)))
    return row


# --- few tweets, with and without the newest, and going on from the live adapter ---

FEW, LITTLE_NEW = 150, 50


def variant_rows(base: Base, account: str, work: Path) -> dict[str, Row]:
    """The recipe `default` where an account has few tweets, and where little has come in since the last training."""
    recipe, split, place = find_recipe("default"), account_split(account), work / "variants" / account
    few = replace(split, train=split.train[-FEW:])
    before = replace(split, train=split.train[-LITTLE_NEW * 9 : -LITTLE_NEW])
    now = replace(split, train=split.train[-LITTLE_NEW * 9 :])
    rows = {
        "few, as they are": train_row(base, account, recipe, few, place / "few"),
        "few, without the newest quarter": train_row(
            base, account, recipe, replace(few, train=few.train[: -FEW // 4]), place / "older"
        ),
        "before": train_row(base, account, recipe, before, place / "before"),
        "anew": train_row(base, account, recipe, now, place / "anew"),
    }
    start = place / "before" / "weights"
    rows["gone on"] = train_row(
        base, account, replace(recipe, epochs=1, learning_rate=recipe.learning_rate / 3), now, place / "gone on", start
    )
    return rows


# --- what the voices write ---


def card_row(base: Base, account: str, voice: str, work: Path, settings: Settings) -> ScoreCard:
    """The score card of a trained row, or of a Markov chain, which cannot be asked for bits per character."""
    facts = work / "likeness" / account / f"{voice}.json"
    if facts.exists():
        return scorecard_from(json.loads(facts.read_text()))
    facts.parent.mkdir(parents=True, exist_ok=True)
    split = account_split(account)
    count = min(GENERATED, len(split.train))
    score = base_score = seen = other = None
    continued: list[tuple[str, str]] = []
    model = BaseModels().borrow(base, CPU)
    if voice == "markovify":
        written = markov_tweets(split.train, count)
    else:
        folder = work / "quality" / account / voice / "weights"
        speaker = ready_voice(base, account, folder, recipe_of(voice), split, settings)
        method = speaker.method
        begun = [text for text in split.held_out[:count] if beginning_of(text)]
        beginnings = [beginning_of(text) for text in begun]
        [spoken] = let_speak(base, [speaker], count, settings, beginnings=beginnings)
        written = spoken.written
        continued = [(mine, real) for mine, real in zip(spoken.continued, begun, strict=True) if mine]
        facts.with_suffix(".texts").write_text(json.dumps([written.texts, continued], ensure_ascii=False))
        framing = load_framing(base.folder)
        base_score = score_texts(model, framing, split.held_out, CPU)
        score = score_folder(base, folder, method, split.held_out, BaseModels(), CPU)
        seen = score_folder(base, folder, method, seen_tweets(split), BaseModels(), CPU)
        another = work / "quality" / next(name for name in ACCOUNTS if name != account) / "default" / "weights"
        other = score_folder(base, another, "lora", split.held_out, BaseModels(), CPU) if another.exists() else None
    nothing = TextScore((0.0,) * len(split.held_out), tuple(map(len, split.held_out)), 1)
    evidence = Evidence(
        train=split.train,
        held_out=split.held_out,
        voice=written,
        base=untuned(base, count, settings),
        voice_score=score or nothing,
        base_score=base_score or nothing,
        seen_score=seen,
        other_score=other,
        newest=split.newest,
        others=[text for name in ACCOUNTS if name != account for text in account_split(name).train[-200:]],
        features=lambda texts: likelihood_features(model, load_framing(base.folder), texts, CPU),
        continued=continued,
    )
    card = score_card(evidence)
    facts.write_text(json.dumps(card.as_dict()))
    return card


def ready_voice(base: Base, account: str, folder: Path, recipe: Recipe, split: Split, settings: Settings) -> Voice:
    """A trained row as the pipeline would let it speak: with its guards, and calibrated if its recipe says so."""
    CopyIndex.of((*split.train, *split.validation)).save(folder)
    Mentions.of(split.tweets).save(folder)
    voice = Voice(account, folder, recipe.method, recipe.sampling)
    kept = folder / "sampling.json"
    if kept.exists():
        return replace(voice, sampling=Sampling.stored(json.loads(kept.read_text())))
    if recipe.calibrated and recipe.method == "lora":
        with with_adapter(BaseModels().borrow(base, CPU), folder) as model:
            voice = replace(voice, sampling=calibrate(model, load_framing(base.folder), split, CPU))
        real = (*split.tweets, *split.validation)
        sampling = suit_length(base, voice, real, recipe.score_tweets, settings, lambda: None)
        voice = replace(voice, sampling=sampling)
        kept.write_text(json.dumps(sampling.as_dict()))
    return voice


SAMPLINGS = {
    "top-k 50, top-p 0.95 (the reference's)": Sampling(top_k=50, top_p=0.95),
    "top-k 50": Sampling(top_k=50),
    "top-k 128, top-p 0.9": Sampling(top_k=128, top_p=0.9),
    "top-k 128, top-p 0.95": Sampling(top_k=128, top_p=0.95),
    "top-k 128, top-p 0.98": Sampling(top_k=128, top_p=0.98),
    "top-k 128": Sampling(top_k=128),
    "all of it": Sampling(),
    "all of it, temperature 0.9": Sampling(temperature=0.9),
    "top-k 50, top-p 0.95, temperature 1.1": Sampling(temperature=1.1, top_k=50, top_p=0.95),
}
SAMPLING_METRICS = ("told_apart", "surface", "copies_before", "copies_after", "distinct_2", "self_bleu")


def sampling_row(base: Base, account: str, name: str, work: Path, settings: Settings) -> dict[str, float]:
    """What the default voice of an account writes with one way of sampling."""
    facts = work / "sampling" / f"{account}-{list(SAMPLINGS).index(name)}.json"
    if not facts.exists():
        facts.parent.mkdir(parents=True, exist_ok=True)
        split, folder = account_split(account), work / "quality" / account / "default" / "weights"
        CopyIndex.of(split.train).save(folder)
        voice = Voice(account, folder, "lora", SAMPLINGS[name])
        written = let_speak(base, [voice], GENERATED, settings)[0].written
        nothing = TextScore((0.0,) * len(split.held_out), tuple(map(len, split.held_out)), 1)
        card = score_card(
            Evidence(split.train, split.held_out, written, Written(()), nothing, nothing, newest=split.newest)
        )
        values = {key: metric.value for key, metric in card.metrics() if key in SAMPLING_METRICS}
        facts.write_text(json.dumps({"account": account, "sampling": name, **values}))
    found: dict[str, float] = json.loads(facts.read_text())
    return found


def markov_tweets(texts: Sequence[str], count: int) -> Written:
    """The peer that people know best: chains of two words, with its own guard against copies."""
    random.seed(0)
    chain = markovify.NewlineText("\n".join(texts), state_size=2)
    made = (chain.make_short_sentence(280, tries=50) for _ in range(10 * count))
    return Written(tuple(dict.fromkeys(text for text in made if text))[:count])


# --- time and memory, interleaved, each in a process of its own ---


def steps_process(base: Base, recipe_name: str) -> None:
    """Answer each line on standard input with one turn: JSON of seconds a token, of a validation, and peak memory.

    The reference is as it was: float32, one block of 1,024 tokens a step, all logits at once.
    """
    split = account_split("dril")
    recipe, framing = find_recipe(recipe_name), load_framing(base.folder)
    batches = iter(training_batches(split.train, framing, recipe))
    reference = recipe.method == "full"
    started = time.perf_counter()
    model = load_base_model(base, CPU) if reference else new_adapter(BaseModels().borrow(base, CPU), base, recipe)
    parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=recipe.learning_rate, weight_decay=0.0, fused=not reference)
    loading = time.perf_counter() - started
    for _ in sys.stdin:
        model.train()
        started, tokens = time.perf_counter(), 0
        for _ in range(2 if reference else 8):
            batch = next(batches)
            tokens += sum(map(len, batch))
            if reference:
                ids = torch.tensor(batch)
                loss = model(input_ids=ids, labels=ids, use_cache=False).loss
            else:
                inputs = padded(batch, framing.end_id, CPU)
                with half_precision(CPU):
                    loss = summed_loss(model, inputs, product_dtype(CPU)) / inputs.tokens
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        trained = time.perf_counter()
        if not reference:
            score_texts(model, framing, split.validation, CPU)
        turn = {
            "s_per_token": (trained - started) / tokens,
            "validation_s": time.perf_counter() - trained,
            "loading_s": loading,
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
        print(json.dumps(turn), flush=True)


def timed(base: Base, work: Path, turns: int = 5) -> dict[str, float]:
    """Turn about, medians; whole trainings of 1,000 tweets are reckoned from them and from what each has to do."""
    command = [sys.executable, "-m", "tests.benchmarks.training", "steps", "--work", str(work), "--recipes"]
    children = {
        name: subprocess.Popen([*command, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for name in ("huggingtweets", "default")
    }
    found: dict[str, list[dict[str, float]]] = {name: [] for name in children}
    for turn in range(turns + 1):
        for name, child in children.items():
            assert child.stdin
            assert child.stdout
            child.stdin.write("go\n")
            child.stdin.flush()
            answer = json.loads(child.stdout.readline())
            if turn:  # the first one warmed up
                found[name].append(answer)
    for child in children.values():
        child.communicate()
    framing, split = load_framing(base.folder), account_split("dril")
    seconds = {}
    for name, answers in found.items():
        recipe = find_recipe(name)
        tokens = sum(len(frame) for batch in training_batches(split.train, framing, recipe) for frame in batch)
        validations = recipe.epochs * recipe.validations_an_epoch if recipe.keep_best else 0
        middle = {key: statistics.median(answer[key] for answer in answers) for key in answers[0]}
        seconds[name] = middle["loading_s"] + tokens * middle["s_per_token"] + validations * middle["validation_s"]
        seconds[f"{name}_tokens_per_s"] = 1 / middle["s_per_token"]
        seconds[f"{name}_peak_mb"] = middle["peak_mb"]
    return seconds


# --- planted faults ---


def faults(base: Base, work: Path, settings: Settings) -> list[tuple[str, Verdict]]:
    """Candidates that must not go live, neither as a first version nor after dril's voice of the recipe `default`."""
    split = account_split("dril")
    recipe = find_recipe("default")
    by_heart = replace(recipe, epochs=30, keep_best=False)
    candidates = {
        "another account's": work / "quality" / "BarackObama" / "default" / "weights",
        "30 epochs on 150 tweets": work / "faults" / "by heart" / "weights",
        "shuffled words": work / "faults" / "shuffled" / "weights",
        "hardly trained": work / "faults" / "hardly" / "weights",
    }
    fewer = replace(split, train=split.train[-150:], held_out=split.held_out[:1])
    train_row(base, "dril", by_heart, fewer, work / "faults" / "by heart")
    spoilt = replace(split, train=tuple(map(shuffled_words, split.train[-500:])), held_out=split.held_out[:1])
    train_row(base, "dril", recipe, spoilt, work / "faults" / "shuffled")
    hardly = replace(split, train=split.train[-60:], held_out=split.held_out[:1])
    train_row(base, "dril", replace(recipe, epochs=1, least_updates=0), hardly, work / "faults" / "hardly")
    live = contender(base, "version 1", work / "quality" / "dril" / "default" / "weights", split, settings)
    model, framing = BaseModels().borrow(base, CPU), load_framing(base.folder)
    untrained = score_texts(model, framing, split.held_out, CPU)
    texts = with_shuffled(split.held_out)
    of_base = score_texts(model, framing, texts, CPU)
    found = []
    for name, folder in candidates.items():
        candidate = contender(base, name, folder, split, settings)
        rival = Rival(live.name, live.score, candidate.score)
        later = judge_next(candidate, live, rival, None, tolerance=settings.promotion_tolerance, force=False)
        order = WordOrder.of(score_folder(base, folder, "lora", texts, BaseModels(), CPU), of_base)
        first = judge_first(candidate, untrained, order, margin=settings.promotion_margin, force=False)
        found += [(f"{name}, as a first version", first), (f"{name}, after another", later)]
    return found


def contender(base: Base, name: str, folder: Path, split: Split, settings: Settings) -> Contender:
    voice = ready_voice(base, name, folder, find_recipe("default"), split, settings)
    written = let_speak(base, [voice], GENERATED, settings)[0].written
    score = score_folder(base, folder, "lora", split.held_out, BaseModels(), CPU)
    beside = untuned(base, GENERATED, settings)
    card = score_card(Evidence(split.train, split.held_out, written, beside, score, score, newest=split.newest))
    return Contender.of(name, score, card)


# --- equal trainings, told apart by their seed alone ---


@dataclass(frozen=True)
class Retrain:
    """One seed's training after another's: decided on half of the held-out tweets, and how it is on the other half."""

    account: str
    live: str
    candidate: str
    worse_by: float  # in bits per character on the half that decides nothing, as a share; below 0 it is better
    refused_by: dict[str, tuple[str, ...]]  # by the number of tweets that decided
    spread: float  # standard deviation of the difference from tweet to tweet, as a share
    wrong: dict[str, float]  # share of resamples in which it would be refused were it equal, and let live 3% worse


def retrains(accounts: Sequence[str], work: Path, settings: Settings) -> list[Retrain]:
    """All ordered pairs of seeds, by the rules that decide about a later version."""
    rng, found = np.random.default_rng(SEEDS[0]), []
    for account in accounts:
        split, known = account_split(account), {}
        for name in ("default", *SEEDED):
            row = Row(**json.loads((work / "quality" / account / name / "row.json").read_text()))
            card = scorecard_from(json.loads((work / "likeness" / account / f"{name}.json").read_text()))
            score = TextScore(tuple(row.nats), tuple(map(len, split.held_out)), 1)
            known[name] = score, Contender.of(name, score, card)
        count = len(split.held_out)
        for (live, (theirs, them)), (candidate, (mine, it)) in itertools.permutations(known.items(), 2):
            truth = mine.of(range(1, count, 2)).bits_per_character / theirs.of(range(1, count, 2)).bits_per_character
            refused = {}
            for most in (20, 50, 100, count):
                half = list(range(0, count, 2))[:most]
                rival = Rival(live, theirs.of(half), mine.of(half))
                verdict = judge_next(it, them, rival, None, tolerance=settings.promotion_tolerance, force=False)
                refused[str(len(half))] = verdict.refused_by
            a, b = np.array(theirs.nats), np.array(mine.nats)
            equal = b * (a.sum() / b.sum())
            wrong = {}
            for most in (20, 50, 100):
                drawn = rng.integers(0, count, (4000, most))
                above = equal[drawn].sum(1) / a[drawn].sum(1) - 1
                wrong[f"equal refused at {most}"] = float((above > settings.promotion_tolerance).mean())
                wrong[f"3% worse live at {most}"] = float((above * 1.03 + 0.03 <= settings.promotion_tolerance).mean())
            spread = float(np.std(equal / a - 1))
            found.append(Retrain(account, live, candidate, truth - 1, refused, spread, wrong))
    return found


# --- tables ---


def quality_table(rows: dict[tuple[str, str], Row], accounts: Sequence[str]) -> str:
    recipes = [name for name in RECIPES if any((account, name) in rows for account in accounts)]
    lines = []
    for account in accounts:
        found = {name: rows[account, name] for name in recipes if (account, name) in rows}
        if not found:
            continue
        best = found.get("default")
        cells = [f"{row.bits:.3f}" if (row := found.get(name)) else "–" for name in recipes]
        against = found.get("huggingtweets")
        gain = f"{best.bits / against.bits - 1:+.1%}" if best and against else "–"
        beside = f"{best.bits / found['full'].bits - 1:+.1%}" if best and "full" in found else "–"
        lines.append([account, f"{next(iter(found.values())).base_bits:.3f}", *cells, gain, beside])
    return table(["bits per character", "base", *recipes, "default over huggingtweets", "over full"], lines)


def sweep_table(rows: dict[tuple[str, str], SweepRow]) -> str:
    first = next(iter(CONFIGS))
    lines = []
    for config in CONFIGS:
        cells, ratios = [], []
        for account in ACCOUNTS:
            row = rows.get((account, config))
            cells.append(f"{row.validation_loss:.3f}" if row else "–")
            if row:
                ratios.append(row.validation_loss / rows[account, first].validation_loss - 1)
        if ratios:
            lines.append([config, *cells, f"{statistics.mean(ratios):+.2%}"])
    return table(["validation loss, nats a token", *ACCOUNTS, "mean over the first"], lines)


def card_table(cards: dict[tuple[str, str], ScoreCard]) -> str:
    names = [name for name in ORDER if name != "found_by_people"]
    lines = []
    for (account, voice), card in cards.items():
        metrics = dict(card.metrics())
        unknown = {"bits_per_character"} if voice == "markovify" else set()
        lines.append(
            [
                account,
                voice,
                *(f"{metrics[name].value:.3f}" if name in metrics and name not in unknown else "–" for name in names),
            ]
        )
        if voice == "default":
            for end in ("floor", "others", "ceiling"):
                peers = [getattr(metrics.get(name), end, None) for name in names]
                what = {"floor": "untuned base", "others": "other accounts", "ceiling": "the account itself"}[end]
                lines.append([account, f"*{what}*", *("–" if value is None else f"{value:.3f}" for value in peers)])
    return table(["account", "voice", *(MEANING[name] for name in names)], lines)


def retrain_table(found: Sequence[Retrain]) -> str:
    rows = [
        [each.account, f"{each.live} → {each.candidate}", f"{each.worse_by:+.1%}", f"{each.spread:.1%}"]
        + ["; ".join(reasons) or "live" for reasons in each.refused_by.values()]
        for each in found
    ]
    head = [
        "retrain",
        "seeds",
        "on unseen tweets",
        "from tweet to tweet",
        "20 tweets decide",
        "50",
        "100",
        "half of all",
    ]
    better = [each for each in found if each.worse_by <= 0]
    refused = [sum(bool(list(each.refused_by.values())[at]) for each in better) for at in range(4)]
    power = {name: statistics.mean(each.wrong[name] for each in found) for name in found[0].wrong}
    return "\n\n".join(
        [
            table(head, rows),
            f"Of {len(better)} that are better on unseen tweets, refused: {', '.join(map(str, refused))}.",
            "Resampled from these pairs: " + ", ".join(f"{name}: {share:.1%}" for name, share in power.items()) + ".",
        ]
    )


def report(work: Path, accounts: Sequence[str]) -> str:
    """Everything that has been measured so far, as one section of the page of results."""

    def read(pattern: str) -> Iterator[tuple[Path, Any]]:
        for path in sorted(work.glob(pattern)):
            yield path, json.loads(path.read_text())

    quality = {(facts["account"], facts["recipe"]): Row(**facts) for _, facts in read("quality/*/*/row.json")}
    swept = {(facts["account"], facts["config"]): SweepRow(**facts) for _, facts in read("sweep/*/*.json")}
    found = {(path.parent.name, path.stem): scorecard_from(facts) for path, facts in read("likeness/*/*.json")}
    cards = {(a, v): found[a, v] for a in accounts for v in VOICES if (a, v) in found}
    parts = [
        f"## {date.today()} · training · {os.cpu_count()} cores, cpu, {NEWEST} newest tweets of each account",
        "`python -m tests.benchmarks.training`",
    ]
    if quality:
        parts.append(quality_table(quality, accounts))
    if swept:
        parts.append(sweep_table(swept))
    variants = [
        (path.parent.parent.name, path.parent.name, Row(**facts)) for path, facts in read("variants/*/*/row.json")
    ]
    if variants:
        parts.append(
            table(
                ["account", "variant", "bits per character", "epochs", "seconds"],
                [[a, what, f"{row.bits:.3f}", f"{row.epochs:.1f}", f"{row.seconds:.0f}"] for a, what, row in variants],
            )
        )
    drawn = [facts for _, facts in read("sampling/*.json")]
    if drawn:
        rows = [
            [facts["account"], facts["sampling"], *(f"{facts[name]:.3f}" for name in SAMPLING_METRICS)]
            for facts in sorted(drawn, key=lambda facts: (facts["account"], facts["told_apart"]))
        ]
        parts.append(table(["account", "sampling", *(MEANING[name] for name in SAMPLING_METRICS)], rows))
    if cards:
        parts.append(card_table(cards))
    for _, facts in read("timed.json"):
        ratio = facts["default"] / facts["huggingtweets"]
        head = ["1,000 tweets of dril", "seconds", "tokens/s", "peak MB"]
        rows = [
            [name, *(f"{facts[key]:.0f}" for key in (name, f"{name}_tokens_per_s", f"{name}_peak_mb"))]
            for name in ("huggingtweets", "default")
        ]
        parts += [table(head, rows), f"`default` takes {ratio:.2f} of the time of `huggingtweets` in float32."]
    for _, facts in read("faults.json"):
        rows = [
            [name, fact["promote"], ", ".join(fact["refused_by"]), fact["sentence"]] for name, fact in facts.items()
        ]
        parts.append(table(["planted fault", "promoted", "refused by", "numbers"], rows))
    for _, facts in read("retrains.json"):
        parts.append(retrain_table([Retrain(**fact) for fact in facts]))
    return "\n\n".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", default="all", choices=["all", *PARTS, "report", "steps"])
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "tweetlike-benchmarks")
    parser.add_argument("--accounts", nargs="*", default=ACCOUNTS)
    parser.add_argument("--recipes", nargs="*", default=RECIPES)
    arguments = parser.parse_args()
    work, accounts, recipes = arguments.work, arguments.accounts, arguments.recipes
    base = prepare_base("smollm2-135m", work / "bases")
    settings = load_settings(home=work / "home", wandb="disabled")
    if arguments.part == "steps":
        steps_process(base, recipes[0])
        return
    parts = PARTS if arguments.part == "all" else [arguments.part]
    if "quality" in parts:
        for recipe in recipes:
            for account in accounts:
                row = train_row(
                    base, account, recipe_of(recipe), account_split(account), work / "quality" / account / recipe
                )
                bits = f"{row.base_bits:.4f} → {row.bits:.4f}"
                print(account, recipe, bits, f"{row.seconds:.0f} s, {row.peak_mb} MB", flush=True)
    if "sweep" in parts:
        for config in CONFIGS:
            for account in accounts:
                print(sweep_row(base, account, config, work), flush=True)
    if "variants" in parts:
        for account in accounts:
            print(account, {what: row.bits for what, row in variant_rows(base, account, work).items()}, flush=True)
    if "sampling" in parts:
        for name in SAMPLINGS:
            for account in accounts[:2]:
                print(sampling_row(base, account, name, work, settings), flush=True)
    if "likeness" in parts:
        for account in accounts:
            for voice in VOICES:
                if voice != "markovify" and not (work / "quality" / account / voice / "row.json").exists():
                    continue
                print(account, voice, card_row(base, account, voice, work, settings), flush=True)
    if "timed" in parts and not (work / "timed.json").exists():
        (work / "timed.json").write_text(json.dumps(timed(base, work)))
    if "faults" in parts and not (work / "faults.json").exists():
        found = faults(base, work, settings)
        facts = {name: {**verdict.as_dict(), "sentence": verdict.sentence()} for name, verdict in found}
        (work / "faults.json").write_text(json.dumps(facts))
    if "retrains" in parts:
        found_again = [asdict(each) for each in retrains(accounts, work, settings)]
        (work / "retrains.json").write_text(json.dumps(found_again))
    text = report(work, accounts)
    print(text)
    if arguments.part in ("all", "report"):
        append_results(text)


if __name__ == "__main__":
    main()
