"""Distributions as objects, against an independent library and against plain sums."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from tipoff.predictions.distribution import DispersionFit, NegativeBinomial1, fit_dispersion

if TYPE_CHECKING:
    from typing import Any

means = st.floats(0.05, 60)
dispersions = st.floats(1, 9)
zero_shares = st.floats(0, 0.6)
lines = st.integers(0, 120).map(lambda half_points: half_points / 2)
outcomes = st.builds(NegativeBinomial1.of, means, dispersions, zero_shares)


def _table(outcome: NegativeBinomial1) -> Any:
    """P(0), P(1), ... as far as any of it matters, and the rest as the last entry."""
    reach = int(outcome.expected[0] + 40 * math.sqrt(outcome.variance[0]) + 40)
    return outcome.pmf_table(reach)[0]


@settings(deadline=None)
@given(means, st.floats(1.05, 9))
def test_without_extra_zeros_it_is_scipys_negative_binomial(mean: float, dispersion: float) -> None:
    theirs = stats.nbinom(mean / (dispersion - 1), 1 / dispersion)
    ours = NegativeBinomial1.of(mean, dispersion)
    counts = np.arange(0, 40)
    assert ours.pmf_table(39)[0, :-1] == pytest.approx(theirs.pmf(counts), rel=1e-8, abs=1e-12)
    for count in (0.0, 3.0, 25.0):
        assert ours.cdf(np.array([count])) == pytest.approx(theirs.cdf(count), rel=1e-9)
        assert ours.log_pmf(np.array([count])) == pytest.approx(theirs.logpmf(count), rel=1e-7)


@given(st.floats(0.5, 40))
def test_without_extra_spread_it_is_poisson(mean: float) -> None:
    counts = np.arange(0, 30)
    table = NegativeBinomial1.of(mean, 1).pmf_table(29)[0, :-1]
    assert table == pytest.approx(stats.poisson(mean).pmf(counts), rel=1e-3, abs=1e-6)


@given(outcomes)
def test_probabilities_sum_to_one_and_give_back_the_moments(outcome: NegativeBinomial1) -> None:
    table = _table(outcome)
    counts = np.arange(len(table))
    expected = (table * counts).sum()
    assert table.sum() == pytest.approx(1, abs=1e-9)
    assert expected == pytest.approx(outcome.expected[0], rel=1e-4)
    variance = (table * counts**2).sum() - expected**2
    assert variance == pytest.approx(outcome.variance[0], rel=1e-3)


@given(outcomes, lines)
def test_over_push_and_under_are_everything_that_can_happen(
    outcome: NegativeBinomial1, line: float
) -> None:
    at = np.array([line])
    parts = outcome.p_over(at), outcome.p_push(at), outcome.p_under(at)
    assert sum(parts) == pytest.approx(1, abs=1e-12)
    assert all(-1e-12 <= part[0] <= 1 for part in parts)
    table = _table(outcome)
    assert parts[0][0] == pytest.approx(table[np.arange(len(table)) > line].sum(), abs=1e-8)
    if line != int(line):
        assert parts[1][0] == 0


@given(outcomes, lines)
def test_a_higher_line_is_harder_to_pass(outcome: NegativeBinomial1, line: float) -> None:
    assert outcome.p_over(np.array([line + 1])) <= outcome.p_over(np.array([line]))


@given(outcomes, st.floats(0.02, 0.98))
def test_a_quantile_is_the_least_count_that_reaches_it(
    outcome: NegativeBinomial1, probability: float
) -> None:
    found = outcome.quantile(probability)
    assert outcome.cdf(found)[0] >= probability - 1e-9
    assert found == 0 or outcome.cdf(found - 1)[0] < probability + 1e-9


@given(outcomes, st.sampled_from([0.5, 0.8, 0.9]))
def test_an_interval_holds_at_least_its_coverage(
    outcome: NegativeBinomial1, coverage: float
) -> None:
    low, high = outcome.interval(coverage)
    assert low <= outcome.median() <= high
    assert outcome.cdf(high)[0] - outcome.cdf(low - 1)[0] >= coverage - 1e-9


@settings(deadline=None)
@given(outcomes, st.integers(0, 70))
def test_crps_is_its_plain_sum(outcome: NegativeBinomial1, actual: int) -> None:
    cdf = np.cumsum(_table(outcome)[:-1])
    plain = sum((p - (actual <= count)) ** 2 for count, p in enumerate(cdf))
    if actual >= len(cdf):
        plain += actual - len(cdf)
    assert outcome.crps(np.array([float(actual)]))[0] == pytest.approx(plain, rel=1e-5, abs=1e-6)


def test_a_whole_slate_is_the_same_as_row_by_row() -> None:
    chance = np.random.default_rng(3)
    mean, spread = chance.uniform(1, 30, 50), chance.uniform(1, 5, 50)
    zero = chance.uniform(0, 0.2, 50)
    slate = NegativeBinomial1(mean, spread, zero)
    actual = chance.integers(0, 40, 50).astype(np.float64)
    scores = slate.crps(actual)
    for row in range(50):
        one = NegativeBinomial1.of(mean[row], spread[row], zero[row])
        assert slate.median()[row] == one.median()[0]
        assert scores[row] == pytest.approx(one.crps(actual[row : row + 1])[0], abs=1e-9)


def test_where_the_mean_is_unknown_nothing_is_said() -> None:
    outcome = NegativeBinomial1.of([12.0, float("nan")], 2.0)
    at = np.array([10.5, 10.5])
    for said in (outcome.p_over(at), outcome.median(), outcome.interval(0.9)[1], outcome.crps(at)):
        assert np.isnan(said).tolist() == [False, True]


@pytest.mark.parametrize(
    ("parameters", "named"),
    [((0, 2, 0), "mean"), ((5, 0.9, 0), "dispersion"), ((5, 2, 1), "zero_share"),
     ((5, 2, -0.1), "zero_share")],
)  # fmt: skip
def test_impossible_parameters_are_refused_by_name(
    parameters: tuple[float, float, float], named: str
) -> None:
    with pytest.raises(ValueError, match=named):
        NegativeBinomial1.of(*parameters)


def test_the_fit_recovers_the_spread_it_was_drawn_from() -> None:
    chance = np.random.default_rng(1)
    expected = chance.uniform(2, 28, 40_000)
    truth = DispersionFit(a=-0.4, b=0.5, c=-1.0, d=-1.2)
    drawn = truth.distribution(expected)
    size = drawn.mean / (drawn.dispersion - 1)
    counts = chance.negative_binomial(size, 1 / drawn.dispersion).astype(np.float64)
    counts[chance.random(len(counts)) < drawn.zero_share] = 0
    found = fit_dispersion(counts, expected).distribution(np.array([5.0, 15.0, 25.0]))
    wanted = truth.distribution(np.array([5.0, 15.0, 25.0]))
    assert found.expected == pytest.approx([5.0, 15.0, 25.0])
    assert found.variance == pytest.approx(wanted.variance, rel=0.05)
    assert DispersionFit.from_dict(truth.to_dict()) == truth
