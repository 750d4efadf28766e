"""Sums and products in the place of beta and gamma functions: for the counts of a game far cheaper.

A negative binomial's terms follow from each other: with size r and ``q = excess / (1 + excess)``,
``P(0) = (1 + excess)^-r`` and ``P(k) = P(k - 1) q (r + k - 1) / k``. A row's sum is made of its own
terms alone, in their order, so it is the same whichever rows are computed beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from tipoff.features.arrays import FloatArray

    IntArray = npt.NDArray[np.int16]

MAX_TERMS = 250
"""Larger counts are left to the incomplete beta function."""
MAX_EXPONENT = 600.0
"""Means so large that ``P(0)`` is no number any more are left to it too."""
FACTORS = 16
"""How many factors are multiplied before a log is taken: none of them is above a billion."""
ROWS = 8_192
"""Rows summed at a time: so many fit the processor's cache."""


def cumulative(size: npt.ArrayLike, excess: npt.ArrayLike, count: npt.ArrayLike) -> FloatArray:
    """Return P(N <= count) of negative binomials.

    Args:
        size: r, above 0; NaN where unknown.
        excess: the variance per mean less 1, above 0.
        count: whole numbers from 0 on; all three broadcast against each other.
    """
    rows = [np.asarray(each, np.float64) for each in np.broadcast_arrays(count, size, excess)]
    whole, size, excess = rows
    exponent = size * np.log1p(excess)
    summed = (whole <= MAX_TERMS) & (exponent <= MAX_EXPONENT)
    if summed.all():
        return _summed(whole.ravel(), size.ravel(), excess.ravel()).reshape(whole.shape)
    found = np.full(whole.shape, np.nan)
    found[summed] = _summed(whole[summed], size[summed], excess[summed])
    other = ~summed & ~np.isnan(whole + exponent)
    if other.any():
        from scipy.special import betainc

        found[other] = betainc(size[other], whole[other] + 1, 1 / (1 + excess[other]))
    return found


def _summed(count: FloatArray, size: FloatArray, excess: FloatArray) -> FloatArray:
    """Return the sums of rows, shape (n,), those with the largest counts first."""
    falling = -count.astype(np.int16)  # narrow integers are sorted without comparisons
    order = np.argsort(falling, kind="stable")
    found = np.empty(len(count))
    for first in range(0, len(order), ROWS):
        rows = order[first : first + ROWS]
        found[rows] = _block(falling[rows], size[rows], excess[rows])
    return found


def _block(falling: IntArray, size: FloatArray, excess: FloatArray) -> FloatArray:
    """Return the sums of some rows; ``falling`` are their counts below 0, in rising order."""
    ratio = excess / (1 + excess)
    factor, term = size * ratio, np.exp(-size * np.log1p(excess))
    total = term.copy()
    # How many rows have a count of at least k: the first ones.
    reaching = np.searchsorted(falling, -np.arange(1, 1 - falling[0]), side="right")
    for k, rows in enumerate(reaching.tolist(), start=1):
        own = term[:rows]
        own *= factor[:rows]
        own /= k
        total[:rows] += own
        factor[:rows] += ratio[:rows]
    return np.asarray(np.minimum(total, 1.0))


@dataclass(frozen=True)
class Counts:
    """Counts from the largest to the smallest, shape (n,), and how many of them are above 0, 1, ...

    Gamma functions of a count and a size differ by a product of the count's factors, and so do
    their derivatives by a sum: for the small counts of a game, far cheaper than either function.
    """

    each: FloatArray
    above: tuple[int, ...]
    log_factorial: float
    """The mean of ``log(count!)``, which no parameter changes."""

    @classmethod
    def of(cls, counts: FloatArray) -> Counts:
        """Return counts that are given from the largest to the smallest, with what follows."""
        from scipy.special import gammaln

        above = tuple(int(np.sum(counts > k)) for k in range(int(counts[0])))
        return cls(counts, above, float(gammaln(counts + 1).mean()))

    def rising(self, size: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return ``log(G(count + size) / G(size))``, G the gamma function, and its derivative.

        A count of 3 has the product ``size (size + 1) (size + 2)``; logs are taken of a few factors
        at a time, before their product could overflow.

        Args:
            size: above 0, shape (n,), or (m, n) for several sizes of each count.
        """
        log, slope, product = (np.zeros_like(size), np.zeros_like(size), np.ones_like(size))
        for k, rows in enumerate(self.above):
            factor = size[..., :rows] + k
            product[..., :rows] *= factor
            slope[..., :rows] += 1 / factor
            if (k + 1) % FACTORS == 0:
                log[..., :rows] += np.log(product[..., :rows])
                product[..., :rows] = 1.0
        return log + np.log(product), slope
