"""Each game's last known spread and total, and the opening ones.

Models read this table, so it must show no more than a prediction could know. Replays are made as of
half an hour before tip-off, so for a finished game only quotes captured by then count. For a game
without a result every quote from before tip-off counts, since it exists when the live prediction
is made. A closing quote without a capture time always counts.

For example, a book quotes -3 and 225 five hours before tip-off, -4.5 and 228.5 one hour before, and
-9 ten minutes before. The row of the finished game has -4.5 and 228.5, with the opening -3 and 225.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.quotes import before_tip, book_rank, quoted_at, tip_off
from tipoff.domain.prediction_time import PredictionTime
from tipoff.expressions import cases, coalesce, literal, row_number
from tipoff.kernel.declare.schema import Schema, day, instant, number, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue, Table


class GameLine(Schema):
    """One game at one book: the most preferred with both spread and total, else with either."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    bookmaker = text(meaning="the book, by preference: DraftKings, FanDuel, others, consensus")
    captured_at = instant(
        nullable=True,
        unit="UTC",
        meaning="at least half an hour before tip-off; for a game without a result, any time before"
        " tip-off; NULL: taken as closing",
    )
    home_spread = number(
        nullable=True,
        minimum=-60,
        maximum=60,
        unit="points",
        meaning="points that the home team gives (negative) or gets (positive)",
    )
    home_spread_open = number(
        nullable=True, minimum=-60, maximum=60, unit="points", meaning="the book's first spread"
    )
    total = number(
        nullable=True,
        minimum=120,
        maximum=320,
        unit="points",
        meaning="points of both teams together",
    )
    total_open = number(
        nullable=True, minimum=120, maximum=320, unit="points", meaning="the book's first total"
    )
    home_price = number(nullable=True, unit="American odds", meaning="moneyline of the home team")
    away_price = number(nullable=True, unit="American odds", meaning="moneyline of the away team")


@table(schema=GameLine, may_be_empty=True)
def game_line(schedule: Table, feed_game: Table, game_price: Table) -> Table:
    """Choose each game's last known quote at the most preferred book."""
    games = schedule.select("game_id", "game_date", "is_final", scheduled_at="tip_at")
    quotes = games.join(_placed(game_price, feed_game), ["game_id", "game_date"])
    quotes = quotes.mutate(tip=tip_off(quotes.scheduled_at, quotes.tip_at))
    quotes = quotes.filter(_is_known(quotes)).mutate(quoted_at=quoted_at(quotes))
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


def _is_known(quotes: Table) -> BooleanValue:
    """Return whether a quote existed when the prediction before tip-off was made."""
    late = quotes.captured_at > quotes.tip - literal(PredictionTime.BEFORE_TIP.before)
    return before_tip(quotes) & ~(quotes.is_final & late.fill_null(False))


def _placed(game_price: Table, feed_game: Table) -> Table:
    """Return the quotes with their game, home and away exchanged where the feed swaps them."""
    teams = ["game_date", "home_team_name", "away_team_name"]
    games = feed_game.filter(feed_game.game_id.notnull()).select(*teams, "game_id", "is_swapped")
    row = game_price.join(games, teams)
    spreads = {
        name: cases((row.is_swapped, 0 - row[name]), otherwise=row[name])
        for name in ("home_spread", "home_spread_open")
    }
    return row.mutate(
        **spreads,
        home_price=cases((row.is_swapped, row.away_price), otherwise=row.home_price),
        away_price=cases((row.is_swapped, row.home_price), otherwise=row.away_price),
    )
