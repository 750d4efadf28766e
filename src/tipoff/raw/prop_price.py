"""Prices of player props, as books quoted them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.domain.markets import MARKETS, MAX_LINE, MIN_LINE, NOT_PREDICTED, PLACEHOLDER_LINES
from tipoff.kernel.declare.schema import boolean, day, instant, number, rule, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue

    from tipoff.kernel.declare.annotations import Landed, Table
SIDES = ("over", "under")
LANDED_MARKETS = (*MARKETS, *NOT_PREDICTED)


class PropPrice(FromPayload):
    """One side of one line at one book, at one time."""

    game_date = day(key=True, partition=True, meaning="date of the game, US Eastern")
    player_name = text(key=True, meaning="the player's name as the feed writes it")
    name_key = text(meaning="the name without accents and suffixes")
    market = text(key=True, choices=LANDED_MARKETS, meaning="what is bet on")
    bookmaker = text(key=True, meaning="the book")
    line = number(
        key=True, minimum=MIN_LINE, maximum=MAX_LINE, meaning="the number to go over or under"
    )
    side = text(key=True, choices=SIDES, meaning="over or under")
    is_alternate = boolean(key=True, meaning="from the book's list of alternate lines")
    capture = text(
        key=True,
        meaning="which answer of the feed it is from, by its time;"
        " 'closing' where a file is silent",
    )
    captured_at = instant(
        nullable=True,
        unit="UTC",
        meaning="when the book was last seen to quote it; NULL: taken as closing",
    )
    event_id = text(key=True, meaning="the feed's id of the game; empty where it tells none")
    home_team_name = text(nullable=True, meaning="city and name of the team at home")
    away_team_name = text(nullable=True, meaning="city and name of the team on the road")
    tip_at = instant(nullable=True, unit="UTC", meaning="tip-off as the feed has it")
    price = number(
        nullable=True,
        unit="American odds",
        meaning="what the book pays; NULL: unknown, or a pick'em, which has none",
    )
    is_pickem = boolean(
        meaning="a side to pick in an entry of several, at a book that takes no bets on one alone"
    )
    multiplier = number(
        nullable=True,
        minimum=0,
        unit="of the usual payout",
        meaning="of a pick'em; NULL: not known",
    )

    @rule("price")
    def price_is_american(row: Table) -> BooleanValue:
        """American odds are at least 100, or at most -100."""
        return row.price.abs() >= 100

    @rule("line")
    def line_is_no_placeholder(row: Table) -> BooleanValue:
        """Feeds fill a line they do not have with a number nobody reaches."""
        return row.line.notin(PLACEHOLDER_LINES)


@table(schema=PropPrice, may_be_empty=True)
def prop_price(player_props: Landed) -> Table:
    """Return each side of each line quoted."""
    return player_props.select(
        "payload",
        "game_date",
        "player_name",
        "name_key",
        "market",
        "bookmaker",
        "line",
        "side",
        "capture",
        "captured_at",
        "event_id",
        "tip_at",
        "price",
        "is_pickem",
        "multiplier",
        is_alternate="alternate",
        home_team_name="home_team",
        away_team_name="away_team",
    )
