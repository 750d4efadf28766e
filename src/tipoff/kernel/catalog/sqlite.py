"""The catalog of a home on one machine: a SQLite file, opened safely."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog.connection import Catalog
from tipoff.kernel.disk import MEGABYTE, has_no_room, is_full, no_space
from tipoff.kernel.errors import TipoffError
from tipoff.kernel.files import make_directory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

WAIT_SECONDS = 30.0
"""How long a statement waits for another process's transaction, which takes milliseconds."""

SYNCHRONOUS = "FULL"
"""A commit returns when it is on the disk, and outlives a loss of power."""
DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class SQLiteCatalog(Catalog):
    """One connection to ``catalog.sqlite``.

    The journal is a write-ahead log and every commit is synced to disk (``synchronous=FULL``).
    """

    def __init__(self, path: Path) -> None:
        """Open the catalog and bring its schema up to date; create it where there is none.

        Raises:
            UsageError: a later version of Tipoff made it, or it is no catalog of Tipoff.
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
            if (lacking := self._naming(error)) is not None:
                raise lacking from error
            raise TipoffError(
                f"{path} cannot be opened: {error}; if it is damaged, `tipoff rebuild` makes it"
                " anew from landing/"
            ) from None

    def close(self) -> None:
        """Close the connection; what is committed stays."""
        self._connection.close()

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows.

        Raises:
            TipoffError: the file is damaged.
        """
        with self._naming_damage():
            return self._connection.execute(sql, parameters).fetchall()

    def insert(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Insert rows with a value for each of the table's columns."""
        listed = list(rows)
        if listed:
            places = ", ".join("?" * len(listed[0]))
            with self._naming_damage():
                self._connection.executemany(f"INSERT INTO {table} VALUES ({places})", listed)

    def refuse_damage(self) -> None:
        """Read the whole file and see whether SQLite finds anything wrong in it.

        Raises:
            TipoffError: it does.
        """
        ((found,),) = self.query("PRAGMA integrity_check(1)")
        if found != "ok":
            raise self._damaged(found)

    def copy_to(self, path: Path) -> None:
        """Write the catalog as of one transaction to a new file, whatever is committed since."""
        target = sqlite3.connect(path)
        try:
            with self._naming_damage():
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

    def _naming(self, error: BaseException) -> Exception | None:
        """Return what to say if the disk is full, which SQLite may call a fault of the disk."""
        if isinstance(error, sqlite3.Error):
            code = _code(error)
            full = code == sqlite3.SQLITE_FULL
            full = full or (code == sqlite3.SQLITE_IOERR and has_no_room(self.path))
        else:
            full = is_full(error)
        return TipoffError(no_space(self.path, MEGABYTE)) if full else None

    def tables(self) -> set[str]:
        """Return the names of the tables in the file."""
        return {n for (n,) in self.query("SELECT name FROM sqlite_master WHERE type = 'table'")}

    @contextmanager
    def _naming_damage(self) -> Iterator[None]:
        """Turn what SQLite raises of a damaged file into one line that says what to do."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if _code(error) not in DAMAGE:
                raise
            raise self._damaged(error) from None

    def _damaged(self, why: object) -> TipoffError:
        return TipoffError(
            f"{self.path} is damaged ({why}): `tipoff rebuild` makes it anew from landing/"
        )


def _code(error: sqlite3.Error) -> int:
    """Return SQLite's own code of an error, without its details; 0 if Python raised it."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
