"""What the kernel asks of a database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    import pyarrow as pa

    from tipoff.kernel.schema import DataType


class Engine(Protocol):
    """A database that the kernel keeps tables in: standard SQL, transactions, Arrow."""

    dialect: str
    """The name SQLGlot knows the engine's SQL by."""

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows."""
        ...

    def arrow(self, sql: str) -> pa.Table:
        """Run one query and return its rows as Arrow."""
        ...

    def load(self, name: str, rows: pa.Table) -> None:
        """Make Arrow rows readable as the view ``name`` until the next load of that name."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All that is done inside happens, or none of it."""
        ...

    def columns(self, schema: str, table: str) -> dict[str, str]:
        """The columns and types of a stored table; empty if there is none."""
        ...

    def type_of(self, dtype: DataType) -> str:
        """The engine's name of a type."""
        ...

    def row_hash(self, columns: Sequence[str]) -> str:
        """An SQL expression: an unsigned 64-bit hash of the columns of a row."""
        ...

    def not_finite(self, column: str) -> str:
        """An SQL condition: the float column holds NaN or an infinity."""
        ...
