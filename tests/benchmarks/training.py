"""Train every recipe on real accounts and compare.

    python -m tests.benchmarks.training quality

Every trained row stays in `--work`, so that a run that was stopped goes on with the row it was at.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch

from data.bases import Base, prepare_base
from data.corpora import build_corpus
from data.framing import load_framing
from data.sources import read_tweets
from training.dataset import Split, frames_of, split_by_time
from training.finetune import finetune
from training.recipes import Recipe, find_recipe

TWEETS = Path(__file__).parents[3] / "shared" / "data" / "tweets"
ACCOUNTS = ("dril", "BarackObama", "Wendys", "CarlosBolsonaro", "a_know")
RECIPES = ("huggingtweets", "full", "default")
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


def train_row(base: Base, account: str, recipe: Recipe, split: Split, folder: Path) -> Row:
    """Train, or read what an earlier run has trained. The weights lie in `folder / "weights"`."""
    facts = folder / "row.json"
    if facts.exists():
        return Row(**json.loads(facts.read_text()))
    folder.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    trained = finetune(base, split, recipe, device=CPU, checkpoint=folder / "c.safetensors", key=str(recipe.as_dict()))
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


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("part", choices=["quality", "sweep"])
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "tweetlike-benchmarks")
    parser.add_argument("--accounts", nargs="*", default=ACCOUNTS)
    parser.add_argument("--recipes", nargs="*", default=RECIPES)
    arguments = parser.parse_args()
    base = prepare_base("smollm2-135m", arguments.work / "bases")
    if arguments.part == "sweep":
        for config in CONFIGS:
            for account in arguments.accounts:
                print(sweep_row(base, account, config, arguments.work), flush=True)
        return
    for recipe in arguments.recipes:
        for account in arguments.accounts:
            folder = arguments.work / "quality" / account / recipe
            row = train_row(base, account, find_recipe(recipe), account_split(account), folder)
            print(
                account,
                recipe,
                f"{row.base_bits:.4f} → {row.bits:.4f}, {row.seconds:.0f} s, {row.peak_mb} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
