"""One training from tweets to a live voice: refresh → corpus → fine-tune → score → publish → promote."""

from __future__ import annotations

import hashlib
import json
import logging
import platform
import random
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib.metadata import version as package_version
from pathlib import Path

import torch
from sqlite_utils import Database

from bot.generation.tuning import choose_device
from data.accounts.store import find_account, members_of
from data.errors import LeaseLost, TooFewTweets
from data.jobs.queue import Job, Progress, Result
from data.maintenance.deletion import delete_checkpoints
from data.models.bases import prepare_base_of
from data.models.framing import END_OF_TEXT
from data.models.recipes import Recipe, find_recipe
from data.models.registry import (
    Version,
    list_versions,
)
from data.settings import Settings
from data.texts.english import explain_in_log
from data.tweets.corpus import account_corpus, fingerprint, require_enough
from data.tweets.split import split_by_time
from data.tweets.store import load_tweets
from training.evaluation.decide import decide
from training.finetuning.base_model import BaseModels
from training.finetuning.finetune import Report, Trained, finetune
from training.publishing.publish import publish_version
from training.publishing.tracking import Run, Tracker, artifact_name, as_jsonl
from training.refresh import account_of, read_sources
from training.training_run import CurvePoint, TrainingRun

log = logging.getLogger(__name__)
MIN_HELD_OUT = 5


def train_account(
    db: Database,
    settings: Settings,
    job: Job,
    report: Report,
    clock: Callable[[], float] = time.time,
    models: BaseModels | None = None,
) -> Result:
    """Do a `train` job. Raises the typed errors of its steps; whatever `report` raises passes through.

    `models` keeps the base model for the next job.
    """
    report(Progress("reading tweets"))
    account = account_of(db, settings, job, report, clock)
    trouble = None
    for source in (account, *members_of(db, account.id)) if job.options.refresh else ():
        found = read_sources(db, settings, source, urgent=job.priority > 0, report=report, clock=clock)
        if found.trouble is not None:  # train on what is stored
            trouble = found.trouble
            log.warning("%s", explain_in_log(trouble))
    account = find_account(db, job.handle)
    corpus = account_corpus(db, account)
    if trouble is not None and corpus.characters < settings.min_characters:
        raise trouble
    require_enough(account.handle, corpus, settings.min_characters)
    split = split_by_time(corpus)
    if len(split.held_out) < MIN_HELD_OUT:
        raise TooFewTweets(account.handle, len(set(corpus.texts)), MIN_HELD_OUT * 4)
    training = TrainingRun(
        db=db,
        settings=settings,
        account=account,
        corpus=corpus,
        split=split,
        base=prepare_base_of(settings, lambda text: report(Progress(text.rstrip(" …")))),
        recipe=find_recipe(job.options.recipe or account.recipe or settings.recipe),
        device=choose_device(settings.device),
        job=job,
        report=report,
        clock=clock,
        models=models or BaseModels(),
    )
    # An attempt that was killed after it had published is not trained again.
    version = next((v for v in list_versions(db, account.id) if v.lineage.job_id == job.id), None)
    version = version or _train(training)
    if version.state == "live":
        return Result(f"Version {version.number} is live.", version.number, promoted=True)
    try:
        verdict = decide(training, version)
    except LeaseLost:  # somebody moved the live pointer meanwhile: compare with what is live now
        verdict = decide(training, version)
    delete_checkpoints(settings, job.id)
    return Result(f"Version {version.number} is {verdict.sentence()}.", version.number, verdict.promote)


def _train(training: TrainingRun) -> Version:
    """Fine-tune and publish a candidate, with a tracking run for each step; a checkpoint of this job is continued."""
    settings, account = training.settings, training.account
    tracker = Tracker.of(settings, account)
    _track_corpus(training, tracker)
    with tracker.run(f"@{account.handle}-train", "train", _train_config(training)) as run:
        if tracker.tweets:
            run.input(f"dataset-{artifact_name(account.handle)}", "train-dataset")
        base = training.base
        run.input(artifact_name(base.public_name), "pretrained-model", {"fingerprint": base.fingerprint})
        trained = _finetune(training, run)
        try:
            refit = partial(_refit, training, trained) if training.recipe.refit else None
            return publish_version(training, trained, run, refit)
        finally:
            trained.release()


def _refit(training: TrainingRun, trained: Trained, folder: Path) -> bool:
    """Train once more, as long, on all tweets, and save that: the newest would never reach a small account's voice.

    False where it has come to nothing: it must predict the held-out tweets, which it has read now, better than before.
    """
    split = training.split
    everything = replace(split, train=(*split.train, *split.validation, *split.newest), validation=())
    recipe = replace(training.recipe, epochs=max(1, round(trained.epochs)), keep_best=False)
    again = finetune(
        training.base,
        everything,
        recipe,
        device=training.device,
        checkpoint=_checkpoint(training, "all"),
        key=_training_key(training, recipe),
        models=training.models,
        report=lambda progress: training.report(replace(progress, stage="learning from all tweets")),
    )
    try:
        if again.score.loss < trained.score.loss:
            again.save(folder, training.base)
            return True
        log.warning("@%s: learning from all tweets has come to nothing", training.account.handle)
        return False
    finally:
        again.release()


def _finetune(training: TrainingRun, run: Run) -> Trained:
    return finetune(
        training.base,
        training.split,
        training.recipe,
        device=training.device,
        checkpoint=_checkpoint(training),
        key=_training_key(training, training.recipe),
        models=training.models,
        report=_all_of(training, run),
    )


def _checkpoint(training: TrainingRun, which: str = "") -> Path:
    name = f"job-{training.job.id}{which and f'.{which}'}.safetensors"
    return training.settings.checkpoints_path() / name


def _training_key(training: TrainingRun, recipe: Recipe) -> str:
    """Names a training exactly; a checkpoint of another one is not continued."""
    split = training.split
    facts = [
        training.base.fingerprint,
        fingerprint(split.train),
        fingerprint(split.validation),
        recipe.as_dict(),
    ]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _all_of(training: TrainingRun, run: Run) -> Report:
    """Tell the job, the tracking run and the curve how it goes."""
    training.curve.clear()

    def tell(progress: Progress) -> None:
        curves = {
            "train/loss": progress.loss,
            "train/epoch": progress.epoch,
            "train/learning_rate": progress.learning_rate,
            "validation/best_loss": progress.validation_loss,
        }
        if progress.loss is not None:
            run.log({name: value for name, value in curves.items() if value is not None})
            training.curve.append(CurvePoint(progress.epoch, progress.loss, progress.validation_loss))
        training.report(progress)

    return tell


def _track_corpus(training: TrainingRun, tracker: Tracker) -> None:
    """The reference's preprocess run: raw tweets in, training file out."""
    account, corpus, seed = training.account, training.corpus, training.recipe.seed
    config = {"version": package_version("tweetlike"), "handle": account.handle, "data_seed": seed}
    metadata = {"handle": account.handle, "seed": seed, "epochs": training.recipe.epochs, **vars(corpus.counts)}
    with tracker.run(f"@{account.handle}-preprocess", "preprocess", config) as run:
        run.summary(vars(corpus.counts))
        if tracker.tweets:
            name = artifact_name(account.handle)
            raw = as_jsonl([vars(tweet) for tweet in load_tweets(training.db, account.id)])
            run.output(f"tweets-{name}", "raw-dataset", {"handle": account.handle}, {"tweets.jsonl": raw})
            order = list(corpus.texts)
            random.Random(seed).shuffle(order)
            text = "".join(f"{END_OF_TEXT}{line}" for line in order) + END_OF_TEXT
            run.output(f"dataset-{name}", "train-dataset", metadata, {"train.txt": text})


def _train_config(training: TrainingRun) -> dict[str, object]:
    return {
        "handle": training.account.handle,
        "base": training.base.public_name,
        "base_fingerprint": training.base.fingerprint,
        "architecture": training.base.architecture,
        "recipe": training.recipe.as_dict(),
        "python": platform.python_version(),
        "torch": torch.__version__,
        "transformers": package_version("transformers"),
    }
