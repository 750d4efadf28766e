"""Windows over any history against plain Python, and in any order of rows."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from statistics import linear_regression, mean, stdev
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tipoff.kernel.declare.expression import compiled, unbound
from tipoff.windows.as_of import YEAR, last_days, last_games, latest
from tipoff.windows.rolling import Statistic, count_of, rate_of, rolling, rolling_columns

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from ibis.expr.types import Table

    from tipoff.kernel.declare.schema import DataType

OPENING = date(2022, 10, 18)
STATISTICS = (
    count_of("points", has_deviation=True, has_slope=True),
    rate_of("usage", "percent", maximum=100, sparse=True, has_deviation=True),
)
SIZES = {"last_3": 3, "last_5": 5, "last_10": 10, "last_20": 20, "season": 10**6}
Game = tuple[int, int, float | None]
"""Days after the opening, points, and usage in thousandths if it means anything."""
GAMES = st.lists(
    st.tuples(st.integers(0, 500), st.integers(0, 60), st.none() | st.integers(0, 100_000)),
    unique_by=lambda game: game[0],
    max_size=40,
)
LAYOUT: dict[str, DataType] = {
    "game_id": "string",
    "game_date": "date",
    "season": "string",
    "player_id": "int64",
    "points": "int64",
    "usage": "float64",
}
ARROW = pa.schema(
    [
        ("game_id", pa.string()),
        ("game_date", pa.date32()),
        ("season", pa.string()),
        ("player_id", pa.int64()),
        ("points", pa.int64()),
        ("usage", pa.float64()),
    ]
)
CASES = st.lists(st.tuples(GAMES, st.integers(1, 520)), min_size=4, max_size=8)
"""Some histories, each with the day of a coming game: one query for all is faster."""
ENGINE = duckdb.connect(config={"threads": 1})


@cache
def _sql(window: Callable[[Table, Table], Table]) -> str:
    return compiled(window(unbound("coming", LAYOUT), unbound("history", LAYOUT)), "duckdb")


def _seen(
    window: Callable[[Table, Table], Table], games: list[Game], game_day: int
) -> list[dict[str, Any]]:
    """Return a window's row for a coming game; another player's games must not count."""
    return _seen_of(window, [(games, game_day)])


def _seen_of(
    window: Callable[[Table, Table], Table], cases: Sequence[tuple[list[Game], int]]
) -> list[dict[str, Any]]:
    """Return a window's rows, a player for each case; other players' games must not count."""
    coming, history = [], []
    for place, (games, game_day) in enumerate(cases):
        player = 2 * place + 1
        coming += [{**row, "game_id": "coming"} for row in _history([(game_day, 0, None)], player)]
        history += _history(games, player) + _history([(game_day - 1, 99, 1)], player + 1)
    for name, rows in (("coming", coming), ("history", history)):
        ENGINE.register(name, pa.Table.from_pylist(rows, ARROW))
    result = ENGINE.execute(_sql(window))
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _season(day: date) -> str:
    return "2022-23" if day < OPENING + timedelta(250) else "2023-24"


def _history(games: list[Game], player_id: int = 1) -> list[dict[str, Any]]:
    return [
        {
            "game_id": f"{player_id}-{days}",
            "game_date": (day := OPENING + timedelta(days)),
            "season": _season(day),
            "player_id": player_id,
            "points": points,
            "usage": None if usage is None else usage / 1000,
        }
        for days, points, usage in games
    ]


def _rolling(coming: Table, history: Table) -> Table:
    return rolling(coming, history, "player_id", STATISTICS)


def _rolled(games: list[Game], game_day: int) -> dict[str, Any]:
    (row,) = _rolled_of([(games, game_day)])
    return row


def _rolled_of(cases: Sequence[tuple[list[Game], int]]) -> list[dict[str, Any]]:
    """The row of each case, in their order."""
    rows = sorted(_seen_of(_rolling, cases), key=lambda row: int(row["player_id"]))
    assert [row["player_id"] for row in rows] == [2 * n + 1 for n in range(len(cases))]
    return rows


def _expected(games: list[Game], game_day: int) -> dict[str, Any]:
    day = OPENING + timedelta(game_day)
    past = [r for r in _history(sorted(games)) if 1 <= (day - r["game_date"]).days <= YEAR]
    expected: dict[str, Any] = {}
    for window, size in SIZES.items():
        seen = [r for r in past if window != "season" or r["season"] == _season(day)][-size:]
        expected[f"games_{window}"] = len(seen)
        for name in ("points", "usage"):
            values = [r[name] for r in seen if r[name] is not None]
            expected[f"{name}_avg_{window}"] = mean(values) if values else None
            if window in ("last_10", "season"):
                expected[f"{name}_std_{window}"] = stdev(values) if len(values) > 1 else None
        if window == "last_10":
            points = [r["points"] for r in seen]
            slope = linear_regression(range(len(points)), points).slope if len(seen) > 1 else None
            expected["points_slope_last_10"] = slope
    return expected


@settings(max_examples=25, deadline=None)
@given(CASES)
def test_every_window_is_what_plain_python_makes_of_it(cases: list[tuple[list[Game], int]]) -> None:
    for (games, game_day), rolled in zip(cases, _rolled_of(cases), strict=True):
        _assert_expected(rolled, _expected(games, game_day))


def _assert_expected(rolled: dict[str, Any], expected: dict[str, Any]) -> None:
    assert rolled.keys() - {"game_id", "player_id"} == expected.keys()
    for name, value in expected.items():
        near = None if value is None else pytest.approx(value, rel=1e-9, abs=1e-6)
        assert rolled[name] == near, name


@settings(max_examples=8, deadline=None)
@given(CASES, st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(
    cases: list[tuple[list[Game], int]], chance: random.Random
) -> None:
    shuffled = [(chance.sample(games, len(games)), game_day) for games, game_day in cases]
    assert _rolled_of(shuffled) == _rolled_of(cases)


@settings(max_examples=8, deadline=None)
@given(CASES, st.integers(0, 60))
def test_the_day_itself_and_what_follows_is_never_seen(
    cases: list[tuple[list[Game], int]], points: int
) -> None:
    before = [([g for g in games if g[0] < game_day], game_day) for games, game_day in cases]
    after = [
        ([(g[0], points if g[0] >= game_day else g[1], g[2]) for g in games], game_day)
        for games, game_day in cases
    ]
    assert _rolled_of(after) == _rolled_of(before)


def _last_four(coming: Table, history: Table) -> Table:
    return last_games(coming, history, "player_id", 4)


def _last_nine_days(coming: Table, history: Table) -> Table:
    return last_days(coming, history, "player_id", 9)


def _latest(coming: Table, history: Table) -> Table:
    return latest(coming, history, "player_id")


@settings(max_examples=40, deadline=None)
@given(GAMES, st.integers(1, 520))
def test_the_last_games_and_days_are_those(games: list[Game], game_day: int) -> None:
    ages = sorted(game_day - days for days, _, _ in games if 1 <= game_day - days <= YEAR)

    def ages_of(rows: list[dict[str, Any]], column: str = "game_date") -> list[int]:
        return sorted(game_day - (r[column] - OPENING).days for r in rows if r[column])

    assert ages_of(_seen(_last_four, games, game_day)) == ages[:4]
    assert ages_of(_seen(_last_nine_days, games, game_day)) == [a for a in ages if a <= 9]
    assert ages_of(_seen(_latest, games, game_day), "last_game_date") == ages[:1]
    (last_row,) = _seen(_latest, games, game_day)
    assert last_row["too_old"] == sum(game_day - days > YEAR for days, _, _ in games)


def test_the_columns_made_are_the_columns_declared() -> None:
    assert _rolled([], 9).keys() - {"game_id", "player_id"} == set(rolling_columns(STATISTICS))


def test_a_window_that_is_not_requested_is_not_made() -> None:
    one = Statistic(
        "points", "points", lambda row: row.points, windows=("last_5",), has_slope=False
    )
    assert set(rolling_columns([one])) == {"games_last_5", "points_avg_last_5"}
