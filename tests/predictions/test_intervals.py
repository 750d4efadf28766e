"""Uncertainty from drawing whole slates again."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.predictions.intervals import bootstrap_mean


@given(st.lists(st.tuples(st.floats(-50, 50), st.integers(1, 30)), min_size=2, max_size=40))
def test_the_interval_is_repeatable_and_within_the_groups_means(
    groups: list[tuple[float, int]],
) -> None:
    means, counts = (np.array(values, dtype=np.float64) for values in zip(*groups, strict=True))
    found = bootstrap_mean(means * counts, counts)
    assert found == bootstrap_mean(means * counts, counts)
    assert found.n == counts.sum()
    assert found.value == pytest.approx((means * counts).sum() / counts.sum())
    assert means.min() - 1e-9 <= found.low <= found.high <= means.max() + 1e-9


def test_it_covers_the_truth_about_as_often_as_it_says() -> None:
    chance = np.random.default_rng(0)
    held = 0
    for _ in range(300):
        luck = chance.normal(0, 1, 60)
        counts = chance.integers(5, 30, 60).astype(np.float64)
        found = bootstrap_mean((4 + luck) * counts, counts)
        held += found.low <= 4 <= found.high
    assert 0.90 <= held / 300 <= 0.98


def test_rows_that_share_their_luck_make_it_wider() -> None:
    values = np.random.default_rng(1).normal(size=20)
    apart = bootstrap_mean(np.repeat(values, 10), np.ones(200))
    together = bootstrap_mean(values * 10, np.full(20, 10.0))
    assert together.value == pytest.approx(apart.value)
    assert together.high - together.low > 2 * (apart.high - apart.low)


def test_nothing_has_no_mean() -> None:
    found = bootstrap_mean(np.zeros(3), np.zeros(3))
    assert found.n == 0
    assert math.isnan(found.value)
