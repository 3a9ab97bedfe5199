"""Small vocabularies of the kinds that models have, made from the bundled account."""

from __future__ import annotations

from pathlib import Path
from typing import Any

WORDS = 600
SAMPLE = Path(__file__).parents[2] / "data" / "sample"


def sample_texts() -> list[str]:
    """What the bundled account wrote."""
    from data.sources.reading import read_tweets

    return [tweet.text for tweet in read_tweets(SAMPLE).tweets]


def byte_level(begin: str = "<|endoftext|>", end: str = "<|endoftext|>") -> Any:
    """A tokenizer of bytes written as letters, as GPT-2, Llama 3 and Qwen have it."""
    from tokenizers import ByteLevelBPETokenizer
    from transformers import PreTrainedTokenizerFast

    bpe = ByteLevelBPETokenizer()
    special = list(dict.fromkeys((begin, end)))
    bpe.train_from_iterator(sample_texts(), vocab_size=WORDS, special_tokens=special, show_progress=False)
    return PreTrainedTokenizerFast(tokenizer_object=bpe._tokenizer, bos_token=begin, eos_token=end)


def pieces() -> Any:
    """One of pieces, with single bytes for what no piece covers, as Mistral and Gemma have it."""
    from tokenizers import Tokenizer, decoders, models, normalizers, trainers
    from transformers import PreTrainedTokenizerFast

    mark = "▁"  # where a space was
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True, fuse_unk=True))
    tokenizer.normalizer = normalizers.Replace(" ", mark)
    tokenizer.decoder = decoders.Sequence([decoders.Replace(mark, " "), decoders.ByteFallback(), decoders.Fuse()])
    special = ["<pad>", "<eos>", "<bos>", "<unk>"]
    trainer = trainers.BpeTrainer(
        vocab_size=WORDS, special_tokens=[*special, *(f"<0x{byte:02X}>" for byte in range(256))], show_progress=False
    )
    tokenizer.train_from_iterator(sample_texts(), trainer)
    facts = tokenizer.to_str().replace('"special":true', '"special":false')
    tokenizer = Tokenizer.from_str(facts)  # bytes are part of texts
    tokenizer.add_special_tokens(special)
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, bos_token="<bos>", eos_token="<eos>", unk_token="<unk>", pad_token="<pad>"
    )
