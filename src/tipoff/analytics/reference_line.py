"""The reference line of each player and market: the main line at the most preferred book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.quotes import book_rank, distance_from_even
from tipoff.analytics.suspect_prices import COPIED
from tipoff.domain.markets import MARKETS
from tipoff.expressions import cases, row_number
from tipoff.kernel.declare.schema import Schema, day, instant, integer, number, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from ibis.expr.types import Table


class ReferenceLine(Schema):
    """One player's line in one market of one game."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    name_key = text(meaning="the name in the feed, without accents and suffixes")
    market = text(key=True, meaning="the market, such as player_points")
    bookmaker = text(meaning="the book, by preference: DraftKings, FanDuel, others, consensus")
    line = number(minimum=0.5, maximum=100, meaning="the number to go over or under")
    over_price = number(
        nullable=True,
        unit="American odds",
        meaning="price of the over; NULL: not quoted, or suspect",
    )
    under_price = number(
        nullable=True,
        unit="American odds",
        meaning="price of the under; NULL: not quoted, or suspect",
    )
    captured_at = instant(
        nullable=True, unit="UTC", meaning="capture time of these prices; NULL: taken as closing"
    )
    opening_line = number(
        nullable=True,
        minimum=0.5,
        maximum=100,
        meaning="the book's first line; NULL where capture times are unknown",
    )
    line_move = number(nullable=True, minimum=-100, maximum=100, meaning="line less opening line")


@table(schema=ReferenceLine, may_be_empty=True)
def reference_line(player_prop_offer: Table) -> Table:
    """Choose the last main line of the most preferred book.

    An alternate line is never the reference: a book that quotes only alternates is passed over. A
    suspect offer is the reference only if there is no other, and then without its prices, which do
    not reflect the market. Lines copied from another market are never a reference.
    """
    offers = player_prop_offer.filter(
        player_prop_offer.stands
        & ~player_prop_offer.is_alternate
        & (player_prop_offer.suspect.fill_null("") != COPIED)
        & player_prop_offer.market.isin(list(MARKETS))
    )
    one_sided = offers.over_price.isnull() | offers.under_price.isnull()
    best = [
        offers.suspect.notnull(),
        book_rank(offers.bookmaker),
        offers.bookmaker,
        one_sided,
        distance_from_even(offers.over_price, offers.under_price),
        offers.line,
    ]
    place = row_number().over(group_by=["game_id", "player_id", "market"], order_by=best)
    ranked = offers.mutate(
        place=place,
        line_move=offers.line - offers.opening_line,
        over_price=cases((offers.suspect.isnull(), offers.over_price)),
        under_price=cases((offers.suspect.isnull(), offers.under_price)),
    )
    return ranked.filter(ranked.place == 0).select(*ReferenceLine.columns)
