"""Who may know whom: the one way that imports go, and what a lean machine must be able to load."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.platforms.languages import explain_in
from data import errors
from data.texts import german
from data.texts.english import explain

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
ERRORS = [kind for kind in KINDS if kind is not errors.TweetlikeError]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_has_a_sentence_for_people(kind: type[errors.TweetlikeError]) -> None:
    if kind is errors.TweetlikeError:
        with pytest.raises(TypeError):
            explain(kind())
        return
    annotations = getattr(kind, "__annotations__", {})
    sentence = explain(kind(*[EXAMPLES[annotation] for annotation in annotations.values()]))
    assert len(sentence) > 8
    assert "object at" not in sentence
    assert not sentence.endswith(" ")


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_in_german_each_error_is_a_german_sentence_or_the_english_one(kind: type[errors.TweetlikeError]) -> None:
    error = kind(*[EXAMPLES[annotation] for annotation in inspect.get_annotations(kind).values()])
    said, english = german.explain(error), explain(error)
    assert explain_in("de-AT", error) == (said or english)
    assert explain_in("en-GB", error) == explain_in(None, error) == explain_in("xx", error) == english
    if said is not None:
        assert said != english
        assert said[-1] in ".?"
