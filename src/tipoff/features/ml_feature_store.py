"""The feature store: everything a model may know of a player before a game, in one row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.analytics.player_pool import PlayerPool
from tipoff.expressions import cases, joined
from tipoff.features.checks import everyone_in_the_pool_has_a_row, features_are_like_before
from tipoff.features.readiness import (
    CURABLE,
    EXPECTED_INCOMPLETE,
    INCOMPLETE_UPSTREAM,
    INSUFFICIENT_HISTORY,
    MISSING_UPSTREAM,
    PLAYER_DNP,
    curable,
)
from tipoff.features.registry import FEATURES, REQUIRED
from tipoff.kernel.declare.schema import Column, Schema, boolean, number, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from ibis.expr.types import Table

IDENTITY = (
    "game_id",
    "game_date",
    "player_id",
    "player_name",
    "name_key",
    "team_id",
    "opponent_id",
    "season",
    "tip_at",
    "out",
    "morning_out",
)
QUALITY: dict[str, Column] = {
    "quality_score": number(
        minimum=0,
        maximum=100,
        unit="score 0-100",
        polarity="higher helps",
        meaning="half for required features present, half for completeness over the last 10 games",
    ),
    "missing_required": text(
        meaning="names of the required features that are NULL; empty if none is"
    ),
    "reason": text(
        nullable=True,
        choices=tuple(CURABLE),
        meaning="why features are missing or incomplete; NULL if none are",
    ),
    "reason_is_curable": boolean(nullable=True, meaning="whether a later run can cure the reason"),
}
COLUMNS: dict[str, Column] = {
    **{name: PlayerPool.columns[name] for name in IDENTITY},
    **QUALITY,
    **{name: feature.column for name, feature in FEATURES.items()},
}
PER_PLAYER = ("game_id", "player_id")


class MlFeatureStore(Schema, columns=COLUMNS):
    """One player before one game."""


@table(
    schema=MlFeatureStore,
    may_be_empty="at first",
    checks=[everyone_in_the_pool_has_a_row],
    warnings=[features_are_like_before],
)
def ml_feature_store(
    player_pool: Table,
    upcoming_player_game_context: Table,
    upcoming_team_game_context: Table,
    player_daily_cache: Table,
    player_shot_zone_analysis: Table,
    player_composite_factors: Table,
    player_matchup: Table,
    player_trends: Table,
    player_availability: Table,
    player_role: Table,
    player_similar_games: Table,
    player_rates: Table,
    player_minutes_form: Table,
    team_daily_cache: Table,
    team_defense_zone_analysis: Table,
) -> Table:
    """Join all features of each player in the pool, and name the missing required ones."""
    row = player_pool.select(*IDENTITY)
    row = _with_player(row, upcoming_player_game_context, "upcoming_player_game_context")
    row = _with_player(row, player_daily_cache, "player_daily_cache")
    row = _with_player(
        row, player_shot_zone_analysis, "player_shot_zone_analysis", zone_reason="reason"
    )
    row = _with_player(row, player_composite_factors, "player_composite_factors")
    row = _with_player(row, player_matchup, "player_matchup")
    row = _with_player(row, player_trends, "player_trends")
    row = _with_player(row, player_availability, "player_availability")
    row = _with_player(row, player_role, "player_role")
    row = _with_player(row, player_similar_games, "player_similar_games")
    row = _with_player(row, player_rates, "player_rates")
    row = _with_player(row, player_minutes_form, "player_minutes_form")
    row = _with_team(row, upcoming_team_game_context, "upcoming_team_game_context", "team_id")
    row = _with_team(row, team_daily_cache, "team_daily_cache", "team_id", "team_")
    row = _with_team(row, team_daily_cache, "team_daily_cache", "opponent_id", "opponent_")
    row = _with_team(
        row, team_defense_zone_analysis, "team_defense_zone_analysis", "opponent_id", "opponent_"
    )
    return row.mutate(**_quality(row)).select(*COLUMNS)


def _with_player(row: Table, source: Table, name: str, **more: str) -> Table:
    """Add the features of a player table, and the columns ``more`` that only ``_quality`` reads."""
    named = {f.name: f.original for f in FEATURES.values() if f.source == name}
    return row.join(source.select(*PER_PLAYER, **named, **more), [*PER_PLAYER])


def _with_team(row: Table, source: Table, name: str, team_column: str, prefix: str = "") -> Table:
    """Add the features of the player's team, or of the opponent, by ``team_column``."""
    named = {
        f.name: f.original
        for f in FEATURES.values()
        if f.source == name and f.name.startswith(prefix)
    }
    game, team = f"game_of_{prefix}{name}", f"team_of_{prefix}{name}"
    form = source.select(**{game: "game_id", team: "team_id"}, **named)
    return row.join(form, [row.game_id == form[game], row[team_column] == form[team]])


def _quality(row: Table) -> dict[str, Any]:
    """Return the quality columns, computed from the row's own features.

    Half of the score is the share of required features that are present, half is the completeness
    over the last 10 games: eight of nine features and seven of ten games give 50 x (8/9 + 0.7) =
    79.4.
    """
    missing = {name: row[name].isnull() for name in REQUIRED}
    present = sum(cases((is_null, 0), otherwise=1) for is_null in missing.values())
    is_lacking = present < len(REQUIRED)
    reason = cases(
        (row.out, PLAYER_DNP),
        (row.team_games_missing > 0, MISSING_UPSTREAM),
        (row.games_without_clock > 0, INCOMPLETE_UPSTREAM),
        (row.zone_reason == EXPECTED_INCOMPLETE, EXPECTED_INCOMPLETE),
        (is_lacking | row.zone_reason.notnull(), INSUFFICIENT_HISTORY),
    )
    completeness = row.completeness_last_10.fill_null(0)
    return {
        "quality_score": 50 * (present.cast("float64") / len(REQUIRED) + completeness),
        "missing_required": joined(*(cases((is_null, name)) for name, is_null in missing.items())),
        "reason": reason,
        "reason_is_curable": curable(reason),
    }
