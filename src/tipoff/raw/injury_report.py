"""Players listed in every edition of the official injury report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import day, instant, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table

STATUSES = ("out", "doubtful", "questionable", "probable", "available")


class InjuryReport(FromPayload):
    """One player in one edition of the injury report."""

    report_at = instant(key=True, unit="UTC", meaning="when the edition was published")
    game_date = day(key=True, partition=True, meaning="date of the game, US Eastern")
    team_name = text(key=True, meaning="city and name of the player's team")
    name_key = text(key=True, meaning="the name without accents and suffixes")
    player_name = text(meaning="the player's name as printed, but given name first")
    status = text(choices=STATUSES, meaning="how likely the player is to play")
    reason = text(meaning="the reason as published")


@table(schema=InjuryReport, may_be_empty=True)
def injury_report(injury_report_edition: Landed) -> Table:
    """Return statuses and reasons as published, for every edition."""
    return injury_report_edition.select(*InjuryReport.columns)
