"""A small stand-in for Discord: its HTTP interface and its gateway, as far as a bot with slash commands needs them.

It is strict where Discord is: the token, the 3 seconds, one callback an interaction, the limits of a message.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from aiohttp import WSMsgType, web

T = TypeVar("T")
Json = dict[str, Any]

TOKEN = "wire-test-token"
APPLICATION_ID, OWNER_ID, GUILD_ID, CHANNEL_ID, MEMBER_ID = "1001", "1002", "2001", "3001", "4001"
FIRST_RESPONSE_S = 3.0
PATIENCE_S = 20.0
MANAGE_GUILD = 1 << 5


def person(user_id: str, name: str, *, bot: bool = False) -> Json:
    return {"id": user_id, "username": name, "discriminator": "0", "global_name": None, "avatar": None, "bot": bot}


@dataclass(frozen=True)
class Call:
    """One HTTP request of the bot, when it came (monotonic seconds) and how it was answered."""

    method: str
    path: str
    body: Any
    query: dict[str, str]
    at: float
    status: int


@dataclass
class DiscordWire:
    """The server: what it heard is in `calls` (HTTP) and `frames` (path and gateway frame)."""

    calls: list[Call] = field(default_factory=list)
    frames: list[tuple[str, Json]] = field(default_factory=list)
    limit_next: dict[str, float] = field(default_factory=dict)  # path prefix: the 429's retry_after in seconds, once
    port: int = 0
    language: str = "en-US"  # of the member who gives commands
    messages: dict[str, Json] = field(default_factory=dict)  # what interactions were answered with, by token
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)
    _events: deque[Json] = field(default_factory=lambda: deque(maxlen=100))
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))  # of the session's events
    _socket: web.WebSocketResponse | None = None
    _asked_at: dict[str, float] = field(default_factory=dict)  # interactions without a callback, by id

    @asynccontextmanager
    async def running(self) -> AsyncIterator[DiscordWire]:
        app = web.Application()
        app.router.add_get("/{path:gateway|resume}", self._gateway)
        app.router.add_route("*", "/api/v10/{path:.*}", self._http)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            self.port = runner.addresses[0][1]
            yield self
        finally:
            await runner.cleanup()

    async def call(self, method: str, path: str, number: int = 1) -> Call:
        """Wait for the `number`-th request to a path that begins so."""
        return await self._until(
            lambda: [call for call in self.calls if call.method == method and call.path.startswith(path)][number - 1 :]
        )

    async def frame(self, op: int) -> tuple[str, Json]:
        """Wait for a gateway frame of the bot with this opcode."""
        return await self._until(lambda: [heard for heard in self.frames if heard[1]["op"] == op])

    async def dispatch(self, event: str, data: Json) -> None:
        """Send an event, or keep it for the session to be resumed while no gateway is open."""
        self._events.append({"op": 0, "t": event, "s": next(self._numbers), "d": data})
        if self._socket is not None:
            await self._socket.send_json(self._events[-1])

    async def slash(self, interaction_id: str, name: str, *, member_id: str = MEMBER_ID, **options: str) -> str:
        """A member without rights gives a command in a server that installed the bot; return the token."""
        given = [{"name": option, "type": 3, "value": value} for option, value in options.items()]
        data = {"id": "77", "name": name, "type": 1, "options": given}
        return await self._interact(interaction_id, member_id, {"type": 2, "data": data})

    async def press(self, interaction_id: str, custom_id: str, message: Json, *, member_id: str = MEMBER_ID) -> str:
        """A member presses a button under a message, as `answer_of` gives it; return the token."""
        data = {"custom_id": custom_id, "component_type": 2}
        return await self._interact(interaction_id, member_id, {"type": 3, "data": data, "message": message})

    async def answer_of(self, token: str) -> Json:
        """What an interaction was answered with, once it is."""
        await self.call("PATCH", f"webhooks/{APPLICATION_ID}/{token}")
        return self.messages[token]

    async def _interact(self, interaction_id: str, member_id: str, facts: Json) -> str:
        self._asked_at[interaction_id] = time.monotonic()
        member = {"user": person(member_id, "alice"), "roles": [], "joined_at": "2024-01-01T00:00:00+00:00"}
        flags = {"deaf": False, "mute": False, "flags": 0, "permissions": "0"}
        await self.dispatch(
            "INTERACTION_CREATE",
            {
                "id": interaction_id,
                "application_id": APPLICATION_ID,
                "version": 1,
                "token": f"token-{interaction_id}",
                **facts,
                "guild_id": GUILD_ID,
                "guild": {"id": GUILD_ID, "locale": "en-US", "features": []},
                "channel_id": CHANNEL_ID,
                "channel": {"id": CHANNEL_ID, "type": 0, "name": "general", "permissions": "0", "position": 0},
                "member": member | flags,
                "app_permissions": "0",
                "locale": self.language,
                "entitlements": [],
                "authorizing_integration_owners": {"0": GUILD_ID},
                "context": 0,
                "attachment_size_limit": 10_485_760,
            },
        )
        return f"token-{interaction_id}"

    async def ask_to_reconnect(self) -> None:
        """Opcode 7."""
        socket, self._socket = self._socket, None
        assert socket is not None
        await socket.send_json({"op": 7, "d": None})

    async def _until(self, heard: Callable[[], list[T]]) -> T:
        async with asyncio.timeout(PATIENCE_S), self._news:
            return (await self._news.wait_for(heard))[0]

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41_250}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            frame = message.json()
            if frame["op"] == 1:
                await socket.send_json({"op": 11})
            elif frame["d"]["token"] != TOKEN:
                await socket.close(code=4004)
            elif frame["op"] == 2:
                self._socket = socket
                await self.dispatch("READY", self._ready())
            elif frame["op"] == 6:
                for event in list(self._events):
                    if event["s"] > frame["d"]["seq"]:
                        await socket.send_json(event)
                self._socket = socket
                await self.dispatch("RESUMED", {})
            async with self._news:
                self.frames.append((request.path, frame))
                self._news.notify_all()
        return socket

    def _ready(self) -> Json:
        return {
            "v": 10,
            "user": person(APPLICATION_ID, "tweetlike", bot=True),
            "guilds": [],
            "session_id": "session-1",
            "shard": [0, 1],
            "resume_gateway_url": f"ws://127.0.0.1:{self.port}/resume",
            "application": {"id": APPLICATION_ID, "flags": 0},
        }

    async def _http(self, request: web.Request) -> web.Response:
        path = request.match_info["path"]
        body = await _body_of(request)
        status, answer = self._answer(request, path, body)
        async with self._news:
            self.calls.append(Call(request.method, path, body, dict(request.query), time.monotonic(), status))
            self._news.notify_all()
        headers = {"Content-Type": "application/json"}  # exactly: the client compares the whole value
        if status == 429:
            headers |= {"Via": "1.1 wire", "Retry-After": str(answer["retry_after"])}
        return web.Response(status=status, body=web.json_response(answer).body, headers=headers)

    def _answer(self, request: web.Request, path: str, body: Any) -> tuple[int, Any]:
        limited = next((prefix for prefix in self.limit_next if path.startswith(prefix)), None)
        if limited is not None:
            return 429, {"message": "slow", "retry_after": self.limit_next.pop(limited), "global": False}
        match request.method, path.split("/"):
            case "POST", ["interactions", interaction_id, _, "callback"]:
                return self._callback(interaction_id)
            case ("POST", ["webhooks", application_id, token]) | (
                "PATCH",
                ["webhooks", application_id, token, "messages", "@original"],
            ):
                status, answer = _message(application_id, token, body)
                if status == 200:
                    self.messages[token] = answer
                return status, answer
            case _ if request.headers.get("Authorization") != f"Bot {TOKEN}":
                return 401, {"code": 0, "message": "401: Unauthorized"}
            case "GET", ["users", "@me"]:
                return 200, person(APPLICATION_ID, "tweetlike", bot=True)
            case "GET", ["gateway", "bot"]:
                limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
                return 200, {
                    "url": f"ws://127.0.0.1:{self.port}/gateway",
                    "shards": 1,
                    "session_start_limit": limit,
                }
            case "GET", ["oauth2", "applications", "@me"]:
                return 200, _application()
            case "PUT", ["applications", application_id, "commands"] | [
                "applications",
                application_id,
                "guilds",
                _,
                "commands",
            ]:
                ids = {"application_id": application_id, "version": "1"}
                return 200, [command | ids | {"id": str(n)} for n, command in enumerate(body, 5001)]
        return 404, {"code": 0, "message": "404: Not Found"}

    def _callback(self, interaction_id: str) -> tuple[int, Json]:
        if interaction_id not in self._asked_at:
            return 400, {"code": 40060, "message": "Interaction has already been acknowledged."}
        if time.monotonic() - self._asked_at.pop(interaction_id) > FIRST_RESPONSE_S:
            return 404, {"code": 10062, "message": "Unknown interaction"}
        return 200, {"interaction": {"id": interaction_id, "type": 2, "response_message_id": "9001"}}


async def _body_of(request: web.Request) -> Any:
    """JSON, alone or beside files."""
    if not request.can_read_body:
        return None
    if request.content_type.startswith("multipart/"):
        form = await request.post()
        return json.loads(str(form["payload_json"]))
    return await request.json()


def _application() -> Json:
    return {
        "id": APPLICATION_ID,
        "name": "tweetlike",
        "icon": None,
        "description": "",
        "summary": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "team": None,
        "owner": person(OWNER_ID, "owner"),
    }


def _message(application_id: str, token: str, body: Json) -> tuple[int, Json]:
    embeds = body.get("embeds") or []
    too_long = len(body.get("content") or "") > 2000 or any(len(embed["description"]) > 4096 for embed in embeds)
    said = body.get("content") or embeds or body.get("attachments") or "components" in body
    if too_long or not said:
        return 400, {"code": 50035, "message": "Invalid Form Body"}
    return 200, {
        "id": "9001",
        "type": 20,
        "channel_id": CHANNEL_ID,
        "webhook_id": application_id,
        "author": person(application_id, "tweetlike", bot=True),
        "content": body.get("content") or "",
        "embeds": embeds,
        "attachments": [],
        "mentions": [],
        "mention_roles": [],
        "mention_everyone": False,
        "pinned": False,
        "tts": False,
        "timestamp": "2026-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "flags": body.get("flags") or 0,
        "components": body.get("components") or [],
    }
