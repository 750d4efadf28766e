"""Every game of a season, played or still to come: the calendar of all other tables."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tipoff.domain.league_time import TIPS_FROM, TIPS_UNTIL
from tipoff.expressions import literal
from tipoff.kernel.declare.schema import boolean, day, instant, integer, rule, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload
from tipoff.raw.checks import teams_play_once_a_date

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue

    from tipoff.kernel.declare.annotations import Landed, Table
FINAL = 3


class Schedule(FromPayload):
    """One game.

    A game without a valid tip-off time waits in quarantine, and the status names it: without the
    time, "before tip-off" is undefined. It enters the table once the time is known.
    """

    awaited = ("tip_at", "tip_is_of_the_date")
    game_id = text(key=True, meaning="the league's id of the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    season = text(meaning="season, such as 2023-24")
    tip_at = instant(unit="UTC", meaning="scheduled tip-off")
    status = integer(minimum=1, maximum=3, meaning="1 scheduled, 2 live, 3 final")
    is_final = boolean(meaning="whether the game has a result")
    home_team_id = integer(meaning="the home team")
    home_team_name = text(meaning="city and name of the home team")
    home_team_code = text(meaning="three-letter code of the home team")
    away_team_id = integer(meaning="the away team")
    away_team_name = text(meaning="city and name of the away team")
    away_team_code = text(meaning="three-letter code of the away team")
    home_points = integer(
        nullable=True,
        minimum=0,
        unit="points",
        meaning="final score of the home team; NULL until the game is over",
    )
    away_points = integer(
        nullable=True,
        minimum=0,
        unit="points",
        meaning="final score of the away team; NULL until the game is over",
    )
    arena = text(nullable=True, meaning="arena in which the game is played")

    @rule("tip_at")
    def tip_is_of_the_date(row: Table) -> BooleanValue:
        """Tip-off is between midnight of the date and 5 a.m. of the next day, US Eastern."""
        midnight = row.game_date.cast("timestamp")
        next_midnight = midnight + literal(timedelta(days=1))
        return (row.tip_at >= midnight + literal(TIPS_FROM)) & (
            row.tip_at <= next_midnight + literal(TIPS_UNTIL)
        )


@table(schema=Schedule, calendar="is_final", warnings=[teams_play_once_a_date])
def schedule(league_schedule: Landed) -> Table:
    """Return games with tip-off times, teams and status."""
    return league_schedule.select(
        "payload",
        game_id="gameId",
        game_date="gameDate",
        season="season",
        tip_at="gameDateTimeUTC",
        status="gameStatus",
        is_final=league_schedule.gameStatus == FINAL,
        home_team_id="homeTeamId",
        home_team_name="homeTeamName",
        home_team_code="homeTeamTricode",
        away_team_id="awayTeamId",
        away_team_name="awayTeamName",
        away_team_code="awayTeamTricode",
        home_points="homePoints",
        away_points="awayPoints",
        arena="arenaName",
    )
