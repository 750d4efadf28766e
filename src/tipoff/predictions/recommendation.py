"""From what offers are worth to a recommendation: never from a raw point edge.

Each offer is valued by a market of its own, the other feeds, so of two prices at one line the worse
can seem to be worth more. A price is better or worse whatever is believed: at a line and side the
best one is taken first, with the value of its own offer, and then the line and side worth most.

An example: one book has under 7.5 at -135, said to be worth 4 %, another at -132, worth 3 %. The
bet is -132, worth 3 %: whoever would bet at -135 is paid more for the same by the other book.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import codes
from tipoff.predictions.odds.conversions import american_to_decimal, stake_share

if TYPE_CHECKING:
    from tipoff.features.arrays import BoolArray
    from tipoff.kernel.declare.annotations import Frame

MINIMUM_EXPECTED_VALUE = 0.02
RECOMMENDATIONS = ("OVER", "UNDER", "PASS", "NO_LINE")
SLOT = ["game_id", "player_id", "market", "prediction_time", "information"]


def recommend(offer_value: Frame) -> Frame:
    """Find the best bet on each player and market, and whether it is worth making.

    Only lines that some book has as its main line, both sides priced, are bet on: far from them all
    depends on the tail. The price is the best one on offer at that line and side, of an alternate
    at another book too. A suspect price is never bet on, and makes no line one to bet on: it looks
    like the best bet of the day and is a mistake.

    Args:
        offer_value: rows of that table.

    Returns:
        For each slot: ``bet_bookmaker``, ``bet_line``, ``bet_side``, ``bet_price``,
        ``expected_value``, ``kelly_share``, ``stake_share`` (of the bankroll, 0 of a PASS) and
        ``recommendation``, OVER, UNDER or PASS.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    believed = offer_value.filter(pc.is_null(offer_value["suspect"]))
    sides = _sides(believed.filter(pa.array(_is_at_a_main_line(believed))))
    at_line = [*SLOT, "bet_line", "bet_side"]
    prices = _first_of_each(sides, at_line, {"pays": "descending", "expected_value": "descending"})
    bets = _first_of_each(prices, SLOT, {"expected_value": "descending", "bet_side": "ascending"})
    worth, side = bets["expected_value"].to_numpy(), bets["bet_side"]
    is_bet = worth >= MINIMUM_EXPECTED_VALUE
    stake = np.where(is_bet, stake_share(bets["kelly_share"].to_numpy()), 0.0)
    choice = pc.if_else(pa.array(is_bet), pc.utf8_upper(side), "PASS")
    bets = bets.append_column("stake_share", pa.array(stake))
    return bets.append_column("recommendation", choice).drop_columns(["pays"])


def _is_at_a_main_line(offers: Frame) -> BoolArray:
    """Return which offers are at a line that some book has as its main line, both sides priced."""
    import pyarrow.compute as pc

    priced = pc.and_(pc.is_valid(offers["over_price"]), pc.is_valid(offers["under_price"]))
    main = np.asarray(pc.and_(priced, pc.invert(offers["is_alternate"])).to_numpy(), bool)
    line = codes(offers, [*SLOT, "line"])
    return np.asarray(np.isin(line, line[main]), bool)


def _sides(offers: Frame) -> Frame:
    """Return each price of the offers, a row for each side that is quoted."""
    import pyarrow as pa

    parts = []
    for side in ("over", "under"):
        named = {
            **{name: offers[name] for name in SLOT},
            "bet_bookmaker": offers["bookmaker"],
            "bet_line": offers["line"],
            "bet_side": pa.repeat(side, offers.num_rows),
            "bet_price": offers[f"{side}_price"],
            "expected_value": offers[f"{side}_expected_value"],
            "kelly_share": offers[f"{side}_kelly_share"],
        }
        rows = pa.table(named)
        parts.append(rows.filter(rows["bet_price"].is_valid()))
    rows = pa.concat_tables(parts)
    pays = american_to_decimal(rows["bet_price"].to_numpy())
    return rows.append_column("pays", pa.array(pays, pa.float64()))


def _first_of_each(bets: Frame, slot: list[str], order: dict[str, str]) -> Frame:
    """Return the first bet of each slot in an order; of equals the first book's, by name."""
    import pyarrow as pa

    ties = dict.fromkeys(("bet_bookmaker", "bet_line"), "ascending")
    keys = {**dict.fromkeys(slot, "ascending"), **order, **ties}
    ordered = bets.sort_by(list(keys.items()))
    ordered = ordered.append_column("place", pa.array(np.arange(bets.num_rows)))
    first = ordered.group_by(slot).aggregate([("place", "min")])
    return ordered.take(first["place_min"]).drop_columns(["place"])
