"""Checks of the feature store: complete rows, and distributions like those of earlier dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.expressions import unless_rare
from tipoff.kernel.declare.check import examining
from tipoff.windows.steady import DAYS_BACK, steady

if TYPE_CHECKING:
    from ibis.expr.types import Table

MAX_FAILING_SHARE = 0.02
"""The share of a date's players who may lack a row."""
WATCHED = (
    "points_avg_last_10",
    "points_std_last_10",
    "minutes_avg_last_10",
    "usage_rate_avg_last_10",
    "fatigue_score",
    "team_pace_avg_last_10",
    "opponent_defensive_rating_avg_last_10",
    "quality_score",
)
"""Columns whose distribution is compared from date to date, at least one per kind of source."""


def everyone_in_the_pool_has_a_row(player_pool: Table, ml_feature_store: Table) -> Table:
    """Return whether each player of the pool has a row in the feature store."""
    made = ml_feature_store.select("game_id", "player_id", made="game_date")
    rows = player_pool.left_join(made, ["game_id", "player_id"])
    rows = rows.select("game_date", "game_id", "player_id", good=rows.made.notnull())
    return rows.mutate(holds=unless_rare(rows, rows.good, MAX_FAILING_SHARE)).drop("good")


@examining(days_back=DAYS_BACK, may_be_nothing=True)
def features_are_like_before(ml_feature_store: Table) -> Table:
    """Return whether the watched columns have the mean, spread and NULL share of earlier dates."""
    return steady(ml_feature_store, WATCHED)
