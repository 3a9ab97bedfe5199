"""What Telegram's messages look like: HTML within Telegram's limits, and the buttons under them."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, User

from bot.platforms.languages import ask_prompt, ask_reply
from bot.platforms.phrases import APART, day, round_words, score_lines, voice_state
from bot.service.answers import Answer
from bot.service.directory import AccountStatus, ModelPage, Score
from bot.service.safety import neutralise, own_sentence, parody_label
from data.chat.games import SECONDS, Round

PLATFORM = "telegram"
AGAIN, EDIT = "again:", "edit:"  # then the generation's id
MESSAGE_UNITS = 4096  # UTF-16 code units
CAPTION_UNITS = 1024


def answer_buttons(answer: Answer) -> InlineKeyboardMarkup | None:
    """What may be pressed under an answer, if it could be stored."""
    if answer.generation_id is None:
        return None
    key = answer.generation_id
    first = [
        ("🔁 Again", f"{AGAIN}{key}"),
        ("✏️", f"{EDIT}{key}"),
        ("🖼️", f"picture:{key}"),
        ("👍", f"up:{key}"),
        ("👎", f"down:{key}"),
    ]
    second = [(f"{number} …", f"more:{key}:{number}") for number in range(1, len(answer.texts) + 1)]
    rows = [first, second[:5], second[5:]]
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows if row]
    )


def inline_buttons(handle: str, prompt: str, generation_id: int, tweets: int) -> InlineKeyboardMarkup:
    """As `answer_buttons`, where the bot is not in the chat: everything happens in the one message, and another
    beginning is typed after the bot's name."""
    first = [
        InlineKeyboardButton("🔁 Again", callback_data=f"{AGAIN}{generation_id}"),
        InlineKeyboardButton("✏️", switch_inline_query_current_chat=f"{handle} {prompt}".strip()[:256]),
        InlineKeyboardButton("👍", callback_data=f"up:{generation_id}"),
        InlineKeyboardButton("👎", callback_data=f"down:{generation_id}"),
    ]
    more = [
        InlineKeyboardButton(f"{number} …", callback_data=f"more:{generation_id}:{number}")
        for number in range(1, tweets + 1)
    ]
    return InlineKeyboardMarkup([row for row in (first, more[:5], more[5:]) if row])


def question_html(generation_id: int, user: User, *, alone: bool) -> str:
    """Asks for another beginning: of what, for the reply may come after a restart; and whom, where there are others."""
    name = "" if alone else f'<a href="tg://user?id={user.id}">{html_text(user.first_name[:40])}</a>: '
    language = user.language_code
    return f"✏️ {generation_id} · {name}{html_text(ask_prompt(language))} {html_text(ask_reply(language))}"


QUESTION = re.compile(r"✏️ ([0-9]{1,18}) ·")


def counted(button: InlineKeyboardButton, up: int, down: int) -> InlineKeyboardButton:
    """A thumb with its count; any other button as it is."""
    kind = str(button.callback_data).partition(":")[0]
    faces = {"up": ("👍", up), "down": ("👎", down)}
    if kind not in faces:
        return button
    face, count = faces[kind]
    return InlineKeyboardButton(f"{face} {count}" if count else face, callback_data=button.callback_data)


def with_counts(keyboard: InlineKeyboardMarkup, up: int, down: int) -> InlineKeyboardMarkup:
    """The same buttons with the thumbs counted."""
    return InlineKeyboardMarkup([[counted(button, up, down) for button in row] for row in keyboard.inline_keyboard])


def one_button(label: str, data: str) -> InlineKeyboardMarkup:
    """A keyboard of one button."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)]])


def answer_html(answer: Answer) -> str:
    """Five tweets that say what they are, within a message's limit."""
    head = f"<b>{html_text(answer.display_name[:60])}</b> (@\u2060{html_text(answer.handle)})"
    foot = (
        f"<i>{html_text(parody_label(answer.handle))}</i>\n"
        f"version {answer.version} · trained on {answer.trained_on} tweets · {day(answer.trained_at)} · "
        f"seed {answer.seed}"
    )
    tweets = [f"{number}. {html_text(text)}" for number, text in enumerate(answer.texts, 1)]
    return within_limit(head, tweets, foot)


def round_html(handle: str, game: Round, result: Sequence[str] = ()) -> str:
    """Four cards, one of them real; at the end, which."""
    head = f"<b>Real or fake?</b> {html_text(round_words(handle))}"
    cards = [f"{number}. {html_text(text)}" for number, text in enumerate(game.cards, 1)]
    foot = "\n".join(result) or f"<i>The others are AI parody. {SECONDS:.0f} seconds.</i>"
    return within_limit(head, cards, foot)


def score_html(score: Score) -> str:
    """A line a measurement, short enough to stand under a picture."""
    head = (
        f"<b>@\u2060{html_text(score.handle)}, version {score.version}</b>\n"
        f"{score.card.generated} tweets it wrote, beside {score.card.held_out} real ones it has not seen"
    )
    lines = [f"{name}: {value}" for name, value in score_lines(score)]
    return within_limit(head, lines, APART, CAPTION_UNITS)


def models_html(found: ModelPage) -> str:
    """One line per voice."""
    lines = [_model_line(status) for status in found.statuses]
    where = f"page {found.page} of {found.pages}" if found.pages > 1 else ""
    return within_limit("<b>Voices</b>", lines or ["No voices yet. An operator adds one: tweetlike import."], where)


def _model_line(status: AccountStatus) -> str:
    # as it is, to be copied: nothing links inside of code
    return f"<code>{html.escape(status.account.handle)}</code>: {voice_state(status)}"


def within_limit(head: str, parts: list[str], foot: str, limit: int = MESSAGE_UNITS) -> str:
    """Whole parts only, as many as fit, so that no tag or entity is ever cut."""
    kept: list[str] = []
    for part in parts:
        if _units("\n\n".join([head, *kept, part, foot])) > limit:
            break
        kept.append(part)
    return "\n\n".join(piece for piece in (head, *kept, foot) if piece)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def own_html(text: str) -> str:
    """A sentence of ours around neutral parts; what stands between backticks can be copied at a touch."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", html.escape(own_sentence(text), quote=False))


def html_text(text: str) -> str:
    """Any text as it reads: neutral, and no part of it is markup."""
    return html.escape(neutralise(text), quote=False)
