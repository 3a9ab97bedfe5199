"""Models and adapters for a GPU that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import torch

from bot.generation.batching.batch import Batch, Drafting
from bot.generation.gpu.adapters import Bank, pack
from bot.generation.gpu.batch import GpuBatch
from bot.generation.model.adapters import Adapter, blend, load_adapter
from bot.generation.model.linear import Precision
from bot.generation.model.loading import load_decoder
from data.models.framing import load_framing
from data.models.sampling import Sampling
from data.tweets.copy_index import CopyIndex
from tests.conftest import random_adapter, write_tiny_models
from tests.pretended_gpu import CUDA, PretendedGpu

CPU = torch.device("cpu")
RANKS = (4, 8, 12)
WORDS = 8192


@dataclass(frozen=True)
class Tiny:
    """A tiny model of one architecture, and its adapters."""

    folder: Path
    adapters: list[Path]

    def runs(self, loaded: list[object], count: int = 9) -> list[Drafting]:
        """Requests of several lengths, beginnings and adapters, from one row to six."""
        framing = load_framing(self.folder)
        openings = [framing.opening(text) for text in ("", "My dream is", "hum", "The committee of the m")]
        return [
            Drafting(
                openings[n % 4].ids,
                loaded[n % len(loaded)],
                n,
                list(range(1 + n % 6)),
                Sampling(max_tokens=30 + 7 * n, min_tokens=n),
                openings[n % 4].first,
            )
            for n in range(count)
        ]

    def on_cpu(self) -> tuple[Batch, list[object]]:
        decoder = load_decoder(self.folder, "float32", CPU)
        adapters: list[Adapter] = [load_adapter(folder, decoder) for folder in self.adapters]
        framing = load_framing(self.folder)
        batch = Batch(decoder, framing.ending_ids(), 24, 96, framing.ranks(decoder.shape.vocabulary))
        return batch, [None, *adapters, blend([(adapters[0], 0.5), (adapters[1], 0.5)])]

    def on_gpu(
        self, precision: Precision = "float32", rows: int = 24, blocks: int = 8
    ) -> tuple[GpuBatch, list[object]]:
        decoder = load_decoder(self.folder, precision, CUDA)
        packed = [pack(load_adapter(folder, decoder), decoder) for folder in self.adapters]
        framing = load_framing(self.folder)
        ranks = framing.ranks(decoder.shape.vocabulary)
        batch = GpuBatch(decoder, framing.ending_ids(), rows, 96, Bank(decoder, blocks), ranks=ranks)
        return batch, [None, *(((one, 1.0),) for one in packed), ((packed[0], 0.5), (packed[1], 0.5))]


@pytest.fixture(scope="session")
def tinies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tiny]:
    place = tmp_path_factory.mktemp("gpu")
    found = {}
    for architecture, folder in write_tiny_models(place, WORDS).items():
        adapters = [place / f"{architecture}-{rank}" for rank in RANKS]
        CopyIndex.none().save(folder)
        for path, rank in zip(adapters, RANKS, strict=True):
            random_adapter(path, folder, rank, rank)
        found[architecture] = Tiny(folder, adapters)
    return found


@pytest.fixture(params=["llama", "gpt2"])
def tiny(request: pytest.FixtureRequest, tinies: dict[str, Tiny]) -> Tiny:
    return tinies[request.param]


@pytest.fixture
def gpu() -> Iterator[PretendedGpu]:
    with PretendedGpu().installed() as made:
        yield made
