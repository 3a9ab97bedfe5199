"""Settings are checked where they enter."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from data.errors import InvalidSettings
from data.models.recipes import RECIPES
from data.settings import RecipeName, Settings, load_settings
from data.settings_page import settings_page
from tests.conftest import ROOT

WRONG = {
    "RECIPE": ["nonsense", ""],
    "REFRESH_EVERY": ["often", "0m", "6 o'clock", "* * * *"],
    "QUIET_HOURS": ["x", "22:00", "22:00-22:00", "25:00-07:00"],
    "TELEGRAM_WEBHOOK_URL": ["not a url", "http://example.org/hook", "https://", "example.org"],
    "X_URL": ["api.x.com", "ftp://api.x.com"],
    "MASTODON_URL": ["{host}"],
    "HUB_ENDPOINT": ["hub"],
}
RIGHT = {
    "RECIPE": ["full", "huggingtweets"],
    "REFRESH_EVERY": ["30m", "2d", "off", "0 */6 * * *"],
    "QUIET_HOURS": ["", "22:00-07:00"],
    "TELEGRAM_WEBHOOK_URL": ["https://example.org/hook"],
    "MASTODON_URL": ["https://{host}", "http://127.0.0.1:8080"],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_setting_that_cannot_be_is_named_at_the_start(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"TWEETLIKE_{name}", value)
    with pytest.raises(InvalidSettings) as refused:
        load_settings()
    [problem] = refused.value.problems
    assert problem.startswith(f"TWEETLIKE_{name}: ")


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in RIGHT.items() for value in values])
def test_a_setting_that_can_be_is_taken_as_it_is(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"TWEETLIKE_{name}", value)
    assert getattr(load_settings(), name.lower()) == value


def test_the_recipes_that_may_be_set_are_those_that_there_are() -> None:
    assert set(get_args(RecipeName)) == set(RECIPES)


def test_every_setting_is_described() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_the_page_of_settings_is_what_they_are() -> None:
    """`python -m data.settings_page > docs/settings.md` makes it."""
    assert (ROOT / "docs" / "settings.md").read_text() == settings_page()


def test_every_setting_that_a_document_names_is_one() -> None:
    known = {f"TWEETLIKE_{name.upper()}" for name in Settings.model_fields} | {"TWEETLIKE_ATPROTO"}
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        if path.name == "CHANGELOG.md":
            continue
        named = set(re.findall(r"TWEETLIKE_[A-Z_]+[A-Z]", path.read_text()))
        assert named <= known, path.name
