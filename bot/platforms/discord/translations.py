"""The command list in other languages: Discord shows each person their own. To add one, add a table and name it."""

from __future__ import annotations

import discord
from discord import app_commands

GERMAN = {
    "Five tweets an account might have written (AI parody)": "Fünf Tweets wie von diesem Konto (KI-Parodie)",
    "Real or fake? Find the real tweet among four": "Echt oder erfunden? Finde den echten Tweet unter vieren",
    "The voices there are, with search": "Welche Stimmen es gibt, mit Suche",
    "The voices there are, their versions and scores": "Die Stimmen, ihre Versionen und Noten",
    "How close a voice comes to its account, measured": "Wie nah eine Stimme ihrem Konto kommt, gemessen",
    "What the bot is doing: line, device, trainings": "Was der Bot gerade tut: Schlange, Gerät, Trainings",
    "What I keep, and how an account opts out": "Was ich aufhebe und wie ein Konto widerspricht",
    "What this bot does": "Was dieser Bot kann",
    "Admins: read new tweets and train a new version": "Admins: neue Tweets lesen und eine neue Version trainieren",
    "Admins: go back to the version that was live before": "Admins: die vorige Stimme zurückholen",
    "Admins: stop what is being done for an account": "Admins: abbrechen, was für ein Konto läuft",
    "Operators: add the tweets of a file": "Betreiber: die Tweets einer Datei hinzufügen",
    "Operators: how often an account is refreshed": "Betreiber: wie oft ein Konto aufgefrischt wird",
    "Operators: delete an account and everything of it": "Betreiber: ein Konto und alles davon löschen",
    "whose voice": "wessen Stimme",
    "whose tweets": "wessen Tweets",
    "which account": "welches Konto",
    "one voice; leave out for all": "eine Stimme; weglassen für alle",
    "how the tweets begin": "wie die Tweets anfangen",
    "how many tweets": "wie viele Tweets",
    "calm, usual, wild, or a number from 0.1 to 2": "calm, usual, wild oder eine Zahl von 0.1 bis 2",
    "the same seed and version give the same tweets": "gleiche Zahl und Version geben gleiche Tweets",
    "a part of the handle": "ein Teil des Namens",
    "which page": "welche Seite",
    "X archive (ZIP), CSV or JSONL": "X-Archiv (ZIP), CSV oder JSONL",
    "whose tweets, where the file does not say": "wessen Tweets, wenn die Datei es nicht sagt",
    "like 30m, 6h, 2d, a cron text (UTC), or off": "wie 30m, 6h, 2d, ein Cron-Text (UTC) oder off",
    "also refuse the handle permanently": "den Namen auch dauerhaft ablehnen",
}
TABLES = {discord.Locale.german: GERMAN}


class Translations(app_commands.Translator):
    """Descriptions only: names stay the same everywhere, so that people can tell each other what to type."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        return TABLES.get(locale, {}).get(string.message)
