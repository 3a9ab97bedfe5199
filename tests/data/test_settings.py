"""Settings are checked where they enter."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from data.errors import InvalidSettings
from data.models.recipes import RECIPES
from data.settings import ENV_FILE, RecipeName, Settings, load_settings
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
    known = {f"TWEETLIKE_{name.upper()}" for name in Settings.model_fields} | {"TWEETLIKE_ATPROTO", ENV_FILE}
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        if path.name == "CHANGELOG.md":
            continue
        named = set(re.findall(r"TWEETLIKE_[A-Z_]+[A-Z]", path.read_text()))
        assert named <= known, path.name


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"x_token": "secret-x", "x_url": "http://127.0.0.1:18099"}, "TWEETLIKE_X_URL"),
        ({"x_token": "secret-x", "x_url": "http://api.x.com"}, "TWEETLIKE_X_URL"),
        ({"x_token": "secret-x", "x_url": "https://api.x.com.evil.example"}, "TWEETLIKE_X_URL"),
        ({"x_token": "secret-x", "x_url": "https://notx.com"}, "TWEETLIKE_X_URL"),
        ({"x_token": "secret-x", "x_url": "https://api.x.com@evil.example"}, "TWEETLIKE_X_URL"),
        ({"hub_token": "secret-h", "hub_endpoint": "https://hub.example"}, "TWEETLIKE_HUB_ENDPOINT"),
    ],
)
def test_a_token_is_sent_to_those_it_is_for_alone(change: dict[str, str], named: str) -> None:
    with pytest.raises(InvalidSettings) as caught:
        load_settings(**change)
    assert caught.value.problems[0].startswith(f"{named}: ")
    assert "secret" not in str(caught.value.problems)
    assert "TWEETLIKE_TOKEN_HOSTS" in caught.value.problems[0]
    hosts = "127.0.0.1, API.x.com, api.x.com.evil.example notx.com,evil.example,hub.example"
    assert load_settings(**change, token_hosts=hosts).token_hosts, "unless that is meant"


def test_the_librarys_own_address_of_the_hub_is_held_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:18999")
    with pytest.raises(InvalidSettings, match="TOKEN_HOSTS"):
        load_settings(hub_token="t")
    assert load_settings(hub_token="t", token_hosts="127.0.0.1").hub_key() == "t"
    assert load_settings().hub_key() is None


@pytest.mark.parametrize(
    "change",
    [
        {"x_token": "t", "x_url": "https://api.x.com"},
        {"x_token": "t", "x_url": "https://api.twitter.com"},
        {"x_url": "http://127.0.0.1:1"},
        {"hub_token": "t"},
        {"hub_token": "t", "hub_endpoint": "https://huggingface.co"},
    ],
)
def test_their_own_hosts_and_addresses_without_a_token_are_as_before(change: dict[str, str]) -> None:
    settings = load_settings(**change)
    assert settings.x_url == change.get("x_url", "https://api.x.com")
    assert settings.hub_endpoint == change.get("hub_endpoint")
    assert settings.hub_key() == change.get("hub_token")
