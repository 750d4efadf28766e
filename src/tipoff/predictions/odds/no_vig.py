"""Remove the book's margin from two-sided prices, by one of three methods.

Each takes decimal odds of over and under, arrays of one shape, and returns (over, under)
probabilities that sum to 1. NaN on either side gives NaN on both: one price alone is not enough.

With implied probabilities a and b, at a positive margin (a + b > 1):

- ``no_vig_multiplicative`` takes the same share from both, so a longshot keeps most of its bias;
- ``no_vig_shin`` takes the same amount from both, a larger share of a longshot;
- ``no_vig_power`` takes the most from a longshot.

All three agree at even prices, leave a pair without margin unchanged, and are defined for every
pair of prices. At a negative margin (a + b < 1, as when the best of two books is combined) each
method adds by its own rule, which moves the probabilities the other way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from tipoff.predictions.odds.conversions import implied_probability

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray

TOLERANCE = 1e-13
MAX_STEPS = 200


class NoVig(Protocol):
    """A method of removing the margin."""

    def __call__(
        self, over: npt.ArrayLike, under: npt.ArrayLike, /
    ) -> tuple[FloatArray, FloatArray]:
        """Return (over, under) probabilities from decimal odds."""
        ...


def no_vig_multiplicative(
    over: npt.ArrayLike, under: npt.ArrayLike
) -> tuple[FloatArray, FloatArray]:
    """Remove the margin in proportion: ``a / (a + b)``.

    Raises:
        ValueError: a price pays no more than its stake.
    """
    a, b = implied_probability(over), implied_probability(under)
    return np.asarray(a / (a + b)), np.asarray(b / (a + b))


def no_vig_shin(over: npt.ArrayLike, under: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Remove the margin as a defence against bettors who know more (Shin, 1992 and 1993).

    For two outcomes Shin's equations have the solution ``(1 + a - b) / 2``, the same as taking an
    equal amount from both (Clarke, Kovalchik & Ingram, Adjusting Bookmaker's Odds, 2017). Since
    ``|a - b| < 1`` it is a probability for every pair, even where Shin's share of insiders would
    be below 0 and iterative solvers fail.

    Raises:
        ValueError: a price pays no more than its stake.
    """
    gap = implied_probability(over) - implied_probability(under)
    return np.asarray((1 + gap) / 2), np.asarray((1 - gap) / 2)


def no_vig_power(over: npt.ArrayLike, under: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Remove the margin by an exponent: ``a**k`` and ``b**k`` with the k at which they sum to 1.

    There is exactly one k for every pair, above 1 at a positive margin and below 1 at a negative
    one. ``log(a**k + b**k)`` falls and is convex in k, so Newton's method from a k that is too
    small never overshoots.

    Raises:
        ValueError: a price pays no more than its stake.
    """
    a, b = np.broadcast_arrays(implied_probability(over), implied_probability(under))
    known = ~np.isnan(a + b)
    log_a, log_b = (np.log(np.where(known, share, 0.5)) for share in (a, b))
    power = _exponent(log_a, log_b)
    p_over, p_under = (np.where(known, np.exp(power * log), np.nan) for log in (log_a, log_b))
    return p_over / (p_over + p_under), p_under / (p_over + p_under)


def _exponent(log_a: FloatArray, log_b: FloatArray) -> FloatArray:
    """Return the k at which ``exp(k log_a) + exp(k log_b)`` is 1.

    Each pair stops on its own: if all were iterated until the last converged, a result would depend
    on the other prices by a rounding error.
    """
    power = -np.log(2) / np.minimum(log_a, log_b)  # the sum is at least 1 there: k is too small
    is_active = np.ones(np.shape(power), bool)
    for _ in range(MAX_STEPS):
        total = np.logaddexp(power * log_a, power * log_b)
        over_share = np.exp(power * log_a - total)
        step = total / -(over_share * log_a + (1 - over_share) * log_b)
        power = np.where(is_active, power + step, power)
        is_active = is_active & (np.abs(step) > TOLERANCE * power)
        if not is_active.any():
            break
    return np.asarray(power)
