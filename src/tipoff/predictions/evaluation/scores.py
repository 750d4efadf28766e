"""The log loss of predicted probabilities, defined once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray

CERTAIN = 1e-6
"""The least probability that a loss is taken of."""


def log_loss(probability: FloatArray, outcome: FloatArray) -> FloatArray:
    """Return minus the log of the probability given to what happened, in nats, shape (n,).

    Args:
        probability: of the event, shape (n,).
        outcome: 1 where it happened, else 0, shape (n,); NaN where nothing was decided.
    """
    right = np.where(outcome == 1, probability, 1 - probability)
    return np.where(np.isnan(outcome), np.nan, -np.log(np.clip(right, CERTAIN, 1.0)))
