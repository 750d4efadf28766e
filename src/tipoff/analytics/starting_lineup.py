"""Who starts each game, as it is announced about half an hour before tip-off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.schema import Schema, day, integer, text
from tipoff.kernel.table import table

if TYPE_CHECKING:
    from ibis.expr.types import Table


class StartingLineup(Schema):
    """One of the five a team starts with."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    team_id = integer(meaning="his team")
    player_id = integer(key=True, meaning="the player")


@table(schema=StartingLineup, may_be_empty=True)
def starting_lineup(player_rotation: Table) -> Table:
    """The starters, and nothing of what they then did: this much is known before tip-off."""
    starters = player_rotation.filter(player_rotation.starter)
    return starters.select(*StartingLineup.columns)
