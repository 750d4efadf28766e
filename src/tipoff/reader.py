"""A small read-only view of a home, for programs and notebooks."""

from __future__ import annotations

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
        from tipoff.pipeline import pipeline

        place = open_home(home)
        with place.reading():  # says in one line what is wrong, if anything is
            pass
        import ibis

        self._schemas = {n: d.schema for n, d in pipeline().tables.items()}
        self._backend: Any = ibis.duckdb.connect(str(place.database), read_only=True)

    @property
    def tables(self) -> list[str]:
        """The tables that have been built."""
        built = set(self._backend.list_tables(database="main"))
        return [name for name in self._schemas if name in built]

    def table(self, name: str) -> Table:
        """A table as an expression, with the columns its schema declares.

        Raises:
            UsageError: there is no such table.
        """
        if name not in self.tables:
            raise UsageError(f"no table {name}; there are: {', '.join(self.tables) or 'none yet'}")
        table: Table = self._backend.table(name, database="main")
        return table.select(*self._schemas[name].columns)

    def close(self) -> None:
        """Close the database."""
        self._backend.disconnect()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
