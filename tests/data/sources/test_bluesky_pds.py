"""Bluesky's own server: a real personal data server from npm, with a real account whose posts come and go."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlite_utils import Database

from data.accounts.handles import parse_handle
from data.errors import AccountUnavailable
from data.settings import Settings
from data.sources.downloads import Downloaded, begin, download, open_source
from data.tweets.store import load_tweets

FOLDER = Path(os.environ.get("TWEETLIKE_ATPROTO", ""))
NODE = shutil.which("node")
pytestmark = [
    pytest.mark.skipif(NODE is None, reason="Node is not installed"),
    pytest.mark.skipif(
        not (FOLDER / "node_modules" / "@atproto" / "dev-env").is_dir(),
        reason="TWEETLIKE_ATPROTO names no folder with @atproto/dev-env; see CONTRIBUTING.md",
    ),
]
HANDLE = "vendo.test"
SERVER = """
import { TestNetworkNoAppView } from '@atproto/dev-env'
const network = await TestNetworkNoAppView.create({ dbPostgresSchema: 'tweetlike' })
console.log('at ' + network.pds.url)
process.stdin.on('end', async () => { await network.close(); process.exit(0) }).resume()
"""


class Server:
    """The account's own hand on the server: it posts and deletes."""

    def __init__(self, url: str) -> None:
        self.url = url
        person = {"handle": HANDLE, "email": "vendo@floor3.example", "password": "hum-hum-hum"}
        made = httpx.post(f"{url}/xrpc/com.atproto.server.createAccount", json=person).raise_for_status().json()
        self.did: str = made["did"]
        self._headers = {"Authorization": f"Bearer {made['accessJwt']}"}
        self._keys: list[str] = []

    def _call(self, method: str, body: dict[str, Any]) -> dict[str, Any]:
        url = f"{self.url}/xrpc/com.atproto.repo.{method}"
        common = {"repo": self.did, "collection": "app.bsky.feed.post"}
        answer = httpx.post(url, json=common | body, headers=self._headers)
        found: dict[str, Any] = answer.raise_for_status().json()
        return found

    def post(self, text: str) -> None:
        record = {"$type": "app.bsky.feed.post", "text": text, "createdAt": datetime.now(UTC).isoformat()}
        self._keys.append(self._call("createRecord", {"record": record})["uri"].rpartition("/")[2])

    def delete(self, number: int) -> None:
        self._call("deleteRecord", {"rkey": self._keys[number]})


@pytest.fixture
def server() -> Iterator[Server]:
    script = FOLDER / "tweetlike-test.mjs"
    script.write_text(SERVER)
    assert NODE
    process = subprocess.Popen(
        [NODE, script.name], cwd=FOLDER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin
    assert process.stdout
    line = next(line for line in process.stdout if line.startswith("at "))
    yield Server(line.removeprefix("at ").strip())
    process.stdin.close()
    process.wait(20)
    script.unlink()


def test_posts_of_a_real_data_server_are_downloaded_incrementally_and_deleted_ones_dropped(
    settings: Settings, db: Database, server: Server
) -> None:
    settings = settings.model_copy(update={"bluesky_url": server.url})
    for number in range(130):
        server.post(f"number {number} hums to the moon 🌙")
    handle = parse_handle(HANDLE)
    with open_source(db, settings, handle, clock=time.time, report=lambda: None) as source:
        profile = source.find(HANDLE)
        with pytest.raises(AccountUnavailable):
            source.find("nobody.test")
    assert profile.id == server.did
    account = begin(db, HANDLE, profile, now=time.time())
    assert download(db, settings, account, clock=time.time) == Downloaded(130, 0)
    tweets = load_tweets(db, account.id)
    assert tweets[0].text == "number 0 hums to the moon 🌙"
    assert abs((tweets[-1].created_at or 0) - time.time()) < 120
    server.post("one more hum")
    server.delete(100)
    assert download(db, settings, account, clock=time.time) == Downloaded(1, 0)
    tomorrow = [download(db, settings, account, clock=lambda: time.time() + 86400).gone for _ in range(2)]
    assert sum(tomorrow) == 1
    texts = [tweet.text for tweet in load_tweets(db, account.id)]
    assert "number 100 hums to the moon 🌙" not in texts
    assert len(texts) == 130
