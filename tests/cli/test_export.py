"""``tipoff export``: the rows of the tables, in files that other programs open."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from pyarrow import parquet

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import World
    from support.cli_runner import Tipoff


def test_the_slate_has_a_row_per_prediction_and_nobody_who_is_out(
    demo_world: World, tipoff: Tipoff
) -> None:
    result = tipoff("export", "slate", "2025-01-15", world=demo_world)
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert len(rows) > 50
    assert {"player_name", "line", "lead_p_over", "expected_value"} <= rows[0].keys()
    assert {row["game_date"] for row in rows} == {"2025-01-15"}


def test_history_has_every_graded_prediction(
    demo_world: World, tipoff: Tipoff, tmp_path: Path
) -> None:
    result = tipoff(
        "export", "history", "--format", "parquet", "--out", tmp_path / "h", world=demo_world
    )
    assert result.exit_code == 0, result.output
    exported = parquet.read_table(tmp_path / "h")
    ((expected,),) = demo_world.query(
        "SELECT count(*) FROM player_prediction JOIN prediction_grade"
        " USING (game_id, player_id, market, prediction_time, information, record, system)"
    )
    assert exported.num_rows == expected > 1000
    key = ["game_id", "player_id", "market", "prediction_time", "record"]
    assert exported.group_by(key).aggregate([]).num_rows == expected, "a prediction stands once"
    assert f"{expected:,} rows" in result.stderr.replace("\n", "")
    rows = exported.to_pylist()
    for row in rows:
        is_pick = row["recommendation"] in ("OVER", "UNDER")
        assert (row["bet_result"] is not None) == (row["units"] is not None) == is_pick
        if row["recommendation"] == "NO_LINE":
            assert row["model_grade"] == row["result"] == "NO_LINE"
            assert {row[n] for n in ("line", "over_price", "bet_price", "expected_value")} == {None}


def test_p_over_is_the_models_chance_of_the_rows_line_in_every_export(
    demo_world: World, tipoff: Tipoff
) -> None:
    exported: dict[str, dict[tuple[str, ...], dict[str, str]]] = {}
    key = ("player_id", "market", "prediction_time", "record", "line")
    for kind in ("slate", "history"):
        result = tipoff("export", kind, "2025-01-14", world=demo_world)
        rows = csv.DictReader(io.StringIO(result.stdout))
        exported[kind] = {tuple(row[n] for n in key): row for row in rows if row["line"]}
    both = exported["slate"].keys() & exported["history"].keys()
    assert len(both) > 20
    for each in both:
        slate, history = exported["slate"][each], exported["history"][each]
        for name in ("p_over", "p_push", "p_under", "model_p_over"):
            assert float(slate[name]) == pytest.approx(float(history[name]), abs=1e-9)


def test_features_of_some_dates_are_those_of_the_store(
    demo_world: World, tipoff: Tipoff, tmp_path: Path
) -> None:
    arguments = ("--from", "2025-01-13", "--to", "2025-01-14", "--format", "parquet")
    result = tipoff("export", "features", *arguments, "--out", tmp_path / "f", world=demo_world)
    assert result.exit_code == 0, result.output
    exported = parquet.read_table(tmp_path / "f")
    rows = demo_world.rows(
        "ml_feature_store", "game_date BETWEEN DATE '2025-01-13' AND DATE '2025-01-14'"
    )
    assert exported.num_rows == len(rows) > 0
    assert set(exported.column_names) == set(rows[0])


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("slate", "1999-01-01"), "nothing is predicted of these dates"),
        (("history", "1999-01-01"), "there is no history of these dates"),
        (("slate", "--out", "/nowhere/at/all.csv"), "is not a directory"),
        (("slate", "--out", "/"), "/ is a directory: name a file in it, such as /slate.csv"),
        (("players",), "no export 'players'"),
        (("slate", "--format", "pdf"), "no format 'pdf'"),
    ],
)
def test_what_cannot_be_exported_is_reported(
    demo_world: World, tipoff: Tipoff, arguments: tuple[str, ...], why: str
) -> None:
    result = tipoff("export", *arguments, world=demo_world)
    assert result.exit_code == 2
    assert why in result.stderr
