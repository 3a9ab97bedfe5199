"""The GPT-2 architecture: layer norms, learned positions, plain attention, a GELU MLP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from torch import Tensor
from torch.nn import functional as F

from bot.generation.decoder import Adapt, Attend, Shape, Weights
from bot.generation.linear import Linear, make_linear


@dataclass(frozen=True)
class _Layer:
    attention_norm: tuple[Tensor, Tensor]
    qkv: Linear
    attention_out: Linear
    mlp_norm: tuple[Tensor, Tensor]
    mlp_in: Linear
    mlp_out: Linear


class Gpt2Decoder:
    def __init__(self, config: dict[str, Any], weights: Weights) -> None:
        if config.get("activation_function", "gelu_new") != "gelu_new" or config.get("scale_attn_by_inverse_layer_idx"):
            raise ValueError("only GPT-2 models with the usual GELU and attention scale can be served")
        self.shape = Shape(
            layers=config["n_layer"],
            heads=config["n_head"],
            kv_heads=config["n_head"],
            head_dim=config["n_embd"] // config["n_head"],
            hidden=config["n_embd"],
            vocabulary=config["vocab_size"],
            positions=config["n_positions"],
        )
        self.dtype, self.device = weights.dtype, weights.device
        self._eps = float(config["layer_norm_epsilon"])
        root = "transformer." if "transformer.wte.weight" in weights else ""
        self._embedding = weights(f"{root}wte.weight")
        self._positions = weights(f"{root}wpe.weight")
        self._norm = (weights(f"{root}ln_f.weight"), weights(f"{root}ln_f.bias"))
        self._head = make_linear(weights("lm_head.weight") if "lm_head.weight" in weights else self._embedding)
        self._layers = [self._layer(weights, f"{root}h.{index}.") for index in range(self.shape.layers)]

    @staticmethod
    def _layer(weights: Weights, name: str) -> _Layer:
        def linear(module: str) -> Linear:
            weight = weights(f"{name}{module}.weight").t().contiguous()  # stored as [in, out]
            return make_linear(weight, weights(f"{name}{module}.bias"))

        def norm(module: str) -> tuple[Tensor, Tensor]:
            return weights(f"{name}{module}.weight"), weights(f"{name}{module}.bias")

        return _Layer(
            attention_norm=norm("ln_1"),
            qkv=linear("attn.c_attn"),
            attention_out=linear("attn.c_proj"),
            mlp_norm=norm("ln_2"),
            mlp_in=linear("mlp.c_fc"),
            mlp_out=linear("mlp.c_proj"),
        )

    def hidden(self, ids: Tensor, positions: Tensor, attend: Attend, adapt: Adapt) -> Tensor:
        heads, dim = self.shape.heads, self.shape.head_dim
        size = (self.shape.hidden,)
        x = F.embedding(ids, self._embedding) + F.embedding(positions, self._positions)
        for index, layer in enumerate(self._layers):
            h = F.layer_norm(x, size, *layer.attention_norm, self._eps)
            q, k, v = adapt(index, "qkv", h, layer.qkv(h)).view(len(ids), 3, heads, dim).unbind(1)
            h = attend(index, q, k, v)
            x = x + adapt(index, "attention_out", h, layer.attention_out(h))
            h = F.layer_norm(x, size, *layer.mlp_norm, self._eps)
            h = F.gelu(adapt(index, "mlp_in", h, layer.mlp_in(h)), approximate="tanh")
            x = x + adapt(index, "mlp_out", h, layer.mlp_out(h))
        return F.layer_norm(x, size, *self._norm, self._eps)

    def logits(self, hidden: Tensor) -> Tensor:
        return self._head(hidden).float()

    def fuse(self, layer: int, parts: dict[str, tuple[Tensor, Tensor]]) -> dict[str, tuple[Tensor, Tensor]]:
        prefix = f"transformer.h.{layer}."
        return {
            "qkv": parts[f"{prefix}attn.c_attn"],
            "attention_out": parts[f"{prefix}attn.c_proj"],
            "mlp_in": parts[f"{prefix}mlp.c_fc"],
            "mlp_out": parts[f"{prefix}mlp.c_proj"],
        }
