"""A beginning that ends inside a word is completed: the first token is drawn from those that go on from it."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from bot.generation.generator import EmbeddedGenerator
from bot.generation.ticket import EngineOptions
from bot.generation.types import GenerationRequest, Voice
from data.models.bases import Base
from data.models.framing import load_framing
from data.models.sampling import Sampling
from tests.conftest import random_adapter
from tests.pretended_gpu import CUDA, PretendedGpu

CPU = torch.device("cpu")
BEGINNINGS = ["the moo", "My dream i", "exact chang", "hum. n"]


def first_by_transformers(base: Base, adapter: Path, beginning: str) -> str:
    """The likeliest first token of those that spell what was typed or more, and what then stands there."""
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    framing = load_framing(base.folder)
    model = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(base.folder, dtype=torch.float32), adapter)
    whole = framing.prompt(beginning)
    with torch.no_grad():
        scores = model(input_ids=torch.tensor([whole[:-1]])).logits[0, -1]
    ends = set(framing.ending_ids())
    ways = {id: framing.text([*whole[:-1], id]) for id in range(len(scores)) if id not in ends}
    return max((float(scores[id]), text) for id, text in ways.items() if text.startswith(beginning))[1]


@pytest.mark.parametrize("architecture", ["llama", "gpt2"])
@pytest.mark.parametrize("device", ["cpu", "cuda"])
async def test_the_first_token_is_the_likeliest_that_goes_on_from_what_was_typed(
    architecture: str, device: str, tiny_bases: dict[str, Base], tmp_path: Path
) -> None:
    base = tiny_bases[architecture]
    random_adapter(tmp_path, base.folder, 1)
    expected = [first_by_transformers(base, tmp_path, beginning) for beginning in BEGINNINGS]
    assert expected != BEGINNINGS, "or it would be the same without"
    on_gpu = EngineOptions(CUDA, "float32", max_rows=16, memory=lambda: 1 << 30)
    with PretendedGpu().installed() as gpu:
        async with EmbeddedGenerator(
            base.folder, on_gpu if device == "cuda" else EngineOptions(CPU, "float32", max_rows=16)
        ) as generator:
            for beginning, first in zip(BEGINNINGS, expected, strict=True):
                greedy = Sampling(temperature=0.0, max_tokens=30, min_tokens=20)
                request = GenerationRequest(Voice("v", tmp_path, "lora"), beginning, 1, sampling=greedy)
                [text] = (await generator.generate(request)).texts
                assert text.startswith(first)
        assert not gpu.faults


async def test_every_tweet_begins_with_what_was_typed(tiny_bases: dict[str, Base], tmp_path: Path) -> None:
    random_adapter(tmp_path, tiny_bases["llama"].folder, 1)
    async with EmbeddedGenerator(tiny_bases["llama"].folder, EngineOptions(CPU, "float32", max_rows=16)) as generator:
        for beginning in (*BEGINNINGS, "wow!!", "日本", "🌙", "<|endoftext|", "q"):
            request = GenerationRequest(Voice("v", tmp_path, "lora"), beginning, 5, seed=3)
            assert all(text.startswith(beginning) for text in (await generator.generate(request)).texts)
