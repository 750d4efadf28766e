"""Checks of relations between game facts that hold by definition.

They block publication: a violation is not a bad row of a service but a bug, such as the one that
once computed players before their teams.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.expressions import unless_rare

if TYPE_CHECKING:
    from ibis.expr.types import Table

MAX_FAILING_SHARE = 0.05
"""The share of a date's players whose summary may be missing because a rule quarantined it."""
TOLERANCE = 1e-9


def sides_mirror_each_other(team_offense_game_summary: Table) -> Table:
    """Return whether a game's teams name each other as opponents and their margins add up to 0."""
    own = team_offense_game_summary
    other = own.select(
        "game_id", opponent_id="team_id", their_opponent="opponent_id", their_margin="margin"
    )
    rows = own.inner_join(other, ["game_id", "opponent_id"])
    holds = (rows.margin + rows.their_margin == 0) & (rows.their_opponent == rows.team_id)
    return rows.select("game_date", "game_id", "team_id", holds=holds)


def defense_is_the_opponent_s_offense(
    team_defense_game_summary: Table, team_offense_game_summary: Table
) -> Table:
    """Return whether each team's defensive rating is the offensive rating of its opponent."""
    offense = team_offense_game_summary.select(
        "game_id", opponent_id="team_id", scored="offensive_rating"
    )
    rows = team_defense_game_summary.inner_join(offense, ["game_id", "opponent_id"])
    holds = (rows.defensive_rating - rows.scored).abs() <= TOLERANCE
    return rows.select("game_date", "game_id", "team_id", holds=holds)


def every_line_is_summarized(
    player_box_score: Table, team_offense_game_summary: Table, player_game_summary: Table
) -> Table:
    """Return whether each player who appeared has a summary.

    Players of a team whose own row is quarantined have none and are not checked.
    """
    made = player_game_summary.select("game_id", "player_id", made="game_date")
    lines = player_box_score.semi_join(team_offense_game_summary, ["game_id", "team_id"])
    rows = lines.left_join(made, ["game_id", "player_id"])
    rows = rows.select("game_date", "game_id", "player_id", good=rows.made.notnull())
    return rows.mutate(holds=unless_rare(rows, rows.good, MAX_FAILING_SHARE)).drop("good")
