"""Phrases that read the same on every platform; each adds its own markup around them."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.service import AccountStatus, Score
from data.scorecards import score_rows

APART = "Told apart: 0.5 is a coin toss, 1 is always."


def day(at: float) -> str:
    """A date, like 2026-11-23, in UTC."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d")


def in_line(position: int) -> str:
    """What a person reads while their request waits."""
    return f"You are number {position} in line …"


def score_lines(score: Score) -> list[tuple[str, str]]:
    """What was measured and how it came out, like ("told apart from real tweets", "0.612 (untuned 0.981)")."""
    lines = []
    for name, value, interval, floor, others, ceiling in score_rows(score.card):
        peers = {"untuned": floor, "others": others, "itself": ceiling}
        beside = ", ".join(f"{peer} {number}" for peer, number in peers.items() if number != "–")
        lines.append((name.removesuffix(" *"), f"{value} ({beside or interval})"))
    return lines


def voice_state(status: AccountStatus) -> str:
    """ "version 2 of 3, 2026-11-23, 1.68 bits/char (base 2.28) · running", or that there is no voice yet."""
    state = "no voice yet"
    if status.live:
        metrics = status.live.metrics
        state = (
            f"version {status.live.number} of {len(status.versions)}, {day(status.live.created_at)}, "
            f"{metrics.bits_per_character:.2f} bits/char (base {metrics.base_bits_per_character:.2f})"
        )
    return state + (f" · {status.job.state}" if status.job else "")
