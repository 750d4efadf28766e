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
"""Columns of American odds. A value between -100 and 100 is not a price and becomes NULL."""


class GamePrice(FromPayload):
    """One book's prices of one game, at one time or at the opening and closing."""

    game_date = day(key=True, partition=True, meaning="date of the game, US Eastern")
    home_team_name = text(key=True, meaning="city and name of the team at home")
    away_team_name = text(key=True, meaning="city and name of the team on the road")
    bookmaker = text(key=True, meaning="the book; 'consensus' where a file names none")
    capture = text(
        key=True,
        meaning="which response of the feed the row is from, by its time;"
        " 'closing' where a file states no time",
    )
    captured_at = instant(
        nullable=True,
        unit="UTC",
        meaning="when the newest of these prices was last seen; NULL: taken as closing",
    )
    tip_at = instant(nullable=True, unit="UTC", meaning="tip-off according to the feed")
    home_spread_open = number(nullable=True, minimum=-60, maximum=60, unit="points")
    home_spread = number(
        nullable=True,
        minimum=-60,
        maximum=60,
        unit="points",
        meaning="points that the home team gives (negative) or gets (positive)",
    )
    total_open = number(nullable=True, minimum=120, maximum=320, unit="points")
    total = number(
        nullable=True,
        minimum=120,
        maximum=320,
        unit="points",
        meaning="points of both teams together",
    )
    home_price = number(nullable=True, unit="American odds", meaning="moneyline of the home team")
    away_price = number(nullable=True, unit="American odds", meaning="moneyline of the away team")
    home_spread_price = number(
        nullable=True, unit="American odds", meaning="price of the home side of the spread"
    )
    away_spread_price = number(
        nullable=True, unit="American odds", meaning="price of the away side of the spread"
    )
    over_price = number(
        nullable=True, unit="American odds", meaning="price of the over on the total"
    )
    under_price = number(
        nullable=True, unit="American odds", meaning="price of the under on the total"
    )


@table(schema=GamePrice, may_be_empty=True)
def game_price(game_odds: Landed) -> Table:
    """Return each quote's spread and total with their prices, and its moneylines."""
    row = game_odds.rename(home_team_name="home_team", away_team_name="away_team")
    return row.mutate(**{name: _american(row[name]) for name in PRICES}).select(*GamePrice.columns)


def _american(price: Any) -> Any:
    """Return the price, or NULL if it is not valid, so that the rest of the row is kept."""
    return cases((price.abs() >= 100, price))
