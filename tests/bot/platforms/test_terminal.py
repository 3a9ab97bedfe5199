"""The terminal chat as a person sees it: in a real pseudo-terminal, on its screen."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from data.jobs import queue as jobs
from data.jobs.queue import Progress, Result
from data.settings import Settings
from tests.conftest import MakeGame, MakeVoice
from tests.peers.terminal import Terminal
from tests.whole.test_processes import environment

OpenChat = Callable[..., Terminal]


@pytest.fixture
def open_chat(settings: Settings, make_voice: MakeVoice, tmp_path: Path) -> Iterator[OpenChat]:
    """`tweetlike bot` with a voice, in a terminal."""
    make_voice()
    opened: list[Terminal] = []

    def open_one(columns: int = 100, rows: int = 40, **variables: str) -> Terminal:
        facts = environment(settings) | {"TERM": "xterm-256color"} | variables
        opened.append(Terminal([sys.executable, "-m", "tweetlike", "bot"], facts, tmp_path, columns, rows))
        return opened[-1]

    yield open_one
    for chat in opened:
        chat.__exit__(None, None, None)


def frames(chat: Terminal) -> list[list[list[str]]]:
    """The answers on the screen, each from its upper to its lower edge, in cells."""
    found: list[list[list[str]]] = []
    for line in chat.cells:
        if line[0] == "╭":
            found.append([])
        if found and line[0] in "╭│╰":
            found[-1].append(line)
    return [frame for frame in found if frame and frame[-1][0] == "╰"]


@pytest.mark.parametrize(("columns", "rows"), [(60, 24), (100, 40), (120, 50)])
def test_every_answer_is_a_whole_frame_in_colour(open_chat: OpenChat, columns: int, rows: int) -> None:
    chat = open_chat(columns, rows)
    chat.wait(r"(?m)^› *$")
    for number, line in enumerate(("/tweetlike sample hum", "/again", "/again"), 1):
        chat.type(line)
        chat.wait(rf"(?s)(AI parody.*?╰─+╯.*?){{{number}}}\n› *$")
    whole = frames(chat)
    assert len(whole) == 3
    for frame in whole:
        assert frame[0][-1] == "╮"
        assert frame[-1][-1] == "╯"
        plain = [line for line in frame[1:-1] if "".join(line).strip("│").isascii()]  # of others, widths are disputed
        assert len(plain) > 5
        assert {line[-1] for line in plain} == {"│"}, "no edge is torn"
        text = "\n".join("".join(line) for line in frame)
        assert [int(n) for n in re.findall(r"│  (\d)  ", text)] == [1, 2, 3, 4, 5]
        assert "AI parody — not @sample's words" in text
    assert b"\x1b[34m" in chat.output, "the frame is blue"
    assert "?[" not in chat.text, "no escape code is printed as text"
    chat.type("/quit")
    assert chat.end() == 0


def test_every_other_screen_reads_well(open_chat: OpenChat) -> None:
    chat = open_chat(100, 40)
    chat.wait("Loading the model …")
    chat.wait(r"(?m)^› *$")
    for line, expected in {
        "/models": r"handle +live +versions +trained +bits/char +base",
        "/voices": r"1 voice: sample",
        "/status": r"1 voice, on CPU, up for .*\n *nobody in line",
        "/score sample": r"Version 1 of @sample has not been measured",
        "/tweetlike nobody hi": r"I don't know @nobody. Ask for @sample",
        "/more": r"(?m)^Like this: /more NUMBER$",
        "/more x": r"(?m)^Ask with /tweetlike first.$",
        "hello there": r"Commands begin with a slash. To ask: /tweetlike HANDLE HOW IT BEGINS",
        "/wat": r"/wat is none of my commands",
        "/help": r"(?s)Tweets.*/tweetlike HANDLE HOW IT BEGINS +five tweets.*Voices.*Accounts.*This bot.*/quit +leave",
    }.items():
        chat.type(line)
        chat.wait(expected)
    assert "?[" not in chat.text
    chat.resize(60, 40)
    chat.type("/tweetlike sample hum")
    chat.wait(r"(?s)AI parody.*╯.*\n› *$")
    assert frames(chat)[-1][0][59] == "╮", "drawn for the window as it is now"


def test_a_round_and_the_course_of_a_training_read_well(open_chat: OpenChat, make_game: MakeGame, db: Database) -> None:
    make_game()
    chat = open_chat(100, 40)
    chat.wait(r"(?m)^› *$")
    chat.type("/realorfake sample")
    chat.wait(r"Which one is real")
    chat.wait(r"(?m)^4  ")
    chat.type("/guess 2")
    chat.wait(r"Number \d is real. [01] of 1 found it.")
    chat.type("/retrain sample")
    chat.wait("Training @sample: waiting for the trainer.")
    job = jobs.claim(db, "trainer", now=time.time())
    assert job
    jobs.heartbeat(db, job, Progress("training", 30, 100, 0.6, 2.0, 3.91, 230.0, 65.0), now=time.time())
    chat.wait(r"Training @sample ▰+▱+ 30% · epoch 0.6 of 2 · loss 3.91 · 230 tokens/s")
    jobs.finish(db, job, "succeeded", Result("Version 2 is live.", 2, True), now=time.time())
    chat.wait("Training @sample: done. Version 2 is live.")
    assert "?[" not in chat.text


@pytest.mark.parametrize(
    "variables", [{"TERM": "dumb"}, {"NO_COLOR": "1"}], ids=["a dumb terminal", "no colours wanted"]
)
def test_without_colours_it_is_plain_text(open_chat: OpenChat, variables: dict[str, str]) -> None:
    chat = open_chat(80, 40, **variables)
    chat.wait("Type /help")
    chat.type("/tweetlike sample hum")
    chat.wait("AI parody")
    assert not re.search(rb"\x1b\[(?:1;)?3[0-7]m", bytes(chat.output)), "nothing is coloured"
    assert "?[" not in chat.text


def test_what_is_piped_is_plain_text(settings: Settings, make_voice: MakeVoice, tmp_path: Path) -> None:
    make_voice()
    command = [sys.executable, "-m", "tweetlike", "bot"]
    done = subprocess.run(
        command,
        input="/tweetlike sample hum\n/quit\n",
        env=environment(settings),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "AI parody — not @sample's words" in done.stdout.replace("\u2060", "")
    assert "\x1b" not in done.stdout + done.stderr
