"""Every table has a worked example, as CONTRIBUTING requires.

A table of a room is tested in ``tests/ROOM/test_TABLE.py``, through ``support.worked_example``,
and that test names each of its columns and each of its row rules.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tipoff.app.pipeline import pipeline

TESTS = Path(__file__).parent
TABLES = pipeline().tables
WORKED = [
    name
    for name, definition in TABLES.items()
    if definition.kind == "Table" or "predictions" not in definition.function.__module__
]
"""All but the tables of models and predictions that are made of arrays: those have tests of
their own in ``tests/predictions``."""
BY_FORMULA = {
    "player_daily_cache",
    "team_daily_cache",
    "player_shot_zone_analysis",
    "player_rates",
    "ml_feature_store",
    "live_prediction",
    "live_breakout",
}
"""Tables whose columns are made by a formula; their tests compare all of them by one too."""


def _source(table: str) -> str:
    room = TABLES[table].function.__module__.split(".")[1]
    path = TESTS / room / f"test_{table}.py"
    assert path.is_file(), f"{table} has no worked example: write {path.relative_to(TESTS.parent)}"
    return path.read_text()


@pytest.mark.parametrize("table", WORKED)
def test_a_table_has_a_worked_example(table: str) -> None:
    source = _source(table)
    assert re.search(r"^def test_", source, re.MULTILINE)
    assert "computed(" in source
    assert f'"{table}"' in source


@pytest.mark.parametrize("table", [name for name in WORKED if name not in BY_FORMULA])
def test_a_worked_example_names_every_column(table: str) -> None:
    words = set(re.findall(r"\w+", _source(table)))
    shared = set(re.findall(r"\w+", (TESTS / "support" / "box_score_rows.py").read_text()))
    if "support.box_score_rows" in _source(table):
        words |= shared
    assert set(TABLES[table].schema.columns) <= words


@pytest.mark.parametrize("table", [name for name in WORKED if TABLES[name].schema.rules])
def test_a_worked_example_breaks_every_rule(table: str) -> None:
    source = _source(table)
    if "support.box_score_rows" in source:
        source += (TESTS / "support" / "box_score_rows.py").read_text()
    for rule in TABLES[table].schema.rules:
        assert f'"{rule.name}"' in source, rule.name
    assert "expect_set_aside" in source
