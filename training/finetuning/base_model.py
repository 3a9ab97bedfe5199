"""The base model that trainings start from, kept in memory between two of them."""

from __future__ import annotations

from functools import partial
from typing import Any

import torch
from torch import Tensor

from bot.generation.model.memory import collect_garbage
from data.models.architectures import ARCHITECTURES
from data.models.bases import Base
from training.finetuning.scoring import product_dtype

CAUSAL = "causal"  # what transformers knows our attention by


def load_base_model(base: Base, device: torch.device, dtype: torch.dtype = torch.float32) -> Any:
    """A transformers model from a prepared base folder. It attends causally and makes no mask, to decide on which
    transformers would look at values at every step.
    """
    from transformers import AttentionInterface, AutoModelForCausalLM
    from transformers.integrations.sdpa_attention import sdpa_attention_forward
    from transformers.utils import logging

    logging.disable_progress_bar()
    AttentionInterface.register(CAUSAL, sdpa_attention_forward)
    model = AutoModelForCausalLM.from_pretrained(
        base.folder, dtype=dtype, attn_implementation=CAUSAL, local_files_only=True
    )
    return model.to(device)


def make_lean(model: Any, device: torch.device) -> Any:
    """Prepare a frozen model for trainings of adapters, for good instead of at every step.

    The weights of products are kept in bfloat16 where that is fast. What flows between them stays float32, as in
    serving: in bfloat16 it costs 0.5% in bits per character. Inputs of several products are converted once for all of
    them, which a backward pass would else keep as many times, and gated MLPs compute their activation again.
    """
    from transformers.pytorch_utils import Conv1D

    words = model.get_output_embeddings().weight
    norms = ARCHITECTURES[model.config.model_type].input_norms
    products = [
        layer for layer in model.modules() if isinstance(layer, (torch.nn.Linear, Conv1D)) and layer.weight is not words
    ]
    for layer in products:
        layer.to(product_dtype(device))
    for name, module in model.named_modules():
        if all(hasattr(module, part) for part in ("gate_proj", "up_proj", "down_proj", "act_fn")):
            module.forward = partial(_gated_mlp, module)
        if name.rpartition(".")[2] in norms:
            module.register_forward_hook(lambda _norm, _inputs, made: made.to(products[0].weight.dtype))
    if device.type == "cpu":  # of what has not been converted, no copy was made: it would keep the whole file mapped
        for tensor in (*model.parameters(), *model.buffers()):
            tensor.data = tensor.data.clone()
    return model


def _gated_mlp(mlp: Any, x: Tensor) -> Tensor:
    made: Tensor = mlp.down_proj(_Gate.apply(mlp.gate_proj(x), mlp.up_proj(x), mlp.act_fn))
    return made


class _Gate(torch.autograd.Function):
    """activation(gate) · up; for the way back, the activation is not kept."""

    @staticmethod
    def forward(ctx: Any, gate: Tensor, up: Tensor, activation: Any) -> Tensor:
        ctx.save_for_backward(gate, up)
        ctx.activation = activation
        product: Tensor = activation(gate) * up
        return product

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> tuple[Tensor | None, ...]:
        gate, up = ctx.saved_tensors
        with torch.enable_grad():
            gate = gate.detach().requires_grad_()
            active = ctx.activation(gate)
        [to_gate] = torch.autograd.grad(active, gate, slopes[0] * up)
        return to_gate, slopes[0] * active.detach(), None


class BaseModels:
    """Lends one frozen base model, in the precision adapters are trained in. One borrower at a time."""

    def __init__(self) -> None:
        self._model: Any = None
        self._fingerprint: str | None = None

    def borrow(self, base: Base, device: torch.device) -> Any:
        """Loaded at the first time, and again only for another base. Give it back as it was: `unload()` adapters."""
        if self._fingerprint != base.fingerprint:
            self.release()
            self._model = make_lean(load_base_model(base, device), device).requires_grad_(False)
            self._fingerprint = base.fingerprint
        return self._model

    def release(self) -> None:
        """Give the memory back."""
        if self._model is None:
            return
        device = self._model.device
        self._model = self._fingerprint = None
        collect_garbage(device)
