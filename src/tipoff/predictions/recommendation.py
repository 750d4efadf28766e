"""From probabilities and prices to a recommendation: never from a raw point edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from tipoff.predictions.no_vig import no_vig_multiplicative
from tipoff.predictions.odds import american_to_decimal, expected_value

if TYPE_CHECKING:
    from tipoff.predictions.systems import FloatArray

MODEL_WEIGHT = 0.3
"""How far the market's probability is moved towards the model's before a bet is valued."""
MINIMUM_EXPECTED_VALUE = 0.02
RECOMMENDATIONS = ("OVER", "UNDER", "PASS", "NO_LINE")


@dataclass(frozen=True)
class Recommendation:
    """What to do about each line, arrays of shape (n,)."""

    choice: npt.NDArray[np.str_]
    expected_value: FloatArray
    """Of the better side, at its price, per unit staked; NaN without both prices."""


def recommend(
    line: FloatArray,
    p_over: FloatArray,
    p_push: FloatArray,
    over_price: FloatArray,
    under_price: FloatArray,
) -> Recommendation:
    """Value both sides after shrinking the model to the market.

    Without both prices the market's own probability is unknown, and the answer is PASS.

    Args:
        line: the number to go over or under, NaN without one.
        p_over: the model's probability of over.
        p_push: the model's probability of hitting the line exactly.
        over_price: American odds of over.
        under_price: American odds of under.
    """
    over, under = american_to_decimal(over_price), american_to_decimal(under_price)
    market_over, _ = no_vig_multiplicative(over, under)
    undecided = 1.0 - p_push
    model_over = p_over / np.where(undecided > 0, undecided, np.nan)
    shrunk = (MODEL_WEIGHT * model_over + (1 - MODEL_WEIGHT) * market_over) * undecided
    value_over = expected_value(shrunk, undecided - shrunk, over)
    value_under = expected_value(undecided - shrunk, shrunk, under)
    better = np.fmax(value_over, value_under)
    choice = np.select(
        [np.isnan(line), ~(better >= MINIMUM_EXPECTED_VALUE), value_over >= value_under],
        ["NO_LINE", "PASS", "OVER"],
        "UNDER",
    )
    return Recommendation(choice, np.where(np.isnan(line), np.nan, better))
