"""One training, as what every step of it needs to know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import torch
from sqlite_utils import Database

from data.accounts.store import Account
from data.jobs.queue import Job, Progress
from data.models.bases import Base
from data.models.recipes import Recipe
from data.settings import Settings
from data.tweets.corpus import Corpus
from data.tweets.split import Split
from training.finetuning.base_model import BaseModels
from training.finetuning.finetune import Report


@dataclass(frozen=True)
class CurvePoint:
    """The loss at one moment of a training, in nats per token; `validation` is the best so far."""

    epoch: float
    loss: float
    validation: float | None


@dataclass(frozen=True)
class TrainingRun:
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
