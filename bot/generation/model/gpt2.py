"""The GPT-2 architecture: layer norms, learned positions, plain attention, a GELU MLP."""

from __future__ import annotations

from functools import partial
from typing import Any

from torch import Tensor
from torch.nn import functional as F

from bot.generation.model.decoder import Adapt, Attend, FirstToken, Layer, Norm, Part, Shape
from bot.generation.model.linear import Linear
from bot.generation.model.weights import Weights


class Gpt2Decoder:
    """Its weights are stored as [in, out] and turned on loading; q, k, v are one product in the files already."""

    layer_name = "transformer.h.{}."
    gated = False
    gelu = True

    def __init__(self, config: dict[str, Any], weights: Weights) -> None:
        self.shape = Shape(
            layers=config["n_layer"],
            heads=config["n_head"],
            kv_heads=config["n_head"],
            head_dim=config["n_embd"] // config["n_head"],
            hidden=config["n_embd"],
            vocabulary=config["vocab_size"],
            positions=config["n_positions"],
        )
        self.precision, self.dtype, self.device = weights.precision, weights.dtype, weights.device
        hidden, mlp = self.shape.hidden, config.get("n_inner") or 4 * self.shape.hidden
        self.groups = {
            "qkv": (hidden, 3 * hidden),
            "attention_out": (hidden, hidden),
            "mlp_in": (hidden, mlp),
            "mlp_out": (mlp, hidden),
        }
        modules = ("attn.c_attn", "attn.c_proj", "mlp.c_fc", "mlp.c_proj")
        self.parts = tuple(
            Part(module, group, 0, 0, outputs)
            for module, (group, (_, outputs)) in zip(modules, self.groups.items(), strict=True)
        )
        self.epsilon = float(config["layer_norm_epsilon"])
        root = "transformer." if "transformer.wte.weight" in weights else ""
        self._embedding = weights.embedding(f"{root}wte.weight")
        self._positions = weights.embedding(f"{root}wpe.weight")
        self.norm = Norm(weights(f"{root}ln_f.weight"), weights(f"{root}ln_f.bias"))
        head = "lm_head.weight"
        self.head = weights.head(lambda: weights.stored(head if head in weights else f"{root}wte.weight"))
        self.layers = weights.layers(partial(self._layer, weights, f"{root}h."), self.shape.layers)
        self.first_tokens: dict[int, FirstToken] = {}

    def _layer(self, weights: Weights, above: str, index: int) -> Layer:
        name = f"{above}{index}."
        groups = {part.module: part.group for part in self.parts}

        def linear(module: str) -> Linear:
            def weight() -> Tensor:
                return weights.stored(f"{name}{module}.weight").t().contiguous()  # stored as [in, out]

            return weights.linear(f"{index}.{groups[module]}", weight, weights(f"{name}{module}.bias"))

        def norm(module: str) -> Norm:
            return Norm(weights(f"{name}{module}.weight"), weights(f"{name}{module}.bias"))

        return Layer(
            attention_norm=norm("ln_1"),
            qkv=linear("attn.c_attn"),
            attention_out=linear("attn.c_proj"),
            mlp_norm=norm("ln_2"),
            mlp_in=linear("mlp.c_fc"),
            mlp_out=linear("mlp.c_proj"),
        )

    def arranged(self, module: str, weight: Tensor) -> Tensor:
        return weight

    def embed(self, ids: Tensor, positions: Tensor) -> Tensor:
        return F.embedding(ids, self._embedding).float().add_(F.embedding(positions, self._positions))

    def hidden(self, ids: Tensor, positions: Tensor, attend: Attend, adapt: Adapt) -> Tensor:
        heads = self.shape.heads
        size = (self.shape.hidden,)
        x = self.embed(ids, positions)
        for index, layer in enumerate(self.layers):
            h = F.layer_norm(x, size, layer.attention_norm.weight, layer.attention_norm.bias, self.epsilon)
            qkv = adapt(index, "qkv", h, layer.qkv(h)).unflatten(1, (3 * heads, self.shape.head_dim))
            h = attend(index, qkv[:, :heads], qkv[:, heads:])
            x = x.add_(adapt(index, "attention_out", h, layer.attention_out(h)))
            h = F.layer_norm(x, size, layer.mlp_norm.weight, layer.mlp_norm.bias, self.epsilon)
            h = F.gelu(adapt(index, "mlp_in", h, layer.mlp_in(h)), approximate="tanh")
            x = x.add_(adapt(index, "mlp_out", h, layer.mlp_out(h)))
        return F.layer_norm(x, size, self.norm.weight, self.norm.bias, self.epsilon)

    def logits(self, hidden: Tensor) -> Tensor:
        return self.head(hidden).float()
