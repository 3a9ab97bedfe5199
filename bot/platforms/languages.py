"""What people read in their own language. Another language is another module like `german`, named here."""

from __future__ import annotations

from bot.service.safety import neutralised, own_sentence
from data.errors import TweetlikeError
from data.texts import german
from data.texts.english import explain
from data.texts.sentence import Audience

OUTDATED = "This command has changed. Reload Discord (Ctrl-R, or close and open the app) and try again."
BROKEN = "Something broke. The operator finds the reason in the log."
ASK_PROMPT, ASK_REPLY = "How shall the tweets begin?", "Reply to this message."
PRIVACY = (
    "What I keep: tweets of the accounts an operator added, until the account is forgotten; what people asked me for, "
    "with a number for who asked, so that buttons work; guesses in the game. No other messages. "
    "If you are one of the accounts and do not want to be imitated, tell whoever runs this bot: "
    "`tweetlike optout HANDLE` deletes tweets, voices and answers within seconds and refuses the handle permanently."
)


def explain_in(language: str | None, error: TweetlikeError, audience: Audience) -> str:
    """As `data.texts.english.explain`, in a language like "de" or "de-AT" where there are words for it.

    It may be shown in a chat: what is put into the sentence is neutral, and the sentence is as it is.
    """
    neutral = neutralised(error)
    text = (_is_german(language) and german.explain(neutral, audience)) or explain(neutral, audience)
    return own_sentence(text)


def in_line(position: int, language: str | None = None) -> str:
    """What a person reads while their request waits."""
    if _is_german(language):
        return german.in_line(position)
    return f"You are number {position} in line …"


def privacy_words(language: str | None) -> str:
    """What the bot keeps, and how an account opts out."""
    return german.PRIVACY if _is_german(language) else PRIVACY


def ask_prompt(language: str | None) -> str:
    """A question, and the label of a field that is filled in."""
    return german.ASK_PROMPT if _is_german(language) else ASK_PROMPT


def ask_reply(language: str | None) -> str:
    """How to answer a question where there are no forms."""
    return german.ASK_REPLY if _is_german(language) else ASK_REPLY


def outdated(language: str | None) -> str:
    """Where a client shows a command as it was before an upgrade."""
    return german.OUTDATED if _is_german(language) else OUTDATED


def broken(language: str | None) -> str:
    """The apology for a fault of the program."""
    return german.BROKEN if _is_german(language) else BROKEN


def _is_german(language: str | None) -> bool:
    return (language or "").lower().split("-")[0] == "de"
