"""The spread around a formula's mean as a function of the mean and the volatility of minutes."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.distributions.term_sums import Counts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.features.arrays import FloatArray

MAX_ROWS = 6_000
"""Maximum rows for fitting the six parameters; more would hardly change them."""
MIN_VOLATILITY = 0.05
"""Lower volatilities are raised to this: a deviation of 5 % of the mean minutes."""
MAX_DEVIATIONS = 3.0
"""The maximum distance of a volatility from the usual one, in deviations."""
ETA_LIMITS = (-14.0, 5.0)
START = (0.0, 0.3, -4.0, -0.5, 0.0, 0.0)
BOUNDS = ((-8.0, 4.0), (-2.0, 2.0), (-12.0, 5.0), (-5.0, 1.0), (-1.0, 1.0), (0.0, 2.0))


@dataclass(frozen=True)
class DispersionFit:
    """Dispersion and extra zeros as functions of the expected count and the volatility of minutes.

    ``dispersion = 1 + exp(a + b log(mean) + e v)`` and ``logit(zero_share) = c + d log(mean) +
    f v``, where v is the log of the volatility less ``usual``, in units of ``deviation``, at most 3
    either way.
    """

    a: float
    b: float
    c: float
    d: float
    e: float = 0.0
    f: float = 0.0
    usual: float = 0.0
    deviation: float = 1.0

    def distribution(
        self, expected: FloatArray, volatility: FloatArray | None = None
    ) -> NegativeBinomial1:
        """Return the distributions with these expected counts.

        Args:
            expected: expected counts above 0, shape (n,), NaN where unknown.
            volatility: each player's standard deviation of minutes over their mean, shape (n,);
                the usual one of the fitted rows where NaN or not given.
        """
        log_mean = np.log(expected)
        standardised = self.standardised(np.nan if volatility is None else volatility)
        eta = self.a + self.b * log_mean + self.e * standardised
        zero = 1 / (1 + np.exp(-(self.c + self.d * log_mean + self.f * standardised)))
        return NegativeBinomial1.around(expected, 1 + np.exp(np.clip(eta, *ETA_LIMITS)), zero)

    def standardised(self, volatility: npt.ArrayLike) -> FloatArray:
        """Return the log of the volatility in deviations from the usual one, 0 where unknown."""
        deviations = (_log(volatility) - self.usual) / self.deviation
        return np.nan_to_num(np.clip(deviations, -MAX_DEVIATIONS, MAX_DEVIATIONS))

    def to_dict(self) -> dict[str, float]:
        """Return the parameters by name."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, float]) -> DispersionFit:
        """Return the fit that ``to_dict`` wrote."""
        return cls(**values)


def fit_dispersion(
    counts: FloatArray, expected: FloatArray, volatility: FloatArray | None = None
) -> DispersionFit:
    """Fit the spread around given expected counts by maximum likelihood.

    If there are more than ``MAX_ROWS`` rows, that many equally spaced ones are used.

    Args:
        counts: actual counts, shape (n,).
        expected: expected counts above 0, shape (n,).
        volatility: each player's standard deviation of minutes over their mean, shape (n,), NaN
            where unknown; without it, spread and zeros depend on the expected count alone.
    """
    from scipy.optimize import minimize

    rows = np.arange(len(counts))
    if len(rows) > MAX_ROWS:
        rows = np.linspace(0, len(rows) - 1, MAX_ROWS).astype(np.int64)
    rows = rows[np.argsort(-counts[rows], kind="stable")]
    usual, deviation = _scale(volatility)
    scale = DispersionFit(*START, usual=usual, deviation=deviation)
    standardised = np.zeros(len(counts)) if volatility is None else scale.standardised(volatility)
    terms = np.stack([np.ones(len(rows)), np.log(expected[rows]), standardised[rows]])
    fitted = slice(4 if volatility is None else 6)
    result = minimize(
        _loss,
        START[fitted],
        (Counts.of(counts[rows]), expected[rows], terms),
        "L-BFGS-B",
        jac=True,
        bounds=BOUNDS[fitted],
    )
    return replace(scale, **dict(zip("abcdef", map(float, result.x), strict=False)))


def _scale(volatility: FloatArray | None) -> tuple[float, float]:
    """Return the mean and standard deviation of the log volatility, where it is known."""
    known = np.array([]) if volatility is None else _log(volatility[~np.isnan(volatility)])
    if len(np.unique(known)) < 2:
        return float(known[0]) if len(known) else 0.0, 1.0
    return float(known.mean()), float(known.std())


def _log(volatility: npt.ArrayLike) -> FloatArray:
    return np.log(np.maximum(np.asarray(volatility, np.float64), MIN_VOLATILITY))


def _loss(
    parameters: FloatArray, counts: Counts, expected: FloatArray, terms: FloatArray
) -> tuple[float, FloatArray]:
    """Return the mean negative log likelihood, and its gradient by a, b, c, d, e and f."""
    all_parameters = np.zeros(6)
    all_parameters[: len(parameters)] = parameters
    eta = all_parameters[[0, 1, 4]] @ terms
    zero = 1 / (1 + np.exp(-(all_parameters[[2, 3, 5]] @ terms)))
    by_eta, by_zero, value = _score(counts, expected, np.exp(np.clip(eta, *ETA_LIMITS)), zero)
    by_eta = np.where((eta > ETA_LIMITS[0]) & (eta < ETA_LIMITS[1]), by_eta, 0.0)
    gradient = -np.concatenate([terms @ by_eta, terms @ by_zero])[[0, 1, 3, 4, 2, 5]] / len(
        expected
    )
    return counts.log_factorial - float(value.mean()), gradient[: len(parameters)]


def _score(
    counts: Counts, expected: FloatArray, excess: FloatArray, zero: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the derivatives by log(dispersion - 1) and logit(zero), and the log likelihood.

    The log likelihood includes the count's log factorial, which does not depend on the parameters.
    """
    mean = expected / (1 - zero)
    size, log_dispersion = mean / excess, np.log1p(excess)
    log, slope = counts.rising(size)
    by_size = slope - log_dispersion
    by_excess = (counts.each - size * excess) / (1 + excess) - size * by_size
    by_logit = by_size * size * zero  # extra zeros raise the mean of the other counts
    log_count = log + counts.each * np.log(excess) - (size + counts.each) * log_dispersion
    is_zero = counts.each == 0
    value = np.log1p(-zero) + log_count
    p_count_zero = np.exp(-size * log_dispersion)  # probability of 0 apart from extra zeros
    p_zero = np.where(is_zero, zero + (1 - zero) * p_count_zero, 1.0)
    p_zero = np.maximum(p_zero, np.finfo(np.float64).tiny)
    value[is_zero] = np.log(p_zero[is_zero])
    p_counted = np.where(is_zero, (1 - zero) * p_count_zero / p_zero, 1.0)
    zero_derivative = zero * (1 - zero) * (1 - p_count_zero) / p_zero
    return (
        p_counted * by_excess,
        p_counted * by_logit + np.where(is_zero, zero_derivative, -zero),
        value,
    )
