"""Sums and products that replace beta and gamma functions, since a game's counts are small.

A negative binomial's terms follow a recursion: with size r and ``q = excess / (1 + excess)``,
``P(0) = (1 + excess)^-r`` and ``P(k) = P(k - 1) q (r + k - 1) / k``. A row's sum consists of its
own terms in their order, so it does not depend on the other rows.
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
"""Larger counts are computed by the incomplete beta function."""
MAX_EXPONENT = 600.0
"""Limit of ``-log P(0)``: beyond it ``P(0)`` gets too small for the sums."""
FACTORS = 16
"""The number of factors multiplied before a log is taken; none of them exceeds a billion."""
ROWS = 8_192
"""The number of rows summed at a time, which fit the processor's cache."""


def cumulative(size: npt.ArrayLike, excess: npt.ArrayLike, count: npt.ArrayLike) -> FloatArray:
    """Return P(N <= count) of negative binomials.

    Args:
        size: r, above 0; NaN where unknown.
        excess: the variance per mean less 1, above 0.
        count: whole numbers from 0; all three broadcast against each other.
    """
    arrays = [np.asarray(each, np.float64) for each in np.broadcast_arrays(count, size, excess)]
    counts, size, excess = arrays
    exponent = size * np.log1p(excess)
    summed = (counts <= MAX_TERMS) & (exponent <= MAX_EXPONENT)
    if summed.all():
        return _summed(counts.ravel(), size.ravel(), excess.ravel()).reshape(counts.shape)
    result = np.full(counts.shape, np.nan)
    result[summed] = _summed(counts[summed], size[summed], excess[summed])
    other = ~summed & ~np.isnan(counts + exponent)
    if other.any():
        from scipy.special import betainc

        result[other] = betainc(size[other], counts[other] + 1, 1 / (1 + excess[other]))
    return result


def _summed(count: FloatArray, size: FloatArray, excess: FloatArray) -> FloatArray:
    """Return the sums of rows, shape (n,), computed in blocks from the largest counts down."""
    negated = -count.astype(np.int16)  # narrow integers are sorted without comparisons
    order = np.argsort(negated, kind="stable")
    sums = np.empty(len(count))
    for first in range(0, len(order), ROWS):
        rows = order[first : first + ROWS]
        sums[rows] = _block(negated[rows], size[rows], excess[rows])
    return sums


def _block(negated: IntArray, size: FloatArray, excess: FloatArray) -> FloatArray:
    """Return the sums of a block of rows; ``negated`` are their negated counts, in rising order."""
    ratio = excess / (1 + excess)
    factor, term = size * ratio, np.exp(-size * np.log1p(excess))
    total = term.copy()
    # The number of rows with a count of at least k; these rows come first.
    active_rows = np.searchsorted(negated, -np.arange(1, 1 - negated[0]), side="right")
    for k, rows in enumerate(active_rows.tolist(), start=1):
        active_terms = term[:rows]
        active_terms *= factor[:rows]
        active_terms /= k
        total[:rows] += active_terms
        factor[:rows] += ratio[:rows]
    return np.asarray(np.minimum(total, 1.0))


@dataclass(frozen=True)
class Counts:
    """Counts in descending order, shape (n,), and the numbers of counts above 0, 1, ...

    The gamma functions of count + size and size differ by a product of as many factors as the
    count, and their log derivatives by a sum. For a game's small counts this is far cheaper than
    evaluating the functions.
    """

    each: FloatArray
    above: tuple[int, ...]
    log_factorial: float
    """The mean of ``log(count!)``, which does not depend on any parameter."""

    @classmethod
    def of(cls, counts: FloatArray) -> Counts:
        """Create the object from counts in descending order."""
        from scipy.special import gammaln

        above = tuple(int(np.sum(counts > k)) for k in range(int(counts[0])))
        return cls(counts, above, float(gammaln(counts + 1).mean()))

    def rising(self, size: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return ``log(G(count + size) / G(size))``, G the gamma function, and its derivative.

        A count of 3 has the product ``size (size + 1) (size + 2)``; logs are taken of 16 factors at
        a time, before their product could overflow.

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
