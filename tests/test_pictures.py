"""The pictures of a version: what fits, what is left out, and a font that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageFont

from training import pictures
from training.pictures import draw_habits, draw_predictions, drawable, wrapped


def test_lines_are_as_wide_as_there_is_room_and_nothing_is_lost() -> None:
    font = ImageFont.truetype(pictures._fonts()[0], 26)
    text = "exact change is a moral position " + "x" * 200 + " i believe"
    lines = wrapped(text, font, 600)
    assert all(font.getlength(line) <= 600 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert lines[0].startswith("exact change is")


def test_emoji_and_what_no_font_has_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    own = pictures._fonts()[:1]
    monkeypatch.setattr(pictures, "_fonts", lambda: own)
    assert drawable("hum 🌙 hum", 1) == "hum hum"
    assert drawable("🌙", 1) == ""
    assert drawable("月が遅い", 1) == ""  # DejaVu has no kanji
    assert drawable("Όνειρο", 1) == "Όνειρο"


def test_a_font_that_cannot_be_read_is_passed_over_and_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "Broken-Regular.ttf"
    broken.write_bytes(b"not a font")
    own = pictures._fonts()[0]
    monkeypatch.setattr(pictures, "_fonts", lambda: [str(broken), own])
    assert pictures._file_for(frozenset("hum")) == own
    assert "Broken-Regular.ttf cannot be read" in caplog.text


def test_pictures_are_drawn_of_nothing_and_of_too_much(tmp_path: Path) -> None:
    for texts in ([], ["🌙"], ["a very long thing to say, " * 11] * 9):
        draw_predictions(tmp_path / "p.png", "sample", "名前", "My dream is", texts)
        with Image.open(tmp_path / "p.png") as picture:
            assert picture.size == (1120, 586)
    for voice in ([], ["hum"]):
        draw_habits(tmp_path / "h.png", "sample", ["hum", "hum again!"], voice, [])
        assert (tmp_path / "h.png").stat().st_size > 1000
