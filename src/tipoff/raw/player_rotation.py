"""Everyone dressed for a game, with the seconds played."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import boolean, day, integer, rule, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload, plays_in_game
from tipoff.raw.checks import seconds_are_whole_periods

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue

    from tipoff.kernel.declare.annotations import Landed, Table


class PlayerRotation(FromPayload):
    """One dressed player in one game."""

    looked_up = ("game_date",)
    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    player_name = text(meaning="the player's name, for display")
    name_key = text(meaning="the name without accents and suffixes, to match odds feeds by")
    team_id = integer(meaning="the player's team")
    starter = boolean(meaning="whether the player started")
    seconds = integer(
        nullable=True,
        minimum=0,
        maximum=6000,
        unit="seconds",
        meaning="time played; NULL for a player who did not play",
    )
    comment = text(meaning="why the player did not play; empty for a player who did")
    source = text(
        provenance=True,
        meaning="the resource it is from: boxscoretraditionalv3 of the statistics service,"
        " or boxscore of the live feed",
    )

    @rule("team_id")
    def team_plays_in_game(row: Table, schedule: Table) -> BooleanValue:
        """The schedule has the team in this game."""
        return plays_in_game(row, schedule)


@table(schema=PlayerRotation, needs_result=True, warnings=[seconds_are_whole_periods])
def player_rotation(box_score_rotation: Landed, schedule: Table) -> Table:
    """Return starters, seconds and the comments of those who did not play."""
    games = schedule.select("game_id", "game_date")
    dated = box_score_rotation.left_join(games, box_score_rotation.gameId == games.game_id)
    return dated.select(
        "payload",
        "game_date",
        game_id="gameId",
        player_id="personId",
        player_name="playerName",
        name_key="nameKey",
        team_id="teamId",
        starter="starter",
        seconds="seconds",
        comment="comment",
        source="source",
    )
