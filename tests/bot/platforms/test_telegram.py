"""The Telegram bot over real HTTP, with a real service, database and engine, against a strict local Bot API."""

from __future__ import annotations

import asyncio
import functools
import json
import logging
import re
import socket
import ssl
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import SecretStr
from sqlite_utils import Database
from telegram import Bot
from telegram.error import InvalidToken

from bot.app import open_service
from bot.generation.types import GenerationRequest, GenerationResult, Stats
from bot.platforms.phrases import privacy_words
from bot.platforms.telegram import chat as telegram_chat
from bot.platforms.telegram import operators as telegram_operators
from bot.platforms.telegram import webhook
from bot.platforms.telegram.bot import TelegramBot
from bot.platforms.telegram.messages import answer_html, html_text, models_html
from bot.service.answers import Answer
from bot.service.safety import neutralise, prompt_from
from bot.service.service import Service
from bot.service.turns import Turns
from data.accounts.policies import set_policy
from data.accounts.store import configure_account, ensure_account, find_account, list_accounts, opt_out
from data.chat.games import Player, Shown, begin_round, end_round, find_round, guess, leaderboard, show_round_in
from data.errors import PromptForgotten
from data.jobs import queue as jobs
from data.jobs.queue import Job, Progress, Result
from data.models.bases import Base
from data.models.scorecards import Votes, count_votes
from data.settings import Settings
from tests.conftest import MakeGame, MakeVoice, ScoreOf, StopDuring, alter
from tests.peers.telegram_api import (
    MESSAGE_UNITS,
    TOKEN,
    Chat,
    Message,
    Refused,
    TelegramApi,
    User,
    bad_request,
    links_in,
    parse_html,
    too_many_requests,
    units,
)
from training.publishing.plots import CurvePoint, draw_curve

ALICE = User(11, "Alice")
BOB = User(12, "Bob")
ADMIN = User(42, "Ada")
JOINER = "\u2060"
LABEL = "AI parody — not @sample's words"


def plain(text: str) -> str:
    """A text as it reads: without the invisible joiners that keep it from linking."""
    return text.replace(JOINER, "")


def tweets_in(message: Message) -> list[str]:
    """The numbered tweets of an answer, as they read; asserts the numbers."""
    _, *numbered, _ = message.text.split("\n\n")
    assert [line.split(". ", 1)[0] for line in numbered] == [str(n) for n in range(1, len(numbered) + 1)]
    return [plain(line.split(". ", 1)[1]) for line in numbered]


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"device": "cpu", "threads": 1, "telegram_admins": frozenset({ADMIN.id})})


@pytest.fixture
def base(tiny_bases: dict[str, Base]) -> Base:
    return tiny_bases["llama"]


@pytest.fixture
async def service(settings: Settings, base: Base) -> AsyncIterator[Service]:
    async with open_service(settings, base) as service:
        yield service


@pytest.fixture
async def api(caplog: pytest.LogCaptureFixture) -> AsyncIterator[TelegramApi]:
    """The server; afterwards it must not have refused anything and nobody may have logged an error."""
    async with TelegramApi() as api:
        yield api
    assert not api.refusals
    records = caplog.get_records("call") + caplog.get_records("teardown")
    assert not [record for record in records if record.levelno >= logging.ERROR]


@pytest.fixture
async def bot(service: Service, api: TelegramApi) -> AsyncIterator[TelegramBot]:
    async with running(service, api) as bot:
        yield bot


@asynccontextmanager
async def running(service: Service, api: TelegramApi) -> AsyncIterator[TelegramBot]:
    bot = TelegramBot(service, TOKEN, api.base_url)
    async with bot.running():
        yield bot


@pytest.fixture
def alice(api: TelegramApi) -> Chat:
    return api.private_chat(ALICE)


@pytest.fixture
def ada(api: TelegramApi) -> Chat:
    return api.private_chat(ADMIN)


@pytest.fixture(autouse=True)
def _quick_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegram_operators, "PROGRESS_EVERY_S", 0.02)
    monkeypatch.setattr(telegram_operators, "GROUP_PROGRESS_EVERY_S", 0.02)


one_tls_context = functools.cache(ssl.create_default_context)


@pytest.fixture(autouse=True)
def _one_tls_context(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here speaks TLS; to read all certificates for each client took half of a test's time."""
    monkeypatch.setattr(ssl, "create_default_context", one_tls_context)


Writes = Callable[..., None]


@pytest.fixture
def model_writes(service: Service, monkeypatch: pytest.MonkeyPatch) -> Writes:
    """Put texts into the model's mouth."""

    def write(*texts: str) -> None:
        async def generate(request: GenerationRequest, on_wait: object = None) -> GenerationResult:
            return GenerationResult(texts, Stats())

        monkeypatch.setattr(service.context.generator, "generate", generate)

    return write


# --- /tweetlike ---


async def test_tweetlike_answers_one_html_message_with_five_numbered_tweets(
    bot: TelegramBot, api: TelegramApi, alice: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    api.say(alice, ALICE, "/tweetlike sample My dream is")
    message = await api.answer(alice)
    [generation] = db.query("SELECT * FROM generations")
    tweets = tweets_in(message)
    assert len(tweets) == 5
    assert all(tweet.startswith("My dream is") for tweet in tweets)
    assert [" ".join(tweet.split()) for tweet in tweets] == [
        " ".join(plain(neutralise(text)).split()) for text in json.loads(generation["texts"])
    ]
    assert (generation["platform"], generation["requester"]) == ("telegram", str(ALICE.id))
    assert plain(message.text).startswith("sample (@sample)\nMy dream is …\n\n1. ")
    assert plain(message.text).split("\n\n")[-1] == LABEL
    assert [entity.type for entity in message.entities] == ["bold", "italic"]
    [call] = api.calls_of("sendMessage")
    assert call.params["parse_mode"] == "HTML"
    assert call.params["link_preview_options"] == {"is_disabled": True}
    assert "reply_parameters" not in call.params


async def test_options_come_before_the_beginning(
    bot: TelegramBot, api: TelegramApi, alice: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    api.say(alice, ALICE, "/tweetlike sample count=2 creativity=wild seed=7 My count=3 is")
    message = await api.answer(alice)
    assert len(tweets_in(message)) == 2
    assert all(tweet.startswith("My count=3 is") for tweet in tweets_in(message))
    [generation] = db.query("SELECT * FROM generations")
    assert (generation["seed"], json.loads(generation["sampling"])["temperature"]) == (7, 1.3)
    api.say(alice, ALICE, "/tweetlike sample count=eleven hum")
    assert "count must be a whole number from 1 to 10, not 'eleven'" in plain((await api.answer(alice, 2)).text)


async def test_the_button_asks_again_with_a_new_seed_also_after_a_restart(
    service: Service, api: TelegramApi, alice: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    async with running(service, api):
        api.say(alice, ALICE, "/tweetlike sample count=3 creativity=calm hum")
        first = await api.answer(alice)
    async with running(service, api):
        api.press(first, ALICE, "Again")
        second = await api.answer(alice, 2)
    assert len(tweets_in(second)) == 3
    assert tweets_in(second) != tweets_in(first)
    rows = list(db.query("SELECT * FROM generations"))
    assert {(row["prompt"], json.loads(row["sampling"])["temperature"]) for row in rows} == {("hum", 0.7)}
    assert len({row["seed"] for row in rows}) == 2
    assert len(api.calls_of("answerCallbackQuery")) == 1


async def test_a_button_whose_answer_is_gone_or_that_was_pressed_long_ago_is_answered_politely(
    bot: TelegramBot, api: TelegramApi, alice: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    api.say(alice, ALICE, "/tweetlike sample hum")
    first = await api.answer(alice)
    stranger = {"id": api.ask(), "from": ALICE.to_json(), "chat_instance": "1", "data": "again:1"}
    without_button = first.to_json() | {"reply_markup": {"inline_keyboard": []}}
    api.push({"callback_query": stranger | {"message": without_button}})  # made up, to read another's beginning
    await api.until(lambda: api.calls_of("answerCallbackQuery"))
    assert "too old for its button" in api.calls_of("answerCallbackQuery")[0].params["text"]
    assert len(list(db.query("SELECT * FROM generations"))) == 1
    api.press(first, ALICE, "Again", age_s=3600)
    assert len(tweets_in(await api.answer(alice, 2))) == 5
    api.refusals.clear()  # the late query could not be answered any more
    db.execute("DELETE FROM generations")
    db.conn.commit()
    api.press(first, ALICE, "Again")
    assert "too old for its button" in (await api.answer(alice, 3)).text


async def test_a_request_that_waits_is_told_its_place_in_the_message_that_becomes_the_answer(
    bot: TelegramBot,
    service: Service,
    api: TelegramApi,
    alice: Chat,
    make_voice: MakeVoice,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_voice()
    generate = service.context.generator.generate

    async def waiting(request: GenerationRequest, on_wait: Callable[[int], None]) -> GenerationResult:
        on_wait(4)
        await api.until(lambda: api.answers(alice))
        return await generate(request)

    monkeypatch.setattr(service.context.generator, "generate", waiting)
    api.say(alice, ALICE, "/tweetlike sample hum")
    await api.until(lambda: api.calls_of("editMessageText"))
    [message] = api.answers(alice)
    assert message.texts[0] == "You are number 4 in line …"
    assert len(tweets_in(message)) == 5
    assert message.buttons


async def test_typing_is_shown_again_and_again_until_the_answer_is_there(
    bot: TelegramBot,
    service: Service,
    api: TelegramApi,
    alice: Chat,
    make_voice: MakeVoice,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_voice()
    generate = service.context.generator.generate

    async def slowly(request: GenerationRequest, on_wait: object = None) -> GenerationResult:
        await api.until(lambda: len(api.calls_of("sendChatAction")) >= 3)
        return await generate(request)

    monkeypatch.setattr(telegram_chat, "TYPING_EVERY_S", 0.01)
    monkeypatch.setattr(service.context.generator, "generate", slowly)
    api.say(alice, ALICE, "/tweetlike sample")
    await api.answer(alice)
    assert not [task for task in asyncio.all_tasks() if "TelegramBot._typing" in repr(task)]
    assert {call.params["action"] for call in api.calls_of("sendChatAction")} == {"typing"}


async def test_an_answer_comes_even_where_typing_cannot_be_shown(
    bot: TelegramBot, api: TelegramApi, alice: Chat, make_voice: MakeVoice
) -> None:
    make_voice()
    api.fail("sendChatAction", *[Refused(403, "Forbidden: not enough rights")] * 20)
    api.say(alice, ALICE, "/tweetlike sample")
    assert len(tweets_in(await api.answer(alice))) == 5


async def test_without_a_handle_it_lists_the_voices(
    bot: TelegramBot, api: TelegramApi, alice: Chat, make_voice: MakeVoice
) -> None:
    make_voice("sample")
    make_voice("nayan.bsky.social")
    make_voice("mute", live=False)
    api.say(alice, ALICE, "/tweetlike")
    message = await api.answer(alice)
    assert message.text == "Whose voice? Like this: /tweetlike nayan.bsky.social My dream is"
    assert [row[0]["text"] for row in message.buttons] == ["@nayan.bsky.social", "@sample"]
    assert message.links() == []
    api.press(message, ALICE, "@sample")
    assert len(tweets_in(await api.answer(alice, 2))) == 5


async def test_without_a_handle_and_without_voices_it_says_so(bot: TelegramBot, api: TelegramApi, alice: Chat) -> None:
    api.say(alice, ALICE, "/tweetlike")
    assert "No voices yet." in (await api.answer(alice)).text


async def test_an_unknown_handle_gets_the_closest_ones(
    bot: TelegramBot, api: TelegramApi, alice: Chat, make_voice: MakeVoice
) -> None:
    make_voice("sample")
    api.say(alice, ALICE, "/tweetlike smaple")
    message = await api.answer(alice)
    assert plain(message.text) == "I don't know @smaple. Did you mean @sample?"
    assert message.links() == []


async def test_a_handle_without_a_voice_says_how_to_get_one(
    bot: TelegramBot, api: TelegramApi, alice: Chat, make_voice: MakeVoice
) -> None:
    make_voice(live=False)
    api.say(alice, ALICE, "/tweetlike @sample hi")
    message = await api.answer(alice)
    assert plain(message.text) == "@sample has no voice yet. An admin can train it: /retrain sample."
    assert message.links() == ["/retrain"]


async def test_who_has_set_telegram_to_german_reads_german(bot: TelegramBot, api: TelegramApi) -> None:
    for number, (language, words) in enumerate((("de", "Ich kenne @qqqqq nicht"), ("fr", "I don't know @qqqqq")), 20):
        person = User(number, "Person", language)
        chat = api.private_chat(person)
        api.say(chat, person, "/tweetlike qqqqq hum")
        assert words in plain((await api.answer(chat)).text)
        api.say(chat, person, "/privacy")
        assert ("Was ich aufbewahre" in (await api.answer(chat, 2)).text) == (language == "de")


async def test_an_account_that_opted_out_is_not_imitated(
    bot: TelegramBot, api: TelegramApi, alice: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    opt_out(db, "sample", now=time.time())
    api.say(alice, ALICE, "/tweetlike sample")
    assert plain((await api.answer(alice)).text).startswith("@sample has opted out.")


async def test_a_hostile_handle_is_refused_in_words_that_link_nothing(
    bot: TelegramBot, api: TelegramApi, alice: Chat
) -> None:
    markup = ["<b>@everyone</b>", "<script>", "&lt;a", "</code>", "%s{0}", "ａ\u202eb"]
    links = ["t.me", "durov@t.me", "https://t.me/durov", "@@durov", "(/start", "../../etc/passwd", "x" * 3000]
    for number, handle in enumerate(markup + links, 1):
        api.say(alice, ALICE, f"/tweetlike {handle} hi")
        message = await api.answer(alice, number)
        assert "not a handle I can read" in message.text or "I don't know" in message.text
        assert message.links() == []
        assert message.entities == []
        assert len(message.text) < 400


async def test_a_hostile_beginning_is_shown_as_it_is_and_links_nothing(
    bot: TelegramBot, api: TelegramApi, alice: Chat, make_voice: MakeVoice
) -> None:
    make_voice()
    alter(bot.service, refuses=lambda _: None)  # the filter would not take it
    prompt = "@durov <b>hi</b> &amp; (/start https://t.me/durov tg://resolve?domain=durov 1.2.3.4 </i>"
    api.say(alice, ALICE, f"/tweetlike sample {prompt}")
    message = await api.answer(alice)
    tweets = tweets_in(message)
    assert len(tweets) == 5
    assert all(tweet.startswith(prompt) for tweet in tweets)
    assert message.links() == []
    assert [entity.type for entity in message.entities] == ["bold", "italic"]


async def test_markup_and_mentions_of_the_model_and_of_a_display_name_do_nothing(
    bot: TelegramBot, api: TelegramApi, alice: Chat, db: Database, make_voice: MakeVoice, model_writes: Writes
) -> None:
    account, _ = make_voice()
    configure_account(db, account.id, display_name="<b>@everyone</b> t.me/joinchat & co")
    texts = (
        "@durov and @telegram <a href='tg://user?id=1'>you</a>",
        "read https://t.me/durov or t.me/durov, http://1.2.3.4/x",
        '/start (/retrain sample) "/stop"',
        "mail me@example.com &lt;now&gt; </b></i><pre>",
        "tg://resolve?domain=durov xton://transfer example.com 😀.com नेट.भारत",
    )
    model_writes(*texts)
    api.say(alice, ALICE, "/tweetlike sample")
    message = await api.answer(alice)
    assert tuple(tweets_in(message)) == texts
    assert plain(message.text).startswith("<b>@everyone</b> t.me/joinchat & co (@sample)")
    assert message.links() == []
    assert [entity.type for entity in message.entities] == ["bold", "italic"]


async def test_a_beginning_that_is_too_long_is_refused_with_its_length(
    bot: TelegramBot, api: TelegramApi, alice: Chat, make_voice: MakeVoice
) -> None:
    make_voice()
    api.say(alice, ALICE, "/tweetlike sample " + "a" * 201)
    assert (await api.answer(alice)).text == (
        "That beginning has 201 characters; a tweet leaves room for 200. Shorten it."
    )


async def test_two_people_are_answered_at_once(
    bot: TelegramBot,
    service: Service,
    api: TelegramApi,
    alice: Chat,
    ada: Chat,
    make_voice: MakeVoice,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_voice("sample", 1)
    make_voice("other", 2)
    generate, both = service.context.generator.generate, asyncio.Barrier(2)

    async def together(request: GenerationRequest, on_wait: object = None) -> GenerationResult:
        await asyncio.wait_for(both.wait(), 10)
        return await generate(request)

    monkeypatch.setattr(service.context.generator, "generate", together)
    api.say(alice, ALICE, "/tweetlike sample")
    api.say(ada, ADMIN, "/tweetlike other")
    assert "(@sample)" in plain((await api.answer(alice)).text)
    assert "(@other)" in plain((await api.answer(ada)).text)


async def test_an_unforeseen_error_is_logged_and_not_shown(
    bot: TelegramBot,
    service: Service,
    api: TelegramApi,
    alice: Chat,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def broken(handle: str | None = None) -> None:
        raise RuntimeError("the secret cause")

    monkeypatch.setattr(service.directory, "models", broken)
    api.say(alice, ALICE, "/models")
    assert (await api.answer(alice)).text == "Something broke. The operator finds the reason in the log."
    assert "the secret cause" in caplog.text
    caplog.clear()


async def test_a_token_that_telegram_does_not_know_ends_the_bot(service: Service, api: TelegramApi) -> None:
    bot = TelegramBot(service, TOKEN[:-4] + "none", api.base_url)
    with pytest.raises(InvalidToken):
        async with bot.running():
            pass
    assert set(api.refusals) == {"getMe: Unauthorized"}
    api.refusals.clear()


# --- groups ---


async def test_in_a_forum_answers_quote_the_question_and_stay_in_its_topic(
    bot: TelegramBot, api: TelegramApi, make_voice: MakeVoice
) -> None:
    make_voice()
    group = api.group("Friends", {ALICE: "member"}, topics=[7, 8])
    question = api.say(group, ALICE, "/tweetlike@tweetlike_test_bot sample", topic=8)
    message = await api.answer(group)
    assert (message.reply_to, message.thread_id) == (question, 8)
    assert {call.params.get("message_thread_id") for call in api.calls_of("sendChatAction")} == {8}


async def test_in_a_chain_of_replies_answers_quote_the_question(
    bot: TelegramBot, api: TelegramApi, make_voice: MakeVoice
) -> None:
    make_voice()
    group = api.group("Friends", {ALICE: "member", ADMIN: "member"})
    first = api.say(group, ADMIN, "who wants to hear it?")
    question = api.say(group, ALICE, "/tweetlike sample", replying_to=first)
    message = await api.answer(group)
    assert (message.reply_to, message.thread_id) == (question, None)


async def test_a_question_that_was_deleted_meanwhile_is_answered_all_the_same(
    bot: TelegramBot, api: TelegramApi, make_voice: MakeVoice
) -> None:
    make_voice()
    group = api.group("Friends", {ALICE: "member"})
    gate = api.hold("sendMessage")
    question = api.say(group, ALICE, "/tweetlike sample")
    await api.until(lambda: api.calls_of("sendChatAction"))
    api.delete(group.messages[question])
    gate.set()
    assert len(tweets_in(await api.answer(group))) == 5


async def test_commands_for_another_bot_and_plain_talk_are_left_alone(bot: TelegramBot, api: TelegramApi) -> None:
    group = api.group("Friends", {ALICE: "member"})
    api.say(group, ALICE, "/help@another_bot")
    api.say(group, ALICE, "tweetlike /help")
    question = api.say(group, ALICE, "/help")
    assert (await api.answer(group)).reply_to == question
    assert len(api.answers(group)) == 1


# --- /retrain: who may ---


async def test_a_stranger_may_not_retrain_in_private(
    bot: TelegramBot, api: TelegramApi, alice: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    api.say(alice, ALICE, "/retrain sample")
    assert (await api.answer(alice)).text == "Only admins of this bot may retrain a voice."
    assert jobs.active_jobs(db) == []


@pytest.mark.parametrize("status", ["member", "left", "kicked"])
async def test_a_member_of_a_group_may_not_retrain(
    bot: TelegramBot, api: TelegramApi, db: Database, make_voice: MakeVoice, status: str
) -> None:
    make_voice()
    group = api.group("Friends", {ALICE: status})
    api.say(group, ALICE, "/retrain sample")
    assert (await api.answer(group)).text == "Only admins of this bot may retrain a voice."
    assert jobs.active_jobs(db) == []


@pytest.mark.parametrize("status", ["creator", "administrator"])
async def test_an_administrator_of_a_trusted_group_may_retrain(
    bot: TelegramBot, service: Service, api: TelegramApi, db: Database, make_voice: MakeVoice, status: str
) -> None:
    make_voice()
    group = api.group("Friends", {ALICE: status})
    alter(service, settings=service.settings.model_copy(update={"telegram_trusted_groups": frozenset({group.id})}))
    api.say(group, ALICE, "/retrain sample")
    assert plain((await api.answer(group)).text) == "Training @sample: waiting for the trainer."
    [job] = jobs.active_jobs(db)
    assert (job.kind, job.handle, job.requested_by) == ("train", "sample", f"telegram:{ALICE.id}")


async def test_whoever_makes_a_group_has_no_right_over_voices_that_all_share(
    bot: TelegramBot, api: TelegramApi, db: Database, make_voice: MakeVoice
) -> None:
    """Anybody can add the bot to a group of their own."""
    make_voice()
    group = api.group("Friends", {ALICE: "creator", ADMIN: "member"})
    api.say(group, ALICE, "/retrain sample")
    assert (await api.answer(group)).text == "Only admins of this bot may retrain a voice."
    assert jobs.active_jobs(db) == []
    api.say(group, ADMIN, "/retrain sample")
    assert plain((await api.answer(group, 2)).text) == "Training @sample: waiting for the trainer."


async def test_an_admin_of_the_settings_may_retrain_anywhere(
    bot: TelegramBot, api: TelegramApi, ada: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    api.say(ada, ADMIN, "/retrain @Sample")
    assert plain((await api.answer(ada)).text) == "Training @sample: waiting for the trainer."
    [job] = jobs.active_jobs(db)
    assert job.requested_by == f"telegram:{ADMIN.id}"


async def test_an_admin_who_names_no_voice_or_an_unknown_one_is_told(
    bot: TelegramBot, api: TelegramApi, ada: Chat, db: Database
) -> None:
    api.say(ada, ADMIN, "/retrain")
    assert (await api.answer(ada)).text == "Which voice? Like this: /retrain handle"
    api.say(ada, ADMIN, "/retrain t.me")
    message = await api.answer(ada, 2)
    assert plain(message.text).startswith("I don't know @t.me.")
    assert message.links() == ["/import"], "our own command can be tapped, what was typed cannot"
    assert jobs.active_jobs(db) == []


# --- /retrain: how it goes on ---


async def ask_to_retrain(api: TelegramApi, chat: Chat) -> Message:
    """The message that follows the training."""
    api.say(chat, ADMIN, "/retrain sample")
    return await api.answer(chat)


def start_job(db: Database) -> Job:
    job = jobs.claim(db, "trainer", now=time.time())
    assert job is not None
    return job


def followed(db: Database) -> list[tuple[int, str, str]]:
    return jobs.messages_to_update(db, "telegram")


async def test_progress_is_edited_into_one_message_up_to_the_result(
    bot: TelegramBot, api: TelegramApi, ada: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    message = await ask_to_retrain(api, ada)
    await api.until(lambda: followed(db))
    job = start_job(db)
    steps = [Progress("reading"), Progress("training", 43, 100, 0.9, 2.0, 3.91, 230.4, 60.0)]
    for progress, seen in zip(steps, ["reading …", "43%"], strict=True):
        jobs.heartbeat(db, job, progress, now=time.time())
        await api.until(lambda seen=seen: seen in message.text)
    jobs.finish(db, job, "succeeded", Result("Version 2 <is> live: 1.9 & t.me"), now=time.time())
    await api.until(lambda: not followed(db))
    await api.until(lambda: not bot.chats.watchers)
    seen = [plain(text) for text in message.texts]
    if seen[1].endswith("waiting …"):  # the moment between claim and heartbeat may be shown or not
        del seen[1]
    assert seen == [
        "Training @sample: waiting for the trainer.",
        "Training @sample: reading …",
        "Training @sample ▰▰▰▰▰▱▱▱▱▱▱▱ 43% · epoch 0.9 of 2 · loss 3.91 · 230 tokens/s · 60 s left",
        "Training @sample: done. Version 2 <is> live: 1.9 & t.me",
    ]
    assert len(api.answers(ada)) == 1
    assert message.links() == []
    assert message.entities == []


async def test_a_training_that_fails_says_why_without_markup(
    bot: TelegramBot, api: TelegramApi, ada: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    message = await ask_to_retrain(api, ada)
    jobs.fail(db, start_job(db), "<b>@durov</b> broke t.me/durov & /start", retry=False, now=time.time())
    await api.until(lambda: "failed" in message.text)
    assert plain(message.text) == "Training @sample: failed. <b>@durov</b> broke t.me/durov & /start"
    assert message.links() == []
    assert message.entities == []
    await api.until(lambda: not followed(db))


async def test_a_restarted_bot_goes_on_editing_the_same_message(
    service: Service, api: TelegramApi, ada: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    async with running(service, api):
        message = await ask_to_retrain(api, ada)
        await api.until(lambda: followed(db))
    job = start_job(db)
    jobs.heartbeat(db, job, Progress("training", 10, 100), now=time.time())
    assert message.text.endswith("waiting for the trainer.")
    async with running(service, api):
        await api.until(lambda: "10%" in message.text)
    async with running(service, api):  # nothing new to say: Telegram refuses the edit and the bot goes on
        await api.until(lambda: api.refusals)
        jobs.finish(db, job, "succeeded", Result("It talks."), now=time.time())
        await api.until(lambda: not followed(db))
    assert plain(message.text) == "Training @sample: done. It talks."
    assert len(api.answers(ada)) == 1
    assert [text.split(":")[1].strip() for text in api.refusals] == ["Bad Request"]
    assert "message is not modified" in api.refusals.pop()


async def test_a_training_that_ended_while_the_bot_was_away_is_told_when_it_is_back(
    service: Service, api: TelegramApi, ada: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    async with running(service, api):
        message = await ask_to_retrain(api, ada)
        await api.until(lambda: followed(db))
    jobs.finish(db, start_job(db), "succeeded", Result("It talks."), now=time.time())
    async with running(service, api):
        await api.until(lambda: not followed(db))
    assert plain(message.text) == "Training @sample: done. It talks."


async def test_updates_that_came_while_the_bot_was_away_are_answered_once(
    service: Service, api: TelegramApi, alice: Chat
) -> None:
    api.say(alice, ALICE, "/help")
    async with running(service, api):
        await api.answer(alice)
    async with running(service, api):
        api.say(alice, ALICE, "/models")
        await api.answer(alice, 2)
    assert [message.text.split("\n")[0] for message in api.answers(alice)] == [
        "/tweetlike handle how it begins: five tweets that begin so; leave the beginning out for anything.",
        "Voices",
    ]


async def test_a_bot_that_stops_while_it_answers_leaves_no_task_behind(
    service: Service, api: TelegramApi, ada: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    gate = api.hold("sendMessage")
    bot = TelegramBot(service, TOKEN, api.base_url)

    async def release_when_it_has_stopped_polling() -> None:
        await api.until(lambda: any(not call.params.get("timeout") for call in api.calls_of("getUpdates")))
        gate.set()

    async with bot.running():
        api.say(ada, ADMIN, "/retrain sample")
        await api.until(lambda: jobs.active_jobs(db))
        release = asyncio.create_task(release_when_it_has_stopped_polling())
    await release
    assert followed(db)  # for the next start
    assert not [task for task in asyncio.all_tasks() if "TelegramBot._show_progress" in repr(task)]


@pytest.mark.parametrize(
    "trouble",
    [too_many_requests(1), Refused(502, "Bad Gateway"), bad_request("message is not modified: exactly the same")],
    ids=lambda trouble: str(trouble.code),
)
async def test_edits_go_on_after_trouble_that_passes(
    bot: TelegramBot, api: TelegramApi, ada: Chat, db: Database, make_voice: MakeVoice, trouble: Refused
) -> None:
    make_voice()
    message = await ask_to_retrain(api, ada)
    api.fail("editMessageText", trouble)
    job = start_job(db)
    jobs.heartbeat(db, job, Progress("training", 1, 4), now=time.time())
    await api.until(lambda: trouble.description in [call.error for call in api.calls_of("editMessageText")])
    jobs.finish(db, job, "succeeded", Result("It talks."), now=time.time())
    await api.until(lambda: not followed(db))
    assert plain(message.text) == "Training @sample: done. It talks."


async def test_a_chat_that_can_no_longer_be_written_to_ends_the_edits(
    bot: TelegramBot, api: TelegramApi, ada: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    await ask_to_retrain(api, ada)
    await api.until(lambda: followed(db))
    api.fail("editMessageText", *[Refused(403, "Forbidden: bot was blocked by the user")] * 20)
    jobs.heartbeat(db, start_job(db), Progress("training", 1, 4), now=time.time())
    await api.until(lambda: not followed(db) and not bot.chats.watchers)
    assert len(api.calls_of("editMessageText")) == 1


async def test_a_training_is_followed_into_the_supergroup_that_its_group_becomes(
    bot: TelegramBot, api: TelegramApi, ada: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    await ask_to_retrain(api, ada)
    await api.until(lambda: followed(db))
    supergroup = api.group("Upgraded", {ADMIN: "creator"})
    moved = "Bad Request: group chat was upgraded to a supergroup chat"
    api.fail("editMessageText", Refused(400, moved, migrate_to_chat_id=supergroup.id))
    job = start_job(db)
    jobs.heartbeat(db, job, Progress("training", 1, 4), now=time.time())
    shown = await api.answer(supergroup)
    assert "Training @sample" in plain(shown.text)
    await api.until(lambda: [chat for _, chat, _ in followed(db)] == [str(supergroup.id)])
    jobs.finish(db, job, "succeeded", Result("It talks."), now=time.time())
    await api.until(lambda: not followed(db))
    assert plain(api.answers(supergroup)[0].text) == "Training @sample: done. It talks."


async def test_a_leaderboard_goes_along_when_a_group_becomes_a_supergroup_and_has_the_last_name_of_each(
    bot: TelegramBot, api: TelegramApi, db: Database, make_game: MakeGame
) -> None:
    account, version = make_game()
    for number, name in enumerate(("zoe", "amy")):
        facts = {"account_id": account.id, "version_id": version.id, "platform": "telegram", "place": "-7"}
        game = begin_round(db, **facts, cards=("a", "b", "c", "d"), answer=0, now=float(number))
        assert guess(db, game.id, "telegram:1", name, 0, Shown("telegram", "", ""), now=float(number))
        end_round(db, game.id, now=100.0)
    group = api.group("Old", {ALICE: "creator"})
    facts = {"message_id": 900, "date": int(time.time()), "chat": group.to_json() | {"id": -7, "type": "group"}}
    api.push({"message": facts | {"from": ALICE.to_json(), "migrate_to_chat_id": group.id}})
    await api.until(lambda: leaderboard(db, "telegram", str(group.id)))
    assert leaderboard(db, "telegram", str(group.id)) == [Player("amy", 2, 2)]
    assert leaderboard(db, "telegram", "-7") == []


@pytest.mark.parametrize(
    "said",
    [
        Refused(403, "Forbidden: bot was kicked from the group chat"),
        bad_request("TOPIC_CLOSED"),
        bad_request("not enough rights to send text messages to the chat"),
    ],
    ids=lambda refused: refused.description,
)
async def test_the_life_of_chats_is_a_plain_line_in_the_log(
    said: Refused, bot: TelegramBot, api: TelegramApi, alice: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("sendMessage", said)
    api.say(alice, ALICE, "/privacy")
    await api.until(lambda: "a chat was not answered" in caplog.text)
    assert "Traceback" not in caplog.text
    api.say(alice, ALICE, "/privacy")
    assert "What I keep" in (await api.answer(alice)).text
    api.refusals.clear()


async def test_a_deleted_message_ends_the_edits(
    bot: TelegramBot, api: TelegramApi, ada: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    message = await ask_to_retrain(api, ada)
    await api.until(lambda: followed(db))
    api.delete(message)
    jobs.heartbeat(db, start_job(db), Progress("training", 1, 4), now=time.time())
    await api.until(lambda: not followed(db) and not bot.chats.watchers)
    assert api.refusals == ["editMessageText: Bad Request: message to edit not found"]
    api.refusals.clear()


async def test_a_deleted_message_leaves_the_same_training_in_another_chat_alone(
    service: Service, api: TelegramApi, ada: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    group = api.group("Friends", {ADMIN: "member"})
    async with running(service, api):
        message, other = await ask_to_retrain(api, ada), await ask_to_retrain(api, group)
        await api.until(lambda: len(followed(db)) == 2)
        api.delete(message)
        job = start_job(db)
        await api.until(lambda: [chat_id for _, chat_id, _ in followed(db)] == [str(group.id)])
    jobs.finish(db, job, "succeeded", Result("It talks."), now=time.time())
    async with running(service, api):
        await api.until(lambda: not followed(db))
    assert plain(other.text) == "Training @sample: done. It talks."
    assert api.refusals == ["editMessageText: Bad Request: message to edit not found"]
    api.refusals.clear()


async def test_a_job_that_is_gone_ends_the_edits(
    bot: TelegramBot, api: TelegramApi, ada: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    await ask_to_retrain(api, ada)
    await api.until(lambda: followed(db))
    db.execute("DELETE FROM jobs")
    await api.until(lambda: not bot.chats.watchers)
    assert not followed(db)


# --- the other commands ---


async def test_the_menus_offer_each_what_they_may(service: Service, api: TelegramApi, ada: Chat) -> None:
    group = api.group("Ours", {ALICE: "creator"})
    trusted = {"telegram_trusted_groups": frozenset({group.id, -5}), "telegram_admins": frozenset({ADMIN.id, 6})}
    alter(service, settings=service.settings.model_copy(update=trusted))
    async with running(service, api):
        pass
    everyone = {
        "tweetlike",
        "talk",
        "realorfake",
        "leaderboard",
        "voices",
        "models",
        "score",
        "status",
        "privacy",
        "help",
    }
    of_places = {"settings", "daily", "chime"}
    admins = everyone | {"retrain", "rollback", "cancel"}
    shown = {scope: set(menu) for scope, menu in api.menus.items()}
    assert {scope: menu for scope, menu in shown.items() if " in de" not in scope} == {
        "default": everyone,
        "all_chat_administrators": everyone | of_places,
        f"chat_administrators {group.id}": admins | of_places,
        f"chat {ada.id}": admins | {"import", "schedule", "forget", "optout"},
    }
    assert "AI parody" in api.menus["default"]["tweetlike"]
    assert len(api.calls_of("setMyCommands")) == 10, "in two languages; two where the bot is not in yet"
    assert {scope.removesuffix(" in de"): menu for scope, menu in shown.items() if " in de" in scope} == {
        scope: menu for scope, menu in shown.items() if " in de" not in scope
    }
    assert "KI-Parodie" in api.menus["default in de"]["tweetlike"]


@pytest.mark.parametrize("command", ["/help", "/start"])
async def test_help_and_start_say_what_there_is_and_what_it_is_not(
    bot: TelegramBot, api: TelegramApi, alice: Chat, ada: Chat, command: str
) -> None:
    api.say(alice, ALICE, command)
    message = await api.answer(alice)
    assert "It is a parody and nobody's words." in message.text
    ordinary = ["/tweetlike", "/talk", "/realorfake", "/voices", "/models", "/status", "/privacy", "/score"]
    assert message.links() == ordinary
    api.say(ada, ADMIN, command)
    more = ["/retrain", "/rollback", "/cancel", "/import", "/schedule", "/forget"]
    assert (await api.answer(ada)).links() == [*ordinary, *more]


async def test_help_begins_with_voices_to_touch_and_speaks_the_persons_language(
    bot: TelegramBot, api: TelegramApi, make_voice: MakeVoice
) -> None:
    for handle in ("one", "two", "three", "four"):
        make_voice(handle)
    german = User(77, "Gerda", language="de")
    api.say(api.private_chat(german), german, "/start")
    message = await api.answer(api.private_chat(german))
    assert "Es ist Parodie und niemandes Worte." in message.text
    assert len(message.buttons) == 3
    api.press(message, german, "@four")
    answer = await api.answer(api.private_chat(german), 2)
    assert "KI-Parodie" in answer.text
    assert answer.buttons[0][0]["text"] == "🔁 Nochmal"
    api.press(answer, german, "ℹ️")
    [told] = await api.until(lambda: [call for call in api.calls_of("answerCallbackQuery") if "text" in call.params])
    assert "gelernt aus 400 Tweets" in told.params["text"]


async def test_models_lists_every_account_and_how_good_its_voice_is(
    bot: TelegramBot, api: TelegramApi, alice: Chat, db: Database, make_voice: MakeVoice
) -> None:
    account, _ = make_voice("sample")
    make_voice("sample", 2, bits=1.75)
    make_voice("mute", live=False)
    jobs.enqueue(db, "train", "sample", account.id, requested_by="test", now=time.time())
    api.say(alice, ALICE, "/models")
    message = await api.answer(alice)
    head, mute, sample = message.text.split("\n\n")
    assert (head, mute) == ("Voices", "mute: no voice yet")
    assert sample.startswith("sample: version 2 of 2, 20")
    assert sample.endswith(", 1.75 bits/char (base 3.00) · queued")
    api.say(alice, ALICE, "/models MUTE")
    assert (await api.answer(alice, 2)).text == "Voices\n\nmute: no voice yet"
    api.say(alice, ALICE, "/voices SAM")
    assert (await api.answer(alice, 3)).text == "1 voice\n\nsample"


async def test_a_score_is_a_picture_with_numbers_under_it(
    bot: TelegramBot, api: TelegramApi, alice: Chat, score_of: ScoreOf, make_voice: MakeVoice
) -> None:
    api.say(alice, ALICE, "/score")
    assert "Whose voice?" in (await api.answer(alice)).text
    _, version = make_voice("sample")
    api.say(alice, ALICE, "/score sample")
    assert "has not been measured" in (await api.answer(alice, 2)).text
    score_of(version, guesses=4)
    api.say(alice, ALICE, "/score sample")
    without = await api.answer(alice, 3)
    assert "told apart from real tweets: 0.612 (untuned 0.981" in without.text
    assert "the real one found (people): 75.0%" in without.text
    assert not without.photo
    score_of(version, picture=True)
    api.say(alice, ALICE, "/score sample")
    message = await api.answer(alice, 4)
    assert message.photo.startswith(b"\x89PNG")
    assert message.text == without.text
    assert message.links() == []


async def test_models_says_when_there_is_none_and_who_is_close(bot: TelegramBot, api: TelegramApi, alice: Chat) -> None:
    api.say(alice, ALICE, "/models")
    assert "No voices yet." in (await api.answer(alice)).text
    api.say(alice, ALICE, "/models nobody")
    assert plain((await api.answer(alice, 2)).text).startswith("I don't know @nobody.")


@pytest.mark.parametrize("handle", ["nayan@mastodon.social", "nayan.bsky.social"])
@pytest.mark.parametrize("question", ["/models", "/tweetlike"])
async def test_a_handle_copied_from_a_list_can_be_sent_back(
    bot: TelegramBot, api: TelegramApi, alice: Chat, make_voice: MakeVoice, handle: str, question: str
) -> None:
    make_voice(handle)
    api.say(alice, ALICE, question)
    message = await api.answer(alice)
    entity = [entity for entity in message.entities if entity.type == "code"][-1]
    copied = message.text[entity.offset :][: entity.length]
    assert copied == (handle if question == "/models" else f"/tweetlike {handle} My dream is")
    assert message.links() == []
    api.say(alice, ALICE, f"/tweetlike {copied}" if question == "/models" else copied)
    assert plain((await api.answer(alice, 2)).text).startswith(f"{handle} (@{handle})")


async def test_very_many_models_are_turned_page_by_page(
    bot: TelegramBot, api: TelegramApi, alice: Chat, db: Database
) -> None:
    for number in range(45):
        ensure_account(db, f"account_{number:02}", now=time.time())
    api.say(alice, ALICE, "/models")
    message = await api.answer(alice)
    assert message.text.count("no voice yet") == 20
    assert "account_19" in message.text
    assert "account_20" not in message.text
    assert "page 1 of 3" in message.text
    api.press(message, ALICE, "▶")
    await api.until(lambda: "page 2 of 3" in api.answers(alice)[0].text)
    assert "account_20" in api.answers(alice)[0].text


async def test_a_page_of_models_with_the_longest_handles_fits(service: Service, db: Database) -> None:
    for number in range(20):
        ensure_account(db, f"{'a' * 28}{number:02}@{'b' * 15}.example.org", now=time.time())
    text, _ = parse_html(models_html(await service.directory.models()))
    assert units(text) <= MESSAGE_UNITS
    assert text.count("no voice yet") == 20


# --- any text at all ---

SIGNS = "@/.:<>&;#!?\"'()-_~ \n\r\t\u2028\u2029\u200b\u200d\u2060\u202e\u0333\u0301\ufe0f\ud800"
WORDS = [
    *("durov", "start", "t", "me", "t.me", "com", "भारत", "xn--p1ai", "http", "https", "tg", "ton", "://", "//"),
    *("resolve?domain=durov", "1", "1.2.3.4", "b", "</b>", "<a href=x>", "&lt", "&#64;", "&commat;", "😀", "Ж", "ａ"),
]
texts_of_people = st.one_of(
    st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=40).map("".join),
    st.text(st.one_of(st.sampled_from(SIGNS), st.characters()), max_size=280),
).map(lambda text: text[:280])
handles = st.sampled_from(["sample", "a_b", "start", "durov", "t.me", "name.bsky.social", "user@instance.social"])


def answer_of(handle: str, display_name: str, texts: tuple[str, ...]) -> Answer:
    return Answer(handle, display_name, "", texts, 3, 400, 0.0, 2**31, 1, Stats())


@given(handles, texts_of_people, st.lists(texts_of_people, min_size=1, max_size=10))
@example("sample", "", ["😀" * 280] * 10)
@example("sample", "", ["&" * 280] * 5)
@example("sample", "", ["@\u2028durov", "/\u0333start", "tg:\u0333//resolve", "t.\u0333me", "1.\u03332.3.4", "ton://-"])
def test_any_answer_is_valid_html_within_a_message_and_links_nothing(
    handle: str, display_name: str, texts: list[str]
) -> None:
    source = answer_html(answer_of(handle, display_name, tuple(texts)))
    text, entities = parse_html(source)
    assert units(source) <= MESSAGE_UNITS
    assert links_in(text, entities) == []
    assert [entity.type for entity in entities][-1:] == ["italic"]
    assert {entity.type for entity in entities} <= {"bold", "italic"}
    assert f"AI parody — not @{handle}'s words" in plain(text)
    assert "\n\n1." in text


def test_of_ten_tweets_of_280_emoji_as_many_are_shown_as_fit() -> None:
    text, _ = parse_html(answer_html(answer_of("sample", "Sample", ("😀" * 280,) * 10)))
    assert text.count("😀" * 280) == 7
    assert units(text) + units("\n\n8. ") + 2 * 280 > MESSAGE_UNITS


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=280))
def test_a_harmless_looking_text_reads_as_it_was_written(text: str) -> None:
    shown, _ = parse_html(f"<b>.</b>{html_text(text)}")
    assert plain(shown[1:]) == text.strip()


# --- the stand-in itself ---


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("<foo>", 'Unsupported start tag "foo" at byte offset 0'),
        ("é <b>x", "Can't find end tag corresponding to start tag b"),
        ("é </b>", "Unexpected end tag at byte offset 3"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("1 < 2", "Unclosed start tag at byte offset 2"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("you & me", "Bare ampersand at byte offset 4"),
        ("&nbsp;", "Bare ampersand at byte offset 0"),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
    ],
)
def test_the_stand_in_refuses_html_that_does_not_parse(source: str, error: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {error}"


def test_the_stand_in_measures_entities_in_utf_16() -> None:
    text, entities = parse_html(' 😀<b>x&lt;😀</b>&#64;<a href="https://t.me">y</a>')
    assert text == "😀x<😀@y"
    assert [(entity.type, entity.offset, entity.length) for entity in entities] == [
        ("bold", 2, 4),
        ("text_link", 7, 1),
    ]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("hi @durov, a@durov @x 😀@telegram.", ["@durov", "@telegram"]),
        ("/start (/help) and/or 1/2 //x </b> /a@some_bot", ["/start", "/help", "/a@some_bot"]),
        ("t.me/durov e.g. 3.14 hello.world 1.2.3.4 v1.2.3", ["t.me", "hello.world", "1.2.3.4"]),
        ("https://t.me xhttp://a.b.museum9 foo://t.me", ["t.me", "a.b.museum9"]),
        ("tg://resolve xTON://x https://localhost", ["tg://resolve", "TON://x"]),
        ("a..com .com -.com a_b.com x.", []),
        ("😀.com नेट.भारत a.xn--p1ai me@example.com", ["😀.com", "नेट.भारत", "a.xn--p1ai", "example.com"]),
        ("@\u2060durov t.\u2060me /\u2060start tg\u2060://x", []),
    ],
)
def test_the_stand_in_finds_what_telegram_would_link(text: str, links: list[str]) -> None:
    assert links_in(text) == links


async def test_the_stand_in_forgets_updates_below_the_offset_and_keeps_the_others(
    api: TelegramApi, alice: Chat
) -> None:
    async with Bot(TOKEN, base_url=api.base_url) as client:
        for text in ("one", "two", "three"):
            api.say(alice, ALICE, text)
        ids = [update.update_id for update in await client.get_updates(timeout=0)]
        assert [update.update_id for update in await client.get_updates(timeout=0)] == ids
        left = await client.get_updates(offset=ids[1], timeout=0)
        assert [update.message.text for update in left if update.message] == ["two", "three"]
        assert [update.update_id for update in await client.get_updates(offset=ids[0], timeout=0)] == ids[1:]
        assert len(await client.get_updates(offset=-1, timeout=0)) == 1
        assert list(await client.get_updates(offset=ids[2] + 1, timeout=0)) == []


@pytest.mark.parametrize(
    ("path", "body", "error"),
    [
        (f"{TOKEN}/noSuchMethod", {}, (404, "Not Found: method not found")),
        ("none/getMe", {}, (404, "Not Found")),
        (f"{TOKEN[:-3]}abc/getMe", {}, (401, "Unauthorized")),
        (f"{TOKEN}/getMe", {"x": "1"}, (400, "Bad Request: getMe has no parameter x")),
        (f"{TOKEN}/sendMessage", {"chat_id": "1", "text": "x"}, (400, "Bad Request: chat not found")),
        (f"{TOKEN}/sendMessage", {"chat_id": "11", "text": ""}, (400, "Bad Request: message text is empty")),
        (
            f"{TOKEN}/sendMessage",
            {"chat_id": "11", "text": "<b> </b>", "parse_mode": "HTML"},
            (400, "Bad Request: text must be non-empty"),
        ),
        (f"{TOKEN}/sendMessage", {"chat_id": "11", "text": "😀" * 2049}, (400, "Bad Request: message is too long")),
        (
            f"{TOKEN}/sendMessage",
            {"chat_id": "11", "text": "x", "message_thread_id": "3"},
            (400, "Bad Request: message thread not found"),
        ),
        (
            f"{TOKEN}/sendMessage",
            {"chat_id": "11", "text": "x", "reply_parameters": '{"message_id": 3}'},
            (400, "Bad Request: message to be replied not found"),
        ),
        (
            f"{TOKEN}/editMessageText",
            {"chat_id": "11", "text": "x", "message_id": "3"},
            (400, "Bad Request: message to edit not found"),
        ),
    ],
)
async def test_the_stand_in_answers_mistakes_as_telegram_does(
    api: TelegramApi, alice: Chat, path: str, body: dict[str, str], error: tuple[int, str]
) -> None:
    async with httpx.AsyncClient() as client:
        response = await client.post(api.base_url + path, data=body)
    answer = response.json()
    assert (response.status_code, answer["description"]) == error
    assert (answer["ok"], answer["error_code"]) == (False, response.status_code)
    api.refusals.clear()


async def test_the_stand_in_ends_a_poll_when_another_one_begins(api: TelegramApi, alice: Chat) -> None:
    poll = f"{api.base_url}{TOKEN}/getUpdates"
    async with httpx.AsyncClient() as client:
        first = asyncio.create_task(client.post(poll, data={"timeout": "5"}))
        await api.until(lambda: api._poll is not None)
        second = asyncio.create_task(client.post(poll, data={"timeout": "5"}))
        assert (await first).status_code == 409
        api.say(alice, ALICE, "hello")
        assert len((await second).json()["result"]) == 1
    api.refusals.clear()


# What only operators may

TWEETS = "\n".join(json.dumps({"id": n, "text": f"number {n} hums to the <b>moon</b>"}) for n in range(40)).encode()


async def test_an_operator_imports_a_file_sent_with_a_caption_or_replied_to(
    bot: TelegramBot, api: TelegramApi, ada: Chat, settings: Settings, db: Database
) -> None:
    api.say(ada, ADMIN, "/import @Mine", document=("mine.jsonl", TWEETS))
    assert "@mine: 40 new of 40 tweets" in plain((await api.answer(ada)).text)
    sent = api.say(ada, ADMIN, "here it is", document=("mine.jsonl", TWEETS))
    api.say(ada, ADMIN, "/import mine", replying_to=sent)
    assert "0 new of 40" in plain((await api.answer(ada, 2)).text)
    api.say(ada, ADMIN, "/import mine")
    assert "as its caption" in (await api.answer(ada, 3)).text
    api.say(ada, ADMIN, "/import mine", document=("../x.zip", b"PK\x03\x04no"))
    broken = plain((await api.answer(ada, 4)).text)
    assert broken.startswith("Nothing was imported. x.zip")
    assert list((settings.home / "uploads").iterdir()) == []


async def test_a_file_that_is_too_large_for_bots_is_not_asked_for(
    bot: TelegramBot, api: TelegramApi, ada: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram_operators, "MAX_UPLOAD_BYTES", 100)
    api.say(ada, ADMIN, "/import mine", document=("mine.jsonl", TWEETS))
    assert "can be imported on the machine I run on" in (await api.answer(ada)).text
    assert api.calls_of("getFile") == []


async def test_a_groups_administrator_is_not_an_operator(
    bot: TelegramBot, api: TelegramApi, make_voice: MakeVoice, db: Database
) -> None:
    make_voice()
    group = api.group("hums", {ALICE: "creator", ADMIN: "member"})
    commands = ["/import a", "/schedule sample 6h", "/forget sample", "/optout sample"]
    for number, command in enumerate(commands, 1):
        api.say(group, ALICE, command, document=("a.jsonl", TWEETS) if number == 1 else None)
        assert (await api.answer(group, number)).text.startswith("Only operators of this bot may ")
    assert [(account.handle, account.refresh_every) for account in list_accounts(db)] == [("sample", None)]


async def test_an_operator_changes_a_schedule(
    bot: TelegramBot, api: TelegramApi, ada: Chat, make_voice: MakeVoice, db: Database
) -> None:
    make_voice()
    api.say(ada, ADMIN, "/schedule sample")
    assert "Like this" in (await api.answer(ada)).text
    api.say(ada, ADMIN, "/schedule sample 0 4 * * *")
    assert plain((await api.answer(ada, 2)).text) == "The schedule of @sample is now: 0 4 * * *."
    assert find_account(db, "sample").refresh_every == "0 4 * * *"
    api.say(ada, ADMIN, "/schedule sample often")
    assert "like 30m, 6h, 2d" in (await api.answer(ada, 3)).text


@pytest.mark.parametrize(("command", "after"), [("/forget", "I don't know @sample"), ("/optout", "has opted out")])
async def test_forgetting_asks_first_and_only_an_operator_may_answer(
    bot: TelegramBot,
    service: Service,
    api: TelegramApi,
    make_voice: MakeVoice,
    db: Database,
    command: str,
    after: str,
) -> None:
    make_voice()
    group = api.group("hums", {ALICE: "creator", ADMIN: "member"})
    api.say(group, ALICE, "/tweetlike sample")
    await api.answer(group)
    api.say(group, ADMIN, f"{command} sample")
    question = await api.answer(group, 2)
    assert "This cannot be undone." in question.text
    api.press(question, ALICE, "Delete")
    await api.until(lambda: api.calls_of("answerCallbackQuery"))
    assert "Only operators" in api.calls_of("answerCallbackQuery")[0].params["text"]
    assert len(list_accounts(db)) == 1
    api.press(question, ADMIN, "Delete")
    await api.until(lambda: len(question.texts) > 1)
    assert list_accounts(db) == []
    assert service.context.generator.resident() == []
    api.say(group, ALICE, "/tweetlike sample")
    assert after in plain((await api.answer(group, 3)).text)


async def test_an_unknown_handle_is_offered_to_an_operator_with_what_it_costs(
    bot: TelegramBot,
    service: Service,
    api: TelegramApi,
    ada: Chat,
    alice: Chat,
    make_voice: MakeVoice,
    db: Database,
) -> None:
    make_voice()
    api.say(ada, ADMIN, "/tweetlike stranger")
    assert (await api.answer(ada)).buttons == [], "X is switched off"
    on = {"x_token": SecretStr("good"), "x_accept_terms": True}
    alter(service, settings=service.settings.model_copy(update=on))
    api.say(ada, ADMIN, "/tweetlike stranger")
    offer = await api.answer(ada, 2)
    assert "Up to 3,200 posts cost about $16.01" in offer.text
    api.press(offer, ALICE, "Fetch")
    await api.until(lambda: api.calls_of("answerCallbackQuery"))
    assert jobs.active_jobs(db) == []
    api.press(offer, ADMIN, "Fetch")
    assert "Training @stranger" in plain((await api.answer(ada, 3)).text)
    [job] = jobs.active_jobs(db)
    assert (job.kind, job.handle, job.options.fetch) == ("train", "stranger", True)
    jobs.request_cancel(db, job.id, now=time.time())
    api.say(alice, ALICE, "/tweetlike stranger")
    answer = await api.answer(alice)
    assert answer.buttons == []
    assert "Ask for @sample" in plain(answer.text)


# Buttons under an answer, and the game


async def test_a_mix_of_two_voices_is_answered_and_asked_again(
    bot: TelegramBot, api: TelegramApi, alice: Chat, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    make_voice("other", 2)
    api.say(alice, ALICE, "/tweetlike sample*0.7+other*0.3 hum")
    first = await api.answer(alice)
    assert "(@sample × other, 70 : 30)" in plain(first.text)
    assert "not @sample × other, 70 : 30's words" in plain(first.text)
    api.press(first, ALICE, "Again")
    second = await api.answer(alice, 2)
    assert "70 : 30" in second.text
    assert tweets_in(first) != tweets_in(second)
    parts = [(row["weight"]) for row in db.query("SELECT weight FROM mix_parts ORDER BY generation_id, weight")]
    assert [round(weight, 2) for weight in parts] == [0.3, 0.7, 0.3, 0.7]


async def test_a_tweet_is_gone_on_from_with_its_number(
    bot: TelegramBot, service: Service, api: TelegramApi, alice: Chat, make_voice: MakeVoice, db: Database
) -> None:
    make_voice()
    api.say(alice, ALICE, "/tweetlike sample count=3 hum")
    first = await api.answer(alice)
    api.press(first, ALICE, "2 …")
    await api.answer(alice, 2)
    rows = list(db.query("SELECT prompt, texts FROM generations ORDER BY created_at"))
    chosen = json.loads(rows[0]["texts"])[1]
    assert rows[1]["prompt"] == service.context.generator.fit(prompt_from(chosen))


async def test_another_beginning_is_asked_for_and_taken_from_the_reply_even_after_a_restart(
    service: Service, api: TelegramApi, make_voice: MakeVoice, db: Database
) -> None:
    make_voice()
    bob = User(12, "Bob <b>google.com", language="de")
    group = api.group("hums", {ALICE: "member", bob: "member"})
    async with running(service, api):
        command = api.say(group, ALICE, "/tweetlike sample count=3 hum")
        first = await api.answer(group)
        api.press(first, bob, "✏️")
        question = await api.answer(group, 2)
    assert question.asks_reply
    assert re.match("✏️ [0-9]+ · Bob", question.text)
    assert "Wie sollen die Tweets anfangen?" in question.text
    assert question.links() == []
    assert [entity.url for entity in question.entities] == [f"tg://user?id={bob.id}"], "it asks one person"
    placeholder = api.calls_of("sendMessage")[-1].params["reply_markup"]["input_field_placeholder"]
    assert placeholder == "hum"
    async with running(service, api):
        api.say(group, bob, "what do you mean?", replying_to=command)  # between people
        own = api.say(group, ALICE, question.text.replace("Bob", "a question of nobody's"))
        api.say(group, bob, "the sea", replying_to=own)
        api.say(group, bob, "the moon", replying_to=question.message_id)
        answer = await api.answer(group, 3)
    assert answer.reply_to in group.messages
    assert group.messages[answer.reply_to].text == "the moon"
    assert len(tweets_in(answer)) == 3
    rows = list(db.query("SELECT prompt, requester FROM generations ORDER BY created_at"))
    assert [(row["prompt"], row["requester"]) for row in rows] == [("hum", str(ALICE.id)), ("the moon", str(bob.id))]


async def test_a_question_is_answered_by_those_who_might_press_and_within_limits(
    bot: TelegramBot, service: Service, api: TelegramApi, make_voice: MakeVoice, db: Database
) -> None:
    make_voice()
    alter(service, settings=service.settings.model_copy(update={"buttons_for": "requester"}))
    bob = User(12, "Bob")
    group = api.group("hums", {ALICE: "member", bob: "member"})
    api.say(group, ALICE, "/tweetlike sample")
    api.press(await api.answer(group), ALICE, "✏️")
    question = await api.answer(group, 2)
    api.say(group, bob, "the sea", replying_to=question.message_id)
    assert "Only the person who asked" in plain((await api.answer(group, 3)).text)
    api.say(group, ALICE, "x" * 400, replying_to=question.message_id)
    assert "Shorten it" in (await api.answer(group, 4)).text
    assert db.execute("SELECT count(*) FROM generations").fetchone() == (1,)


async def test_a_picture_of_an_answer_is_a_photo(
    bot: TelegramBot, api: TelegramApi, alice: Chat, make_voice: MakeVoice
) -> None:
    make_voice()
    api.say(alice, ALICE, "/tweetlike sample")
    answer = await api.answer(alice)
    rows = len(answer.buttons)
    api.press(answer, ALICE, "🖼️")
    await api.until(lambda: len(answer.buttons) > rows)
    api.press(answer, ALICE, "🖼️ 2")
    photo = await api.answer(alice, 2)
    assert photo.photo.startswith(b"\x89PNG")
    assert plain(photo.text) == f"{tweets_in(answer)[1]}\n\n{LABEL}", "what it shows, for those who cannot see it"
    await api.until(lambda: len(answer.buttons) == rows)
    api.press(answer, ALICE, "🖼️")
    await api.until(lambda: len(answer.buttons) > rows)
    api.press(answer, ALICE, "All")
    assert (await api.answer(alice, 3)).photo.startswith(b"\x89PNG")


async def test_thumbs_are_counted_under_the_answer_one_a_person(
    bot: TelegramBot, api: TelegramApi, make_voice: MakeVoice, db: Database
) -> None:
    make_voice()
    group = api.group("hums", {ALICE: "member", ADMIN: "member"})
    api.say(group, ALICE, "/tweetlike sample")
    answer = await api.answer(group)

    def thumbs() -> list[str]:
        return [button["text"] for button in answer.buttons[0][3:5]]

    shown = []
    for number, (person, thumb) in enumerate([(ALICE, "👍"), (ADMIN, "👎"), (ALICE, "👎"), (ADMIN, "👎")], 1):
        api.press(answer, person, thumb)
        await api.until(lambda number=number: len(api.calls_of("editMessageReplyMarkup")) == number)
        shown.append(thumbs())
    assert shown == [["👍 1", "👎"], ["👍 1", "👎 1"], ["👍", "👎 2"], ["👍", "👎 1"]]
    rows = [(row["voter"], row["liked"]) for row in db.query("SELECT voter, liked FROM feedback")]
    assert rows == [(f"telegram:{ALICE.id}", 0)]


@pytest.mark.parametrize("button", ["🖼️", "✏️"])
async def test_only_the_requester_may_press_where_the_settings_say_so(
    button: str, bot: TelegramBot, service: Service, api: TelegramApi, make_voice: MakeVoice
) -> None:
    make_voice()
    alter(service, settings=service.settings.model_copy(update={"buttons_for": "requester"}))
    bob = User(12, "Bob")
    group = api.group("hums", {ALICE: "member", bob: "member"})
    api.say(group, ALICE, "/tweetlike sample")
    answer = await api.answer(group)
    api.press(answer, bob, button)
    await api.until(lambda: api.calls_of("answerCallbackQuery"))
    assert "Only the person who asked" in api.calls_of("answerCallbackQuery")[0].params["text"]
    api.press(answer, ALICE, "Again")
    assert (await api.answer(group, 2)).buttons


async def test_who_asks_too_fast_is_told_to_wait(
    bot: TelegramBot, service: Service, api: TelegramApi, alice: Chat, ada: Chat, make_voice: MakeVoice
) -> None:
    make_voice()
    alter(service, turns=Turns(30, 0))
    for number in (1, 2):
        api.say(alice, ALICE, "/tweetlike sample")
        answer = await api.answer(alice, number)
    assert answer.text == "One at a time: ask again in 30 s."
    api.press(api.answers(alice)[0], ALICE, "Again")
    await api.until(lambda: api.calls_of("answerCallbackQuery"))
    assert "ask again in" in api.calls_of("answerCallbackQuery")[0].params["text"]
    api.say(alice, ALICE, "/realorfake sample")
    assert "ask again in" in (await api.answer(alice, 3)).text, "a game costs as much as an answer"
    for number in (1, 2):
        api.say(ada, ADMIN, "/tweetlike sample")
        assert (await api.answer(ada, number)).buttons, "operators need not wait"


@pytest.mark.parametrize("inline", [False, True])
async def test_a_stop_waits_until_what_was_asked_for_is_shown(
    bot: TelegramBot,
    service: Service,
    api: TelegramApi,
    alice: Chat,
    make_game: MakeGame,
    stop_during: StopDuring,
    inline: bool,
) -> None:
    make_game()
    stopped = stop_during(service, service.answers if inline else service.games, "tweetlike" if inline else "begin")
    if inline:
        api.type_inline(ALICE, "sample hum")
        await api.until(lambda: api.inline_results)
        api.choose_inline(ALICE, api.inline_results[0], "sample hum", "i1")
        await api.until(lambda: "AI parody" in api.inline_messages.get("i1", ""))
    else:
        api.say(alice, ALICE, "/realorfake sample")
        assert "Which one is real?" in (await api.answer(alice)).text
    assert stopped == [False]


async def test_real_or_fake_counts_guesses_until_it_ends(
    bot: TelegramBot, api: TelegramApi, make_game: MakeGame, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    account, version = make_game()
    monkeypatch.setattr("data.chat.games.SECONDS", 3)
    group = api.group("hums", {ALICE: "member", ADMIN: "member"})
    api.say(group, ALICE, "/realorfake sample")
    shown = await api.answer(group)
    [game] = [find_round(db, row["id"]) for row in db.query("SELECT id FROM rounds")]
    assert game
    begun = [f"{number}. {plain(neutralise(text))[:20]}" for number, text in enumerate(game.cards, 1)]
    assert all(card in plain(shown.text) for card in begun), (begun, shown.text)  # hashtags hold joiners of their own
    assert "AI parody" in shown.text
    wrong = (game.answer + 1) % 4
    api.press(shown, ALICE, str(wrong + 1))
    api.press(shown, ALICE, str(game.answer + 1))  # she changes her mind
    api.press(shown, ADMIN, str(wrong + 1))
    await api.until(lambda: len(shown.texts) > 1)
    assert f"Number {game.answer + 1} is real. 1 of 2 found it." in shown.text
    assert "Best here: Alice 1/1, Ada 0/1" in shown.text
    assert "was found 50% of the time (n=2)" in plain(shown.text)
    assert shown.buttons == []
    assert count_votes(db, version.id) == Votes(2, 1)
    assert find_account(db, account.handle)


async def test_a_guess_counts_only_under_the_message_that_shows_the_round(
    bot: TelegramBot, api: TelegramApi, make_game: MakeGame, db: Database
) -> None:
    """Anybody can send any query: from another chat, under another message, into another platform's round."""
    account, version = make_game()
    group, elsewhere = api.group("hums", {ALICE: "member"}), api.group("elsewhere", {ALICE: "member"})
    api.say(group, ALICE, "/realorfake sample")
    shown = await api.answer(group)
    [row] = db.query("SELECT id FROM rounds")
    facts = {"account_id": account.id, "version_id": version.id, "cards": ("a", "b", "c", "d"), "answer": 0}
    foreign = begin_round(db, **facts, platform="discord", place="1", now=time.time())
    show_round_in(db, foreign.id, shown.chat.id, shown.message_id)
    api.say(elsewhere, ALICE, "/help")
    other = await api.answer(elsewhere)
    api.say(group, ALICE, "/help")
    same_chat = await api.answer(group)
    for message, round_id in ((other, row["id"]), (same_chat, row["id"]), (shown, foreign.id)):
        api.press_data(message, ALICE, f"guess:{round_id}:0")
    api.press(shown, ALICE, "2")
    await api.until(lambda: db.execute("SELECT count(*) FROM guesses").fetchone()[0])
    await asyncio.sleep(0.3)
    assert [tuple(guessed.values())[:1] for guessed in db.query("SELECT round_id FROM guesses")] == [(row["id"],)]
    assert [guessed["card"] for guessed in db.query("SELECT card FROM guesses")] == [1]


async def test_a_round_that_a_restart_interrupted_is_ended(
    service: Service, api: TelegramApi, make_game: MakeGame, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_game()
    monkeypatch.setattr("data.chat.games.SECONDS", 0.5)
    chat = api.private_chat(ALICE)
    async with running(service, api):
        api.say(chat, ALICE, "/realorfake sample")
        shown = await api.answer(chat)
    await asyncio.sleep(0.6)
    assert len(shown.texts) == 1
    async with running(service, api):
        await api.until(lambda: len(shown.texts) > 1)
    assert "Nobody guessed." in shown.text


async def test_an_admin_rolls_back_and_cancels(
    bot: TelegramBot, api: TelegramApi, ada: Chat, alice: Chat, make_voice: MakeVoice, db: Database
) -> None:
    account, _ = make_voice()
    make_voice(seed=2)
    api.say(alice, ALICE, "/rollback sample")
    assert "Only admins" in (await api.answer(alice)).text
    api.say(ada, ADMIN, "/rollback sample")
    assert plain((await api.answer(ada)).text) == "@sample: version 1 is live again."
    api.say(ada, ADMIN, "/cancel sample")
    assert "No training or download of @" in (await api.answer(ada, 2)).text
    jobs.enqueue(db, "train", "sample", account.id, requested_by="t", now=1)
    api.say(ada, ADMIN, "/cancel sample")
    assert "cancelled" in (await api.answer(ada, 3)).text
    api.say(alice, ALICE, "/status")
    assert "1 voice, on CPU" in (await api.answer(alice, 2)).text
    api.say(alice, ALICE, "/privacy")
    assert "tweetlike optout HANDLE" in (await api.answer(alice, 3)).text


async def test_who_no_longer_agrees_can_be_forgotten_and_a_stranger_can_opt_out(
    bot: TelegramBot, api: TelegramApi, ada: Chat, make_voice: MakeVoice, db: Database
) -> None:
    make_voice()
    set_policy(db, "consent", "required")
    api.say(ada, ADMIN, "/forget sample")
    question = await api.answer(ada)
    api.press(question, ADMIN, "Delete")
    await api.until(lambda: len(question.texts) > 1)
    assert list_accounts(db) == []
    api.say(ada, ADMIN, "/OptOut stranger")
    assert plain((await api.answer(ada, 2)).text) == "@stranger has opted out."
    assert db.execute("SELECT handle FROM opt_outs").fetchall() == [("stranger",)]


async def test_at_the_end_comes_a_picture_of_how_the_training_went(
    bot: TelegramBot, api: TelegramApi, ada: Chat, db: Database, settings: Settings, make_voice: MakeVoice
) -> None:
    _, version = make_voice()
    draw_curve(settings.models_path() / version.folder / "training.png", "sample", [CurvePoint(0.5, 4.0, None)])
    message = await ask_to_retrain(api, ada)
    await api.until(lambda: followed(db))
    jobs.finish(db, start_job(db), "succeeded", Result("Version 1 is live.", 1, True), now=time.time())
    picture = await api.answer(ada, 2)
    assert picture.photo.startswith(b"\x89PNG")
    assert picture.reply_to == message.message_id


# Inline mode


async def test_typed_in_any_chat_a_voice_is_chosen_and_writes_in_its_place(
    bot: TelegramBot, api: TelegramApi, make_voice: MakeVoice
) -> None:
    make_voice("sample")
    make_voice("other", 2)
    api.type_inline(ALICE, "sam My dream is")
    [result] = await api.until(lambda: api.inline_results)
    assert (result["title"], result["description"]) == ("@sample", "My dream is")
    assert "AI parody" in result["input_message_content"]["message_text"]
    api.choose_inline(ALICE, result, "sam My dream is", "m1")
    await api.until(lambda: "m1" in api.inline_messages)
    assert plain(api.inline_messages["m1"]).startswith("sample (@sample)")
    assert "5. My dream is" in api.inline_messages["m1"]
    assert LABEL in plain(api.inline_messages["m1"])


@pytest.mark.parametrize(
    "beginning", ["", "hum", "a beginning of many words that no button has room for, whatever it is"]
)
async def test_where_the_bot_is_not_told_of_the_choice_its_button_writes_also_after_a_restart(
    service: Service, api: TelegramApi, make_voice: MakeVoice, beginning: str
) -> None:
    """What was typed was in memory, where others' keystrokes emptied it, and a restart did."""
    make_voice("sample")
    async with running(service, api):
        api.type_inline(ALICE, f"sample {beginning}")
        [result] = await api.until(lambda: api.inline_results)
    async with running(service, api):
        api.press_inline(ALICE, result, "m2")
        await api.until(lambda: "m2" in api.inline_messages)
    assert f"5. {beginning}"[:30] in api.inline_messages["m2"]


async def test_a_long_beginning_is_stored_once_however_many_voices_are_offered(
    bot: TelegramBot, service: Service, api: TelegramApi, make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was stored anew for each of twenty voices, at each key that was pressed."""
    for number in range(4):
        make_voice(f"sample{number}", number)
    stored: list[str] = []
    keep = service.answers.keep_beginning

    async def counted(text: str) -> str:
        stored.append(text)
        return await keep(text)

    monkeypatch.setattr(service.answers, "keep_beginning", counted)
    long = "a beginning of many words that no button has room for, whatever it is"
    api.type_inline(ALICE, f"sample {long}")
    assert len(await api.until(lambda: api.inline_results)) == 4
    assert stored == [long]


async def test_a_beginning_is_not_kept_for_ever(service: Service, db: Database) -> None:
    key = await service.answers.keep_beginning("a beginning")
    assert await service.answers.kept_beginning(key) == "a beginning"
    alter(service, clock=lambda: time.time() + 8 * 86_400)
    await service.answers.keep_beginning("another one")
    with pytest.raises(PromptForgotten):
        await service.answers.kept_beginning(key)


async def test_an_inline_answer_has_buttons_that_work_in_its_place(
    bot: TelegramBot, api: TelegramApi, make_voice: MakeVoice
) -> None:
    make_voice("sample")
    api.type_inline(ALICE, "sample hum")
    [result] = await api.until(lambda: api.inline_results)
    api.choose_inline(ALICE, result, "sample hum", "m")
    first = await api.until(lambda: api.inline_messages.get("m"))
    [switch] = [b for row in api.inline_keyboards["m"] for b in row if "switch_inline_query_current_chat" in b]
    assert switch["switch_inline_query_current_chat"] == "sample hum"
    api.press_inline(BOB, result, "m", "👍")
    await api.until(lambda: "👍 1" in [b["text"] for row in api.inline_keyboards["m"] for b in row])
    api.press_inline(BOB, result, "m", "Again")
    second = await api.until(lambda: api.inline_messages["m"] != first and api.inline_messages["m"])
    assert "5. hum" in second
    api.press_inline(BOB, result, "m", "2 …")
    await api.until(lambda: api.inline_messages["m"] != second)


async def test_what_passes_leaves_an_inline_message_and_its_button_as_they_were(
    bot: TelegramBot, service: Service, api: TelegramApi, make_voice: MakeVoice
) -> None:
    """A second one within three seconds was replaced for ever by "One at a time", in somebody's private chat."""
    make_voice("sample")
    api.type_inline(ALICE, "sample hum")
    [result] = await api.until(lambda: api.inline_results)
    alter(service, turns=Turns(1_000, 1_000))
    api.choose_inline(ALICE, result, "sample hum", "m1")
    first = await api.until(lambda: api.inline_messages.get("m1"))
    api.choose_inline(ALICE, result, "sample hum", "m2")
    await api.until(lambda: "One at a time" in api.inline_messages.get("m2", ""))
    assert [b["text"] for row in api.inline_keyboards["m2"] for b in row] == ["✍️ Write"]
    api.press_inline(ALICE, result, "m1", "Again")
    await api.until(lambda: api.calls_of("answerCallbackQuery"))
    assert "One at a time" in api.calls_of("answerCallbackQuery")[-1].params["text"]
    assert api.inline_messages["m1"] == first
    alter(service, turns=Turns(0, 0))
    api.press_inline(ALICE, result, "m2")
    await api.until(lambda: "5. hum" in api.inline_messages["m2"])


async def test_whoever_names_no_voice_inline_is_offered_the_voices_for_all_that_was_typed(
    bot: TelegramBot, api: TelegramApi, alice: Chat, make_voice: MakeVoice
) -> None:
    api.type_inline(ALICE, "My dream is")
    await api.until(lambda: api.inline_button)
    assert api.inline_button["text"] == "No voices yet"
    make_voice("sample")
    make_voice("other", 2)
    api.type_inline(ALICE, "My dream is")
    results = await api.until(lambda: api.inline_results)
    assert {(each["title"], each["description"]) for each in results} == {
        ("@sample", "My dream is"),
        ("@other", "My dream is"),
    }
    assert "No voice is called My" in api.inline_button["text"]
    api.choose_inline(ALICE, results[0], "My dream is", "m1")
    await api.until(lambda: "5. My dream is" in api.inline_messages.get("m1", ""))
    api.say(alice, ALICE, f"/start {api.inline_button['start_parameter']}")
    assert "2 voices" in (await api.answer(alice)).text


async def test_a_mix_can_be_asked_for_inline(bot: TelegramBot, api: TelegramApi, make_voice: MakeVoice) -> None:
    make_voice("sample")
    make_voice("other", 2)
    api.type_inline(ALICE, "sample+other hum")
    [result] = await api.until(lambda: api.inline_results)
    api.choose_inline(ALICE, result, "sample+other hum", "m1")
    await api.until(lambda: "5. hum" in api.inline_messages.get("m1", ""))
    api.type_inline(ALICE, "sample+nobody hum")
    await api.until(lambda: api.inline_button)
    assert "No voice is called sample+" in api.inline_button["text"]


async def test_an_inline_query_that_is_too_old_is_let_go_and_an_error_stands_in_its_place(
    bot: TelegramBot, service: Service, api: TelegramApi, make_voice: MakeVoice, db: Database
) -> None:
    make_voice("sample")
    api.type_inline(ALICE, "sample hum")
    [result] = await api.until(lambda: api.inline_results)
    opt_out(db, "sample", now=time.time())
    api.choose_inline(ALICE, result, "sample hum", "m4")
    await api.until(lambda: "m4" in api.inline_messages)
    assert "has opted out" in api.inline_messages["m4"]
    api.type_inline(ALICE, "sample hum", age_s=1000)
    await api.until(lambda: len(api.calls_of("answerInlineQuery")) == 2)
    api.refusals.clear()  # that one was refused, as it should be


async def test_telegram_may_send_updates_itself_if_it_knows_the_secret(
    service: Service, api: TelegramApi, make_voice: MakeVoice
) -> None:
    make_voice()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    hook = {"telegram_webhook_url": "https://bot.example/hum/updates", "telegram_webhook_port": port}
    alter(service, settings=service.settings.model_copy(update=hook))
    async with running(service, api), httpx.AsyncClient() as telegram:
        assert api.webhook["url"] == "https://bot.example/hum/updates"
        chat = api.private_chat(ALICE)
        api.say(chat, ALICE, "/tweetlike sample hum")
        update = api._updates.pop()
        address = f"http://127.0.0.1:{port}/hum/updates"
        for secret in ("", "guessed"):
            refused = await telegram.post(address, json=update, headers={"X-Telegram-Bot-Api-Secret-Token": secret})
            assert refused.status_code == 403
        assert api.answers(chat) == []
        secret = api.webhook["secret_token"]
        taken = await telegram.post(address, json=update, headers={"X-Telegram-Bot-Api-Secret-Token": secret})
        assert taken.status_code == 200
        assert LABEL in plain((await api.answer(chat)).text)
    assert api.calls_of("getUpdates") == []


async def test_nothing_is_read_of_whoever_does_not_know_the_secret(
    service: Service, api: TelegramApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is a request waited for that does not come to its end, or an update taken that is none."""
    monkeypatch.setattr(webhook, "PATIENCE_S", 0.5)
    monkeypatch.setattr(webhook, "MAX_UPDATE", 100_000)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    hook = {"telegram_webhook_url": "https://bot.example/hum", "telegram_webhook_port": port}
    alter(service, settings=service.settings.model_copy(update=hook))

    async def send(head: str, body: bytes = b"", *, until: bytes = b"") -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(head.encode() + body)
            return await asyncio.wait_for(reader.readuntil(until) if until else reader.read(), 10)
        finally:
            writer.close()

    async with running(service, api):
        post = "POST /hum HTTP/1.1\r\nHost: bot.example\r\nContent-Type: application/json\r\n"
        known = f"X-Telegram-Bot-Api-Secret-Token: {api.webhook['secret_token']}\r\n"
        refused = await send(f"{post}Content-Length: 90000\r\n\r\n", b"[", until=b"\r\n")
        assert b"403" in refused, "before the body has come"
        assert await send(f"{post}Content-Length: 90000\r\n", b"") == b"", "half a head is not waited for"
        assert b"200" not in await send(f"{post}{known}Content-Length: 90\r\n\r\n", b"[1")
        assert b"200" not in await send(f"{post}{known}Content-Length: 900000\r\n\r\n", b"[" * 900)
        for nonsense in (b"[", b"null", b"[1]", b"{}", b'{"update_id": "x"}', b"\xff", b'{"update_id":1,"message":3}'):
            told = await send(f"{post}{known}Content-Length: {len(nonsense)}\r\n\r\n", nonsense, until=b"\r\n")
            assert b"HTTP/1.1 " in told
            assert b"500" not in told, nonsense
        assert service.trouble() is None
    api.refusals.clear()


# --- Sentences reach people whole ---


async def test_pages_of_voices_are_turned_by_buttons(
    bot: TelegramBot, api: TelegramApi, alice: Chat, make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command in a message loses what follows it when it is tapped: page 2 was page 1 again."""
    monkeypatch.setattr("bot.service.directory.PAGE_VOICES", 1)
    for handle in ("ann", "anton", "bob"):
        make_voice(handle)
    api.say(alice, ALICE, "/voices an")
    message = await api.answer(alice)
    assert "page 1 of 2" in message.text
    api.press(message, ALICE, "▶")
    await api.until(lambda: "page 2 of 2" in api.answers(alice)[0].text)
    assert "anton" in api.answers(alice)[0].text
    api.press(api.answers(alice)[0], ALICE, "◀")
    await api.until(lambda: "page 1 of 2" in api.answers(alice)[0].text)


async def test_our_own_commands_can_be_tapped_and_others_words_cannot(
    bot: TelegramBot, api: TelegramApi, alice: Chat, db: Database
) -> None:
    ensure_account(db, "mute", now=1.0)
    api.say(alice, ALICE, "/tweetlike mute hum")
    message = await api.answer(alice)
    assert message.links() == ["/retrain"]
    assert "/retrain mute" in message.text
    api.say(alice, ALICE, "/tweetlike /forget@x creativity=/optout")
    assert (await api.answer(alice, 2)).links() == []


async def test_privacy_has_no_ticks_and_its_command_can_be_copied(
    bot: TelegramBot, api: TelegramApi, alice: Chat
) -> None:
    api.say(alice, ALICE, "/privacy")
    message = await api.answer(alice)
    assert "`" not in message.text
    assert [entity.type for entity in message.entities] == ["code"]


# --- What is not a command of ours ---


async def test_alone_with_the_bot_text_is_a_voice_and_a_beginning_or_gets_a_hint(
    bot: TelegramBot, api: TelegramApi, alice: Chat, make_voice: MakeVoice
) -> None:
    make_voice()
    for number, text in enumerate(("hello?", "/tweet sample hi", "/start"), 1):
        api.say(alice, ALICE, text)
        assert "/tweetlike" in (await api.answer(alice, number)).text
    assert api.answers(alice)[0].buttons[0][0]["text"] == "@sample"
    api.say(alice, ALICE, "@Sample My dream is")
    assert [tweet[:11] for tweet in tweets_in(await api.answer(alice, 4))] == ["My dream is"] * 5


async def test_a_link_into_the_bot_answers_at_once(
    bot: TelegramBot, api: TelegramApi, alice: Chat, make_voice: MakeVoice
) -> None:
    make_voice()
    api.say(alice, ALICE, "/start sample")
    assert len(tweets_in(await api.answer(alice))) == 5


async def test_a_slip_of_the_pen_that_is_put_right_is_answered_once(
    bot: TelegramBot, api: TelegramApi, alice: Chat, make_voice: MakeVoice
) -> None:
    make_voice()
    group = api.group("Friends", {ALICE: "member"})
    number = api.say(group, ALICE, "/tweetlik sample hum")
    typed = group.messages[number].to_json()
    entities = [{"type": "bot_command", "offset": 0, "length": 10}]
    edited = typed | {"text": "/tweetlike sample hum", "entities": entities, "edit_date": typed["date"] + 1}
    for _ in range(3):
        api.push({"edited_message": edited})
    assert len(tweets_in(await api.answer(group))) == 5
    api.say(alice, ALICE, "/privacy")
    await api.answer(alice)
    await api.until(lambda: not bot.chats.pending)
    assert len(api.answers(group)) == 1


async def test_a_file_for_another_bot_is_not_ours(
    bot: TelegramBot, api: TelegramApi, ada: Chat, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    before = [account.handle for account in list_accounts(db)]
    api.say(ada, ADMIN, "/import@some_other_bot mine", document=("mine.jsonl", TWEETS))
    api.say(ada, ADMIN, "/privacy")
    assert "What I keep" in (await api.answer(ada)).text
    assert [account.handle for account in list_accounts(db)] == before
    api.say(ada, ADMIN, "/import@Tweetlike_Test_Bot mine", document=("mine.jsonl", TWEETS))
    await api.answer(ada, 2)
    assert "mine" in [account.handle for account in list_accounts(db)]


async def test_an_anonymous_administrator_is_one_of_their_group_and_of_no_other(
    bot: TelegramBot, service: Service, api: TelegramApi, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    anonymous = User(1087968824, "Group")
    trusted, other = api.group("Ours", {ALICE: "creator"}), api.group("Theirs", {BOB: "creator"})
    alter(service, settings=service.settings.model_copy(update={"telegram_trusted_groups": frozenset({trusted.id})}))

    def say_as(group: Chat, text: str, command: int) -> None:
        facts = {"message_id": next(api._ids), "date": int(time.time()), "chat": group.to_json(), "text": text}
        entities = [{"type": "bot_command", "offset": 0, "length": command}]
        facts |= {"from": anonymous.to_json(), "sender_chat": group.to_json(), "entities": entities}
        api.push({"message": facts})

    say_as(other, "/retrain sample", 8)
    assert "Only admins" in (await api.answer(other)).text
    say_as(trusted, "/retrain sample", 8)
    assert plain((await api.answer(trusted)).text) == "Training @sample: waiting for the trainer."
    [job] = jobs.active_jobs(db)
    assert job.requested_by == f"telegram:{trusted.id}"
    alter(service, turns=Turns(3600, 0))
    for group in (trusted, other):  # two groups, two persons
        say_as(group, "/tweetlike sample hum", 10)
        assert (await api.answer(group, 2)).buttons


# --- what is kept ---


def holding(db: Database, text: str) -> set[str]:
    """The columns in which a text is found, like "generations.requester"."""
    found = set()
    for table in db.table_names():
        for column in db.table(table).columns_dict:
            query = f"SELECT 1 FROM [{table}] WHERE instr(CAST([{column}] AS TEXT), ?) LIMIT 1"
            if db.execute(query, [text]).fetchone():
                found.add(f"{table}.{column}")
    return found


async def test_what_is_kept_of_people_is_what_privacy_says(
    bot: TelegramBot, service: Service, api: TelegramApi, make_game: MakeGame, db: Database
) -> None:
    make_game()
    curious = User(987_654_321, "Quirina", language="en")
    alone, group = api.private_chat(curious), api.group("friends", {curious: "member"})
    api.say(alone, curious, "my password is hunter2")
    api.say(group, curious, "hunter2 is what I said")
    await api.answer(alone)
    api.say(alone, curious, "/tweetlike sample a beginning")
    answer = await api.answer(alone, 2)
    api.press(answer, curious, "👍")
    await api.until(lambda: any("👍 1" in b["text"] for row in answer.buttons for b in row))
    api.say(group, curious, "/realorfake sample")
    round_ = await api.answer(group)
    api.press(round_, curious, "1")
    await api.until(lambda: db.execute("SELECT count(*) FROM guesses").fetchone()[0])
    long = "a beginning of many words that no button has room for, whatever it is, zanzibar"
    api.type_inline(curious, f"sample {long}")
    await api.until(lambda: api.inline_results)
    assert holding(db, "hunter2") == set(), "no other messages"
    assert holding(db, "987654321") <= {
        "generations.requester",  # a number for who asked
        "feedback.voter",  # thumbs with such a number
        "guesses.player",  # guesses in the game
        "votes.voter",
        "rounds.channel_id",
    }
    assert holding(db, "Quirina") == {"guesses.name"}, "with the name that is shown"
    assert holding(db, "zanzibar") == {"beginnings.text"}, "a long beginning, for a week"
    for stated in ("with a number for who asked", "thumbs", "with the name that is shown", "for a week"):
        assert stated in privacy_words(90)
    assert "for 90 days" in privacy_words(90)
    assert "as long as the account is there" in privacy_words(0)


def test_hashtags_open_no_search() -> None:
    for text in ("so #blessed", "buy $TSLA now", "＃朝ごはん", "#1 fan", "a#b"):
        shown = html_text(text)
        assert plain(shown) == text
        assert not re.search(r"(?:[#＃]|\$(?=[A-Za-z]))(?=\w)", shown)
    assert html_text("it costs $4.99") == "it costs $4.99"
    for text in ("#\u200cfreenitro", "#·join", "$1INCH", "#\u0333promo", "call +15551234567"):
        shown = html_text(text)
        assert re.search(rf"[#$+]{JOINER}", shown), text
