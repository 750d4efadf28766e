"""Prices of player props, as books quoted them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.expression import cases
from tipoff.kernel.schema import boolean, day, instant, number, rule, text
from tipoff.kernel.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue

    from tipoff.kernel.annotations import Landed, Table
SIDES = ("over", "under")
CUT_SHORT = -999
"""Files exist whose prices were cut to four characters: at or below this, one is unknown."""
PLACEHOLDERS = (99.0, 99.5, 99.9, 100.0)


class PropPrice(FromPayload):
    """One side of one line at one book, at one moment."""

    game_date = day(key=True, partition=True, meaning="date of the game, US Eastern")
    player_name = text(key=True, meaning="the player's name as the feed writes it")
    name_key = text(meaning="his name without accents and suffixes")
    market = text(key=True, meaning="what is bet on, such as player_points")
    bookmaker = text(key=True, meaning="the book")
    line = number(key=True, minimum=0.5, maximum=100, meaning="the number to go over or under")
    side = text(key=True, choices=SIDES, meaning="over or under")
    is_alternate = boolean(key=True, meaning="from the book's list of alternate lines")
    capture = text(key=True, meaning="which answer of the feed it is from, by its moment;"
                   " 'closing' where a file is silent")  # fmt: skip
    captured_at = instant(nullable=True, unit="UTC", meaning="when the book was last seen to"
                          " quote it; NULL: taken as closing")  # fmt: skip
    event_id = text(nullable=True, meaning="the feed's id of the game")
    home_team_name = text(nullable=True, meaning="city and name of the team at home")
    away_team_name = text(nullable=True, meaning="city and name of the team on the road")
    tip_at = instant(nullable=True, unit="UTC", meaning="tip-off as the feed has it")
    price = number(nullable=True, unit="American odds", meaning="what the book pays; NULL: unknown")

    @rule("price")
    def price_is_american(row: Table) -> BooleanValue:
        """American odds are at least 100, or at most -100."""
        return row.price.abs() >= 100

    @rule("line")
    def line_is_no_placeholder(row: Table) -> BooleanValue:
        """Feeds fill a line they do not have with a number nobody reaches."""
        return row.line.notin(PLACEHOLDERS)


@table(schema=PropPrice, may_be_empty=True)
def prop_price(player_props: Landed) -> Table:
    """Each side of each line quoted."""
    price = player_props.price
    return player_props.select(
        "payload", "game_date", "player_name", "name_key", "market", "bookmaker", "line", "side",
        "capture", "captured_at", "event_id", "tip_at",
        is_alternate="alternate",
        home_team_name="home_team",
        away_team_name="away_team",
        price=cases((price > CUT_SHORT, price)),
    )  # fmt: skip
