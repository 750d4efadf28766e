"""The log loss of predicted probabilities, defined once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray

MIN_PROBABILITY = 1e-6
"""Lower probabilities are raised to this, so that no loss is infinite."""


def log_loss(probability: FloatArray, outcome: FloatArray) -> FloatArray:
    """Return the negative log of the probability of the actual outcome, in nats, shape (n,).

    Args:
        probability: of the event, shape (n,).
        outcome: 1 where the event occurred, else 0, shape (n,); NaN where there is no outcome.
    """
    p_actual = np.where(outcome == 1, probability, 1 - probability)
    return np.where(np.isnan(outcome), np.nan, -np.log(np.clip(p_actual, MIN_PROBABILITY, 1.0)))
