"""What a text looks like to the untuned base: features by which a second judge tells written from real.

The first judge, over n-grams, sees how an account writes. This one sees how tokens were drawn: cut-off vocabularies and
sharpened probabilities show in ranks and surprisals (Gehrmann et al. 2019, GLTR; Ippolito et al. 2020).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from data.models.framing import Framing
from training.finetuning.dataset import bucketed_order, frames_of
from training.finetuning.loss import CHUNK, last_hidden, padded
from training.finetuning.scoring import SCORING_TOKENS, half_precision, product_dtype

RANKS = (1, 10, 100, 1000)
FEATURES = 7 + len(RANKS)


@torch.inference_mode()
def likelihood_features(
    model: Any, framing: Framing, texts: Sequence[str], device: torch.device
) -> NDArray[np.float64]:
    """[texts, FEATURES]: surprisal by mean, spread, extremes and end, entropy less surprisal, mean log rank, and shares
    of tokens among the 1, 10, 100 and 1,000 likeliest. `model` is the untuned base; each text is looked at alone."""
    frames = frames_of(texts, framing)
    found = np.zeros((len(texts), FEATURES))
    was_training = model.training
    model.eval()
    for order in bucketed_order(frames, SCORING_TOKENS):
        inputs = padded([frames[index] for index in order], framing.end_id, device)
        with half_precision(device):
            hidden, weight = last_hidden(model, inputs)
        words = weight.to(product_dtype(device))
        rows = []
        for part, targets in zip(hidden.split(CHUNK), inputs.targets.split(CHUNK), strict=True):
            shares = (part.to(words.dtype) @ words.T).float().log_softmax(-1)
            own = shares.gather(1, targets[:, None])
            entropy = -(shares.exp() * shares).sum(-1)
            rows.append(torch.stack([-own[:, 0], entropy, (shares > own).sum(-1).float()], 1))
        each = torch.cat(rows).cpu().split(inputs.lengths)
        for index, numbers in zip(order, each, strict=True):
            found[index] = _features(numbers.double().numpy())
    model.train(was_training)
    return found


def _features(tokens: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of one text's tokens: surprisal, entropy and how many are likelier, [tokens, 3]."""
    surprisal, entropy, likelier = tokens.T
    return np.array(
        [
            surprisal.mean(),
            surprisal.std(),
            surprisal.max(),
            surprisal.min(),
            surprisal[-1],
            (entropy - surprisal).mean(),
            np.log1p(likelier).mean(),
            *((likelier < rank).mean() for rank in RANKS),
        ]
    )
