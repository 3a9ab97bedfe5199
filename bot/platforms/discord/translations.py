"""The command list in other languages: Discord shows each person their own. To add one, name its table here."""

from __future__ import annotations

import discord
from discord import app_commands

from data.texts.german_phrases import DESCRIPTIONS

TABLES = {discord.Locale.german: DESCRIPTIONS}


class Translations(app_commands.Translator):
    """Descriptions only: names stay the same everywhere, so that people can tell each other what to type."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        return TABLES.get(locale, {}).get(string.message)
