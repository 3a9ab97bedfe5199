"""The Llama architecture (SmolLM2): RMS norms, rotary positions, grouped queries, a gated MLP."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from bot.generation.model.decoder import Adapt, Attend, Decoder, Layer, Norm, Part, Shape, Weights
from bot.generation.model.linear import Linear

MAX_POSITIONS = 4096


class LlamaDecoder:
    """Weights in the layout the decode loop likes: q, k, v in one product, gate and up in one product.

    Rotary pairs are made neighbours (they lie half a head apart in the files), so that a rotation is one
    complex product. Queries and keys are permuted alike, which leaves their dot products unchanged.
    """

    layer_name = "model.layers.{}."
    gated = True

    def __init__(self, config: dict[str, Any], weights: Weights) -> None:
        heads = config["num_attention_heads"]
        self.shape = Shape(
            layers=config["num_hidden_layers"],
            heads=heads,
            kv_heads=config.get("num_key_value_heads") or heads,
            head_dim=config.get("head_dim") or config["hidden_size"] // heads,
            hidden=config["hidden_size"],
            vocabulary=config["vocab_size"],
            positions=min(config["max_position_embeddings"], MAX_POSITIONS),
        )
        rope = config.get("rope_parameters") or config.get("rope_scaling") or {}
        self.precision, self.dtype, self.device = weights.precision, weights.dtype, weights.device
        self.parts, self.groups = self._fused(config["intermediate_size"])
        self.epsilon = float(config["rms_norm_eps"])
        self._epsilon = torch.full((1, 1), self.epsilon, device=self.device)
        self.turns = self._turns(float(rope.get("rope_theta") or config.get("rope_theta") or 10_000.0))
        self._every_head = self.turns.repeat(1, self.shape.heads + self.shape.kv_heads)
        self._embedding = weights.embedding("model.embed_tokens.weight")
        self.norm = Norm(weights("model.norm.weight"))
        head = "lm_head.weight"
        self._head = weights.head(weights.stored(head if head in weights else "model.embed_tokens.weight"))
        self.layers = [self._layer(weights, index) for index in range(self.shape.layers)]
        self.prompts: Decoder = self

    def _fused(self, mlp: int) -> tuple[tuple[Part, ...], dict[str, tuple[int, int]]]:
        shape = self.shape
        q, kv = shape.heads * shape.head_dim, shape.kv_heads * shape.head_dim
        parts = (
            Part("self_attn.q_proj", "qkv", 0, 0, q),
            Part("self_attn.k_proj", "qkv", 1, q, kv),
            Part("self_attn.v_proj", "qkv", 2, q + kv, kv),
            Part("self_attn.o_proj", "attention_out", 0, 0, shape.hidden),
            Part("mlp.gate_proj", "mlp_in", 0, 0, mlp),
            Part("mlp.up_proj", "mlp_in", 1, mlp, mlp),
            Part("mlp.down_proj", "mlp_out", 0, 0, shape.hidden),
        )
        inputs = {"qkv": shape.hidden, "attention_out": q, "mlp_in": shape.hidden, "mlp_out": mlp}
        outputs = {group: sum(part.outputs for part in parts if part.group == group) for group in inputs}
        return parts, {group: (inputs[group], outputs[group]) for group in inputs}

    def _turns(self, theta: float) -> Tensor:
        half = self.shape.head_dim // 2
        frequencies = theta ** (-torch.arange(half, dtype=torch.float32) / half)
        angles = torch.outer(torch.arange(self.shape.positions, dtype=torch.float32), frequencies)
        return torch.polar(torch.ones_like(angles), angles).to(self.device)

    def _layer(self, weights: Weights, index: int) -> Layer:
        name = self.layer_name.format(index)

        def fused(group: str, suffix: str) -> Tensor | None:
            modules = [part.module for part in self.parts if part.group == group]
            if suffix == "bias" and f"{name}{modules[0]}.bias" not in weights:
                return None
            return torch.cat([self.arranged(m, weights.stored(f"{name}{m}.{suffix}")) for m in modules])

        def linear(group: str) -> Linear:
            weight = fused(group, "weight")
            assert weight is not None
            return weights.linear(f"{index}.{group}", weight, fused(group, "bias"))

        return Layer(
            attention_norm=Norm(weights(f"{name}input_layernorm.weight")),
            qkv=linear("qkv"),
            attention_out=linear("attention_out"),
            mlp_norm=Norm(weights(f"{name}post_attention_layernorm.weight")),
            mlp_in=linear("mlp_in"),
            mlp_out=linear("mlp_out"),
        )

    def arranged(self, module: str, weight: Tensor) -> Tensor:
        """The outputs of a query or key projection with rotary pairs as neighbours; other weights as they are."""
        if not module.endswith(("q_proj", "k_proj")):
            return weight
        pairs = weight.unflatten(0, (-1, 2, self.shape.head_dim // 2))
        return pairs.transpose(1, 2).flatten(0, 2)

    def embed(self, ids: Tensor, positions: Tensor) -> Tensor:
        return F.embedding(ids, self._embedding).float()

    def hidden(self, ids: Tensor, positions: Tensor, attend: Attend, adapt: Adapt) -> Tensor:
        shape, rows, mlp = self.shape, len(ids), self.groups["mlp_out"][0]
        heads = (rows, shape.heads + 2 * shape.kv_heads, shape.head_dim)
        rotation = self._every_head[positions]
        x = self.embed(ids, positions)
        for index, layer in enumerate(self.layers):
            h = self._normed(x, layer.attention_norm)
            qkv = adapt(index, "qkv", h, layer.qkv(h))
            _rotate(qkv, rotation)
            qkv = qkv.view(heads)
            h = attend(index, qkv[:, : shape.heads], qkv[:, shape.heads :])
            x = x.add_(adapt(index, "attention_out", h, layer.attention_out(h)))
            h = self._normed(x, layer.mlp_norm)
            gate_up = adapt(index, "mlp_in", h, layer.mlp_in(h))
            h = F.silu(gate_up[:, :mlp]).mul_(gate_up[:, mlp:])
            x = x.add_(adapt(index, "mlp_out", h, layer.mlp_out(h)))
        return self._normed(x, self.norm)

    def _normed(self, x: Tensor, norm: Norm) -> Tensor:
        """The RMS norm, of fewer operations than `F.rms_norm` makes of it on a CPU."""
        length = torch.linalg.vector_norm(x, 2, -1, True)
        inverse = torch.addcmul(self._epsilon, length, length, value=1 / x.shape[-1]).rsqrt_()
        return (x * inverse).mul_(norm.weight)

    def logits(self, hidden: Tensor) -> Tensor:
        return self._head(hidden).float()


def _rotate(qkv: Tensor, rotation: Tensor) -> None:
    """Turn the neighbouring pairs at the head of each float32 row [rows, out] by [rows, pairs], in place."""
    torch.view_as_complex(qkv.view(len(qkv), -1, 2))[:, : rotation.shape[1]].mul_(rotation)
