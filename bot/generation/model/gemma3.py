"""The Gemma 3 text architecture: Llama's parts with more norms, and layers of two kinds of rotary positions."""

from __future__ import annotations

from typing import Any

from torch import Tensor

from bot.generation.model.llama import LlamaDecoder
from bot.generation.model.weights import Weights


class Gemma3Decoder(LlamaDecoder):
    """Norms store their weights less one; what attention and the MLP add to the stream is normed, too; the embedding
    is multiplied by √hidden. Layers that see a window only turn faster than those that see all.
    """

    gelu = True
    _norm_offset = 1.0
    _mlp_norm = "pre_feedforward_layernorm"
    _out_norms = ("post_attention_layernorm", "post_feedforward_layernorm")

    def __init__(self, config: dict[str, Any], weights: Weights) -> None:
        head_dim = config.get("head_dim") or config["hidden_size"] // config["num_attention_heads"]
        # Attention divides by √head_dim; queries, which are normed, make up for another divisor.
        self._query_scale = (head_dim / config["query_pre_attn_scalar"]) ** 0.5
        super().__init__(config, weights)

    def embed(self, ids: Tensor, positions: Tensor) -> Tensor:
        return super().embed(ids, positions).mul_(self.shape.hidden**0.5)
