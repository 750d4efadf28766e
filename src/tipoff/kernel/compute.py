"""From a table function to a query the database can stage."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import DeclarationError
from tipoff.kernel.expression import compiled, unbound
from tipoff.kernel.table import Check, Days, Stream, TableDefinition, same_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa
    from ibis.expr.types import Table

    from tipoff.kernel.engine import Engine
    from tipoff.kernel.graph import Graph
    from tipoff.kernel.schema import DataType, Rule


class Computation:
    """Evaluates table functions, rules and checks over one database."""

    def __init__(self, graph: Graph, engine: Engine) -> None:
        self._graph = graph
        self._engine = engine
        self._queries: dict[str, str] = {}

    def query(self, definition: TableDefinition, days: Sequence[date] | None) -> str:
        """The SQL of a table's rows and rules over its inputs of the dates (None: of any date)."""
        self._open_inputs(definition.tables, days)
        if definition.kind == "Frame":
            self._engine.load(f"computed_{definition.name}", self._frame(definition, days or ()))
            return self._with_rules(definition, self._computed(definition))
        if definition.name not in self._queries:
            arguments = {i.name: self._unbound(i.name) for i in definition.inputs}
            self._queries[definition.name] = self._with_rules(
                definition, definition.function(**arguments)
            )
        return self._queries[definition.name]

    def stream(self, definition: TableDefinition) -> Stream:
        """The stream a raw table is read from."""
        return self._graph.streams[definition.stream or ""]

    def check(self, check: Check, days: Sequence[date]) -> tuple[int, int]:
        """(rows examined, rows that do not hold) over the dates."""
        self._open_inputs(dict.fromkeys(check.inputs, same_day), days)
        examined = check.function(**{name: self._unbound(name) for name in check.inputs})
        sql = compiled(examined, self._engine.dialect)
        counted = self._engine.query(
            f"SELECT count(*), count(*) FILTER (holds IS NOT TRUE) FROM ({sql}) AS examined"
        )
        return counted[0][0], counted[0][1]

    def _open_inputs(self, tables: dict[str, Days], days: Sequence[date] | None) -> None:
        for name, window in tables.items():
            schema = self._graph.tables[name].schema
            columns = ", ".join(f'"{c}"' for c in schema.columns)
            where = "TRUE"
            if days is not None:
                first = min(days) + timedelta(window.first)
                last = max(days) + timedelta(window.last)
                where = f"\"{schema.partition()}\" BETWEEN DATE '{first}' AND DATE '{last}'"
            self._engine.query(
                f'CREATE OR REPLACE TEMP VIEW "input_{name}" AS'
                f' SELECT {columns} FROM main."{name}" WHERE {where}'
            )

    def _unbound(self, name: str) -> Table:
        return unbound(f"input_{name}", self._layout(name))

    def _layout(self, name: str) -> dict[str, DataType]:
        if name in self._graph.streams:
            return {**self._graph.streams[name].columns, "payload": "int64"}
        return {n: c.dtype for n, c in self._graph.tables[name].schema.columns.items()}

    def _computed(self, definition: TableDefinition) -> Table:
        layout = {n: c.dtype for n, c in definition.schema.columns.items()}
        return unbound(f"computed_{definition.name}", layout)

    def _with_rules(self, definition: TableDefinition, rows: Table) -> str:
        _compare_columns(definition, rows.columns)
        if definition.schema.rules:
            rows = rows.mutate(
                **{f"_rule_{r.name}": self._holds(r, rows) for r in definition.schema.rules}
            )
        return compiled(rows, self._engine.dialect)

    def _holds(self, rule: Rule, rows: Table) -> Any:
        return rule.function(rows, *(self._unbound(name) for name in rule.inputs))

    def _frame(self, definition: TableDefinition, days: Sequence[date]) -> pa.Table:
        arguments: dict[str, Any] = {}
        for each in definition.inputs:
            if each.kind == "Dates":
                arguments[each.name] = tuple(days)
            else:
                key = ", ".join(f'"{k}"' for k in self._graph.tables[each.name].schema.key())
                arguments[each.name] = self._engine.arrow(
                    f'SELECT * FROM "input_{each.name}" ORDER BY {key}'
                )
        rows = definition.function(**arguments)
        _compare_columns(definition, rows.column_names)
        return rows


def _compare_columns(definition: TableDefinition, found: Sequence[str]) -> None:
    declared = list(definition.schema.columns)
    missing = [c for c in declared if c not in found]
    extra = [c for c in found if c not in declared]
    if missing or extra:
        raise DeclarationError(
            f"{definition.name}: columns declared but not computed: {missing or 'none'};"
            f" computed but not declared: {extra or 'none'}"
        )
