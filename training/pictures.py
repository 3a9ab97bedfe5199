"""The picture of a version: its habits beside the account's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from training.likeness import HABITS, habits

INK, BLUE = "#0f1419", "#1d9bf0"


def draw_habits(path: Path, handle: str, real: Sequence[str], voice: Sequence[str], base: Sequence[str]) -> None:
    """Write a PNG of real and generated tweets side by side: their lengths, and how often each habit is seen."""
    import numpy as np
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(11.2, 4.8), dpi=100, layout="constrained")
    lengths, shares = figure.subplots(1, 2, width_ratios=(2, 3))
    sides = [("the account", INK, real), ("this voice", BLUE, voice), ("untuned base", "#cfd9de", base)]
    sides = [side for side in sides if side[2]]
    bins = np.linspace(0, 300, 31)
    for name, colour, texts in sides:
        lengths.hist(
            [min(len(text), 299) for text in texts], bins, density=True, histtype="step", color=colour, label=name, lw=2
        )
    lengths.set_xlabel("characters of a tweet")
    lengths.set_yticks([])
    lengths.legend(frameon=False)
    chosen = [name for name in HABITS if name in SHOWN]
    for number, (name, colour, texts) in enumerate(sides):
        seen = (habits(texts) > 0).mean(axis=0)
        values = [100 * seen[list(HABITS).index(habit)] for habit in chosen]
        shares.bar(np.arange(len(chosen)) + 0.27 * (number - 1), values, 0.25, color=colour, label=name)
    shares.set_xticks(np.arange(len(chosen)), chosen, rotation=35, ha="right")
    shares.set_ylabel("% of tweets that have any")
    figure.suptitle(f"@{handle}: real tweets it has not seen, beside what it writes")
    for axes in (lengths, shares):
        axes.spines[["top", "right"]].set_visible(False)
    FigureCanvasAgg(figure).print_png(str(path))


SHOWN = (
    "small first letter",
    "words in capitals",
    "exclamation marks",
    "question marks",
    "emoji",
    "hashtags",
    "mentions",
    "digits",
    "ends with punctuation",
)
