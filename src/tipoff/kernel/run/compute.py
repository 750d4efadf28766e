"""Turn table functions, rules and checks into queries, and evaluate them with an engine."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
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
    """Evaluates table functions, rules and checks over the files that a state names."""

    def __init__(self, graph: Graph, engine: Engine, store: Store, catalog: Catalog) -> None:
        self._graph = graph
        self._engine = engine
        self._store = store
        self._expressions = Expressions(graph)
        self._compiled = CompiledSql(catalog, graph.compiled_sql, engine.dialect)

    def query(self, state: State, definition: TableDefinition, days: Sequence[date] | None) -> str:
        """Open a table's inputs for some dates (None: all), and return the SQL of its rows.

        The SQL yields the table's columns and a boolean column for each of its rules. The function
        of a frame is called first, and its rows are loaded.
        """
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
        """Make a check over some dates; the result has an example of a fact that does not hold."""
        self.open(state, dict.fromkeys(check.inputs, Days(-check.days_back, 0)), days)
        sql = self._compiled.get(self._expressions.check(definition, check), state.content)
        facts = f"SELECT * FROM ({sql}) AS fact"
        if check.days_back:
            partition = definition.schema.partition()
            facts += f" WHERE {partition} BETWEEN DATE '{min(days)}' AND DATE '{max(days)}'"
        (counts,) = self._engine.evaluate(
            "SELECT count(*) AS examined, count(CASE WHEN holds IS NOT TRUE THEN 1 END) AS failed"
            f" FROM ({facts}) AS examined"
        ).to_pylist()
        example = self._example(facts) if counts["failed"] else ""
        return CheckResult(
            check.name,
            counts["examined"],
            counts["failed"],
            check.warns,
            check.may_examine_nothing,
            example,
        )

    def _example(self, facts: str) -> str:
        """Return one fact that does not hold, as text: each column's name and value."""
        rows = self._engine.evaluate(
            f"SELECT * FROM ({facts}) AS examined WHERE holds IS NOT TRUE ORDER BY 1 LIMIT 1"
        )
        (row,) = rows.drop_columns(["holds"]).to_pylist()
        return ", ".join(f"{name} {_shown(value)}" for name, value in row.items())

    def frames(
        self, state: State, inputs: Iterable[Input], days: Sequence[date]
    ) -> dict[str, pa.Table]:
        """Return tables as Arrow, each over its window of the dates and in the order of its key."""
        self.open(state, {each.name: each.days for each in inputs}, days)
        return {each.name: self.arrow(each) for each in inputs}

    def rows_of(self, state: State, definition: TableDefinition, days: Sequence[date]) -> pa.Table:
        """Return a table's rows of some dates as Arrow, in the order of its key."""
        own = Input(definition.name, "Frame")
        return self.frames(state, [own], days)[definition.name]

    def open(self, state: State, tables: Mapping[str, Days], days: Sequence[date] | None) -> None:
        """Make tables readable as ``input_TABLE``, each over its window of the dates.

        If ``days`` is None, all dates are readable.
        """
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

    def arrow(self, source: Input) -> pa.Table:
        """Return the rows of an opened input as Arrow, in the order of the table's key."""
        key = _listed(self._graph.tables[source.name].schema.key())
        columns = _listed(source.columns) if source.columns is not None else "*"
        conditions = [f'"{name}" IN ({_quoted(values)})' for name, values in source.values]
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        rows = f'SELECT {columns} FROM "input_{source.name}"{where}'
        return self._engine.arrow(f"{rows} ORDER BY {key}")


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _quoted(values: Iterable[str]) -> str:
    return ", ".join("'{}'".format(value.replace("'", "''")) for value in values)


def _shown(value: Any) -> str:
    """Return a value as text, a fraction with six digits."""
    return f"{value:.6g}" if isinstance(value, float | Decimal) else str(value)
