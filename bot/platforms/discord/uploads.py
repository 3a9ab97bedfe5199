"""Files that people send on Discord: written to the disk as they come, and no more of them than is taken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import discord

from data.errors import UnreadableSource, UploadTooLarge

MAX_UPLOAD_BYTES = 500 << 20
CHUNK_BYTES = 1 << 20


async def save(attachment: discord.Attachment, path: Path) -> None:
    """Write it, a megabyte at a time: the library's own way holds all of it in memory.

    Raises `UploadTooLarge`, whatever size it is said to have, and `UnreadableSource`.
    """
    if attachment.size > MAX_UPLOAD_BYTES:
        raise UploadTooLarge(MAX_UPLOAD_BYTES)
    left = MAX_UPLOAD_BYTES
    try:
        with path.open("wb") as file:
            async for chunk in chunks(attachment.url):
                left -= len(chunk)
                if left < 0:
                    raise UploadTooLarge(MAX_UPLOAD_BYTES)
                await asyncio.to_thread(file.write, chunk)
    except (aiohttp.ClientError, TimeoutError) as error:
        raise UnreadableSource(path, "Discord did not give it to me whole. Send it again.") from error


async def chunks(url: str) -> AsyncIterator[bytes]:
    """What is there, in pieces."""
    async with aiohttp.ClientSession(raise_for_status=True) as session, session.get(url) as response:
        async for chunk in response.content.iter_chunked(CHUNK_BYTES):
            yield chunk
