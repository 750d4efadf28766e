"""Each book's offers on each player before tip-off: the last prices of every line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.quotes import before_tip, distance_from_even, quoted_at, tip_off
from tipoff.analytics.seen_name import PRICES, setting_of
from tipoff.analytics.suspect_prices import SUSPICIONS, own_suspicion, with_suspicion
from tipoff.expressions import cases, row_number
from tipoff.kernel.declare.schema import Schema, boolean, day, instant, integer, number, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from ibis.expr.types import Table


class PlayerPropOffer(Schema):
    """One line of one player at one book, as last quoted before tip-off."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    market = text(key=True, meaning="the market, such as player_points")
    bookmaker = text(key=True, meaning="the book")
    line = number(key=True, minimum=0.5, maximum=100, meaning="the number to go over or under")
    name_key = text(meaning="the name in the feed, without accents and suffixes")
    over_price = number(
        nullable=True, unit="American odds", meaning="price of the over; NULL: not quoted"
    )
    under_price = number(
        nullable=True, unit="American odds", meaning="price of the under; NULL: not quoted"
    )
    captured_at = instant(
        nullable=True, unit="UTC", meaning="capture time of these prices; NULL: taken as closing"
    )
    is_alternate = boolean(
        meaning="whether it is not the book's main line of that capture: from the list of"
        " alternates, or further from even money"
    )
    stands = boolean(
        meaning="whether it is in the book's last capture before tip-off; not so for a line from"
        " which the book had moved away"
    )
    opened_at = instant(
        nullable=True,
        unit="UTC",
        meaning="when the line was first captured; NULL where capture times are unknown",
    )
    opening_over_price = number(
        nullable=True, unit="American odds", meaning="over price in the first capture"
    )
    opening_under_price = number(
        nullable=True, unit="American odds", meaning="under price in the first capture"
    )
    opening_line = number(
        nullable=True,
        minimum=0.5,
        maximum=100,
        meaning="the book's first main line of the market; NULL where capture times are unknown",
    )
    suspect = text(
        nullable=True,
        choices=SUSPICIONS,
        meaning="why the prices cannot be right, so that they are never bet on; NULL: no suspicion",
    )


ONE_CAPTURE = ("is_alternate", "capture", "event_id", "player_name")
"""Columns that distinguish one quote of a book's line from another."""
AT_A_BOOK = ("game_id", "player_id", "market", "bookmaker")


@table(schema=PlayerPropOffer, may_be_empty=True)
def player_prop_offer(prop_price: Table, resolved_name: Table, schedule: Table) -> Table:
    """Return the last prices of both sides of each line, for players with a resolved name."""
    prices = placed_quotes(prop_price, resolved_name, schedule)
    quotes = _with_main(_both_sides(prices.filter(~prices.is_pickem)))
    ties = [quotes.place, quotes.capture.desc(), quotes.event_id, quotes.player_name]
    newest = [quotes.quoted_at.desc(), *ties]
    timed = quotes.captured_at.notnull()
    ranked = quotes.mutate(
        last=row_number().over(group_by=[*AT_A_BOOK, "line"], order_by=newest),
        first=row_number().over(
            group_by=[*AT_A_BOOK, "line"], order_by=[~timed, quotes.quoted_at, *ties]
        ),
        first_main=row_number().over(
            group_by=AT_A_BOOK, order_by=[~timed, quotes.place > 0, quotes.quoted_at, *ties]
        ),
        last_quoted_at=quotes.quoted_at.max().over(group_by=[*AT_A_BOOK, "is_listed_alternate"]),
    )
    row = _with_opening(ranked)
    row = row.mutate(is_alternate=row.place > 0, stands=row.quoted_at == row.last_quoted_at)
    row = row.filter(row["last"] == 0)
    stated = [name for name in PlayerPropOffer.columns if name != "suspect"]
    return with_suspicion(row.select(*stated))


def placed_quotes(prop_price: Table, resolved_name: Table, schedule: Table) -> Table:
    """Return the rows of ``prop_price`` captured before tip-off, with their game and player."""
    names = resolved_name.filter(
        (resolved_name.source == PRICES) & resolved_name.player_id.notnull()
    ).select("game_date", "setting", "player_name", "player_id", "game_id")
    tips = schedule.select("game_id", scheduled_at="tip_at")
    prices = prop_price.mutate(setting=setting_of(prop_price))
    prices = prices.join(names, ["game_date", "setting", "player_name"]).join(tips, "game_id")
    prices = prices.mutate(tip=tip_off(prices.scheduled_at, prices.tip_at))
    return prices.filter(before_tip(prices))


def _both_sides(prices: Table) -> Table:
    """Return one row per quote, with the prices of both sides.

    Both prices are from one capture, one event of the feed and one spelling of the name: sides
    quoted at different times are never combined.
    """
    quote = ("game_date", *AT_A_BOOK, "line", *ONE_CAPTURE)
    return prices.group_by(*quote).aggregate(
        name_key=prices.name_key.max(),
        captured_at=prices.captured_at.max(),
        quoted_at=quoted_at(prices).max(),
        over_price=prices.price.max(where=prices.side == "over"),
        under_price=prices.price.max(where=prices.side == "under"),
    )


def _with_main(quotes: Table) -> Table:
    """Add ``place``: 0 for the main line of a book's capture, more for every other line.

    The main line is the one nearest to even money that is not from the list of alternates; lines
    with two prices come before those with one. An impossible pair of prices, such as +130 on both
    sides, often looks the most even: it is the main line only if there is no other.

    The main line keeps place 0 even if the list of alternates repeats it. No other line of that
    list gets place 0, even if a book quotes alternates only.
    """
    one_sided = quotes.over_price.isnull() | quotes.under_price.isnull()
    unevenness = distance_from_even(quotes.over_price, quotes.under_price)
    is_wrong = own_suspicion(quotes.over_price, quotes.under_price).notnull()
    ties = [quotes.line, quotes.event_id, quotes.player_name]
    order = [quotes.is_alternate, is_wrong, one_sided, unevenness, *ties]
    place = row_number().over(group_by=[*AT_A_BOOK, "capture"], order_by=order)
    place = place + quotes.is_alternate.cast("int64")
    quotes = quotes.mutate(place=place).rename(is_listed_alternate="is_alternate")
    return quotes.mutate(place=quotes.place.min().over(group_by=[*AT_A_BOOK, "capture", "line"]))


def _with_opening(ranked: Table) -> Table:
    """Add the opening prices and the opening line, where capture times are known."""
    timed = ranked.captured_at.notnull()
    first = timed & (ranked["first"] == 0)
    opening = timed & (ranked.first_main == 0) & (ranked.place == 0)
    of_line = {"group_by": [*AT_A_BOOK, "line"]}
    return ranked.mutate(
        opened_at=cases((first, ranked.captured_at)).max().over(**of_line),
        opening_over_price=cases((first, ranked.over_price)).max().over(**of_line),
        opening_under_price=cases((first, ranked.under_price)).max().over(**of_line),
        opening_line=cases((opening, ranked.line)).max().over(group_by=AT_A_BOOK),
    )
