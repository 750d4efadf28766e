"""The cdf as a sum of terms, against the incomplete beta function."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import betainc

from tipoff.predictions.distributions.term_sums import MAX_TERMS, ROWS, cumulative

MEANS = st.floats(0.001, 400)
EXCESSES = st.floats(1e-6, 60)
COUNTS = st.integers(0, 2 * MAX_TERMS)


@given(mean=MEANS, excess=EXCESSES, count=COUNTS)
def test_it_is_the_incomplete_beta_function(mean: float, excess: float, count: int) -> None:
    expected = betainc(mean / excess, count + 1, 1 / (1 + excess))
    assert cumulative(mean / excess, excess, count) == pytest.approx(expected, rel=1e-8, abs=1e-12)


def test_two_terms_by_hand() -> None:
    """r = 2, excess 1: P(0) = (1/2)^2 = 1/4, and P(1) = 1/4 x 1/2 x 2 / 1 = 1/4."""
    assert cumulative(2.0, 1.0, [0.0, 1.0]) == pytest.approx([0.25, 0.5], rel=1e-15)


@given(st.lists(st.tuples(MEANS, EXCESSES, COUNTS), min_size=1, max_size=40))
def test_a_row_is_the_same_whatever_is_computed_beside_it(
    rows: list[tuple[float, float, int]],
) -> None:
    mean, excess, count = (np.array(each, np.float64) for each in zip(*rows, strict=True))
    together = cumulative(mean / excess, excess, count)
    alone = [float(cumulative(m / e, e, c)) for m, e, c in zip(mean, excess, count, strict=True)]
    assert together.tolist() == alone


def test_more_rows_than_are_summed_at_a_time_keep_their_order() -> None:
    count = np.arange(2 * ROWS + 5, dtype=np.float64) % 37
    sums = cumulative(6.0, 1.5, count)
    assert sums == pytest.approx(betainc(6.0, count + 1, 0.4), rel=1e-10)


def test_what_is_unknown_has_no_cdf() -> None:
    sums = cumulative([np.nan, 2.0, 2.0], [1.0, np.nan, 1.0], [1.0, 1.0, np.nan])
    assert np.isnan(sums).all()


def test_its_shape_is_that_of_all_three_together() -> None:
    assert cumulative(np.ones((3, 1)), 1.0, np.arange(4.0)).shape == (3, 4)
    assert cumulative(np.ones(0), 1.0, np.ones(0)).shape == (0,)
