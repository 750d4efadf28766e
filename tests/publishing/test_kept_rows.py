"""Rows kept by date: a record made from them equals one made from all rows at once."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.publishing_league import AL, BET, BO, CY, game, grade, prediction
from support.table_session import TableSession
from tipoff.predictions.evaluation.graded_rows import GradedRows
from tipoff.publishing.kept_rows import KeptRows
from tipoff.publishing.performance import performance, seasons

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tipoff.publishing.inputs import Inputs

    Made = Callable[..., Inputs]
    World = dict[int, int]

FIRST = date(2025, 1, 1)
SEASON = "2024-25"
WORDS = ("points", "rebounds", "assists")


def _day(number: int) -> date:
    return FIRST + timedelta(number)


def _table(world: World, size: int) -> pa.Table:
    """Return rows of dates, each with the version of its date."""
    rows = [
        (_day(day), WORDS[(day + version + row) % 3], version + row / 8)
        for day, version in world.items()
        for row in range(version % size)
    ]
    days, words, values = zip(*rows, strict=True) if rows else ((), (), ())
    return pa.table(
        {
            "game_date": pa.array(days, pa.date32()),
            "market": pa.array(words, pa.string()).dictionary_encode(),
            "value": pa.array(values, pa.float64()),
        }
    )


def _rows(world: World) -> GradedRows:
    return GradedRows(*(_table(world, size) for size in (2, 3, 5)))


def _row_values(rows: GradedRows) -> list[list[tuple[Any, ...]]]:
    tables = (rows.lines, rows.published, rows.rule_bets)
    return [sorted(tuple(row.values()) for row in table.to_pylist()) for table in tables]


class _Reader:
    """Reads the rows of dates, and remembers the dates that were read."""

    def __init__(self, directory: Path) -> None:
        self._kept = KeptRows(directory)
        self.dates_read: list[int] = []

    def read(self, world: World) -> GradedRows:
        """Return all rows of a world; only those that are not kept are read."""
        self.dates_read = []

        def of_dates(days: Sequence[date]) -> GradedRows:
            self.dates_read = [(day - FIRST).days for day in days]
            return _rows({day: world[day] for day in self.dates_read})

        made_from = {_day(day): str(version) for day, version in world.items()}
        return self._kept.season(SEASON, made_from, of_dates)


WORLDS = st.lists(
    st.dictionaries(st.integers(0, 6), st.integers(0, 9), max_size=6), min_size=1, max_size=5
)


@given(WORLDS)
@settings(max_examples=50)
def test_kept_rows_are_those_read_at_once_and_only_dates_that_changed_are_read(
    worlds: list[World],
) -> None:
    with tempfile.TemporaryDirectory() as directory:
        before: World = {}
        reader = _Reader(Path(directory))
        for world in worlds:
            rows = reader.read(world)
            assert _row_values(rows) == _row_values(_rows(world))
            assert reader.dates_read == [day for day in world if world[day] != before.get(day)]
            before = world


def test_rows_of_earlier_code_may_have_other_columns(tmp_path: Path) -> None:
    KeptRows(tmp_path).season(SEASON, {FIRST: "code one"}, lambda days: _rows({0: 4}))
    tables = (each.append_column("more", each["value"]) for each in (_table({0: 4}, 3),) * 3)
    changed = GradedRows(*tables)
    rows = KeptRows(tmp_path).season(SEASON, {FIRST: "code two"}, lambda days: changed)
    assert _row_values(rows) == _row_values(changed)


@pytest.mark.parametrize("left", [0, 9, 500, None])
def test_a_file_that_is_cut_or_lost_is_made_again(tmp_path: Path, left: int | None) -> None:
    world = {0: 4, 1: 7, 2: 9}
    reader = _Reader(tmp_path)
    reader.read(world)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    path.unlink() if left is None else path.write_bytes(whole[:left])
    assert _row_values(reader.read(world)) == _row_values(_rows(world))
    assert reader.dates_read == [0, 1, 2]
    assert path.read_bytes() == whole
    reader.read(world)
    assert reader.dates_read == []


def test_no_flipped_bit_is_ever_read(tmp_path: Path) -> None:
    """Arrow finds few of them itself: most would be other numbers."""
    world = {0: 4, 1: 7, 2: 9}
    reader = _Reader(tmp_path)
    reader.read(world)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    for place in range(0, len(whole), 61):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        assert _row_values(reader.read(world)) == _row_values(_rows(world))
        assert reader.dates_read == [0, 1, 2]


def test_nothing_is_kept_of_seasons_that_there_are_no_more(tmp_path: Path) -> None:
    reader = _Reader(tmp_path)
    reader.read({0: 4})
    KeptRows(tmp_path).remove_others({SEASON})
    reader.read({0: 4})
    assert reader.dates_read == []
    KeptRows(tmp_path).remove_others({"2025-26"})
    assert not list(tmp_path.iterdir())


def _offer(of: dict[str, Any], player: int, book: str, value: float) -> dict[str, Any]:
    return {
        "game_id": of["game_id"],
        "game_date": of["game_date"],
        "player_id": player,
        "market": "player_points",
        "prediction_time": "before-tip",
        "information": "inactives-known",
        "bookmaker": book,
        "line": 20.5,
        "over_price": 110.0,
        "under_price": -130.0,
        "captured_at": of["tip_at"] - timedelta(minutes=5),
        "over_expected_value": value,
        "under_expected_value": -0.1,
    }


def _play(session: TableSession, days: Iterable[int]) -> None:
    """Add a game with three players' graded predictions and two offers on each of some dates."""
    for number in days:
        of = game(_day(number), f"{number:03}")
        predictions = [
            prediction(of, player, market, 20.0 + number, **BET, captured_at=of["tip_at"])
            for player in (AL, BO, CY)
            for market in ("player_points", "player_rebounds")
        ]
        grades = [
            {
                **grade(row, actual, *_result(actual)),
                "system": "lightgbm",
                "over_price": -115.0,
                "under_price": -105.0,
            }
            for row, actual in zip(predictions, _actual(number), strict=True)
        ]
        session.load("schedule", [of])
        session.load("player_prediction", [{**row, "system": "lightgbm"} for row in predictions])
        session.load("prediction_grade", grades)
        session.load("offer_value", [_offer(of, 11, "a", 0.05), _offer(of, 12, "b", 0.01)])


def _actual(number: int) -> list[int]:
    return [12 + 5 * ((number + place) % 4) for place in range(6)]


def _result(actual: int) -> tuple[str, str]:
    return ("OVER", "HIT") if actual > 20.5 else ("UNDER", "MISS")


def _record(place: Path, inputs: Inputs) -> dict[str, Any]:
    seasons_made = performance(inputs, seasons(inputs), None, KeptRows(place))["seasons"]
    (from_rows,) = orjson.loads(orjson.dumps(seasons_made)).values()
    return {
        name: part for name, part in from_rows.items() if name not in ("generated_at", "inputs")
    }


CHANGES = (
    "UPDATE prediction_grade SET actual = 30, result = 'OVER' WHERE game_id = '001'",
    "UPDATE offer_value SET over_expected_value = 0.04 WHERE game_id = '002'",
    "UPDATE player_prediction SET bet_price = 150 WHERE game_id = '003'",
    "UPDATE schedule SET tip_at = tip_at - INTERVAL 3 HOUR WHERE game_id = '000'",
    "DELETE FROM prediction_grade WHERE game_id = '002'",
)


def test_a_record_from_kept_rows_is_the_one_made_at_once(inputs: Made, tmp_path: Path) -> None:
    session = TableSession()
    _play(session, range(4))
    records = [_record(tmp_path / "kept", inputs(session))]
    _play(session, [4])
    records.append(_record(tmp_path / "kept", inputs(session)))
    for number, change in enumerate(CHANGES):
        session.query(change)
        records.append(_record(tmp_path / "kept", inputs(session)))
        assert records[-1] == _record(tmp_path / f"at once {number}", inputs(session))
    assert all(before != after for before, after in pairwise(records))
    metrics = set(records[1]["scores"]["metric"]["values"])
    assert {"roi", "win_rate", "ece_at_line", "log_loss_at_line"} <= metrics
