"""Random models of each family that can be served beside GPT-2 and Llama's plain form, and what transformers' own
`generate` writes with them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from data.models.bases import Base
from tests.peers.vocabularies import byte_level, pieces

FAMILIES = ("llama3", "llama-linear", "mistral", "qwen2", "qwen3", "gemma3")
_SIZES: dict[str, Any] = {
    "hidden_size": 32,
    "intermediate_size": 64,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 256,
}


def write_tiny_families(place: Path) -> dict[str, Path]:
    """`save_pretrained` folders, by family; each with the kind of vocabulary and of frame that its models have."""
    from transformers import (
        Gemma3ForCausalLM,
        Gemma3TextConfig,
        LlamaConfig,
        LlamaForCausalLM,
        MistralConfig,
        MistralForCausalLM,
        Qwen2Config,
        Qwen2ForCausalLM,
        Qwen3Config,
        Qwen3ForCausalLM,
    )

    gpt, llama3, bytes_and_pieces = byte_level(), byte_level("<|begin|>", "<|end|>"), pieces()
    scaled = {"rope_type": "llama3", "rope_theta": 500.0, "factor": 8.0, "low_freq_factor": 1.0}
    scaled |= {"high_freq_factor": 4.0, "original_max_position_embeddings": 64}
    turned = {
        "full_attention": {"rope_type": "linear", "factor": 4.0, "rope_theta": 5_000.0},
        "sliding_attention": {"rope_type": "default", "rope_theta": 100.0},
    }
    made = {
        "llama3": (llama3, LlamaForCausalLM, LlamaConfig(**_SIZES, rope_parameters=scaled)),
        "llama-linear": (
            gpt,
            LlamaForCausalLM,
            LlamaConfig(**_SIZES, rope_parameters={"rope_type": "linear", "factor": 2.0, "rope_theta": 900.0}),
        ),
        "mistral": (bytes_and_pieces, MistralForCausalLM, MistralConfig(**_SIZES, head_dim=12, sliding_window=200)),
        "qwen2": (gpt, Qwen2ForCausalLM, Qwen2Config(**_SIZES, tie_word_embeddings=True)),
        "qwen3": (gpt, Qwen3ForCausalLM, Qwen3Config(**_SIZES, head_dim=16, tie_word_embeddings=True)),
        "gemma3": (
            bytes_and_pieces,
            Gemma3ForCausalLM,
            Gemma3TextConfig(
                **_SIZES,
                head_dim=16,
                query_pre_attn_scalar=24,
                sliding_window=200,
                sliding_window_pattern=2,
                rope_parameters=turned,
            ),
        ),
    }
    folders = {}
    for seed, (name, (tokenizer, make, config)) in enumerate(made.items()):
        torch.manual_seed(seed)
        config.vocab_size, config.pad_token_id = len(tokenizer), None
        config.bos_token_id, config.eos_token_id = tokenizer.bos_token_id, tokenizer.eos_token_id
        model: Any = make(config)
        with torch.no_grad():  # clear-cut choices, and norms and biases that are not what they begin as
            for parameter in model.parameters():
                parameter.mul_(6) if parameter.dim() > 1 else parameter.add_(torch.randn_like(parameter) * 0.3)
        folders[name] = place / name
        model.save_pretrained(folders[name])
        if name == "gemma3":  # whose vocabulary names a picture's token that the model for text lacks
            tokenizer.add_special_tokens({"additional_special_tokens": ["<image_soft_token>"]})
        tokenizer.save_pretrained(folders[name])
    return folders


def greedy_by_transformers(base: Base, adapter: Path | None, prompt: list[int], ends: list[int]) -> list[int]:
    """What `generate` adds to a prompt, 48 tokens in all, without what ends it."""
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(base.folder, dtype=torch.float32)
    if adapter:
        model = PeftModel.from_pretrained(model, adapter)
    out = model.generate(
        input_ids=torch.tensor([prompt]), do_sample=False, max_length=48, eos_token_id=ends, pad_token_id=0
    )
    return [id for id in out[0, len(prompt) :].tolist() if id not in ends]
