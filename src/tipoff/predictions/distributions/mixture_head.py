"""The spread around an expected count: a mixture whose six parameters follow from the situation.

With L the log of the expected count and q = (1, L, L^2, covariates), the head is

- ``log(dispersion - 1) = q A`` and ``logit(zero_share) = q B - 4``,
- ``logit(low_share) = q C - 2`` and ``logit(low_ratio) = r0 + r1 L - 0.5``,
- ``log((low_dispersion - 1) / (dispersion - 1)) = s0 + s1 L``.

It is fitted by maximum likelihood on predictions made before their games, so that the spread is
that of real errors and no games have to be held out from the means.
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
TERMS = 3
"""Of the expected count itself: 1, L and L^2."""
MAX_EXPONENT = 700.0
"""No larger one has an exponential; at it, a share is 0 to every digit."""
ENDS = 4
"""The parameters r0, r1, s0 and s1."""


@dataclass(frozen=True)
class MixtureHead:
    """A head's parameters: A, B and C by term, then r0, r1, s0 and s1."""

    parameters: tuple[float, ...]

    def distribution(self, mean: FloatArray, covariates: FloatArray) -> CountMixture:
        """Return the distributions with these expected counts.

        Args:
            mean: shape (n,), above 0; NaN where unknown.
            covariates: shape (covariates, n), without NaN.
        """
        count = 3 * (TERMS + len(covariates)) + ENDS
        parameters = np.array(self.parameters) if self.parameters else np.zeros(count)
        shape = _Shape.of(parameters, _terms(np.log(mean), covariates))
        return CountMixture.around(
            mean, 1 + shape.excess, shape.zero, shape.low, shape.ratio, 1 + shape.low_excess
        )

    def to_json(self) -> str:
        """Return the head as text."""
        return json.dumps([round(p, 8) for p in self.parameters])

    @classmethod
    def from_json(cls, text: str) -> MixtureHead:
        """Return the head that ``to_json`` wrote."""
        return cls(tuple(json.loads(text)))


@dataclass(frozen=True)
class _Shape:
    """What the parameters make of each row, arrays of shape (n,)."""

    excess: FloatArray
    zero: FloatArray
    low: FloatArray
    ratio: FloatArray
    low_excess: FloatArray

    @classmethod
    def of(cls, parameters: FloatArray, terms: FloatArray) -> _Shape:
        log_mean, count = terms[1], len(terms)
        added = _added(parameters[: 3 * count].reshape(3, count), terms)
        r0, r1, s0, s1 = parameters[3 * count :]
        excess = np.exp(np.clip(added[0], *LOG_EXCESS))
        wider = np.exp(np.clip(s0 + s1 * log_mean, *LOG_RATIO))
        return cls(
            excess,
            np.clip(_logistic(added[1] + ZERO_LEVEL), *ZERO_LIMITS),
            np.clip(_logistic(added[2] + LOW_LEVEL), *LOW_LIMITS),
            _logistic(r0 + r1 * log_mean + RATIO_LEVEL),
            np.maximum(excess * wider, MIN_LOW_EXCESS),
        )


def fit_mixture_head(
    counts: FloatArray, mean: FloatArray, covariates: FloatArray, max_rows: int = MAX_ROWS
) -> MixtureHead:
    """Fit a head by penalised maximum likelihood (L-BFGS with analytic gradient).

    Of more rows than ``max_rows`` so many are used, equally far apart: the same ones every time.

    Args:
        counts: what happened, shape (n,).
        mean: what was expected before the games, shape (n,), above 0.
        covariates: shape (covariates, n), without NaN.
        max_rows: how many rows are used at most.
    """
    from scipy.optimize import minimize

    rows = np.arange(len(counts))
    if len(rows) > max_rows:
        rows = np.linspace(0, len(rows) - 1, max_rows).astype(np.int64)
    rows = rows[np.argsort(-counts[rows], kind="stable")]
    first = np.zeros(3 * (TERMS + len(covariates)) + ENDS)
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
    """One head to fit, as it is sent to another process; arrays as ``fit_mixture_head`` takes."""

    name: str
    """What a message calls it, such as ``the spread of player_points``."""
    counts: FloatArray
    mean: FloatArray
    covariates: FloatArray
    max_rows: int


def fit_head(job: HeadJob) -> str:
    """Fit a job's head and return it as text."""
    return fit_mixture_head(job.counts, job.mean, job.covariates, job.max_rows).to_json()


def _terms(log_mean: FloatArray, covariates: FloatArray) -> FloatArray:
    """Return what the parameters multiply: 1, L, L^2 and the covariates, shape (terms, n)."""
    return np.stack([np.ones_like(log_mean), log_mean, log_mean**2, *covariates])


def _loss(parameters: FloatArray, counts: Counts, terms: FloatArray) -> tuple[float, FloatArray]:
    """Return the mean negative log likelihood with its penalty, and its gradient."""
    value, by = _score(counts, terms[1], _Shape.of(parameters, terms))
    weighted = [terms @ by[n] for n in ("excess", "zero", "low")]
    ends = [by[n] @ each for n in ("ratio", "wider") for each in terms[:2]]
    gradient = -np.concatenate([*weighted, np.array(ends)]) / terms.shape[1]
    penalty = RIDGE * float(parameters @ parameters)
    return counts.log_factorial - float(value.mean()) + penalty, gradient + 2 * RIDGE * parameters


def _score(
    counts: Counts, log_mean: FloatArray, shape: _Shape
) -> tuple[FloatArray, dict[str, FloatArray]]:
    """Return each row's log likelihood times the factorial, and its derivatives by the terms."""
    whole = 1 - shape.low + shape.low * shape.ratio
    mean = np.exp(log_mean) / (whole * (1 - shape.zero))
    (usual, low), (usual_mean, low_mean), (usual_excess, low_excess) = _components(
        counts, np.stack([mean, mean * shape.ratio]), np.stack([shape.excess, shape.low_excess])
    )
    first, second = np.log1p(-shape.low) + usual, np.log(shape.low) + low
    both = _log_sum(first, second)
    part = np.exp(second - both)  # how probably this was a short night
    none = counts.each == 0
    counted = both + np.log1p(-shape.zero)
    value = np.where(none, _log_sum(np.log(shape.zero), counted), counted)
    own = np.exp(counted - value)  # how probably this was no extra zero
    by_mean = (1 - part) * usual_mean + part * low_mean
    by_excess = (1 - part) * usual_excess + part * low_excess
    by_low_share = part * (1 - shape.low) - (1 - part) * shape.low
    pulled = shape.low * (1 - shape.low) * (1 - shape.ratio) / whole
    by_ratio = -shape.low * shape.ratio * (1 - shape.ratio) / whole
    by_zero = own * (by_mean - 1) * shape.zero + (1 - own) * (1 - shape.zero)
    return value, {
        "excess": own * by_excess * _inside(np.log(shape.excess), LOG_EXCESS),
        "zero": by_zero * _inside(shape.zero, ZERO_LIMITS),
        "low": own * (by_low_share + by_mean * pulled) * _inside(shape.low, LOW_LIMITS),
        "ratio": own * (by_mean * by_ratio + part * low_mean * (1 - shape.ratio)),
        "wider": own * part * low_excess,
    }


def _components(
    counts: Counts, mean: FloatArray, excess: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return NB1s' log probabilities times the factorial, and their derivatives, shape (m, n) each.

    They are by the logs of mean and excess, shape (m, n) too. ``np.log(1 + x)`` is four times as
    fast as ``log1p``, and no excess is so small that it matters.
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


def _inside(value: FloatArray, limits: Sequence[float]) -> FloatArray:
    """Return 1 where a value is free to move, 0 where it is held at a limit, shape (n,)."""
    low, high = limits
    return np.asarray(((value > low) & (value < high)).astype(np.float64))


def _added(weights: FloatArray, terms: FloatArray) -> FloatArray:
    """Add up the terms one after the other: a matrix product rounds by how many rows it has.

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
"""The head with which predictions start, before there are any to fit one on: all at its levels."""
