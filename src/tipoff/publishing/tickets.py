"""A pick's ticket: the one quote that is bet on, what it is worth now, and the next best price.

All that a pick's row says of a line is said of one quote, the ticket's: line, book, both prices,
the time of capture and the probabilities. A live ticket is a fact, and its book may have moved
since. Then the price that was taken still stands in the row; the other side's price and the time
of capture, which nobody wrote down, are missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.predictions.market_view import ONE_FEED
from tipoff.predictions.odds.conversions import american_to_decimal, fair_american
from tipoff.publishing.lined import PICKS, numbers, texts

if TYPE_CHECKING:
    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray

HALTED = "HALTED"
PROP = ("game_id", "player_id", "market")
OF_QUOTE = ("bookmaker", "line", "over_price", "under_price", "captured_at")
"""The columns of a row that are of one quote."""
TICKET = ("bet_bookmaker", "bet_line", "bet_side", "bet_price")
Standing = dict[tuple[Any, ...], tuple[Any, ...]]
"""Both prices and the time of capture of each quote, by prop, book and line."""


def picked_rows(found: pa.Table) -> BoolArray:
    """Return which rows recommend a bet, shape (n,)."""
    return np.isin(texts(found, "recommendation"), PICKS)


def with_quotes_of_tickets(found: pa.Table, standing: Standing) -> pa.Table:
    """Return the rows, those of picks with the quote that is bet on in place of the reference.

    Args:
        found: rows of ``player_prediction``.
        standing: every standing quote.
    """
    import pyarrow as pa

    rows = found.select([*PROP, *OF_QUOTE, *TICKET]).to_pylist()
    made = [
        _quote(row, standing) if is_pick else row
        for row, is_pick in zip(rows, picked_rows(found), strict=True)
    ]
    for name in OF_QUOTE:
        place = found.column_names.index(name)
        values = pa.array([row[name] for row in made], found.schema.field(name).type)
        found = found.set_column(place, name, values)
    return found


def _quote(row: dict[str, Any], standing: Standing) -> dict[str, Any]:
    """Return the quote of a pick's ticket: as it stands, as it was noted, or the price alone."""
    side, price = f"{row['bet_side']}_price", row["bet_price"]
    ticket = {"bookmaker": row["bet_bookmaker"], "line": row["bet_line"]}
    stands = standing.get((*(row[name] for name in PROP), *ticket.values()))
    quoted = dict(zip(OF_QUOTE[2:], stands or (None, None, None), strict=True))
    if quoted[side] == price:
        return {**ticket, **quoted}
    noted = {name: row[name] for name in OF_QUOTE}
    if noted.items() >= {**ticket, side: price}.items():
        return noted
    return {**ticket, **dict.fromkeys(OF_QUOTE[2:]), side: price}


def standing_quotes(offers: pa.Table) -> Standing:
    """Return both prices and the time of capture of each quote by prop, book and line."""
    keys = zip(*(offers[n].to_pylist() for n in (*PROP, "bookmaker", "line")), strict=True)
    values = zip(*(offers[n].to_pylist() for n in OF_QUOTE[2:]), strict=True)
    return dict(zip(keys, values, strict=True))


def ticket(found: pa.Table, offers: pa.Table, standing: Standing, halted: bool) -> dict[str, Any]:
    """Return what a pick's ticket adds: its fair price, and when its price was captured.

    The price is the one that was recommended. ``price_captured_at`` is known while the book still
    quotes it; else ``price_now`` is what the book quotes instead, missing where it quotes nothing.
    """
    recommended, picked = texts(found, "recommendation"), picked_rows(found)
    over, under = numbers(found, "blend_p_over"), numbers(found, "blend_p_under")
    is_over = texts(found, "bet_side") == "over"
    fair = fair_american(np.where(is_over, over, under), np.where(is_over, under, over))
    captured, now = [], []
    for *key, side, price in zip(*(found[n].to_pylist() for n in (*PROP, *TICKET)), strict=True):
        over_now, under_now, at = standing.get(tuple(key), (None, None, None))
        current = over_now if side == "over" else under_now
        captured.append(at if current == price and price is not None else None)
        now.append(current)
    import pyarrow as pa

    return {
        "recommendation": np.where(picked & halted, HALTED, recommended),
        "fair_price": np.where(picked, fair, np.nan),
        "stake_share": np.where(picked & ~np.bool_(halted), numbers(found, "stake_share"), np.nan),
        "price_captured_at": pa.array(captured, pa.timestamp("us")),
        "price_now": pa.array(now, pa.float64()),
        **_elsewhere(found, offers, picked),
        **_as_things_stand(found, picked),
    }


def _as_things_stand(found: pa.Table, picked: BoolArray) -> dict[str, FloatArray]:
    """Return what a pick's side and price are worth by all that is known now, pushes aside.

    NaN of what is no pick, once the book quotes the line no longer, and of a game that is over.
    """
    over, under = (numbers(found, name) for name in ("current_over", "current_under"))
    win = np.where(texts(found, "bet_side") == "over", over, under)
    worth = win * american_to_decimal(numbers(found, "bet_price")) - (over + under)
    return {
        "current_p_over": np.where(picked, over / (over + under), np.nan),
        "current_expected_value": np.where(picked, worth, np.nan),
    }


def _elsewhere(found: pa.Table, offers: pa.Table, picked: BoolArray) -> dict[str, Any]:
    """Return the best price on a pick's side and line at a book of another feed, and that book.

    Only prices that a ticket could have count, so none is better than that of a ticket just made.
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
    rows = zip(picked, *(found[n].to_pylist() for n in wanted), strict=True)
    for is_pick, *slot, own in rows:
        others = [each for each in quoted.get(tuple(slot), ()) if feed_of(each[1]) != feed_of(own)]
        most = max(others, key=lambda each: float(american_to_decimal(each[0])), default=None)
        best.append(most if is_pick and most else (None, None))
    return {
        "next_price": pa.array([price for price, _ in best], pa.float64()),
        "next_bookmaker": pa.array([book for _, book in best], pa.string()),
    }


def feed_of(bookmaker: str | None) -> str | None:
    """Return the book whose prices a book takes over; itself, if it makes its own."""
    return None if bookmaker is None else ONE_FEED.get(bookmaker, bookmaker)
