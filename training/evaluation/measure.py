"""What a score card and a promotion need of a version: its scores, and what the serving engine writes from it."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import random
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch
from sqlite_utils import Database

from bot.generation.generator import EmbeddedGenerator
from bot.generation.model.memory import collect_garbage
from bot.generation.tuning import choose_device, tuned_options
from bot.generation.types import MAX_TWEETS, GenerationRequest, Voice
from data.accounts.store import Account, other_accounts
from data.errors import EngineFault, NothingOriginal
from data.models.bases import Base, prepared_base
from data.models.framing import load_framing
from data.models.held_out import judged, split_of
from data.models.registry import Version, live_adapter_of_another
from data.models.sampling import Sampling
from data.models.scorecards import ScoreCard
from data.settings import Settings
from data.storage.sealed_folders import first_damaged
from data.tweets.corpus import account_corpus
from data.tweets.split import Split
from training.evaluation.likelihood import likelihood_features
from training.evaluation.scorecard import Evidence, Written, sample, score_card
from training.finetuning.base_model import BaseModels, load_base_model
from training.finetuning.lora import with_adapter
from training.finetuning.scoring import TextScore, score_texts

log = logging.getLogger(__name__)
SAMPLE_PROMPT = "My dream is"
REQUESTS_AT_ONCE = 16
ROWS_ON_GPU, ROWS_A_CORE, FEW_VOICES = 64, 16, 8
WHOLE_MODELS = 1 << 40  # bytes: one is loaded at a time, whatever its size
OTHER_ACCOUNTS, OTHER_TWEETS = 10, 200
SEED = 42


@dataclass(frozen=True)
class Spoken:
    """What one voice wrote: without a prompt, to the reference's prompt, and to each beginning that was given (""
    where nothing came of it)."""

    written: Written
    samples: tuple[str, ...]
    continued: tuple[str, ...] = ()


def let_speak(
    base: Base,
    voices: Sequence[Voice],
    count: int,
    settings: Settings,
    report: Callable[[], None] = lambda: None,
    beginnings: Sequence[str] = (),
) -> list[Spoken]:
    """Let each voice write `count` tweets, and go on with each of the beginnings, with the engine that serves them.
    `report` is called as they come."""
    device = choose_device(settings.device)
    spoken = asyncio.run(_let_speak(base, voices, count, settings, device, report, beginnings))
    collect_garbage(device)  # of the engine
    return spoken


async def _let_speak(
    base: Base,
    voices: Sequence[Voice],
    count: int,
    settings: Settings,
    device: torch.device,
    report: Callable[[], None],
    beginnings: Sequence[str],
) -> list[Spoken]:
    options = tuned_options(
        device, settings.precision, remembered=settings.tuning_path(), gpu_memory_mb=settings.gpu_memory_mb
    )
    rows = ROWS_ON_GPU if device.type == "cuda" else ROWS_A_CORE * options.workers  # the bot wants memory, too
    options = replace(options, max_rows=rows)
    collect_garbage(device)
    spoken = []
    async with EmbeddedGenerator(base.folder, options, FEW_VOICES, WHOLE_MODELS) as generator:
        slots = asyncio.Semaphore(REQUESTS_AT_ONCE)

        async def ask(voice: Voice, prompt: str, seed: int, wanted: int) -> Written:
            async with slots:
                report()
                try:
                    request = GenerationRequest(voice, prompt, wanted, seed, voice.sampling, timeout_s=3600)
                    result = await generator.generate(request)
                except NothingOriginal as error:
                    return Written((), error.copies)
                except EngineFault as error:  # not the job's fault: it may be tried again
                    raise RuntimeError(f"the engine failed: {error.reason}") from error
                return Written(result.texts, result.copies)

        for voice in voices:
            sizes = [min(MAX_TWEETS, count - done) for done in range(0, count, MAX_TWEETS)]
            parts = await asyncio.gather(
                *(ask(voice, "", SEED + number, size) for number, size in enumerate(sizes)),
                *(ask(voice, beginning, SEED + number, 1) for number, beginning in enumerate(beginnings)),
                ask(voice, SAMPLE_PROMPT, SEED, 5),
            )
            free, begun, samples = parts[: len(sizes)], parts[len(sizes) : -1], parts[-1]
            texts = tuple(text for part in free for text in part.texts)
            copies = tuple(text for part in free for text in part.copies)
            continued = tuple("".join(part.texts) for part in begun)
            spoken.append(Spoken(Written(texts, copies), samples.texts, continued))
            if voice.method == "full":
                generator.drop(voice.key)
    return spoken


def beginning_of(text: str) -> str:
    """What somebody might ask for who wants a text like this: a quarter of its words, at most three; of a text of few
    words, a quarter of its characters."""
    words = [match.end() for match in re.finditer(r"\S+", text)]
    return text[: words[min(2, len(words) // 4 - 1)] if len(words) >= 4 else len(text) // 4].strip()


def untuned(base: Base, count: int, settings: Settings) -> Written:
    """What the base model writes without any training; written once and kept beside it."""
    return _let_speak_beside_the_base(base, [], count, settings, lambda: None, ())[1]


def _let_speak_beside_the_base(
    base: Base,
    voices: list[Voice],
    count: int,
    settings: Settings,
    report: Callable[[], None],
    beginnings: Sequence[str],
) -> tuple[list[Spoken], Written]:
    """What the voices write, and what the untuned base does, which is the same for all voices and therefore kept."""
    sampling = asdict(Sampling())
    kept = base.folder.parent / f"{base.folder.name}.untuned.json"
    with suppress(OSError, ValueError, KeyError):
        known = json.loads(kept.read_text())
        if (known["fingerprint"], known["sampling"]) == (base.fingerprint, sampling) and known["count"] >= count:
            spoken = let_speak(base, voices, count, settings, report, beginnings) if voices else []
            return spoken, Written(tuple(known["texts"][:count]))
    spoken = let_speak(base, voices, count, settings, report, beginnings) if voices else []
    [alone] = let_speak(base, [Voice("untuned", base.folder, "base")], count, settings, report)
    written = alone.written
    partial = kept.with_suffix(f".{os.getpid()}")
    partial.write_text(
        json.dumps(
            {"fingerprint": base.fingerprint, "sampling": sampling, "count": count, "texts": written.texts},
            ensure_ascii=False,
        )
    )
    partial.replace(kept)
    return spoken, written


@dataclass(frozen=True)
class Evaluation:
    """A score card, and the tweets it rests on."""

    card: ScoreCard
    voice: tuple[str, ...]  # written without a prompt
    samples: tuple[str, ...]  # to the reference's prompt
    untuned: tuple[str, ...]  # by the base


@dataclass(frozen=True)
class Scores:
    """What predicting cost: voice and untuned base on held-out tweets, the voice on tweets it was trained on."""

    voice: TextScore
    base: TextScore
    seen: TextScore


def evaluate(
    db: Database,
    settings: Settings,
    account: Account,
    split: Split,
    base: Base,
    voice: Voice,
    scores: Scores,
    *,
    count: int,
    models: BaseModels,
    device: torch.device,
    report: Callable[[], None] = lambda: None,
) -> Evaluation:
    """Let the voice speak, and measure it."""
    count = min(count, len(split.tweets))
    begun = [text for text in split.held_out[:count] if beginning_of(text)]
    [spoken], untrained = _let_speak_beside_the_base(
        base, [voice], count, settings, report, [beginning_of(text) for text in begun]
    )
    continued = [(mine, real) for mine, real in zip(spoken.continued, begun, strict=True) if mine]
    evidence = Evidence(
        train=split.tweets,
        held_out=split.held_out,
        newest=split.newest,
        voice=spoken.written,
        continued=continued,
        base=untrained,
        voice_score=scores.voice,
        base_score=scores.base,
        seen_score=scores.seen,
        other_score=_score_of_another(db, settings, account, base, split, models, device),
        others=tweets_of_others(db, account),
        features=lambda texts: likelihood_features(
            models.borrow(base, device), load_framing(base.folder), texts, device
        ),
    )
    return Evaluation(score_card(evidence), spoken.written.texts, spoken.samples, untrained.texts)


def measure_version(
    db: Database, settings: Settings, account: Account, version: Version, report: Callable[[], None] = lambda: None
) -> ScoreCard:
    """The score card of a version that exists, on the tweets that were held out from it.

    Raises OSError if its files or its base are not whole.
    """
    split = split_of(db, account, version)
    base, models, device = base_of(version, settings), BaseModels(), choose_device(settings.device)
    untrained = score_texts(models.borrow(base, device), load_framing(base.folder), split.held_out, device)
    scores = Scores(
        score_version(version, split.held_out, settings, models, device),
        untrained,
        score_version(version, seen_tweets(split), settings, models, device),
    )
    return evaluate(
        db,
        settings,
        account,
        split,
        base,
        voice_of(version, settings),
        scores,
        count=version.recipe.score_tweets,
        models=models,
        device=device,
        report=report,
    ).card


def seen_tweets(split: Split) -> list[str]:
    """Tweets that were trained on, as many as are held out."""
    return sample(split.tweets, len(split.held_out), random.Random(SEED))


def _score_of_another(
    db: Database,
    settings: Settings,
    account: Account,
    base: Base,
    split: Split,
    models: BaseModels,
    device: torch.device,
) -> TextScore | None:
    """How the voice of some other account predicts the held-out tweets."""
    version = live_adapter_of_another(db, account.id, base.fingerprint)
    if version is None:
        return None
    try:
        return score_version(version, split.held_out, settings, models, device)
    except (OSError, ValueError, RuntimeError):
        log.exception("another account's voice could not be scored")
        return None


def score_version(
    version: Version, texts: Sequence[str], settings: Settings, models: BaseModels, device: torch.device
) -> TextScore:
    """How the version predicts the texts, on its own base. Raises OSError if its files or its base are not whole."""
    base = base_of(version, settings)
    folder = settings.models_path() / version.folder
    if damaged := first_damaged(folder, version.files):
        raise OSError(f"{damaged} is damaged")
    return score_folder(base, judged(folder), version.method, texts, models, device)


def score_folder(
    base: Base, folder: Path, method: str, texts: Sequence[str], models: BaseModels, device: torch.device
) -> TextScore:
    """How the weights of a version's folder predict the texts."""
    framing = load_framing(base.folder)
    if method == "full":
        return score_texts(load_base_model(replace(base, folder=folder), device), framing, texts, device)
    try:
        with with_adapter(models.borrow(base, device), folder) as model:
            return score_texts(model, framing, texts, device)
    except BaseException:
        models.release()  # half of an adapter may be on it
        raise


def base_of(version: Version, settings: Settings) -> Base:
    """The base model a version was trained on. Raises OSError if it is no longer there."""
    base = prepared_base(version.base, settings.bases_path())
    if base is None or base.fingerprint != version.base_fingerprint:
        raise OSError(f"its base model {version.base} is not here, or has changed")
    return base


def voice_of(version: Version, settings: Settings) -> Voice:
    """A stored version as it is scored."""
    folder = judged(settings.models_path() / version.folder)
    return Voice(f"version {version.id}", folder, version.method, version.sampling)


def tweets_of_others(db: Database, account: Account) -> list[str]:
    """The newest usable tweets of other accounts, to tell the account's from; not of those that it is made of."""
    others = other_accounts(db, account.id, OTHER_ACCOUNTS)
    return [text for other in others for text in account_corpus(db, other).texts[-OTHER_TWEETS:]]
