"""What a box-score line counts, for a player and for a team alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import joined
from tipoff.kernel.declare.schema import Schema, boolean, day, integer, rule, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ibis.expr.types import BooleanValue, Table

COUNTS = {
    "minutes": "MIN",
    "field_goals_made": "FGM",
    "field_goals_attempted": "FGA",
    "threes_made": "FG3M",
    "threes_attempted": "FG3A",
    "free_throws_made": "FTM",
    "free_throws_attempted": "FTA",
    "offensive_rebounds": "OREB",
    "defensive_rebounds": "DREB",
    "rebounds": "REB",
    "assists": "AST",
    "steals": "STL",
    "blocks": "BLK",
    "turnovers": "TOV",
    "personal_fouls": "PF",
    "points": "PTS",
    "plus_minus": "PLUS_MINUS",
}
"""The domain's name of each count, and the service's."""


class FromPayload(Schema):
    """A row read from a payload."""

    payload = integer(provenance=True, meaning="number of the landed payload it was read from")


class BoxScoreLine(FromPayload):
    """Counts of one game, for a player or a team."""

    game_id = text(key=True, meaning="the league's id of the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    minutes = integer(minimum=0, maximum=400, unit="minutes", meaning="minutes played, rounded")
    field_goals_made = integer(minimum=0, unit="makes")
    field_goals_attempted = integer(minimum=0, unit="attempts")
    threes_made = integer(minimum=0, unit="makes")
    threes_attempted = integer(minimum=0, unit="attempts")
    free_throws_made = integer(minimum=0, unit="makes")
    free_throws_attempted = integer(minimum=0, unit="attempts")
    offensive_rebounds = integer(minimum=0, unit="rebounds")
    defensive_rebounds = integer(minimum=0, unit="rebounds")
    rebounds = integer(minimum=0, unit="rebounds")
    assists = integer(minimum=0, unit="assists")
    steals = integer(minimum=0, unit="steals")
    blocks = integer(minimum=0, unit="blocks")
    turnovers = integer(minimum=0, unit="turnovers")
    personal_fouls = integer(minimum=0, unit="fouls")
    points = integer(minimum=0, unit="points")
    plus_minus = integer(minimum=-100, maximum=100, unit="points", nullable=True)
    from_log = boolean(
        meaning="whether the season log has the line; else it is the live feed's of the evening"
    )

    @rule("field_goals_made")
    def field_goals_within_attempts(row: Table) -> BooleanValue:
        """No more makes than attempts."""
        return row.field_goals_made <= row.field_goals_attempted

    @rule("threes_made")
    def threes_within_attempts(row: Table) -> BooleanValue:
        """No more makes than attempts, and no more threes than field goals."""
        return (row.threes_made <= row.threes_attempted) & (row.threes_made <= row.field_goals_made)

    @rule("free_throws_made")
    def free_throws_within_attempts(row: Table) -> BooleanValue:
        """No more makes than attempts."""
        return row.free_throws_made <= row.free_throws_attempted

    @rule("points")
    def points_add_up(row: Table) -> BooleanValue:
        """Points follow from makes."""
        return row.points == 2 * row.field_goals_made + row.threes_made + row.free_throws_made

    @rule("rebounds")
    def rebounds_add_up(row: Table) -> BooleanValue:
        """Rebounds are offensive or defensive."""
        return row.rebounds == row.offensive_rebounds + row.defensive_rebounds

    @rule("game_id")
    def known_game(row: Table, schedule: Table) -> BooleanValue:
        """The game stands in the schedule."""
        return row.game_id.isin(schedule.game_id)

    @rule("game_date")
    def date_is_the_schedule_s(row: Table, schedule: Table) -> BooleanValue:
        """The schedule has the game on the same date."""
        return stated_in((row.game_id, row.game_date), (schedule.game_id, schedule.game_date))

    @rule("game_id")
    def game_is_over(row: Table, schedule: Table) -> BooleanValue:
        """The schedule has the game as final."""
        return row.game_id.isin(schedule.filter(schedule.is_final).game_id)


def stated_in(row: Sequence[Any], there: Sequence[Any]) -> BooleanValue:
    """Return whether a row's values stand together in some row of another table.

    Args:
        row: columns of the row.
        there: the columns of the other table, in the same order.
    """
    mine, theirs = (joined(*(each.cast("string") for each in side)) for side in (row, there))
    return mine.isin(theirs)


def plays_in_game(row: Table, schedule: Table) -> BooleanValue:
    """Return whether the schedule has the row's team in the row's game, at home or away."""
    sides = [
        stated_in((row.game_id, row.team_id), (schedule.game_id, schedule[f"{side}_team_id"]))
        for side in ("home", "away")
    ]
    return sides[0] | sides[1]
