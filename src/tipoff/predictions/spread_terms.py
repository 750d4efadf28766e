"""What the spread around a mean follows from, besides the mean itself.

Each term is centred and scaled to about 1, held within 4, and 0 where it is not known: a player of
whom nothing is known has the usual spread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Frame

FURTHEST = 4.0
STEADIEST, SHORTEST = 0.05, 3.0
MIN_MEAN = 0.05
STORED = (
    "minutes_std_last_10",
    "minutes_avg_last_10",
    "start_share",
    "rate_threes_attempted",
    "rate_field_goals_attempted",
)
"""What the terms read of the feature store."""
SPREAD_TERMS = {
    "volatility": "log of minutes' deviation by their mean, last 10",
    "minutes_error": "log of the mean squared error of expected minutes, half-life 35 games",
    "starts": "whether the player starts; without a lineup, how often of late",
    "minutes_expected": "minutes if the player plays",
    "threes_share": "of field goals attempted",
    "starters_term": "whether starters are known",
    "absences_term": "whether absences are known",
}


def spread_terms(rows: Frame) -> dict[str, FloatArray]:
    """Return the terms of rows with store, projection and residuals, by name, shape (n,) each."""
    of = {
        n: numbers(rows, n)
        for n in (
            *STORED,
            "starting",
            "minutes_if_plays",
            "starters_known",
            "absences_known",
            "minutes_variance_residual_35",
        )
    }
    usual = np.where(of["minutes_avg_last_10"] > 0, of["minutes_avg_last_10"], np.nan)
    unsteady = of["minutes_std_last_10"] / usual
    starts = np.where(np.isnan(of["starting"]), of["start_share"], of["starting"])
    threes = of["rate_threes_attempted"] / of["rate_field_goals_attempted"]
    return {
        "volatility": _scaled(np.log(np.maximum(unsteady, STEADIEST)), -1.1, 0.6),
        "minutes_error": _scaled(np.log(of["minutes_variance_residual_35"]), 3.6, 0.3),
        "starts": _scaled(starts, 0.47, 0.5),
        "minutes_expected": _scaled(of["minutes_if_plays"], 24.0, 8.0),
        "threes_share": _scaled(threes, 0.4, 0.2),
        "starters_term": of["starters_known"] - 1,
        "absences_term": of["absences_known"] - 1,
    }


def covariates(mean: FloatArray, terms: Mapping[str, FloatArray]) -> FloatArray:
    """Return what a head reads of a mean and the terms, shape (covariates, n).

    To the terms comes the count per minute: of two players with the same mean the one who makes it
    in fewer minutes has more spread.
    """
    minutes = 24.0 + 8.0 * terms["minutes_expected"]
    rate = np.log(np.maximum(mean, MIN_MEAN) / np.maximum(minutes, SHORTEST))
    return np.stack([*(terms[n] for n in SPREAD_TERMS), _scaled(rate, -0.9, 0.4)])


def _scaled(value: FloatArray, center: float, unit: float) -> FloatArray:
    return np.asarray(np.clip(np.nan_to_num((value - center) / unit), -FURTHEST, FURTHEST))
