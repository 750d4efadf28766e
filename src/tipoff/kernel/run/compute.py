"""From a table function to a query over views that an engine can stage."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tipoff.kernel.declare.expression import compiled, compiler, unbound
from tipoff.kernel.declare.table import Check, Days, Input, TableDefinition, same_day
from tipoff.kernel.errors import DeclarationError
from tipoff.kernel.fingerprints import digest
from tipoff.kernel.run.store import Held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pyarrow as pa
    from ibis.expr.types import Table

    from tipoff.kernel.catalog import Catalog, Entry
    from tipoff.kernel.declare.graph import Graph
    from tipoff.kernel.declare.schema import DataType, Rule
    from tipoff.kernel.engine import Engine
    from tipoff.kernel.plan.plan import State
    from tipoff.kernel.run.store import Store


def held_of(entries: Mapping[date, Entry]) -> dict[date, Held]:
    """Return where the rows of dates lie."""
    return {day: Held(e.file, e.written) for day, e in entries.items() if e.file is not None}


class Computation:
    """Evaluates table functions, rules and checks over the files of a state.

    An expression is compiled once for each fingerprint: its SQL is kept in the catalog, under a
    digest of all that it follows from.
    """

    def __init__(self, graph: Graph, engine: Engine, store: Store, catalog: Catalog) -> None:
        self._graph = graph
        self._engine = engine
        self._store = store
        self._catalog = catalog

    def query(self, state: State, definition: TableDefinition, days: Sequence[date] | None) -> str:
        """Return the SQL of a table's rows and rules over its inputs of the dates (None: any)."""
        self._open(state, definition.tables, days)
        if definition.kind == "Frame":
            rows = self._frame(definition, days or ())
            self._engine.load(f"computed_{definition.name}", rows)
        return self._sql(state, definition, "rows", lambda: self._rows(definition))

    def check(
        self, state: State, definition: TableDefinition, check: Check, days: Sequence[date]
    ) -> tuple[int, int]:
        """Return (rows examined, rows that do not hold) over the dates."""
        self._open(state, dict.fromkeys(check.inputs, same_day), days)
        sql = self._sql(
            state,
            definition,
            check.name,
            lambda: check.function(**{name: self._unbound(name) for name in check.inputs}),
        )
        counted = self._engine.query(
            f"SELECT count(*), count(*) FILTER (holds IS NOT TRUE) FROM ({sql}) AS examined"
        )
        return counted[0][0], counted[0][1]

    def frames(
        self, state: State, inputs: Iterable[Input], days: Sequence[date]
    ) -> dict[str, pa.Table]:
        """Return tables as Arrow, each in the order of its key, over windows of the dates."""
        self._open(state, {each.name: each.days for each in inputs}, days)
        return {each.name: self._arrow(each) for each in inputs}

    def rows_of(self, state: State, definition: TableDefinition, days: Sequence[date]) -> pa.Table:
        """Return a table's own rows of some dates as Arrow, in the order of its key."""
        own = Input(definition.name, "Frame")
        return self.frames(state, [own], days)[definition.name]

    def _sql(
        self, state: State, definition: TableDefinition, part: str, made: Callable[[], Table]
    ) -> str:
        """Return the kept SQL of a part of a table, or else compile its expression now."""
        origin = (
            f"{state.fingerprints[definition.name]} {compiler(self._engine.dialect)}"
            f" {digest(Computation)}"
        )
        kept = self._catalog.query(
            "SELECT sql FROM compiled WHERE table_name = ? AND part = ? AND origin = ?",
            [definition.name, part, origin],
        )
        if kept:
            return str(kept[0][0])
        sql = compiled(made(), self._engine.dialect)
        self._catalog.query(
            "INSERT OR REPLACE INTO compiled VALUES (?, ?, ?, ?)",
            [definition.name, part, origin, sql],
        )
        return sql

    def _open(self, state: State, tables: Mapping[str, Days], days: Sequence[date] | None) -> None:
        for name, window in tables.items():
            within = None
            if days is not None:
                within = (
                    min(days) + timedelta(window.first),
                    max(days) + timedelta(window.last),
                )
            held = held_of(state.contents[name].entries)
            relation = self._store.relation(self._graph.tables[name], held, within=within)
            self._engine.view(f"input_{name}", relation, within)

    def _unbound(self, name: str) -> Table:
        return unbound(f"input_{name}", self._layout(name))

    def _layout(self, name: str) -> dict[str, DataType]:
        if name in self._graph.streams:
            return {**self._graph.streams[name].columns, "payload": "int64"}
        return {n: c.dtype for n, c in self._graph.tables[name].schema.columns.items()}

    def _rows(self, definition: TableDefinition) -> Table:
        """Return the table's rows, with a column for each of its rules."""
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
        arguments: dict[str, Any] = {
            each.name: tuple(days) if each.kind == "Dates" else self._arrow(each)
            for each in definition.inputs
        }
        rows = definition.function(**arguments)
        _compare_columns(definition, rows.column_names)
        return rows

    def _arrow(self, each: Input) -> pa.Table:
        key = _listed(self._graph.tables[each.name].schema.key())
        columns = _listed(each.columns) if each.columns is not None else "*"
        return self._engine.arrow(f'SELECT {columns} FROM "input_{each.name}" ORDER BY {key}')


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
