"""Returns of flat stakes on the best offers, grouped by their expected value under the blend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.predictions.evaluation.grouped import in_groups
from tipoff.predictions.evaluation.intervals import SlateMean, over_slates
from tipoff.predictions.odds.conversions import american_to_decimal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray
    from tipoff.predictions.evaluation.grouped import Group

BUCKETS = {
    "best offer, EV below 0": (-np.inf, 0.0),
    "best offer, EV 0 to 2 %": (0.0, 0.02),
    "best offer, EV 2 to 5 %": (0.02, 0.05),
    "best offer, EV 5 % and more": (0.05, np.inf),
}
"""Population -> range of its bets' expected values: from the first, below the second."""
GROUP = ("season", "market", "record", "prediction_time", "information")


def returns(rows: pa.Table) -> Iterable[tuple[Group, str, str, SlateMean]]:
    """Yield group, population, metric and mean: ``roi`` and ``win_rate`` at one unit per bet.

    Each row's bet is settled at its own line and price; a row that recommends none (PASS) still has
    the offer worth most. A push returns the stake; rows of players who did not play are left out.

    Args:
        rows: the table ``GradedRows.published``.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    settled = rows.filter(pc.and_(pc.is_valid(rows["bet_line"]), pc.is_valid(rows["actual"])))
    over = pc.equal(settled["bet_side"], "over").cast(pa.float64())
    bet_columns = {
        "over": over,
        "line": settled["bet_line"],
        "price": settled["bet_price"],
        "value": settled["expected_value"],
        "actual": settled["actual"],
    }
    group_columns = {name: settled[name] for name in ("game_date", *GROUP)}
    for key, bets in in_groups(
        pa.table({**group_columns, **bet_columns}), GROUP, list(bet_columns)
    ):
        yield from _by_value(key, bets)


def gains(bets: Mapping[str, FloatArray]) -> tuple[FloatArray, BoolArray, BoolArray]:
    """Return the gain per unit staked, which bets won and which were decided, shape (n,) each.

    A push returns the stake.
    """
    actual, line = bets["actual"], bets["line"]
    won = np.where(bets["over"] == 1, actual > line, actual < line)
    push = actual == line
    gain = np.where(won, american_to_decimal(bets["price"]) - 1, np.where(push, 0.0, -1.0))
    return gain, won, ~push


def means(
    day: FloatArray, gain: FloatArray, won: BoolArray, decided: BoolArray
) -> Iterable[tuple[str, SlateMean]]:
    """Yield ``roi`` and ``win_rate`` of bets."""
    yield "roi", over_slates(day, gain)
    yield "win_rate", over_slates(day[decided], won[decided].astype(np.float64))


def _by_value(
    key: Group, bets: dict[str, FloatArray]
) -> Iterable[tuple[Group, str, str, SlateMean]]:
    gain, won, decided = gains(bets)
    for population, (low, high) in BUCKETS.items():
        chosen = (bets["value"] >= low) & (bets["value"] < high)
        if chosen.any():
            selected_bets = (bets["day"][chosen], gain[chosen], won[chosen], decided[chosen])
            for metric, mean in means(*selected_bets):
                yield key, population, metric, mean
