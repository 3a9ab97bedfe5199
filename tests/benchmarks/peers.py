"""The peers that answer the same request: `pipeline`, CTranslate2 and llama.cpp. Each is a call that does one request.

    pip install ctranslate2 llama-cpp-python

The last is compiled on installation, for the processor at hand. A peer that is not installed is left out.
"""

from __future__ import annotations

import ctypes
import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data.models.bases import Base, fetch_smollm2_gguf
from tests.benchmarks.measuring import NEW_TOKENS, PROMPT, ROWS

Call = Callable[[], object]


def reference(base: Base, device: str) -> Call:
    """The reference's own way: `pipeline` in float32 with its settings."""
    import torch
    from transformers import pipeline

    generator = pipeline("text-generation", model=str(base.folder), dtype=torch.float32, device=device)
    lengths = {"min_new_tokens": NEW_TOKENS, "max_new_tokens": NEW_TOKENS}
    return lambda: generator(PROMPT, num_return_sequences=ROWS, do_sample=True, top_k=50, top_p=0.95, **lengths)


def ctranslate2(base: Base, folder: Path, prompt: list[str], cores: int) -> dict[str, Call]:
    """CTranslate2 in float32 and int8."""
    if importlib.util.find_spec("ctranslate2") is None:
        return {}
    import ctranslate2 as ct2
    from ctranslate2.converters import TransformersConverter

    TransformersConverter(str(base.folder)).convert(str(folder / "ct2"), force=True)

    def made(kind: str) -> Call:
        generator = ct2.Generator(str(folder / "ct2"), compute_type=kind, inter_threads=1, intra_threads=cores)
        settings = {"sampling_topk": 50, "sampling_topp": 0.95, "include_prompt_in_result": False}

        def work() -> None:
            answers = generator.generate_batch(
                [prompt] * ROWS, min_length=NEW_TOKENS, max_length=NEW_TOKENS, beam_size=1, **settings
            )
            assert all(len(answer.sequences_ids[0]) == NEW_TOKENS for answer in answers)

        return work

    return {f"CTranslate2 {kind}": made(kind) for kind in ("float32", "int8")}


def llama_cpp(base: Base, folder: Path, prompt: list[int], cores: int) -> dict[str, Call]:
    """llama.cpp with Q8_0 weights: the prompt is read once and shared out to five sequences, as our engine does."""
    if importlib.util.find_spec("llama_cpp") is None or base.name != "smollm2-135m":
        return {}
    import llama_cpp as c

    c.llama_backend_init()
    source, target = fetch_smollm2_gguf(folder), folder / "q8_0.gguf"
    how = c.llama_model_quantize_default_params()
    how.ftype, how.allow_requantize = c.LLAMA_FTYPE_MOSTLY_Q8_0, True
    c.llama_log_set(_silent, ctypes.c_void_p(0))
    assert c.llama_model_quantize(str(source).encode(), str(target).encode(), how) == 0
    model = c.llama_model_load_from_file(str(target).encode(), c.llama_model_default_params())
    options = c.llama_context_default_params()
    options.n_ctx, options.n_seq_max, options.n_batch = 2048, ROWS, 512
    options.n_threads = options.n_threads_batch = cores
    context = c.llama_init_from_model(model, options)
    memory = c.llama_get_memory(context)
    batch = c.llama_batch_init(512, 0, 1)
    samplers = [_sampler(c, seed) for seed in range(ROWS)]

    def feed(tokens: list[tuple[int, int, int, bool]]) -> None:
        batch.n_tokens = len(tokens)
        for at, (token, position, sequence, wanted) in enumerate(tokens):
            batch.token[at], batch.pos[at], batch.logits[at] = token, position, wanted
            batch.n_seq_id[at] = 1
            batch.seq_id[at][0] = sequence
        assert c.llama_decode(context, batch) == 0

    def work() -> None:
        c.llama_memory_clear(memory, True)
        feed([(token, at, 0, at == len(prompt) - 1) for at, token in enumerate(prompt)])
        for sequence in range(1, ROWS):
            c.llama_memory_seq_cp(memory, 0, sequence, -1, -1)
        ids = [c.llama_sampler_sample(sampler, context, -1) for sampler in samplers]
        for step in range(NEW_TOKENS - 1):
            feed([(id, len(prompt) + step, sequence, True) for sequence, id in enumerate(ids)])
            ids = [c.llama_sampler_sample(sampler, context, at) for at, sampler in enumerate(samplers)]

    return {"llama.cpp Q8_0": work}


def _sampler(c: Any, seed: int) -> Any:
    chain = c.llama_sampler_chain_init(c.llama_sampler_chain_default_params())
    for link in (
        c.llama_sampler_init_top_k(50),
        c.llama_sampler_init_top_p(0.95, 1),
        c.llama_sampler_init_temp(1.0),
        c.llama_sampler_init_dist(seed),
    ):
        c.llama_sampler_chain_add(chain, link)
    return chain


@ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)  # type: ignore[untyped-decorator]
def _silent(level: int, text: bytes, user_data: object) -> None:
    """llama.cpp logs much to the terminal."""
