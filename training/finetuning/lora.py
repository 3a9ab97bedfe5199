"""LoRA adapters on a shared base model: put on, fused for speed, and taken off again. Their format is PEFT's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from data.models.architectures import ARCHITECTURES
from data.models.bases import Base
from data.models.recipes import Recipe


def new_adapter(model: Any, base: Base, recipe: Recipe) -> Any:
    """The frozen `model` with a fresh adapter on all linear layers, as a PEFT model; `unload()` takes it off."""
    from peft import LoraConfig, TaskType, get_peft_model

    torch.manual_seed(recipe.seed)
    config = LoraConfig(
        r=recipe.rank,
        lora_alpha=recipe.alpha,
        lora_dropout=recipe.dropout,
        target_modules="all-linear",
        fan_in_fan_out=ARCHITECTURES[base.architecture].transposed,
        task_type=TaskType.CAUSAL_LM,
    )
    return fuse(get_peft_model(model, config))


@contextmanager
def with_adapter(model: Any, folder: Path) -> Iterator[Any]:
    """The frozen `model` with the adapter of a PEFT folder, for the block."""
    from peft import PeftModel

    adapted = PeftModel.from_pretrained(model, folder)
    try:
        yield fuse(adapted)
    finally:
        adapted.unload()


def load_weights(adapted: Any, folder: Path) -> None:
    """Start from the adapter of a PEFT folder of the same shape instead of a fresh one."""
    from peft import load_peft_weights, set_peft_model_state_dict

    set_peft_model_state_dict(adapted, load_peft_weights(str(folder), device="cpu"))


def fuse(adapted: Any) -> Any:
    """Let layers without dropout compute base and adapter in one step, in the base's precision.

    PEFT's own way copies the input to float32 and makes five tensors of the output's size a layer and direction.
    """
    from peft.tuners.lora.layer import LoraLayer

    for layer in adapted.modules():
        if isinstance(layer, LoraLayer) and isinstance(layer.lora_dropout[layer.active_adapters[0]], torch.nn.Identity):
            layer.forward = partial(_forward, layer)
    return adapted


def _forward(layer: Any, x: Tensor) -> Tensor:
    x = x.to(layer.base_layer.weight.dtype)
    out = layer.base_layer(x)
    if layer.disable_adapters:
        return out
    name = layer.active_adapters[0]
    product: Tensor = _AddAdapter.apply(
        out, x, layer.lora_A[name].weight, layer.lora_B[name].weight, layer.scaling[name]
    )
    return product


class _AddAdapter(torch.autograd.Function):
    """out + scaling · x Aᵀ Bᵀ, written into `out`. x [.., in], A [rank, in], B [out, rank]."""

    @staticmethod
    def forward(ctx: Any, out: Tensor, x: Tensor, a: Tensor, b: Tensor, scaling: float) -> Tensor:
        rows = x.reshape(-1, x.shape[-1])
        down, up = a.to(x.dtype), (b * scaling).to(x.dtype)
        inner = rows @ down.T
        out.view(-1, out.shape[-1]).addmm_(inner, up.T)
        ctx.mark_dirty(out)
        ctx.save_for_backward(rows, inner, down, up)
        ctx.scaling, ctx.shape = scaling, x.shape
        return out

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> tuple[Tensor | None, ...]:
        rows, inner, down, up = ctx.saved_tensors
        slope = slopes[0].reshape(-1, slopes[0].shape[-1])
        to_inner = slope @ up
        to_x = (to_inner @ down).view(ctx.shape)
        return slopes[0], to_x, (to_inner.T @ rows).float(), (slope.T @ inner).float() * ctx.scaling, None
