"""Changes of players' statuses from one edition of the injury report to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import Schema, day, instant, text
from tipoff.kernel.declare.table import table
from tipoff.raw.injury_report import STATUSES

if TYPE_CHECKING:
    from ibis.expr.types import Table


class InjuryStatusChange(Schema):
    """One change of one player's status for one game."""

    game_date = day(key=True, partition=True, meaning="date of the game, US Eastern")
    team_name = text(key=True, meaning="city and name of the player's team")
    name_key = text(key=True, meaning="the name without accents and suffixes")
    changed_at = instant(
        key=True, unit="UTC", meaning="when the first edition with the new status was published"
    )
    player_name = text(meaning="the player's name as printed, but given name first")
    status = text(nullable=True, choices=STATUSES, meaning="the new status; NULL: no longer listed")
    previous_status = text(
        nullable=True, choices=STATUSES, meaning="the status before; NULL: not listed before"
    )
    reason = text(nullable=True, meaning="the reason in that edition")


@table(schema=InjuryStatusChange, may_be_empty=True)
def injury_status_change(injury_report: Table, injury_submission: Table) -> Table:
    """Return first listings, changes of status and removals of players.

    An edition to which the player's team had not submitted is skipped and not taken as a removal.
    """
    listed = ("game_date", "team_name", "name_key")
    editions = injury_submission.filter(injury_submission.submitted)
    editions = editions.select("game_date", "team_name", changed_at="report_at")
    players = injury_report.group_by(*listed).aggregate(player_name=injury_report.player_name.max())
    statuses = injury_report.select(*listed, "status", "reason", changed_at="report_at")
    row = editions.join(players, ["game_date", "team_name"])
    row = row.left_join(statuses, [*listed, "changed_at"]).select(
        *listed, "changed_at", "player_name", "status", "reason"
    )
    before = row.status.lag().over(group_by=listed, order_by="changed_at")
    row = row.mutate(previous_status=before)
    changed = row.status.fill_null("") != row.previous_status.fill_null("")
    return row.filter(changed).select(*InjuryStatusChange.columns)
