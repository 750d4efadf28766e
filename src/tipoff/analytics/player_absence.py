"""Players who did not play in a game, with the reason; they never get a playing record of zeros."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.expressions import cases, literal, union
from tipoff.kernel.declare.schema import Schema, day, integer, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from ibis.expr.types import Table

REASONS = {
    "DNP": "COACHS_DECISION",
    "DND": "DID_NOT_DRESS",
    "NWT": "NOT_WITH_TEAM",
}
"""First letters of the box score's comment -> reason class."""
INACTIVE = "INACTIVE"
SUSPENDED = "SUSPENDED"
OTHER = "OTHER"


class PlayerAbsence(Schema):
    """One player who was with a team and did not appear in its game."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    player_name = text(meaning="the player's name, for display")
    name_key = text(meaning="the name without accents and suffixes, to match odds feeds by")
    team_id = integer(meaning="the player's team")
    reason = text(
        choices=(*REASONS.values(), INACTIVE, SUSPENDED, OTHER), meaning="class of the reason"
    )
    comment = text(meaning="the reason as published")


@table(schema=PlayerAbsence, needs_result=True)
def player_absence(
    player_rotation: Table, inactive_player: Table, player_box_score: Table
) -> Table:
    """Return one row per game and absent player, with the reason.

    No player has both an absence and a playing record. A line in the game log is an appearance,
    even if it lasted less than a second; 0 seconds without a line are an absence.
    """
    columns = ("game_id", "game_date", "player_id", "player_name", "name_key", "team_id")
    unused = player_rotation.filter(player_rotation.seconds.fill_null(0) == 0)
    unlogged = unused.anti_join(player_box_score, ["game_id", "player_id"])
    beginning = unlogged.comment.substr(0, 3)
    dressed = unlogged.select(
        *columns,
        "comment",
        reason=cases(
            (unlogged.comment.lower().contains("suspen"), SUSPENDED),
            *((beginning == start, reason) for start, reason in REASONS.items()),
            otherwise=OTHER,
        ),
    )
    undressed = inactive_player.anti_join(player_rotation, ["game_id", "player_id"])
    undressed = undressed.anti_join(player_box_score, ["game_id", "player_id"])
    inactive = undressed.select(*columns, comment=literal(""), reason=literal(INACTIVE))
    order = (*columns, "reason", "comment")
    return union(dressed.select(*order), inactive.select(*order))
