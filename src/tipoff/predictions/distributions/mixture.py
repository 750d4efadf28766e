"""The mixture distribution of every prediction: two negative binomials and extra zeros.

With probability ``zero_share`` a count is 0. Otherwise it is drawn, with probability ``low_share``,
from the component of a short game (foul trouble, a rout, an injury), whose mean is ``low_ratio``
times that of a usual game, and else from the component of a usual game. Each component's variance
grows linearly with its mean (NB1). A single NB1 gives high scorers too much spread above their
mean: most of their spread lies below it.
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
"""Tail probability that is left out of a score."""
MIN_ACTIVE_SHARE = 2 / 3
"""Finished rows are removed from the arrays once the share of active rows falls below this."""


@dataclass(frozen=True)
class CountMixture(CountDistribution):
    """Mixtures of a usual game, a short game and extra zeros; arrays of one shape.

    Args:
        count_mean: mean of a usual game, above 0; NaN where unknown.
        dispersion: variance over mean of a usual game, at least 1.
        zero_share: probability of an extra zero, in [0, 1).
        low_share: probability of a short game, given no extra zero, in [0, 1).
        low_ratio: mean of a short game over that of a usual one, in (0, 1].
        low_dispersion: variance over mean of a short game, at least 1.
    """

    count_mean: FloatArray
    dispersion: FloatArray
    zero_share: FloatArray
    low_share: FloatArray
    low_ratio: FloatArray
    low_dispersion: FloatArray

    @classmethod
    def single(cls, outcome: NegativeBinomial1) -> CountMixture:
        """Return one-component distributions as mixtures."""
        zeros, ones = np.zeros_like(outcome.count_mean), np.ones_like(outcome.count_mean)
        return cls(
            outcome.count_mean,
            outcome.dispersion,
            outcome.zero_share,
            zeros,
            ones,
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
        """Return distributions whose overall mean is ``mean``."""
        mean_factor = (1 - zero_share) * (1 - low_share + low_share * low_ratio)
        return cls(mean / mean_factor, dispersion, zero_share, low_share, low_ratio, low_dispersion)

    def __len__(self) -> int:
        return len(self.count_mean)

    def __getitem__(self, index: Index | tuple[Index, ...]) -> CountMixture:
        return CountMixture(*(np.asarray(values[index]) for values in self.parameters))

    @property
    def parameters(self) -> tuple[FloatArray, ...]:
        """Return the six parameters in the order of the constructor."""
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
        """Return the distributions with scaled means; dispersion and shares are unchanged."""
        return replace(self, count_mean=self.count_mean * factor)

    def log_pmf(self, actual: npt.ArrayLike) -> FloatArray:
        """Return the log probability of a count, in nats."""
        count = np.asarray(actual, np.float64)
        usual, low = self._components
        mixture = (1 - self.low_share) * np.exp(usual.log_pmf(count))
        mixture = mixture + self.low_share * np.exp(low.log_pmf(count))
        share = np.where(count == 0, self.zero_share, 0.0) + (1 - self.zero_share) * mixture
        return np.asarray(np.log(np.maximum(share, np.finfo(np.float64).tiny)))[()]

    def cdf(self, count: npt.ArrayLike) -> FloatArray:
        """Return P(X <= count)."""
        usual, low = self._components
        mixture = usual.cdf(count)
        if np.any(self.low_share > 0):
            mixture = (1 - self.low_share) * mixture + self.low_share * low.cdf(count)
        reached = self.zero_share + (1 - self.zero_share) * mixture
        return plain(np.where(np.floor(np.asarray(count, np.float64)) < 0, 0.0 * reached, reached))

    def quantile(self, probability: npt.ArrayLike) -> FloatArray:
        """Return the smallest count whose cdf reaches the probability.

        It is found by bisection between the two components' quantiles at the probability that
        remains after the extra zeros.

        Raises:
            ValueError: a probability is not between 0 and 1.
        """
        probabilities = inner_probability(probability)
        count_probability = np.asarray((probabilities - self.zero_share) / (1 - self.zero_share))
        inside = np.clip(count_probability, NEGLIGIBLE, 1 - NEGLIGIBLE)
        ends = np.stack(np.broadcast_arrays(*(c.quantile(inside) for c in self._components)))
        low, high = ends.min(axis=0) - 1, ends.max(axis=0)
        while np.any(high - low > 1):
            middle = np.floor((low + high) / 2)
            reached = np.asarray(self.cdf(middle)) >= probabilities
            is_open = high - low > 1
            high, low = (
                np.where(is_open & reached, middle, high),
                np.where(is_open & ~reached, middle, low),
            )
        return plain(
            np.where(
                np.isnan(count_probability), np.nan, np.where(count_probability > 0, high, 0.0)
            )
        )

    def crps(self, actual: npt.ArrayLike) -> FloatArray:
        """Return the continuous ranked probability score, in counts.

        It is the sum over k of ``(cdf(k) - [actual <= k]) ** 2``, with the cdf from the recursion
        of the components' probabilities. Each row's sum ends where its own tail is negligible, so
        that its score does not depend on the other rows.
        """
        shape = np.broadcast_shapes(np.shape(actual), np.shape(self.count_mean))
        rows = CountMixture(*(np.broadcast_to(p, shape).ravel() for p in self.parameters))
        count = np.broadcast_to(np.asarray(actual, np.float64), shape).ravel()
        scores = np.full(len(count), np.nan)
        known = np.flatnonzero(~np.isnan(count + rows.count_mean))
        scores[known] = _ranked_score(rows[known], count[known])
        return plain(scores.reshape(shape))

    @property
    def _components(self) -> tuple[NegativeBinomial1, NegativeBinomial1]:
        no_extra_zeros = np.zeros_like(self.count_mean)
        return (
            NegativeBinomial1(self.count_mean, self.dispersion, no_extra_zeros),
            NegativeBinomial1(
                self.count_mean * self.low_ratio, self.low_dispersion, no_extra_zeros
            ),
        )


def _ranked_score(outcome: CountMixture, count: FloatArray) -> FloatArray:
    """Return the scores of rows without NaN, shape (n,).

    Finished rows add nothing more; once they are a third of the arrays, they are removed.
    """
    scores, place = np.zeros(len(count)), np.arange(len(count))
    weights = (1 - outcome.zero_share) * np.stack([1 - outcome.low_share, outcome.low_share])
    mean = np.stack([outcome.count_mean, outcome.count_mean * outcome.low_ratio])
    excess = np.maximum(np.stack([outcome.dispersion, outcome.low_dispersion]) - 1, NEAR_POISSON)
    size, ratio = mean / excess, excess / (1 + excess)
    mass = weights * np.exp(-size * np.log1p(excess))
    mass_at_k = mass[0] + mass[1]
    reached, score = outcome.zero_share + mass_at_k, np.zeros(len(count))
    is_active, k = np.ones(len(count), bool), 0
    while is_active.any():
        score += is_active * (reached - (count <= k)) ** 2
        has_mass_left = (1 - reached > NEGLIGIBLE) & (mass_at_k > 0)
        is_active &= has_mass_left | (count > k)
        if is_active.mean() < MIN_ACTIVE_SHARE:
            scores[place] = score
            place, count = place[is_active], count[is_active]
            reached, score = reached[is_active], score[is_active]
            size, ratio, mass = size[:, is_active], ratio[:, is_active], mass[:, is_active]
            is_active = is_active[is_active]
        mass *= (size + k) / (k + 1) * ratio
        mass_at_k = mass[0] + mass[1]
        reached = reached + mass_at_k
        k += 1
    scores[place] = score
    return scores
