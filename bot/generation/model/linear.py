"""Linear layers whose weights are packed once for the processor. The only room with torch's private operators.

Three precisions of the weights on a CPU; what goes in and comes out is float32 in each:

- float32: oneDNN's packed product, up to 3 times faster than the ordinary one at a few rows.
- bfloat16: the same, on processors that multiply it in hardware. A row's result does not depend on the other rows.
- int8: one scale for each output of the weights and one for each row of the input, so that rows cannot disturb
  each other; sums are exact integers. It needs VNNI, without which the products would saturate.

Where a packed product is missing or wrong, `torch.nn.functional.linear` takes over. A GPU has plain products only, in
float32, bfloat16 or float16, of inputs that have that type already.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Literal

import torch
from torch import Tensor
from torch.nn import functional as F

Precision = Literal["float32", "bfloat16", "float16", "int8"]
Linear = Callable[[Tensor], Tensor]
"""From [rows, in] to [rows, out], in the type of the activations."""

DTYPES: dict[Precision, torch.dtype] = {
    "float32": torch.float32,
    "bfloat16": torch.bfloat16,
    "float16": torch.float16,  # on GPUs alone
    "int8": torch.bfloat16,  # of what is not a linear layer: embeddings and adapters
}


SMOOTHING = 0.6  # of 1: how much of its inputs' unevenness the weights take
EXACT_PASSES = 3  # each leaves a 254th of a row's largest value: 24 bits in all


def make_linear(weight: Tensor, bias: Tensor | None, precision: Precision) -> Linear:
    """A function for one layer; `weight` is [out, in] in any float type."""
    if weight.device.type != "cpu":
        weight, bias = weight.to(DTYPES[precision]), None if bias is None else bias.to(DTYPES[precision])
        return lambda x: F.linear(x, weight, bias)
    if precision == "int8":
        return Int8Linear(quantize(weight), bias)
    if packing_works(precision):
        return _packed(weight.to(DTYPES[precision]), bias)
    weight = weight.float()
    return lambda x: F.linear(x, weight, bias)


def exact_product(weight: Tensor) -> Linear:
    """The product with `weight` [out, in] on a GPU, whose result keeps the float32 that it was summed in."""
    turned = weight.t()
    if weight.dtype == torch.float32:
        return lambda x: torch.mm(x, turned)
    return lambda x: torch.mm(x, turned, out_dtype=torch.float32)


def _packed(weight: Tensor, bias: Tensor | None) -> Linear:
    dtype = weight.dtype
    packed = torch.ops.mkldnn._reorder_linear_weight(weight.contiguous(), 8)
    bias = None if bias is None else bias.to(dtype)
    product = torch.ops.mkldnn._linear_pointwise.default

    def linear(x: Tensor) -> Tensor:
        x = x.to(dtype)
        if x.shape[0] == 1:  # one row takes another path inside, with another rounding
            return product(x.expand(2, -1).contiguous(), packed, bias, "none", [], "")[:1].float()
        return product(x, packed, bias, "none", [], "").float()

    return linear


@dataclass(frozen=True)
class Quantized:
    """Weights in int8 [out, in], one scale for each output [out], and what inputs [in] are multiplied by beforehand.

    SmoothQuant (arXiv 2211.10438): inputs of uneven size are evened out, the weights take the difference.
    """

    PARTS: ClassVar = ("weight", "scale", "inverse")

    weight: Tensor
    scale: Tensor
    inverse: Tensor


def quantize(weight: Tensor, largest_inputs: Tensor | None = None) -> Quantized:
    """`weight` [out, in] in any float type. `largest_inputs` [in] are the magnitudes that inputs reach; less is lost
    where they are known."""
    smoothing = torch.ones(weight.shape[1])
    if largest_inputs is not None:
        largest_weights = weight.abs().amax(0).float().clamp_min(1e-5)
        smoothing = largest_inputs.clamp_min(1e-5) ** SMOOTHING / largest_weights ** (1 - SMOOTHING)
    weight, inverse = weight.float() * smoothing, 1 / smoothing
    scale = (weight.abs().amax(1) / 127).clamp_min(1e-12)
    return Quantized(_per_output(torch.quantize_per_channel, weight, scale, torch.qint8).int_repr(), scale, inverse)


class Int8Linear:
    """A product with quantized weights. Called, it quantizes each row of the input once, to the row's largest value;
    `exact` adds what that leaves, and what that leaves again, for inputs that one scale does not fit."""

    def __init__(self, quantized: Quantized, bias: Tensor | None) -> None:
        whole = _per_output(torch._make_per_channel_quantized_tensor, quantized.weight, quantized.scale)
        self._packed = torch.ops.quantized.linear_prepack(whole, None)
        self._inverse = quantized.inverse
        self._bias = None if bias is None else bias.float()
        self._product = torch.ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32.default

    def __call__(self, x: Tensor) -> Tensor:
        x = x * self._inverse
        largest = x.abs().amax(-1, keepdim=True)  # a row of zeros gives anything, times nothing
        y: Tensor = self._product(x / largest, 1 / 127, 128, self._packed).mul_(largest)
        return y if self._bias is None else y.add_(self._bias)

    def exact(self, x: Tensor) -> Tensor:
        """The product as float32 would have it, but for the weights."""
        rest = x * self._inverse
        y = torch.zeros(())
        for _ in range(EXACT_PASSES):
            largest = rest.abs().amax(-1, keepdim=True).clamp_min(1e-30)
            shares = torch.quantize_per_tensor(rest / largest, 1 / 127, 128, torch.quint8).dequantize()
            y = y + self._product(shares, 1 / 127, 128, self._packed).mul_(largest)
            rest = rest - shares * largest
        return y if self._bias is None else y.add_(self._bias)


def _per_output(make: Callable[..., Tensor], weight: Tensor, scale: Tensor, *more: object) -> Tensor:
    """A quantized tensor with one scale for each output."""
    with warnings.catch_warnings(action="ignore", category=UserWarning):  # how one should quantize from torch 2.15 on
        return make(weight, scale.double(), torch.zeros(len(scale), dtype=torch.long), 0, *more)


def exactly(linear: Linear) -> Linear:
    """The same layer without the loss of quantized inputs, where it has one."""
    return linear.exact if isinstance(linear, Int8Linear) else linear


@cache
def packing_works(precision: Precision) -> bool:
    """Whether this processor has the packed product in this precision, checked against the plain one."""
    generator = torch.Generator().manual_seed(0)
    weight = torch.randn(96, 64, generator=generator)
    bias = torch.randn(96, generator=generator)
    x = torch.randn(5, 64, generator=generator)
    x[1] = weight[1] = 1.0  # products that saturate a processor that adds int8 pairs in 16 bits
    x[2] = 0.0
    try:
        made: Linear = (
            Int8Linear(quantize(weight), bias) if precision == "int8" else _packed(weight.to(DTYPES[precision]), bias)
        )
        found = made(x)
    except (RuntimeError, NotImplementedError, AttributeError):
        return False
    tolerance = {"float32": 1e-4, "bfloat16": 0.2, "int8": 0.4}[precision]
    return bool(torch.allclose(found, F.linear(x, weight, bias), atol=tolerance, rtol=0.01))


def has_fast_bfloat16() -> bool:
    """Whether the processor multiplies bfloat16 in hardware (AVX512-BF16 or AMX) and the product is right."""
    return _has("_is_avx512_bf16_supported", "_is_amx_tile_supported") and packing_works("bfloat16")


def has_fast_int8() -> bool:
    """Whether the processor multiplies int8 in hardware (VNNI) and the product is right."""
    return _has("_is_vnni_supported", "_is_amx_tile_supported") and packing_works("int8")


def _has(*probes: str) -> bool:
    return any(getattr(torch.cpu, name)() for name in probes if hasattr(torch.cpu, name))
