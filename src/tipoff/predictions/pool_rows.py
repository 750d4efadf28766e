"""Pool rows of whole teams with the store's columns, to which lineups are applied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import joined_rows, numbers
from tipoff.features.known_lineups import game_numbers, uniform_draws
from tipoff.features.player_rates import LEAGUE
from tipoff.features.registry import FEATURES
from tipoff.predictions.known_rows import POOL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Frame

KEYS = ("game_id", "player_id")
LINEUP_COLUMNS = (
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
"""The feature store columns that ``known_lineups``, ``situation`` and ``projection`` read."""
LINES = ("spread", "total", "implied_team_total", "team_total_ratio")
"""The features that are missing for a game without book prices."""
LINES_GAP, SOURCE_GAP = 0.1, 0.05
"""The shares of training games in which the lines, and each other input, are withheld."""
GAP_STREAM = 11
"""The random stream that withholds inputs."""


def pool_rows(player_pool: Frame, ml_feature_store: Frame) -> Frame:
    """Return the pool with the store's columns, sorted by date, game and player."""
    order = [(name, "ascending") for name in ("game_date", *KEYS)]
    pool = player_pool.select([n for n in POOL if n in player_pool.column_names]).sort_by(order)
    return joined_rows(pool, ml_feature_store)


def withhold_inputs(
    rows: Frame, features: Mapping[str, FloatArray], *, lines: Iterable[str] = LINES
) -> dict[str, FloatArray]:
    """Return training features with whole inputs set to NaN in some games, as on a live day.

    A booster that never saw a feature missing treats NaN as 0, so a game without a line would be
    predicted as one in which nobody scores. The game id determines which inputs are withheld.

    Args:
        rows: with ``game_id``.
        features: name -> values, shape (n,).
        lines: the features that are missing together if no book has a line.
    """
    game, is_withheld = game_numbers(rows), {}
    source = {n: FEATURES[n].source for n in features if n in FEATURES}
    source |= dict.fromkeys(lines, "lines")
    for place, name in enumerate(sorted({*source.values()})):
        gap = LINES_GAP if name == "lines" else SOURCE_GAP
        is_withheld[name] = uniform_draws(game, np.full(len(game), float(place)), GAP_STREAM) < gap
    return {
        name: np.where(is_withheld[source[name]], np.nan, values) if name in source else values
        for name, values in features.items()
    }


def features_of(rows: Frame, names: Iterable[str]) -> dict[str, FloatArray]:
    """Return columns by name, shape (n,) each; NULL is NaN."""
    return {name: numbers(rows, name) for name in names}
