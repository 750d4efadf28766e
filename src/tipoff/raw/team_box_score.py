"""Each team's box-score line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import boolean, integer, rule, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import COUNTS, BoxScoreLine, plays_in_game, stated_in
from tipoff.raw.checks import final_games_have_two_teams, minutes_are_whole_periods

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue

    from tipoff.kernel.declare.annotations import Landed, Table


class TeamBoxScore(BoxScoreLine):
    """One team in one game."""

    team_id = integer(key=True, meaning="the team")
    team_code = text(meaning="its three letters")
    home = boolean(meaning="whether it played at home")
    won = boolean(meaning="whether it won")

    @rule("team_id")
    def team_plays_in_game(row: Table, schedule: Table) -> BooleanValue:
        """The schedule has the team in this game."""
        return plays_in_game(row, schedule)

    @rule("home")
    def side_is_the_schedule_s(row: Table, schedule: Table) -> BooleanValue:
        """The schedule has the team on the same side."""
        at_home = (schedule.game_id, schedule.home_team_id)
        stated = stated_in((row.game_id, row.team_id), at_home)
        return (row.home & stated) | ~(row.home | stated)  # Spark compares no subquery with =

    @rule("points")
    def points_are_the_schedule_s(row: Table, schedule: Table) -> BooleanValue:
        """The schedule has the same score, if it has one."""
        line = (row.game_id, row.team_id, row.points)
        stated = [
            stated_in(
                line, (schedule.game_id, schedule[f"{side}_team_id"], schedule[f"{side}_points"])
            )
            for side in ("home", "away")
        ]
        unscored = row.game_id.isin(schedule.filter(schedule.home_points.isnull()).game_id)
        return stated[0] | stated[1] | unscored


@table(
    schema=TeamBoxScore,
    needs_result=True,
    prefers=["from_log"],
    warnings=[final_games_have_two_teams, minutes_are_whole_periods],
)
def team_box_score(team_game_log: Landed) -> Table:
    """Return team totals as the season log has them; until it has the game, the live feed's."""
    return team_game_log.select(
        "payload",
        game_id="GAME_ID",
        game_date="GAME_DATE",
        team_id="TEAM_ID",
        team_code="TEAM_ABBREVIATION",
        home=team_game_log.MATCHUP.contains("vs."),
        won=team_game_log.WL == "W",
        from_log="FROM_LOG",
        **COUNTS,
    )
