"""Counts whose variance grows linearly with their mean: the distribution of every prediction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from tipoff.predictions.distributions.count_distribution import (
    CountDistribution,
    inner_probability,
    plain,
)
from tipoff.predictions.distributions.term_sums import cumulative

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray
    from tipoff.predictions.distributions.count_distribution import Index

NEAR_POISSON = 1e-6
"""The least excess of the dispersion over 1: the limit itself divides by zero."""
LARGE = 1e3
CHUNK_ROWS = 4_096


@dataclass(frozen=True)
class NegativeBinomial1(CountDistribution):
    """Negative binomial whose variance grows linearly with its mean, with extra zeros.

    A count is 0 with probability ``zero_share``, and else drawn from NB1 with
    ``Var = mean * dispersion`` (Cameron & Trivedi, Regression Analysis of Count Data, 3.3), in
    the usual terms r = mean / (dispersion - 1) and success probability 1 / dispersion.

    Args:
        count_mean: mean of the counts that are no extra zeros, any shape, above 0; NaN where
            unknown, and then all that is asked of that row is NaN.
        dispersion: of the same shape, at least 1, which is Poisson.
        zero_share: of the same shape, in [0, 1).

    Raises:
        ValueError: a parameter is out of its range.
    """

    count_mean: FloatArray
    dispersion: FloatArray
    zero_share: FloatArray

    def __post_init__(self) -> None:
        if np.any(self.count_mean <= 0):
            raise ValueError("mean must be above 0")
        if np.any(self.dispersion < 1):
            raise ValueError("dispersion must be at least 1")
        if np.any((self.zero_share < 0) | (self.zero_share >= 1)):
            raise ValueError("zero_share must be in [0, 1)")

    @classmethod
    def of(
        cls,
        count_mean: npt.ArrayLike,
        dispersion: npt.ArrayLike,
        zero_share: npt.ArrayLike = 0.0,
    ) -> NegativeBinomial1:
        """Return the distributions with these parameters, repeated as needed; of numbers, one."""
        given = (np.asarray(v, np.float64) for v in (count_mean, dispersion, zero_share))
        return cls(*(np.array(values) for values in np.broadcast_arrays(*given)))

    @classmethod
    def around(
        cls, mean: FloatArray, dispersion: FloatArray, zero_share: FloatArray
    ) -> NegativeBinomial1:
        """Return the distributions with this mean, extra zeros included; arrays of one shape."""
        return cls(np.asarray(mean / (1 - zero_share)), dispersion, zero_share)

    def __len__(self) -> int:
        return len(self.count_mean)

    def __getitem__(self, index: Index | tuple[Index, ...]) -> NegativeBinomial1:
        parameters = (self.count_mean, self.dispersion, self.zero_share)
        return NegativeBinomial1(*(np.asarray(values[index]) for values in parameters))

    @property
    def mean(self) -> FloatArray:
        """The expected count, extra zeros and all."""
        return (1 - self.zero_share) * self.count_mean

    @property
    def variance(self) -> FloatArray:
        """The variance of the count, extra zeros and all."""
        second = self.count_mean * self.dispersion + self.count_mean**2
        return (1 - self.zero_share) * second - self.mean**2

    def log_pmf(self, actual: npt.ArrayLike) -> FloatArray:
        """Log probability of a count, in nats; the logarithmic score is its negative."""
        from scipy.special import gammaln

        count, size, excess = np.asarray(actual, np.float64), self._size, self._excess
        ways = _log_rising(size, count) - gammaln(count + 1)
        log_count = ways + count * np.log(excess) - (size + count) * np.log1p(excess)
        inflated = np.where(count == 0, self.zero_share, 0.0)
        share = inflated + (1 - self.zero_share) * np.exp(log_count)
        return np.asarray(np.log(np.maximum(share, np.finfo(np.float64).tiny)))[()]

    def cdf(self, count: npt.ArrayLike) -> FloatArray:
        """P(X <= count)."""
        whole = np.floor(np.asarray(count, np.float64))
        reached = self.zero_share + (1 - self.zero_share) * self._count_cdf(np.maximum(whole, 0))
        return plain(np.where(whole < 0, 0.0 * reached, reached))

    def quantile(self, probability: npt.ArrayLike) -> FloatArray:
        """Return the least count whose cdf reaches the probability.

        Raises:
            ValueError: a probability is not between 0 and 1.
        """
        asked = inner_probability(probability)
        beyond = np.asarray((asked - self.zero_share) / (1 - self.zero_share))
        known = np.asarray(~np.isnan(beyond + self._size))
        searched = known & (beyond > 0)
        found = np.where(known, 0.0, np.nan)
        each = NegativeBinomial1.of(
            np.broadcast_to(self.count_mean, found.shape)[searched],
            np.broadcast_to(self.dispersion, found.shape)[searched],
        )
        found[searched] = each._search(beyond[searched])
        return plain(found)

    def crps(self, actual: npt.ArrayLike) -> FloatArray:
        """Continuous ranked probability score, in counts: sum over k of (cdf(k) - [actual <= k])^2.

        Gneiting & Raftery, Strictly Proper Scoring Rules (2007), equation 21: ``E|X - actual| -
        E|X - X'|/2``, the first in closed form.
        """
        count, share = np.asarray(actual, np.float64), self.zero_share
        away = share * count + (1 - share) * self._distance(count)
        apart = share * (1 - share) * self.count_mean + (1 - share) ** 2 / 2 * self._spread()
        return plain(np.asarray(np.maximum(away - apart, 0.0)))

    @property
    def _excess(self) -> FloatArray:
        return np.maximum(self.dispersion - 1, NEAR_POISSON)

    @property
    def _size(self) -> FloatArray:
        return self.count_mean / self._excess

    def _count_cdf(self, count: FloatArray, more: int = 0) -> FloatArray:
        """Return the cdf without extra zeros, of r greater by ``more``."""
        return cumulative(self._size + more, self._excess, count)

    def _search(self, probability: FloatArray) -> FloatArray:
        """Return quantiles without extra zeros, shape (n,): the Cornish-Fisher guess, corrected."""
        from scipy.special import ndtri

        normal, spread = ndtri(probability), np.sqrt(self.count_mean * (1 + self._excess))
        skew = (1 + 2 * self._excess) / spread
        guess = self.count_mean + spread * (normal + skew * (normal**2 - 1) / 6)
        count = np.maximum(np.round(guess), 0.0)
        reached, mass = self._count_cdf(count), np.exp(self.log_pmf(count))
        size, ratio = self._size, self._excess / (1 + self._excess)
        low = np.flatnonzero(reached < probability)
        while len(low):
            mass[low] *= (size[low] + count[low]) / (count[low] + 1) * ratio[low]
            count[low] += 1
            reached[low] += mass[low]
            grows = reached[low] + mass[low] > reached[low]  # else the cdf is 1 but for rounding
            low = low[(reached[low] < probability[low]) & grows]
        high = np.flatnonzero((reached - mass >= probability) & (count > 0))
        while len(high):
            reached[high] -= mass[high]
            mass[high] *= count[high] / (size[high] + count[high] - 1) / ratio[high]
            count[high] -= 1
            high = high[(reached[high] - mass[high] >= probability[high]) & (count[high] > 0)]
        found: FloatArray = count
        return found

    def _distance(self, count: FloatArray) -> FloatArray:
        """E|N - count| of a count N without extra zeros.

        With ``E[N; N <= k] = mean * F(k - 1)``, F the cdf at r + 1.
        """
        below = np.where(count > 0, self._count_cdf(np.maximum(count - 1, 0), more=1), 0.0)
        reached = self._count_cdf(count)
        return np.asarray(count * (2 * reached - 1) + self.count_mean * (1 - 2 * below))

    def _spread(self) -> FloatArray:
        """E|N - N'| of two counts without extra zeros."""
        flat = NegativeBinomial1.of(self.count_mean.ravel(), self.dispersion.ravel())
        parts = [flat[i : i + CHUNK_ROWS] for i in range(0, len(flat), CHUNK_ROWS)]
        spreads = [_mean_difference(part._size, part._excess) for part in parts]
        together: FloatArray = np.concatenate([*spreads, np.empty(0)])
        return together.reshape(self.count_mean.shape)


def _log_rising(size: FloatArray, count: FloatArray) -> FloatArray:
    """log(Gamma(size + count) / Gamma(size)).

    By Stirling's series where the size is large, near Poisson: there the two are so large that
    nothing exact is left of their difference.
    """
    from scipy.special import gammaln

    more = size + count
    stirling = (size - 0.5) * np.log1p(count / size) + count * (np.log(more) - 1)
    stirling += (1 / more - 1 / size) / 12
    exact: FloatArray = gammaln(more) - gammaln(size)
    return np.where(size > LARGE, stirling, exact)


def _mean_difference(size: FloatArray, excess: FloatArray) -> FloatArray:
    """E|N - N'| of counts of shape (n,), from their characteristic function.

    ``|k|`` is the mean over t in (0, pi) of ``(1 - cos kt) / (1 - cos t)``, and the mean of
    ``cos (N - N')t`` is ``(1 + 2 dispersion (dispersion - 1) (1 - cos t)) ** -r``. Of a difference
    up to twice their number, equally spaced points give that mean exactly. How many a count takes
    follows from itself alone, so that its score is the same whatever stands beside it.
    """
    spread = np.sqrt(2 * size * excess * (1 + excess))
    furthest = np.nan_to_num(8 * spread + 25 * (1 + excess), nan=2.0)
    doublings = np.ceil(np.log2(np.maximum(furthest / 2, 1.0))).astype(np.int64)
    found = np.full(len(size), np.nan)
    for doubled in np.unique(doublings):
        rows = doublings == doubled
        found[rows] = _at_points(size[rows, None], excess[rows, None], int(2**doubled))
    return found


def _at_points(size: FloatArray, excess: FloatArray, points: int) -> FloatArray:
    versine = 1 - np.cos((np.arange(points) + 0.5) * np.pi / points)
    together = np.exp(-size * np.log1p(2 * excess * (1 + excess) * versine))
    return np.asarray(((1 - together) / versine).mean(axis=1))
