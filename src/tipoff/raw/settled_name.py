"""Names that a person has settled, where no rule could."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import day, instant, integer, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table

FOR_GOOD = 40_000
"""Days a reader looks back, so that it finds what holds for every date."""


class SettledName(FromPayload):
    """One name of one player."""

    holds_from = day(partition=True, meaning="before the league's first game: it holds for good")
    spelling = text(key=True, meaning="the name without accents and capitals, suffix and all")
    player_id = integer(meaning="the player whose name it is")
    player_name = text(meaning="the name as it was written")
    settled_at = instant(unit="UTC", meaning="when a person settled it")


@table(schema=SettledName, may_be_empty=True)
def settled_name(name_settlement: Landed) -> Table:
    """Return the newest settlement of each name."""
    return name_settlement.select(*SettledName.columns)
