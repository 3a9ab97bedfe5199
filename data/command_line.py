"""What the commands of all rooms share: the database of an invocation, common options, output for scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from sqlite_utils import Database

    from data.settings import Settings

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object, for scripts.")]
HandleArgument = Annotated[str, typer.Argument(help="The account's handle, with or without @.")]


def open_database(context: typer.Context) -> tuple[Settings, Database]:
    """The settings of this invocation and its database."""
    from data.storage.database import connect

    settings: Settings = context.obj
    return settings, connect(settings.database_path())


def print_json(value: dict[str, Any]) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
