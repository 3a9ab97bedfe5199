"""Who may know whom: the one way that imports go, and what a lean machine must be able to load."""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from bot.platforms.languages import explain_in
from data import errors
from data.texts import german
from data.texts.english import explain
from data.texts.sentence import Audience

ROOT = Path(__file__).parent.parent
ORDER = [
    "data.errors",
    "data.fonts",
    "data.tweet_images",
    "data.faults",
    "data.gpu",
    "data.settings",
    "data.settings_page",
    "data.platforms",
    "data.schedules",
    "data.quiet_hours",
    "data.texts",
    "data.storage",
    "data.logs",
    "data.accounts",
    "data.jobs",
    "data.tweets",
    "data.models",
    "data.sources.budget",
    "data.sources.circuit_breaker",
    "data.sources.files",
    "data.sources.networks",
    "data.sources.reading",
    "data.sources.reading_apart",
    "data.sources.downloads",
    "data.sources.importing",
    "data.chat",
    "data.maintenance",
    "data.command_line",
    "data.bases_command",
    "data.import_command",
    "data.commands",
    "bot.generation.fair_queue",
    "bot.generation.types",
    "bot.generation.flaws",
    "bot.generation.model",
    "bot.generation.batching",
    "bot.generation.gpu",
    "bot.generation.selection",
    "bot.generation.ticket",
    "bot.generation.worker",
    "bot.generation.engine",
    "bot.generation.tuning",
    "bot.generation.generator",
    "bot.service",
    "bot.platforms.languages",
    "bot.platforms.phrases",
    "bot.platforms.platform",
    "bot.platforms.console",
    "bot.platforms.discord",
    "bot.platforms.telegram",
    "bot.trainer_process",
    "bot.monitor",
    "bot.supervision",
    "bot.app",
    "bot.commands",
    "training.finetuning",
    "training.training_run",
    "training.refresh",
    "training.schedule",
    "training.evaluation",
    "training.publishing",
    "training.pipeline",
    "training.worker",
    "training.trainer",
    "training.commands",
]
"""Rooms from the ground up: each imports only from those before it."""

MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts): path
    for package in ("bot", "data", "training")
    for path in (ROOT / package).rglob("*.py")
    if path.name != "__init__.py" or path.parent.name == "errors"
}


def imports_of(path: Path) -> set[str]:
    """The modules of ours that a file imports, wherever it does; those for types alone, too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the direction"
            found |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def room_of(module: str) -> str:
    """The longest name in `ORDER` that the module is, or is inside of."""
    names = [name for name in ORDER if module == name or module.startswith(f"{name}.")]
    assert names, f"{module} has no place in the order"
    return max(names, key=len)


def wrong_ways(modules: dict[str, Path]) -> list[str]:
    """Imports of a later room, and of a package that may not be known at all."""
    wrong = []
    for module, path in modules.items():
        for name in imports_of(path) & modules.keys():
            here, there = room_of(module), room_of(name)
            strangers = {module.split(".")[0], name.split(".")[0]} == {"bot", "training"}
            allowed = module.startswith("training.") and name.startswith("bot.generation.")
            if ORDER.index(there) > ORDER.index(here) or (strangers and not allowed):
                wrong.append(f"{module} imports {name}")
    return wrong


def circle(modules: dict[str, Path]) -> list[str]:
    """Modules that import each other in a ring, the first that is found."""
    graph = {module: imports_of(path) & modules.keys() - {module} for module, path in modules.items()}
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        return list(error.args[1])
    return []


def test_imports_go_one_way() -> None:
    assert wrong_ways(MODULES) == []


def test_no_modules_import_each_other() -> None:
    assert circle(MODULES) == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("data.tweets.store", "from data.models.registry import Version"),
        ("data.accounts.handles", "import bot.app"),
        ("bot.service.turns", "from training.pipeline import train_account"),
        ("training.refresh", "from bot.service.turns import Asker"),
        ("bot.generation.types", "from bot.service import turns"),
    ],
)
def test_an_import_upwards_is_found(module: str, line: str, tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text(f"{MODULES[module].read_text()}\n{line}\n")
    [found] = wrong_ways(MODULES | {module: planted})
    assert found.startswith(f"{module} imports {line.split()[1]}")


def test_a_circle_is_found_even_where_it_is_for_types_alone(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    text = MODULES["bot.service.context"].read_text()
    planted.write_text(f"{text}\nif TYPE_CHECKING:\n    from bot.service.answers import Answers\n")
    found = circle(MODULES | {"bot.service.context": planted})
    assert {"bot.service.context", "bot.service.answers"} <= set(found)


def test_every_promise_names_tests_that_are_there() -> None:
    named = set(
        re.findall(r"`(test_\w+)`", (ROOT / "SECURITY.md").read_text() + (ROOT / "docs" / "attacks.md").read_text())
    )
    there = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^(?:async )?def (test_\w+)", path.read_text(), re.MULTILINE)
    }
    assert len(named) > 30
    assert named <= there, named - there


def test_every_benchmark_can_be_started() -> None:
    """They are run by hand, long after what they call has changed its name."""
    programs = {path.stem for path in (ROOT / "tests" / "benchmarks").glob("*.py")}
    helpers = {"__init__", "measuring", "peers"}
    assert helpers < programs
    for name in sorted(programs - helpers):
        assert callable(importlib.import_module(f"tests.benchmarks.{name}").main), name


def test_no_file_is_longer_than_one_idea() -> None:
    lengths = {module: len(path.read_text().splitlines()) for module, path in MODULES.items()}
    assert {module: lines for module, lines in lengths.items() if lines > 400} == {}


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
    assert sentence[-1] in ".?" or kind in (
        errors.UnreadableSource,
        errors.InvalidSettings,
        errors.BaseUnavailable,
        errors.GpuUnusable,
    )


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
    shown = functools.partial(explain_in, error=error, audience=audience)
    assert shown("de-AT").replace("\u2060", "") == (said or english)
    for language in ("en-GB", None, "xx"):
        assert shown(language).replace("\u2060", "") == english
    if said is not None:
        assert said != english
        assert said[-1] in ".?"
