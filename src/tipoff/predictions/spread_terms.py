"""Covariates of the spread around a mean, besides the mean itself.

Each term is centred, scaled to about 1, clipped at 4 and 0 where unknown, so that a player without
any known term has the usual spread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Frame

MAX_DEVIATIONS = 4.0
MIN_VOLATILITY, MIN_MINUTES = 0.05, 3.0
MIN_MEAN = 0.05
STORE_COLUMNS = (
    "minutes_std_last_10",
    "minutes_avg_last_10",
    "start_share",
    "rate_threes_attempted",
    "rate_field_goals_attempted",
)
"""The feature store columns that the terms are computed from."""
SPREAD_TERMS = {
    "volatility": "log of the standard deviation of minutes over their mean, last 10 games",
    "minutes_error": "log of the mean squared error of expected minutes, half-life 35 games",
    "starts": "whether the player starts; without a lineup, the recent share of starts",
    "minutes_expected": "minutes if the player plays",
    "threes_share": "threes as a share of field goals attempted",
    "starters_term": "whether starters are known",
    "absences_term": "whether absences are known",
}


def spread_terms(rows: Frame) -> dict[str, FloatArray]:
    """Return the terms by name, shape (n,) each, for rows with store, projection and residuals."""
    columns = {
        n: numbers(rows, n)
        for n in (
            *STORE_COLUMNS,
            "starting",
            "minutes_if_plays",
            "starters_known",
            "absences_known",
            "minutes_variance_residual_35",
        )
    }
    mean_minutes = np.where(
        columns["minutes_avg_last_10"] > 0, columns["minutes_avg_last_10"], np.nan
    )
    volatility = columns["minutes_std_last_10"] / mean_minutes
    starts = np.where(np.isnan(columns["starting"]), columns["start_share"], columns["starting"])
    threes = columns["rate_threes_attempted"] / columns["rate_field_goals_attempted"]
    return {
        "volatility": _scaled(np.log(np.maximum(volatility, MIN_VOLATILITY)), -1.1, 0.6),
        "minutes_error": _scaled(np.log(columns["minutes_variance_residual_35"]), 3.6, 0.3),
        "starts": _scaled(starts, 0.47, 0.5),
        "minutes_expected": _scaled(columns["minutes_if_plays"], 24.0, 8.0),
        "threes_share": _scaled(threes, 0.4, 0.2),
        "starters_term": columns["starters_known"] - 1,
        "absences_term": columns["absences_known"] - 1,
    }


def covariates(mean: FloatArray, terms: Mapping[str, FloatArray]) -> FloatArray:
    """Return a head's covariates: the terms and the count per minute, shape (covariates, n).

    Of two players with the same mean, the one with fewer minutes has more spread.
    """
    minutes = 24.0 + 8.0 * terms["minutes_expected"]
    rate = np.log(np.maximum(mean, MIN_MEAN) / np.maximum(minutes, MIN_MINUTES))
    return np.stack([*(terms[n] for n in SPREAD_TERMS), _scaled(rate, -0.9, 0.4)])


def _scaled(value: FloatArray, center: float, unit: float) -> FloatArray:
    return np.asarray(
        np.clip(np.nan_to_num((value - center) / unit), -MAX_DEVIATIONS, MAX_DEVIATIONS)
    )
