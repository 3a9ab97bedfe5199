"""How a tweet is framed in tokens, in training, scoring and serving alike: end-of-text, text, end-of-text.

A vocabulary without that token frames with its own tokens for the beginning and the end of a text. Needs only
`tokenizers`. Text can never smuggle a special token in: "<|endoftext|>" typed by a person is
encoded as plain characters.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tokenizers import Tokenizer

END_OF_TEXT = "<|endoftext|>"
_LINE_BREAKS = ("Ċ", "\n", "<0x0A>")  # as byte-level vocabularies, those of pieces, and their single bytes write it


@dataclass(frozen=True)
class Opening:
    """Tokens for the model to go on from, and, if its first one is not free, which ranks that may have."""

    ids: list[int]
    first: tuple[int, int] | None = None  # from, up to


@dataclass(frozen=True)
class Framing:
    """A tokenizer and the ids of the tokens around a text; in most models they are one."""

    tokenizer: Tokenizer
    begin_id: int
    end_id: int
    words: int = 1 << 31  # of the model, which may be fewer than its vocabulary names

    def tweet(self, text: str) -> list[int]:
        """The whole frame, for training and scoring."""
        return [self.begin_id, *self._encode(text), self.end_id]

    def prompt(self, text: str) -> list[int]:
        """The frame left open, for the model to go on."""
        return [self.begin_id, *self._encode(text)]

    def opening(self, text: str) -> Opening:
        """The frame left open where a person's beginning of a tweet ends, perhaps inside a word.

        Its last token is taken back, for the one that the model has learnt to expect may be longer (token healing).
        """
        ids = self._encode(text)
        if not ids:
            return Opening([self.begin_id])
        spelled, spellings, _ = self._spelled
        last = spelled.get(ids[-1])
        if not last:
            return Opening([self.begin_id, *ids])
        first = bisect_left(spellings, last)
        after = bisect_left(spellings, True, first, key=lambda spelling: not spelling.startswith(last))
        if after - first == 1:
            return Opening([self.begin_id, *ids])
        return Opening([self.begin_id, *ids[:-1]], (first, after))

    def ranks(self, words: int) -> list[int]:
        """By id, up to `words`, where a token stands among all that a tweet may contain, by the bytes that it spells:
        so those that begin alike are neighbours. −1 for what ends a tweet.
        """
        ranks = [-1] * words
        for rank, id in enumerate(self._spelled[2]):
            ranks[id] = rank
        return ranks

    @cached_property
    def _spelled(self) -> tuple[dict[int, bytes], list[bytes], list[int]]:
        """What each token spells, then all of that in order, and the ids in the same order."""
        endings = set(self.ending_ids())
        spell = _bytes_of_letters if "ByteLevel" in repr(self.tokenizer.decoder) else _bytes_of_piece
        spelled = {
            id: spell(token)
            for token, id in self.tokenizer.get_vocab().items()
            if id not in endings and id < self.words
        }
        ids = sorted(spelled, key=lambda id: (spelled[id], id))
        return spelled, [spelled[id] for id in ids], ids

    def text(self, ids: list[int]) -> str:
        """The text of generated ids, without special tokens."""
        return str(self.tokenizer.decode(ids, skip_special_tokens=True))

    def ending_ids(self) -> list[int]:
        """The ids that end a tweet: end-of-text, every special token and every token that holds a line break."""
        special = {id for id, token in self.tokenizer.get_added_tokens_decoder().items() if token.special}
        breaks = {id for token, id in self.tokenizer.get_vocab().items() if any(mark in token for mark in _LINE_BREAKS)}
        return sorted(id for id in {self.end_id} | special | breaks if id < self.words)

    def _encode(self, text: str) -> list[int]:
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)


def _bytes_of_letters(token: str) -> bytes:
    """Of a token of a byte-level vocabulary; an added one is written as it is."""
    if all(letter in _BYTES for letter in token):
        return bytes(_BYTES[letter] for letter in token)
    return token.encode()


def _bytes_of_piece(token: str) -> bytes:
    """Of a token of a vocabulary of pieces, in which some are single bytes."""
    return bytes.fromhex(token[3:5]) if re.fullmatch("<0x[0-9A-F]{2}>", token) else token.replace("▁", " ").encode()


def _byte_letters() -> dict[str, int]:
    """The letters of byte-level vocabularies, as GPT-2 chose them: a byte that is no printable letter gets one of its
    own from 256 on.
    """
    plain = {*range(33, 127), *range(161, 173), *range(174, 256)}
    others = [byte for byte in range(256) if byte not in plain]
    return {chr(byte): byte for byte in plain} | {chr(256 + n): byte for n, byte in enumerate(others)}


_BYTES = _byte_letters()


def load_framing(folder: Path) -> Framing:
    """The framing of a model folder, from its `tokenizer.json` and, where that has no end-of-text, `config.json`.

    Raises ValueError if neither says how a text ends.
    """
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.encode_special_tokens = True
    tokenizer.no_truncation()
    tokenizer.no_padding()
    end_id = tokenizer.token_to_id(END_OF_TEXT)
    config = json.loads((folder / "config.json").read_text()) if (folder / "config.json").exists() else {}
    words = int(config.get("vocab_size") or 1 << 31)
    if end_id is not None:
        return Framing(tokenizer, end_id, end_id, words)
    begin_id, end_id = (_known(tokenizer, config.get(name)) for name in ("bos_token_id", "eos_token_id"))
    if end_id is None:
        raise ValueError(f"the tokenizer of {folder} has no {END_OF_TEXT}, and no other token that ends a text")
    return Framing(tokenizer, end_id if begin_id is None else begin_id, end_id, words)


def _known(tokenizer: Tokenizer, id: object) -> int | None:
    """A token's id as a configuration gives it, of several the first; None where there is no such token."""
    first = id[0] if isinstance(id, list) and id else id
    return first if isinstance(first, int) and tokenizer.id_to_token(first) is not None else None
