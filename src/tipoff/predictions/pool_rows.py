"""Whole teams of the pool with what the store holds of them: what lineups are applied to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import numbers, widened
from tipoff.features.known_lineups import chance, games
from tipoff.features.player_rates import LEAGUE
from tipoff.features.registry import FEATURES
from tipoff.predictions.known_rows import POOL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Frame

KEYS = ("game_id", "player_id")
FOR_LINEUPS = (
    "days_since_played",
    "minutes_avg_last_10",
    "start_share",
    "play_share",
    "appear_share",
    "starter_minutes_fast",
    "starter_minutes_slow",
    "bench_minutes_fast",
    "bench_minutes_slow",
    *(f"rate_{name}" for name in LEAGUE),
    "recent_rate_points",
    "recent_rate_rebounds",
    "recent_rate_assists",
    "expected_points",
    "expected_threes",
    "implied_team_total",
)
"""What ``as_known``, ``situation`` and ``projection`` read of the store."""
LINES = ("spread", "total", "implied_team_total", "team_total_ratio")
"""What is missing of a game that no book has priced."""
LINES_GAP, SOURCE_GAP = 0.1, 0.05
"""The share of training games in which lines, and each other input, are withheld."""
GAPS = 11
"""The stream of chance that withholds inputs."""


def pool_rows(player_pool: Frame, ml_feature_store: Frame) -> Frame:
    """Return the pool with the store's columns, sorted by date, game and player."""
    order = [(name, "ascending") for name in ("game_date", *KEYS)]
    pool = player_pool.select([n for n in POOL if n in player_pool.column_names]).sort_by(order)
    return widened(pool, ml_feature_store)


def withheld(
    rows: Frame, features: Mapping[str, FloatArray], *, lines: Iterable[str] = LINES
) -> dict[str, FloatArray]:
    """Return training features with whole inputs missing from some games, as on a live day.

    A booster that has never seen a feature missing takes a missing value for 0: a game without a
    line would be predicted as one in which nobody scores. What is withheld follows from the game.

    Args:
        rows: with ``game_id``.
        features: name -> values, shape (n,).
        lines: the features that are missing together without a book's line.
    """
    game, gone = games(rows), {}
    source = {n: FEATURES[n].source for n in features if n in FEATURES}
    source |= dict.fromkeys(lines, "lines")
    for place, name in enumerate(sorted({*source.values()})):
        share = LINES_GAP if name == "lines" else SOURCE_GAP
        gone[name] = chance(game, np.full(len(game), float(place)), GAPS) < share
    return {
        name: np.where(gone[source[name]], np.nan, values) if name in source else values
        for name, values in features.items()
    }


def features_of(rows: Frame, names: Iterable[str]) -> dict[str, FloatArray]:
    """Return columns by name, shape (n,) each; NULL is NaN."""
    return {name: numbers(rows, name) for name in names}
