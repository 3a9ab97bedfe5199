"""The pictures of a version: how its training went, and its habits beside the account's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from training.evaluation.likeness import HABITS, habits
from training.training_run import CurvePoint

INK, BLUE = "#0f1419", "#1d9bf0"


def draw_curve(path: Path, handle: str, points: Sequence[CurvePoint]) -> None:
    """Write a small PNG of the loss over the epochs."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6.4, 3.2), dpi=100, layout="constrained")
    axes = figure.subplots()
    axes.plot([point.epoch for point in points], [point.loss for point in points], color=BLUE, lw=2, label="training")
    judged = [(point.epoch, point.validation) for point in points if point.validation is not None]
    if judged:
        epochs, best = zip(*judged, strict=True)
        axes.step(epochs, best, color=INK, where="post", label="validation, best so far")
    axes.set_xlabel("epoch")
    axes.set_ylabel("loss, nats a token")
    axes.set_title(f"@{handle}", loc="left")
    axes.spines[["top", "right"]].set_visible(False)
    if points:
        axes.legend(frameon=False)
    FigureCanvasAgg(figure).print_png(str(path))


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
