"""Spread and extra zeros, recovered from counts that were drawn with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.predictions.distributions.dispersion import MAX_ROWS, DispersionFit, fit_dispersion

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray

TRUTH = DispersionFit(a=-0.4, b=0.5, c=-1.0, d=-1.2)
UNSTEADY = DispersionFit(a=-0.4, b=0.5, c=-1.0, d=-1.2, e=0.3, f=0.5, usual=-1.0, deviation=0.8)
AT = np.array([5.0, 15.0, 25.0])


def _drawn(
    truth: DispersionFit, rows: int, seed: int = 1
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Counts, their expectations and the volatility of minutes, drawn from a fit."""
    chance = np.random.default_rng(seed)
    expected, volatility = chance.uniform(2, 28, rows), chance.uniform(0, 1, rows)
    volatility[chance.random(rows) < 0.1] = np.nan
    drawn = truth.distribution(expected, volatility)
    size = drawn.count_mean / (drawn.dispersion - 1)
    counts = chance.negative_binomial(size, 1 / drawn.dispersion).astype(np.float64)
    counts[chance.random(rows) < drawn.zero_share] = 0
    return counts, expected, volatility


def test_the_fit_recovers_the_spread_it_was_drawn_from() -> None:
    counts, expected, _ = _drawn(TRUTH, 25_000)
    fitted = fit_dispersion(counts, expected).distribution(AT)
    wanted = TRUTH.distribution(AT)
    assert fitted.mean == pytest.approx(AT)
    assert fitted.variance == pytest.approx(wanted.variance, rel=0.05)
    assert fitted.zero_share == pytest.approx(wanted.zero_share, abs=0.01)


@pytest.mark.parametrize("volatility", [0.1, 0.5, 0.9])
def test_the_fit_recovers_what_unsteady_minutes_do(volatility: float) -> None:
    fit = fit_dispersion(*_drawn(UNSTEADY, 20_000))
    unsteady = np.full(3, volatility)
    fitted, wanted = fit.distribution(AT, unsteady), UNSTEADY.distribution(AT, unsteady)
    assert fitted.mean == pytest.approx(AT)
    assert fitted.variance == pytest.approx(wanted.variance, rel=0.06)


def test_unsteady_minutes_that_do_nothing_change_nothing() -> None:
    counts, expected, _ = _drawn(TRUTH, 20_000)
    volatility = np.random.default_rng(5).uniform(0, 1, len(counts))
    without = fit_dispersion(counts, expected)
    given_it = fit_dispersion(counts, expected, volatility)
    assert (given_it.e, given_it.f) == pytest.approx((0, 0), abs=0.1)
    assert given_it.distribution(AT).variance == pytest.approx(
        without.distribution(AT).variance, rel=0.02
    )


def test_an_unknown_volatility_is_the_usual_one() -> None:
    unknown, usual = np.full(3, np.nan), np.full(3, np.exp(UNSTEADY.usual))
    for outcome in (UNSTEADY.distribution(AT), UNSTEADY.distribution(AT, unknown)):
        assert outcome.dispersion == pytest.approx(UNSTEADY.distribution(AT, usual).dispersion)


@pytest.mark.parametrize(
    ("volatility", "v"),
    [
        (np.exp(-0.2), 1.0),  # (-0.2 + 1) / 0.8
        (np.exp(-1.0), 0.0),
        (np.exp(5.0), 3.0),  # 7.5 deviations, at most 3
        (0.0, (np.log(0.05) + 1) / 0.8),  # nobody's minutes are steadier than 5 %
        (np.nan, 0.0),
    ],
)
def test_spread_and_extra_zeros_by_hand(volatility: float, v: float) -> None:
    """1 + exp(a + b log(mean) + e v), and the logit c + d log(mean) + f v, at a mean of 5."""
    outcome = UNSTEADY.distribution(np.array([5.0]), np.array([volatility]))
    assert outcome.dispersion == pytest.approx(1 + np.exp(-0.4 + 0.5 * np.log(5) + 0.3 * v))
    logit = -1.0 - 1.2 * np.log(5) + 0.5 * v
    assert outcome.zero_share == pytest.approx(1 / (1 + np.exp(-logit)))


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_more_volatility_is_more_spread_and_no_more_than_a_limit(one: float, other: float) -> None:
    low, high = (UNSTEADY.distribution(AT, np.full(3, v)) for v in sorted((one, other)))
    assert (low.dispersion <= high.dispersion).all()
    assert (high.dispersion <= UNSTEADY.distribution(AT, np.full(3, 99.0)).dispersion).all()


@pytest.mark.parametrize("volatility", [[np.nan, np.nan, np.nan, np.nan], [0.4, 0.4, np.nan, 0.4]])
def test_a_volatility_that_says_nothing_is_not_fitted(volatility: list[float]) -> None:
    counts, expected = np.array([3.0, 9.0, 0.0, 14.0]), np.array([5.0, 8.0, 2.0, 11.0])
    fit = fit_dispersion(counts, expected, np.array(volatility))
    assert (fit.e, fit.f, fit.deviation) == (0, 0, 1)


def test_the_same_rows_give_the_same_fit() -> None:
    rows = _drawn(UNSTEADY, MAX_ROWS + 5_000)
    assert fit_dispersion(*rows) == fit_dispersion(*rows)


def test_the_likelihood_is_the_greatest_there_is_nearby() -> None:
    counts, expected, volatility = _drawn(UNSTEADY, 5_000)
    fit = fit_dispersion(counts, expected, volatility)

    def likelihood(values: dict[str, float]) -> float:
        outcome = DispersionFit.from_dict(values).distribution(expected, volatility)
        return float(outcome.log_pmf(counts).mean())

    best = likelihood(fit.to_dict())
    for name in "abcdef":
        for step in (-0.03, 0.03):
            assert likelihood({**fit.to_dict(), name: fit.to_dict()[name] + step}) <= best


def test_a_fit_survives_its_contract_and_reads_older_ones() -> None:
    assert DispersionFit.from_dict(UNSTEADY.to_dict()) == UNSTEADY
    older = {"a": -0.4, "b": 0.5, "c": -1.0, "d": -1.2}
    assert DispersionFit.from_dict(older) == TRUTH
    assert TRUTH.standardised(np.e) == pytest.approx(1), "the log of it, in its own units"
