"""A version knows what it has learnt, whatever dress it comes in; nobody can read it there."""

from __future__ import annotations

from pathlib import Path

from data.tweets.learnt import FILE, Learnt


def test_what_was_learnt_is_known_again(tmp_path: Path) -> None:
    learnt = Learnt.of(["The moon, as usual.", "lone \ud800 half", ""])
    learnt.save(tmp_path)
    again = Learnt.load(tmp_path)
    assert again is not None
    for known in ("the MOON as usual", "lone \ud800 half"):
        assert known in again
    assert "the moon" not in again
    assert 7 not in again
    assert b"moon" not in (tmp_path / FILE).read_bytes()
    assert Learnt.load(tmp_path / "nowhere") is None
