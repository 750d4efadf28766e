"""The NB1 distribution: counts whose variance grows linearly with their mean."""

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
"""Minimum of the dispersion less 1, since the Poisson limit itself divides by zero."""
MIN_STIRLING_SIZE = 1e3
CHUNK_ROWS = 4_096


@dataclass(frozen=True)
class NegativeBinomial1(CountDistribution):
    """A negative binomial whose variance grows linearly with its mean, with extra zeros.

    A count is 0 with probability ``zero_share``, otherwise it is drawn from NB1 with
    ``Var = mean * dispersion`` (Cameron & Trivedi, Regression Analysis of Count Data, 3.3). In
    the usual notation, r = mean / (dispersion - 1) and the success probability is 1 / dispersion.

    Args:
        count_mean: mean of the counts that are not extra zeros, above 0, any shape; NaN where
            unknown, which makes every result of that element NaN.
        dispersion: variance over mean, at least 1 (Poisson), of the same shape.
        zero_share: probability of an extra zero, in [0, 1), of the same shape.

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
        """Return distributions from parameters that broadcast; scalars give a single one."""
        arrays = (np.asarray(v, np.float64) for v in (count_mean, dispersion, zero_share))
        return cls(*(np.array(values) for values in np.broadcast_arrays(*arrays)))

    @classmethod
    def around(
        cls, mean: FloatArray, dispersion: FloatArray, zero_share: FloatArray
    ) -> NegativeBinomial1:
        """Return distributions with this mean, extra zeros included; arrays of one shape."""
        return cls(np.asarray(mean / (1 - zero_share)), dispersion, zero_share)

    def __len__(self) -> int:
        return len(self.count_mean)

    def __getitem__(self, index: Index | tuple[Index, ...]) -> NegativeBinomial1:
        parameters = (self.count_mean, self.dispersion, self.zero_share)
        return NegativeBinomial1(*(np.asarray(values[index]) for values in parameters))

    @property
    def mean(self) -> FloatArray:
        """The expected count, extra zeros included."""
        return (1 - self.zero_share) * self.count_mean

    @property
    def variance(self) -> FloatArray:
        """The variance of the count, extra zeros included."""
        second = self.count_mean * self.dispersion + self.count_mean**2
        return (1 - self.zero_share) * second - self.mean**2

    def log_pmf(self, actual: npt.ArrayLike) -> FloatArray:
        """Return the log probability of a count, in nats; the logarithmic score is its negative."""
        from scipy.special import gammaln

        count, size, excess = np.asarray(actual, np.float64), self._size, self._excess
        log_coefficient = _log_rising(size, count) - gammaln(count + 1)
        log_count = log_coefficient + count * np.log(excess) - (size + count) * np.log1p(excess)
        inflated = np.where(count == 0, self.zero_share, 0.0)
        share = inflated + (1 - self.zero_share) * np.exp(log_count)
        return np.asarray(np.log(np.maximum(share, np.finfo(np.float64).tiny)))[()]

    def cdf(self, count: npt.ArrayLike) -> FloatArray:
        """Return P(X <= count)."""
        counts = np.floor(np.asarray(count, np.float64))
        reached = self.zero_share + (1 - self.zero_share) * self._count_cdf(np.maximum(counts, 0))
        return plain(np.where(counts < 0, 0.0 * reached, reached))

    def quantile(self, probability: npt.ArrayLike) -> FloatArray:
        """Return the smallest count whose cdf reaches the probability.

        Raises:
            ValueError: a probability is not between 0 and 1.
        """
        probabilities = inner_probability(probability)
        count_probability = np.asarray((probabilities - self.zero_share) / (1 - self.zero_share))
        known = np.asarray(~np.isnan(count_probability + self._size))
        searched = known & (count_probability > 0)
        quantiles = np.where(known, 0.0, np.nan)
        each = NegativeBinomial1.of(
            np.broadcast_to(self.count_mean, quantiles.shape)[searched],
            np.broadcast_to(self.dispersion, quantiles.shape)[searched],
        )
        quantiles[searched] = each._search(count_probability[searched])
        return plain(quantiles)

    def crps(self, actual: npt.ArrayLike) -> FloatArray:
        """Return the continuous ranked probability score, in counts.

        It is the sum over k of (cdf(k) - [actual <= k])^2, computed as ``E|X - actual| -
        E|X - X'|/2`` with the first term in closed form (Gneiting & Raftery, Strictly Proper
        Scoring Rules, 2007, equation 21).
        """
        count, share = np.asarray(actual, np.float64), self.zero_share
        distance = share * count + (1 - share) * self._distance(count)
        spread = share * (1 - share) * self.count_mean + (1 - share) ** 2 / 2 * self._spread()
        return plain(np.asarray(np.maximum(distance - spread, 0.0)))

    @property
    def _excess(self) -> FloatArray:
        return np.maximum(self.dispersion - 1, NEAR_POISSON)

    @property
    def _size(self) -> FloatArray:
        return self.count_mean / self._excess

    def _count_cdf(self, count: FloatArray, more: int = 0) -> FloatArray:
        """Return the cdf without extra zeros, with r increased by ``more``."""
        return cumulative(self._size + more, self._excess, count)

    def _search(self, probability: FloatArray) -> FloatArray:
        """Return quantiles without extra zeros, shape (n,): a corrected Cornish-Fisher guess."""
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
            grows = reached[low] + mass[low] > reached[low]  # else the cdf is 1 up to rounding
            low = low[(reached[low] < probability[low]) & grows]
        high = np.flatnonzero((reached - mass >= probability) & (count > 0))
        while len(high):
            reached[high] -= mass[high]
            mass[high] *= count[high] / (size[high] + count[high] - 1) / ratio[high]
            count[high] -= 1
            high = high[(reached[high] - mass[high] >= probability[high]) & (count[high] > 0)]
        quantiles: FloatArray = count
        return quantiles

    def _distance(self, count: FloatArray) -> FloatArray:
        """Return E|N - count| of a count N without extra zeros.

        It uses ``E[N; N <= k] = mean * F(k - 1)``, where F is the cdf at r + 1.
        """
        below = np.where(count > 0, self._count_cdf(np.maximum(count - 1, 0), more=1), 0.0)
        reached = self._count_cdf(count)
        return np.asarray(count * (2 * reached - 1) + self.count_mean * (1 - 2 * below))

    def _spread(self) -> FloatArray:
        """Return E|N - N'| of two counts without extra zeros."""
        flat = NegativeBinomial1.of(self.count_mean.ravel(), self.dispersion.ravel())
        parts = [flat[i : i + CHUNK_ROWS] for i in range(0, len(flat), CHUNK_ROWS)]
        spreads = [_mean_difference(part._size, part._excess) for part in parts]
        joined: FloatArray = np.concatenate([*spreads, np.empty(0)])
        return joined.reshape(self.count_mean.shape)


def _log_rising(size: FloatArray, count: FloatArray) -> FloatArray:
    """Return log(Gamma(size + count) / Gamma(size)).

    Large sizes (near Poisson) use Stirling's series, because the two log gammas are so large there
    that their difference loses all precision.
    """
    from scipy.special import gammaln

    total = size + count
    stirling = (size - 0.5) * np.log1p(count / size) + count * (np.log(total) - 1)
    stirling += (1 / total - 1 / size) / 12
    exact: FloatArray = gammaln(total) - gammaln(size)
    return np.where(size > MIN_STIRLING_SIZE, stirling, exact)


def _mean_difference(size: FloatArray, excess: FloatArray) -> FloatArray:
    """Return E|N - N'| of counts, from their characteristic function, shape (n,).

    ``|k|`` is the mean over t in (0, pi) of ``(1 - cos kt) / (1 - cos t)``, and the mean of
    ``cos (N - N')t`` is ``(1 + 2 dispersion (dispersion - 1) (1 - cos t)) ** -r``. The mean over m
    equally spaced points is exact for differences up to 2 m. The number of points depends only on
    the count's own parameters, so that its score does not depend on the other rows.
    """
    spread = np.sqrt(2 * size * excess * (1 + excess))
    max_difference = np.nan_to_num(8 * spread + 25 * (1 + excess), nan=2.0)
    doublings = np.ceil(np.log2(np.maximum(max_difference / 2, 1.0))).astype(np.int64)
    differences = np.full(len(size), np.nan)
    for doubling in np.unique(doublings):
        rows = doublings == doubling
        differences[rows] = _at_points(size[rows, None], excess[rows, None], int(2**doubling))
    return differences


def _at_points(size: FloatArray, excess: FloatArray, points: int) -> FloatArray:
    versine = 1 - np.cos((np.arange(points) + 0.5) * np.pi / points)
    characteristic = np.exp(-size * np.log1p(2 * excess * (1 + excess) * versine))
    return np.asarray(((1 - characteristic) / versine).mean(axis=1))
