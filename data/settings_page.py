"""The page of all settings: `python -m data.settings_page > docs/settings.md`."""

from __future__ import annotations

from typing import get_args

from pydantic import SecretStr
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from data.settings import Settings

HEAD = """# Settings

From the environment, from `.env` in the home, or from a file that is named: `tweetlike --env-file FILE …`, or
`TWEETLIKE_ENV_FILE=FILE`. `tweetlike doctor` says which file was read and what is wrong with the installation; a
setting that cannot be is refused at the start, by name.

| Setting | Default | Meaning |
|---|---|---|
"""


def settings_page() -> str:
    """Markdown, made from `Settings`."""
    return HEAD + "".join(
        f"| `TWEETLIKE_{name.upper()}` | {_default(field)} | {_meaning(field)} |\n"
        for name, field in Settings.model_fields.items()
    )


def _default(field: FieldInfo) -> str:
    if field.default is PydanticUndefined:
        return "the user's data folder"
    if field.default is None or field.default in ("", frozenset()):
        return "–"
    if isinstance(field.default, bool):
        return f"`{str(field.default).lower()}`"
    return f"`{field.default}`"


def _meaning(field: FieldInfo) -> str:
    choices = [str(choice) for choice in get_args(field.annotation) if isinstance(choice, str)]
    secret = SecretStr in get_args(field.annotation)
    text = str(field.description) + (" (secret)" if secret else "")
    return f"{text}: {', '.join(f'`{choice}`' for choice in choices)}" if choices else text


if __name__ == "__main__":
    print(settings_page(), end="")
