"""How a tweet is framed in tokens, in training, scoring and serving alike: end-of-text, text, end-of-text.

A vocabulary without that token frames with its own tokens for the beginning and the end of a text. Needs only
`tokenizers`. Text can never smuggle a special token in: "<|endoftext|>" typed by a person is
encoded as plain characters.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

END_OF_TEXT = "<|endoftext|>"
_LINE_BREAKS = ("Ċ", "\n", "<0x0A>")  # as byte-level vocabularies, those of pieces, and their single bytes write it


@dataclass(frozen=True)
class Framing:
    """A tokenizer and the ids of the tokens around a text; in most models they are one."""

    tokenizer: Tokenizer
    begin_id: int
    end_id: int

    def tweet(self, text: str) -> list[int]:
        """The whole frame, for training and scoring."""
        return [self.begin_id, *self._encode(text), self.end_id]

    def prompt(self, text: str) -> list[int]:
        """The frame left open, for the model to go on."""
        return [self.begin_id, *self._encode(text)]

    def text(self, ids: list[int]) -> str:
        """The text of generated ids, without special tokens."""
        return str(self.tokenizer.decode(ids, skip_special_tokens=True))

    def ending_ids(self) -> list[int]:
        """The ids that end a tweet: end-of-text, every special token and every token that holds a line break."""
        special = {id for id, token in self.tokenizer.get_added_tokens_decoder().items() if token.special}
        breaks = {id for token, id in self.tokenizer.get_vocab().items() if any(mark in token for mark in _LINE_BREAKS)}
        return sorted({self.end_id} | special | breaks)

    def _encode(self, text: str) -> list[int]:
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)


def load_framing(folder: Path) -> Framing:
    """The framing of a model folder, from its `tokenizer.json` and, where that has no end-of-text, `config.json`.

    Raises ValueError if neither says how a text ends.
    """
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.encode_special_tokens = True
    tokenizer.no_truncation()
    tokenizer.no_padding()
    end_id = tokenizer.token_to_id(END_OF_TEXT)
    if end_id is not None:
        return Framing(tokenizer, end_id, end_id)
    config = json.loads((folder / "config.json").read_text())
    begin_id, end_id = (_known(tokenizer, config.get(name)) for name in ("bos_token_id", "eos_token_id"))
    if end_id is None:
        raise ValueError(f"the tokenizer of {folder} has no {END_OF_TEXT}, and no other token that ends a text")
    return Framing(tokenizer, end_id if begin_id is None else begin_id, end_id)


def _known(tokenizer: Tokenizer, id: object) -> int | None:
    """A token's id as a configuration gives it, of several the first; None where there is no such token."""
    first = id[0] if isinstance(id, list) and id else id
    return first if isinstance(first, int) and tokenizer.id_to_token(first) is not None else None
