"""The one declaration of every feature: column, source table and whether it is required."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.analytics.upcoming_player_game_context import UpcomingPlayerGameContext
from tipoff.analytics.upcoming_team_game_context import UpcomingTeamGameContext
from tipoff.features.player_availability import PlayerAvailability
from tipoff.features.player_composite_factors import PlayerCompositeFactors
from tipoff.features.player_daily_cache import PlayerDailyCache
from tipoff.features.player_matchup import PlayerMatchup
from tipoff.features.player_minutes_form import PlayerMinutesForm
from tipoff.features.player_rates import PlayerRates
from tipoff.features.player_role import PlayerRole
from tipoff.features.player_shot_zone_analysis import SHARES, STATISTICS, PlayerShotZoneAnalysis
from tipoff.features.player_similar_games import PlayerSimilarGames
from tipoff.features.player_trends import PlayerTrends
from tipoff.features.team_daily_cache import TeamDailyCache
from tipoff.features.team_defense_zone_analysis import TeamDefenseZoneAnalysis
from tipoff.raw.shot import ZONES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipoff.kernel.declare.schema import Column, Schema

REQUIRED = (
    "points_avg_last_10",
    "minutes_avg_last_10",
    "field_goals_attempted_avg_last_10",
    "days_since_played",
    "fatigue_score",
    "team_pace_avg_last_10",
    "opponent_pace_avg_last_10",
    "opponent_defensive_rating_avg_last_10",
    "completeness_last_10",
)
TEAM_FORM = tuple(
    name
    for name in TeamDailyCache.columns
    if name.endswith("_avg_last_10") or name in ("wins_avg_season",)
)
ZONE_FORM = (*(f"{s.name}_avg_last_10" for s in STATISTICS if "assisted" not in s.name), *SHARES)
TEAM_CONTEXT = (
    "home",
    "is_playoff",
    "is_back_to_back",
    "days_rest",
    "opponent_days_rest",
    "rest_advantage",
    "consecutive_road_games",
    "travel_kilometers",
    "time_zones_crossed",
    "spread",
    "spread_move",
    "total",
    "total_move",
    "implied_team_total",
)


@dataclass(frozen=True)
class Feature:
    """One number that models may read."""

    name: str
    column: Column
    """The feature's type, unit, range, polarity and meaning."""
    source: str
    """The table that computes the feature."""
    original: str
    """The feature's column name in that table."""
    required: bool


def _of(
    source: str, schema: type[Schema], names: Sequence[str] = (), prefix: str = ""
) -> dict[str, Feature]:
    """Return a table's columns as features: ``names``, or all except keys, texts and timestamps."""
    kept = names or [
        name
        for name, column in schema.columns.items()
        if not (column.key or column.partition or column.dtype in ("string", "timestamp"))
    ]
    return {
        prefix + name: Feature(
            prefix + name, schema.columns[name], source, name, prefix + name in REQUIRED
        )
        for name in kept
    }


FEATURES: Mapping[str, Feature] = {
    **_of("player_daily_cache", PlayerDailyCache),
    **_of("player_shot_zone_analysis", PlayerShotZoneAnalysis, ZONE_FORM),
    **_of("upcoming_player_game_context", UpcomingPlayerGameContext),
    **_of("upcoming_team_game_context", UpcomingTeamGameContext, TEAM_CONTEXT),
    **_of(
        "upcoming_team_game_context",
        UpcomingTeamGameContext,
        ("games_last_7_days", "back_to_backs_last_14_days"),
        "team_",
    ),
    **_of("player_composite_factors", PlayerCompositeFactors),
    **_of("player_matchup", PlayerMatchup),
    **_of("player_trends", PlayerTrends),
    **_of("player_availability", PlayerAvailability),
    **_of("player_role", PlayerRole),
    **_of("player_similar_games", PlayerSimilarGames),
    **_of("player_rates", PlayerRates),
    **_of("player_minutes_form", PlayerMinutesForm),
    **_of("team_daily_cache", TeamDailyCache, TEAM_FORM, "team_"),
    **_of("team_daily_cache", TeamDailyCache, TEAM_FORM, "opponent_"),
    **_of(
        "team_defense_zone_analysis",
        TeamDefenseZoneAnalysis,
        [f"{zone}_weakness" for zone in ZONES],
        "opponent_",
    ),
}
"""All features by their name in the feature store, in the store's order."""
