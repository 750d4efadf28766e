"""Each team's offense in each game: possessions, ratings and shooting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.checks import sides_mirror_each_other
from tipoff.analytics.shooting import (
    FREE_THROW_WEIGHT,
    ZONE_COLUMNS,
    ZONE_COUNTS,
    effective_field_goal_share,
    shots_by_zone,
    true_shooting_share,
)
from tipoff.expressions import ratio
from tipoff.kernel.declare.schema import Schema, boolean, day, integer, number, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from ibis.expr.types import NumericValue, Table

REGULATION_TEAM_MINUTES = 240
OVERTIME_TEAM_MINUTES = 25
COUNTED = (
    "home",
    "won",
    "minutes",
    "points",
    "field_goals_made",
    "field_goals_attempted",
    "threes_made",
    "threes_attempted",
    "free_throws_made",
    "free_throws_attempted",
    "offensive_rebounds",
    "defensive_rebounds",
    "assists",
    "steals",
    "blocks",
    "turnovers",
)


class TeamOffenseGameSummary(Schema, columns=ZONE_COLUMNS):
    """One team in one game."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    team_id = integer(key=True, meaning="the team")
    opponent_id = integer(meaning="the other team")
    home = boolean(meaning="whether the team played at home")
    won = boolean(meaning="whether the team won")
    minutes = integer(
        minimum=200, maximum=400, unit="minutes", meaning="minutes of its five players together"
    )
    points = integer(minimum=0, unit="points")
    field_goals_made = integer(minimum=0, unit="makes")
    field_goals_attempted = integer(minimum=1, unit="attempts")
    threes_made = integer(minimum=0, unit="makes")
    threes_attempted = integer(minimum=0, unit="attempts")
    free_throws_made = integer(minimum=0, unit="makes")
    free_throws_attempted = integer(minimum=0, unit="attempts")
    offensive_rebounds = integer(minimum=0, unit="rebounds")
    defensive_rebounds = integer(minimum=0, unit="rebounds")
    assists = integer(minimum=0, unit="assists")
    steals = integer(minimum=0, unit="steals")
    blocks = integer(minimum=0, unit="blocks")
    turnovers = integer(minimum=0, unit="turnovers")
    margin = integer(
        minimum=-100, maximum=100, unit="points", meaning="points scored minus points allowed"
    )
    possessions = number(minimum=40, maximum=200, unit="possessions")
    offensive_rating = number(
        minimum=20, maximum=220, unit="points per 100 possessions", polarity="higher helps"
    )
    pace = number(minimum=50, maximum=160, unit="possessions per 48 minutes")
    overtime_periods = integer(minimum=0, maximum=6, unit="periods")
    effective_field_goal_share = number(
        minimum=0, maximum=1.5, unit="share", polarity="higher helps"
    )
    true_shooting_share = number(minimum=0, maximum=1.5, unit="share", polarity="higher helps")
    turnover_share = number(minimum=0, maximum=1, unit="share of plays", polarity="lower helps")
    offensive_rebound_share = number(
        minimum=0, maximum=1, unit="share of missed shots rebounded", polarity="higher helps"
    )
    free_throw_rate = number(minimum=0, maximum=3, unit="FTA per FGA", polarity="higher helps")


def possessions(line: Table) -> NumericValue:
    """Return FGA + 0.44 FTA - OREB + TOV (Oliver, Basketball on Paper, 2004).

    A longer estimate, which weights rebounds by their probability, gives about 1.7 % fewer.
    """
    return (
        line.field_goals_attempted
        + FREE_THROW_WEIGHT * line.free_throws_attempted
        - line.offensive_rebounds
        + line.turnovers
    )


@table(schema=TeamOffenseGameSummary, needs_result=True, checks=[sides_mirror_each_other])
def team_offense_game_summary(team_box_score: Table, shot: Table) -> Table:
    """Compute possessions, ratings and shooting of each team in each game.

    Pace is per 48 minutes, so overtime does not inflate it: 103 possessions in 265 team minutes are
    a pace of 48 x 103 / 53 = 93.3, and (265 - 240) / 25 = 1 overtime period.
    """
    other = team_box_score.select(
        "game_id",
        opponent_id="team_id",
        points_allowed="points",
        opponent_defensive_rebounds="defensive_rebounds",
    )
    paired = team_box_score.join(other, "game_id")
    line = paired.filter(paired.team_id != paired.opponent_id)
    line = line.left_join(shots_by_zone(shot, "game_id", "team_id"), ["game_id", "team_id"])
    used = possessions(line)
    overtime = (line.minutes - REGULATION_TEAM_MINUTES) / OVERTIME_TEAM_MINUTES
    return line.select(
        "game_id",
        "game_date",
        "team_id",
        "opponent_id",
        *COUNTED,
        *ZONE_COUNTS,
        margin=line.points - line.points_allowed,
        possessions=used,
        offensive_rating=ratio(100 * line.points, used),
        pace=ratio(48 * used, line.minutes / 5),
        overtime_periods=overtime.round().cast("int64"),
        effective_field_goal_share=effective_field_goal_share(line),
        true_shooting_share=true_shooting_share(line),
        turnover_share=ratio(line.turnovers, used + line.offensive_rebounds),
        offensive_rebound_share=ratio(
            line.offensive_rebounds, line.offensive_rebounds + line.opponent_defensive_rebounds
        ),
        free_throw_rate=ratio(line.free_throws_attempted, line.field_goals_attempted),
    )
