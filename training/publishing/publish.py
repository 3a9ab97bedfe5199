"""From weights to a candidate in the registry: files, scores, card and pictures, all of them or none."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bot.generation.types import Voice
from data.accounts.avatars import avatar_of
from data.accounts.store import configure_account
from data.jobs.queue import Progress
from data.models.framing import load_framing
from data.models.held_out import JUDGED
from data.models.registry import HeldOutMetrics, Lineage, NewVersion, Version, publish
from data.models.scorecards import ScoreCard
from data.storage.sealed_folders import staging_folder
from data.tweet_images import tweet_picture
from data.tweets.copy_index import FILE as COPIES
from data.tweets.copy_index import CopyIndex
from data.tweets.corpus import fingerprint, register_corpus
from data.tweets.learnt import Learnt
from data.tweets.mentions import FILE as MENTIONS
from data.tweets.mentions import Mentions
from training.evaluation.length import suit_length
from training.evaluation.measure import SAMPLE_PROMPT, Scores, evaluate, seen_tweets
from training.finetuning.calibration import calibrate
from training.finetuning.finetune import Trained
from training.finetuning.scoring import score_texts
from training.publishing.model_card import model_card
from training.publishing.plots import draw_curve, draw_habits
from training.publishing.tracking import Run
from training.training_run import TrainingRun

GUARDS = (COPIES, MENTIONS)
"""The files that say what a voice must not say."""
Refit = Callable[[Path], bool]
"""Train once more on all tweets and save into a folder; False where that has come to nothing."""


def publish_version(training: TrainingRun, trained: Trained, run: Run, refit: Refit | None = None) -> Version:
    """Write the version's folder, let the serving engine speak from it, score it, and register it as a candidate.

    With `refit`, what was scored lies in a folder of its own within, and what is served is made by that.
    """
    db, settings, account = training.db, training.settings, training.account
    split, recipe = training.split, training.recipe
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
    )
    metrics = HeldOutMetrics(
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
        scored = staged / JUDGED if refit is not None else staged
        trained.save(scored, training.base)
        CopyIndex.of(training.corpus.texts).save(scored)
        Mentions.of(split.tweets).save(scored)
        Learnt.of((*split.tweets, *split.validation)).save(staged)
        framing = load_framing(training.base.folder)
        seen = score_texts(trained.model, framing, seen_tweets(split), training.device)
        sampling = recipe.sampling
        if recipe.calibrated:
            sampling = calibrate(trained.model, framing, split, training.device)
        trained.release()
        voice = Voice("staged", scored, recipe.method, sampling)
        if recipe.calibrated:
            real = (*split.tweets, *split.validation)
            sampling = suit_length(training.base, voice, real, recipe.score_tweets, settings, training.scoring)
            voice = replace(voice, sampling=sampling)
        found = evaluate(
            db,
            settings,
            account,
            split,
            training.base,
            voice,
            Scores(trained.score, trained.base_score, seen),
            count=recipe.score_tweets,
            models=training.models,
            device=training.device,
            report=training.scoring,
        )
        if refit is not None and refit(staged):
            lineage = replace(lineage, served_tweets=training.corpus.counts.kept)
            for name in GUARDS:
                shutil.copyfile(scored / name, staged / name)
        elif scored != staged:
            for path in scored.iterdir():
                path.rename(staged / path.name)
            scored.rmdir()
        face = avatar_of(db, account.id)
        picture = tweet_picture(account.handle, account.display_name, found.samples, at=training.clock(), avatar=face)
        (staged / "predictions.png").write_bytes(picture)
        draw_curve(staged / "training.png", account.handle, training.curve)
        draw_habits(staged / "scorecard.png", account.handle, split.held_out, found.voice, found.untuned)
        text = model_card(account, training.corpus, recipe, training.base, metrics, lineage, found.card, found.samples)
        (staged / "README.md").write_text(text, encoding="utf-8")
        new = NewVersion(
            account_id=account.id,
            method=recipe.method,
            base=training.base.name,
            base_fingerprint=training.base.fingerprint,
            recipe=recipe,
            corpus_id=register_corpus(db, account.id, training.corpus, now=training.clock()),
            metrics=metrics,
            lineage=lineage,
            sampling=sampling,
        )
        training.report(Progress("publishing"))  # the last moment to cancel
        version = publish(db, settings.models_path(), staged, new, now=training.clock(), card=found.card)
    configure_account(db, account.id, gone=0)
    _track_version(training, version, found.card, found.samples, run)
    return version


def _track_version(
    training: TrainingRun, version: Version, card: ScoreCard, samples: tuple[str, ...], run: Run
) -> None:
    """Score card and metrics as the run's summary, the table of examples, the weights as an artifact."""
    run.summary({**vars(version.metrics), **{name: metric.value for name, metric in card.metrics()}})
    run.summary(
        {
            "recipe": version.recipe.as_dict(),
            "sampling": version.sampling.as_dict(),
        }
    )
    run.examples(SAMPLE_PROMPT, samples)
    run.version(training.account, version, training.settings.models_path())
