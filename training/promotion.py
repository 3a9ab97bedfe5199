"""Promotion is earned: a candidate goes live only if it predicts the newest tweets no worse than what is live."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Verdict:
    """The decision and the two numbers it rests on, in bits per character on the same held-out tweets."""

    promote: bool
    candidate: float
    rival: float
    rival_name: str  # "version 3" or "the untuned base"
    tolerance: float
    forced: bool = False

    def sentence(self) -> str:
        """For the admins: what was decided and why."""
        sign = "≤" if self.candidate <= self.rival + self.tolerance else ">"
        numbers = f"{self.candidate:.3f} {sign} {self.rival:.3f} + {self.tolerance:.3f} bits per character"
        how = "live (forced)" if self.forced else "live" if self.promote else "not promoted, stays a candidate"
        return f"{how}: {numbers}, against {self.rival_name}"

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def judge(
    candidate: float, base: float, live: float | None, live_number: int | None, *, tolerance: float, force: bool
) -> Verdict:
    """Compare with the live version where there is one, else with the untuned base, which must be beaten."""
    if live is None:
        rival, name, allowed = base, "the untuned base", 0.0
    else:
        rival, name, allowed = live, f"version {live_number}", tolerance
    earned = candidate <= rival + allowed
    return Verdict(earned or force, candidate, rival, name, allowed, forced=force and not earned)
