"""The pictures of a version: how its training went, and its habits beside the account's own.

Drawn on a dark ground, which stands well in dark chats and in light ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.evaluation.likeness import HABITS, habits
from training.training_run import CurvePoint

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PAPER, INK, BLUE, PALE, RULE = "#15202b", "#f7f9f9", "#1d9bf0", "#8b98a5", "#38444d"
LATELY = 0.1  # the weight of the newest value in the smoothed line


def draw_curve(path: Path, handle: str, points: Sequence[CurvePoint]) -> None:
    """Write a small PNG of the loss over the epochs, smoothed over the raw values, with what it came to."""
    figure, [axes] = _figure(6.4, 3.4, 1)
    epochs, losses = [point.epoch for point in points], [point.loss for point in points]
    axes.plot(epochs, losses, color=RULE, lw=1)
    axes.plot(epochs, smoothed(losses), color=BLUE, lw=2, label="training, smoothed")
    judged = [(point.epoch, point.validation) for point in points if point.validation is not None]
    if judged:
        at, best = zip(*judged, strict=True)
        axes.plot(at, best, color=INK, marker="o", ms=4, label="tweets it does not train on, best so far")
        axes.annotate(f"{best[-1]:.2f}", (at[-1], best[-1]), (6, 0), textcoords="offset points", color=INK, va="center")
    axes.set_xlabel("passes over the tweets")
    axes.set_ylabel("loss (lower is better)")
    axes.set_title(f"@{handle}: {_judged([value for _, value in judged])}", loc="left", color=INK, fontsize=11)
    axes.margins(x=0.08)
    if points:
        _legend(axes)
    _save(figure, path)


def smoothed(values: Sequence[float]) -> list[float]:
    """An exponential moving average, without the pull of its first value (Kingma and Ba, 2014)."""
    average, out = 0.0, []
    for number, value in enumerate(values, 1):
        average = (1 - LATELY) * average + LATELY * value
        out.append(average / (1 - (1 - LATELY) ** number))
    return out


def _judged(validation: Sequence[float]) -> str:
    """Whether that is good, in a word."""
    if len(validation) < 2:
        return "its training"
    fell = validation[0] - validation[-1]
    how = "learned well" if fell > 0.1 else "learned a little" if fell > 0.01 else "learned nothing new"
    return f"{how}, {validation[0]:.2f} → {validation[-1]:.2f}"


def draw_habits(path: Path, handle: str, real: Sequence[str], voice: Sequence[str], base: Sequence[str]) -> None:
    """Write a PNG of real and generated tweets side by side: their lengths, and how often each habit is seen."""
    import numpy as np

    figure, [lengths, shares] = _figure(11.2, 5.4, 2, (2, 3))
    sides = [("the account", INK, real), ("this voice", BLUE, voice), ("untuned base", PALE, base)]
    sides = [side for side in sides if side[2]]
    for name, colour, texts in sides:
        counts = [min(len(text), 299) for text in texts]
        middle = f"{name}, median {np.median(counts):.0f}"
        lengths.hist(counts, np.linspace(0, 300, 31), density=True, histtype="step", color=colour, label=middle, lw=2)
    lengths.set_xlabel("characters of a tweet")
    lengths.set_ylabel("share of the tweets")
    lengths.set_yticks([])
    lengths.margins(y=0.4)  # room for the legend
    _legend(lengths)
    chosen = [name for name in HABITS if name in SHOWN]
    rows = np.arange(len(chosen))
    for number, (name, colour, texts) in enumerate(sides):
        seen = (habits(texts) > 0).mean(axis=0)
        values = [100 * seen[list(HABITS).index(habit)] for habit in chosen]
        bars = shares.barh(rows + 0.27 * (number - 1), values, 0.25, color=colour, label=name)
        shares.bar_label(bars, [f"{value:.0f}%" for value in values], padding=3, color=colour, fontsize=8)
    shares.set_yticks(rows, chosen)
    shares.invert_yaxis()
    shares.set_xticks([])
    shares.set_xlabel("of its tweets have any")
    shares.margins(x=0.1)
    shares.spines["bottom"].set_visible(False)
    figure.suptitle(f"@{handle}: real tweets it has not seen, beside what it writes", color=INK)
    _save(figure, path)


def _figure(width: float, height: float, columns: int, ratios: tuple[int, ...] | None = None) -> tuple[Figure, Any]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), dpi=100, layout="constrained", facecolor=PAPER)
    all_axes = figure.subplots(1, columns, squeeze=False, width_ratios=ratios)[0]
    for axes in all_axes:
        axes.set_facecolor(PAPER)
        axes.tick_params(colors=PALE)
        axes.xaxis.label.set_color(PALE)
        axes.yaxis.label.set_color(PALE)
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(RULE)
    return figure, all_axes


def _legend(axes: Axes) -> None:
    axes.legend(frameon=False, labelcolor=INK, fontsize=9)


def _save(figure: Figure, path: Path) -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

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
