"""What can be served: the architectures, and which of their configurations. Asked by whoever accepts a base model,
and by the decoders themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Config = Mapping[str, Any]
"""What a `config.json` says."""

ROTARY_TYPES = ("default", "linear", "llama3", "dynamic")
FULL, SLIDING = "full_attention", "sliding_attention"  # what layers look at, as transformers names it


MOST = {
    **dict.fromkeys(("num_hidden_layers", "n_layer"), 512),
    **dict.fromkeys(("num_attention_heads", "num_key_value_heads", "n_head", "head_dim"), 1_024),
    **dict.fromkeys(("hidden_size", "n_embd"), 1 << 15),
    **dict.fromkeys(("intermediate_size", "n_inner"), 1 << 18),
    "vocab_size": 1 << 21,
}
"""Beyond the largest models there are: what is made of a number is made before any weight is looked at."""


def why_unservable(config: Config) -> str | None:
    """Why a model of this `config.json` cannot be served, as the end of a sentence; None if it can.

    A configuration that asks for arithmetic that no decoder does would be served wrongly without a word.
    """
    name = config.get("model_type")
    if name not in ARCHITECTURES:
        *first, last = ARCHITECTURES
        return f"its architecture is {name!r}, and only {', '.join(first)} and {last} can be served"
    for key, most in MOST.items():
        number = config.get(key)
        if number is not None and (isinstance(number, bool) or not isinstance(number, int) or not 0 < number <= most):
            return f"its {key} is {str(number)[:40]}"
    return ARCHITECTURES[name].why_unservable(config)


def rotary_parameters(config: Config, kind: str = FULL) -> dict[str, Any]:
    """`rope_type`, `rope_theta` and what else its type has, of the layers of this kind, from either layout that
    transformers has had.
    """
    parameters = config.get("rope_parameters") or {}
    if FULL in parameters or SLIDING in parameters:
        found = dict(parameters.get(kind) or {})
    else:
        found = dict(parameters or (config.get("rope_scaling") or {} if kind == FULL else {}))
    local = config.get("rope_local_base_freq") if kind == SLIDING else None
    found["rope_type"] = found.get("rope_type") or found.get("type") or "default"
    found["rope_theta"] = float(found.get("rope_theta") or local or config.get("rope_theta") or 10_000.0)
    return found


def _rotary(config: Config) -> str | None:
    """What all with rotary positions have in common."""
    if other := set(config.get("layer_types") or ()) - {FULL, SLIDING}:
        return f"it has layers of a kind ({min(other)}) that cannot be served"
    for kind in (FULL, SLIDING):
        rope = rotary_parameters(config, kind)
        if rope["rope_type"] not in ROTARY_TYPES:
            return f"its rotary positions are scaled in a way ({rope['rope_type']}) that cannot be served"
        if (rope.get("partial_rotary_factor") or config.get("partial_rotary_factor") or 1.0) != 1.0:
            return "only a part of each head is rotated, and only whole ones can be served"
    return None


def _llama(config: Config) -> str | None:
    activation = config.get("hidden_act") or "silu"
    if activation not in ("silu", "swish"):
        return f"its activation is {activation!r}, and only SiLU can be served"
    return _rotary(config)


def _gemma3(config: Config) -> str | None:
    activation = config.get("hidden_activation") or "gelu_pytorch_tanh"
    if activation != "gelu_pytorch_tanh":
        return f"its activation is {activation!r}, and only 'gelu_pytorch_tanh' can be served"
    if config.get("final_logit_softcapping") or config.get("attn_logit_softcapping"):
        return "its logits are capped, which cannot be served"
    if config.get("use_bidirectional_attention"):
        return "it reads in both directions"
    return _rotary(config)


def _gpt2(config: Config) -> str | None:
    activation = config.get("activation_function") or "gelu_new"
    if activation != "gelu_new":
        return f"its activation is {activation!r}, and only 'gelu_new' can be served"
    if config.get("scale_attn_by_inverse_layer_idx") or config.get("scale_attn_weights") is False:
        return "its attention is scaled in an unusual way"
    return None


@dataclass(frozen=True)
class Architecture:
    """`why_unservable` as above, of a configuration of this architecture. `transposed`: its linear layers store their
    weights as [in, out], as PEFT's `fan_in_fan_out` asks. `input_norms`: what its layers call the norms whose results
    are inputs of linear layers alone. Its decoder is in `bot.generation.model.loading`."""

    why_unservable: Callable[[Config], str | None]
    transposed: bool = False
    input_norms: tuple[str, ...] = ("input_layernorm", "post_attention_layernorm")


ARCHITECTURES = {
    "gpt2": Architecture(_gpt2, transposed=True, input_norms=("ln_1", "ln_2")),
    "llama": Architecture(_llama),
    "mistral": Architecture(_llama),
    "qwen2": Architecture(_llama),
    "qwen3": Architecture(_llama),
    "gemma3_text": Architecture(_gemma3, input_norms=("input_layernorm", "pre_feedforward_layernorm")),
}
"""By `model_type` of a `config.json`."""
