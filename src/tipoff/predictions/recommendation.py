"""Turn the value of offers into a recommendation, never a raw point edge.

Each offer is valued against the other feeds, so of two prices at one line the worse can appear to
be worth more. A better price is better whatever the probability. So the best price of each line and
side is chosen first, with the value of its own offer, and then the line and side of highest value.

Example: one book has under 7.5 at -135, valued at 4 %, another at -132, valued at 3 %. The bet is
-132 at 3 %, since -132 pays more than -135 for the same outcome.
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
    """Find the best bet on each player and market, and whether its value suffices.

    Bets are only made at lines that are some book's main line with both sides priced: far from
    those, the value depends on the distribution's tail. The price is the best on offer for that
    line and side, alternates of other books included. Suspect prices are ignored, also as main
    lines: they look like the best bets of the day and are mistakes.

    Args:
        offer_value: rows of the table ``offer_value``.

    Returns:
        For each slot: ``bet_bookmaker``, ``bet_line``, ``bet_side``, ``bet_price``,
        ``expected_value``, ``kelly_share``, ``stake_share`` (of the bankroll; 0 for PASS) and
        ``recommendation``: OVER, UNDER or PASS.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    trusted = offer_value.filter(pc.is_null(offer_value["suspect"]))
    sides = _sides(trusted.filter(pa.array(_is_at_a_main_line(trusted))))
    at_line = [*SLOT, "bet_line", "bet_side"]
    prices = _first_of_each(sides, at_line, {"pays": "descending", "expected_value": "descending"})
    bets = _first_of_each(prices, SLOT, {"expected_value": "descending", "bet_side": "ascending"})
    expected_value, side = bets["expected_value"].to_numpy(), bets["bet_side"]
    is_bet = expected_value >= MINIMUM_EXPECTED_VALUE
    stake = np.where(is_bet, stake_share(bets["kelly_share"].to_numpy()), 0.0)
    recommendation = pc.if_else(pa.array(is_bet), pc.utf8_upper(side), "PASS")
    bets = bets.append_column("stake_share", pa.array(stake))
    return bets.append_column("recommendation", recommendation).drop_columns(["pays"])


def _is_at_a_main_line(offers: Frame) -> BoolArray:
    """Return which offers are at a line that is some book's main line with both sides priced."""
    import pyarrow.compute as pc

    is_two_sided = pc.and_(pc.is_valid(offers["over_price"]), pc.is_valid(offers["under_price"]))
    is_main = np.asarray(pc.and_(is_two_sided, pc.invert(offers["is_alternate"])).to_numpy(), bool)
    line = codes(offers, [*SLOT, "line"])
    return np.asarray(np.isin(line, line[is_main]), bool)


def _sides(offers: Frame) -> Frame:
    """Return one row per quoted side of the offers."""
    import pyarrow as pa

    parts = []
    for side in ("over", "under"):
        columns = {
            **{name: offers[name] for name in SLOT},
            "bet_bookmaker": offers["bookmaker"],
            "bet_line": offers["line"],
            "bet_side": pa.repeat(side, offers.num_rows),
            "bet_price": offers[f"{side}_price"],
            "expected_value": offers[f"{side}_expected_value"],
            "kelly_share": offers[f"{side}_kelly_share"],
        }
        rows = pa.table(columns)
        parts.append(rows.filter(rows["bet_price"].is_valid()))
    rows = pa.concat_tables(parts)
    pays = american_to_decimal(rows["bet_price"].to_numpy())
    return rows.append_column("pays", pa.array(pays, pa.float64()))


def _first_of_each(bets: Frame, slot: list[str], order: dict[str, str]) -> Frame:
    """Return each slot's first bet in the given order; ties go to the first book by name."""
    import pyarrow as pa

    tie_breakers = dict.fromkeys(("bet_bookmaker", "bet_line"), "ascending")
    keys = {**dict.fromkeys(slot, "ascending"), **order, **tie_breakers}
    ordered = bets.sort_by(list(keys.items()))
    ordered = ordered.append_column("place", pa.array(np.arange(bets.num_rows)))
    first = ordered.group_by(slot).aggregate([("place", "min")])
    return ordered.take(first["place_min"]).drop_columns(["place"])
