"""Weights & Biases: every step of the pipeline as a run, with the artifacts of the reference.

The database is the truth and this is a copy: nothing here may ever fail a training. Offline by default.
"""

from __future__ import annotations

import json
import logging
import os
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sqlite_utils import Database

from data.accounts.store import Account, account_by_id
from data.maintenance.deletion import delete_account_files
from data.models.history import BEGINNING, last_promotion, promoted_since
from data.models.registry import Version, live_version
from data.settings import Settings

log = logging.getLogger(__name__)


class Run:
    """One run. After the first fault it goes silent; the fault is logged once."""

    def __init__(self, run: Any, folder: Path) -> None:
        self._run, self._folder = run, folder
        self.name: str | None = getattr(run, "id", None)

    @property
    def alive(self) -> bool:
        """Whether nothing has failed yet."""
        return self._run is not None

    def _safely(self, action: str, call: Any) -> None:
        if self._run is None:
            return
        try:
            call(self._run)
        except Exception:
            log.exception("Weights & Biases: %s failed; this run is not tracked any further", action)
            self._run = None

    def log(self, values: Mapping[str, float]) -> None:
        """Add a point to each curve."""
        self._safely("logging", lambda run: run.log(dict(values)))

    def summary(self, values: Mapping[str, Any]) -> None:
        """Set final numbers."""
        self._safely("the summary", lambda run: run.summary.update(dict(values)))

    def examples(self, prompt: str, texts: Sequence[str]) -> None:
        """The reference's table `examples`."""

        def add(run: Any) -> None:
            import wandb

            run.log({"examples": wandb.Table(columns=["Input", "Prediction"], data=[[prompt, t] for t in texts])})

        self._safely("the table of examples", add)

    def version(self, account: Account, version: Version, models: Path, *, live: bool = False) -> None:
        """The version's files as an artifact, with its number and, where it is, `live` as aliases.

        W&B keeps one copy of the same files: to log a version again moves its aliases. Names like `v3` are W&B's own.
        """
        metadata = {
            "handle": account.handle,
            "seed": version.lineage.seed,
            "epochs": version.metrics.epochs,
            "version": version.number,
        }
        files = {name: models / version.folder / name for name in version.files}
        aliases = [f"version-{version.number}", *(["live"] if live else [])]
        self.output(artifact_name(account.handle), "finetuned-model", metadata, files, aliases)

    def output(
        self,
        name: str,
        kind: str,
        metadata: Mapping[str, Any],
        files: Mapping[str, str | Path],
        aliases: Sequence[str] = (),
    ) -> None:
        """Log an artifact made of texts (by file name) or existing files."""

        def add(run: Any) -> None:
            import wandb

            artifact = wandb.Artifact(name, type=kind, metadata=dict(metadata))
            for file, content in files.items():
                if isinstance(content, Path):
                    artifact.add_file(str(content), name=file, policy="immutable")
                else:  # the library's own way leaves a copy in the system's temporary folder
                    path = self._folder / "texts" / str(run.id) / kind / Path(file).name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(content, encoding="utf-8")
                    artifact.add_file(str(path), name=file, policy="immutable")
            run.log_artifact(artifact, aliases=["latest", *aliases])

        self._safely(f"the artifact {name}", add)

    def input(self, name: str, kind: str, facts: Mapping[str, Any] | None = None) -> None:
        """Say what the run was made from: an artifact logged before, or with `facts` a new one that holds them.

        Only an online run can link to an artifact; else, or where the server does not know it, the name stands in the
        run's config.
        """

        def use(run: Any) -> None:
            if run.settings._offline:
                run.config.update({f"input_{kind}": name}, allow_val_change=True)
                return
            import wandb

            try:
                if facts is None:
                    run.use_artifact(f"{name}:latest", type=kind)
                else:
                    run.use_artifact(wandb.Artifact(name, type=kind, metadata=dict(facts)))
            except (wandb.Error, ValueError) as error:
                log.warning("Weights & Biases: no link to the input %s (%s)", name, error)
                run.config.update({f"input_{kind}": name}, allow_val_change=True)

        self._safely(f"the input {name}", use)

    def finish(self) -> None:
        """Close the run."""
        self._safely("finishing", lambda run: run.finish())


@dataclass(frozen=True)
class Tracker:
    """Opens runs as the settings say."""

    mode: Literal["offline", "online", "disabled"]
    project: str
    folder: Path
    tweets: bool

    @classmethod
    def of(cls, settings: Settings, account: Account) -> Tracker:
        """Runs of an account lie in a folder of its own, so that they can be deleted with it."""
        folder = settings.tracking_path(account.id)
        return cls(settings.wandb, settings.wandb_project, folder, settings.wandb_tweets)

    @contextmanager
    def run(self, name: str, job_type: str, config: Mapping[str, Any]) -> Iterator[Run]:
        """A run for the block. Where W&B is disabled, absent or broken, a silent one."""
        run = Run(self._open(name, job_type, config), self.folder)
        before = tempfile.tempdir
        if run.alive:  # tables, too, are written to a temporary folder that stays as long as this process lives
            temporary = self.folder / "tmp"
            temporary.mkdir(parents=True, exist_ok=True)
            tempfile.tempdir = str(temporary)
        try:
            yield run
        finally:
            tempfile.tempdir = before
            run.finish()

    def _open(self, name: str, job_type: str, config: Mapping[str, Any]) -> Any:
        if self.mode == "disabled":
            return None
        try:
            import wandb

            self.folder.mkdir(parents=True, exist_ok=True)
            for variable in ("WANDB_DATA_DIR", "WANDB_CACHE_DIR", "WANDB_ARTIFACT_DIR"):
                os.environ[variable] = str(self.folder)  # else artifacts are staged in the user's home
            return wandb.init(
                mode=self.mode,
                project=self.project,
                name=name,
                job_type=job_type,
                config=dict(config),
                dir=str(self.folder),
                save_code=False,
                settings=wandb.Settings(
                    console="off",
                    silent=True,
                    disable_git=True,
                    x_disable_stats=True,
                    x_disable_meta=True,
                    init_timeout=20,
                ),
            )
        except Exception:
            log.exception("Weights & Biases is not available; training goes on without it")
            return None


class LiveTracker:
    """Tells W&B of every version that has gone live since it was last told, by whatever hand.

    What it was told stands in a file of each account; which accounts to look at, in the events of the registry.
    """

    def __init__(self) -> None:
        self._looked_up_to = BEGINNING

    def tell(self, db: Database, settings: Settings) -> list[str]:
        """Return the handles that it was told of. What cannot be told now is tried again at the next call."""
        last = last_promotion(db)
        if settings.wandb == "disabled" or last == self._looked_up_to:
            return []
        told, failed = [], False
        for account_id in promoted_since(db, self._looked_up_to):
            account, live = account_by_id(db, account_id), live_version(db, account_id)
            note = settings.tracking_path(account_id) / "live"
            if account is None or live is None or not note.parent.exists():
                continue
            if note.exists() and note.read_text() == str(live.id):
                continue
            told_it = _told(account, live, settings)
            if account_by_id(db, account_id) is None:  # forgotten meanwhile
                delete_account_files(settings, account_id)
            elif told_it:
                note.write_text(str(live.id))
                told.append(account.handle)
            else:
                failed = True
        if not failed:
            self._looked_up_to = last
        return told


def _told(account: Account, live: Version, settings: Settings) -> bool:
    config = {"handle": account.handle, "version": live.number}
    with Tracker.of(settings, account).run(f"@{account.handle}-promote", "promote", config) as run:
        run.version(account, live, settings.models_path(), live=True)
        return run.alive


def artifact_name(name: str) -> str:
    """A name that W&B allows for an artifact."""
    return re.sub(r"[^A-Za-z0-9_.-]", "-", name)[-100:]


def as_jsonl(rows: Sequence[Mapping[str, Any]]) -> str:
    """One JSON object per line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
