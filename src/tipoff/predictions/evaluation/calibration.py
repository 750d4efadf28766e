"""Calibration: reliability of probabilities, and PIT histograms of distributions."""

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
    """Predicted and observed shares in bins of rising probability, arrays of shape (bins,)."""

    count: FloatArray
    """The number of predictions, as nearly equal among bins as tied probabilities allow."""
    predicted: FloatArray
    """The mean predicted probability."""
    observed: FloatArray
    """The share of events that occurred."""
    low: FloatArray
    """The lower end of the interval that would hold ``observed`` 95 % of the time if all
    probabilities were right and outcomes independent."""
    high: FloatArray
    """The upper end of that interval."""

    @property
    def error(self) -> float:
        """The mean gap between predicted and observed shares; NaN without predictions."""
        if not len(self.count):
            return float("nan")
        return float(np.average(np.abs(self.predicted - self.observed), weights=self.count))


@dataclass(frozen=True)
class PitHistogram:
    """The positions of outcomes in their predicted distributions: uniform if those are right."""

    density: FloatArray
    """The share of outcomes in each bin divided by its width, shape (bins,): ideally 1."""
    count: int
    margin: float
    """The distance from 1 that a bin exceeds 5 % of the time if all distributions are right
    and outcomes independent."""


def reliability(probability: FloatArray, outcome: FloatArray, bins: int = BINS) -> Reliability:
    """Compare predicted with observed shares in bins of equal count.

    Equal probabilities always share a bin, so bins may differ in size, or be fewer than ``bins``.
    Rows where either input is NaN are left out.

    Args:
        probability: of the event, shape (n,).
        outcome: 1 where the event occurred, else 0, shape (n,).
        bins: the maximum number of bins.

    Raises:
        ValueError: a probability is not from 0 to 1, or an outcome neither 0 nor 1.
    """
    predicted, observed = _known(probability, outcome)
    place = _equal_counts(predicted, bins)
    count = np.bincount(place, minlength=bins).astype(np.float64)
    filled = count > 0
    sums = (
        np.bincount(place, v, bins)[filled]
        for v in (predicted, observed, predicted * (1 - predicted))
    )
    mean, share, spread = (values / count[filled] for values in sums)
    margin = TWO_SIDED_95 * np.sqrt(spread / count[filled])
    low, high = np.maximum(mean - margin, 0.0), np.minimum(mean + margin, 1.0)
    return Reliability(count[filled], mean, share, low, high)


def expected_calibration_error(
    probability: FloatArray, outcome: FloatArray, bins: int = BINS
) -> float:
    """Return the mean gap between prediction and outcome in bins of equal count; NaN without rows.

    Naeini, Cooper & Hauskrecht, Obtaining Well Calibrated Probabilities (2015), with bins of equal
    count rather than width: probabilities at a line all lie near one half. A sample's error is
    never 0: ``error_if_calibrated`` returns what to expect of perfect probabilities.

    Raises:
        ValueError: a probability is not from 0 to 1, or an outcome neither 0 nor 1.
    """
    return reliability(probability, outcome, bins).error


def error_if_calibrated(probability: FloatArray, bins: int = BINS) -> float:
    """Return the calibration error that chance alone produces if every probability is right.

    Each bin contributes ``sqrt(2 / pi)`` standard deviations, the mean distance of a normal
    variable from its mean. Ten bins near one half give about 0.04 for 1,000 rows and 0.0125 for
    10,000.
    """
    predicted = np.asarray(probability, np.float64)
    predicted = predicted[~np.isnan(predicted)]
    if not len(predicted):
        return float("nan")
    spread = np.bincount(_equal_counts(predicted, bins), predicted * (1 - predicted), bins)
    return float(np.sqrt(2 / np.pi * spread).sum() / len(predicted))


def calibration_error(
    probability: FloatArray, outcome: FloatArray, slate: npt.NDArray[np.int64], bins: int = BINS
) -> Estimate:
    """Return the expected calibration error with a 95 % interval from resampling whole slates.

    A resampled sample is less calibrated than the original, so percentiles of the draws would lie
    above the truth. The low end is therefore the error less the 97.5th percentile of the noise in
    it, estimated from how the bins' gaps move between draws; it is 0 about 39 times in 40 if all
    probabilities are right. The high end mirrors the draws' 2.5th percentile about the error.

    Args:
        probability: of the event, shape (n,).
        outcome: 1 where the event occurred, else 0, shape (n,).
        slate: the slate of each row, as a number, shape (n,).
        bins: the maximum number of bins.

    Raises:
        ValueError: a probability is not from 0 to 1, or an outcome neither 0 nor 1.
    """
    value = expected_calibration_error(probability, outcome, bins)
    rows = ~np.isnan(probability + outcome)
    if not rows.any():
        return Estimate(value, value, value, 0)
    predicted, observed = probability[rows], outcome[rows]
    _, group = np.unique(slate[rows], return_inverse=True)
    cell = group * bins + _equal_counts(predicted, bins)
    summed = np.bincount(cell, predicted - observed, (group.max() + 1) * bins)
    gaps = summed.astype(np.float64).reshape(-1, bins)
    rows_drawn = drawn_sums(np.bincount(group).astype(np.float64)[:, None])
    drawn = drawn_sums(gaps) / rows_drawn
    distance = np.abs(drawn - gaps.sum(axis=0) / len(predicted)).sum(axis=1)
    low = value - np.quantile(distance, 0.975)
    high = 2 * value - np.quantile(np.abs(drawn).sum(axis=1), 0.025)
    return Estimate(value, max(float(low), 0.0), max(float(high), value), len(predicted))


def pit_histogram(
    low: FloatArray, high: FloatArray | None = None, bins: int = BINS
) -> PitHistogram:
    """Return the histogram of the outcomes' probability integral transforms (PIT).

    An outcome's probability is spread evenly from ``low`` to ``high``, see
    ``CountDistribution.pit_bounds``; for continuous PIT values pass ``low`` alone. Rows with NaN
    are left out.

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
    predicted, observed = probability[rows], outcome[rows]
    if np.any((predicted < 0) | (predicted > 1)):
        raise ValueError("a probability must be from 0 to 1")
    if np.any((observed != 0) & (observed != 1)):
        raise ValueError("an outcome must be 0 or 1")
    return predicted, observed


def _equal_counts(values: FloatArray, bins: int) -> npt.NDArray[np.int64]:
    """Return the bin of each value; equal values share a bin, whatever their order."""
    _, place, repeats = np.unique(values, return_inverse=True, return_counts=True)
    middle = np.cumsum(repeats) - (repeats + 1) / 2
    return np.asarray((middle * bins / max(len(values), 1)).astype(np.int64)[place])
