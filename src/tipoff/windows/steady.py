"""Drift check: whether a date's columns have means, spreads and shares of NULL as on dates before.

Each column of each date is compared with the last 30 dates that have rows, and with the dates about
a year before, in the same phase of the last season; matching either is enough. For example, minutes
had daily means of 20.0 to 21.0 (standard deviation 0.3) and a spread among players of 9 over 30
dates. On a date with 225 players the mean may differ by 6 x (0.3 + 9 / 15) = 5.4 from their mean. A
mean of 28 differs by more: the column holds something else.

The first dates after a pause are not compared. On the opening nights of 2021 to 2023, and on the
first date after each all-star break, all players are equally rested: fatigue is rightly constant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import cases, interval, literal, union

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ibis.expr.types import Table

RECENT_DATES = 30
MIN_DATES = 10
"""A date with fewer dates before it is not compared."""
YEAR_BEFORE = (350, 380)
"""The range of days before a date that covers the same phase of the previous season."""
DAYS_BACK = YEAR_BEFORE[1]
MAX_STEPS = 6.0
"""The allowed difference of means: this many times the sum of the standard deviation of the daily
means and the standard error of the date's own mean."""
MAX_MISSING_MORE = 0.3
"""The allowed difference in the share of NULL."""
RESUMED_DATES, MAX_DAYS = 4, 9
"""A date is compared only if it and the four dates before it lie within nine days, so that there is
no pause among them."""
MIN_ROWS = 20
"""With fewer rows on a date, all values of a column may be equal by chance."""


def steady(rows: Table, columns: Iterable[str]) -> Table:
    """Return, for each date and column, whether the column is like on the dates before.

    Args:
        rows: rows with ``game_date``, including dates before those examined.
        columns: names of numeric columns.

    Returns:
        ``game_date``, ``of`` (the column), ``mean``, ``before`` and ``holds``.
    """
    return union(*(_compared(_daily(rows, column), column) for column in columns))


def _daily(rows: Table, column: str) -> Table:
    """Return the date's count, mean, spread and share of NULL."""
    value = rows[column].cast("float64")
    missing = cases((value.isnull(), 1.0), otherwise=0.0)
    return rows.group_by("game_date").aggregate(
        rows=value.count(), mean=value.mean(), spread=value.std(how="pop"), missing=missing.mean()
    )


def _compared(daily: Table, column: str) -> Any:
    """Compare the dates that have enough dates before them and do not follow a pause."""
    row = _with_year_before(_with_recent(daily), daily)
    row = row.filter((row.dates >= MIN_DATES) & (row.days <= MAX_DAYS))
    allowed = MAX_STEPS * (row.step + row.spread_before / row.rows.cast("float64").sqrt())
    near = (row["mean"] - row.before).abs() <= allowed
    near_year = ((row["mean"] - row.year_before).abs() <= allowed).fill_null(False)
    full = (row.missing - row.missing_before).abs() <= MAX_MISSING_MORE
    full_year = ((row.missing - row.missing_year_before).abs() <= MAX_MISSING_MORE).fill_null(False)
    stuck = (row.spread == 0) & (row.spread_before > 0) & (row.rows >= MIN_ROWS)
    empty_as_before = (row.rows == 0) & (full | full_year)
    alive = (near | near_year) & (full | full_year) & ~stuck
    return row.select(
        "game_date", "mean", "before", of=literal(column), holds=empty_as_before | alive
    )


def _with_recent(daily: Table) -> Table:
    """Add the statistics of the last dates that have rows."""
    window = {"rows": (-RECENT_DATES, -1), "order_by": "game_date"}
    started = daily.game_date.min().over(rows=(-RESUMED_DATES, 0), order_by="game_date")
    return daily.mutate(
        days=daily.game_date.delta(started, unit="day"),
        dates=daily.game_date.count().over(**window),
        before=daily["mean"].mean().over(**window),
        step=daily["mean"].std().over(**window).fill_null(0.0),
        spread_before=daily.spread.mean().over(**window).fill_null(0.0),
        missing_before=daily.missing.mean().over(**window),
    )


def _with_year_before(row: Table, daily: Table) -> Table:
    """Add the statistics of the dates about a year before; NULL where there are none."""
    first, last = YEAR_BEFORE
    earlier = daily.select(on="game_date", was="mean", was_missing="missing")
    dates = row.select(own_date="game_date")
    pairs = dates.inner_join(
        earlier,
        [
            earlier.on >= dates.own_date - interval(last),
            earlier.on <= dates.own_date - interval(first),
        ],
    )
    averages = pairs.group_by("own_date").aggregate(
        year_before=pairs.was.mean(), missing_year_before=pairs.was_missing.mean()
    )
    joined = row.left_join(averages, row.game_date == averages.own_date)
    return joined.drop("own_date")
