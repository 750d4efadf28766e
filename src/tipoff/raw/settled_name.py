"""Names that a person has assigned to a player, because no rule could."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import day, instant, integer, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table

UNLIMITED_DAYS = 40_000
"""Look-back in days that reaches past the league's first game, so that every row is read."""


class SettledName(FromPayload):
    """One spelling of one player's name."""

    holds_from = day(
        partition=True,
        meaning="before the league's first game, so that it applies to every date",
    )
    spelling = text(key=True, meaning="the name without accents and capitals, including any suffix")
    player_id = integer(meaning="the player whose name it is")
    player_name = text(meaning="the name as the person wrote it")
    settled_at = instant(unit="UTC", meaning="when a person settled it")


@table(schema=SettledName, may_be_empty=True)
def settled_name(name_settlement: Landed) -> Table:
    """Return the newest settlement of each spelling."""
    return name_settlement.select(*SettledName.columns)
