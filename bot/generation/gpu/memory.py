"""What things take of a GPU's memory, by formula, and how a budget is shared out among them."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from bot.generation.gpu.adapters import MOST_BLOCKS, block_numbers
from bot.generation.gpu.reference import FACTS
from bot.generation.model.decoder import Decoder, Shape

ROWS = (8, 16, 32, 64, 96, 128, 192, 256, 320)  # of a step: a graph is captured for each of these that is needed
LEAST_ROWS = 16  # of a batch: the largest request fits
PROMPT_TOKENS = (16, 64, 256)  # of a pass that reads prompts
ROWS_OF_A_WHOLE_MODEL = 32  # that one full fine-tune may write at once: its cache comes on top of the base's
MARGIN = 512 << 20  # of what is free that nobody takes: other programs, the driver, fragments
CONTEXT = 500 << 20  # that CUDA itself takes in each process
FEWEST_BLOCKS = 16  # eight voices of rank 16
TRAINING_TOKENS = 1024  # of a training step or a scoring, padding included


@dataclass(frozen=True)
class Plan:
    """How much an engine allocates, in rows, in blocks of adapters, and in bytes of whole models beside the base."""

    rows: int
    blocks: int
    spare: int  # of the budget, for full fine-tunes


class TooLittleMemory(MemoryError):
    """Not even the smallest engine fits: megabytes that it needs, and has."""

    def __init__(self, needed: int, there: int) -> None:
        self.needed, self.there = needed >> 20, there >> 20
        super().__init__(f"it needs {self.needed} MB of the GPU's memory, and {self.there} MB are left for it")


def cache_bytes(shape: Shape, rows: int, tokens: int, dtype: torch.dtype) -> int:
    """Keys and values of `rows` rows, and of one that nobody reads."""
    return shape.layers * (rows + 1) * tokens * 2 * shape.kv_heads * shape.head_dim * dtype.itemsize


def state_bytes(rows: int, tokens: int) -> int:
    """What the device knows of each row."""
    return 4 * (rows + 1) * (FACTS + 2 * MOST_BLOCKS + 2 * tokens)


def block_bytes(decoder: Decoder) -> int:
    """One block of adapters in the bank."""
    return block_numbers(decoder) * decoder.dtype.itemsize


def step_bytes(decoder: Decoder, rows: int) -> int:
    """What a step allocates on its way, and so the pool of all graphs: logits, scaled ones, probabilities, and what
    goes on between two products."""
    widest = max(inputs + outputs for inputs, outputs in decoder.groups.values())
    between = max(rows, PROMPT_TOKENS[-1]) * (4 * decoder.shape.hidden + 2 * widest * decoder.dtype.itemsize)
    return rows * decoder.shape.vocabulary * 4 * 3 + between


def batch_bytes(decoder: Decoder, rows: int, tokens: int) -> int:
    """A batch without its adapters."""
    return (
        cache_bytes(decoder.shape, rows, tokens, decoder.dtype) + state_bytes(rows, tokens) + step_bytes(decoder, rows)
    )


def training_bytes(decoder: Decoder, weights: int) -> int:
    """What a trainer beside the bot takes at its height: its base model, what a step keeps for its way back, and the
    engine that lets its voice speak."""
    shape = decoder.shape
    kept = sum(3 * inputs + 4 * outputs for inputs, outputs in decoder.groups.values()) * shape.layers
    step = TRAINING_TOKENS * kept * 2 + 3 * 256 * shape.vocabulary * 4
    engine = weights + batch_bytes(decoder, 64, 160) + FEWEST_BLOCKS * block_bytes(decoder)
    return CONTEXT + 2 * weights + step + engine


def share_out(decoder: Decoder, budget: int, tokens: int, rows: int, voices: int) -> Plan:
    """The most rows and voices, up to those wished for, that fit into so many bytes beside the loaded base.

    Rows are given up first, down to 64, then voices, then rows again. Raises `TooLittleMemory`.
    """
    block = block_bytes(decoder)
    wished = max(FEWEST_BLOCKS, 2 * voices)
    ladder = [rung for rung in reversed(ROWS) if LEAST_ROWS <= rung <= rows] or [rows]
    many, few = [rung for rung in ladder if rung >= 64], [rung for rung in ladder if rung < 64]
    for rung, blocks in [*((rung, wished) for rung in many), *((rung, FEWEST_BLOCKS) for rung in (*many[-1:], *few))]:
        left = budget - batch_bytes(decoder, rung, tokens) - blocks * block
        if left >= 0:
            more = 0 if blocks == wished else min(wished - blocks, left // block)
            return Plan(rung, blocks + more, left - more * block)
    raise TooLittleMemory(batch_bytes(decoder, ladder[-1], tokens) + FEWEST_BLOCKS * block, budget)
