"""Each player's form before each game: scoring, minutes, usage and volume over his last games."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.features.as_of import YEAR
from tipoff.features.rolling import (
    BILLION,
    Statistic,
    billionths,
    count_of,
    rolling,
    rolling_columns,
)
from tipoff.kernel.schema import Schema, day, integer, text
from tipoff.kernel.table import past, table

if TYPE_CHECKING:
    from ibis.expr.types import Table

STATISTICS = (
    Statistic("points", "points", lambda row: row.points, maximum=110, deviates=True),
    Statistic("minutes", "minutes", lambda row: row.seconds, 60, maximum=70, deviates=True),
    Statistic(
        "usage_rate",
        "percent of team plays",
        lambda row: billionths(row.usage_rate),
        BILLION,
        maximum=100,
        deviates=True,
    ),
    Statistic("starts", "share", lambda row: row.starter.cast("int64"), maximum=1),
    count_of("field_goals_attempted", "attempts"),
    count_of("field_goals_made", "makes"),
    count_of("threes_attempted", "attempts"),
    count_of("threes_made", "makes"),
    count_of("free_throws_attempted", "attempts"),
    count_of("free_throws_made", "makes"),
    count_of("rebounds"),
    count_of("assists"),
    count_of("turnovers"),
)


class PlayerDailyCache(Schema, columns=rolling_columns(STATISTICS)):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")


@table(
    schema=PlayerDailyCache,
    reads={"player_game_summary": past(YEAR)},
    may_be_empty="at first",
)
def player_daily_cache(player_pool: Table, player_game_summary: Table) -> Table:
    """Means and deviations over a player's last 3, 5, 10 and 20 games and his season."""
    form = rolling(player_pool, player_game_summary, "player_id", STATISTICS)
    dates = player_pool.select("game_id", "player_id", "game_date")
    return dates.join(form, ["game_id", "player_id"])
