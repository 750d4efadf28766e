"""Each team's box-score line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.schema import boolean, integer, rule, text
from tipoff.kernel.table import table
from tipoff.raw.box_score_line import COUNTS, BoxScoreLine, known_team_id

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue

    from tipoff.kernel.annotations import Landed, Table


class TeamBoxScore(BoxScoreLine):
    """One team in one game."""

    team_id = integer(key=True, meaning="the team")
    team_code = text(meaning="its three letters")
    home = boolean(meaning="whether it played at home")
    won = boolean(meaning="whether it won")

    @rule("team_id")
    def known_team(row: Table, schedule: Table) -> BooleanValue:
        """The team plays in this league."""
        return known_team_id(row, schedule)


@table(schema=TeamBoxScore, needs_result=True)
def team_box_score(team_game_log: Landed) -> Table:
    """Team totals as the league counts them."""
    return team_game_log.select(
        "payload",
        game_id="GAME_ID",
        game_date="GAME_DATE",
        team_id="TEAM_ID",
        team_code="TEAM_ABBREVIATION",
        home=team_game_log.MATCHUP.contains("vs."),
        won=team_game_log.WL == "W",
        **COUNTS,
    )
