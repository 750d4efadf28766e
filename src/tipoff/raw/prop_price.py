"""Prices of player props as books quoted them."""

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
    market = text(key=True, choices=LANDED_MARKETS, meaning="the market, such as player_points")
    bookmaker = text(key=True, meaning="the book")
    line = number(
        key=True, minimum=MIN_LINE, maximum=MAX_LINE, meaning="the number to go over or under"
    )
    side = text(key=True, choices=SIDES, meaning="over or under")
    is_alternate = boolean(
        key=True, meaning="whether it is from the book's list of alternate lines"
    )
    capture = text(
        key=True,
        meaning="which response of the feed the row is from, by its time;"
        " 'closing' where a file states no time",
    )
    captured_at = instant(
        nullable=True,
        unit="UTC",
        meaning="when the book was last seen quoting it; NULL: taken as closing",
    )
    event_id = text(key=True, meaning="the feed's id of the game; empty where it states none")
    home_team_name = text(nullable=True, meaning="city and name of the team at home")
    away_team_name = text(nullable=True, meaning="city and name of the team on the road")
    tip_at = instant(nullable=True, unit="UTC", meaning="tip-off according to the feed")
    price = number(
        nullable=True,
        unit="American odds",
        meaning="the price; NULL: unknown, or a pick'em, which has no price",
    )
    is_pickem = boolean(
        meaning="whether it is a pick'em: one pick of an entry of several, not a single bet"
    )
    multiplier = number(
        nullable=True,
        minimum=0,
        unit="of the usual payout",
        meaning="payout multiplier of a pick'em; NULL: not known",
    )

    @rule("price")
    def price_is_american(row: Table) -> BooleanValue:
        """American odds are at least 100, or at most -100."""
        return row.price.abs() >= 100

    @rule("line")
    def line_is_no_placeholder(row: Table) -> BooleanValue:
        """The line is not one of the unreachable numbers that feeds use for a missing line."""
        return row.line.notin(PLACEHOLDER_LINES)


@table(schema=PropPrice, may_be_empty=True)
def prop_price(player_props: Landed) -> Table:
    """Return one row for each quoted side of each line."""
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
