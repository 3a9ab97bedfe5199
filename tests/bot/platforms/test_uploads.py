"""Files that are sent on Discord, from a server that sends what it likes."""

from __future__ import annotations

import tracemalloc
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.platforms.discord import uploads
from data.errors import UnreadableSource, UploadTooLarge
from data.texts.english import explain

MB = 1 << 20


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    """Sends as many megabytes as the path says."""

    async def send(request: web.Request) -> web.StreamResponse:
        if request.match_info["megabytes"] == "0":
            raise web.HTTPNotFound
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(int(request.match_info["megabytes"])):
            await response.write(b"x" * MB)
        return response

    app = web.Application()
    app.router.add_get("/{megabytes}", send)
    async with TestServer(app) as running:
        yield running


def attachment(server: TestServer, megabytes: int, *, says: int) -> discord.Attachment:
    data: Any = {"id": "1", "filename": "a.zip", "size": says, "url": str(server.make_url(f"/{megabytes}"))}
    return discord.Attachment(data=data | {"proxy_url": data["url"]}, state=SimpleNamespace(http=None))  # type: ignore[arg-type]


async def test_a_large_file_is_never_whole_in_memory(server: TestServer, tmp_path: Path) -> None:
    """The library read all of it before it wrote any: 500 MB, on the thread of the event loop."""
    tracemalloc.start()
    await uploads.save(attachment(server, 60, says=60 * MB), tmp_path / "a.zip")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (tmp_path / "a.zip").stat().st_size == 60 * MB
    assert peak < 15 * MB


@pytest.mark.parametrize("says", [1, 4 * MB])
async def test_a_file_that_is_larger_than_taken_is_refused_whatever_it_says(
    server: TestServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: int
) -> None:
    monkeypatch.setattr(uploads, "MAX_UPLOAD_BYTES", 2 * MB)
    with pytest.raises(UploadTooLarge):
        await uploads.save(attachment(server, 4, says=says), tmp_path / "a.zip")
    path = tmp_path / "a.zip"
    assert not path.exists() or path.stat().st_size <= 2 * MB


async def test_a_file_that_is_gone_is_said_to_be(server: TestServer, tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource) as caught:
        await uploads.save(attachment(server, 0, says=1), tmp_path / "a.zip")
    assert "Send it again" in explain(caught.value)
