"""Worked examples: compute one table's rows from a few input rows, as a run would.

    dressed = rows("player_id comment", (7, "DND - Rest"))
    computed("player_absence", player_rotation=dressed).expect("reason", ("DID_NOT_DRESS",))

Function, rules and engine are the real ones; only files are left out. A column that an input row
does not name is NULL if it may be, otherwise a default: 0, "x", false, ``DAY`` or ``TIP``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from tipoff.app.pipeline import pipeline
from tipoff.engines.duckdb import DuckDB
from tipoff.kernel.declare.arrow import arrow_type
from tipoff.kernel.declare.expression import compiled, unbound

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipoff.kernel.declare.inputs import Input
    from tipoff.kernel.declare.schema import DataType, Schema
    from tipoff.kernel.declare.table import TableDefinition

Row = dict[str, Any]
DAY = date(2024, 1, 10)
"""The default date."""
TIP = datetime(2024, 1, 11, 0, 30)
"""The default timestamp, in UTC: half past seven that evening in New York."""
NO_FILE = Path("nothing-is-written")
PLAIN = {
    "int64": 0,
    "float64": 0.0,
    "string": "x",
    "boolean": False,
    "date": DAY,
    "timestamp": TIP,
}


def rows(columns: str, *values: Sequence[Any], **common: Any) -> list[Row]:
    """Return rows from column names and a tuple of values for each row.

    Args:
        columns: the names, separated by spaces, such as ``"player_id seconds"``.
        values: the rows' values in that order.
        common: columns with the same value in all rows.
    """
    names = columns.split()
    return [{**common, **dict(zip(names, each, strict=True))} for each in values]


@dataclass(frozen=True)
class Outcome:
    """The rows that a table's function computed."""

    table: str
    rows: list[Row]
    """The good rows, sorted by key."""
    bad: list[Row]
    """The bad rows, with ``column`` and ``rule``."""

    def expect(self, columns: str, *expected: Sequence[Any]) -> None:
        """Compare some columns of all good rows, sorted by key.

        Raises:
            AssertionError: a value differs, or a row is bad.
        """
        names = columns.split()
        shown = [tuple(row[name] for name in names) for row in self.rows]
        assert len(shown) == len(expected), f"{len(shown)} rows of {self.table}: {shown}"
        for values, wanted in zip(shown, expected, strict=True):
            for name, value, want in zip(names, values, wanted, strict=True):
                assert _same(value, want), f"{name} is {value!r}, not {want!r}, in {values}"
        assert self.bad == [], self.bad

    def expect_row(self, expected: Row, **key: Any) -> None:
        """Compare every column of the only good row, or of the one with a given key.

        Raises:
            AssertionError: a column differs or is not expected, or a row is bad.
        """
        row = self.row(**key)
        assert row.keys() == expected.keys(), row.keys() ^ expected.keys()
        wrong = {n: (v, expected[n]) for n, v in row.items() if not _same(v, expected[n])}
        assert wrong == {}, wrong
        assert self.bad == [], self.bad

    def row(self, **key: Any) -> Row:
        """Return the only good row, or the only one with these values."""
        (match,) = (row for row in self.rows if key.items() <= row.items())
        return match

    def expect_set_aside(self, *expected: tuple[str, str]) -> None:
        """Compare the (column, rule) of the bad rows, sorted by key."""
        assert [(row["column"], row["rule"]) for row in self.bad] == list(expected)


def computed(table: str, /, *, on: date | None = None, **inputs: Iterable[Row]) -> Outcome:
    """Return the outcome of a table for rows of the tables, or of the stream, that it reads.

    Args:
        table: the table's name.
        on: the date to compute; all dates if None.
        inputs: rows by name of their table or stream; others are empty.
    """
    definition = pipeline().tables[table]
    engine, schema = _engine(), definition.schema
    _load(definition, inputs, () if on is None else (on,))
    key = [*schema.key(), *(["payload"] if definition.stream else [])]
    where = "TRUE" if on is None else f"\"{schema.partition()}\" = DATE '{on}'"
    listed = ", ".join(f'"{name}"' for name in schema.columns)
    engine.stage(schema, _sql(table), key, where, NO_FILE)
    good = engine.arrow(f"SELECT {listed} FROM staged WHERE _failed IS NULL ORDER BY {key[0]}")
    bad = engine.bad_rows(schema)
    return Outcome(
        table,
        sorted(good.to_pylist(), key=lambda row: [str(row[n]) for n in schema.key()]),
        [
            row
            | dict(zip(("column", "rule"), schema.failed_condition(row["_failed"]), strict=True))
            for row in bad
        ],
    )


def compared(table: str, check: str, /, **inputs: Iterable[Row]) -> list[Row]:
    """Return the rows that a table's check reports for rows of its inputs."""
    definition = pipeline().tables[table]
    (function,) = (each.function for each in definition.checks if each.name == check)
    for name, given in inputs.items():
        _engine().load(f"input_{name}", arrow_rows(name, given))
    sql = compiled(function(**{n: unbound(f"input_{n}", _layout(n)) for n in inputs}), "duckdb")
    return list(_engine().arrow(sql).to_pylist())


def arrow_rows(name: str, given: Iterable[Row]) -> pa.Table:
    """Return rows of a table or stream as Arrow, with all of its columns.

    Raises:
        AssertionError: a row has an unknown column.
    """
    layout = _layout(name)
    filled = []
    for row in given:
        assert row.keys() <= layout.keys(), f"{name} has no {row.keys() - layout.keys()}"
        filled.append({n: row.get(n, _plain(name, n, dtype)) for n, dtype in layout.items()})
    return pa.Table.from_pylist(filled, pa.schema([(n, arrow_type(t)) for n, t in layout.items()]))


def _load(
    definition: TableDefinition, inputs: Mapping[str, Iterable[Row]], dates: tuple[date, ...]
) -> None:
    read = [each.name for each in definition.inputs if each.kind != "Dates"]
    names = dict.fromkeys([*read, *definition.tables])
    assert inputs.keys() <= names.keys(), f"{definition.name} reads no {inputs.keys() - names}"
    loaded = {name: arrow_rows(name, inputs.get(name, ())) for name in names}
    for name, held in loaded.items():
        _engine().load(f"input_{name}", held)
    if definition.kind == "Frame":
        given: dict[str, Any] = {
            i.name: dates if i.kind == "Dates" else _columns(loaded[i.name], i)
            for i in definition.inputs
        }
        _engine().load(f"computed_{definition.name}", definition.function(**given))


def _columns(held: pa.Table, read: Input) -> pa.Table:
    """Return the columns of an input that are passed to a function of frames."""
    return held if read.columns is None else held.select(list(read.columns))


@cache
def _sql(table: str) -> str:
    """Return the table's SQL with its rules, as compiled by the kernel."""
    definition = pipeline().tables[table]
    if definition.kind == "Frame":
        made = unbound(f"computed_{table}", _layout(table))
    else:
        inputs = {i.name: unbound(f"input_{i.name}", _layout(i.name)) for i in definition.inputs}
        made = definition.function(**inputs)
    assert set(made.columns) == set(definition.schema.columns)
    rules = {
        f"_rule_{rule.name}": rule.function(
            made, *(unbound(f"input_{n}", _layout(n)) for n in rule.inputs)
        )
        for rule in definition.schema.rules
    }
    return compiled(made.mutate(**rules), "duckdb")


class PlannedOnce(DuckDB):
    """An engine that plans each table's query once, over inputs that are tables in memory.

    Parsing, binding and planning the SQL of a table takes many times as long as computing a few
    rows. As the plan must not depend on the rows, optimizers that use statistics are turned off.
    """

    def __init__(self) -> None:
        super().__init__(threads=1)
        self.query("SET disabled_optimizers = 'statistics_propagation,join_order'")
        self._held: dict[str, int] = {}
        self._plans: dict[str, str] = {}

    def load(self, name: str, rows: pa.Table) -> None:
        """Make Arrow rows readable under a name; its columns are those of the first load."""
        if rows.num_rows or name not in self._held:
            super().load("loaded", rows)
        if name not in self._held:
            self.query(f'CREATE TABLE "{name}" AS FROM loaded LIMIT 0')
        elif self._held[name]:
            self.query(f'DELETE FROM "{name}"')
        if rows.num_rows:
            self.query(f'INSERT INTO "{name}" FROM loaded')
        self._held[name] = rows.num_rows

    def _stage(self, schema: type[Schema], query: str, path: Path) -> None:
        if query not in self._plans:
            self._plans[query] = f"plan_{len(self._plans)}"
            self.query(f"PREPARE {self._plans[query]} AS {query}")
        super().load("made", self.arrow(f"EXECUTE {self._plans[query]}"))
        self.query("CREATE OR REPLACE TEMP VIEW staged AS FROM made")


@cache
def _engine() -> PlannedOnce:
    return PlannedOnce()


def _layout(name: str) -> dict[str, DataType]:
    if name in pipeline().streams:
        return {"payload": "int64", **pipeline().streams[name].columns}
    return {n: column.dtype for n, column in pipeline().tables[name].schema.columns.items()}


def _plain(name: str, column: str, dtype: DataType) -> Any:
    if name in pipeline().streams:
        return 1 if column == "payload" else None
    return None if pipeline().tables[name].schema.columns[column].nullable else PLAIN[dtype]


def _same(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, float) and isinstance(value, float):
        return value == pytest.approx(wanted, rel=1e-9, abs=1e-9)
    return type(value) is type(wanted) and bool(value == wanted)
