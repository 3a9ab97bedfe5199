"""How a version's next words are drawn, as its recipe says."""

from __future__ import annotations

from typing import Any

BEFORE_RECIPES_SAID = (50, 0.95)  # what versions of older recipes were measured with


def sampling_numbers(recipe: dict[str, Any]) -> tuple[int, float]:
    """Top-k and top-p."""
    top_k, top_p = BEFORE_RECIPES_SAID
    return recipe.get("top_k", top_k), recipe.get("top_p", top_p)
