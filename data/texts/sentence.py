"""What a table of sentences is made of: what happened, and for each kind of reader what to do about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from pathlib import Path
from typing import Any

from data.errors import TweetlikeError


class Audience(Enum):
    """Who reads, and so which commands are at hand."""

    MEMBER = "member"
    """A person in a chat."""
    OPERATOR = "operator"
    """One who looks after the bot, in a chat or in its console."""
    CLI = "shell"
    """One at the command line."""


Text = str | Callable[[Any], str]
"""A template in which `{e.name}` stands for a field of the error, or a function of the error."""


@dataclass(frozen=True)
class Sentence:
    """What happened, to everybody; then what a member, an operator and the command line can do.

    An operator reads what a member reads where nothing else is given, and the command line what an operator reads.
    """

    what: Text
    member: Text = ""
    operator: Text | None = None
    cli: Text | None = None

    def to(self, audience: Audience, error: TweetlikeError) -> str:
        """One or two plain sentences, without markup or control characters."""
        error = type(error)(*(_on_one_line(getattr(error, field.name)) for field in fields(error)))  # type: ignore[arg-type]
        advice = self.member
        if audience is not Audience.MEMBER and self.operator is not None:
            advice = self.operator
        if audience is Audience.CLI and self.cli is not None:
            advice = self.cli
        return " ".join(part for part in (_filled(self.what, error), _filled(advice, error)) if part)


_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What does something to a terminal or a log instead of being shown: control codes, line ends, turns of direction."""

Table = Mapping[type[TweetlikeError], Sentence]


def _filled(text: Text, error: TweetlikeError) -> str:
    return text.format(e=error) if isinstance(text, str) else text(error)


def one_line(text: str) -> str:
    """A text that does nothing to a terminal or a log but to be shown in it."""
    return _CONTROLS.sub("?", text.replace("\n", " ").replace("\t", " "))


def _on_one_line(value: object) -> object:
    """A part of a sentence as text: what a file calls itself clears no screen, and begins no line of a log."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, Path):
        return Path(str(_on_one_line(str(value))))
    return tuple(map(_on_one_line, value)) if isinstance(value, tuple) else value


def shortened(text: str) -> str:
    """What a person typed, quoted, as a part of a sentence."""
    return repr(text if len(text) <= 40 else text[:40] + "…")


def listed(names: tuple[str, ...], last: str) -> str:
    """ "a", "a or b", "a, b or c", with the word before the last one."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" {last} {names[-1]}"


def either(handles: tuple[str, ...], last: str) -> str:
    """As `listed`, of handles."""
    return listed(tuple(f"@{handle}" for handle in handles), last)


def printable(text: str, limit: int = 60) -> str:
    """A name or text from a file on its way to a terminal: no part of it is a control code."""
    return "".join(character if character.isprintable() else "?" for character in text[:limit])
