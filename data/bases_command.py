"""`tweetlike bases`: which base models there are by name, and fetching one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from data.command_line import Json, print_json

if TYPE_CHECKING:
    from data.settings import Settings


def bases(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(help="Fetch this one: a name of the list, a hub id or a local folder.")
    ] = None,
    as_json: Json = False,
) -> None:
    """List base models, or fetch one: all voices of a home are trained on the base that TWEETLIKE_BASE names."""
    from data.models.bases import prepare_base

    settings: Settings = context.obj
    if name is None:
        _list(settings, as_json)
        return
    base = prepare_base(name, settings.bases_path(), lambda text: typer.echo(text, err=True), settings.hub_key())
    if as_json:
        print_json({"name": base.name, "architecture": base.architecture, "fingerprint": base.fingerprint})
        return
    typer.echo(f"{base.name} is ready ({base.architecture}).")
    if name != settings.base:
        typer.echo(
            f"To use it: set TWEETLIKE_BASE={name} and start the bot again. Voices that were trained on "
            f"{settings.base} go on answering until each is trained on {name}."
        )


def _list(settings: Settings, as_json: bool) -> None:
    from data.models.bases import prepared_base
    from data.models.known_bases import KNOWN_BASES

    rows: list[dict[str, Any]] = [
        {
            "name": base.name,
            "in_use": base.name == settings.base,
            "ready": prepared_base(base.name, settings.bases_path()) is not None,
            "hub_id": base.hub_id,
            "revision": base.revision,
            "licence": base.licence,
            "gated": base.gated,
            "languages": base.languages,
            "parameters": base.parameters * 1_000_000,
            "download_mb": base.download,
            "memory_mb": base.memory,
            "speed": round(base.speed, 2),
        }
        for base in KNOWN_BASES.values()
    ]
    if as_json:
        print_json({"base": settings.base, "bases": rows})
        return
    typer.echo(f"{'base model':<19}{'fetch':>9}{'memory':>10}{'speed':>7}  {'languages':<11}licence")
    for row in rows:
        state = "in use" if row["in_use"] else "ready" if row["ready"] else ""
        typer.echo(
            f"{row['name']:<19}{row['download_mb']:>6} MB{row['memory_mb']:>7} MB{row['speed']:>6.2f}×  "
            f"{row['languages']:<11}{row['licence']}{' (gated)' if row['gated'] else ''}{state and f'  ← {state}'}"
        )
    typer.echo(
        "Memory is that of the weights on a processor, speed beside the default's. Fetch one with: tweetlike bases NAME"
    )
    if settings.base not in KNOWN_BASES:
        typer.echo(f"In use: {settings.base}")
