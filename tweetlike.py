"""The command line: joins the rooms' commands and builds the settings once. Nothing else knows all three."""

from __future__ import annotations

import io
import os
import signal
import sys
import warnings
from pathlib import Path
from typing import Annotated

import typer

import bot.commands
import data.commands
import training.commands

app = typer.Typer(
    help="A chat bot that talks like an account: Discord, Telegram or this terminal.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def show_version(wanted: bool) -> None:
    """Print the version and exit."""
    if wanted:
        from importlib.metadata import version

        print(f"tweetlike {version('tweetlike')}")
        raise typer.Exit


@app.callback()
def settings(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    settings_file: Annotated[
        Path | None,
        typer.Option("--env-file", metavar="FILE", help="Read settings from this file, and not from HOME/.env."),
    ] = None,
) -> None:
    """A chat bot that talks like an account: Discord, Telegram or this terminal."""
    from data.logs import redact_what_ends_the_program
    from data.settings import ENV_FILE, load_settings
    from data.storage.home import settle_in

    if settings_file is not None:
        os.environ[ENV_FILE] = str(settings_file.absolute())  # also for the trainer that this process may start
    context.obj = load_settings()
    redact_what_ends_the_program(context.obj)
    if "--help" not in sys.argv:
        settle_in(context.obj.home)


for room in (bot.commands, data.commands, training.commands):
    room.register(app)


def main() -> None:
    """Run a command. An error that has a sentence for people is printed as that, with exit status 1."""
    from data.errors import HomeUnusable, TweetlikeError
    from data.faults import machine_fault
    from data.texts.english import explain

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a letter shows it otherwise
            stream.reconfigure(errors="backslashreplace")
    if not sys.warnoptions:  # what libraries tell those who call them, in the middle of a progress bar
        warnings.simplefilter("ignore")
    os.umask(0o077)  # tweets, prompts and logs are the operator's alone
    try:
        app()
    except TweetlikeError as error:
        print(explain(error), file=sys.stderr)
        sys.exit(1)
    except SystemExit:
        if type(sys.stdout).__name__ == "PacifyFlushWrapper":  # whoever read us has seen enough: end as others do then
            sys.exit(128 + signal.SIGPIPE)
        raise
    except PermissionError as error:
        print(explain(HomeUnusable(Path(str(error.filename or ".")), str(error.strerror))), file=sys.stderr)
        sys.exit(1)
    except Exception as error:
        fault = machine_fault(error)
        if fault is None:
            raise
        print(f"Stopped, for {fault}. Nothing is half-done; do it again when that is mended.", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
