"""What every database that can hold a catalog has in common, whichever product it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tipoff.kernel import clock
from tipoff.kernel.catalog.migrations import MIGRATIONS
from tipoff.kernel.catalog.values import as_text
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


COPIED = {
    "request": "SELECT resource, parameters, asked_at, outcome, reason, attempts, etag,"
    " last_modified FROM request ORDER BY rowid"
}
"""What is copied of a table whose rows have no key, only the order they were inserted in."""


class Catalog(ABC):
    """One connection to a catalog's database.

    Statements are standard SQL that SQLite and PostgreSQL both run, with ``?`` for each parameter.
    Every commit survives power loss, and readers neither wait for a writer nor hold it up.
    """

    name: str
    """What messages call the catalog: its file, or its address without a password."""

    def __init__(self) -> None:
        self.in_transaction = False
        """Whether a transaction has begun and not ended."""

    @abstractmethod
    def close(self) -> None:
        """Close the connection; what is committed stays."""

    @abstractmethod
    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows."""

    @abstractmethod
    def insert(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Insert rows with a value for each of the table's columns."""

    @abstractmethod
    def refuse_damage(self) -> None:
        """Look for damage in all that the database stores.

        Raises:
            TipoffError: there is some.
        """

    @abstractmethod
    def copy_to(self, path: Path) -> None:
        """Write the catalog as of one transaction to a new SQLite file."""

    def fill_from(self, other: Catalog) -> None:
        """Replace the rows of all tables by those of another catalog, within a transaction."""
        for table in sorted(other.tables()):
            rows = other.query(COPIED.get(table, f"SELECT * FROM {table}"))
            self.query(f"DELETE FROM {table}")
            self.insert(table, rows)

    @abstractmethod
    def tables(self) -> set[str]:
        """Return the names of the tables that the database has."""

    @abstractmethod
    def _begin(self) -> None:
        """Begin a transaction that excludes other writers."""

    @abstractmethod
    def _commit(self) -> None:
        """Commit it."""

    @abstractmethod
    def _roll_back(self) -> None:
        """Undo it; called after any failure, also one that has undone it already."""

    def _naming(self, error: BaseException) -> Exception | None:
        """Return a better error to raise in the place of one; None if there is none."""
        return None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all that is done inside, or nothing of it; one within another belongs to it."""
        if self.in_transaction:
            yield
            return
        self._begin()
        self.in_transaction = True
        try:
            yield
            self._commit()
        except BaseException as error:
            self._roll_back()
            if (named := self._naming(error)) is not None:
                raise named from error
            raise
        finally:
            self.in_transaction = False

    def note(self, name: str) -> str | None:
        """Return the single value that is kept under a name; None if there is none."""
        kept = self.query("SELECT value FROM note WHERE name = ?", [name])
        return str(kept[0][0]) if kept else None

    def keep_note(self, name: str, value: str) -> None:
        """Keep a single value under a name, in the place of an earlier one."""
        with self.transaction():
            self.query(
                "INSERT INTO note VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                [name, value],
            )

    def _migrate(self) -> None:
        """Apply the migrations that this catalog has not had yet, each in its own transaction.

        Raises:
            UsageError: a later version of Tipoff made it, or it is no catalog of Tipoff.
        """
        version = self._version()
        if version > len(MIGRATIONS):
            raise UsageError(
                f"{self.name} was made by a later version of Tipoff (form {version}, this one"
                f" knows {len(MIGRATIONS)}): install that version, or use another home"
            )
        for number, statements in enumerate(MIGRATIONS[version:], version + 1):
            with self.transaction():
                if self._version() >= number:  # another process was faster
                    continue
                for statement in statements:
                    self.query(statement)
                self.query(
                    "INSERT INTO migration VALUES (?, ?)", [number, as_text(clock.utc_now())]
                )

    def _version(self) -> int:
        tables = self.tables()
        if not tables:
            return 0
        if "migration" not in tables:
            raise UsageError(f"{self.name} is no catalog of Tipoff: use another home")
        return int(self.query("SELECT max(number) FROM migration")[0][0])
