"""The Llama architecture (SmolLM2): RMS norms, rotary positions, grouped queries, a gated MLP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from bot.generation.decoder import Adapt, Attend, Shape, Weights, side_by_side
from bot.generation.linear import Linear, make_linear


@dataclass(frozen=True)
class _Layer:
    attention_norm: Tensor
    qkv: Linear
    attention_out: Linear
    mlp_norm: Tensor
    mlp_in: Linear
    mlp_out: Linear


class LlamaDecoder:
    """Weights in the layout the decode loop likes: q, k, v in one product, gate and up in one product.

    Rotary pairs are made neighbours (they lie half a head apart in the files), so that a rotation is one
    complex product. Queries and keys are permuted alike, which leaves their dot products unchanged.
    """

    def __init__(self, config: dict[str, Any], weights: Weights) -> None:
        heads = config["num_attention_heads"]
        self.shape = Shape(
            layers=config["num_hidden_layers"],
            heads=heads,
            kv_heads=config.get("num_key_value_heads") or heads,
            head_dim=config.get("head_dim") or config["hidden_size"] // heads,
            hidden=config["hidden_size"],
            vocabulary=config["vocab_size"],
            positions=config["max_position_embeddings"],
        )
        rope = config.get("rope_parameters") or config.get("rope_scaling") or {}
        if config.get("hidden_act", "silu") != "silu" or rope.get("rope_type", "default") != "default":
            raise ValueError("only Llama models with SiLU and plain rotary positions can be served")
        self.dtype, self.device = weights.dtype, weights.device
        self._eps = float(config["rms_norm_eps"])
        self._rotation = self._rotations(float(rope.get("rope_theta") or config.get("rope_theta") or 10_000.0))
        self._embedding = weights("model.embed_tokens.weight")
        self._norm = weights("model.norm.weight")
        head = "lm_head.weight"
        self._head = make_linear(weights(head) if head in weights else self._embedding)
        self._layers = [self._layer(weights, f"model.layers.{index}.") for index in range(self.shape.layers)]

    def _rotations(self, theta: float) -> Tensor:
        half = self.shape.head_dim // 2
        frequencies = theta ** (-torch.arange(half, dtype=torch.float32) / half)
        angles = torch.outer(torch.arange(min(self.shape.positions, 4096), dtype=torch.float32), frequencies)
        return torch.polar(torch.ones_like(angles), angles)[:, None, :].to(self.device)

    def _layer(self, weights: Weights, name: str) -> _Layer:
        def fused(prefix: str, names: tuple[str, ...], suffix: str) -> Tensor | None:
            if f"{name}{prefix}{names[0]}.{suffix}" not in weights:
                return None
            return torch.cat([self._arranged(n, weights(f"{name}{prefix}{n}.{suffix}")) for n in names])

        def linear(prefix: str, *names: str) -> Linear:
            weight = fused(prefix, names, "weight")
            if weight is None:
                raise KeyError(f"the tensor {name}{prefix}{names[0]}.weight is missing")
            return make_linear(weight, fused(prefix, names, "bias"))

        return _Layer(
            attention_norm=weights(f"{name}input_layernorm.weight"),
            qkv=linear("self_attn.", "q_proj", "k_proj", "v_proj"),
            attention_out=linear("self_attn.", "o_proj"),
            mlp_norm=weights(f"{name}post_attention_layernorm.weight"),
            mlp_in=linear("mlp.", "gate_proj", "up_proj"),
            mlp_out=linear("mlp.", "down_proj"),
        )

    def _arranged(self, module: str, weight: Tensor) -> Tensor:
        """The rows of a query or key projection with rotary pairs as neighbours; other weights as they are."""
        if module not in ("q_proj", "k_proj"):
            return weight
        pairs = weight.unflatten(0, (-1, 2, self.shape.head_dim // 2))
        return pairs.transpose(1, 2).flatten(0, 2)

    def hidden(self, ids: Tensor, positions: Tensor, attend: Attend, adapt: Adapt) -> Tensor:
        shape = self.shape
        rotated = shape.heads + shape.kv_heads
        size = (shape.hidden,)
        rotation = self._rotation[positions]
        x = F.embedding(ids, self._embedding)
        for index, layer in enumerate(self._layers):
            h = F.rms_norm(x, size, layer.attention_norm, self._eps)
            qkv = adapt(index, "qkv", h, layer.qkv(h)).view(len(ids), -1, shape.head_dim)
            pairs = torch.view_as_complex(qkv[:, :rotated].float().unflatten(-1, (-1, 2)))
            qk = torch.view_as_real(pairs * rotation).flatten(-2).to(self.dtype)
            h = attend(index, qk[:, : shape.heads], qk[:, shape.heads :], qkv[:, rotated:])
            x = x + adapt(index, "attention_out", h, layer.attention_out(h))
            h = F.rms_norm(x, size, layer.mlp_norm, self._eps)
            gate, up = adapt(index, "mlp_in", h, layer.mlp_in(h)).chunk(2, dim=-1)
            h = F.silu(gate) * up
            x = x + adapt(index, "mlp_out", h, layer.mlp_out(h))
        return F.rms_norm(x, size, self._norm, self._eps)

    def logits(self, hidden: Tensor) -> Tensor:
        return self._head(hidden).float()

    def fuse(self, layer: int, parts: dict[str, tuple[Tensor, Tensor]]) -> dict[str, tuple[Tensor, Tensor]]:
        prefix = f"model.layers.{layer}."
        groups = {
            "qkv": ("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"),
            "attention_out": ("self_attn.o_proj",),
            "mlp_in": ("mlp.gate_proj", "mlp.up_proj"),
            "mlp_out": ("mlp.down_proj",),
        }
        fused = {}
        for group, modules in groups.items():
            pairs = []
            for module in modules:
                a, b = parts[prefix + module]
                pairs.append((a, self._arranged(module.rpartition(".")[2], b)))
            fused[group] = side_by_side(pairs)
        return fused
