"""Players declared inactive for a game, half an hour to an hour before tip-off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table


class InactivePlayer(FromPayload):
    """One player on one game's inactive list."""

    looked_up = ("game_date",)
    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    player_name = text(meaning="the player's name, for display")
    name_key = text(meaning="the name without accents and suffixes, to match odds feeds by")
    team_id = integer(meaning="the player's team")
    reason = text(nullable=True, meaning="the live feed's reason; NULL where the source gives none")
    source = text(
        provenance=True,
        meaning="the resource it is from: boxscoresummaryv3 or v2 of the statistics service,"
        " or boxscore of the live feed",
    )


@table(schema=InactivePlayer, may_be_empty=True)
def inactive_player(inactive_list: Landed, schedule: Table) -> Table:
    """Return inactive lists as published before tip-off."""
    games = schedule.select("game_id", "game_date")
    dated = inactive_list.left_join(games, games.game_id == inactive_list.gameId)
    return dated.select(
        "payload",
        "game_date",
        game_id="gameId",
        player_id="personId",
        player_name="playerName",
        name_key="nameKey",
        team_id="teamId",
        reason="reason",
        source="source",
    )
