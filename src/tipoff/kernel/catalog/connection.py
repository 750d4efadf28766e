"""The base class of catalogs, whichever database holds them."""

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


COPY_QUERIES = {
    "request": "SELECT resource, parameters, asked_at, outcome, reason, attempts, etag,"
    " last_modified FROM request ORDER BY rowid"
}
"""For tables whose rows have no key, the queries that read them in the order of insertion."""


class Catalog(ABC):
    """One connection to a catalog's database.

    Statements are standard SQL that SQLite and PostgreSQL both run, with ``?`` for each parameter.
    Every commit survives a loss of power, and readers and a writer do not wait for each other.
    """

    name: str
    """The catalog's name in messages: its file, or its address without a password."""

    def __init__(self) -> None:
        self.in_transaction = False
        """Whether a transaction has begun and not ended."""

    @abstractmethod
    def close(self) -> None:
        """Close the connection; committed changes are kept."""

    @abstractmethod
    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows."""

    @abstractmethod
    def insert(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Insert rows, each with a value for every column of the table."""

    @abstractmethod
    def refuse_damage(self) -> None:
        """Look for damage in everything that the database stores.

        Raises:
            TipoffError: something is damaged.
        """

    @abstractmethod
    def copy_to(self, path: Path) -> None:
        """Write the catalog's state at one moment to a new SQLite file."""

    def fill_from(self, other: Catalog) -> None:
        """Replace the rows of all tables by those of another catalog.

        The caller begins the transaction.
        """
        for table in sorted(other.tables()):
            rows = other.query(COPY_QUERIES.get(table, f"SELECT * FROM {table}"))
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
        """Commit the transaction."""

    @abstractmethod
    def _roll_back(self) -> None:
        """Roll the transaction back; it may be called when the database has done so already."""

    def _clearer_error(self, error: BaseException) -> Exception | None:
        """Return an error with a clearer message to raise instead; None if there is none."""
        return None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all changes made in the ``with`` block, or none; nested blocks join the outer."""
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
            if (clearer := self._clearer_error(error)) is not None:
                raise clearer from error
            raise
        finally:
            self.in_transaction = False

    def note(self, name: str) -> str | None:
        """Return the value of a note; None if there is no note of that name."""
        rows = self.query("SELECT value FROM note WHERE name = ?", [name])
        return str(rows[0][0]) if rows else None

    def keep_note(self, name: str, value: str) -> None:
        """Set the value of a note."""
        with self.transaction():
            self.query(
                "INSERT INTO note VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                [name, value],
            )

    def _migrate(self) -> None:
        """Apply the migrations that the catalog does not have yet, each in its own transaction.

        Raises:
            UsageError: a later version of Tipoff made the database, or it is no catalog of Tipoff.
        """
        version = self._version()
        if version > len(MIGRATIONS):
            raise UsageError(
                f"{self.name} was made by a later version of Tipoff (schema {version}, this one"
                f" has {len(MIGRATIONS)}): install that version, or use another home"
            )
        for number, statements in enumerate(MIGRATIONS[version:], version + 1):
            with self.transaction():
                if self._version() >= number:  # another process has applied it meanwhile
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
