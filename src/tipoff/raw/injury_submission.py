"""Which teams had submitted their list in time for each edition of the injury report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import boolean, day, instant, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table


class InjurySubmission(FromPayload):
    """One team in one edition of the injury report."""

    report_at = instant(key=True, unit="UTC", meaning="when the edition was published")
    game_date = day(key=True, partition=True, meaning="date of the game, US Eastern")
    team_name = text(key=True, meaning="city and name of the team")
    submitted = boolean(
        meaning="whether the team had submitted; if not, nothing is known of its players"
    )


@table(schema=InjurySubmission, may_be_empty=True)
def injury_submission(injury_report_teams: Landed) -> Table:
    """Return every team that an edition names, whether or not it lists any players."""
    return injury_report_teams.select(*InjurySubmission.columns)
