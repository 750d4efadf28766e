"""Player statistics that need play-by-play: assisted makes, and-ones and blocks by zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import Column, Schema, day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.raw.play import FIELD_GOAL, FREE_THROW
from tipoff.raw.shot import ZONES

if TYPE_CHECKING:
    from ibis.expr.types import Table

BY_ZONE: dict[str, Column] = {
    f"{zone}_assisted_makes": integer(minimum=0, unit="makes") for zone in ZONES
} | {
    f"{zone}_blocks": integer(minimum=0, unit="blocks", meaning="blocks of shots from that zone")
    for zone in ZONES
}


class PlayerPlaySummary(Schema, columns=BY_ZONE):
    """One player who appeared in one game with play-by-play."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    team_id = integer(meaning="the team the player played for")
    assisted_makes = integer(minimum=0, unit="makes", meaning="assisted field goals")
    unassisted_makes = integer(minimum=0, unit="makes", meaning="unassisted field goals")
    and_ones = integer(
        minimum=0, unit="makes", meaning="field goals made while fouled, with one free throw"
    )


@table(schema=PlayerPlaySummary, may_be_empty=True)
def player_play_summary(play: Table, player_box_score: Table) -> Table:
    """Count assisted and unassisted makes, and-ones, and blocks by zone."""
    with_plays = play.select("game_id").distinct()
    row = player_box_score.select("game_id", "game_date", "player_id", "team_id")
    row = row.semi_join(with_plays, "game_id")
    for counts in (_makes(play), _and_ones(play), _blocks(play)):
        joined = row.left_join(counts, ["game_id", "player_id"])
        row = joined.drop("game_id_right", "player_id_right")
    counted = ("assisted_makes", "unassisted_makes", "and_ones", *BY_ZONE)
    return row.select(
        "game_id",
        "game_date",
        "player_id",
        "team_id",
        **{name: row[name].fill_null(0) for name in counted},
    )


def _makes(play: Table) -> Table:
    made = play.filter(play.kind == FIELD_GOAL, play.made)
    assisted = made.assist_player_id.notnull()
    return made.group_by("game_id", "player_id").aggregate(
        assisted_makes=assisted.sum().cast("int64"),
        unassisted_makes=(~assisted).sum().cast("int64"),
        **{
            f"{zone}_assisted_makes": (assisted & (made.zone == zone)).sum().cast("int64")
            for zone in ZONES
        },
    )


def _and_ones(play: Table) -> Table:
    """Count makes followed by the shooter's single free throw at the same second of the clock."""
    at_second = ["game_id", "player_id", "period", "seconds_left"]
    made = play.filter(play.kind == FIELD_GOAL, play.made).select(*at_second)
    single = play.filter(
        play.kind == FREE_THROW,
        play.detail == "1 of 1",
        (play.descriptor != "technical").fill_null(True),
    )
    and_ones = single.select(*at_second).semi_join(made, at_second)
    return and_ones.group_by("game_id", "player_id").aggregate(and_ones=and_ones.count())


def _blocks(play: Table) -> Table:
    blocked = play.filter(play.kind == FIELD_GOAL, play.block_player_id.notnull())
    return blocked.group_by("game_id", player_id="block_player_id").aggregate(
        **{f"{zone}_blocks": (blocked.zone == zone).sum().cast("int64") for zone in ZONES}
    )
