"""A small read-only view of a home, for programs and notebooks."""

from __future__ import annotations

from contextlib import ExitStack
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Self

from tipoff.app.settings import open_home
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from ibis.expr.types import Table


class Reader:
    """The tables of a home as Ibis tables: ``reader.table("player_game_summary").to_pandas()``.

    It reads the last run that had ended when it was opened. A run in progress neither waits for
    the reader nor changes what it reads. The home stays open until ``close`` is called, or until
    the reader and all expressions of its tables are garbage-collected.
    """

    def __init__(self, home: Path | None = None) -> None:
        """Open the home; by default, the one in the settings.

        Raises:
            UsageError: nothing has been ingested there yet.
        """
        import ibis

        self._opened = ExitStack()
        self._session = self._opened.enter_context(open_home(home).reading())
        self._backend: Any = ibis.duckdb.from_connection(
            self._session.workspace.engine.connection  # type: ignore[attr-defined]
        )
        # Expressions refer to their backend, so this keeps the home open without the reader.
        self._backend.kept_open = self._opened

    @property
    def tables(self) -> list[str]:
        """The names of the tables that have been computed."""
        return [name for name in self._session.graph.tables if self._session.contents(name).days]

    def table(self, name: str) -> Table:
        """Return a table as an expression with the columns of its schema.

        Raises:
            UsageError: there is no such table; the message lists similar names.
        """
        definition = self._session.graph.tables.get(name)
        if definition is None:
            near = get_close_matches(name, self._session.graph.tables) or self.tables
            raise UsageError(f"no table {name}; there are: {', '.join(near) or 'none yet'}")
        import ibis
        from ibis.expr import operations

        self._session.open_tables(name)
        # The schema is passed explicitly because Ibis 12 cannot read it from DuckDB 2.
        dtypes = {n: c.dtype for n, c in definition.schema.columns.items()}
        database_table = operations.DatabaseTable(
            name=name,
            schema=ibis.schema(dtypes),
            source=self._backend,
            namespace=operations.Namespace(),
        )
        return database_table.to_expr()

    def close(self) -> None:
        """Close the home."""
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
