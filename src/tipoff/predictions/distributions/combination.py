"""Sums of counts that depend on each other: points + rebounds + assists of one player."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from tipoff.predictions.distributions.dispersion import FURTHEST
from tipoff.predictions.distributions.distribution import NEAR_POISSON, NegativeBinomial1

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipoff.predictions.distributions.count_distribution import CountDistribution, FloatArray
    from tipoff.predictions.models.contract import Matrix

BISECTIONS = 30
HALVINGS, TINY = 8, 1e-12
PRIOR_ROWS = 1_000
"""Of so many rows the slope is believed by half: of few it is mostly chance."""
SMALLEST = 1e-100
"""The least probability of zero that is told from none."""


def combined(parts: Sequence[NegativeBinomial1], correlation: FloatArray) -> NegativeBinomial1:
    """The distribution of the sum of dependent counts, in the same family.

    It has the sum's own mean and variance, ``sum of variances + 2 * sum over pairs of
    correlation * deviation * deviation``, and as nearly as the family can the probability that
    all parts are zero. A sum of counts with one dispersion is NB1 itself if they are independent;
    else that the sum is NB1 is an approximation, which simulation bears out (see its test).

    Args:
        parts: two or more, of one shape.
        correlation: of the parts' counts given their means, shape (parts, parts), or with the
            parts' own shape behind that where it differs from row to row. See
            ``ResidualCorrelation``.

    Raises:
        ValueError: there are fewer than two parts, or the correlation is not of their number or
            no correlation matrix.
    """
    _checked(len(parts), correlation)
    deviations = np.stack([np.sqrt(part.variance) for part in parts])
    mean = np.sum([part.mean for part in parts], axis=0)
    variance = np.einsum("i...,ij...,j...->...", deviations, correlation, deviations)
    return _matched(mean, variance, _all_zero(parts, correlation))


@dataclass(frozen=True)
class ResidualCorrelation:
    """How counts go together beyond what their means say, by how unsteady minutes are.

    ``usual + slope * v``, brought to a unit diagonal, with v as in ``DispersionFit``: minutes that
    turn out long or short move all counts alike, and the more the less they are known before.
    """

    usual: FloatArray
    """Shape (parts, parts)."""
    slope: FloatArray
    """Shape (parts, parts)."""

    def at(self, unsteady: npt.ArrayLike) -> FloatArray:
        """The correlation at each volatility of minutes, shape (parts, parts, n)."""
        v = np.asarray(unsteady, np.float64)
        usual, slope = (np.reshape(m, m.shape + (1,) * v.ndim) for m in (self.usual, self.slope))
        return _unit_diagonal(usual + slope * v)

    def to_tuples(self) -> tuple[Matrix, ...]:
        """The matrices as a contract keeps them."""
        return tuple(tuple(map(tuple, matrix.tolist())) for matrix in (self.usual, self.slope))

    @classmethod
    def from_tuples(cls, matrices: Sequence[Matrix]) -> ResidualCorrelation:
        """What ``to_tuples`` made."""
        return cls(*(np.array(matrix, np.float64) for matrix in matrices))


def residual_correlation(
    parts: Sequence[CountDistribution], actual: FloatArray, unsteady: FloatArray | None = None
) -> ResidualCorrelation:
    """Fit how counts go together beyond what their means say.

    By least squares on the products of ``(actual - mean) / deviation``, over the rows that are
    known in every part. It is what minutes that turn out long or short, and overtime, leave in
    common.

    Args:
        parts: the distributions that were predicted, each of shape (n,).
        actual: what happened, shape (parts, n), NaN where unknown.
        unsteady: the volatility of minutes as ``DispersionFit.standardised`` gives it, shape (n,);
            without it the correlation is the same for all.

    Raises:
        ValueError: not two rows are known.
    """
    away = np.stack(
        [
            (happened - part.mean) / np.sqrt(part.variance)
            for part, happened in zip(parts, actual, strict=True)
        ]
    )
    rows = ~np.isnan(away).any(axis=0)
    if rows.sum() < 2:
        raise ValueError("a correlation needs at least two rows that are known in every part")
    known = away[:, rows]
    mean = known @ known.T / known.shape[1]
    if unsteady is None:
        return ResidualCorrelation(mean, np.zeros_like(mean))
    v = unsteady[rows] - unsteady[rows].mean()
    slope = (known * v) @ known.T / max(float(v @ v), TINY)
    slope *= len(v) / (len(v) + PRIOR_ROWS)
    return _possible(mean, slope, float(unsteady[rows].mean()))


def _possible(mean: FloatArray, slope: FloatArray, center: float) -> ResidualCorrelation:
    """With the slope, or so much of it that a correlation exists at every volatility."""
    for share in 0.5 ** np.arange(HALVINGS):
        usual = mean - share * slope * center
        ends = np.stack([usual - FURTHEST * share * slope, usual + FURTHEST * share * slope])
        if np.linalg.eigvalsh(ends).min() > 0:
            return ResidualCorrelation(usual, share * slope)
    return ResidualCorrelation(mean, np.zeros_like(slope))


def _unit_diagonal(together: FloatArray) -> FloatArray:
    scale = np.sqrt(np.einsum("ii...->i...", together))
    return np.asarray(together / (scale[:, None] * scale))


def _checked(count: int, correlation: FloatArray) -> None:
    if count < 2:
        raise ValueError("a combination has at least two parts")
    if correlation.shape[:2] != (count, count):
        raise ValueError(f"correlation must be {count} by {count}, not {correlation.shape}")
    each = np.moveaxis(correlation, (0, 1), (-2, -1))
    alike = np.allclose(each, each.swapaxes(-1, -2))
    itself = np.allclose(np.diagonal(each, axis1=-2, axis2=-1), 1)
    if not (alike and itself) or np.linalg.eigvalsh(each).min(initial=0.0) < -1e-9:
        raise ValueError("correlation is no correlation matrix")


def _all_zero(parts: Sequence[NegativeBinomial1], correlation: FloatArray) -> FloatArray:
    """The probability that every part is zero, as if by a Gaussian copula.

    Part after part: given that one is below its threshold, the normals left are again taken as
    normal, with their new means and covariances (Mendell & Elston, Multifactorial Qualitative
    Traits, 1974).
    """
    from scipy.special import log_ndtr, ndtri

    limits = ndtri(np.stack([np.maximum(part.cdf(0), SMALLEST) for part in parts]))
    missing = (1,) * (limits.ndim + 1 - correlation.ndim)
    shared = np.reshape(correlation, correlation.shape + missing) + np.zeros(limits.shape[1:])
    log_share = np.zeros(limits.shape[1:])
    while len(limits):
        limit, rest = limits[0], shared[1:, 0]
        below = log_ndtr(limit)
        log_share = log_share + below
        pulled = np.exp(-(limit**2) / 2 - below) / np.sqrt(2 * np.pi)
        shared = shared[1:, 1:] - rest[:, None] * rest * (pulled * (pulled + limit))
        deviation = np.sqrt(np.einsum("ii...->i...", shared))
        limits = (limits[1:] + rest * pulled) / deviation
        shared = shared / (deviation[:, None] * deviation)
    return np.asarray(np.exp(log_share))


def _matched(mean: FloatArray, variance: FloatArray, zero: FloatArray) -> NegativeBinomial1:
    """The distribution with this mean and variance, and this probability of zero if it can be.

    With a share z of extra zeros the dispersion is ``variance/mean - mean z/(1 - z)``, so z goes
    from 0 to where the dispersion is 1.
    """
    excess = np.maximum(variance / mean - 1, NEAR_POISSON)
    low, high = np.zeros_like(mean), excess / (mean + excess)
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        short = _with_share(mean, excess, middle).cdf(0) < zero
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    return _with_share(mean, excess, low)


def _with_share(mean: FloatArray, excess: FloatArray, share: FloatArray) -> NegativeBinomial1:
    dispersion = 1 + np.maximum(excess - mean * share / (1 - share), 0.0)
    return NegativeBinomial1.around(mean, dispersion, share)
