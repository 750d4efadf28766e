"""Spreads, totals and moneylines of each game, as the file names the teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.schema import day, number, text
from tipoff.kernel.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.annotations import Landed, Table


class GamePrice(FromPayload):
    """The market's view of one game, at the open and at the close."""

    game_date = day(key=True, partition=True, meaning="date of the game, US Eastern")
    home_team_name = text(key=True, meaning="city and name of the team at home")
    away_team_name = text(key=True, meaning="city and name of the team on the road")
    home_spread_open = number(nullable=True, minimum=-60, maximum=60, unit="points")
    home_spread = number(nullable=True, minimum=-60, maximum=60, unit="points",
                         meaning="points the home team gives (negative) or gets")  # fmt: skip
    total_open = number(nullable=True, minimum=120, maximum=320, unit="points")
    total = number(nullable=True, minimum=120, maximum=320, unit="points",
                   meaning="points of both teams")  # fmt: skip
    home_price = number(nullable=True, unit="American odds", meaning="to win at home")
    away_price = number(nullable=True, unit="American odds", meaning="to win on the road")


@table(schema=GamePrice, may_be_empty=True)
def game_price(game_odds: Landed) -> Table:
    """Spread and total at the open and the close, and the moneylines."""
    return game_odds.select(
        "payload", "game_date", "home_spread_open", "home_spread", "total_open", "total",
        "home_price", "away_price",
        home_team_name="home_team",
        away_team_name="away_team",
    )  # fmt: skip
