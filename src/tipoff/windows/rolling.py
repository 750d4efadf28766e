"""Means and deviations over an owner's last games, by one definition for every statistic.

Every window is a difference of two running totals. Totals are sums of integers (a fractional
statistic is counted in billionths), so a mean is exactly the same in whatever order, chunks or
engine it is summed.

An example. A player's points in five games, with the running totals after each game::

    game            1   2   3   4   5
    points         10  20   0  30  15
    points_parts   10  30  30  60  75
    games           1   2   3   4   5

Before the sixth game, the last three games end at game 5 (total 75) and start after game 2, the
game at which ``games`` is 5 - 3 (total 30). So they add up to 75 - 30 = 45 points in 3 games: the
mean is 15. With the totals of squares (100, 500, 500, 1400, 1625) they have 1625 - 500 = 1125
squared points, so the sample variance is (1125 - 45 * 45 / 3) / 2 = 225 and the deviation 15. The
season's window starts where the season does: after ``games_before_season`` games. A window of ten
starts after "game -5": there is no such row, and a missing total counts as 0.

Games more than a year old (``too_old`` of them) are not used: no window starts before them. So a
date can be computed from a single year's rows, with the same result as from all rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.expressions import cases, greatest, literal, narrow
from tipoff.kernel.declare.schema import Column, integer, number
from tipoff.windows.as_of import in_order, latest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ibis.expr.types import Table

    from tipoff.kernel.declare.schema import Polarity

GAMES = (3, 5, 10, 20)
WINDOWS = (*(f"last_{games}" for games in GAMES), "season")
SPREAD_WINDOWS = ("last_10", "season")
SLOPE_WINDOW = "last_10"
BILLION = 1_000_000_000


@dataclass(frozen=True)
class Statistic:
    """A number per game that is averaged over games.

    ``source`` reads it from a history row as an integer count of parts, ``scale`` parts per unit.
    """

    name: str
    unit: str
    source: Callable[[Table], Any]
    scale: int = 1
    minimum: float = 0
    maximum: float = 200
    polarity: Polarity = "neutral"
    """The polarity of its means and its slope."""
    windows: tuple[str, ...] = WINDOWS
    sparse: bool = False
    """Whether a game may have no value; such a game is left out of the means."""
    has_deviation: bool = False
    """Whether its standard deviation is a feature too, over the last 10 games and the season."""
    has_slope: bool = False
    """Whether its least-squares slope over the last 10 games is a feature; not if it is sparse."""
    has_recent_mean: bool = False
    """Whether the mean of its last-N-games means is a feature: it gives older games less weight."""

    @property
    def count(self) -> str:
        """The name of the running total of games with a value."""
        return f"{self.name}_count" if self.sparse else "games"

    @property
    def totals(self) -> list[str]:
        """The running totals it needs: its parts, and those for its count, spread and slope."""
        needs = {
            self.count: self.sparse,
            f"{self.name}_parts": True,
            f"{self.name}_squares": self.has_deviation,
            f"{self.name}_numbered": self.has_slope,
        }
        return [name for name, needed in needs.items() if needed]

    def needs(self, total: str, window: str) -> bool:
        """Return whether a window needs a given total of this statistic."""
        if total.endswith("_squares"):
            return window in self.spread_windows
        return window == SLOPE_WINDOW or not total.endswith("_numbered")

    @property
    def square_scale(self) -> int:
        """Parts per squared unit; a billionth is not squared, as its square would overflow."""
        return self.scale**2 if self.scale < BILLION else BILLION

    @property
    def spread_windows(self) -> tuple[str, ...]:
        """The windows that have a standard deviation."""
        return tuple(w for w in self.windows if self.has_deviation and w in SPREAD_WINDOWS)

    @property
    def game_windows(self) -> tuple[str, ...]:
        """The windows of the last N games."""
        return tuple(w for w in self.windows if w.startswith("last_"))

    @property
    def columns(self) -> dict[str, Column]:
        """The columns of its means, deviations and slope, by name."""
        columns: dict[str, Column] = {}
        for window in self.windows:
            over = f"over {window.replace('_', ' ')}{' games' if window != 'season' else ''}"
            columns[f"{self.name}_avg_{window}"] = number(
                nullable=True,
                minimum=self.minimum,
                maximum=self.maximum,
                unit=self.unit,
                polarity=self.polarity,
                meaning=f"mean {over}; NULL without a game",
            )
            if window in self.spread_windows:
                columns[f"{self.name}_std_{window}"] = number(
                    nullable=True,
                    minimum=0,
                    maximum=self.maximum,
                    unit=self.unit,
                    meaning=f"sample standard deviation {over}; NULL of fewer than two",
                )
        if self.has_recent_mean:
            columns[f"{self.name}_avg_recent"] = number(
                nullable=True,
                minimum=self.minimum,
                maximum=self.maximum,
                unit=self.unit,
                polarity=self.polarity,
                meaning=f"mean of the means over {', '.join(self.game_windows)} games".replace(
                    "last_", "last "
                ),
            )
        if self.has_slope:
            columns[f"{self.name}_slope_{SLOPE_WINDOW}"] = number(
                nullable=True,
                minimum=-self.maximum,
                maximum=self.maximum,
                unit=f"{self.unit} per game",
                polarity=self.polarity,
                meaning="least-squares slope over last 10 games; NULL of fewer than two",
            )
        return columns


def count_of(name: str, unit: str | None = None, **more: Any) -> Statistic:
    """Return a statistic that is an integer column of the history."""
    return Statistic(name, unit or name, lambda row: row[name], **more)


def rate_of(name: str, unit: str, *, maximum: float, **more: Any) -> Statistic:
    """Return a statistic that is a fractional column of the history, counted in billionths."""
    return Statistic(
        name, unit, lambda row: billionths(row[name]), BILLION, maximum=maximum, **more
    )


def billionths(values: Any) -> Any:
    """Return fractions as integers, whose sum does not depend on their order."""
    return (values * BILLION).round().cast("int64")


def rolling_columns(statistics: Sequence[Statistic]) -> dict[str, Column]:
    """Return the columns that ``rolling`` computes."""
    counts: dict[str, Column] = {
        f"games_{window}": integer(minimum=0, unit="games", meaning="games found in the window")
        for window in _windows(statistics)
    }
    return counts | {n: c for each in statistics for n, c in each.columns.items()}


def rolling(coming: Table, history: Table, by: str, statistics: Sequence[Statistic]) -> Table:
    """Compute means, deviations and slopes before each coming game, over last games and the season.

    Args:
        coming: rows with ``game_id``, ``game_date``, ``season`` and ``by``.
        history: rows with ``game_date``, ``season``, ``by`` and the columns of the statistics.
        by: the column of the owner: ``player_id`` or ``team_id``.
        statistics: the statistics to compute.

    Returns:
        One row for each coming row: ``game_id``, ``by`` and ``rolling_columns``.
    """
    sums = _sums(coming, history, by, statistics)
    columns = {f"games_{w}": sums[f"games_{w}"].fill_null(0) for w in _windows(statistics)}
    for each in statistics:
        for window in each.windows:
            columns |= _mean_and_deviation(sums, each, window)
        if each.has_recent_mean:
            means = [columns[f"{each.name}_avg_{window}"] for window in each.game_windows]
            columns[f"{each.name}_avg_recent"] = sum(means[1:], means[0]) / len(means)
        if each.has_slope:
            columns[f"{each.name}_slope_{SLOPE_WINDOW}"] = _slope(sums, each)
    return sums.select("game_id", by, **columns)


def _windows(statistics: Sequence[Statistic]) -> list[str]:
    return list(dict.fromkeys(window for each in statistics for window in each.windows))


def _running_totals(history: Table, by: str, statistics: Sequence[Statistic]) -> Table:
    """Return, for each game of an owner, the sums over it and all earlier games."""
    numbered = in_order(history, by)
    terms: dict[str, Any] = {"games": literal(1, "int64")}
    for each in statistics:
        terms |= _terms(each, numbered)
    rows = numbered.select("game_date", "season", by, **terms)
    so_far = {"group_by": by, "order_by": "game_date", "rows": (None, 0)}
    totals = rows.select(
        "game_date",
        "season",
        by,
        **{name: narrow(rows[name].sum().over(**so_far)) for name in terms},
    )
    first_of_season = totals.games.min().over(group_by=[by, "season"])
    return totals.mutate(games_before_season=first_of_season - 1)


def _terms(each: Statistic, history: Table) -> dict[str, Any]:
    """Return what one game adds to each running total of a statistic."""
    parts = each.source(history).cast("int64")
    squares = parts * parts
    if each.scale == BILLION:
        unit = parts.cast("float64") / BILLION
        squares = billionths(unit * unit)
    terms = {
        f"{each.name}_count": parts.notnull().cast("int64"),
        f"{each.name}_parts": parts.fill_null(0),
        f"{each.name}_squares": squares.fill_null(0),
        f"{each.name}_numbered": parts * (history.number + 1),
    }
    return {name: terms[name] for name in each.totals}


def _sums(coming: Table, history: Table, by: str, statistics: Sequence[Statistic]) -> Table:
    """Return the sums over the games of each window: totals at its end less those at its start.

    Returns:
        One row for each coming row: ``game_id``, ``by``, ``last_games`` and a column TOTAL_WINDOW
        for each total and window, NULL where the owner has no game in the window.
    """
    totals = _running_totals(history, by, statistics)
    rows = latest(coming.select("game_id", "game_date", "season", by), totals, by)
    sums: dict[str, Any] = {"last_games": rows.last_games}
    for window in _windows(statistics):
        names = _needed_totals(statistics, window)
        before = totals.select(
            **{f"{window}_owner": by}, **{f"{window}_{name}": name for name in names}
        )
        start = greatest(_games_before(rows, window), rows.too_old)
        rows = rows.left_join(
            before, [rows[by] == before[f"{window}_owner"], start == before[f"{window}_games"]]
        )
    for window in _windows(statistics):
        has_any = rows.season == rows.last_season if window == "season" else None
        for name in _needed_totals(statistics, window):
            total = rows[f"last_{name}"] - rows[f"{window}_{name}"].fill_null(0)
            sums[f"{name}_{window}"] = total if has_any is None else cases((has_any, total))
    # A view, so that the SQL has each sum once and not at each use.
    return rows.select("game_id", by, **sums).view()


def _needed_totals(statistics: Sequence[Statistic], window: str) -> list[str]:
    """Return the names of the totals that a window of the statistics needs."""
    needed = ["games"]
    for each in statistics:
        if window in each.windows:
            needed += [n for n in each.totals if each.needs(n, window)]
    return needed


def _games_before(rows: Table, window: str) -> Any:
    """Return how many of the owner's games lie before the window."""
    if window == "season":
        return rows.last_games_before_season
    return rows.last_games - int(window.removeprefix("last_"))


def _mean_and_deviation(sums: Table, each: Statistic, window: str) -> dict[str, Any]:
    """Return a statistic's mean over a window and, where declared, its standard deviation."""
    count = sums[f"{each.count}_{window}"]
    total = sums[f"{each.name}_parts_{window}"] / each.scale
    columns = {f"{each.name}_avg_{window}": total / count.nullif(0)}
    if window in each.spread_windows:
        squares = sums[f"{each.name}_squares_{window}"] / each.square_scale
        deviations = greatest(squares - total * total / count, 0.0)
        columns[f"{each.name}_std_{window}"] = cases((count > 1, (deviations / (count - 1)).sqrt()))
    return columns


def _slope(sums: Table, each: Statistic) -> Any:
    """Return the least-squares slope over the last N games, which have consecutive numbers n.

    It is 12 (N sum(n y) - sum(n) sum(y)) / (N^2 (N^2 - 1)), as N sum(n^2) - sum(n)^2 is
    N^2 (N^2 - 1) / 12 for consecutive n.
    """
    games = sums[f"games_{SLOPE_WINDOW}"]
    numbers_twice = games * (2 * sums.last_games - games + 1)
    parts, numbered = (sums[f"{each.name}_{t}_{SLOPE_WINDOW}"] for t in ("parts", "numbered"))
    rise = 12 * games * numbered - 6 * numbers_twice * parts
    return rise / each.scale / (games * games * (games * games - 1)).nullif(0)
