"""What flat stakes on the best offers would have returned, by what they were said to be worth."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.predictions.intervals import Estimate, bootstrap_mean
from tipoff.predictions.odds import american_to_decimal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipoff.kernel.engine import Engine

BUCKETS = {
    "best offer, EV below 0": (-np.inf, 0.0),
    "best offer, EV 0 to 2 %": (0.0, 0.02),
    "best offer, EV 2 to 5 %": (0.02, 0.05),
    "best offer, EV 5 % and more": (0.05, np.inf),
}
"""Population -> the expected values of its bets, from and below."""
Slot = tuple[str, str, str, str]
"""Season, market, record and moment."""


def returns(engine: Engine, where: str) -> Iterable[tuple[Slot, str, str, Estimate]]:
    """Slot, population, metric and estimate: ``roi`` and ``win_rate`` of one unit on each bet.

    The bet is the offer worth most by the blend, at its own line and price, whether it was
    recommended or not. A push returns the stake, and so does a player who does not play.

    Args:
        engine: the database.
        where: an SQL condition on ``game_date`` and ``market``.
    """
    if not engine.columns("main", "player_prediction"):
        return
    rows: dict[Slot, list[Any]] = defaultdict(list)
    for *slot, day, over, line, price, value, actual in engine.query(
        "SELECT p.season, p.market, p.record, p.moment, epoch_ms(p.game_date), bet_side = 'over',"
        " bet_line, bet_price, expected_value, g.actual FROM player_prediction p"
        " JOIN prediction_grade g USING (game_id, game_date, player_id, market, moment, record,"
        f" system) WHERE bet_line IS NOT NULL AND g.actual IS NOT NULL AND {where} ORDER BY ALL"
    ):
        rows[tuple(slot)].append((day, over, line, price, value, actual))  # type: ignore[index]
    for key, values in rows.items():
        day, over, line, price, value, actual = np.array(values, dtype=np.float64).T
        won = np.where(over == 1, actual > line, actual < line)
        gain = np.where(won, american_to_decimal(price) - 1, np.where(actual == line, 0.0, -1.0))
        for population, (low, high) in BUCKETS.items():
            chosen = (value >= low) & (value < high)
            if chosen.any():
                yield key, population, "roi", _over_slates(day[chosen], gain[chosen])
                decided = chosen & (actual != line)
                rate = _over_slates(day[decided], won[decided].astype(np.float64))
                yield key, population, "win_rate", rate


def _over_slates(day: Any, values: Any) -> Estimate:
    _, place = np.unique(day, return_inverse=True)
    sums, counts = np.bincount(place, values), np.bincount(place)
    return bootstrap_mean(sums.astype(np.float64), counts.astype(np.float64))
