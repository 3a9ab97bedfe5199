"""Training and scoring on a GPU that is pretended: the same results, and no step that waits for the host."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from sqlite_utils import Database

from data.accounts.store import ensure_account
from data.jobs.queue import Job, enqueue
from data.models.bases import Base
from data.models.framing import load_framing
from data.models.recipes import Recipe, find_recipe
from data.settings import Settings
from data.tweets.split import Split
from tests.pretended_gpu import CUDA, Counts, PretendedGpu, trains_on
from training.finetuning import base_model, finetune, scoring
from training.finetuning.finetune import STEPS_A_LOOK, Trained
from training.finetuning.loss import padded
from training.finetuning.scoring import score_texts
from training.trainer import run_trainer
from training.worker import Worker

TEXTS = [f"I think that number {n} is the best of all days{', and nobody asks me why' * (n % 4)}" for n in range(120)]
SPLIT = Split(tuple(TEXTS[:90]), tuple(TEXTS[90:100]), tuple(TEXTS[100:]))


@pytest.fixture
def gpu(monkeypatch: pytest.MonkeyPatch) -> Iterator[PretendedGpu]:
    made = PretendedGpu()
    trains_on(made, monkeypatch)
    with made.installed():
        yield made


def trained(base: Base, recipe: Recipe, device: torch.device, place: Path, **more: Any) -> Trained:
    return finetune.finetune(base, SPLIT, recipe, device=device, checkpoint=place / "c.safetensors", key="k", **more)


@pytest.mark.parametrize("architecture", ["llama", "gpt2"])
@pytest.mark.parametrize("name", ["default", "full"])
def test_a_training_learns_the_same_and_does_not_wait(
    architecture: str, name: str, tiny_bases: dict[str, Base], tmp_path: Path, gpu: PretendedGpu
) -> None:
    base, recipe = tiny_bases[architecture], replace(find_recipe(name), batch_tokens=256)
    seen: list[Counts] = []
    nats: list[float] = []
    step = finetune._Loop._step

    def counted(self: Any, batch: Any) -> Any:
        with gpu.counted() as counts:
            out = step(self, batch)
        seen.append(counts)
        nats.append(float(out[0]))
        return out

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finetune._Loop, "_step", counted)
        expected = trained(base, recipe, torch.device("cpu"), tmp_path / "cpu")
        assert not sum(counts.kernels for counts in seen)
        on_cpu, steps = nats.copy(), len(seen)
        found = trained(base, recipe, CUDA, tmp_path / "gpu")
    on_gpu = nats[steps:]
    assert len(on_gpu) == len(on_cpu) > STEPS_A_LOOK
    assert found.base_score.nats == pytest.approx(expected.base_score.nats, rel=1e-5)
    if architecture != "gpt2":  # which has dropout
        assert on_gpu[:2] == pytest.approx(on_cpu[:2], rel=1e-4)
    assert found.score.bits_per_character == pytest.approx(expected.score.bits_per_character, rel=0.01)
    assert found.score.bits_per_character < 0.99 * found.base_score.bits_per_character
    assert {(counts.waits, counts.copies) for counts in seen[steps:]} == {(0, 1)}
    assert not gpu.faults


def test_scoring_waits_once(tiny_bases: dict[str, Base], gpu: PretendedGpu) -> None:
    base = tiny_bases["llama"]
    model = base_model.load_base_model(base, CUDA)
    with gpu.counted() as counts:
        score = score_texts(model, load_framing(base.folder), TEXTS, CUDA)
    assert counts.waits == 1
    on_cpu = score_texts(
        base_model.load_base_model(base, torch.device("cpu")), load_framing(base.folder), TEXTS, torch.device("cpu")
    )
    assert score.nats == pytest.approx(on_cpu.nats, rel=1e-4)


def test_widths_are_few_on_a_gpu(gpu: PretendedGpu) -> None:
    inputs = padded([[1, 2, 3], [4, 5]], 0, CUDA)
    assert inputs.ids.shape == (2, 8)
    assert inputs.tokens == 3
    assert padded([[1, 2, 3], [4, 5]], 0, torch.device("cpu")).ids.shape == (2, 3)


def test_products_are_not_in_a_bfloat16_that_a_card_only_pretends_to_have() -> None:
    for capability, dtype in (((7, 5), torch.float32), ((8, 0), torch.bfloat16)):
        with PretendedGpu(capability=capability).installed():
            assert scoring.product_dtype(CUDA) == dtype


@pytest.mark.parametrize("gone", [True, False])
def test_a_trainer_whose_gpu_has_failed_gives_its_job_back_and_ends(
    gone: bool, settings: Settings, db: Database, gpu: PretendedGpu, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error of one call alone is the job's, and spends its attempts."""
    for handle in ("one", "two"):
        account = ensure_account(db, handle, now=1.0)
        enqueue(db, "train", account.handle, account.id, requested_by="cli", now=1.0)
    tries: list[str] = []

    def dead(db: Database, settings: Settings, job: Job, *_: Any) -> None:
        tries.append(job.handle)
        gpu.lost = "CUDA error: unspecified launch failure" if gone else None
        worker.stop() if len(tries) > 1 else None
        raise RuntimeError("CUDA error: CUBLAS_STATUS_EXECUTION_FAILED when calling `cublasGemmEx`")

    monkeypatch.setattr("training.pipeline.train_account", dead)
    worker = Worker(settings, "me", kinds=("train",))
    worker.run_forever(idle_s=0.01)
    if not gone:
        assert not worker.gpu_lost
        assert sum(row["attempts"] for row in db.query("SELECT attempts FROM jobs")) == len(tries) == 2
        return
    assert worker.gpu_lost
    assert tries == ["one"]
    assert [(row["state"], row["attempts"]) for row in db.query("SELECT state, attempts FROM jobs")] == [
        ("queued", 0)
    ] * 2


def test_the_trainer_ends_so_that_its_parent_starts_another(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(self: Worker, idle_s: float = 1.0) -> None:
        self.gpu_lost = "train" in self._kinds

    monkeypatch.setattr(Worker, "run_forever", run)
    monkeypatch.setattr("training.trainer.signal.signal", lambda *_: None)
    with pytest.raises(SystemExit) as ended:
        run_trainer(settings)
    assert ended.value.code == os.EX_TEMPFAIL
