"""The interface of count distributions: probabilities, quantiles, scores and the value of bets."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np
import numpy.typing as npt

from tipoff.predictions.odds.conversions import (
    american_to_decimal,
    expected_value,
    fair_american,
    fair_decimal,
    kelly_fraction,
)

if TYPE_CHECKING:
    from types import EllipsisType

    from tipoff.features.arrays import FloatArray
    from tipoff.predictions.odds.book_quotes import Side

    Index = int | slice | EllipsisType | None | npt.NDArray[np.bool_] | npt.NDArray[np.int64]


@dataclass(frozen=True)
class FairOdds:
    """The price with zero expected value, given no push; NaN where a side is certain."""

    decimal: FloatArray
    american: FloatArray


class CountDistribution(ABC):
    """An array of count distributions, shaped like its parameters, such as those of a slate.

    Lines, counts and prices broadcast against that shape. Results are NaN where the distribution or
    the line is NaN. The methods of a single distribution, ``slate[i]``, return scalars.
    """

    @property
    @abstractmethod
    def mean(self) -> FloatArray:
        """The expected count."""

    @property
    @abstractmethod
    def variance(self) -> FloatArray:
        """The variance of the count."""

    @abstractmethod
    def __getitem__(self, index: Index | tuple[Index, ...]) -> Self:
        """Return the distributions at an index, slice or mask."""

    @abstractmethod
    def cdf(self, count: npt.ArrayLike) -> FloatArray:
        """Return P(X <= count)."""

    @abstractmethod
    def log_pmf(self, actual: npt.ArrayLike) -> FloatArray:
        """Return the log probability of a count, in nats; the logarithmic score is its negative."""

    @abstractmethod
    def quantile(self, probability: npt.ArrayLike) -> FloatArray:
        """Return the smallest count whose cdf reaches the probability.

        Raises:
            ValueError: a probability is not between 0 and 1.
        """

    @abstractmethod
    def crps(self, actual: npt.ArrayLike) -> FloatArray:
        """Return the continuous ranked probability score, in counts.

        It is the sum over k of (cdf(k) - [actual <= k])^2.

        Gneiting & Raftery, Strictly Proper Scoring Rules (2007), equation 21.
        """

    def pmf(self, upto: int) -> FloatArray:
        """Return P(X = 0), ..., P(X = upto) and the tail P(X > upto), shape (..., upto + 2)."""
        each = self[..., None]
        return np.concatenate(
            [np.exp(each.log_pmf(np.arange(upto + 1))), each.p_over([float(upto)])], axis=-1
        )

    def p_over(self, line: npt.ArrayLike) -> FloatArray:
        """Return P(X > line)."""
        return 1 - self.cdf(line)

    def p_under(self, line: npt.ArrayLike) -> FloatArray:
        """Return P(X < line)."""
        return self.cdf(np.ceil(line) - 1)

    def sides(self, line: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
        """Return P(X > line) and P(X < line); half lines need only one cdf."""
        reached = self.cdf(line)
        is_half_line = np.floor(line) != line
        return 1 - reached, reached if np.all(is_half_line) else self.p_under(line)

    def p_push(self, line: npt.ArrayLike) -> FloatArray:
        """Return P(X = line), 0 at half lines."""
        mass = self.cdf(line) - self.p_under(line)
        return plain(np.where((np.floor(line) == line) | np.isnan(mass), mass, 0.0))

    def median(self) -> FloatArray:
        """Return the quantile at one half."""
        return self.quantile(0.5)

    def interval(self, coverage: float) -> tuple[FloatArray, FloatArray]:
        """Return the central interval that holds at least ``coverage`` of the probability."""
        return self.quantile((1 - coverage) / 2), self.quantile((1 + coverage) / 2)

    def covers(self, actual: npt.ArrayLike, coverage: float) -> FloatArray:
        """Return the share of the actual count, 0 to 1, inside the central ``coverage``.

        An interval of whole counts holds more probability than its nominal coverage. This measure
        does not: it is the probability that the randomised PIT lies in the central interval, so its
        mean is ``coverage`` if the distributions are right, however few values a count takes.
        """
        low, high = self.pit_bounds(actual)
        inside = np.minimum(high, (1 + coverage) / 2) - np.maximum(low, (1 - coverage) / 2)
        return plain(np.maximum(inside, 0.0) / np.where(high > low, high - low, np.nan))

    def pit_bounds(self, actual: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
        """Return P(X < actual) and P(X <= actual), whose difference is the actual's probability.

        Spreading each actual evenly between them gives the non-randomised PIT histogram of counts
        (Czado, Gneiting & Held, Predictive Model Assessment for Count Data, 2009).
        """
        return self.p_under(actual), self.cdf(actual)

    def pit(self, actual: npt.ArrayLike) -> FloatArray:
        """Return the mid-PIT, P(X < actual) + P(X = actual)/2, whose mean should be 1/2."""
        low, high = self.pit_bounds(actual)
        return (low + high) / 2

    def fair_odds(self, line: npt.ArrayLike, side: Side = "over") -> FairOdds:
        """Return the odds at which a bet on the side has zero expected value."""
        win, lose = self._sides(line, side)
        return FairOdds(plain(fair_decimal(win, lose)), plain(fair_american(win, lose)))

    def expected_value(self, line: npt.ArrayLike, side: Side, price: npt.ArrayLike) -> FloatArray:
        """Return the expected gain per unit staked at American odds; a push returns the stake."""
        return plain(expected_value(*self._sides(line, side), american_to_decimal(price)))

    def kelly(self, line: npt.ArrayLike, side: Side, price: npt.ArrayLike) -> FloatArray:
        """Return the Kelly share of the bankroll at American odds; 0 where a bet has no value."""
        return plain(kelly_fraction(*self._sides(line, side), american_to_decimal(price)))

    def _sides(self, line: npt.ArrayLike, side: Side) -> tuple[FloatArray, FloatArray]:
        """Return the probabilities of winning and losing a bet on a side."""
        if side not in ("over", "under"):
            raise ValueError(f"side must be over or under, not {side}")
        over, under = self.sides(line)
        return (over, under) if side == "over" else (under, over)


def inner_probability(probability: npt.ArrayLike) -> FloatArray:
    """Return the probabilities of quantiles as an array.

    Raises:
        ValueError: a probability is not between 0 and 1.
    """
    probabilities = np.asarray(probability, np.float64)
    if np.any((probabilities <= 0) | (probabilities >= 1)):
        raise ValueError("a quantile's probability must be between 0 and 1")
    return probabilities


def plain(values: FloatArray) -> FloatArray:
    """Return the values; a zero-dimensional array becomes a scalar."""
    scalar_or_array: FloatArray = values[()]
    return scalar_or_array
