"""The phrases of each language: none lacks one, and none is written anywhere else."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from bot.platforms.languages import ENGLISH, LANGUAGES
from bot.platforms.telegram.chat import ORDINARY
from data import errors
from data.texts.english import explain, explain_in_log
from data.texts.german_phrases import DESCRIPTIONS
from data.texts.phrases import Phrases
from tests.conftest import ROOT

SAME = {"score_title", "picture_of"}
"""Phrases that may read the same in another language."""


def templates(phrases: Phrases) -> dict[str, str]:
    """Every template by its name, those of pairs and tables, too."""
    found: dict[str, Any] = {}
    for field in fields(phrases):
        value = getattr(phrases, field.name)
        if isinstance(value, str):
            found[field.name] = value
        elif isinstance(value, tuple):
            found |= {f"{field.name} {number}": each for number, each in enumerate(value)}
        else:
            found |= {f"{field.name} {key}": each for key, each in value.items()}
    return found


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_phrase_has_words_and_the_same_places_to_fill(language: str) -> None:
    english, other = templates(ENGLISH), templates(LANGUAGES[language])
    assert english.keys() == other.keys()
    for name, template in other.items():
        assert template.strip(), name
        assert places(template) == places(english[name]), name


def test_nothing_was_left_in_english() -> None:
    english, german = templates(ENGLISH), templates(LANGUAGES["de"])
    same = {name for name in english if english[name] == german[name] and len(english[name].split()) > 2}
    assert same <= SAME


def test_every_description_of_a_command_is_in_german() -> None:
    """Discord's are in decorators, and are translated by their English."""
    described = set()
    for file in (ROOT / "bot/platforms/discord").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                keywords = node.keywords if called.endswith((".command", ".describe")) else []
                described |= {
                    str(each.value.value)
                    for each in keywords
                    if isinstance(each.value, ast.Constant) and each.arg != "name" and isinstance(each.value.value, str)
                }
    assert len(described) > 20
    assert described <= DESCRIPTIONS.keys()


LOGGED = {"info", "warning", "error", "require_admin", "require_operator", "allowed"}
"""Calls whose texts go to the log, or into an error, which has a sentence of its own."""


def sentences(file: Path) -> Iterator[str]:
    """Texts of several words in the code of a file, but not what developers and logs read."""
    tree = ast.parse(file.read_text())
    passed_over: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed_over.add(node.value)
        decorators = getattr(node, "decorator_list", [])
        called = ast.unparse(node.func).split(".")[-1] if isinstance(node, ast.Call) else ""
        logged = called in LOGGED
        if logged or isinstance(node, ast.Raise):
            passed_over |= set(ast.walk(node))
        for decorator in decorators:
            passed_over |= set(ast.walk(decorator))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in passed_over:
            words = [word for word in node.value.split() if word.strip(string.punctuation).isalpha()]
            if len(words) > 2:
                yield node.value


@pytest.mark.parametrize("platform", ["discord", "telegram"])
def test_no_sentence_is_written_beside_the_tables(platform: str) -> None:
    for_the_log = {text for pair in ORDINARY.items() for text in pair} | {"it does not let the bot in ("}
    written = {
        f"{file.name}: {text}"
        for file in (ROOT / "bot/platforms" / platform).glob("*.py")
        if file.name != "serving.py"  # what it says is for the operator's log
        for text in sentences(file)
        if text not in for_the_log
    }
    assert written == set()


def test_a_log_quotes_nothing_of_a_file_of_tweets() -> None:
    """It outlives what is forgotten."""
    for quoted in ("'I am secretly pregnant, do not tell'", '"I\'m secretly pregnant"'):
        error = errors.UnreadableSource(Path("drop.csv"), f"{quoted} is not a time.", "line 3")
        assert "pregnant" in explain(error)
        assert "pregnant" not in explain_in_log(error)
        assert "is not a time" in explain_in_log(error)
