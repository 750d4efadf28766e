"""Compute a table's function over rows written in a test, as the engine would, without a home."""

from __future__ import annotations

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
    types = {
        name: {column: schema.columns[column].dtype for column in schema.columns}
        for name, (schema, _) in inputs.items()
    }
    sql = compiled(through(**{name: unbound(name, types[name]) for name in tables}), "duckdb")
    with duckdb.connect() as engine:
        for name, table in tables.items():
            engine.register(name, table)
        return list(engine.sql(sql).to_arrow_table().to_pylist())


def _table(schema: type[Schema], rows: Sequence[Row]) -> pa.Table:
    fields = [(name, arrow_type(column.dtype)) for name, column in schema.columns.items()]
    return pa.Table.from_pylist(
        [{name: row.get(name) for name, _ in fields} for row in rows], pa.schema(fields)
    )
