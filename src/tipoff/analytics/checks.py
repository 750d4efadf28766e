"""Checks of facts of games: what follows from each other by definition.

They block: a difference here is no bad row of a service but a fault of the code, as when players
were once computed before their teams.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.expressions import unless_rare

if TYPE_CHECKING:
    from ibis.expr.types import Table

FEW = 0.05
"""The share of a date's rows that may be set aside by a rule of their own."""
CLOSE = 1e-9


def sides_mirror_each_other(team_offense_game_summary: Table) -> Table:
    """Return whether the teams of a game name each other, and one wins by what the other loses."""
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
    holds = (rows.defensive_rating - rows.scored).abs() <= CLOSE
    return rows.select("game_date", "game_id", "team_id", holds=holds)


def every_line_is_summarized(
    player_box_score: Table, team_offense_game_summary: Table, player_game_summary: Table
) -> Table:
    """Return whether each player who appeared has a summary.

    A team whose own row is set aside costs its players theirs, and no other team's players.
    """
    made = player_game_summary.select("game_id", "player_id", made="game_date")
    lines = player_box_score.semi_join(team_offense_game_summary, ["game_id", "team_id"])
    rows = lines.left_join(made, ["game_id", "player_id"])
    rows = rows.select("game_date", "game_id", "player_id", good=rows.made.notnull())
    return rows.mutate(holds=unless_rare(rows, rows.good, FEW)).drop("good")
