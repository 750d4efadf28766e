"""The catalog of a home on one machine: a SQLite file."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog.connection import Catalog
from tipoff.kernel.disk import MEGABYTE, has_no_room, is_full, no_space_message
from tipoff.kernel.errors import TipoffError
from tipoff.kernel.files import make_directory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

WAIT_SECONDS = 30.0
"""How long a statement waits for another process's transaction, which takes milliseconds."""
SYNCHRONOUS = "FULL"
"""SQLite's setting with which a commit returns only once it is on disk, to survive a power loss."""
DAMAGE_CODES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""SQLite's error codes for a damaged file."""


class SQLiteCatalog(Catalog):
    """One connection to ``catalog.sqlite``.

    The journal is a write-ahead log and every commit is synced to disk (``synchronous=FULL``).
    """

    def __init__(self, path: Path) -> None:
        """Open the catalog and bring its schema up to date; create the file if there is none.

        Raises:
            UsageError: a later version of Tipoff made the file, or it is no catalog of Tipoff.
            TipoffError: the file is damaged or cannot be opened.
        """
        super().__init__()
        self.path = path
        self.name = str(path)
        try:
            make_directory(path.parent)
            self._connection = sqlite3.connect(
                path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
            )
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute(f"PRAGMA synchronous = {SYNCHRONOUS}")
            self._migrate()
        except (sqlite3.Error, OSError) as error:
            if (clearer := self._clearer_error(error)) is not None:
                raise clearer from error
            raise TipoffError(
                f"{path} cannot be opened: {error}; if it is damaged, `tipoff rebuild` makes it"
                " anew from landing/"
            ) from None

    def close(self) -> None:
        """Close the connection; committed changes are kept."""
        self._connection.close()

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows.

        Raises:
            TipoffError: the file is damaged.
        """
        with self._translating_damage():
            return self._connection.execute(sql, parameters).fetchall()

    def insert(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Insert rows, each with a value for every column of the table."""
        values = list(rows)
        if values:
            places = ", ".join("?" * len(values[0]))
            with self._translating_damage():
                self._connection.executemany(f"INSERT INTO {table} VALUES ({places})", values)

    def refuse_damage(self) -> None:
        """Let SQLite check the whole file.

        Raises:
            TipoffError: something is damaged.
        """
        ((result,),) = self.query("PRAGMA integrity_check(1)")
        if result != "ok":
            raise self._damaged(result)

    def copy_to(self, path: Path) -> None:
        """Write the catalog's state at one moment to a new file, without later commits."""
        target = sqlite3.connect(path)
        try:
            with self._translating_damage():
                self._connection.backup(target)
        finally:
            target.close()

    def _begin(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def _commit(self) -> None:
        self._connection.execute("COMMIT")

    def _roll_back(self) -> None:
        if self._connection.in_transaction:  # on a full disk SQLite has rolled back itself
            self._connection.execute("ROLLBACK")

    def _clearer_error(self, error: BaseException) -> Exception | None:
        """Return an error about a full disk, which SQLite may report as an I/O error; else None."""
        if isinstance(error, sqlite3.Error):
            code = _code(error)
            full = code == sqlite3.SQLITE_FULL
            full = full or (code == sqlite3.SQLITE_IOERR and has_no_room(self.path))
        else:
            full = is_full(error)
        return TipoffError(no_space_message(self.path, MEGABYTE)) if full else None

    def tables(self) -> set[str]:
        """Return the names of the tables that the database has."""
        return {n for (n,) in self.query("SELECT name FROM sqlite_master WHERE type = 'table'")}

    @contextmanager
    def _translating_damage(self) -> Iterator[None]:
        """Turn SQLite's error about a damaged file into one that says what to do."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if _code(error) not in DAMAGE_CODES:
                raise
            raise self._damaged(error) from None

    def _damaged(self, why: object) -> TipoffError:
        return TipoffError(
            f"{self.path} is damaged ({why}): `tipoff rebuild` makes it anew from landing/"
        )


def _code(error: sqlite3.Error) -> int:
    """Return SQLite's primary code of an error; 0 if the error is not SQLite's own."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
