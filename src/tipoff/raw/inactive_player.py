"""Who was declared inactive for a game, half an hour to an hour before tip-off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.schema import day, integer, text
from tipoff.kernel.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.annotations import Landed, Table


class InactivePlayer(FromPayload):
    """One player on one game's inactive list."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    player_name = text(meaning="his name, for display")
    name_key = text(meaning="his name without accents and suffixes, to match odds feeds by")
    team_id = integer(meaning="his team")


@table(schema=InactivePlayer, may_be_empty=True)
def inactive_player(inactive_list: Landed, schedule: Table) -> Table:
    """Inactive lists as published before tip-off."""
    games = schedule.select("game_id", "game_date")
    dated = inactive_list.left_join(games, games.game_id == inactive_list.GAME_ID)
    return dated.select(
        "payload",
        "game_date",
        game_id="GAME_ID",
        player_id="PLAYER_ID",
        player_name="PLAYER_NAME",
        name_key="NAME_KEY",
        team_id="TEAM_ID",
    )
