"""From a table function to a query the database can stage."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import DeclarationError
from tipoff.kernel.expression import compiled, compiler, unbound
from tipoff.kernel.fingerprint import digest
from tipoff.kernel.table import Check, Days, TableDefinition, same_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pyarrow as pa
    from ibis.expr.types import Table

    from tipoff.kernel.engine import Engine
    from tipoff.kernel.graph import Graph
    from tipoff.kernel.schema import DataType, Rule


class Computation:
    """Evaluates table functions, rules and checks over one database.

    An expression is compiled once for each fingerprint: its SQL is kept in the database, under
    a digest of all that it follows from.
    """

    def __init__(self, graph: Graph, engine: Engine, fingerprints: Mapping[str, str]) -> None:
        self._graph = graph
        self._engine = engine
        self._fingerprints = fingerprints

    def query(self, definition: TableDefinition, days: Sequence[date] | None) -> str:
        """The SQL of a table's rows and rules over its inputs of the dates (None: of any date)."""
        self._open_inputs(definition.tables, days)
        if definition.kind == "Frame":
            self._engine.load(f"computed_{definition.name}", self._frame(definition, days or ()))
        return self._sql(definition, "rows", lambda: self._rows(definition))

    def check(
        self, definition: TableDefinition, check: Check, days: Sequence[date]
    ) -> tuple[int, int]:
        """(rows examined, rows that do not hold) over the dates."""
        self._open_inputs(dict.fromkeys(check.inputs, same_day), days)
        sql = self._sql(
            definition,
            check.name,
            lambda: check.function(**{name: self._unbound(name) for name in check.inputs}),
        )
        counted = self._engine.query(
            f"SELECT count(*), count(*) FILTER (holds IS NOT TRUE) FROM ({sql}) AS examined"
        )
        return counted[0][0], counted[0][1]

    def _sql(self, definition: TableDefinition, part: str, made: Callable[[], Table]) -> str:
        """The kept SQL of a part of a table, or else that of the expression made now."""
        name = definition.name
        origin = (
            f"{self._fingerprints[name]} {compiler(self._engine.dialect)} {digest(Computation)}"
        )
        where = f"table_name = '{name}' AND part = '{part}'"
        kept = self._engine.query(
            f"SELECT sql FROM kernel.compiled WHERE {where} AND origin = '{origin}'"
        )
        if kept:
            return str(kept[0][0])
        sql = compiled(made(), self._engine.dialect)
        self._engine.query(f"DELETE FROM kernel.compiled WHERE {where}")
        self._engine.query(
            "INSERT INTO kernel.compiled VALUES (?, ?, ?, ?)", [name, part, origin, sql]
        )
        return sql

    def _open_inputs(self, tables: dict[str, Days], days: Sequence[date] | None) -> None:
        for name, window in tables.items():
            schema = self._graph.tables[name].schema
            columns = _listed(schema.columns)
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

    def _rows(self, definition: TableDefinition) -> Table:
        """The table's rows, with a column for each of its rules."""
        if definition.kind == "Frame":
            rows = unbound(f"computed_{definition.name}", self._layout(definition.name))
        else:
            rows = definition.function(**{i.name: self._unbound(i.name) for i in definition.inputs})
        _compare_columns(definition, rows.columns)
        rules = definition.schema.rules
        held: Table = rows.mutate(**{f"_rule_{r.name}": self._holds(r, rows) for r in rules})
        return held

    def _holds(self, rule: Rule, rows: Table) -> Any:
        return rule.function(rows, *(self._unbound(name) for name in rule.inputs))

    def _frame(self, definition: TableDefinition, days: Sequence[date]) -> pa.Table:
        arguments: dict[str, Any] = {}
        for each in definition.inputs:
            if each.kind == "Dates":
                arguments[each.name] = tuple(days)
            else:
                key = _listed(self._graph.tables[each.name].schema.key())
                columns = _listed(each.columns) if each.columns is not None else "*"
                arguments[each.name] = self._engine.arrow(
                    f'SELECT {columns} FROM "input_{each.name}" ORDER BY {key}'
                )
        rows = definition.function(**arguments)
        _compare_columns(definition, rows.column_names)
        return rows


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _compare_columns(definition: TableDefinition, found: Sequence[str]) -> None:
    declared = list(definition.schema.columns)
    missing = [c for c in declared if c not in found]
    extra = [c for c in found if c not in declared]
    if missing or extra:
        raise DeclarationError(
            f"{definition.name}: columns declared but not computed: {missing or 'none'};"
            f" computed but not declared: {extra or 'none'}"
        )
