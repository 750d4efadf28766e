"""The columns and rules of a box-score line, shared by players and teams."""

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
"""Column of each count -> the statistics service's name for it."""


class FromPayload(Schema):
    """A row that was read from a payload."""

    payload = integer(
        provenance=True, meaning="number of the landed payload that the row was read from"
    )


class BoxScoreLine(FromPayload):
    """The counts of one player or team in one game."""

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
        meaning="whether it is from the season log; else it is the live feed's of the evening"
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
        """Points equal two per field goal, one more per three, and one per free throw made."""
        return row.points == 2 * row.field_goals_made + row.threes_made + row.free_throws_made

    @rule("rebounds")
    def rebounds_add_up(row: Table) -> BooleanValue:
        """Rebounds are the sum of offensive and defensive rebounds."""
        return row.rebounds == row.offensive_rebounds + row.defensive_rebounds

    @rule("game_id")
    def known_game(row: Table, schedule: Table) -> BooleanValue:
        """The game is in the schedule."""
        return row.game_id.isin(schedule.game_id)

    @rule("game_date")
    def date_is_the_schedule_s(row: Table, schedule: Table) -> BooleanValue:
        """The schedule has the game on the same date."""
        return has_matching_row(
            (row.game_id, row.game_date), (schedule.game_id, schedule.game_date)
        )

    @rule("game_id")
    def game_is_over(row: Table, schedule: Table) -> BooleanValue:
        """The schedule has the game as final."""
        return row.game_id.isin(schedule.filter(schedule.is_final).game_id)


def has_matching_row(columns: Sequence[Any], others: Sequence[Any]) -> BooleanValue:
    """Return whether some row of another table has the same values in all given columns.

    Args:
        columns: columns of the row.
        others: the corresponding columns of the other table, in the same order.
    """
    key, other_keys = (
        joined(*(each.cast("string") for each in side)) for side in (columns, others)
    )
    return key.isin(other_keys)


def plays_in_game(row: Table, schedule: Table) -> BooleanValue:
    """Return whether the schedule has the row's team in the row's game, at home or away."""
    sides = [
        has_matching_row(
            (row.game_id, row.team_id), (schedule.game_id, schedule[f"{side}_team_id"])
        )
        for side in ("home", "away")
    ]
    return sides[0] | sides[1]
