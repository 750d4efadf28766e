"""Convert prices of The Odds API to American odds, whichever format was requested."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tipoff.kernel.errors import PayloadError

MAX_DECIMAL_ODDS = 100
Price = Callable[[Any], Any]
"""A conversion of a price to American odds; values that are not prices are returned unchanged."""


def price_converter(odds_format: str | None, prices: Iterable[int | float]) -> Price:
    """Return the conversion for a requested format; if None, it is guessed from the prices.

    Raises:
        PayloadError: the requested format is not supported.
    """
    if odds_format is None:
        odds_format = "decimal" if _look_decimal(list(prices)) else "american"
    if odds_format not in ("american", "decimal"):
        raise PayloadError(f"odds format {odds_format!r} is neither american nor decimal")
    return american if odds_format == "decimal" else _unchanged


def _look_decimal(prices: list[int | float]) -> bool:
    """Return whether prices are decimal odds.

    American odds are never between -100 and 100, decimal odds never below 1. If all prices are long
    shots of 100 and more, a fraction decides: the service sends American odds without fractions.
    """
    decimal = sum(1 <= price < MAX_DECIMAL_ODDS for price in prices)
    below = sum(price <= -MAX_DECIMAL_ODDS for price in prices)
    if decimal or below:
        return decimal > below
    return any(isinstance(price, float) for price in prices)


def american(decimal: Any) -> Any:
    """Convert decimal odds to American (1.5 is -200, 3 is 200); return other values unchanged."""
    if not isinstance(decimal, (int, float)) or decimal <= 1:
        return decimal
    return 100 * (decimal - 1) if decimal >= 2 else -100 / (decimal - 1)


def _unchanged(price: Any) -> Any:
    return price
