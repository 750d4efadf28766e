"""Each player's box-score line: playing records only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import integer, rule, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import COUNTS, BoxScoreLine, plays_in_game
from tipoff.raw.checks import final_games_have_players

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue

    from tipoff.kernel.declare.annotations import Landed, Table
SUMMED = [name for name in COUNTS if name not in ("minutes", "turnovers", "plus_minus", "rebounds")]
"""Counts whose team total is the sum over its players. Rebounds and turnovers are missing here
because some are credited to the team and to no player."""


class PlayerBoxScore(BoxScoreLine):
    """One player in one game."""

    player_id = integer(key=True, meaning="the player")
    player_name = text(meaning="the player's name, for display")
    name_key = text(meaning="the name without accents and suffixes, to match odds feeds by")
    team_id = integer(meaning="the team the player played for")

    @rule("team_id")
    def team_plays_in_game(row: Table, schedule: Table) -> BooleanValue:
        """The schedule has the team in this game."""
        return plays_in_game(row, schedule)


def players_sum_to_team(player_box_score: Table, team_box_score: Table) -> Table:
    """Return whether each team's counts are the sums over its players."""
    totals = player_box_score.group_by("game_id", "team_id").aggregate(
        **{f"sum_{name}": player_box_score[name].sum() for name in SUMMED}
    )
    compared = team_box_score.left_join(totals, ["game_id", "team_id"])
    holds = compared[f"sum_{SUMMED[0]}"] == compared[SUMMED[0]]
    for name in SUMMED[1:]:
        holds = holds & (compared[f"sum_{name}"] == compared[name])
    return compared.select("game_id", "team_id", holds=holds)


@table(
    schema=PlayerBoxScore,
    needs_result=True,
    prefers=["from_log"],
    warnings=[players_sum_to_team, final_games_have_players],
)
def player_box_score(player_game_log: Landed) -> Table:
    """Return player lines from the season log, or from the live feed until the log has the game."""
    return player_game_log.select(
        "payload",
        game_id="GAME_ID",
        game_date="GAME_DATE",
        player_id="PLAYER_ID",
        player_name="PLAYER_NAME",
        name_key="NAME_KEY",
        team_id="TEAM_ID",
        from_log="FROM_LOG",
        **COUNTS,
    )
