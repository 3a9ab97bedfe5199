"""How well a model predicts tweets it has not seen."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from bot.generation.model.linear import has_fast_bfloat16
from data.gpu import AMPERE
from data.models.framing import Framing
from training.finetuning.dataset import bucketed_order, frames_of
from training.finetuning.loss import CHUNK, last_hidden, padded, token_losses

SCORING_TOKENS = 1024  # of a batch


@dataclass(frozen=True)
class TextScore:
    """What predicting tweets cost, each alone: `nats[i]` of tweet i, over `characters[i]` of it and `tokens` in all;
    `begins[i]` and `ends[i]` are the nats of its first token and of its end.

    bits per character = Σ nats(tweet + end | end) / (characters · ln 2), which does not depend on the tokenizer.
    """

    nats: tuple[float, ...]
    characters: tuple[int, ...]
    tokens: int
    begins: tuple[float, ...] = ()
    ends: tuple[float, ...] = ()

    def of(self, tweets: Sequence[int]) -> TextScore:
        """Of some of the tweets, by their places. Their tokens are not known apart."""
        chosen = [[values[index] for index in tweets] for values in (self.nats, self.characters)]
        parts = [tuple(values[index] for index in tweets) if values else () for values in (self.begins, self.ends)]
        share = round(self.tokens * sum(chosen[1]) / max(1, sum(self.characters)))
        return TextScore(tuple(chosen[0]), tuple(map(int, chosen[1])), share, *parts)

    @property
    def loss(self) -> float:
        """Nats a token."""
        return sum(self.nats) / max(1, self.tokens)

    @property
    def bits_per_character(self) -> float:
        """Cross-entropy per character of the texts, in bits."""
        return sum(self.nats) / (max(1, sum(self.characters)) * math.log(2))


def score_texts(model: Any, framing: Framing, texts: Sequence[str], device: torch.device) -> TextScore:
    """Score a transformers (or PEFT) causal model; it is left in the mode it was in."""
    frames = frames_of(texts, framing)
    nats = [[0.0, 0.0, 0.0]] * len(texts)
    orders: list[list[int]] = []
    totals: list[torch.Tensor] = []
    was_training = model.training
    model.eval()
    with torch.inference_mode(), half_precision(device):
        for order in bucketed_order(frames, SCORING_TOKENS):
            inputs = padded([frames[index] for index in order], framing.end_id, device)
            losses = token_losses(model, inputs, product_dtype(device)).split(inputs.lengths)
            orders.append(order)
            totals.append(torch.stack([torch.stack([part.sum(), part[0], part[-1]]) for part in losses]))
        found = torch.cat(totals).tolist() if totals else []  # one look: until here, a GPU was not waited for
    for index, costs in zip(itertools.chain(*orders), found, strict=True):
        nats[index] = costs
    model.train(was_training)
    characters = [
        len(text) if frame[-1] == framing.end_id else len(framing.text(frame[1:]))  # of a long post, what was kept
        for text, frame in zip(texts, frames, strict=True)
    ]
    whole, begins, ends = zip(*nats, strict=True) if nats else ((), (), ())
    return TextScore(whole, tuple(characters), sum(map(len, frames)) - len(frames), begins, ends)


@torch.inference_mode()
def look_at_places(
    model: Any,
    framing: Framing,
    frames: Sequence[list[int]],
    device: torch.device,
    look: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
) -> list[torch.Tensor]:
    """What `look` makes of the logits [places, words] and targets [places] of each frame: [its targets, any], on a CPU.

    A few places at a time, each frame alone; the model is left in the mode it was in.
    """
    found = [torch.zeros(0)] * len(frames)
    was_training = model.training
    model.eval()
    for order in bucketed_order(frames, SCORING_TOKENS):
        inputs = padded([frames[index] for index in order], framing.end_id, device)
        with half_precision(device):
            hidden, weight = last_hidden(model, inputs)
        words = weight.to(product_dtype(device))
        parts = zip(hidden.split(CHUNK), inputs.targets.split(CHUNK), strict=True)
        each = [look((part.to(words.dtype) @ words.T).float(), targets) for part, targets in parts]
        for index, numbers in zip(order, torch.cat(each).cpu().split(inputs.lengths), strict=True):
            found[index] = numbers
    model.train(was_training)
    return found


def product_dtype(device: torch.device) -> torch.dtype:
    """bfloat16 where its products are fast and right, else float32: GPUs from before Ampere only pretend to have it."""
    on_gpu = device.type == "cuda"
    fast = torch.cuda.get_device_capability() >= AMPERE if on_gpu else has_fast_bfloat16()
    return torch.bfloat16 if fast else torch.float32


def half_precision(device: torch.device) -> torch.autocast:
    """bfloat16 for the products where the hardware has it, else a context that does nothing."""
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=product_dtype(device) == torch.bfloat16)
