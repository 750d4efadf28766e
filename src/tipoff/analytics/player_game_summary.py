"""Statistics of each player who appeared in a game: playing records only.

The usage rate is the share of the team's plays that a player ended while on the floor (Oliver,
Basketball on Paper, 2004): ``100 x plays x (team minutes / 5) / (minutes x team plays)``. A player
with 20.2 plays in 36 minutes, whose team has 113 plays in 240 minutes, has a usage rate of
100 x 20.2 x 48 / (36 x 113) = 23.8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.checks import every_line_is_summarized
from tipoff.analytics.shooting import (
    ZONE_COLUMNS,
    ZONE_COUNTS,
    effective_field_goal_share,
    plays_used,
    shots_by_zone,
    true_shooting_share,
)
from tipoff.expressions import cases, coalesce, ratio
from tipoff.kernel.declare.schema import Schema, boolean, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.raw.checks import shots_are_attempts

if TYPE_CHECKING:
    from ibis.expr.types import Table

SMALL_SAMPLE = "SMALL_SAMPLE"
SHORT_STINT_SECONDS = 180
"""Below this playing time the usage rate is meaningless and may correctly exceed 100."""
COUNTED = (
    "points",
    "rebounds",
    "offensive_rebounds",
    "defensive_rebounds",
    "assists",
    "steals",
    "blocks",
    "turnovers",
    "field_goals_made",
    "field_goals_attempted",
    "threes_made",
    "threes_attempted",
    "free_throws_made",
    "free_throws_attempted",
    "personal_fouls",
    "plus_minus",
)


class PlayerGameSummary(Schema, columns=ZONE_COLUMNS):
    """One player in one game."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    player_name = text(meaning="the player's name, for display")
    name_key = text(meaning="the name without accents and suffixes, to match odds feeds by")
    team_id = integer(meaning="the team the player played for")
    opponent_id = integer(meaning="the other team")
    season = text(meaning="season, such as 2023-24")
    home = boolean(meaning="whether that team played at home")
    starter = boolean(nullable=True, meaning="whether the player started; NULL where unrecorded")
    seconds = integer(minimum=0, maximum=6000, unit="seconds", meaning="time played")
    seconds_are_exact = boolean(
        meaning="whether from the rotation; else whole minutes from the game log"
    )
    points = integer(minimum=0, unit="points")
    rebounds = integer(minimum=0, unit="rebounds")
    offensive_rebounds = integer(minimum=0, unit="rebounds")
    defensive_rebounds = integer(minimum=0, unit="rebounds")
    assists = integer(minimum=0, unit="assists")
    steals = integer(minimum=0, unit="steals")
    blocks = integer(minimum=0, unit="blocks")
    turnovers = integer(minimum=0, unit="turnovers")
    field_goals_made = integer(minimum=0, unit="makes")
    field_goals_attempted = integer(minimum=0, unit="attempts")
    threes_made = integer(minimum=0, unit="makes")
    threes_attempted = integer(minimum=0, unit="attempts")
    free_throws_made = integer(minimum=0, unit="makes")
    free_throws_attempted = integer(minimum=0, unit="attempts")
    personal_fouls = integer(minimum=0, unit="fouls")
    plus_minus = integer(nullable=True, unit="points")
    effective_field_goal_share = number(
        nullable=True, minimum=0, maximum=1.5, unit="share", meaning="NULL without attempts"
    )
    true_shooting_share = number(
        nullable=True, minimum=0, maximum=2.5, unit="share", meaning="NULL without attempts"
    )
    usage_rate = number(
        nullable=True,
        minimum=0,
        maximum=100,
        unit="percent of team plays",
        meaning="share of team plays while on the floor; NULL with a reason",
    )
    usage_rate_reason = text(
        nullable=True, choices=(SMALL_SAMPLE,), meaning="why the usage rate is NULL"
    )


@table(
    schema=PlayerGameSummary,
    needs_result=True,
    checks=[every_line_is_summarized],
    warnings=[shots_are_attempts],
)
def player_game_summary(
    player_box_score: Table,
    team_offense_game_summary: Table,
    player_rotation: Table,
    shot: Table,
    schedule: Table,
) -> Table:
    """Compute shooting efficiency, usage rate and playing time of each player who appeared."""
    team = team_offense_game_summary.select(
        "game_id",
        "team_id",
        "opponent_id",
        "home",
        team_minutes="minutes",
        team_plays=plays_used(team_offense_game_summary),
    )
    clock = player_rotation.select("game_id", "player_id", "starter", exact_seconds="seconds")
    line = (
        player_box_score.join(team, ["game_id", "team_id"])
        .join(schedule.select("game_id", "season"), "game_id")
        .left_join(clock, ["game_id", "player_id"])
        .drop("game_id_right", "player_id_right")
        .left_join(shots_by_zone(shot, "game_id", "player_id"), ["game_id", "player_id"])
    )
    line = line.mutate(seconds=coalesce(line.exact_seconds, line.minutes * 60))
    is_short = line.seconds < SHORT_STINT_SECONDS
    usage = ratio(
        100 * plays_used(line) * (line.team_minutes / 5), line.seconds / 60 * line.team_plays
    )
    has_attempts = line.field_goals_attempted > 0
    zones = {
        name: coalesce(line[name], cases((~has_attempts, 0), otherwise=None))
        for name in ZONE_COUNTS
    }
    return line.select(
        "game_id",
        "game_date",
        "player_id",
        "player_name",
        "name_key",
        "team_id",
        "opponent_id",
        "season",
        "home",
        "starter",
        "seconds",
        *COUNTED,
        seconds_are_exact=line.exact_seconds.notnull(),
        effective_field_goal_share=effective_field_goal_share(line),
        true_shooting_share=true_shooting_share(line),
        usage_rate=cases((~is_short, usage)),
        usage_rate_reason=cases((is_short, SMALL_SAMPLE)),
        **zones,
    )
