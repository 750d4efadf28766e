"""Whether probabilities happen as often as they say, and distributions are as wide as they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from tipoff.predictions.evaluation.intervals import Estimate, drawn_sums

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray

BINS = 10
TWO_SIDED_95 = 1.959964


@dataclass(frozen=True)
class Reliability:
    """What was said and what happened, by bins of rising probability, arrays of shape (bins,)."""

    count: FloatArray
    """How many were said, as nearly the same in each bin as equal probabilities allow."""
    said: FloatArray
    """The mean probability."""
    happened: FloatArray
    """The share of outcomes that came true."""
    low: FloatArray
    """Where the share would lie 95 % of the time were all that is said right, and independent."""
    high: FloatArray

    @property
    def error(self) -> float:
        """The mean gap between what is said and what happens; NaN of nothing said."""
        if not len(self.count):
            return float("nan")
        return float(np.average(np.abs(self.said - self.happened), weights=self.count))


@dataclass(frozen=True)
class PitHistogram:
    """How outcomes lie within their distributions: evenly, where those are right."""

    density: FloatArray
    """The share of outcomes in each bin by the bin's width, shape (bins,): 1 where right."""
    count: int
    margin: float
    """How far from 1 a bin would be 5 % of the time were all right, and outcomes independent."""


def reliability(probability: FloatArray, outcome: FloatArray, bins: int = BINS) -> Reliability:
    """Probabilities in bins of equal count beside what happened.

    Equal probabilities are never told apart, so a bin may hold more than its share, or there may
    be fewer bins. Rows where either is NaN are left out.

    Args:
        probability: of the event, shape (n,).
        outcome: 1 where it happened, else 0, shape (n,).
        bins: how many at most.

    Raises:
        ValueError: a probability is not from 0 to 1, or an outcome neither 0 nor 1.
    """
    said, happened = _known(probability, outcome)
    place = _equal_counts(said, bins)
    count = np.bincount(place, minlength=bins).astype(np.float64)
    held = count > 0
    sums = (np.bincount(place, v, bins)[held] for v in (said, happened, said * (1 - said)))
    mean, share, spread = (values / count[held] for values in sums)
    margin = TWO_SIDED_95 * np.sqrt(spread / count[held])
    low, high = np.maximum(mean - margin, 0.0), np.minimum(mean + margin, 1.0)
    return Reliability(count[held], mean, share, low, high)


def expected_calibration_error(
    probability: FloatArray, outcome: FloatArray, bins: int = BINS
) -> float:
    """Return the mean gap between prediction and outcome over bins of equal count; NaN of no rows.

    Naeini, Cooper & Hauskrecht, Obtaining Well Calibrated Probabilities (2015), with bins of equal
    count rather than width: probabilities at a line all lie near one half. It is never 0 of a
    sample: ``error_if_calibrated`` says what to expect of perfect probabilities.

    Raises:
        ValueError: a probability is not from 0 to 1, or an outcome neither 0 nor 1.
    """
    return reliability(probability, outcome, bins).error


def error_if_calibrated(probability: FloatArray, bins: int = BINS) -> float:
    """Return the calibration error to expect of chance alone, were every probability right.

    ``sqrt(2 / pi)`` standard deviations of each bin: the mean distance of a normal variable from
    its own mean. With ten bins near one half it is about 0.04 of 1,000 rows, 0.0125 of 10,000.
    """
    said = np.asarray(probability, np.float64)
    said = said[~np.isnan(said)]
    if not len(said):
        return float("nan")
    spread = np.bincount(_equal_counts(said, bins), said * (1 - said), bins)
    return float(np.sqrt(2 / np.pi * spread).sum() / len(said))


def calibration_error(
    probability: FloatArray, outcome: FloatArray, slate: npt.NDArray[np.int64], bins: int = BINS
) -> Estimate:
    """Return the expected calibration error with a 95 % interval from drawing whole slates again.

    A drawn sample is further from calibrated than the sample it is drawn from, so percentiles of
    the draws would lie above the truth. The low end is the error less what chance adds to it at
    most, from how the bins' gaps move between draws; it is 0 about 39 times of 40 where all is
    right. The high end reflects the draws' low percentile about the error.

    Args:
        probability: of the event, shape (n,).
        outcome: 1 where it happened, else 0, shape (n,).
        slate: 0, 1, ... for rows that share their luck, shape (n,).
        bins: how many at most.

    Raises:
        ValueError: a probability is not from 0 to 1, or an outcome neither 0 nor 1.
    """
    value = expected_calibration_error(probability, outcome, bins)
    rows = ~np.isnan(probability + outcome)
    if not rows.any():
        return Estimate(value, value, value, 0)
    said, happened = probability[rows], outcome[rows]
    _, group = np.unique(slate[rows], return_inverse=True)
    cell = group * bins + _equal_counts(said, bins)
    summed = np.bincount(cell, said - happened, (group.max() + 1) * bins)
    gaps = summed.astype(np.float64).reshape(-1, bins)
    rows_drawn = drawn_sums(np.bincount(group).astype(np.float64)[:, None])
    drawn = drawn_sums(gaps) / rows_drawn
    chance = np.abs(drawn - gaps.sum(axis=0) / len(said)).sum(axis=1)
    low = value - np.quantile(chance, 0.975)
    high = 2 * value - np.quantile(np.abs(drawn).sum(axis=1), 0.025)
    return Estimate(value, max(float(low), 0.0), max(float(high), value), len(said))


def pit_histogram(
    low: FloatArray, high: FloatArray | None = None, bins: int = BINS
) -> PitHistogram:
    """Return the histogram of outcomes within their distributions.

    A count's own probability is spread evenly from ``low`` to ``high``, see
    ``CountDistribution.pit_bounds``; of continuous PIT values give ``low`` alone. Rows that are
    NaN are left out.

    Raises:
        ValueError: a bound is not from 0 to 1.
    """
    upper = low if high is None else high
    known = ~np.isnan(low + upper)
    start, end = low[known], upper[known]
    if np.any((start < 0) | (end > 1 + 1e-9) | (end < start)):
        raise ValueError("PIT bounds must be from 0 to 1, the low one first")
    edges = np.linspace(0, 1, bins + 1)[1:-1]
    width = np.maximum(end - start, 1e-12)
    below = [np.clip((edge - start) / width, 0, 1).sum() for edge in edges]
    count = int(known.sum())
    mass = np.diff(np.concatenate([[0.0], below, [float(count)]]))
    margin = TWO_SIDED_95 * float(np.sqrt((bins - 1) / max(count, 1)))
    return PitHistogram(mass * bins / max(count, 1), count, margin)


def _known(probability: FloatArray, outcome: FloatArray) -> tuple[FloatArray, FloatArray]:
    rows = ~np.isnan(probability + outcome)
    said, happened = probability[rows], outcome[rows]
    if np.any((said < 0) | (said > 1)):
        raise ValueError("a probability must be from 0 to 1")
    if np.any((happened != 0) & (happened != 1)):
        raise ValueError("an outcome must be 0 or 1")
    return said, happened


def _equal_counts(values: FloatArray, bins: int) -> npt.NDArray[np.int64]:
    """Return the bin of each value, equal values together, whatever their order."""
    _, place, often = np.unique(values, return_inverse=True, return_counts=True)
    middle = np.cumsum(often) - (often + 1) / 2
    return np.asarray((middle * bins / max(len(values), 1)).astype(np.int64)[place])
