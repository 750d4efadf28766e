"""Calibration: its measures, and their uncertainty."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.evaluation.calibration import (
    calibration_error,
    error_if_calibrated,
    expected_calibration_error,
    pit_histogram,
    reliability,
)

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray

NAN = float("nan")
probabilities = st.one_of(st.floats(0, 1), st.sampled_from([0.4, 0.5]))
rows = st.lists(st.tuples(probabilities, st.booleans()), min_size=1, max_size=60)


def _arrays(predicted: list[tuple[float, bool]]) -> tuple[FloatArray, FloatArray]:
    table = np.array(predicted, np.float64)
    return table[:, 0], table[:, 1]


def _drawn(rows: int, wrong: float, seed: int) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return probabilities near one half, outcomes, and true probabilities closer to one half."""
    chance = np.random.default_rng(seed)
    predicted = chance.beta(20, 20, rows)
    true = 0.5 + (predicted - 0.5) * (1 - wrong)
    return predicted, (chance.random(rows) < true).astype(np.float64), true


def test_a_small_case_by_hand() -> None:
    predicted = np.array([0.1, 0.2, 0.8, 0.6])
    happened = np.array([0.0, 1.0, 1.0, 1.0])
    bins = reliability(predicted, happened, bins=2)
    assert bins.count.tolist() == [2, 2]
    assert bins.predicted == pytest.approx([0.15, 0.7])
    assert bins.observed == pytest.approx([0.5, 1])
    assert bins.high[0] == pytest.approx(0.15 + 1.959964 * math.sqrt(0.25) / 2)
    assert bins.low.tolist()[0] == 0
    assert expected_calibration_error(predicted, happened, bins=2) == pytest.approx(0.325)


@given(rows, st.integers(1, 12))
def test_every_row_is_in_one_bin_and_bins_rise(
    predicted: list[tuple[float, bool]], bins: int
) -> None:
    probability, outcome = _arrays(predicted)
    result = reliability(probability, outcome, bins)
    assert result.count.sum() == len(predicted)
    assert len(result.count) <= bins
    assert (np.diff(result.predicted) > 0).all()
    assert result.predicted @ result.count == pytest.approx(probability.sum())
    assert result.observed @ result.count == pytest.approx(outcome.sum())
    assert (result.low <= result.predicted + 1e-12).all()
    assert (result.predicted <= result.high + 1e-12).all()
    assert 0 <= result.error <= 1


@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(
    predicted: list[tuple[float, bool]], chance: Any
) -> None:
    shuffled = list(predicted)
    chance.shuffle(shuffled)
    first, second = (expected_calibration_error(*_arrays(v), 4) for v in (predicted, shuffled))
    assert first == pytest.approx(second, abs=1e-12)


def test_distinct_probabilities_fill_bins_evenly() -> None:
    predicted, happened, _ = _drawn(1_003, 0, seed=1)
    counts = reliability(predicted, happened).count
    assert len(counts) == 10
    assert counts.max() - counts.min() <= 1


def test_one_probability_is_one_bin() -> None:
    result = reliability(np.full(50, 0.4), np.array([1.0, 0.0] * 25))
    assert result.count.tolist() == [50]
    assert result.error == pytest.approx(0.1)


def test_what_is_unknown_is_left_out() -> None:
    predicted, happened = np.array([0.3, NAN, 0.7]), np.array([0.0, 1.0, NAN])
    assert reliability(predicted, happened).count.tolist() == [1]
    assert math.isnan(expected_calibration_error(predicted[1:2], happened[1:2]))
    assert calibration_error(predicted[1:2], happened[1:2], np.array([0])).n == 0
    assert math.isnan(error_if_calibrated(predicted[1:2]))


@pytest.mark.parametrize(
    ("predicted", "happened", "named"),
    [(1.2, 1, "from 0 to 1"), (-0.1, 1, "from 0 to 1"), (0.5, 0.5, "0 or 1")],
)
def test_what_is_no_probability_or_outcome_is_refused(
    predicted: float, happened: float, named: str
) -> None:
    with pytest.raises(ValueError, match=named):
        expected_calibration_error(np.array([predicted]), np.array([happened], np.float64))


@pytest.mark.parametrize("rows", [500, 5_000])
def test_chance_alone_makes_the_error_it_is_said_to(rows: int) -> None:
    errors = []
    for seed in range(60):
        predicted, happened, _ = _drawn(rows, 0, seed)
        errors.append(expected_calibration_error(predicted, happened))
    assert np.mean(errors) == pytest.approx(error_if_calibrated(predicted), rel=0.1)


@pytest.mark.parametrize("wrong", [0.0, 0.3, 0.8])
def test_the_interval_holds_the_truth_about_as_often_as_it_says(wrong: float) -> None:
    held = 0
    for seed in range(100):
        predicted, happened, true = _drawn(2_000, wrong, seed)
        slate = np.random.default_rng(seed).integers(0, 60, 2_000)
        result = calibration_error(predicted, happened, slate)
        truth = (
            reliability(predicted, np.zeros(2_000)).predicted
            - reliability(true, np.zeros(2_000)).predicted
        )
        held += result.low <= np.abs(truth).mean() <= result.high
        assert result.low <= result.value <= result.high
        assert result.value == expected_calibration_error(predicted, happened)
    assert held >= 90


def test_slates_that_share_their_luck_say_less() -> None:
    chance = np.random.default_rng(5)
    luck = chance.random(40)
    predicted = np.repeat(chance.uniform(0.3, 0.7, 40), 25)
    happened = (np.repeat(luck, 25) < predicted).astype(np.float64)
    together = calibration_error(predicted, happened, np.repeat(np.arange(40), 25))
    independent = calibration_error(predicted, happened, np.arange(1_000))
    assert together.value == independent.value
    assert together.high - together.low > independent.high - independent.low


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=40))
def test_a_pit_histogram_holds_everything(bounds: list[tuple[float, float]]) -> None:
    low, high = np.sort(np.array(bounds), axis=1).T
    histogram = pit_histogram(low, high, bins=8)
    assert histogram.count == len(bounds)
    assert histogram.density.mean() == pytest.approx(1)
    assert (histogram.density >= -1e-9).all()


def test_points_fall_where_they_lie_and_bounds_are_spread_evenly() -> None:
    assert pit_histogram(np.array([0.1, 0.9, NAN]), bins=4).density.tolist() == [2, 0, 0, 2]
    spread = pit_histogram(np.array([0.25]), np.array([0.75]), bins=4)
    assert spread.density == pytest.approx([0, 2, 2, 0])
    assert pit_histogram(np.array([0.0, 1.0]), bins=2).density.tolist() == [1, 1]


@pytest.mark.parametrize("mean", [0.4, 3.0, 18.0])
def test_outcomes_of_the_distribution_itself_lie_evenly(mean: float) -> None:
    chance = np.random.default_rng(8)
    dispersion = 2.0
    outcome = NegativeBinomial1.of(np.full(20_000, mean), dispersion)
    actual = chance.negative_binomial(mean / (dispersion - 1), 1 / dispersion, 20_000)
    histogram = pit_histogram(*outcome.pit_bounds(actual))
    assert histogram.density == pytest.approx(1, abs=1.5 * histogram.margin)
    too_narrow = NegativeBinomial1.of(np.full(20_000, mean), 1.0)
    wrong = pit_histogram(*too_narrow.pit_bounds(actual)).density
    assert np.abs(wrong - 1).max() > 3 * histogram.margin


@pytest.mark.parametrize(("low", "high"), [(-0.1, 0.5), (0.5, 1.2), (0.6, 0.4)])
def test_impossible_bounds_are_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        pit_histogram(np.array([low]), np.array([high]))
