"""What can be served: the architectures, and which of their configurations. Asked by whoever accepts a base model,
and by the decoders themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Config = Mapping[str, Any]
"""What a `config.json` says."""


def why_unservable(config: Config) -> str | None:
    """Why a model of this `config.json` cannot be served, as the end of a sentence; None if it can.

    A configuration that asks for arithmetic that no decoder does would be served wrongly without a word.
    """
    name = config.get("model_type")
    if name not in ARCHITECTURES:
        return f"its architecture is {name!r}, and only {' and '.join(ARCHITECTURES)} can be served"
    return ARCHITECTURES[name].why_unservable(config)


def _llama(config: Config) -> str | None:
    rope = config.get("rope_parameters") or config.get("rope_scaling") or {}
    kind = rope.get("rope_type") or rope.get("type") or "default"
    if kind != "default":
        return f"its rotary positions are scaled ({kind}), and only plain ones can be served"
    if (rope.get("partial_rotary_factor") or config.get("partial_rotary_factor") or 1.0) != 1.0:
        return "only a part of each head is rotated, and only whole ones can be served"
    activation = config.get("hidden_act") or "silu"
    if activation not in ("silu", "swish"):
        return f"its activation is {activation!r}, and only SiLU can be served"
    return None


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
    weights as [in, out], as PEFT's `fan_in_fan_out` asks. Its decoder is in `bot.generation.model.loading`."""

    why_unservable: Callable[[Config], str | None]
    transposed: bool = False


ARCHITECTURES = {"gpt2": Architecture(_gpt2, transposed=True), "llama": Architecture(_llama)}
"""By `model_type` of a `config.json`."""
