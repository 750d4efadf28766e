"""DuckDB, embedded: one file, written by one run at a time."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import duckdb

from tipoff.kernel.errors import RunInProgress, TipoffError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pyarrow as pa

    from tipoff.kernel.schema import DataType

TYPES: dict[DataType, str] = {
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "string": "VARCHAR",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
}


class DuckDB:
    """One connection to a database file."""

    dialect = "duckdb"

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool = False,
        threads: int | None = None,
        memory_limit: str = "2GB",
    ) -> None:
        """Open the file, creating it unless ``read_only``.

        Raises:
            UsageError: ``read_only`` and there is no such file.
            RunInProgress: another process has the file open for writing.
            TipoffError: the file is not a DuckDB database.
        """
        if read_only and not path.exists():
            raise UsageError(
                f"there is nothing at {path} yet: run `tipoff demo` or `tipoff ingest`"
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        config: dict[str, Any] = {"memory_limit": memory_limit, "preserve_insertion_order": False}
        config |= {"threads": threads} if threads else {}
        try:
            self.connection = duckdb.connect(str(path), read_only=read_only, config=config)
        except duckdb.IOException as error:
            if "lock" in str(error).lower():
                raise RunInProgress(
                    f"a run is writing {path}; try again when it has ended"
                ) from None
            raise TipoffError(f"{path} cannot be opened: {str(error).splitlines()[0]}") from None
        self.connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")
        # A small commit stays in the log, which the next opening reads: to fold it into wide
        # tables at each closing took longer than a day's rows themselves.
        self.connection.execute("PRAGMA disable_checkpoint_on_shutdown")

    def close(self) -> None:
        """Close the connection; what is committed stays."""
        self.connection.close()

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows."""
        return self.connection.execute(sql, list(parameters)).fetchall()

    def arrow(self, sql: str) -> pa.Table:
        """Run one query and return its rows as Arrow."""
        return self.connection.sql(sql).to_arrow_table()

    def load(self, name: str, rows: pa.Table) -> None:
        """Make Arrow rows readable as the view ``name`` until the next load of that name."""
        self.connection.register(name, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done inside happens, or none of it."""
        self.connection.execute("BEGIN")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def columns(self, schema: str, table: str) -> dict[str, str]:
        """The columns and types of a stored table; empty if there is none."""
        found = self.query(
            "SELECT column_name, data_type FROM duckdb_columns()"
            " WHERE schema_name = ? AND table_name = ? AND NOT internal ORDER BY column_index",
            [schema, table],
        )
        return {name: dtype for name, dtype in found}  # noqa: C416 - tuples of Any

    def type_of(self, dtype: DataType) -> str:
        """DuckDB's name of a type."""
        return TYPES[dtype]

    def row_hash(self, columns: Sequence[str]) -> str:
        """An SQL expression: a 64-bit hash of the columns of a row."""
        return "hash(" + ", ".join(f'"{c}"' for c in columns) + ")"

    def not_finite(self, column: str) -> str:
        """An SQL condition: the float column holds NaN or an infinity."""
        return f'NOT isfinite("{column}")'
