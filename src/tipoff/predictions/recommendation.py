"""From what offers are worth to a recommendation: never from a raw point edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.predictions.odds.conversions import stake_share

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame

MINIMUM_EXPECTED_VALUE = 0.02
RECOMMENDATIONS = ("OVER", "UNDER", "PASS", "NO_LINE")
SLOT = ["game_id", "player_id", "market", "prediction_time", "information"]


def recommend(offer_value: Frame) -> Frame:
    """Find the best bet on each player and market, and whether it is worth making.

    Only books' main lines are bet on: far from them all depends on the tail. Both sides must be
    priced, or the market's own view is not known. A suspect price is never bet on: it looks like
    the best bet of the day and is a mistake.

    Args:
        offer_value: rows of that table.

    Returns:
        For each slot: ``bet_bookmaker``, ``bet_line``, ``bet_side``, ``bet_price``,
        ``expected_value``, ``kelly_share``, ``stake_share`` (of the bankroll, 0 of a PASS) and
        ``recommendation``, OVER, UNDER or PASS.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    main = offer_value.filter(pc.invert(offer_value["is_alternate"]))
    priced = pc.and_(pc.is_valid(main["over_price"]), pc.is_valid(main["under_price"]))
    main = main.filter(pc.and_(priced, pc.is_null(main["suspect"])))
    over, under = (main[f"{s}_expected_value"].to_numpy() for s in ("over", "under"))
    is_over = pa.array(over >= under)
    value = np.maximum(over, under)
    choice = np.where(
        value >= MINIMUM_EXPECTED_VALUE, np.where(over >= under, "OVER", "UNDER"), "PASS"
    )
    kelly = pc.if_else(is_over, main["over_kelly_share"], main["under_kelly_share"])
    stake = np.where(choice == "PASS", 0.0, stake_share(kelly.to_numpy()))
    bets = main.select([*SLOT, "bookmaker", "line"]).rename_columns(
        [*SLOT, "bet_bookmaker", "bet_line"]
    )
    for name, values in {
        "bet_side": pa.array(np.where(over >= under, "over", "under").astype(object), pa.string()),
        "bet_price": pc.if_else(is_over, main["over_price"], main["under_price"]),
        "expected_value": pa.array(value),
        "kelly_share": kelly,
        "stake_share": pa.array(stake),
        "recommendation": pa.array(choice.astype(object), pa.string()),
    }.items():
        bets = bets.append_column(name, values)
    return _first_of_each(bets)


def _first_of_each(bets: Frame) -> Frame:
    """Of each slot the bet that is worth most; of equals the first book's."""
    import pyarrow as pa

    order = [
        *((n, "ascending") for n in SLOT),
        ("expected_value", "descending"),
        ("bet_bookmaker", "ascending"),
        ("bet_line", "ascending"),
    ]
    ordered = bets.sort_by(order).append_column("place", pa.array(np.arange(bets.num_rows)))
    first = ordered.group_by(SLOT).aggregate([("place", "min")])
    return ordered.take(first["place_min"]).drop_columns(["place"])
