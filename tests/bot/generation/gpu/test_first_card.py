"""The script for a real card runs from end to end, on the pretended one: whoever has a card for a quarter of an hour
shall not spend it on a misspelt name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import torch

from tests.benchmarks import gpu as script
from tests.conftest import random_adapter, write_tiny_models
from tests.pretended_gpu import PretendedGpu, trains_on


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> script.Bench:
    """With tiny models, short texts and few rows."""
    folders = write_tiny_models(tmp_path, 1024)
    for folder in folders.values():
        for rank in script.RANKS:
            random_adapter(folder / f"r{rank}", folder, rank, rank)
    monkeypatch.delenv("OUT", raising=False)
    monkeypatch.setattr(script, "TOKENS", 48)
    monkeypatch.setattr(script, "FOREVER", script.Sampling(max_tokens=48, min_tokens=48))
    monkeypatch.setattr(script, "MANY_AT_ONCE", (1, 4))
    monkeypatch.setattr(script.Bench, "model", lambda self, architecture: folders[architecture])
    monkeypatch.setattr(script, "by_transformers", lambda *_: lambda: None)
    monkeypatch.setattr(script.operators, "_kernels", lambda: None)
    return script.Bench(tmp_path, 1)


def test_the_models_it_makes_are_of_the_real_shapes(tmp_path: Path) -> None:
    folder = script.Bench(tmp_path, 1).model("gpt2")
    loaded = script.Loaded(folder, "float32", script.CPU)
    assert (loaded.decoder.shape.hidden, loaded.decoder.shape.vocabulary) == (768, 50257)
    assert len(loaded.framing.prompt(script.PROMPT)) > 2
    assert sorted(loaded.adapters) == [0, *script.RANKS]


@pytest.mark.parametrize("phase", ["facts", "right", "join", "memory", "serve", "train"])
def test_a_phase_runs(phase: str, bench: script.Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    gpu = PretendedGpu()
    trains_on(gpu, monkeypatch)
    monkeypatch.setattr(script, "TWEETS", 150)
    source = bench.model("llama") / "r8"  # for safetensors cannot read what is on a pretended device
    monkeypatch.setattr(script, "save", lambda _, folder: shutil.copytree(source, folder, dirs_exist_ok=True))
    with gpu.installed():
        monkeypatch.setattr(torch.cuda, "memory_reserved", lambda: gpu.live + gpu.pooled)
        script.PHASES[phase](bench)
        assert not gpu.faults
    assert bench.rows
    if phase == "train":
        assert [row["what"] for row in bench.rows] == ["cold", "warm"]
    if phase == "right":
        for row in bench.rows:
            for key in ("bfloat16_graphs_as_plain_steps", "float32_kernels_as_plain_torch"):
                same, _, of = row[key].partition("/")
                assert same == of
