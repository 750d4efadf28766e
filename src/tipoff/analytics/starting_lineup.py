"""The starters of each game, from the last known lineup or else from the box score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.known_lineup import AT_TIP_OFF
from tipoff.analytics.pool_lineups import BOX_SCORE, STARTING_SOURCES, announced_starters
from tipoff.domain.prediction_time import PredictionTime
from tipoff.expressions import literal, union
from tipoff.kernel.declare.schema import Schema, day, integer, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from ibis.expr.types import Table


class StartingLineup(Schema):
    """One of the five starters of a team."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    team_id = integer(meaning="the player's team")
    player_id = integer(key=True, meaning="the player")
    known_at = text(
        key=True,
        choices=(PredictionTime.BEFORE_TIP, AT_TIP_OFF),
        meaning="the time at which the lineup was known",
    )
    source = text(
        choices=STARTING_SOURCES,
        meaning="a lineup captured by that time, or the box score of the game itself, which does"
        " not exist yet on a live day",
    )


@table(schema=StartingLineup, may_be_empty=True)
def starting_lineup(known_lineup: Table, player_rotation: Table) -> Table:
    """Return the starters known at each time, or the box score's for teams without a lineup."""
    times = (PredictionTime.BEFORE_TIP, AT_TIP_OFF)
    return union(*(_known_by(str(at), known_lineup, player_rotation) for at in times))


def _known_by(at: str, known_lineup: Table, player_rotation: Table) -> Table:
    order = [*StartingLineup.columns]
    announced = announced_starters(known_lineup.filter(known_lineup.known_at == at))
    boxes = player_rotation.filter(player_rotation.starter)
    boxes = boxes.anti_join(announced, ["game_id", "team_id"])
    boxes = boxes.mutate(source=literal(BOX_SCORE), known_at=literal(at))
    return union(announced.select(*order), boxes.select(*order))
