"""The market's view of each game: the last spread and total before tip-off, and the opening ones.

Of one game a book may have quoted -3 and 225 five hours before tip-off, -4.5 and 228.5 one hour
before, and -9 after tip-off: the row says -4.5 and 228.5 with an opening of -3 and 225.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.quotes import before_tip, book_rank, quoted_at, tip_off
from tipoff.expressions import cases, coalesce, row_number
from tipoff.kernel.declare.schema import Schema, day, instant, number, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from ibis.expr.types import Table


class GameLine(Schema):
    """One game, at the most preferred book that has both spread and total."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    bookmaker = text(meaning="the book: DraftKings, FanDuel, others, then consensus")
    captured_at = instant(
        nullable=True, unit="UTC", meaning="before tip-off; NULL: taken as closing"
    )
    home_spread = number(
        nullable=True,
        minimum=-60,
        maximum=60,
        unit="points",
        meaning="points the home team gives (negative) or gets",
    )
    home_spread_open = number(
        nullable=True, minimum=-60, maximum=60, unit="points", meaning="the book's first"
    )
    total = number(
        nullable=True, minimum=120, maximum=320, unit="points", meaning="points of both teams"
    )
    total_open = number(
        nullable=True, minimum=120, maximum=320, unit="points", meaning="the book's first"
    )
    home_price = number(nullable=True, unit="American odds", meaning="to win at home")
    away_price = number(nullable=True, unit="American odds", meaning="to win on the road")


@table(schema=GameLine, may_be_empty=True)
def game_line(schedule: Table, feed_game: Table, game_price: Table) -> Table:
    """Choose each game's last quote before tip-off at the most preferred book."""
    games = schedule.select("game_id", scheduled_at="tip_at")
    quotes = games.join(_placed(game_price, feed_game), "game_id")
    quotes = quotes.mutate(tip=tip_off(quotes.scheduled_at, quotes.tip_at))
    quotes = quotes.filter(before_tip(quotes)).mutate(quoted_at=quoted_at(quotes))
    at_a_book = ["game_id", "bookmaker"]
    timed = quotes.captured_at.notnull()
    ties = [quotes.capture.desc(), quotes.is_swapped]
    ranked = quotes.mutate(
        last=row_number().over(group_by=at_a_book, order_by=[quotes.quoted_at.desc(), *ties]),
        first=row_number().over(group_by=at_a_book, order_by=[~timed, quotes.quoted_at, *ties]),
    )
    opening = ranked.captured_at.notnull() & (ranked["first"] == 0)
    row = ranked.mutate(
        **{
            f"{name}_open": coalesce(
                ranked[f"{name}_open"],
                cases((opening, ranked[name])).max().over(group_by=at_a_book),
            )
            for name in ("home_spread", "total")
        }
    )
    row = row.filter(row["last"] == 0)
    order = [row.home_spread.isnull() | row.total.isnull(), book_rank(row.bookmaker), row.bookmaker]
    row = row.mutate(place=row_number().over(group_by="game_id", order_by=order))
    return row.filter(row.place == 0).select(*GameLine.columns)


def _placed(game_price: Table, feed_game: Table) -> Table:
    """Return the quotes with their game, turned where the feed has the teams swapped."""
    teams = ["game_date", "home_team_name", "away_team_name"]
    games = feed_game.filter(feed_game.game_id.notnull()).select(*teams, "game_id", "is_swapped")
    row = game_price.join(games, teams)
    turned = {
        name: cases((row.is_swapped, 0 - row[name]), otherwise=row[name])
        for name in ("home_spread", "home_spread_open")
    }
    return row.mutate(
        **turned,
        home_price=cases((row.is_swapped, row.away_price), otherwise=row.home_price),
        away_price=cases((row.is_swapped, row.home_price), otherwise=row.away_price),
    )
