"""Sums of counts that depend on each other: points + rebounds + assists of one player."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from tipoff.predictions.distribution import NEAR_POISSON, NegativeBinomial1

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipoff.predictions.count_distribution import CountDistribution, FloatArray

BISECTIONS = 50
NODES = 12


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
            ``residual_correlation``.

    Raises:
        ValueError: there are fewer than two parts, or the correlation is not of their number or
            no correlation matrix.
    """
    _checked(len(parts), correlation)
    deviations = np.stack([np.sqrt(part.variance) for part in parts])
    mean = np.sum([part.mean for part in parts], axis=0)
    variance = np.einsum("i...,ij...,j...->...", deviations, correlation, deviations)
    return _matched(mean, variance, _all_zero(parts, correlation))


def residual_correlation(parts: Sequence[CountDistribution], actual: FloatArray) -> FloatArray:
    """How counts go together beyond what their means say, shape (parts, parts).

    The correlation of ``(actual - mean) / deviation``, about zero, over the rows that are known
    in every part. It is what minutes that turn out long or short, and overtime, leave in common.

    Args:
        parts: the distributions that were predicted, each of shape (n,).
        actual: what happened, shape (parts, n), NaN where unknown.

    Raises:
        ValueError: not two rows are known.
    """
    away = [(happened - part.mean) / np.sqrt(part.variance)
            for part, happened in zip(parts, actual, strict=True)]  # fmt: skip
    known = np.stack(away)[:, ~np.isnan(away).any(axis=0)]
    if known.shape[1] < 2:
        raise ValueError("a correlation needs at least two rows that are known in every part")
    together = known @ known.T
    scale = np.sqrt(np.diag(together))
    found: FloatArray = together / np.outer(scale, scale)
    return found


def _checked(count: int, correlation: FloatArray) -> None:
    if count < 2:
        raise ValueError("a combination has at least two parts")
    if correlation.shape[:2] != (count, count):
        raise ValueError(f"correlation must be {count} by {count}, not {correlation.shape}")
    each = np.moveaxis(correlation, (0, 1), (-2, -1))
    alike = np.allclose(each, each.swapaxes(-1, -2)) and np.allclose(np.einsum("...ii", each), 1)
    if not alike or np.linalg.eigvalsh(each).min(initial=0.0) < -1e-9:
        raise ValueError("correlation is no correlation matrix")


def _all_zero(parts: Sequence[NegativeBinomial1], correlation: FloatArray) -> FloatArray:
    """The probability that every part is zero, as if by a Gaussian copula.

    Of a pair exactly, of more by Kirkwood's superposition of the pairs.
    """
    zero = [np.asarray(part.cdf(0)) for part in parts]
    together = np.prod(zero, axis=0)
    for i, j in combinations(range(len(parts)), 2):
        both = _both_below(zero[i], zero[j], np.asarray(correlation[i, j]))
        together = np.asarray(together * both / (zero[i] * zero[j]))
    return np.asarray(np.minimum(together, np.min(zero, axis=0)))


def _both_below(first: FloatArray, second: FloatArray, correlation: FloatArray) -> FloatArray:
    """P(U < first, V < second) of a Gaussian copula (Drezner & Wesolowsky, 1990)."""
    from scipy.special import ndtri

    h, k = ndtri(first), ndtri(second)
    points, weights = np.polynomial.legendre.leggauss(NODES)
    furthest = np.arcsin(correlation)
    angles = furthest[..., None] * (points + 1) / 2
    sine, cosine = np.sin(angles), np.cos(angles)
    h, k = h[..., None], k[..., None]
    density = np.exp(-(h**2 - 2 * h * k * sine + k**2) / (2 * cosine**2))
    integral = (density @ weights) * furthest / (4 * np.pi)
    return np.asarray(first * second + integral)


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
    return NegativeBinomial1(mean / (1 - share), dispersion, share)
