"""The pictures of a version: its predictions as a card to look at, and its habits beside the account's own."""

from __future__ import annotations

import functools
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import regex

from training.likeness import HABITS, habits

log = logging.getLogger(__name__)
WIDTH, HEIGHT = 1120, 586  # shown at half of that
MARGIN = 56
INK, PALE, BLUE, PAPER = "#0f1419", "#536471", "#1d9bf0", "#ffffff"
_UNDRAWABLE = regex.compile(r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0e\ufe0f]")

Font = Any


def draw_predictions(path: Path, handle: str, name: str, prompt: str, texts: Sequence[str]) -> None:
    """Write a PNG of tweets that a version wrote. What no font of this machine can draw is left out."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 12, HEIGHT), fill=BLUE)
    title = drawable(name, 1) or handle
    draw.text((MARGIN, 36), title, font=_font(title, 36), fill=INK)
    draw.text((MARGIN, 84), f"@{handle} · AI BOT, not the account", font=_font(handle, 24), fill=PALE)
    draw.text((MARGIN, 126), f"> {prompt}", font=_font(prompt, 24), fill=BLUE)
    top, bottom = 176, HEIGHT - 60
    for text in texts:
        shown = drawable(text, 2)
        if not shown:
            continue
        font = _font(shown, 26)
        lines = wrapped(shown, font, WIDTH - 2 * MARGIN)
        height = 36 * len(lines)
        if top + height > bottom:
            break
        for number, line in enumerate(lines):
            draw.text((MARGIN, top + 36 * number), line, font=font, fill=INK)
        top += height + 18
    draw.text((MARGIN, HEIGHT - 44), "Written by a language model. A parody.", font=_font("", 20), fill=PALE)
    image.save(path, optimize=True)


def wrapped(text: str, font: Font, width: float) -> list[str]:
    """Lines that are at most `width` pixels wide; cut between words, or, where a word is too long, within it."""
    lines = [""]
    for word in regex.findall(r"\S+\s*|\s+", text):
        if font.getlength((lines[-1] + word).rstrip()) <= width:
            lines[-1] += word
            continue
        if lines[-1]:
            lines.append("")
        for character in word:
            if font.getlength(lines[-1] + character) > width:
                lines.append("")
            lines[-1] += character
    return [line.rstrip() for line in lines]


def drawable(text: str, least: int) -> str:
    """The text without emoji; nothing if fewer than `least` characters remain or no font has the rest."""
    text = " ".join(_UNDRAWABLE.sub("", text).split())
    return text if len(text) >= least and _file_for(frozenset(text)) else ""


def _font(text: str, size: int) -> Font:
    from PIL import ImageFont

    file = _file_for(frozenset(text)) or _fonts()[0]
    return ImageFont.truetype(file, size)


def _file_for(characters: frozenset[str]) -> str | None:
    """The first font that has all of the characters."""
    wanted = {ord(character) for character in characters if not character.isspace()}
    return next((file for file in _fonts() if wanted <= _known_to(file)), None)


@functools.cache
def _fonts() -> list[str]:
    """DejaVu Sans, which comes with matplotlib, then upright fonts of this machine for other scripts."""
    from matplotlib import font_manager, get_data_path

    others = sorted(file for file in font_manager.findSystemFonts() if "Regular" in file)
    return [f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf", *others]


@functools.cache
def _known_to(file: str) -> frozenset[int]:
    """The characters that a font can draw; none of one that cannot be read."""
    from matplotlib.ft2font import FT2Font

    try:
        return frozenset(FT2Font(file).get_charmap())
    except (OSError, RuntimeError):
        log.warning("the font %s cannot be read; pictures do without it", file, exc_info=True)
        return frozenset()


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
