"""Named feature sets: views over the feature store that exist side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.features.market_sets import FEATURES_BY_MARKET
from tipoff.features.registry import FEATURES
from tipoff.kernel.errors import DeclarationError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from tipoff.features.registry import Feature


@dataclass(frozen=True)
class FeatureSet:
    """Features under the names and in the order in which a model reads them."""

    name: str
    columns: Mapping[str, str]
    """Name in the set -> column of the feature store."""

    def __post_init__(self) -> None:
        unknown = [column for column in self.columns.values() if column not in FEATURES]
        if unknown:
            raise DeclarationError(f"{self.name}: not in the feature store: {', '.join(unknown)}")

    @property
    def features(self) -> dict[str, Feature]:
        """The declared features by their name in the set."""
        return {name: FEATURES[column] for name, column in self.columns.items()}

    def first(self, count: int, name: str) -> FeatureSet:
        """Return the set of the first ``count`` features."""
        return FeatureSet(name, dict(list(self.columns.items())[:count]))

    def extended(self, name: str, columns: Mapping[str, str]) -> FeatureSet:
        """Return the set with further features after its own.

        Raises:
            DeclarationError: a name is taken already; names are never reused.
        """
        taken = self.columns.keys() & columns.keys()
        if taken:
            raise DeclarationError(f"{name}: {self.name} has {', '.join(sorted(taken))} already")
        return FeatureSet(name, {**self.columns, **columns})

    def view(self, store: pa.Table) -> pa.Table:
        """Return the keys and the set's features, as floats under the names of the set.

        Raises:
            DeclarationError: columns are missing from the store; the message names them.
        """
        import pyarrow as pa

        missing = [n for n, column in self.columns.items() if column not in store.column_names]
        if missing:
            raise DeclarationError(f"{self.name}: the store lacks {', '.join(missing)}")
        values: dict[str, Any] = {n: store[n] for n in ("game_id", "player_id")}
        values |= {n: store[column].cast(pa.float64()) for n, column in self.columns.items()}
        return pa.table(values)


V2_37 = FeatureSet(
    "v2_37features",
    {
        "points_avg_last_5": "points_avg_last_5",
        "points_avg_last_10": "points_avg_last_10",
        "points_avg_season": "points_avg_season",
        "points_std_last_10": "points_std_last_10",
        "games_in_last_7_days": "games_last_7_days",
        "fatigue_score": "fatigue_score",
        "shot_zone_mismatch_score": "shot_zone_mismatch_score",
        "pace_score": "pace_score",
        "usage_spike_score": "usage_spike_score",
        "rest_advantage": "rest_advantage",
        "injury_risk": "injury_risk",
        "recent_trend": "recent_trend",
        "minutes_change": "minutes_change",
        "opponent_def_rating": "opponent_defensive_rating_avg_last_10",
        "opponent_pace": "opponent_pace_avg_last_10",
        "home_away": "home",
        "back_to_back": "is_back_to_back",
        "playoff_game": "is_playoff",
        "pct_paint": "paint_share_last_10",
        "pct_mid_range": "mid_range_share_last_10",
        "pct_three": "three_share_last_10",
        "pct_free_throw": "free_throw_points_share",
        "team_pace": "team_pace_avg_last_10",
        "team_off_rating": "team_offensive_rating_avg_last_10",
        "team_win_pct": "team_wins_avg_season",
        "vegas_points_line": "points_line",
        "vegas_opening_line": "points_opening_line",
        "vegas_line_move": "points_line_move",
        "has_vegas_line": "has_points_line",
        "avg_points_vs_opponent": "points_avg_vs_opponent",
        "games_vs_opponent": "games_vs_opponent",
        "minutes_avg_last_10": "minutes_avg_last_10",
        "ppm_avg_last_10": "points_per_minute",
        "dnp_rate": "dnp_rate",
        "pts_slope_10g": "points_slope_last_10",
        "pts_vs_season_zscore": "points_zscore",
        "breakout_flag": "breakout_flag",
    },
)
V2_33 = V2_37.first(33, "v2_33features")
V2_39 = V2_37.extended(
    "v2_39features",
    {
        "breakout_risk_score": "breakout_risk_score",
        "composite_breakout_signal": "composite_breakout_signal",
    },
)
MARKET_SETS = tuple(
    FeatureSet(name, {n: n for n in names}) for name, names in FEATURES_BY_MARKET.items()
)
"""The features of the store that the boosted models of each market read."""
FEATURE_SETS = {each.name: each for each in (V2_33, V2_37, V2_39, *MARKET_SETS)}
