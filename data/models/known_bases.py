"""Base models by name: where they come from, under which licence, and what they take beside the default.

A name stands for one revision of a repository on the Hugging Face hub, so that it means the same weights everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT = "smollm2-135m"


@dataclass(frozen=True)
class KnownBase:
    """`parameters` and `vocabulary` (its share of them) in millions; `download` in megabytes."""

    name: str
    hub_id: str
    revision: str | None  # None: it comes in a Python package
    licence: str
    languages: str
    parameters: int
    vocabulary: int
    download: int
    gated: bool = False  # the hub wants its licence accepted first

    @property
    def memory(self) -> int:
        """Megabytes that its weights take in int8, in which a processor serves it: the vocabulary, which is used at
        both ends, lies there twice, once in two bytes.
        """
        return self.parameters + 2 * self.vocabulary

    @property
    def speed(self) -> float:
        """How fast it writes beside the default, by its arithmetic."""
        return KNOWN_BASES[DEFAULT].parameters / self.parameters

    @property
    def by_hand(self) -> str:
        """What to do where this machine cannot fetch it."""
        steps = f"hf download {self.hub_id} --revision {self.revision} --local-dir DIR"
        accept = "Accept its licence on the hub and set TWEETLIKE_HUB_TOKEN; or where" if self.gated else "Where"
        return f"{accept} the hub can be reached, run {steps}; bring DIR here and set TWEETLIKE_BASE=DIR."


KNOWN_BASES = {
    base.name: base
    for base in (
        KnownBase(
            DEFAULT,
            "HuggingFaceTB/SmolLM2-135M-Instruct",
            None,
            "Apache-2.0",
            "English",
            parameters=135,
            vocabulary=28,
            download=93,
        ),
        KnownBase(
            "smollm2-135m-base",
            "HuggingFaceTB/SmolLM2-135M",
            "93efa2f097d58c2a74874c7e644dbc9b0cee75a2",
            "Apache-2.0",
            "English",
            parameters=135,
            vocabulary=28,
            download=272,
        ),
        KnownBase(
            "smollm2-360m",
            "HuggingFaceTB/SmolLM2-360M",
            "f8027fd0eaeea54caa13c31d31b9fdc459c38b49",
            "Apache-2.0",
            "English",
            parameters=362,
            vocabulary=47,
            download=726,
        ),
        KnownBase(
            "gpt2",
            "openai-community/gpt2",
            "607a30d783dfa663caf39e06633721c8d4cfcd7e",
            "MIT",
            "English",
            parameters=124,
            vocabulary=39,
            download=552,
        ),
        KnownBase(
            "gemma-3-270m",
            "google/gemma-3-270m",
            "9b0cfec892e2bc2afd938c98eabe4e4a7b1e0ca1",
            "Gemma terms of use",
            "over 140",
            parameters=268,
            vocabulary=168,
            download=570,
            gated=True,
        ),
        KnownBase(
            "qwen3-0.6b",
            "Qwen/Qwen3-0.6B-Base",
            "da87bfb608c14b7cf20ba1ce41287e8de496c0cd",
            "Apache-2.0",
            "119",
            parameters=596,
            vocabulary=156,
            download=1_200,
        ),
        KnownBase(
            "llama-3.2-1b",
            "meta-llama/Llama-3.2-1B",
            "4e20de362430cd3b72f300e6b0f18e50e7166e08",
            "Llama 3.2 Community",
            "8",
            parameters=1_236,
            vocabulary=263,
            download=2_480,
            gated=True,
        ),
    )
}
