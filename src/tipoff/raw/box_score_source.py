"""Starters and playing time by source, kept side by side so that they can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import boolean, day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table


class BoxScoreSource(FromPayload):
    """One dressed player in one game, according to one source."""

    looked_up = ("game_date",)
    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    source = text(
        key=True,
        meaning="boxscoretraditionalv3 for the statistics service, or boxscore for the live feed",
    )
    starter = boolean(meaning="whether the player started")
    seconds = integer(
        nullable=True,
        minimum=0,
        maximum=6000,
        unit="seconds",
        meaning="time played; NULL for a player who did not play",
    )


@table(schema=BoxScoreSource, needs_result=True)
def box_score_source(box_score_rotation: Landed, schedule: Table) -> Table:
    """Return starters and seconds by source; most games were requested from only one source."""
    games = schedule.select("game_id", "game_date")
    dated = box_score_rotation.left_join(games, box_score_rotation.gameId == games.game_id)
    return dated.select(
        "payload",
        "game_date",
        "source",
        "starter",
        "seconds",
        game_id="gameId",
        player_id="personId",
    )
