"""Temporary files lie in the home, go with their process, and are swept when one was killed."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from data.errors import HomeUnusable
from data.storage import home as home_module
from data.storage.home import of_others, settle_in
from data.storage.temporary import sweep_temporary

PROGRAM = """
import sys, tempfile, time
from pathlib import Path
from data.storage.home import settle_in
settle_in(Path(sys.argv[1]))
file = tempfile.NamedTemporaryFile(delete=False)
file.write(b"a tweet"); file.flush()
print(file.name, flush=True)
if sys.argv[2] == "wait":
    time.sleep(60)
"""


def begin(home: Path, how: str) -> tuple[subprocess.Popen[str], Path]:
    process = subprocess.Popen([sys.executable, "-c", PROGRAM, str(home), how], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


def test_they_lie_in_the_home_for_its_owner_alone_and_go_with_their_process(tmp_path: Path) -> None:
    process, file = begin(tmp_path / "home", "end")
    assert tmp_path / "home" in file.parents
    process.wait(30)
    assert not file.exists()
    assert stat.S_IMODE((tmp_path / "home" / "temporary").stat().st_mode) == 0o700
    assert not list((tmp_path / "home" / "temporary").iterdir())


def test_what_a_kill_has_left_is_swept_and_what_is_used_is_not(tmp_path: Path) -> None:
    killed, left = begin(tmp_path, "wait")
    living, used = begin(tmp_path, "wait")
    killed.send_signal(signal.SIGKILL)
    killed.wait(30)
    assert left.exists()
    sweep_temporary(tmp_path)
    assert not left.exists()
    assert used.exists()
    living.send_signal(signal.SIGTERM)
    living.wait(30)
    last, _ = begin(tmp_path, "end")
    last.wait(30)
    assert not used.exists(), "the next one sweeps"


def test_a_home_that_cannot_be_made_is_left_to_those_who_need_it() -> None:
    before = os.environ.get("TMPDIR")
    settle_in(Path("/proc/nowhere"))
    assert not Path("/proc/nowhere").exists()
    assert os.environ.get("TMPDIR") == before, "temporary files go where they went"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_root_does_not_write_into_another_users_home(tmp_path: Path) -> None:
    """It would lock out the user whose it is: logs and locks would be root's."""
    home = tmp_path / "home"
    home.mkdir()
    os.chown(home, 65534, 65534)
    with pytest.raises(HomeUnusable, match="sudo -u nobody"):
        settle_in(home)
    assert not list(home.iterdir())
    (tmp_path / "link").symlink_to(home)
    with pytest.raises(HomeUnusable, match="sudo -u nobody"):
        settle_in(tmp_path / "link")
    (home / "logs").mkdir()
    assert of_others(home) == of_others(tmp_path / "link") == [home / "logs"]


def test_a_home_whose_name_is_no_text_is_refused_before_anything_is_stored(tmp_path: Path) -> None:
    """SQLite could not say its own file's name: an import ended in a traceback after it had stored the tweets."""
    home = tmp_path / os.fsdecode(b"h\xffome")
    with pytest.raises(HomeUnusable, match="UTF-8"):
        settle_in(home)
    assert not home.exists()


def test_the_owner_is_seen_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settle_in(tmp_path / "home")
    assert of_others(tmp_path / "home") == []
    monkeypatch.setattr(home_module, "owner_of", lambda path: 7 if path.name == "x" else 8)
    (tmp_path / "home" / "x").write_text("")
    assert of_others(tmp_path / "home") == [tmp_path / "home" / "x"]
