"""From a table function to a query over views that an engine can stage."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog import CheckResult
from tipoff.kernel.declare.expression import Expressions, compare_columns
from tipoff.kernel.declare.inputs import Days, Input
from tipoff.kernel.run.compiled_sql import CompiledSql

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pyarrow as pa

    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.declare.check import Check
    from tipoff.kernel.declare.graph import Graph
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.engine import Engine
    from tipoff.kernel.plan.state import State
    from tipoff.kernel.run.store import Store


class Computation:
    """Evaluates table functions, rules and checks over the files of a state."""

    def __init__(self, graph: Graph, engine: Engine, store: Store, catalog: Catalog) -> None:
        self._graph = graph
        self._engine = engine
        self._store = store
        self._expressions = Expressions(graph)
        self._compiled = CompiledSql(catalog, graph.compiled_sql, engine.dialect)

    def query(self, state: State, definition: TableDefinition, days: Sequence[date] | None) -> str:
        """Return the SQL of a table's rows and rules over its inputs of the dates (None: any)."""
        self.open(state, definition.tables, days)
        if definition.kind == "Frame":
            rows = self._frame(definition, days or ())
            self._engine.load(f"computed_{definition.name}", rows)
        if not self._expressions.needs_rows(definition):
            return f"SELECT * FROM computed_{definition.name}"
        return self._compiled.get(self._expressions.rows(definition), state.content)

    def check(
        self, state: State, definition: TableDefinition, check: Check, days: Sequence[date]
    ) -> CheckResult:
        """Make a check over the dates; of what does not hold, one fact is kept as an example."""
        self.open(state, dict.fromkeys(check.inputs, Days(-check.days_back, 0)), days)
        sql = self._compiled.get(self._expressions.check(definition, check), state.content)
        facts = f"SELECT * FROM ({sql}) AS fact"
        if check.days_back:
            partition = definition.schema.partition()
            facts += f" WHERE {partition} BETWEEN DATE '{min(days)}' AND DATE '{max(days)}'"
        (counted,) = self._engine.evaluate(
            "SELECT count(*) AS examined, count(CASE WHEN holds IS NOT TRUE THEN 1 END) AS failed"
            f" FROM ({facts}) AS examined"
        ).to_pylist()
        example = self._example(facts) if counted["failed"] else ""
        return CheckResult(
            check.name,
            counted["examined"],
            counted["failed"],
            check.warns,
            check.may_examine_nothing,
            example,
        )

    def _example(self, facts: str) -> str:
        """Return the values of one fact that does not hold."""
        found = self._engine.evaluate(
            f"SELECT * FROM ({facts}) AS examined WHERE holds IS NOT TRUE ORDER BY 1 LIMIT 1"
        )
        (row,) = found.drop_columns(["holds"]).to_pylist()
        return ", ".join(f"{name} {value}" for name, value in row.items())

    def frames(
        self, state: State, inputs: Iterable[Input], days: Sequence[date]
    ) -> dict[str, pa.Table]:
        """Return tables as Arrow, each in the order of its key, over windows of the dates."""
        self.open(state, {each.name: each.days for each in inputs}, days)
        return {each.name: self.arrow(each) for each in inputs}

    def rows_of(self, state: State, definition: TableDefinition, days: Sequence[date]) -> pa.Table:
        """Return a table's own rows of some dates as Arrow, in the order of its key."""
        own = Input(definition.name, "Frame")
        return self.frames(state, [own], days)[definition.name]

    def open(self, state: State, tables: Mapping[str, Days], days: Sequence[date] | None) -> None:
        """Make tables readable as ``input_TABLE``, each over its window of dates (None: any)."""
        for name, window in tables.items():
            within = None
            if days is not None:
                within = (
                    min(days) + timedelta(window.first),
                    max(days) + timedelta(window.last),
                )
            entries = state.contents[name].entries
            relation = self._store.relation(self._graph.tables[name], entries, within=within)
            self._engine.view(f"input_{name}", relation, within)

    def _frame(self, definition: TableDefinition, days: Sequence[date]) -> pa.Table:
        arguments: dict[str, Any] = {
            each.name: tuple(days) if each.kind == "Dates" else self.arrow(each)
            for each in definition.inputs
        }
        if definition.workers:
            arguments[definition.workers] = self._engine.workers
        rows = definition.function(**arguments, **definition.options)
        compare_columns(definition, rows.column_names)
        return rows

    def arrow(self, each: Input) -> pa.Table:
        """Return an opened table as Arrow, in the order of its key."""
        key = _listed(self._graph.tables[each.name].schema.key())
        columns = _listed(each.columns) if each.columns is not None else "*"
        kept = [f'"{name}" IN ({_quoted(among)})' for name, among in each.values]
        where = f" WHERE {' AND '.join(kept)}" if kept else ""
        rows = f'SELECT {columns} FROM "input_{each.name}"{where}'
        return self._engine.arrow(f"{rows} ORDER BY {key}")


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _quoted(values: Iterable[str]) -> str:
    return ", ".join("'{}'".format(value.replace("'", "''")) for value in values)
