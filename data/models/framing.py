"""How a tweet is framed in tokens, in training, scoring and serving alike: end-of-text, text, end-of-text.

Needs only `tokenizers`. Text can never smuggle a special token in: "<|endoftext|>" typed by a person is
encoded as plain characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

END_OF_TEXT = "<|endoftext|>"


@dataclass(frozen=True)
class Framing:
    """A tokenizer and the id of its end-of-text token."""

    tokenizer: Tokenizer
    end_id: int

    def tweet(self, text: str) -> list[int]:
        """The whole frame, for training and scoring."""
        return [self.end_id, *self._encode(text), self.end_id]

    def prompt(self, text: str) -> list[int]:
        """The frame left open, for the model to go on."""
        return [self.end_id, *self._encode(text)]

    def text(self, ids: list[int]) -> str:
        """The text of generated ids, without special tokens."""
        return str(self.tokenizer.decode(ids, skip_special_tokens=True))

    def ending_ids(self) -> list[int]:
        """The ids that end a tweet: end-of-text, every special token and every token that holds a line break."""
        special = {id for id, token in self.tokenizer.get_added_tokens_decoder().items() if token.special}
        breaks = {id for token, id in self.tokenizer.get_vocab().items() if "Ċ" in token or "\n" in token}
        return sorted({self.end_id} | special | breaks)

    def _encode(self, text: str) -> list[int]:
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)


def load_framing(folder: Path) -> Framing:
    """The framing of a model folder, from its `tokenizer.json`. Raises ValueError if it has no end-of-text."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.encode_special_tokens = True
    tokenizer.no_truncation()
    tokenizer.no_padding()
    end_id = tokenizer.token_to_id(END_OF_TEXT)
    if end_id is None:
        raise ValueError(f"the tokenizer of {folder} has no {END_OF_TEXT}")
    return Framing(tokenizer, end_id)
