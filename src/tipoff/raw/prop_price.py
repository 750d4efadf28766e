"""Prices of player props, as books quoted them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.expression import cases, coalesce
from tipoff.kernel.schema import day, instant, number, rule, text
from tipoff.kernel.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue

    from tipoff.kernel.annotations import Landed, Table
SIDES = ("over", "under")
UNKNOWN_CAPTURE = "closing"
CUT_SHORT = -999
"""Files exist whose prices were cut to four characters: at or below this, one is unknown."""


class PropPrice(FromPayload):
    """One side of one line at one book, at one moment."""

    game_date = day(key=True, partition=True, meaning="date of the game, US Eastern")
    name_key = text(key=True, meaning="the player's name without accents and suffixes")
    market = text(key=True, meaning="what is bet on, such as player_points")
    bookmaker = text(key=True, meaning="the book")
    line = number(key=True, minimum=0.5, maximum=100, meaning="the number to go over or under")
    side = text(key=True, choices=SIDES, meaning="over or under")
    capture = text(key=True, meaning="when it was captured, or 'closing' where the file is silent")
    captured_at = instant(nullable=True, unit="UTC", meaning="when it was captured")
    player_name = text(meaning="the player's name as the feed writes it")
    price = number(nullable=True, unit="American odds", meaning="what the book pays; NULL: unknown")

    @rule("price")
    def price_is_american(row: Table) -> BooleanValue:
        """American odds are at least 100, or at most -100."""
        return row.price.abs() >= 100


@table(schema=PropPrice, may_be_empty=True)
def prop_price(player_props: Landed) -> Table:
    """Each side of each line quoted."""
    price = player_props.price
    return player_props.select(
        "payload", "game_date", "name_key", "market", "bookmaker", "line", "side", "captured_at",
        "player_name",
        capture=coalesce(player_props.captured_at.cast("string"), UNKNOWN_CAPTURE),
        price=cases((price > CUT_SHORT, price)),
    )  # fmt: skip
