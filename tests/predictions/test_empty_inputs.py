"""Table functions on Arrow return no rows, or a reason, for inputs without rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conftest import THROUGH
from tipoff.app.pipeline import pipeline

if TYPE_CHECKING:
    from datetime import date

    import pyarrow as pa

    from conftest import World
    from tipoff.kernel.declare.inputs import Input

ON_ARROW = {n: d for n, d in pipeline(catboost=True).tables.items() if d.kind == "Frame"}
READ = {i.name: i for d in ON_ARROW.values() for i in d.inputs if i.kind == "Frame"}
SLATES = 2
"""The number of an input's dates that are passed: too few to train a model."""


@pytest.fixture(scope="module")
def rows(demo_world: World) -> dict[str, pa.Table]:
    """The newest rows that each table holds, with all of their columns."""
    with demo_world.home.reading() as session:
        result = {}
        for name in READ:
            day = session.graph.tables[name].schema.partition()
            newest = f"SELECT DISTINCT {day} FROM {name} WHERE {day} < '{THROUGH}'"
            result[name] = session.arrow(
                f"SELECT * FROM {name} WHERE {day} IN ({newest} ORDER BY {day} DESC LIMIT {SLATES})"
            )
    return result


def _shown(each: Input, rows: dict[str, pa.Table], *, empty: bool) -> pa.Table:
    result = rows[each.name].slice(0, 0) if empty else rows[each.name]
    return result.select(list(each.columns)) if each.columns else result


def _days(rows: dict[str, pa.Table], monthly: bool) -> tuple[date, ...]:
    days = sorted({*rows["player_pool"]["game_date"].to_pylist()})
    return (days[-1],) if monthly else tuple(days)


@pytest.mark.parametrize("name", ON_ARROW)
def test_an_input_without_rows_is_an_answer(name: str, rows: dict[str, pa.Table]) -> None:
    definition = ON_ARROW[name]
    schema = definition.schema
    frames = [each for each in definition.inputs if each.kind == "Frame"]
    days = {i.name: _days(rows, True) for i in definition.inputs if i.kind == "Dates"}
    names = [each.name for each in frames]
    for empty in ([], *([each] for each in names), names):
        shown = {i.name: _shown(i, rows, empty=i.name in empty) for i in frames}
        result = definition.function(**shown, **days, **definition.options)
        assert result.column_names == list(schema.columns)
        if empty == names and "reason" in schema.columns:
            assert None not in result["reason"].to_pylist()
        elif empty == names:
            assert result.num_rows == 0, name
