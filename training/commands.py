"""Commands about training: trainer, train, score, fetch, refresh, schedule."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlite_utils import Database

    from data.jobs.queue import Job, Kind, Options
    from data.settings import Settings

HandleArgument = Annotated[str, typer.Argument(help="The account's handle, with or without @.")]


def register(app: typer.Typer) -> None:
    """Add this room's commands."""
    panels = {"Start": (trainer,), "Tweets": (fetch, refresh, schedule), "Voices": (train, score)}
    for panel, commands in panels.items():
        for command in commands:
            app.command(rich_help_panel=panel)(command)


def trainer(
    context: typer.Context,
    until_stdin_closes: Annotated[bool, typer.Option(hidden=True)] = False,
    log_file: Annotated[Path | None, typer.Option(help="Append the log to this file.")] = None,
) -> None:
    """Run the trainer: refresh accounts on schedule, retrain, and do what the bot's admins ask."""
    from data.logs import set_up_logs
    from training.trainer import run_trainer

    set_up_logs(context.obj, file=log_file)
    run_trainer(context.obj, until_stdin_closes=until_stdin_closes)


def train(
    context: typer.Context,
    handle: HandleArgument,
    recipe: Annotated[str | None, typer.Option(help="default, full, quick or huggingtweets.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Go live whatever the score says.")] = False,
) -> None:
    """Train a new version now, and show how it goes."""
    from data.jobs.queue import Options
    from data.models.recipes import find_recipe

    if recipe:
        find_recipe(recipe)
    _do_now(context.obj, "train", handle, Options(recipe=recipe, force=force))


def score(
    context: typer.Context,
    handle: HandleArgument,
    version: Annotated[int | None, typer.Argument(help="A version's number; the live one if left out.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Measure again instead of showing what is known.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, for scripts.")] = False,
) -> None:
    """Show how close a voice comes to its account, between the untuned base and the account itself."""
    from rich.console import Console

    from data.accounts.store import find_account
    from data.errors import CannotMeasure, NoVoiceYet
    from data.models.registry import find_version, live_version
    from data.models.scorecards import load_scorecard, score_table, store_scorecard
    from data.storage.database import connect

    settings: Settings = context.obj
    db = connect(settings.database_path())
    account = find_account(db, handle)
    chosen = live_version(db, account.id) if version is None else find_version(db, account, version)
    if chosen is None:
        raise NoVoiceYet(account.handle)
    card = None if fresh else load_scorecard(db, chosen.id)
    if card is None:
        from training.evaluation.measure import measure_version

        typer.echo("Measuring; a minute or two …", err=True)
        try:
            card = measure_version(db, settings, account, chosen)
        except OSError as error:
            raise CannotMeasure(account.handle, chosen.number, str(error)) from error
        store_scorecard(db, chosen.id, card, now=time.time())
        card = load_scorecard(db, chosen.id) or card  # with people's votes
    if as_json:
        facts = {"handle": account.handle, "version": chosen.number, **card.as_dict()}
        typer.echo(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    Console().print(score_table(account.handle, chosen.number, card))
    picture = settings.models_path() / chosen.folder / "scorecard.png"
    if picture.exists():
        typer.echo(f"Real tweets beside generated ones: {picture}")


def fetch(
    context: typer.Context,
    handle: HandleArgument,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask what it may cost.")] = False,
) -> None:
    """Download an account's posts from X, Bluesky (name.bsky.social) or Mastodon (user@server), now and from now on."""
    from data.accounts.handles import NETWORKS, parse_handle
    from data.errors import BudgetSpent
    from data.jobs.queue import Options
    from data.sources.budget import month_of
    from data.sources.downloads import begin, describe_estimate, estimate, open_source
    from data.sources.networks.network import told
    from data.storage.database import connect

    settings: Settings = context.obj
    db = connect(settings.database_path())
    parsed = parse_handle(handle)
    estimate(db, settings, parsed.text, now=time.time())  # refused before anything is asked for
    with open_source(db, settings, parsed, clock=time.time, report=lambda: None) as source:
        profile = source.find(parsed.text)
    costs = estimate(db, settings, parsed.text, profile.posts, now=time.time())
    network = NETWORKS[parsed.network].label
    typer.echo(f"@{parsed.text} is {told(profile.display_name)} on {network}. {describe_estimate(costs)}")
    if costs.left == 0:
        raise BudgetSpent(network, 0, settings.x_monthly_posts, month_of(time.time()))
    if costs.dollars and not yes:
        typer.confirm("Download them?", abort=True)
    begin(db, parsed.text, profile, now=time.time())
    _do_now(settings, "refresh", parsed.text, Options())
    typer.echo(f"Next: tweetlike train {parsed.text}")


def refresh(context: typer.Context, handle: HandleArgument) -> None:
    """Read the account's file again, download what is new; train if enough is new."""
    from data.jobs.queue import Options

    _do_now(context.obj, "refresh", handle, Options())


def schedule(
    context: typer.Context,
    handle: HandleArgument,
    every: Annotated[str, typer.Argument(help="Like 30m, 6h, 2d, a cron text of five fields (UTC), or off.")],
) -> None:
    """Set how often an account is refreshed."""
    from data.accounts.store import configure_account, find_account
    from data.schedules import parse_schedule
    from data.storage.database import connect

    settings: Settings = context.obj
    parse_schedule(every)
    db = connect(settings.database_path())
    account = find_account(db, handle)
    configure_account(db, account.id, refresh_every=every, next_refresh_at=None)
    typer.echo(f"@{account.handle} is refreshed: {every}.")


def _do_now(settings: Settings, kind: Kind, handle: str, options: Options) -> None:
    """Ask for a job and follow it; do it here if no trainer is running. Ctrl-C cancels it."""
    from data.accounts.store import find_account, find_or_join
    from data.jobs.progress import describe_job
    from data.jobs.queue import PEOPLE_FIRST, enqueue
    from data.storage.database import connect

    db = connect(settings.database_path())
    account = find_or_join(db, handle, now=time.time()) if kind == "train" else find_account(db, handle)
    job = enqueue(
        db,
        kind,
        account.handle,
        account.id,
        options=options,
        requested_by="command line",
        priority=PEOPLE_FIRST,
        now=time.time(),
    )
    job = _follow(settings, job)
    typer.echo(describe_job(job))
    if job.state != "succeeded":
        raise typer.Exit(1)


def _follow(settings: Settings, job: Job) -> Job:
    from data.errors import LeaseTaken
    from data.jobs.progress import follow_job
    from data.jobs.queue import request_cancel
    from data.storage.database import connect
    from data.storage.leases import hold_role, is_held

    db = connect(settings.database_path())
    try:
        while job.active:
            try:
                with hold_role(settings.home, "trainer"):
                    job = _work_until_done(settings, db, job)
            except LeaseTaken:  # the running trainer does it; should it stop before, we take over
                job = follow_job(db, job.id, lambda: is_held(settings.home, "trainer"))
        return job
    except KeyboardInterrupt:
        return request_cancel(db, job.id, now=time.time())


def _work_until_done(settings: Settings, db: Database, job: Job) -> Job:
    """Be the trainer until the job has ended."""
    import os
    import socket

    from data.jobs.progress import follow_job
    from data.jobs.queue import request_cancel
    from data.logs import set_up_logs
    from training.trainer import recover
    from training.worker import Worker

    set_up_logs(settings, file=settings.home / "logs" / "trainer.log")
    recover(settings)
    worker = Worker(settings, owner=f"{socket.gethostname()}/{os.getpid()}")
    thread = threading.Thread(target=worker.run_forever, daemon=True)
    thread.start()
    try:
        return follow_job(db, job.id, thread.is_alive)
    except KeyboardInterrupt:
        request_cancel(db, job.id, now=time.time())
        return follow_job(db, job.id, thread.is_alive)
    finally:
        worker.stop()
        thread.join()
