"""Estimates with their uncertainty: games of one date share their luck, so dates are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

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


NOTHING = Estimate(float("nan"), float("nan"), float("nan"), 0)


def bootstrap_mean(sums: FloatArray, counts: FloatArray) -> Estimate:
    """The mean over all rows, its interval from drawing whole groups again.

    Args:
        sums: of each group's values, shape (groups,).
        counts: of each group's rows, shape (groups,).

    Returns:
        NaNs with ``n=0`` of no rows. The same input gives the same interval.
    """
    return bootstrap_means(sums[:, None], counts[:, None])[0]


def bootstrap_means(sums: FloatArray, counts: FloatArray) -> list[Estimate]:
    """Several means over the same groups, drawn once, shape (groups, means) each."""
    if not len(sums):
        return [NOTHING] * sums.shape[1]
    weights = resampled(len(sums))
    drawn = weights @ counts
    with np.errstate(invalid="ignore"):  # a draw may hold no row of one of them
        means = (weights @ sums) / drawn
    low, high = _percentiles(means, np.asarray((drawn > 0).all(axis=0)))
    total, rows = sums.sum(axis=0), counts.sum(axis=0)
    return [
        Estimate(float(total[m] / rows[m]), float(low[m]), float(high[m]), int(rows[m]))
        if rows[m] else NOTHING
        for m in range(sums.shape[1])
    ]  # fmt: skip


def _percentiles(means: FloatArray, known: npt.NDArray[np.bool_]) -> FloatArray:
    """The 2.5th and the 97.5th of each column, shape (2, columns), of the draws that say it."""
    found = np.full((2, means.shape[1]), np.nan)
    found[:, known] = np.quantile(means[:, known], (0.025, 0.975), axis=0)
    for column in np.flatnonzero(~known):
        told = means[~np.isnan(means[:, column]), column]
        if len(told):
            found[:, column] = np.quantile(told, (0.025, 0.975))
    return found


@cache
def resampled(groups: int) -> FloatArray:
    """How often each group is in each of 1,000 draws, shape (draws, groups); always the same."""
    chance = np.random.default_rng(SEED)
    return chance.multinomial(groups, np.full(groups, 1 / groups), size=DRAWS).astype(np.float64)
