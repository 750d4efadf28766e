"""Conversions of odds, the margin of prices, and the value of bets.

All functions work element by element on arrays of any shape; NaN in gives NaN out. Prices are
American odds where a name says so, else decimal odds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray

BREAK_EVEN_AT_MINUS_110 = 110 / 210
"""The hit rate at which bets at -110 break even: 52.38 %."""
KELLY_MULTIPLIER, MAX_STAKE = 0.25, 0.02
"""A stake is a quarter of the Kelly stake and at most 2 % of the bankroll."""


def american_to_decimal(american: npt.ArrayLike) -> FloatArray:
    """Convert American to decimal odds, the payout per unit staked, stake included.

    Raises:
        ValueError: a price lies between -100 and 100, where American odds do not exist.
    """
    price = np.asarray(american, np.float64)
    is_invalid = np.abs(price) < 100
    if np.any(is_invalid):
        raise ValueError(
            f"not American odds: {price[is_invalid].flat[0]:g}; none lie between -100 and 100"
        )
    return np.where(price > 0, 1 + price / 100, 1 - 100 / np.where(price == 0, np.nan, price))


def decimal_to_american(decimal: npt.ArrayLike) -> FloatArray:
    """Convert decimal to American odds; even money is +100.

    Raises:
        ValueError: a price pays no more than its stake.
    """
    price = _decimal(decimal)
    return np.where(price >= 2, 100 * (price - 1), -100 / (price - 1))


def implied_probability(decimal: npt.ArrayLike) -> FloatArray:
    """Return the probability at which the price is fair, margin included.

    Raises:
        ValueError: a price pays no more than its stake.
    """
    return np.asarray(1 / _decimal(decimal))


def implied_to_decimal(probability: npt.ArrayLike) -> FloatArray:
    """Return the decimal odds that imply the probability.

    Raises:
        ValueError: a probability is not between 0 and 1, where no price exists.
    """
    values = np.asarray(probability, np.float64)
    is_invalid = (values <= 0) | (values >= 1)
    if np.any(is_invalid):
        raise ValueError(f"no price implies a probability of {values[is_invalid].flat[0]:g}")
    return np.asarray(1 / values)


def overround(over: npt.ArrayLike, under: npt.ArrayLike) -> FloatArray:
    """Return the sum of implied probabilities less 1; negative where a sure win is on offer."""
    return implied_probability(over) + implied_probability(under) - 1


def hold(over: npt.ArrayLike, under: npt.ArrayLike) -> FloatArray:
    """Return the share of stakes that a book keeps with balanced action: 4.55 % at -110.

    With s the sum of implied probabilities, the hold is ``1 - 1/s`` and the overround ``s - 1``.
    """
    return 1 - 1 / (1 + overround(over, under))


def fair_decimal(p_win: npt.ArrayLike, p_lose: npt.ArrayLike) -> FloatArray:
    """Return the decimal odds with zero expected value; NaN if a side is certain."""
    win, lose = np.asarray(p_win, np.float64), np.asarray(p_lose, np.float64)
    possible = np.minimum(win, lose) > np.finfo(np.float64).eps
    return np.asarray(1 + lose / np.where(possible, win, np.nan))


def fair_american(p_win: npt.ArrayLike, p_lose: npt.ArrayLike) -> FloatArray:
    """Return the American odds with zero expected value; NaN if a side is certain."""
    net_odds = fair_decimal(p_win, p_lose) - 1
    return np.where(net_odds >= 1, 100 * net_odds, -100 / net_odds)


def expected_value(
    p_win: npt.ArrayLike, p_lose: npt.ArrayLike, decimal: npt.ArrayLike
) -> FloatArray:
    """Return the expected gain per unit staked; a push returns the stake.

    Args:
        p_win: probability of winning.
        p_lose: probability of losing; the remainder to 1 is the probability of a push.
        decimal: the price taken.
    """
    win, lose = np.asarray(p_win, np.float64), np.asarray(p_lose, np.float64)
    return np.asarray(win * (_decimal(decimal) - 1) - lose)


def kelly_fraction(
    p_win: npt.ArrayLike, p_lose: npt.ArrayLike, decimal: npt.ArrayLike
) -> FloatArray:
    """Return the share of the bankroll that maximises its growth; 0 where no bet has value.

    The share f maximises ``p_win log(1 + f b) + p_lose log(1 - f)`` with b the gain per unit
    (Kelly, A New Interpretation of Information Rate, 1956). A push leaves the bankroll unchanged;
    its probability is the remainder of the other two to 1.
    """
    win, lose = np.asarray(p_win, np.float64), np.asarray(p_lose, np.float64)
    p_decided = win + lose
    gain = (_decimal(decimal) - 1) * np.where(p_decided > 0, p_decided, np.nan)
    return np.maximum(expected_value(win, lose, decimal) / gain, 0.0)


def stake_share(kelly: npt.ArrayLike) -> FloatArray:
    """Return the share of a bankroll to stake, given the full Kelly fraction.

    Full Kelly is right only if the probability is exactly right. A quarter of it keeps most of
    the growth where the probability is right, and a cap bounds the loss where it is wrong.
    """
    return np.minimum(KELLY_MULTIPLIER * np.asarray(kelly, np.float64), MAX_STAKE)


def _decimal(price: npt.ArrayLike) -> FloatArray:
    values = np.asarray(price, np.float64)
    is_invalid = ~(values > 1) & ~np.isnan(values)
    if np.any(is_invalid):
        raise ValueError(f"not decimal odds: {values[is_invalid].flat[0]:g}; they must be above 1")
    return values
