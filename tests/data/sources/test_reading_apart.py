"""Files that strangers send are read in a process of its own: whatever they do to it, the bot answers on."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import zipfile
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

from data.errors import UnreadableSource
from data.sources import reading_apart
from data.sources.reading import read_tweets
from data.sources.reading_apart import read_apart, read_own
from tests.conftest import SAMPLE


def rss() -> int:
    """Bytes of memory that this process has."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_it_reads_what_is_read_otherwise(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "archive.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for path in SAMPLE.rglob("*.js"):
            packed.write(path, path.relative_to(SAMPLE))
    assert read_apart(tmp_path / "archive.zip") == read_tweets(tmp_path / "archive.zip")


def test_its_errors_say_what_they_say_otherwise(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"tweets": [')
    with pytest.raises(UnreadableSource) as apart:
        read_apart(tmp_path / "x.json")
    with pytest.raises(UnreadableSource) as here:
        read_tweets(tmp_path / "x.json")
    assert vars(apart.value) == vars(here.value)


@pytest.mark.parametrize("kind", ["brackets", "one tweet over and over"])
def test_a_file_that_takes_all_memory_takes_none_of_ours(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "upload.json"
    if kind == "brackets":  # 40 MB of these took 1 GB
        path.write_text("[" + "[]," * 13_000_000 + "[]]")
    else:
        tweet = json.dumps({"id": "1", "text": "hum", "created_at": "2024-01-01T00:00:00Z"})
        path.write_text("[" + ",".join([tweet] * 300_000) + "]")
    before = rss()
    with suppress(UnreadableSource):
        read_apart(path)
    assert rss() - before < 250 << 20


@pytest.mark.parametrize(
    ("status", "said"),
    [(71, "MiB of memory"), (-9, "MiB of memory"), (-24, "longer than"), (1, "the log says why")],
)
def test_how_it_ended_is_told_apart(
    status: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault of ours is not the file's."""
    done = subprocess.CompletedProcess([], status, b"", b"Traceback: a fault")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    with pytest.raises(UnreadableSource, match=said):
        read_apart(tmp_path / "x.json")
    assert ("a fault" in caplog.text) == (status == 1)


def test_small_files_of_the_operator_are_read_here_and_large_ones_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A watched folder, and the command line, read whatever lies there, too."""
    apart: list[tuple[Path, int]] = []
    monkeypatch.setattr(reading_apart, "read_apart", lambda path, memory, _: apart.append((path, memory)))
    line = json.dumps({"id": "1", "text": "hum"}) + "\n"
    (tmp_path / "small.jsonl").write_text(line)
    assert len(read_own(tmp_path / "small.jsonl").tweets) == 1
    assert len(read_own(SAMPLE).tweets) > 100
    (tmp_path / "large.jsonl").write_text(line * 80_000)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("tweets.json", "[" + "[]," * 20_000_000 + "[]]")
    (tmp_path / "many").mkdir()
    for number in range(1_002):
        (tmp_path / "many" / f"{number}.txt").write_text("")
    large = [tmp_path / name for name in ("large.jsonl", "bomb.zip", "many", "")]
    for path in large:
        read_own(path)
    assert [path for path, _ in apart] == large
    assert all(memory >= reading_apart.MEMORY for _, memory in apart)


def test_no_more_posts_come_back_than_there_is_room_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_apart, "MOST_POSTS", 2)
    said: list[bytes] = []
    monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=SimpleNamespace(write=said.append)))
    monkeypatch.setattr("resource.setrlimit", lambda *_: None)
    path = tmp_path / "x.jsonl"
    for count in (2, 3):
        path.write_text("".join(json.dumps({"id": str(n), "text": f"hum {n}"}) + "\n" for n in range(count)))
        reading_apart._main(path, 1, 1)
    found, refused = map(pickle.loads, said)
    assert len(found.tweets) == 2
    assert "at most" in refused[0]


def test_one_that_never_ends_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.json").write_text("[]")
    monkeypatch.setattr(reading_apart, "SECONDS", 0.01)
    with pytest.raises(UnreadableSource, match="longer than"):
        read_apart(tmp_path / "x.json")
