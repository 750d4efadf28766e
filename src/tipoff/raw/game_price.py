"""Spreads, totals and moneylines of each game, as books quoted them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import cases
from tipoff.kernel.declare.schema import day, instant, number, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table
PRICES = (
    "home_price",
    "away_price",
    "home_spread_price",
    "away_spread_price",
    "over_price",
    "under_price",
)
"""American odds are at least 100, or at most -100: NULL stands for anything else."""


class GamePrice(FromPayload):
    """One book's view of one game, at one time or at the open and the close."""

    game_date = day(key=True, partition=True, meaning="date of the game, US Eastern")
    home_team_name = text(key=True, meaning="city and name of the team at home")
    away_team_name = text(key=True, meaning="city and name of the team on the road")
    bookmaker = text(key=True, meaning="the book; 'consensus' where a file names none")
    capture = text(
        key=True,
        meaning="which answer of the feed it is from, by its time;"
        " 'closing' where a file is silent",
    )
    captured_at = instant(
        nullable=True,
        unit="UTC",
        meaning="when the book was last seen to quote the newest of them; NULL: taken as closing",
    )
    tip_at = instant(nullable=True, unit="UTC", meaning="tip-off as the feed has it")
    home_spread_open = number(nullable=True, minimum=-60, maximum=60, unit="points")
    home_spread = number(
        nullable=True,
        minimum=-60,
        maximum=60,
        unit="points",
        meaning="points the home team gives (negative) or gets",
    )
    total_open = number(nullable=True, minimum=120, maximum=320, unit="points")
    total = number(
        nullable=True, minimum=120, maximum=320, unit="points", meaning="points of both teams"
    )
    home_price = number(nullable=True, unit="American odds", meaning="to win at home")
    away_price = number(nullable=True, unit="American odds", meaning="to win on the road")
    home_spread_price = number(nullable=True, unit="American odds", meaning="of the home spread")
    away_spread_price = number(nullable=True, unit="American odds", meaning="of the other side")
    over_price = number(nullable=True, unit="American odds", meaning="of the total's over")
    under_price = number(nullable=True, unit="American odds", meaning="of the total's under")


@table(schema=GamePrice, may_be_empty=True)
def game_price(game_odds: Landed) -> Table:
    """Return spread and total with their prices, and the moneylines."""
    row = game_odds.rename(home_team_name="home_team", away_team_name="away_team")
    return row.mutate(**{name: _american(row[name]) for name in PRICES}).select(*GamePrice.columns)


def _american(price: Any) -> Any:
    """Return the price; NULL if it is none, so that the rest of the row is not lost with it."""
    return cases((price.abs() >= 100, price))
