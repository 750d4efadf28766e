"""Each team's roster of each season, with birth dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table


class Roster(FromPayload):
    """One player on one team's roster in one season."""

    looked_up = ("starts_on",)
    season = text(key=True, meaning="season, such as 2023-24")
    team_id = integer(key=True, meaning="the team")
    player_id = integer(key=True, meaning="the player")
    starts_on = day(partition=True, meaning="date of the season's first game, US Eastern")
    player_name = text(meaning="the player's name, for display")
    name_key = text(meaning="the name without accents and suffixes, to match odds feeds by")
    position = text(nullable=True, meaning="such as G, F-C")
    birth_date = day(
        nullable=True, meaning="the player's birth date; NULL where the service has none"
    )


@table(schema=Roster, may_be_empty=True)
def roster(team_roster: Landed, schedule: Table) -> Table:
    """Return rosters, dated to the first game of their season."""
    seasons = schedule.group_by("season").aggregate(starts_on=schedule.game_date.min())
    dated = team_roster.left_join(seasons, seasons.season == team_roster.SEASON)
    return dated.select(
        "payload",
        "starts_on",
        season="SEASON",
        team_id="TeamID",
        player_id="PLAYER_ID",
        player_name="PLAYER",
        name_key="NAME_KEY",
        position="POSITION",
        birth_date="BIRTH_DATE",
    )
