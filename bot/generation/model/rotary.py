"""Rotary positions: by how much each pair of a head is turned at each position, plain and scaled."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor


def turns(rope: Mapping[str, Any], dim: int, positions: int, device: torch.device) -> Tensor:
    """Unit complex numbers [positions, dim / 2] for a configuration's rotary parameters: `rope_theta`, `rope_type`.

    The types are transformers': "default"; "linear" (positions divided by a factor); "llama3" (only slow turns are
    slowed, Llama 3.1's way); "dynamic", which is the default for texts as long as those of the training.
    """
    half = dim // 2
    frequencies = float(rope["rope_theta"]) ** (-torch.arange(half, dtype=torch.float32) / half)
    if rope["rope_type"] == "linear":
        frequencies = frequencies / float(rope["factor"])
    elif rope["rope_type"] == "llama3":
        frequencies = _llama3(frequencies, rope)
    angles = torch.outer(torch.arange(positions, dtype=torch.float32), frequencies)
    return torch.polar(torch.ones_like(angles), angles).to(device)


def _llama3(frequencies: Tensor, rope: Mapping[str, Any]) -> Tensor:
    factor, low, high = (float(rope[name]) for name in ("factor", "low_freq_factor", "high_freq_factor"))
    turned = float(rope["original_max_position_embeddings"]) * frequencies / (2 * math.pi)  # in a text of that length
    kept = ((turned - low) / (high - low)).clamp(0, 1)
    return frequencies * (kept + (1 - kept) / factor)
