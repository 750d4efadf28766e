"""Each player's context before tip-off: load, teammates out, line and changes of team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.teammates import TEAMMATES, recent_form, teammates
from tipoff.domain.markets import POINTS
from tipoff.expressions import cases, greatest
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, boolean, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.windows.as_of import YEAR, days_between, in_order, last_days, latest

if TYPE_CHECKING:
    from ibis.expr.types import Table

LONG_ABSENCE_DAYS = 14


class UpcomingPlayerGameContext(Schema, columns=TEAMMATES):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")
    days_since_played = integer(
        nullable=True,
        minimum=1,
        maximum=YEAR,
        unit="days",
        meaning="days since the last appearance; NULL without one within a year",
    )
    games_last_7_days = integer(
        minimum=0,
        maximum=7,
        unit="games",
        polarity="lower helps",
        meaning="games played in the 7 days before",
    )
    games_last_14_days = integer(
        minimum=0,
        maximum=14,
        unit="games",
        polarity="lower helps",
        meaning="games played in the 14 days before",
    )
    minutes_last_7_days = number(
        minimum=0,
        maximum=400,
        unit="minutes",
        polarity="lower helps",
        meaning="minutes played in the 7 days before",
    )
    minutes_last_14_days = number(
        minimum=0,
        maximum=800,
        unit="minutes",
        polarity="lower helps",
        meaning="minutes played in the 14 days before",
    )
    back_to_backs_last_14_days = integer(
        minimum=0,
        maximum=13,
        unit="games",
        polarity="lower helps",
        meaning="games played on the second of two nights in a row",
    )
    games_since_long_absence = integer(
        nullable=True,
        minimum=0,
        maximum=YEAR,
        unit="games",
        meaning="games since an absence of 14 days or more; 0: still absent; NULL without games",
    )
    games_since_trade = integer(
        nullable=True,
        minimum=0,
        maximum=YEAR,
        unit="games",
        meaning="games with the new team; NULL without a change of team in a year",
    )
    points_line = number(
        nullable=True,
        minimum=0.5,
        maximum=100,
        unit="points",
        meaning="the reference line; NULL without one",
    )
    points_opening_line = number(
        nullable=True,
        minimum=0.5,
        maximum=100,
        unit="points",
        meaning="the book's first line; NULL where capture times are unknown",
    )
    points_line_move = number(
        nullable=True,
        minimum=-100,
        maximum=100,
        unit="points",
        polarity="higher helps",
        meaning="line less opening line",
    )
    has_points_line = boolean(meaning="whether there is a reference line")


@table(
    schema=UpcomingPlayerGameContext,
    reads={"player_game_summary": past(YEAR)},
    may_be_empty="at first",
)
def upcoming_player_game_context(
    player_pool: Table, player_game_summary: Table, reference_line: Table
) -> Table:
    """Compute load, changes of team, teammates out at either prediction time, and the line."""
    keys = ["game_id", "player_id"]
    row = _rest_and_load(player_pool, player_game_summary)
    member = player_pool.join(row.select(*keys, "days_since_played"), keys)
    member = member.join(recent_form(player_pool, player_game_summary), keys)
    row = row.join(teammates(member), keys).left_join(_points_line(reference_line), keys)
    row = row.drop("game_id_right", "player_id_right")
    return row.mutate(has_points_line=row.points_line.notnull()).select(
        *UpcomingPlayerGameContext.columns
    )


def _points_line(reference_line: Table) -> Table:
    points = reference_line.filter(reference_line.market == POINTS.key)
    return points.select(
        "game_id",
        "player_id",
        points_line="line",
        points_opening_line="opening_line",
        points_line_move="line_move",
    )


def _rest_and_load(player_pool: Table, player_game_summary: Table) -> Table:
    """Compute days since the last game, load, and games since a long absence or a trade.

    A player with games 20, 18, 4 and 2 days ago was absent for 14 days before the last two: two
    games since a long absence. A player who last played 14 days ago is still absent: 0.
    """
    coming = player_pool.select("game_id", "game_date", "player_id", "team_id")
    played = _appearances(player_game_summary)
    at = latest(coming, played, "player_id")
    loads = _loads(coming, played)
    at = at.left_join(loads, [at.game_id == loads.for_game_id, at.player_id == loads.for_owner])
    away = days_between(at.last_game_date, at.game_date)
    since = at.last_number + 1
    trade = at.last_trade_number
    return at.select(
        "game_id",
        "game_date",
        "player_id",
        days_since_played=away,
        **{name: at[name].fill_null(0) for name in LOADS},
        games_since_long_absence=cases(
            (away >= LONG_ABSENCE_DAYS, 0),
            otherwise=since - greatest(at.last_return_number, at.too_old),
        ),
        games_since_trade=cases(
            (at.last_team_id != at.team_id, 0),
            # A trade counts only if the game before it is also within the year: otherwise the
            # result would depend on how far back the rows read happen to reach.
            (trade > at.too_old, since - trade),
        ),
    )


LOADS = (
    "games_last_7_days",
    "games_last_14_days",
    "minutes_last_7_days",
    "minutes_last_14_days",
    "back_to_backs_last_14_days",
)


def _appearances(player_game_summary: Table) -> Table:
    """Return each appearance with the numbers of the last return and of the last change of team."""
    played = player_game_summary.select("game_date", "player_id", "team_id", "seconds")
    numbered = in_order(played, "player_id")
    so_far = {"group_by": "player_id", "order_by": "game_date"}
    gap = days_between(numbered.game_date.lag().over(**so_far), numbered.game_date)
    moved = numbered.team_id != numbered.team_id.lag().over(**so_far)
    numbered = numbered.mutate(
        back_to_back=(gap == 1).fill_null(False),
        returned=cases((gap.fill_null(YEAR) >= LONG_ABSENCE_DAYS, numbered.number)),
        moved=cases((moved, numbered.number)),
    )
    return numbered.mutate(
        return_number=numbered.returned.max().over(**so_far, rows=(None, 0)),
        trade_number=numbered.moved.max().over(**so_far, rows=(None, 0)),
    ).drop("number", "returned", "moved")


def _loads(coming: Table, played: Table) -> Table:
    recent = last_days(coming, played, "player_id", 14)
    week = days_between(recent.game_date, recent.for_date) <= 7
    return recent.group_by("for_game_id", "for_owner").aggregate(
        games_last_7_days=week.sum().cast("int64"),
        games_last_14_days=recent.count(),
        minutes_last_7_days=recent.seconds.sum(where=week) / 60,
        minutes_last_14_days=recent.seconds.sum() / 60,
        back_to_backs_last_14_days=recent.back_to_back.sum().cast("int64"),
    )
