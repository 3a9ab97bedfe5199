"""Fine-tuning: a base model, a split corpus and a recipe in; a model that talks like the account out.

Our own loop, because it must report, stop at any step, and go on bit by bit after a kill.
"""

from __future__ import annotations

import json
import math
import shutil
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from bot.generation.model.memory import collect_garbage
from data.jobs.queue import Progress
from data.models.bases import Base
from data.models.framing import Framing, load_framing
from data.models.recipes import Recipe
from data.tweets.split import Split
from training.finetuning.base_model import BaseModels, load_base_model
from training.finetuning.checkpoint import TrainingState, load_checkpoint, save_checkpoint
from training.finetuning.dataset import training_batches
from training.finetuning.lora import load_weights, new_adapter
from training.finetuning.loss import padded, summed_loss
from training.finetuning.scoring import TextScore, half_precision, product_dtype, score_texts

CHECKPOINT_EVERY_S = {"lora": 30.0, "full": 300.0}
STEPS_A_LOOK = 10  # on a GPU, between two looks at the loss, each of which waits for it

Report = Callable[[Progress], None]
"""Called after every step; raises to stop the training (cancelled, stopping, lease lost)."""


@dataclass(frozen=True)
class Trained:
    """A trained model in memory, with its scores on the held-out tweets before and after."""

    model: Any
    method: str
    base_score: TextScore
    score: TextScore
    validation_loss: float  # nats a token, of the kept weights; infinite where nothing was validated
    train_tokens: int  # real tokens seen
    padding_share: float  # of the tokens computed
    epochs: float  # at the kept weights
    seconds: float

    def save(self, folder: Path, base: Base) -> None:
        """Write a PEFT adapter folder, or a whole `save_pretrained` folder with its tokenizer."""
        if self.method == "lora":
            self.model.save_pretrained(folder)
            weights = folder / "adapter_model.safetensors"
            halved = {name: tensor.to(torch.bfloat16) for name, tensor in load_file(weights).items()}
            save_file(halved, weights, {"format": "pt"})  # as they are served: half the disk, and of every loading
            config = folder / "adapter_config.json"
            facts = json.loads(config.read_text())
            facts["base_model_name_or_path"] = base.public_name
            config.write_text(json.dumps(facts, indent=2, sort_keys=True))
        else:
            self.model.to(torch.bfloat16).save_pretrained(folder, max_shard_size="100GB")
            for file in base.folder.glob("*token*"):
                shutil.copy(file, folder / file.name)

    def release(self) -> None:
        """Take the adapter off the base model, which the next training uses again."""
        if self.method == "lora":
            self.model.unload()


def finetune(
    base: Base,
    split: Split,
    recipe: Recipe,
    *,
    device: torch.device,
    checkpoint: Path,
    key: str,
    models: BaseModels | None = None,
    start: Path | None = None,
    report: Report = lambda _: None,
    clock: Callable[[], float] = time.monotonic,
) -> Trained:
    """Train until the recipe's last step, or until validation no longer gets better; keep the best weights.

    `models` lends the base model, if it is to be kept for the next training; `start` is an adapter folder to go on
    from. A checkpoint at `checkpoint` of the same `key` is continued. Whatever `report` raises passes through, after
    a checkpoint was written.
    """
    framing = load_framing(base.folder)
    report(Progress("loading the base model"))
    with ExitStack() as on_failure:
        if recipe.method == "full":
            model = load_base_model(base, device)
            base_score = score_texts(model, framing, split.held_out, device)
        else:
            model = new_adapter((models or BaseModels()).borrow(base, device), base, recipe)
            on_failure.callback(model.unload)
            if start is not None:
                load_weights(model, start)
            with model.disable_adapter():
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
        collect_garbage(device)
        seen = batches[: state.step]
        tokens = sum(len(frame) for batch in seen for frame in batch)
        report(Progress("scoring", len(batches), len(batches), recipe.epochs, recipe.epochs))
        trained = Trained(
            model=model,
            method=recipe.method,
            base_score=base_score,
            score=score_texts(model, framing, split.held_out, device),
            validation_loss=state.best_loss,
            train_tokens=tokens,
            padding_share=1 - tokens / max(1, sum(len(batch) * max(map(len, batch)) for batch in seen)),
            epochs=recipe.epochs * (state.best_step or state.step) / max(1, len(batches)),
            seconds=state.seconds,
        )
        on_failure.pop_all()
        return trained


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
        loss = None
        while self.state.step < steps and not self._is_over():
            nats, count = self._step(self.batches[self.state.step])
            tokens += count
            self.state.step += 1
            if self.device.type == "cpu" or self.state.step % STEPS_A_LOOK == 0 or self.state.step == steps:
                loss = nats.item() / count
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

    def _step(self, batch: list[list[int]]) -> tuple[Tensor, int]:
        """Summed nats of the batch, still on the device, and its number of targets."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.recipe.learning_rate * self._schedule(self.state.step)
        inputs = padded(batch, self.framing.end_id, self.device)
        with half_precision(self.device):
            nats = summed_loss(self.model, inputs, product_dtype(self.device))
        (nats / inputs.tokens).backward()
        torch.nn.utils.clip_grad_norm_(self.parameters.values(), self.recipe.clip_norm)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        return nats.detach(), inputs.tokens

    def _schedule(self, step: int) -> float:
        """Linear warm-up, then cosine to zero, as a factor of the learning rate."""
        steps = len(self.batches)
        warmup = round(steps * self.recipe.warmup_share)
        if step < warmup:
            return (step + 1) / warmup
        return 0.5 * (1 + math.cos(math.pi * (step - warmup) / max(1, steps - warmup)))

    def _is_validation_step(self, steps: int) -> bool:
        if not self.recipe.keep_best or len(self.split.validation) < max(1, self.recipe.least_validation):
            return False
        every = max(1, steps // (self.recipe.epochs * self.recipe.validations_an_epoch))
        return self.state.step % every == 0 or self.state.step == steps

    def _is_over(self) -> bool:
        """Whether the last `patience` validations were no better than the best one before them."""
        return self.state.worse >= self.recipe.patience

    def _validate(self) -> None:
        loss = score_texts(self.model, self.framing, self.split.validation, self.device).loss
        self.state.worse += 1
        if loss < self.state.best_loss:
            self.state.best_loss, self.state.best_step, self.state.worse = loss, self.state.step, 0
            self.best = {name: p.detach().clone() for name, p in self.parameters.items()}

    def _progress(self, loss: float | None, tokens: int, elapsed: float) -> Progress:
        step, steps = self.state.step, len(self.batches)
        each = self.state.seconds / step
        return Progress(
            stage="training",
            step=step,
            steps=steps,
            epoch=self.recipe.epochs * step / steps,
            epochs=self.recipe.epochs,
            loss=None if loss is None else round(loss, 4),
            learning_rate=self.recipe.learning_rate * self._schedule(step - 1),
            validation_loss=round(self.state.best_loss, 4) if self.best else None,
            tokens_per_s=round(tokens / elapsed, 1) if elapsed > 0 else None,
            eta_s=round(each * (steps - step), 1),
        )
