"""The margin removed, against the defining equations and properties of any method."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from tipoff.predictions.odds.conversions import american_to_decimal
from tipoff.predictions.odds.no_vig import NoVig, no_vig_multiplicative, no_vig_power, no_vig_shin

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray

METHODS: dict[str, NoVig] = {
    "multiplicative": no_vig_multiplicative,
    "power": no_vig_power,
    "shin": no_vig_shin,
}


def _pair(no_vig: NoVig, over: float, under: float) -> tuple[float, float]:
    p_over, p_under = no_vig(over, under)
    return float(p_over), float(p_under)


def _solved_power(implied: FloatArray) -> FloatArray:
    """Raise the implied probabilities to the one power at which they add up to 1."""
    power = brentq(lambda power: float((implied**power).sum()) - 1, 1, 1e4, xtol=1e-12)
    return np.asarray(implied**power)


def _solved_shin(implied: FloatArray) -> FloatArray:
    """Find the share of insiders at which Shin's probabilities add up to 1 (Shin 1993)."""

    def fair(insiders: float) -> FloatArray:
        spread = 4 * (1 - insiders) * implied**2 / implied.sum()
        return np.asarray((np.sqrt(insiders**2 + spread) - insiders) / (2 * (1 - insiders)))

    return fair(brentq(lambda insiders: float(fair(insiders).sum()) - 1, 0, 1 - 1e-9, xtol=1e-14))


SOLVED = {
    "multiplicative": lambda implied: implied / implied.sum(),
    "power": _solved_power,
    "shin": _solved_shin,
}


every_method = pytest.mark.parametrize("no_vig", METHODS.values(), ids=METHODS)
prices = st.floats(1.0001, 1_000)
shares = st.floats(0.001, 0.999)
margins = st.floats(1.001, 1.25)


@pytest.mark.parametrize("method", METHODS)
@given(share=shares, margin=margins)
def test_it_solves_the_equation_that_defines_it(method: str, share: float, margin: float) -> None:
    over, under = 1 / (share * margin), 1 / ((1 - share) * margin)
    if min(over, under) <= 1.0001:
        return
    solved = SOLVED[method](np.array([1 / over, 1 / under]))
    assert _pair(METHODS[method], over, under) == pytest.approx(solved, abs=1e-6)


@every_method
@given(over=prices, under=prices)
def test_both_sides_are_probabilities_that_sum_to_one(
    no_vig: NoVig, over: float, under: float
) -> None:
    p_over, p_under = no_vig(over, under)
    assert p_over + p_under == pytest.approx(1, abs=1e-12)
    assert 0 < p_over < 1
    assert 0 < p_under < 1


@every_method
@given(over=prices, under=prices)
def test_the_sides_have_no_names(no_vig: NoVig, over: float, under: float) -> None:
    swapped = _pair(no_vig, under, over)[::-1]
    assert _pair(no_vig, over, under) == pytest.approx(swapped, rel=1e-9, abs=1e-15)


@every_method
@given(share=shares)
def test_a_fair_pair_is_left_as_it_is(no_vig: NoVig, share: float) -> None:
    assert _pair(no_vig, 1 / share, 1 / (1 - share)) == pytest.approx((share, 1 - share))


@every_method
@given(over=prices, under=prices, shorter=st.floats(0.5, 0.999))
def test_a_shorter_price_is_a_higher_probability(
    no_vig: NoVig, over: float, under: float, shorter: float
) -> None:
    cut = 1 + (over - 1) * shorter
    assert no_vig(cut, under)[0] >= no_vig(over, under)[0] - 1e-12


@given(shares, margins)
def test_the_methods_differ_in_how_much_they_take_of_a_longshot(
    share: float, margin: float
) -> None:
    longshot = min(share, 1 - share)
    if (1 - longshot) * margin >= 1:
        return
    pair = 1 / (longshot * margin), 1 / ((1 - longshot) * margin)
    kept = [_pair(METHODS[name], *pair)[0] for name in ("multiplicative", "shin", "power")]
    assert kept == sorted(kept, reverse=True) or kept == pytest.approx([kept[0]] * 3, abs=1e-9)


@pytest.mark.parametrize(
    ("over", "under"), [(1 + 1e-9, 500), (1 + 1e-9, 1 + 1e-9), (5_000, 5_000), (3.0, 2.4)]
)
def test_power_holds_at_the_ends_of_what_a_price_can_be(over: float, under: float) -> None:
    p_over, p_under = _pair(no_vig_power, over, under)
    exponents = np.log(p_over) / -np.log(over), np.log(p_under) / -np.log(under)
    if over != under:
        assert exponents[1] > 0
        assert np.log(p_under) == pytest.approx(-exponents[1] * np.log(under))
    assert p_over + p_under == pytest.approx(1, abs=1e-12)
    assert (p_over > p_under) == (over < under)


def test_many_pairs_at_once_are_each_what_they_are_alone() -> None:
    chance = np.random.default_rng(4)
    over, under = 1 + 10 ** chance.uniform(-3, 2, (2, 300))
    for no_vig in METHODS.values():
        together = no_vig(over, under)
        for place in (0, 17, 299):
            alone = _pair(no_vig, over[place], under[place])
            assert (together[0][place], together[1][place]) == pytest.approx(alone, rel=1e-12)


@every_method
def test_half_a_price_says_nothing(no_vig: NoVig) -> None:
    for probability in no_vig([1.9, np.nan, np.nan], [np.nan, 1.9, np.nan]):
        assert np.isnan(probability).all()


@every_method
def test_what_is_no_price_is_refused(no_vig: NoVig) -> None:
    with pytest.raises(ValueError, match=r"not decimal odds: 0\.9"):
        no_vig([1.9, 0.9], [1.9, 1.9])


def test_the_usual_pairs() -> None:
    even = float(american_to_decimal(-110))
    assert _pair(no_vig_power, even, even) == pytest.approx((0.5, 0.5))
    favourite = american_to_decimal([-200, 160])
    assert no_vig_multiplicative(*favourite)[0] == pytest.approx(0.63415, abs=1e-5)
    assert no_vig_shin(*favourite)[0] == pytest.approx(0.64103, abs=1e-5)
    assert no_vig_power(*favourite)[0] == pytest.approx(0.64465, abs=1e-5)


def test_a_price_does_not_depend_on_the_prices_beside_it() -> None:
    chance = np.random.default_rng(6)
    over, under = chance.uniform(1.02, 9, (2, 500))
    together, _ = no_vig_power(over, under)
    alone = [no_vig_power(over[[n]], under[[n]])[0][0] for n in range(500)]
    assert together.tolist() == alone
