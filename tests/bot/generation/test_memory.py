"""What is kept in memory, counted: lanes of a batch, weights and activations of a training."""

from __future__ import annotations

import asyncio
import os
import sys
from collections import Counter
from pathlib import Path

import pytest
import torch

import bot.generation.model.memory  # noqa: F401
from bot.generation.batching.adapter_slots import WIDTH
from bot.generation.batching.batch import Batch, Completion, Drafting
from bot.generation.generator import EmbeddedGenerator
from bot.generation.model.adapters import Adapter, load_adapter
from bot.generation.model.loading import load_decoder
from bot.generation.ticket import EngineOptions
from bot.generation.types import GenerationRequest, Voice
from data.models.bases import Base
from data.models.framing import load_framing
from data.models.recipes import find_recipe
from data.models.sampling import Sampling
from tests.conftest import random_adapter
from training.finetuning.base_model import BaseModels
from training.finetuning.lora import new_adapter
from training.finetuning.loss import padded, summed_loss
from training.finetuning.scoring import half_precision, product_dtype

CPU = torch.device("cpu")


def lanes_of(batch: Batch) -> int:
    return sum(len(bank.lanes) for bank in batch._banks.values())


@torch.inference_mode()
def test_requests_of_one_voice_share_its_lanes_and_write_what_each_writes_alone(
    tiny_bases: dict[str, Base], tmp_path: Path
) -> None:
    """A lane holds a copy of the adapter: sixteen requests of one row each took sixteen, 20 MB each at rank 16."""
    base = tiny_bases["llama"]
    framing, decoder = load_framing(base.folder), load_decoder(base.folder, "bfloat16", CPU)

    def voice(number: int) -> Adapter:
        random_adapter(tmp_path / str(number), base.folder, number)
        return load_adapter(tmp_path / str(number), decoder)

    mine, other = voice(1), voice(2)

    def runs() -> list[Drafting]:
        sizes = [1, 1, 3, 1, 2, 7, 1, 1]
        return [
            Drafting(
                framing.prompt("a"[: number % 2]),
                other if number in (3, 5) else mine,
                number,
                list(range(size)),
                Sampling(max_tokens=(16, 50, 22)[number % 3]),
            )
            for number, size in enumerate(sizes)
        ]

    def alone(run: Drafting) -> dict[int, Completion]:
        batch = Batch(decoder, framing.ending_ids(), 32, 64)
        batch.join(run)
        while len(batch):
            batch.step()
        return run.drafts

    together = runs()
    batch = Batch(decoder, framing.ending_ids(), 32, 64)
    for run in together:
        batch.join(run)
        batch.step()
    while len(batch):
        voices = Counter(row.run.adapter for row in batch._rows)
        assert lanes_of(batch) == sum(-(-rows // WIDTH) for rows in voices.values())
        assert max(Counter(row.lane for row in batch._rows).values()) <= WIDTH
        batch.step()
    assert lanes_of(batch) == 0
    assert [run.drafts for run in together] == [alone(run) for run in runs()]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells it")
def test_a_training_does_not_keep_the_file_of_the_weights_mapped(tiny_bases: dict[str, Base]) -> None:
    model = BaseModels().borrow(tiny_bases["llama"], CPU)
    assert str(tiny_bases["llama"].folder) not in Path("/proc/self/maps").read_text()
    assert next(model.parameters()).device == CPU


@pytest.mark.parametrize(("architecture", "of_the_mlp"), [("llama", 3), ("gpt2", None)])
def test_a_training_step_keeps_no_activation_twice(
    architecture: str, of_the_mlp: int | None, tiny_bases: dict[str, Base]
) -> None:
    """What a backward pass needs, by distinct memory: of a gated MLP its gate, its other half and their product; of
    the inputs of queries, keys and values one."""
    base = tiny_bases[architecture]
    model = new_adapter(BaseModels().borrow(base, CPU), base, find_recipe("default"))
    inputs = padded([list(range(9))] * 3, load_framing(base.folder).end_id, CPU)
    weights = {parameter.untyped_storage().data_ptr() for parameter in model.parameters()}
    kept: dict[int, torch.Tensor] = {}

    def keep(tensor: torch.Tensor) -> torch.Tensor:
        if tensor.untyped_storage().data_ptr() not in weights:
            kept[tensor.untyped_storage().data_ptr()] = tensor
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor), half_precision(CPU):
        summed_loss(model, inputs, product_dtype(CPU)).backward()
    config = model.get_base_model().config
    layers, rows = config.num_hidden_layers, inputs.ids.numel()
    wide = [tensor for tensor in kept.values() if tensor.numel() == rows * getattr(config, "intermediate_size", -1)]
    if of_the_mlp is not None:
        assert len(wide) == of_the_mlp * layers
    hidden = [tensor for tensor in kept.values() if tensor.numel() == rows * config.hidden_size and tensor.dim() == 2]
    assert len(hidden) <= 3 * layers, "inputs of queries, keys and values; of what follows attention; of the MLP"


async def test_an_idle_worker_gives_memory_back_once(
    tiny_bases: dict[str, Base], monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[None] = []
    monkeypatch.setattr("bot.generation.worker.IDLE_S", 0.2)
    monkeypatch.setattr("bot.generation.worker.give_back", lambda: given.append(None))
    options = EngineOptions(CPU, "float32", max_rows=10)
    async with EmbeddedGenerator(tiny_bases["gpt2"].folder, lambda: options) as generator:
        request = GenerationRequest(Voice("base", tiny_bases["gpt2"].folder, "base"), "a", 2, 1, Sampling())
        for answers in (1, 2):
            await generator.generate(request)
            while len(given) < answers:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.5)
            assert len(given) == answers


def test_few_shapes_of_products_are_remembered() -> None:
    """The libraries below remember 1,024 of each kind, half a gigabyte in a training, unless told otherwise."""
    assert os.environ["LRU_CACHE_CAPACITY"] == os.environ["ONEDNN_PRIMITIVE_CACHE_CAPACITY"] == "32"
