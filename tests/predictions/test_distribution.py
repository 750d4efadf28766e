"""Distributions as objects, against an independent library and against plain sums."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
import scipy
from hypothesis import given
from hypothesis import strategies as st

from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.odds.conversions import american_to_decimal

if TYPE_CHECKING:
    from typing import Any

    from tipoff.predictions.odds.book_quotes import Side

means = st.floats(0.05, 60)
dispersions = st.floats(1, 9)
zero_shares = st.floats(0, 0.6)
lines = st.integers(0, 120).map(lambda half_points: half_points / 2)
counts = st.integers(0, 70)
american = st.one_of(st.integers(-500, -100), st.integers(100, 500)).map(float)
outcomes = st.builds(NegativeBinomial1.of, means, dispersions, zero_shares)


def _table(outcome: NegativeBinomial1) -> Any:
    """P(0), P(1), ... as far as any of it matters, and the rest as the last entry."""
    reach = outcome.mean + 40 * math.sqrt(outcome.variance) + 40 * outcome.dispersion
    return outcome.pmf(int(reach))


@given(means, st.floats(1.05, 9))
def test_without_extra_zeros_it_is_scipys_negative_binomial(mean: float, dispersion: float) -> None:
    theirs = scipy.stats.nbinom(mean / (dispersion - 1), 1 / dispersion)
    ours = NegativeBinomial1.of(mean, dispersion)
    upto = np.arange(0, 40)
    assert ours.pmf(39)[:-1] == pytest.approx(theirs.pmf(upto), rel=1e-8, abs=1e-12)
    assert ours.cdf(upto) == pytest.approx(theirs.cdf(upto), rel=1e-9)
    assert ours.log_pmf(upto) == pytest.approx(theirs.logpmf(upto), rel=1e-7)
    assert ours.mean == pytest.approx(theirs.mean())
    assert ours.variance == pytest.approx(theirs.var())


@given(st.floats(0.5, 40))
def test_without_extra_spread_it_is_poisson(mean: float) -> None:
    table = NegativeBinomial1.of(mean, 1).pmf(29)[:-1]
    assert table == pytest.approx(
        scipy.stats.poisson(mean).pmf(np.arange(0, 30)), rel=1e-3, abs=1e-6
    )


@pytest.mark.parametrize("excess", [1e-2, 1e-3, 1e-5])
def test_close_to_poisson_nothing_exact_is_lost(excess: float) -> None:
    upto = np.arange(0, 60)
    theirs = scipy.stats.nbinom(20 / excess, 1 / (1 + excess)).logpmf(upto)
    assert NegativeBinomial1.of(20, 1 + excess).log_pmf(upto) == pytest.approx(theirs, abs=1e-8)


@given(outcomes)
def test_probabilities_sum_to_one_and_give_back_the_moments(outcome: NegativeBinomial1) -> None:
    table = _table(outcome)
    upto = np.arange(len(table))
    expected = (table * upto).sum()
    assert table.sum() == pytest.approx(1, abs=1e-9)
    assert expected == pytest.approx(outcome.mean, rel=1e-4)
    assert (table * upto**2).sum() - expected**2 == pytest.approx(outcome.variance, rel=1e-3)


@given(outcomes, st.integers(0, 30))
def test_the_tail_bucket_holds_the_rest(outcome: NegativeBinomial1, upto: int) -> None:
    table = outcome.pmf(upto)
    assert len(table) == upto + 2
    assert table[-1] == pytest.approx(outcome.p_over(upto + 0.5))
    assert table.sum() == pytest.approx(1, abs=1e-9)


@given(outcomes, lines)
def test_over_push_and_under_are_everything_that_can_happen(
    outcome: NegativeBinomial1, line: float
) -> None:
    over, push, under = outcome.p_over(line), outcome.p_push(line), outcome.p_under(line)
    assert over + push + under == pytest.approx(1, abs=1e-12)
    assert all(-1e-12 <= part <= 1 for part in (over, push, under))
    table = _table(outcome)
    assert over == pytest.approx(table[np.arange(len(table)) > line].sum(), abs=1e-8)


@given(outcomes, lines)
def test_only_a_whole_line_can_be_pushed(outcome: NegativeBinomial1, line: float) -> None:
    push = outcome.p_push(line)
    if line == int(line):
        assert push == pytest.approx(np.exp(outcome.log_pmf(line)), abs=1e-9)
    else:
        assert push == 0


@given(outcomes, lines)
def test_a_higher_line_is_harder_to_pass(outcome: NegativeBinomial1, line: float) -> None:
    assert outcome.p_over(line + 1) <= outcome.p_over(line)


@given(outcomes, st.floats(0.001, 0.999))
def test_a_quantile_is_the_least_count_that_reaches_it(
    outcome: NegativeBinomial1, probability: float
) -> None:
    quantile = outcome.quantile(probability)
    assert quantile == int(quantile) >= 0
    assert outcome.cdf(quantile) >= probability - 1e-9
    assert quantile == 0 or outcome.cdf(quantile - 1) < probability + 1e-9


@given(outcomes, st.floats(0.001, 0.999), st.floats(0.001, 0.999))
def test_quantiles_rise(outcome: NegativeBinomial1, one: float, other: float) -> None:
    assert outcome.quantile(min(one, other)) <= outcome.quantile(max(one, other))


def test_the_last_probability_below_one_has_a_quantile_too() -> None:
    """The tail's mass shrinks to a number that rounding keeps from reaching 0."""
    last = np.nextafter(1.0, 0.0)
    outcome = NegativeBinomial1.of(120, 6)
    assert outcome.quantile(1 - 1e-12) <= outcome.quantile(last) < 1_000


def test_a_slates_quantiles_are_scipys() -> None:
    chance = np.random.default_rng(9)
    mean, dispersion = 10 ** chance.uniform(-2, 2, 3_000), 1 + 10 ** chance.uniform(-4, 1.3, 3_000)
    ours = NegativeBinomial1.of(mean, dispersion)
    theirs = scipy.stats.nbinom(mean / (dispersion - 1), 1 / dispersion)
    for probability in (1e-5, 0.05, 0.5, 0.95, 1 - 1e-7):
        assert np.array_equal(ours.quantile(probability), theirs.ppf(probability))


@pytest.mark.parametrize("probability", [0, 1, -0.1, [0.5, 1.1]])
def test_there_is_no_quantile_of_a_certainty(probability: Any) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        NegativeBinomial1.of(12, 2).quantile(probability)


@given(outcomes, st.sampled_from([0.5, 0.8, 0.9]))
def test_an_interval_holds_at_least_its_coverage(
    outcome: NegativeBinomial1, coverage: float
) -> None:
    low, high = outcome.interval(coverage)
    assert low <= outcome.median() <= high
    assert outcome.cdf(high) - outcome.cdf(low - 1) >= coverage - 1e-9


@given(outcomes, st.sampled_from([0.5, 0.9]))
def test_on_average_the_middle_covers_what_it_says(
    outcome: NegativeBinomial1, coverage: float
) -> None:
    table = _table(outcome)[:-1]
    covered = outcome.covers(np.arange(len(table)), coverage)
    assert np.nansum(table * covered) == pytest.approx(coverage, abs=1e-6)
    assert np.nanmax(covered) <= 1 + 1e-9


@given(outcomes)
def test_pit_is_even_on_average(outcome: NegativeBinomial1) -> None:
    table = _table(outcome)[:-1]
    upto = np.arange(len(table))
    assert (table * outcome.pit(upto)).sum() == pytest.approx(0.5, abs=1e-6)
    low, high = outcome.pit_bounds(upto)
    assert high - low == pytest.approx(table, abs=1e-8)
    assert low[1:] == pytest.approx(high[:-1])


@given(outcomes, counts)
def test_crps_is_its_plain_sum(outcome: NegativeBinomial1, actual: int) -> None:
    cdf = np.cumsum(_table(outcome)[:-1])
    plain = ((cdf - (actual <= np.arange(len(cdf)))) ** 2).sum() + max(actual - len(cdf), 0)
    assert outcome.crps(actual) >= 0
    assert outcome.crps(actual) == pytest.approx(plain, rel=1e-6, abs=1e-7)


@given(outcomes, lines, st.sampled_from(["over", "under"]))
def test_at_fair_odds_a_bet_is_worth_nothing(
    outcome: NegativeBinomial1, line: float, side: Any
) -> None:
    fair = outcome.fair_odds(line, side)
    if not 1e-6 < outcome.p_over(line) / (1 - outcome.p_push(line) + 1e-15) < 1 - 1e-6:
        return
    assert american_to_decimal(fair.american) == pytest.approx(fair.decimal)
    assert outcome.expected_value(line, side, fair.american) == pytest.approx(0, abs=1e-9)
    assert outcome.kelly(line, side, fair.american) == pytest.approx(0, abs=1e-9)


@given(outcomes, lines, american)
def test_a_bet_is_worth_its_winnings_less_its_losses(
    outcome: NegativeBinomial1, line: float, price: float
) -> None:
    gain = price / 100 if price > 0 else -100 / price
    win, lose = outcome.p_under(line), outcome.p_over(line)
    value = outcome.expected_value(line, "under", price)
    assert value == pytest.approx(win * gain - lose)
    stake = outcome.kelly(line, "under", price)
    assert (stake > 0) == (value > 0)


def test_a_bet_has_one_of_two_sides() -> None:
    with pytest.raises(ValueError, match="over or under"):
        NegativeBinomial1.of(12, 2).kelly(11.5, "draw", -110)  # type: ignore[arg-type]


def test_one_player_answers_with_numbers() -> None:
    player = NegativeBinomial1.of([20.0, 12.0], [2.0, 3.0])[1]
    low, high = player.interval(0.9)
    fair = player.fair_odds(12.5)
    for value in (
        player.mean,
        player.variance,
        player.median(),
        low,
        high,
        player.p_over(12.5),
        player.p_push(12),
        player.p_under(12.5),
        player.crps(9),
        player.pit(9),
        player.covers(9, 0.9),
        player.log_pmf(9),
        fair.decimal,
        fair.american,
        player.expected_value(12.5, "over", 105),
        player.kelly(12.5, "over", 180),
    ):
        assert isinstance(value, float)
    assert player.p_over([5.5, 12.5, 30.5]).shape == (3,)


def test_a_whole_slate_is_the_same_as_row_by_row() -> None:
    chance = np.random.default_rng(3)
    slate = NegativeBinomial1(
        chance.uniform(1, 30, 50), chance.uniform(1, 5, 50), chance.uniform(0, 0.2, 50)
    )
    actual = chance.integers(0, 40, 50).astype(np.float64)
    line = chance.integers(0, 60, 50) / 2
    assert len(slate) == 50
    for row in range(50):
        one = slate[row]
        assert slate.median()[row] == one.median()
        assert slate.p_over(line)[row] == one.p_over(line[row])
        assert slate.crps(actual)[row] == pytest.approx(one.crps(actual[row]), abs=1e-9)
        assert slate.pmf(20)[row] == pytest.approx(one.pmf(20))
    some = slate[actual > 20]
    assert some.mean.tolist() == slate.mean[actual > 20].tolist()
    assert slate[10:20].median().tolist() == slate.median()[10:20].tolist()


def test_it_can_be_built_around_its_overall_mean() -> None:
    outcome = NegativeBinomial1.around(np.array([4.0, 20.0]), np.full(2, 2.0), np.array([0.2, 0]))
    assert outcome.mean == pytest.approx([4, 20])
    assert outcome.count_mean == pytest.approx([5, 20])


def test_lines_broadcast_against_a_slate() -> None:
    slate = NegativeBinomial1.of([5.0, 12.0, 25.0], 2.0)
    ladder = slate[:, None].p_over(np.arange(0.5, 40))
    assert ladder.shape == (3, 40)
    assert ladder[1, 12] == slate[1].p_over(12.5)
    assert slate.quantile(0.5).shape == (3,)
    assert slate[:, None].quantile([0.1, 0.9]).shape == (3, 2)


def test_where_the_mean_is_unknown_nothing_is_known() -> None:
    outcome = NegativeBinomial1.of([12.0, float("nan")], 2.0)
    low, high = outcome.interval(0.9)
    for value in (
        outcome.p_over(10.5),
        outcome.p_push(10),
        outcome.p_under(10.5),
        low,
        high,
        outcome.median(),
        outcome.crps(10),
        outcome.pit(10),
        outcome.log_pmf(10),
        outcome.cdf(-1),
        outcome.fair_odds(10.5).american,
        outcome.covers(10, 0.9),
        outcome.kelly(10.5, "over", -110),
        outcome.pmf(3)[:, -1],
    ):
        assert np.isnan(value).tolist() == [False, True]


def test_without_a_line_nothing_is_said_of_it() -> None:
    line = np.array([10.5, float("nan")])
    outcome = NegativeBinomial1.of([12.0, 12.0], 2.0)
    for value in (
        outcome.p_over(line),
        outcome.p_push(line),
        outcome.p_under(line),
        outcome.fair_odds(line).decimal,
        outcome.expected_value(line, "over", -110),
    ):
        assert np.isnan(value).tolist() == [False, True]


def test_an_empty_slate_is_answered() -> None:
    nobody = NegativeBinomial1.of([], 2.0)
    assert nobody.median().shape == nobody.crps([]).shape == nobody.p_over(10.5).shape == (0,)


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ((0, 2, 0), "mean"),
        ((5, 0.9, 0), "dispersion"),
        ((5, 2, 1), "zero_share"),
        ((5, 2, -0.1), "zero_share"),
    ],
)
def test_impossible_parameters_are_refused_by_name(
    parameters: tuple[float, float, float], named: str
) -> None:
    with pytest.raises(ValueError, match=named):
        NegativeBinomial1.of(*parameters)


def test_either_side_of_a_bet_has_its_own_value() -> None:
    """With a mean of 12 and a line of 9.5 the over is likelier: each figure is for its own side."""
    outcome = NegativeBinomial1.of(12.0, 2.0)
    over, under = float(outcome.p_over(9.5)), float(outcome.p_under(9.5))
    assert over > 0.6
    sides: list[tuple[Side, float, float]] = [("over", over, under), ("under", under, over)]
    for side, win, lose in sides:
        assert outcome.fair_odds(9.5, side).decimal == pytest.approx(1 + lose / win)
        assert outcome.expected_value(9.5, side, 100) == pytest.approx(win - lose)
        # At even money Kelly stakes the edge: win - lose, if there is one.
        assert outcome.kelly(9.5, side, 100) == pytest.approx(max(win - lose, 0))
