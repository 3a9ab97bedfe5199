"""Recipes: how a voice is trained, as data. A version stores the whole recipe it was made with."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from data.errors import InvalidChoice


@dataclass(frozen=True)
class Recipe:
    """A method and its numbers. With `packing` "tweets" each tweet is a sequence of its own, batched by length;
    with "blocks" the corpus is one stream, `epochs` times reshuffled, cut into blocks of `batch_tokens`."""

    name: str
    method: Literal["lora", "full"]
    epochs: int
    learning_rate: float
    packing: Literal["tweets", "blocks"] = "tweets"
    batch_tokens: int = 512
    rank: int = 16
    alpha: int = 32
    dropout: float = 0.05
    warmup_share: float = 0.05  # of all steps, linear; then cosine to zero
    weight_decay: float = 0.0
    clip_norm: float = 1.0
    keep_best: bool = True  # restore the weights of the best validation loss
    seed: int = 42

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


RECIPES = {
    recipe.name: recipe
    for recipe in (
        Recipe("default", "lora", epochs=2, learning_rate=1e-3),
        Recipe("quick", "lora", epochs=2, learning_rate=1.5e-3, rank=8, alpha=16, dropout=0.0),
        Recipe("full", "full", epochs=2, learning_rate=5e-5),
        # github.com/borisdayma/huggingtweets, its demo notebook and sweep: no warm-up, no validation.
        Recipe(
            "huggingtweets",
            "full",
            epochs=4,
            learning_rate=1.372e-4,
            packing="blocks",
            batch_tokens=1024,
            warmup_share=0.0,
            keep_best=False,
        ),
    )
}


def find_recipe(name: str) -> Recipe:
    """Raises `InvalidChoice`."""
    if name not in RECIPES:
        raise InvalidChoice("recipe", name, "one of " + ", ".join(RECIPES))
    return RECIPES[name]
