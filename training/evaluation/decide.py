"""Whether a candidate goes live: scored beside what is live, on the same held-out tweets."""

from __future__ import annotations

import logging

from data.models.framing import load_framing
from data.models.registry import Version, live_version, promote, set_state
from data.models.scorecards import load_scorecard
from data.tweets.corpus import fingerprint
from training.evaluation.measure import base_of, let_speak, score_version, voice_of
from training.evaluation.promotion import Contender, Verdict, judge
from training.evaluation.scorecard import Evidence, Written, score_card
from training.finetuning.scoring import score_texts
from training.training_run import TrainingRun

log = logging.getLogger(__name__)


def decide(training: TrainingRun, version: Version) -> Verdict:
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


def _contender(training: TrainingRun, version: Version) -> Contender:
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
