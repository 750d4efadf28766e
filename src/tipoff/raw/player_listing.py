"""Every player whom the league lists in a season, with their team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table


class PlayerListing(FromPayload):
    """One player in the league's list of one season."""

    looked_up = ("starts_on",)
    season = text(key=True, meaning="season, such as 2023-24")
    player_id = integer(key=True, meaning="the player")
    starts_on = day(partition=True, meaning="date of the season's first game, US Eastern")
    player_name = text(meaning="the player's name, for display")
    name_key = text(meaning="the name without accents and suffixes, to match odds feeds by")
    team_id = integer(nullable=True, meaning="the player's team; NULL for a player without one")


@table(schema=PlayerListing, may_be_empty=True)
def player_listing(player_index: Landed, schedule: Table) -> Table:
    """Return past and present players, dated to the first game of the season."""
    seasons = schedule.group_by("season").aggregate(starts_on=schedule.game_date.min())
    dated = player_index.left_join(seasons, seasons.season == player_index.SEASON)
    return dated.select(
        "payload",
        "starts_on",
        season="SEASON",
        player_id="PERSON_ID",
        player_name="NAME",
        name_key="NAME_KEY",
        team_id="TEAM_ID",
    )
