"""Estimates with their uncertainty: games of one date share their luck, so dates are drawn."""

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
"""Multiplications per matrix product. OpenBLAS starts no threads for so few (its
``SMP_THRESHOLD_MIN * GEMM_MULTITHREAD_THRESHOLD``), and threads cost more here than they save."""
MAX_COLUMNS = 512
"""Means whose draws are held in memory together."""


@dataclass(frozen=True)
class Estimate:
    """A mean, its 95 % interval, and how many rows it is of."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class SlateMean:
    """A mean over rows as what each slate adds to it, arrays of shape (slates,)."""

    sums: FloatArray
    counts: FloatArray


NOTHING = Estimate(float("nan"), float("nan"), float("nan"), 0)


def bootstrap_mean(sums: FloatArray, counts: FloatArray) -> Estimate:
    """Return the mean over all rows with an interval from drawing whole groups again.

    Args:
        sums: of each group's values, shape (groups,).
        counts: of each group's rows, shape (groups,).

    Returns:
        NaNs with ``n=0`` of no rows. The same input gives the same interval.
    """
    return bootstrap_means(sums[:, None], counts[:, None])[0]


def bootstrap_means(sums: FloatArray, counts: FloatArray) -> list[Estimate]:
    """Return several means over the same groups, drawn once, shape (groups, means) each."""
    if not len(sums):
        return [NOTHING] * sums.shape[1]
    found: list[Estimate] = []
    for first in range(0, sums.shape[1], MAX_COLUMNS):
        part = slice(first, first + MAX_COLUMNS)
        found += _means(sums[:, part], counts[:, part])
    return found


def over_slates(slate: FloatArray, values: FloatArray) -> SlateMean:
    """Return the mean of rows by its slates.

    Args:
        slate: the date of each row, in the order of dates, shape (n,).
        values: shape (n,).
    """
    place = np.cumsum(np.diff(slate, prepend=slate[:1]) != 0)
    sums, counts = np.bincount(place, values), np.bincount(place)
    return SlateMean(sums.astype(np.float64), counts.astype(np.float64))


def estimated(means: Sequence[SlateMean]) -> list[Estimate]:
    """Return each mean with an interval from drawing whole slates again.

    Means over as many slates share their draws, so they are estimated together.
    """
    alike: dict[int, list[int]] = {}
    for place, mean in enumerate(means):
        alike.setdefault(len(mean.sums), []).append(place)
    found = [NOTHING] * len(means)
    for places in alike.values():
        sums = np.column_stack([means[place].sums for place in places])
        counts = np.column_stack([means[place].counts for place in places])
        for place, estimate in zip(places, bootstrap_means(sums, counts), strict=True):
            found[place] = estimate
    return found


def _means(sums: FloatArray, counts: FloatArray) -> list[Estimate]:
    once, place = _distinct(counts)
    means, rows = _drawn(sums), _drawn(once)
    with np.errstate(invalid="ignore"):  # a draw may hold no row of one of them
        means /= rows[place]
    low, high = _percentiles(means, np.count_nonzero(rows, axis=1)[place])
    total, n = sums.sum(axis=0).tolist(), counts.sum(axis=0).tolist()
    found = zip(total, low.tolist(), high.tolist(), n, strict=True)
    return [Estimate(t / m, lo, hi, int(m)) if m else NOTHING for t, lo, hi, m in found]


def _distinct(columns: FloatArray) -> tuple[FloatArray, list[int]]:
    """Return each column once, and which of them every column is: many metrics are of one count."""
    texts = [column.tobytes() for column in columns.T]
    place = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    first = {text: number for number, text in reversed(list(enumerate(texts)))}
    return columns[:, [first[text] for text in place]], [place[text] for text in texts]


def _percentiles(means: FloatArray, known: IntArray) -> FloatArray:
    """Return the 2.5th and the 97.5th of each row of draws, of which it sorts the array.

    Args:
        means: shape (means, draws).
        known: how many draws of each are not NaN, shape (means,).

    Returns:
        Shape (2, means), NaN where nothing is known.
    """
    means.sort(axis=1)  # NaN comes last
    found = np.full((2, len(means)), np.nan)
    for place, tail in enumerate(TAILS):
        rank = tail * np.maximum(known - 1, 0)
        below = rank.astype(np.int64)
        above = np.minimum(below + 1, np.maximum(known - 1, 0))
        low, high = (np.take_along_axis(means, r[:, None], 1)[:, 0] for r in (below, above))
        found[place] = low + (high - low) * (rank - below)
    return found


def drawn_sums(values: FloatArray) -> FloatArray:
    """Return the sum of each column over the groups of each draw.

    Args:
        values: of each group, shape (groups, columns).

    Returns:
        Sums, shape (draws, columns), as ``resampled(groups) @ values`` makes them.
    """
    return _drawn(values).T


def _drawn(values: FloatArray) -> FloatArray:
    """Return ``drawn_sums`` with the draws of a column beside each other: (columns, draws)."""
    groups, columns = values.shape
    weights = resampled(groups).reshape(-1, DRAWS_AT_ONCE, groups)
    width = max(MAX_PRODUCT // (DRAWS_AT_ONCE * groups), 1)
    found = np.empty((columns, DRAWS))
    for first in range(0, columns, width):
        part = slice(first, first + width)
        found[part] = np.matmul(weights, values[:, part]).reshape(DRAWS, -1).T
    return found


@cache
def resampled(groups: int) -> FloatArray:
    """Return how often each group is in each of 1,000 draws, shape (draws, groups).

    The counts are the same in every process.
    """
    chance = np.random.default_rng(SEED)
    return chance.multinomial(groups, np.full(groups, 1 / groups), size=DRAWS).astype(np.float64)
