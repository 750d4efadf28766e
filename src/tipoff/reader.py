"""A small read-only view of a home, for programs and notebooks."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self

from tipoff.kernel.errors import UsageError
from tipoff.settings import open_home

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from ibis.expr.types import Table


class Reader:
    """The tables of a home as Ibis tables: ``reader.table("player_game_summary").to_pandas()``."""

    def __init__(self, home: Path | None = None) -> None:
        """Open the home, by default the one the settings name.

        Raises:
            UsageError: nothing has been ingested there yet.
            RunInProgress: a run is writing; try again when it has ended.
        """
        import ibis

        from tipoff.pipeline import pipeline

        self._schemas = {n: d.schema for n, d in pipeline().tables.items()}
        self._opened = ExitStack()
        self._engine = self._opened.enter_context(open_home(home).reading())
        self._backend: Any = ibis.duckdb.from_connection(self._engine.connection)

    @property
    def tables(self) -> list[str]:
        """The tables that have been built."""
        found = "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main'"
        built = {name for (name,) in self._engine.query(found)}
        return [name for name in self._schemas if name in built]

    def table(self, name: str) -> Table:
        """A table as an expression, with the columns its schema declares.

        Raises:
            UsageError: there is no such table.
        """
        if name not in self.tables:
            raise UsageError(f"no table {name}; there are: {', '.join(self.tables) or 'none yet'}")
        import ibis
        from ibis.expr import operations

        # Stated rather than looked up: Ibis 12 cannot ask DuckDB 2 for a layout.
        declared = {n: c.dtype for n, c in self._schemas[name].columns.items()}
        layout = {**declared, "_hash": "uint64", "_run": "int64"}
        stored = operations.DatabaseTable(
            name=name,
            schema=ibis.schema(layout),
            source=self._backend,
            namespace=operations.Namespace(database="main"),
        )
        return stored.to_expr().select(*declared)

    def close(self) -> None:
        """Close the database."""
        self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
