"""The base model that trainings start from, kept in memory between two of them."""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress
from typing import Any

import torch

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


def halve_products(model: Any, device: torch.device) -> Any:
    """Keep the weights of products in bfloat16 where that is fast, for good instead of at every step.

    What flows between them stays float32, as in serving: in bfloat16 it costs 0.5% in bits per character.
    """
    from transformers.pytorch_utils import Conv1D

    words = model.get_output_embeddings().weight
    for layer in model.modules():
        if isinstance(layer, (torch.nn.Linear, Conv1D)) and layer.weight is not words:
            layer.to(product_dtype(device))
    return model


class BaseModels:
    """Lends one frozen base model, in the precision adapters are trained in. One borrower at a time."""

    def __init__(self) -> None:
        self._model: Any = None
        self._fingerprint: str | None = None

    def borrow(self, base: Base, device: torch.device) -> Any:
        """Loaded at the first time, and again only for another base. Give it back as it was: `unload()` adapters."""
        if self._fingerprint != base.fingerprint:
            self.release()
            self._model = halve_products(load_base_model(base, device), device).requires_grad_(False)
            self._fingerprint = base.fingerprint
        return self._model

    def release(self) -> None:
        """Give the memory back."""
        if self._model is None:
            return
        self._model = self._fingerprint = None
        gc.collect()
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        with suppress(OSError, AttributeError):  # glibc keeps freed memory for itself unless told otherwise
            ctypes.CDLL(None).malloc_trim(0)
