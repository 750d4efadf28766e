"""Odds, and the expected value of bets at them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tipoff.predictions.odds import conversions as odds

american = st.one_of(st.integers(-5_000, -100), st.integers(100, 5_000)).map(float)
decimals = st.floats(1.02, 30)
shares = st.floats(0.02, 0.98)


@pytest.mark.parametrize(
    ("price", "pays"), [(-110, 1.909091), (100, 2.0), (-100, 2.0), (150, 2.5), (-400, 1.25)]
)
def test_known_prices(price: float, pays: float) -> None:
    assert odds.american_to_decimal(price) == pytest.approx(pays, abs=1e-6)


@given(american)
def test_prices_survive_the_round_trip(price: float) -> None:
    back = odds.decimal_to_american(odds.american_to_decimal(price))
    assert back == pytest.approx(100.0 if price == -100 else price)


@pytest.mark.parametrize("price", [0, 50, -99.9])
def test_what_is_no_american_price_is_refused(price: float) -> None:
    with pytest.raises(ValueError, match="not American odds"):
        odds.american_to_decimal([-110, price])


def test_what_pays_no_more_than_its_stake_is_refused() -> None:
    for function in (odds.decimal_to_american, odds.implied_probability):
        with pytest.raises(ValueError, match="not decimal odds: 1"):
            function([2.5, 1.0])


def test_an_unknown_price_stays_unknown() -> None:
    unknown = np.array([np.nan])
    for value in (
        odds.american_to_decimal(unknown),
        odds.decimal_to_american(unknown),
        odds.implied_probability(unknown),
        odds.implied_to_decimal(unknown),
        odds.hold(unknown, 1.9),
        odds.fair_american(unknown, 0.5),
        odds.expected_value(0.5, 0.5, unknown),
        odds.kelly_fraction(0.5, 0.5, unknown),
    ):
        assert np.isnan(value).all()


def test_break_even_at_minus_110() -> None:
    price = odds.american_to_decimal(-110)
    chance = np.array([odds.BREAK_EVEN_AT_MINUS_110])
    assert chance == pytest.approx(0.5238, abs=5e-5)
    assert odds.expected_value(chance, 1 - chance, price) == pytest.approx(0, abs=1e-12)


@given(decimals)
def test_a_price_is_its_implied_probability(price: float) -> None:
    share = odds.implied_probability(price)
    assert odds.implied_to_decimal(share) == pytest.approx(price)
    assert odds.expected_value(share, 1 - share, price) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("probability", [0.0, 1.0, -0.1, 1.5])
def test_no_price_implies_a_certainty(probability: float) -> None:
    with pytest.raises(ValueError, match=f"a probability of {probability:g}"):
        odds.implied_to_decimal([0.5, probability])


def test_the_margin_at_minus_110() -> None:
    price = odds.american_to_decimal(-110)
    assert odds.overround(price, price) == pytest.approx(0.047619, abs=1e-6)
    assert odds.hold(price, price) == pytest.approx(0.045455, abs=1e-6)


@given(decimals, decimals)
def test_the_hold_is_what_is_kept_of_stakes_that_balance(over: float, under: float) -> None:
    stakes = 1 / over + 1 / under  # each pays 1, whichever comes in
    assert odds.hold(over, under) == pytest.approx((stakes - 1) / stakes)
    assert np.sign(odds.hold(over, under)) == np.sign(odds.overround(over, under))


@given(shares, st.floats(0, 0.3))
def test_fair_odds_are_worth_nothing(p_win: float, p_push: float) -> None:
    win = np.array([p_win * (1 - p_push)])
    lose = np.array([(1 - p_win) * (1 - p_push)])
    fair = odds.american_to_decimal(odds.fair_american(win, lose))
    assert odds.expected_value(win, lose, fair) == pytest.approx(0, abs=1e-9)


@given(shares, shares)
def test_fair_odds_are_the_same_price_in_either_form(p_win: float, p_lose: float) -> None:
    american = odds.fair_american(p_win, p_lose)
    assert odds.american_to_decimal(american) == pytest.approx(odds.fair_decimal(p_win, p_lose))


def test_a_certainty_has_no_fair_price() -> None:
    assert np.isnan(odds.fair_american([1.0, 0.0, 1.0], [0.0, 1.0, 1e-320])).all()


@given(shares, st.floats(0, 0.5), decimals)
def test_the_kelly_stake_grows_a_bankroll_fastest(
    share: float, p_push: float, price: float
) -> None:
    p_win, p_lose = share * (1 - p_push), (1 - share) * (1 - p_push)
    win, lose, pays = (np.array([v]) for v in (p_win, p_lose, price))
    stake = odds.kelly_fraction(win, lose, pays)[0]
    assume(stake < 0.99)

    def growth(fraction: float) -> float:
        return float(p_win * np.log1p(fraction * (price - 1)) + p_lose * np.log1p(-fraction))

    grid = np.linspace(0, 0.99, 200)
    assert growth(stake) >= max(map(growth, grid)) - 1e-12
    assert (stake == 0) == (odds.expected_value(win, lose, pays)[0] <= 0)


@given(st.floats(0, 1))
def test_a_stake_is_at_most_a_quarter_of_kelly_and_two_per_cent(kelly: float) -> None:
    stake = float(odds.stake_share(kelly))
    assert 0 <= stake <= min(kelly / 4, 0.02)
    assert stake in (kelly / 4, 0.02)
