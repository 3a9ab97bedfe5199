"""Who may know whom: the one way that imports go, and what a lean machine must be able to load."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.platforms.languages import explain_in
from data import errors
from data.texts import german
from data.texts.english import explain
from data.texts.sentence import Audience

ROOT = Path(__file__).parent.parent
FORBIDDEN = {
    "data": ("bot", "training"),
    "bot/generation": ("bot.", "training"),
    "bot": ("training",),
    "training": ("bot.",),
}
ALLOWED = {"bot/generation": ("bot.generation",), "training": ("bot.generation",)}


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the direction"
            yield node.module or ""


@pytest.mark.parametrize("room", FORBIDDEN)
def test_imports_go_one_way(room: str) -> None:
    files = list((ROOT / room).rglob("*.py"))
    assert files
    for path in files:
        for name in imports_of(path):
            if name.startswith(ALLOWED.get(room, ("-",))):
                continue
            wrong = [f for f in FORBIDDEN[room] if name == f or name.startswith(f.rstrip(".") + ".")]
            assert not wrong, f"{path.relative_to(ROOT)} imports {name}"


def loaded_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


def test_generation_loads_where_there_is_only_torch_and_tokenizers() -> None:
    loaded = loaded_by("import bot.generation.generator")
    absent = {
        "discord",
        "telegram",
        "sqlite_utils",
        "apscheduler",
        "wandb",
        "pydantic",
        "peft",
        "transformers",
        "typer",
    }
    assert not loaded & absent


def test_help_loads_no_library_it_does_not_need() -> None:
    loaded = loaded_by("import tweetlike")
    assert not loaded & {
        "torch",
        "transformers",
        "discord",
        "telegram",
        "wandb",
        "sqlite_utils",
        "pydantic",
        "rich.live",
    }


def test_an_answer_on_the_command_line_loads_no_training_and_no_chat_library() -> None:
    loaded = loaded_by("import bot.app, bot.service.service, bot.platforms.console")
    absent = {
        "transformers",
        "peft",
        "wandb",
        "apscheduler",
        "discord",
        "telegram",
        "httpx",
        "bs4",
        "matplotlib",
        "PIL",
    }
    assert not loaded & absent


EXAMPLES: dict[str, object] = {
    "str": "x", "int": 3, "float": 1.5, "bool": True, "Path": Path("f"), "tuple[str, ...]": ("a", "b"), "int | None": 3,
}  # fmt: skip


KINDS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.TweetlikeError)]
FAMILIES = [errors.TweetlikeError, *errors.TweetlikeError.__subclasses__()]
ERRORS = [kind for kind in KINDS if kind not in FAMILIES]


def example(kind: type[errors.TweetlikeError]) -> errors.TweetlikeError:
    return kind(*[EXAMPLES[annotation] for annotation in inspect.get_annotations(kind).values()])


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_is_of_a_family_and_says_what_it_is(kind: type[errors.TweetlikeError]) -> None:
    assert kind in FAMILIES or kind.__base__ in FAMILIES[1:]
    assert kind.__doc__
    assert not kind.__doc__.startswith(f"{kind.__name__}("), "a docstring of its own"


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_every_error_has_a_sentence_for_everybody(kind: type[errors.TweetlikeError], audience: Audience) -> None:
    sentence = explain(example(kind), audience)
    assert len(sentence) > 8
    assert "object at" not in sentence
    assert sentence == sentence.strip()
    assert "  " not in sentence
    assert sentence[-1] in ".?" or kind in (errors.UnreadableSource, errors.InvalidSettings, errors.BaseUnavailable)


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_a_chat_is_told_no_command_of_a_shell_and_a_shell_none_of_a_chat(kind: type[errors.TweetlikeError]) -> None:
    """What an operator does where the bot runs is said so ("where I run"); a member is told none of it."""
    for_members = explain(example(kind), Audience.MEMBER)
    assert "TWEETLIKE_" not in for_members or kind in STARTING
    if re.search("(?<!/)tweetlike ", for_members):
        assert "operator" in for_members or "machine I run on" in for_members or kind in STARTING
    for_shells = explain(example(kind), Audience.CLI)
    for command in ("/retrain", "/models", "/import", "/forget"):
        assert command not in for_shells


STARTING = {errors.InvalidSettings, errors.TokenRefused, errors.DatabaseTooNew, errors.PortTaken}
"""Met before any chat is."""


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_in_german_each_error_is_a_german_sentence_or_the_english_one(
    kind: type[errors.TweetlikeError], audience: Audience
) -> None:
    error = example(kind)
    said, english = german.explain(error, audience), explain(error, audience)
    assert explain_in("de-AT", error, audience) == (said or english)
    for language in ("en-GB", None, "xx"):
        assert explain_in(language, error, audience) == english
    if said is not None:
        assert said != english
        assert said[-1] in ".?"
