"""The operations of a step as operators of torch, `torch.ops.tweetlike.…`: `reference` says what each computes.

On CUDA an operator is one kernel of `kernels` where Triton is there and gives the right results on this device, else
plain torch. Which of the two it is, is found out once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache
from typing import Any

import torch

from bot.generation.gpu import reference

log = logging.getLogger(__name__)
NO_KERNELS = "the kernels made for decoding cannot be used; plain torch does their work, slower"
_ADAPTERS = "Tensor? low, Tensor? b, Tensor? blocks, Tensor? counts, Tensor places"
SCHEMAS = {
    "shrink": "(Tensor x, Tensor a, Tensor weights, Tensor blocks, Tensor counts, Tensor places) -> Tensor",
    "add_norm": "(Tensor(a!) stream, Tensor? delta, Tensor? out_norm, Tensor weight, Tensor? bias, float epsilon, "
    f"ScalarType dtype, {_ADAPTERS}) -> Tensor",
    "write_cache": "(Tensor qkv, Tensor? head_norm, float epsilon, Tensor? turns, Tensor(a!) cache, "
    f"{_ADAPTERS}, Tensor positions) -> Tensor",
    "attend": "(Tensor q, Tensor cache, Tensor places, Tensor positions) -> Tensor",
    "activate": f"(Tensor x, bool gated, bool gelu, {_ADAPTERS}) -> Tensor",
    "share_prompts": "(Tensor(a!) cache, Tensor shares) -> ()",
    "restrict": "(Tensor(a!) logits, Tensor endings, Tensor ranks, Tensor state) -> ()",
    "draw": "(Tensor blocks, Tensor sums, Tensor is_ending, Tensor(a!) state, int tokens) -> ()",
}
_library = torch.library.Library("tweetlike", "DEF")


def _on_cuda(name: str) -> Callable[..., Any]:
    def run(*arguments: Any) -> Any:
        return getattr(_kernels() or reference, name)(*arguments)

    return run


for _name, _schema in SCHEMAS.items():
    _library.define(_name + _schema)
    _library.impl(_name, getattr(reference, _name), "CPU")
    _library.impl(_name, _on_cuda(_name), "CUDA")

shrink = torch.ops.tweetlike.shrink.default
add_norm = torch.ops.tweetlike.add_norm.default
write_cache = torch.ops.tweetlike.write_cache.default
attend = torch.ops.tweetlike.attend.default
activate = torch.ops.tweetlike.activate.default
share_prompts = torch.ops.tweetlike.share_prompts.default
restrict = torch.ops.tweetlike.restrict.default
draw = torch.ops.tweetlike.draw.default


@cache
def _kernels() -> Any:
    """The module of kernels, or None where they cannot be compiled or are wrong."""
    try:
        from bot.generation.gpu import kernels

        x = torch.linspace(-1, 1, 96, device="cuda").view(3, 32)
        places, ones = torch.zeros(3, dtype=torch.int32, device="cuda"), torch.ones(32, device="cuda")
        arguments = (x, None, ones, None, 1e-5, torch.float32, None, None, None, None, places)
        found = kernels.add_norm(x.clone(), *arguments)
        if torch.allclose(found, reference.add_norm(x.clone(), *arguments), atol=1e-4):
            return kernels
        log.warning("%s: they compute something else", NO_KERNELS)
    except ImportError:
        log.warning("%s: Triton is not installed", NO_KERNELS)
    except Exception:  # no compiler, no support for this device
        log.warning("%s", NO_KERNELS, exc_info=True)
    return None
