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
from torch import Tensor

from data.models.framing import Framing
from training.finetuning.dataset import frames_of
from training.finetuning.scoring import look_at_places

RANKS = (1, 10, 100, 1000)
FEATURES = 7 + len(RANKS)


def likelihood_features(
    model: Any, framing: Framing, texts: Sequence[str], device: torch.device
) -> NDArray[np.float64]:
    """[texts, FEATURES]: surprisal by mean, spread, extremes and end, entropy less surprisal, mean log rank, and shares
    of tokens among the 1, 10, 100 and 1,000 likeliest. `model` is the untuned base; each text is looked at alone."""
    found = look_at_places(model, framing, frames_of(texts, framing), device, _tokens)
    return np.array([_features(tokens.double().numpy()) for tokens in found]).reshape(len(texts), FEATURES)


def _tokens(logits: Tensor, targets: Tensor) -> Tensor:
    """Surprisal, entropy and how many are likelier [places, 3]."""
    shares = logits.log_softmax(-1)
    own = shares.gather(1, targets[:, None])
    return torch.stack([-own[:, 0], -(shares.exp() * shares).sum(-1), (shares > own).sum(-1).float()], 1)


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
