"""Every action of each game with play-by-play."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.expressions import cases
from tipoff.kernel.declare.schema import boolean, day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload
from tipoff.raw.shot import BACKCOURT, ZONES, zone_of

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table

FIELD_GOAL, FREE_THROW = "field_goal", "free_throw"


class Play(FromPayload):
    """One action of a game."""

    looked_up = ("game_date",)
    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    number = integer(key=True, minimum=0, meaning="the action's number in the game")
    period = integer(minimum=1, maximum=10, meaning="quarter; from 5 on, overtimes")
    seconds_left = integer(
        minimum=0, maximum=720, unit="seconds", meaning="time left in the period"
    )
    kind = text(meaning="field_goal, free_throw, or the feed's own action type")
    detail = text(nullable=True, meaning="the feed's subtype, such as 1 of 1")
    descriptor = text(nullable=True, meaning="the feed's further descriptor, such as technical")
    team_id = integer(nullable=True, meaning="the team that acted")
    player_id = integer(
        nullable=True, meaning="the player who acted; NULL for a team or an official"
    )
    zone = text(nullable=True, choices=(*ZONES, BACKCOURT), meaning="zone of a field-goal attempt")
    is_three = boolean(nullable=True, meaning="whether a field goal is worth three points")
    made = boolean(nullable=True, meaning="whether a field goal or free throw went in")
    assist_player_id = integer(nullable=True, meaning="the player who assisted a made field goal")
    block_player_id = integer(nullable=True, meaning="the player who blocked a field goal")


@table(schema=Play, may_be_empty=True)
def play(play_by_play: Landed, schedule: Table) -> Table:
    """Return actions with the shooter, the zone, the assisting and the blocking player."""
    games = schedule.select("game_id", "game_date")
    row = play_by_play.left_join(games, play_by_play.gameId == games.game_id)
    shot = row.actionType.isin(["2pt", "3pt"])
    return row.select(
        "payload",
        "game_date",
        "period",
        "seconds_left",
        "descriptor",
        game_id="gameId",
        number="actionNumber",
        kind=cases(
            (shot, FIELD_GOAL),
            (row.actionType == "freethrow", FREE_THROW),
            otherwise=row.actionType,
        ),
        detail="subType",
        team_id="teamId",
        player_id=row.personId.nullif(0),
        zone=cases((shot, zone_of(row.area))),
        is_three=cases((shot, row.actionType == "3pt")),
        made=row.shotResult == "Made",
        assist_player_id="assistPersonId",
        block_player_id="blockPersonId",
    )
