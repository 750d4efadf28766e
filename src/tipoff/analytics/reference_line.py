"""The line each player is compared with: the last one quoted before tip-off, and the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.expression import cases, row_number
from tipoff.kernel.schema import Schema, day, instant, integer, number, text
from tipoff.kernel.table import table

if TYPE_CHECKING:
    from ibis.expr.types import NumericValue, Table

PREFERRED = ("draftkings", "fanduel")
LAST_RESORT = "consensus"


class ReferenceLine(Schema):
    """One player's line in one market of one game."""

    tolerated_share = 0.05  # feeds name players no team has named in its last games
    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player; rows of unknown names go to quarantine")
    name_key = text(meaning="his name in the feed, without accents and suffixes")
    market = text(key=True, meaning="what is bet on, such as player_points")
    bookmaker = text(meaning="the book: DraftKings, FanDuel, others, then consensus")
    line = number(minimum=0.5, maximum=100, meaning="the number to go over or under")
    over_price = number(nullable=True, unit="American odds")
    under_price = number(nullable=True, unit="American odds")
    captured_at = instant(nullable=True, unit="UTC", meaning="NULL: taken as the closing line")
    opening_line = number(nullable=True, minimum=0.5, maximum=100,
                          meaning="the book's first; NULL where captures are unknown")  # fmt: skip
    line_move = number(nullable=True, minimum=-100, maximum=100, meaning="line less opening line")


@table(schema=ReferenceLine, may_be_empty=True)
def reference_line(prop_price: Table, player_pool: Table) -> Table:
    """The last line before tip-off at the most preferred book that has one."""
    pool = player_pool.select("game_id", "game_date", "name_key", "player_id", "tip_at")
    quotes = _both_sides(prop_price).left_join(pool, ["game_date", "name_key"])
    quotes = quotes.filter(
        quotes.captured_at.isnull() | quotes.tip_at.isnull() | (quotes.captured_at < quotes.tip_at)
    )
    player = ["game_date", "name_key", "game_id", "market"]
    main = [quotes.under_price.isnull(), quotes.line]
    best = [_rank(quotes.bookmaker), quotes.bookmaker, quotes.capture.desc(), *main]
    opened = [quotes.captured_at, *main]
    ranked = quotes.mutate(
        place=row_number().over(group_by=player, order_by=best),
        opening_line=cases((quotes.captured_at.notnull(), quotes.line))
        .first()
        .over(group_by=[*player, "bookmaker"], order_by=opened, rows=(None, None)),
    )
    row = ranked.filter(ranked.place == 0)
    return row.mutate(line_move=row.line - row.opening_line).select(*ReferenceLine.columns)


def _both_sides(prop_price: Table) -> Table:
    """One row a quote, with the price of either side."""
    quote = ("game_date", "name_key", "market", "bookmaker", "line", "capture")
    return prop_price.group_by(*quote).aggregate(
        captured_at=prop_price.captured_at.max(),
        over_price=prop_price.price.max(where=prop_price.side == "over"),
        under_price=prop_price.price.max(where=prop_price.side == "under"),
    )


def _rank(bookmaker: NumericValue) -> NumericValue:
    places = [(bookmaker == book, place) for place, book in enumerate(PREFERRED)]
    return cases(*places, (bookmaker == LAST_RESORT, 9), otherwise=len(PREFERRED))
