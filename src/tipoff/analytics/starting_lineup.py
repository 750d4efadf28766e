"""Who starts each game, by the last lineup that was known or else by the box score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.known_lineup import LAST_WORD
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
    known_at = text(
        key=True,
        choices=(PredictionTime.BEFORE_TIP, LAST_WORD),
        meaning="by which time the lineup was known",
    )
    source = text(
        choices=STARTING_SOURCES,
        meaning="a lineup captured by then; or the box"
        " score of the game itself, which has no counterpart on a live day",
    )


@table(schema=StartingLineup, may_be_empty=True)
def starting_lineup(known_lineup: Table, player_rotation: Table) -> Table:
    """Return the starters known by each time; for teams without a lineup, the box score's."""
    times = (PredictionTime.BEFORE_TIP, LAST_WORD)
    return union(*(_known_by(str(at), known_lineup, player_rotation) for at in times))


def _known_by(at: str, known_lineup: Table, player_rotation: Table) -> Table:
    order = [*StartingLineup.columns]
    announced = announced_starters(known_lineup.filter(known_lineup.known_at == at))
    boxes = player_rotation.filter(player_rotation.starter)
    boxes = boxes.anti_join(announced, ["game_id", "team_id"])
    boxes = boxes.mutate(source=literal(BOX_SCORE), known_at=literal(at))
    return union(announced.select(*order), boxes.select(*order))
