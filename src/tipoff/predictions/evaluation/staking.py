"""What flat stakes on the best offers would have returned, by what they were worth by the blend."""

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
"""Population -> the expected values of its bets, from and below."""
GROUP = ("season", "market", "record", "prediction_time", "information")


def returns(rows: pa.Table) -> Iterable[tuple[Group, str, str, SlateMean]]:
    """Yield group, population, metric and mean: ``roi`` and ``win_rate`` of a unit per bet.

    The bet is the ticket, at its own line and price; of a row that recommends none it is the offer
    that came nearest to one. A push returns the stake, and so does a player who does not play.

    Args:
        rows: those ``published`` of ``graded_rows``.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    known = rows.filter(pc.and_(pc.is_valid(rows["bet_line"]), pc.is_valid(rows["actual"])))
    over = pc.equal(known["bet_side"], "over").cast(pa.float64())
    numbers = {
        "over": over,
        "line": known["bet_line"],
        "price": known["bet_price"],
        "value": known["expected_value"],
        "actual": known["actual"],
    }
    named = {name: known[name] for name in ("game_date", *GROUP)}
    for key, bets in in_groups(pa.table({**named, **numbers}), GROUP, list(numbers)):
        yield from _by_value(key, bets)


def gains(bets: Mapping[str, FloatArray]) -> tuple[FloatArray, BoolArray, BoolArray]:
    """Return what a unit per bet gained, which bets won and which were decided, shape (n,) each.

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
            of = (bets["day"][chosen], gain[chosen], won[chosen], decided[chosen])
            for metric, mean in means(*of):
                yield key, population, metric, mean
