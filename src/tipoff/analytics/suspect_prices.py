"""Mark prices that cannot be right, so that they are shown but never bet on.

Without these rules a wrong price would look like the best bet of the day. Each rule compares an
offer with independent information: its other side, the same line at other books, the capture times
of other books' prices, and the book's lines in other markets.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tipoff.analytics.quotes import implied
from tipoff.domain.markets import MARKETS
from tipoff.expressions import cases, greatest, literal, row_number

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue, NumericValue, Table, Value

COPIED = "lines of another market"
BOTH_POSITIVE = "both sides positive"
NO_MARGIN = "no margin"
HUGE_MARGIN = "margin too large"
OFF_CONSENSUS = "far from other books"
STALE = "older than other books"
SUSPICIONS = (COPIED, BOTH_POSITIVE, NO_MARGIN, HUGE_MARGIN, OFF_CONSENSUS, STALE)
"""The reasons, gravest first: an offer is marked with the first one that holds."""
MIN_IMPLIED_SUM, MAX_IMPLIED_SUM = 0.97, 1.35
"""Range of the sum of the implied probabilities of over and under at real books."""
MAX_FROM_CONSENSUS = 0.15
"""Largest distance, in implied probability, from the median of all books that quote the line."""
MAX_BEHIND = timedelta(hours=2)
"""Largest age behind the newest price. Books are polled minutes apart: a price that is hours older
is no longer quoted."""
MIN_COPIED_PLAYERS = 10
"""Fewest players whose lines are compared between two markets."""
MIN_COPIED_SHARE = 0.9
"""Share of players with the same line in two markets from which the lines count as copied. By
chance it reached 0.47 at most in three months."""
PLAYER = ("game_id", "player_id", "market")


def with_suspicion(offers: Table) -> Table:
    """Add ``suspect``: the reason why an offer cannot be right, or NULL.

    Args:
        offers: one row for each game, player, market, bookmaker and line, with both prices,
            ``captured_at``, ``is_alternate`` and ``stands``.
    """
    over, under = implied(offers.over_price), implied(offers.under_price)
    own = own_suspicion(offers.over_price, offers.under_price)
    rows = offers.mutate(implied_over=over, implied_under=under, own_suspicion=own)
    for side in ("over", "under"):
        rows = _with_distance(rows, side)
    rows = _with_copied(rows)
    suspect = cases(
        (rows.is_copied, COPIED),
        (rows.own_suspicion.notnull(), rows.own_suspicion),
        (_is_far(rows), OFF_CONSENSUS),
        (_is_stale(rows), STALE),
    )
    return rows.mutate(suspect=suspect).select(*offers.columns, "suspect")


def own_suspicion(over_price: Any, under_price: Any) -> Value:
    """Return why both prices of a line cannot be right; NULL if they can, or if one is missing."""
    implied_sum = implied(over_price) + implied(under_price)
    return cases(
        ((over_price > 0) & (under_price > 0) & (implied_sum < 1), BOTH_POSITIVE),
        (implied_sum < MIN_IMPLIED_SUM, NO_MARGIN),
        (implied_sum > MAX_IMPLIED_SUM, HUGE_MARGIN),
    )


def _with_distance(rows: Table, side: str) -> Table:
    """Add ``SIDE_distance``: the distance of the price from the median of books still at the line.

    The median includes the book's own price, so that with three or more books one wrong book does
    not make the others look wrong. Two books that disagree are both suspect. The median is computed
    as the mean of the middle values, since not every engine has a median over a window.

    Three books imply 0.52, 0.53 and 0.75: the median is 0.53, the distances are 0.01, 0 and 0.22,
    so only the third is suspect. Two books at 0.50 and 0.70 have a median of 0.60, and for both the
    distance is doubled to 0.20.
    """
    price = rows[f"implied_{side}"]
    counted = rows.stands & price.notnull()
    at_line = [*PLAYER, "line", "is_counted"]
    rows = rows.mutate(is_counted=counted, price=price)
    rows = rows.mutate(
        place=row_number().over(group_by=at_line, order_by=["price", "bookmaker"]),
        books=rows.price.count().over(group_by=at_line),
    )
    is_middle = (2 * rows.place >= rows.books - 2) & (2 * rows.place <= rows.books)
    median = cases((is_middle, rows.price)).mean().over(group_by=at_line)
    distance = (rows.price - median).abs() * cases((rows.books == 2, 2), otherwise=1)
    known = cases((rows.is_counted, distance))
    return rows.mutate(**{f"{side}_distance": known}).drop("is_counted", "price", "place", "books")


def _is_far(rows: Table) -> BooleanValue:
    distances = (rows[f"{side}_distance"].fill_null(0.0) for side in ("over", "under"))
    return greatest(*distances) > MAX_FROM_CONSENSUS


def _is_stale(rows: Table) -> BooleanValue:
    """Return whether another book's price in the market is hours newer; NULL if not known."""
    newest = rows.captured_at.max().over(group_by=list(PLAYER))
    return rows.stands & (rows.captured_at < newest - literal(MAX_BEHIND))


def _with_copied(rows: Table) -> Table:
    """Add ``is_copied``: whether the book's main lines of a market and date are another market's.

    Of two markets with equal lines, the copy is the one in which some line is impossibly high, as
    points lines are for rebounds. Where no line is too high, both are suspect.
    """
    main = rows.filter(rows.stands & ~rows.is_alternate)
    one = main.select("game_date", "bookmaker", "player_id", "market", "line")
    other = one.rename(other_market="market", other_line="line")
    pairs = one.join(other, ["game_date", "bookmaker", "player_id"])
    pairs = pairs.filter(pairs.market != pairs.other_market)
    compared = pairs.group_by("game_date", "bookmaker", "market", "other_market").aggregate(
        players=pairs.count(),
        same=(pairs.line == pairs.other_line).cast("int64").sum(),
        too_high=_too_high(pairs.market, pairs.line),
        too_high_for_other=_too_high(pairs.other_market, pairs.other_line),
    )
    equal = compared.filter(
        (compared.players >= MIN_COPIED_PLAYERS)
        & (compared.same >= MIN_COPIED_SHARE * compared.players)
        & ((compared.too_high > 0) | (compared.too_high_for_other == 0))
    )
    copies = equal.select("game_date", "bookmaker", "market").distinct()
    copies = copies.mutate(is_copied=literal(True))
    marked = rows.left_join(copies, ["game_date", "bookmaker", "market"])
    return marked.select(*rows.columns, is_copied=marked.is_copied.fill_null(False))


def _too_high(market: Any, line: Any) -> NumericValue:
    """Count the lines that are higher than any a book has ever set in their market."""
    limits = [(market == known.key, float(known.max_line)) for known in MARKETS.values()]
    return (line > cases(*limits, otherwise=100.0)).cast("int64").sum()
