"""`push`: the real hub client against a local hub."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlite_utils import Database

from data.errors import HubRefused, InvalidChoice
from data.models.bases import Base
from data.models.export import export_version
from data.models.hub import push_folder
from data.settings import Settings
from data.tweets.store import load_tweets
from tests.conftest import MakeVoice
from tests.peers.hub_api import TOKEN, Hub, hub


@pytest.fixture
def local_hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A hub that is spoken to over Git LFS: the newer Xet storage is a closed service, the hub takes both."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_XET", True)
    with hub() as server:
        yield server


@pytest.fixture
def hub_settings(settings: Settings, local_hub: Hub) -> Settings:
    return settings.model_copy(update={"hub_token": SecretStr(TOKEN), "hub_endpoint": local_hub.address})


def test_a_voice_is_uploaded_private_whole_and_without_a_tweet(
    db: Database, hub_settings: Settings, base: Base, make_voice: MakeVoice, local_hub: Hub
) -> None:
    account, version = make_voice()
    folder = hub_settings.home / "out"
    export_version(version, hub_settings.models_path(), base, folder)
    (folder / "tweets.jsonl").write_text("nothing but what belongs there is uploaded")
    address, private = push_folder(folder, "someone/voice", hub_settings, public=False, message="Version 1")
    assert private
    assert address == f"{local_hub.address}/someone/voice"
    repo = local_hub.repos["someone/voice"]
    assert repo["private"]
    assert {"README.md", "config.json", "model.safetensors", "tokenizer.json"} <= repo["files"].keys()
    assert "tweets.jsonl" not in repo["files"]
    for name, content in repo["files"].items():
        assert content == (folder / name).read_bytes()
    everything = b"".join(repo["files"].values())
    tweets = load_tweets(db, account.id)
    assert tweets
    assert not any(tweet.text.encode() in everything for tweet in tweets)
    assert local_hub.commits == ["Version 1"]
    (folder / "README.md").write_text("a new card")
    push_folder(folder, "someone/voice", hub_settings, public=False, message="Version 2")
    assert repo["files"]["README.md"] == b"a new card"


def test_a_public_repository_is_written_to_only_when_that_is_meant(
    hub_settings: Settings, local_hub: Hub, tmp_path: Path
) -> None:

    folder = tmp_path / "m"
    folder.mkdir()
    (folder / "README.md").write_text("card")
    local_hub.repos["someone/open"] = {"private": False, "files": {}}
    with pytest.raises(HubRefused, match="public"):
        push_folder(folder, "someone/open", hub_settings, public=False, message="m")
    assert local_hub.repos["someone/open"]["files"] == {}
    push_folder(folder, "someone/open", hub_settings, public=True, message="m")
    assert local_hub.repos["someone/open"]["files"] == {"README.md": b"card"}


def test_what_the_hub_refuses_says_what_to_do(hub_settings: Settings, local_hub: Hub, tmp_path: Path) -> None:

    from data.texts.english import explain

    folder = tmp_path
    with pytest.raises(InvalidChoice):
        push_folder(folder, "not a name!", hub_settings, public=False, message="m")
    wrong = hub_settings.model_copy(update={"hub_token": SecretStr("hf_wrong")})
    with pytest.raises(HubRefused) as caught:
        push_folder(folder, "someone/voice", wrong, public=False, message="m")
    assert "TWEETLIKE_HUB_TOKEN" in explain(caught.value)
    assert "hf_wrong" not in explain(caught.value)
    away = hub_settings.model_copy(update={"hub_endpoint": "http://127.0.0.1:9"})
    with pytest.raises(HubRefused, match="reached"):
        push_folder(folder, "someone/voice", away, public=False, message="m")
