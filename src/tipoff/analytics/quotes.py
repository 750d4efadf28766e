"""Rules for all prices: captured before tip-off, time of the quote, rank of books, implied odds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import cases, coalesce, least

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue, NumericValue, Table

PREFERRED = ("draftkings", "fanduel")
LAST_RESORT = "consensus"


def tip_off(scheduled: Any, in_feed: Any) -> Any:
    """Return the earlier of the scheduled tip-off and the feed's, which may be NULL."""
    return least(scheduled, coalesce(in_feed, scheduled))


def before_tip(quotes: Table) -> BooleanValue:
    """Return whether a quote was captured strictly before ``tip``; a closing price always was."""
    return quotes.captured_at.isnull() | (quotes.captured_at < quotes.tip)


def quoted_at(quotes: Table) -> Any:
    """Return the timestamp of a quote; tip-off for a closing price, which has no capture time."""
    return coalesce(quotes.captured_at, quotes.tip)


def book_rank(bookmaker: Any) -> NumericValue:
    """Return the rank of a book by preference, from 0: DraftKings, FanDuel, others, consensus."""
    places = [(bookmaker == book, place) for place, book in enumerate(PREFERRED)]
    return cases(*places, (bookmaker == LAST_RESORT, 9), otherwise=len(PREFERRED))


def implied(price: Any) -> NumericValue:
    """Return the implied probability of American odds, with the margin: 1/2 at 100, 2/3 at -200."""
    return cases((price < 0, -price / (100 - price)), otherwise=100 / (price + 100))


def distance_from_even(over_price: Any, under_price: Any) -> NumericValue:
    """Return the distance of the over's no-vig probability from 1/2.

    At -110 on both sides it is 0. At -150 and +120 the over's no-vig probability is
    0.600 / (0.600 + 0.455) = 0.569, a distance of 0.069. With only one price, it is the distance of
    its implied probability from 1/2; without prices it is 1.
    """
    over, under = implied(over_price), implied(under_price)
    return coalesce((over / (over + under) - 0.5).abs(), (coalesce(over, under) - 0.5).abs(), 1.0)
