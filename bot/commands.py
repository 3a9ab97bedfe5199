"""Commands about answering: demo, run, bot, say."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.trainer_process import TrainerProcess, end_in_any_case

if TYPE_CHECKING:
    from bot.service.answers import Answer
    from bot.service.options import AnswerOptions
    from data.settings import Settings

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"
SAMPLE_PROMPT = "My dream is"


def register(app: typer.Typer) -> None:
    """Add this room's commands."""
    for command in (demo, run, bot):
        app.command(rich_help_panel="Start")(command)
    app.command(rich_help_panel="Voices")(say)


def demo(context: typer.Context) -> None:
    """Train on the bundled sample account and talk to it: no token, no account, no model hub."""
    from data.logs import set_up_logs

    settings: Settings = context.obj
    set_up_logs(settings, file=settings.home / "logs" / "bot.log")
    typer.echo(
        f"A voice for the bundled account, on this machine alone. Everything is kept in {settings.home}.", err=True
    )

    from data.jobs.progress import describe_job, follow_job  # takes a moment, and a person waits
    from data.jobs.queue import PEOPLE_FIRST, Options, enqueue
    from data.models.bases import prepare_base_of
    from data.models.registry import live_version
    from data.sources.importing import import_path
    from data.storage.database import connect

    started = time.monotonic()
    db = connect(settings.database_path())
    base = prepare_base_of(settings, typer.echo)
    _stage("base model", started)
    imported = import_path(db, SAMPLE, recipe="quick", now=time.time())
    account = imported.account
    live = live_version(db, account.id)
    if live is None or live.base_fingerprint != base.fingerprint:
        typer.echo(
            f"Training @{account.handle} on {imported.corpus.counts.kept} tweets: about 3 minutes on 2 cores, once."
        )
        started = time.monotonic()
        job = enqueue(
            db,
            "train",
            account.handle,
            account.id,
            options=Options(recipe="quick", refresh=False),
            requested_by="demo",
            priority=PEOPLE_FIRST,
            now=time.time(),
        )
        with trainer_process(settings) as trainer:
            job = follow_job(db, job.id, trainer.is_alive)
        typer.echo(describe_job(job))
        if job.state != "succeeded":
            typer.echo(f"The trainer's log is {settings.home / 'logs' / 'trainer.log'}. Run the demo again to go on.")
            raise typer.Exit(1)
        _stage("training", started)
    db.close()
    line = f"/tweetlike {account.handle} {SAMPLE_PROMPT}"
    asyncio.run(_demo_chat(settings, base, line))


async def _demo_chat(settings: Settings, base: Any, line: str) -> None:
    from bot.app import open_service
    from bot.platforms.console import ConsoleBot

    started = time.monotonic()
    async with open_service(settings, base) as service:
        chat = ConsoleBot(service)
        chat.console.print(f"› {line}", style="bold", highlight=False)
        worked = await chat.handle(line)
        _stage("first answer", started)
        if not worked:
            raise typer.Exit(1)
        if sys.stdin.isatty():
            await chat.run()


def run(context: typer.Context) -> None:
    """Run the bot and the trainer, and stop both. A trainer that dies is restarted."""
    with trainer_process(context.obj) as trainer, trainer.kept_alive():

        def on_stop() -> None:
            trainer.ask_to_stop()
            end_in_any_case()

        _bot(context.obj, on_stop, trainer.stop)


def bot(context: typer.Context) -> None:
    """Run the bot: on Discord and Telegram where their tokens are set, else in this terminal."""
    _bot(context.obj, end_in_any_case)


def _bot(settings: Settings, on_stop: Callable[[], None], at_last: Callable[[], None] = lambda: None) -> None:
    from data.logs import set_up_logs
    from data.platforms import PLATFORMS

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # until the bot answers, which finishes its requests first
    console = not any(platform.token_of(settings) for platform in PLATFORMS)
    set_up_logs(settings, file=settings.home / "logs" / "bot.log" if console else None)
    if console:
        names = ", ".join(platform.token_setting for platform in PLATFORMS)
        typer.echo(f"No token is set ({names}), so we talk here.\nLoading the model …", err=True)

    from bot.app import run_bot  # takes seconds, and a person waits
    from data.models.bases import prepare_base_of

    base = prepare_base_of(settings, lambda text: typer.echo(text, err=True))
    asyncio.run(run_bot(settings, base, console=console, on_stop=on_stop, at_last=at_last))


def say(
    context: typer.Context,
    handle: Annotated[str, typer.Argument(help="Whose voice.")],
    prompt: Annotated[list[str] | None, typer.Argument(help="How the tweets begin.")] = None,
    count: Annotated[int, typer.Option(min=1, max=10, help="How many tweets.")] = 5,
    seed: Annotated[
        int | None, typer.Option(min=0, max=(1 << 63) - 1, help="Same seed and version, same tweets.")
    ] = None,
    creativity: Annotated[str, typer.Option(help="calm, usual, wild, or a number from 0.1 to 2.")] = "usual",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, for scripts.")] = False,
) -> None:
    """Write tweets in a voice, once, and exit."""
    from bot.service.options import AnswerOptions, parse_creativity
    from data.logs import set_up_logs

    settings: Settings = context.obj
    set_up_logs(settings, file=settings.home / "logs" / "bot.log")
    options = AnswerOptions(count, parse_creativity(creativity), seed)
    answer = asyncio.run(_say(settings, handle, " ".join(prompt or []), options))
    if as_json:
        facts = {
            "handle": answer.handle,
            "prompt": answer.prompt,
            "seed": answer.seed,
            "version": answer.version,
            "texts": answer.texts,
            "parody": True,
        }
        typer.echo(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    from rich.console import Console

    from bot.platforms.console import answer_panel

    Console().print(answer_panel(answer))


async def _say(settings: Settings, handle: str, prompt: str, options: AnswerOptions) -> Answer:
    from bot.app import open_service
    from bot.service.mixes import parse_mix
    from bot.service.safety import tidy_prompt
    from bot.service.turns import Asker
    from data.accounts.store import find_account
    from data.models.bases import prepare_base_of
    from data.storage.database import connect

    tidy_prompt(prompt)
    db = connect(settings.database_path())
    for part in parse_mix(handle):  # before a model is loaded
        find_account(db, part.handle)
    base = prepare_base_of(settings, lambda text: typer.echo(text, err=True))
    async with open_service(settings, base) as service:
        operator = Asker("command line", "operator", exempt=True, among_adults=True)
        return await service.answers.tweetlike(handle, prompt, options, asker=operator)


@contextmanager
def trainer_process(settings: Settings) -> Iterator[TrainerProcess]:
    """The trainer as a child for the block. It ends when we do, even by a kill: its standard input closes."""
    child = TrainerProcess(settings)
    child.start()
    try:
        yield child
    finally:
        child.stop()


def _stage(name: str, started: float) -> None:
    typer.echo(f"  {name}: {time.monotonic() - started:.1f} s", err=True)
