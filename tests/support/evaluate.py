"""Evaluation of table functions over rows written in a test, without a home."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa

from tipoff.kernel.declare.arrow import arrow_type
from tipoff.kernel.declare.expression import compiled, unbound

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tipoff.kernel.declare.schema import Schema

Row = dict[str, Any]


def evaluated(
    through: Callable[..., Any], inputs: Mapping[str, tuple[type[Schema], Sequence[Row]]]
) -> list[Row]:
    """Return the rows of an expression over its inputs; columns that are not given are NULL."""
    engine = _prepared(through, tuple((name, schema) for name, (schema, _) in inputs.items()))
    engine.begin()
    try:
        for name, (schema, rows) in inputs.items():
            engine.register("rows", _table(schema, rows))
            engine.execute(f'INSERT INTO "{name}" FROM rows')
        return list(engine.sql("EXECUTE expression").to_arrow_table().to_pylist())
    finally:
        engine.rollback()


@cache
def _prepared(
    through: Callable[..., Any], inputs: tuple[tuple[str, type[Schema]], ...]
) -> duckdb.DuckDBPyConnection:
    """Return an engine with an expression prepared over empty inputs.

    Parsing, binding and planning the SQL of a table takes many times as long as computing a few
    rows, so it is done once per function. As the plan must not depend on the rows, optimizers that
    use statistics are turned off.
    """
    engine = duckdb.connect(config={"threads": 1})
    engine.execute("SET disabled_optimizers = 'statistics_propagation,join_order'")
    for name, schema in inputs:
        engine.register("rows", _table(schema, ()))
        engine.execute(f'CREATE TABLE "{name}" AS FROM rows')
    engine.execute(f"PREPARE expression AS {_sql(through, inputs)}")
    return engine


def _sql(through: Callable[..., Any], inputs: tuple[tuple[str, type[Schema]], ...]) -> str:
    types = {
        name: {column: schema.columns[column].dtype for column in schema.columns}
        for name, schema in inputs
    }
    return compiled(
        through(**{name: unbound(name, each) for name, each in types.items()}), "duckdb"
    )


def _table(schema: type[Schema], rows: Sequence[Row]) -> pa.Table:
    fields = [(name, arrow_type(column.dtype)) for name, column in schema.columns.items()]
    return pa.Table.from_pylist(
        [{name: row.get(name) for name, _ in fields} for row in rows], pa.schema(fields)
    )
