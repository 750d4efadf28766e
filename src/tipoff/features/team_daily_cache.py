"""Each team's form before each game: pace, ratings, results, and counts allowed per market."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.pool_member import team_games
from tipoff.domain.markets import SINGLES
from tipoff.kernel.declare.inputs import past, through
from tipoff.kernel.declare.schema import Schema, day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.windows.as_of import YEAR
from tipoff.windows.rolling import Statistic, count_of, rate_of, rolling, rolling_columns

if TYPE_CHECKING:
    from ibis.expr.types import Table

ALLOWED_WINDOWS = ("last_10", "season")
STATISTICS = (
    rate_of("pace", "possessions per 48 minutes", maximum=250),
    rate_of("offensive_rating", "points per 100 possessions", maximum=250),
    rate_of("defensive_rating", "points allowed per 100 possessions", maximum=250),
    count_of("points"),
    Statistic("wins", "share of games", lambda row: row.won.cast("int64"), maximum=1),
    *(
        count_of(
            market.allowed,
            f"{market.unit} by all opponents",
            windows=ALLOWED_WINDOWS,
        )
        for market in SINGLES
    ),
)


class TeamDailyCache(Schema, columns=rolling_columns(STATISTICS)):
    """One team before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    team_id = integer(key=True, meaning="the team")


@table(
    schema=TeamDailyCache,
    reads={
        "schedule": through(YEAR),
        "team_offense_game_summary": past(YEAR),
        "team_defense_game_summary": past(YEAR),
    },
)
def team_daily_cache(
    schedule: Table, team_offense_game_summary: Table, team_defense_game_summary: Table
) -> Table:
    """Compute means over the last games and the season, of a team's own and its allowed counts."""
    games = team_games(schedule)
    defense = team_defense_game_summary.select(
        "game_id", "team_id", "defensive_rating", *(market.allowed for market in SINGLES)
    )
    seasons = schedule.select("game_id", "season")
    history = team_offense_game_summary.join(defense, ["game_id", "team_id"]).join(
        seasons, "game_id"
    )
    form = rolling(games, history, "team_id", STATISTICS)
    dates = games.select("game_id", "team_id", "game_date")
    return dates.join(form, ["game_id", "team_id"])
