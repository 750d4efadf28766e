"""The players who may play in each game: those whom its teams named in their last games.

The box score of the game itself is never read, because it would leak who played.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.expressions import row_number, union
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, boolean, day, instant, integer, text
from tipoff.kernel.declare.table import table
from tipoff.windows.as_of import YEAR, last_games, latest

if TYPE_CHECKING:
    from ibis.expr.types import Table

RECENT_TEAM_GAMES = 10
"""A player whom a team named in none of its last 10 games no longer belongs to the team."""


class PoolMember(Schema):
    """One player who may play in one game."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    player_name = text(meaning="the player's name, for display")
    name_key = text(meaning="the name without accents and suffixes, to match feeds by")
    team_id = integer(meaning="the team that last named the player")
    team_name = text(meaning="city and name of that team")
    opponent_id = integer(meaning="the other team")
    season = text(meaning="season, such as 2023-24")
    home = boolean(meaning="whether that team plays at home")
    tip_at = instant(unit="UTC", meaning="scheduled tip-off")


@table(
    schema=PoolMember,
    reads={
        "player_game_summary": past(YEAR),
        "player_absence": past(YEAR),
    },
    may_be_empty="at first",
)
def pool_member(schedule: Table, player_game_summary: Table, player_absence: Table) -> Table:
    """Return everyone whom a team named in one of its last games: played, dressed or inactive.

    A traded player belongs only to the team that named the player last: after five games with the
    first team and one with the second, to the second.
    """
    named = _named(player_game_summary, player_absence)
    coming = team_games(schedule)
    recent = last_games(coming, _team_dates(named), "team_id", RECENT_TEAM_GAMES)
    recent = recent.select("for_game_id", "team_id", "game_date")
    candidates = (
        recent.join(named, ["team_id", "game_date"]).select("for_game_id", "player_id").distinct()
    )
    games = coming.join(candidates, coming.game_id == candidates.for_game_id).select(
        *coming.columns, "player_id"
    )
    players = latest(games, _one_team_a_day(named), "player_id")
    return players.filter(players.team_id == players.last_team_id).select(
        *coming.columns,
        "player_id",
        player_name="last_player_name",
        name_key="last_name_key",
    )


def team_games(schedule: Table) -> Table:
    """Return each game twice, once from the perspective of each team."""
    sides = []
    for side, other in (("home", "away"), ("away", "home")):
        sides.append(
            schedule.select(
                "game_id",
                "game_date",
                "season",
                "tip_at",
                team_id=f"{side}_team_id",
                team_name=f"{side}_team_name",
                opponent_id=f"{other}_team_id",
                home=schedule.home_team_id == schedule[f"{side}_team_id"],
            )
        )
    return union(*sides)


def _named(player_game_summary: Table, player_absence: Table) -> Table:
    """Return the players whom each team named on each date, from appearances and absences."""
    columns = ("game_date", "team_id", "player_id", "player_name", "name_key")
    return union(player_game_summary.select(*columns), player_absence.select(*columns))


def _team_dates(named: Table) -> Table:
    return named.select("game_date", "team_id").distinct()


def _one_team_a_day(named: Table) -> Table:
    """Return one row per player and date, since two teams can name a traded player on one date."""
    place = row_number().over(group_by=["player_id", "game_date"], order_by="team_id")
    numbered = named.mutate(place=place)
    return numbered.filter(numbered.place == 0).drop("place")
