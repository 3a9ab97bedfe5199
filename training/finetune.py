"""Fine-tuning: a base model, a split corpus and a recipe in; a model that talks like the account out.

Our own loop, because it must report, stop at any step, and go on bit by bit after a kill.
"""

from __future__ import annotations

import json
import math
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from data.bases import Base
from data.framing import Framing, load_framing
from data.jobs import Progress
from training.checkpoint import TrainingState, load_checkpoint, save_checkpoint
from training.dataset import Split, training_batches
from training.recipes import Recipe
from training.scoring import TextScore, batch_loss, half_precision, has_bfloat16, padded, score_texts

VALIDATIONS_AN_EPOCH = 1
CHECKPOINT_EVERY_S = {"lora": 20.0, "full": 120.0}

Report = Callable[[Progress], None]
"""Called after every step; raises to stop the training (cancelled, stopping, lease lost)."""


@dataclass(frozen=True)
class Trained:
    """A trained model in memory, with its scores on the held-out tweets before and after."""

    model: Any
    method: str
    base_score: TextScore
    score: TextScore
    train_tokens: int  # real tokens seen, over all epochs
    epochs: float  # at the kept weights
    seconds: float

    def save(self, folder: Path, base: Base) -> None:
        """Write a PEFT adapter folder, or a whole `save_pretrained` folder with its tokenizer."""
        if self.method == "lora":
            self.model.save_pretrained(folder)
            config = folder / "adapter_config.json"
            facts = json.loads(config.read_text())
            facts["base_model_name_or_path"] = base.name  # not a path of this machine
            config.write_text(json.dumps(facts, indent=2, sort_keys=True))
        else:
            self.model.to(torch.bfloat16).save_pretrained(folder, max_shard_size="100GB")
            for file in base.folder.glob("*token*"):
                shutil.copy(file, folder / file.name)


def load_base_model(base: Base, device: torch.device, dtype: torch.dtype = torch.float32) -> Any:
    """A transformers model from a prepared base folder."""
    from transformers import AutoModelForCausalLM
    from transformers.utils import logging

    logging.disable_progress_bar()
    return AutoModelForCausalLM.from_pretrained(base.folder, dtype=dtype, local_files_only=True).to(device)


def trainable_model(base: Base, recipe: Recipe, device: torch.device) -> Any:
    """The base with a fresh LoRA adapter on all linear layers, or the base itself with every weight trainable."""
    if recipe.method == "full":
        return load_base_model(base, device)
    from peft import LoraConfig, TaskType, get_peft_model

    frozen = torch.bfloat16 if has_bfloat16(device) else torch.float32
    config = LoraConfig(
        r=recipe.rank,
        lora_alpha=recipe.alpha,
        lora_dropout=recipe.dropout,
        target_modules="all-linear",
        fan_in_fan_out=base.architecture == "gpt2",
        task_type=TaskType.CAUSAL_LM,
    )
    torch.manual_seed(recipe.seed)
    return get_peft_model(load_base_model(base, device, frozen), config)


def finetune(
    base: Base,
    split: Split,
    recipe: Recipe,
    *,
    device: torch.device,
    checkpoint: Path,
    key: str,
    report: Report = lambda _: None,
    clock: Callable[[], float] = time.monotonic,
) -> Trained:
    """Train until the recipe's last step and keep the weights of the best validation loss.

    A checkpoint at `checkpoint` of the same `key` is continued. Whatever `report` raises passes through, after
    a checkpoint was written.
    """
    framing = load_framing(base.folder)
    report(Progress("loading the base model"))
    model = trainable_model(base, recipe, device)
    base_score = score_texts(model, framing, split.held_out, device)
    batches = training_batches(split.train, framing, recipe)
    parameters = {name: p for name, p in model.named_parameters() if p.requires_grad}
    optimizer = torch.optim.AdamW(
        parameters.values(), lr=recipe.learning_rate, weight_decay=recipe.weight_decay, fused=True
    )
    torch.manual_seed(recipe.seed)
    state, best = load_checkpoint(checkpoint, key, parameters, optimizer)
    loop = _Loop(model, framing, split, recipe, batches, parameters, optimizer, device, state, best, report, clock)
    loop.run(lambda: save_checkpoint(checkpoint, key, loop.state, parameters, optimizer, loop.best))
    report(Progress("scoring", len(batches), len(batches), recipe.epochs, recipe.epochs))
    return Trained(
        model=model,
        method=recipe.method,
        base_score=base_score,
        score=score_texts(model, framing, split.held_out, device),
        train_tokens=sum(len(frame) for batch in batches for frame in batch),
        epochs=recipe.epochs * (state.best_step or len(batches)) / max(1, len(batches)),
        seconds=state.seconds,
    )


@dataclass
class _Loop:
    model: Any
    framing: Framing
    split: Split
    recipe: Recipe
    batches: list[list[list[int]]]
    parameters: dict[str, Tensor]
    optimizer: torch.optim.Optimizer
    device: torch.device
    state: TrainingState
    best: dict[str, Tensor]
    report: Report
    clock: Callable[[], float]

    def run(self, save: Callable[[], None]) -> None:
        self.model.train()
        steps = len(self.batches)
        last_save = started = self.clock()
        already = self.state.seconds
        tokens = 0
        while self.state.step < steps:
            loss, count = self._step(self.batches[self.state.step])
            tokens += count
            self.state.step += 1
            now = self.clock()
            self.state.seconds = already + now - started
            if self._is_validation_step(steps):
                self._validate()
            try:
                self.report(self._progress(loss, tokens, now - started))
            except BaseException:
                save()
                raise
            if now - last_save >= CHECKPOINT_EVERY_S[self.recipe.method]:
                save()
                last_save = self.clock()
        if self.best:
            with torch.no_grad():
                for name, value in self.best.items():
                    self.parameters[name].copy_(value)

    def _step(self, batch: list[list[int]]) -> tuple[float, int]:
        for group in self.optimizer.param_groups:
            group["lr"] = self.recipe.learning_rate * self._schedule(self.state.step)
        ids, labels = padded(batch, self.framing.end_id, self.device)
        with half_precision(self.device):
            total, count = batch_loss(self.model, ids, labels)
        loss = total / max(1, count)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.parameters.values(), self.recipe.clip_norm)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        return loss.item(), count

    def _schedule(self, step: int) -> float:
        """Linear warm-up, then cosine to zero, as a factor of the learning rate."""
        steps = len(self.batches)
        warmup = round(steps * self.recipe.warmup_share)
        if step < warmup:
            return (step + 1) / warmup
        return 0.5 * (1 + math.cos(math.pi * (step - warmup) / max(1, steps - warmup)))

    def _is_validation_step(self, steps: int) -> bool:
        if not (self.recipe.keep_best and self.split.validation):
            return False
        every = max(1, steps // (self.recipe.epochs * VALIDATIONS_AN_EPOCH))
        return self.state.step % every == 0 or self.state.step == steps

    def _validate(self) -> None:
        loss = score_texts(self.model, self.framing, self.split.validation, self.device).loss
        if loss < self.state.best_loss:
            self.state.best_loss, self.state.best_step = loss, self.state.step
            self.best = {name: p.detach().clone() for name, p in self.parameters.items()}

    def _progress(self, loss: float, tokens: int, elapsed: float) -> Progress:
        step, steps = self.state.step, len(self.batches)
        each = self.state.seconds / step
        return Progress(
            stage="training",
            step=step,
            steps=steps,
            epoch=self.recipe.epochs * step / steps,
            epochs=self.recipe.epochs,
            loss=round(loss, 4),
            tokens_per_s=round(tokens / elapsed, 1) if elapsed > 0 else None,
            eta_s=round(each * (steps - step), 1),
        )
