"""The feature store: all that a model may know of one player before one game, in one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.features.game_context import GameContext
from tipoff.features.player_daily_cache import PlayerDailyCache
from tipoff.features.player_load import PlayerLoad
from tipoff.features.player_pool import PlayerPool
from tipoff.features.player_shot_zone_analysis import SHARES, STATISTICS
from tipoff.features.team_daily_cache import TeamDailyCache
from tipoff.features.teammates_out import TeammatesOut
from tipoff.kernel.schema import Column, Schema, number
from tipoff.kernel.table import table

if TYPE_CHECKING:
    from ibis.expr.types import Table

TEAM_FORM = (
    "pace_avg_last_10", "offensive_rating_avg_last_10", "defensive_rating_avg_last_10",
    "points_avg_last_10", "points_allowed_avg_last_10", "wins_avg_season", "days_rest",
    "games_last_7_days",
)  # fmt: skip
ZONE_FORM = (*(f"{s.name}_avg_last_10" for s in STATISTICS), *SHARES)


def _own(schema: type[Schema], *names: str) -> dict[str, Column]:
    """Columns of another table, its key excepted, or those named."""
    kept = names or tuple(n for n, c in schema.columns.items() if not (c.key or c.partition))
    return {name: schema.columns[name] for name in kept}


def _prefixed(prefix: str) -> dict[str, Column]:
    return {f"{prefix}_{name}": TeamDailyCache.columns[name] for name in TEAM_FORM}


COLUMNS: dict[str, Column] = {
    **PlayerPool.columns,
    **_own(PlayerDailyCache),
    **{name: number(nullable=True, minimum=0, unit="a game or share") for name in ZONE_FORM},
    **_own(PlayerLoad),
    **_own(TeammatesOut),
    **_own(GameContext),
    **_prefixed("team"),
    **_prefixed("opponent"),
}


class MlFeatureStore(Schema, columns=COLUMNS):
    """One player before one game."""


@table(schema=MlFeatureStore, may_be_empty="at first")
def ml_feature_store(
    player_pool: Table,
    player_daily_cache: Table,
    player_shot_zone_analysis: Table,
    player_load: Table,
    teammates_out: Table,
    team_daily_cache: Table,
    game_context: Table,
) -> Table:
    """Every feature of every player in the pool, side by side."""
    keys = ["game_id", "player_id"]
    row = player_pool.join(player_daily_cache.drop("game_date"), keys)
    row = row.join(player_shot_zone_analysis.select(*keys, *ZONE_FORM), keys)
    row = row.join(player_load.drop("game_date"), keys)
    row = row.join(teammates_out.drop("game_date"), keys)
    row = row.join(game_context.drop("game_date"), ["game_id", "team_id"])
    for prefix, whose in (("team", "team_id"), ("opponent", "opponent_id")):
        form = team_daily_cache.select(
            form_game="game_id",
            form_team="team_id",
            **{f"{prefix}_{name}": name for name in TEAM_FORM},
        )
        row = row.join(form, [row.game_id == form.form_game, row[whose] == form.form_team])
        row = row.drop("form_game", "form_team")
    return row.select(*COLUMNS)
