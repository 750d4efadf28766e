"""Prices: conversions, the margin, and what a bet is worth. NaN in, NaN out.

Arrays of any shape, element by element; American odds where a name says so, decimal odds
elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray

BREAK_EVEN_AT_MINUS_110 = 110 / 210
"""The hit rate at which bets at -110 neither win nor lose: 52.38 %."""
KELLY_PART, MAX_STAKE = 0.25, 0.02
"""A stake is a quarter of Kelly's, and never more than 2 % of the bankroll."""


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
    price = _decimal(decimal)
    return np.where(price >= 2, 100 * (price - 1), -100 / (price - 1))


def implied_probability(decimal: npt.ArrayLike) -> FloatArray:
    """Return the chance at which the price is fair, its margin still in it.

    Raises:
        ValueError: a price pays no more than its stake.
    """
    return np.asarray(1 / _decimal(decimal))


def implied_to_decimal(probability: npt.ArrayLike) -> FloatArray:
    """Return the decimal odds that imply the probability.

    Raises:
        ValueError: a probability is not between 0 and 1, where no price exists.
    """
    share = np.asarray(probability, np.float64)
    wrong = (share <= 0) | (share >= 1)
    if np.any(wrong):
        raise ValueError(f"no price implies a probability of {share[wrong].flat[0]:g}")
    return np.asarray(1 / share)


def overround(over: npt.ArrayLike, under: npt.ArrayLike) -> FloatArray:
    """Return what the implied probabilities exceed 1 by; below 0 where a sure win is on offer."""
    return implied_probability(over) + implied_probability(under) - 1


def hold(over: npt.ArrayLike, under: npt.ArrayLike) -> FloatArray:
    """Return the share of stakes that a book keeps if both sides cost it the same: 4.55 % at -110.

    With a sum s of implied probabilities that is ``1 - 1/s``, where the overround is ``s - 1``.
    """
    return 1 - 1 / (1 + overround(over, under))


def fair_decimal(p_win: npt.ArrayLike, p_lose: npt.ArrayLike) -> FloatArray:
    """Decimal odds at which the bet is worth nothing, pushes aside; NaN if a side is certain."""
    win, lose = np.asarray(p_win, np.float64), np.asarray(p_lose, np.float64)
    possible = np.minimum(win, lose) > np.finfo(np.float64).eps
    return np.asarray(1 + lose / np.where(possible, win, np.nan))


def fair_american(p_win: npt.ArrayLike, p_lose: npt.ArrayLike) -> FloatArray:
    """American odds at which the bet is worth nothing, pushes aside; NaN if a side is certain."""
    against = fair_decimal(p_win, p_lose) - 1
    return np.where(against >= 1, 100 * against, -100 / against)


def expected_value(
    p_win: npt.ArrayLike, p_lose: npt.ArrayLike, decimal: npt.ArrayLike
) -> FloatArray:
    """Return what a unit staked gains on average; a push returns the stake.

    Args:
        p_win: probability of winning.
        p_lose: probability of losing; what is missing of 1 is the push.
        decimal: the price taken.
    """
    win, lose = np.asarray(p_win, np.float64), np.asarray(p_lose, np.float64)
    return np.asarray(win * (_decimal(decimal) - 1) - lose)


def kelly_fraction(
    p_win: npt.ArrayLike, p_lose: npt.ArrayLike, decimal: npt.ArrayLike
) -> FloatArray:
    """Return the share of a bankroll whose stake makes it grow fastest; 0 where no bet is worth it.

    Kelly, A New Interpretation of Information Rate (1956): the greatest of ``p_win log(1 + f b)
    + p_lose log(1 - f)`` with b the gain per unit. A push changes nothing, so it only takes part
    as what the two probabilities leave of 1.
    """
    win, lose = np.asarray(p_win, np.float64), np.asarray(p_lose, np.float64)
    decided = win + lose
    gain = (_decimal(decimal) - 1) * np.where(decided > 0, decided, np.nan)
    return np.maximum(expected_value(win, lose, decimal) / gain, 0.0)


def stake_share(kelly: npt.ArrayLike) -> FloatArray:
    """Return the share of a bankroll to stake, given the full Kelly fraction.

    Full Kelly is right only if the probability is exactly right. A quarter of it keeps most of
    the growth where the probability is right, and a cap bounds the loss where it is wrong.
    """
    return np.minimum(KELLY_PART * np.asarray(kelly, np.float64), MAX_STAKE)


def _decimal(price: npt.ArrayLike) -> FloatArray:
    values = np.asarray(price, np.float64)
    wrong = ~(values > 1) & ~np.isnan(values)
    if np.any(wrong):
        raise ValueError(f"no decimal odds: {values[wrong].flat[0]:g}")
    return values
