"""Offers of pick'em books on each player before tip-off: lines to go over or under, no prices.

A pick is not a bet at even money: an entry of several picks pays by the book's payout table, which
a multiplier may change. These lines have their own table since none of them is ever a reference
line or recommended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.player_prop_offer import AT_A_BOOK, placed_quotes
from tipoff.analytics.quotes import quoted_at
from tipoff.domain.markets import MAX_LINE, MIN_LINE
from tipoff.expressions import row_number
from tipoff.kernel.declare.schema import Schema, boolean, day, instant, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.raw.prop_price import SIDES

if TYPE_CHECKING:
    from ibis.expr.types import Table


class PickemOffer(Schema):
    """One side of one line of one player at one pick'em book, as last quoted before tip-off."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    market = text(key=True, meaning="the market, such as player_points")
    bookmaker = text(key=True, meaning="the book, such as prizepicks")
    line = number(
        key=True, minimum=MIN_LINE, maximum=MAX_LINE, meaning="the number to go over or under"
    )
    side = text(key=True, choices=SIDES, meaning="over or under")
    is_alternate = boolean(meaning="whether it is from the book's list of alternate lines")
    multiplier = number(
        nullable=True,
        minimum=0,
        unit="of the usual payout",
        meaning="payout multiplier; NULL: not stated",
    )
    captured_at = instant(nullable=True, unit="UTC", meaning="when the quote was captured")


@table(schema=PickemOffer, may_be_empty=True)
def pickem_offer(prop_price: Table, resolved_name: Table, schedule: Table) -> Table:
    """Return the last quote of each pick'em book on each side of each line."""
    quotes = placed_quotes(prop_price, resolved_name, schedule)
    quotes = quotes.filter(quotes.is_pickem)
    newest = [
        quoted_at(quotes).desc(),
        quotes.capture.desc(),
        quotes.event_id,
        quotes.player_name,
        quotes.is_alternate,
    ]
    place = row_number().over(group_by=[*AT_A_BOOK, "line", "side"], order_by=newest)
    ranked = quotes.mutate(place=place)
    return ranked.filter(ranked.place == 0).select(*PickemOffer.columns)
