"""The market's view of props, in a form in which quotes at different lines can be compared.

A quote is converted to a factor on the model's mean: the factor at which the model gives the book's
no-vig probability at the book's line. If the model expects 20 points and a book's price for 22.5
fits a mean of 21, the factor is 1.05, and compares with quotes at any other line. Factors are
averaged, in logs, over the *other* feeds: a book's own price is no evidence about its own error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import numbers
from tipoff.predictions.models.blending import factor_at, market_probability, p_over_no_push
from tipoff.predictions.odds.conversions import american_to_decimal, overround

if TYPE_CHECKING:
    from tipoff.features.arrays import BoolArray, FloatArray, IntArray
    from tipoff.kernel.declare.annotations import Frame
    from tipoff.predictions.distributions.mixture import CountMixture

FEED_OF_BOOK = {"unibet": "betrivers", "unibet_us": "betrivers"}
"""Book -> the book whose feed it shares; books that share a feed have one vote."""
MIN_MARGIN, MAX_MARGIN = 0.03, 0.12
"""The range of margins of believable pairs of prices."""
MIN_FEEDS = 2
"""Minimum number of other feeds for a consensus."""


@dataclass(frozen=True)
class MarketView:
    """The other feeds' view of each quoted prop, arrays of shape (n,)."""

    log_factor: FloatArray
    """Log of the factor on the model's mean; NaN with fewer than two other feeds."""
    feeds: FloatArray
    """The number of other feeds."""


def believable(over_price: FloatArray, under_price: FloatArray) -> BoolArray:
    """Return whether both sides are priced with a margin from 3 to 12 %, shape (n,)."""
    margin = overround(american_to_decimal(over_price), american_to_decimal(under_price))
    return np.asarray((margin >= MIN_MARGIN) & (margin <= MAX_MARGIN))


def feeds_of(quotes: Frame) -> IntArray:
    """Return the number of each quote's feed, shape (n,)."""
    feed_names = [FEED_OF_BOOK.get(book, book) or "" for book in quotes["bookmaker"].to_pylist()]
    number = {feed: place for place, feed in enumerate(sorted({*feed_names}))}
    return np.array([number[feed] for feed in feed_names], np.int64)


def other_feeds_view(quotes: Frame, prop: IntArray, outcome: CountMixture) -> MarketView:
    """Return the view of the other feeds' main lines on each quote's prop.

    The quotes of one feed on one prop form a cell. Each cell with main lines at believable prices
    has one vote, the mean of its factors. A quote's view is the mean vote of the other cells.

    Args:
        quotes: with ``bookmaker``, ``line``, both prices, ``is_alternate`` and ``suspect``.
        prop: the number of each quote's prop, shape (n,).
        outcome: the model's distribution at each quote, shape (n,).
    """
    line, over, under = (numbers(quotes, n) for n in ("line", "over_price", "under_price"))
    is_counted = believable(over, under) & np.array(
        [
            not is_alternate and suspicion is None
            for is_alternate, suspicion in _alternate_and_suspect(quotes)
        ],
        bool,
    )
    feed = feeds_of(quotes)
    cell = np.unique(prop * (feed.max(initial=0) + 1) + feed, return_inverse=True)[1]
    in_cell = np.bincount(cell, is_counted)[cell]
    is_first = np.zeros(len(line), bool)
    is_first[np.unique(cell, return_index=True)[1]] = True
    has_vote = is_first & (in_cell > 0)
    feeds_of_prop = np.bincount(prop, has_vote)[prop]
    feeds = np.asarray(feeds_of_prop - (in_cell > 0), np.float64)
    is_used = is_counted & (feeds_of_prop >= MIN_FEEDS)
    factor = np.zeros(len(line))
    factor[is_used] = factor_at(
        outcome[is_used], line[is_used], market_probability(over[is_used], under[is_used])
    )
    feed_factor = np.bincount(cell, factor * is_counted)[cell] / np.maximum(in_cell, 1)
    total = np.bincount(prop, feed_factor * has_vote)[prop] - feed_factor * (in_cell > 0)
    has_consensus = feeds >= MIN_FEEDS
    return MarketView(np.where(has_consensus, total / np.maximum(feeds, 1), np.nan), feeds)


def market_at(quotes: Frame, prop: IntArray, outcome: CountMixture) -> tuple[FloatArray, BoolArray]:
    """Return the market's probability of over at each quote's line, and whether it is two-sided.

    The probability is the consensus of two or more other feeds, which counts as two-sided; without
    one, it is the no-vig probability of the quote's own prices.
    """
    line, over, under = (numbers(quotes, n) for n in ("line", "over_price", "under_price"))
    own_probability = market_probability(over, under)
    view = other_feeds_view(quotes, prop, outcome)
    has_consensus = ~np.isnan(view.log_factor) & ~np.isnan(outcome.count_mean)
    market = own_probability.copy()
    scaled = outcome[has_consensus].scaled(np.exp(view.log_factor[has_consensus]))
    market[has_consensus] = p_over_no_push(scaled, line[has_consensus])
    return market, np.asarray(has_consensus | ~np.isnan(over + under))


def _alternate_and_suspect(quotes: Frame) -> list[tuple[bool, str | None]]:
    return list(zip(quotes["is_alternate"].to_pylist(), quotes["suspect"].to_pylist(), strict=True))
