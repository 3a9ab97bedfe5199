"""What a lower precision of the weights costs in likeness, on a voice of this home.

    python -m tests.benchmarks.precision HANDLE [--tweets 300]

The serving decoder itself predicts the account's newest tweets, which the voice was not trained on, in float32,
bfloat16 and int8. Bits per character is the score that promotion looks at; the intervals are bootstrapped over tweets,
each tweet's difference to float32. KL is the mean divergence of the next-token distributions from float32's, in nats.
Prints a table and appends it to `RESULTS.md`.
"""

from __future__ import annotations

import argparse
import math
import os
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import torch
from torch import Tensor

from bot.generation.batching.adapter_slots import Bank
from bot.generation.model.adapters import load_adapter
from bot.generation.model.decoder import attend_causally
from bot.generation.model.first_token import first_token
from bot.generation.model.linear import Precision
from bot.generation.model.loading import load_decoder
from bot.generation.tuning import supported
from data.accounts.store import find_account
from data.errors import NoVoiceYet
from data.models.bases import prepare_base
from data.models.framing import Framing, load_framing
from data.models.registry import live_version
from data.settings import load_settings
from data.storage.database import connect
from data.tweets.corpus import account_corpus
from data.tweets.split import split_by_time
from tests.benchmarks.measuring import append_results, table

MAX_TOKENS = 160


def distributions(folder: Path, adapter: Path, framing: Framing, precision: Precision) -> Callable[[str], Tensor]:
    """A function from a text to log-probabilities [tokens, vocabulary] of each token of its frame after the first.

    As when serving: in int8, the first token is read apart.
    """
    decoder = load_decoder(folder, precision, torch.device("cpu"))
    loaded = load_adapter(adapter, decoder)
    lane = Bank(decoder, loaded.rank, 1).add(loaded)

    def predict(text: str) -> Tensor:
        ids = torch.tensor(framing.tweet(text)[:MAX_TOKENS])
        if precision != "int8":
            every = decoder.hidden(ids[:-1], torch.arange(len(ids) - 1), attend_causally, lane.adapt)
            return decoder.logits(every).log_softmax(-1)
        first = first_token(decoder, int(ids[0]), loaded)

        def attend(layer: int, q: Tensor, kv: Tensor) -> Tensor:
            q = torch.cat([torch.zeros_like(q[:1]), q])
            return attend_causally(layer, q, torch.cat([first.keys_and_values[layer][None], kv]))[1:]

        rest = decoder.hidden(ids[1:-1], torch.arange(1, len(ids) - 1), attend, lane.adapt)
        return torch.cat([first.logits, decoder.logits(rest)]).log_softmax(-1)

    return predict


def interval(differences: list[float], characters: list[int]) -> tuple[float, float]:
    """95% of the bootstrapped mean difference in bits a character."""
    dice = random.Random(0)
    means = []
    for _ in range(1000):
        drawn = dice.choices(range(len(characters)), k=len(characters))
        means.append(sum(differences[n] for n in drawn) / sum(characters[n] for n in drawn))
    return sorted(means)[25], sorted(means)[974]


@torch.inference_mode()
def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("handle")
    arguments.add_argument("--tweets", type=int, default=300)
    chosen = arguments.parse_args()
    settings = load_settings()
    db = connect(settings.database_path())
    account = find_account(db, chosen.handle)
    version = live_version(db, account.id)
    if version is None:
        raise NoVoiceYet(account.handle)
    base = prepare_base(settings.base, settings.bases_path(), print)
    framing = load_framing(base.folder)
    texts = split_by_time(account_corpus(db, account)).held_out[-chosen.tweets :]
    folder = settings.models_path() / version.folder
    models = {name: distributions(base.folder, folder, framing, name) for name in supported()}
    bits: dict[str, list[float]] = {name: [] for name in models}
    kl: dict[str, list[float]] = {name: [] for name in models}
    for text in texts:
        targets = torch.tensor(framing.tweet(text)[1:MAX_TOKENS])[:, None]
        exact = models["float32"](text)
        for name, model in models.items():
            found = exact if name == "float32" else model(text)
            bits[name].append(-found.gather(1, targets).sum().item() / math.log(2))
            kl[name] += (exact.exp() * (exact - found)).sum(-1).tolist()
    characters = [len(text) for text in texts]
    rows = []
    for name in models:
        low, high = interval([a - b for a, b in zip(bits[name], bits["float32"], strict=True)], characters)
        each = sum(bits[name]) / sum(characters)
        rows.append((name, f"{each:.4f}", f"{low:+.4f} to {high:+.4f}", f"{sum(kl[name]) / len(kl[name]):.4f}"))
    head = ("precision", "bits per character", "over float32, 95%", "KL nats")
    title = (
        f"## {date.today()} · precision · {os.cpu_count()} cores, recipe {version.recipe['name']}, {len(texts)} tweets"
    )
    text = "\n\n".join(
        [title, f"`python -m tests.benchmarks.precision HANDLE --tweets {chosen.tweets}`", table(head, rows)]
    )
    append_results(text)
    print(text)


if __name__ == "__main__":
    main()
