"""A training's state on disk, in one safetensors file that is replaced atomically: a kill loses only a few steps."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor


@dataclass
class TrainingState:
    """What changes while training: where it is, the best so far, and the seconds spent before the last start."""

    step: int = 0
    best_loss: float = float("inf")
    best_step: int = 0
    worse: int = 0  # validations since the best one
    seconds: float = 0.0


def save_checkpoint(
    path: Path,
    key: str,
    state: TrainingState,
    parameters: dict[str, Tensor],
    optimizer: torch.optim.Optimizer,
    best: dict[str, Tensor],
) -> None:
    """Write everything that a continuation needs; on a CPU it is exact to the bit. `key` names the training."""
    tensors: dict[str, Tensor] = {"rng": torch.get_rng_state()}
    if torch.cuda.is_initialized():
        tensors["rng on the GPU"] = torch.cuda.get_rng_state()
    for name, parameter in parameters.items():
        tensors[f"parameter/{name}"] = parameter.detach()
        for part, value in optimizer.state.get(parameter, {}).items():
            tensors[f"optimizer/{part}/{name}"] = value
    for name, value in best.items():
        tensors[f"best/{name}"] = value
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    facts = {"key": key, "state": json.dumps(vars(state))}
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, partial, metadata=facts)
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.replace(path)


def load_checkpoint(
    path: Path, key: str, parameters: dict[str, Tensor], optimizer: torch.optim.Optimizer
) -> tuple[TrainingState, dict[str, Tensor]]:
    """Restore parameters, optimizer and random state in place; return the state and the best weights.

    A missing or damaged checkpoint, or one of another training, gives a fresh start.
    """
    try:
        with safe_open(path, framework="pt") as opened:
            file: Any = opened
            facts = file.metadata()
            if facts["key"] != key:
                return TrainingState(), {}
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
            state = TrainingState(**json.loads(facts["state"]))
    except FileNotFoundError:
        return TrainingState(), {}
    except (OSError, SafetensorError, KeyError, ValueError, TypeError):
        path.unlink(missing_ok=True)
        return TrainingState(), {}
    with torch.no_grad():
        for name, parameter in parameters.items():
            parameter.copy_(tensors[f"parameter/{name}"])
            for part in ("step", "exp_avg", "exp_avg_sq"):
                if (value := tensors.get(f"optimizer/{part}/{name}")) is not None:
                    optimizer.state[parameter][part] = value.to(parameter.device)
    torch.set_rng_state(tensors["rng"])
    if torch.cuda.is_initialized() and "rng on the GPU" in tensors:
        torch.cuda.set_rng_state(tensors["rng on the GPU"])
    best = {name.removeprefix("best/"): value for name, value in tensors.items() if name.startswith("best/")}
    return state, best
