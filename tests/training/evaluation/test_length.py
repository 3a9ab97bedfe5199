"""The bias at which a version writes as much as its account does."""

from __future__ import annotations

import math

import pytest

from training.evaluation.length import FARTHEST, OFFSETS, best_offset

REAL = ["x" * 80, "x" * 120]


def written(mean_at_fitted: float, slope: float) -> list[list[str]]:
    return [["x" * round(mean_at_fitted * math.exp(slope * offset))] * 4 for offset in OFFSETS]


@pytest.mark.parametrize(("mean", "slope"), [(80, -0.5), (130, -0.5), (100, -0.3)])
def test_the_bias_is_where_the_mean_length_is_the_real_one(mean: float, slope: float) -> None:
    offset = best_offset(written(mean, slope), REAL)
    assert mean * math.exp(slope * offset) == pytest.approx(100, rel=0.05)


def test_nothing_far_is_believed() -> None:
    assert best_offset(written(15, -0.4), REAL) == -FARTHEST
    assert best_offset(written(900, -0.4), REAL) == FARTHEST
    assert best_offset(written(50, 0.3), REAL) == 0.0  # longer with more of a bias: noise
    assert abs(best_offset(written(104, -0.05), REAL)) < 0.1  # a flat line
    assert best_offset([[], ["x"], []], REAL) == 0.0
    assert best_offset(written(50, -0.3), []) == 0.0
