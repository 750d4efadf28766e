"""Compute a table's function over rows written in a test, as the engine would, without a home."""

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
    """Return the rows of an expression over its inputs; columns not given are NULL."""
    tables = {name: _table(schema, rows) for name, (schema, rows) in inputs.items()}
    sql = _sql(through, tuple((name, schema) for name, (schema, _) in inputs.items()))
    engine = _engine()
    for name, table in tables.items():
        engine.register(name, table)
    return list(engine.sql(sql).to_arrow_table().to_pylist())


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    """Return one engine for all evaluations."""
    return duckdb.connect(config={"threads": 1})


@cache
def _sql(through: Callable[..., Any], inputs: tuple[tuple[str, type[Schema]], ...]) -> str:
    """Compile an expression: once per function, however often it is evaluated."""
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
