"""The model card: what a version is, what it was made from, how to use it and what it must not be taken for."""

from __future__ import annotations

from collections.abc import Sequence

from data.accounts import Account
from data.corpora import Corpus
from data.registry import Lineage, Metrics
from training.recipes import Recipe


def model_card(
    account: Account,
    corpus: Corpus,
    recipe: Recipe,
    base: str,
    metrics: Metrics,
    lineage: Lineage,
    samples: Sequence[str],
) -> str:
    """Markdown with the front matter that model hubs read."""
    counts = corpus.counts
    rows = [
        ("Tweets downloaded", counts.downloaded),
        ("Retweets", counts.retweets),
        ("Short tweets", counts.short),
        ("Duplicates", counts.duplicates),
        ("Replies left out", counts.replies),
        ("Tweets kept", counts.kept),
    ]
    table = "\n".join(f"| {name} | {number} |" for name, number in rows if number or "kept" in name)
    quoted = "\n".join(f"> {sample}\n" for sample in samples)
    return f"""---
tags:
- text-generation
- tweetlike
pipeline_tag: text-generation
base_model: {base}
widget:
- text: "My dream is"
---

# {_plain(account.display_name)} (@{account.handle}) — AI BOT

A small language model that writes tweets in the manner of @{account.handle}. **It is an AI parody. Nothing it
writes was said by the account or its owner.**

{quoted}
## How it works

The base model `{base}` was fine-tuned on the account's tweets with the recipe `{recipe.name}`
({recipe.method}, {recipe.epochs} epochs, learning rate {recipe.learning_rate:g}).

## Training data

| Data | Number |
|---|---|
{table}

The {lineage.held_out_tweets} newest tweets were held out, {lineage.validation_tweets} decided when to stop,
{lineage.train_tweets} were trained on. Corpus fingerprint `{lineage.corpus_fingerprint[:16]}`.

## Training procedure

| On the held-out tweets | This model | Untuned base |
|---|---|---|
| bits per character | {metrics.bits_per_character:.3f} | {metrics.base_bits_per_character:.3f} |
| loss (nats per token) | {metrics.loss:.3f} | {metrics.base_loss:.3f} |

Trained for {metrics.train_seconds:.0f} s with seed {lineage.seed}; the weights kept are those after
{metrics.epochs:g} epochs.
{f"Tracking run: `{lineage.run}`." if lineage.run else ""}

## How to use

```python
from transformers import pipeline

generator = pipeline("text-generation", model="path/to/this/folder")
generator("My dream is", num_return_sequences=5)
```

## Limitations and bias

The model repeats the habits, errors and prejudices of its base model and of the tweets. It knows no facts. Do not
use it to deceive: always say that its texts are generated. The owner of the account may opt out at any time.

## About

Made with tweetlike, after the recipe of the public project huggingtweets.
"""


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("<", "‹").replace("[", "(").replace("]", ")")
