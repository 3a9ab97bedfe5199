"""A local stand-in for Telegram's Bot API: real HTTP, real shapes, real error texts, and stricter than the real one.

Its rules for markup and links are those of TDLib, its errors those of the Bot API server. Where Telegram lets a
mistake pass (a bare `&`, a parameter that no method has, a thread that is no topic), it refuses. What it refuses
of its own accord is kept in `refusals`, so that a test can say that a bot never asked for anything wrong.
"""

from __future__ import annotations

import asyncio
import io
import itertools
import json
import re
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

import regex
from aiohttp import web
from PIL import Image

T = TypeVar("T")
Params = dict[str, Any]

BOT_ID = 7_000_001
TOKEN = f"{BOT_ID}:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
BOT = {"id": BOT_ID, "is_bot": True, "first_name": "Tweetlike", "username": "tweetlike_test_bot"}
CAPTION_UNITS = 1024
MESSAGE_UNITS = 4096  # UTF-16 code units after parsing
OLDEST_QUERY_S = 60.0
MAX_POLL_S = 2.0


class Refused(Exception):
    """An answer that is not ok, with the parameters that Telegram adds to some (`retry_after`, …)."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(text: str) -> Refused:
    return Refused(400, f"Bad Request: {text}")


def too_many_requests(retry_after_s: int) -> Refused:
    return Refused(429, f"Too Many Requests: retry after {retry_after_s}", retry_after=retry_after_s)


# --- text: markup, and what Telegram makes a link of without being asked ---


@dataclass(frozen=True)
class Entity:
    """A marked-up stretch of a text; offset and length in UTF-16 code units."""

    type: str
    offset: int
    length: int
    url: str | None = None

    def to_json(self) -> dict[str, Any]:
        shape = {"type": self.type, "offset": self.offset, "length": self.length}
        return shape | ({"url": self.url} if self.url else {})


_TAGS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}
_MARKUP = regex.compile(r"<(/?)([^\s>]*)([^>]*)(>?)|&(?:(lt|gt|amp|quot)|#(\d+)|#x([0-9a-fA-F]+));|&")
_ATTRIBUTES = regex.compile(r"""(?:\s+([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'))*\s*""")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_DROPPED = regex.compile(r"[\r\u2028-\u202e\u030a\u0333\u033f]")
_TO_SPACE = regex.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")


def units(text: str) -> int:
    """Length in UTF-16 code units. Raises `UnicodeEncodeError` for a lone surrogate."""
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The text that people see, cleaned and trimmed as Telegram does, and its entities. Raises `Refused`."""
    text = ""
    entities: list[Entity] = []
    nested: list[tuple[str, int, str | None]] = []
    end = 0
    for match in _MARKUP.finditer(source):
        text += _clean(source[end : match.start()])
        end = match.end()
        at = f"at byte offset {len(source[: match.start()].encode())}"
        closing, name, rest, bracket, named, decimal, hexadecimal = match.groups()
        if match[0][0] == "&":
            text += _clean(_character(named, decimal, hexadecimal, at))
        elif not bracket:
            raise _unparsable(f"Unclosed {'end' if closing else 'start'} tag {at}")
        elif closing:
            if not nested:
                raise _unparsable(f"Unexpected end tag {at}")
            opened, offset, url = nested.pop()
            if name.lower() != opened:
                raise _unparsable(f'Unmatched end tag {at}, expected "</{opened}>", found "</{name.lower()}>"')
            if units(text) > offset:
                entities.append(Entity(_TAGS[opened], offset, units(text) - offset, url))
        elif name.lower() not in _TAGS:
            raise _unparsable(f'Unsupported start tag "{name.lower()}" {at}')
        elif not (attributes := _ATTRIBUTES.fullmatch(rest)):
            raise _unparsable(f'Expected equal sign in declaration of an attribute of the tag "{name.lower()}" {at}')
        else:
            url = (attributes[2] or attributes[3]) if attributes[1] == "href" else None
            nested.append((name.lower(), units(text), url))
    text += _clean(source[end:])
    if nested:
        raise _unparsable(f"Can't find end tag corresponding to start tag {nested[-1][0]}")
    return _trim(text, sorted(entities, key=lambda entity: (entity.offset, -entity.length)))


def _unparsable(reason: str) -> Refused:
    return bad_request(f"can't parse entities: {reason}")


def _clean(text: str) -> str:
    return _TO_SPACE.sub(" ", _DROPPED.sub("", text))


def _character(named: str | None, decimal: str | None, hexadecimal: str | None, at: str) -> str:
    if named:
        return _NAMED[named]
    code = int(decimal) if decimal else int(hexadecimal or "0", 16)
    if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF:
        return chr(code)
    raise _unparsable(f"Bare ampersand {at}")  # Telegram shows it as it is; whoever sent it forgot to escape


def _trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    lead = units(text) - units(text.lstrip())
    trimmed = text.strip()
    kept = []
    for entity in entities:
        begin = max(entity.offset - lead, 0)
        length = min(entity.offset + entity.length - lead, units(trimmed)) - begin
        if length > 0:
            kept.append(Entity(entity.type, begin, length, entity.url))
    return trimmed, kept


_WORD = r"[\p{L}\p{N}_]"
_MENTION = regex.compile(rf"(?<!{_WORD})@[A-Za-z0-9_]{{2,32}}(?!{_WORD})")
_COMMAND = regex.compile(rf"(?<!{_WORD}|[/<>])/[A-Za-z0-9_]{{1,64}}(?:@[A-Za-z0-9_]{{3,32}})?(?!{_WORD}|[/<>])")
_APP_LINK = regex.compile(r"(?i)(?:tonsite|ton|tg)://[a-z0-9_-]+")
_HOST = regex.compile(
    r"(?V1)(?:[A-Za-z0-9_.~\-\u200c\u200d\u2010-\u2015]|[[\u00c0-\U0010ffff]--[\p{Z}\u2000-\u206f]])+"
)
_PROTOCOL = regex.compile(r"(?i)(?:https?|ftp)://$")
_OCTET = regex.compile(r"0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5]")
_TOP_LEVEL = regex.compile(r"[\p{L}\p{M}]{2,}|xn--[A-Za-z0-9]{2,}")


def links_in(text: str, entities: Iterable[Entity] = ()) -> list[str]:
    """What Telegram would turn into a mention, a command or a link by itself, but for code, where it does not.

    Any two letters count as a top-level domain: Telegram knows a list, but the list grows.
    """
    spans = [match.span() for pattern in (_MENTION, _COMMAND, _APP_LINK) for match in pattern.finditer(text)]
    spans += [match.span() for match in _HOST.finditer(text) if _is_address(text[: match.start()], match[0])]
    code = [(entity.offset, entity.offset + entity.length) for entity in entities if entity.type in ("code", "pre")]
    return [
        text[begin:end]
        for begin, end in sorted(spans)
        if not any(first < units(text[:end]) and units(text[:begin]) < last for first, last in code)
    ]


def _is_address(before: str, host: str) -> bool:
    parts = host.rstrip(".").split(".")
    protocol = bool(_PROTOCOL.search(before))
    if not protocol and regex.search(rf"(?:{_WORD}|[/#])$", before):
        return False
    if len(parts) < 2 or any(not part or len(part.encode()) > 63 or part.endswith("-") for part in parts):
        return False
    if len(parts) == 4 and all(_OCTET.fullmatch(part) for part in parts):
        return True
    if "_" in parts[-2] or all(part.isdigit() for part in parts):
        return False
    unknown_but_explicit = protocol and len(parts[-1]) > 1 and not {"_", "-"} & set(parts[-1])
    return unknown_but_explicit or bool(_TOP_LEVEL.fullmatch(parts[-1]))


# --- who is there and what was said ---


@dataclass(frozen=True)
class User:
    id: int
    first_name: str
    language: str | None = None

    def to_json(self) -> dict[str, Any]:
        language = {"language_code": self.language} if self.language else {}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name, **language}


@dataclass
class Message:
    """A message and all that was done to it. `texts` holds every text it had, the newest last."""

    chat: Chat
    message_id: int
    sender: dict[str, Any]
    texts: list[str]
    entities: list[Entity] = field(default_factory=list)
    source: str = ""  # as the bot sent it
    reply_to: int | None = None
    thread_id: int | None = None
    is_topic: bool = False
    photo: bytes = b""
    document: tuple[str, bytes] | None = None  # name and content
    buttons: list[list[dict[str, str]]] = field(default_factory=list)
    asks_reply: bool = False
    date: int = field(default_factory=lambda: int(time.time()))

    @property
    def text(self) -> str:
        return self.texts[-1]

    @property
    def by_bot(self) -> bool:
        return bool(self.sender["id"] == BOT_ID)

    def links(self) -> list[str]:
        return links_in(self.text, self.entities)

    def to_json(self) -> dict[str, Any]:
        shape: dict[str, Any] = {
            "message_id": self.message_id,
            "from": self.sender,
            "chat": self.chat.to_json(),
            "date": self.date,
            "caption" if self.photo or self.document else "text": self.text,
        }
        if self.document:
            name, content = self.document
            key = f"d{self.message_id}"
            shape["document"] = {
                "file_id": key,
                "file_unique_id": key,
                "file_name": name,
                "file_size": len(content),
            }
        if self.photo:
            size = {"file_id": "p", "file_unique_id": "p", "width": 1120, "height": 480}
            shape["photo"] = [size]
        if self.entities:
            shape["caption_entities" if self.photo or self.document else "entities"] = [
                entity.to_json() for entity in self.entities
            ]
        if len(self.texts) > 1:
            shape["edit_date"] = int(time.time())
        if self.thread_id is not None:
            shape["message_thread_id"] = self.thread_id
        if self.is_topic:
            shape["is_topic_message"] = True
        if self.buttons:
            shape["reply_markup"] = {"inline_keyboard": self.buttons}
        if self.reply_to is not None:
            shape["reply_to_message"] = self.chat.messages[self.reply_to].to_json()
        return shape


@dataclass
class Chat:
    id: int
    type: str  # "private", "group" or "supergroup"
    title: str
    topics: tuple[int, ...] = ()  # message_thread_ids; a forum where there are any
    members: dict[int, str] = field(default_factory=dict)  # user id → status
    messages: dict[int, Message] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        name = "first_name" if self.type == "private" else "title"
        return {"id": self.id, "type": self.type, name: self.title} | ({"is_forum": True} if self.topics else {})


@dataclass(frozen=True)
class Call:
    """A request as it came, with numbers and JSON decoded, and the error it was answered with."""

    method: str
    params: Params
    error: str | None


_RIGHTS = [
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
]
_MEMBER_FIELDS: dict[str, dict[str, Any]] = {
    "creator": {"is_anonymous": False},
    "administrator": {"can_be_edited": False, **dict.fromkeys(_RIGHTS, False)},
    "member": {},
    "left": {},
    "kicked": {"until_date": 0},
}
_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_CHAT_SCOPES = {"chat", "chat_administrators"}
MENU_OF_A_STRANGER = ("setMyCommands", "Bad Request: chat not found")  # of one who has not met the bot yet
_ACTIONS = {"typing", "upload_photo", "record_video", "upload_document", "choose_sticker", "find_location"}


def _boolean(value: str) -> bool:
    return value.lower() in ("true", "1")


_NEW_TEXT: dict[str, Callable[[str], Any]] = {
    "chat_id": int,
    "text": str,
    "parse_mode": str,
    "link_preview_options": json.loads,
    "reply_markup": json.loads,
}
_PARAMETERS: dict[str, dict[str, Callable[[str], Any]]] = {
    "getMe": {},
    "deleteWebhook": {"drop_pending_updates": _boolean},
    "setMyCommands": {"commands": json.loads, "scope": json.loads, "language_code": str},
    "getUpdates": {"offset": int, "limit": int, "timeout": int, "allowed_updates": json.loads},
    "sendMessage": {
        **_NEW_TEXT,
        "message_thread_id": int,
        "reply_parameters": json.loads,
        "disable_notification": _boolean,
    },
    "sendPhoto": {
        "chat_id": int,
        "photo": lambda upload: upload.file.read(),
        "caption": str,
        "parse_mode": str,
        "message_thread_id": int,
        "reply_parameters": json.loads,
    },
    "editMessageText": {**_NEW_TEXT, "message_id": int, "inline_message_id": str},
    "editMessageReplyMarkup": {
        "chat_id": int,
        "message_id": int,
        "inline_message_id": str,
        "reply_markup": json.loads,
        "parse_mode": str,
    },
    "answerCallbackQuery": {"callback_query_id": str, "text": str, "show_alert": _boolean},
    "sendChatAction": {"chat_id": int, "message_thread_id": int, "action": str},
    "getChatMember": {"chat_id": int, "user_id": int},
    "getFile": {"file_id": str},
    "setWebhook": {
        "url": str,
        "max_connections": int,
        "allowed_updates": json.loads,
        "drop_pending_updates": _boolean,
        "secret_token": str,
    },
    "answerInlineQuery": {
        "inline_query_id": str,
        "results": json.loads,
        "cache_time": int,
        "is_personal": _boolean,
        "next_offset": str,
        "button": json.loads,
    },
}


class TelegramApi:
    """The server, the chats on it and everything that happened there. `async with TelegramApi() as api:`."""

    def __init__(self) -> None:
        self._queries: dict[str, float] = {}  # when each was asked
        self.calls: list[Call] = []
        self.refusals: list[str] = []  # of its own accord, not those that a test asked for
        self.menus: dict[str, dict[str, str]] = {}  # scope → command → description
        self.chats: dict[int, Chat] = {}
        self.webhook: Params = {}  # as the bot has set it
        self.inline_results: list[dict[str, Any]] = []  # of the newest inline query
        self.inline_button: dict[str, Any] = {}  # above the results
        self.inline_messages: dict[str, str] = {}  # what they say now, by inline message id
        self.inline_keyboards: dict[str, list[list[dict[str, str]]]] = {}
        self._users: dict[int, User] = {}
        self._updates: list[dict[str, Any]] = []
        self._allowed: list[str] = []
        self._poll: object | None = None
        self._ids = itertools.count(100)
        self._scripted: dict[str, deque[Refused]] = defaultdict(deque)
        self._gates: dict[str, asyncio.Event] = {}
        self._quiet_until: dict[str, float] = {}
        self._changed = asyncio.Event()
        self._closing = False
        self._runner: web.AppRunner | None = None
        self.base_url = ""

    async def __aenter__(self) -> TelegramApi:
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get(f"/file/bot{TOKEN}/documents/{{key}}", self._download)
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=1.0, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.base_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/bot"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._closing = True
        for gate in self._gates.values():
            gate.set()
        self._notify()
        assert self._runner is not None
        await self._runner.cleanup()

    # --- what a test sets up ---

    def private_chat(self, user: User) -> Chat:
        self._users[user.id] = user
        return self.chats.setdefault(user.id, Chat(user.id, "private", user.first_name))

    def group(self, title: str, members: dict[User, str], topics: Iterable[int] = ()) -> Chat:
        """A supergroup, a forum if it has topics. Statuses: "creator", "administrator", "member", "left", "kicked"."""
        self._users |= {user.id: user for user in members}
        statuses = {user.id: status for user, status in members.items()}
        chat = Chat(-1_000_000_000_000 - next(self._ids), "supergroup", title, tuple(topics), statuses)
        self.chats[chat.id] = chat
        return chat

    def say(
        self,
        chat: Chat,
        user: User,
        text: str,
        *,
        topic: int | None = None,
        replying_to: int | None = None,
        document: tuple[str, bytes] | None = None,
    ) -> int:
        """A person's message, as an update. A reply outside of a topic carries the id of its chain of replies."""
        commands = [
            Entity("bot_command", units(text[: match.start()]), units(match[0])) for match in _COMMAND.finditer(text)
        ]
        thread_id = topic if topic is not None else replying_to
        message = self._post(chat, user.to_json(), text, commands, replying_to, thread_id, topic is not None)
        message.document = document
        self.push({"message": message.to_json()})
        return message.message_id

    def ask(self, age_s: float = 0.0) -> str:
        """The id of a query that may be answered."""
        query_id = str(next(self._ids))
        self._queries[query_id] = time.monotonic() - age_s
        return query_id

    def press(self, message: Message, user: User, label: str, *, age_s: float = 0.0) -> str:
        """A person presses a button; the id of the query. Queries of a certain age can no longer be answered."""
        [data] = [button["callback_data"] for row in message.buttons for button in row if label in button["text"]]
        return self.press_data(message, user, data, age_s=age_s)

    def press_data(self, message: Message, user: User, data: str, *, age_s: float = 0.0) -> str:
        """What a client can send, button or none."""
        query_id = self.ask(age_s)
        query = {"id": query_id, "from": user.to_json(), "chat_instance": str(message.chat.id), "data": data}
        self.push({"callback_query": {**query, "message": message.to_json()}})
        return query_id

    def type_inline(self, user: User, text: str, *, age_s: float = 0.0) -> None:
        """A person types the bot's name and this, in any chat."""
        self._users[user.id] = user
        query = {"id": self.ask(age_s), "from": user.to_json(), "query": text, "offset": ""}
        self.push({"inline_query": query})

    def choose_inline(self, user: User, result: dict[str, Any], text: str, message_id: str) -> None:
        """A person sends one of the results, and the bot is told of it."""
        chosen = {"result_id": result["id"], "from": user.to_json(), "query": text, "inline_message_id": message_id}
        self.push({"chosen_inline_result": chosen})

    def press_inline(self, user: User, result: dict[str, Any], message_id: str, label: str = "Write") -> str:
        """A person presses a button under a result that was sent, or under what it has become."""
        rows = self.inline_keyboards.get(message_id) or result["reply_markup"]["inline_keyboard"]
        [button] = [button for row in rows for button in row if label in button["text"]]
        query_id = self.ask()
        query = {"id": query_id, "from": user.to_json(), "chat_instance": "1", "data": button["callback_data"]}
        self.push({"callback_query": {**query, "inline_message_id": message_id}})
        return query_id

    def push(self, update: dict[str, Any]) -> int:
        """Any update; its id."""
        update_id = next(self._ids)
        self._updates.append({"update_id": update_id, **update})
        self._notify()
        return update_id

    def delete(self, message: Message) -> None:
        """What a person does to a message."""
        del message.chat.messages[message.message_id]

    def fail(self, method: str, *refusals: Refused) -> None:
        """Answer the next calls of a method so. After a 429 whoever calls before its time is told 429 again."""
        self._scripted[method].extend(refusals)

    def hold(self, method: str) -> asyncio.Event:
        """Let calls of a method wait until the event is set."""
        return self._gates.setdefault(method, asyncio.Event())

    # --- what a test looks at ---

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def answers(self, chat: Chat) -> list[Message]:
        """The bot's messages in a chat, oldest first."""
        return [message for message in chat.messages.values() if message.by_bot]

    async def answer(self, chat: Chat, number: int = 1) -> Message:
        """The bot's first (second, …) message in a chat, once it is there."""
        await self.until(lambda: len(self.answers(chat)) >= number)
        return self.answers(chat)[number - 1]

    async def until(self, condition: Callable[[], T], timeout_s: float = 10.0) -> T:
        """Wait for a condition, looked at after every call and now and then. Raises `AssertionError`."""
        deadline = time.monotonic() + timeout_s
        while not (value := condition()):
            if time.monotonic() > deadline:
                seen = "\n".join(f"{call.method} {call.params} {call.error or ''}" for call in self.calls[-10:])
                raise AssertionError(f"did not happen in {timeout_s} s; the last calls:\n{seen}")
            await self._change(0.02)
        return value

    # --- the server ---

    async def _answer(self, request: web.Request) -> web.Response:
        method = next((name for name in _PARAMETERS if name.lower() == request.match_info["method"].lower()), "")
        raw = {**request.query, **await request.post()}
        params: Params = dict(raw)
        refused: Refused | None = None
        result: Any = None
        scripted = False
        try:
            if not regex.fullmatch(r"\d+:[\w-]{35}", request.match_info["token"]):
                raise Refused(404, "Not Found")
            if request.match_info["token"] != TOKEN:
                raise Refused(401, "Unauthorized")
            if not method:
                raise Refused(404, "Not Found: method not found")
            params = _decode(method, raw)
            if gate := self._gates.get(method):
                await gate.wait()
            if self._scripted[method]:
                scripted = True
                raise self._script(method)
            if (left := self._quiet_until.get(method, 0.0) - time.monotonic()) > 0:
                raise too_many_requests(int(left) + 1)
            result = await self._handlers()[method](params)
        except Refused as error:
            refused = error
            gone = request.transport is None or request.transport.is_closing()  # nobody hears it
            expected = (method, error.description) == MENU_OF_A_STRANGER
            if not scripted and not gone and not expected:
                self.refusals.append(f"{request.match_info['method']}: {error.description}")
        self.calls.append(Call(method, params, refused.description if refused else None))
        self._notify()
        if refused is None:
            return web.json_response({"ok": True, "result": result})
        body: dict[str, Any] = {"ok": False, "error_code": refused.code, "description": refused.description}
        if refused.parameters:
            body["parameters"] = refused.parameters
        return web.json_response(body, status=refused.code)

    def _handlers(self) -> dict[str, Callable[[Params], Awaitable[Any]]]:
        return {
            "getMe": self._get_me,
            "deleteWebhook": self._delete_webhook,
            "setWebhook": self._set_webhook,
            "setMyCommands": self._set_my_commands,
            "getUpdates": self._get_updates,
            "sendMessage": self._send_message,
            "sendPhoto": self._send_photo,
            "editMessageText": self._edit_message_text,
            "editMessageReplyMarkup": self._edit_message_reply_markup,
            "answerCallbackQuery": self._answer_callback_query,
            "sendChatAction": self._send_chat_action,
            "getChatMember": self._get_chat_member,
            "getFile": self._get_file,
            "answerInlineQuery": self._answer_inline_query,
        }

    def _script(self, method: str) -> Refused:
        refused = self._scripted[method].popleft()
        if refused.code == 429:
            self._quiet_until[method] = time.monotonic() + refused.parameters["retry_after"]
        return refused

    async def _get_me(self, params: Params) -> dict[str, Any]:
        return BOT | {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }

    async def _delete_webhook(self, params: Params) -> bool:
        return True

    async def _set_webhook(self, params: Params) -> bool:
        if not params["url"].startswith("https://"):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        self.webhook = params
        return True

    async def _set_my_commands(self, params: Params) -> bool:
        facts = params.get("scope", {"type": "default"})
        scope = facts["type"]
        if scope in _CHAT_SCOPES:
            if int(facts["chat_id"]) not in self.chats:
                raise bad_request("chat not found")
            scope = f"{scope} {facts['chat_id']}"
        elif scope not in _SCOPES:
            raise bad_request("unsupported scope type specified")
        if language := params.get("language_code"):
            if not re.fullmatch("[a-z]{2}", language):
                raise bad_request("language_code is invalid")
            scope += f" in {language}"
        for entry in params["commands"]:
            if not regex.fullmatch(r"[a-z0-9_]{1,32}", entry["command"]):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(entry["description"]) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self.menus[scope] = {entry["command"]: entry["description"] for entry in params["commands"]}
        return True

    async def _get_updates(self, params: Params) -> list[dict[str, Any]]:
        """Updates below the offset are confirmed and gone; a new poll ends one that still waits."""
        offset = params.get("offset", 0)
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        if offset < 0:
            self._updates = self._updates[offset:]
        self._allowed = params.get("allowed_updates", self._allowed)
        self._poll = mine = object()
        self._notify()
        deadline = time.monotonic() + min(params.get("timeout", 0), MAX_POLL_S)
        try:
            while not (found := self._deliverable()) and self._poll is mine and not self._closing:
                if (left := deadline - time.monotonic()) <= 0:
                    break
                await self._change(left)
            if self._poll is not mine:
                raise Refused(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )
        finally:
            if self._poll is mine:
                self._poll = None
        return found[: params.get("limit", 100)]

    def _deliverable(self) -> list[dict[str, Any]]:
        return [update for update in self._updates if not self._allowed or set(self._allowed) & set(update)]

    async def _send_message(self, params: Params) -> dict[str, Any]:
        chat = self._chat(params)
        thread_id = self._topic(chat, params)
        reply = params.get("reply_parameters", {})
        reply_to = reply.get("message_id")
        if reply_to is not None and reply_to not in chat.messages:
            if not reply.get("allow_sending_without_reply"):
                raise bad_request("message to be replied not found")
            reply_to = None
        text, entities = _text_of(params, "message is too long")
        buttons = _buttons_of(params)
        message = self._post(chat, BOT, text, entities, reply_to, thread_id, thread_id is not None)
        message.source, message.buttons = params["text"], buttons
        message.asks_reply = "force_reply" in params.get("reply_markup", {})
        return message.to_json()

    async def _send_photo(self, params: Params) -> dict[str, Any]:
        """Under the picture stands a caption, which is shorter than a message may be."""
        if not params["photo"].startswith(b"\x89PNG"):
            raise bad_request("IMAGE_PROCESS_FAILED")
        chat = self._chat(params)
        caption, entities = params.get("caption", ""), []
        text = caption
        if caption:
            text, entities = _text_of(params | {"text": caption}, "message caption is too long", CAPTION_UNITS)
        with Image.open(io.BytesIO(params["photo"])) as picture:
            width, height = picture.size
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        if len(params["photo"]) > 10_000_000:
            raise bad_request("file is too big")
        reply_to = params.get("reply_parameters", {}).get("message_id")
        thread_id = self._topic(chat, params)
        message = self._post(chat, BOT, text, entities, reply_to, thread_id, thread_id is not None)
        message.source, message.photo = caption, params["photo"]
        return message.to_json()

    async def _answer_inline_query(self, params: Params) -> bool:
        asked = self._queries.pop(params["inline_query_id"], None)
        if asked is None or time.monotonic() - asked > OLDEST_QUERY_S:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        results = params["results"]
        if len(results) > 50 or len({result["id"] for result in results}) < len(results):
            raise bad_request("RESULT_ID_DUPLICATE")
        for result in results:
            if not 1 <= len(result["id"].encode()) <= 64 or not result["title"]:
                raise bad_request("RESULT_ID_INVALID")
            content = result["input_message_content"]
            _text_of({"text": content["message_text"], "parse_mode": content.get("parse_mode")}, "MESSAGE_TOO_LONG")
        button = params.get("button", {})
        if button and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", button["start_parameter"]):
            raise bad_request("START_PARAM_INVALID")
        self.inline_results, self.inline_button = results, button
        return True

    async def _edit_message_text(self, params: Params) -> dict[str, Any] | bool:
        if inline_id := params.get("inline_message_id"):
            text, _ = _text_of(params, "MESSAGE_TOO_LONG")
            self.inline_messages[inline_id], self.inline_keyboards[inline_id] = text, _buttons_of(params)
            return True
        message = self._chat(params).messages.get(params["message_id"])
        if message is None:
            raise bad_request("message to edit not found")
        if not message.by_bot:
            raise bad_request("message can't be edited")
        text, entities = _text_of(params, "MESSAGE_TOO_LONG")
        buttons = _buttons_of(params)
        if (text, entities, buttons) == (message.text, message.entities, message.buttons):
            raise bad_request(
                "message is not modified: specified new message content and reply markup are exactly the same "
                "as a current content and reply markup of the message"
            )
        message.texts.append(text)
        message.entities, message.buttons = entities, buttons
        message.source = params["text"]
        return message.to_json()

    async def _edit_message_reply_markup(self, params: Params) -> dict[str, Any] | bool:
        if inline_id := params.get("inline_message_id"):
            if _buttons_of(params) == self.inline_keyboards[inline_id]:
                raise bad_request("message is not modified: specified reply markup is exactly the same")
            self.inline_keyboards[inline_id] = _buttons_of(params)
            return True
        message = self._chat(params).messages.get(params["message_id"])
        if message is None:
            raise bad_request("message to edit not found")
        buttons = _buttons_of(params)
        if buttons == message.buttons:
            raise bad_request("message is not modified: specified reply markup is exactly the same")
        message.buttons = buttons
        return message.to_json()

    async def _answer_callback_query(self, params: Params) -> bool:
        asked = self._queries.pop(params["callback_query_id"], None)
        if asked is None or time.monotonic() - asked > OLDEST_QUERY_S:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        return True

    async def _send_chat_action(self, params: Params) -> bool:
        self._topic(self._chat(params), params)
        if params["action"] not in _ACTIONS:
            raise bad_request("wrong parameter action in request")
        return True

    async def _get_chat_member(self, params: Params) -> dict[str, Any]:
        chat = self._chat(params)
        user = self._users.get(params["user_id"])
        if user is None:
            raise bad_request("user not found")
        status = chat.members.get(user.id, "left")
        return {"status": status, "user": user.to_json(), **_MEMBER_FIELDS[status]}

    async def _get_file(self, params: Params) -> dict[str, Any]:
        key = params["file_id"]
        [content] = [content for name, content in self._documents() if name == key] or [None]
        if content is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        if len(content) > 20 << 20:
            raise bad_request("file is too big")
        return {"file_id": key, "file_unique_id": key, "file_size": len(content), "file_path": f"documents/{key}"}

    async def _download(self, request: web.Request) -> web.Response:
        [content] = [content for name, content in self._documents() if name == request.match_info["key"]]
        return web.Response(body=content)

    def _documents(self) -> Iterator[tuple[str, bytes]]:
        for chat in self.chats.values():
            for message in chat.messages.values():
                if message.document:
                    yield f"d{message.message_id}", message.document[1]

    def _chat(self, params: Params) -> Chat:
        chat = self.chats.get(params["chat_id"])
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def _topic(self, chat: Chat, params: Params) -> int | None:
        """A thread must be a topic of a forum: the id of a chain of replies is none."""
        thread_id: int | None = params.get("message_thread_id")
        if thread_id is not None and thread_id not in chat.topics:
            raise bad_request("message thread not found")
        return thread_id

    def _post(
        self,
        chat: Chat,
        sender: dict[str, Any],
        text: str,
        entities: list[Entity],
        reply_to: int | None,
        thread_id: int | None,
        is_topic: bool,
    ) -> Message:
        message = Message(
            chat, next(self._ids), sender, [text], entities, reply_to=reply_to, thread_id=thread_id, is_topic=is_topic
        )
        chat.messages[message.message_id] = message
        return message

    def _notify(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def _change(self, at_most_s: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), at_most_s)


def _decode(method: str, raw: dict[str, Any]) -> Params:
    """Parameters by the types that the method gives them. Raises `Refused`."""
    known = _PARAMETERS[method]
    if unknown := set(raw) - set(known):
        raise bad_request(f"{method} has no parameter {', '.join(sorted(unknown))}")
    try:
        return {name: known[name](value) for name, value in raw.items()}
    except ValueError as error:
        raise bad_request(f"{method}: {error}") from error


def _buttons_of(params: Params) -> list[list[dict[str, str]]]:
    """The rows of an inline keyboard; none where the person's field is opened for a reply. Raises `Refused`."""
    markup = params.get("reply_markup", {})
    if "force_reply" in markup:
        if set(markup) - {"force_reply", "selective", "input_field_placeholder"} or markup["force_reply"] is not True:
            raise bad_request("can't parse reply keyboard markup JSON object")
        if not 1 <= len(markup.get("input_field_placeholder", "x")) <= 64:
            raise bad_request("REPLY_MARKUP_PLACEHOLDER_INVALID")
        return []
    rows: list[list[dict[str, str]]] = markup.get("inline_keyboard", [])
    for button in (button for row in rows for button in row):
        if not button.get("text"):
            raise bad_request("inline keyboard button text is empty")
        if "switch_inline_query_current_chat" in button:
            if "callback_data" in button or len(button["switch_inline_query_current_chat"]) > 256:
                raise bad_request("BUTTON_TYPE_INVALID")
        elif not 1 <= len(button.get("callback_data", "").encode()) <= 64:
            raise bad_request("BUTTON_DATA_INVALID")
    return rows


def _text_of(params: Params, too_long: str, limit: int = MESSAGE_UNITS) -> tuple[str, list[Entity]]:
    if not params.get("text"):
        raise bad_request("message text is empty")
    if params.get("parse_mode", "").lower() == "html":
        text, entities = parse_html(params["text"])
    elif "parse_mode" in params:
        raise bad_request("unsupported parse_mode")
    else:
        text, entities = _trim(_clean(params["text"]), [])
    if not text:
        raise bad_request("text must be non-empty")
    if units(text) > limit:
        raise bad_request(too_long)
    return text, entities
