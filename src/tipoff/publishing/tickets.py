"""A pick's ticket: the quote to bet on, its current expected value, and the next best price.

All columns of a pick's row that depend on a quote (line, book, both prices, capture time and
probabilities) are those of the ticket. A live ticket is never rewritten, but its book may have
moved its prices since. Then the row still has the price of the ticket; the other side's price and
the capture time were not recorded and are missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.predictions.market_view import FEED_OF_BOOK
from tipoff.predictions.odds.conversions import american_to_decimal, fair_american
from tipoff.publishing.graded_lines import PICKS, numbers, texts

if TYPE_CHECKING:
    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray

HALTED = "HALTED"
PROP = ("game_id", "player_id", "market")
QUOTE_COLUMNS = ("bookmaker", "line", "over_price", "under_price", "captured_at")
"""The columns of a row that make up its quote."""
TICKET_COLUMNS = ("bet_bookmaker", "bet_line", "bet_side", "bet_price")
QuotesByKey = dict[tuple[Any, ...], tuple[Any, ...]]
"""Both prices and the capture time of each available quote, by prop, book and line."""


def picked_rows(predictions: pa.Table) -> BoolArray:
    """Return for each row whether it recommends a bet, shape (n,)."""
    return np.isin(texts(predictions, "recommendation"), PICKS)


def with_ticket_quotes(predictions: pa.Table, quotes: QuotesByKey) -> pa.Table:
    """Return the rows; in picks, the ticket's quote replaces the reference quote.

    Args:
        predictions: rows of ``player_prediction``.
        quotes: all available quotes.
    """
    import pyarrow as pa

    rows = predictions.select([*PROP, *QUOTE_COLUMNS, *TICKET_COLUMNS]).to_pylist()
    quoted = [
        _quote(row, quotes) if is_pick else row
        for row, is_pick in zip(rows, picked_rows(predictions), strict=True)
    ]
    for name in QUOTE_COLUMNS:
        place = predictions.column_names.index(name)
        values = pa.array([row[name] for row in quoted], predictions.schema.field(name).type)
        predictions = predictions.set_column(place, name, values)
    return predictions


def _quote(row: dict[str, Any], quotes: QuotesByKey) -> dict[str, Any]:
    """Return the quote of a pick's ticket.

    It is the available quote if that still has the ticket's price, else the one recorded in the
    row if it is of the ticket, else the ticket's price alone.
    """
    side, price = f"{row['bet_side']}_price", row["bet_price"]
    ticket = {"bookmaker": row["bet_bookmaker"], "line": row["bet_line"]}
    available = quotes.get((*(row[name] for name in PROP), *ticket.values()))
    quoted = dict(zip(QUOTE_COLUMNS[2:], available or (None, None, None), strict=True))
    if quoted[side] == price:
        return {**ticket, **quoted}
    recorded = {name: row[name] for name in QUOTE_COLUMNS}
    if recorded.items() >= {**ticket, side: price}.items():
        return recorded
    return {**ticket, **dict.fromkeys(QUOTE_COLUMNS[2:]), side: price}


def quotes_by_key(offers: pa.Table) -> QuotesByKey:
    """Return both prices and the capture time of each quote, by prop, book and line."""
    keys = zip(*(offers[n].to_pylist() for n in (*PROP, "bookmaker", "line")), strict=True)
    values = zip(*(offers[n].to_pylist() for n in QUOTE_COLUMNS[2:]), strict=True)
    return dict(zip(keys, values, strict=True))


def ticket(
    predictions: pa.Table, offers: pa.Table, quotes: QuotesByKey, halted: bool
) -> dict[str, Any]:
    """Return the columns of tickets, such as the fair price and the capture time of the price.

    The ticket's price is the recommended one. ``price_captured_at`` is known only while the book
    still quotes that price. ``price_now`` is the book's present price of the ticket's side and
    line, missing if it no longer quotes them. If ``halted``, picks are withheld.
    """
    recommended, picked = texts(predictions, "recommendation"), picked_rows(predictions)
    over, under = numbers(predictions, "blend_p_over"), numbers(predictions, "blend_p_under")
    is_over = texts(predictions, "bet_side") == "over"
    fair = fair_american(np.where(is_over, over, under), np.where(is_over, under, over))
    captured_at, current_prices = [], []
    tickets = zip(*(predictions[n].to_pylist() for n in (*PROP, *TICKET_COLUMNS)), strict=True)
    for *key, side, price in tickets:
        over_price, under_price, at = quotes.get(tuple(key), (None, None, None))
        current_price = over_price if side == "over" else under_price
        captured_at.append(at if current_price == price and price is not None else None)
        current_prices.append(current_price)
    import pyarrow as pa

    return {
        "recommendation": np.where(picked & halted, HALTED, recommended),
        "fair_price": np.where(picked, fair, np.nan),
        "stake_share": np.where(
            picked & ~np.bool_(halted), numbers(predictions, "stake_share"), np.nan
        ),
        "price_captured_at": pa.array(captured_at, pa.timestamp("us")),
        "price_now": pa.array(current_prices, pa.float64()),
        **_next_best(predictions, offers, picked),
        **_current(predictions, picked),
    }


def _current(predictions: pa.Table, picked: BoolArray) -> dict[str, FloatArray]:
    """Return the current probability and expected value of picks by all that is known now.

    The probability leaves pushes aside. Both are NaN for rows without a pick, if the book no
    longer quotes the line, and once the game is over.
    """
    over, under = (numbers(predictions, name) for name in ("current_over", "current_under"))
    win = np.where(texts(predictions, "bet_side") == "over", over, under)
    expected_value = win * american_to_decimal(numbers(predictions, "bet_price")) - (over + under)
    return {
        "current_p_over": np.where(picked, over / (over + under), np.nan),
        "current_expected_value": np.where(picked, expected_value, np.nan),
    }


def _next_best(predictions: pa.Table, offers: pa.Table, picked: BoolArray) -> dict[str, Any]:
    """Return the best price on a pick's side and line at a book of another feed, and that book.

    Only prices that could be picked count, so none is better than the price of a new ticket.
    """
    import pyarrow as pa

    names = (*PROP, "line", "bookmaker", "over_price", "under_price", "is_valued")
    quoted: dict[tuple[Any, ...], list[tuple[float, str]]] = {}
    for *key, book, over, under, is_valued in zip(
        *(offers[n].to_pylist() for n in names), strict=True
    ):
        for side, price in (("over", over), ("under", under)):
            if price is not None and is_valued:
                quoted.setdefault((*key, side), []).append((price, book))
    wanted = (*PROP, "bet_line", "bet_side", "bet_bookmaker")
    best: list[tuple[float | None, str | None]] = []
    rows = zip(picked, *(predictions[n].to_pylist() for n in wanted), strict=True)
    for is_pick, *slot, own in rows:
        others = [each for each in quoted.get(tuple(slot), ()) if feed_of(each[1]) != feed_of(own)]
        top = max(others, key=lambda each: float(american_to_decimal(each[0])), default=None)
        best.append(top if is_pick and top else (None, None))
    return {
        "next_price": pa.array([price for price, _ in best], pa.float64()),
        "next_bookmaker": pa.array([book for _, book in best], pa.string()),
    }


def feed_of(bookmaker: str | None) -> str | None:
    """Return the book whose prices a book copies; the book itself if it sets its own prices."""
    return None if bookmaker is None else FEED_OF_BOOK.get(bookmaker, bookmaker)
