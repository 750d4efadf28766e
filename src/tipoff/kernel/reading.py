"""The interface for reading tables: SQL queries that return rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa


class Rows(Protocol):
    """The tables of one finished run, each under its own name; a table not built yet is empty."""

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one query and return its rows."""
        ...

    def arrow(self, sql: str) -> pa.Table:
        """Run one query and return its rows as Arrow."""
        ...
