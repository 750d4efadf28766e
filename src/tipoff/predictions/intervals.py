"""Estimates with their uncertainty: games of one date share their luck, so dates are drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
DRAWS = 1_000
SEED = 20_201_222


@dataclass(frozen=True)
class Estimate:
    """A mean, its 95 % interval, and how many rows it is of."""

    value: float
    low: float
    high: float
    n: int


def bootstrap_mean(values: FloatArray, groups: npt.NDArray[np.generic]) -> Estimate:
    """The mean of the values, its interval from drawing whole groups again.

    Args:
        values: shape (n,); NaN rows are left out.
        groups: the slate of each row, shape (n,).

    Returns:
        NaNs with ``n=0`` of no values. The same input gives the same interval.
    """
    known = ~np.isnan(values)
    if not known.any():
        return Estimate(float("nan"), float("nan"), float("nan"), 0)
    _, place = np.unique(groups[known], return_inverse=True)
    sums, counts = np.bincount(place, values[known]), np.bincount(place)
    weights = np.random.default_rng(SEED).multinomial(
        len(sums), np.full(len(sums), 1 / len(sums)), size=DRAWS
    )
    means = (weights @ sums) / (weights @ counts)
    low, high = np.quantile(means, [0.025, 0.975])
    return Estimate(float(sums.sum() / counts.sum()), float(low), float(high), int(known.sum()))
