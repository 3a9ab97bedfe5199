"""One training from tweets to a live voice: refresh → corpus → fine-tune → score → publish → promote."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import platform
import random
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from importlib.metadata import version as package_version
from pathlib import Path

import torch
from sqlite_utils import Database

from bot.generation.copies import CopyIndex
from bot.generation.engine import EngineOptions
from bot.generation.generator import EmbeddedGenerator, choose_device, choose_dtype
from bot.generation.types import GenerationRequest, Voice
from data.accounts import Account, find_account
from data.bases import Base, prepare_base
from data.corpora import Corpus, account_corpus, fingerprint, register_corpus, require_enough
from data.errors import NothingOriginal, UnreadableSource
from data.framing import load_framing
from data.importing import refresh_account
from data.jobs import Job, Progress, Result
from data.model_files import staging_folder
from data.registry import Draft, Lineage, Metrics, Version, live_version, promote, publish, set_state
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
    recipe = find_recipe(job.options.recipe or account.recipe or settings.recipe)
    corpus = account_corpus(db, account)
    require_enough(account.handle, corpus, settings.min_characters)
    corpus_id = register_corpus(db, account.id, corpus, now=clock())
    split = split_by_time(corpus)
    base = prepare_base(settings.base, settings.bases_path(), lambda text: report(Progress(text.rstrip(" …"))))
    tracker = Tracker.of(settings, account)
    _track_corpus(tracker, db, account, corpus, recipe)
    device = choose_device(settings.device)
    key = _training_key(base, split, recipe)
    checkpoint = settings.home / "checkpoints" / f"job-{job.id}.safetensors"
    with tracker.run(f"@{account.handle}-train", "train", _train_config(account, recipe, base)) as run:
        run.input(f"dataset-{account.handle}", "train-dataset")
        run.input(base.name.replace("/", "-"), "pretrained-model")
        trained = finetune(
            base, split, recipe, device=device, checkpoint=checkpoint, key=key, report=_both(report, run)
        )
        lineage = Lineage(
            corpus_fingerprint=corpus.fingerprint,
            held_out_fingerprint=fingerprint(split.held_out),
            train_tweets=len(split.train),
            validation_tweets=len(split.validation),
            held_out_tweets=len(split.held_out),
            seed=recipe.seed,
            job_id=job.id,
            run=run.name,
        )
        version = _publish(db, settings, account, corpus, corpus_id, base, recipe, trained, lineage, report, run, clock)
    verdict = _decide(db, settings, account, version, base, split, job.options.force, device, clock)
    checkpoint.unlink(missing_ok=True)
    return Result(f"Version {version.number} is {verdict.sentence()}.", version.number, verdict.promote)


def _publish(
    db: Database,
    settings: Settings,
    account: Account,
    corpus: Corpus,
    corpus_id: int,
    base: Base,
    recipe: Recipe,
    trained: Trained,
    lineage: Lineage,
    report: Report,
    run: Run,
    clock: Callable[[], float],
) -> Version:
    """Write the version's folder, let the serving engine speak from it, and register it as a candidate."""
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
    report(Progress("publishing"))
    with staging_folder(settings.models_path()) as staged:
        trained.save(staged, base)
        CopyIndex.of(corpus.texts).save(staged)
        samples = write_samples(base, Voice("staged", staged, recipe.method), settings)
        (staged / "README.md").write_text(
            model_card(account, corpus, recipe, base.name, metrics, lineage, samples), encoding="utf-8"
        )
        draft = Draft(
            account_id=account.id,
            method=recipe.method,
            base=base.name,
            base_fingerprint=base.fingerprint,
            recipe=recipe.as_dict(),
            corpus_id=corpus_id,
            metrics=metrics,
            lineage=lineage,
        )
        version = publish(db, settings.models_path(), staged, draft, now=clock())
    run.summary(vars(metrics))
    run.examples(SAMPLE_PROMPT, samples)
    run.output(
        account.handle.replace("@", "-"),
        "finetuned-model",
        {"handle": account.handle, "seed": recipe.seed, "epochs": recipe.epochs, "version": version.number},
        {name: settings.models_path() / version.folder / name for name in version.files},
    )
    return version


def write_samples(base: Base, voice: Voice, settings: Settings) -> list[str]:
    """Five tweets from the engine that will serve the version: proof that it loads and generates."""
    device = choose_device(settings.device)
    options = EngineOptions(device, choose_dtype(settings.precision, device), max_rows=8)

    async def write() -> list[str]:
        async with EmbeddedGenerator(base.folder, options) as generator:
            with suppress(NothingOriginal):
                result = await generator.generate(GenerationRequest(voice, SAMPLE_PROMPT, timeout_s=600))
                return list(result.texts)
        return []

    return asyncio.run(write())


def _decide(
    db: Database,
    settings: Settings,
    account: Account,
    version: Version,
    base: Base,
    split: Split,
    force: bool,
    device: torch.device,
    clock: Callable[[], float],
) -> Verdict:
    """Score what is live on the same newest tweets, and promote or not."""
    live = live_version(db, account.id)
    live_score = None
    if live is not None and live.base_fingerprint == base.fingerprint:
        try:
            model = _version_model(base, live, settings.models_path(), device)
            live_score = score_texts(model, load_framing(base.folder), split.held_out, device).bits_per_character
        except (OSError, ValueError, RuntimeError):
            log.exception("the live version could not be scored; the untuned base stands in for it")
    verdict = judge(
        version.metrics.bits_per_character,
        version.metrics.base_bits_per_character,
        live_score,
        live.number if live else None,
        tolerance=settings.promotion_tolerance,
        force=force,
    )
    if verdict.promote:
        promote(db, version, expected_live=live.id if live else None, reason=verdict.as_dict(), now=clock())
    else:
        set_state(db, version, "candidate", verdict.as_dict(), now=clock())
    return verdict


def _version_model(base: Base, version: Version, models: Path, device: torch.device) -> torch.nn.Module:
    folder = models / version.folder
    if version.method == "full":
        return load_base_model(replace(base, folder=folder), device)
    from peft import PeftModel

    return PeftModel.from_pretrained(load_base_model(base, device), folder)


def _training_key(base: Base, split: Split, recipe: Recipe) -> str:
    """Names a training exactly; a checkpoint of another one is not continued."""
    facts = [base.fingerprint, fingerprint(split.train), fingerprint(split.validation), recipe.as_dict()]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _both(report: Report, run: Run) -> Report:
    def tell(progress: Progress) -> None:
        if progress.loss is not None:
            run.log({"train/loss": progress.loss, "train/epoch": progress.epoch})
        report(progress)

    return tell


def _track_corpus(tracker: Tracker, db: Database, account: Account, corpus: Corpus, recipe: Recipe) -> None:
    """The reference's preprocess run: raw tweets in, training file out."""
    config = {"version": package_version("tweetlike"), "handle": account.handle, "data_seed": recipe.seed}
    metadata = {"handle": account.handle, "seed": recipe.seed, "epochs": recipe.epochs, **vars(corpus.counts)}
    with tracker.run(f"@{account.handle}-preprocess", "preprocess", config) as run:
        run.summary(vars(corpus.counts))
        if tracker.tweets:
            name = account.handle.replace("@", "-")
            raw = as_jsonl([vars(tweet) for tweet in load_tweets(db, account.id)])
            run.output(f"tweets-{name}", "raw-dataset", {"handle": account.handle}, {"tweets.jsonl": raw})
            order = list(corpus.texts)
            random.Random(recipe.seed).shuffle(order)
            text = "".join(f"<|endoftext|>{line}" for line in order) + "<|endoftext|>"
            run.output(f"dataset-{name}", "train-dataset", metadata, {"train.txt": text})


def _train_config(account: Account, recipe: Recipe, base: Base) -> dict[str, object]:
    return {
        "handle": account.handle,
        "base": base.name,
        "base_fingerprint": base.fingerprint,
        "architecture": base.architecture,
        "recipe": recipe.as_dict(),
        "python": platform.python_version(),
        "torch": torch.__version__,
        "transformers": package_version("transformers"),
    }
