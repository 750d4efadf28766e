"""Each team's form before each game: pace, ratings, results and rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.features.as_of import YEAR, days_between, last_days, latest
from tipoff.features.player_pool import team_games
from tipoff.features.rolling import (
    BILLION,
    Statistic,
    billionths,
    count_of,
    rolling,
    rolling_columns,
)
from tipoff.kernel.schema import Schema, boolean, day, integer, text
from tipoff.kernel.table import past, table, through

if TYPE_CHECKING:
    from ibis.expr.types import Table


def _rate(name: str, unit: str) -> Statistic:
    return Statistic(name, unit, lambda row: billionths(row[name]), BILLION, maximum=250)


STATISTICS = (
    _rate("pace", "possessions per 48 minutes"),
    _rate("offensive_rating", "points per 100 possessions"),
    _rate("defensive_rating", "points allowed per 100 possessions"),
    count_of("points"),
    count_of("points_allowed", "points"),
    Statistic("wins", "share of games", lambda row: row.won.cast("int64"), maximum=1),
)


class TeamDailyCache(Schema, columns=rolling_columns(STATISTICS)):
    """One team before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    team_id = integer(key=True, meaning="the team")
    opponent_id = integer(meaning="the other team")
    home = boolean(meaning="whether it plays at home")
    days_rest = integer(
        nullable=True,
        minimum=1,
        maximum=YEAR,
        unit="days",
        polarity="higher helps",
        meaning="calendar days since its last game; a back-to-back is 1",
    )
    games_last_7_days = integer(minimum=0, maximum=7, unit="games", polarity="lower helps")


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
    """Means over a team's last games and season, and its rest by the schedule."""
    games = team_games(schedule)
    allowed = team_defense_game_summary.select(
        "game_id", "team_id", "points_allowed", "defensive_rating"
    )
    seasons = schedule.select("game_id", "season")
    history = (
        team_offense_game_summary.join(allowed, ["game_id", "team_id"]).join(seasons, "game_id")
    )  # fmt: skip
    form = rolling(games, history, "team_id", STATISTICS)
    played = games.select("game_date", "team_id")
    rest = latest(games, played, "team_id").select(
        "game_id", "game_date", "team_id", "opponent_id", "home", "last_game_date"
    )
    week = last_days(games, played, "team_id", 7)
    week = week.group_by("for_game_id", "for_owner").aggregate(games_last_7_days=week.count())
    rested = rest.left_join(
        week, [rest.game_id == week.for_game_id, rest.team_id == week.for_owner]
    ).join(form, ["game_id", "team_id"])
    return rested.select(
        "game_id", "game_date", "team_id", "opponent_id", "home",
        days_rest=days_between(rested.last_game_date, rested.game_date),
        games_last_7_days=rested.games_last_7_days.fill_null(0),
        **{name: rested[name] for name in rolling_columns(STATISTICS)},
    )  # fmt: skip
