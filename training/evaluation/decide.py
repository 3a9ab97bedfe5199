"""Whether a candidate goes live: measured beside what is live, on tweets that neither has learnt from."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from data.models.framing import load_framing
from data.models.held_out import knows
from data.models.registry import Version, best_version, live_version, promote, set_state
from data.models.scorecards import load_scorecard
from data.tweets.corpus import fingerprint
from training.evaluation.measure import base_of, let_speak, score_version, untuned, voice_of
from training.evaluation.promotion import (
    FEWEST,
    Contender,
    Rival,
    Verdict,
    WordOrder,
    judge_first,
    judge_next,
    with_shuffled,
)
from training.evaluation.scorecard import Evidence, score_card
from training.finetuning.scoring import TextScore, score_texts
from training.training_run import TrainingRun

log = logging.getLogger(__name__)


def decide(training: TrainingRun, version: Version) -> Verdict:
    """Compare the candidate with what is live, and promote it or not."""
    db, settings, force = training.db, training.settings, training.job.options.force
    live = live_version(db, training.account.id)
    candidate = _contender(training, version)
    verdict = None
    if live is not None:
        best = best_version(db, live)
        try:
            rival = _rival(training, live, version, candidate.score)
            strongest = None if best.id == live.id else _rival(training, best, version, candidate.score)
            verdict = judge_next(
                candidate,
                _contender(training, live),
                rival,
                strongest,
                tolerance=settings.promotion_tolerance,
                force=force,
            )
            if (strongest or rival).worse_by() <= 0:
                best = version
        except OSError:  # its files or its base are not whole
            log.exception("the live version could not be scored; the untuned base stands in for it")
    if verdict is None:
        best = version
        base = _base_score(training, training.split.held_out)
        order = _word_order(training, version)
        verdict = judge_first(candidate, base, order, margin=settings.promotion_margin, force=force)
    now, reason = training.clock(), {**verdict.as_dict(), "best": best.id}
    if verdict.promote:
        promote(db, version, expected_live=live.id if live else None, reason=reason, now=now)
    else:
        set_state(db, version, "candidate", reason, now=now)
    return verdict


def _base_score(training: TrainingRun, texts: Sequence[str]) -> TextScore:
    model = training.models.borrow(training.base, training.device)
    return score_texts(model, load_framing(training.base.folder), texts, training.device)


def _word_order(training: TrainingRun, version: Version) -> WordOrder:
    """What the order of words in held-out tweets is worth, to the version and to the base."""
    texts = with_shuffled(training.split.held_out)
    mine = score_version(version, texts, training.settings, training.models, training.device)
    return WordOrder.of(mine, _base_score(training, texts))


def _rival(training: TrainingRun, rival: Version, candidate: Version, score: TextScore) -> Rival:
    """Both on the held-out tweets that the rival has not learnt from either; else each beside the base, on its own.

    Raises OSError if the rival is not whole.
    """
    held_out = training.split.held_out
    learnt: Callable[[str], bool] = knows(training.db, training.settings.models_path(), training.account, rival)
    fair = [index for index, text in enumerate(held_out) if not learnt(text)]
    texts = [held_out[index] for index in fair]
    theirs = score_version(rival, texts, training.settings, training.models, training.device)
    name = f"version {rival.number}"
    if len(fair) >= FEWEST or len(fair) == len(held_out):
        return Rival(name, theirs, score.of(fair))
    own, their_own = candidate.metrics, rival.metrics
    return Rival(
        name,
        theirs,
        score.of(fair),
        gain=their_own.bits_per_character / their_own.base_bits_per_character,
        own_gain=own.bits_per_character / own.base_bits_per_character,
    )


def _contender(training: TrainingRun, version: Version) -> Contender:
    """What decides, of a version, on this training's held-out tweets. Raises OSError if it is not whole."""
    split, settings = training.split, training.settings
    score = score_version(version, split.held_out, settings, training.models, training.device)
    card = load_scorecard(training.db, version.id)
    count = min(training.recipe.score_tweets, len(split.tweets))
    same = version.lineage.held_out_fingerprint == fingerprint(split.held_out)
    if card is None or not same or card.generated < count:
        base = base_of(version, settings)
        written = let_speak(base, [voice_of(version, settings)], count, settings, training.scoring)[0].written
        evidence = Evidence(
            split.tweets, split.held_out, written, untuned(base, count, settings), score, score, newest=split.newest
        )
        card = score_card(evidence)
    return Contender.of(f"version {version.number}", score, card)
