"""The model card: what a version is, what it was made from, how to use it and what it must not be taken for."""

from __future__ import annotations

import json
from collections.abc import Sequence

from data.accounts.store import Account
from data.models.bases import SMOLLM2, Base
from data.models.recipes import Recipe
from data.models.registry import HeldOutMetrics, Lineage
from data.models.scorecards import SCORE_FOOT, SCORE_HEAD, ScoreCard, score_rows
from data.tweets.corpus import Corpus

HUB_NAMES = {SMOLLM2: "HuggingFaceTB/SmolLM2-135M-Instruct", "gpt2": "openai-community/gpt2"}


_REFITTED = (
    " Once it was scored, the adapter was trained anew, as long, on all of them: these weights are served, and the\n"
    "numbers below are those of the ones before, which lie in `judged/`."
)


def model_card(
    account: Account,
    corpus: Corpus,
    recipe: Recipe,
    base: Base,
    metrics: HeldOutMetrics,
    lineage: Lineage,
    card: ScoreCard,
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
    quoted = "\n".join(f"> {_plain(sample)}\n" for sample in samples)
    scores = "\n".join("| " + " | ".join(row) + " |" for row in (SCORE_HEAD, ("---",) * 6, *score_rows(card)))
    hub_name = HUB_NAMES.get(base.name, base.public_name if "/" in base.public_name else "")
    how = f"{recipe.method}, at most {recipe.epochs} epochs, learning rate {recipe.learning_rate:g}"
    if recipe.method == "lora":
        how += f", rank {recipe.rank}"
    return f"""---
language: "{language_of(corpus.texts)}"
thumbnail: predictions.png
tags:
- tweetlike
- huggingtweets
- parody
pipeline_tag: text-generation
library_name: transformers
{f"base_model: {hub_name}" if hub_name else ""}
widget:
- text: "My dream is"
---

# {_plain(account.display_name)} (@{account.handle}) — AI BOT

A small language model that writes tweets in the manner of @{account.handle}. **It is an AI parody. Nothing it
writes was said by the account or its owner.**

![What it wrote to "My dream is"](predictions.png)

{quoted}
## How does it work?

The base model `{hub_name or "a local folder"}` was fine-tuned on the account's tweets with the recipe `{recipe.name}`,
version {recipe.version} ({how}).

## Training data

| Data | Number |
|---|---|
{table}

The {lineage.held_out_tweets} newest tweets were held out, {lineage.validation_tweets} decided when to stop,
{lineage.train_tweets} were trained on.{_REFITTED if lineage.served_tweets else ""}
Corpus fingerprint `{lineage.corpus_fingerprint[:16]}`, of the held-out tweets
`{lineage.held_out_fingerprint[:16]}`.

## Training procedure

{metrics.train_tokens:,} tokens in {metrics.train_seconds:.0f} s with seed {lineage.seed}; the weights kept are those
after {metrics.epochs:.2g} epochs. Loss on the held-out tweets {metrics.loss:.3f} nats a token, untuned
{metrics.base_loss:.3f}.{f" Tracking run: `{lineage.run}`." if lineage.run else ""}

Hyperparameters:

```json
{json.dumps(recipe.as_dict())}
```

## How close it comes

{card.generated} tweets that the model wrote, beside the {card.held_out} newest of the account, which it has not seen.

{scores}

{SCORE_FOOT}

![Real tweets beside generated ones](scorecard.png)

## How to use

```python
from transformers import pipeline

generator = pipeline("text-generation", model="path/to/this/folder")
generator("My dream is", num_return_sequences=5)
```

## Limitations and bias

The model repeats the habits, errors and prejudices of its base model and of the tweets. It knows no facts. Do not
use it to deceive: always say that its texts are generated.

The owner of the account may opt out at any time: whoever runs a bot with this model then deletes the tweets and every
version with `tweetlike optout {account.handle}`, and must take copies of this folder down as well.

## About

Made with tweetlike, after the recipe of the public project huggingtweets.
"""


def language_of(texts: Sequence[str]) -> str:
    """The two-letter code of the language most of the text is in."""
    import py3langid

    return str(py3langid.classify(" ".join(texts[:: max(1, len(texts) // 500)]))[0])


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("<", "‹").replace("[", "(").replace("]", ")").replace("`", "'")
