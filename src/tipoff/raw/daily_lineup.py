"""Every snapshot of the lineups that were published during the day of each game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import boolean, day, instant, integer, rule, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload, plays_in_game
from tipoff.sources.lineups.daily_lineup import ACTIVE, CONFIRMED, EXPECTED, INACTIVE

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue

    from tipoff.kernel.declare.annotations import Landed, Table


__all__ = ["ACTIVE", "CONFIRMED", "EXPECTED", "INACTIVE", "DailyLineup", "daily_lineup"]


class DailyLineup(FromPayload):
    """One player in one snapshot of a game's lineups."""

    looked_up = ("game_date",)
    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    captured_at = instant(key=True, unit="UTC", meaning="when the snapshot was fetched")
    player_name = text(meaning="the player's name, for display")
    name_key = text(meaning="the name without accents and suffixes, to match odds feeds by")
    team_id = integer(meaning="the player's team")
    lineup_status = text(
        nullable=True,
        choices=(CONFIRMED, EXPECTED),
        meaning="whether the team has confirmed its lineup",
    )
    starter = boolean(
        meaning="whether the player is one of the five starters, who alone have a position"
    )
    position = text(nullable=True, meaning="such as PG; NULL for a player who is not a starter")
    roster_status = text(nullable=True, meaning="Active or Inactive, as the league publishes it")

    @rule("team_id")
    def team_plays_in_game(row: Table, schedule: Table) -> BooleanValue:
        """The schedule has the team in this game."""
        return plays_in_game(row, schedule)


@table(schema=DailyLineup, may_be_empty=True)
def daily_lineup(lineup_snapshot: Landed, schedule: Table) -> Table:
    """Return expected and confirmed lineups and roster statuses, snapshot by snapshot."""
    games = schedule.select("game_id", "game_date")
    dated = lineup_snapshot.left_join(games, games.game_id == lineup_snapshot.gameId)
    return dated.select(
        "payload",
        "game_date",
        "position",
        game_id="gameId",
        player_id="personId",
        captured_at="capturedAt",
        player_name="playerName",
        name_key="nameKey",
        team_id="teamId",
        lineup_status="lineupStatus",
        starter=dated.position.notnull(),
        roster_status="rosterStatus",
    )
