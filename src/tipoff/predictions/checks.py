"""Checks of predictions before they are published, and of whether live ones can be graded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.expressions import cases, greatest
from tipoff.kernel.declare.check import examining
from tipoff.windows.steady import MIN_DATES, RECENT_DATES

if TYPE_CHECKING:
    from ibis.expr.types import Table

MIN_PICKS, ONE_SIDED = 10, 0.95
"""Minimum picks of a date for the check, and the share on one side that is reported."""
MIN_RELATIVE_LINE_SHARE = 0.5
"""Minimum share of rows with a line, relative to the mean of the dates before."""


@examining(may_be_nothing=True)
def picks_are_on_both_sides(player_outlook: Table) -> Table:
    """Return whether fewer than 95 % of each date's picks are on one side."""
    side = player_outlook.recommendation
    picks = player_outlook.group_by("game_date", "prediction_time").aggregate(
        over=cases((side == "OVER", 1), otherwise=0).sum(),
        under=cases((side == "UNDER", 1), otherwise=0).sum(),
    )
    picks = picks.filter(picks.over + picks.under >= MIN_PICKS)
    share = greatest(picks.over, picks.under) / (picks.over + picks.under)
    return picks.mutate(holds=share < ONE_SIDED)


@examining(days_back=2 * RECENT_DATES, may_be_nothing=True)
def lines_are_like_before(player_outlook: Table) -> Table:
    """Return whether each date's share of lines is at least half that of the dates before."""
    line = cases((player_outlook.line.isnull(), 0.0), otherwise=1.0)
    daily = player_outlook.group_by("game_date").aggregate(with_line=line.mean())
    before = {"rows": (-RECENT_DATES, -1), "order_by": "game_date"}
    daily = daily.mutate(
        before=daily.with_line.mean().over(**before), dates=daily.game_date.count().over(**before)
    )
    daily = daily.filter(daily.dates >= MIN_DATES)
    holds = daily.with_line >= MIN_RELATIVE_LINE_SHARE * daily.before
    return daily.select("game_date", "with_line", "before", holds=holds)


@examining(may_be_nothing=True)
def live_games_are_scheduled(
    live_prediction: Table, schedule: Table, prediction_grade: Table
) -> Table:
    """Return whether each live-predicted game is in the schedule, or graded as moved.

    Otherwise its schedule is missing, and nothing can be graded until it is back.
    """
    game = ["game_date", "game_id"]
    known_games = schedule.select(game).union(prediction_grade.select(game)).distinct()
    games = live_prediction.select(game).distinct()
    joined = games.left_join(known_games.mutate(there=True), game)
    return joined.select(*game, holds=joined.there.fill_null(False))
