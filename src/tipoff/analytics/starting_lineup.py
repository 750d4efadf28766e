"""Who starts each game, by the last lineup captured before tip-off or else by the box score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.pool_lineups import BOX_SCORE, STARTING_SOURCES, announced_starters
from tipoff.domain.prediction_time import PredictionTime
from tipoff.expressions import literal, union
from tipoff.kernel.declare.schema import Schema, day, integer, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from ibis.expr.types import Table


class StartingLineup(Schema):
    """One of the five a team starts with."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    team_id = integer(meaning="the player's team")
    player_id = integer(key=True, meaning="the player")
    source = text(
        choices=STARTING_SOURCES,
        meaning="a lineup captured before tip-off; or the box"
        " score of the game itself, which has no counterpart on a live day",
    )


@table(schema=StartingLineup, may_be_empty=True)
def starting_lineup(known_lineup: Table, player_rotation: Table) -> Table:
    """Return the starters known before tip-off; for teams without a lineup, the box score's."""
    order = [*StartingLineup.columns]
    known = known_lineup.filter(known_lineup.known_at == str(PredictionTime.BEFORE_TIP))
    announced = announced_starters(known)
    boxes = player_rotation.filter(player_rotation.starter)
    boxes = boxes.anti_join(announced, ["game_id", "team_id"]).mutate(source=literal(BOX_SCORE))
    return union(announced.select(*order), boxes.select(*order))
