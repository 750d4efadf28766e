"""Each team's box-score line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import boolean, integer, rule, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import COUNTS, BoxScoreLine, has_matching_row, plays_in_game
from tipoff.raw.checks import final_games_have_two_teams, minutes_are_whole_periods

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue

    from tipoff.kernel.declare.annotations import Landed, Table


class TeamBoxScore(BoxScoreLine):
    """One team in one game."""

    team_id = integer(key=True, meaning="the team")
    team_code = text(meaning="the team's three-letter code")
    home = boolean(meaning="whether the team played at home")
    won = boolean(meaning="whether the team won")

    @rule("team_id")
    def team_plays_in_game(row: Table, schedule: Table) -> BooleanValue:
        """The schedule has the team in this game."""
        return plays_in_game(row, schedule)

    @rule("home")
    def side_is_the_schedule_s(row: Table, schedule: Table) -> BooleanValue:
        """The schedule agrees on whether the team played at home."""
        at_home = (schedule.game_id, schedule.home_team_id)
        is_home = has_matching_row((row.game_id, row.team_id), at_home)
        # Not written as an equality: Spark does not compare a subquery with =.
        return (row.home & is_home) | ~(row.home | is_home)

    @rule("points")
    def points_are_the_schedule_s(row: Table, schedule: Table) -> BooleanValue:
        """The points equal the schedule's final score, where it has one."""
        line = (row.game_id, row.team_id, row.points)
        matches = [
            has_matching_row(
                line, (schedule.game_id, schedule[f"{side}_team_id"], schedule[f"{side}_points"])
            )
            for side in ("home", "away")
        ]
        unscored = row.game_id.isin(schedule.filter(schedule.home_points.isnull()).game_id)
        return matches[0] | matches[1] | unscored


@table(
    schema=TeamBoxScore,
    needs_result=True,
    prefers=["from_log"],
    warnings=[final_games_have_two_teams, minutes_are_whole_periods],
)
def team_box_score(team_game_log: Landed) -> Table:
    """Return team totals from the season log, or from the live feed until the log has the game."""
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
