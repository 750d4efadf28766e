"""Means and deviations over an owner's last games, by one definition for every statistic.

Every window is a difference of two running totals. Totals are of integers (a statistic that is
a fraction is counted in billionths), so a mean is the same number in whatever order, chunk or
engine it was added up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.features.as_of import latest, too_old
from tipoff.kernel.expression import cases, each_of, greatest, literal
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
    totals = _running_totals(history, by, statistics)
    sums = _sums(_window_ends(coming, history, totals, by), totals, by, statistics)
    moments = sums.select("game_id", by, "window", "games", **_moments(sums, statistics))
    made: dict[str, Any] = {}
    for window in WINDOWS:
        within = moments.window == window
        games = moments.games.max(where=within).fill_null(0)
        made[f"games_{window}"] = games
        for name in _moment_names(statistics):
            made[f"{name}_{window}"] = moments[name].max(where=within)
    return moments.group_by("game_id", by).aggregate(**made)


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
        **{name: rows[name].sum().over(**so_far).cast("int64") for name in terms},
    )  # fmt: skip
    first_of_season = totals.games.min().over(group_by=[by, "season"])
    return totals.mutate(games_before_season=first_of_season - 1)


def _window_ends(coming: Table, history: Table, totals: Table, by: str) -> Table:
    """One row for each coming row and window: after how many games it starts and ends.

    ``ends`` is NULL where the owner has no game in the window.
    """
    played = totals.select("game_date", "season", by, "games", "games_before_season")
    at = latest(coming.select("game_id", "game_date", "season", by), played, by)
    at = at.join(too_old(coming, history, by), ["game_id", by])
    at = at.mutate(window=each_of(WINDOWS))
    games = cases(*((at.window == f"last_{g}", g) for g in GAMES))
    in_season = at.window == "season"
    before = cases((in_season, at.last_games_before_season), otherwise=at.last_games - games)
    another_season = in_season & (at.season != at.last_season)
    return at.select(
        "game_id", by, "window",
        starts=greatest(before, at.too_old),
        ends=cases((~another_season, at.last_games)),
    )  # fmt: skip


def _sums(ends: Table, totals: Table, by: str, statistics: Sequence[Statistic]) -> Table:
    """What each window's games add up to: totals at its end less those at its start."""
    summed = _totalled(statistics)
    end = totals.select(end_owner=by, **{f"end_{n}": n for n in summed})
    start = totals.select(start_owner=by, **{f"start_{n}": n for n in summed})
    found = ends.left_join(end, [ends[by] == end.end_owner, ends.ends == end.end_games])
    found = found.left_join(
        start, [found[by] == start.start_owner, found.starts == start.start_games]
    )
    sums = {n: found[f"end_{n}"] - found[f"start_{n}"].fill_null(0) for n in summed}
    # A view, so that each sum is written once and not at each use.
    return found.select("game_id", by, "window", **sums).view()


def _moments(sums: Table, statistics: Sequence[Statistic]) -> dict[str, Any]:
    """Each statistic's mean and, if it has one, its sample standard deviation."""
    made: dict[str, Any] = {}
    for each in statistics:
        count, parts, *squares = (sums[name] for name in each.totals)
        total = parts / each.scale
        made[f"{each.name}_avg"] = total / count.nullif(0)
        for square in squares:
            spread = square / each.square_scale - total * total / count.nullif(0)
            variance = greatest(spread, 0.0) / (count - 1).nullif(0)
            made[f"{each.name}_std"] = variance.sqrt()
    return made


def _moment_names(statistics: Sequence[Statistic]) -> list[str]:
    return [
        f"{each.name}_{moment}"
        for each in statistics
        for moment in (("avg", "std") if each.deviates else ("avg",))
    ]
