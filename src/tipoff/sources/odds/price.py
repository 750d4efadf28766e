"""Prices of The Odds API as American odds, whichever format they were asked for in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tipoff.kernel.errors import PayloadError

MAX_DECIMAL_ODDS = 100
Price = Callable[[Any], Any]
"""From a price as it was sent to American odds; what is no price stays as it is."""


def price_form(asked: str | None, prices: Iterable[int | float]) -> Price:
    """Return how to read prices: by what was asked for, or else by how most of them look.

    Raises:
        PayloadError: another format was asked for.
    """
    if asked is None:
        asked = "decimal" if _look_decimal(list(prices)) else "american"
    if asked not in ("american", "decimal"):
        raise PayloadError(f"odds format {asked!r} is neither american nor decimal")
    return american if asked == "decimal" else _as_it_is


def _look_decimal(prices: list[int | float]) -> bool:
    """Return whether prices are decimal odds.

    American odds are never between -100 and 100, decimal ones never below 1. Long shots alone,
    all at 100 and more, could be either: the service writes American odds without a fraction.
    """
    decimal = sum(1 <= price < MAX_DECIMAL_ODDS for price in prices)
    below = sum(price <= -MAX_DECIMAL_ODDS for price in prices)
    if decimal or below:
        return decimal > below
    return any(isinstance(price, float) for price in prices)


def american(decimal: Any) -> Any:
    """Return American odds for decimal ones (1.5 is -200, 3 is 200); what is no price stays."""
    if not isinstance(decimal, (int, float)) or decimal <= 1:
        return decimal
    return 100 * (decimal - 1) if decimal >= 2 else -100 / (decimal - 1)


def _as_it_is(price: Any) -> Any:
    return price
