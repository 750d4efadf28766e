"""The mixture head: the spread around an expected count as a function of covariates.

With L the log of the expected count and q = (1, L, L^2, covariates), the head is

- ``log(dispersion - 1) = q A`` and ``logit(zero_share) = q B - 4``,
- ``logit(low_share) = q C - 2`` and ``logit(low_ratio) = r0 + r1 L - 0.5``,
- ``log((low_dispersion - 1) / (dispersion - 1)) = s0 + s1 L``.

The head is fitted by maximum likelihood on predictions made before their games, so that the spread
is that of out-of-sample errors and no games have to be held out from training the means.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tipoff.predictions.distributions.mixture import CountMixture
from tipoff.predictions.distributions.term_sums import Counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipoff.features.arrays import FloatArray

RIDGE = 1e-5
MAX_ROWS = 16_000
MAX_STEPS = 40
LOG_EXCESS = (-6.0, 4.0)
LOG_RATIO = (-4.0, 3.0)
ZERO_LIMITS, LOW_LIMITS = (1e-6, 0.9), (1e-5, 0.8)
ZERO_LEVEL, LOW_LEVEL, RATIO_LEVEL = -4.0, -2.0, -0.5
MIN_LOW_EXCESS = 1e-3
MEAN_TERMS = 3
"""The number of terms of the expected count itself: 1, L and L^2."""
MAX_EXPONENT = 700.0
"""Larger exponents overflow; at this one, a share is 0 to machine precision."""
LINEAR_PARAMETERS = 4
"""The number of the parameters r0, r1, s0 and s1."""


@dataclass(frozen=True)
class MixtureHead:
    """A fitted head: A, B and C by term, then r0, r1, s0 and s1; no parameters mean all zeros."""

    parameters: tuple[float, ...]

    def distribution(self, mean: FloatArray, covariates: FloatArray) -> CountMixture:
        """Return the distributions with these expected counts.

        Args:
            mean: expected counts above 0, shape (n,); NaN where unknown.
            covariates: shape (covariates, n), without NaN.
        """
        count = 3 * (MEAN_TERMS + len(covariates)) + LINEAR_PARAMETERS
        parameters = np.array(self.parameters) if self.parameters else np.zeros(count)
        shape = _Shape.of(parameters, _terms(np.log(mean), covariates))
        return CountMixture.around(
            mean, 1 + shape.excess, shape.zero, shape.low, shape.ratio, 1 + shape.low_excess
        )

    def to_json(self) -> str:
        """Return the parameters as JSON."""
        return json.dumps([round(p, 8) for p in self.parameters])

    @classmethod
    def from_json(cls, text: str) -> MixtureHead:
        """Return the head that ``to_json`` wrote."""
        return cls(tuple(json.loads(text)))


@dataclass(frozen=True)
class _Shape:
    """Each row's mixture parameters, arrays of shape (n,); ``excess`` is the dispersion less 1."""

    excess: FloatArray
    zero: FloatArray
    low: FloatArray
    ratio: FloatArray
    low_excess: FloatArray

    @classmethod
    def of(cls, parameters: FloatArray, terms: FloatArray) -> _Shape:
        log_mean, count = terms[1], len(terms)
        predictors = _summed_terms(parameters[: 3 * count].reshape(3, count), terms)
        r0, r1, s0, s1 = parameters[3 * count :]
        excess = np.exp(np.clip(predictors[0], *LOG_EXCESS))
        excess_ratio = np.exp(np.clip(s0 + s1 * log_mean, *LOG_RATIO))
        return cls(
            excess,
            np.clip(_logistic(predictors[1] + ZERO_LEVEL), *ZERO_LIMITS),
            np.clip(_logistic(predictors[2] + LOW_LEVEL), *LOW_LIMITS),
            _logistic(r0 + r1 * log_mean + RATIO_LEVEL),
            np.maximum(excess * excess_ratio, MIN_LOW_EXCESS),
        )


def fit_mixture_head(
    counts: FloatArray, mean: FloatArray, covariates: FloatArray, max_rows: int = MAX_ROWS
) -> MixtureHead:
    """Fit a head by penalised maximum likelihood (L-BFGS with analytic gradient).

    If there are more than ``max_rows`` rows, that many equally spaced ones are used.

    Args:
        counts: actual counts, shape (n,).
        mean: counts expected before the games, above 0, shape (n,).
        covariates: shape (covariates, n), without NaN.
        max_rows: the maximum number of rows used.
    """
    from scipy.optimize import minimize

    rows = np.arange(len(counts))
    if len(rows) > max_rows:
        rows = np.linspace(0, len(rows) - 1, max_rows).astype(np.int64)
    rows = rows[np.argsort(-counts[rows], kind="stable")]
    first = np.zeros(3 * (MEAN_TERMS + len(covariates)) + LINEAR_PARAMETERS)
    result = minimize(
        _loss,
        first,
        (Counts.of(counts[rows]), _terms(np.log(mean[rows]), covariates[:, rows])),
        "L-BFGS-B",
        jac=True,
        options={"maxiter": MAX_STEPS},
    )
    return MixtureHead(tuple(float(p) for p in result.x))


@dataclass(frozen=True)
class HeadJob:
    """One head to fit in another process; the arrays are those of ``fit_mixture_head``."""

    name: str
    """The job's name in messages, such as ``the spread of player_points``."""
    counts: FloatArray
    mean: FloatArray
    covariates: FloatArray
    max_rows: int


def fit_head(job: HeadJob) -> str:
    """Fit a job's head and return it as JSON."""
    return fit_mixture_head(job.counts, job.mean, job.covariates, job.max_rows).to_json()


def _terms(log_mean: FloatArray, covariates: FloatArray) -> FloatArray:
    """Return the terms that the parameters multiply: 1, L, L^2, covariates; shape (terms, n)."""
    return np.stack([np.ones_like(log_mean), log_mean, log_mean**2, *covariates])


def _loss(parameters: FloatArray, counts: Counts, terms: FloatArray) -> tuple[float, FloatArray]:
    """Return the mean negative log likelihood with its penalty, and its gradient."""
    value, derivatives = _score(counts, terms[1], _Shape.of(parameters, terms))
    weighted = [terms @ derivatives[n] for n in ("excess", "zero", "low")]
    linear_sums = [derivatives[n] @ each for n in ("ratio", "wider") for each in terms[:2]]
    gradient = -np.concatenate([*weighted, np.array(linear_sums)]) / terms.shape[1]
    penalty = RIDGE * float(parameters @ parameters)
    return counts.log_factorial - float(value.mean()) + penalty, gradient + 2 * RIDGE * parameters


def _score(
    counts: Counts, log_mean: FloatArray, shape: _Shape
) -> tuple[FloatArray, dict[str, FloatArray]]:
    """Return each row's log likelihood plus log factorial, and its derivatives by predictor."""
    mean_factor = 1 - shape.low + shape.low * shape.ratio
    mean = np.exp(log_mean) / (mean_factor * (1 - shape.zero))
    (usual, low), (usual_mean, low_mean), (usual_excess, low_excess) = _components(
        counts, np.stack([mean, mean * shape.ratio]), np.stack([shape.excess, shape.low_excess])
    )
    first, second = np.log1p(-shape.low) + usual, np.log(shape.low) + low
    log_mixture = _log_sum(first, second)
    p_short = np.exp(second - log_mixture)  # probability that this was a short game
    is_zero = counts.each == 0
    log_counted = log_mixture + np.log1p(-shape.zero)
    value = np.where(is_zero, _log_sum(np.log(shape.zero), log_counted), log_counted)
    p_counted = np.exp(log_counted - value)  # probability that this was no extra zero
    by_mean = (1 - p_short) * usual_mean + p_short * low_mean
    by_excess = (1 - p_short) * usual_excess + p_short * low_excess
    by_low_share = p_short * (1 - shape.low) - (1 - p_short) * shape.low
    mean_shift = shape.low * (1 - shape.low) * (1 - shape.ratio) / mean_factor
    by_ratio = -shape.low * shape.ratio * (1 - shape.ratio) / mean_factor
    by_zero = p_counted * (by_mean - 1) * shape.zero + (1 - p_counted) * (1 - shape.zero)
    return value, {
        "excess": p_counted * by_excess * _within_limits(np.log(shape.excess), LOG_EXCESS),
        "zero": by_zero * _within_limits(shape.zero, ZERO_LIMITS),
        "low": p_counted
        * (by_low_share + by_mean * mean_shift)
        * _within_limits(shape.low, LOW_LIMITS),
        "ratio": p_counted * (by_mean * by_ratio + p_short * low_mean * (1 - shape.ratio)),
        "wider": p_counted * p_short * low_excess,
    }


def _components(
    counts: Counts, mean: FloatArray, excess: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return NB1 log probabilities plus log factorial, and their derivatives, shape (m, n) each.

    The derivatives are by the logs of mean and excess. ``np.log(1 + x)`` is four times as fast as
    ``log1p``, and no excess is small enough for the difference to matter.
    """
    size, log_dispersion = mean / excess, np.log(1 + excess)
    log, slope = counts.rising(size)
    value = log + counts.each * np.log(excess) - (size + counts.each) * log_dispersion
    by_mean = size * (slope - log_dispersion)
    return value, by_mean, (counts.each - mean) / (1 + excess) - by_mean


def _log_sum(one: FloatArray, other: FloatArray) -> FloatArray:
    """Return ``log(exp(one) + exp(other))``, several times as fast as ``np.logaddexp``."""
    larger = np.maximum(one, other)
    return np.asarray(larger + np.log(1 + np.exp(np.minimum(one, other) - larger)))


def _within_limits(value: FloatArray, limits: Sequence[float]) -> FloatArray:
    """Return 1 where a value is within its limits, 0 where it is clipped, shape (n,)."""
    low, high = limits
    return np.asarray(((value > low) & (value < high)).astype(np.float64))


def _summed_terms(weights: FloatArray, terms: FloatArray) -> FloatArray:
    """Return the weighted sums of terms, added one by one.

    A matrix product would round differently with the number of rows.

    Args:
        weights: shape (m, terms).
        terms: shape (terms, n).
    """
    total = np.zeros((len(weights), terms.shape[1]))
    for weight, term in zip(weights.T, terms, strict=True):
        total += weight[:, None] * term
    return total


def _logistic(value: FloatArray) -> FloatArray:
    return np.asarray(1 / (1 + np.exp(np.minimum(-value, MAX_EXPONENT))))


USUAL_HEAD = MixtureHead(())
"""The default head, before there are predictions to fit one on: all parameters are 0."""
