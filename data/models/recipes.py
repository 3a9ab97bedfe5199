"""Recipes: how a voice is trained, as data. A version stores the whole recipe it was made with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

from data.errors import InvalidChoice
from data.models.sampling import Sampling

REFERENCE_MIN_TOKENS = 10


@dataclass(frozen=True)
class Recipe:
    """A method and its numbers. With `packing` "tweets" each tweet is a sequence of its own, batched by length;
    with "blocks" the corpus is one stream, `epochs` times reshuffled, cut into blocks of `batch_tokens`."""

    name: str  # one of `data.settings.RecipeName`
    method: Literal["lora", "full"]
    epochs: int  # at most
    learning_rate: float
    version: int = 5  # raised whenever a number of the recipe changes
    packing: Literal["tweets", "blocks"] = "tweets"
    batch_tokens: int = 512
    rank: int = 16
    alpha: int = 32
    dropout: float = 0.0
    warmup_share: float = 0.05  # of all steps, linear; then cosine to zero
    weight_decay: float = 0.0
    clip_norm: float = 1.0
    keep_best: bool = True  # restore the weights of the best validation loss …
    validations_an_epoch: int = 2
    patience: int = 2  # … and stop after so many validations that were no better …
    least_validation: int = 50  # … of so many tweets: with fewer, the best is a matter of luck, and the last is kept
    least_updates: int = 20  # of few tweets, batches are made so small that there are as many
    refit: bool = True  # what is served has learnt from all tweets, also those that it was scored on before
    score_tweets: int = 300  # that the voice writes for its score card
    calibrated: bool = True  # how tokens are drawn is fitted to the version; else as the reference draws them:
    top_k: int = 0
    top_p: float = 1.0
    seed: int = 42

    @property
    def sampling(self) -> Sampling:
        """How the reference draws tokens, and how versions are served whose row says nothing of it."""
        return Sampling(top_k=self.top_k, top_p=self.top_p, min_tokens=REFERENCE_MIN_TOKENS)

    def as_dict(self) -> dict[str, Any]:
        """For storage and tracking."""
        return asdict(self)

    @classmethod
    def stored(cls, facts: Mapping[str, Any]) -> Recipe:
        """Of what a version's row holds, which may be an older or a newer program's."""
        known = {field.name for field in fields(cls)}
        return cls(**{**_BEFORE_RECIPES_SAID, **{name: facts[name] for name in facts if name in known}})


_BEFORE_RECIPES_SAID: dict[str, Any] = {
    "name": "unknown",
    "method": "lora",
    "epochs": 0,
    "learning_rate": 0.0,
    "version": 0,
    "refit": False,
    "top_k": 50,  # what versions of older recipes were measured with
    "top_p": 0.95,
}

RECIPES = {
    recipe.name: recipe
    for recipe in (
        Recipe("default", "lora", epochs=2, learning_rate=2e-3),
        Recipe("quick", "lora", epochs=2, learning_rate=1.5e-3, rank=8, alpha=16, refit=False, score_tweets=100),
        Recipe("full", "full", epochs=2, learning_rate=5e-5, refit=False),
        # github.com/borisdayma/huggingtweets, its demo notebook and sweep: no warm-up, no validation.
        Recipe(
            "huggingtweets",
            "full",
            epochs=4,
            learning_rate=1.372e-4,
            version=1,
            packing="blocks",
            batch_tokens=1024,
            warmup_share=0.0,
            keep_best=False,
            refit=False,
            calibrated=False,
            top_k=50,
            top_p=0.95,
        ),
    )
}


def find_recipe(name: str) -> Recipe:
    """Raises `InvalidChoice`."""
    if name not in RECIPES:
        raise InvalidChoice("recipe", name, "one of " + ", ".join(RECIPES))
    return RECIPES[name]
