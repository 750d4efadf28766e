"""A session over tables that a test fills with a few rows; all others are empty."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import duckdb

from tipoff.app.pipeline import pipeline
from tipoff.engines.duckdb_sql import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    import pyarrow as pa

SAMPLE = {"int64": 1, "float64": 1.0, "string": "x", "boolean": False}
"""Default values of columns that may not be NULL."""


class TableSession:
    """All tables of the pipeline in memory, by name."""

    def __init__(self) -> None:
        self.connection = duckdb.connect()
        self.connection.execute("SET TimeZone = 'UTC'")
        self.schemas = {name: d.schema for name, d in pipeline().tables.items()}
        for name, schema in self.schemas.items():
            columns = ", ".join(f"{n} {TYPES[c.dtype]}" for n, c in schema.columns.items())
            self.connection.execute(f"CREATE TABLE {name} ({columns})")

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one query and return its rows."""
        return self.connection.execute(sql, list(parameters)).fetchall()

    def arrow(self, sql: str) -> pa.Table:
        """Run one query and return its rows as Arrow."""
        return self.connection.sql(sql).to_arrow_table()

    def load(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Add rows to a table; columns that a row does not name are NULL, or a default value."""
        columns = self.schemas[table].columns
        for row in rows:
            assert row.keys() <= columns.keys(), row.keys() - columns.keys()
            values = [
                row.get(name, None if c.nullable else SAMPLE.get(c.dtype))
                for name, c in columns.items()
            ]
            places = ", ".join("?" * len(values))
            self.connection.execute(f"INSERT INTO {table} VALUES ({places})", values)

    @property
    def contents(self) -> dict[str, HeldRows]:
        """Return the current content of each table that has rows."""
        contents = {name: HeldRows.of(self, name) for name in self.schemas}
        return {name: held for name, held in contents.items() if held.by_day}


@dataclass(frozen=True)
class HeldRows:
    """A table's content by date, as digests of its rows."""

    by_day: dict[date, str] = field(default_factory=dict)

    @classmethod
    def of(cls, session: TableSession, table: str) -> HeldRows:
        """Return the content of a table of a session."""
        day = next((n for n, c in session.schemas[table].columns.items() if c.partition), None)
        if day is None:
            return cls()
        rows = session.query(f"SELECT {day}, t::VARCHAR FROM {table} t ORDER BY ALL")
        held: dict[date, str] = {}
        for when, text in rows:
            held[when] = hashlib.sha256((held.get(when, "") + text).encode()).hexdigest()
        return cls(held)

    @cached_property
    def days(self) -> list[date]:
        """Return the dates with rows, sorted."""
        return sorted(self.by_day)

    def within(self, first: date, last: date) -> int:
        """Return a digest of the rows from one date to another."""
        held = ";".join(self.by_day[day] for day in self.days if first <= day <= last)
        return int.from_bytes(hashlib.sha256(held.encode()).digest()[:8])
