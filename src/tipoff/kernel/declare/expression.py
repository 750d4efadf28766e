"""The Ibis expressions of tables and checks, and their compilation to SQL.

Ibis is imported only when an expression is built: a plan builds none, and a run builds only those
whose SQL is not compiled yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import DeclarationError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ibis.expr.types import Table

    from tipoff.kernel.declare.check import Check
    from tipoff.kernel.declare.graph import Graph
    from tipoff.kernel.declare.schema import DataType, Rule
    from tipoff.kernel.declare.table import TableDefinition

ROWS = "rows"
"""The name of the part of a table's SQL that yields its rows; the other parts are its checks."""


def unbound(name: str, columns: Mapping[str, DataType]) -> Table:
    """Return a table with a name and columns that belongs to no database."""
    import ibis

    return ibis.table(dict(columns), name=name)


def compiled(table: Table, dialect: str, *, pretty: bool = False) -> str:
    """Return a table's query in a dialect of SQL."""
    import ibis

    if dialect == "pyspark":
        _know_options_of_spark()
    return str(ibis.to_sql(_columns_kept(table), dialect=dialect, pretty=pretty))


def _columns_kept(table: Table) -> Table:
    """Return the table with each ``drop`` of columns written as a ``select`` of the others.

    Ibis merges a ``select`` with the operations around it, and writes one that is read several
    times only once. It does neither with a ``drop``: everything below it would be computed again
    for each reader.
    """
    from ibis.expr.operations import DropColumns, Node, Project

    def chosen(node: Node, changed: Mapping[str, Any] | None) -> Node:
        node = node.__recreate__(changed) if changed else node
        return Project(node.parent, node.values) if isinstance(node, DropColumns) else node

    return table.op().replace(chosen).to_expr()


def _know_options_of_spark() -> None:
    """Set the option that Ibis needs to compile for Spark where Spark is not installed.

    Its value is False: files hold no NaN, since every schema refuses them, so there is none to be
    read as NULL.
    """
    import ibis
    from ibis.config import Config

    class Options(Config):  # type: ignore[misc]
        treat_nan_as_null: bool = False

    ibis.options.pyspark = Options()


@cache
def compiler(dialect: str) -> str:
    """Return a dialect with the versions of the libraries that compile to it.

    Other versions may compile the same expression to other SQL.
    """
    from importlib.metadata import version

    return f"{dialect} ibis-{version('ibis-framework')} sqlglot-{version('sqlglot')}"


@dataclass(frozen=True)
class Expression:
    """One expression of a table, which ``build`` builds when it is needed."""

    table: str
    part: str
    """``ROWS``, or the name of a check."""
    follows_from: tuple[Any, ...]
    """The values that the expression depends on: if their content is equal, it is equal too."""
    build: Callable[[], Table]


class Expressions:
    """The expressions of a graph's tables, which read their inputs as ``input_TABLE``."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def of(self, definition: TableDefinition) -> list[Expression]:
        """Return all expressions of a table: its rows, if they are one, and its checks."""
        needed = [self.rows(definition)] if self.needs_rows(definition) else []
        return [*needed, *(self.check(definition, check) for check in definition.checks)]

    def needs_rows(self, definition: TableDefinition) -> bool:
        """Return whether a table's rows are an expression; a frame's are if it has rules."""
        return definition.kind != "Frame" or bool(definition.schema.rules)

    def rows(self, definition: TableDefinition) -> Expression:
        """Return the table's rows, with a boolean column ``_rule_NAME`` for each of its rules."""
        function = None if definition.kind == "Frame" else definition.function
        rules = [(r.name, r.function) for r in definition.schema.rules]
        inputs = [each.name for each in definition.inputs] if function is not None else []
        inputs += [name for r in definition.schema.rules for name in r.inputs]
        layouts = {name: self._layout(name) for name in (*inputs, definition.name)}
        return Expression(
            definition.name, ROWS, (function, rules, layouts), lambda: self._rows(definition)
        )

    def check(self, definition: TableDefinition, check: Check) -> Expression:
        """Return a check's expression: a row for each fact examined, with a column ``holds``."""
        layouts = {name: self._layout(name) for name in check.inputs}
        return Expression(
            definition.name,
            check.name,
            (check.function, layouts),
            lambda: check.function(**{name: self._unbound(name) for name in check.inputs}),
        )

    def _rows(self, definition: TableDefinition) -> Table:
        if definition.kind == "Frame":
            rows = unbound(f"computed_{definition.name}", self._layout(definition.name))
        else:
            rows = definition.function(**{i.name: self._unbound(i.name) for i in definition.inputs})
        compare_columns(definition, rows.columns)
        rules = definition.schema.rules
        held: Table = rows.mutate(**{f"_rule_{r.name}": self._holds(r, rows) for r in rules})
        return held

    def _holds(self, rule: Rule, rows: Table) -> Any:
        return rule.function(rows, *(self._unbound(name) for name in rule.inputs))

    def _unbound(self, name: str) -> Table:
        return unbound(f"input_{name}", self._layout(name))

    def _layout(self, name: str) -> dict[str, DataType]:
        if name in self._graph.streams:
            return {**self._graph.streams[name].columns, "payload": "int64"}
        return {n: c.dtype for n, c in self._graph.tables[name].schema.columns.items()}


def compare_columns(definition: TableDefinition, computed: Sequence[str]) -> None:
    """Refuse rows whose columns are not those that the table's schema declares.

    Raises:
        DeclarationError: columns are missing, or not declared; the message names them.
    """
    declared = list(definition.schema.columns)
    missing = [c for c in declared if c not in computed]
    extra = [c for c in computed if c not in declared]
    if missing or extra:
        raise DeclarationError(
            f"{definition.name}: columns declared but not computed: {missing or 'none'};"
            f" computed but not declared: {extra or 'none'}"
        )
