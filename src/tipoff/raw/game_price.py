"""Spreads, totals and moneylines of each game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.schema import day, integer, number, text
from tipoff.kernel.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from ibis.expr.types import Table

    Landed = Table


class GamePrice(FromPayload):
    """The book's view of one game, at the open and at the close."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    home_spread_open = number(nullable=True, minimum=-60, maximum=60, unit="points")
    home_spread = number(nullable=True, minimum=-60, maximum=60, unit="points",
                         meaning="points the home team gives (negative) or gets")  # fmt: skip
    total_open = number(nullable=True, minimum=120, maximum=320, unit="points")
    total = number(nullable=True, minimum=120, maximum=320, unit="points",
                   meaning="points of both teams")  # fmt: skip
    home_price = number(nullable=True, unit="American odds", meaning="to win at home")
    away_price = number(nullable=True, unit="American odds", meaning="to win on the road")
    home_team_id = integer(meaning="team at home")


@table(schema=GamePrice, may_be_empty=True)
def game_price(game_odds: Landed, schedule: Table) -> Table:
    """Closing (and opening) spread, total and moneylines, found by date and home team."""
    games = schedule.select(
        "game_id", "home_team_id", scheduled_on="game_date", home_team="home_team_name"
    )
    found = game_odds.left_join(
        games, [game_odds.game_date == games.scheduled_on, game_odds.home_team == games.home_team]
    )
    return found.select(
        "payload", "game_id", "game_date", "home_spread_open", "home_spread", "total_open",
        "total", "home_price", "away_price", "home_team_id",
    )  # fmt: skip
