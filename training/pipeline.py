"""One training from tweets to a live voice: refresh → corpus → fine-tune → score → publish → promote."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import platform
import random
import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib.metadata import version as package_version
from pathlib import Path

import torch
from sqlite_utils import Database

from bot.generation.copies import CopyIndex
from bot.generation.generator import EmbeddedGenerator
from bot.generation.tuning import choose_device, tuned_options
from bot.generation.types import GenerationRequest, Voice
from data.accounts import Account, find_account
from data.bases import Base, prepare_base
from data.corpora import Corpus, account_corpus, fingerprint, register_corpus, require_enough
from data.errors import LeaseLost, NothingOriginal, UnreadableSource
from data.framing import END_OF_TEXT, load_framing
from data.importing import refresh_account
from data.jobs import Job, Progress, Result
from data.model_files import first_damaged, staging_folder
from data.registry import Draft, Lineage, Metrics, Version, list_versions, live_version, promote, publish, set_state
from data.settings import Settings
from data.tweets import load_tweets
from data.wording import explain
from training.card import model_card
from training.dataset import Split, split_by_time
from training.finetune import Report, Trained, finetune, load_base_model
from training.promotion import Verdict, judge
from training.recipes import Recipe, find_recipe
from training.scoring import score_texts
from training.tracking import Run, Tracker, as_jsonl

log = logging.getLogger(__name__)
SAMPLE_PROMPT = "My dream is"


@dataclass(frozen=True)
class _Training:
    """What every step of one training needs to know."""

    db: Database
    settings: Settings
    account: Account
    corpus: Corpus
    split: Split
    base: Base
    recipe: Recipe
    device: torch.device
    job: Job
    report: Report
    clock: Callable[[], float]


def train_account(
    db: Database, settings: Settings, job: Job, report: Report, clock: Callable[[], float] = time.time
) -> Result:
    """Do a `train` job. Raises the typed errors of its steps; whatever `report` raises passes through."""
    report(Progress("reading tweets"))
    account = find_account(db, job.handle)
    if job.options.refresh and account.watch_path is not None:
        try:
            refresh_account(db, account, now=clock())
        except UnreadableSource as error:  # train on what is stored
            log.warning("%s", explain(error))
    corpus = account_corpus(db, account)
    require_enough(account.handle, corpus, settings.min_characters)
    training = _Training(
        db=db,
        settings=settings,
        account=account,
        corpus=corpus,
        split=split_by_time(corpus),
        base=prepare_base(settings.base, settings.bases_path(), lambda text: report(Progress(text.rstrip(" …")))),
        recipe=find_recipe(job.options.recipe or account.recipe or settings.recipe),
        device=choose_device(settings.device),
        job=job,
        report=report,
        clock=clock,
    )
    # An attempt that was killed after it had published is not trained again.
    version = next((v for v in list_versions(db, account.id) if v.lineage.job_id == job.id), None)
    version = version or _train(training)
    if version.state == "live":
        return Result(f"Version {version.number} is live.", version.number, promoted=True)
    try:
        verdict = _decide(training, version)
    except LeaseLost:  # somebody moved the live pointer meanwhile: compare with what is live now
        verdict = _decide(training, version)
    _checkpoint(training).unlink(missing_ok=True)
    return Result(f"Version {version.number} is {verdict.sentence()}.", version.number, verdict.promote)


def _train(training: _Training) -> Version:
    """Fine-tune and publish a candidate, with a tracking run for each step; a checkpoint of this job is continued."""
    settings, account = training.settings, training.account
    tracker = Tracker.of(settings, account)
    _track_corpus(training, tracker)
    with tracker.run(f"@{account.handle}-train", "train", _train_config(training)) as run:
        run.input(f"dataset-{_artifact_name(account.handle)}", "train-dataset")
        run.input(_artifact_name(training.base.name), "pretrained-model")
        trained = finetune(
            training.base,
            training.split,
            training.recipe,
            device=training.device,
            checkpoint=_checkpoint(training),
            key=_training_key(training),
            report=_both(training.report, run),
        )
        return _publish(training, trained, run)


def _publish(training: _Training, trained: Trained, run: Run) -> Version:
    """Write the version's folder, let the serving engine speak from it, and register it as a candidate."""
    db, settings, account, recipe = training.db, training.settings, training.account, training.recipe
    split = training.split
    lineage = Lineage(
        corpus_fingerprint=training.corpus.fingerprint,
        held_out_fingerprint=fingerprint(split.held_out),
        train_tweets=len(split.train),
        validation_tweets=len(split.validation),
        held_out_tweets=len(split.held_out),
        seed=recipe.seed,
        job_id=training.job.id,
        run=run.name,
    )
    metrics = Metrics(
        loss=trained.score.loss,
        base_loss=trained.base_score.loss,
        bits_per_character=trained.score.bits_per_character,
        base_bits_per_character=trained.base_score.bits_per_character,
        held_out_tweets=trained.score.tweets,
        train_tokens=trained.train_tokens,
        train_seconds=trained.seconds,
        epochs=trained.epochs,
    )
    training.report(Progress("publishing"))
    with staging_folder(settings.models_path()) as staged:
        trained.save(staged, training.base)
        CopyIndex.of(training.corpus.texts).save(staged)
        samples = write_samples(training.base, Voice("staged", staged, recipe.method), settings)
        card = model_card(account, training.corpus, recipe, training.base.name, metrics, lineage, samples)
        (staged / "README.md").write_text(card, encoding="utf-8")
        draft = Draft(
            account_id=account.id,
            method=recipe.method,
            base=training.base.name,
            base_fingerprint=training.base.fingerprint,
            recipe=recipe.as_dict(),
            corpus_id=register_corpus(db, account.id, training.corpus, now=training.clock()),
            metrics=metrics,
            lineage=lineage,
        )
        training.report(Progress("publishing"))  # the last moment to cancel
        version = publish(db, settings.models_path(), staged, draft, now=training.clock())
    run.summary(vars(metrics))
    run.examples(SAMPLE_PROMPT, samples)
    run.output(
        _artifact_name(account.handle),
        "finetuned-model",
        {"handle": account.handle, "seed": recipe.seed, "epochs": recipe.epochs, "version": version.number},
        {name: settings.models_path() / version.folder / name for name in version.files},
    )
    return version


def write_samples(base: Base, voice: Voice, settings: Settings) -> list[str]:
    """Five tweets from the engine that will serve the version: proof that it loads and generates."""
    device = choose_device(settings.device)
    options = tuned_options(device, settings.precision, remembered=settings.tuning_path(), cores=1)
    options = replace(options, max_rows=8)

    async def write() -> list[str]:
        async with EmbeddedGenerator(base.folder, options) as generator:
            with suppress(NothingOriginal):
                result = await generator.generate(GenerationRequest(voice, SAMPLE_PROMPT, timeout_s=600))
                return list(result.texts)
        return []

    return asyncio.run(write())


def _decide(training: _Training, version: Version) -> Verdict:
    """Score what is live on the same newest tweets, and promote or not."""
    db, base, settings = training.db, training.base, training.settings
    live = live_version(db, training.account.id)
    live_score = None
    if live is not None and live.base_fingerprint == base.fingerprint:
        try:
            if first_damaged(settings.models_path() / live.folder, live.files):
                raise OSError("its files are damaged")
            model = _version_model(base, live, settings.models_path(), training.device)
            score = score_texts(model, load_framing(base.folder), training.split.held_out, training.device)
            live_score = score.bits_per_character
        except (OSError, ValueError, RuntimeError):
            log.exception("the live version could not be scored; the untuned base stands in for it")
    verdict = judge(
        version.metrics.bits_per_character,
        version.metrics.base_bits_per_character,
        live_score,
        live.number if live else None,
        tolerance=settings.promotion_tolerance,
        force=training.job.options.force,
    )
    now = training.clock()
    if verdict.promote:
        promote(db, version, expected_live=live.id if live else None, reason=verdict.as_dict(), now=now)
    else:
        set_state(db, version, "candidate", verdict.as_dict(), now=now)
    return verdict


def _version_model(base: Base, version: Version, models: Path, device: torch.device) -> torch.nn.Module:
    folder = models / version.folder
    if version.method == "full":
        return load_base_model(replace(base, folder=folder), device)
    from peft import PeftModel

    return PeftModel.from_pretrained(load_base_model(base, device), folder)


def _checkpoint(training: _Training) -> Path:
    return training.settings.home / "checkpoints" / f"job-{training.job.id}.safetensors"


def _training_key(training: _Training) -> str:
    """Names a training exactly; a checkpoint of another one is not continued."""
    split = training.split
    facts = [
        training.base.fingerprint,
        fingerprint(split.train),
        fingerprint(split.validation),
        training.recipe.as_dict(),
    ]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _both(report: Report, run: Run) -> Report:
    def tell(progress: Progress) -> None:
        if progress.loss is not None:
            run.log({"train/loss": progress.loss, "train/epoch": progress.epoch})
        report(progress)

    return tell


def _track_corpus(training: _Training, tracker: Tracker) -> None:
    """The reference's preprocess run: raw tweets in, training file out."""
    account, corpus, seed = training.account, training.corpus, training.recipe.seed
    config = {"version": package_version("tweetlike"), "handle": account.handle, "data_seed": seed}
    metadata = {"handle": account.handle, "seed": seed, "epochs": training.recipe.epochs, **vars(corpus.counts)}
    with tracker.run(f"@{account.handle}-preprocess", "preprocess", config) as run:
        run.summary(vars(corpus.counts))
        if tracker.tweets:
            name = _artifact_name(account.handle)
            raw = as_jsonl([vars(tweet) for tweet in load_tweets(training.db, account.id)])
            run.output(f"tweets-{name}", "raw-dataset", {"handle": account.handle}, {"tweets.jsonl": raw})
            order = list(corpus.texts)
            random.Random(seed).shuffle(order)
            text = "".join(f"{END_OF_TEXT}{line}" for line in order) + END_OF_TEXT
            run.output(f"dataset-{name}", "train-dataset", metadata, {"train.txt": text})


def _train_config(training: _Training) -> dict[str, object]:
    return {
        "handle": training.account.handle,
        "base": training.base.name,
        "base_fingerprint": training.base.fingerprint,
        "architecture": training.base.architecture,
        "recipe": training.recipe.as_dict(),
        "python": platform.python_version(),
        "torch": torch.__version__,
        "transformers": package_version("transformers"),
    }


def _artifact_name(name: str) -> str:
    """A name that W&B allows for an artifact."""
    return re.sub(r"[^A-Za-z0-9_.-]", "-", name)[-100:]
