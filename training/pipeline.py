"""One training from tweets to a live voice: refresh → corpus → fine-tune → score → publish → promote."""

from __future__ import annotations

import hashlib
import json
import logging
import platform
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version as package_version
from pathlib import Path

import torch
from sqlite_utils import Database

from bot.generation.copy_index import CopyIndex
from bot.generation.tuning import choose_device
from bot.generation.types import Voice, sampling_of
from data.accounts.avatars import avatar_of
from data.accounts.store import Account, configure_account, find_account, members_of
from data.errors import LeaseLost, TooFewTweets
from data.jobs.queue import Job, Progress, Result
from data.maintenance.deletion import delete_checkpoints
from data.models.bases import Base, prepare_base
from data.models.framing import END_OF_TEXT, load_framing
from data.models.recipes import Recipe, continuing, find_recipe, suiting
from data.models.registry import (
    Draft,
    Lineage,
    Metrics,
    Version,
    list_versions,
    live_version,
    promote,
    publish,
    set_state,
)
from data.models.scorecards import ScoreCard, load_scorecard
from data.settings import Settings
from data.storage.sealed_folders import first_damaged, staging_folder
from data.texts.english import explain
from data.tweet_images import tweet_picture
from data.tweets.corpus import Corpus, account_corpus, fingerprint, register_corpus, require_enough
from data.tweets.split import Split, split_by_time
from data.tweets.store import load_tweets
from training.evaluation.measure import (
    SAMPLE_PROMPT,
    Scores,
    base_of,
    evaluate,
    let_speak,
    score_version,
    seen_tweets,
    voice_of,
)
from training.evaluation.promotion import Contender, Verdict, judge
from training.evaluation.scorecard import Evidence, Written, score_card
from training.finetuning.base_model import BaseModels
from training.finetuning.finetune import Report, Trained, finetune
from training.finetuning.scoring import score_texts
from training.publishing.model_card import model_card
from training.publishing.plots import CurvePoint, draw_curve, draw_habits
from training.publishing.tracking import Run, Tracker, artifact_name, as_jsonl
from training.refresh import account_of, read_sources

log = logging.getLogger(__name__)
FEWEST_HELD_OUT = 5


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
    models: BaseModels
    curve: list[CurvePoint] = field(default_factory=list)  # of the training that became the version

    def scoring(self) -> None:
        """Say that this training is being scored; raises as `report` to end it."""
        self.report(Progress("scoring"))


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
            log.warning("%s", explain(trouble))
    account = find_account(db, job.handle)
    corpus = account_corpus(db, account)
    if trouble is not None and corpus.characters < settings.min_characters:
        raise trouble
    require_enough(account.handle, corpus, settings.min_characters)
    split = split_by_time(corpus)
    if len(split.held_out) < FEWEST_HELD_OUT:
        raise TooFewTweets(account.handle, len(set(corpus.texts)), FEWEST_HELD_OUT * 4)
    training = _Training(
        db=db,
        settings=settings,
        account=account,
        corpus=corpus,
        split=split,
        base=prepare_base(settings.base, settings.bases_path(), lambda text: report(Progress(text.rstrip(" …")))),
        recipe=suiting(find_recipe(job.options.recipe or account.recipe or settings.recipe), len(split.tweets)),
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
        verdict = _decide(training, version)
    except LeaseLost:  # somebody moved the live pointer meanwhile: compare with what is live now
        verdict = _decide(training, version)
    delete_checkpoints(settings, job.id)
    return Result(f"Version {version.number} is {verdict.sentence()}.", version.number, verdict.promote)


def _train(training: _Training) -> Version:
    """Fine-tune and publish a candidate, with a tracking run for each step; a checkpoint of this job is continued."""
    settings, account = training.settings, training.account
    tracker = Tracker.of(settings, account)
    _track_corpus(training, tracker)
    with tracker.run(f"@{account.handle}-train", "train", _train_config(training)) as run:
        if tracker.tweets:
            run.input(f"dataset-{artifact_name(account.handle)}", "train-dataset")
        base = training.base
        run.input(artifact_name(base.public_name), "pretrained-model", {"fingerprint": base.fingerprint})
        trained, recipe, before = _finetune(training, run)
        try:
            return _publish(training, trained, recipe, before, run)
        finally:
            trained.release()


def _finetune(training: _Training, run: Run) -> tuple[Trained, Recipe, Version | None]:
    """Go on from the live adapter where little is new and that scores well, else begin anew.

    Returns also the recipe that was used, and the version that it went on from.
    """
    live = _continuable(training)
    if live is not None and not _checkpoint(training, continued=False).exists():  # else it was tried before a kill
        recipe = continuing(training.recipe)
        start = training.settings.models_path() / live.folder
        before = score_version(live, training.split.validation, training.settings, training.models, training.device)
        continued = _run_recipe(training, recipe, run, start)
        if continued.validation_loss < before.loss:
            return continued, recipe, live
        log.info("@%s: going on from version %d did not help; training anew", training.account.handle, live.number)
        continued.release()
    return _run_recipe(training, training.recipe, run, None), training.recipe, None


def _run_recipe(training: _Training, recipe: Recipe, run: Run, start: Path | None) -> Trained:
    return finetune(
        training.base,
        training.split,
        recipe,
        device=training.device,
        checkpoint=_checkpoint(training, continued=start is not None),
        key=_training_key(training, recipe, start),
        models=training.models,
        start=start,
        report=_all_of(training, run),
    )


def _continuable(training: _Training) -> Version | None:
    """The live version, if it is an adapter of the same recipe and base, and little has come in since."""
    live, recipe = live_version(training.db, training.account.id), training.recipe
    if (
        live is None
        or training.corpus.parts
        or recipe.method != "lora"
        or live.base_fingerprint != training.base.fingerprint
    ):
        return None
    same = ("name", "version", "rank", "alpha", "dropout", "small")
    if any(live.recipe.get(key) != getattr(recipe, key) for key in same) or not training.split.validation:
        return None
    tweets = training.split.tweets
    grown = len(tweets) - live.lineage.train_tweets
    little = 0 < grown <= recipe.continue_up_to * live.lineage.train_tweets
    known = fingerprint(tweets[: live.lineage.train_tweets]) == live.lineage.train_fingerprint
    whole = first_damaged(training.settings.models_path() / live.folder, live.files) is None
    return live if little and known and whole else None


def _publish(training: _Training, trained: Trained, recipe: Recipe, before: Version | None, run: Run) -> Version:
    """Write the version's folder, let the serving engine speak from it, score it, and register it as a candidate."""
    db, settings, account = training.db, training.settings, training.account
    split = training.split
    lineage = Lineage(
        corpus_fingerprint=training.corpus.fingerprint,
        held_out_fingerprint=fingerprint(split.held_out),
        train_tweets=len(split.tweets),
        validation_tweets=len(split.validation),
        held_out_tweets=len(split.held_out),
        seed=recipe.seed,
        job_id=training.job.id,
        run=run.name,
        train_fingerprint=fingerprint(split.tweets),
        validation_fingerprint=fingerprint(split.validation),
        continued_from=before.number if before else None,
    )
    metrics = Metrics(
        loss=trained.score.loss,
        base_loss=trained.base_score.loss,
        bits_per_character=trained.score.bits_per_character,
        base_bits_per_character=trained.base_score.bits_per_character,
        held_out_tweets=len(trained.score.nats),
        train_tokens=trained.train_tokens,
        train_seconds=trained.seconds,
        epochs=trained.epochs,
    )
    training.scoring()
    with staging_folder(settings.models_path()) as staged:
        trained.save(staged, training.base)
        CopyIndex.of(training.corpus.texts).save(staged)
        seen = score_texts(trained.model, load_framing(training.base.folder), seen_tweets(split), training.device)
        trained.release()
        found = evaluate(
            db,
            settings,
            account,
            split,
            training.base,
            Voice("staged", staged, recipe.method, sampling_of(recipe.as_dict())),
            Scores(trained.score, trained.base_score, seen),
            count=recipe.score_tweets,
            models=training.models,
            device=training.device,
            report=training.scoring,
        )
        face = avatar_of(db, account.id)
        picture = tweet_picture(account.handle, account.display_name, found.samples, at=training.clock(), avatar=face)
        (staged / "predictions.png").write_bytes(picture)
        draw_curve(staged / "training.png", account.handle, training.curve)
        draw_habits(staged / "scorecard.png", account.handle, split.held_out, found.voice, found.untuned)
        text = model_card(account, training.corpus, recipe, training.base, metrics, lineage, found.card, found.samples)
        (staged / "README.md").write_text(text, encoding="utf-8")
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
        version = publish(db, settings.models_path(), staged, draft, now=training.clock(), card=found.card)
    configure_account(db, account.id, gone=0)
    _track_version(training, version, found.card, found.samples, run)
    return version


def _decide(training: _Training, version: Version) -> Verdict:
    """Score what is live on the same held-out tweets, let it speak, and promote or not."""
    db, settings = training.db, training.settings
    live = live_version(db, training.account.id)
    candidate = _contender(training, version)
    rival = None
    if live is not None:
        try:
            rival = _contender(training, live)
        except OSError:  # its files or its base are not whole
            log.exception("the live version could not be scored; the untuned base stands in for it")
    if rival is None:
        untuned = training.models.borrow(training.base, training.device)
        score = score_texts(untuned, load_framing(training.base.folder), training.split.held_out, training.device)
        rival = Contender("the untuned base", score)
    verdict = judge(candidate, rival, tolerance=settings.promotion_tolerance, force=training.job.options.force)
    now = training.clock()
    if verdict.promote:
        promote(db, version, expected_live=live.id if live else None, reason=verdict.as_dict(), now=now)
    else:
        set_state(db, version, "candidate", verdict.as_dict(), now=now)
    return verdict


def _contender(training: _Training, version: Version) -> Contender:
    """What decides, of a version, on this training's held-out tweets. Raises OSError if it is not whole."""
    split, settings = training.split, training.settings
    score = score_version(version, split.held_out, settings, training.models, training.device)
    card = load_scorecard(training.db, version.id)
    count = min(training.recipe.score_tweets, len(split.tweets))
    same = version.lineage.held_out_fingerprint == fingerprint(split.held_out)
    if card is None or not same or card.generated < count:
        voice = voice_of(version, settings)
        written = let_speak(base_of(version, settings), [voice], count, settings, training.scoring)[0].written
        evidence = Evidence(split.tweets, split.held_out, written, Written(()), score, score, newest=split.newest)
        card = score_card(evidence)
    return Contender.of(f"version {version.number}", score, card)


def _checkpoint(training: _Training, continued: bool) -> Path:
    name = f"job-{training.job.id}{'.continued' if continued else ''}.safetensors"
    return training.settings.checkpoints_path() / name


def _training_key(training: _Training, recipe: Recipe, start: Path | None) -> str:
    """Names a training exactly; a checkpoint of another one is not continued."""
    split = training.split
    facts = [
        training.base.fingerprint,
        fingerprint(split.train),
        fingerprint(split.validation),
        recipe.as_dict(),
        start.name if start else None,
    ]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _all_of(training: _Training, run: Run) -> Report:
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


def _track_corpus(training: _Training, tracker: Tracker) -> None:
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


def _track_version(training: _Training, version: Version, card: ScoreCard, samples: tuple[str, ...], run: Run) -> None:
    """Score card and metrics as the run's summary, the table of examples, the weights as an artifact."""
    run.summary({**vars(version.metrics), **{name: metric.value for name, metric in card.metrics()}})
    run.summary({"recipe": version.recipe, "continued_from": version.lineage.continued_from})
    run.examples(SAMPLE_PROMPT, samples)
    run.version(training.account, version, training.settings.models_path())


def _train_config(training: _Training) -> dict[str, object]:
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
