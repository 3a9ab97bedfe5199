"""Telegram's limits, kept chat by chat: what one chat has used up, or was told to wait for, holds up no other."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from aiolimiter import AsyncLimiter
from telegram.error import NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

OVERALL_PER_S = 30
GROUP_PER_MIN = 20
TYPING_NEEDS = 6  # calls that must be left for "typing" to be sent: answers come first
ATTEMPTS = 3
MAX_CHATS = 10_000  # remembered
Result = bool | dict[str, Any] | list[dict[str, Any]]


def _group_limiter() -> AsyncLimiter:
    return AsyncLimiter(GROUP_PER_MIN, 60)


@dataclass
class _Chat:
    limiter: AsyncLimiter | None  # a group's; a private chat has no such limit
    not_before: float = 0.0  # monotonic time up to which Telegram has asked this chat to wait
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class ChatLimiter(BaseRateLimiter[None]):
    """In front of each call: at most 30 a second in all and 20 a minute in a group; a "retry after" is waited for by
    its own chat alone. "Typing" is left out where calls are short."""

    def __init__(self) -> None:
        self._overall = AsyncLimiter(OVERALL_PER_S, 1)
        self._chats: OrderedDict[int | str, _Chat] = OrderedDict()
        self._closing = asyncio.Event()

    async def initialize(self) -> None:
        self._closing.clear()

    async def shutdown(self) -> None:
        self.close()

    def close(self) -> None:
        """Let whoever waits for a chat give up: the bot is stopping."""
        self._closing.set()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Result:
        """See the base class. Raises `RetryAfter` after three attempts, and `NetworkError` if the bot stops first."""
        if data.get("chat_id") is None:
            return await callback(*args, **kwargs)
        chat = self._chat(data["chat_id"])
        if endpoint == "sendChatAction" and not _has_room(chat):
            return True
        for attempt in range(1, ATTEMPTS + 1):
            await self._wait_for(chat)
            async with self._overall:
                try:
                    return await callback(*args, **kwargs)
                except RetryAfter as error:
                    seconds = error._retry_after.total_seconds()
                    chat.not_before = time.monotonic() + seconds + 0.1
                    if attempt == ATTEMPTS:
                        raise
        raise AssertionError("unreachable")

    def _chat(self, chat_id: int | str) -> _Chat:
        with suppress(ValueError):
            chat_id = int(chat_id)
        chat = self._chats.get(chat_id)
        if chat is None:
            group = isinstance(chat_id, str) or chat_id < 0
            chat = self._chats[chat_id] = _Chat(_group_limiter() if group else None)
        self._chats.move_to_end(chat_id)
        while len(self._chats) > MAX_CHATS:
            self._chats.popitem(last=False)
        return chat

    async def _wait_for(self, chat: _Chat) -> None:
        """Until this chat may be written to again."""
        async with chat.lock:  # in the order in which they came
            if (pause := chat.not_before - time.monotonic()) > 0:
                await self._unless_closing(asyncio.sleep(pause))
            if chat.limiter is not None:
                await self._unless_closing(chat.limiter.acquire())

    async def _unless_closing(self, waiting: Coroutine[Any, Any, None]) -> None:
        tasks = [asyncio.ensure_future(waiting), asyncio.ensure_future(self._closing.wait())]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
        if not tasks[0].done() or tasks[0].cancelled():
            raise NetworkError("the bot is stopping")


def _has_room(chat: _Chat) -> bool:
    free = chat.limiter is None or chat.limiter.has_capacity(TYPING_NEEDS)
    return free and not chat.lock.locked() and chat.not_before <= time.monotonic()
