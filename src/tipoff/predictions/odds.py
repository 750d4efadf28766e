"""Prices: conversions, the margin, and what a bet is worth. NaN in, NaN out."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
BREAK_EVEN_AT_MINUS_110 = 110 / 210
"""The hit rate at which bets at -110 neither win nor lose: 52.38 %."""


def american_to_decimal(american: npt.ArrayLike) -> FloatArray:
    """Decimal odds: the payout per unit staked, stake included.

    Raises:
        ValueError: a price lies between -100 and 100, where American odds do not exist.
    """
    price = np.asarray(american, np.float64)
    wrong = np.abs(price) < 100
    if np.any(wrong):
        raise ValueError(f"no American odds: {price[wrong].flat[0]:g}")
    return np.where(price > 0, 1 + price / 100, 1 - 100 / np.where(price == 0, np.nan, price))


def decimal_to_american(decimal: npt.ArrayLike) -> FloatArray:
    """American odds; even money is +100.

    Raises:
        ValueError: a price pays no more than its stake.
    """
    price = np.asarray(decimal, np.float64)
    if np.any(price <= 1):
        raise ValueError(f"no decimal odds: {price[price <= 1].flat[0]:g}")
    return np.where(price >= 2, 100 * (price - 1), -100 / (price - 1))


def hold(over_decimal: npt.ArrayLike, under_decimal: npt.ArrayLike) -> FloatArray:
    """The book's margin: what the implied probabilities sum to above 1."""
    return 1 / np.asarray(over_decimal) + 1 / np.asarray(under_decimal) - 1


def no_vig_multiplicative(
    over_decimal: npt.ArrayLike, under_decimal: npt.ArrayLike
) -> tuple[FloatArray, FloatArray]:
    """(over, under) probabilities, the margin removed in proportion."""
    over, under = (
        1 / np.asarray(over_decimal, np.float64),
        1 / np.asarray(under_decimal, np.float64),
    )
    return over / (over + under), under / (over + under)


def fair_american(p_win: FloatArray, p_lose: FloatArray) -> FloatArray:
    """American odds at which the bet is worth nothing, pushes aside; NaN if a side is certain."""
    share = p_win / (p_win + p_lose)
    possible = (share > 0) & (share < 1)
    return decimal_to_american(1 / np.where(possible, share, np.nan))


def expected_value(p_win: FloatArray, p_lose: FloatArray, decimal: FloatArray) -> FloatArray:
    """What a unit staked gains on average; a push returns the stake."""
    return p_win * (decimal - 1) - p_lose


def kelly_fraction(p_win: FloatArray, p_lose: FloatArray, decimal: FloatArray) -> FloatArray:
    """The share of a bankroll whose stake makes it grow fastest; 0 where no bet is worth it.

    Kelly, A New Interpretation of Information Rate (1956), with pushes left out.
    """
    gain = expected_value(p_win, p_lose, decimal) / ((decimal - 1) * (p_win + p_lose))
    return np.maximum(gain, 0.0)
