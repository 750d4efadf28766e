"""Bootstrap estimates that resample whole dates, since outcomes of one date are correlated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipoff.features.arrays import FloatArray, IntArray

DRAWS = 1_000
SEED = 20_201_222
TAILS = (0.025, 0.975)
DRAWS_AT_ONCE = 8
MAX_PRODUCT = 1 << 18
"""Maximum multiplications per matrix product. Below this number OpenBLAS starts no threads (its
``SMP_THRESHOLD_MIN * GEMM_MULTITHREAD_THRESHOLD``), which would cost more than they save here."""
MAX_COLUMNS = 512
"""Maximum number of means whose draws are held in memory at the same time."""


@dataclass(frozen=True)
class Estimate:
    """A mean, its 95 % interval and its number of rows."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class SlateMean:
    """A mean over rows, as each slate's sum and count, arrays of shape (slates,)."""

    sums: FloatArray
    counts: FloatArray


NOTHING = Estimate(float("nan"), float("nan"), float("nan"), 0)


def bootstrap_mean(sums: FloatArray, counts: FloatArray) -> Estimate:
    """Return the mean over all rows, with an interval from resampling whole groups.

    Args:
        sums: the sum of each group's values, shape (groups,).
        counts: the number of each group's rows, shape (groups,).

    Returns:
        NaNs with ``n=0`` if there are no rows. The same input gives the same interval.
    """
    return bootstrap_means(sums[:, None], counts[:, None])[0]


def bootstrap_means(sums: FloatArray, counts: FloatArray) -> list[Estimate]:
    """Estimate several means over the same groups, which are drawn once.

    Args:
        sums: shape (groups, means).
        counts: shape (groups, means).
    """
    if not len(sums):
        return [NOTHING] * sums.shape[1]
    estimates: list[Estimate] = []
    for first in range(0, sums.shape[1], MAX_COLUMNS):
        part = slice(first, first + MAX_COLUMNS)
        estimates += _means(sums[:, part], counts[:, part])
    return estimates


def over_slates(slate: FloatArray, values: FloatArray) -> SlateMean:
    """Return the mean of row values as sums and counts per slate.

    Args:
        slate: the date of each row as a number, in date order, shape (n,).
        values: shape (n,).
    """
    place = np.cumsum(np.diff(slate, prepend=slate[:1]) != 0)
    sums, counts = np.bincount(place, values), np.bincount(place)
    return SlateMean(sums.astype(np.float64), counts.astype(np.float64))


def estimated(means: Sequence[SlateMean]) -> list[Estimate]:
    """Return each mean with an interval from resampling whole slates.

    Means over the same number of slates share their draws, so they are estimated together.
    """
    places_by_size: dict[int, list[int]] = {}
    for place, mean in enumerate(means):
        places_by_size.setdefault(len(mean.sums), []).append(place)
    estimates = [NOTHING] * len(means)
    for places in places_by_size.values():
        sums = np.column_stack([means[place].sums for place in places])
        counts = np.column_stack([means[place].counts for place in places])
        for place, estimate in zip(places, bootstrap_means(sums, counts), strict=True):
            estimates[place] = estimate
    return estimates


def _means(sums: FloatArray, counts: FloatArray) -> list[Estimate]:
    distinct, place = _distinct(counts)
    means, rows = _drawn_by_column(sums), _drawn_by_column(distinct)
    with np.errstate(invalid="ignore"):  # a draw may have no row of a mean
        means /= rows[place]
    low, high = _percentiles(means, np.count_nonzero(rows, axis=1)[place])
    total, n = sums.sum(axis=0).tolist(), counts.sum(axis=0).tolist()
    results = zip(total, low.tolist(), high.tolist(), n, strict=True)
    return [Estimate(t / m, lo, hi, int(m)) if m else NOTHING for t, lo, hi, m in results]


def _distinct(columns: FloatArray) -> tuple[FloatArray, list[int]]:
    """Return the distinct columns and each column's index among them; metrics share counts."""
    texts = [column.tobytes() for column in columns.T]
    place = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    first = {text: number for number, text in reversed(list(enumerate(texts)))}
    return columns[:, [first[text] for text in place]], [place[text] for text in texts]


def _percentiles(means: FloatArray, known: IntArray) -> FloatArray:
    """Return the 2.5th and 97.5th percentile of each row of draws; sorts ``means`` in place.

    Args:
        means: shape (means, draws).
        known: the number of draws of each mean that are not NaN, shape (means,).

    Returns:
        Shape (2, means), NaN where no draw is known.
    """
    means.sort(axis=1)  # NaN comes last
    percentiles = np.full((2, len(means)), np.nan)
    for place, tail in enumerate(TAILS):
        rank = tail * np.maximum(known - 1, 0)
        below = rank.astype(np.int64)
        above = np.minimum(below + 1, np.maximum(known - 1, 0))
        low, high = (np.take_along_axis(means, r[:, None], 1)[:, 0] for r in (below, above))
        percentiles[place] = low + (high - low) * (rank - below)
    return percentiles


def drawn_sums(values: FloatArray) -> FloatArray:
    """Return the sum of each column over the groups of each draw.

    Args:
        values: the values of each group, shape (groups, columns).

    Returns:
        The sums, shape (draws, columns): ``resampled(groups) @ values``.
    """
    return _drawn_by_column(values).T


def _drawn_by_column(values: FloatArray) -> FloatArray:
    """Return ``drawn_sums`` transposed, so that each column's draws are adjacent in memory."""
    groups, columns = values.shape
    weights = resampled(groups).reshape(-1, DRAWS_AT_ONCE, groups)
    width = max(MAX_PRODUCT // (DRAWS_AT_ONCE * groups), 1)
    sums = np.empty((columns, DRAWS))
    for first in range(0, columns, width):
        part = slice(first, first + width)
        sums[part] = np.matmul(weights, values[:, part]).reshape(DRAWS, -1).T
    return sums


@cache
def resampled(groups: int) -> FloatArray:
    """Return how often each group occurs in each of 1,000 draws, shape (draws, groups).

    The seed is fixed, so the counts are the same in every process.
    """
    generator = np.random.default_rng(SEED)
    return generator.multinomial(groups, np.full(groups, 1 / groups), size=DRAWS).astype(np.float64)
