"""`tweetlike import`: add the tweets of a file, and say what was understood of it."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from data.command_line import Json, open_database, print_json
from data.texts.sentence import printable


def import_command(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="An archive, export, table or text; see docs/sources.md.")],
    handle: Annotated[str | None, typer.Option(help="Whose tweets; needed where the file does not say.")] = None,
    cleaning: Annotated[
        Literal["default", "reference"] | None, typer.Option(help="How the account's tweets are cleaned.")
    ] = None,
    replies: Annotated[
        Literal["keep", "drop", "strip"] | None,
        typer.Option(help="Keep replies, drop them, or strip their leading mentions."),
    ] = None,
    recipe: Annotated[str | None, typer.Option(help="How the account is trained.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be imported, and store nothing.")] = False,
    as_json: Json = False,
) -> None:
    """Add an account's tweets from a file; importing again adds only what is new."""
    from data.sources.importing import import_path, preview
    from data.tweets.corpus import counts_for_people, size_warning, what_is_missing

    settings, db = open_database(context)
    if dry_run:
        found, corpus = preview(db, path, handle, cleaning=cleaning or "default")
        counts = counts_for_people(corpus)
        if as_json:
            print_json(
                {
                    "handle": found.handle,
                    "format": found.format,
                    "found": len(found.tweets),
                    "counts": counts,
                    "characters": corpus.characters,
                    "columns": dict(found.columns),
                    "left_out": dict(found.left_out),
                    "remarks": list(found.remarks),
                    "stored": False,
                }
            )
            return
        typer.echo(f"@{found.handle}: {len(found.tweets)} tweets ({found.format}). Nothing is stored.")
        _say_counts(counts, corpus.cleaning)
        _say_understood(found.columns, found.left_out, found.remarks)
        for text in corpus.texts[:3]:
            typer.echo(f"  {printable(text, 100)}")
        return
    imported = import_path(
        db,
        path,
        handle,
        cleaning=cleaning,
        replies=replies,
        recipe=recipe,
        now=time.time(),
    )
    corpus, account = imported.corpus, imported.account
    counts = counts_for_people(corpus)
    missing = max(0, settings.min_characters - corpus.characters)
    lacking = what_is_missing(corpus, settings.min_characters)
    if as_json:
        print_json(
            {
                "handle": account.handle,
                "format": imported.format,
                "new": imported.new,
                "cleaning": corpus.cleaning,
                "counts": counts,
                "characters": corpus.characters,
                "masked": corpus.masked,
                "characters_missing": missing,
                "columns": dict(imported.columns),
                "left_out": dict(imported.left_out),
                "remarks": list(imported.remarks),
                "lacking": lacking,
            }
        )
        return
    typer.echo(f"@{account.handle}: {imported.new} new of {imported.found} tweets ({imported.format}).")
    _say_counts(counts, corpus.cleaning)
    _say_understood(imported.columns, imported.left_out, imported.remarks)
    if corpus.masked:
        typer.echo(f"{corpus.masked} e-mail addresses, phone numbers, cards or keys are masked.")
    if lacking:
        typer.echo(lacking)
    else:
        if warning := size_warning(corpus):
            typer.echo(warning)
        typer.echo(f"Next: tweetlike train {account.handle}")


def _say_counts(counts: dict[str, Any], cleaning: str) -> None:
    parts = " + ".join(f"{number} {name}" for name, number in counts.items() if name != "downloaded")
    typer.echo(f"{counts['downloaded']} downloaded = {parts} ({cleaning} cleaning)")


def _say_understood(columns: Mapping[str, str], left_out: Mapping[str, int], remarks: Sequence[str]) -> None:
    """What was taken for what, and what is not the account's own."""
    if columns:
        typer.echo("Read: " + ", ".join(f"{field} from {printable(name)}" for field, name in columns.items()) + ".")
    for reason, number in left_out.items():
        typer.echo(f"Left out: {number:,} {reason}.")
    for remark in remarks:
        typer.echo(remark)
