"""The Llama architecture (SmolLM2): RMS norms, rotary positions, grouped queries, a gated MLP.

Mistral, Qwen 2 and Qwen 3 are the same but for biases of queries, keys and values, or norms of queries and keys: where
a checkpoint holds such tensors, they are used. Windows that attention slides over are never exceeded.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from bot.generation.model.decoder import Adapt, Attend, FirstToken, Layer, Norm, Part, Shape
from bot.generation.model.linear import Linear
from bot.generation.model.rotary import turns
from bot.generation.model.weights import Weights
from data.models.architectures import FULL, rotary_parameters

MAX_POSITIONS = 4096


class LlamaDecoder:
    """Weights in the layout the decode loop likes: q, k, v in one product, gate and up in one product.

    Rotary pairs are made neighbours (they lie half a head apart in the files), so that a rotation is one
    complex product. Queries and keys are permuted alike, which leaves their dot products unchanged.
    """

    layer_name = "model.layers.{}."
    gated = True
    gelu = False
    _norm_offset = 0.0  # what is added to the stored weights of norms
    _mlp_norm = "post_attention_layernorm"
    _out_norms: tuple[str | None, str | None] = (None, None)  # of what attention and the MLP add to the stream
    _query_scale = 1.0

    def __init__(self, config: dict[str, Any], weights: Weights) -> None:
        heads = config["num_attention_heads"]
        self.shape = Shape(
            layers=config["num_hidden_layers"],
            heads=heads,
            kv_heads=config.get("num_key_value_heads") or heads,
            head_dim=config.get("head_dim") or config["hidden_size"] // heads,
            hidden=config["hidden_size"],
            vocabulary=config["vocab_size"],
            positions=min(config["max_position_embeddings"], _window(config), MAX_POSITIONS),
        )
        self.precision, self.dtype, self.device = weights.precision, weights.dtype, weights.device
        self.parts, self.groups = self._fused(config["intermediate_size"])
        self.epsilon = float(config["rms_norm_eps"])
        self._epsilon = torch.full((1, 1), self.epsilon, device=self.device)
        self._kinds = config.get("layer_types") or [FULL] * self.shape.layers
        self._turns = {
            kind: turns(rotary_parameters(config, kind), self.shape.head_dim, self.shape.positions, self.device)
            for kind in set(self._kinds)
        }
        normed = self.shape.heads + self.shape.kv_heads
        self._every_head = {kind: angles.repeat(1, normed) for kind, angles in self._turns.items()}
        self._embedding = weights.embedding("model.embed_tokens.weight")
        self.norm = Norm(weights("model.norm.weight") + self._norm_offset)
        head = "lm_head.weight"
        self.head = weights.head(lambda: weights.stored(head if head in weights else "model.embed_tokens.weight"))
        self.layers = weights.layers(partial(self._layer, weights), self.shape.layers)
        self.first_tokens: dict[int, FirstToken] = {}

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

    def _layer(self, weights: Weights, index: int) -> Layer:
        name = self.layer_name.format(index)

        def modules_of(group: str) -> list[str]:
            return [part.module for part in self.parts if part.group == group]

        def fused(group: str, suffix: str) -> Tensor:
            stored = {module: weights.stored(f"{name}{module}.{suffix}") for module in modules_of(group)}
            return torch.cat([self.arranged(module, tensor) for module, tensor in stored.items()])

        def linear(group: str) -> Linear:
            bias = fused(group, "bias") if f"{name}{modules_of(group)[0]}.bias" in weights else None
            return weights.linear(f"{index}.{group}", partial(fused, group, "weight"), bias)

        def norm(module: str) -> Tensor:
            return weights(f"{name}{module}.weight") + self._norm_offset

        def of_heads(module: str, count: int) -> Tensor:
            return _pairs_as_neighbours(norm(module), self.shape.head_dim).expand(count, -1)

        head_norm = None
        if f"{name}self_attn.q_norm.weight" in weights:
            queries = of_heads("self_attn.q_norm", self.shape.heads) * self._query_scale
            head_norm = torch.cat([queries, of_heads("self_attn.k_norm", self.shape.kv_heads)])
        post = [norm(module) if module else None for module in self._out_norms]
        return Layer(
            attention_norm=Norm(norm("input_layernorm")),
            qkv=linear("qkv"),
            attention_out=linear("attention_out"),
            mlp_norm=Norm(norm(self._mlp_norm)),
            mlp_in=linear("mlp_in"),
            mlp_out=linear("mlp_out"),
            turns=self._turns[self._kinds[index]],
            head_norm=head_norm,
            attention_out_norm=post[0],
            mlp_out_norm=post[1],
        )

    def arranged(self, module: str, weight: Tensor) -> Tensor:
        """The outputs of a query or key projection with rotary pairs as neighbours; other weights as they are."""
        if not module.endswith(("q_proj", "k_proj")):
            return weight
        return _pairs_as_neighbours(weight, self.shape.head_dim)

    def embed(self, ids: Tensor, positions: Tensor) -> Tensor:
        return F.embedding(ids, self._embedding).float()

    def hidden(self, ids: Tensor, positions: Tensor, attend: Attend, adapt: Adapt) -> Tensor:
        shape, rows, mlp = self.shape, len(ids), self.groups["mlp_out"][0]
        heads = (rows, shape.heads + 2 * shape.kv_heads, shape.head_dim)
        rotations = {kind: angles[positions] for kind, angles in self._every_head.items()}
        x = self.embed(ids, positions)
        for index, layer in enumerate(self.layers):
            h = self._normed(x, layer.attention_norm.weight)
            qkv = adapt(index, "qkv", h, layer.qkv(h))
            if layer.head_norm is not None:
                self._norm_heads(qkv.view(heads), layer.head_norm)
            _rotate(qkv, rotations[self._kinds[index]])
            qkv = qkv.view(heads)
            h = attend(index, qkv[:, : shape.heads], qkv[:, shape.heads :])
            h = adapt(index, "attention_out", h, layer.attention_out(h))
            x = x.add_(h if layer.attention_out_norm is None else self._normed(h, layer.attention_out_norm))
            h = self._normed(x, layer.mlp_norm.weight)
            gate_up = adapt(index, "mlp_in", h, layer.mlp_in(h))
            h = self._activated(gate_up[:, :mlp]).mul_(gate_up[:, mlp:])
            h = adapt(index, "mlp_out", h, layer.mlp_out(h))
            x = x.add_(h if layer.mlp_out_norm is None else self._normed(h, layer.mlp_out_norm))
        return self._normed(x, self.norm.weight)

    def _activated(self, gate: Tensor) -> Tensor:
        return F.gelu(gate, approximate="tanh") if self.gelu else F.silu(gate)

    def _norm_heads(self, qkv: Tensor, weight: Tensor) -> None:
        """Norm the queries and keys of [rows, heads + 2 · kv heads, head_dim], in place."""
        normed = qkv[:, : len(weight)]
        normed.mul_((normed.square().mean(-1, keepdim=True) + self.epsilon).rsqrt() * weight)

    def _normed(self, x: Tensor, weight: Tensor) -> Tensor:
        """The RMS norm, of fewer operations than `F.rms_norm` makes of it on a CPU."""
        length = torch.linalg.vector_norm(x, 2, -1, True)
        inverse = torch.addcmul(self._epsilon, length, length, value=1 / x.shape[-1]).rsqrt_()
        return (x * inverse).mul_(weight)

    def logits(self, hidden: Tensor) -> Tensor:
        return self.head(hidden).float()


def _window(config: dict[str, Any]) -> int:
    """How many tokens every layer can see."""
    used = config.get("use_sliding_window", True)
    return int(config.get("sliding_window") or MAX_POSITIONS) if used else MAX_POSITIONS


def _pairs_as_neighbours(weight: Tensor, dim: int) -> Tensor:
    """[heads · dim, …] in another order: of each head, the pairs that lie half a head apart, side by side."""
    return weight.unflatten(0, (-1, 2, dim // 2)).transpose(1, 2).flatten(0, 2)


def _rotate(qkv: Tensor, rotation: Tensor) -> None:
    """Turn the neighbouring pairs at the head of each float32 row [rows, out] by [rows, pairs], in place."""
    torch.view_as_complex(qkv.view(len(qkv), -1, 2))[:, : rotation.shape[1]].mul_(rotation)
