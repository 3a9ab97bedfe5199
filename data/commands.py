"""Commands about what is stored: import, models, versions, forgetting, consent, policy, backup, doctor."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from data.bases_command import bases
from data.command_line import HandleArgument, Json, open_database, print_json
from data.import_command import import_command
from data.texts.sentence import one_line

if TYPE_CHECKING:
    from sqlite_utils import Database

    from data.accounts.store import Account
    from data.models.registry import Version
    from data.settings import Settings


def register(app: typer.Typer) -> None:
    """Add this room's commands."""
    app.command("import", rich_help_panel="Tweets")(import_command)
    panels = {
        "Voices": (models, promote, rollback, avatar, adult, export, push, bases),
        "People": (consent, policy, optout, forget),
        "Upkeep": (backup, restore, doctor),
    }
    for panel, commands in panels.items():
        for command in commands:
            app.command(rich_help_panel=panel)(command)


def models(
    context: typer.Context,
    handle: Annotated[str | None, typer.Argument(help="One account; leave out for all.")] = None,
    as_json: Json = False,
) -> None:
    """List accounts, what is live, and every version with its score."""
    from data.accounts.store import find_account, list_accounts
    from data.models.registry import list_versions, live_version

    _, db = open_database(context)
    accounts = [find_account(db, handle)] if handle else list_accounts(db)
    rows: list[dict[str, Any]] = []
    for account in accounts:
        live = live_version(db, account.id)
        rows.append(
            {
                "handle": account.handle,
                "live": live.number if live else None,
                "source": account.source,
                "refreshed_at": _iso(account.refreshed_at),
                "next_refresh_at": _iso(account.next_refresh_at),
                "resting": _rest_facts(db, account),
                "versions": [_version_facts(version) for version in list_versions(db, account.id)],
            }
        )
    if as_json:
        print_json({"accounts": rows})
        return
    if not rows:
        typer.echo("No accounts yet. Add one: tweetlike import PATH")
    for row in rows:
        state = f"version {row['live']} is live" if row["live"] else "no voice yet"
        refresh = f", next refresh {row['next_refresh_at']}" if row["next_refresh_at"] else ""
        typer.echo(f"@{row['handle']} ({row['source']}): {state}{refresh}")
        if row["resting"]:
            typer.echo(
                f"  {row['resting']['source']} rests until {row['resting']['until']}: {row['resting']['reason']}"
            )
        for version in row["versions"]:
            metrics = version["metrics"]
            typer.echo(
                f"  {version['number']:>3}  {version['state']:<9}  {version['method']:<4}  {version['recipe']:<13}  "
                f"{metrics['bits_per_character']:.3f} bits/char (base {metrics['base_bits_per_character']:.3f})  "
                f"{version['created_at']}"
            )


def promote(
    context: typer.Context,
    handle: HandleArgument,
    version: Annotated[int, typer.Argument(help="The number of the version that goes live.")],
) -> None:
    """Make a version live, whatever its score is."""
    from data.accounts.store import find_account
    from data.models import registry

    _, db = open_database(context)
    account = find_account(db, handle)
    chosen = registry.find_version(db, account, version)
    registry.promote(db, chosen, expected_live=account.live_version_id, reason={"why": "by hand"}, now=time.time())
    typer.echo(f"@{account.handle}: version {chosen.number} is live.")


def rollback(context: typer.Context, handle: HandleArgument) -> None:
    """Roll back to the previous live version."""
    from data.accounts.store import find_account
    from data.models import registry

    _, db = open_database(context)
    account = find_account(db, handle)
    version = registry.rollback(db, account, now=time.time())
    typer.echo(f"@{account.handle}: version {version.number} is live again.")


def export(
    context: typer.Context,
    handle: HandleArgument,
    directory: Annotated[Path, typer.Argument(help="A new or empty folder.", metavar="DIR")],
    version: Annotated[int | None, typer.Option(help="A version's number; the live one if left out.")] = None,
) -> None:
    """Write a voice as a folder that plain transformers loads, with its model card."""
    chosen = _export(context, handle, version, directory)
    typer.echo(f"@{handle.removeprefix('@')} version {chosen.number} is in {directory}. Try it:")
    typer.echo(f"""  pipeline("text-generation", model="{directory}")("My dream is", num_return_sequences=5)""")


def push(
    context: typer.Context,
    handle: HandleArgument,
    repo: Annotated[str, typer.Argument(help="Like your-name/my-voice.", metavar="REPO")],
    version: Annotated[int | None, typer.Option(help="A version's number; the live one if left out.")] = None,
    public: Annotated[bool, typer.Option("--public", help="Let everybody see it.")] = False,
) -> None:
    """Upload a voice to the Hugging Face hub: weights, card and pictures, no tweets; private unless --public."""
    import tempfile

    from data.models.hub import push_folder

    settings: Settings = context.obj
    with tempfile.TemporaryDirectory() as folder:  # which a kill leaves where it is swept
        chosen = _export(context, handle, version, Path(folder) / "model")
        message = f"Version {chosen.number}"
        address, private = push_folder(Path(folder) / "model", repo, settings, public=public, message=message)
    typer.echo(f"Version {chosen.number} is at {address} ({'private' if private else 'public'}).")


def _export(context: typer.Context, handle: str, version: int | None, directory: Path) -> Version:
    from data.accounts.store import find_account
    from data.errors import NoVoiceYet
    from data.models import registry
    from data.models.bases import prepare_base
    from data.models.export import export_version

    settings, db = open_database(context)
    account = find_account(db, handle)
    if version is None:
        chosen = registry.open_live(db, settings.models_path(), account, now=time.time())
        if chosen is None:
            raise NoVoiceYet(account.handle)
    else:
        chosen = registry.find_version(db, account, version)
    base = prepare_base(chosen.base, settings.bases_path(), typer.echo, settings.hub_key())
    export_version(chosen, settings.models_path(), base, directory)
    return chosen


Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def forget(context: typer.Context, handle: HandleArgument, yes: Yes = False) -> None:
    """Delete an account: tweets, corpora, versions, generations, votes and files."""
    from data.errors import UnknownAccount
    from data.maintenance.deletion import ASIDE, forget_elsewhere

    try:
        _forget(context, handle, refuse=False, yes=yes)
    except UnknownAccount as error:
        settings, db = open_database(context)
        if not any(settings.home.glob(f"{ASIDE}*")):
            raise
        _ask(f"Delete what restores have put aside of @{error.handle}? This cannot be undone.", yes)
        if not forget_elsewhere(db, settings, error.handle, now=time.time()):
            raise
        typer.echo(f"@{error.handle} was in what a restore has put aside, and is forgotten.")


def optout(context: typer.Context, handle: HandleArgument, yes: Yes = False) -> None:
    """Delete an account and refuse its handle permanently: at import, download, training and serving."""
    from data.accounts.store import opt_out
    from data.errors import UnknownAccount
    from data.maintenance.deletion import forget_elsewhere

    try:
        _forget(context, handle, refuse=True, yes=yes)
    except UnknownAccount as error:
        settings, db = open_database(context)
        opt_out(db, error.handle, now=time.time())
        forget_elsewhere(db, settings, error.handle, now=time.time())
    typer.echo(f"@{handle.removeprefix('@')} has opted out.")


def _forget(context: typer.Context, handle: str, *, refuse: bool, yes: bool) -> None:
    from data.accounts.store import find_stored, joint_accounts_with
    from data.maintenance.deletion import forget_account

    settings, db = open_database(context)
    account = find_stored(db, handle)
    joint = "".join(f" and of @{other.handle}" for other in joint_accounts_with(db, account.id))
    _ask(f"Delete everything of @{account.handle}{joint}? This cannot be undone.", yes)
    forget_account(db, settings, account, refuse=refuse, now=time.time())
    typer.echo(f"@{account.handle} is forgotten.")


def _ask(question: str, yes: bool) -> None:
    """Go on only if that is meant."""
    if yes:
        return
    if sys.stdin is None or sys.stdin.closed:
        raise typer.BadParameter("nobody can be asked; say --yes", param_hint="--yes")
    typer.confirm(question, abort=True)


def consent(
    context: typer.Context,
    handle: HandleArgument,
    note: Annotated[str, typer.Option(help="Where they said so: kept with the record.")] = "",
    withdraw: Annotated[bool, typer.Option("--withdraw", help="They no longer agree.")] = False,
) -> None:
    """Record that an account has agreed to be imitated; see the policy "consent"."""
    from data.accounts.policies import record_consent, withdraw_consent

    _, db = open_database(context)
    if withdraw:
        typer.echo(f"@{withdraw_consent(db, handle)} no longer agrees.")
    else:
        typer.echo(f"@{record_consent(db, handle, note, now=time.time())} agrees.")


def policy(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="consent, mentions or deleted; leave out for all.")] = None,
    value: Annotated[str | None, typer.Argument(help="The new value.")] = None,
) -> None:
    """Show or change database-wide policies."""
    from data.accounts import policies

    _, db = open_database(context)
    if name is not None and value is not None:
        policies.set_policy(db, name, value)
    for each, choices in policies.POLICIES.items():
        if name in (None, each):
            typer.echo(f"{each}: {policies.policy(db, each)} ({' or '.join(choices)}). {policies.MEANING[each]}")


def avatar(
    context: typer.Context,
    handle: HandleArgument,
    file: Annotated[Path, typer.Argument(help="A PNG, JPEG, WebP or GIF.")],
) -> None:
    """Give an account the picture that its cards show; without one they show its initials."""
    from data.accounts.avatars import store_avatar
    from data.accounts.store import find_account

    _, db = open_database(context)
    account = find_account(db, handle)
    store_avatar(db, account.id, file)
    typer.echo(f"The cards of @{account.handle} show {file.name}.")


def adult(
    context: typer.Context,
    handle: HandleArgument,
    off: Annotated[bool, typer.Option("--off", help="It may speak anywhere.")] = False,
) -> None:
    """Mark an account as for adults: it speaks only in channels that are marked so, where an admin allows it."""
    from data.accounts.store import configure_account, find_account

    _, db = open_database(context)
    account = find_account(db, handle)
    configure_account(db, account.id, adult=not off)
    typer.echo(f"@{account.handle} speaks {'anywhere' if off else 'only where adults are'}.")


def backup(
    context: typer.Context, folder: Annotated[Path, typer.Argument(help="A folder that is not there yet.")]
) -> None:
    """Copy the database and all models into a folder, while everything runs."""
    from data.maintenance.backup import back_up

    made = back_up(context.obj, folder, now=time.time())
    typer.echo(f"{folder} holds accounts: {made.accounts}, versions: {made.versions}, each file with its SHA-256.")
    for version in made.damaged:
        typer.echo(f"models/{version} is damaged and was left out. Its voice needs a training: tweetlike models.")
    typer.echo("Bring them back with: tweetlike restore " + str(folder))


def restore(context: typer.Context, folder: Annotated[Path, typer.Argument(help="What `backup` has written.")]) -> None:
    """Restore a backup; current data is set aside. Stop the bot and the trainer first."""
    from data.maintenance.backup import restore as put_back

    done = put_back(context.obj, folder, now=time.time())
    typer.echo(f"Back from {_iso(done.backup.at)}: accounts: {done.backup.accounts}, versions: {done.backup.versions}.")
    if done.aside is not None:
        typer.echo(f"What was there before is in {done.aside}; delete it when you do not need it.")
    if not done.present_was_read:
        typer.echo(
            "Neither the database of before nor its ledger could be read. Whoever has opted out since the backup is "
            "not known: tweetlike optout HANDLE. Posts that were paid for since are not counted."
        )


def doctor(context: typer.Context, as_json: Json = False) -> None:
    """Check settings, tokens, base model, device, disk and database; each problem comes with a fix."""
    from data.maintenance.doctor import examine

    checks = examine(context.obj)
    problems = [check for check in checks if check.state == "problem"]
    if as_json:
        print_json({"ok": not problems, "checks": [vars(check) for check in checks]})
    else:
        marks = {"ok": "✓", "note": "·", "problem": "✗"}
        for check in checks:
            typer.echo(
                one_line(
                    f"{marks[check.state]} {check.name}: {check.detail}" + (f" → {check.fix}" if check.fix else "")
                )
            )
    if problems:
        raise typer.Exit(1)


def _version_facts(version: Version) -> dict[str, Any]:
    return {
        "number": version.number,
        "state": version.state,
        "method": version.method,
        "base": version.base,
        "recipe": version.recipe.name,
        "metrics": vars(version.metrics),
        "lineage": vars(version.lineage),
        "created_at": _iso(version.created_at),
    }


def _rest_facts(db: Database, account: Account) -> dict[str, Any] | None:
    from data.accounts.handles import parse_handle
    from data.sources.circuit_breaker import resting

    rest = resting(db, parse_handle(account.handle).place) if account.downloaded else None
    if rest is None or rest.until < time.time():
        return None
    return {"source": rest.source, "until": _iso(rest.until), "reason": rest.reason}


def _iso(at: float | None) -> str | None:
    return None if at is None else datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")
