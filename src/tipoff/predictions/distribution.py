"""Distributions of counts, as objects over a whole slate."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Mapping

FloatArray = npt.NDArray[np.float64]
NEAR_POISSON = 1e-6
"""The least excess of the dispersion over 1: the limit itself divides by zero."""
CHUNK_ROWS = 8_192


@dataclass(frozen=True)
class NegativeBinomial1:
    """Negative binomial whose variance grows linearly with its mean, with extra zeros.

    A count is 0 with probability ``zero_share``, and else drawn from NB1 with
    ``Var = mean * dispersion`` (Cameron & Trivedi, Regression Analysis of Count Data, 3.3), in
    the usual terms r = mean / (dispersion - 1) and success probability 1 / dispersion.

    Args:
        mean: of the count component, shape (n,), above 0; NaN where unknown, and then all
            that is asked of that row is NaN.
        dispersion: shape (n,), at least 1, which is Poisson.
        zero_share: shape (n,), in [0, 1).

    Raises:
        ValueError: a parameter is out of its range.
    """

    mean: FloatArray
    dispersion: FloatArray
    zero_share: FloatArray

    def __post_init__(self) -> None:
        if np.any(self.mean <= 0):
            raise ValueError("mean must be above 0")
        if np.any(self.dispersion < 1):
            raise ValueError("dispersion must be at least 1")
        if np.any((self.zero_share < 0) | (self.zero_share >= 1)):
            raise ValueError("zero_share must be in [0, 1)")

    @classmethod
    def of(cls, mean: object, dispersion: object, zero_share: object = 0.0) -> NegativeBinomial1:
        """One distribution for each mean, the other parameters repeated as needed."""
        arrays = np.broadcast_arrays(
            *(np.atleast_1d(np.asarray(v, np.float64)) for v in (mean, dispersion, zero_share))
        )
        return cls(*(np.array(values) for values in arrays))

    @property
    def expected(self) -> FloatArray:
        """The overall mean, shape (n,)."""
        return (1 - self.zero_share) * self.mean

    @property
    def variance(self) -> FloatArray:
        """The overall variance, shape (n,)."""
        second = self.mean * self.dispersion + self.mean**2
        return (1 - self.zero_share) * second - self.expected**2

    def log_pmf(self, count: FloatArray) -> FloatArray:
        """Log probability of each row's count, shape (n,)."""
        from scipy.special import gammaln

        size = self._size
        excess = self._excess
        log_count = (
            gammaln(count + size)
            - gammaln(size)
            - gammaln(count + 1)
            - size * np.log1p(excess)
            + count * (np.log(excess) - np.log1p(excess))
        )
        inflated = np.where(count == 0, self.zero_share, 0.0)
        share = inflated + (1 - self.zero_share) * np.exp(log_count)
        return np.asarray(np.log(np.maximum(share, np.finfo(np.float64).tiny)))

    def cdf(self, count: FloatArray) -> FloatArray:
        """P(X <= count), shape (n,)."""
        from scipy.special import betainc

        whole = np.floor(np.broadcast_to(np.asarray(count, np.float64), self.mean.shape))
        below = betainc(self._size, np.maximum(whole, 0) + 1, 1 / (1 + self._excess))
        inflated = self.zero_share + (1 - self.zero_share) * below
        return np.where(whole < 0, np.where(np.isnan(inflated), np.nan, 0.0), inflated)

    def p_over(self, line: FloatArray) -> FloatArray:
        """P(X > line); NaN without a line."""
        return 1 - self.cdf(line)

    def p_under(self, line: FloatArray) -> FloatArray:
        """P(X < line); NaN without a line."""
        return self.cdf(np.ceil(line) - 1)

    def p_push(self, line: FloatArray) -> FloatArray:
        """P(X = line), 0 at a half."""
        whole = np.floor(line) == line
        gap = self.cdf(line) - self.cdf(np.ceil(line) - 1)
        return np.where(whole | np.isnan(gap), gap, 0.0)

    def pmf_table(self, upto: int) -> FloatArray:
        """P(X = 0), ..., P(X = upto) and, as a last column, P(X > upto): shape (n, upto + 2)."""
        size, excess = self._size[:, None], self._excess[:, None]
        counts = np.arange(upto)
        steps = (size + counts) / (counts + 1) * (excess / (1 + excess))
        first = np.exp(-size * np.log1p(excess))
        table = np.cumprod(np.hstack([first, steps]), axis=1) * (1 - self.zero_share[:, None])
        table[:, 0] += self.zero_share
        tail = np.maximum(1 - table.sum(axis=1, keepdims=True), 0.0)
        return np.hstack([table, tail])

    def quantile(self, probability: float) -> FloatArray:
        """The least count whose cdf reaches the probability, shape (n,)."""
        return self._quantiles((probability,))[0]

    def median(self) -> FloatArray:
        """The quantile at one half."""
        return self.quantile(0.5)

    def interval(self, coverage: float) -> tuple[FloatArray, FloatArray]:
        """The central interval that holds at least ``coverage`` of the probability."""
        low, high = self._quantiles(((1 - coverage) / 2, (1 + coverage) / 2))
        return low, high

    def crps(self, actual: FloatArray) -> FloatArray:
        """Continuous ranked probability score: sum over k of (cdf(k) - [actual <= k])^2."""
        scores = np.empty(len(self.mean))
        for part, cdf in self._cdf_tables(float(np.max(actual, initial=0.0))):
            happened = actual[part, None] <= np.arange(cdf.shape[1])
            scores[part] = ((cdf - happened) ** 2).sum(axis=1)
        return np.where(np.isnan(self.mean), np.nan, scores)

    @property
    def _excess(self) -> FloatArray:
        return np.maximum(self.dispersion - 1, NEAR_POISSON)

    @property
    def _size(self) -> FloatArray:
        return self.mean / self._excess

    def _quantiles(self, probabilities: tuple[float, ...]) -> list[FloatArray]:
        found = [np.full(len(self.mean), np.nan) for _ in probabilities]
        for part, cdf in self._cdf_tables(0.0):
            for values, probability in zip(found, probabilities, strict=True):
                values[part] = (cdf < probability).sum(axis=1)
        return [np.where(np.isnan(self.mean), np.nan, values) for values in found]

    def _cdf_tables(self, reach: float) -> list[tuple[slice, FloatArray]]:
        """Row slices with their cdf at 0, 1, ... as far as any of it matters."""
        deviation = np.sqrt(self.mean * (1 + self._excess))
        furthest = np.nanmax(self.mean + 12 * deviation + 12, initial=1.0)
        upto = int(max(furthest, reach + 1))
        parts = [slice(i, i + CHUNK_ROWS) for i in range(0, len(self.mean), CHUNK_ROWS)]
        return [(part, self._part(part).pmf_table(upto)[:, :-1].cumsum(axis=1)) for part in parts]

    def _part(self, rows: slice) -> NegativeBinomial1:
        return NegativeBinomial1(self.mean[rows], self.dispersion[rows], self.zero_share[rows])


@dataclass(frozen=True)
class DispersionFit:
    """How spread and extra zeros follow from the expected count.

    ``dispersion = 1 + exp(a + b log(mean))`` and ``logit(zero_share) = c + d log(mean)``.
    """

    a: float
    b: float
    c: float
    d: float

    def distribution(self, expected: FloatArray) -> NegativeBinomial1:
        """The distributions with these expected counts, shape (n,)."""
        log_mean = np.log(expected)
        zero = 1 / (1 + np.exp(-(self.c + self.d * log_mean)))
        dispersion = 1 + np.exp(np.clip(self.a + self.b * log_mean, -14, 5))
        return NegativeBinomial1(expected / (1 - zero), dispersion, zero)

    def to_dict(self) -> dict[str, float]:
        """The parameters by name."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, float]) -> DispersionFit:
        """The fit that ``to_dict`` wrote."""
        return cls(**values)


def fit_dispersion(counts: FloatArray, expected: FloatArray) -> DispersionFit:
    """Fit the spread around given expected counts by maximum likelihood.

    Args:
        counts: what happened, shape (n,).
        expected: what was expected, shape (n,), above 0.
    """
    from scipy.optimize import minimize

    def loss(parameters: FloatArray) -> float:
        outcome = DispersionFit(*map(float, parameters)).distribution(expected)
        return float(-outcome.log_pmf(counts).mean())

    start = np.array([0.0, 0.3, -4.0, -0.5])
    bounds = [(-8, 4), (-2, 2), (-12, 5), (-5, 1)]
    found = minimize(loss, start, method="L-BFGS-B", bounds=bounds)
    return DispersionFit(*(float(value) for value in found.x))
