"""The chat platforms there are, as whatever knows nothing of their libraries needs them: settings, doctor, logs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pydantic import SecretStr

from data.settings import Settings


@dataclass(frozen=True)
class ChatPlatform:
    """`key` begins its settings' names, and is the platform of an `Asker`; `label` is its name for people.

    `token` is the shape of a whole token, `token_in_text` how one is recognised in a log line; `library` logs under
    its own name. How it is served is `bot.platforms.<key>.serving.serve`.
    """

    key: str
    label: str
    token: re.Pattern[str]
    token_in_text: re.Pattern[str]
    library: str

    @property
    def token_setting(self) -> str:
        """The name of the environment variable."""
        return f"TWEETLIKE_{self.key.upper()}_TOKEN"

    def token_of(self, settings: Settings) -> SecretStr | None:
        """The token that is set, if one is."""
        token: SecretStr | None = getattr(settings, f"{self.key}_token")
        return token if token is not None and token.get_secret_value() else None


PLATFORMS = (
    ChatPlatform(
        "discord",
        "Discord",
        token=re.compile(r"[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}"),
        token_in_text=re.compile(r"\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}"),
        library="discord",
    ),
    ChatPlatform(
        "telegram",
        "Telegram",
        token=re.compile(r"\d{6,}:[\w-]{30,}"),
        token_in_text=re.compile(r"bot\d+:[\w-]+|\b\d{6,}:[A-Za-z0-9_-]{30,}"),
        library="telegram",
    ),
)
