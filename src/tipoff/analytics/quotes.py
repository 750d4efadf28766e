"""What holds of every price: whether it is from before tip-off, when, and at which book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import cases, coalesce, least

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue, NumericValue, Table

PREFERRED = ("draftkings", "fanduel")
LAST_RESORT = "consensus"


def tip_off(scheduled: Any, told: Any) -> Any:
    """The earlier of the scheduled tip-off and the feed's."""
    return least(scheduled, coalesce(told, scheduled))


def before_tip(quotes: Table) -> BooleanValue:
    """The one rule: captured strictly before ``tip``; a closing price says so itself."""
    return quotes.captured_at.isnull() | (quotes.captured_at < quotes.tip)


def moment(quotes: Table) -> Any:
    """When a price stood: a closing one, whose capture is not told, at tip-off."""
    return coalesce(quotes.captured_at, quotes.tip)


def book_rank(bookmaker: Any) -> NumericValue:
    """DraftKings, FanDuel, others, then consensus, from 0."""
    places = [(bookmaker == book, place) for place, book in enumerate(PREFERRED)]
    return cases(*places, (bookmaker == LAST_RESORT, 9), otherwise=len(PREFERRED))


def implied(price: Any) -> NumericValue:
    """The probability American odds imply, the margin in it: 1/2 at 100, 2/3 at -200."""
    return cases((price < 0, -price / (100 - price)), otherwise=100 / (price + 100))


def distance_from_even(over_price: Any, under_price: Any) -> NumericValue:
    """How far two prices are from equal; of one price alone, how far it is from 1/2."""
    over, under = implied(over_price), implied(under_price)
    return coalesce((over / (over + under) - 0.5).abs(), (coalesce(over, under) - 0.5).abs(), 1.0)
