"""Confidence intervals from resampling whole slates."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tipoff.predictions.evaluation.intervals import (
    MAX_COLUMNS,
    Estimate,
    bootstrap_mean,
    bootstrap_means,
    drawn_sums,
    estimated,
    over_slates,
    resampled,
)


@given(st.lists(st.tuples(st.floats(-50, 50), st.integers(1, 30)), min_size=2, max_size=40))
def test_the_interval_is_repeatable_and_within_the_groups_means(
    groups: list[tuple[float, int]],
) -> None:
    means, counts = (np.array(values, dtype=np.float64) for values in zip(*groups, strict=True))
    result = bootstrap_mean(means * counts, counts)
    assert result == bootstrap_mean(means * counts, counts)
    assert result.n == counts.sum()
    assert result.value == pytest.approx((means * counts).sum() / counts.sum())
    assert means.min() - 1e-9 <= result.low <= result.high <= means.max() + 1e-9


def test_it_covers_the_truth_about_as_often_as_it_says() -> None:
    chance = np.random.default_rng(0)
    held = 0
    for _ in range(300):
        luck = chance.normal(0, 1, 60)
        counts = chance.integers(5, 30, 60).astype(np.float64)
        result = bootstrap_mean((4 + luck) * counts, counts)
        held += result.low <= 4 <= result.high
    assert 0.90 <= held / 300 <= 0.98


def test_rows_that_share_their_luck_make_it_wider() -> None:
    values = np.random.default_rng(1).normal(size=20)
    independent = bootstrap_mean(np.repeat(values, 10), np.ones(200))
    together = bootstrap_mean(values * 10, np.full(20, 10.0))
    assert together.value == pytest.approx(independent.value)
    assert together.high - together.low > 2 * (independent.high - independent.low)


def test_nothing_has_no_mean() -> None:
    result = bootstrap_mean(np.zeros(3), np.zeros(3))
    assert result.n == 0
    assert math.isnan(result.value)


SUMS = np.array([[4.0, 0, 1], [9, 2, 0], [1, 0, 0], [12, 3, 2]])
COUNTS = np.array([[2.0, 0, 1], [3, 1, 1], [1, 0, 1], [4, 1, 1]])
FOUND = [Estimate(2.6, 5 / 3, 3.0, 10), Estimate(2.5, 2.0, 3.0, 2), Estimate(0.75, 0.0, 1.5, 4)]


def test_intervals_are_the_numbers_they_always_were() -> None:
    for result, expected in zip(bootstrap_means(SUMS, COUNTS), FOUND, strict=True):
        assert (result.value, result.low, result.high, result.n) == pytest.approx(
            (expected.value, expected.low, expected.high, expected.n), rel=1e-12
        )


def test_the_interval_is_the_percentiles_of_the_draws() -> None:
    chance = np.random.default_rng(3)
    counts = chance.integers(0, 5, (40, MAX_COLUMNS + 3)).astype(np.float64)
    sums = counts * chance.normal(size=counts.shape)
    together = bootstrap_means(sums, counts)
    for column in (0, MAX_COLUMNS - 1, MAX_COLUMNS, MAX_COLUMNS + 2):
        draws = (resampled(40) @ sums[:, column]) / (resampled(40) @ counts[:, column])
        low, high = np.quantile(draws, (0.025, 0.975))
        alone, result = bootstrap_mean(sums[:, column], counts[:, column]), together[column]
        assert (result.low, result.high) == pytest.approx((low, high), rel=1e-12)
        assert (alone.low, alone.high) == pytest.approx((low, high), rel=1e-12)


@given(st.integers(1, 700), st.integers(1, 300), st.integers(0, 9))
@settings(max_examples=20)
def test_drawn_sums_are_the_draws_times_the_values(groups: int, columns: int, seed: int) -> None:
    values = np.random.default_rng(seed).normal(size=(groups, columns))
    expected = resampled(groups) @ values
    assert np.allclose(drawn_sums(values), expected, rtol=1e-9, atol=1e-9)


@given(st.lists(st.tuples(st.integers(0, 5), st.floats(-9, 9)), min_size=1, max_size=30))
def test_rows_are_summed_by_slate(rows: list[tuple[int, float]]) -> None:
    slate, values = (np.array(v, np.float64) for v in zip(*sorted(rows), strict=True))
    each = [values[slate == day] for day in np.unique(slate)]
    expected = bootstrap_mean(*(np.array([f(v) for v in each], float) for f in (np.sum, len)))
    (result,) = estimated([over_slates(slate, values)])
    assert result.n == len(rows)
    ends = (result.value, result.low, result.high)
    assert ends == pytest.approx((expected.value, expected.low, expected.high), abs=1e-9)


def test_means_over_different_slates_are_estimated_together_as_they_are_alone() -> None:
    of = [
        over_slates(
            np.sort(np.arange(rows) % slates).astype(float), np.arange(rows, dtype=np.float64) ** 2
        )
        for rows, slates in ((20, 5), (0, 1), (20, 4), (10, 5))
    ]
    result = estimated(of)
    assert [each.n for each in result] == [20, 0, 20, 10]
    for together, mean in zip(result, of, strict=True):
        (alone,) = estimated([mean])
        ends = (together.value, together.low, together.high)
        assert ends == pytest.approx((alone.value, alone.low, alone.high), abs=1e-12, nan_ok=True)


def test_means_of_the_same_counts_are_as_they_are_alone() -> None:
    """Counts that many means share are drawn once, and each mean keeps its own."""
    sums, counts = np.tile(SUMS, 2), np.column_stack([COUNTS, COUNTS[:, ::-1]])
    alone = [bootstrap_mean(s, c) for s, c in zip(sums.T, counts.T, strict=True)]
    for result, expected in zip(bootstrap_means(sums, counts), alone, strict=True):
        assert (result.value, result.low, result.high, result.n) == pytest.approx(
            (expected.value, expected.low, expected.high, expected.n), rel=1e-12
        )
