"""The expressions of tables, where engines would differ."""

from __future__ import annotations

import ibis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.expressions import greatest, least

VALUES = st.none() | st.integers(-5, 5)


@given(one=VALUES, other=VALUES)
def test_an_unknown_value_has_no_extreme(one: int | None, other: int | None) -> None:
    row = ibis.memtable({"one": [one], "other": [other]}, schema={"one": "int64", "other": "int64"})
    extremes = row.select(least=least(row.one, row.other, 3), greatest=greatest(row.one, row.other))
    least_of, greatest_of = (
        (None, None) if one is None or other is None else (min(one, other, 3), max(one, other))
    )
    assert extremes.to_pyarrow().to_pylist() == [{"least": least_of, "greatest": greatest_of}]


@pytest.mark.parametrize("dialect", ["duckdb", "bigquery", "pyspark"])
def test_it_does_not_rest_on_what_an_engine_makes_of_null(dialect: str) -> None:
    row = ibis.table({"one": "int64"}, name="row")
    assert "IS NOT NULL" in ibis.to_sql(row.select(least=least(row.one, 3)), dialect=dialect)
