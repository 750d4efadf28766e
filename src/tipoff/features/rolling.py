"""Means and deviations over an owner's last games, by one definition for every statistic.

Every window is a difference of two running totals. Totals are of integers (a statistic that is
a fraction is counted in billionths), so a mean is the same number in whatever order, chunk or
engine it was added up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.features.as_of import latest, too_old
from tipoff.kernel.expression import cases, greatest, literal, narrow
from tipoff.kernel.schema import Column, integer, number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ibis.expr.types import Table

GAMES = (3, 5, 10, 20)
WINDOWS = (*(f"last_{games}" for games in GAMES), "season")
BILLION = 1_000_000_000


@dataclass(frozen=True)
class Statistic:
    """A number of each game that is averaged over games.

    ``source`` takes it from a history row as an integer, ``scale`` parts to the unit.
    """

    name: str
    unit: str
    source: Callable[[Table], Any]
    scale: int = 1
    maximum: float = 200
    deviates: bool = False
    """Whether its standard deviation is a feature too."""

    @property
    def totals(self) -> list[str]:
        """The running totals it needs: games with a value, parts, and squared parts."""
        squares = [f"{self.name}_squares"] if self.deviates else []
        return [f"{self.name}_count", f"{self.name}_parts", *squares]

    @property
    def square_scale(self) -> int:
        """Parts of a squared unit; billionths of billionths would overflow."""
        return self.scale**2 if self.scale < BILLION else BILLION


def count_of(name: str, unit: str | None = None, *, deviates: bool = False) -> Statistic:
    """A statistic that is a whole-numbered history column as it stands."""
    return Statistic(name, unit or name, lambda row: row[name], deviates=deviates)


def billionths(values: Any) -> Any:
    """Fractions as integers that may be summed in any order."""
    return (values * BILLION).round().cast("int64")


def rolling_columns(statistics: Iterable[Statistic]) -> dict[str, Column]:
    """The schema of ``rolling``."""
    made: dict[str, Column] = {
        f"games_{window}": integer(minimum=0, unit="games", meaning="games found in the window")
        for window in WINDOWS
    }
    for each in statistics:
        for window in WINDOWS:
            over = f"over {window.replace('_', ' ')}{' games' if window != 'season' else ''}"
            made[f"{each.name}_avg_{window}"] = number(
                nullable=True, minimum=0, maximum=each.maximum, unit=each.unit,
                meaning=f"mean {over}; NULL without a game",
            )  # fmt: skip
            if each.deviates:
                made[f"{each.name}_std_{window}"] = number(
                    nullable=True, minimum=0, maximum=each.maximum, unit=each.unit,
                    meaning=f"sample standard deviation {over}; NULL of fewer than two",
                )  # fmt: skip
    return made


def rolling(coming: Table, history: Table, by: str, statistics: Sequence[Statistic]) -> Table:
    """Means and deviations before each coming game, over the last games and the season.

    Args:
        coming: rows with ``game_id``, ``game_date``, ``season`` and ``by``.
        history: rows with ``game_date``, ``season``, ``by`` and what the statistics read.
        by: whose games: ``player_id`` or ``team_id``.
        statistics: what is averaged.

    Returns:
        One row for each coming row: ``game_id``, ``by`` and ``rolling_columns``.
    """
    sums = _sums(coming, history, by, statistics)
    made = {f"games_{window}": sums[f"games_{window}"].fill_null(0) for window in WINDOWS}
    for window in WINDOWS:
        made |= _moments(sums, statistics, window)
    return sums.select("game_id", by, **made)


def _totalled(statistics: Sequence[Statistic]) -> list[str]:
    return ["games", *(name for each in statistics for name in each.totals)]


def _running_totals(history: Table, by: str, statistics: Sequence[Statistic]) -> Table:
    """For each game of an owner: the sums over it and all his games before it."""
    terms: dict[str, Any] = {"games": literal(1, "int64")}
    for each in statistics:
        parts = each.source(history).cast("int64")
        squares = parts * parts
        if each.scale == BILLION:
            unit = parts.cast("float64") / BILLION
            squares = billionths(unit * unit)
        values = (parts.notnull().cast("int64"), parts.fill_null(0), squares.fill_null(0))
        terms |= dict(zip(each.totals, values, strict=False))
    rows = history.select("game_date", "season", by, **terms)
    so_far = {"group_by": by, "order_by": "game_date", "rows": (None, 0)}
    totals = rows.select(
        "game_date", "season", by,
        **{name: narrow(rows[name].sum().over(**so_far)) for name in terms},
    )  # fmt: skip
    first_of_season = totals.games.min().over(group_by=[by, "season"])
    return totals.mutate(games_before_season=first_of_season - 1)


def _sums(coming: Table, history: Table, by: str, statistics: Sequence[Statistic]) -> Table:
    """What the games of each window add up to: totals at its end less those before its start.

    Returns:
        One row for each coming row: ``game_id``, ``by`` and TOTAL_WINDOW for each total and
        window, NULL where the owner has no game in the window.
    """
    summed = _totalled(statistics)
    totals = _running_totals(history, by, statistics)
    found = latest(coming.select("game_id", "game_date", "season", by), totals, by)
    found = found.join(too_old(coming, history, by), ["game_id", by])
    sums: dict[str, Any] = {}
    for window in WINDOWS:
        before = totals.select(
            **{f"{window}_owner": by}, **{f"{window}_{name}": name for name in summed}
        )
        start = greatest(_games_before(found, window), found.too_old)
        found = found.left_join(
            before, [found[by] == before[f"{window}_owner"], start == before[f"{window}_games"]]
        )
    for window in WINDOWS:
        has_any = found.season == found.last_season if window == "season" else None
        for name in summed:
            total = found[f"last_{name}"] - found[f"{window}_{name}"].fill_null(0)
            sums[f"{name}_{window}"] = total if has_any is None else cases((has_any, total))
    # A view, so that each sum is written once and not at each use.
    return found.select("game_id", by, **sums).view()


def _games_before(found: Table, window: str) -> Any:
    """How many of the owner's games lie before the window."""
    if window == "season":
        return found.last_games_before_season
    return found.last_games - int(window.removeprefix("last_"))


def _moments(sums: Table, statistics: Sequence[Statistic], window: str) -> dict[str, Any]:
    """Each statistic's mean over the window and, if it has one, its standard deviation."""
    made: dict[str, Any] = {}
    for each in statistics:
        count, parts, *squares = (sums[f"{name}_{window}"] for name in each.totals)
        total = parts / each.scale
        made[f"{each.name}_avg_{window}"] = total / count.nullif(0)
        for square in squares:
            spread = square / each.square_scale - total * total / count.nullif(0)
            variance = greatest(spread, 0.0) / (count - 1).nullif(0)
            made[f"{each.name}_std_{window}"] = variance.sqrt()
    return made
