"""What books say of each player in one market, in a form in which different lines compare.

A quote is turned into a factor on the model's mean: the factor at which the model would say of the
book's line what the book says without its margin. If the model expects 20 points and a book's price
of 22.5 fits a mean of 21, the factor is 1.05, at whatever line another book quotes. Factors are
averaged, in logs, over the *other* feeds: a book's own price says nothing of whether it is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import numbers
from tipoff.predictions.models.blending import decided, factor_at, market_probability
from tipoff.predictions.odds.conversions import american_to_decimal, overround

if TYPE_CHECKING:
    from tipoff.features.arrays import BoolArray, FloatArray, IntArray
    from tipoff.kernel.declare.annotations import Frame
    from tipoff.predictions.distributions.mixture import CountMixture

ONE_FEED = {"unibet": "betrivers", "unibet_us": "betrivers"}
"""Books that take their prices from the same feed as another: together they have one vote."""
MIN_MARGIN, MAX_MARGIN = 0.03, 0.12
"""Between these lies the margin of a pair of prices that can be believed."""
MIN_FEEDS = 2
"""Other feeds from which on their consensus stands for the market."""


@dataclass(frozen=True)
class MarketView:
    """What the other feeds say, for each quote, arrays of shape (n,)."""

    log_factor: FloatArray
    """On the model's mean; NaN of fewer than two other feeds."""
    feeds: FloatArray
    """How many other feeds it is the mean of."""


def believable(over_price: FloatArray, under_price: FloatArray) -> BoolArray:
    """Return whether both sides are priced with a margin from 3 to 12 %, shape (n,)."""
    margin = overround(american_to_decimal(over_price), american_to_decimal(under_price))
    return np.asarray((margin >= MIN_MARGIN) & (margin <= MAX_MARGIN))


def feeds_of(quotes: Frame) -> IntArray:
    """Return a number for the feed of each quote, shape (n,)."""
    named = [ONE_FEED.get(book, book) or "" for book in quotes["bookmaker"].to_pylist()]
    number = {feed: place for place, feed in enumerate(sorted({*named}))}
    return np.array([number[feed] for feed in named], np.int64)


def others_view(quotes: Frame, prop: IntArray, outcome: CountMixture) -> MarketView:
    """Return for each quote what the other feeds' main lines say of the same prop.

    Args:
        quotes: with ``bookmaker``, ``line``, both prices, ``is_alternate`` and ``suspect``.
        prop: which prop each quote is of, shape (n,).
        outcome: the model's distribution at each quote, shape (n,).
    """
    line, over, under = (numbers(quotes, n) for n in ("line", "over_price", "under_price"))
    counts = believable(over, under) & np.array(
        [not far and why is None for far, why in _marks(quotes)], bool
    )
    feed = feeds_of(quotes)
    cell = np.unique(prop * (feed.max(initial=0) + 1) + feed, return_inverse=True)[1]
    in_cell = np.bincount(cell, counts)[cell]
    first = np.zeros(len(line), bool)
    first[np.unique(cell, return_index=True)[1]] = True
    votes = first & (in_cell > 0)
    of_prop = np.bincount(prop, votes)[prop]
    feeds = np.asarray(of_prop - (in_cell > 0), np.float64)
    heard = counts & (of_prop >= MIN_FEEDS)
    factor = np.zeros(len(line))
    factor[heard] = factor_at(
        outcome[heard], line[heard], market_probability(over[heard], under[heard])
    )
    own = np.bincount(cell, factor * counts)[cell] / np.maximum(in_cell, 1)
    total = np.bincount(prop, own * votes)[prop] - own * (in_cell > 0)
    enough = feeds >= MIN_FEEDS
    return MarketView(np.where(enough, total / np.maximum(feeds, 1), np.nan), feeds)


def market_at(quotes: Frame, prop: IntArray, outcome: CountMixture) -> tuple[FloatArray, BoolArray]:
    """Return the market's probability of over at each quote's line, and if both sides are priced.

    That is the other feeds' consensus where there are two or more, and else the quote's own price
    without its margin.
    """
    line, over, under = (numbers(quotes, n) for n in ("line", "over_price", "under_price"))
    own = market_probability(over, under)
    view = others_view(quotes, prop, outcome)
    agreed = ~np.isnan(view.log_factor) & ~np.isnan(outcome.count_mean)
    found = own.copy()
    moved = outcome[agreed].scaled(np.exp(view.log_factor[agreed]))
    found[agreed] = decided(moved, line[agreed])
    return found, np.asarray(agreed | ~np.isnan(over + under))


def _marks(quotes: Frame) -> list[tuple[bool, str | None]]:
    return list(zip(quotes["is_alternate"].to_pylist(), quotes["suspect"].to_pylist(), strict=True))
