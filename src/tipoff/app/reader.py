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

    It sees the last run that had ended when it was opened; a run that goes on meanwhile neither
    waits for it nor changes what it sees. The home stays open until ``close``, or until neither the
    reader nor an expression of its tables is left.
    """

    def __init__(self, home: Path | None = None) -> None:
        """Open the home, by default the one that the settings name.

        Raises:
            UsageError: nothing has been ingested there yet.
        """
        import ibis

        self._opened = ExitStack()
        self._session = self._opened.enter_context(open_home(home).reading())
        self._backend: Any = ibis.duckdb.from_connection(
            self._session.workspace.engine.connection  # type: ignore[attr-defined]
        )
        # An expression holds its backend, and so keeps the home open when the reader is gone.
        self._backend.kept_open = self._opened

    @property
    def tables(self) -> list[str]:
        """The tables that have been built."""
        return [name for name in self._session.graph.tables if self._session.contents(name).days]

    def table(self, name: str) -> Table:
        """Return a table as an expression, with the columns its schema declares.

        Raises:
            UsageError: there is no such table; the message lists those with a name like it.
        """
        definition = self._session.graph.tables.get(name)
        if definition is None:
            near = get_close_matches(name, self._session.graph.tables) or self.tables
            raise UsageError(f"no table {name}; there are: {', '.join(near) or 'none yet'}")
        import ibis
        from ibis.expr import operations

        self._session.open_tables(name)
        # Stated rather than looked up: Ibis 12 cannot ask DuckDB 2 for a layout.
        layout = {n: c.dtype for n, c in definition.schema.columns.items()}
        stored = operations.DatabaseTable(
            name=name,
            schema=ibis.schema(layout),
            source=self._backend,
            namespace=operations.Namespace(),
        )
        return stored.to_expr()

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
