"""What people read in their own language. Another language is another pair of tables like the German, named here."""

from __future__ import annotations

from bot.service.safety import neutralised, own_sentence
from data.errors import TweetlikeError
from data.texts import english_phrases, german, german_phrases
from data.texts.english import explain
from data.texts.phrases import Phrases
from data.texts.sentence import Audience

LANGUAGES = {"en": english_phrases.PHRASES, "de": german_phrases.PHRASES}
ENGLISH = LANGUAGES["en"]


def phrases_of(language: str | None) -> Phrases:
    """The phrases of a language like "de" or "de-AT"; English where there are none."""
    return LANGUAGES.get(_short(language), ENGLISH)


def explain_in(language: str | None, error: TweetlikeError, audience: Audience) -> str:
    """As `data.texts.english.explain`, in a language like "de" or "de-AT" where there are words for it.

    It may be shown in a chat: what is put into the sentence is neutral, and the sentence is as it is.
    """
    neutral = neutralised(error)
    text = (_short(language) == "de" and german.explain(neutral, audience)) or explain(neutral, audience)
    return own_sentence(text)


def _short(language: str | None) -> str:
    return (language or "").lower().split("-")[0]
