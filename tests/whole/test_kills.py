"""A few of the runs of `kills`; two hundred take half an hour."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.nightly
def test_random_kills_lose_nothing_and_do_nothing_twice() -> None:
    """In a process of its own: it forks, and nothing but it may have threads then."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.kills", "--runs", "3", "--first", "1"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    assert "every invariant held" in done.stdout
