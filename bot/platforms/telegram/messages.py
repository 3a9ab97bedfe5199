"""What Telegram's messages look like: HTML within Telegram's limits, and the buttons under them."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Sequence

import regex
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, User

from bot.platforms.languages import ENGLISH, phrases_of
from bot.platforms.phrases import parody_label, round_words, score_lines, verdict, voice_state
from bot.service.answers import Answer, Picture
from bot.service.directory import AccountStatus, ModelPage, Score
from bot.service.safety import JOINER, PROMPT_CHARACTERS, neutralise, own_sentence
from data.chat.games import SECONDS, Round
from data.texts.phrases import Phrases

PLATFORM = "telegram"
AGAIN, EDIT, PICTURE, INFO = "again:", "edit:", "picture:", "info:"  # then the generation's id
CARD = "card:"  # then the generation's id, and the number of a tweet or 0 for all
TRY = "try:"  # then a handle
MESSAGE_UNITS = 4096  # UTF-16 code units
CAPTION_UNITS = 1024


def answer_buttons(answer: Answer, phrases: Phrases = ENGLISH) -> InlineKeyboardMarkup | None:
    """What may be pressed under an answer, if it could be stored."""
    if answer.generation_id is None:
        return None
    key = answer.generation_id
    first = [
        (f"🔁 {phrases.again}", f"{AGAIN}{key}"),
        ("✏️", f"{EDIT}{key}"),
        ("🖼️", f"{PICTURE}{key}"),
        ("👍", f"up:{key}"),
        ("👎", f"down:{key}"),
        ("ℹ️", f"{INFO}{key}"),
    ]
    second = [(f"{number} …", f"more:{key}:{number}") for number in range(1, len(answer.texts) + 1)]
    rows = [first, second[:5], second[5:]]
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows if row]
    )


def with_cards(
    keyboard: InlineKeyboardMarkup, generation_id: int, tweets: int, all_of_them: str
) -> InlineKeyboardMarkup:
    """The same buttons, and below them those that ask for a picture of one of the tweets, or of all."""
    cards = [(f"🖼️ {number}", number) for number in range(1, tweets + 1)]
    cards += [(f"🖼️ {all_of_them}", 0)] if tweets > 1 else []
    row = [InlineKeyboardButton(label, callback_data=f"{CARD}{generation_id}:{number}") for label, number in cards]
    rows = without_cards(keyboard).inline_keyboard
    return InlineKeyboardMarkup([*rows, *(row[at : at + 6] for at in range(0, len(row), 6))])


def without_cards(keyboard: InlineKeyboardMarkup) -> InlineKeyboardMarkup:
    """The same buttons without those of `with_cards`."""
    return InlineKeyboardMarkup(
        [row for row in keyboard.inline_keyboard if not str(row[0].callback_data).startswith(CARD)]
    )


def inline_buttons(
    handle: str, prompt: str, generation_id: int, tweets: int, phrases: Phrases = ENGLISH
) -> InlineKeyboardMarkup:
    """As `answer_buttons`, where the bot is not in the chat: everything happens in the one message, and another
    beginning is typed after the bot's name."""
    first = [
        InlineKeyboardButton(f"🔁 {phrases.again}", callback_data=f"{AGAIN}{generation_id}"),
        InlineKeyboardButton("✏️", switch_inline_query_current_chat=f"{handle} {prompt}".strip()[:256]),
        InlineKeyboardButton("👍", callback_data=f"up:{generation_id}"),
        InlineKeyboardButton("👎", callback_data=f"down:{generation_id}"),
        InlineKeyboardButton("ℹ️", callback_data=f"{INFO}{generation_id}"),
    ]
    more = [
        InlineKeyboardButton(f"{number} …", callback_data=f"more:{generation_id}:{number}")
        for number in range(1, tweets + 1)
    ]
    return InlineKeyboardMarkup([row for row in (first, more[:5], more[5:]) if row])


def question_html(generation_id: int, user: User, *, alone: bool) -> str:
    """Asks for another beginning: of what, for the reply may come after a restart; and whom, where there are others."""
    name = "" if alone else f'<a href="tg://user?id={user.id}">{html_text(user.first_name[:40])}</a>: '
    phrases = phrases_of(user.language_code)
    return f"✏️ {generation_id} · {name}{html_text(phrases.ask_prompt)} {html_text(phrases.ask_reply)}"


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


def voice_buttons(handles: Sequence[str]) -> InlineKeyboardMarkup | None:
    """Voices to try at a touch."""
    fitting = [handle for handle in handles if len(f"{TRY}{handle}".encode()) <= 64]
    rows = [[InlineKeyboardButton(f"@{handle}", callback_data=f"{TRY}{handle}")] for handle in fitting]
    return InlineKeyboardMarkup(rows) if rows else None


def one_button(label: str, data: str) -> InlineKeyboardMarkup:
    """A keyboard of one button."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)]])


def answer_html(answer: Answer, phrases: Phrases = ENGLISH) -> str:
    """Five tweets that say what they are, within a message's limit."""
    head = f"<b>{html_text(answer.display_name[:60])}</b> (@\u2060{html_text(answer.handle)})"
    if answer.prompt:
        head += f"\n{html_text(answer.prompt[:PROMPT_CHARACTERS])} …"
    tweets = [f"{number}. {html_text(text)}" for number, text in enumerate(answer.texts, 1)]
    return within_limit(head, tweets, f"<i>{html_text(parody_label(answer.handle, phrases))}</i>")


def picture_caption(picture: Picture, phrases: Phrases = ENGLISH) -> str:
    """What a picture shows, for those who cannot see it, as much as a caption takes; and what it is."""
    tweets = [html_text(text) for text in picture.texts]
    return within_limit("", tweets, f"<i>{html_text(parody_label(picture.handle, phrases))}</i>", CAPTION_UNITS)


def round_html(handle: str, game: Round, result: Sequence[str] = (), phrases: Phrases = ENGLISH) -> str:
    """Four cards, one of them real; at the end, which."""
    head = f"<b>{phrases.game}</b> {html_text(round_words(handle, phrases))}"
    cards = [f"{number}. {html_text(text)}" for number, text in enumerate(game.cards, 1)]
    foot = "\n".join(result) or f"<i>{phrases.game_others.format(seconds=SECONDS)}</i>"
    return within_limit(head, cards, foot)


def score_html(score: Score, phrases: Phrases = ENGLISH) -> str:
    """A word on how close the voice is, then a line a measurement, short enough to stand under a picture."""
    title = phrases.score_title.format(handle=f"\u2060{html_text(score.handle)}", version=score.version)
    said = phrases.score_head.format(generated=score.card.generated, held_out=score.card.held_out)
    head = f"<b>{title}</b>\n<b>{html_text(verdict(score, phrases))}</b>\n{html_text(said)}"
    lines = [f"{name}: {value}" for name, value in score_lines(score, phrases)]
    return within_limit(head, lines, phrases.score_foot, CAPTION_UNITS, between="\n")


def models_html(found: ModelPage, phrases: Phrases = ENGLISH) -> str:
    """One line per voice."""
    lines = [_model_line(status, phrases) for status in found.statuses]
    where = phrases.page.format(page=found.page, pages=found.pages) if found.pages > 1 else ""
    return within_limit(f"<b>{phrases.models}</b>", lines or [own_html(phrases.models_none)], where)


def _model_line(status: AccountStatus, phrases: Phrases) -> str:
    # as it is, to be copied: nothing links inside of code
    return f"<code>{html.escape(status.account.handle)}</code>: {voice_state(status, phrases)}"


def within_limit(head: str, parts: list[str], foot: str, limit: int = MESSAGE_UNITS, *, between: str = "\n\n") -> str:
    """Whole parts only, as many as fit, so that no tag or entity is ever cut."""
    kept: list[str] = []
    for part in parts:
        if _units("\n\n".join([head, between.join([*kept, part]), foot])) > limit:
            break
        kept.append(part)
    return "\n\n".join(piece for piece in (head, between.join(kept), foot) if piece)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def own_html(text: str) -> str:
    """A sentence of ours around neutral parts; what stands between backticks can be copied at a touch."""
    parts = text.split("`")  # nothing links inside of code, and what is copied there is whole
    plain = [html.escape(own_sentence(part), quote=False) for part in parts[::2]]
    code = [f"<code>{html.escape(part, quote=False)}</code>" for part in parts[1::2]]
    return "".join(itertools.chain.from_iterable(itertools.zip_longest(plain, code, fillvalue="")))


_TAG = regex.compile(r"(?<=[#＃])(?=[^\s#＃])|(?<=\$)(?=[A-Za-z]|1INCH)")


def html_text(text: str) -> str:
    """Any text as it reads: neutral, no part of it is markup, and no hashtag or cashtag opens a search."""
    return html.escape(_TAG.sub(JOINER, neutralise(text)), quote=False)
