"""Each team's defense in each game: the opponent's offense, seen from the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.checks import defense_is_the_opponent_s_offense
from tipoff.analytics.shooting import ZONE_COUNTS
from tipoff.kernel.declare.schema import Column, Schema, day, integer, number, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from ibis.expr.types import Table

ALLOWED: dict[str, Column] = {
    f"{name}_allowed": integer(
        minimum=0, nullable=True, meaning="NULL where the game's shots are unrecorded"
    )
    for name in ZONE_COUNTS
}


class TeamDefenseGameSummary(Schema, columns=ALLOWED):
    """One team in one game."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    team_id = integer(key=True, meaning="the team that defended")
    opponent_id = integer(meaning="the team that attacked")
    points_allowed = integer(minimum=0, unit="points", polarity="lower helps")
    rebounds_allowed = integer(minimum=0, unit="rebounds", polarity="lower helps")
    assists_allowed = integer(minimum=0, unit="assists", polarity="lower helps")
    threes_allowed = integer(minimum=0, unit="makes", polarity="lower helps")
    steals_allowed = integer(minimum=0, unit="steals", polarity="lower helps")
    blocks_allowed = integer(minimum=0, unit="blocks", polarity="lower helps")
    defensive_rating = number(
        minimum=20, maximum=220, unit="points allowed per 100 possessions", polarity="lower helps"
    )
    opponent_pace = number(minimum=50, maximum=160, unit="possessions per 48 minutes")
    opponent_true_shooting_share = number(
        minimum=0, maximum=1.5, unit="share", polarity="lower helps"
    )
    defensive_rebounds = integer(minimum=0, unit="rebounds", polarity="higher helps")
    blocks = integer(minimum=0, unit="blocks", polarity="higher helps")
    steals = integer(minimum=0, unit="steals", polarity="higher helps")
    turnovers_forced = integer(minimum=0, unit="turnovers", polarity="higher helps")


@table(
    schema=TeamDefenseGameSummary,
    needs_result=True,
    checks=[defense_is_the_opponent_s_offense],
)
def team_defense_game_summary(team_offense_game_summary: Table) -> Table:
    """Return what each team allowed or forced, by mirroring the opponent's offense."""
    attack = team_offense_game_summary.select(
        "game_id",
        "game_date",
        "opponent_id",
        "points",
        "offensive_rating",
        "pace",
        "true_shooting_share",
        "turnovers",
        *ZONE_COUNTS,
        attacker_id="team_id",
        rebounds_allowed=team_offense_game_summary.offensive_rebounds
        + team_offense_game_summary.defensive_rebounds,
        assists_allowed="assists",
        threes_allowed="threes_made",
        steals_allowed="steals",
        blocks_allowed="blocks",
    )
    own = team_offense_game_summary.select(
        "game_id", "team_id", "defensive_rebounds", "blocks", "steals"
    )
    faced = own.join(attack, [own.game_id == attack.game_id, own.team_id == attack.opponent_id])
    return faced.select(
        "game_id",
        "game_date",
        "team_id",
        "defensive_rebounds",
        "blocks",
        "steals",
        "rebounds_allowed",
        "assists_allowed",
        "threes_allowed",
        "steals_allowed",
        "blocks_allowed",
        opponent_id="attacker_id",
        points_allowed="points",
        defensive_rating="offensive_rating",
        opponent_pace="pace",
        opponent_true_shooting_share="true_shooting_share",
        turnovers_forced="turnovers",
        **{f"{name}_allowed": name for name in ZONE_COUNTS},
    )
