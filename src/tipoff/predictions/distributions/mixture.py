"""Counts of players whose night may go either way: two negative binomials and extra zeros.

With probability ``zero_share`` a count is 0. Else it is drawn, with probability ``low_share``, from
the component of a short night (foul trouble, a rout, an injury), whose mean is ``low_ratio`` times
that of a usual night. Each component's variance grows linearly with its mean (NB1). A single NB1
gives high scorers too much spread above their mean: their spread lies below it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from tipoff.predictions.distributions.count_distribution import (
    CountDistribution,
    inner_probability,
    plain,
)
from tipoff.predictions.distributions.distribution import NEAR_POISSON, NegativeBinomial1

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray
    from tipoff.predictions.distributions.count_distribution import Index

NEGLIGIBLE = 1e-12
"""Probability beyond a count that is left out of a score."""
KEPT = 2 / 3
"""Once fewer of the rows go on, the others are left out of the arrays."""


@dataclass(frozen=True)
class CountMixture(CountDistribution):
    """A usual night, a short night and extra zeros; arrays of one shape.

    Args:
        count_mean: mean of a usual night, above 0; NaN where unknown.
        dispersion: variance by mean of a usual night, at least 1.
        zero_share: probability of a zero beyond either component's own, in [0, 1).
        low_share: probability of a short night given that it is no extra zero, in [0, 1).
        low_ratio: mean of a short night by that of a usual one, in (0, 1].
        low_dispersion: variance by mean of a short night, at least 1.
    """

    count_mean: FloatArray
    dispersion: FloatArray
    zero_share: FloatArray
    low_share: FloatArray
    low_ratio: FloatArray
    low_dispersion: FloatArray

    @classmethod
    def single(cls, outcome: NegativeBinomial1) -> CountMixture:
        """Return one-component distributions in this form."""
        none, one = np.zeros_like(outcome.count_mean), np.ones_like(outcome.count_mean)
        return cls(
            outcome.count_mean,
            outcome.dispersion,
            outcome.zero_share,
            none,
            one,
            outcome.dispersion,
        )

    @classmethod
    def around(
        cls,
        mean: FloatArray,
        dispersion: FloatArray,
        zero_share: FloatArray,
        low_share: FloatArray,
        low_ratio: FloatArray,
        low_dispersion: FloatArray,
    ) -> CountMixture:
        """Return the distributions with this overall mean."""
        whole = (1 - zero_share) * (1 - low_share + low_share * low_ratio)
        return cls(mean / whole, dispersion, zero_share, low_share, low_ratio, low_dispersion)

    def __len__(self) -> int:
        return len(self.count_mean)

    def __getitem__(self, index: Index | tuple[Index, ...]) -> CountMixture:
        return CountMixture(*(np.asarray(values[index]) for values in self.parameters))

    @property
    def parameters(self) -> tuple[FloatArray, ...]:
        """Return the six parameters in the order of the class."""
        return (
            self.count_mean,
            self.dispersion,
            self.zero_share,
            self.low_share,
            self.low_ratio,
            self.low_dispersion,
        )

    @property
    def mean(self) -> FloatArray:
        """Return the expected count."""
        usual = 1 - self.low_share + self.low_share * self.low_ratio
        return (1 - self.zero_share) * usual * self.count_mean

    @property
    def variance(self) -> FloatArray:
        """Return the variance of the count."""
        second = sum(
            share * (mean * dispersion + mean**2)
            for share, mean, dispersion in (
                (1 - self.low_share, self.count_mean, self.dispersion),
                (self.low_share, self.count_mean * self.low_ratio, self.low_dispersion),
            )
        )
        return (1 - self.zero_share) * second - self.mean**2

    def scaled(self, factor: FloatArray) -> CountMixture:
        """Return the distributions with their means multiplied, spread and shares as they are."""
        return replace(self, count_mean=self.count_mean * factor)

    def log_pmf(self, actual: npt.ArrayLike) -> FloatArray:
        """Return the log probability of a count, in nats."""
        count = np.asarray(actual, np.float64)
        usual, low = self._components
        both = (1 - self.low_share) * np.exp(usual.log_pmf(count))
        both = both + self.low_share * np.exp(low.log_pmf(count))
        share = np.where(count == 0, self.zero_share, 0.0) + (1 - self.zero_share) * both
        return np.asarray(np.log(np.maximum(share, np.finfo(np.float64).tiny)))[()]

    def cdf(self, count: npt.ArrayLike) -> FloatArray:
        """Return P(X <= count)."""
        usual, low = self._components
        both = usual.cdf(count)
        if np.any(self.low_share > 0):
            both = (1 - self.low_share) * both + self.low_share * low.cdf(count)
        reached = self.zero_share + (1 - self.zero_share) * both
        return plain(np.where(np.floor(np.asarray(count, np.float64)) < 0, 0.0 * reached, reached))

    def quantile(self, probability: npt.ArrayLike) -> FloatArray:
        """Return the least count whose cdf reaches the probability.

        It lies between the two components' quantiles at the probability left of the extra zeros,
        and is found there by bisection.

        Raises:
            ValueError: a probability is not between 0 and 1.
        """
        asked = inner_probability(probability)
        beyond = np.asarray((asked - self.zero_share) / (1 - self.zero_share))
        inside = np.clip(beyond, NEGLIGIBLE, 1 - NEGLIGIBLE)
        ends = np.stack(np.broadcast_arrays(*(c.quantile(inside) for c in self._components)))
        low, high = ends.min(axis=0) - 1, ends.max(axis=0)
        while np.any(high - low > 1):
            middle = np.floor((low + high) / 2)
            reached = np.asarray(self.cdf(middle)) >= asked
            apart = high - low > 1
            high, low = (
                np.where(apart & reached, middle, high),
                np.where(apart & ~reached, middle, low),
            )
        return plain(np.where(np.isnan(beyond), np.nan, np.where(beyond > 0, high, 0.0)))

    def crps(self, actual: npt.ArrayLike) -> FloatArray:
        """Return the continuous ranked probability score, in counts.

        ``sum over k of (cdf(k) - [actual <= k]) ** 2``, with cdf from the recursion of the
        components' probabilities. Each row's sum ends where nothing is left of it, so that its
        score is the same whatever stands beside it.
        """
        shape = np.broadcast_shapes(np.shape(actual), np.shape(self.count_mean))
        rows = CountMixture(*(np.broadcast_to(p, shape).ravel() for p in self.parameters))
        count = np.broadcast_to(np.asarray(actual, np.float64), shape).ravel()
        found = np.full(len(count), np.nan)
        known = np.flatnonzero(~np.isnan(count + rows.count_mean))
        found[known] = _ranked_score(rows[known], count[known])
        return plain(found.reshape(shape))

    @property
    def _components(self) -> tuple[NegativeBinomial1, NegativeBinomial1]:
        nothing = np.zeros_like(self.count_mean)
        return (
            NegativeBinomial1(self.count_mean, self.dispersion, nothing),
            NegativeBinomial1(self.count_mean * self.low_ratio, self.low_dispersion, nothing),
        )


def _ranked_score(outcome: CountMixture, count: FloatArray) -> FloatArray:
    """Return the scores of known rows, shape (n,).

    Rows that have ended add nothing more; once they are a third, the others go on alone.
    """
    found, place = np.zeros(len(count)), np.arange(len(count))
    own = (1 - outcome.zero_share) * np.stack([1 - outcome.low_share, outcome.low_share])
    mean = np.stack([outcome.count_mean, outcome.count_mean * outcome.low_ratio])
    excess = np.maximum(np.stack([outcome.dispersion, outcome.low_dispersion]) - 1, NEAR_POISSON)
    size, ratio = mean / excess, excess / (1 + excess)
    mass = own * np.exp(-size * np.log1p(excess))
    added = mass[0] + mass[1]
    reached, score = outcome.zero_share + added, np.zeros(len(count))
    goes_on, k = np.ones(len(count), bool), 0
    while goes_on.any():
        score += goes_on * (reached - (count <= k)) ** 2
        is_left = (1 - reached > NEGLIGIBLE) & (added > 0)
        goes_on &= is_left | (count > k)
        if goes_on.mean() < KEPT:
            found[place] = score
            place, count = place[goes_on], count[goes_on]
            reached, score = reached[goes_on], score[goes_on]
            size, ratio, mass = size[:, goes_on], ratio[:, goes_on], mass[:, goes_on]
            goes_on = goes_on[goes_on]
        mass *= (size + k) / (k + 1) * ratio
        added = mass[0] + mass[1]
        reached = reached + added
        k += 1
    found[place] = score
    return found
